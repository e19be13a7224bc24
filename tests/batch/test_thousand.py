"""The bar: a thousand kits, fifty of them bad, twenty workers and five supervisors killed, and nothing to be seen of it."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from random import Random

from batch.running import batch, begin, finished, inbox_of, kill, outcomes, without_times, workers_of

KITS = 1000
WORKERS_KILLED = 20
SUPERVISORS_KILLED = 5


def test_a_thousand_kits_whatever_is_killed(tmp_path: Path) -> None:
    inbox = inbox_of(tmp_path / "in", KITS, bad=0.05, pdfs=0.05)
    calm, out = tmp_path / "calm", tmp_path / "out"
    assert batch(inbox, "--out", calm, "--no-names", timeout=1500).returncode == 5
    assert 20 <= outcomes(calm)["failed"] <= 80
    killed = disturbed(inbox, out, Random(11))
    assert killed == {"worker": WORKERS_KILLED, "supervisor": SUPERVISORS_KILLED}
    assert without_times(out) == without_times(calm)


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
