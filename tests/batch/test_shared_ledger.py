"""A ledger on a PostgreSQL server, shared by batches of several machines. Nothing is lost, nothing is done twice, no password is told."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from batch.running import batch, begin, by_name, command, inbox_of, outcomes, run, without_times
from batch.server import PASSWORD, Server, end, server

NO_NAMES = "--no-names"
DONE = "SELECT count(*) FROM extractions WHERE state NOT IN ('waiting', 'running')"
# One server for all of these, whatever else runs beside them.
pytestmark = pytest.mark.xdist_group("postgresql")


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    made = server()
    yield made
    end(made)


@pytest.fixture
def ledger(running: Server, request: pytest.FixtureRequest) -> str:
    return running.database(request.node.name)


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inbox of 24 kits and what becomes of them under an embedded ledger."""
    folder = tmp_path_factory.mktemp("kits")
    inbox_of(folder / "in", 24, bad=0.1)
    assert batch(folder / "in", "--out", folder / "calm", NO_NAMES).returncode == 5
    return folder


def finished(ledger: str) -> int:
    try:
        with psycopg.connect(ledger) as connection:
            row = connection.execute(DONE).fetchone()
            return int(row[0]) if row else 0
    except psycopg.Error:
        return 0


def change(ledger: str, statement: str, *values: object) -> None:
    with psycopg.connect(ledger) as connection:
        assert connection.execute(statement, values).rowcount > 0  # type: ignore[arg-type, unused-ignore]


def wait_until(ledger: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while finished(ledger) < count:
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def elsewhere(host: str, *words: object) -> subprocess.Popen[str]:
    """A batch on a machine of another name."""
    line = ["unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', host, *command("batch", *words)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def hosts() -> None:
    if subprocess.run(["unshare", "--uts", "hostname", "other"], capture_output=True, check=False).returncode != 0:
        pytest.skip("a machine of another name needs the right to make namespaces")


def test_the_same_as_with_an_embedded_ledger(kits: Path, ledger: str, tmp_path: Path) -> None:
    done = batch(kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger)
    assert done.returncode == 5, done.stderr
    assert not (tmp_path / "out" / "ledger.sqlite").exists()
    calm = without_times(kits / "calm")
    assert without_times(tmp_path / "out", ledger) == calm
    assert batch(kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger).returncode == 5
    assert without_times(tmp_path / "out", ledger) == calm
    said = run("status", tmp_path / "out", "--ledger", ledger)
    assert said.returncode == 0
    assert PASSWORD not in done.stdout + done.stderr + said.stdout + said.stderr


@pytest.mark.usefixtures("hosts")
def test_two_machines_at_once(kits: Path, ledger: str, tmp_path: Path) -> None:
    words = (kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger, "--workers", 1)
    both = [elsewhere(host, *words) for host in ("one", "two")]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [5, 5], said
    assert without_times(tmp_path / "out", ledger) == without_times(kits / "calm")


def test_a_killed_supervisor(kits: Path, ledger: str, tmp_path: Path) -> None:
    words = (kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger)
    supervisor = begin(*words)
    wait_until(ledger, 4)
    supervisor.kill()
    supervisor.communicate()
    assert batch(*words, timeout=50).returncode == 5, "it need not wait for the lease of a process that has ended here"
    assert without_times(tmp_path / "out", ledger) == without_times(kits / "calm")


@pytest.mark.usefixtures("hosts")
def test_a_machine_that_is_gone(kits: Path, ledger: str, tmp_path: Path) -> None:
    """Nobody here can know whether a process of another machine lives: its kits are waited for until its lease runs out."""
    words = (kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger)
    far = elsewhere("far", *words)
    wait_until(ledger, 4)
    far.kill()
    far.communicate()
    change(ledger, "UPDATE extractions SET lease_until = extract(epoch FROM now()) + 8 WHERE holder LIKE 'far/%%'")
    began = time.monotonic()
    assert batch(*words, timeout=60).returncode == 5
    assert time.monotonic() - began > 6
    assert without_times(tmp_path / "out", ledger) == without_times(kits / "calm")


def test_a_lease_that_ran_out_long_ago(kits: Path, ledger: str, tmp_path: Path) -> None:
    words = (kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger)
    batch(*words)
    name, entry = next((name, entry) for name, entry in by_name(tmp_path / "out").items() if entry["record"])
    (tmp_path / "out" / entry["record"]).unlink()
    held = "UPDATE extractions SET state = 'running', holder = 'far/77/1.00', lease_until = 1000 WHERE sha256 = %s"
    change(ledger, held, entry["sha256"])
    assert batch(*words, timeout=60).returncode == 5
    assert by_name(tmp_path / "out")[name]["outcome"] == entry["outcome"]
    assert without_times(tmp_path / "out", ledger) == without_times(kits / "calm")


@pytest.mark.parametrize("how", ["immediate", "fast"])
def test_the_server_goes_away(kits: Path, running: Server, ledger: str, tmp_path: Path, how: str) -> None:
    words = (kits / "in", "--out", tmp_path / "out", NO_NAMES, "--ledger", ledger)
    supervisor = begin(*words)
    wait_until(ledger, 4)
    running.stop(how)
    try:
        _, said = supervisor.communicate(timeout=60)
    finally:
        running.start()
    assert supervisor.returncode == 23, said
    assert "finished stays finished" in said
    assert "Traceback" not in said
    assert PASSWORD not in said
    before = finished(ledger)
    assert 4 <= before < 24
    assert batch(*words).returncode == 5
    assert without_times(tmp_path / "out", ledger) == without_times(kits / "calm")


def test_addresses_that_are_wrong(kits: Path, running: Server, tmp_path: Path) -> None:
    right = running.url("postgres")
    wrong = [right.replace(PASSWORD, "hunter2"), running.url("none"), right.replace(f":{running.port}/", ":1/")]
    wrong += [right.replace(f":{running.port}/", ":port/"), right.replace("postgresql:", "nosuch:")]
    for number, address in enumerate(wrong):
        done = batch(kits / "in", "--out", tmp_path / str(number), NO_NAMES, "--ledger", address, timeout=60)
        assert done.returncode == 23, (address, done.stderr)
        for secret in (PASSWORD, "hunter2"):
            assert secret not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_a_ledger_of_another_folder(kits: Path, ledger: str, tmp_path: Path) -> None:
    shutil.copytree(kits / "in", tmp_path / "in")
    assert batch(tmp_path / "in", "--out", tmp_path / "one", NO_NAMES, "--ledger", ledger).returncode == 5
    done = batch(tmp_path / "in", "--out", tmp_path / "two", NO_NAMES, "--ledger", ledger)
    assert done.returncode == 23
    assert str(tmp_path / "one") in done.stderr
    assert PASSWORD not in done.stderr
    assert outcomes(tmp_path / "one")["done"]
