"""Who holds a lease: a process on a host, named so that another can tell whether it still lives."""

from __future__ import annotations

import os
import platform

import psutil


def myself() -> str:
    return _name(os.getpid(), psutil.Process().create_time())


def _name(pid: int, started: float) -> str:
    return f"{platform.node()}/{pid}/{started:.2f}"


def is_gone(holder: str) -> bool:
    """True only for a process of this host that has ended; of other hosts nothing is known before their lease runs out."""
    host, _, rest = holder.partition("/")
    pid, _, _ = rest.partition("/")
    if host != platform.node() or not pid.isdigit():
        return False
    try:
        process = psutil.Process(int(pid))
        return process.status() == psutil.STATUS_ZOMBIE or _name(int(pid), process.create_time()) != holder
    except psutil.NoSuchProcess:
        return True
