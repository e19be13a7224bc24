"""Catalogues that cannot be used: each says so in words for a catalogue, and loses nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.database import opened
from presskit.errors import LedgerBusy, LedgerUnusable


def test_a_catalogue_of_a_newer_version_is_left_alone(catalogue: Catalogue, url: str) -> None:
    with catalogue.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerUnusable, match="A newer Presskit made this catalogue"):
        open_catalogue(url)
    with catalogue.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


def test_nobody_is_told_to_throw_a_catalogue_away(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    file.write_text("These are notes, and no database at all. " * 50, encoding="utf-8")
    with pytest.raises(LedgerUnusable) as told:
        open_catalogue(str(file))
    assert "The catalogue cannot be used" in str(told.value)
    assert "Keep the file" in str(told.value)


def test_a_catalogue_that_somebody_writes_to_is_called_one(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    open_catalogue(str(file))
    catalogue = Catalogue(str(file), opened(str(file), patience=0.2))
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="The catalogue is locked"), catalogue.begin() as connection:
        connection.execute(text("SELECT 1"))
    holder.close()
