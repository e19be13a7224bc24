"""Names in one enumeration are of one kind: what is sure of some of them holds for those that only a model has guessed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from presskit.mentions.findings import ORG, PERSON, PLACE, WORK, Finding
from presskit.mentions.wordlists import name_words
from presskit.vocabulary import fold

BETWEEN = frozenset((", ", "; ", " / ", " and ", ", and ", " or ", " et ", " y ", " e ", " und ", " ou ", " u ", " o "))
AGREED = 2.0
Group = list[Finding]


def agreed(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The settled findings of a paragraph, with the model's guesses inside an enumeration brought into line with the rest."""
    for run in _runs(text, findings):
        kind = _kind(text, run) if len(run) > 1 else ""
        for group in run:
            yield from (_turned(found, kind) for found in group) if kind and _guessed(group) else group


def _runs(text: str, findings: Sequence[Finding]) -> Iterator[list[Group]]:
    """The findings grouped by span, and the spans by enumeration."""
    run: list[Group] = []
    for _, same in groupby(findings, key=lambda found: (found.start, found.end)):
        group = list(same)
        if run and text[run[-1][0].end : group[0].start] not in BETWEEN:
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _kind(text: str, run: Sequence[Group]) -> str:
    """WORK if one of the names is surely a title; PERSON if more than half surely are people; "" if nothing is sure."""
    sure = [found.label for group in run for found in group if found.by != "model" and found.weight >= AGREED]
    if WORK in sure:
        return WORK
    people = sum(any(found.label == PERSON and (found.by != "model" or _given(text, found)) for found in group) for group in run)
    return PERSON if people * 2 > len(run) else ""


def _guessed(group: Group) -> bool:
    return all(found.by == "model" for found in group)


def _turned(found: Finding, kind: str) -> Finding:
    if found.label != ORG and not (kind == WORK and found.label == PLACE):  # a person's name is the model's best guess
        return found
    return replace(found, label=kind, weight=AGREED, by="agreed")


def _given(text: str, found: Finding) -> bool:
    words = fold(text[found.start : found.end]).split()
    return bool(words) and words[0] in name_words()["given_name"]
