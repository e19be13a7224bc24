"""Kits of any length, made up: the same number always gives the same kit."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

FIRST = [
    "Ida",
    "Leo",
    "Ana",
    "Tom",
    "Mara",
    "Nils",
    "Vera",
    "Juno",
    "Otto",
    "Lena",
    "Paul",
    "Rosa",
    "Emil",
    "Dora",
    "Hugo",
    "Nora",
    "Luis",
    "Alma",
    "Ivo",
    "Clara",
]
LAST = [
    "Grau",
    "Pond",
    "Reis",
    "Vale",
    "Kern",
    "Moor",
    "Sand",
    "Lind",
    "Falk",
    "Brook",
    "Hale",
    "Rivas",
    "Stern",
    "Quay",
    "Marsh",
    "Bell",
    "Winter",
    "Lobo",
    "Hart",
    "Nunes",
]
PLACES = ["Porto", "Hamburg", "Lisbon", "Marseille", "Galway", "Riga", "Genoa", "Bergen", "Cadiz", "Trieste"]
NOUNS = [
    "ferry",
    "night",
    "harbour",
    "brother",
    "letter",
    "winter",
    "island",
    "engine",
    "neighbour",
    "song",
    "garden",
    "border",
    "machine",
    "storm",
    "market",
]
VERBS = ["leaves", "finds", "follows", "loses", "remembers", "repairs", "forgets", "paints", "carries", "watches"]
LABELS = ("Editor", "Sound", "Producer", "Costume designer", "Music", "Production designer", "Gaffer", "Casting director", "Colorist")
LINES_PER_PAGE = 46


def kit_text(parts: int, seed: int = 1) -> str:
    """A kit that grows in all its parts at once; one part is about 350 words."""
    dice = Random(seed)
    head = ["THE LATE FERRY", "A film by Ida Grau", "", "SYNOPSIS", *_paragraphs(dice, 1), ""]
    people = [_person(dice) for _ in range(parts)]
    bios = [line for person in people for line in (f"{person.upper()} (Actress)", *_biography(dice, person), "")]
    talk = ["INTERVIEW WITH IDA GRAU", *(line for _ in range(parts) for line in _exchange(dice)), ""]
    crew = ["CREW", *(f"{dice.choice(LABELS)} - {_person(dice).upper()}" for _ in range(parts * 4)), ""]
    cast = ["CAST", *(f"{dice.choice(FIRST)} - {person.upper()}" for person in people), ""]
    return "\n".join([*head, *bios, *talk, *cast, *crew])


def kit_pdf(path: Path, text: str, pages: int = 0) -> Path:
    """The text set in a plain one-column PDF; with `pages`, repeated or cut to just as many."""
    lines = [piece for line in text.splitlines() for piece in (_folded(line) or [""])]
    wanted = pages * LINES_PER_PAGE if pages else len(lines)
    lines = (lines * (wanted // len(lines) + 1))[:wanted]
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for start in range(0, len(lines), LINES_PER_PAGE):
        _page(canvas, lines[start : start + LINES_PER_PAGE])
    canvas.save()
    return path


def _page(canvas: Canvas, lines: list[str]) -> None:
    for at, line in enumerate(lines):
        heading = line.isupper() and " - " not in line
        canvas.setFont("Helvetica-Bold" if heading else "Helvetica", 14 if heading else 11)
        canvas.drawString(60, 790 - at * 16, line)
    canvas.showPage()


def _folded(line: str, width: int = 84) -> list[str]:
    lines: list[str] = []
    for word in line.split(" "):
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _person(dice: Random) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def _sentence(dice: Random) -> str:
    where, who = dice.choice(PLACES), _person(dice)
    return f"In {dice.randint(1961, 2019)}, the {dice.choice(NOUNS)} {dice.choice(VERBS)} {who} on a {dice.choice(NOUNS)} near {where}."


def _paragraphs(dice: Random, count: int) -> list[str]:
    return [" ".join(_sentence(dice) for _ in range(6)) for _ in range(count)]


def _biography(dice: Random, person: str) -> list[str]:
    return [f"{person} was born in {dice.choice(PLACES)} on {dice.randint(1, 28)} May {dice.randint(1950, 1999)}.", *_paragraphs(dice, 1)]


def _exchange(dice: Random) -> list[str]:
    return [f"Why did the {dice.choice(NOUNS)} matter to you in {dice.choice(PLACES)}?", *_paragraphs(dice, 2), ""]
