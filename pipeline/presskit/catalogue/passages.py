"""What a kit can be found by: its titles, its names, its paragraphs, each with its page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from presskit.catalogue.rows import Row
from presskit.record import Extraction
from presskit.vocabulary import fold

LONGEST = 1200
"""Characters of one passage: what is shown of a hit should be a paragraph, not a chapter."""
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without spaces: each sign is a word, or nothing within a line would ever be found."""
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
KINDS = ("title", "person", "company", "passage")
"""What is found, in the order in which it is shown."""
KIND_BITS, LENGTH_BITS = 61, 54
EXACT, STEP = 64, 19
"""Up to 64 characters each length has its place, from there on every 19: all lengths fit into 128 places."""


def folded(text: str) -> str:
    """Words without accents, capitals and punctuation, as both sides of a search are compared."""
    return " ".join(WORD.findall(fold(text)))


def passages_of(extraction: Extraction) -> Iterator[Row]:
    """Each title and name once, then every paragraph of every section."""
    digest = extraction.source.sha256
    for n, row in enumerate(_found(extraction), 1):
        number = first_of(str(row["kind"])) + (_place(str(row["words"])) << LENGTH_BITS) + _number(digest, n)
        yield {"passage": number, "kit": digest, "n": n, **row}


def first_of(kind: str) -> int:
    """The least number of a kind. Numbers are in the order in which hits are shown, so that nothing need be sorted to find the first."""
    return KINDS.index(kind) << KIND_BITS


def _place(words: str) -> int:
    """Shorter ones first: what is little more than the words asked for is likelier meant."""
    return min(len(words), EXACT) + min(max(len(words) - EXACT, 0) // STEP, EXACT - 1)


def _number(digest: str, n: int) -> int:
    """A number of 54 bits, the same wherever this kit is loaded."""
    return int(hashlib.sha256(f"{digest} {n}".encode()).hexdigest()[:15], 16) % (1 << LENGTH_BITS)


def _found(extraction: Extraction) -> Iterator[Row]:
    kit = extraction.kit
    named = [("title", title) for title in (kit.film.title, *kit.film.other_titles) if title]
    named += [("person", name) for name in (*kit.film.directors, *(m.actor for m in kit.credits.cast), *(m.name for m in kit.credits.crew))]
    named += [("person", entity.text) for entity in kit.entities if entity.label == "PERSON"]
    named += [("company", company.name) for company in kit.credits.companies]
    # One form of a name is enough to be found by: how it is set in capitals makes no other name.
    for (kind, _), words in {(kind, folded(words)): words for kind, words in reversed(named)}.items():
        yield _passage(kind, words, words, None)
    for n, section in enumerate(kit.sections):
        page = _page(extraction, n)
        for paragraph in _paragraphs(section.text):
            yield _passage("passage", section.heading or section.kind, paragraph, page)


def _passage(kind: str, name: str, words: str, page: int | None) -> Row:
    return {"kind": kind, "name": name, "page": page, "words": words, "folded": folded(words)}


def _page(extraction: Extraction, section: int) -> int | None:
    """The page a section begins on; paragraphs of long sections stand there or later."""
    found = extraction.evidence.get(f"/sections/{section}/text") or extraction.evidence.get(f"/sections/{section}")
    return found.spans[0].page if found and found.spans else None


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        held = paragraph.strip()
        while len(held) > LONGEST:
            cut = held.rfind(" ", 0, LONGEST)
            cut = cut if cut > 0 else LONGEST
            yield held[:cut]
            held = held[cut:].lstrip()
        if held:
            yield held
