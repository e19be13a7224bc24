"""Word files: styles, emphasis, tables, notes, boxes, headers, pages; macros and what is outside the file are not looked at."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from presskit import extract
from presskit.errors import KitDamaged, KitEmpty, KitEncrypted, KitTooLarge, KitUnsafe, UnknownFormat
from presskit.model import Document
from presskit.readers import read as read_any
from presskit.readers.office.docx import read_docx
from presskit.settings import Settings, Unpacking
from wordfile import box, paragraph, part, run, saved, word

FERRY = paragraph("A ferry is late.")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def read(folder: Path, body: str, **others: str) -> Document:
    return read_docx(saved(folder, word(body, others)))


def content(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines if not line.furniture]


def rows(document: Document) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in line.cells] for line in document.lines]


def test_styles_are_followed_to_the_bottom(tmp_path: Path) -> None:
    styles = part(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Lora"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="H" w:default="1"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/><w:basedOn w:val="Big"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="Big"/><w:basedOn w:val="U1"/>'
        '<w:rPr><w:sz w:val="40"/></w:rPr></w:style>',
    )
    document = read(tmp_path, paragraph("The Late Ferry", "U1") + paragraph(run("Who waits? ", "<w:i/>") + run("She.")), styles=styles)
    title, text = document.lines
    assert title.style is not None and (title.style.size, title.style.bold) == (20.0, True)
    assert text.style is not None and (text.style.font, text.style.size, text.style.italic) == ("Lora", 11.0, True)


def test_emphasis_is_that_of_most_letters_and_can_be_taken_off(tmp_path: Path) -> None:
    body = (
        paragraph(run("Ida", "<w:b/>") + run(" waits for the ferry"))
        + paragraph(run("Who waits?", "<w:b/>"))
        + paragraph(run("Nobody.", '<w:b w:val="0"/>'))
    )
    assert [line.style.bold for line in read(tmp_path, body).lines if line.style] == [False, True, False]


def test_tables_and_tabs_are_cells(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, text.split('|')))}</w:tc>"

    table = "".join(f"<w:tr>{row}</w:tr>" for row in (cell("Director") + cell("Ida Moor"), cell("Sound") + cell("Ole Grau|Ana Poe")))
    merged = f"<w:tr>{cell('', '<w:vMerge/>')}{cell('Ilse Bern')}</w:tr>"
    tabbed = paragraph(f"{run('Music')}<w:r><w:tab/><w:tab/></w:r>{run('Lene Falk')}")
    document = read(tmp_path, f"<w:tbl>{table}{merged}</w:tbl>{tabbed}")
    assert rows(document) == [["Director", "Ida Moor"], ["Sound", "Ole Grau"], ["Ana Poe"], ["Ilse Bern"], ["Music", "Lene Falk"]]


def test_notes_are_notes(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        for key, text in ((7, " A small boat."), (4, " The harbour master."))
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("none")}</w:footnote>'
    body = f"<w:p>{run('The ferry')}{reference.format(4)}{run(' is late, so is the barge')}{reference.format(7)}</w:p>{FERRY}"
    path = saved(tmp_path, word(body, {"footnotes": part("footnotes", separator + notes)}))
    marks = [document.text[mark.start : mark.end] for document in [read_docx(path)] for line in document.lines for mark in line.marks]
    assert marks == ["1", "2", "1", "2"]
    assert [(note.marker, note.text) for note in extract(path).kit.footnotes] == [("1", "The harbour master."), ("2", "A small boat.")]


def test_boxes_are_read_once_behind_their_paragraph(tmp_path: Path) -> None:
    inner = paragraph(box(paragraph("Inside the box.")) + run("The box."))
    assert content(read(tmp_path, paragraph(run("A ferry") + box(inner) + run(" is late.")) + FERRY)) == [
        "A ferry is late.",
        "The box.",
        "Inside the box.",
        "A ferry is late.",
    ]


def test_heads_and_feet_are_furniture(tmp_path: Path) -> None:
    head, foot = part("hdr", paragraph("Pier Films")), part("ftr", paragraph("Page"))
    document = read(tmp_path, FERRY, header1=head, header2=head, footer1=foot)
    assert [(document.words(line), line.furniture) for line in document.lines] == [
        ("Pier Films", True),
        ("A ferry is late.", False),
        ("Page", True),
    ]


def test_pages_as_word_began_them_else_as_somebody_made_them(tmp_path: Path) -> None:
    made = '<w:r><w:br w:type="page"/></w:r>'
    began = "<w:r><w:lastRenderedPageBreak/></w:r>"
    assert [
        line.page for line in read(tmp_path, FERRY + paragraph(made) + FERRY + paragraph("Ida", properties="<w:pageBreakBefore/>")).lines
    ] == [1, 2, 3]
    over = paragraph(run("The ferry that") + began + run(" is late."))
    assert [line.page for line in read(tmp_path, FERRY + over + FERRY + paragraph(made + began + run("Ida"))).lines] == [1, 1, 2, 3]


def test_what_is_struck_hidden_or_a_field_is_not_read(tmp_path: Path) -> None:
    struck = f"<w:del>{run('no')}</w:del><w:moveFrom>{run('no')}</w:moveFrom>{run('no', '<w:vanish/>')}"
    struck += "<w:r><w:instrText>PAGE no</w:instrText></w:r>"
    kept = f"<w:ins>{run(' is')}</w:ins><w:hyperlink>{run(' late')}</w:hyperlink><w:sdt><w:sdtContent>{run('.')}</w:sdtContent></w:sdt>"
    assert content(read(tmp_path, f"<w:p>{run('A ferry')}{struck}{kept}</w:p>")) == ["A ferry is late."]


def test_white_parts_paragraphs_but_not_the_lines_of_a_list(tmp_path: Path) -> None:
    spaced = part("styles", '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>')
    long = paragraph("A ferry is late, and nobody on the pier knows for whom the lamp in the window is burning tonight.")
    body = long + long + paragraph("Ida Moor") + paragraph("Ole Grau") + paragraph("") + paragraph("Ana Poe")
    assert [line.blank_before for line in read(tmp_path, body, styles=spaced).lines] == [0, 1, 1, 0, 1]


def test_a_file_as_a_library_writes_it(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("The Late Ferry", 0)
    made.add_heading("Synopsis", 1)
    made.add_paragraph("A ferry is late, and nobody on the pier knows for whom the lamp in the window is burning.")
    made.add_heading("Crew", 1)
    table = made.add_table(rows=0, cols=2)
    for label, name in (("Editor", "Ida Moor"), ("Sound", "Ole Grau"), ("Music", "Ana Poe")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, name
    path = tmp_path / "kit.docx"
    made.save(str(path))
    kit = extract(path).kit
    assert kit.film.title == "The Late Ferry"
    assert [(one.role, one.name) for one in kit.credits.crew] == [("editor", "Ida Moor"), ("sound", "Ole Grau"), ("music", "Ana Poe")]
    assert len(kit.synopses) == 1


@pytest.mark.parametrize("name", ["kit.doc", "kit.txt", "kit.zip", "kit"])
def test_a_word_file_is_known_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert read_any(saved(tmp_path, word(FERRY), name), Settings()).source.media_type.endswith("wordprocessingml.document")


def test_bombs_entities_and_references(tmp_path: Path) -> None:
    secret = saved(tmp_path, b"Pandora", "secret.txt")
    entities = f'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", entities + part("document", f"<w:body>{paragraph('One &b; two &x;')}</w:body>"))
    with pytest.raises(KitUnsafe):
        read_docx(saved(tmp_path, stream.getvalue()))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 20_000_000)
    with pytest.raises(KitUnsafe):
        read_docx(saved(tmp_path, stream.getvalue()))
    with pytest.raises(KitTooLarge):
        read_docx(saved(tmp_path, word(FERRY * 200)), Settings(unpacking=Unpacking(max_xml=1000)))
    with pytest.raises(KitTooLarge):
        read_docx(saved(tmp_path, word(FERRY)), Settings(unpacking=Unpacking(max_parts=1)))


@pytest.mark.parametrize("depth", [30, 200, 3000])
def test_tables_inside_each_other_end(tmp_path: Path, depth: int) -> None:
    document = read(tmp_path, FERRY + "<w:tbl><w:tr><w:tc>" * depth + FERRY + "</w:tc></w:tr></w:tbl>" * depth)
    assert content(document)[0] == "A ferry is late."


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(KitEmpty):
        read(tmp_path, paragraph(" "))
    for data in (b"PK\x03\x04" + bytes(300), word(FERRY)[:300], b"A ferry."):
        with pytest.raises(KitDamaged):
            read_any(saved(tmp_path, data), Settings())


@pytest.mark.parametrize(
    ("name", "data", "error", "advice"),
    [
        ("kit.doc", OLE + "WordDocument".encode("utf-16-le"), UnknownFormat, ".docx"),
        ("kit.docx", OLE + "EncryptedPackage".encode("utf-16-le"), KitEncrypted, "password"),
        ("kit.msg", OLE + "__nameid_version1.0".encode("utf-16-le"), UnknownFormat, ".eml"),
        ("kit.pages", b"anything", UnknownFormat, "export"),
        ("kit.doc", b"anything", UnknownFormat, ".docx"),
    ],
)
def test_old_formats_are_refused_with_advice(tmp_path: Path, name: str, data: bytes, error: type[Exception], advice: str) -> None:
    with pytest.raises(error, match=advice):
        read_any(saved(tmp_path, data, name), Settings())


def test_a_pages_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("Index/Document.iwa", b"x")
    with pytest.raises(UnknownFormat, match="Pages"):
        read_any(saved(tmp_path, stream.getvalue(), "kit.zip"), Settings())
