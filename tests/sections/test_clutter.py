"""What stands around a kit, not in it: menus of web pages, the post's own lines of an e-mail."""

from __future__ import annotations

import pytest

from presskit.sections.clutter import is_clutter
from sketch import document

MENU = "About\nTrailer\nPress\nNews\nContact\n\nThe Salt Path\n"
POST = (
    "From: Press <press@gannet.example>\nTo: all\nSubject: THE SALT PATH - press\nDate: 4 March 2013\n\n"
    "Dear colleagues,\n\nThe Salt Path is a film.\n\nBest wishes,\n\nJane Pell\n"
)


def _clutter(text: str) -> list[str]:
    kit = document(text)
    return [kit.words(kit.lines[number]) for number in sorted(is_clutter(kit))]


def test_a_menu_without_bullets() -> None:
    assert _clutter(MENU) == ["About", "Trailer", "Press", "News", "Contact"]


def test_other_films_at_the_end_of_a_page() -> None:
    page = "Close\nLog in\nCart (0)\n\nThe Salt Path\n\nOTHER FILMS\nThe Ninth Wave\nPeat\n\nGannet Film Ltd.\n12 Shore Street\n"
    assert _clutter(page) == ["Close", "Log in", "Cart (0)", "OTHER FILMS", "The Ninth Wave", "Peat"]


def test_functions_one_under_another_are_no_menu() -> None:
    assert _clutter("CREW\n\nDirector\n\nWriter\n\nProduction\n\nCasting\n\nJane Doe\n") == []


def test_the_last_heading_of_a_menu_may_head_what_follows() -> None:
    assert _clutter("Download press kit\nDownload images\n\nCONTACT\nhello@gannet.example\n") == ["Download press kit", "Download images"]


def test_the_lines_of_the_post() -> None:
    found = _clutter(POST)
    assert found == [
        "From: Press <press@gannet.example>",
        "To: all",
        "Subject: THE SALT PATH - press",
        "Date: 4 March 2013",
        "Dear colleagues,",
        "Best wishes,",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Director: Helen Marl\nCamera: Piet Lansing\nEditor: Joan Abel\nMusic: The Tarn Four\n",
        "Synopsis\n\nA short story.\n\nContact\n\nGannet\n",
        "From: the sea\nA letter to nobody, in four parts.\n",
        "CONTACT\n\nGet in touch\n\nGannet Pictures\n",
    ],
)
def test_content_that_looks_like_it(text: str) -> None:
    assert _clutter(text) == []


def test_long_kits_do_no_harm() -> None:
    assert _clutter("News\n\n" * 3)[:1] != ["Gannet"]
    assert len(_clutter("From: a\n" * 20_000)) <= 12
