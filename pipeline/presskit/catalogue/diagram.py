"""The tables as a Mermaid diagram, as it stands in this folder's README: made from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table

from presskit.catalogue import tables

README = Path(__file__).with_name("README.md")
FENCE = "```"
START = f"{FENCE}mermaid\n"


def diagram() -> str:
    """Every table with its columns, and a line for every column that names a row elsewhere, with or without a foreign key."""
    known = tables.metadata.sorted_tables
    lines = [line for table in known for line in (*_entity(table), *_relations(table))]
    return "\n".join(("erDiagram", *lines)) + "\n"


def _entity(table: Table) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        marks = [mark for mark, holds in (("PK", column.primary_key), ("FK", _owner(column) is not None)) if holds]
        yield f"        {column.type.python_type.__name__} {column.name} {', '.join(marks)}".rstrip()
    yield "    }"


def _relations(table: Table) -> Iterator[str]:
    for column in table.columns:
        owner = _owner(column)
        if owner is not None:
            yield f"    {owner.name} ||--o{{ {table.name} : {column.name}"


def _owner(column: Column[object]) -> Table | None:
    """The table whose rows a column names: `kit` is the key of `kits`. A person's printed name is a text and no key."""
    owner = tables.metadata.tables.get(f"{column.name}s")
    if owner is None or owner is column.table or [key.name for key in owner.primary_key] != [column.name]:
        return None
    return owner if type(owner.c[column.name].type) is type(column.type) else None


def drawn(page: str) -> str:
    """A page with its diagram made anew."""
    before, _, rest = page.partition(START)
    return f"{before}{START}{diagram()}{FENCE}{rest.partition(FENCE)[2]}"


def draw(path: Path = README) -> None:
    path.write_text(drawn(path.read_text(encoding="utf-8")), encoding="utf-8")
