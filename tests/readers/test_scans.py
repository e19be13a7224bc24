"""Pages that are pictures of text, read by Tesseract itself: rendered from samples, spoilt as scans are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from drawing import column, draw, wrapped
from presskit import extract
from presskit.model import Document
from presskit.readers import read
from presskit.readers.scans.need import Lack, lack_of, no_language
from presskit.readers.scans.telling import told
from presskit.readers.words import Word
from presskit.settings import Scanning, Settings
from scanning import Spoil, askew, blurred, needs_tesseract, noisy, rendered, scan, turned

SAMPLES = Path(__file__).parents[2] / "samples"
MEDEA = Path(__file__).parents[3] / "shared" / "kits" / "medea-presskit.pdf"
DEFAULT = Settings(names=False)
PATIENT = Settings(names=False, scanning=Scanning(seconds=1_500))
WORD = re.compile(r"\w{2,}")
PROSE = (
    "The ferry is late and nobody on the pier knows why. Anna Loewe waits with the letters of the whole island in a bag, and with a "
    "question that she has not asked for eleven years. When the lights of the boat come out of the fog it is not the boat she knows."
)


def words(document: Document) -> list[str]:
    return [word.casefold() for line in document.lines for word in WORD.findall(document.words(line))]


def found(wanted: list[str], got: list[str]) -> float:
    left = list(got)
    hits = 0
    for word in wanted:
        if word in left:
            left.remove(word)
            hits += 1
    return hits / len(wanted)


def paper(tmp_path: Path) -> Path:
    lines = ["SYNOPSIS", "", *wrapped(PROSE, 420, 12)]
    return draw(tmp_path / "paper.pdf", [column(lines, 70, 90, size=12, leading=16)])


def codes(document: Document) -> set[str]:
    return {issue.code for issue in document.issues}


@pytest.mark.parametrize("kit", ["paper-boats-en", "le-dernier-bac-fr", "die-stille-schicht-de"])
def test_a_rendered_page_has_the_words_of_the_sample(tmp_path: Path, kit: str) -> None:
    needs_tesseract()
    whole = read(SAMPLES / kit / "kit.pdf", DEFAULT)
    page = 2
    wanted = [word.casefold() for line in whole.lines if line.page == page for word in WORD.findall(whole.words(line))]
    got = read(scan(tmp_path / "scan.pdf", rendered(SAMPLES / kit / "kit.pdf", [page - 1])), DEFAULT)
    assert found(wanted, words(got)) >= 0.95
    assert "read-by-ocr" in codes(got)
    assert all(line.sure and line.box for line in got.lines)


@pytest.mark.parametrize(
    ("spoilt", "least"), [(askew, 0.97), (turned, 0.97), (blurred, 0.97), (noisy, 0.93)], ids=["askew", "turned", "blurred", "noisy"]
)
def test_a_bad_scan_is_read_all_the_same(tmp_path: Path, spoilt: Spoil, least: float) -> None:
    needs_tesseract()
    source = paper(tmp_path)
    pictures = [spoilt(picture) for picture in rendered(source)]
    assert found(words(read(source, DEFAULT)), words(read(scan(tmp_path / "scan.pdf", pictures), DEFAULT))) >= least


def test_only_the_page_that_needs_it_is_read_by_ocr(tmp_path: Path) -> None:
    needs_tesseract()
    path = scan(tmp_path / "kit.pdf", rendered(paper(tmp_path)), before=["A film by Nobody Knows", *wrapped(PROSE, 400)])
    document = read(path, DEFAULT)
    assert {line.page for line in document.lines if line.sure is None} == {1}
    assert {line.page for line in document.lines if line.sure is not None} == {2}


def test_a_text_layer_that_is_no_language_is_told_and_read_again(tmp_path: Path) -> None:
    needs_tesseract()
    cipher = [shifted(line) for line in wrapped(PROSE, 400)]
    document = read(scan(tmp_path / "kit.pdf", [], before=cipher), DEFAULT)
    assert "bad-text-layer" in codes(document)
    assert all(line.sure is not None for line in document.lines)
    assert words(document)[:3] == WORD.findall(" ".join(cipher).casefold())[:3]


def test_evidence_says_that_ocr_read_it(tmp_path: Path) -> None:
    needs_tesseract()
    plain = extract(paper(tmp_path), DEFAULT)
    record = extract(scan(tmp_path / "scan.pdf", [noisy(picture) for picture in rendered(paper(tmp_path))]), DEFAULT)
    assert record.evidence
    assert not any("OCR" in entry.why for entry in plain.evidence.values())
    for pointer, entry in record.evidence.items():
        assert "read by OCR" in entry.why
        assert all(place.box for place in entry.spans)
        assert pointer not in plain.evidence or entry.confidence < plain.evidence[pointer].confidence


def test_the_same_scan_gives_the_same_document(tmp_path: Path) -> None:
    needs_tesseract()
    path = scan(tmp_path / "scan.pdf", [askew(picture) for picture in rendered(paper(tmp_path))])
    assert read(path, DEFAULT) == read(path, DEFAULT)


def test_no_time_for_ocr(tmp_path: Path) -> None:
    needs_tesseract()
    document = read(scan(tmp_path / "scan.pdf", rendered(paper(tmp_path))), Settings(scanning=Scanning(seconds=0)))
    assert codes(document) == {"no-text-layer", "ocr-too-slow"}


def test_without_tesseract_the_record_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from presskit.readers.scans import tesseract

    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.languages.cache_clear()
    try:
        document = read(scan(tmp_path / "scan.pdf", rendered(paper(tmp_path))), DEFAULT)
    finally:
        tesseract.languages.cache_clear()
    assert [issue.code for issue in document.issues] == ["no-text-layer"]
    assert "tesseract-ocr-eng" in document.issues[0].message


def test_a_page_of_paper_without_ink_needs_nothing(tmp_path: Path) -> None:
    document = read(scan(tmp_path / "scan.pdf", [Image.new("L", (600, 800), 250)]), DEFAULT)
    assert codes(document) == {"no-text-layer"}


def test_what_pages_lack() -> None:
    assert lack_of([]) is Lack.NOTHING
    assert lack_of(set_in("A caption")) is Lack.SCANT
    assert lack_of(set_in(PROSE)) is None
    assert lack_of(set_in(shifted(PROSE))) is Lack.NO_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "Kamera Anna Loewe Schnitt Bert Nagel Musik Cem Aydin Ton Dora Vogt Kostüm Eva Lind Maske Finn Brandt Licht Gerd Hahn Bühne Ida",
        "Mer är än vi vet om havet och ön där färjan aldrig kom fram den natten när ljusen slocknade och alla sov utom en som väntade",
        "Паром опаздывает и никто на пристани не знает почему она ждёт с письмами всего острова в сумке и с вопросом который не задала",
    ],
    ids=["credits", "Swedish", "Russian"],
)
def test_texts_that_are_languages(text: str) -> None:
    assert not no_language(text.split())


def test_runs_of_pages() -> None:
    assert told([1, 2, 3, 7]) == "pages 1-3, 7"
    assert told([4]) == "page 4"


def shifted(text: str) -> str:
    """What a font says whose letters are three places off."""
    return re.sub("[a-z]", lambda match: chr((ord(match.group()) - 97 + 3) % 26 + 97), text)


def set_in(text: str) -> list[Word]:
    return [Word(word, 0.0, 1.0, 0.0, 10.0, 10.0, "Times") for word in text.split()]


@pytest.mark.skipif(not MEDEA.is_file(), reason="the shared kits are not there")
def test_a_kit_that_is_nothing_but_pictures() -> None:
    """A designed one, whose words people typed; light type on photographs is not all read."""
    needs_tesseract()
    document = read(MEDEA, PATIENT)
    wanted = [word.casefold() for word in WORD.findall(MEDEA.with_suffix(".txt").read_text(encoding="utf-8"))]
    assert found(wanted, words(document)) >= 0.85
    assert codes(document) >= {"read-by-ocr"}
    assert all(line.sure is not None and line.box for line in document.lines)
