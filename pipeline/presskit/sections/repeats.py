"""What every page of a web site repeats, in a kit saved as text: its menu is nobody's content, its address is said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from presskit.model import Document
from presskit.sections.wording import BULLET_MARK, words_of
from presskit.vocabulary import fold, vocabulary

RUN = 3
"""So many lines one after another must be the same; two are a coincidence (a name over its function)."""
OFTEN = 3
APART = 8
"""Lines between two printings of a block; what stands closer is a list whose rows are alike."""
LABEL_WORDS = 3
LABEL_SIGNS = 30
MENU = 4
"""So many labels one under another, each page of the site above its text, are a menu."""
TEXT = 25
"""Words of a paragraph that nobody writes twice by chance."""
SAME = 0.8
"""Share of its words by which a paragraph is one that was printed before, edited a little."""
TELLING = 6
"""Longest words of a paragraph by which it is looked up among those before; one of them at least stands in an edited one, too."""
TITLE_WORDS = 5
NO_LABEL = re.compile(r"[\d@:©]|[.,;?]$")


def repeated_lines(document: Document) -> frozenset[int]:
    """Numbers of the lines that a site prints on each page: all of its menu, and what else was said before."""
    numbers = [number for number, line in enumerate(document.lines) if not line.furniture and document.words(line)]
    texts = [_key(document.words(document.lines[number])) for number in numbers]
    first, again = _repeated(texts)
    menu = {at for run in _runs(first | again) for at in _menu(texts, run)}
    if not menu:
        return frozenset()
    aside = again | menu
    return frozenset(numbers[at] for at in aside) | _told_again(document, [number for at, number in enumerate(numbers) if at not in aside])


def _told_again(document: Document, numbers: Sequence[int]) -> frozenset[int]:
    """Paragraphs that open once more in a window of the site, with the name above them."""
    found: set[int] = set()
    told: dict[str, list[Counter[str]]] = {}
    paragraphs = list(_paragraphs(document, numbers))
    for at, paragraph in enumerate(paragraphs):
        words = Counter(word.casefold() for number in paragraph for word in words_of(document.words(document.lines[number])))
        if words.total() < TEXT:
            continue
        telling = sorted(words, key=lambda word: (-len(word), word))[:TELLING]
        if any((words & before).total() >= SAME * words.total() for word in telling for before in told.get(word, ())):
            found.update(paragraph)
            found.update(paragraphs[at - 1] if _is_title(document, paragraphs[at - 1]) else ())
            continue
        for word in telling:
            told.setdefault(word, []).append(words)
    return frozenset(found)


def _paragraphs(document: Document, numbers: Sequence[int]) -> Iterator[list[int]]:
    held: list[int] = []
    for number in numbers:
        if held and document.lines[number].blank_before:
            yield held
            held = []
        held.append(number)
    if held:
        yield held


def _is_title(document: Document, paragraph: Sequence[int]) -> bool:
    return len(paragraph) == 1 and len(words_of(document.words(document.lines[paragraph[0]]))) <= TITLE_WORDS


def _key(text: str) -> str:
    return fold(BULLET_MARK.sub("", text))


def _repeated(texts: Sequence[str]) -> tuple[set[int], set[int]]:
    """Places of blocks that are printed often: those of the first printing, and those of all others."""
    first: set[int] = set()
    again: set[int] = set()
    for places in _places(texts).values():
        apart = [place for at, place in enumerate(places) if not at or place - places[at - 1] >= APART]
        if len(apart) < OFTEN:
            continue
        first.update(range(places[0], places[0] + RUN))
        again.update(at for place in places[1:] for at in range(place, place + RUN))
    return first - again, again


def _places(texts: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(texts) - RUN + 1):
        places.setdefault(tuple(texts[at : at + RUN]), []).append(at)
    return places


def _runs(places: set[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in sorted(places):
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _menu(texts: Sequence[str], run: Sequence[int]) -> Iterator[int]:
    """The labels in a repeated block that stand together, if two of them are words of menus or headings."""
    held: list[int] = []
    for at in (*run, None):
        if at is not None and _is_label(texts[at]):
            held.append(at)
            continue
        if len(held) >= MENU and sum(map(_names_a_page, (texts[at] for at in held))) >= 2:
            yield from held
        held = []


def _is_label(text: str) -> bool:
    return len(text) <= LABEL_SIGNS and 1 <= len(words_of(text)) <= LABEL_WORDS and not NO_LABEL.search(text)


def _names_a_page(text: str) -> bool:
    known = vocabulary().words("menu_words") | vocabulary().words("link_labels")
    return text in known or any(not sense.rest for sense in vocabulary().headings(text))
