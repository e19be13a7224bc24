"""Which files are meant when somebody names files and folders, and what the record of each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from presskit.errors import NoKits

SUFFIXES = (".pdf", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""What a folder is searched for, as in READERS (which takes a second to load; a test holds the two together). A file that is
named itself is tried whatever its suffix."""

SAY_NOTHING = frozenset({"kit", "presskit", "press-kit", "press_kit", "press kit"})
"""Stems that tell kits apart only by the folder they are in."""


def find_kits(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the kits inside the folders named, each once, in the order given (folders sorted).

    Raises NoKits for a folder that holds none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = list(_inside(path)) if path.is_dir() else [path]
        if not inside:
            raise NoKits(path)
        found.update(dict.fromkeys(inside))
    return list(found)


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not hidden and path.stem.lower() != "readme":
            yield path


def record_names(kits: Sequence[Path]) -> list[str]:
    """A file name for each kit's record: its stem; where kits share one, the first fuller name that is nobody else's.

    Names that differ only in case count as shared: some file systems do not tell them apart.
    """
    names = [_candidates(kit) for kit in kits]
    claimed = Counter(name.casefold() for candidates in names for name in {*candidates})
    taken: set[str] = set()
    return [f"{_free(next((c for c in candidates if claimed[c.casefold()] == 1), candidates[-1]), taken)}.json" for candidates in names]


def _candidates(kit: Path) -> tuple[str, ...]:
    folder = kit.resolve().parent.name
    named_by_folder = (folder,) if kit.stem.casefold() in SAY_NOTHING else ()
    return (kit.stem, *named_by_folder, kit.name, f"{folder}-{kit.stem}", f"{folder}-{kit.name}")


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.casefold())
    return free
