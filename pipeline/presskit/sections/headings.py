"""Which lines may be headings: by the words of the trade, by how they are set, by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from presskit.model import Document, Line, SectionKind, Span
from presskit.sections import wording
from presskit.sections.beneath import alone_under, is_spec, over_names, paragraph
from presskit.sections.conversations import of_conversation
from presskit.sections.film_owners import person_above
from presskit.sections.heading import Heading, quote_of
from presskit.sections.layout import Layout, gap_between
from presskit.sections.namesakes import named_for_films, of_company
from presskit.sections.patronage import names_companies
from presskit.sections.person_heads import by_name, of_person, over_figures, with_name
from presskit.sections.stems import stemmed
from presskit.sections.titles import OF_SOMEBODY, film_by, is_content, like_a_title, runs_on
from presskit.sections.wording import is_day, is_name, is_prose, words_of
from presskit.vocabulary import HeadingSense, fold, vocabulary

LONGEST = 110
"""Characters of the longest heading; longer lines are never looked up."""
MOST_WORDS = 14
NAME_WORDS = 6
PLAIN = 0.9
"""What a line in a heading's words needs: white above, at least, and one thing more."""
Senses = tuple[HeadingSense, ...]
OVER_ADDRESS = 0.5
"""How much surer a heading of addresses is right above one."""
ADDRESS_LINES = 5
PERSONS = frozenset({SectionKind.BIOGRAPHY, SectionKind.FILMOGRAPHY, SectionKind.INTERVIEW, SectionKind.STATEMENT})
"""Kinds that a heading says with whose it is."""
RUN_IN = frozenset({SectionKind.SYNOPSIS, SectionKind.STATEMENT, SectionKind.NOTES, SectionKind.INTERVIEW, SectionKind.BIOGRAPHY})
"""Kinds whose heading may stand in one line with the text it opens ("LOGLINE: Two sisters …")."""


def heading_at(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    line = lines[at]
    if len(line.span) > LONGEST * 3:
        return None
    found = (
        of_person(document, lines, at)
        or of_conversation(document, lines, at)
        or _over_lines(document, lines, at, layout)
        or _worded(document, lines, at, layout)
        or _run_in(document, lines, at)
        or _stemmed(document, lines, at, layout)
        or _of_person(document, lines, at, layout)
        or _set_apart(document, lines, at, layout)
    )
    if found and not found.rest:
        found = over_figures(document, lines, at + len(found.lines), found)
        return with_name(document, lines, at, found)
    return found


def _worded(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    """A line whose words are a heading of the trade."""
    line = lines[at]
    text = document.words(line)
    if len(text) > LONGEST or len(words_of(text)) > MOST_WORDS or text.endswith((".", ",", ";")):
        return None
    senses = vocabulary().headings(text)
    cover = film_by(text) and senses and senses[0].rest and not _presents_a_person(document, lines, at, senses[0])
    if not senses or wording.BULLET.match(text) or cover:
        return None
    if senses[0].rest and stemmed(senses[0].rest):
        return None
    if senses[0].kind is SectionKind.BIOGRAPHY and (_heads_nothing if senses[0].rest else _heads_entries)(document, lines, at):
        return None
    if senses[0].kind is SectionKind.FILMOGRAPHY and senses[0].topic and at + 1 < len(lines) and is_spec(document.words(lines[at + 1])):
        return None
    below = " ".join(document.words(line) for line in lines[at + 1 : at + 4])
    prose_below = is_prose(below) or (at + 2 < len(lines) and is_prose(document.words(lines[at + 2])))
    named = named_for_films(senses, text, prose_below=prose_below)
    senses = tuple(of_company(sense, below, layout.makers) for sense in named)
    strength = _strength(document, lines, at, layout)
    pair = wording.PAIR.match(text) and is_content(text) and not _is_persons(senses[0])
    address = any(sense.kind is SectionKind.CONTACTS for sense in senses[:1]) and _over_address(document, lines, at)
    strength += OVER_ADDRESS * address
    label = not address and bool(vocabulary().roles(text) or vocabulary().company_role(text) or pair)
    of_life = any(sense.kind is SectionKind.BIOGRAPHY for sense in senses)
    if label and prose_below and (of_life or not alone_under(document, lines, at)):
        label = False
    elif label and wording.PAIR.match(text):
        return None
    elif label and over_names(document, lines, at):
        senses = tuple(sense for sense in senses if sense.kind not in RUN_IN)
    if not senses:
        return None
    return Heading(quote_of(document, (line,)), senses, strength, (line,), label=label) if strength >= PLAIN else None


def _over_address(document: Document, lines: Sequence[Line], at: int) -> bool:
    """A mail address or a phone number within the block below."""
    block = takewhile(lambda line: not line.blank_before, lines[at + 1 : at + 1 + ADDRESS_LINES])
    return any(wording.MAIL.search(text) or wording.PHONE.search(text) for text in map(document.words, block))


def _is_persons(sense: HeadingSense) -> bool:
    """«JANE DOE – BIOGRAPHY»: two sides of a dash, and no credit."""
    return sense.kind in PERSONS and not sense.topic and is_name(sense.rest)


def _stemmed(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    """A line set apart in words that begin like a heading's in a language without a list of headings."""
    line, text = lines[at], document.words(lines[at])
    if at + 1 >= len(lines) or not gap_between(lines[at - 1] if at else None, line):
        return None
    if len(text) > LONGEST or not like_a_title(text) or is_content(text) or vocabulary().roles(text):
        return None
    senses, strength = stemmed(text), _strength(document, lines, at, layout)
    return Heading(quote_of(document, (line,)), senses, strength, (line,)) if senses and strength >= PLAIN else None


def _presents_a_person(document: Document, lines: Sequence[Line], at: int, sense: HeadingSense) -> bool:
    """«El director: Jane Doe» over a text about her is a heading, not a line of the cover."""
    below = " ".join(document.words(line) for line in lines[at + 1 : at + 3])
    parts = {fold(word) for word in sense.rest.split() if len(word) > 2}
    return sense.kind is SectionKind.BIOGRAPHY and is_prose(below) and bool(parts & set(fold(below).split()))


def _heads_nothing(document: Document, lines: Sequence[Line], at: int) -> bool:
    """A name and function with another heading right below sign the text above."""
    return at + 1 >= len(lines) or bool(vocabulary().headings(document.words(lines[at + 1])) and not is_name(document.words(lines[at + 1])))


def _heads_entries(document: Document, lines: Sequence[Line], at: int) -> bool:
    """«ACTRESS» over «2014 Low Tide» is what she did in those films: a group of the list, and no life."""
    below = [document.words(line) for line in lines[at + 1 : at + 2]]
    return any(wording.YEAR_LEAD.match(text) and len(words_of(text)) <= NAME_WORDS * 2 and not is_prose(text) for text in below)


def _strength(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> float:
    """How much a line is set like a heading."""
    line, text = lines[at], document.words(lines[at])
    before, after = (lines[at - 1] if at else None), (lines[at + 1] if at + 1 < len(lines) else None)
    strength = 0.4
    strength += 0.5 * text.split(":")[0].isupper()
    strength += 0.6 * layout.stands_out(line)
    strength += 0.4 * text.endswith(":")
    strength += 0.5 * gap_between(before, line)
    strength += 0.3 * (after is not None and after.blank_before > 0)
    under_text = text.endswith(":") and before is not None and wording.ends_sentence(document.words(before))
    strength += 0.5 * (under_text and after is not None and wording.is_film_line(document.words(after)))
    return strength


def _over_lines(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    """One heading broken over two lines, or printed in two languages one above the other."""
    pair = lines[at : at + 2]
    if (
        len(pair) < 2
        or len(words_of(document.words(pair[1]))) > NAME_WORDS
        or pair[1].blank_before
        or pair[0].page != pair[1].page
        or sum(len(line.span) for line in pair) > LONGEST
    ):
        return None
    texts = [document.words(line) for line in pair]
    alike = all(text.isupper() for text in texts) or all(layout.stands_out(line) for line in pair) or bool(OF_SOMEBODY.match(texts[1]))
    if not alike or not gap_between(lines[at - 1] if at else None, pair[0]):
        return None
    senses = _senses_over_lines([vocabulary().headings(text) for text in texts], vocabulary().headings(" ".join(texts)), texts[1])
    if not senses:
        return None
    return Heading(quote_of(document, pair), senses, _strength(document, lines, at, layout), tuple(pair))


def _senses_over_lines(each: Sequence[Senses], both: Senses, below: str) -> Senses:
    """Two lines that each head the same kind are one heading printed twice. Else the second must be needed: the first means
    nothing without it, or leaves a name open that goes on there."""
    first, second = each
    if not first:
        return both
    if first[0].kind is SectionKind.INTERVIEW and is_name(first[0].rest) and vocabulary().roles(below):
        return first  # «INTERVIEW WITH ADA BROOK / WRITER AND DIRECTOR»
    if second and not OF_SOMEBODY.match(below):
        kinds = {sense.kind for sense in second}
        return tuple(sense for sense in first if sense.kind in kinds)
    goes_on = bool(OF_SOMEBODY.match(below)) if not first[0].rest else both and both[0].rest.startswith(first[0].rest)
    return both if both and both[0].kind == first[0].kind and goes_on else ()


def _run_in(document: Document, lines: Sequence[Line], at: int) -> Heading | None:
    line = lines[at]
    text = document.words(line)
    colon = text.find(":")
    if not 2 < colon < 60 or len(words_of(text[colon:])) < (1 if text[:colon].isupper() else 3):
        return None
    senses = tuple(sense for sense in vocabulary().headings(text[:colon]) if sense.kind in RUN_IN)
    if not senses or vocabulary().roles(text[:colon]):
        return None
    following = " ".join(document.words(after) for after in lines[at + 1 : at + 3])
    if not is_prose(text[colon + 1 :] + " " + following) or not (
        gap_between(lines[at - 1] if at else None, line) or text[:colon].isupper()
    ):
        return None
    head, rest = _split(document, line, colon)
    return Heading(quote_of(document, (head,)), senses, 1.1 + 0.4 * text[:colon].isupper(), (head,), rest)


def _split(document: Document, line: Line, colon: int) -> tuple[Line, Line]:
    """A line cut behind its colon; `colon` is an offset in the line's words."""
    passage = document.passage((line.span,))
    end = passage.quote(0, colon + 1).spans[-1].end
    start = passage.quote(colon + 1, len(passage.text)).spans[0].start
    head = replace(line, span=Span(line.span.start, end), cells=(Span(line.span.start, end),))
    rest = replace(line, span=Span(start, line.span.end), cells=(Span(start, line.span.end),), blank_before=0)
    return head, rest


def _set_apart(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    """A heading in words of its own: set like one, with prose below."""
    line = lines[at]
    text = document.words(line)
    before, after = (lines[at - 1] if at else None), (lines[at + 1] if at + 1 < len(lines) else None)
    if after is None or len(text) > LONGEST or not like_a_title(text) or not gap_between(before, line):
        return None
    if (before is not None and not _closed(document, before)) or is_content(text):
        return None
    if wording.CITED.match(text) or (wording.YEAR_LEAD.match(text) and wording.YEAR_LEAD.match(document.words(after))):
        return None  # a review and its paper, two films of a list
    if is_day(document.words(after)) or runs_on(document.words(after)) or film_by(document.words(after)) or _signs(document, lines, at):
        return None
    if any(names_companies(document.words(below)) for below in lines[at + 1 : at + 3]):
        return None
    display = layout.stands_out(line) or (text.isupper() and len(words_of(text)) >= 1)
    if not at and not _opens_text(document, lines[1:]):
        return None
    below = " ".join(document.words(next_line) for next_line in lines[at + 1 : at + 5])
    prose = is_prose(below) or (is_name(text) and is_prose(paragraph(document, lines, at + 1)))
    if not prose or (not display and (is_prose(text) or layout.is_full(line))):
        return None
    if len(document.words(after)) < 40 and not display and not is_name(text):
        return None
    senses = by_name(text, below, layout) if at else ()
    if vocabulary().headings(document.words(after)) and not (senses and len(words_of(document.words(after))) == 1):
        return None
    return Heading(quote_of(document, (line,)), senses, 0.5 + 0.5 * display + 0.3 * bool(after.blank_before), (line,))


def _of_person(document: Document, lines: Sequence[Line], at: int, layout: Layout) -> Heading | None:
    """A name with a function or part under it, over a list of films."""
    found = person_above(document, lines, at)
    if not found:
        return None
    senses, covered = found
    return Heading(quote_of(document, covered), senses, _strength(document, lines, at, layout), tuple(covered))


def _opens_text(document: Document, lines: Sequence[Line]) -> bool:
    """Whether the first paragraph is running text, not the next line of a cover."""
    return is_prose(paragraph(document, lines, 0))


def _signs(document: Document, lines: Sequence[Line], at: int) -> bool:
    """A name between the end of a text and the next heading signs the text."""
    if at == 0 or not is_name(document.words(lines[at])):
        return False
    return wording.ends_sentence(document.words(lines[at - 1])) and bool(vocabulary().headings(document.words(lines[at + 1])))


def _closed(document: Document, before: Line) -> bool:
    """Nothing runs on from the line before (no comma or article left hanging)."""
    text = document.words(before)
    return not text.endswith((",", "-")) and not (is_prose(text) and not wording.ends_sentence(text))
