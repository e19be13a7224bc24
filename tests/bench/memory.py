"""The peak memory of one extraction, measured in a process of its own: `python -m tests.bench.memory FILE`."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

KILOBYTES = 1024 if sys.platform != "darwin" else 1
"""Linux counts the peak in kilobytes, macOS in bytes."""


def peak(path: Path) -> tuple[float, float]:
    """Peak resident memory in MB and the seconds taken, models and interpreter included."""
    command = [sys.executable, "-m", "tests.bench.memory", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    megabytes, seconds = done.stdout.split()
    return float(megabytes), float(seconds)


def main() -> None:
    from presskit import extract

    start = time.perf_counter()
    extract(Path(sys.argv[1]))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES / 1e6
    sys.stdout.write(f"{used:.0f} {time.perf_counter() - start:.1f}\n")


if __name__ == "__main__":
    main()
