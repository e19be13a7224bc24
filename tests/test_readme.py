"""The README says only what is true: commands, targets, files and exit codes that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from presskit import errors
from presskit.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
HELP = CliRunner().invoke(app, ["--help"]).stdout


def exit_codes() -> set[int]:
    return {error.exit_code for error in vars(errors).values() if isinstance(error, type) and issubclass(error, errors.PresskitError)}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z-]+)", README))))
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:.*## ", MAKEFILE, re.MULTILINE)


CALLS = re.compile(r"presskit ((?:extract|show|batch|status|catalogue [a-z]+|validate|evaluate|check|schema|version)[^#`\n]*)")
FOLDERS = {"records/", "kits/", "schemas/", "samples/", "tests/", "out/", "quarantine/", "standards/"}
"""Named in the README, and no part of the package."""


@pytest.mark.parametrize("line", sorted(set(CALLS.findall(README))))
def test_commands_and_options_exist(line: str) -> None:
    words = line.split()
    command = words[:2] if words[0] == "catalogue" else words[:1]
    shown = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    for option in re.findall(r"--[a-z-]+", line):
        assert option in shown.stdout


def test_every_command_is_in_the_readme() -> None:
    names = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert names
    for name in names:
        assert f"presskit {name}" in README


def test_the_tree_is_whole_and_true() -> None:
    named = set(re.findall(r"`([a-z]+(?:\.py|/))`", README)) - FOLDERS
    package = ROOT / "pipeline" / "presskit"
    there = {f"{path.name}/" if path.is_dir() else path.name for path in package.iterdir() if not path.name.startswith("__")}
    assert named == there


@pytest.mark.parametrize("code", sorted(exit_codes()))
def test_exit_codes_are_documented(code: int) -> None:
    assert re.search(rf"^\|.*\b{code}\b.*\|", README, re.MULTILINE)
    assert re.search(rf"\b{code}\b", HELP)
