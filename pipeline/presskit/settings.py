"""The limits and choices of one run: built once by the command line, handed down, recorded in every output."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`max_bytes` and `max_pages` bound what a reader takes in; `names` switches the spaCy models off for a quick look."""

    max_bytes: int = 200_000_000
    max_pages: int = 5_000
    names: bool = True
