"""A kit as sheets, one after the other: pictures of its pages where it has such, else its lines typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.model import Document
from presskit.pictures.paper import opened, paper
from presskit.pictures.sheet import Sheet
from presskit.pictures.typed import typed

PAGED = ("application/pdf", "image/")


def sheets(document: Document, data: bytes, pages: Sequence[int]) -> Iterator[Sheet]:
    """The sheets of these pages, from 1, drawn one by one; `data` is the kit's file, of a picture
    the PDF that was made of it."""
    pdf = opened(data) if document.source.media_type.startswith(PAGED) else None
    try:
        for number in pages:
            drawn = paper(pdf, document, number) if pdf else None
            yield from (drawn,) if drawn else typed(document, number)
    finally:
        if pdf:
            pdf.close()
