"""Dates and places as they stand beside words of birth: a small grammar over tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.extractors.lives.wordlists import spelled
from presskit.vocabulary import fold, vocabulary

TOKEN = re.compile(r"\d{4}-\d\d-\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{4}|[ldLD][’'](?=[^\W\d_])|[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[^\w\s]")
ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "º", "°", "ª", ".", "o"})
FIRST_YEAR, LAST_YEAR = 1800, 2040
MOST_UNKNOWN = 8
"""Words such as «to a family of fishermen» that may stand between «born» and the place."""


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int

    @property
    def number(self) -> int:
        return int(self.text) if self.text.isdigit() and len(self.text) <= 4 else 0

    @property
    def month(self) -> int:
        return vocabulary().months.get(fold(self.text), 0) if self.text.isalpha() else 0

    @property
    def capital(self) -> bool:
        head = self.text[:1]
        return head.isupper() and not self.month

    def listed(self, name: str) -> bool:
        """In a word list of lives, accents included."""
        return self.text.casefold() in spelled(name)

    def common(self, name: str) -> bool:
        """In a word list of the whole vocabulary."""
        return self.text.casefold() in vocabulary().words(name)


@dataclass(frozen=True, slots=True)
class Found:
    """What a stretch of tokens says: EDTF date and place, each with its character range, and the index behind it."""

    edtf: str = ""
    date: tuple[int, int] = (0, 0)
    place: tuple[int, int] = (0, 0)
    end: int = 0

    @property
    def placed(self) -> bool:
        return self.place[1] > self.place[0]


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    return [Token(word.group(), word.start(), word.end()) for word in TOKEN.finditer(text, start, len(text) if end is None else end)]


def date_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The date that begins at `at` as EDTF, and the index behind it; ("", at) where there is none."""
    start = at
    about = False
    while at < len(tokens) and tokens[at].listed("about_words"):
        about, at = True, at + 1
        at += at < len(tokens) and tokens[at].text == "."
    edtf, end = _date(tokens, at)
    if not edtf:
        return "", start
    return (edtf + "~" if about else edtf), end


def _date(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    for form in (_numeric, _day_first, _month_first, _year_alone):
        edtf, end = form(tokens, at)
        if edtf:
            return edtf, end
    return "", at


def _numeric(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """1991-07-28, 28.7.1991; 3/5/1970 says day and month in no order that one could be sure of."""
    text = tokens[at].text if at < len(tokens) else ""
    parts = re.split(r"[./-]", text)
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return "", at
    year, month, day = (parts[0], parts[1], parts[2]) if len(parts[0]) == 4 else (parts[2], parts[1], parts[0])
    if "/" in text and int(day) <= 12 and day != month:
        return _edtf(int(year)), at + 1
    if int(month) > 12:
        day, month = month, day
    return _edtf(int(year), int(month), int(day)), at + 1


def _day_first(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """28 July 1991, 1er mai 1970, 3. Mai 1970, 2 de marzo de 1979; July 1991."""
    day = tokens[at].number if at < len(tokens) else 0
    if day:
        at += 1
        while at < len(tokens) and tokens[at].text.casefold() in ORDINALS:
            at += 1
        at = _past_of(tokens, at)
    if at >= len(tokens) or not tokens[at].month or day > 31:
        return "", at
    month = tokens[at].month
    at += 1
    at += at < len(tokens) and tokens[at].text in {".", ","}
    at = _past_of(tokens, at)
    year = tokens[at].number if at < len(tokens) else 0
    return (_edtf(year, month, day), at + 1) if _is_year(year) else ("", at)


def _month_first(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """July 28, 1991; July 28th 1991."""
    if at + 2 >= len(tokens) or not tokens[at].month:
        return "", at
    month = tokens[at].month
    at += 1
    at += tokens[at].text == "."
    day = tokens[at].number if at < len(tokens) else 0
    if not 1 <= day <= 31:
        return "", at
    at += 1
    while at < len(tokens) and (tokens[at].text.casefold() in ORDINALS or tokens[at].text == ","):
        at += 1
    year = tokens[at].number if at < len(tokens) else 0
    return (_edtf(year, month, day), at + 1) if _is_year(year) else ("", at)


def _year_alone(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    year = tokens[at].number if at < len(tokens) else 0
    if not _is_year(year):
        return "", at
    decade = at + 1 < len(tokens) and tokens[at + 1].text.casefold() in {"s", "er"} and tokens[at + 1].start == tokens[at].end
    return (f"{year // 10}X", at + 2) if decade and year % 10 == 0 else (_edtf(year), at + 1)


def _past_of(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].text.casefold() in {"de", "of", "del", "di", "d’", "d'", "do"} else at


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _edtf(year: int, month: int = 0, day: int = 0) -> str:
    if not _is_year(year) or month > 12 or day > 31:
        return ""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
