"""What goes wrong around kits: processes killed, kits that never end, a full disk. Nothing is lost, nothing is done twice."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import psutil
import pytest

from batch.disks import disk, enlarge
from batch.running import aged, batch, begin, by_name, finished, inbox_of, kill, outcomes, report, run, without_times, workers_of
from lacking import lacking
from pdffile import blanks, forms_in_forms, page
from presskit.batch.ledger import MOST_DEATHS

NO_NAMES = "--no-names"


def wait_for(condition: Callable[[], object], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


def slow_kit(path: Path) -> Path:
    """A kit that takes minutes: more pages than anybody reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = "\n".join(f"Role {number} - Name Surname {number} says that nothing ends in 19{number % 90 + 10}." for number in range(60))
    path.write_text("\f".join([page] * 2500))
    return path


def test_an_endless_and_a_greedy_kit_among_good_ones(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 6), tmp_path / "out"
    slow_kit(inbox / "endless.txt")
    aged(inbox)
    done = batch(inbox, "--out", out, NO_NAMES, "--timeout", 4)
    assert done.returncode == 5, done.stderr
    entry = by_name(out)["endless.txt"]
    assert (entry["outcome"], entry["reason"], entry["retry"]) == ("failed", "timeout", True)
    assert "--timeout" in entry["message"]
    assert outcomes(out) == {"done": 6, "failed": 1}


def test_a_kit_that_needs_more_memory_than_there_is(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 4), tmp_path / "out"
    (inbox / "greedy.txt").write_text("A ferry is late, and nobody waits for it in the harbour.\n" * 1_500_000)
    aged(inbox)
    done = batch(inbox, "--out", out, NO_NAMES, "--memory", 400, "--workers", 1)
    assert done.returncode == 5, done.stderr
    entry = by_name(out)["greedy.txt"]
    assert (entry["outcome"], entry["reason"], entry["retry"]) == ("failed", "memory", True)
    assert outcomes(out) == {"done": 4, "failed": 1}


def test_workers_are_killed(tmp_path: Path) -> None:
    inbox = inbox_of(tmp_path / "in", 40)
    batch(inbox, "--out", tmp_path / "calm", NO_NAMES)
    dice, out = Random(3), tmp_path / "out"
    supervisor = begin(inbox, "--out", out, NO_NAMES)
    killed = 0
    while supervisor.poll() is None and killed < 6:
        workers = workers_of(supervisor)
        if workers and finished(out) > killed * 5:
            killed += kill(dice.choice(workers))
        time.sleep(0.01)
    supervisor.communicate(timeout=120)
    assert killed >= 4
    assert supervisor.returncode == 0
    assert without_times(out) == without_times(tmp_path / "calm")


def test_the_nursery_is_killed(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 30), tmp_path / "out"
    supervisor = begin(inbox, "--out", out, NO_NAMES)
    wait_for(lambda: finished(out) > 3)
    for nursery in psutil.Process(supervisor.pid).children():
        kill(nursery)
    supervisor.communicate(timeout=120)
    assert supervisor.returncode == 0
    assert outcomes(out) == {"done": 30}


def test_the_supervisor_is_killed_and_started_again(tmp_path: Path) -> None:
    inbox = inbox_of(tmp_path / "in", 30)
    batch(inbox, "--out", tmp_path / "calm", NO_NAMES)
    out = tmp_path / "out"
    for number in (3, 12):
        supervisor = begin(inbox, "--out", out, NO_NAMES)
        wait_for(lambda number=number: finished(out) > number)  # type: ignore[misc]
        workers = workers_of(supervisor)
        supervisor.kill()
        supervisor.communicate()
        wait_for(lambda workers=workers: not any(worker.is_running() for worker in workers), 15)  # type: ignore[misc]
    before = finished(out)
    assert 12 < before < 30
    # Moments are told in whole seconds.
    time.sleep(1.1)
    started = time.time()
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    again = [entry for entry in report(out)["kits"] if entry["finished"] >= time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(started))]
    assert len(again) <= 30 - before + 1
    assert without_times(out) == without_times(tmp_path / "calm")


def test_a_kit_that_ends_every_worker(tmp_path: Path) -> None:
    """Somebody ends the worker whenever it comes to this kit: at last the kit has failed, and the others went on."""
    inbox, out = inbox_of(tmp_path / "in", 3), tmp_path / "out"
    slow_kit(inbox / "poison.txt")
    aged(inbox)
    supervisor = begin(inbox, "--out", out, NO_NAMES, "--workers", 1)
    wait_for(lambda: finished(out) == 3)
    for _ in range(MOST_DEATHS):
        wait_for(lambda: workers_of(supervisor))
        time.sleep(0.5)
        for worker in workers_of(supervisor):
            kill(worker)
        time.sleep(0.7)
    _, said = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 5
    assert by_name(out)["poison.txt"]["reason"] == "worker-died"
    assert "signal 9" in by_name(out)["poison.txt"]["message"]
    assert said.count("a worker ended over records/poison.txt") == MOST_DEATHS


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_running_kits_are_finished_when_asked_to_stop(tmp_path: Path, number: signal.Signals) -> None:
    inbox, out = inbox_of(tmp_path / "in", 40), tmp_path / "out"
    supervisor = begin(inbox, "--out", out, NO_NAMES)
    wait_for(lambda: finished(out) > 3)
    supervisor.send_signal(number)
    _, said = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 130
    assert "once more" in said
    assert report(out)["complete"] is False
    assert outcomes(out)["done"] == len(list((out / "records").rglob("*.json")))
    assert "running" not in outcomes(out)
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    assert outcomes(out) == {"done": 40}


def test_a_second_interrupt_ends_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    slow_kit(tmp_path / "in" / "slow.txt")
    aged(tmp_path / "in")
    supervisor = begin(tmp_path / "in", "--out", out, NO_NAMES)
    wait_for(lambda: workers_of(supervisor))
    workers = workers_of(supervisor)
    time.sleep(1.0)
    supervisor.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert supervisor.poll() is None
    supervisor.send_signal(signal.SIGINT)
    supervisor.communicate(timeout=10)
    assert supervisor.returncode == 130
    assert not any(worker.is_running() for worker in workers)
    assert outcomes(out) == {"waiting": 1}


def test_two_batches_over_one_inbox(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 40), tmp_path / "out"
    batch(inbox, "--out", tmp_path / "calm", NO_NAMES)
    both = [begin(inbox, "--out", out, NO_NAMES) for _ in range(2)]
    said = [process.communicate(timeout=200) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert without_times(out) == without_times(tmp_path / "calm")


def test_a_locked_ledger(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 2), tmp_path / "out"
    batch(inbox, "--out", out, NO_NAMES)
    shutil.copy(sorted(inbox.rglob("*.*"))[0], inbox / "copy.txt")
    (inbox / "copy.txt").write_text((inbox / "copy.txt").read_text() + "\nMore.\n")
    aged(inbox)
    with sqlite3.connect(out / "ledger.sqlite", isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        done = batch(inbox, "--out", out, NO_NAMES, env={"PRESSKIT_LEDGER_PATIENCE": "2"})
        assert done.returncode == 22, done.stderr
        assert "ledger.sqlite" in done.stderr
        assert "run the batch again" in done.stderr
        holder.execute("ROLLBACK")
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    assert outcomes(out) == {"done": 3}


def test_a_ledger_that_is_none(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 1), tmp_path / "out"
    out.mkdir()
    (out / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    done = batch(inbox, "--out", out, NO_NAMES)
    assert done.returncode == 23
    assert "ledger.sqlite" in done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disk(tmp_path / "small", "1m") as folder:
        yield folder


def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 30), small_disk / "out"
    done = batch(inbox, "--out", out, NO_NAMES)
    assert done.returncode == 21, done.stderr
    assert "room" in done.stderr
    assert not list(out.rglob("*.unfinished"))
    for record in (out / "records").rglob("*.json"):
        assert run("validate", record).returncode == 0
    enlarge(small_disk, "64m")
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    assert outcomes(out) == {"done": 30}


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "fixed"
    folder.mkdir()
    if os.geteuid() == 0:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", folder], capture_output=True, check=False)
        if mounted.returncode != 0:
            lacking("mounting needs more rights, and root may write anywhere")
        yield folder
        subprocess.run(["umount", folder], check=True)
    else:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_an_output_folder_nobody_may_write(tmp_path: Path, read_only: Path) -> None:
    done = batch(inbox_of(tmp_path / "in", 1), "--out", read_only / "out", NO_NAMES)
    assert done.returncode == 21
    assert str(read_only) in done.stderr


def test_names_nobody_expects(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    text = sorted(inbox_of(tmp_path / "from", 1).rglob("*.*"))[0].read_bytes()
    names = [
        b"two words.txt",
        b"quo'te\".txt",
        b"line\nbreak.txt",
        "דף עיתונות.txt".encode(),
        b"caf\xe9.txt",
        b"back\\slash.txt",
        b"-o.txt",
    ]
    names += [b"x" * 240 + b".txt", "\u202etxt.exe.txt".encode(), b"%41.txt"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(inbox) + b"/" + name)).write_bytes(text + f"\n{number}\n".encode())
    aged(inbox)
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    assert outcomes(out) == {"done": len(names)}
    assert "caf\\xe9.txt" in by_name(out)
    assert "line\\nbreak.txt" in by_name(out)
    for path in out.rglob("*"):
        os.fsencode(path).decode("utf-8")
        assert path.name.isprintable()


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 2), tmp_path / "out"
    (inbox / "round").symlink_to(inbox, target_is_directory=True)
    (inbox / "self").symlink_to(inbox / "self")
    (inbox / "broken.txt").symlink_to(inbox / "nothing.txt")
    os.mkfifo(inbox / "pipe.txt")
    assert batch(inbox, "--out", out, NO_NAMES, timeout=60).returncode == 0
    assert outcomes(out) == {"done": 2}


def test_watching(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 1), tmp_path / "out"
    more = sorted(inbox_of(tmp_path / "more", 2).rglob("*.*"))
    supervisor = begin(inbox, "--out", out, NO_NAMES, "--watch")
    wait_for(lambda: finished(out) == 1)
    data = more[1].read_bytes() + b"\nOne of a kind.\n"
    with (inbox / "slowly.txt").open("wb") as file:
        for at in range(0, len(data), len(data) // 5):
            file.write(data[at : at + len(data) // 5])
            file.flush()
            time.sleep(0.7)
            assert finished(out) == 1
    wait_for(lambda: finished(out) == 2)
    wait_for(lambda: (out / "report.json").exists() and outcomes(out) == {"done": 2})
    assert supervisor.poll() is None
    supervisor.send_signal(signal.SIGINT)
    supervisor.communicate(timeout=30)
    assert supervisor.returncode == 130
    assert by_name(out)["slowly.txt"]["outcome"] == "done"
    assert Path(inbox, "slowly.txt").read_bytes() == data


def test_a_file_that_is_still_written_when_the_batch_ends_is_told(tmp_path: Path) -> None:
    """Only files older than two seconds count as whole: a new one is waited for, not read in half."""
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox_of(inbox, 1)
    fresh = inbox / "fresh.txt"
    fresh.write_text("SYNOPSIS\n\nA ferry is late. Nobody waits for it.\n")
    assert batch(inbox, "--out", out, NO_NAMES).returncode == 0
    assert by_name(out)["fresh.txt"]["outcome"] == "done"


def test_pdfs_that_hang_or_crash_the_library_among_good_ones(tmp_path: Path) -> None:
    """What PDFium does no Python can stop: forms that draw forms, and a page in a picture's clothes for which there is no memory."""
    inbox, out = inbox_of(tmp_path / "in", 4), tmp_path / "out"
    (inbox / "forms.pdf").write_bytes(forms_in_forms(40))
    (inbox / "crash.pdf").write_bytes(page(blanks(1_500), b"/Subtype/Image/Filter/FlateDecode"))
    aged(inbox)
    done = batch(inbox, "--out", out, NO_NAMES, "--memory", 600, "--timeout", 5)
    assert done.returncode == 5, done.stderr
    assert by_name(out)["forms.pdf"]["reason"] in {"timeout", "worker-died"}, "which limit it meets first is the machine's speed"
    assert by_name(out)["crash.pdf"]["reason"] in {"worker-died", "memory"}
    assert outcomes(out) == {"done": 4, "failed": 2}
