"""What a correction holds on to: the kit's words, what kind of fact they tell, and what stands around them; never a position.

A newer extraction may find more or fewer items, or cut the text otherwise. The file is the same, and so are its words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rapidfuzz import fuzz

from presskit.catalogue.pointers import field_of, inside, item_of, matching, value_at
from presskit.record import Evidence, Extraction, Place

AROUND = 60
"""Characters before and after the words: enough to tell one line of a list of credits from another."""
LONG = 80
"""Characters from which words are a text, whose ends may be cut elsewhere by a newer extraction."""
ALIKE = 90
"""Of a hundred: how much of the shorter of two texts is to be found in the longer."""
SECTION_TEXT = re.compile(r"/sections/\d+/text$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """`words` are quotes by their place within the item; `said` what the item was, as JSON; `printed` is given by a person."""

    field: str
    words: Mapping[str, str]
    around: str
    said: str
    printed: str = ""

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def anchor_from(text: str) -> Anchor:
    return Anchor(**json.loads(text))


def plain(text: str) -> str:
    """Words as they are compared: without capitals, and whatever the white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def anchored(record: Extraction, pointer: str, printed: str = "") -> Anchor:
    """What to hold on to for this place of a record."""
    item = item_of(pointer) or pointer
    places = [place for found in near(record, item).values() for place in found.spans]
    around = neighbourhood(record, places[0]) if places else ""
    return Anchor(field_of(pointer), _words(record, item), around, _said(record, item), printed)


def near(record: Extraction, pointer: str) -> dict[str, Evidence]:
    """The evidence of a place and of all within it; that of its item, where it has none of its own."""
    own = {at: evidence for at, evidence in record.evidence.items() if inside(at, pointer)}
    item = item_of(pointer)
    return own or ({item: record.evidence[item]} if item in record.evidence else {})


def _words(record: Extraction, item: str) -> dict[str, str]:
    found = {at: evidence for at, evidence in record.evidence.items() if inside(at, item)}
    quotes = {at.removeprefix(item): " ".join(place.quote for place in evidence.spans) for at, evidence in found.items()}
    return {at: quote for at, quote in quotes.items() if quote.strip()}


def _said(record: Extraction, item: str) -> str:
    try:
        value = value_at(record.kit.model_dump(mode="json"), item)
    except LookupError:
        value = None
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def neighbourhood(record: Extraction, place: Place) -> str:
    """The words with a little of what stands before and after them in their section."""
    for span in _section_spans(record):
        if span.start <= place.start < span.end:
            expected = place.start - span.start
            hits = [hit.start() for hit in re.finditer(re.escape(place.quote), span.quote)]
            start = min(hits, key=lambda hit: abs(hit - expected), default=expected)
            return span.quote[max(0, start - AROUND) : start + len(place.quote) + AROUND]
    return place.quote


def _section_spans(record: Extraction) -> Iterator[Place]:
    for at, found in record.evidence.items():
        if SECTION_TEXT.match(at):
            yield from found.spans


def place_of(record: Extraction, printed: str) -> Place | None:
    """Where a kit prints these words, as closely as its record tells; None where it does not."""
    asked = plain(printed)
    spans = (place for found in record.evidence.values() for place in found.spans)
    holding = [place for place in spans if asked and asked in plain(place.quote)]
    if not holding:
        return None
    closest = min(holding, key=lambda place: (place.end - place.start, place.start))
    start = closest.quote.find(printed)
    if start < 0 or len(closest.quote) != closest.end - closest.start:
        return closest
    begin = closest.start + start
    return Place(page=closest.page, start=begin, end=begin + len(printed), quote=printed)


def found_again(record: Extraction, anchor: Anchor) -> str | None:
    """The place that the anchor holds on to, in this record; None where it is gone."""
    if anchor.printed and place_of(record, anchor.printed) is None:
        return None
    if "*" not in anchor.field:
        stands = all(_stated(record, quote) for quote in anchor.words.values())
        return anchor.field if stands else None
    pattern = anchor.field[: anchor.field.rindex("*") + 1]
    kit = record.kit.model_dump(mode="json")
    items = [item for item in matching(kit, pattern) if _same(record, item, anchor)]
    best = max(items, key=lambda item: _likeness(record, item, anchor), default=None)
    return None if best is None else best + anchor.field[len(pattern) :]


def _stated(record: Extraction, quote: str) -> bool:
    """A fact of the film holds as long as the kit's words for it are read at all, wherever its newest value comes from."""
    joined = (" ".join(place.quote for place in found.spans) for found in record.evidence.values())
    return len(quote) > LONG or place_of(record, quote) is not None or plain(quote) in map(plain, joined)


def _same(record: Extraction, item: str, anchor: Anchor) -> bool:
    """Whether an item rests on the same words; that of two people with one function only one is meant needs all of them."""
    words = _words(record, item)
    shared = anchor.words.keys() & words.keys()
    if not shared:
        return _said(record, item) == anchor.said
    return 2 * len(shared) >= len(anchor.words) and all(_agree(anchor.words[at], words[at]) for at in shared)


def _agree(one: str, other: str) -> bool:
    one, other = plain(one), plain(other)
    if min(len(one), len(other)) > LONG:
        return fuzz.partial_ratio(one, other) >= ALIKE
    return one == other or _holds(one, other) or _holds(other, one)


def _holds(longer: str, shorter: str) -> bool:
    """A name with a title before it is the same name; a letter within a word is not the same word."""
    return bool(shorter) and f" {shorter} " in f" {longer} "


def _likeness(record: Extraction, item: str, anchor: Anchor) -> tuple[bool, float, int]:
    """Among items of the same words: what says the same, then what stands in the same surroundings, then the first."""
    now = anchored(record, item)
    return now.said == anchor.said, round(fuzz.ratio(now.around, anchor.around), 1), -_position(item)


def _position(item: str) -> int:
    return int(item.rpartition("/")[2])


def same_values(one: Any, other: Any) -> bool:
    """Whether everything that `one` states is stated by `other` too, which may say more."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(value in (None, []) or same_values(value, other.get(key)) for key, value in one.items())
    if isinstance(one, str) and isinstance(other, str):
        return plain(one) == plain(other)
    return bool(one == other)
