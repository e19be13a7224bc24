"""Headings that name a part and its actor: «Mabel Roe (Jane Doe)», «Mabel, interpretada por Jane Doe»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from presskit.vocabulary import store

BRACKETED = re.compile(r"^([^()\[\],:;]{2,60}?)\s?[(\[]([^()\[\],:;\d]{5,80})[)\]]$")
AND = re.compile(r"\s(?:and|und|et|y|e|&)\s")


@dataclass(frozen=True, slots=True)
class Sides:
    """Where in the heading its two names stand. `by`: the words tell that the second is the actor."""

    first: tuple[int, int]
    second: tuple[int, int]
    by: bool


def sides(text: str) -> Sides | None:
    """A heading's two names, in brackets or around words for «played by»; whose they are is for the reader to judge."""
    played = _played_by().search(text)
    if played and played.start() > 1:
        end = len(text.rstrip(" )]"))
        return Sides((0, len(text[: played.start()].rstrip(" ,(["))), (played.end(), end), by=True)
    found = BRACKETED.match(text)
    return Sides(found.span(1), found.span(2), by=False) if found else None


@cache
def _played_by() -> re.Pattern[str]:
    phrases = sorted((phrase for _, phrase in store.by_language(store.read("words")["played_by"])), key=len, reverse=True)
    return re.compile(rf"(?:\s?[,(\[–—-]\s?|\s)(?:{'|'.join(map(re.escape, phrases))})\s(?=\S)", re.IGNORECASE)
