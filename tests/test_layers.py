"""The shape of the code: who may import whom, who may print, how long files and functions may be."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline" / "presskit"
FOUNDATION = frozenset({"passage", "model", "record", "errors", "settings"})
STAGE = FOUNDATION | {"vocabulary"}
RECORD = frozenset({"record", "errors", "settings", "vocabulary"})

LAYERS: Mapping[str, frozenset[str]] = {
    "passage": frozenset(),
    "model": frozenset({"passage", "record"}),
    "record": frozenset({"model"}),
    "errors": frozenset(),
    "settings": frozenset(),
    "vocabulary": FOUNDATION,
    "parcels": frozenset({"errors", "settings"}),
    # Repairs act while a file is read, before the text is fixed for good.
    # A picture of text is read in its language.
    "readers": STAGE | {"language", "parcels", "repair"},
    "repair": STAGE,
    "language": STAGE,
    "sections": STAGE,
    "mentions": STAGE,
    "extractors": STAGE,
    "evidence": STAGE,
    "assemble": STAGE | {"evidence"},
    "calibration": RECORD,
    "profiles": RECORD,
    "serialise": RECORD,
    "schema": RECORD | {"report"},
    "kits": RECORD | {"parcels"},
    "records": RECORD | {"kits", "schema"},
    "scanned": FOUNDATION,
    "extraction": STAGE
    | {"readers", "repair", "language", "sections", "mentions", "extractors", "assemble", "evidence", "calibration", "scanned"},
    "pictures": RECORD | {"model", "serialise"},
    "report": frozenset(),
    "database": frozenset({"errors"}),
    "batch": RECORD | {"database", "extraction", "kits", "parcels", "report", "serialise"},
    # Extraction knows nothing of the catalogue: it takes records as they are written, and may extract a kit again.
    "catalogue": STAGE | {"database", "extraction", "schema", "serialise"},
    "evaluate": STAGE | {"extraction", "assemble", "calibration", "readers", "kits", "serialise", "schema"},
    "reconcile": RECORD | {"catalogue"},
    # What a catalogue hands over are records: an export knows nothing of where they come from.
    "export": RECORD | {"records", "serialise"},
    "cli": STAGE
    | {"batch", "calibration", "catalogue", "evaluate", "export", "extraction", "reconcile", "report"}
    | {"kits", "parcels", "pictures", "profiles", "records", "schema", "serialise"},
    "__init__": FOUNDATION | {"extraction"},
}
"""What each room of the package may import from the others. A new room needs a row here, and a thought about where it stands."""

OWNERS: Mapping[str, frozenset[str]] = {
    "spacy": frozenset({"mentions"}),
    "dateparser": frozenset({"mentions"}),
    "pdfplumber": frozenset({"readers"}),
    "pdfminer": frozenset({"readers"}),
    "pypdfium2": frozenset({"pictures", "readers"}),
    "lxml": frozenset({"readers"}),
    "charset_normalizer": frozenset({"readers"}),
    "jsonschema": frozenset({"schema"}),
    "typer": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "edtf": frozenset(),
    "jinja2": frozenset({"evaluate", "pictures"}),
    "pytesseract": frozenset({"readers"}),
    "PIL": frozenset({"pictures", "readers"}),
    "sqlalchemy": frozenset({"batch", "catalogue", "database", "reconcile"}),
    "alembic": frozenset({"catalogue"}),
    "xlsxwriter": frozenset({"export"}),
    "starlette": frozenset({"reconcile"}),
    "uvicorn": frozenset({"reconcile"}),
    "anyascii": frozenset({"catalogue"}),
    "fsspec": frozenset({"batch"}),
    "watchfiles": frozenset({"batch"}),
    "psutil": frozenset({"batch"}),
    "distributed": frozenset({"batch"}),
    "sys": frozenset({"batch", "cli", "readers"}),
}
"""Libraries that only some rooms may know."""

LONGEST_FILE = 300
MOST_PARAMETERS = 4


@dataclass(frozen=True)
class Module:
    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(PACKAGE))

    @property
    def room(self) -> str:
        """The part of the package a file belongs to: its folder, or its own name at the top."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    def imported(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module == "presskit":
                yield from (f"presskit.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module

    def functions(self) -> Iterator[ast.FunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef))


# Migrations are the history of the tables: written once, never tidied.
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "versions"]
MODULES = [Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES]
ROOMS = {module.room for module in MODULES}
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)


@each_module
def test_rooms_import_only_what_stands_before_them(module: Module) -> None:
    rooms = {name.split(".")[1] for name in module.imported() if name.startswith("presskit.")} & ROOMS
    assert rooms - {module.room} <= LAYERS[module.room]


@each_module
def test_libraries_stay_where_they_belong(module: Module) -> None:
    for name in module.imported():
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or module.room in owners, f"{name} is not for {module.room}"


@each_module
def test_only_the_command_line_prints(module: Module) -> None:
    if module.room == "cli":
        return
    calls = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    assert not [call.id for call in calls if isinstance(call, ast.Name) and call.id in {"print", "input", "breakpoint"}]


@each_module
def test_a_module_opens_with_one_sentence(module: Module) -> None:
    opening = (ast.get_docstring(module.tree) or "").splitlines()[:1]
    assert opening, "no docstring"
    assert len(opening[0]) > 10
    assert opening[0].endswith((".", "?", ":", "!")) or opening[0][-1].isalpha()


@each_module
def test_files_stay_short(module: Module) -> None:
    assert len(module.path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@each_module
def test_functions_take_few_parameters(module: Module) -> None:
    """Options by keyword are free; commands are typer's and count their flags as parameters."""
    for function in module.functions():
        taken = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args) if argument.arg not in {"self", "cls"}]
        assert len(taken) <= MOST_PARAMETERS or module.room == "cli", f"{function.name}({', '.join(taken)})"


@each_module
def test_our_classes_inherit_only_from_libraries_and_errors(module: Module) -> None:
    ours = {node.name for other in MODULES for node in other.tree.body if isinstance(node, ast.ClassDef)} - {
        "Model",
        "Part",
        "PresskitError",
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            assert not {base.id for base in node.bases if isinstance(base, ast.Name)} & ours, node.name


def test_functions_stay_short() -> None:
    lengths = sorted((f.end_lineno or f.lineno) - f.lineno + 1 for module in MODULES for f in module.functions())
    assert statistics.median(lengths) <= 12
    assert lengths[int(len(lengths) * 0.9)] < 40
    assert lengths[-1] <= 80


def test_rooms_have_names_of_the_trade() -> None:
    words = {word for module in MODULES for word in module.path.relative_to(PACKAGE).with_suffix("").parts}
    assert not words & {"utils", "util", "helpers", "common", "misc", "manager", "handler", "base", "core"}
