"""Personal contact data: gone from tables, index, decisions and records, from the file's bytes too, and gone for good."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from batch.running import run
from presskit.catalogue import tables
from presskit.catalogue.correct import correct
from presskit.catalogue.correcting import Wish, listed
from presskit.catalogue.decide import decisions, take_back
from presskit.catalogue.erase import forget_contacts
from presskit.catalogue.find import find
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue, record_of
from presskit.errors import NotInCatalogue
from presskit.extraction import extract
from presskit.record import Extraction
from presskit.settings import Settings

pytestmark = pytest.mark.xdist_group("catalogue")
KIT = """THE PAPER LIGHTHOUSE
a film by Runa Eklund

Sweden 2020, 71 min.

SYNOPSIS
A keeper folds a lighthouse out of tax forms, and ships come. Write to quillon@papercoast.example for the fold plans.

CREDITS
Director: Runa Eklund
Music: Tove Sandell

CONTACT
Sales: Papercoast Films
Zebedee Quillon
quillon@papercoast.example
+46 8 555 014 77
"""
SECRETS = ("quillon@papercoast.example", "555 014 77", "Zebedee Quillon", "+46 8")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    path = tmp_path_factory.mktemp("kits") / "paper.txt"
    path.write_text(KIT, encoding="utf-8")
    made = extract(path, Settings(names=False))
    assert made.kit.contacts[0].emails
    assert made.kit.contacts[0].phones
    return made


def everything(catalogue: Catalogue) -> str:
    with catalogue.begin() as connection:
        return "\n".join(repr(row) for table in tables.metadata.sorted_tables for row in connection.execute(select(table)))


def newer(record: Extraction) -> Extraction:
    return record.model_copy(update={"source": record.source.model_copy(update={"pipeline": "9.0"})})


def loaded(catalogue: Catalogue, record: Extraction) -> str:
    catalogue.load(record, "one")
    return record.source.sha256


def decided(catalogue: Catalogue, kit: str, pointer: str, value: str) -> str:
    with catalogue.begin() as connection:
        return correct(connection, kit, Wish(pointer, value, "Ida"))


def test_contacts_are_forgotten_everywhere(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    catalogue.load(newer(first), "two")
    decided(catalogue, kit, "/contacts/0/people/-", "Zebedee Quillon jun.")
    decided(catalogue, kit, "/film/year", "2021")
    assert all(secret in everything(catalogue) for secret in SECRETS)
    erased = forget_contacts(catalogue, "paper.txt", "Ida")
    assert (erased.kits, erased.records) == (1, 2)
    left = everything(catalogue)
    assert [secret for secret in SECRETS if secret in left] == []
    with catalogue.begin() as connection:
        assert find(connection, "quillon") == []
        assert find(connection, "lighthouse")
        kept = record_of(connection, kit).kit
        assert (kept.contacts, kept.film.year) == ([], 2021)
        assert [row.standing for row in listed(connection)] == ["applied", "forgotten"]
        assert decisions(connection)[0].kind == "forget"


def test_contacts_stay_forgotten(catalogue: Catalogue, first: Extraction) -> None:
    loaded(catalogue, first)
    forget_contacts(catalogue, None, "Ida")
    assert catalogue.load(first, "two") is Loaded.UNCHANGED
    assert catalogue.load(newer(first), "three") is Loaded.REPLACED
    assert catalogue.load(first, "four") is Loaded.KEPT
    assert not any(secret in everything(catalogue) for secret in SECRETS)
    with catalogue.begin() as connection:
        forgotten = decisions(connection)[0].decision
    with pytest.raises(NotInCatalogue), catalogue.begin() as connection:
        take_back(connection, forgotten)


def test_a_section_called_contacts_by_hand_is_forgotten(catalogue: Catalogue, first: Extraction) -> None:
    changed: dict[str, Any] = first.kit.model_dump(mode="json")
    number = next(n for n, section in enumerate(changed["sections"]) if section["kind"] == "contacts")
    changed["sections"][number]["kind"] = "notes"
    changed["contacts"] = []
    evidence = {at: found for at, found in first.evidence.items() if not at.startswith("/contacts")}
    kit = loaded(catalogue, first.model_copy(update={"kit": type(first.kit).model_validate(changed), "evidence": evidence}))
    decided(catalogue, kit, f"/sections/{number}/kind", "contacts")
    forget_contacts(catalogue, None, "Ida")
    assert "Zebedee Quillon" not in everything(catalogue)


def test_the_bytes_are_gone_from_the_file(first: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    catalogue = open_catalogue(str(path))
    loaded(catalogue, first)
    catalogue.load(newer(first), "two")
    held = b"".join(file.read_bytes() for file in tmp_path.glob("c.sqlite*"))
    assert all(secret.encode() in held for secret in (*SECRETS, "quillon"))
    forget_contacts(catalogue, None, "Ida")
    left = b"".join(file.read_bytes() for file in tmp_path.glob("c.sqlite*"))
    assert [secret for secret in (*SECRETS, "quillon") if secret.encode() in left] == []
    assert b"lighthouse" in left


def test_who_holds_the_file_open_is_told_to_let_go(first: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.sqlite"
    loaded(open_catalogue(str(path)), first)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM kits").fetchone()
    monkeypatch.setenv("PRESSKIT_LEDGER_PATIENCE", "0.2")
    done = run("catalogue", "forget-contacts", "--all", "--catalogue", path)
    assert (done.returncode, "still in" in done.stderr) == (22, True)
    reader.execute("COMMIT")
    assert run("catalogue", "forget-contacts", "--all", "--catalogue", path).returncode == 0
    reader.close()
    assert not any(secret.encode() in path.read_bytes() for secret in SECRETS)


def test_the_command(url: str, first: Extraction) -> None:
    kit = loaded(open_catalogue(url), first)
    env = {"PRESSKIT_CATALOGUE": url}
    assert run("catalogue", "forget-contacts", env=env).returncode == 2
    assert run("catalogue", "forget-contacts", "none.pdf", env=env).returncode == 27
    assert "contacts of 1 kits forgotten in 1 records" in run("catalogue", "forget-contacts", kit[:12], env=env).stderr
    assert json.loads(run("catalogue", "show", "kit", kit[:12], "--json", env=env).stdout)["kit"]["contacts"] == []
