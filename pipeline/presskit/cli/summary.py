"""An extraction as a page somebody can read: what was found, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from presskit.record import Award, Biography, Contact, Extraction, Film, FilmographyEntry, Interview, PressKit

SHORT = 90
"""Characters of a long text that are shown."""
ROWS = 16
NAMES = 40
"""Rows of a long table and names of a long list that are shown; the JSON has them all."""


def summary(extraction: Extraction, kit: Path, target: Path | None) -> Group:
    """One kit: film facts, the parts it is cut into, people, films, and the issues."""
    title = extraction.kit.film.title or "(no title found)"
    parts: list[RenderableType] = [Rule(Text(f"{title}  ·  {kit}", style="bold"), align="left")]
    for table in _tables(extraction.kit):
        if table.row_count:
            parts += [table, Text()]
    parts += [Text(line) for line in _issues(extraction)]
    parts.append(Text(f"{len(extraction.evidence)} values with evidence" + (f" · JSON: {target}" if target else ""), style="dim"))
    return Group(*parts, Text())


def _tables(kit: PressKit) -> Iterator[Table]:
    yield _facts(kit.film, kit)
    yield _table("Sections", ("kind", "heading", "words"), ((s.kind, s.heading, len(s.text.split())) for s in kit.sections))
    yield _table("Synopses and statements", ("what", "text"), _texts(kit))
    yield _table("People", ("person", "born", "roles", "text"), map(_biography, kit.biographies))
    yield _table("Films of", ("person", "year", "title", "more"), _films(kit))
    yield _table("Interviews", ("with", "questions", "first"), map(_interview, kit.interviews))
    yield _table("Footnotes", ("mark", "text"), ((f.marker, _short(f.text)) for f in kit.footnotes))
    yield _table("Cast", ("actor", "character"), ((c.actor, c.character) for c in kit.credits.cast))
    yield _table("Crew", ("as printed", "role", "name"), ((m.label, m.role, m.name) for m in kit.credits.crew))
    yield _table("Companies", ("role", "name"), ((company.role, company.name) for company in kit.credits.companies))
    yield _table("Awards and screenings", ("festival", "year", "section", "award", "result", "film"), map(_award, kit.awards))
    yield _table("Press", ("text", "by"), ((_short(q.text), _joined((q.author, q.outlet))) for q in kit.press_quotes))
    yield _table("Contacts", ("for", "who", "how"), map(_contact, kit.contacts))
    yield _table("Dates and names", ("what", "found"), _mentions(kit))


def _table(title: str, columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> Table:
    table = Table(
        title=Text(title, style="bold cyan"), title_justify="left", box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0)
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    held = list(rows)
    for row in held[:ROWS]:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    if len(held) > ROWS:
        table.add_row(Text(f"and {len(held) - ROWS} more", style="dim"))
    return table


def _facts(film: Film, kit: PressKit) -> Table:
    facts = {name: value for name, value in film.model_dump().items() if value not in (None, [])}
    shown = {"kit in": kit.languages, **facts}
    return _table("Film", ("fact", "value"), ((name.replace("_", " "), _value(value)) for name, value in shown.items()))


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _texts(kit: PressKit) -> Iterator[tuple[object, ...]]:
    yield from ((f"synopsis ({synopsis.length})", _short(synopsis.text)) for synopsis in kit.synopses)
    yield from ((f"statement of {statement.person or '?'}", _short(statement.text)) for statement in kit.statements)


def _biography(biography: Biography) -> tuple[object, ...]:
    born = _joined((biography.born, biography.birthplace))
    return biography.person, born, _joined((*biography.roles, biography.character)), _short(biography.text)


def _films(kit: PressKit) -> Iterator[tuple[object, ...]]:
    for filmography in kit.filmographies:
        for entry in filmography.entries:
            yield filmography.person, entry.year, entry.title, _joined(_more(entry))


def _more(entry: FilmographyEntry) -> Iterator[str]:
    yield from entry.other_titles
    yield from entry.forms
    if entry.runtime_minutes:
        yield f"{entry.runtime_minutes} min"
    yield from entry.roles


def _interview(interview: Interview) -> tuple[object, ...]:
    first = interview.exchanges[0].question if interview.exchanges else ""
    return _joined(interview.interviewees), len(interview.exchanges), _short(first)


def _award(award: Award) -> tuple[object, ...]:
    return award.festival, award.year, award.section, award.award, award.result, award.film


def _contact(contact: Contact) -> tuple[object, ...]:
    who = _joined((contact.company, *contact.people))
    return contact.function, who, _joined((*contact.emails, *contact.phones, *contact.websites))


def _mentions(kit: PressKit) -> Iterator[tuple[object, ...]]:
    if kit.dates:
        yield "dates", _listed([f"{date.text} = {date.edtf}" if date.text != date.edtf else date.text for date in kit.dates])
    for label in ("PERSON", "ORG", "PLACE", "WORK"):
        names = [entity.text for entity in kit.entities if entity.label == label]
        if names:
            yield label.lower(), _listed(names)


def _issues(extraction: Extraction) -> Iterator[str]:
    counts = Counter((issue.severity, issue.code, issue.message) for issue in extraction.issues)
    if counts:
        yield "To look at"
    for (severity, code, message), count in counts.items():
        yield f"  {severity} {code}: {message}" + (f" ({count} times)" if count > 1 else "")


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
    return ", ".join(names[:NAMES]) + more


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
