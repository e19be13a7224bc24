"""OpenDocument texts: paragraphs, headings, lists, tables, notes, frames, heads and feet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from presskit.errors import KitDamaged, KitEmpty, KitEncrypted
from presskit.model import Document
from presskit.readers.draft import document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.flow import Flow, FlowLine, Look, flow_draft
from presskit.readers.grid import listed, put_row
from presskit.readers.office.format import NOTE_SHARE, SHORT, TOP, Above, Format
from presskit.readers.office.odf_styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Odf, odf_styles
from presskit.readers.office.package import Element, Package
from presskit.settings import Settings

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
AROUND = frozenset(
    {f"{TEXT}{name}" for name in ("section", "list", "list-item", "list-header", "index-body", "table-of-content", "index-title")}
    | {f"{OFFICE}text", f"{DRAW}text-box", f"{DRAW}frame", f"{STYLE}header", f"{STYLE}footer", f"{TEXT}note-body"}
)
"""What stands around blocks."""
UNREAD = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation", f"{OFFICE}forms", f"{TEXT}ruby-text"})
MOST_REPEATED = 50
"""Times that a cell says it is repeated, at most: spreadsheets repeat empty ones to their edge."""
DEEPEST = 60


def read_odt(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, KitDamaged, KitEncrypted, KitTooLarge, KitUnsafe and what `read_bytes` raises."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    package = Package(path, data, chosen)
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and any(str(child.tag).endswith("}encryption-data") for child in manifest.iter()):
        raise KitEncrypted(path)
    content, styles = package.part("content.xml"), package.part("styles.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if body is None:
        raise KitDamaged(path, "there is no text document in the file")
    sheet = odf_styles([root for root in (styles, content) if root is not None])
    flow, writer = Flow(), Writer(sheet)
    writer.blocks(iter(body), flow)
    flow.end()
    flow.add(list(writer.notes(flow.page)), blank=1)
    lines = [*_around(styles, sheet, "header", 1), *flow.lines, *_around(styles, sheet, "footer", flow.page)]
    if not any(not line.furniture for line in lines):
        raise KitEmpty(path)
    return document(flow_draft(lines), source_of(path, data, MEDIA_TYPE, flow.page))


def _around(styles: Element | None, sheet: Odf, which: str, page: int) -> Iterator[FlowLine]:
    """Running heads or feet, each once."""
    seen: set[str] = set()
    for root in styles.iter(f"{STYLE}{which}") if styles is not None else ():
        for line in Writer(sheet).lines(root):
            if line.text not in seen:
                seen.add(line.text)
                yield replace(line, page=page, blank=0, furniture=True)


@dataclass(slots=True)
class Writer:
    """Writes blocks to a Flow."""

    sheet: Odf
    found: list[Element] = field(default_factory=list)
    depth: int = 0
    _above: Above = TOP

    def lines(self, parent: Element) -> list[FlowLine]:
        if self.depth >= DEEPEST:
            return []
        flow = Flow()
        Writer(self.sheet, self.found, self.depth + 1).blocks(iter(parent), flow)
        flow.end()
        return flow.lines

    def blocks(self, children: Iterable[Element], flow: Flow) -> None:
        for child in _unwrapped(children):
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, flow)
            elif child.tag == f"{TABLE}table":
                self._table(child, flow)
            elif child.tag == f"{TEXT}soft-page-break":
                flow.turn()

    def notes(self, page: int) -> Iterator[FlowLine]:
        """The bodies of the notes met so far: one line each, the mark first."""
        for note in self.found:
            flow = Flow(page=page)
            usual = self.sheet.named(None).look()
            size = usual.size * NOTE_SHARE
            flow.say(_citation(note), replace(usual, size=size, raised=True))
            body = note.find(f"{TEXT}note-body")
            for line in Writer(self.sheet).lines(body) if body is not None else ():
                flow.say(" ", usual)
                for piece in line.pieces:
                    flow.say(piece.text, replace(piece.look, size=min(size, piece.look.size)))
            flow.end()
            yield from flow.lines

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        named = paragraph.get(f"{TEXT}style-name")
        form = self.sheet.named(named)
        if paragraph.tag == f"{TEXT}h":
            level = paragraph.get(f"{TEXT}outline-level") or "1"
            form = replace(form, rank=int(level[:2]) if level.isdecimal() else 1)
        if self.sheet.breaks(named):
            flow.turn()
        text = "".join(paragraph.itertext())
        if not text.strip():
            flow.end(blank=1)
        else:
            here = Above(self.sheet.common(named), self.sheet.own(named), form, short=len(text) <= SHORT)
            flow.end(blank=int(here.white_below(self._above)))
            self._above = here
        frames = list(self._words(paragraph, flow, form, 0))
        flow.end()
        for frame in frames:
            flow.add(self.lines(frame), blank=1)

    def _words(self, parent: Element, flow: Flow, form: Format, depth: int) -> Iterator[Element]:
        """The words of a paragraph; hands back the frames that are anchored in it."""
        look = form.look()
        flow.say(parent.text, look)
        for child in parent:
            if child.tag == f"{DRAW}frame" or child.tag == f"{DRAW}custom-shape":
                yield child
            elif child.tag == f"{TEXT}note":
                self.found.append(child)
                flow.say(_citation(child), replace(look, raised=True))
            elif child.tag == f"{TEXT}span" and depth < DEEPEST:
                yield from self._words(child, flow, self.sheet.bare(child.get(f"{TEXT}style-name")).over(form), depth + 1)
            elif child.tag not in UNREAD and depth < DEEPEST:
                _sign(child, flow, look)
                yield from self._words(child, flow, form, depth + 1)
            flow.say(child.tail, look)

    def _table(self, table: Element, flow: Flow) -> None:
        rows = [_cells(row) for row in table.iter(f"{TABLE}table-row") if _table_of(row) is table]
        lists = listed(map(len, rows))
        flow.end(blank=1)
        for row in rows:
            put_row([[replace(line, blank=0) for line in self.lines(cell)] for cell in row], flow, lists)
        flow.end(blank=1)
        self._above = TOP


def _sign(child: Element, flow: Flow, look: Look) -> None:
    """Blanks, tabs and line ends are elements of their own."""
    if child.tag == f"{TEXT}tab":
        flow.cell()
    elif child.tag == f"{TEXT}line-break":
        flow.end()
    elif child.tag == f"{TEXT}s":
        if (child.get(f"{TEXT}c") or "1") in ("1", "2"):
            flow.say(" ", look)
        else:
            flow.cell()


def _citation(note: Element) -> str:
    mark = note.find(f"{TEXT}note-citation")
    return (mark.text or "").strip() if mark is not None else ""


def _unwrapped(children: Iterable[Element]) -> Iterator[Element]:
    waiting = [iter(children)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in AROUND:
            waiting.append(iter(child))
        else:
            yield child


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors(f"{TABLE}table"), None)


def _cells(row: Element) -> list[Element]:
    """A cell for each column; covered ones are empty."""
    found: list[Element] = []
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = cell.get(f"{TABLE}number-columns-repeated") or "1"
        found += [cell] * (min(int(times), MOST_REPEATED) if times.isdecimal() and len(times) < 9 else 1)
    return found
