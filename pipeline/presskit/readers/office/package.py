"""Documents that are ZIP files of XML: parts read with limits, entities never resolved, nothing fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from presskit.errors import KitDamaged, KitUnsafe
from presskit.parcels import Archive
from presskit.settings import Settings

Element = Any
"""An lxml element: the library has no types of its own."""


STRICT, USUAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""One vocabulary under two names: the second form of the standard renamed it."""


class Package:
    """An opened document."""

    def __init__(self, path: Path, data: bytes, settings: Settings) -> None:
        """Raises KitDamaged, KitTooLarge."""
        self._path, self._most = path, settings.unpacking.max_xml
        self._archive = Archive(path, data, settings.unpacking)

    @property
    def names(self) -> tuple[str, ...]:
        return self._archive.names

    def part(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part or nothing in it. Raises KitDamaged, KitTooLarge, KitUnsafe."""
        if name not in self._archive.names:
            return None
        data = self._archive.read(name, self._most)
        try:
            root = etree.fromstring(data.replace(STRICT, USUAL), _parser())
        except etree.XMLSyntaxError as error:
            raise KitDamaged(self._path, f"{name} inside the file cannot be read ({error.msg or 'no XML'})"[:300]) from error
        if root is not None and root.getroottree().docinfo.doctype:
            # No word processor writes one; entities are what it would be for.
            raise KitUnsafe(self._path, f"{name} inside the file declares a document type")
        return root


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
