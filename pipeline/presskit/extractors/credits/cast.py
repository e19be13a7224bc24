"""Cast lists: which words are the actor's and which the part's, in whichever order they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.credits.entries import Entry, Value
from presskit.extractors.credits.names import parties
from presskit.extractors.credits.parties import LIKELY, Known, leaning, majority
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Document, Passage, Quote
from presskit.record import CastMember
from presskit.vocabulary import fold, vocabulary

COLON = re.compile(r" ?[:：] ?(?=\S)")
DASH = re.compile(r"\s+[-–—=]+\s+|\s?(?:\. ?){3,}\s?|\s?…+\s?|\s?_{3,}\s?|\s+[|>]\s+| / ")
AS = re.compile(
    r",? (?:as|als|dans le rôle d[eu]|en el papel de|como|nel ruolo di|no papel de|nei panni di|in der Rolle des|spielt|plays) "
)
TAIL = re.compile(r" ?\(([^()]{1,90})\)[ .]*$")
EDGE = " \t-–—=.:…_|,;"
FIRM = 0.2
"""Mean difference in looks from which one side is taken for the actors'; below it the separator's custom decides."""
LEFT_IS_PART = frozenset({"colon", "dash"})


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a row of a cast list as printed; `right` is None for a bare name."""

    left: Quote
    right: Quote | None
    kind: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the kit says elsewhere: its people, the words of its prose, and whether it is a documentary's."""

    known: Known
    prose: frozenset[str]
    documentary: bool


def cast_claims(entry: Entry, document: Document, context: Context) -> Iterator[Claim]:
    """One claim per actor and part, in billing order."""
    pairs = list(_halves(entry.values)) or list(_grouped(entry, document))
    turned = {kind: _actor_left(pairs, kind, context) for kind in dict.fromkeys(pair.kind for pair in pairs)}
    for pair in pairs:
        if pair.right is not None and all(fold(side.text) in word_list("cast_headers") for side in (pair.left, pair.right)):
            continue
        oriented = pair if turned[pair.kind] or pair.right is None else replace(pair, left=pair.right, right=pair.left)
        yield from _claims(oriented, document, context)


def lists_companies(entry: Entry, document: Document) -> bool:
    """«Avec: Le CNC, La Région»: with whose help, not with whom."""
    if entry.label is None or (fold(entry.label.text.partition(" ")[0]) not in word_list("with_words") and not entry.sense.company):
        return False
    names = [party.name.text for run in entry.runs(document) for party in parties(run, Known(), 0.5)]
    return bool(names) and majority(names, Known()) > 0


def _grouped(entry: Entry, document: Document) -> Iterator[Pair]:
    """Rows one by one; a row over a paragraph of names is the part they play, or the kind of performers they are."""
    part: Quote | None = None
    found = list(_runs(entry, document))
    for number, (value, run) in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        if value.leads or number == 0:
            part = None
            if after is not None and not after[0].leads and _over(run.text, after[1].text):
                part = None if vocabulary().roles(run.text) else run.whole()
                continue
        for pair in _pairs(value, run):
            yield replace(pair, right=part, kind="above") if part and pair.right is None else pair


def _over(text: str, below: str) -> bool:
    """Whether a row is no name while the one below it is."""
    if any(pattern.search(text) for pattern in (COLON, DASH, TAIL, AS)) or leaning(below, Known()) > -LIKELY:
        return False
    return len(text.split()) <= 4 and leaning(text, Known()) > -LIKELY / 2 and (_part_looks(text) >= 1 or bool(vocabulary().roles(text)))


def _runs(entry: Entry, document: Document) -> Iterator[tuple[Value, Passage]]:
    held: list[Value] = []
    for value in entry.values:
        if held and not value.joins:
            yield _joined(held, document)
            held = []
        held.append(value)
    if held:
        yield _joined(held, document)


def _joined(values: Sequence[Value], document: Document) -> tuple[Value, Passage]:
    cells = tuple(cell for value in values for cell in value.cells)
    return Value(cells if len(values) == 1 else (cells[0],), leads=values[0].leads), document.passage(
        span for cell in cells for span in cell.spans
    )


def _pairs(value: Value, run: Passage) -> Iterator[Pair]:
    if 1 < len(value.cells) <= 3:
        yield Pair(value.cells[0], value.cells[1], "cells")
        return
    for kind, pattern in (("colon", COLON), ("dash", DASH)):
        found = pattern.search(run.text, 0, 400)
        if found and found.start() and found.end() < len(run.text) and "(" not in run.text[: found.start()]:
            yield Pair(run.quote(0, found.start()), run.quote(found.end(), len(run.text)), kind)
            return
    yield from _listed(run)


def _listed(run: Passage) -> Iterator[Pair]:
    """«A. Doe (Max), B. Roe as Mona and C. Poe»."""
    if "(" not in run.text and not AS.search(run.text):
        yield Pair(run.quote(0, len(run.text)), None, "bare")
        return
    start = 0
    for low, high in [*_commas(run.text), (len(run.text), len(run.text))]:
        piece = run.text[start:low]
        tail, cast_as = TAIL.search(piece), AS.search(piece)
        if tail is not None and tail.start():
            yield Pair(run.quote(start, start + tail.start()), run.quote(start + tail.start(1), start + tail.end(1)), "bracket")
        elif cast_as is not None and cast_as.start():
            yield Pair(run.quote(start, start + cast_as.start()), run.quote(start + cast_as.end(), low), "as")
        elif piece.strip(EDGE):
            yield Pair(run.quote(start, low), None, "bare")
        start = high


def _commas(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char in ",;•|" and depth <= 0:
            yield at, at + 1


def _halves(values: Sequence[Value]) -> Iterator[Pair]:
    """All actors first and all parts after them, or the other way round: two columns read one after the other."""
    count = len(values)
    if count < 4 or count % 2 or any(len(value.cells) > 1 or value.joins for value in values):
        return
    first = [value.cells[0] for value in values[: count // 2]]
    second = [value.cells[0] for value in values[count // 2 :]]
    if any(re.search(r"[:(,]|\s[-–—]\s|\.{3}", quote.text) for quote in (*first, *second)):
        return
    if (_all_full(first) and _mostly_parts(second)) or (_all_full(second) and _mostly_parts(first)):
        yield from (Pair(a, b, "halves") for a, b in zip(first, second, strict=True))


def _all_full(quotes: Sequence[Quote]) -> bool:
    likely = sum(1 for quote in quotes if leaning(quote.text, Known()) <= -LIKELY)
    return likely * 2 >= len(quotes) and all(2 <= len(quote.text.split()) <= 5 and leaning(quote.text, Known()) <= 0 for quote in quotes)


def _mostly_parts(quotes: Sequence[Quote]) -> bool:
    return sum(1 for quote in quotes if _part_looks(quote.text) > 0) * 2 >= len(quotes)


def _actor_left(pairs: Sequence[Pair], kind: str, context: Context) -> bool:
    both = [pair for pair in pairs if pair.kind == kind and pair.right is not None]
    if not both or kind in ("bracket", "as", "bare", "above"):
        return _brackets_upright(both, context)
    votes = [_looks(pair.left.text, context) - _looks(pair.right.text, context) for pair in both if pair.right]
    mean = sum(votes) / len(votes) + _capitals(both, kind)
    return mean > 0 if abs(mean) >= FIRM else kind not in LEFT_IS_PART


def _brackets_upright(both: Sequence[Pair], context: Context) -> bool:
    """«Character (Actor)» is rare: only where the sides clearly look so."""
    votes = [_looks(pair.left.text, context) - _looks(pair.right.text, context) for pair in both if pair.right]
    return not votes or sum(votes) / len(votes) > -1.5


def _capitals(pairs: Sequence[Pair], kind: str) -> float:
    """Where one side is set in capitals it is mostly the actors'; before a colon it is how a label is set."""
    left = sum(1 for pair in pairs if pair.left.text.isupper())
    right = sum(1 for pair in pairs if pair.right and pair.right.text.isupper())
    weight = 1.0 if kind != "colon" else 0.15
    return weight * (left - right) / len(pairs)


def _looks(text: str, context: Context) -> float:
    """How far words look like an actor's name rather than a part's."""
    words = text.split()
    folded = fold(text)
    if folded in context.known.people:
        return 3.0
    score = -_part_looks(text)
    if 2 <= len(words) <= 4 and leaning(text, context.known) < 0:
        score += 1.0
    if len(words) <= 2 and fold(words[0]) in context.prose:
        score -= 0.5
    return score


def _part_looks(text: str) -> float:
    """«The Mother», «Man 1», «Max», «second guard» are parts."""
    words = text.split()
    folded = [fold(word) for word in words]
    score = 0.0
    if len(words) == 1:
        score += 1.0
    if folded and (folded[0] in word_list("articles") or folded[0] in word_list("possessives")) and len(words) > 1:
        score += 1.5
    if any(word in word_list("part_words") for word in folded):
        score += 1.0
    if any(char.isdigit() or char in '#/&"“”' for char in text):
        score += 0.7
    if words and words[-1].islower():
        score += 1.0
    return score - (1.0 if leaning(text, Known()) <= -LIKELY else 0.0)


def _claims(pair: Pair, document: Document, context: Context) -> Iterator[Claim]:
    passage = document.passage(pair.left.spans)
    character = _character(pair, context)
    for party in parties(passage, context.known, -2.0):
        part = character or (None if context.documentary else party.aside or party.house)
        if not _actor(party.name.text):
            continue
        value = CastMember(actor=party.name.text, character=part.text if part else None)
        evidence = {"/actor": party.name.spans} | ({"/character": part.spans} if part else {})
        yield Claim("credits.cast", value, evidence, f"credits:cast-{pair.kind}", 0.9 if part else 0.8)


def _actor(name: str) -> bool:
    """A name, not «30 children» or «and many others»."""
    words = name.split()
    return (
        name[:1].isupper()
        and not any(char.isdigit() for char in name)
        and len(words) <= 7
        and fold(words[0]) not in word_list("crowd_words")
    )


def _character(pair: Pair, context: Context) -> Quote | None:
    """The part's words without the marks around them; nobody plays a part in a documentary."""
    if pair.right is None or context.documentary or fold(pair.right.text) in word_list("self_words"):
        return None
    text = pair.right.text.strip(EDGE)
    return pair.right if text else None
