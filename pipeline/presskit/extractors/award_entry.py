"""One entry of a festival or prize list becomes rows: festival, year, section, prize, result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from presskit.extractors.award_segments import Segment
from presskit.extractors.award_words import LONGEST_OTHER, Sense, names_award, result_of, words, year_in
from presskit.extractors.contact_words import is_given_name
from presskit.extractors.phrases import Hit, tokens
from presskit.model import Quote

NOWHERE = Quote("", ())
IN_CITY = re.compile(r"\s(?:à|in)\s[A-ZÀ-Ý][^\W\d_]*(?:[\s-][A-ZÀ-Ý][^\W\d_]*){0,3}$")
WINNER = re.compile(
    r"\s(?:for|to|für|an|pour|à|para|per|a|ad|al|alla|ao|à)\s(?:(?:Dona|Dom|Don|Doña|Sir|Dame)\s)?(?P<given>[A-ZÀ-Þ][\w’'-]{1,20})(?:\s(?:[A-ZÀ-Þ][\w’'-]{0,25}\.?|de|del|van|von|da|di)){1,4}$"
)
LEADING = re.compile(
    r"^(?:at(?: the)?|the|aux?|à(?: la)?|beim|bei|auf der|en el|en la|al|alla|no|na|l[ea]s?|des|du|der|die|das|el|los|il)\s(?=\S)"
)
"""Small words in front of a name that began in the middle of a sentence; capitalised articles belong to the name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines above say for an entry: year and result."""

    year: int | None = None
    year_words: Quote = NOWHERE
    result: str | None = None
    places_apart: bool = False
    """Places have a column of their own, so that a comma is part of the name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record in the making."""

    festival: Quote
    year: int | None
    year_words: Quote
    section: Quote
    award: Quote
    result: str
    result_words: Quote
    place: str = ""
    """What stands beside the festival's name, as far as it is no other part of the row: it tells two of one name apart."""


@dataclass(slots=True)
class _Group:
    """A festival and what the entry says of it."""

    festival: list[Segment] = field(default_factory=list)
    year: Segment | None = None
    section: Segment | None = None
    awards: list[tuple[Segment, Segment | None]] = field(default_factory=list)
    result: Segment | None = None
    place: str = ""


def rows(parts: Sequence[Segment], setting: Setting) -> Iterator[Row]:
    """The rows of an entry; none where it names no festival and no prize."""
    for group in _groups(_settled(parts, setting)):
        yield from _rows(group, setting)


def _settled(parts: Sequence[Segment], setting: Setting) -> list[Segment]:
    """Prizes and festivals that only their place in the entry betrays."""
    settled = _enumeration(_results_make_prizes(_prizes_cut(parts)))
    if not any(part.sense is Sense.FESTIVAL for part in settled):
        settled = _festival_by_place(settled, setting)
    return settled


def _enumeration(parts: list[Segment]) -> list[Segment]:
    """«Harrow Film Festival, Moorland Shorts, Tinmouth Festival»: names by commas only, more than one of them a festival."""
    named = [part for part in parts if part.sense in (Sense.FESTIVAL, Sense.OTHER)]
    by_comma = [part for part in named[1:] if part.lead == ","]
    festivals = sum(part.sense is Sense.FESTIVAL and len(tokens(part.text)) > 1 for part in named)
    if len(named) < 3 or len(by_comma) < len(named) - 1 or festivals < 2 or any(part.sense is Sense.AWARD for part in parts):
        return parts
    return [replace(part, sense=Sense.FESTIVAL, lead="|") if part in named and _may_be_name(part.text) else part for part in parts]


def _prizes_cut(parts: Sequence[Segment]) -> list[Segment]:
    """«Prix du film expérimental à Fiver», «Mention spéciale catégorie international»: what is not the prize's name comes off."""
    found: list[Segment] = []
    for at, part in enumerate(parts):
        behind = parts[at + 1] if at + 1 < len(parts) else None
        joint = _last_joint(part.text) if part.sense is Sense.AWARD else None
        if joint and behind is not None and behind.sense is Sense.FESTIVAL and behind.lead == ",":
            found.append(part.part(part.start, part.start + joint.start, sense=Sense.AWARD))
            found.append(part.part(part.start + joint.end, part.end, " ", Sense.OTHER))
        else:
            found.extend(piece for named in _nomination_cut(_without_winner(part)) for piece in _without_category(named))
    return found


def _without_winner(part: Segment) -> Segment:
    """«Prix d'interprétation pour Ada Brook»: who has it is no part of the prize's name."""
    winner = WINNER.search(part.text) if part.sense is Sense.AWARD else None
    if winner is None or not is_given_name(winner["given"]):
        return part
    return part.part(part.start, part.start + winner.start(), sense=Sense.AWARD)


def _nomination_cut(part: Segment) -> list[Segment]:
    """«candidatura miglior fotografia»: the word in front says what became of it."""
    end = words("nominated").leads(part.text) if part.sense is Sense.AWARD else 0
    if not end or not names_award(part.text[end:]):
        return [part]
    return [part.part(part.start, part.start + end, sense=Sense.RESULT), part.part(part.start + end, part.end, " ", Sense.AWARD)]


def _without_category(part: Segment) -> list[Segment]:
    noun = next((hit for hit in words("section_noun").hits(part.text) if hit.start), None)
    if part.sense is not Sense.AWARD or noun is None or not words("award").inside(part.text[: noun.start]):
        return [part]
    award = part.part(part.start, part.start + noun.start, sense=Sense.AWARD)
    return [award, part.part(part.start + noun.start, part.end, " ", Sense.SECTION)]


def _results_make_prizes(parts: list[Segment]) -> list[Segment]:
    """«Single Documentary – nominee»: what stands before the result word is the prize."""
    found = list(parts)
    for at in range(1, len(found)):
        named = any(part.sense is Sense.FESTIVAL for part in found[: at - 1])
        result = found[at].sense is Sense.RESULT and result_of(found[at].text) != "selected"
        if result and named and found[at - 1].sense in (Sense.OTHER, Sense.SECTION) and found[at - 1].lead != "(":
            found[at - 1] = replace(found[at - 1], sense=Sense.AWARD)
    return found


def _festival_by_place(parts: list[Segment], setting: Setting) -> list[Segment]:
    awards = [at for at, part in enumerate(parts) if part.sense is Sense.AWARD]
    others = [at for at, part in enumerate(parts) if part.sense is Sense.OTHER and part.lead != "("]
    if awards and not others:
        return _split_award(parts, awards[0])
    if not others or not _may_be_name(parts[others[0]].text):
        return parts
    first = others[0]
    name = _with_subtitle(parts, first, setting)
    return [*parts[:first], name, *(part for part in parts[first + 1 :] if part.start >= name.end or part.passage is not name.passage)]


def _may_be_name(text: str) -> bool:
    """Short, and with more capitals than a sentence has; one exclamation mark is part of some names."""
    known = [word for word in tokens(text) if word.folded.isalnum()]
    lower = [word for word in known if word.text[0].islower() and not words("particle").length((word,), 0)]
    return 0 < len(known) <= LONGEST_OTHER and len(lower) * 2 <= len(known) + 1 and not (text.endswith(".") and len(known) > 3)


def _with_subtitle(parts: list[Segment], first: int, setting: Setting) -> Segment:
    """«Short Reels, monthly night at the film house, Ghent»: the last of several is the place."""
    run = [first]
    while run[-1] + 1 < len(parts) and parts[run[-1] + 1].lead == "," and parts[run[-1] + 1].sense is Sense.OTHER:
        run.append(run[-1] + 1)
    behind = parts[run[-1] + 1] if run[-1] + 1 < len(parts) else None
    country = behind is not None and behind.lead == "," and behind.sense is Sense.PLACE
    last = run[-1] if setting.places_apart or (len(run) == 1 and not country) else run[-2] if len(run) > 1 else run[0]
    return replace(parts[first], end=parts[last].end, sense=Sense.FESTIVAL)


def _split_award(parts: list[Segment], at: int) -> list[Segment]:
    """«Special mention for its colours at Animaré»: no festival word, but a place where one is named. A prize alone is its own giver,
    unless it is only «Best Film»."""
    part = parts[at]
    joint = _last_joint(part.text) or _behind_head(part.text)
    if joint is None and words("best").leads(part.text):
        return parts
    if joint is None:
        return [*parts[:at], replace(part, sense=Sense.FESTIVAL), *parts[at + 1 :]]
    award = part.part(part.start, part.start + joint.start, sense=Sense.AWARD)
    return [*parts[:at], award, part.part(part.start + joint.end, part.end, " ", Sense.FESTIVAL), *parts[at + 1 :]]


def _last_joint(text: str) -> Hit | None:
    joints = [hit for hit in words("at").hits(text) if hit.start and text[hit.end :].lstrip()[:1].isupper()]
    joints = [hit for hit in joints if not words("award_start").leads(text[hit.end :])]
    return joints[-1] if joints and names_award(text[: joints[-1].start]) else None


def _behind_head(text: str) -> Hit | None:
    """«Audience Award DocTarn»: a capital right behind the word for prize."""
    heads = [hit for hit in words("award").hits(text) if hit.start and text[hit.end : hit.end + 2][1:].isupper()]
    return Hit(heads[-1].end, heads[-1].end) if heads else None


def _groups(parts: Sequence[Segment]) -> Iterator[_Group]:
    """One group for each festival; what stands before the first belongs to it too."""
    group = _Group()
    prize_first = next((part.sense for part in parts if part.sense in (Sense.AWARD, Sense.FESTIVAL)), None) is Sense.AWARD
    for at, part in enumerate(parts):
        if part.sense is Sense.FESTIVAL and group.festival and not _continues(parts, at, group):
            yield group
            group = _Group(year=group.year if not prize_first else None)
        if part.sense is Sense.AWARD and prize_first and group.festival and any(p.sense is Sense.FESTIVAL for p in parts[at:]):
            yield group
            group = _Group()
        _add(group, parts, at)
    if group.festival:
        yield group


def _continues(parts: Sequence[Segment], at: int, group: _Group) -> bool:
    """«70. Filmtage - Internationale Filmtage Musterstadt»: one festival by two names."""
    if parts[at - 1] is not group.festival[-1] or group.awards:
        return False
    short = len(tokens(parts[at - 1].text)) <= 2 and not words("festival_name").inside(parts[at].text)
    return parts[at].lead == "-" or (parts[at].lead == "," and short)


def _add(group: _Group, parts: Sequence[Segment], at: int) -> None:
    part = parts[at]
    if part.sense is Sense.FESTIVAL and (part.lead != "(" or (group.awards and not group.festival)):
        group.festival.extend(_name_before(parts, at, group))
        group.festival.append(part)
    elif part.sense is Sense.YEAR and year_in(part.text):
        group.year = part
    elif part.sense is Sense.AWARD:
        group.awards.append((part, group.result))
    elif part.sense is Sense.SECTION or _is_section_by_place(parts, at, group):
        group.section = group.section or part
    elif part.sense is Sense.RESULT:
        _add_result(group, part)
    elif group.festival and part.sense in (Sense.PLACE, Sense.OTHER):
        group.place = group.place or part.text


def _add_result(group: _Group, part: Segment) -> None:
    """Behind a prize the word is about that prize, before it about all that follow."""
    if group.awards and group.awards[-1][1] is None:
        group.awards[-1] = (group.awards[-1][0], part)
    else:
        group.result = part


def _name_before(parts: Sequence[Segment], at: int, group: _Group) -> list[Segment]:
    """«Fiver, festival international de vidéodanse»: a short name in front of the full one."""
    before = parts[at - 1] if at else None
    joined = before is not None and before.sense is Sense.OTHER and parts[at].lead in (",", "-") and before.passage is parts[at].passage
    if not joined or before is None or group.festival or before.lead not in ("", " ", "|", "\t"):
        return []
    return [before]


def _is_section_by_place(parts: Sequence[Segment], at: int, group: _Group) -> bool:
    """Between the festival and its prize, or between it and its city, by dashes; or alone in its cell."""
    part = parts[at]
    if part.sense is not Sense.OTHER or not group.festival or len(tokens(part.text)) > LONGEST_OTHER // 2:
        return False
    behind = parts[at + 1] if at + 1 < len(parts) else None
    if part.lead == "\t":
        return True
    return part.lead == "-" and behind is not None and behind.lead == "-" and behind.sense in (Sense.AWARD, Sense.OTHER)


def _rows(group: _Group, setting: Setting) -> Iterator[Row]:
    festival = _festival_name(group.festival)
    if not festival:
        return
    year = year_in(group.year.text) if group.year else setting.year
    year_words = group.year.quote if group.year else setting.year_words
    section = group.section.quote if group.section else NOWHERE
    if not group.awards:
        said = (group.result and result_of(group.result.text)) or None
        listed = "selected" if group.section and setting.result == "won" else setting.result
        result = said or listed or ("won" if names_award(festival.text) else "selected")
        yield Row(festival, year, year_words, section, NOWHERE, result, group.result.quote if group.result else festival, group.place)
    for award, word in group.awards:
        said = result_of(word.text) if word else None
        result = said if said and said != "selected" else "nominated" if setting.result == "nominated" else "won"
        yield Row(festival, year, year_words, section, award.quote, result, word.quote if word else award.quote, group.place)


def _festival_name(parts: Sequence[Segment]) -> Quote:
    """The name from its first to its last segment, without a city that follows «in»."""
    first, last = parts[0], parts[-1]
    start, end = first.start, last.end
    text = first.passage.text
    city = IN_CITY.search(text[start:end])
    if city and words("festival").inside(text[start : start + city.start()]):
        end = start + city.start()
    lead = LEADING.match(text[start:end])
    return first.passage.quote(start + (lead.end() if lead else 0), end)
