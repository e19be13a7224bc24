"""The bar: a thousand kits, fifty of them bad, twenty workers and five supervisors killed, and nothing to be seen of it."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from batch.nodes import Nodes, family
from batch.running import batch, begin, finished, inbox_of, kill, outcomes, without_times, workers_of

KITS = 1000
WORKERS_KILLED = 20
SUPERVISORS_KILLED = 5
# Both on one worker of the test runner: they share the calm run, and take all cores.
pytestmark = pytest.mark.xdist_group("thousand")


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kits, and what becomes of them when nobody disturbs."""
    folder = tmp_path_factory.mktemp("thousand")
    inbox = inbox_of(folder / "in", KITS, bad=0.05, pdfs=0.05)
    assert batch(inbox, "--out", folder / "calm", "--no-names", timeout=1500).returncode == 5
    assert 20 <= outcomes(folder / "calm")["failed"] <= 80
    return folder


def test_a_thousand_kits_whatever_is_killed(thousand: Path, tmp_path: Path) -> None:
    killed = disturbed(thousand / "in", tmp_path / "out", Random(11))
    assert killed == {"worker": WORKERS_KILLED, "supervisor": SUPERVISORS_KILLED}
    assert without_times(tmp_path / "out") == without_times(thousand / "calm")


def disturbed(inbox: Path, out: Path, dice: Random) -> dict[str, int]:
    """A batch whose processes are killed at random moments, started again whenever its supervisor was."""
    victims = ["worker"] * WORKERS_KILLED + ["supervisor"] * SUPERVISORS_KILLED
    dice.shuffle(victims)
    moments = sorted(dice.sample(range(5, KITS - 60), len(victims)))
    killed = {"worker": 0, "supervisor": 0}
    supervisor = begin(inbox, "--out", out, "--no-names")
    for moment, victim in zip(moments, victims, strict=True):
        await_kits(supervisor, out, moment)
        time.sleep(dice.random() / 20)
        if victim == "supervisor":
            supervisor.kill()
            supervisor.communicate()
            supervisor = begin(inbox, "--out", out, "--no-names")
        else:
            kill_worker(supervisor, dice)
        killed[victim] += 1
    supervisor.communicate(timeout=1500)
    assert supervisor.returncode == 5
    return killed


def await_kits(supervisor: subprocess.Popen[str], out: Path, moment: int) -> None:
    while finished(out) < moment:
        assert supervisor.poll() is None, "it ended too early"
        time.sleep(0.01)


def kill_worker(supervisor: subprocess.Popen[str], dice: Random) -> None:
    while not ((workers := workers_of(supervisor)) and kill(dice.choice(workers))):
        assert supervisor.poll() is None, "it ended too early"
        time.sleep(0.01)


def test_the_same_on_a_cluster_whose_nodes_are_killed(thousand: Path, tmp_path: Path) -> None:
    nodes, out = Nodes(tmp_path / "log"), tmp_path / "out"
    try:
        address = nodes.scheduler()
        workers = [nodes.worker(address), nodes.worker(address)]
        supervisor = begin(thousand / "in", "--out", out, "--no-names", "--engine", "dask", "--scheduler", address)
        for moment, worker in zip((100, 350, 600), (*workers, workers[0]), strict=True):
            await_kits(supervisor, out, moment)
            kill_node_process(worker)
        _, said = supervisor.communicate(timeout=1500)
    finally:
        nodes.end()
    assert supervisor.returncode == 5, said
    assert without_times(out) == without_times(thousand / "calm")


def kill_node_process(worker: subprocess.Popen[bytes]) -> None:
    """The process that does the work; its nanny starts another."""
    working = [process for process in family(worker)[1:] if "spawn_main" in " ".join(process.cmdline())]
    assert working
    assert kill(working[0])
