"""A catalogue for each test, once in an SQLite file and once on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from batch.server import Server, end, server
from presskit.catalogue.store import Catalogue, open_catalogue


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    made = server()
    yield made
    end(made)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "catalogue.sqlite")
    made: Server = request.getfixturevalue("running")
    return made.database(f"c{abs(hash(request.node.nodeid))}")


@pytest.fixture
def catalogue(url: str) -> Catalogue:
    return open_catalogue(url)
