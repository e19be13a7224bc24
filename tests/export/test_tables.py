"""CSV and XLSX: the same tables, every value of the record in its cell, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from export.fictional import bare, changed, lost, record, samples
from presskit.errors import NotWritable
from presskit.export import csv as csv_export
from presskit.export import xlsx
from presskit.export.csv import CALCULATES, write_csv
from presskit.export.tables import TABLES
from presskit.export.xlsx import LONGEST_CELL, write_xlsx
from presskit.record import Credits, CrewMember, Extraction, Footnote

NAMED = {
    "films", "titles", "cast", "crew", "companies", "filmography", "awards", "synopses", "interviews", "footnotes", "contacts", "dates",
    "entities", "evidence",
}  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def sheets(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(path)
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_csv([("brine", record()), ("bare", bare())], tmp_path / "tables")
    return tmp_path / "tables"


def test_a_file_for_every_kind_of_thing(folder: Path) -> None:
    names = {path.stem for path in folder.iterdir()}
    assert names == {table.name for table in TABLES}
    assert names >= NAMED


def test_spreadsheets_know_the_encoding(folder: Path) -> None:
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbfkit,")


def test_films(folder: Path) -> None:
    film, nothing = read(folder / "films.csv")
    assert film["kit"] == "brine"
    assert film["year"] == "2031"
    assert film["countries"] == "IT | SU"
    assert film["file"] == "brine.pdf"
    assert film["partial"] == "false"
    assert nothing["title"] == ""


def test_rows_tell_to_what_they_belong(folder: Path) -> None:
    [entry] = read(folder / "filmography.csv")
    assert (entry["person"], entry["title"], entry["year"], entry["group_no"], entry["no"]) == ("Ada Pell", "Tar", "2020", "1", "1")
    assert [title["kind"] for title in read(folder / "titles.csv")] == ["preferred", "other"]
    assert [member["no"] for member in read(folder / "crew.csv")] == ["1", "2", "3", "4", "5"]


def test_dates_are_text(folder: Path) -> None:
    assert read(folder / "dates.csv")[0]["edtf"] == "2011-23"
    assert read(folder / "biographies.csv")[0]["born"] == "1988-02"


def test_evidence(folder: Path) -> None:
    [place] = read(folder / "evidence.csv")
    assert (place["pointer"], place["page"], place["words"], place["left"]) == ("/film/title", "1", "Brine", "1.5")
    assert read(folder / "rivals.csv")[0]["value"] == "Brinner"


@pytest.mark.parametrize("start", CALCULATES)
def test_no_cell_calculates(start: str, tmp_path: Path) -> None:
    crew = Credits(crew=[CrewMember(label=f"{start}cmd|' /C calc'!A0", role="other", name=f"{start}Roe")])
    report = write_csv([("x", record(credits=crew))], tmp_path)
    [member] = read(tmp_path / "crew.csv")
    assert member["name"] == f"'{start}Roe"
    assert member["label"].startswith("'")
    assert "apostrophe" in changed(report.kits[0])["/kit/credits/crew/*/name"]


def test_no_cell_of_the_samples_calculates(tmp_path: Path) -> None:
    write_csv(samples(), tmp_path)
    cells = [cell for path in tmp_path.iterdir() for row in read(path) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(CALCULATES)]


def test_quotes_commas_and_line_ends_come_back(tmp_path: Path) -> None:
    text = 'He said, "no";\r\nthen left\tat once.\nFin'
    write_csv([("x", record(footnotes=[Footnote(marker="1", text=text)]))], tmp_path)
    assert read(tmp_path / "footnotes.csv")[0]["text"] == text


def test_several_values_in_a_cell_that_cannot_be_told_apart_are_told(tmp_path: Path) -> None:
    film = record().kit.film.model_copy(update={"genres": ["Drama | Noir", "Tale"]})
    [kit] = write_csv([("x", record(film=film))], tmp_path).kits
    assert "mark" in changed(kit)["/kit/film/genres/*"]


def test_tables_leave_little_out(tmp_path: Path) -> None:
    for write, out in ((write_csv, tmp_path / "c"), (write_xlsx, tmp_path / "x.xlsx")):
        assert set(lost(write([("brine", record())], out).kits[0])) == {"/source/settings", "/source/repairs"}


def test_the_same_tables_in_the_workbook(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kits.xlsx"
    write_xlsx([("brine", record()), ("bare", bare())], out)
    found = sheets(out)
    assert list(found) == [table.name for table in TABLES]
    for table in TABLES:
        rows = read(folder / f"{table.name}.csv")
        assert found[table.name][0] == table.columns
        for row, cells in zip(rows, found[table.name][1:], strict=True):
            said = ["" if cell is None else str(cell) for cell in cells]
            assert said == [value[1:] if value.startswith("'") else value for value in row.values()]


def test_text_stays_text_in_the_workbook(tmp_path: Path) -> None:
    crew = Credits(crew=[CrewMember(label="https://roe.example", role="other", name="=1+1")])
    write_xlsx([("007", record(credits=crew))], tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx")["crew"]
    cells = next(iter(sheet.iter_rows(min_row=2, max_row=2)))
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("007", "s"), (1, "n"), ("https://roe.example", "s"), ("other", "s"), ("=1+1", "s"),
    ]  # fmt: skip
    assert cells[0].number_format == "@"
    assert cells[2].hyperlink is None


@pytest.mark.parametrize("letter", ["a", "🎬"])
def test_long_cells_are_cut_and_told(letter: str, tmp_path: Path) -> None:
    text = letter * (LONGEST_CELL + 1)
    [kit] = write_xlsx([("x", record(footnotes=[Footnote(marker="1", text=text)]))], tmp_path / "x.xlsx").kits
    cell = sheets(tmp_path / "x.xlsx")["footnotes"][1][-1]
    assert text.startswith(cell)
    assert LONGEST_CELL - 1 <= len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert changed(kit) == {"/kit/footnotes/*/text": "cut: a cell holds 32,767 characters"}


def test_control_characters_do_not_break_the_workbook(tmp_path: Path) -> None:
    write_xlsx([("x", record(footnotes=[Footnote(marker="1", text="a\x0bb\x00c")]))], tmp_path / "x.xlsx")
    assert sheets(tmp_path / "x.xlsx")["footnotes"][1][-1].startswith("a")


def test_rows_beyond_a_sheet_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    [kit] = write_xlsx([("brine", record())], tmp_path / "x.xlsx").kits
    assert len(sheets(tmp_path / "x.xlsx")["crew"]) == 3
    assert lost(kit)["/kit/credits/crew/*/name"] == 3


@pytest.mark.parametrize("kits", [samples(), ()])
def test_the_same_bytes_every_time(kits: tuple[tuple[str, Extraction], ...], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_xlsx(kits, tmp_path / f"{name}.xlsx")
        write_csv(kits, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    for table in TABLES:
        assert (tmp_path / "one" / f"{table.name}.csv").read_bytes() == (tmp_path / "two" / f"{table.name}.csv").read_bytes()


def test_a_folder_where_a_file_is_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    with pytest.raises(NotWritable):
        write_csv([("brine", record())], tmp_path / "x")
    (tmp_path / "d").mkdir()
    with pytest.raises(NotWritable):
        write_xlsx([("brine", record())], tmp_path / "d")
    assert (tmp_path / "x").read_text() == "mine"


def test_what_fails_half_way_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_csv([("old", record())], tmp_path)
    monkeypatch.setattr(csv_export, "settle", _full)
    with pytest.raises(NotWritable):
        write_csv([("new", record())], tmp_path)
    assert read(tmp_path / "films.csv")[0]["kit"] == "old"
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv"}


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
