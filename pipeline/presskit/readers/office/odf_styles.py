"""OpenDocument's styles: named ones, and those that a program made by itself for what was set by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from presskit.readers.office.format import NOTHING, Format
from presskit.readers.office.package import Element

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW = (f"{{{NAMES}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing"))
FO = f"{{{NAMES}xsl-fo-compatible:1.0}}"
LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(pt|cm|mm|in|px)")
POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
BOLD = re.compile(r"bold|[6-9]00")
INHERITED = 30
"""Styles one above the other; more is a circle."""


@dataclass(frozen=True, slots=True)
class Odf:
    """All styles of a file by name. `automatic` are those made by themselves; `breaking` begin a page."""

    said: Mapping[str, Format] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    automatic: frozenset[str] = frozenset()
    breaking: frozenset[str] = frozenset()
    usual: Format = NOTHING

    def named(self, name: str | None) -> Format:
        """A paragraph style with everything below it."""
        return self.bare(name).over(self.usual)

    def bare(self, name: str | None) -> Format:
        found = NOTHING
        for _ in range(INHERITED):
            if name is None:
                break
            found = found.over(self.said.get(name, NOTHING))
            name = self.parents.get(name)
        return found

    def own(self, name: str | None) -> Format:
        """What was set by hand."""
        return self.said.get(name or "", NOTHING) if name in self.automatic else NOTHING

    def common(self, name: str | None) -> str | None:
        """The named style below what was set by hand."""
        return self.parents.get(name or "") if name in self.automatic else name

    def breaks(self, name: str | None) -> bool:
        return name in self.breaking


def odf_styles(roots: Iterable[Element]) -> Odf:
    """From styles.xml and content.xml."""
    said: dict[str, Format] = {}
    parents: dict[str, str] = {}
    automatic: set[str] = set()
    breaking: set[str] = set()
    usual = NOTHING
    for root in roots:
        for style in root.iter(f"{STYLE}default-style"):
            usual = _said(style).over(usual) if style.get(f"{STYLE}family") == "paragraph" else usual
        for style in root.iter(f"{STYLE}style"):
            name, parent = style.get(f"{STYLE}name") or "", style.get(f"{STYLE}parent-style-name")
            said[name] = _said(style)
            parents |= {name: parent} if parent else {}
            automatic |= {name} if style.getparent().tag == f"{OFFICE}automatic-styles" else set()
            breaking |= {name} if _breaks(style) else set()
    return Odf(said, parents, frozenset(automatic), frozenset(breaking), usual)


def _said(style: Element) -> Format:
    words, lines = style.find(f"{STYLE}text-properties"), style.find(f"{STYLE}paragraph-properties")
    words = words if words is not None else {}
    lines = lines if lines is not None else {}
    weight, slant, position = (words.get(key) for key in (f"{FO}font-weight", f"{FO}font-style", f"{STYLE}text-position"))
    level = style.get(f"{STYLE}default-outline-level") or ""
    return Format(
        bold=None if weight is None else bool(BOLD.fullmatch(weight)),
        italic=None if slant is None else slant in ("italic", "oblique"),
        size=_points(words.get(f"{FO}font-size")),
        font=words.get(f"{STYLE}font-name") or words.get(f"{FO}font-family"),
        raised=None if position is None else position.startswith(("super", "3", "4", "5")),
        hidden=True if words.get(f"{TEXT}display") == "none" else None,
        rank=int(level) if level.isdecimal() and len(level) < 3 else None,
        before=_points(lines.get(f"{FO}margin-top")),
        after=_points(lines.get(f"{FO}margin-bottom")),
    )


def _breaks(style: Element) -> bool:
    properties = style.find(f"{STYLE}paragraph-properties")
    return properties is not None and properties.get(f"{FO}break-before") == "page"


def _points(length: str | None) -> float | None:
    found = LENGTH.fullmatch(length or "")
    return float(found[1]) * POINTS[found[2]] if found else None
