"""Lists of festivals and prizes become rows: year and status lines, nested and stacked entries, laurels, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from presskit.extractors.award_entry import NOWHERE, Row, Setting, rows
from presskit.extractors.award_items import Item, items
from presskit.extractors.award_known import Known
from presskit.extractors.award_prose import OWN, Told, told
from presskit.extractors.award_segments import Segment, segments
from presskit.extractors.award_words import Sense, is_date, names_award, names_festival, result_of, words, year_in
from presskit.extractors.contact_words import is_given_name
from presskit.extractors.phrases import tokens
from presskit.model import Reading, Section

SENTENCE_WORDS = 14
MOST_ENTRIES = 2_000
"""Of one list; the longest festival lists have a few hundred."""
LONGEST_ENTRY = 600
"""Characters of an entry; a longer one is no line of a list."""
CREDIBLE = 0.3
"""Of the entries; lists of festivals hold the word in two thirds of their names, lists of anything else in none."""
SECTION_WORDS = 5
NESTED = 1.5
"""An item this much further in (characters or points) than its list hangs on the item above."""


@dataclass(slots=True)
class _State:
    """Year and status as the list goes on, and the entry that waits for what belongs to it."""

    setting: Setting
    waiting: list[Segment] = field(default_factory=list)
    indent: float = 0.0
    credible: bool = True
    skipping: bool = False


def listed(reading: Reading, section: Section, known: Known) -> Iterator[Told]:
    """The rows of an awards section, all of this film but what its sentences say of others. Lists of channels and buyers yield nothing."""
    heading = section.heading.text if section.heading else ""
    entries = [item for item in islice(items(reading, section), MOST_ENTRIES) if len(item.text) <= LONGEST_ENTRY]
    state = _State(Setting(result=_status_result(heading)), credible=_is_credible(entries), skipping=_is_broadcast(heading))
    for at, item in enumerate(entries):
        following = entries[at + 1] if at + 1 < len(entries) else None
        if is_sentence(item.text):
            yield from _sentence(state, item, known)
        else:
            yield from (Told(row, OWN) for row in _step(state, item, following))
    yield from (Told(row, OWN) for row in _flush(state))


def _is_credible(entries: Sequence[Item]) -> bool:
    """Names without a word of festivals or prizes are believed where enough of the others have one."""
    lines = [item.text for item in entries if not _is_year_line(item.text) and not is_status(item.text)]
    telling = sum(names_festival(text) or names_award(text) for text in lines)
    return telling >= CREDIBLE * len(lines)


def _sentence(state: _State, item: Item, known: Known) -> Iterator[Told]:
    for one in told(item.passages[0], known, film=OWN):
        dated = one.row.year is None and state.setting.year is not None
        row = replace(one.row, year=state.setting.year, year_words=state.setting.year_words) if dated else one.row
        yield Told(row, one.film)


def is_sentence(text: str) -> bool:
    return len(tokens(text)) > SENTENCE_WORDS and text.rstrip().endswith((".", "!", "…"))


def _step(state: _State, item: Item, following: Item | None) -> Iterator[Row]:
    text = item.text
    if item.blank_before:
        yield from _flush(state)
    if not item.is_row and _is_year_line(text):
        yield from _year_line(state, item, following)
    elif not item.is_row and is_status(text):
        yield from _flush(state)
        state.setting = replace(state.setting, result=_status_result(text) or state.setting.result)
        state.skipping = _is_broadcast(text)
    elif _is_broadcast_intro(text):
        state.skipping = True
    elif not state.skipping and not _is_on_air(text):
        yield from _entry(state, item)


def _is_year_line(text: str) -> bool:
    return is_date(text) and year_in(text) is not None and len(tokens(text)) <= 3


def _year_line(state: _State, item: Item, following: Item | None) -> Iterator[Row]:
    """Below a festival and above nothing it is that festival's year; else it opens the year's list."""
    last_line = following is None or following.blank_before > 0 or is_status(following.text)
    if state.waiting and not item.blank_before and last_line and not any(part.sense is Sense.YEAR for part in state.waiting):
        state.waiting.extend(segments(item.passages))
        return
    yield from _flush(state)
    state.setting = replace(state.setting, year=year_in(item.text), year_words=item.passages[0].whole())


def is_status(text: str) -> bool:
    """«Nominations», «Complete Festival List», «Prix et distinctions»: a line that says of what kind the following are."""
    if len(tokens(text)) > 6:
        return False
    return words("list_words").made_of(text, words("won"), words("nominated"), words("selected"), words("premiere"))


def _status_result(text: str) -> str | None:
    """«Festivals and awards» says nothing of either."""
    said = [name for name in ("won", "nominated", "selected") if words(name).inside(text)]
    return said[0] if len(said) == 1 else None


def _is_broadcast(text: str) -> bool:
    return words("broadcast").inside(text) and not words("award").inside(text) and not words("festival").inside(text)


def _is_on_air(text: str) -> bool:
    """A day and a channel, and neither festival nor prize: «3 May 2019, 22:45, Channel 4 Television»."""
    return words("channel").inside(text) and any(sign.isdigit() for sign in text) and not names_festival(text) and not names_award(text)


def _is_broadcast_intro(text: str) -> bool:
    return text.rstrip().endswith(":") and _is_broadcast(text)


def _entry(state: _State, item: Item) -> Iterator[Row]:
    parts = list(segments(item.passages, "\t" if item.is_row else "|"))
    nested = bool(item.bullet) and bool(state.waiting) and item.indent > state.indent + NESTED
    if nested:
        state.waiting.extend(_as_prize(parts))
        return
    if not item.blank_before and _is_laurel_section(state, parts):
        state.waiting.append(replace(parts[0], lead="|", sense=Sense.SECTION))
        return
    if state.waiting and not item.blank_before and _belongs(state.waiting, parts):
        state.waiting.extend(replace(parts[0], lead="|") if part is parts[0] else part for part in parts)
        return
    yield from _flush(state)
    if item.blank_before and _says_else(parts, state.setting.result):
        state.setting = replace(state.setting, result=None)
    state.waiting, state.indent = parts, item.indent
    if item.is_row:
        yield from _flush(state, places_apart=item.places_apart)


def _says_else(parts: Sequence[Segment], result: str | None) -> bool:
    """Behind white an entry that names another result than its list ends the list of that result."""
    said = next((result_of(part.text) for part in parts if part.sense is Sense.RESULT), None)
    return result is not None and said is not None and said != result


def _as_prize(parts: Sequence[Segment]) -> list[Segment]:
    """What hangs below a festival is its prize, whatever it is called: «Golden Heron for Best Actress» is one name."""
    if len(parts) > 1 and [part.sense for part in parts[:2]] == [Sense.FESTIVAL, Sense.AWARD] and parts[1].lead == " ":
        parts = [replace(parts[0], end=parts[1].end, sense=Sense.AWARD), *parts[2:]]
    if any(part.sense is Sense.AWARD for part in parts) or not parts:
        return [replace(part, lead="|") for part in parts]
    return [replace(parts[0], lead="|", sense=Sense.AWARD), *parts[1:]]


BESIDES = frozenset({Sense.SECTION, Sense.PREMIERE, Sense.PLACE})


def _belongs(waiting: Sequence[Segment], parts: Sequence[Segment]) -> bool:
    """A prize or section below its festival, or a festival below its prize."""
    festival = any(part.sense is Sense.FESTIVAL for part in parts)
    award = any(part.sense is Sense.AWARD for part in parts)
    senses = {part.sense for part in waiting}
    if waiting[0].sense is Sense.YEAR and parts[0].sense is Sense.YEAR and len(parts) > 1:
        return False
    if _named_below_prize(senses, parts):
        return True
    if award and not festival and (len(_years(waiting) | _years(parts)) > 1 or _names_another(senses, parts)):
        return False
    if award and not festival:
        return (Sense.FESTIVAL in senses and waiting[0].sense is not Sense.AWARD) or senses <= {Sense.AWARD, Sense.RESULT}
    if not festival and {part.sense for part in parts} <= BESIDES:
        return Sense.FESTIVAL in senses and Sense.SECTION not in senses
    prize_first = waiting[0].sense in (Sense.AWARD, Sense.RESULT)
    return festival and not award and prize_first and Sense.FESTIVAL not in senses and Sense.AWARD in senses


def _names_another(waiting: set[Sense], parts: Sequence[Segment]) -> bool:
    """«FIDBA, Buenos Aires, 2020 – Best Photography», «Best Sound, Desert Shorts 2021» below a festival that has its year: a name with
    a year of its own."""
    behind = any(one.sense is Sense.OTHER and one.lead != "(" and other.sense is Sense.YEAR for one, other in pairwise(parts))
    first = parts[0].sense is Sense.OTHER and any(part.sense is Sense.YEAR for part in parts)
    return (Sense.YEAR in waiting and (first or behind)) or (Sense.FESTIVAL in waiting and _is_house(parts))


def _is_house(parts: Sequence[Segment]) -> bool:
    """«Off-Courts Trouville – Prix du public»: a dash between a prize and what is nobody's name."""
    if len(parts) < 2 or parts[0].sense is not Sense.OTHER or (parts[1].sense, parts[1].lead) != (Sense.AWARD, "-"):
        return False
    return not any(is_given_name(word.text) for word in tokens(parts[0].text)[:1])


def _is_laurel_section(state: _State, parts: Sequence[Segment]) -> bool:
    """A laurel's third line, below «Official Selection» and the festival: the programme that the film ran in."""
    senses = {part.sense for part in state.waiting}
    selected = state.setting.result == "selected" or Sense.RESULT in senses
    return (
        selected
        and senses - {Sense.RESULT} == {Sense.FESTIVAL, Sense.YEAR}
        and len(parts) == 1
        and parts[0].sense is Sense.OTHER
        and len(tokens(parts[0].text)) <= SECTION_WORDS
    )


def _named_below_prize(senses: set[Sense], parts: Sequence[Segment]) -> bool:
    """«Winner – Audience Award» over «Shorts of Harrow 2019»: where a year stands beside it, the name needs no word for a festival."""
    open_prize = Sense.AWARD in senses and senses <= {Sense.AWARD, Sense.RESULT}
    return open_prize and parts[0].sense is Sense.OTHER and any(part.sense is Sense.YEAR for part in parts)


def _years(parts: Sequence[Segment]) -> set[int | None]:
    return {year_in(part.text) for part in parts if part.sense is Sense.YEAR} - {None}


def _flush(state: _State, *, places_apart: bool = False) -> Iterator[Row]:
    waiting, state.waiting = state.waiting, []
    if not waiting or not (state.credible or any(part.sense in (Sense.FESTIVAL, Sense.AWARD) for part in waiting)):
        return
    setting = replace(state.setting, places_apart=places_apart)
    for row in rows(waiting, setting):
        yield row if row.year_words is not NOWHERE or row.year is None else replace(row, year_words=setting.year_words)
