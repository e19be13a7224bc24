"""Cast lists: which words are the actor's and which the part's, in whichever order they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.credits.entry import Entry, Value
from presskit.extractors.credits.names import parties
from presskit.extractors.credits.pairing import Pair, by_capitals, paired, part_looks, quoted, remarked
from presskit.extractors.credits.parties import LIKELY, Known, leaning, majority
from presskit.extractors.credits.splits import AS
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Document, Passage, Quote
from presskit.record import CastMember
from presskit.vocabulary import fold, vocabulary

COLON = re.compile(r" ?[:：] ?(?=\S)")
DASH = re.compile(r"\s+[-–—=]+\s+|\s?(?:\. ?){3,}\s?|\s\.{1,2}\s|\s?…+\s?|\s?_{3,}\s?|\s+[|>]\s+| / ")
TAIL = re.compile(r" ?\(([^()]{1,90})\)[ .]*$")
AND = re.compile(r" (?:and|et|und|sowie|y|e|ed|en|&) ")
AND_OTHERS = re.compile(r"(?:,|\s(?:u|v|und)\.?)?\s(?:u\. ?(?:v\. ?)?a\.|etc\.?|et al\.?|u\.a\.m\.)$")
EDGE = " \t-–—=.:…_|,;"
ACRONYM = 5
LONGEST = 4_000
"""Characters of a cast that is told in a sentence."""
MOSTLY = 0.5
FIRM = 0.2
"""Mean difference in looks from which one side is taken for the actors'; below it the separator's custom decides."""
INTRODUCED = re.compile(r"(?P<name>[^,;:()–—]{4,50}?)\s?[*†]{0,2},\s(?P<rest>\S.{1,100})$")
FEW_TOLD = 2
LEFT_IS_PART = frozenset({"colon", "dash"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the kit says elsewhere: its people, the words of its prose, and whether it is a documentary's."""

    known: Known
    prose: frozenset[str]
    documentary: bool


def cast_claims(entry: Entry, document: Document, context: Context) -> Iterator[Claim]:
    """One claim per actor and part, in billing order."""
    rows = _alone(entry, document)
    pairs = (
        list(quoted(rows))
        or list(paired(entry.values))
        or list(introduced(_printed(entry, document), context))
        or list(remarked(rows))
        or list(_grouped(entry, document))
    )
    turned = {kind: _actor_left(pairs, kind, context) for kind in dict.fromkeys(pair.kind for pair in pairs)}
    for pair in pairs:
        if pair.right is not None and all(fold(side.text) in word_list("cast_headers") for side in (pair.left, pair.right)):
            continue
        oriented = pair if turned[pair.kind] or pair.right is None else replace(pair, left=pair.right, right=pair.left)
        yield from _claims(oriented, document, context)


def lists_companies(entry: Entry, document: Document, *, among: bool = False) -> bool:
    """«Avec: Le CNC, La Région»: with whose help, not with whom. `among`: companies are listed above or below, and no cast."""
    if entry.label is None or (fold(entry.label.text.partition(" ")[0]) not in word_list("with_words") and not entry.sense.company):
        return False
    runs = entry.runs(document)
    runs = runs[:1] if entry.inline else runs
    sided = sum(any(pattern.search(run.text) for pattern in (COLON, DASH, TAIL)) for run in runs)
    if any(AS.search(run.text) for run in runs) or (len(runs) > 2 and sided * 2 > len(runs)):
        return False
    names = [party.name.text for run in runs for party in parties(run, Known(), 0.5)]
    values = [leaning(name, Known()) for name in names]
    shouted = any(name.isupper() and len(name) > ACRONYM for name in names)
    if values and max(values) >= LIKELY / 2 and min(values) > -LIKELY / 2 and not shouted:
        return True
    if among and " " in entry.label.text and names and majority(names, Known()) > -MOSTLY:
        return True
    single = entry.sense.company is not None and entry.inline and len(names) == 1
    return bool(names) and (majority(names, Known()) > 0 or (single and majority(names, Known()) == 0))


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


def introduced(rows: Sequence[Passage], context: Context) -> Iterator[Pair]:
    """The people of a documentary, each with who they are: «Jane Doe, fisherwoman, Hull», «and the voice of Max Roe»."""
    found = [INTRODUCED.match(row.text) for row in rows]
    told = [row for row, one in zip(rows, found, strict=True) if one and _tells_who(one["name"], one["rest"], context)]
    if not context.documentary or len(told) < FEW_TOLD or len(told) * 2 < len(rows):
        return
    for row, one in zip(rows, found, strict=True):
        voice = _voice_of(row.text)
        if one and row in told:
            yield Pair(row.quote(*one.span("name")), None, "introduced")
        elif voice or row.text[:1].isupper():
            yield Pair(row.quote(voice, len(row.text)), None, "introduced")


def _tells_who(name: str, rest: str, context: Context) -> bool:
    """What follows the comma is no further name."""
    first = rest.split(",")[0]
    named = leaning(first, Known()) < 0 and len(first.split()) > 1 and first.istitle()
    return leaning(name, context.known) < 0 and (rest[:1].islower() or not named)


def _voice_of(text: str) -> int:
    """Where the name begins in «and the voice of Max Roe»; 0 where the row says nothing of the kind."""
    folded = fold(text.replace("’", "'"))
    lead = next((phrase for phrase in sorted(word_list("voice_of"), key=len, reverse=True) if folded.startswith(phrase)), "")
    end = len(lead)
    while lead and end < len(text) and text[end] == " ":
        end += 1
    return end if lead and text[end : end + 1].isupper() else 0


def _printed(entry: Entry, document: Document) -> list[Passage]:
    """The rows as printed, whatever seems to go on in the next one; nothing of a list in columns."""
    alone = all(len(value.cells) == 1 for value in entry.values)
    return [document.passage(value.cells[0].spans) for value in entry.values] if alone else []


def _alone(entry: Entry, document: Document) -> list[Passage]:
    """The rows of a list that has one cell in each; nothing of any other."""
    found = list(_runs(entry, document))
    return [run for _, run in found] if all(len(value.cells) == 1 for value, _ in found) else []


def _over(text: str, below: str) -> bool:
    """Whether a row is no name while the one below it is."""
    if any(pattern.search(text) for pattern in (COLON, DASH, TAIL, AS)) or leaning(below, Known()) > -LIKELY:
        return False
    return len(text.split()) <= 4 and leaning(text, Known()) > -LIKELY / 2 and (part_looks(text) >= 1 or bool(vocabulary().roles(text)))


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
    if len(value.cells) > 2 and all(len(cell.text.split()) > 1 and leaning(cell.text, Known()) <= -LIKELY for cell in value.cells):
        yield from (Pair(cell, None, "bare") for cell in value.cells)  # players side by side, as on a poster
        return
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
        yield by_capitals(run) or Pair(run.quote(0, len(run.text)), None, "bare")
        return
    start = 0
    for low, high in [*_joints(run.text), (len(run.text), len(run.text))]:
        piece = run.text[start:low]
        tail, cast_as = TAIL.search(piece), AS.search(piece)
        if tail is not None and tail.start():
            yield Pair(run.quote(start, start + tail.start()), run.quote(start + tail.start(1), start + tail.end(1)), "bracket")
        elif cast_as is not None and cast_as.start():
            yield Pair(run.quote(start, start + cast_as.start()), run.quote(start + cast_as.end(), low), "as")
        elif piece.strip(EDGE):
            yield Pair(run.quote(start, low), None, "bare")
        start = high


def _joints(text: str) -> Iterator[tuple[int, int]]:
    """Where one pair ends and the next begins: commas, and an «and» before a further name."""
    commas = list(_commas(text))
    if len(text) > LONGEST:
        yield from commas
        return
    ends = [low for low, _ in commas] + [len(text)]
    for found in AND.finditer(text):
        end = next(low for low in ends if low >= found.start())
        after = text[found.end() : end]
        last = end == len(text) and AS.search(text[: found.start()]) and 2 <= len(after.split()) <= 4 and leaning(after, Known()) < 0
        if (AS.search(after) or TAIL.search(after) or last) and text.count("(", 0, found.start()) == text.count(")", 0, found.start()):
            commas.append(found.span())
    yield from sorted(commas)


def _commas(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char in ",;•|" and depth <= 0:
            yield at, at + 1


def _actor_left(pairs: Sequence[Pair], kind: str, context: Context) -> bool:
    both = [pair for pair in pairs if pair.kind == kind and pair.right is not None]
    if not both or kind in ("bracket", "as", "bare", "above", "quoted"):
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
    score = -part_looks(text)
    if 2 <= len(words) <= 4 and leaning(text, context.known) < 0:
        score += 1.0
    if len(words) <= 2 and fold(words[0]) in context.prose:
        score -= 0.5
    return score


def _claims(pair: Pair, document: Document, context: Context) -> Iterator[Claim]:
    passage = document.passage(pair.left.spans)
    character = _character(pair, context)
    more = AND_OTHERS.search(passage.text)
    if more:
        passage = document.passage(passage.quote(0, more.start()).spans)
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
