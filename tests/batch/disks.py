"""A disk of the test's own, as small as it likes; needs the right to mount."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lacking import lacking


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """Skips the test where nothing may be mounted, but not in CI."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode != 0:
        lacking(f"mounting a small disk needs more rights: {mounted.stderr.decode()}")
    try:
        yield folder
    finally:  # Files may still be open: the disk goes when they are closed.
        subprocess.run(["umount", "--lazy", folder], check=True)


def seal(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


def enlarge(folder: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)
