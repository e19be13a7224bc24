"""Names and titles in scripts and spellings that no table of letters covers: each as its country prints it, and as others do."""

from __future__ import annotations

from pathlib import Path
from random import Random

HERE = Path(__file__).parent
FAMILY_FIRST = ("zh", "hu")
NOT_SPACED = ("zh",)

Spellings = tuple[str, ...]


def _rows() -> list[tuple[str, str, Spellings]]:
    """Kind, own spelling, and how three schemes or houses print it abroad."""
    lines = (HERE / "scripts.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [(kind, own, tuple(abroad)) for kind, own, *abroad in cells]


ROWS = _rows()
LANGUAGES = tuple(dict.fromkeys(kind.split()[0] for kind, _, _ in ROWS if kind != "title"))


def persons(language: str) -> dict[str, Spellings]:
    """Everybody of this country by the name printed there, with what is printed abroad; one scheme for both parts of a name."""
    given, family = ([(own, abroad) for kind, own, abroad in ROWS if kind == f"{language} {part}"] for part in ("given", "family"))
    return {_own(language, first, last): _abroad(language, firsts, lasts) for first, firsts in given for last, lasts in family}


def _own(language: str, given: str, family: str) -> str:
    blank = "" if language in NOT_SPACED else " "
    return f"{family}{blank}{given}" if language in FAMILY_FIRST else f"{given} {family}"


def _abroad(language: str, given: Spellings, family: Spellings) -> Spellings:
    """Most houses put the family name last, of China the first."""
    found = [f"{one} {other}" for one, other in zip(given, family, strict=True)]
    turned = [f"{other} {one}" for one, other in zip(given, family, strict=True)]
    return (*turned, found[0]) if language == "zh" else (*found, turned[0]) if language == "hu" else tuple(found)


PERSONS = {language: persons(language) for language in LANGUAGES}
SPELLED = {own: abroad for known in PERSONS.values() for own, abroad in known.items()} | {
    own: abroad for kind, own, abroad in ROWS if kind == "title"
}


def crowd(language: str, many: int, rng: Random) -> tuple[str, ...]:
    """So many people of one country, none twice."""
    return tuple(rng.sample(sorted(PERSONS[language]), many))
