"""A record laid out as rows of the catalogue's tables; a table holds one kind of thing, a row one item in its printed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Table

from presskit.catalogue import tables
from presskit.record import Biography, Credits, Extraction, Film, Filmography, Interview, PressKit

BETWEEN = "; "
"""Between the items of a short list in one cell."""

Row = dict[str, object]


def rows_of(extraction: Extraction) -> Mapping[Table, list[Row]]:
    """Every row that the claims of one kit take, by table; lists are numbered from 1."""
    kit, digest = extraction.kit, extraction.source.sha256
    lists: dict[Table, Iterable[Row]] = {
        tables.titles: _titles(kit.film),
        tables.agent_names: _agent_names(kit),
        tables.activities: _activities(kit.credits),
        tables.events: (award.model_dump() | {"kind": "award" if award.award else "screening"} for award in kit.awards),
        tables.descriptions: _descriptions(kit),
        tables.births: _births(kit.biographies),
        tables.filmography_entries: _entries(kit.filmographies),
        tables.sections: (section.model_dump() for section in kit.sections),
        tables.exchanges: _exchanges(kit.interviews),
        tables.footnotes: (note.model_dump() for note in kit.footnotes),
        tables.contacts: (_flat(contact.model_dump()) for contact in kit.contacts),
        tables.dates: (date.model_dump() for date in kit.dates),
        tables.mentions: ({"name": entity.text, "label": entity.label} for entity in kit.entities),
        tables.issues: ({"severity": i.severity, "code": i.code, "message": i.message, "pointer": i.pointer} for i in extraction.issues),
    }
    numbered = {table: [{"kit": digest, "n": n, **row} for n, row in enumerate(rows, 1)] for table, rows in lists.items()}
    return {tables.manifestations: [{"kit": digest, **_manifestation(kit.film)}], **numbered, tables.evidence: list(_evidence(extraction))}


def _manifestation(film: Film) -> Row:
    return _flat(film.model_dump(exclude={"other_titles"}))


def _flat(row: Row) -> Row:
    return {key: BETWEEN.join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()}


def _titles(film: Film) -> Iterator[Row]:
    if film.title:
        yield {"title": film.title, "type": "identifying", "language": None}
    for title in film.other_titles:
        yield {"title": title, "type": "alternative", "language": None}


def _agent_names(kit: PressKit) -> Iterator[Row]:
    """Each printed form once, in the order of the record."""
    people = (
        *kit.film.directors,
        *(member.actor for member in kit.credits.cast),
        *(member.name for member in kit.credits.crew),
        *(biography.person for biography in kit.biographies),
        *(filmography.person for filmography in kit.filmographies),
        *(statement.person for statement in kit.statements if statement.person),
        *(name for interview in kit.interviews for name in (*interview.interviewees, *interview.interviewers)),
    )
    bodies = [company.name for company in kit.credits.companies]
    for kind, names in (("person", people), ("corporate body", bodies)):
        for name in dict.fromkeys(names):
            yield {"name": name, "agent": None, "person": None, "kind": kind}


def _activities(listed: Credits) -> Iterator[Row]:
    for billing, actor in enumerate(listed.cast, 1):
        yield _activity("cast", actor.actor, None, "actor") | {"character": actor.character, "billing": billing}
    for billing, member in enumerate(listed.crew, 1):
        yield _activity("crew", member.name, member.label, member.role) | {"billing": billing}
    for billing, company in enumerate(listed.companies, 1):
        yield _activity("company", company.name, None, company.role) | {"billing": billing}


def _activity(part: str, name: str, label: str | None, role: str) -> Row:
    return {"part": part, "name": name, "label": label, "role": role, "character": None}


def _descriptions(kit: PressKit) -> Iterator[Row]:
    for synopsis in kit.synopses:
        yield _description("synopsis", None, synopsis.length, synopsis.text)
    for statement in kit.statements:
        yield _description("statement", statement.person, None, statement.text)
    for biography in kit.biographies:
        yield _description("biography", biography.person, biography.character or BETWEEN.join(biography.roles) or None, biography.text)
    for quote in kit.press_quotes:
        yield _description("quotation", quote.author, quote.outlet, quote.text)


def _description(kind: str, person: str | None, detail: str | None, text: str) -> Row:
    return {"type": kind, "person": person, "detail": detail, "text": text}


def _births(biographies: Sequence[Biography]) -> Iterator[Row]:
    for life in biographies:
        if life.born or life.birthplace:
            yield {"person": life.person, "born": life.born, "birthplace": life.birthplace}


def _entries(filmographies: Sequence[Filmography]) -> Iterator[Row]:
    for filmography in filmographies:
        for entry in filmography.entries:
            yield {"person": filmography.person, **_flat(entry.model_dump())}


def _exchanges(interviews: Sequence[Interview]) -> Iterator[Row]:
    for number, interview in enumerate(interviews, 1):
        people = {"interviewees": BETWEEN.join(interview.interviewees), "interviewers": BETWEEN.join(interview.interviewers)}
        for exchange in interview.exchanges:
            yield {"interview": number, **people, **exchange.model_dump()}


def _evidence(extraction: Extraction) -> Iterator[Row]:
    for pointer, found in extraction.evidence.items():
        for n, span in enumerate(found.spans, 1):
            told = {"confidence": found.confidence, "found_by": found.found_by}
            yield {"kit": extraction.source.sha256, "pointer": pointer, "n": n, "page": span.page, "quote": span.quote, **told}
