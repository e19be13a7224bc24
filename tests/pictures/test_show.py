"""`presskit show` as a user meets it: files that appear, pages that need nothing else, errors that say the way out."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from presskit.cli import app

SAMPLES = Path(__file__).parents[2] / "samples"
PDF, PDF_RECORD = SAMPLES / "paper-boats-en" / "kit.pdf", SAMPLES / "paper-boats-en" / "approved.json"
TEXT, TEXT_RECORD = SAMPLES / "nachtbus-de" / "kit.md", SAMPLES / "nachtbus-de" / "approved.json"
WEB_NAME = re.compile(r"(?:https?:)?//")
MOST_BYTES = 250_000


class Parsed(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, *names: str) -> list[str]:
        return [value for _, attributes in self.tags for name, value in attributes.items() if name in names and value]


def show(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["show", *map(str, arguments)], env={"COLUMNS": "200"})


def shown(tmp_path: Path, *arguments: str | Path) -> Parsed:
    target = tmp_path / "page.html"
    result = show(*arguments, "--out", target)
    assert result.exit_code == 0, result.output
    return Parsed(target.read_text(encoding="utf-8"))


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    path = tmp_path / "late-ferry.txt"
    path.write_text(
        "THE LATE FERRY\nA film by Ida Grau\n\nSYNOPSIS\nA ferryman waits on the quay.\n\fCREW\nEditor - TOM VALE\n", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(("sample", "record"), [(PDF, PDF_RECORD), (TEXT, TEXT_RECORD)])
def test_the_page_needs_nothing_else(tmp_path: Path, sample: Path, record: Path) -> None:
    page = shown(tmp_path, sample, "--record", record)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base", "form"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert all(reference.startswith(("#", "data:image/webp;base64,")) for reference in page.values("href", "src", "xlink:href"))
    assert not [value for value in page.values("style", "content") if WEB_NAME.search(value)]


@pytest.mark.parametrize(("sample", "record"), [(PDF, PDF_RECORD), (TEXT, TEXT_RECORD)])
def test_every_value_has_a_row_that_leads_to_its_box(tmp_path: Path, sample: Path, record: Path) -> None:
    page = shown(tmp_path, sample, "--record", record)
    ids = Counter(page.values("id"))
    assert max(ids.values()) == 1
    assert {reference[1:] for reference in page.values("href") if reference.startswith("#")} <= set(ids)
    told = json.loads(record.read_text(encoding="utf-8"))
    leaves = {pointer for pointer in told["evidence"] if re.match(r"/(film|credits|awards|contacts|biographies)/", pointer)}
    assert leaves
    assert leaves <= set(page.words)
    assert {issue["code"] for issue in told["issues"]} <= set(page.words)


def test_a_kit_is_extracted_where_no_record_is_given(tmp_path: Path, kit: Path) -> None:
    page = shown(tmp_path, kit, "--no-names")
    assert "/film/title" in page.words
    assert "/credits/crew/0/name" in page.words
    assert "Page 2" in page.words


def test_without_out_the_page_is_named_after_the_kit(tmp_path: Path, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    result = show(kit, "--no-names")
    assert result.exit_code == 0
    assert [path.name for path in Path().iterdir()] == ["late-ferry.shown.html"]
    assert result.stdout == ""
    assert "late-ferry.shown.html" in result.stderr


def test_only_one_page(tmp_path: Path, kit: Path) -> None:
    page = shown(tmp_path, kit, "--no-names", "--page", "2")
    assert "Page 2" in page.words
    assert "Page 1" not in page.words


def test_markup_in_a_kit_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>.txt"
    words = '<script>alert(1)</script> "><img src=x onerror=alert(2)> ]]> {{ 7 * 7 }} &amp; \x1b[2J'
    path.write_text(f"TITLE: {words}\n\nSYNOPSIS\n{words} is a film about a ferry that is late.\n\nDirector: {words}\n", encoding="utf-8")
    page = shown(tmp_path, path, "--no-names")
    assert not {tag for tag, _ in page.tags} & {"script", "img", "b-"}
    assert any("<script>alert(1)</script>" in text for text in page.words) or any(
        text == "<script>alert(1)</script>" for text in page.words
    )
    assert "\x1b" not in "".join(page.words)
    assert not [name for _, attributes in page.tags for name in attributes if name == "onerror"]


def test_png_of_several_pages(tmp_path: Path, kit: Path) -> None:
    assert show(kit, "--no-names", "--out", tmp_path / "page.png").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["page-1.png", "page-2.png"]
    with Image.open(tmp_path / "page-1.png") as image:
        assert image.format == "PNG"
        assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 3


def test_png_of_one_page_keeps_its_name_and_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one.PNG", "other.png"):
        assert show(PDF, "--record", PDF_RECORD, "--page", "8", "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "one.PNG").read_bytes() == (tmp_path / "other.png").read_bytes()


@pytest.mark.parametrize("path", ["kits.zip", "kits.zip/film/kit.pdf"])
def test_a_kit_in_a_parcel_is_drawn_from_its_own_file(tmp_path: Path, path: str) -> None:
    with ZipFile(tmp_path / "kits.zip", "w") as parcel:
        parcel.write(PDF, "film/kit.pdf")
    page = shown(tmp_path, tmp_path / path, "--record", PDF_RECORD, "--page", "1")
    assert "image" in {tag for tag, _ in page.tags}


def test_a_page_that_is_not_there(kit: Path, tmp_path: Path) -> None:
    result = show(kit, "--no-names", "--page", "3", "--out", tmp_path / "page.html")
    assert result.exit_code == 2
    assert "2 pages" in result.stderr


@pytest.mark.parametrize("name", ["page.pdf", "page", "page.htm"])
def test_another_kind_of_file(kit: Path, tmp_path: Path, name: str) -> None:
    result = show(kit, "--out", tmp_path / name)
    assert result.exit_code == 2
    assert ".html" in result.stderr


@pytest.mark.parametrize("suffix", [".html", ".png"])
def test_a_folder_that_cannot_be_written(kit: Path, suffix: str) -> None:
    result = show(kit, "--no-names", "--out", kit / f"page{suffix}")
    assert result.exception is not None
    assert getattr(result.exception, "exit_code", 0) == 21


def test_the_kit_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "kit.html"
    path.write_text("<h1>The Late Ferry</h1><p>A film by Ida Grau</p>", encoding="utf-8")
    before = path.read_bytes()
    assert getattr(show(path, "--out", path).exception, "exit_code", 0) == 21
    assert path.read_bytes() == before


def test_a_record_of_another_file(tmp_path: Path) -> None:
    result = show(TEXT, "--record", PDF_RECORD, "--out", tmp_path / "page.html")
    assert getattr(result.exception, "exit_code", 0) == 20
    assert "another file" in str(result.exception)
    assert not (tmp_path / "page.html").exists()


def test_the_pictures_of_the_readme_are_small() -> None:
    readme = (SAMPLES.parent / "README.md").read_text(encoding="utf-8")
    found = [SAMPLES.parent / name for name in re.findall(r"\]\((samples/pictures/[^)]+\.png)\)", readme)]
    assert len(found) == 2
    for path in found:
        assert 10_000 < path.stat().st_size < MOST_BYTES
