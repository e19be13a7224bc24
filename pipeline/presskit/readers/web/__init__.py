"""Web pages: their content, without what surrounds it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from presskit.errors import KitEmpty, KitTooLarge
from presskit.model import Document
from presskit.readers.draft import document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.flow import flow_draft
from presskit.readers.web.clutter import repeated
from presskit.readers.web.parsing import pages
from presskit.readers.web.walk import page_lines
from presskit.settings import Settings


def read_html(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, KitTooLarge (pages), UnknownFormat (binary content) and what `read_bytes` raises."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    roots = list(pages(path, data))
    if len(roots) > chosen.max_pages:
        raise KitTooLarge(path, f"the file has {len(roots):,} pages, more than {chosen.max_pages:,}")
    lines = repeated(list(chain.from_iterable(page_lines(root, number) for number, root in enumerate(roots, 1))))
    if not lines:
        raise KitEmpty(path)
    return document(flow_draft(lines), source_of(path, data, "text/html", len(roots)))
