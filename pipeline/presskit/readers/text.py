"""Plain text and Markdown in any encoding; a form feed ends a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from presskit.errors import KitEmpty, KitTooLarge
from presskit.model import Document
from presskit.readers.decoding import decoded
from presskit.readers.draft import Draft, document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.furniture import Edge, furniture, numbered_breaks
from presskit.readers.markdown import plain, styles
from presskit.readers.sides import side_by_side
from presskit.settings import Settings


def read_text(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, KitTooLarge (pages), UnknownFormat (binary content) and what `read_bytes` raises."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    text = decoded(path, data)
    if not text.strip("\ufeff\u200b \t\n\f\r"):
        raise KitEmpty(path)
    pages = text.count("\f") + 1
    if pages > chosen.max_pages:
        raise KitTooLarge(path, f"the text has {pages:,} pages, more than {chosen.max_pages:,}")
    markdown = path.suffix.lower() in (".md", ".markdown")
    draft = _markdown(text) if markdown else _plain(text)
    return document(draft, source_of(path, data, "text/markdown" if markdown else "text/plain", pages))


def _markdown(text: str) -> Draft:
    return Draft(plain(text), dict(styles(text)), original=text)


def _plain(text: str) -> Draft:
    return side_by_side(text, _furniture([page.split("\n") for page in text.split("\f")]))


def _furniture(pages: list[list[str]]) -> list[int]:
    """The numbers of the lines that belong to the pages, counted over the whole text."""
    starts = [0]
    for page in pages:
        starts.append(starts[-1] + len(page))
    filled = [[number for number, line in enumerate(page) if line.strip()] for page in pages]
    if len(pages) == 1:
        return sorted(numbered_breaks([Edge(line.strip()) for line in pages[0]]))
    edges = [list(_edges(page, numbers)) for page, numbers in zip(pages, filled, strict=True)]
    return sorted(starts[page] + filled[page][at] for page, at in furniture(edges))


def _edges(page: list[str], filled: list[int]) -> Iterator[Edge]:
    before = -1
    for number in filled:
        yield Edge(page[number].strip(), above=float(number - before - 1))
        before = number
