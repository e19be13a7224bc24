"""Where the words of a page stand: the lengths of words are added up, and PDFium is asked only whether a piece ends where they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from presskit.readers.faces import Face
from presskit.readers.glyphs import LINE_END, Glyphs, Piece, Run
from presskit.readers.words import PLACES, X_TOLERANCE_RATIO

NEAR = 0.001
"""Points by which two places may differ that are one: PDFium counts in single precision."""
TINY = 1e-6
"""What a whole number of thousandths may lack in double precision."""
TOKEN = re.compile(r"\s+|\S+")
MOST_LENGTHS = 20_000
"""Words whose lengths are kept; a kit has fewer, a file that is nothing but figures has not."""


class UnknownWidth(Exception):
    """A letter that no font, or more than one, gives a width."""


class Length(NamedTuple):
    """Of a word or of blanks, in points: its `width`, what of that PDFium counts (`taken`), and both for the last letter alone.
    A tuple, as parts are, because there are thousands."""

    width: float
    taken: float
    tail: float
    tail_taken: float


@dataclass(frozen=True, slots=True)
class Known:
    """Lengths of a face in one width: of `words` (None: must be measured glyph by glyph) and of `glyphs` (None: not known)."""

    words: dict[str, Length | None] = field(default_factory=dict)
    glyphs: dict[str, Length | None] = field(default_factory=dict)


Lengths = dict[tuple[Face, float], Known]


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """How letters of a run are set, and where they stand, in points from the page's top; `printed` is the size in two decimals."""

    face: Face
    size: float
    printed: float
    top: float
    bottom: float
    run: Run
    known: Known


class Part(NamedTuple):
    """A word or a part of one: where it begins and ends, and where its last letter begins."""

    text: str
    x0: float
    x1: float
    last: float
    stand: Stand


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known for a page: the fonts, lengths that were needed before, the page's height."""

    faces: Mapping[str, Face]
    lengths: Lengths
    height: float
    _stands: dict[tuple[str, float, float, float], Stand] = field(default_factory=dict)

    def stand(self, run: Run) -> Stand:
        """One for all runs of one line that are set alike."""
        key = run.font, run.size, run.width, run.baseline
        if key not in self._stands:
            self._stands[key] = self._stand(run, self.faces[run.font])
        return self._stands[key]

    def _stand(self, run: Run, face: Face) -> Stand:
        bottom = round(self.height - run.baseline - face.descent * run.size, PLACES)
        known = self.lengths.setdefault((face, run.width), Known())
        if len(known.words) > MOST_LENGTHS:
            known.words.clear()
        return Stand(face, run.size, round(run.size, 2) or 1.0, round(bottom - run.size, PLACES), bottom, run, known)


def parts_of(glyphs: Glyphs, measures: Measures) -> Iterator[Part | None]:
    """The words of every piece, None for a blank between them. Raises UnknownWidth."""
    for piece in glyphs.pieces:
        yield from _parts(glyphs, piece, measures.stand(piece.run))


def _parts(glyphs: Glyphs, piece: Piece, stand: Stand) -> Iterator[Part | None]:
    tokens = TOKEN.findall(piece.letters)
    found = [_length(token, stand, glyphs) for token in tokens]
    lengths = [length for length in found if length is not None]
    if len(lengths) == len(tokens):
        end = piece.left + sum(length.taken for length in lengths) - lengths[-1].tail_taken
        if abs(end - glyphs.left(piece.first + len(piece.letters) - 1)) < NEAR:
            return _set_close(tokens, lengths, piece.left, stand)
    return _set_loosely(glyphs, piece, stand)


def _set_close(tokens: Sequence[str], lengths: Sequence[Length], left: float, stand: Stand) -> Iterator[Part | None]:
    """A piece whose letters stand as their widths say."""
    for token, length in zip(tokens, lengths, strict=True):
        yield None if token.isspace() else _whole(token, left, length, stand)
        left += length.width


def _whole(token: str, left: float, length: Length, stand: Stand) -> Part:
    right = left + length.width
    return Part(token, left, right, right - length.tail, stand)


def _set_loosely(glyphs: Glyphs, piece: Piece, stand: Stand) -> Iterator[Part | None]:
    """A piece in which blanks or letters are moved. What widths have behind the point is lost to PDFium, glyph by glyph."""
    lost, lefts = 0.0, glyphs.lefts(piece.first, len(piece.letters))
    for match in TOKEN.finditer(piece.letters):
        token, (first, end) = match[0], match.span()
        if token.isspace():
            lost += _lost_by_blanks(glyphs, token, piece.first + first, stand)
            yield None
            continue
        parts, more = _word(glyphs, token, (lefts[first:end], lost), stand)
        yield from parts
        lost += more


def _lost_by_blanks(glyphs: Glyphs, blanks: str, first: int, stand: Stand) -> float:
    length = stand.known.words[blanks]
    if length is not None and length.width == length.taken:
        return 0.0
    real = (letter for number, letter in enumerate(blanks, first) if glyphs.drawn(number))
    lengths = [_known(_letter(letter, stand, glyphs)) for letter in real]
    return sum(length.width - length.taken for length in lengths)


Lost = tuple[Sequence[Part], float]
"""Parts, and what their widths lose."""
Start = tuple[Sequence[float], float]
"""Where PDFium says that the glyphs of a word begin, and what was lost before them."""


def _word(glyphs: Glyphs, token: str, start: Start, stand: Stand) -> Lost:
    """The whole word, or glyph by glyph where its letters are moved, too."""
    (lefts, lost), length = start, stand.known.words[token]
    if length is None:
        return _glyph_by_glyph(glyphs, token, start, stand)
    more = length.width - length.taken
    if abs(lefts[0] + length.taken - length.tail_taken - lefts[-1]) < NEAR:
        return [_whole(token, lefts[0] + lost, length, stand)], more
    part = _kerned(token, lefts, lost, stand)
    return _glyph_by_glyph(glyphs, token, start, stand) if part is None else ([part], more)


def _kerned(token: str, lefts: Sequence[float], lost: float, stand: Stand) -> Part | None:
    """A word whose letters are moved, but not so far that it is parted."""
    known, gap = stand.known.glyphs, X_TOLERANCE_RATIO * stand.size
    begin = last = right = x1 = lefts[0] + lost
    for letter, left in zip(token, lefts, strict=True):
        width, taken, _, _ = _known(known[letter])
        x0 = left + lost
        if x0 > right + gap or x0 < last - NEAR:
            return None
        last, right = x0, x0 + width
        x1, lost = max(x1, right), lost + width - taken
    return Part(token, begin, x1, last, stand)


def _glyph_by_glyph(glyphs: Glyphs, token: str, start: Start, stand: Stand) -> Lost:
    (lefts, lost), parts, more = start, list[Part](), 0.0
    for text, left, length in _each_glyph(token, lefts, stand, glyphs):
        parts.append(_whole(text, left + lost + more, length, stand))
        more += length.width - length.taken
    return parts, more


Found = tuple[str, float, Length]
"""Letters of a glyph, where PDFium says that they begin, and how long they are."""


def _each_glyph(token: str, lefts: Sequence[float], stand: Stand, glyphs: Glyphs) -> Iterator[Found]:
    at = 0
    while at < len(token):
        end = at + 1
        while end < len(token) and lefts[end] == lefts[at]:
            end += 1
        together = _letter(token[at:end], stand, glyphs) if end > at + 1 else None
        if together is None:
            end = at + 1
        yield token[at:end], lefts[at], together or _known(_letter(token[at], stand, glyphs))
        at = end


def _length(token: str, stand: Stand, glyphs: Glyphs) -> Length | None:
    """None where a letter's width is not known, or some letters may be one glyph."""
    if token not in stand.known.words:
        stand.known.words[token] = _added(token, stand, glyphs)
    return stand.known.words[token]


def _added(token: str, stand: Stand, glyphs: Glyphs) -> Length | None:
    if any(letters in token for letters in stand.face.joined):
        return None
    known = stand.known.glyphs
    lengths = [known.get(letter) or _letter(letter, stand, glyphs) for letter in token]
    widths = [length.width for length in lengths if length is not None]
    if len(widths) < len(lengths):
        return None
    _, _, tail, tail_taken = _known(lengths[-1])
    return Length(sum(widths), sum(_known(length).taken for length in lengths), tail, tail_taken)


def _letter(letters: str, stand: Stand, glyphs: Glyphs) -> Length | None:
    """The length of one glyph."""
    known = stand.known.glyphs
    if letters not in known:
        width = stand.face.widths.get(drawn(letters, stand.face))
        known[letters] = None if width is None else _measured(width, letters, stand.run, glyphs)
    return known[letters]


def _measured(width: float, letters: str, run: Run, glyphs: Glyphs) -> Length:
    taken = glyphs.lent(run, letters) if run.lent and len(letters) == 1 else int(width * 1000 + TINY) / 1000
    return Length(width * run.width, taken * run.width, width * run.width, taken * run.width)


def drawn(letters: str, face: Face) -> str:
    return letters.replace(LINE_END, face.hyphen)


def _known(length: Length | None) -> Length:
    if length is None:
        raise UnknownWidth
    return length
