"""What each page of a site repeats, in a kit saved as text."""

from __future__ import annotations

from pathlib import Path

from presskit.readers import read
from presskit.sections.repeats import repeated_lines
from presskit.settings import Settings

MENU = "home\nfilm\nteam\npledge\ncontact\n"
FOOT = "Contact\nE: salt@gannet.example\n12 Harbour Row\nFollow us\n"
TEXT = (
    "A ferry captain who has never learnt to swim is asked to teach a class of children how to float, and the whole village "
    "comes down to the harbour wall to watch him fail again and again."
)
SPANISH = "inicio\nla película\nequipo\nmecenas\ncontacto\n"


def _lines(tmp_path: Path, text: str) -> list[str]:
    kit = tmp_path / "kit.txt"
    kit.write_text(text, encoding="utf-8")
    document = read(kit, Settings())
    return [document.words(document.lines[number]) for number in sorted(repeated_lines(document))]


def _pages(menu: str, *texts: str) -> str:
    return "\n".join(f"{menu}\n{text}\n\n{FOOT}" for text in texts)


def test_a_menu_goes_and_an_address_is_said_once(tmp_path: Path) -> None:
    found = _lines(tmp_path, _pages(MENU, f"Story\n\n{TEXT}", "Team\n\nMara Tolland\n\nDirector", "Thanks\n\nOona Pettifer\n\nLinus Bray"))
    assert found.count("pledge") == found.count("home") == 3
    assert found.count("E: salt@gannet.example") == found.count("12 Harbour Row") == 2
    assert TEXT not in " ".join(found)


def test_menus_of_other_languages(tmp_path: Path) -> None:
    found = _lines(tmp_path, _pages(SPANISH, "Sinopsis\n\nuno", "Equipo\n\ndos\n\ntres\n\ncuatro", "Gracias\n\ncinco"))
    assert found.count("mecenas") == 3


def test_a_text_that_opens_again_in_a_window_of_the_site_is_told_once(tmp_path: Path) -> None:
    pages = _pages(MENU, f"Mara Tolland\n\n{TEXT}", "one\n\ntwo\n\nthree", "four\n\nfive\n\nsix")
    found = _lines(tmp_path, f"{pages}\nMARA TOLLAND\n\n{TEXT.replace('again and again', 'once more')}\n")
    assert "MARA TOLLAND" in found
    assert "Mara Tolland" not in found


def test_rows_that_are_alike_are_no_menu(tmp_path: Path) -> None:
    contacts = "Gannet Films\n12 Harbour Row\nWesthaven\n"
    assert _lines(tmp_path, f"Production\n{contacts}\nSales\n{contacts}\nPress\n{contacts}\n") == []
    assert _lines(tmp_path, f"SYNOPSIS\n\n{TEXT}\n\nLONG SYNOPSIS\n\n{TEXT}\n") == []
