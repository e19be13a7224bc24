"""Web pages: structure and emphasis are used, menus, scripts and notices left out, nothing is run or fetched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from presskit import extract
from presskit.errors import KitEmpty, KitTooLarge, UnknownFormat
from presskit.model import Document, Line
from presskit.readers.web import read_html
from presskit.settings import Settings

FERRY = "<h1>The Late Ferry</h1><p>A ferry is late. Nobody waits.</p>"


def read(folder: Path, text: str | bytes, name: str = "kit.html") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_html(path)


def content(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines if not line.furniture]


def rows(document: Document) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in line.cells] for line in document.lines]


def line_of(document: Document, words: str) -> Line:
    return next(line for line in document.lines if words in document.words(line))


def test_headings_emphasis_and_white(tmp_path: Path) -> None:
    document = read(tmp_path, FERRY + "<p><b>Ida  Moor</b></p><p><em>Who waits?</em><br>Nobody.</p>")
    assert content(document) == ["The Late Ferry", "A ferry is late. Nobody waits.", "Ida Moor", "Who waits?", "Nobody."]
    title, text, name, question, _ = document.lines
    assert title.style is not None and title.style.bold and title.style.size > 10
    assert text.style is None and text.blank_before == 1
    assert name.style is not None and name.style.bold
    assert question.style is not None and question.style.italic
    assert document.source.media_type == "text/html"


def test_rows_of_tables_are_cells_below_each_other(tmp_path: Path) -> None:
    table = "<table><tr><td>Director</td><td>Ida Moor</td></tr><tr><td>Sound</td><td>Ole Grau<br>Ana Poe</td></tr></table>"
    document = read(tmp_path, FERRY + table)
    assert rows(document)[2:] == [["Director", "Ida Moor"], ["Sound", "Ole Grau"], ["Ana Poe"]]
    assert document.lines[-1].indent == document.origin[document.lines[2].cells[1].start] - document.origin[document.lines[2].span.start]


def test_a_table_that_is_a_layout_is_read_column_by_column(tmp_path: Path) -> None:
    long = "A ferry is late, and nobody on the pier knows whom the lamp in the window is burning for. " * 2
    document = read(tmp_path, f"<table><tr><td><p>{long}</p><p>Left.</p></td><td><h2>Credits</h2><p>{long}</p></td></tr></table>")
    assert [len(line.cells) for line in document.lines] == [1, 1, 1, 1]
    assert content(document)[1:3] == ["Left.", "Credits"]


def test_lists_of_labels(tmp_path: Path) -> None:
    document = read(tmp_path, "<dl><dt>Editor</dt><dd>Ida Moor</dd><dt>Cast</dt><dd>Ole Grau<br>Ana Poe</dd>behind</dl>")
    assert rows(document) == [["Editor", "Ida Moor"], ["Cast"], ["Ole Grau"], ["Ana Poe"], ["behind"]]


@pytest.mark.parametrize(
    "block",
    [
        "<nav><a href='/'>Home</a></nav>",
        "<div role='navigation'>Home</div>",
        "<ul class='main-menu'><li>Home</li></ul>",
        "<ul><li><a href='/'>Home</a></li><li><a href='/film'>Film</a></li><li><a href='/cast'>Cast</a></li></ul>",
        "<script>Home()</script>",
        "<style>.Home{}</style>",
        "<noscript>Home</noscript>",
        "<!-- Home -->",
        "<p hidden>Home</p>",
        "<p style='display: none'>Home</p>",
        "<div id='cookie-consent'>Home</div>",
        "<p>This site uses cookies to count its visitors, Home.</p>",
        "<button>Home</button>",
        "<select><option>Home</option></select>",
        "<?php if (Home > 1) { echo 'Home'; } ?>",
        "<iframe src='http://ferry.example/'>Home</iframe>",
    ],
)
def test_what_is_not_the_kit_is_left_out(tmp_path: Path, block: str) -> None:
    assert content(read(tmp_path, f"{block}{FERRY}{block}")) == ["The Late Ferry", "A ferry is late. Nobody waits."]


def test_names_that_are_links_stay(tmp_path: Path) -> None:
    document = read(tmp_path, "<h2>Cast</h2><ul><li><a href='/a'>Ida Moor</a> as Marta</li><li>Ole Grau</li></ul>")
    assert content(document) == ["Cast", "Ida Moor as Marta", "Ole Grau"]


def test_a_block_named_like_a_menu_that_holds_the_page_stays(tmp_path: Path) -> None:
    assert len(content(read(tmp_path, f"<div class='modal'>{FERRY}{'<p>She waits for the last boat of the year.</p>' * 20}</div>"))) == 22


def test_pages_joined_in_one_file(tmp_path: Path) -> None:
    page = "<!DOCTYPE html>\n<html><body><p>The Late Ferry</p><h1>{}</h1><p>{} waits.</p><p>© Pier Films</p></body></html>\n"
    document = read(tmp_path, "".join(page.format(name, name) for name in ("Ida", "Ole", "Ana")))
    assert [line.page for line in document.lines if document.words(line).endswith("waits.")] == [1, 2, 3]
    assert content(document).count("The Late Ferry") == content(document).count("© Pier Films") == 1
    assert document.source.pages == 3


def test_marks_of_notes(tmp_path: Path) -> None:
    document = read(
        tmp_path, "<p>The ferry<sup><a href='#n1'>1</a></sup> is late since the 1<sup>st</sup>.</p><ol><li id='n1'>A boat.</li></ol>"
    )
    assert [document.text[mark.start : mark.end] for mark in document.lines[0].marks] == ["1"]
    assert content(document)[1] == "1. A boat."


def test_an_address_behind_a_name(tmp_path: Path) -> None:
    assert content(read(tmp_path, "<p><a href='mailto:ida@pier.example?subject=x'>Ida Moor</a></p>")) == ["Ida Moor ida@pier.example"]


def test_text_as_typed(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "<pre>Director     Ida Moor\nSound        Ole Grau</pre>")) == [
        ["Director", "Ida Moor"],
        ["Sound", "Ole Grau"],
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("<meta charset='iso-8859-1'>", "cp1252"), ("<meta charset=utf-8>", "cp1252"), ("<meta charset='none'>", "utf-8"), ("", "utf-16")],
)
def test_encodings(tmp_path: Path, declared: str, encoding: str) -> None:
    """What a page says of itself is believed where it can be true."""
    words = "« L’été à Sète », où la mer était déjà froide ; personne n’y était allé."
    assert content(read(tmp_path, f"<html><head>{declared}</head><p>{words}</p>".encode(encoding))) == [words]


def test_references_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Pandora", encoding="utf-8")
    bomb = f"<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    document = read(tmp_path, f"{bomb}<html><p>One &b; two &x;</p><object data='{secret.as_uri()}'></object></html>")
    assert "Pandora" not in document.text and "haha" not in document.text


def test_bad_input(tmp_path: Path) -> None:
    with pytest.raises(KitEmpty):
        read(tmp_path, "<html><script>1</script></html>")
    with pytest.raises(UnknownFormat):
        read(tmp_path, bytes(range(256)) * 20)
    path = tmp_path / "many.html"
    path.write_text("<html><p>A ferry.</p></html>" * 4, encoding="utf-8")
    with pytest.raises(KitTooLarge):
        read_html(path, Settings(max_pages=3))


@pytest.mark.parametrize(
    "piece", ["<div>", "<?", "<table><tr><td>", "<!doctype html><!--", "<p style='", "<a href='mailto:", "&#", "<dl><dt>", "<ul><li>"]
)
def test_endless_pages_end(tmp_path: Path, piece: str) -> None:
    assert content(read(tmp_path, FERRY + piece * 20_000))[:1] == ["The Late Ferry"]


def test_a_long_table_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    started = time.process_time()
    assert len(read(tmp_path, "<table>" + "<tr><td>Editor</td><td>Ida</td></tr>" * 20_000 + "</table>").lines) == 20_000
    assert time.process_time() - started < 20


def test_a_page_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "kit.html"
    roll = (("Editor", "Ida Moor"), ("Sound", "Ole Grau"), ("Music", "Ana Poe"))
    crew = "".join(f"<tr><td>{label}</td><td>{name}</td></tr>" for label, name in roll)
    path.write_text(
        f"<nav><a>Home</a></nav>{FERRY.replace('<p>', '<h2>Synopsis</h2><p>')}<h2>Crew</h2><table>{crew}</table>", encoding="utf-8"
    )
    record = extract(path)
    assert record.kit.film.title == "The Late Ferry"
    assert [(one.role, one.name) for one in record.kit.credits.crew] == [
        ("editor", "Ida Moor"),
        ("sound", "Ole Grau"),
        ("music", "Ana Poe"),
    ]
    assert record.kit.synopses[0].text == "A ferry is late. Nobody waits."
