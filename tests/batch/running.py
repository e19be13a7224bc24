"""Real batches in real processes, and what is left of them without the times."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil
import psycopg

ROOT = Path(__file__).parents[2]
SETTLE = 3.0
"""Seconds after which a batch takes a file to be whole, and a little more."""
TIMES = {"started", "ended", "seconds", "finished"}
QUIET = ("--no-names",)
"""Most tests are about processes, not about names: workers without language models start in a second."""


def _vary() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vary", ROOT / "samples" / "build" / "vary.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


vary = _vary().vary


def inbox_of(folder: Path, kits: int, bad: float = 0.0, pdfs: float = 0.0) -> Path:
    """An inbox whose files are as old as whole files are."""
    vary(folder, kits, bad=bad, pdfs=pdfs)
    return aged(folder)


def aged(folder: Path) -> Path:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


def command(*words: object) -> list[str]:
    return [sys.executable, "-c", "from presskit.cli import main; main()", *map(str, words)]


def begin(*words: object, env: dict[str, str] | None = None, group: bool = False) -> subprocess.Popen[str]:
    """A batch that runs beside the test, in a group of processes of its own if asked."""
    line, surroundings = command("batch", *words), {**os.environ, **(env or {})}
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings, start_new_session=group)


def batch(*words: object, timeout: float = 300, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """A batch from its beginning to its end."""
    return run("batch", *words, timeout=timeout, env=env)


def run(*words: object, timeout: float = 300, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), capture_output=True, text=True, timeout=timeout, check=False, env={**os.environ, **(env or {})})


def report(out: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return made


def outcomes(out: Path) -> dict[str, int]:
    return {state: count for state, count in report(out)["outcomes"].items() if count}


def by_name(out: Path) -> dict[str, dict[str, Any]]:
    return {name["path"]: entry for entry in report(out)["kits"] for name in entry["names"]}


def without_times(out: Path, ledger: str | None = None) -> dict[str, object]:
    """Every file of an output folder, the ledger (elsewhere, if it is) as its rows, without what tells when and how long."""
    found: dict[str, object] = {}
    for path in sorted(out.rglob("*")):
        name = str(path.relative_to(out))
        if name.startswith("ledger.sqlite"):
            continue
        if name == "report.json":
            found[name] = _timeless(json.loads(path.read_text(encoding="utf-8")))
        elif path.is_file():
            found[name] = path.read_bytes()
    return {**found, **ledger_rows(ledger or out / "ledger.sqlite")}


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _timeless(inside) for key, inside in value.items() if key not in TIMES}
    return [_timeless(inside) for inside in value] if isinstance(value, list) else value


def ledger_rows(ledger: Path | str) -> dict[str, object]:
    chosen = {
        "names": "location, version, name, sha256, bytes, current",
        "extractions": "sha256, pipeline, state, record, bytes, reason, message, retry, deaths, holder, lease_until",
        "issues": "sha256, pipeline, severity, code, count",
        "aside": "location, name, state, reason, message, retry",
    }
    connection: Any = psycopg.connect(str(ledger)) if "://" in str(ledger) else sqlite3.connect(ledger)
    with connection:
        return {f"ledger {table}": sorted(connection.execute(f"SELECT {columns} FROM {table}")) for table, columns in chosen.items()}


def finished(out: Path) -> int:
    """Kits with an outcome so far."""
    ledger = out / "ledger.sqlite"
    if not ledger.exists():
        return 0
    try:
        with sqlite3.connect(ledger, timeout=10) as connection:
            rows = connection.execute("SELECT count(*) FROM extractions WHERE state NOT IN ('waiting', 'running')")
            return int(rows.fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def workers_of(supervisor: subprocess.Popen[str]) -> list[psutil.Process]:
    """The forked workers, not the nursery they come from."""
    try:
        nurseries = psutil.Process(supervisor.pid).children()
        return [worker for nursery in nurseries for worker in nursery.children()]
    except psutil.NoSuchProcess:
        return []


def kill(process: psutil.Process) -> bool:
    try:
        process.send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        return False
    return True
