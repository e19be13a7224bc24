"""One printed film of a filmography taken apart: year, title, other titles, form, running time, functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from presskit.extractors.lives.film_details import Detail, Group, detail_of, is_by_somebody
from presskit.extractors.lives.film_shapes import RUNTIME, YEARS
from presskit.extractors.lives.names import is_name
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Passage, Quote, Spans
from presskit.record import FilmographyEntry
from presskit.vocabulary import fold, vocabulary

LEAD = re.compile(rf"(?:[-–—•·*►▪\s]{{0,4}}|\d{{1,2}}[.)]\s)(?P<open>[(\[]?)(?P<year>{YEARS})[)\]]?(?:\s*[-–—:.,|•·/]+\s*|\s+|$)")
ANY_YEAR = re.compile(rf"(?<![\d’'])(?P<year>{YEARS})(?![\d’'])")
BULLET = re.compile(r"[-–—•·*►▪\s]{1,4}|\d{1,2}[.)]\s")
QUOTED = re.compile(r"[“„«\"‘‚](?P<title>[^“”„«»\"]{1,120}?)[”“»\"’](?=[\s,.;:()\[\]/–-]|$)")
SPLIT = re.compile(r"\s*[,;|•·]\s+|\s+[-–—]\s+|\s+/\s+|\s*[()\[\]]\s*\.?|(?<!\b[^\W\d_])\.\s+")
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece between marks; `mark` is what stands in front of it: `,` `(` `/` `-` or "" at the start."""

    start: int
    end: int
    mark: str
    inside: bool
    detail: Detail


@dataclass(frozen=True, slots=True)
class Entry:
    """A parsed film: every value with the words it comes from."""

    title: Quote
    year: int | None = None
    year_spans: Spans = ()
    others: tuple[Quote, ...] = ()
    detail: Detail = field(default_factory=Detail)


@dataclass(frozen=True, slots=True)
class _Dated:
    """Where the film's own words begin and end, its year taken off."""

    year: int | None
    spans: Spans
    start: int
    end: int


def year_of(text: str) -> int:
    """Of a range the first."""
    return int(text[:4])


def parse_entry(passage: Passage, stops: Sequence[int] = ()) -> Entry | None:
    """A film with its details; None where no title is left. `stops` are offsets at which cells of the line end."""
    text = passage.text[:LONGEST]
    dated = _leading(passage, text)
    quoted = QUOTED.match(text, dated.start)
    fragments = list(_fragments(text, quoted.end() if quoted else dated.start, dated.end, stops))
    if quoted:
        title, rest = passage.quote(*quoted.span("title")), fragments
    else:
        at, behind = _title_range(text, fragments)
        if at >= len(fragments):
            return None
        end = _title_end(text, fragments[at].start, fragments[behind - 1].end, dated.year is not None)
        title, rest = passage.quote(*_stripped(text, fragments[at].start, end)), [*fragments[:at], *fragments[behind:]]
        rest = [*_cut_off(text, end, fragments[behind - 1]), *rest]
    if not any(char.isalnum() for char in title.text):
        return None
    return _with_rest(passage, Entry(title, dated.year, dated.spans), rest)


def _leading(passage: Passage, text: str) -> _Dated:
    lead = LEAD.match(text)
    if lead and lead.end() < len(text):
        low, high = lead.span("year")
        return _Dated(year_of(lead["year"]), passage.quote(low, high).spans, lead.end(), len(text))
    bullet = BULLET.match(text)
    start = bullet.end() if bullet else 0
    stage = stage_end(text, start)
    return _Dated(None, (), stage, len(text))


def stage_end(text: str, start: int = 0) -> int:
    """Where the title begins behind «In development –», or `start`."""
    words = list(re.finditer(r"\S+", text[start : start + 60]))
    for count in range(min(5, len(words)), 0, -1):
        end = start + words[count - 1].end()
        if fold(text[start:end].strip("()[]")) in life_words("in_development"):
            mark = re.compile(r"[\s:–—\-|)\],.]*").match(text, end)
            return mark.end() if mark else end
    return start


def _fragments(text: str, start: int, end: int, stops: Sequence[int]) -> Iterator[Fragment]:
    """The text cut at commas, brackets, spaced dashes and slashes, and at the ends of cells."""
    at, mark, depth = start, "", 0
    for low, high, sign in _marks(text, start, end, stops):
        if low > at and text[at:low].strip(" .:"):
            yield _fragment(text, (at, low), mark, depth > 0)
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        at, mark = high, "(" if sign in "([" else sign
    if text[at:end].strip(" .:"):
        yield _fragment(text, (at, end), mark, depth > 0)


def _marks(text: str, start: int, end: int, stops: Sequence[int]) -> list[tuple[int, int, str]]:
    found = [(mark.start(), mark.end(), mark.group().strip()[:1] or ",") for mark in SPLIT.finditer(text, start, end)]
    found = [mark for mark in found if mark[2] != "." or not _abbreviates_maker(text[start : mark[0]])]
    found += [(stop, stop, "|") for stop in stops if start < stop < end]
    made = _made_by().search(text, start + 1, end)
    if made and is_by_somebody(text[made.end() : end]):
        found.append((made.start(), made.end(), ","))
    colon = text.find(": ", start, min(end, start + 30))
    if colon > 0 and text.count(" ", start, colon) < 3 and detail_of(text[start:colon]).forms:
        found.append((colon, colon + 2, ","))
    return sorted(found)


@cache
def _made_by() -> re.Pattern[str]:
    """The white between a title and «regia di Ada Brook»."""
    phrases = sorted(life_words("made_by_phrases"), key=len, reverse=True)
    return re.compile(rf"\s(?=(?i:{'|'.join(map(re.escape, phrases))})\s[A-ZÀ-Þ])")


def _abbreviates_maker(before: str) -> bool:
    """The stop of «dir. Ada Brook» ends nothing."""
    words = before.rsplit(maxsplit=1)
    return bool(words) and fold(words[-1]) in life_words("by_words")


def _fragment(text: str, at: tuple[int, int], mark: str, inside: bool) -> Fragment:
    start, end = at
    while start < end and text[start] in " .:":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    sign = {"[": "(", "–": "-", "—": "-", ";": ",", "|": ",", "•": ",", "·": ",", ")": ",", "]": ","}.get(mark, mark)
    return Fragment(start, end, sign, inside, detail_of(text[start:end]))


def _title_range(text: str, fragments: Sequence[Fragment]) -> tuple[int, int]:
    """First and last fragment of the title: details in front of it are passed over («2013, short, Ballast»), commas inside it kept."""
    at = 0
    while (
        at + 1 < len(fragments) and _precedes(text, fragments[at]) and not fragments[at + 1].detail and _may_follow(text, fragments[at + 1])
    ):
        at += 1
    behind = at + 1
    if any(fragment.detail for fragment in fragments[behind:]) or len(fragments) <= 2:
        while behind < len(fragments) and _goes_on(text, fragments[behind]):
            behind += 1
    return at, behind if behind == at + 1 or _all_title(text, fragments[at:behind]) else at + 1


def _precedes(text: str, fragment: Fragment) -> bool:
    """A form or function that stands in front of the title; in capitals it would be a title itself, «LIGHT, WATER»."""
    phrase = text[fragment.start : fragment.end]
    short = phrase[:1].islower() or (bool(fragment.detail.forms) and phrase.count(" ") < 2)
    return bool(fragment.detail) and not phrase.isupper() and short


def _may_follow(text: str, fragment: Fragment) -> bool:
    return (
        fragment.mark in ",-"
        and not fragment.inside
        and text[fragment.start].isupper()
        and not is_by_somebody(text[fragment.start : fragment.end])
    )


def _goes_on(text: str, fragment: Fragment) -> bool:
    return (
        fragment.mark in {",", "."}
        and not fragment.inside
        and not fragment.detail
        and not is_by_somebody(text[fragment.start : fragment.end])
    )


def _all_title(text: str, fragments: Sequence[Fragment]) -> bool:
    """A comma belongs to the title when capitals run on over it, or what follows is plainly no name."""
    if all(fragment.mark == "." for fragment in fragments[1:]):
        return True
    first = text[fragments[0].start : fragments[0].end]
    others = [text[fragment.start : fragment.end] for fragment in fragments[1:]]
    if first.isupper():
        return all(other.isupper() and len(other) > 4 for other in others)
    return all(other[:1].islower() or _has_small_words(other) for other in others)


def _has_small_words(phrase: str) -> bool:
    """«Light and Bread» goes on with a title; «Quayside Pictures» and «Leo Finn» do not."""
    small = [word for word in phrase.split() if fold(word) in vocabulary().words("function_words")]
    return bool(small) and not is_name(phrase)


def _title_end(text: str, start: int, end: int, dated: bool) -> int:
    """Where a title ends inside its fragment: before a running time, a year, or small words behind capitals."""
    runtime = RUNTIME.search(text, start, end)
    if runtime and runtime.start() > start:
        end = runtime.start()
    years = [] if dated else [year for year in ANY_YEAR.finditer(text, start, end) if year.start() > start]
    if years and years[-1].end() >= end - 1:
        end = years[-1].start()
    return _capitals_end(text, start, end)


def _capitals_end(text: str, start: int, end: int) -> int:
    """«BALLAST short film 15 min»: capitals that are followed by details in small letters."""
    words = list(re.finditer(r"\S+", text[start:end]))
    count = next((at for at, word in enumerate(words) if any(char.islower() for char in word.group())), len(words))
    shout = "".join(word.group() for word in words[:count])
    if not 0 < count < len(words) or sum(char.isalpha() for char in shout) < 4:
        return end
    rest = text[start + words[count].start() : end]
    return start + words[count - 1].end() if detail_of(rest) or is_by_somebody(rest) else end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while (end > start and text[end - 1] in " ,;:–—-|/") or (end > start + 1 and text[end - 1] == "." and text[end - 2] != "."):
        end -= 1
    for opener, closer in (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("*", "*"), ("_", "_")):
        if end - start > 2 and text[start] == opener and text[end - 1] == closer:
            start, end = start + 1, end - 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_off(text: str, start: int, last: Fragment) -> Iterator[Fragment]:
    """What stood behind the title in its own fragment."""
    if start < last.end and text[start : last.end].strip():
        yield _fragment(text, (start, last.end), ",", inside=False)


def _with_rest(passage: Passage, entry: Entry, rest: Sequence[Fragment]) -> Entry:
    titles = True
    for fragment in rest:
        phrase = passage.text[fragment.start : fragment.end]
        detail = fragment.detail
        year = ANY_YEAR.fullmatch(phrase.strip()) or (ANY_YEAR.search(phrase) if entry.year is None else None)
        if entry.year is None and year and (fragment.inside or len(phrase) < 14 or detail):
            low, high = fragment.start + year.start("year"), fragment.start + year.end("year")
            entry = replace(entry, year=year_of(year["year"]), year_spans=passage.quote(low, high).spans)
        if detail:
            spans = passage.quote(fragment.start, fragment.end).spans
            entry = replace(entry, detail=entry.detail.and_also(detail.seen_at(spans)))
        elif titles and _other_title(fragment, phrase, entry):
            start, end = _stripped(passage.text, fragment.start + _label_end(phrase), fragment.end)
            entry = replace(entry, others=(*entry.others, passage.quote(start, end)))
        titles = titles and fragment.mark in "(/"
    return entry


def _other_title(fragment: Fragment, phrase: str, entry: Entry) -> bool:
    if fragment.mark not in ("(", "/") or year_only(phrase) or is_by_somebody(phrase) or len(entry.others) > 2:
        return False
    return phrase[:1].isupper() or phrase[:1].isdigit() or phrase[:1] in '“„«"¿¡' or _label_end(phrase) > 0


def year_only(text: str) -> bool:
    return bool(re.fullmatch(rf"[\s(\[]*{YEARS}[)\]\s.:–-]*", text))


def _label_end(phrase: str) -> int:
    """«aka», «Originaltitel:», «English title:» in front of another title."""
    words = list(re.finditer(r"\S+", phrase[:60]))
    for count in range(min(4, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        if fold(phrase[:end]) in life_words("title_labels"):
            return words[count].start()
    return 0


def entry_value(entry: Entry, group: Group) -> FilmographyEntry:
    """The record's form of an entry; what a group heading says holds where the entry itself is silent."""
    return FilmographyEntry(
        year=entry.year,
        title=entry.title.text,
        other_titles=[title.text for title in entry.others],
        forms=list(dict.fromkeys((*group.forms, *entry.detail.forms))),  # type: ignore[arg-type]
        runtime_minutes=entry.detail.minutes or None,
        roles=list(entry.detail.roles or group.roles),
    )
