"""Which files are meant when somebody names files and folders, and what the record of each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from presskit.errors import NoKits, PresskitError
from presskit.parcels import contents, is_parcel
from presskit.settings import Settings

DEFAULT = Settings()
SUFFIXES = (
    ".pdf", ".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".odt", ".rtf", ".html", ".htm", ".xhtml",
    ".eml", ".mbox", ".zip", ".doc", ".pages", ".msg",
)  # fmt: skip
"""What a folder is searched for, as in READERS (which takes a second to load; a test holds the two together). A file that is
named itself is tried whatever its suffix."""
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")
"""Read where they are named: in folders, mails and archives pictures are stills and logos, not kits."""

SAY_NOTHING = frozenset({"kit", "presskit", "press-kit", "press_kit", "press kit"})
"""Stems that tell kits apart only by the folder they are in."""


def find_kits(paths: Iterable[Path], settings: Settings = DEFAULT) -> list[Path]:
    """The files named, and the kits inside the folders, mails and archives named, each once, in the order given (folders sorted).

    Raises NoKits for a folder that holds none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = [kit for file in (_inside(path) if path.is_dir() else [path]) for kit in unpacked(file, settings)]
        if not inside:
            raise NoKits(path)
        found.update(dict.fromkeys(inside))
    return list(found)


def unpacked(path: Path, settings: Settings) -> list[Path]:
    """The kits in a mail or archive by their paths in it; any other file, and one that cannot be opened or holds no kit, is itself."""
    if not is_parcel(path.name) or not path.is_file():
        return [path]
    try:
        return [path / name for name in contents(path, settings) if is_kit(name)] or [path]
    except PresskitError:
        return [path]


def is_kit(name: str) -> bool:
    """Whether a file of this name is read as a kit."""
    path = PurePosixPath(name)
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme"


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if is_kit(path.name) and path.is_file() and not hidden:
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
