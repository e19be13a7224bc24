"""Files that are not what they should be: a typed error with a way out, or a document that says what is wrong with it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from drawing import Run, column, draw
from mailing import zipped
from presskit.errors import KitDamaged, KitEmpty, KitEncrypted, KitNotFound, KitTooLarge, KitUnreadable, PresskitError, UnknownFormat
from presskit.kits import find_kits
from presskit.readers import read
from presskit.settings import Settings

PAGE = column(["SYNOPSIS", "A ferry is late.", "Nobody waits for it."], 50, 60)
DEFAULT = Settings()


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def encrypted(path: Path, password: str) -> Path:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password, ownerPassword="owner", canPrint=1))
    canvas.drawString(50, 700, "A ferry is late.")
    canvas.save()
    return path


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(KitNotFound):
        read(tmp_path / "none.txt", DEFAULT)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KitUnreadable):
        read(tmp_path, DEFAULT)


@pytest.mark.parametrize("data", [b"", b"\n \n\f\n", b"\xef\xbb\xbf"], ids=["nothing", "blanks", "a mark"])
def test_nothing_in_it(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(KitEmpty):
        read(written(tmp_path / "kit.txt", data), DEFAULT)


@pytest.mark.parametrize(
    "data",
    [b"GIF89a" + bytes(range(256)) * 20, b"PK\x03\x04" + b"word/document.xml" * 40],
    ids=["picture", "archive"],
)
def test_something_else_named_like_a_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        read(written(tmp_path / "kit.txt", data), DEFAULT)


def test_an_ending_nobody_reads(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        read(written(tmp_path / "kit.xyz", b"A ferry is late."), DEFAULT)


@pytest.mark.parametrize("name", ["kit.xyz", "kit", "kit.txt"])
def test_a_pdf_is_known_by_what_it_holds(tmp_path: Path, name: str) -> None:
    path = draw(tmp_path / "kit.pdf", [PAGE]).rename(tmp_path / name)
    assert read(path, DEFAULT).source.media_type == "application/pdf"


def test_too_many_bytes(tmp_path: Path) -> None:
    with pytest.raises(KitTooLarge):
        read(written(tmp_path / "kit.txt", b"a" * 101), Settings(max_bytes=100))


@pytest.mark.parametrize("suffix", [".pdf", ".txt"])
def test_too_many_pages(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"kit{suffix}"
    if suffix == ".pdf":
        draw(path, [PAGE] * 3)
    else:
        path.write_text("one\ftwo\fthree")
    with pytest.raises(KitTooLarge):
        read(path, Settings(max_pages=2))


def test_a_password_is_needed(tmp_path: Path) -> None:
    with pytest.raises(KitEncrypted):
        read(encrypted(tmp_path / "kit.pdf", "secret"), DEFAULT)


def test_an_empty_password_is_tried(tmp_path: Path) -> None:
    document = read(encrypted(tmp_path / "kit.pdf", ""), DEFAULT)
    assert document.text == "A ferry is late."


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.97])
def test_a_pdf_that_is_cut_off(tmp_path: Path, share: float) -> None:
    whole = draw(tmp_path / "whole.pdf", [PAGE] * 5).read_bytes()
    path = written(tmp_path / "kit.pdf", whole[: int(len(whole) * share)])
    try:
        document = read(path, DEFAULT)
    except KitDamaged as error:
        assert error.advice
    else:
        assert "file-cut-off" in {issue.code for issue in document.issues}


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "kit.pdf", [[], []]), DEFAULT)
    assert [(issue.code, issue.severity) for issue in document.issues] == [("no-text-layer", "error")]
    assert (document.source.pages, document.lines) == (2, ())


def test_a_parsers_complaints_are_not_heard(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = logging.getLogger("pdfminer").level
    with pytest.raises(PresskitError):
        read(written(tmp_path / "kit.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF"), DEFAULT)
    assert not caplog.records
    assert logging.getLogger("pdfminer").level == before


WHOLE = [Run("A ferry is late.", 50, 60), Run("Nobody waits for it.", 50, 74, font="Times-Bold")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_pdf_with_broken_bytes(tmp_path: Path, changes: list[tuple[float, int]]) -> None:
    data = bytearray(draw(tmp_path / "whole.pdf", [WHOLE]).read_bytes())
    for place, byte in changes:
        data[int(place * len(data))] = byte
    path = written(tmp_path / "kit.pdf", bytes(data))
    try:
        read(path, DEFAULT)
    except PresskitError as error:
        assert error.advice


def test_a_file_without_a_name_in_a_zip_is_left_out(tmp_path: Path) -> None:
    data = zipped({"kit.txt": b"SYNOPSIS\nA ferry is late.", "Q": b"nothing"})
    nameless = data.replace(b"Q", b"\0")
    kits = find_kits([written(tmp_path / "kits.zip", nameless)], DEFAULT)
    assert [kit.name for kit in kits] == ["kit.txt"]
