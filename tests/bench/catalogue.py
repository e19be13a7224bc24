"""`make bench-catalogue`: loading, searching, reconciling, and what matching costs as a catalogue grows to 100,000 works."""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from presskit.catalogue.entities import AGENT, WORK
from presskit.catalogue.find import find
from presskit.catalogue.identify import identify
from presskit.catalogue.store import Catalogue, open_catalogue, undo, write_claims
from presskit.evaluate.regression import find_samples
from presskit.extraction import extract
from presskit.reconcile.answers import candidates
from presskit.reconcile.query import Query
from presskit.record import Extraction
from tests.bench.alone import RUN
from tests.bench.batch import served
from tests.bench.bulk import filled
from tests.bench.works import record

PLOT = Path("bench-catalogue.png")
SIZES = (1000, 10_000, 100_000)
AIM_LOADING, AIM_FIND = 0.05, 50
ROUNDS, LOADED, MATCHED = 7, 60, 300
BEFORE = "before"
BEYOND = 10_000_000
"""Numbers of works that no catalogue of the bench is filled with."""


class Measured(Exception):
    """What was written for a measurement is taken back."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds: of one kit loaded whole, at the median; of finding its work and its people alone, at the median and the mean."""

    works: int
    database: str
    loading: float
    matching: float
    mean: float


def milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def asked(works: int) -> Mapping[str, Sequence[str]]:
    """Questions by kind; names and titles are those of works that are there."""
    some = [record(number).kit for number in range(7, works, max(works // 8, 1))]
    rare = [(kit.film.title or "").split()[-1] for kit in some]
    people = [kit.credits.cast[0].actor for kit in some]
    frequent = ["film", some[0].sections[0].text.split()[0], some[1].sections[0].text.split()[1]]
    return {
        "rare word": rare,
        "frequent word": frequent,
        "two words": [kit.film.title or "" for kit in some],
        "two frequent words": [f"film {word}" for word in frequent[1:]],
        "beginning of a word": [word[:4] for word in rare],
        "name, no accents": people,
        "nothing found": [f"{word} zzyzx" for word in ("film", *rare[:3])],
    }


def searched(catalogues: Mapping[str, Catalogue], works: int) -> Table:
    table = table_of("find", *(f"{name} {what} ms" for name in catalogues for what in ("median", "p95", "longest")))
    everything: dict[str, list[float]] = {name: [] for name in catalogues}
    for kind, questions in asked(works).items():
        taken = {name: _answered(catalogue, questions) for name, catalogue in catalogues.items()}
        for name, times in taken.items():
            everything[name] += times
        table.add_row(kind, *(cell for times in taken.values() for cell in _spread(times)))
    table.add_row(f"all (aim: median under {AIM_FIND})", *(cell for times in everything.values() for cell in _spread(times)))
    return table


def _answered(catalogue: Catalogue, questions: Sequence[str]) -> list[float]:
    with catalogue.begin() as connection:
        return [milliseconds(lambda words=words: find(connection, words)) for _ in range(ROUNDS) for words in questions]  # type: ignore[misc]


def _spread(times: Sequence[float]) -> tuple[str, str, str]:
    ordered = sorted(times)
    return f"{statistics.median(ordered):.1f}", f"{ordered[int(len(ordered) * 0.95)]:.1f}", f"{ordered[-1]:.1f}"


def matched(name: str, catalogue: Catalogue, works: int) -> Cost:
    """Kits that were never there, half of them for films that are."""
    kits = [_newcomer(number, works) for number in range(MATCHED)]
    loading = _loaded(catalogue, kits[:LOADED])
    matching = [_matched(catalogue, kit) for kit in kits[LOADED:]]
    return Cost(works, name, statistics.median(loading), statistics.median(matching), statistics.mean(matching))


def _loaded(catalogue: Catalogue, records: Sequence[Extraction]) -> list[float]:
    return [milliseconds(lambda made=made: catalogue.load(made, "bench")) for made in records]  # type: ignore[misc]


def _matched(catalogue: Catalogue, made: Extraction) -> float:
    taken = 0.0
    try:
        with catalogue.begin() as connection:
            write_claims(connection, made, made.source.sha256)
            taken = milliseconds(lambda: identify(connection, made.source.sha256, made.kit))
            raise Measured
    except Measured:
        return taken


def _newcomer(number: int, works: int) -> Extraction:
    fresh = record(BEYOND + works * 10 + number)
    return fresh if number % 2 else fresh.model_copy(update={"kit": record(number * 3).kit})


def costs(rows: Sequence[Cost]) -> Table:
    fewest = rows[0].works
    aim = math.log(max(row.works for row in rows)) / math.log(fewest)
    heads = ("works", "loading ms a kit", "of it matching", "at the mean", f"against {fewest:,} (aim: at most {aim:.2f})")
    table = table_of("database", *heads)
    for row in rows:
        first = next(other for other in rows if other.database == row.database)
        told = (f"{row.loading:.1f}", f"{row.matching:.1f}", f"{row.mean:.1f}", f"{row.mean / first.mean:.2f}")
        table.add_row(row.database, f"{row.works:,}", *told)
    return table


def reconciled(catalogues: Mapping[str, Catalogue], works: int) -> Table:
    """Queries as a spreadsheet makes them: titles with a year, names with a film."""
    table = table_of("reconcile", *(f"{name} queries a second" for name in catalogues))
    asked_for = {"works": [*_titles_asked(works)], "agents": [*_names_asked(works)]}
    for kind, queries in asked_for.items():
        rates = [len(queries) * 1000 / milliseconds(lambda c=c, queries=queries: _answer(c, queries)) for c in catalogues.values()]  # type: ignore[misc]
        table.add_row(kind, *(f"{rate:,.0f}" for rate in rates))
    return table


def _answer(catalogue: Catalogue, queries: Sequence[Query]) -> None:
    with catalogue.read() as connection:
        for query in queries:
            candidates(connection, query)


def _titles_asked(works: int) -> Iterator[Query]:
    for number in range(3, works, max(works // 200, 1)):
        film = record(number).kit.film
        yield Query(film.title or "", frozenset({WORK}), 3, (("year", (str(film.year),)),))


def _names_asked(works: int) -> Iterator[Query]:
    for number in range(5, works, max(works // 200, 1)):
        kit = record(number).kit
        yield Query(kit.credits.cast[number % 5].actor, frozenset({AGENT}), 3, (("film", (kit.film.title or "",)),))


def against_extraction(catalogues: Mapping[str, Catalogue]) -> Table:
    """The samples extracted, models loaded beforehand, and loaded into the grown catalogues, in the same minute.

    They were loaded once before and taken back: no statement is asked for the first time.
    """
    samples = [sample.kit for sample in find_samples(Path("samples"))]
    extract(samples[0])
    started = time.perf_counter()
    records = [extract(kit) for kit in samples]
    extraction = (time.perf_counter() - started) * 1000 / len(records)
    table = table_of("samples", "ms a kit", f"of extraction (aim: at most {AIM_LOADING:.0%})")
    table.add_row("extraction", f"{extraction:.0f}", "")
    for name, catalogue in catalogues.items():
        catalogue.start_run(BEFORE, "made up")
        for made in records:
            catalogue.load(made, BEFORE)
        undo(catalogue, BEFORE)
        loading = statistics.mean(_loaded(catalogue, records))
        table.add_row(f"loading, {name}", f"{loading:.1f}", f"{loading / extraction:.1%}")
    return table


def megabytes(catalogue: Catalogue) -> float:
    pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    asked_for = pages if catalogue.engine.dialect.name == "sqlite" else "SELECT pg_database_size(current_database())"
    with catalogue.begin() as connection:
        return float(connection.execute(text(asked_for)).scalar_one()) / 1e6


def plotted(rows: Sequence[Cost], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 4.5))
    for name in dict.fromkeys(row.database for row in rows):
        mine = [row for row in rows if row.database == name]
        line = axes.plot([row.works for row in mine], [row.loading for row in mine], marker="o", label=f"loading, {name}")[0]
        axes.plot(
            [row.works for row in mine],
            [row.mean for row in mine],
            marker="o",
            linestyle=":",
            color=line.get_color(),
            label=f"matching, {name}, mean",
        )
    axes.set(xlabel="works", ylabel="ms a kit", title="Loading and matching as a catalogue grows", xscale="log", ylim=(0, None))
    axes.legend(fontsize="small")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, dpi=120)


def table_of(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for at, column in enumerate(columns):
        table.add_column(column, justify="left" if at == 0 else "right")
    return table


def grown(urls: Callable[[int], Mapping[str, str]], sizes: Sequence[int], console: Console) -> tuple[list[Cost], Mapping[str, Catalogue]]:
    """What a kit costs in catalogues of every size; the largest ones."""
    rows: list[Cost] = []
    catalogues: Mapping[str, Catalogue] = {}
    for works in sizes:
        catalogues = {name: open_catalogue(url) for name, url in urls(works).items()}
        for catalogue in catalogues.values():
            catalogue.start_run(RUN, "made up")
        started = time.perf_counter()
        filled([*catalogues.values()], works)
        seconds = time.perf_counter() - started
        told = ", ".join(f"{name} {megabytes(catalogue):,.0f} MB" for name, catalogue in catalogues.items())
        console.print(f"{works:,} works, made in {seconds:.0f} s: {told}")
        for name, catalogue in catalogues.items():
            rows.append(cost := matched(name, catalogue, works))
            console.print(f"  {name}: loading {cost.loading:.1f} ms a kit, matching {cost.matching:.1f} of it, {cost.mean:.1f} at the mean")
    return rows, catalogues


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--plot", type=Path, default=PLOT)
    options = parser.parse_args()
    console = Console(width=160, highlight=False)
    with TemporaryDirectory() as name, served() as server:

        def urls(works: int) -> Mapping[str, str]:
            server_side = {"PostgreSQL": server.database(f"bench{works}")} if server else {}
            return {"SQLite": str(Path(name) / f"{works}.sqlite")} | server_side

        rows, catalogues = grown(urls, options.sizes, console)
        console.print("\nWhat one more kit costs", costs(rows), sep="\n")
        console.print(f"\nSearching {options.sizes[-1]:,} works", searched(catalogues, options.sizes[-1]), sep="\n")
        console.print(f"\nReconciling with {options.sizes[-1]:,} works", reconciled(catalogues, options.sizes[-1]), sep="\n")
        console.print("\nLoading against extraction", against_extraction(catalogues), sep="\n")
        for catalogue in catalogues.values():
            catalogue.engine.dispose()
    plotted(rows, options.plot)
    console.print(f"Growth: {options.plot}")


if __name__ == "__main__":
    main()
