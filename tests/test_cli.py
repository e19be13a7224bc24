"""The commands as a user meets them: what is printed where, which files appear, which code is returned."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from presskit import __version__
from presskit.cli import app
from presskit.errors import NotWritable
from presskit.kits import PICTURES, SUFFIXES, find_kits, record_names
from presskit.readers import READERS
from presskit.serialise import write_whole

KIT = """THE LATE FERRY
A film by Ida Grau

SYNOPSIS
A ferryman misses the last crossing and spends a night on the quay with a stranger.

CAST
Mila - LEO POND
The stranger - ANA REIS

CREW
Director - IDA GRAU
Editor - TOM VALE
"""
PRESSKIT = Path(sys.executable).with_name("presskit")


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    path = tmp_path / "late-ferry.txt"
    path.write_text(KIT, encoding="utf-8")
    return path


def presskit(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "160"})


def ran(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The command as installed, in a process of its own, without standard input."""
    environment = {**os.environ, **env}
    command = [str(PRESSKIT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, env=environment, check=False)


def test_without_arguments_help_with_examples_is_printed() -> None:
    result = presskit()
    assert result.exit_code == 0
    assert "presskit extract kit.pdf" in result.stdout


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_version(arguments: list[str]) -> None:
    assert presskit(*arguments).stdout.strip() == __version__


def test_one_kit_goes_to_standard_output(kit: Path) -> None:
    result = presskit("extract", "--no-names", kit)
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(record)[:2] == ["schema", "source"]
    assert record["source"]["name"] == "late-ferry.txt"
    assert not list(kit.parent.glob("*.json"))


def test_the_same_kit_gives_the_same_bytes(kit: Path) -> None:
    assert presskit("extract", "--no-names", kit).stdout_bytes == presskit("extract", "--no-names", kit).stdout_bytes


def test_records_are_written_whole_and_named_after_the_kit(kit: Path) -> None:
    out = kit.parent / "new" / "records"
    result = presskit("extract", "--no-names", kit, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert [path.name for path in out.iterdir()] == ["late-ferry.json"]
    assert presskit("validate", out / "late-ferry.json").exit_code == 0


def test_a_folder_that_cannot_be_written_to_is_named(kit: Path) -> None:
    result = presskit("extract", "--no-names", kit, "--out", kit / "records")
    assert result.exit_code == 21
    assert "late-ferry.json" in result.stderr


def test_no_half_file_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "record.json").mkdir()
    with pytest.raises(NotWritable):
        write_whole(tmp_path / "record.json", "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


def test_a_summary_can_be_read(kit: Path) -> None:
    result = presskit("extract", "--no-names", kit, "--format", "summary")
    assert result.exit_code == 0
    assert "LEO POND" in result.stdout
    assert "\x1b[" not in result.stdout


def test_several_kits_need_a_folder(kit: Path) -> None:
    other = kit.with_name("other.txt")
    other.write_text(KIT, encoding="utf-8")
    result = presskit("extract", kit, other)
    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_a_bad_kit_does_not_stop_the_others(kit: Path) -> None:
    bad = kit.with_name("empty.txt")
    bad.write_bytes(b"")
    result = presskit("extract", "--no-names", bad, kit, kit.with_name("nowhere.pdf"), "--out", kit.parent / "out")
    assert result.exit_code == 5
    assert [path.name for path in (kit.parent / "out").iterdir()] == ["late-ferry.json"]
    assert "empty.txt" in result.stderr
    assert "nowhere.pdf" in result.stderr
    assert "3 kits: 1 extracted (0 of them partial), 2 failed" in result.stderr


def test_a_folder_is_searched(kit: Path) -> None:
    deep = kit.parent / "more" / "late-ferry.txt"
    deep.parent.mkdir()
    deep.write_text(KIT, encoding="utf-8")
    (kit.parent / "README.md").write_text("no kit", encoding="utf-8")
    (kit.parent / ".hidden.txt").write_text("no kit", encoding="utf-8")
    assert find_kits([kit.parent, kit]) == [kit, deep]


def test_what_is_searched_for_can_be_read() -> None:
    assert {*SUFFIXES, *PICTURES} == set(READERS)
    assert not set(SUFFIXES) & set(PICTURES)


def test_names_shared_by_kits_are_told_apart() -> None:
    kits = [Path("a/kit.pdf"), Path("b/kit.pdf"), Path("c/ferry.pdf"), Path("c/ferry.txt"), Path("d/Kit.txt"), Path("e/salt.pdf")]
    assert record_names(kits) == ["a.json", "b.json", "ferry.pdf.json", "ferry.txt.json", "d.json", "salt.json"]
    assert record_names([Path("a/ferry.pdf"), Path("b/ferry.pdf")]) == ["a-ferry.json", "b-ferry.json"]
    assert record_names([Path("a/kit.pdf")]) == ["kit.json"]
    twins = record_names([Path("x/a/kit.txt"), Path("y/a/kit.txt")])
    assert len({name.casefold() for name in twins}) == 2


def encrypted_pdf() -> bytes:
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "The Late Ferry")
    canvas.save()
    return buffer.getvalue()


def blank_pdf() -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("nowhere.pdf", None, 10),
        ("empty.txt", b"", 12),
        ("empty.pdf", b"", 12),
        ("blank.txt", b" \n\f\n ", 12),
        ("locked.pdf", encrypted_pdf(), 13),
        ("cut.pdf", blank_pdf()[:300], 14),
        ("words.pdf", b"no pdf at all", 14),
        ("kit.xyz", b"The Late Ferry", 15),
        ("picture.txt", bytes(range(256)) * 40, 15),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # what is encrypted differs from worker to worker
)
def test_each_fault_of_a_kit_has_its_code_and_its_advice(tmp_path: Path, name: str, content: bytes | None, code: int) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = ran("extract", path)
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert name in result.stderr
    assert "Traceback" not in result.stderr


def test_a_scan_gives_a_partial_record_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(blank_pdf())
    result = presskit("extract", path)
    record = json.loads(result.stdout)
    assert result.exit_code == 3
    assert record["partial"] is True
    assert "no-text-layer" in [issue["code"] for issue in record["issues"]]


def test_a_folder_without_kits(tmp_path: Path) -> None:
    result = ran("extract", tmp_path)
    assert result.returncode == 16
    assert "Traceback" not in result.stderr


def test_no_colour_is_sent_to_a_pipe(kit: Path) -> None:
    result = ran("extract", "--no-names", kit, kit.with_name("nowhere.txt"), "--out", kit.parent / "out", NO_COLOR="1", CI="true")
    assert "\x1b[" not in result.stdout + result.stderr


def test_validate_names_the_path_of_each_fault(kit: Path) -> None:
    record = json.loads(presskit("extract", "--no-names", kit).stdout)
    record["kit"]["film"]["year"] = "soon"
    bad = kit.with_suffix(".json")
    bad.write_text(json.dumps(record), encoding="utf-8")
    result = presskit("validate", bad)
    assert result.exit_code == 20
    assert "$.kit.film.year" in result.stdout


@pytest.mark.parametrize(("content", "code"), [(None, 10), ("{", 20), ("[]", 20)])
def test_validate_of_what_is_no_record(tmp_path: Path, content: str | None, code: int) -> None:
    path = tmp_path / "record.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert presskit("validate", path).exit_code == code


def test_schema_writes_all_files(tmp_path: Path) -> None:
    assert presskit("schema", "--out", tmp_path).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["extraction.schema.json", "kit.schema.json", "report.schema.json"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "samples" / "late-ferry"
    folder.mkdir(parents=True)
    (folder / "kit.txt").write_text(KIT, encoding="utf-8")
    return folder


def test_check_writes_what_is_missing_and_fails_until_it_is_approved(sample: Path) -> None:
    first = presskit("check", sample.parent)
    assert first.exit_code == 1
    assert "review" in first.stdout
    assert presskit("check", sample.parent).exit_code == 0


def test_check_shows_what_changed_and_approves_it(sample: Path) -> None:
    presskit("check", sample.parent)
    (sample / "kit.txt").write_text(KIT.replace("LEO POND", "LEO PONDER"), encoding="utf-8")
    changed = presskit("check", sample.parent)
    assert changed.exit_code == 1
    assert "LEO PONDER" in changed.stdout
    assert "$.kit.credits.cast" in changed.stdout
    assert presskit("check", sample.parent, "--approve").exit_code == 0
    assert presskit("check", sample.parent).exit_code == 0


def test_a_profile_tells_what_is_open(kit: Path) -> None:
    kit.write_text(KIT + "\nTECHNICAL DATA\nYear: soon\nCountry: Portugal\n", encoding="utf-8")
    result = presskit("extract", kit, "--profile", "festival", "--no-names")
    assert json.loads(result.stdout)["kit"]["film"]["countries"] == ["PT"]
    assert "year: seen but not understood (“Year soon”)" in result.stderr
    assert "contacts: not stated" in result.stderr
    assert "directors" not in result.stderr
    assert presskit("extract", kit, "--profile", "recipes").exit_code == 2


def test_evaluate_scores_samples_and_pairs(sample: Path) -> None:
    gold = {
        "film": {"title": "The Late Ferry", "directors": ["Ida Grau"]},
        "credits": {"cast": [{"actor": "Leo Pond", "character": "Mila"}]},
    }
    (sample / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (sample.parent / "twin.txt").write_text(KIT, encoding="utf-8")
    (sample.parent / "twin.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    scores = json.loads(presskit("evaluate", sample.parent, "--json").stdout)
    assert list(scores["kits"]) == ["twin", "late-ferry"]
    assert scores["pooled"]["families"]["cast"]["tp"] == 2 * scores["kits"]["twin"]["families"]["cast"]["tp"]
    assert list(scores["levels"]) == ["strict", "soft", "near"]
    assert scores["formats"]["txt"]["kits"] == scores["whole_kits"]["kits"] == 2


def test_evaluate_tells_gains_and_losses_and_holds_the_floors(sample: Path, tmp_path: Path) -> None:
    gold, run, floors = sample / "gold.json", tmp_path / "run.json", tmp_path / "floors.json"
    gold.write_text(json.dumps({"credits": {"cast": [{"actor": "Leo Pond", "character": "Mila"}]}}), encoding="utf-8")
    assert presskit("evaluate", sample.parent, "--pin", run, "--floors", floors, "--raise").exit_code == 0
    assert "gained 0, lost 0" in presskit("evaluate", sample.parent, "--against", run, "--floors", floors).stdout
    (sample / "kit.txt").write_text(KIT.replace("LEO POND", "TOM REED"), encoding="utf-8")
    worse = presskit("evaluate", sample.parent, "--against", run, "--floors", floors, "--levels", "--parts")
    assert worse.exit_code == 1
    assert "- late-ferry cast missed: leo pond | mila" in worse.stdout
    assert "set on other kits" in worse.stderr
    kept = presskit("evaluate", sample.parent, "--floors", floors, "--raise")
    assert kept.exit_code == 1
    named = ["macro", "cast"]
    assert presskit("evaluate", sample.parent, "--floors", floors, "--raise", *(f"--lower={name}" for name in named)).exit_code == 0


def test_evaluate_measures_confidence_on_kits_left_out(sample: Path, tmp_path: Path) -> None:
    gold = {"credits": {"cast": [{"actor": "Leo Pond", "character": "Mila"}, {"actor": "Ana Reis", "character": "The stranger"}]}}
    (sample / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (sample.parent / "twin.txt").write_text(KIT, encoding="utf-8")
    (sample.parent / "twin.gold.json").write_text(json.dumps(gold | {"film": {"title": "Another"}}), encoding="utf-8")
    curves, groups = tmp_path / "curves.json", tmp_path / "groups.json"
    shown = presskit("evaluate", sample.parent, "--calibration", "--learn", curves).stdout
    assert "expected calibration error" in shown
    assert "as it comes with this version" in shown
    assert "credits.cast credits:cast-dash" in json.loads(curves.read_text(encoding="utf-8"))
    left_out = json.loads(presskit("evaluate", sample.parent, "--folds", "2", "--json").stdout)["calibration"]
    assert [part["precision"] for part in left_out["coverage"]] == [0.99, 0.95]
    assert 0 < left_out["expected_calibration_error"] < 1
    groups.write_text('[["twin", "late-ferry"]]', encoding="utf-8")
    assert presskit("evaluate", sample.parent, "--folds", "2", "--groups", groups).exit_code == 2
    groups.write_text('["twin"', encoding="utf-8")
    assert ran("evaluate", sample.parent, "--folds", "2", "--groups", groups).returncode == 20


def test_evaluate_shows_tables_and_errors(sample: Path) -> None:
    (sample / "gold.json").write_text(json.dumps({"credits": {"cast": [{"actor": "Nobody At All"}]}}), encoding="utf-8")
    result = presskit("evaluate", sample.parent, "--by-kit", "--errors", "cast")
    assert result.exit_code == 0
    assert "- nobody at all" in result.stdout
    assert "+ leo pond" in result.stdout
    assert "macro, 1 kit" in result.stdout


def test_evaluate_refuses_unknown_families_and_kits(sample: Path) -> None:
    (sample / "gold.json").write_text("{}", encoding="utf-8")
    assert presskit("evaluate", sample.parent, "--errors", "recipes").exit_code == 2
    assert ran("evaluate", sample.parent, "--kit", "salt").returncode == 16


def test_a_gold_file_that_is_none_is_named(sample: Path) -> None:
    (sample / "gold.json").write_text('{"film": 3}', encoding="utf-8")
    result = ran("evaluate", sample.parent)
    assert result.returncode == 20
    assert "gold.json" in result.stderr
