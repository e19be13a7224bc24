"""Kits told partly or wholly in languages that are not understood: nothing breaks, their text stays whole, and an issue says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib import get_data_path
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from presskit import extract
from presskit.readers import read
from presskit.readers.leftwards import as_read
from presskit.record import Extraction, KitIssue
from presskit.settings import Settings

QUICK = Settings(names=False)
FONT = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
TOLD = {
    "ar": (
        "Arabic",
        "الملخص",
        ("تبحر السفينة الأخيرة في الليل ولا يعرف أحد من على متنها.", "تعود ليلى إلى الميناء لتبحث عن أبيها بعد 20 عاما من الغياب."),
    ),
    "he": (
        "Hebrew",
        "תקציר",
        ("הספינה האחרונה יוצאת בלילה ואיש אינו יודע מי נמצא על סיפונה.", "נועה חוזרת אל הנמל לחפש את אביה אחרי 20 שנה."),
    ),
    "fa": (
        "Persian",
        "خلاصه",
        ("آخرین کشتی شبانه حرکت می‌کند و هیچ‌کس نمی‌داند چه کسی در آن است.", "لیلا پس از بیست سال به بندر باز می‌گردد تا پدرش را پیدا کند."),
    ),
    "ja": (
        "Japanese",
        "あらすじ",
        ("最後の船は夜に出る。誰が乗っているのか誰も知らない。", "ミナは二十年ぶりに港へ戻り、父を捜し始める。"),
    ),
    "zh": ("Chinese", "剧情简介", ("最后一班渡轮在夜里离开，没有人知道谁在船上。", "二十年后，林回到港口寻找她的父亲。")),
    "ko": (
        "Korean",
        "시놉시스",
        ("마지막 배는 밤에 떠나고 누가 타고 있는지 아무도 모른다.", "미나는 이십 년 만에 항구로 돌아와 아버지를 찾는다."),
    ),
    "ru": (
        "Russian",
        "Синопсис",
        ("Последний паром уходит ночью, и никто не знает, кто на борту.", "Через двадцать лет она возвращается в порт, чтобы найти отца."),
    ),
    "el": (
        "Greek",
        "Σύνοψη",
        ("Το τελευταίο καράβι φεύγει τη νύχτα και κανείς δεν ξέρει ποιος είναι μέσα.", "Η Μίνα επιστρέφει στο λιμάνι."),
    ),
    "nl": (
        "Dutch",
        "Synopsis",
        ("De laatste veerboot vertrekt in de nacht en niemand weet wie er aan boord is.", "Zij komt terug om haar vader te zoeken."),
    ),
}
ENGLISH = "The last ferry leaves at night, and nobody knows who is on board. After years Mina comes back to look for her father."
HEAD = ("THE LATE FERRY", "A film by Ida Grau", "", "SYNOPSIS", "", ENGLISH, "")
FOOT = ("", "CREW", "", "Director: Ida Grau", "Editor: Tom Vale")


def of_text(tmp_path: Path, *lines: str, settings: Settings = QUICK) -> Extraction:
    path = tmp_path / "kit.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return extract(path, settings)


def unsupported(extraction: Extraction) -> list[KitIssue]:
    return [issue for issue in extraction.issues if issue.code == "language-unsupported"]


def whole_text(extraction: Extraction) -> str:
    return " ".join(" ".join(section.text.split()) for section in extraction.kit.sections)


def crew(extraction: Extraction) -> list[str]:
    return [member.name for member in extraction.kit.credits.crew]


@pytest.mark.parametrize("code", TOLD)
def test_beside_english(tmp_path: Path, code: str) -> None:
    name, heading, lines = TOLD[code]
    found = of_text(tmp_path, *HEAD, "\f", heading, "", *lines, *FOOT)
    (issue,) = unsupported(found)
    assert issue.message.startswith(f"{name} ({code})")
    assert "page 2 " in issue.message
    assert {place.page for place in issue.spans} == {2}
    assert all(line in whole_text(found) for line in lines)
    assert crew(found) == ["Ida Grau", "Tom Vale"]
    assert found.kit.languages == ["en", code]
    assert not found.partial


@pytest.mark.parametrize("code", TOLD)
def test_alone(tmp_path: Path, code: str) -> None:
    name, heading, lines = TOLD[code]
    found = of_text(tmp_path, heading, "", *lines)
    assert [issue.message.split(" (")[0] for issue in unsupported(found)] == [name]
    assert all(line in whole_text(found) for line in lines)
    assert found.kit.languages == [code]
    assert not found.partial


@pytest.mark.parametrize("code", ["ar", "ja", "ru"])
def test_with_names_looked_for(tmp_path: Path, code: str) -> None:
    _, heading, lines = TOLD[code]
    found = of_text(tmp_path, *HEAD, heading, "", *lines, *FOOT, settings=Settings())
    assert unsupported(found)
    assert not found.partial


def test_several_in_one_kit(tmp_path: Path) -> None:
    blocks = [line for code in ("he", "zh", "el") for line in ("", TOLD[code][1], "", *TOLD[code][2])]
    found = of_text(tmp_path, *HEAD, *blocks, *FOOT)
    assert [issue.message.split(" (")[0] for issue in unsupported(found)] == ["Greek", "Hebrew", "Chinese"]
    assert crew(found) == ["Ida Grau", "Tom Vale"]


def test_english_alone_is_no_issue(tmp_path: Path) -> None:
    assert not unsupported(of_text(tmp_path, *HEAD, *FOOT))


def test_a_name_or_a_title_in_another_script_is_no_issue(tmp_path: Path) -> None:
    found = of_text(tmp_path, *HEAD, "Original title: 最後の船", "Editor: Δάφνη Μάρα", *FOOT)
    assert not unsupported(found)


def test_a_bilingual_kit_has_both_texts_as_a_pair(tmp_path: Path) -> None:
    german = "Die letzte Fähre fährt in der Nacht, und niemand weiß, wer an Bord ist. Nach Jahren kommt Mina zurück und sucht ihren Vater."
    found = of_text(tmp_path, "SYNOPSIS", "", ENGLISH, "", german, *FOOT)
    assert found.kit.languages == ["en", "de"]
    assert [synopsis.text for synopsis in found.kit.synopses] == [ENGLISH, german]
    assert not unsupported(found)


def drawn(path: Path, lines: tuple[str, ...], *, leftwards: bool, singly: bool) -> Path:
    """A page; words from right to left as programs draw them: turned round, or every letter put in its place, the right one first."""
    pdfmetrics.registerFont(TTFont("Wide", str(FONT)))
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for number, line in enumerate(lines):
        canvas.setFont("Wide", 11)
        y = 780 - 18 * number
        if not (leftwards and any("\u0590" <= letter <= "\u08ff" for letter in line)):
            canvas.drawString(60, y, line)
        elif not singly:
            canvas.drawRightString(535, y, as_read(line, ())[0])
        else:
            x = 535.0
            for letter in line:
                x -= canvas.stringWidth(letter, "Wide", 11)
                canvas.drawString(x, y, letter)
    canvas.save()
    return path


@pytest.mark.parametrize("singly", [False, True], ids=["turned round", "letter by letter"])
@pytest.mark.parametrize("code", ["ar", "he", "ru", "el"])
def test_on_pages(tmp_path: Path, code: str, singly: bool) -> None:
    name, heading, lines = TOLD[code]
    if singly:
        lines = tuple(line.replace("20 ", "") for line in lines)
    page = ("SYNOPSIS", "", *ENGLISH.split(". "), "", heading, "", *lines, *FOOT)
    path = drawn(tmp_path / "kit.pdf", page, leftwards=code in ("ar", "he"), singly=singly)
    original = read(path, QUICK).original
    assert all(line in original for line in lines)
    found = extract(path, QUICK)
    assert [issue.message.split(" (")[0] for issue in unsupported(found)] == [name]
    assert " ".join(lines) in whole_text(found)
    assert crew(found) == ["Ida Grau", "Tom Vale"]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("The Late Ferry", "The Late Ferry"),
        ("םולש", "שלום"),
        ("1987 תנשב הדלונ", "נולדה בשנת 1987"),
        ("Ida :טרסה יאמב", "במאי הסרט: Ida"),
        ("(תרבחמ) הנפסה", "הספנה (מחברת)"),
        ("Director: הנפס אבא (1950)", "Director: אבא ספנה (1950)"),
        ("רבוע 3.5 ריחמ", "מחיר 3.5 עובר"),
        ("", ""),
    ],
)
def test_reading_order(printed: str, read_as: str) -> None:
    assert as_read(printed, ())[0] == read_as
    assert as_read(read_as, ())[0] == printed, "what is turned twice is as it was"


def test_marks_go_with_their_signs() -> None:
    text, marks = as_read("1םולש", ((0, 1),))
    assert [text[start:end] for start, end in marks] == ["1"]
