"""OpenDocument texts: styles, headings, tables, notes, frames, heads, pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailing import saved, zipped
from opendocument import MEDIA_TYPE, NAMES, odt, p, style
from presskit import extract
from presskit.errors import KitDamaged, KitEmpty, KitEncrypted, KitUnsafe
from presskit.model import Document
from presskit.readers import read as read_any
from presskit.readers.office.odt import read_odt
from presskit.settings import Settings

FERRY = p("A ferry is late.")


def read(folder: Path, body: str, automatic: str = "", head: str = "") -> Document:
    return read_odt(saved(folder, odt(body, automatic, head=head), "kit.odt"))


def rows(document: Document) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in line.cells] for line in document.lines]


def test_styles_and_headings(tmp_path: Path) -> None:
    automatic = style("T1", 'fo:font-weight="bold"', family="text") + style("P1", 'fo:font-style="italic" fo:font-size="0.5cm"')
    body = '<text:h text:outline-level="2">Synopsis</text:h>' + p('<text:span text:style-name="T1">Ida Moor</text:span>') + p("Who?", "P1")
    heading, name, question = (line.style for line in read(tmp_path, body, automatic).lines)
    assert heading is not None and heading.bold and heading.font == "Lora"
    assert name is not None and name.bold and name.size == 12
    assert question is not None and question.italic and round(question.size) == 14


def test_cells(tmp_path: Path) -> None:
    def cell(*texts: str) -> str:
        return f"<table:table-cell>{''.join(map(p, texts))}</table:table-cell>"

    table = "".join(
        f"<table:table-row>{row}</table:table-row>" for row in (cell("Editor") + cell("Ida Moor"), cell("Sound") + cell("Ole", "Ana"))
    )
    tabs = p('Music<text:tab/>Lene Falk<text:line-break/>Ilse<text:s/>Bern<text:s text:c="8"/>Voice')
    document = read(tmp_path, f"<table:table>{table}</table:table>{tabs}")
    assert rows(document) == [["Editor", "Ida Moor"], ["Sound", "Ole"], ["Ana"], ["Music", "Lene Falk"], ["Ilse Bern", "Voice"]]


def test_notes(tmp_path: Path) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('A small boat.')}{p('And old.')}</text:note-body></text:note>"
    )
    record = extract(saved(tmp_path, odt(p(f"The ferry{note} is late, and nobody knows why it is.")), "kit.odt"))
    assert [(one.marker, one.text) for one in record.kit.footnotes] == [("1", "A small boat. And old.")]


def test_pages_heads_frames_and_lists(tmp_path: Path) -> None:
    automatic = style("P2", lines='fo:break-before="page"')
    listed = f"<text:list><text:list-item>{p('One')}</text:list-item><text:list-item>{p('Two')}</text:list-item></text:list>"
    frame = f"<draw:frame><draw:text-box>{p('In a frame')}</draw:text-box></draw:frame>"
    document = read(tmp_path, FERRY + listed + p(f"New page{frame}", "P2"), automatic, head=p("Pier Films"))
    assert [(document.words(line), line.page, line.furniture) for line in document.lines] == [
        ("Pier Films", 1, True),
        ("A ferry is late.", 1, False),
        ("One", 1, False),
        ("Two", 1, False),
        ("New page", 2, False),
        ("In a frame", 2, False),
    ]


def test_what_is_struck_or_a_remark_is_not_read(tmp_path: Path) -> None:
    struck = f"<text:tracked-changes><text:changed-region>{p('no')}</text:changed-region></text:tracked-changes>"
    assert rows(read(tmp_path, struck + p(f"A ferry<office:annotation>{p('no')}</office:annotation> is late."))) == [["A ferry is late."]]


def test_it_is_known_by_its_content(tmp_path: Path) -> None:
    assert read_any(saved(tmp_path, odt(FERRY), "kit.doc"), Settings()).source.media_type == MEDIA_TYPE.decode()


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(KitEmpty):
        read(tmp_path, p(" "))
    sheet = f"<office:document-content {NAMES}><office:body/></office:document-content>".encode()
    secret = b'<m xmlns="urn:x"><encryption-data/></m>'
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha">]>' + sheet
    for data, error in (
        (zipped({"mimetype": MEDIA_TYPE, "content.xml": sheet}), KitDamaged),
        (zipped({"mimetype": MEDIA_TYPE, "content.xml": b"x", "META-INF/manifest.xml": secret}), KitEncrypted),
        (zipped({"mimetype": MEDIA_TYPE, "content.xml": bomb}), KitUnsafe),
        (b"A ferry.", KitDamaged),
    ):
        with pytest.raises(error):
            read_any(saved(tmp_path, data, "kit.odt"), Settings())


@pytest.mark.parametrize("depth", [40, 3000])
def test_spans_and_tables_inside_each_other_end(tmp_path: Path, depth: int) -> None:
    table = "<table:table><table:table-row><table:table-cell>" * depth + "</table:table-cell></table:table-row></table:table>" * depth
    spans = p("<text:span>" * depth + "deep" + "</text:span>" * depth)
    assert rows(read(tmp_path, FERRY + table + spans))[0] == ["A ferry is late."]
