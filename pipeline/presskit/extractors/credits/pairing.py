"""Cast lists that print actors and parts apart: in two blocks, on rows by turns, with a comma, or told apart by capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.entry import Value
from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Passage, Quote
from presskit.vocabulary import fold, vocabulary

MARKED = re.compile(r"[:(,]|\s[-–—]\s|\.{3}")
WORD = re.compile(r"\S+")
QUOTED = re.compile(r"[“„«\"‹‘]\s?([^“”„«»\"‹›]{1,60}?)\s?[”“»\"›’]")
"""A row that is nothing but words in quotation marks."""
FEW = 2
MOST = 4
"""Words of an actor's name."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a row of a cast list as printed; `right` is None for a bare name."""

    left: Quote
    right: Quote | None
    kind: str


def paired(values: Sequence[Value]) -> Iterator[Pair]:
    """The pairs of a list set in one of these ways throughout; nothing if it is not."""
    if len(values) < 2 * FEW or len(values) % 2 or any(len(value.cells) > 1 or value.joins for value in values):
        return
    quotes = [value.cells[0] for value in values]
    if any(MARKED.search(quote.text) for quote in quotes):
        return
    half = len(quotes) // 2
    ways: tuple[tuple[str, Sequence[Quote], Sequence[Quote], bool], ...] = (
        ("turns", quotes[::2], quotes[1::2], _in_twos(values)),
        ("halves", quotes[:half], quotes[half:], _in_halves(values)),
    )
    for kind, first, second, certain in sorted(ways, key=lambda way: not way[3]):
        if kind == "turns" and not certain and any(vocabulary().roles(quote.text) for quote in (quotes[0], quotes[-1])):
            continue
        if _sides(first, second, certain=certain) or _sides(second, first, certain=certain):
            yield from (Pair(a, b, kind) for a, b in zip(first, second, strict=True))
            return


def remarked(runs: Sequence[Passage]) -> Iterator[Pair]:
    """«Jane Doe, the Mother», row by row."""
    found = [(run, run.text.find(", ")) for run in runs]
    if len(found) <= FEW or any(low < 0 or run.text.count(",") > 1 or MARKED.search(run.text.replace(",", "")) for run, low in found):
        return
    pairs = [Pair(run.quote(0, low), run.quote(low + 2, len(run.text)), "comma") for run, low in found]
    if _distinct([pair.left for pair in pairs], []) and _mostly_parts([pair.right for pair in pairs if pair.right]):
        yield from pairs


def quoted(runs: Sequence[Passage]) -> Iterator[Pair]:
    """«“Maud”» on a row of its own under the name of who plays her; nothing of a list without such rows."""
    parts = [QUOTED.fullmatch(run.text) for run in runs]
    if not any(parts) or parts[0]:
        return
    for at, (run, part) in enumerate(zip(runs, parts, strict=True)):
        below = parts[at + 1] if at + 1 < len(parts) else None
        if part is None:
            yield Pair(run.whole(), runs[at + 1].quote(*below.span(1)), "quoted") if below else Pair(run.whole(), None, "bare")


def by_capitals(run: Passage) -> Pair | None:
    """«JANE DOE the Mother», «Mona JANE DOE»: the actor is set in capitals, the part is not."""
    words = list(WORD.finditer(run.text[:LONGEST]))
    shouted = [word[0].isupper() and len(word[0].rstrip(".")) > 1 for word in words]
    count = sum(shouted)
    if not 2 <= count <= MOST or count == len(words) or len(words) > 2 * MOST or "," in run.text:
        return None
    if all(shouted[:count]):
        cut = words[count].start()
        return Pair(run.quote(0, cut), run.quote(cut, len(run.text)), "capitals") if words[count][0][:1].isupper() or count > 1 else None
    if all(shouted[-count:]):
        cut = words[-count].start()
        return Pair(run.quote(cut, len(run.text)), run.quote(0, cut), "capitals")
    return None


def _in_twos(values: Sequence[Value]) -> bool:
    """White space above every second row only."""
    return all(value.leads for value in values[2::2]) and not any(value.leads for value in values[1::2])


def _in_halves(values: Sequence[Value]) -> bool:
    """White space right in the middle, and nowhere else."""
    half = len(values) // 2
    return values[half].leads and not any(value.leads for at, value in enumerate(values[1:], 1) if at != half)


def _sides(actors: Sequence[Quote], parts: Sequence[Quote], *, certain: bool) -> bool:
    if certain and _distinct(actors, parts):
        return True
    if all(part_looks(quote.text) >= 1 for quote in parts):
        return all(_may_be_actor(quote.text) for quote in actors)
    return _all_full(actors) and _mostly_parts(parts)


def _may_be_actor(text: str) -> bool:
    return 2 <= len(text.split()) <= MOST and leaning(text, Known()) < 0 and part_looks(text) <= 0


def _distinct(actors: Sequence[Quote], parts: Sequence[Quote]) -> bool:
    """Names of two words and more on one side, which the other side has less often or sets in other letters."""
    if not all(2 <= len(quote.text.split()) <= 5 and leaning(quote.text, Known()) < 0 for quote in actors):
        return False
    if not parts:
        return True
    return any(len(quote.text.split()) == 1 or part_looks(quote.text) > 0 for quote in parts) or (
        all(quote.text.isupper() for quote in actors) and not any(quote.text.isupper() for quote in parts)
    )


def _all_full(quotes: Sequence[Quote]) -> bool:
    likely = sum(1 for quote in quotes if leaning(quote.text, Known()) <= -LIKELY)
    no_parts = bool(likely) and not any(part_looks(quote.text) > 0 for quote in quotes)
    return (likely * 2 >= len(quotes) or no_parts) and all(
        2 <= len(quote.text.split()) <= 5 and leaning(quote.text, Known()) <= 0 for quote in quotes
    )


def _mostly_parts(quotes: Sequence[Quote]) -> bool:
    return sum(1 for quote in quotes if part_looks(quote.text) > 0) * 2 >= len(quotes)


def part_looks(text: str) -> float:
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
