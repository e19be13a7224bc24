"""One entry of a festival or prize list cut into typed segments at its dashes, commas, brackets and inner joints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.award_words import BREAK_YEAR, Sense, givers_beside, names_award, names_festival, sense_of, words
from presskit.extractors.phrases import Hit, tokens
from presskit.model import Passage, Quote
from presskit.vocabulary import fold, vocabulary

MARK = re.compile(
    r"\s[-–—]+\s|\s?[–—]\s|\s[–—]\s?|\s?[|•·;]\s?|,\s|,(?=\d)|:\s|:$|\s?[()\[\]]\s?|\s/\s|\t"
    r"|(?<=[^\W\d_]{4})\.\s(?=[A-ZÀ-Þ])|(?<=(?:19|20)\d\d)\.\s(?=[A-ZÀ-Þ])"
)
BULLETS = "•●○□■▪▫◦‣►▶→>*·–—-✓★☆♦◆✦"
EDGES = ' .,;:†‡§_"“”„«»' + BULLETS


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of an entry. `lead` is the mark before it, "" at the beginning; "|" for a new line, a tab for a new cell,
    " " behind a year or a joint."""

    passage: Passage
    start: int
    end: int
    lead: str
    sense: Sense

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def quote(self) -> Quote:
        return self.passage.quote(self.start, self.end)

    def part(self, start: int, end: int, lead: str | None = None, sense: Sense | None = None) -> Segment:
        """A part by offsets of the passage, trimmed of marks."""
        start, end = trimmed(self.passage.text, start, end)
        found = replace(self, start=start, end=end, lead=self.lead if lead is None else lead)
        return replace(found, sense=sense or sense_of(found.text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def segments(passages: Sequence[Passage], between: str = "|") -> tuple[Segment, ...]:
    """The typed segments of an entry given as its lines or cells; `between` is the lead of what begins a new one."""
    found: list[Segment] = []
    for index, passage in enumerate(passages):
        for rough in _rough(passage, between if index else ""):
            for by_year in _at_years(rough):
                found.extend(segment for segment in _unjoined(by_year) if segment.text)
    return tuple(_given(found))


def _given(found: Sequence[Segment]) -> Iterator[Segment]:
    """«Premio Roe 2022 – best screenplay»: the prize before the year is who gives the one behind it."""
    senses = [segment.sense for segment in found[:3]]
    given = senses == [Sense.AWARD, Sense.YEAR, Sense.AWARD] or senses == [Sense.AWARD, Sense.YEAR, Sense.RESULT]
    behind = given and found[2].lead == "-" and not any(segment.sense in (Sense.FESTIVAL, Sense.MIXED) for segment in found)
    yield from (replace(segment, sense=Sense.FESTIVAL) if behind and at == 0 else segment for at, segment in enumerate(found))


def _rough(passage: Passage, lead: str) -> Iterator[Segment]:
    """Cut at marks. Within brackets every segment's lead is the bracket."""
    at, depth = 0, 0
    for mark in (*MARK.finditer(passage.text), None):
        end = mark.start() if mark else len(passage.text)
        start, stop = trimmed(passage.text, at, end)
        if start < stop:
            yield Segment(passage, start, stop, "(" if depth else lead, sense_of(passage.text[start:stop]))
        if mark:
            sign = mark.group().strip() or "\t"
            depth = max(0, depth + (sign[-1] in "([") - (sign[0] in ")]"))
            lead = _lead(sign, lead if start >= stop else "")
            at = mark.end()


def _lead(sign: str, pending: str) -> str:
    kind = "-" if sign[0] in "-–—" else sign[0]
    return pending if kind in ")]" and pending else kind


def _at_years(segment: Segment) -> Iterator[Segment]:
    """«Tidewater Festival 2009 Best Film»: the year parts what stands before and behind it."""
    if segment.sense is Sense.YEAR:
        yield segment
        return
    at = segment.start
    lead = segment.lead
    for found in BREAK_YEAR.finditer(segment.passage.text, segment.start, segment.end):
        if found.start() > at:
            yield segment.part(at, found.start(), lead)
        yield segment.part(found.start(), found.end(), " " if found.start() > segment.start else lead, Sense.YEAR)
        at, lead = found.end(), " "
    if at < segment.end:
        yield segment.part(at, segment.end, lead)


def _unjoined(segment: Segment) -> Iterator[Segment]:
    """Prize and festival in one breath: «Prix du public au Festival X», «Festival X Best Film», «Audience Award DokX»."""
    *before, rest = _without_result(segment)
    yield from before
    for part in _parted(rest) if rest.sense is Sense.MIXED else [rest]:
        yield from _each_prize(part) if part.sense is Sense.AWARD else [part]


def _parted(mixed: Segment) -> list[Segment]:
    cut = _cut(mixed.text)
    if cut is None:
        return [replace(mixed, sense=Sense.AWARD if words("award_start").leads(mixed.text) else Sense.FESTIVAL)]
    first, second = cut
    given = any(hit.start < first.end for hit in givers_beside(mixed.text))
    award_first = first.start == 0 and not given and not _is_festival_part(mixed.text[first.start : first.end])
    senses = (Sense.AWARD, Sense.FESTIVAL) if award_first else (Sense.FESTIVAL, Sense.AWARD)
    end = first.end if award_first else _without_joint(mixed.text, first.end)
    one = mixed.part(mixed.start + first.start, mixed.start + end, sense=senses[0])
    return [one, mixed.part(mixed.start + second.start, mixed.start + second.end, " ", senses[1])]


def _without_joint(text: str, end: int) -> int:
    """«Academy Award for», «David di Donatello per il», cut before its category."""
    while True:
        head, _, last = text[:end].rstrip().rpartition(" ")
        if not head or not (words("category_joint").whole(last) or (last.islower() and fold(last) in vocabulary().words("function_words"))):
            return end
        end = len(head)


def _each_prize(award: Segment) -> list[Segment]:
    """«Best Film and Best Score», «Jury Prize and Best Score» are two prizes; «Jury and Audience Award» is left as it is."""
    joint = next((found for found in AND.finditer(award.text) if words("best_word").leads(award.text[found.end() :])), None)
    if joint is None or not names_award(award.text[: joint.start()]):
        return [award]
    one = award.part(award.start, award.start + joint.start(), sense=Sense.AWARD)
    return [one, *_each_prize(award.part(award.start + joint.end(), award.end, ",", Sense.AWARD))]


def _is_festival_part(text: str) -> bool:
    return names_festival(text) and not words("award_start").leads(text)


def _without_result(segment: Segment) -> list[Segment]:
    """«Winner of the Golden Pike at X», «Nominated for Best Film»: the result word stands apart."""
    text = segment.text
    end = max(words(name).leads(text) for name in ("won", "nominated", "selected"))
    if not end or end >= len(text) or segment.sense not in (Sense.AWARD, Sense.MIXED, Sense.FESTIVAL, Sense.OTHER, Sense.SECTION):
        return [segment]
    lead_word = text[:end]
    linked = LINK.match(text, end)
    if names_award(lead_word) or words("festival").inside(lead_word) or not (linked or text[end:].lstrip()[:1].isupper()):
        return [segment]
    rest = linked.end() if linked else end
    result = segment.part(segment.start, segment.start + end, sense=Sense.RESULT)
    return [result, segment.part(segment.start + rest, segment.end, " ")]


AND = re.compile(r"\s(?:&|and|et|und|y|e)\s")
LINK = re.compile(
    r"\s(?:of|for|as|at|in|by|to|du|de|des|pour|comme|aux?|à|für|als|beim|auf|von|del|a|en|para|como|al|alla|ai|come|per|dos?|das?|nos?|nas?|aos?)\b"
    r"(?:\s(?:the|an|a|le|la|les|l['’]|den|die|das|dem|der|el|los|il|lo|o|os|as)\b)?\s?",
    re.IGNORECASE,
)


def _cut(text: str) -> tuple[Hit, Hit] | None:
    """Where prize and festival of one stretch part: at «at», behind the festival, behind «Award», or at «of»."""
    festival = _festival_hit(text)
    if festival is None:
        return None
    awards = sorted((*words("award").hits(text), *words("award_start").hits(text)), key=lambda hit: hit.start)
    before = [hit for hit in awards if hit.start < festival.start]
    if before:
        return _joint(text, before, festival)
    behind = [hit for hit in awards if hit.start >= festival.end]
    if not behind:
        return None
    starts = [hit for hit in behind if words("award_start").leads(text[hit.start :])]
    start = starts[0].start if starts else behind[0].start
    return (Hit(0, start), Hit(start, len(text))) if text[festival.end : start].strip() or starts else None


def _festival_hit(text: str) -> Hit | None:
    hits = [hit for name in ("festival", "festival_name", "giver") for hit in words(name).hits(text)]
    hits += givers_beside(text)
    return min(hits, key=lambda hit: hit.start) if hits else None


def _joint(text: str, before: list[Hit], festival: Hit) -> tuple[Hit, Hit] | None:
    for name in ("at", "of"):
        between = [hit for hit in words(name).hits(text) if before[0].end <= hit.start and hit.end <= festival.start]
        joints = [hit for hit in between if _is_joint(text, hit)]
        if joints:
            return Hit(0, joints[-1].start), Hit(joints[-1].end, len(text))
    heads = [hit for hit in words("award").hits(text) if hit.end <= festival.start]
    if heads and text[heads[-1].end :].lstrip()[:1].isupper():
        return Hit(0, heads[-1].end), Hit(heads[-1].end, len(text))
    return None


def _is_joint(text: str, joint: Hit) -> bool:
    """What follows begins a name: a capital, a number, or the festival word itself."""
    behind = tokens(text[joint.end :])
    return bool(behind) and (behind[0].text[0].isupper() or behind[0].text[0].isdigit() or bool(words("festival").length(behind, 0)))
