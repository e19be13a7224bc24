"""Inboxes and outputs in an object store: a local S3 server, real batches."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import s3fs

from batch.running import batch, by_name, inbox_of, ledger_rows, outcomes, run, without_times
from mailing import KIT, saved, zipped

NO_NAMES = "--no-names"
KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": "us-east-1"}
pytestmark = pytest.mark.xdist_group("s3")


@dataclass(frozen=True, slots=True)
class Store:
    """An S3 server and what a batch must know to find it."""

    env: dict[str, str]
    fs: s3fs.S3FileSystem

    def batch(self, inbox: object, out: object, ledger: Path, *words: object) -> subprocess.CompletedProcess[str]:
        return batch(inbox, "--out", out, "--ledger", ledger, NO_NAMES, *words, env=self.env, timeout=120)

    def fill(self, bucket: str, folder: Path) -> str:
        """The folder's files in a bucket of its own; its address."""
        self.fs.mkdir(bucket)
        for path in folder.rglob("*.*"):
            self.fs.pipe_file(f"{bucket}/in/{path.relative_to(folder)}", path.read_bytes())
        return f"s3://{bucket}/in"

    def fetch(self, address: str, target: Path) -> Path:
        self.fs.invalidate_cache()
        for path in self.fs.find(address):
            place = target / path.removeprefix(address.removeprefix("s3://") + "/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self.fs.cat_file(path))
        return target


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address, deadline = f"http://127.0.0.1:{port}", time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            assert time.monotonic() < deadline, "the S3 server does not start"
            time.sleep(0.1)
    fs = s3fs.S3FileSystem(key="testing", secret="testing", endpoint_url=address)
    yield Store({**KEYS, "AWS_ENDPOINT_URL": address, "NO_PROXY": "127.0.0.1"}, fs)
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kits")
    inbox_of(folder / "in", 8, bad=0.25)
    assert batch(folder / "in", "--out", folder / "calm", NO_NAMES).returncode == 5
    return folder


def alike(out: Path, ledger: Path) -> dict[str, object]:
    """What a batch left, but for the address of its inbox."""
    left = without_times(out, str(ledger))
    assert isinstance(left["report.json"], dict)
    del left["report.json"]["inbox"]
    return left


def test_from_bucket_to_bucket(kits: Path, store: Store, tmp_path: Path) -> None:
    inbox, ledger = store.fill("around", kits / "in"), tmp_path / "ledger.sqlite"
    done = store.batch(inbox, "s3://around/out", ledger)
    assert done.returncode == 5, done.stderr
    out = store.fetch("s3://around/out", tmp_path / "out")
    calm = alike(kits / "calm", kits / "calm" / "ledger.sqlite")
    assert any(name.startswith("quarantine/") for name in calm)
    assert alike(out, ledger) == calm
    assert store.batch(inbox, "s3://around/out", ledger).returncode == 5
    assert alike(store.fetch("s3://around/out", tmp_path / "again"), ledger) == calm
    said = json.loads(run("status", "s3://around/out", "--ledger", ledger, "--json", env=store.env).stdout)
    assert said["complete"] is True


def test_from_bucket_to_folder_and_a_changed_object(kits: Path, store: Store, tmp_path: Path) -> None:
    inbox, out = store.fill("down", kits / "in"), tmp_path / "out"
    assert batch(inbox, "--out", out, NO_NAMES, env=store.env).returncode == 5
    ledger = out / "ledger.sqlite"
    assert alike(out, ledger) == alike(kits / "calm", kits / "calm" / "ledger.sqlite")
    name = next(path for path in sorted(store.fs.find("down/in")) if path.endswith(".txt"))
    store.fs.pipe_file(name, store.fs.cat_file(name) + b"\nOne more line.\n")
    assert batch(inbox, "--out", out, NO_NAMES, env=store.env).returncode in (0, 5)
    versions = [row[1] for row in ledger_rows(ledger)["ledger names"] if row[2] == name.removeprefix("down/in/")]  # type: ignore[attr-defined]
    assert versions == [1, 2]
    assert sum(outcomes(out).values()) == 8


def test_an_archive_in_a_bucket(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in" / "spring").mkdir(parents=True)
    saved(tmp_path / "in", zipped({"a/kit.txt": KIT.encode(), "old.doc": b"x"}), "spring/kits.zip")
    done = batch(store.fill("zips", tmp_path / "in"), "--out", tmp_path / "out", NO_NAMES, env=store.env)
    assert done.returncode == 5, done.stderr
    entries = by_name(tmp_path / "out")
    assert {name: entry["outcome"] for name, entry in entries.items()} == {
        "spring/kits.zip/a/kit.txt": "done",
        "spring/kits.zip/old.doc": "failed",
    }
    assert (tmp_path / "out" / entries["spring/kits.zip/old.doc"]["quarantined"]).read_bytes() == b"x"


def test_from_folder_to_bucket(kits: Path, store: Store, tmp_path: Path) -> None:
    store.fs.mkdir("upwards")
    done = store.batch(kits / "in", "s3://upwards", tmp_path / "ledger.sqlite")
    assert done.returncode == 5, done.stderr
    left = alike(store.fetch("s3://upwards", tmp_path / "out"), tmp_path / "ledger.sqlite")
    assert left == alike(kits / "calm", kits / "calm" / "ledger.sqlite")


def test_buckets_that_are_not_there(kits: Path, store: Store, tmp_path: Path) -> None:
    for inbox, out, code in (("s3://nowhere/in", tmp_path / "out", 10), (kits / "in", "s3://nowhere/out", 21)):
        done = store.batch(inbox, out, tmp_path / "ledger.sqlite")
        assert done.returncode == code, done.stderr
        assert "s3://nowhere" in done.stderr
        assert "no such bucket" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_store_that_does_not_answer(tmp_path: Path) -> None:
    env = {**KEYS, "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1"}
    done = batch("s3://kits/in", "--out", tmp_path / "out", env=env, timeout=120)
    assert done.returncode == 11, done.stderr
    assert "Traceback" not in done.stderr


def test_a_ledger_cannot_lie_in_a_bucket(kits: Path, store: Store) -> None:
    store.fs.mkdir("alone")
    done = batch(kits / "in", "--out", "s3://alone/out", NO_NAMES, env=store.env)
    assert done.returncode == 25
    assert "--ledger" in done.stderr


def test_without_the_library(tmp_path: Path) -> None:
    """As if the extra had not been installed: its module cannot be found."""
    (tmp_path / "s3fs.py").write_text('raise ImportError("No module named s3fs")\n')
    env = {"PYTHONPATH": os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))}
    done = batch("s3://kits/in", "--out", tmp_path / "out", env=env)
    assert done.returncode == 25, done.stderr
    assert "presskit[s3]" in done.stderr
