"""Rich Text: emphasis, characters in any code page, tables, notes, heads; pictures and objects are passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailing import saved
from presskit import extract
from presskit.errors import KitDamaged, KitEmpty, KitTooLarge
from presskit.model import Document
from presskit.readers import read as read_any
from presskit.readers.office.rtf import read_rtf
from presskit.settings import Settings

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
    r"{\colortbl;\red0;}{\stylesheet{\s1 heading 1;}}{\info{\title Nothing}}{\*\generator Nobody;}"
)


def read(folder: Path, body: str) -> Document:
    return read_rtf(saved(folder, f"{HEAD}{body}}}".encode("latin-1"), "kit.rtf"))


def rows(document: Document) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in line.cells] for line in document.lines]


def test_emphasis_sizes_and_headings(tmp_path: Path) -> None:
    body = r"\pard\outlinelevel0\fs40 The Late Ferry\par\pard\plain{\b Ida Moor}\par\i\fs24 Who waits?\i0\par Nobody.\par"
    title, name, question, answer = (line.style for line in read(tmp_path, body).lines)
    assert title is not None and title.bold and title.size == 20
    assert name is not None and name.bold and name.size == 12
    assert question is not None and question.italic and answer is not None and not answer.italic


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"\'ab l\rquote\'e9t\'e9 \'bb", "« l’été »"),
        (r"\u8212?\u233\'e9t\u233 e", "—été"),
        (r"{\uc2\u233ab}t{\uc0\u233}", "été"),
        (r"\u-10179?\u-8694?", "😊"),
        (r"{\f1\'cf\'e0\'f0\'ee\'ec} \'e9", "Паром é"),
        (r"a\{b\}c\\d\~e\_f", "a{b}c\\d e\u2011f"),
        ("broken\r\n over lines\\\nand a new one", "broken over lines\nand a new one"),
    ],
)
def test_characters(tmp_path: Path, written: str, read_as: str) -> None:
    document = read(tmp_path, written + r"\par")
    assert "\n".join(document.words(line) for line in document.lines) == read_as


def test_what_is_not_text(tmp_path: Path) -> None:
    body = (
        r"A{\pict\pngblip 89504e47}{\object{\*\objdata 0102}{\result }} ferry{\*\unknown no {\b no}}{\v no}{\xe no}"
        r"{\field{\*\fldinst HYPERLINK no}{\fldrslt  is}} late{\bkmkstart no}{\bin5 }}}}}.\par"
    )
    assert rows(read(tmp_path, body)) == [["A ferry is late."]]


def test_tables_tabs_and_boxes(tmp_path: Path) -> None:
    row = r"\trowd\cellx2000\cellx4000\pard\intbl {}\cell {}\cell\row "
    body = row.replace("{}", "Editor", 1).replace("{}", "Ida Moor") + row.replace("{}", "Sound", 1).replace("{}", r"Ole\par Ana")
    box = r"{\shp{\*\shpinst{\sp{\sn no}{\sv no}}{\shptxt\pard In a box\par}}}"
    assert rows(read(tmp_path, body + rf"\pard Music\tab Lene\line Falk\par {box}")) == [
        ["Editor", "Ida Moor"],
        ["Sound", "Ole"],
        ["Ana"],
        ["Music", "Lene"],
        ["Falk"],
        ["In a box"],
    ]


def test_notes(tmp_path: Path) -> None:
    note = r"{\super\chftn}{\footnote\pard\plain\fs20{\super\chftn} A small boat.\par And old.}"
    record = extract(saved(tmp_path, f"{HEAD}The ferry{note} is late, and nobody knows why it is.\\par}}".encode(), "kit.rtf"))
    assert [(one.marker, one.text) for one in record.kit.footnotes] == [("1", "A small boat. And old.")]


def test_heads_pages_and_white(tmp_path: Path) -> None:
    document = read(tmp_path, r"{\header Pier Films\par}One\par\par Two\page Three\par")
    assert [(document.words(line), line.page, line.blank_before, line.furniture) for line in document.lines] == [
        ("Pier Films", 1, 0, True),
        ("One", 1, 0, False),
        ("Two", 1, 1, False),
        ("Three", 2, 0, False),
    ]


@pytest.mark.parametrize("name", ["kit.doc", "kit.txt", "kit"])
def test_it_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    assert read_any(saved(tmp_path, f"{HEAD}A ferry.\\par}}".encode(), name), Settings()).source.media_type == "application/rtf"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(KitEmpty):
        read(tmp_path, r"\par")
    with pytest.raises(KitDamaged):
        read(tmp_path, "{" * 6_000)
    with pytest.raises(KitDamaged):
        read_any(saved(tmp_path, b"A ferry.", "kit.rtf"), Settings())
    pages = r"A ferry.\page " * 3
    with pytest.raises(KitTooLarge):
        read_rtf(saved(tmp_path, f"{HEAD}{pages}Late.}}".encode(), "kit.rtf"), Settings(max_pages=2))
