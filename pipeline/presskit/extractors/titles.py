"""The film's title and its other titles: what the cover, the labels, the first words of the synopsis and the kit's own usage say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.extractors.award_words import words
from presskit.extractors.credits.clauses import is_statement
from presskit.extractors.title_page import in_brackets, is_film_by, presents, title_page
from presskit.extractors.title_usage import Candidate, most_used
from presskit.model import Claim, Document, Line, Paragraph, Quote, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

LONGEST = 80
MOST_WORDS = 12
LONE_WORDS = 6
TITLE_FACTS = frozenset({"title", "other_title", "original_title"})
OFTEN = 3
OF_PEOPLE = (SectionKind.BIOGRAPHY, SectionKind.STATEMENT, SectionKind.INTERVIEW, SectionKind.FILMOGRAPHY)
"""Sections that open with a person's name."""
QUOTES = "“”\"«»„‘’'‹›()[] "
BRACKET = re.compile(r"^(?P<title>[^()“”«».!?]{2,70}?)\s\((?P<other>[^(),]{2,70}?)(?:,\s?(?P<year>(?:19|20)\d\d))?\)")
YEAR_BEHIND = re.compile(r"[ ,]{1,2}\([ ]?((?:19|20)\d\d)$")
"""«Title (2019)» on the cover; the last bracket is already taken off."""
"""«Directed by Doe»: the label's last word."""
SLASHED = re.compile(r"\s(?:/|\|)\s")


def title_claims(reading: Reading) -> Iterator[Claim]:
    lines = [line for line in reading.document.lines if not line.furniture]
    usage = _usage(reading.document)
    for candidate in (*_cover(reading, lines), *_before_film_by(reading), *_opening(reading), *most_used(reading)):
        quote = bare(reading.document, candidate.quote)
        if _may_be_title(quote.text, said=usage.count(fold(quote.text))):
            support = min(0.1, 0.02 * usage.count(fold(quote.text)))
            yield Claim("film.title", quote.text, {"": quote.spans}, candidate.found_by, round(candidate.confidence + support, 3))
    yield from _other_titles(reading, lines)
    yield from _year_behind(reading, lines)


def _year_behind(reading: Reading, lines: Sequence[Line]) -> Iterator[Claim]:
    title = title_page(reading, lines).title
    passage = reading.passage([title]) if title else None
    year = YEAR_BEHIND.search(passage.text.rstrip(") ")) if passage else None
    if passage and year:
        yield Claim("film.year", int(year.group(1)), {"": passage.quote(*year.span(1)).spans}, "title:in-brackets", 0.7)


def _usage(document: Document) -> str:
    """The whole kit, folded, to count how often a phrase is used; cut so that a huge kit costs no more than a long one."""
    return fold(document.text[:400_000])


def bare(document: Document, quote: Quote) -> Quote:
    """Without quotation marks, brackets and the "A film by" that may follow."""
    passage = document.passage(quote.spans)
    start, end = 0, len(passage.text)
    while start < end and passage.text[start] in QUOTES:
        start += 1
    while end > start and passage.text[end - 1] in QUOTES + ":,":
        end -= 1
    year = YEAR_BEHIND.search(passage.text[start:end])
    end = start + year.start() if year else end
    return passage.quote(start, end)


def _may_be_title(text: str, said: int = 0) -> bool:
    """`said`: how often the kit says these words; nobody says a credit's label and name again and again («Son of a …», FR son)."""
    if not 1 <= len(text) <= LONGEST or len(text.split()) > MOST_WORDS or "@" in text or "www." in text:
        return False
    if (
        presents(text)
        or is_statement(text)
        or vocabulary().headings(text)
        or vocabulary().facts(text)
        or not any(sign.isalnum() for sign in text)
    ):
        return False
    if ((_is_credit(text) or words("section").whole(text)) and said < OFTEN) or _is_sentence(text):
        return False
    return fold(text) not in vocabulary().words("menu_words") and fold(text) not in vocabulary().words("link_labels")


def _is_sentence(text: str) -> bool:
    """«A mill worker teaches his granddaughter to breathe.» is what the film is about."""
    words = text.split()
    small = sum(1 for word in words[1:] if word[0].islower())
    return text.endswith(".") and len(words) > LONE_WORDS and small * 2 > len(words)


def _is_credit(text: str) -> bool:
    """A label with names behind it; «The Sound of Rain», «Drums of Fire» only begin like one."""
    label = vocabulary().leading_label(text)
    if not label or label.end >= len(text) or not (label.roles or label.cast):
        return False
    rest = text[label.end :].split()
    made_by = fold(text[: label.end].split()[-1]) in vocabulary().words("made_by")
    if text.isupper() and ":" not in text and any(fold(word) in vocabulary().words("function_words") for word in rest):
        return False  # «LA LUZ QUE DEJAN LOS TRENES»
    return ":" in text or made_by or (len(rest) > 1 and all(word[0].isupper() for word in rest))


def _cover(reading: Reading, lines: Sequence[Line]) -> Iterator[Candidate]:
    """The largest type of the first pages; where all type is alike, the first line of the title page."""
    top = _largest(lines)
    if top:
        yield Candidate(reading.passage(_together(top)).whole(), "title:largest-type", 0.85)
    else:
        yield from _first_line(reading, lines)


def _largest(lines: Sequence[Line]) -> list[Line]:
    """The lines of the first two pages in the largest type, if it is larger than the usual one."""
    styled = [line for line in lines if line.style]
    sizes = {id(line): line.style.size for line in styled if line.style}
    first = [line for line in styled if line.page <= 2]
    if not first:
        return []
    largest = max(sizes[id(line)] for line in first)
    usual = sorted(sizes.values())[len(sizes) // 2]
    return [line for line in first if sizes[id(line)] >= largest * 0.95] if largest > usual * 1.2 else []


def _first_line(reading: Reading, lines: Sequence[Line]) -> Iterator[Candidate]:
    """The first line of the title page, else the kit's first heading."""
    section = next(iter(reading.sections), None)
    top = title_page(reading, lines)
    if top.title:
        quote = reading.passage(_whole_title(reading, lines, top.title)).whole()
        # A PDF's title that is not set larger is seldom in the text; a web page opens with the company that made it.
        weak = quote.text[:1].islower() or any(line.style for line in lines) or _ends_as_company(quote.text)
        yield Candidate(quote, "title:first-line", 0.4 if weak else 0.75)
    elif section and section.heading and section.kind not in OF_PEOPLE and not vocabulary().headings(section.heading.text.split("\n")[0]):
        yield Candidate(section.heading, "title:first-heading", 0.4)


def _whole_title(reading: Reading, lines: Sequence[Line], title: Line) -> list[Line]:
    """A title broken over two or three lines of a cover is said in one elsewhere in the kit."""
    at = lines.index(title)
    usage = _usage(reading.document)
    for end in (at + 3, at + 2):
        run = list(lines[at:end])
        if len(run) == end - at and _is_broken(reading, run, usage):
            return run
    return [title]


def _is_broken(reading: Reading, run: Sequence[Line], usage: str) -> bool:
    """Whether lines that are set alike are what the kit says elsewhere in one."""
    cased = len({reading.words(line).isupper() for line in run}) == 1
    return cased and not any(line.blank_before for line in run[1:]) and usage.count(fold(reading.passage(run).text)) > 1


def _ends_as_company(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and fold(words[-1]) in vocabulary().words("company_suffixes")


def _together(lines: Sequence[Line]) -> list[Line]:
    """A title over several lines: the first of the largest lines and those right below it."""
    taken = list(lines[:1])
    for line in lines[1:4]:
        if line.page == taken[-1].page and line.blank_before <= 1:
            taken.append(line)
        else:
            break
    return taken


def _before_film_by(reading: Reading) -> Iterator[Candidate]:
    """The line above "A film by"."""
    lines = reading.document.lines[:60]
    for at, line in enumerate(lines[1:], 1):
        if is_film_by(reading, line):
            confidence = 0.5 if in_brackets(reading, lines[at - 1]) else 0.7
            yield Candidate(reading.passage(_whole_above(reading, lines[:at])).whole(), "title:above-film-by", confidence)
            return


def _whole_above(reading: Reading, above: Sequence[Line]) -> Sequence[Line]:
    """The last line of a cover's title with those of its lines that stand over it."""
    usage = _usage(reading.document)
    for count in (3, 2):
        run = above[-count:]
        if len(run) == count and _is_broken(reading, run, usage):
            return run
    return above[-1:]


def _opening(reading: Reading) -> Iterator[Candidate]:
    """The synopsis begins with the title, often with another one in brackets, or in capitals or quotes."""
    for section in reading.of_kind(SectionKind.SYNOPSIS):
        passage = reading.passage(section.lines[:3])
        yield from _on_its_own(reading, section.paragraphs)
        found = BRACKET.match(passage.text)
        if found and found.group("year"):
            yield Candidate(passage.quote(*found.span("title")), "title:synopsis-opening", 0.8)
        quoted = re.match(r"[“\"«„‘']([^”\"»“’']{2,60})[”\"»“’']", passage.text)
        if quoted:
            yield Candidate(passage.quote(*quoted.span(1)), "title:synopsis-quote", 0.55)
        capitals = re.match(r"((?:[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9’'&-]*[ ,]{1,2}){1,8})(?=[a-zà-ÿ(])", passage.text)
        if capitals and len(capitals.group().strip()) > 2:
            yield Candidate(passage.quote(*capitals.span(1)), "title:synopsis-capitals", 0.6)
        return


def _on_its_own(reading: Reading, paragraphs: Sequence[Paragraph]) -> Iterator[Candidate]:
    """The title as the synopsis's own first line."""
    if len(paragraphs) > 1 and len(paragraphs[0]) == 1:
        quote = reading.passage(paragraphs[0]).whole()
        if quote.text[:1].isupper() and quote.text[-1].isalnum() and len(quote.text.split()) <= LONE_WORDS:
            yield Candidate(quote, "title:synopsis-first-line", 0.6)


def _other_titles(reading: Reading, lines: Sequence[Line]) -> Iterator[Claim]:
    """In brackets behind the title at the synopsis's start; beside it on the cover ("TITLE / Other title")."""
    for section in reading.of_kind(SectionKind.SYNOPSIS):
        passage = reading.passage(section.lines[:3])
        found = BRACKET.match(passage.text)
        if found and not found.group("other").isdigit() and (found.group("year") or found.group("other")[:1].isupper()):
            quote = passage.quote(*found.span("other"))
            if found.group("year"):
                yield Claim("film.other_titles", quote.text, {"": quote.spans}, "title:in-brackets", 0.75)
                spans = passage.quote(*found.span("year")).spans
                yield Claim("film.year", int(found.group("year")), {"": spans}, "title:in-brackets", 0.8)
        break
    second = list(_second_line(reading, lines))
    yield from second
    top = _largest(lines)
    if not top or (not second and title_page(reading, lines).title in top):
        yield from _under_the_title(reading, lines)


def _under_the_title(reading: Reading, lines: Sequence[Line]) -> Iterator[Claim]:
    """The line between the title and the "film by" where all type is alike: in brackets, or by itself."""
    for line in title_page(reading, lines).others:
        for quote in _each(reading.document, bare(reading.document, reading.passage([line]).whole())):
            if _may_be_title(quote.text):
                yield Claim("film.other_titles", quote.text, {"": quote.spans}, "title:second-line", 0.7)


def _each(document: Document, quote: Quote) -> list[Quote]:
    """«Kami no Kasa / 紙の傘» are two titles; «Original title: Zegar» is one behind its label."""
    passage = document.passage(quote.spans)
    label, colon, _ = passage.text.partition(": ")
    if colon and vocabulary().facts(label) in TITLE_FACTS:
        passage = document.passage(passage.quote(len(label) + 2, len(passage.text)).spans)
    cuts = list(SLASHED.finditer(passage.text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(passage.text)]
    return [passage.quote(low, high) for low, high in zip(starts, ends, strict=True)]


def _second_line(reading: Reading, lines: Sequence[Line]) -> Iterator[Claim]:
    """Under the largest line of a cover, in display type of its own, before the "film by"."""
    sized = [line for line in lines if line.page == 1 and line.style]
    if len(sized) < 2:
        return
    ordered = sorted({round(line.style.size, 1) for line in sized if line.style}, reverse=True)
    second = [line for line in sized if line.style and len(ordered) > 2 and round(line.style.size, 1) == ordered[1]]
    above = [line for line in sized if line.style and round(line.style.size, 1) == ordered[0]]
    if len(second) == 1 and above and 0 < reading.document.lines.index(second[0]) - reading.document.lines.index(above[-1]) == 1:
        quote = bare(reading.document, reading.passage(second).whole())
        if _may_be_title(quote.text) and not vocabulary().leading_label(quote.text):
            yield Claim("film.other_titles", quote.text, {"": quote.spans}, "title:second-line", 0.7)
