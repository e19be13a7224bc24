"""`presskit show`: pictures of a kit's pages with everything that was read marked on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from presskit.cli.console import say, warn
from presskit.cli.options import Names, Ocr, chosen
from presskit.errors import NotWritable, RecordInvalid
from presskit.extraction import drawable, read, recorded
from presskit.model import Document
from presskit.parcels import is_parcel
from presskit.pictures import Picture, marks_of, pictures, sheets, write_page, write_png
from presskit.record import Extraction
from presskit.records import read_record
from presskit.settings import Settings

HTML, PNG = ".html", ".png"

Kit = Annotated[
    Path, typer.Argument(metavar="KIT", help="A press kit: PDF, Word, web, text, mail, ZIP, or a picture of a page.", show_default=False)
]
Page = Annotated[int | None, typer.Option("--page", min=1, metavar="N", help="Only this page, from 1.", show_default=False)]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="One .html file with everything in it, or .png: several pages become FILE-1.png, FILE-2.png … "
        "Without it: <kit>.shown.html in this folder.",
        show_default=False,
    ),
]
Record = Annotated[
    Path | None, typer.Option("--record", metavar="FILE", help="Show this record of the kit instead of extracting it.", show_default=False)
]


def show(kit: Kit, page: Page = None, out: Out = None, record: Record = None, names: Names = True, ocr: Ocr = True) -> None:
    """Show what was read: each page with its sections tinted, every value boxed and labelled by family and confidence.

    The HTML file needs nothing else and works offline: send it to whoever has to check the record.

    [bold]Examples:[/bold] [cyan]presskit show kit.pdf[/cyan] · [cyan]presskit show kit.pdf --page 3 --out page.png[/cyan] ·
    [cyan]presskit show kit.pdf --record records/kit.json[/cyan]
    """
    target = _target(kit, out, record)
    document, extraction = _extracted(kit, record, chosen(names=names, ocr=ocr))
    pages = _pages(document, page)
    drawn = pictures(sheets(document, drawable(_file(kit, document), document), pages), marks_of(extraction))
    if target.suffix.lower() == HTML:
        write_page(target, extraction, drawn)
        say(f"{kit}: {_counted(pages)} in {target}")
    else:
        _write_pngs(kit, target, drawn)
    for issue in extraction.issues:
        if issue.severity == "error":
            warn(f"{kit}: {issue.message}")


def _target(kit: Path, out: Path | None, record: Path | None) -> Path:
    """Where the pictures go; never over what they are made of."""
    target = out or Path(f"{kit.stem}.shown{HTML}")
    if target.suffix.lower() not in (HTML, PNG):
        raise typer.BadParameter(f"{target.name} is neither {HTML} nor {PNG}", param_hint="--out")
    for source in (kit, record):
        if source and target.exists() and source.exists() and target.samefile(source):
            raise NotWritable(target, "The pictures would be written over what they show", "Give another --out.")
    return target


def _extracted(kit: Path, record: Path | None, settings: Settings) -> tuple[Document, Extraction]:
    """What was read and what was taken from it. Raises RecordInvalid for a record of another file, and what extracting raises."""
    held = read_record(record) if record else None
    reading, issues = read(kit, settings)
    document = reading.document
    if held is None:
        return document, recorded(reading, issues, settings)
    if held.source.sha256 != document.source.sha256:
        way_out = "Name the file that it was made of, or leave --record out to extract the kit anew."
        raise RecordInvalid(record or kit, f"The record is of another file than {kit} (their SHA-256 differ)", way_out)
    return document, held


def _file(kit: Path, document: Document) -> Path:
    """The kit itself, also where a mail or ZIP was named that holds just this one."""
    held = document.source.provenance
    return kit / held.name if held and is_parcel(kit.name) else kit


def _pages(document: Document, page: int | None) -> Sequence[int]:
    last = max(document.source.pages, 1)
    if page is None:
        return range(1, last + 1)
    if page > last:
        raise typer.BadParameter(f"the kit has {_counted(range(last))}", param_hint="--page")
    return (page,)


def _counted(pages: Sequence[int]) -> str:
    return "1 page" if len(pages) == 1 else f"{len(pages):,} pages"


def _write_pngs(kit: Path, target: Path, drawn: Iterator[Picture]) -> None:
    """A single picture under the name that was given, several under numbers."""
    first, second = next(drawn), next(drawn, None)
    if second is None:
        write_png(target, first)
        say(f"{kit}: 1 picture in {target}")
        return
    number = 0
    for number, picture in enumerate(chain((first, second), drawn), 1):
        write_png(target.with_stem(f"{target.stem}-{number}"), picture)
    say(f"{kit}: {number:,} pictures in {target.with_stem(f'{target.stem}-1')} to {target.with_stem(f'{target.stem}-{number}').name}")
