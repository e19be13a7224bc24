"""Plain text and Markdown: pages end at form feeds, cells stand apart by runs of blanks."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from presskit.model import Document, Line, Source, Span

GAP = re.compile(r"\t|\s{2,}")


def read_text(path: Path) -> Document:
    data = path.read_bytes()
    original = data.decode("utf-8", errors="replace")
    lines: list[Line] = []
    out: list[str] = []
    origin: list[int] = []
    length, page, blank, at = 0, 1, 0, 0
    for raw in re.split(r"(?<=[\n\f])", original):
        page += raw.startswith("\f")
        body = raw.strip()
        start = at + len(raw) - len(raw.lstrip())
        at += len(raw)
        if not body:
            blank += 1
            page += raw.endswith("\f")
            continue
        span = Span(length, length + len(body))
        cells, low = [], 0
        for gap in GAP.finditer(body):
            cells.append(Span(length + low, length + gap.start()))
            low = gap.end()
        cells.append(Span(length + low, span.end))
        lines.append(Line(span, page, blank, float(len(raw) - len(raw.lstrip())), cells=tuple(cells)))
        out.append(body)
        origin.extend(range(start, start + len(body) + 1))
        length += len(body) + 1
        blank = 0
        page += raw.endswith("\f")
    text = "\n".join(out)
    source = Source(path.name, hashlib.sha256(data).hexdigest(), "text/plain", len(data), page)
    return Document(source, original, text, (*origin[: len(text)], len(original)), tuple(lines))
