"""The tables of a record, one per kind of thing: what CSV writes as files and XLSX as sheets."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.export.account import Account
from presskit.export.identities import Identities
from presskit.export.rows import Cell, Row, Table, evidence_rows, issue_rows, rival_rows, table, title_rows
from presskit.record import Extraction

FILM = (
    "title", "year", "runtime_minutes", "countries", "languages", "subtitles", "forms", "genres", "aspect_ratio", "sound", "colour",
    "formats", "directors",
)  # fmt: skip
SOURCE = {"file": "name", "sha256": "sha256", "media_type": "media_type", "bytes": "bytes", "pages": "pages", "pipeline": "pipeline"}
PLACE = ("page", "start", "end", "left", "top", "right", "bottom", "words")


def _same(*names: str) -> dict[str, str]:
    """Columns called as the key they come from."""
    return {name: name for name in names}


TABLES: tuple[Table, ...] = (
    table(
        "films",
        "kit/film",
        _same(*FILM)
        | {"kit_languages": "../languages", "partial": "../../partial"}
        | {column: f"../../source/{key}" for column, key in SOURCE.items()},
    ),
    Table("titles", ("kit", "kind", "title"), title_rows),
    table("cast", "kit/credits/cast", _same("actor", "character")),
    table("crew", "kit/credits/crew", _same("label", "role", "name")),
    table("companies", "kit/credits/companies", _same("role", "name")),
    table(
        "filmography",
        "kit/filmographies/entries",
        {"person": "../person"} | _same("year", "title", "other_titles", "forms", "runtime_minutes", "roles"),
    ),
    table("awards", "kit/awards", _same("festival", "year", "section", "award", "result", "film")),
    table("synopses", "kit/synopses", _same("length", "text")),
    table("statements", "kit/statements", _same("person", "text")),
    table("biographies", "kit/biographies", _same("person", "roles", "character", "born", "birthplace", "text")),
    table(
        "interviews",
        "kit/interviews/exchanges",
        {"interviewees": "../interviewees", "interviewers": "../interviewers"} | _same("question", "answer", "speaker"),
    ),
    table("press_quotes", "kit/press_quotes", _same("text", "author", "outlet")),
    table("footnotes", "kit/footnotes", _same("marker", "text")),
    table("contacts", "kit/contacts", _same("function", "company", "people", "emails", "phones", "websites")),
    table("dates", "kit/dates", _same("text", "edtf")),
    table("entities", "kit/entities", _same("text", "label")),
    table("sections", "kit/sections", _same("kind", "heading", "text")),
    Table("evidence", ("kit", "pointer", "place_no", *PLACE, "confidence", "found_by", "why"), evidence_rows),
    Table("rivals", ("kit", "pointer", "value", "words", "confidence", "found_by"), rival_rows),
    Table("issues", ("kit", "severity", "code", "message", "pointer", "words"), issue_rows),
)

NAMED_BY = {"cast": "actor", "crew": "name", "companies": "name", "filmography": "person", "biographies": "person"}
"""The column of a table that names an agent."""


def tables_for(identities: Identities | None) -> tuple[Table, ...]:
    """The tables; of a catalogue's records with the identifiers of the work and of agents as their last column."""
    if identities is None or not identities.catalogued:
        return TABLES
    return tuple(_identified(table, identities) for table in TABLES)


def _identified(table: Table, identities: Identities) -> Table:
    named = NAMED_BY.get(table.name)
    if table.name != "films" and named is None:
        return table
    at = table.columns.index(named) if named else 0

    def rows(name: str, extraction: Extraction) -> Iterator[Row]:
        for row in table.rows(name, extraction):
            yield (*row, Cell(identities.agents.get(str(row[at].value)) if named else identities.work))

    return Table(table.name, (*table.columns, "agent" if named else "work"), rows)


REASONS = {
    "/source/settings": "how the pipeline was set is in the record only",
    "/source/repairs": "what was repaired is in the record only",
    "/kit/filmographies": "the person's list has no entries, so no row names them",
    "/kit/interviews": "the interview has no exchanges, so no row names it",
    "/evidence": "no words to show",
}


def carry_row(row: Row, account: Account) -> None:
    """A row is written: its values are carried."""
    for cell in row:
        if cell.pointer and cell.value is not None:
            account.carry(cell.pointer)
            if cell.how:
                account.change(cell.pointer, cell.how)
