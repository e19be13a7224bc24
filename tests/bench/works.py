"""A catalogue of as many works as one likes: made-up records, put into the tables in bulk by the code that lays out rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from random import Random

from sqlalchemy import Connection, Table, insert, text

from presskit.catalogue import tables
from presskit.catalogue.matching import blocks, signature
from presskit.catalogue.passages import passages_of
from presskit.catalogue.rows import Row, rows_of
from presskit.catalogue.store import Catalogue
from presskit.record import CastMember, Company, Credits, CrewMember, Extraction, Film, PressKit, SectionText, SourceFile
from presskit.serialise import to_json

AT_ONCE = 1000
"""Kits to a transaction."""
STARTS = ("br", "c", "ch", "d", "dr", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", "é", "ü")
ENDS = ("al", "an", "ar", "as", "el", "en", "er", "es", "il", "in", "ir", "is", "ol", "on", "or", "os", "ul", "un", "ur", "us", "ei", "ou")
SECOND, CREW = 0.05, ("screenwriter", "cinematographer", "editor", "composer", "producer")


def _words(count: int, syllables: int, seed: int) -> list[str]:
    dice = Random(seed)
    made = ("".join(dice.choice(STARTS) + dice.choice(ENDS) for _ in range(syllables)) for _ in range(count * 2))
    return list(dict.fromkeys(made))[:count]


FIRST, LAST, WORDS = _words(300, 2, 1), _words(20_000, 3, 2), _words(20_000, 3, 3)


def record(number: int) -> Extraction:
    """The kit of a work; always the same for a number. One in twenty is a second kit of the work before it."""
    dice = Random(number)
    work = number - 1 if number and dice.random() < SECOND else number
    kit = _kit(Random(f"work {work}"), dice)
    digest = f"{number:08x}{hashlib.sha256(str(number).encode()).hexdigest()[8:]}"
    source = SourceFile(
        name=f"kit-{number:06}.pdf", sha256=digest, media_type="application/pdf", bytes=1, pages=9, pipeline="1", settings={}
    )
    return Extraction(source=source, kit=kit)


def _kit(film: Random, dice: Random) -> PressKit:
    title = " ".join(_word(film) for _ in range(film.choice((1, 2, 2, 3)))).title()
    directors, cast = [_person(film)], [CastMember(actor=_person(film)) for _ in range(5)]
    crew = [CrewMember(role=role, name=_person(film)) for role in CREW]  # type: ignore[arg-type]
    year, minutes = film.randint(1930, 2026), film.randint(60, 200)
    text = "\n\n".join(" ".join(_word(dice) for _ in range(40)) for _ in range(3))
    return PressKit(
        languages=["en"],
        film=Film(title=title, year=year, runtime_minutes=minutes, directors=directors),
        credits=Credits(cast=cast, crew=crew, companies=[Company(role="production", name=f"{_word(film).title()} Film")]),
        sections=[SectionText(kind="synopsis", heading="Synopsis", text=text)],
    )


def _word(dice: Random) -> str:
    """A few words are in every text, most are rare: one in ten of all words is the first."""
    chance = dice.random()
    return "film" if chance < 0.05 else WORDS[int(len(WORDS) * chance**4)]


def _person(dice: Random) -> str:
    return f"{FIRST[int(len(FIRST) * dice.random() ** 2)]} {dice.choice(LAST)}".title()


def filled(catalogues: Sequence[Catalogue], numbers: range) -> None:
    """Put these works into the catalogues, as loading would leave them, but without comparing any; then gather statistics."""
    chunks = [range(first, min(first + AT_ONCE, numbers.stop)) for first in range(numbers.start, numbers.stop, AT_ONCE)]
    with ProcessPoolExecutor(2) as pool:
        for rows in pool.map(_chunk, chunks):
            for catalogue in catalogues:
                with catalogue.begin() as connection:
                    for name, more in rows.items():
                        _copied(connection, tables.metadata.tables[name], more)
    for catalogue in catalogues:
        with catalogue.begin() as connection:
            connection.execute(text("ANALYZE"))


def _chunk(numbers: range) -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for extraction in map(record, numbers):
        for table, more in _laid_out(extraction).items():
            rows.setdefault(table.name, []).extend(more)
    return rows


def _laid_out(extraction: Extraction) -> Mapping[Table, Iterable[Row]]:
    kit, record_text, film = extraction.source.sha256, to_json(extraction), extraction.kit.film
    digest = hashlib.sha256(record_text.encode()).hexdigest()
    source = extraction.source
    facts = {"title": film.title, "year": film.year, "runtime_minutes": film.runtime_minutes, "directors": "; ".join(film.directors)}
    own: Row = {"kit": kit, "work": kit[:16], "extraction": digest, "name": source.name, "media_type": source.media_type}
    loaded: Row = {
        "extraction": digest,
        "kit": kit,
        "run": "bench",
        "loaded": 1.0,
        "pipeline": "1",
        "settings": "[]",
        "record": record_text,
    }
    return {
        tables.kits: [own | {"bytes": 1, "pages": 9, "languages": "en", "partial": False}],
        tables.extractions: [loaded],
        tables.works: [{"work": kit[:16], "kits": 1, **facts}],
        tables.blocks: [{"key": key[:200], "kit": kit} for key in sorted(blocks(signature(extraction.kit)))],
        **rows_of(extraction),
        tables.passages: list(passages_of(extraction)),
    }


def _copied(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), rows)
        return
    names = list(rows[0])
    with connection.connection.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(map(_quoted, names))}) FROM STDIN") as copy:  # type: ignore[attr-defined]
        for row in _tuples(rows, names):
            copy.write_row(row)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _tuples(rows: Sequence[Row], names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (tuple(row[name] for name in names) for row in rows)
