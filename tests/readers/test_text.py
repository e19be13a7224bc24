"""Plain text and Markdown: encodings, pages, cells, furniture, columns laid out with blanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit.errors import PresskitError
from presskit.model import Document
from presskit.readers.text import read_text

FRENCH = "« Le bac » est un film français, tourné l’été à Sète, où la mer était déjà froide ; personne n’y était allé.\n"


def read(folder: Path, text: str | bytes, name: str = "kit.txt") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_text(path)


def content(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines if not line.furniture]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = (FRENCH * 8).replace("’", "'") if encoding == "cp1252" else FRENCH * 8
    assert read(tmp_path, text.encode(encoding)).text.strip() == text.strip()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Паром опаздывает, и никто на пристани не знает, почему горит лампа. Марта ждёт всех, кто не пришёл.\n"),
        ("cp1250", "Prom się spóźnia i nikt na molo nie wie, dlaczego świeci lampa. Marta czeka na każdego, kto nie przyszedł.\n"),
    ],
)
def test_other_alphabets_are_not_taken_for_western_ones(tmp_path: Path, encoding: str, text: str) -> None:
    assert read(tmp_path, (text * 6).encode(encoding)).text.strip() == (text * 6).strip()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    assert content(read(tmp_path, f"One{end}Two{end}{end}Three")) == ["One", "Two", "Three"]


def test_pages_blank_lines_and_indent(tmp_path: Path) -> None:
    document = read(tmp_path, "One\n\n\n  Two\n\fThree\n")
    assert [(line.page, line.blank_before, line.indent) for line in document.lines] == [(1, 0, 0.0), (1, 2, 2.0), (2, 1, 0.0)]
    assert document.source.pages == 2


def test_a_sentence_goes_on_over_a_page(tmp_path: Path) -> None:
    document = read(tmp_path, "I wrote it with my\n\n\n\f\nfriend Ida.\n\nThen we left.\n")
    assert [line.blank_before for line in document.lines] == [0, 0, 1]
    assert ("page-breaks", 1) in {(repair.name, repair.count) for repair in document.repairs}


@pytest.mark.parametrize("gap", ["\t", "     ", " ........ ", "  "])
def test_cells(tmp_path: Path, gap: str) -> None:
    document = read(tmp_path, f"Editor{gap}Flo Ray\n")
    assert [document.read((cell,)) for cell in document.lines[0].cells] == ["Editor", "Flo Ray"]


def test_furniture_of_pages(tmp_path: Path) -> None:
    pages = [f"THE LATE FERRY | press notes\n\n{'ABCDE'[page]} night came.\nNobody waited.\n\n- {page + 1} -\n" for page in range(5)]
    document = read(tmp_path, "\f".join(pages))
    assert content(document) == [line for page in range(5) for line in (f"{'ABCDE'[page]} night came.", "Nobody waited.")]


def test_page_numbers_in_a_text_without_pages(tmp_path: Path) -> None:
    page = "\n".join(f"The ferry passes pier {letter}." for letter in "abcdefghijklmnop")
    document = read(tmp_path, "\n\n".join(f"{page}\n\n{number}" for number in (2, 3, 4, 5)))
    assert [document.words(line) for line in document.lines if line.furniture] == ["2", "3", "4", "5"]


def test_page_numbers_of_pages_long_and_short(tmp_path: Path) -> None:
    long, short = ("\n".join(f"The ferry passes pier {number} again." for number in range(lines)) for lines in (30, 4))
    document = read(tmp_path, "\n\n".join(f"{page}\n\n{number}" for number, page in enumerate((long, short, long, "7", long), 2)))
    assert [document.words(line) for line in document.lines if line.furniture] == ["2", "3", "4", "5", "6"]


def test_running_heads_with_numbers_in_a_text_without_pages(tmp_path: Path) -> None:
    page = "\n".join(f"The ferry passes pier {letter}." for letter in "abcdefghijklmnop")
    document = read(tmp_path, "\n\n".join(f"THE LATE FERRY {number}\n\n{page}" for number in (2, 3, 4, 5)))
    assert [document.words(line) for line in document.lines if line.furniture] == [f"THE LATE FERRY {number}" for number in (2, 3, 4, 5)]


def test_a_list_of_parts_is_content(tmp_path: Path) -> None:
    document = read(tmp_path, "\n".join(f"Sailor {number}\nAda Brook" for number in (1, 2, 3, 4)))
    assert not any(line.furniture for line in document.lines)


def test_numbered_headings_are_content(tmp_path: Path) -> None:
    document = read(tmp_path, "\n\n".join(f"{number}\n\nA ferry came." for number in (1, 2, 3, 4)))
    assert not any(line.furniture for line in document.lines)


LEFT = [
    "SYNOPSIS",
    "One night the ferry does not come and",
    "nobody on the pier can say why it is",
    "that the lamp is lit, that the dog has",
    "gone, that the sea lies as if it were",
    "made of tin and had never been wet.",
    "Marta waits for all of them, a summer",
]
RIGHT = [
    "THE DIRECTOR",
    "Ida Grau was born on an island that is",
    "no longer on the maps and has filmed",
    "what was left of it for twenty years,",
    "first alone and then with her brother",
    "who built the cameras she works with",
    "from parts of boats.",
]


def test_columns_of_blanks(tmp_path: Path) -> None:
    rows = "\n".join(f"{left:<48}{right}" for left, right in zip(LEFT, RIGHT, strict=True))
    document = read(tmp_path, f"{rows}\n")
    assert content(document) == [*LEFT, *RIGHT]
    assert [line.column for line in document.lines] == [0] * 7 + [1] * 7
    for line in document.lines:
        low, high = document.origin[line.span.start], document.origin[line.span.end - 1] + 1
        assert document.original[low:high] == document.words(line)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Directed by", "Ada Quill"),
            ("Produced by", "Bo Trent, Cy Marsh"),
            ("", "Dee Holt"),
            ("Editor", "Flo Ray"),
            ("Sound", "Gus Lane"),
            ("Music", "Hal Pike"),
        ],
        [
            ("Nan Gall", "net mender"),
            ("Bid Gall", "net mender"),
            ("Lor Dive", "curate"),
            ("Hugh Boy", "engineer"),
            ("Sha Pet", "singer"),
            ("Gea Ni", "keeper"),
        ],
    ],
    ids=["credits", "cast"],
)
def test_tables_of_blanks_stay_rows(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    document = read(tmp_path, "\n".join(f"{label:<40}{name}" for label, name in rows))
    assert content(document) == [" ".join(cell for cell in row if cell) for row in rows]


def test_markdown(tmp_path: Path) -> None:
    text = (
        "# The Late Ferry\n\nA film by **Ida Grau**, *slowly* made; see [the site](https://ferry.example/x_y_z).\n\n"
        "- Editor: Flo Ray\n\n![still](a.jpg)\n\nNeedle* and ida_grau@ferry.example\n"
    )
    document = read(tmp_path, text, "kit.md")
    assert content(document) == [
        "The Late Ferry",
        "A film by Ida Grau, slowly made; see the site.",
        "Editor: Flo Ray",
        "Needle* and ida_grau@ferry.example",
    ]
    assert document.original == text
    head = document.lines[0]
    assert head.style is not None
    assert head.style.bold
    start = document.text.index("Ida Grau")
    assert text[document.origin[start] :].startswith("Ida Grau")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["A ferry", "har-\n", "\n", "\f", "    ", "\t", "....", "# ", "**", "- 2 -\n", "\u00ad", "x" * 30])
        | st.text(max_size=8),
        max_size=60,
    )
)
@pytest.mark.parametrize("name", ["kit.txt", "kit.md"])
def test_any_text_is_read_and_can_be_found_again(tmp_path: Path, name: str, pieces: list[str]) -> None:
    try:
        document = read(tmp_path, "".join(pieces).encode("utf-8", "replace"), name)
    except PresskitError:
        return
    assert len(document.origin) == len(document.text) + 1
    assert all(line.cells and line.span.start < line.span.end for line in document.lines)
    for at, sign in enumerate(document.text):
        if sign in "AFYfery" and document.original.isascii():
            assert document.original[document.origin[at]] == sign
