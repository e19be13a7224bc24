"""The bar: a thousand kits loaded twice, in two orders, by two processes at once, five times killed, and nothing to be seen of it."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from batch.running import command
from batch.server import Server
from bench.works import record as made_up
from fiction.films import press
from fiction.stories import tuned_stories
from presskit.catalogue import tables
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.record import Extraction, PressKit, SourceFile
from presskit.serialise import to_json

KITS = 1000
KILLED = 5
MOMENTS = {"run", "loaded", "started", "undone", "made"}
"""Columns that tell when and in which run."""
pytestmark = pytest.mark.xdist_group("thousand")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records of as many kits: several of one film, namesakes, people and companies in many of them."""
    made = tmp_path_factory.mktemp("records")
    told = press(tuned_stories(), seed=7).kits
    records = [_record(name, told[name]) for name in sorted(told)]
    records += [made_up(number) for number in range(KITS - len(records))]
    for number, extraction in enumerate(records):
        (made / f"{number:04}.json").write_text(to_json(extraction), encoding="utf-8")
    return made


def _record(name: str, kit: PressKit) -> Extraction:
    digest = hashlib.sha256(name.encode()).hexdigest()
    source = SourceFile(name=name, sha256=digest, media_type="text/plain", bytes=1, pages=1, pipeline="1.0", settings={})
    return Extraction(source=source, kit=kit)


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """A catalogue for a calm loading, one for the other."""
    if request.param == "sqlite":
        return str(tmp_path / "calm.sqlite"), str(tmp_path / "killed.sqlite")
    running: Server = request.getfixturevalue("running")
    return running.database("calm"), running.database("killed")


def test_a_thousand_kits_twice_whoever_is_killed(folder: Path, urls: tuple[str, str]) -> None:
    calm, other = urls
    files = sorted(folder.iterdir())
    assert subprocess.run(command("catalogue", "load", *files, "--catalogue", calm), capture_output=True, check=False).returncode == 0
    expected = contents(open_catalogue(calm))
    assert sum(row[0] for row in expected["count of kits"]) == KITS
    disturbed(files, other, Random(5))
    found = contents(open_catalogue(other))
    for name, rows in expected.items():
        assert found[name] == rows, name


def disturbed(files: Sequence[Path], url: str, dice: Random) -> None:
    """Two loaders at once, each in an order of its own; whoever is killed begins again."""
    orders = [dice.sample(files, len(files)) for _ in range(2)]
    catalogue = open_catalogue(url)
    loaders = [_loader(order, url) for order in orders]
    for moment in sorted(dice.sample(range(20, KITS - 100), KILLED)):
        while loaded(catalogue) < moment:
            assert any(loader.poll() is None for loader in loaders), "it ended too early"
            time.sleep(0.02)
        which = dice.choice([at for at, loader in enumerate(loaders) if loader.poll() is None])
        loaders[which].kill()
        loaders[which].communicate()
        loaders[which] = _loader(orders[which], url)
    for loader in loaders:
        _, said = loader.communicate(timeout=1500)
        assert loader.returncode == 0, said


def _loader(files: Sequence[Path], url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("catalogue", "load", *files, "--catalogue", url), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def loaded(catalogue: Catalogue) -> int:
    with catalogue.read() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.kits)).scalar_one())


def contents(catalogue: Catalogue) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without moments and the names of runs."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with catalogue.read() as connection:
        for table in tables.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in MOMENTS]
            if table is not tables.runs and columns:
                found[table.name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)
    return {**found, "count of kits": [(len(found["kits"]),)]}
