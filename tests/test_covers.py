"""Whole kits in short: covers with presenters and players, and pages that give one actor's films after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import extract
from presskit.record import PressKit
from presskit.settings import Settings

SYNOPSIS = "SYNOPSIS\n\nA deaf boy hears the rain for the first time when his grandmother dies, and the village does not believe him.\n"
CAST = "\nCAST\nAda        ALMA CROFT\nBill       TOM HALE\n"
FILMS = """\fODILE CARRÈRE
La gardienne

CINÉMA
2021 LE GRÈS de Bastien Ferrand
2018 LA FAILLE d’Inès Durand
THÉÂTRE
2019 LA COLLINE m.e.s. Jean Aubry
TÉLÉVISION
2016 LE BAC (série)
\fPAUL VERNET
Antoine

CINÉMA
2020 LA DIGUE de Jeanne Roy
"""


def kit_of(folder: Path, text: str) -> PressKit:
    path = folder / "kit.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path, Settings(names=False)).kit


@pytest.mark.parametrize(
    ("cover", "title", "companies"),
    [
        ("NORTHLIGHT FILMS and ACME present\nin association with SCREEN HULL\n\nTHE SALT ROAD\n\nA film by Dan Ray\n", "THE SALT ROAD",
         [("production", "NORTHLIGHT FILMS"), ("production", "ACME"), ("coproduction", "SCREEN HULL")]),
        ("Les Films du Quai\nprésente\n\nLES VENTS CONTRAIRES\n\nun film de Lise Garrec\n", "LES VENTS CONTRAIRES",
         [("production", "Les Films du Quai")]),
        ("ALMA CROFT\nTOM HALE\n\nTHE SOUND OF RAIN\n\na film by Ines Moll\n", "THE SOUND OF RAIN", []),
        ("ALMA CROFT     TOM HALE\n\nDRUMS OF FIRE\n\na film by Ines Moll\n", "DRUMS OF FIRE", []),
    ],
)  # fmt: skip
def test_a_cover_is_read_by_its_parts(tmp_path: Path, cover: str, title: str, companies: list[tuple[str, str]]) -> None:
    kit = kit_of(tmp_path, f"{cover}\n{SYNOPSIS}{CAST}")
    assert kit.film.title == title
    assert [(company.role, company.name) for company in kit.credits.companies] == companies
    assert [member.actor for member in kit.credits.cast] == ["ALMA CROFT", "TOM HALE"]
    assert len(kit.film.directors) == 1
    assert {member.role for member in kit.credits.crew} <= {"director"}


def test_each_actor_has_the_films_under_the_name(tmp_path: Path) -> None:
    kit = kit_of(tmp_path, f"LE SEL\n\nun film de Lise Garrec\n\n{SYNOPSIS}{FILMS}")
    films = {one.person: [(entry.year, entry.title) for entry in one.entries] for one in kit.filmographies}
    assert films == {
        "ODILE CARRÈRE": [(2021, "LE GRÈS"), (2018, "LA FAILLE"), (2016, "LE BAC")],
        "PAUL VERNET": [(2020, "LA DIGUE")],
    }
