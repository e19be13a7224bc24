"""Batches over Dask: the same records, ledger and report as on one machine, whatever happens to nodes."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import psutil
import pytest

from batch.nodes import Nodes, all_gone, family, kill
from batch.running import aged, batch, begin, by_name, finished, inbox_of, outcomes, without_times
from presskit.batch.cluster import Cluster
from presskit.batch.job import Job, Work
from presskit.errors import EngineMissing
from presskit.settings import Settings

NO_NAMES = "--no-names"
DASK = (NO_NAMES, "--engine", "dask")
# One after the other: each starts processes enough for two cores.
pytestmark = pytest.mark.xdist_group("dask")


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inbox of 20 kits and what becomes of them on one machine."""
    folder = tmp_path_factory.mktemp("kits")
    inbox_of(folder / "in", 20, bad=0.1)
    assert batch(folder / "in", "--out", folder / "calm", NO_NAMES).returncode == 5
    return folder


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[Nodes]:
    made = Nodes(tmp_path / "log")
    yield made
    made.end()


def wait_until(out: Path, count: int) -> None:
    deadline = time.monotonic() + 90
    while finished(out) < count:
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def test_a_cluster_of_this_machine(kits: Path, tmp_path: Path) -> None:
    done = batch(kits / "in", "--out", tmp_path / "out", *DASK, "--workers", 2)
    assert done.returncode == 5, done.stderr
    assert "distributed" not in done.stderr
    assert without_times(tmp_path / "out") == without_times(kits / "calm")


def test_a_node_is_killed(kits: Path, tmp_path: Path, nodes: Nodes) -> None:
    """With its nanny, so that nobody starts it again; then a node whose nanny does."""
    out, address = tmp_path / "out", nodes.scheduler()
    lost, _ = nodes.worker(address), nodes.worker(address)
    supervisor = begin(kits / "in", "--out", out, *DASK, "--scheduler", address)
    wait_until(out, 4)
    there = family(lost)
    nursery = [process for process in there if "presskit" in " ".join(process.cmdline())]
    for process in set(there) - set(nursery):
        kill(process)
    assert nursery
    assert all_gone(nursery), "the crew of a node ends with the node"
    _, said = supervisor.communicate(timeout=120)
    assert supervisor.returncode == 5, said
    assert len(said.splitlines()) < 30, said
    assert without_times(out) == without_times(kits / "calm")
    assert not [process for one in nodes.started[2:] for process in family(one)[1:] if "presskit.batch" in " ".join(process.cmdline())]


def test_a_process_of_the_local_cluster_is_killed(kits: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    supervisor = begin(kits / "in", "--out", out, *DASK, "--workers", 2)
    wait_until(out, 3)
    holders = [one for one in psutil.Process(supervisor.pid).children() if "spawn_main" in " ".join(one.cmdline())]
    assert holders
    kill(holders[0])
    _, said = supervisor.communicate(timeout=120)
    assert supervisor.returncode == 5, said
    assert "Traceback" not in said
    assert without_times(out) == without_times(kits / "calm")


def test_limits_hold_on_nodes(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 2), tmp_path / "out"
    page = "\n".join(f"Role {number} - Name Surname {number} says that nothing ends in 19{number % 90 + 10}." for number in range(60))
    (inbox / "endless.txt").write_text("\f".join([page] * 2500))
    (inbox / "greedy.txt").write_text("A ferry is late, and nobody waits for it in the harbour.\n" * 1_500_000)
    aged(inbox)
    done = batch(inbox, "--out", out, *DASK, "--workers", 1, "--timeout", 4, "--memory", 400)
    assert done.returncode == 5, done.stderr
    assert outcomes(out) == {"done": 2, "failed": 2}
    assert by_name(out)["endless.txt"]["reason"] in ("timeout", "memory")
    assert by_name(out)["greedy.txt"]["reason"] in ("timeout", "memory")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1:none"])
def test_no_scheduler(kits: Path, tmp_path: Path, address: str) -> None:
    done = batch(kits / "in", "--out", tmp_path / "out", *DASK, "--scheduler", address, timeout=60)
    assert done.returncode == 26, done.stderr
    assert address in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scheduler_without_workers(kits: Path, tmp_path: Path, nodes: Nodes) -> None:
    address = nodes.scheduler()
    words = (kits / "in", "--out", tmp_path / "out", *DASK, "--scheduler", address)
    done = batch(*words, timeout=60, env={"PRESSKIT_CLUSTER_PATIENCE": "3"})
    assert done.returncode == 26, done.stderr
    assert "no worker" in done.stderr


def test_the_scheduler_is_killed(kits: Path, tmp_path: Path, nodes: Nodes) -> None:
    out, address = tmp_path / "out", nodes.scheduler()
    nodes.worker(address)
    supervisor = begin(kits / "in", "--out", out, *DASK, "--scheduler", address)
    wait_until(out, 3)
    nodes.started[0].kill()
    _, said = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 26, said
    assert "Traceback" not in said
    assert batch(kits / "in", "--out", out, NO_NAMES).returncode == 5
    assert without_times(out) == without_times(kits / "calm")


def test_the_scheduler_is_killed_before_an_answer_is_fetched(kits: Path, tmp_path: Path, nodes: Nodes) -> None:
    address = nodes.scheduler()
    nodes.worker(address)
    kit = next((kits / "in").rglob("*.txt"))
    engine = Cluster(Work(str(kits / "in"), str(tmp_path / "out"), settings=Settings(names=False)), address, 1)
    engine.start(Job(sha256(kit.read_bytes()).hexdigest(), str(kit.relative_to(kits / "in")), "00/kit.json"))
    while any(future.status == "pending" for future in engine.futures):
        time.sleep(0.05)
    assert engine.room  # counts the nodes, which it does not do again for a second
    nodes.started[0].kill()
    with pytest.raises(EngineMissing):
        engine.answers(5)
    assert len(engine.close()) == 1


def test_an_interrupt_lets_running_kits_finish(kits: Path, tmp_path: Path) -> None:
    """On a terminal Ctrl-C goes to the whole group of processes."""
    out = tmp_path / "out"
    supervisor = begin(kits / "in", "--out", out, *DASK, "--workers", 2, group=True)
    wait_until(out, 3)
    os.killpg(supervisor.pid, signal.SIGINT)
    _, said = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 130, said
    assert "worker ended" not in said
    assert outcomes(out).get("running") is None
    assert batch(kits / "in", "--out", out, NO_NAMES).returncode == 5
    assert without_times(out) == without_times(kits / "calm")


def ip(*words: str) -> bool:
    return subprocess.run(["ip", *words], capture_output=True, check=False).returncode == 0


@pytest.fixture
def link() -> Iterator[str]:
    """A second host: a network namespace at 10.77.0.2, linked to this one, which is 10.77.0.1."""
    far, near = f"far{os.getpid()}", f"v{os.getpid()}"
    made = ip("netns", "add", far) and ip("link", "add", near, "type", "veth", "peer", "name", "eth0", "netns", far)
    made = made and ip("addr", "add", "10.77.0.1/24", "dev", near) and ip("link", "set", near, "up")
    inside = ("netns", "exec", far, "ip")
    made = made and ip(*inside, "addr", "add", "10.77.0.2/24", "dev", "eth0") and ip(*inside, "link", "set", "eth0", "up")
    made = made and ip(*inside, "link", "set", "lo", "up")
    if made:
        yield far
    ip("link", "del", near)
    ip("netns", "del", far)
    if not made:
        pytest.skip("a second host needs the right to make network namespaces (ip netns, veth)")


def test_a_host_whose_link_goes_down(kits: Path, tmp_path: Path, nodes: Nodes, link: str) -> None:
    out, address = tmp_path / "out", nodes.scheduler("10.77.0.1")
    nodes.worker(address, "--host", "10.77.0.2", within=("ip", "netns", "exec", link))
    supervisor = begin(kits / "in", "--out", out, *DASK, "--scheduler", address)
    wait_until(out, 4)
    assert ip("netns", "exec", link, "ip", "link", "set", "eth0", "down")
    nodes.worker(address, "--host", "10.77.0.1")
    _, said = supervisor.communicate(timeout=200)
    assert supervisor.returncode == 5, said
    assert without_times(out) == without_times(kits / "calm")
