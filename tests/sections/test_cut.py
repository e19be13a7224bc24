"""The segmenter on short kits of our own: parts in, the same parts out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from presskit.model import Section, SectionKind
from presskit.readers import read
from presskit.sections import cut
from presskit.settings import Settings

CASES = Path(__file__).parent.parent / "cases" / "sections"
KINDS = {kind.value for kind in SectionKind}


def _cases() -> list[dict[str, list[str]]]:
    return [case for file in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def _label(part: str) -> str | None:
    kind = part.partition(":")[0]
    return kind if kind in KINDS and (part == kind or part.startswith(kind + ": ")) else None


def _kit(parts: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """The kit's text, and (kind, line) of every content line."""
    text: list[str] = []
    expected: list[tuple[str, str]] = []
    kind = ""
    for part in parts:
        label = _label(part)
        if label:
            kind = label
            heading = part.partition(": ")[2]
            text.append("\n" + heading if heading else "")
            continue
        text.append(part)
        expected.append((kind, part))
    return "\n".join(text).strip() + "\n", expected


def _found(path: Path) -> list[tuple[str, str]]:
    document = read(path, Settings())
    return [(section.kind.value, document.words(line)) for section in cut(document).sections for line in section.lines]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["name"]))
def test_parts(case: dict[str, list[str]], tmp_path: Path) -> None:
    text, expected = _kit(case["parts"])
    kit = tmp_path / "kit.txt"
    kit.write_text(text, encoding="utf-8")
    assert _found(kit) == expected


def test_every_content_line_has_one_section(tmp_path: Path) -> None:
    lines = yaml.safe_dump([{"line": number} for number in range(300)]).splitlines()
    kit = tmp_path / "kit.txt"
    kit.write_text("\n".join(f"Somebody {line} went out." for line in lines), encoding="utf-8")
    found = _found(kit)
    assert len(found) == len(lines)
    assert len(set(found)) == len(found)


SIDE_BY_SIDE = """durée : 1h37

DISTRIBUTION                              PRESSE
Arc Sélection                             Dominique Segal
13, rue Jean Moulin                       8, rue de Marignan
Tél : 01 42 56 95 00                      Tél : 01 45 63 73 00

Synopsis

Une boulangère décide de ne plus vendre que du pain rassis, et la ville entière se met à lui écrire des lettres.
"""


def test_address_blocks_side_by_side_below_data(tmp_path: Path) -> None:
    kit = tmp_path / "kit.txt"
    kit.write_text(SIDE_BY_SIDE, encoding="utf-8")
    assert [kind for kind, _ in _found(kit)] == ["technical", *["contacts"] * 4, "synopsis"]


def _sections(folder: Path, kit: str) -> tuple[Section, ...]:
    (folder / "kit.txt").write_text(kit, encoding="utf-8")
    return cut(read(folder / "kit.txt", Settings())).sections


def test_an_interview_under_its_person_and_function(tmp_path: Path) -> None:
    head = "RENCONTRE AVEC ORLA VANE\nSCÉNARISTE ET RÉALISATRICE"
    *_, last = _sections(tmp_path, f"THE FERRY\n\nSYNOPSIS\nA ferry is late.\n\n{head}\n\nPourquoi une île ?\nOn y entend tout.\n")
    assert last.kind is SectionKind.INTERVIEW
    assert last.heading
    assert last.heading.text.split() == head.split()


ANSWER = "Über eine Anzeige. Ich habe angerufen, und sie haben gesagt, es sei nicht zu verkaufen, aber ich könne es mir ansehen."


def test_an_interview_under_words_said_in_it(tmp_path: Path) -> None:
    said, talk = "„DA WAR IMMER SCHON NIEMAND“", "Jorun Halbach im Gespräch mit Wenka Osterloh, Juni 2021"
    cover = "DAS HAUS\n\nINHALT\nEin Haus steht leer."
    kit = f"{cover}\n\n{said}\n{talk}\n\nFrau Halbach, wie haben Sie das Haus gefunden?\n{ANSWER}\n\nUnd dann?\n{ANSWER}\n"
    *_, last = _sections(tmp_path, kit)
    assert last.kind is SectionKind.INTERVIEW
    assert last.heading
    assert last.heading.text == said
