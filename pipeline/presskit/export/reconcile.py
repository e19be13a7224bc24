"""A table of works and agents to match a list against: CSV with an `id` and a `name` column, as csv-reconcile takes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from presskit.export.account import KitLoss, settle
from presskit.export.csv import CALCULATES
from presskit.export.identities import Identities, Kit, Named, films
from presskit.export.loss import LossReport
from presskit.serialise import write_pieces

COLUMNS = ("id", "name", "type", "also", "year", "runtime_minutes", "directors", "born", "birthplace")
BETWEEN = " | "
REASONS = {"": "a table to match against has names and what tells namesakes apart"}
Cells = dict[str, object]


def write_reconcile(records: Iterable[Named], out: Path, identities: Identities | None = None) -> LossReport:
    """One row per work and per agent; without a catalogue each kit has its own. Raises NotWritable."""
    settled: list[KitLoss] = []
    write_pieces(out, _lines(records, identities or Identities(), settled))
    return LossReport("reconcile", tuple(settled))


def _lines(records: Iterable[Named], identities: Identities, settled: list[KitLoss]) -> Iterator[str]:
    yield _line(COLUMNS)
    seen: set[str] = set()
    for work, kits in films(records, identities):
        yield _row(_work(work, kits))
        for kit in kits:
            for agent, cells in _agents(kit):
                if agent not in seen:
                    seen.add(agent)
                    yield _row(cells)
            settled.append(settle(kit.name, kit.extraction, kit.account, REASONS))


def _work(work: str, kits: Sequence[Kit]) -> Cells:
    """The facts of the first kit that states them, every title that any of them prints."""
    told = [kit.extraction.kit.film for kit in kits]
    for kit in kits:
        kit.account.carry(*(f"/kit/film/{key}" for key in ("title", "other_titles", "year", "runtime_minutes", "directors")))
    titles = list(dict.fromkeys(title for film in told for title in (film.title, *film.other_titles) if title))
    return {
        "id": f"work-{work}",
        "name": titles[0] if titles else kits[0].name,
        "type": "Work",
        "also": BETWEEN.join(titles[1:]),
        "year": next((film.year for film in told if film.year), None),
        "runtime_minutes": next((film.runtime_minutes for film in told if film.runtime_minutes), None),
        "directors": BETWEEN.join(next((film.directors for film in told if film.directors), [])),
    }


def _agents(kit: Kit) -> Iterator[tuple[str, Cells]]:
    said, digest = kit.extraction.kit, kit.extraction.source.sha256
    lives = {life.person: life for life in said.biographies}
    kit.account.carry("/kit/credits/companies", *(f"/kit/biographies/{n}/{key}" for n in range(len(said.biographies)) for key in LIFE))
    kit.account.carry(*(f"/kit/credits/cast/{n}/actor" for n in range(len(said.credits.cast))))
    kit.account.carry(*(f"/kit/credits/crew/{n}/name" for n in range(len(said.credits.crew))))
    people = (*said.film.directors, *(m.actor for m in said.credits.cast), *(m.name for m in said.credits.crew), *lives)
    bodies = (company.name for company in said.credits.companies)
    for kind, names in (("Person", people), ("CorporateBody", bodies)):
        for name in dict.fromkeys(names):
            agent = f"agent-{kit.agents.get(name) or f'{digest[:16]}/{name}'}"
            life = lives.get(name)
            born = {"born": life.born, "birthplace": life.birthplace} if life else {}
            yield agent, {"id": agent, "name": name, "type": kind, **born}


LIFE = ("person", "born", "birthplace")


def _row(cells: Cells) -> str:
    return _line([cells.get(column) for column in COLUMNS])


def _line(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_harmless(value) for value in values])
    return line.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(CALCULATES) else value
