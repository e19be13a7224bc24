"""Splitting what stands behind a label into single names: «A. Doe, B. Roe (Acme Film) and C. Poe for ZDF»."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.credits.joints import (
    before_country,
    goes_on,
    is_article_pair,
    is_field_of_office,
    is_generic,
    is_second_field,
    is_surname_part,
    past_crowd,
    two_houses,
    two_owners,
)
from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.party import Party
from presskit.extractors.credits.shapes import (
    TAIL,
    after_phrase,
    belongs_to_name,
    calls_itself_house,
    depths,
    ends_as_company,
    is_address,
    is_degree,
    is_function,
    is_guild,
    is_house,
    is_leader,
    is_legal,
    is_letters,
    is_namelike,
    is_place,
    is_small,
    is_town_of,
    may_begin_small,
    name_starts,
    past_for,
    unquoted,
    without_brackets,
)
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Passage, Quote
from presskit.vocabulary import fold

SEPARATOR = re.compile(
    r" ?[,;|•·\u2022] ?| ?/ | /|(?<=\w)/(?=\w)| [-–—] | ?& | &|\s\+\s| (?:and|et|und|sowie|y|e|ed|en|og|och|i|i\.e\.|AND|ET|UND|SOWIE) "
)
VIA = re.compile(r" (?:for|at|für|bei|pour|chez|para|per|presso|@|c/o) (?=[^\W\d_a-zà-ÿ])")
LEAD = " \t*†‡§•·–—-_=:.,;&/+"
TRAIL = LEAD.replace("+", "") + "¹²³"
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]{1,5}|\.[^\W\d_]{1,3})\.$")
ELISION = re.compile(r"[ld]['’](?=[^\W\d_a-zà-ÿ])")
MOST_PARTS = 2_000
LONG_NAME = 5
FAMILY = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    mark: str
    """The separator before it, without blanks; empty for the first."""


@dataclass(frozen=True, slots=True)
class Splitter:
    """`prior` is what the label expects: above 0 companies, below 0 people. `articles`: a list of offices, «La Région», whose
    articles are no part of their names."""

    passage: Passage
    known: Known
    prior: float
    articles: bool = False

    def parties(self) -> list[Party]:
        pieces = list(self._together(self._joined(list(itertools.takewhile(self._before_address, self._pieces())))))
        return [party for at, piece in enumerate(pieces) for party in self._party(pieces, at, piece)]

    def _before_address(self, piece: _Piece) -> bool:
        """«Roe Film, 12 Shore Street, Oban»: from the street on nobody is named."""
        return not (piece.mark == "," and is_address(self._text(piece)))

    def _text(self, piece: _Piece) -> str:
        return self.passage.text[piece.start : piece.end].strip()

    def _pieces(self) -> Iterator[_Piece]:
        text, start, mark = self.passage.text, 0, ""
        deep = depths(text)
        for found in SEPARATOR.finditer(text):
            if deep[found.start()] or deep[found.end() - 1]:
                continue
            yield _Piece(start, found.start(), mark)
            start, mark = found.end(), found[0].strip() if found[0] != "/" else "//"
        yield _Piece(start, len(text), mark)

    def _joined(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        """Pieces that are one name after all put together again."""
        kept: list[_Piece] = []
        last_comma = max((n for n, piece in enumerate(pieces) if piece.mark == ","), default=-1)
        for number, piece in enumerate(pieces):
            if kept and self._one_name(kept[-1], piece, listed=number > last_comma >= 0):
                kept[-1] = replace(kept[-1], end=piece.end)
            else:
                kept.append(piece)
        return self._partnerships(kept)

    def _one_name(self, left: _Piece, right: _Piece, *, listed: bool) -> bool:
        a, b = self._text(left), self._text(right)
        if not a or not b:
            return False
        if right.mark in (",", ";", "|", "•", "·"):
            return right.mark == "," and (is_legal(b) or (self.prior > 0 and is_field_of_office(a, b)))
        if right.mark in ("-", "–", "—"):
            if "@" in b or {self._kind(a), self._kind(b)} == {-1, 1}:
                return False
            both = (ends_as_company(a) and ends_as_company(b)) or (calls_itself_house(a) and calls_itself_house(b) and "+" not in b)
            return not self._both_people(a, b) and not both
        if right.mark in ("/", "//"):
            return self._slashed(a, b, right.mark)
        if right.mark.isupper():
            return not self._two_of_a_kind(a, b)
        if right.mark == "&" and self.prior > 0 and two_owners(a, b):
            return True
        return self._conjoined(a, b, listed=listed)

    def _kind(self, name: str) -> int:
        """1 for a company, -1 for a person, 0 where that is not clear."""
        value = leaning(without_brackets(name), self.known)
        return 1 if value >= LIKELY else -1 if value <= -LIKELY else 0

    def _two_of_a_kind(self, a: str, b: str) -> bool:
        """«JANE DOE AND MAX ROE», «ROE PICTURES ET DOE FILMS», not «BOARD OF FILM AND TELEVISION»."""
        several = min(len(a.split()), len(b.split())) > 1
        return several and (self._kind(a) == self._kind(b) == 1 or self._both_people(a, b))

    def _both_people(self, a: str, b: str) -> bool:
        return all(len(name.split()) > 1 and leaning(TAIL.sub("", name), self.known) + self.prior / 2 < 0 for name in (a, b))

    def _slashed(self, a: str, b: str, mark: str) -> bool:
        """«Acme/Screen» and «Doe Films / Doe Works» are one; «Doe/Roe» and «ACME /JANE DOE» are two."""
        if mark == "//":
            return not self._both_people(a, b)
        return (
            self.prior > 0
            and not self._both_people(a, b)
            and len(fold(a).split()) > 1
            and fold(a).partition(" ")[0] == fold(b).partition(" ")[0]
        )

    def _conjoined(self, a: str, b: str, *, listed: bool) -> bool:
        first = b.split()[0]
        if self.prior > 0 and (is_field_of_office(a, b) or (b[:1].islower() and not is_small(first) and not may_begin_small(first))):
            return True
        if is_legal(without_brackets(b)) or fold(without_brackets(b)) in word_list("partnership_words"):
            return True
        if is_article_pair(a, b):
            return True
        if self.prior <= 0 and leaning(a, self.known) <= LIKELY:
            return len(a.split()) > 1 and len(b.split()) == 1 and self.prior < 0 and not listed and is_surname_part(b)
        if is_small(first) and is_second_field(a, b):
            return True
        if self.prior > 0 and two_houses(a, b):
            return False
        if is_generic(b) or is_second_field(a, b) or (not listed and fold(first) != fold(a.split()[0]) and goes_on(first, b)):
            return True
        evident = leaning(without_brackets(a), self.known) >= LIKELY / 2 and leaning(without_brackets(b), self.known) >= LIKELY / 2
        names = leaning(a, self.known) < 0 and leaning(b, self.known) < 0
        return not (listed or evident or names or len(b.split()) == len(a.split()) == 1) and b[:1].isupper() and not b.isupper()

    def _partnerships(self, pieces: list[_Piece]) -> list[_Piece]:
        """«Doe, Roe & Co.»: the single words before the partnership belong to it."""
        kept: list[_Piece] = []
        for piece in pieces:
            words = fold(self._text(piece)).replace("&", " ").split()
            firm = len(words) > 1 and words[-1] in word_list("partnership_words")
            while firm and len(words) <= 3 and kept and piece.mark == "," and len(self._text(kept[-1]).split()) == 1:
                piece = _Piece(kept.pop().start, piece.end, kept[-1].mark if kept else "")
            kept.append(piece)
        return kept[:MOST_PARTS]

    def _together(self, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """«Ann B. Doe Max Roe Eva Poe»: names of one row with nothing but blanks between them."""
        for piece in pieces:
            words = list(re.finditer(r"\S+", self.passage.text[piece.start : piece.end]))
            starts = name_starts([word[0] for word in words]) if len(words) >= LONG_NAME and self.prior < 0 else []
            cuts = [piece.start + words[number].start() for number in starts]
            for number, (low, high) in enumerate(itertools.pairwise([piece.start, *cuts, piece.end])):
                yield _Piece(low, high, piece.mark if number == 0 else " ")

    def _party(self, pieces: Sequence[_Piece], at: int, piece: _Piece) -> Iterator[Party]:
        before = self._text(pieces[at - 1]) if at else ""
        if piece.mark == "," and before and (self._remark(before, self._text(piece)) or self._named_grant(self._text(piece))):
            return
        party = self._read(piece.start, piece.end)
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if party is None:
            return
        if after is not None and after.mark == ",":
            party = self._with_remark(party, after)
        family = self._family(pieces, at)
        yield replace(party, name=Quote(f"{party.name.text} {family.text}", (*party.name.spans, *family.spans))) if family else party

    def _remark(self, before: str, text: str) -> bool:
        """Whether the words after a comma say something about the name before it."""
        town = not self.articles and is_town_of(before, text, self.passage.text)
        guild = self.prior <= 0 and (is_guild(text) or (len(before.split()) > 1 and is_letters(text)))
        return town or is_place(text) or guild or (is_function(text) and len(before.split()) > 1)

    def _named_grant(self, text: str) -> bool:
        """«From the Region, Production Aid»: where names are introduced by a small word, what follows the comma is not."""
        first = fold(self.passage.text.split()[0]) if self.passage.text else ""
        introduced = first in word_list("contractions") and self.prior > 0
        return introduced and bool(text) and fold(text.split()[0]) not in word_list("contractions")

    def _with_remark(self, party: Party, after: _Piece) -> Party:
        text = self._text(after)
        if is_place(text):
            return replace(party, placed=True)
        if is_function(text) and party.function is None and len(party.name.text.split()) > 1:
            return replace(party, function=self.passage.quote(after.start, after.end))
        return party

    def _family(self, pieces: Sequence[_Piece], at: int) -> Quote | None:
        """«Ana, Berta et Carla Doe» are three Does; «Ana & Berta Doe» may be two families."""
        run = [at]
        while len(run) < FAMILY and run[-1] + 1 < len(pieces) and pieces[run[-1] + 1].mark not in ("-", "–", "—", ";"):
            text = self._text(pieces[run[-1]])
            if len(text.split()) != 1 or not text[:1].isupper() or text.isupper():
                break
            run.append(run[-1] + 1)
        last = pieces[run[-1]]
        words = self._text(last).split()
        starts = at
        while starts > at - FAMILY and starts and len(self._text(pieces[starts - 1]).split()) == 1 and pieces[starts].mark == ",":
            starts -= 1
        if self.prior >= 0 or len(run) < 2 or run[-1] - starts < 2 or len(words) != 2 or last.mark in (",", "/"):
            return None
        low = self.passage.text.index(words[1], last.start + len(words[0]))
        return self.passage.quote(low, low + len(words[1]))

    def _read(self, start: int, end: int) -> Party | None:
        """A single piece: marks, articles and titles off, what is in brackets or behind «for» told apart."""
        text = self.passage.text
        start, end = self._trimmed(start, end)
        house, aside = None, None
        while start < end and (tail := TAIL.search(text, start, end)):
            inner = self.passage.quote(tail.start(1) + past_for(tail[1]), tail.start(1) + before_country(tail[1]))
            if (self.prior > 0 and belongs_to_name(inner.text) and leaning(inner.text, self.known) > -LIKELY / 2) or tail.start() <= start:
                break
            house, aside = (inner, aside) if is_house(inner.text) else (house, inner)
            start, end = self._trimmed(start, tail.start())
        via = VIA.search(text, start, end)
        if via and house is None and self._person_before(text[start : via.start()]):
            house = self.passage.quote(via.end(), end)
            start, end = self._trimmed(start, via.start())
        name = self.passage.quote(past_crowd(text, start, end, self.known), end)
        return Party(name, house=house, aside=aside) if is_namelike(name.text) else None

    def _person_before(self, text: str) -> bool:
        return len(text.split()) > 1 and leaning(text, self.known) + self.prior < LIKELY

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.passage.text
        start = end - len(text[start:end].lstrip(LEAD))
        if not ABBREVIATED.search(text, max(start, end - 8), end):
            end = start + len(text[start:end].rstrip(TRAIL))
        start, end = self._without_titles(start, end)
        start += after_phrase(text[start:end]) if self.prior < 0 else 0
        start += 2 if ELISION.match(text, start, end) else 0
        return unquoted(text, start, end)

    def _without_titles(self, start: int, end: int) -> tuple[int, int]:
        text = self.passage.text
        words = list(re.finditer(r"\S+", text[start:end]))
        low, high = 0, len(words)
        while high - low > 1 and is_leader(words[low][0], [word[0] for word in words[low + 1 : high]], self.prior, articles=self.articles):
            low += 1
        while high - low > 2 and self.prior <= 0 and (is_guild(words[high - 1][0]) or is_degree(words[high - 1][0])):
            high -= 1
        while high - low > 1 and words[high - 1][0].islower() and fold(words[high - 1][0]) in word_list("conjunctions"):
            high -= 1
        if not words:
            return start, end
        return start + words[low].start(), start + words[high - 1].end() if high < len(words) else end


def parties(passage: Passage, known: Known, prior: float, *, articles: bool = False) -> list[Party]:
    """The names of one run of text, in order."""
    return Splitter(passage, known, prior, articles).parties()
