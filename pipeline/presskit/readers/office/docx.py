"""Word files: the document and what surrounds it (headers, footers, notes) become lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from presskit.errors import KitDamaged, KitEmpty
from presskit.model import Document
from presskit.readers.draft import document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.flow import Flow, FlowLine, flow_draft
from presskit.readers.office.body import RENDERED, Body, Notes
from presskit.readers.office.format import NOTE_SHARE
from presskit.readers.office.package import Element, Package
from presskit.readers.office.styles import Sheet, W, style_sheet
from presskit.settings import Settings

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN = re.compile(r"word/document\d{0,3}\.xml")
AROUND = re.compile(r"word/(header|footer)\d{0,4}\.xml")


def read_docx(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, KitDamaged, KitTooLarge, KitUnsafe and what `read_bytes` raises. Macros are not looked at."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    package = Package(path, data, chosen)
    root = _main(path, package)
    sheet = style_sheet(package.part("word/styles.xml"))
    flow = Flow()
    notes = Notes()
    Body(sheet, notes, rendered=root.find(f".//{RENDERED}") is not None).blocks(root.iterfind(f"{W}body/*"), flow)
    flow.end()
    flow.add(list(_notes(package, sheet, notes, flow.page)), blank=1)
    lines = [*_around(package, sheet, "header", 1), *flow.lines, *_around(package, sheet, "footer", flow.page)]
    if not any(not line.furniture for line in lines):
        raise KitEmpty(path)
    return document(flow_draft(lines), source_of(path, data, MEDIA_TYPE, flow.page))


def _main(path: Path, package: Package) -> Element:
    name = next((name for name in package.names if MAIN.fullmatch(name)), "")
    root = package.part(name)
    if root is None:
        raise KitDamaged(path, "there is no Word document in the file")
    return root


def _around(package: Package, sheet: Sheet, which: str, page: int) -> Iterator[FlowLine]:
    """Running heads or feet, each once however many sections repeat it."""
    seen: set[str] = set()
    for name in package.names:
        found = AROUND.fullmatch(name)
        root = package.part(name) if found and found[1] == which else None
        if root is None:
            continue
        for line in _lines(root, sheet, Notes()):
            if line.text not in seen:
                seen.add(line.text)
                yield replace(line, page=page, blank=0, furniture=True)


def _lines(root: Element, sheet: Sheet, notes: Notes) -> list[FlowLine]:
    flow = Flow()
    Body(sheet, notes, rendered=True).blocks(iter(root), flow)
    flow.end()
    return flow.lines


def _notes(package: Package, sheet: Sheet, notes: Notes, page: int) -> Iterator[FlowLine]:
    """The bodies of the notes that the text refers to, in its order: one line each, the mark first."""
    known = {kind: _by_id(package.part(f"word/{kind}s.xml"), kind) for kind in ("footnote", "endnote")}
    size = sheet.named(None).look().size * NOTE_SHARE
    for number, (kind, key) in enumerate(list(notes.referred), 1):
        root = known[kind].get(key)
        if root is None:
            continue
        pieces = [piece for line in _lines(root, sheet, Notes(number)) for cell in (*line.cells, ()) for piece in (*cell, None)]
        flow = Flow(page=page)
        for piece in pieces:
            flow.say(piece.text if piece else " ", replace(piece.look, size=min(size, piece.look.size)) if piece else sheet.usual.look())
        flow.end()
        yield from flow.lines


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {note.get(f"{W}id") or "": note for note in root.iterfind(f"{W}{kind}") if note.get(f"{W}type") in (None, "normal")}
