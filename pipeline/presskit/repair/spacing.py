"""Repairs of white space inside lines: padding, leaders, letter-spaced words, trailing blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from presskit.repair.edits import Edit

RUN = re.compile(r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)")
CELL = 3
"""So many blanks in a row part two cells; two do only behind a label."""
JUSTIFIED = 4
"""A line with so many gaps before words in lower case is justified, not a table."""
STRETCHED = 0.4
"""Or one with many words, and wide gaps between this share of them."""
MANY_WORDS = 7
LABEL_WORDS = 4
"""Words of a label, at most, that two blanks part from what it labels."""
LEADER = re.compile(r"(?<![.…_· \t])[.…_· \t]{3,}(?=[^\s.…_·])")
LEADER_SIGNS = 5
"""So many dots are a leader, not an ellipsis; four with blanks about them, too."""
SPACED = re.compile(r"(?<!\S)[^\W\d_](?: {1,3}[^\W\d_]{1,2}(?!\S)){3,60}(?: {1,2}[?!:](?!\S))?")
LONGEST_WORD = 24
WORD = re.compile(r"[^\W\d_]+")


def padding(text: str) -> Iterator[Edit]:
    """Runs of blanks: one tab where cells stand apart, one blank where a line was justified; none at the line's end."""
    at = 0
    for line in _lines(text):
        if "  " in line or "\t" in line or line[-2:-1] == " " or line.endswith(" "):
            yield from _padding_of_line(line, at)
        at += len(line)


def _lines(text: str) -> Iterator[str]:
    start = 0
    for end in re.finditer(r"[\n\f]", text):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]


def _padding_of_line(line: str, at: int) -> Iterator[Edit]:
    runs = list(RUN.finditer(line))
    justified = _justified(line, runs)
    for run in runs:
        new = "\t" if _parts_cells(line, run, justified=justified) else " "
        if run.group() != new:
            yield Edit(at + run.start(), at + run.end(), new)
    end = len(line.rstrip())
    stop = len(line.rstrip("\n\f"))
    if 0 < end < stop:
        yield Edit(at + end, at + stop, "")


def _justified(line: str, runs: Sequence[re.Match[str]]) -> bool:
    soft = sum(1 for run in runs if line[run.end()].islower() and "\t" not in run.group())
    if soft >= JUSTIFIED:
        return True
    if soft < 2 or len(runs) < 3:
        return False
    words = len(line.split())
    return words >= MANY_WORDS and len(runs) >= STRETCHED * (words - 1)


def _parts_cells(line: str, run: re.Match[str], *, justified: bool) -> bool:
    blanks = run.group()
    if "\t" in blanks:
        return True
    if len(blanks) >= CELL:
        return not justified
    return not justified and _behind_label(line, run)


def _behind_label(line: str, run: re.Match[str]) -> bool:
    """Two blanks after a few words that begin a line, before a name or a number; after a stop they are a typist's habit."""
    label = line[: run.start()].strip()
    follows = line[run.end()]
    if label[-1] in ".!?,;" or len(label) > 60 or len(label.split()) > LABEL_WORDS:
        return False
    return (label[0].isupper() or label[0].isdigit()) and (follows.isupper() or follows.isdigit() or follows in "“«\"'")


def leaders(text: str) -> Iterator[Edit]:
    """Rows of dots between a label and what it labels part two cells."""
    for match in LEADER.finditer(text):
        if _is_leader(text, match):
            yield Edit(match.start(), match.end(), "\t")


def _is_leader(text: str, match: re.Match[str]) -> bool:
    found = match.group()
    if match.start() == 0 or text[match.start() - 1] in "\n\f":
        return False
    signs = sum(found.count(sign) for sign in "._·") + 3 * found.count("…")
    apart = found[0].isspace() and found[-1].isspace()
    return signs >= LEADER_SIGNS or (signs == LEADER_SIGNS - 1 and apart)


def letter_spacing(text: str) -> Iterator[Edit]:
    """Letter-spaced capitals ("S Y N O P S I S"): wider gaps part the words, or else the words that the kit has elsewhere."""
    found = [match for match in SPACED.finditer(text) if _is_spaced(match.group())]
    if not found:
        return
    known: frozenset[str] | None = None
    for match in found:
        piece = match.group()
        if "  " not in piece and known is None:
            known = frozenset(
                word.group().casefold() for word in WORD.finditer(text) if len(word.group()) > 1 or word.group() in "AaIyYOoEeà"
            )
        yield Edit(match.start(), match.end(), _unspaced(piece, known or frozenset()))


def _is_spaced(piece: str) -> bool:
    letters = piece.split()
    singles = sum(1 for letter in letters if len(letter) == 1)
    return piece.replace(" ", "").rstrip("?!:").isupper() and singles * 3 >= len(letters) * 2


def _unspaced(piece: str, known: frozenset[str]) -> str:
    if "  " in piece:
        return " ".join(re.sub(" ", "", word) for word in re.split(r" {2,}", piece))
    letters = piece.replace(" ", "")
    body = letters.rstrip("?!:")
    words = _words_in(body.casefold(), known)
    if not words:
        return letters
    cuts = [sum(len(word) for word in words[:number]) for number in range(len(words))]
    return " ".join(body[cut : cut + len(word)] for cut, word in zip(cuts, words, strict=True)) + letters[len(body) :]


def _words_in(letters: str, known: frozenset[str]) -> tuple[str, ...]:
    """The fewest words of the kit that make up the letters; none where they do not."""

    @cache
    def rest(at: int) -> tuple[str, ...] | None:
        if at == len(letters):
            return ()
        best: tuple[str, ...] | None = None
        for end in range(min(len(letters), at + LONGEST_WORD), at, -1):
            word = letters[at:end]
            if word in known and (after := rest(end)) is not None and (best is None or len(after) + 1 < len(best)):
                best = (word, *after)
        return best

    return rest(0) or ()
