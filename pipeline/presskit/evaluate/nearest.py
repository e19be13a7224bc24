"""Which lost value became which new one: pairs of items that are much alike though they do not agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from presskit.evaluate.match import Item
from presskit.evaluate.strings import bag

LIKE = 0.4
"""Share of words in common from which two values are one that changed; one of two names, say, is 0.5."""
MOST_HOLDERS = 200
"""A word that more items hold tells nothing; leaving it out keeps the search in proportion to the items."""

Alike = tuple[list[tuple[Item, Item]], list[Item], list[Item]]


def nearest(gone: Sequence[Item], came: Sequence[Item]) -> Alike:
    """The pairs, in the order of `gone`, and what is left of both."""
    if len(gone) == len(came) == 1:
        return [(gone[0], came[0])], [], []
    holders = _holders(came)
    partner: dict[int, int] = {}
    for at, item in enumerate(gone):
        best = _best(item, came, holders, {*partner.values()})
        if best is not None:
            partner[at] = best
    taken = {*partner.values()}
    return (
        [(gone[at], came[other]) for at, other in partner.items()],
        [item for at, item in enumerate(gone) if at not in partner],
        [item for at, item in enumerate(came) if at not in taken],
    )


def _words(item: Item) -> Counter[str]:
    return bag(" ".join((*item.key, *item.texts)))


def _holders(items: Sequence[Item]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for word in _words(item):
            found[word].append(at)
    return {word: places for word, places in found.items() if len(places) <= MOST_HOLDERS}


def _best(item: Item, came: Sequence[Item], holders: Mapping[str, list[int]], taken: set[int]) -> int | None:
    words = _words(item)
    shared: Counter[int] = Counter()
    for word, count in words.items():
        for at in holders.get(word, ()):
            if at not in taken:
                shared[at] += min(count, _words(came[at])[word])
    likeness = {at: 2 * both / (words.total() + _words(came[at]).total()) for at, both in shared.items()}
    best = max(likeness, key=lambda at: (likeness[at], -at), default=None)
    return best if best is not None and likeness[best] >= LIKE else None
