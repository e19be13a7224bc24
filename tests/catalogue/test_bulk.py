"""A catalogue made in bulk, as the bench measures it, is what loading the same kits one by one makes."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from presskit.catalogue import tables
from presskit.catalogue.find import find
from presskit.catalogue.store import Catalogue, open_catalogue
from tests.bench.alone import RUN
from tests.bench.bulk import filled
from tests.bench.works import record

pytestmark = pytest.mark.xdist_group("catalogue")
KITS = 400
"""Enough for second kits of a film, for namesakes, and for somebody in more kits than are compared with everybody."""


def contents(catalogue: Catalogue) -> dict[str, list[str]]:
    """Every row of every table, but when it was loaded."""
    found = {}
    with catalogue.read() as connection:
        for table in tables.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in ("loaded", "started")]
            found[table.name] = sorted(repr(tuple(row)) for row in connection.execute(select(*columns)))
    return found


@pytest.fixture
def another(url: str, request: pytest.FixtureRequest) -> Catalogue:
    """A second catalogue in the same kind of database."""
    return open_catalogue(request.getfixturevalue("running").database("loaded") if "://" in url else f"{url}.loaded")


def test_made_in_bulk_is_as_loaded(catalogue: Catalogue, another: Catalogue) -> None:
    made, loaded = catalogue, another
    for one in (made, loaded):
        one.start_run(RUN, "made up")
    filled([made], KITS)
    for number in range(KITS):
        loaded.load(record(number), RUN)
    ours, theirs = contents(made), contents(loaded)
    for name in theirs:
        assert ours[name] == theirs[name], name
    assert {name for name in theirs if not theirs[name]} == {"contacts", "dates", "decisions", "evidence", "events", "exchanges"} | {
        "footnotes",
        "issues",
        "mentions",
    }
    with made.read() as connection, loaded.read() as other:
        words = record(5).kit.sections[0].text.split()[3]
        assert find(connection, words) == find(other, words) != []
