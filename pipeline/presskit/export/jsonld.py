"""schema.org in JSON-LD: per kit the Movie, the people it tells more of, and the films of their lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from presskit.export.account import Account, KitLoss, settle
from presskit.export.arrays import Json, array, filled
from presskit.export.identities import Identities
from presskit.export.loss import LossReport
from presskit.export.movie import is_screening, movie
from presskit.export.persons import People, other_films, people_of, person_nodes
from presskit.record import Extraction
from presskit.serialise import write_pieces

HEAD = '{"@context": "https://schema.org", "@graph": ['
TAIL = "]}"
LESS_THAN = r"\u003c"
"""The same to JSON; but no text of a kit can end the <script> of a page that the document is pasted into."""
REASONS = {
    "/kit/film/aspect_ratio": "Movie has no aspect ratio",
    "/kit/film/sound": "Movie has no sound format",
    "/kit/film/colour": "Movie has no colour",
    "/kit/film/formats": "Movie has no carrier",
    "/kit/biographies/*/character": "a character belongs to the film's cast",
    "/kit/sections": "the kit's own sections and order; what they state is told in parts",
    "/kit/footnotes": "no footnotes",
    "/kit/contacts": "personal data are not handed on to the web",
    "/kit/dates": "no dates named in a text",
    "/kit/awards": "prizes of other films",
    "/evidence": "no evidence for single values",
    "/issues": "no issues",
    "/source": "the kit is named with its type only",
}


def write_jsonld(records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport:
    """One document with a graph of all kits. Raises NotWritable."""
    settled: list[KitLoss] = []
    write_pieces(out, (piece.replace("<", LESS_THAN) for piece in array(_all(records, identities or Identities(), settled), HEAD, TAIL)))
    return LossReport("jsonld", tuple(settled))


def _all(records: Iterable[tuple[str, Extraction]], identities: Identities, settled: list[KitLoss]) -> Iterator[Json]:
    for name, extraction in records:
        account = Account()
        yield from _of_work(jsonld_nodes(extraction, account), identities)
        settled.append(settle(name, extraction, account, REASONS))


def _of_work(nodes: Iterable[Json], identities: Identities) -> Iterator[Json]:
    """Kits of one work are one Movie to whoever reads the graph: nodes with one @id are one node."""
    for node in nodes:
        same = identities.work and node.get("@type") == "Movie" and str(node.get("@id", "")).endswith(":film")
        yield {**node, "@id": f"urn:presskit:{identities.work}:film"} if same else node


def jsonld_nodes(extraction: Extraction, account: Account) -> Iterator[Json]:
    people = people_of(extraction)
    account.carry("/source/name", "/source/media_type", "/source/sha256", "/kit/languages")
    yield {**movie(extraction, people, account), "subjectOf": [_kit(extraction), *_texts(extraction, people, account)]}
    yield from person_nodes(extraction, people, account)
    yield from other_films(extraction, people, account)


def _kit(extraction: Extraction) -> Json:
    source = extraction.source
    return filled(
        **{"@type": "CreativeWork", "@id": f"urn:presskit:{source.sha256}"},
        name=source.name,
        genre="press kit",
        encodingFormat=source.media_type,
        inLanguage=list(extraction.kit.languages),
    )


def _texts(extraction: Extraction, people: People, account: Account) -> Iterator[Json]:
    """Statements and interviews are works about the film, and so are its screenings."""
    account.carry("/kit/statements", "/kit/interviews")
    for statement in extraction.kit.statements:
        author = people.person(statement.person) if statement.person else None
        yield filled(**{"@type": "Article"}, genre="statement", author=author, articleBody=statement.text)
    for interview in extraction.kit.interviews:
        yield filled(
            **{"@type": "Conversation"},
            genre="interview",
            author=[people.person(name) for name in interview.interviewers],
            contributor=[people.person(name) for name in interview.interviewees],
            hasPart=[_question(exchange.question, exchange.answer, exchange.speaker, people) for exchange in interview.exchanges],
        )
    for number, award in enumerate(extraction.kit.awards):
        if is_screening(award):
            account.carry(f"/kit/awards/{number}")
            account.change(f"/kit/awards/{number}/result", "as a screening there")
            yield _screening(award.festival, award.year, award.section)


def _question(question: str, answer: str, speaker: str | None, people: People) -> Json:
    author = people.person(speaker) if speaker else None
    return {"@type": "Question", "text": question, "acceptedAnswer": filled(**{"@type": "Answer"}, text=answer, author=author)}


def _screening(festival: str, year: int | None, section: str | None) -> Json:
    held = filled(**{"@type": "Festival"}, name=festival, startDate=f"{year:04}" if year else None)
    return filled(**{"@type": "ScreeningEvent"}, name=section, superEvent=held)
