"""Single dates as they are printed: day, month and year in any order, seasons, years and decades."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presskit.mentions.decades import decade_number, decade_word
from presskit.mentions.edtf import Interval, Point, When
from presskit.mentions.found import Found, dash, glue, lead
from presskit.mentions.lexicon import lexicon
from presskit.mentions.numbers import day, is_year, numeric, short_year
from presskit.mentions.tokens import Tokens, touching

REACH = 8
"""Words that may stand between the opener of a date and its first number, month, season or decade."""
ABBREVIATED = 4
SHORT = 3


def point(tokens: Tokens, at: int) -> Found | None:
    """The longest single date (or span of days or years written as one) that begins at a token."""
    for read in _readers(tokens, at):
        found = read(tokens, at)
        if found and _possible(found.when):
            return found
    return None


def _readers(tokens: Tokens, at: int) -> tuple[Callable[[Tokens, int], Found | None], ...]:
    token = tokens[at]
    if token.number >= 0:
        return NUMBER_FIRST
    words = lexicon()
    if token.folded in words.months:
        return (month_days, month_first)
    if token.folded in words.seasons:
        return (season,)
    return (decade_word,)


def _possible(when: When) -> bool:
    if isinstance(when, Point):
        return when.possible
    return all(p is None or p.possible for p in (when.start, when.end))


def month(tokens: Tokens, at: int) -> tuple[int, int]:
    """The month named at a token and the token behind it (and behind its full stop, if it is an abbreviation)."""
    if at >= len(tokens):
        return 0, at
    number = lexicon().months.get(tokens[at].folded, 0)
    if not number:
        return 0, at
    return number, at + 1 + _abbreviated(tokens, at)


def _abbreviated(tokens: Tokens, at: int) -> bool:
    """Whether the full stop behind a month is its own ("Nov. 2nd", "12 Feb. 2009") and not the sentence's."""
    if len(tokens[at].text) > ABBREVIATED or at + 2 >= len(tokens) or tokens[at + 1].text != "." or not touching(tokens, at):
        return False
    return tokens[at + 2].number >= 0 or lexicon().length("glue", tokens, at + 2) > 0


def day_span(tokens: Tokens, at: int) -> Found | None:
    """16-18 October 2015, du 3 au 7 mars, vom 3. bis 7. Mai 2010: two days of one month."""
    first, behind = day(tokens, at)
    middle = _until(tokens, behind)
    if not first or not middle:
        return None
    second, behind = day(tokens, lead(tokens, middle))
    number, behind = month(tokens, glue(tokens, behind))
    if not second or not number or second <= first:
        return None
    year, behind = _year(tokens, behind)
    return Found(at, behind, Interval(Point(year, month=number, day=first), Point(year, month=number, day=second)))


def _until(tokens: Tokens, at: int) -> int:
    """The token behind a dash or a word for "to"; 0 if there is none."""
    if dash(tokens, at):
        return at + 1
    length = lexicon().length("to", tokens, at)
    return at + length if length else 0


def day_first(tokens: Tokens, at: int) -> Found | None:
    """28 July 1991, 3. Oktober, el 5 de marzo de 1987."""
    number, behind = day(tokens, at)
    start = glue(tokens, behind)
    named, after = month(tokens, start)
    if not number or not named or not _capitalised(tokens, start):
        return None
    if not _spelled_out(tokens, start) and not is_year(tokens, after):  # "5 out of 12", "10 ago"
        return None
    year, behind = _year(tokens, after)
    return Found(at, behind, Point(year, month=named, day=number))


def _capitalised(tokens: Tokens, at: int) -> bool:
    """Whether a month is printed so that it cannot be an everyday word ("may", "march")."""
    return tokens[at].capital or not lexicon().ends("month_capital", tokens, at)


def month_days(tokens: Tokens, at: int) -> Found | None:
    """October 16-18, 2015; Feb. 6th to 9th, 2004."""
    named, behind = month(tokens, at)
    first, behind = day(tokens, behind)
    middle = _until(tokens, behind) if first else 0
    second, behind = day(tokens, middle) if middle else (0, behind)
    if not named or not first or second <= first:
        return None
    year, behind = _year(tokens, behind)
    return Found(at, behind, Interval(Point(year, month=named, day=first), Point(year, month=named, day=second)))


def month_first(tokens: Tokens, at: int) -> Found | None:
    """July 28, 1991; May 13th; noviembre de 2017; a month alone, which the caller must justify."""
    named, behind = month(tokens, at)
    first, after = day(tokens, behind)
    if first and tokens[at].capital and not is_year(tokens, behind):
        year, after = _year(tokens, after)
        return Found(at, after, Point(year, month=named, day=first))
    year, after = _year(tokens, behind)
    if year is None:
        return Found(at, behind, Point(month=named))
    return Found(at, after, Point(year, month=named)) if _capitalised(tokens, at) and _spelled_out(tokens, at) else None


def _spelled_out(tokens: Tokens, at: int) -> bool:
    """Three letters without capital or full stop are a month only beside a day: "out 2019", "set 1990"."""
    if tokens[at].capital or len(tokens[at].text) > SHORT:
        return True
    return not _doubtful(tokens, at) or (at + 1 < len(tokens) and tokens[at + 1].text == "." and touching(tokens, at))


def _doubtful(tokens: Tokens, at: int) -> bool:
    return lexicon().ends("month_doubtful", tokens, at)


def _year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The year behind a day, month or season, past a comma and small words; without one nothing is taken."""
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    start = glue(tokens, start)
    if is_year(tokens, start):
        return tokens[start].number, start + 1
    year, behind = short_year(tokens, start)
    return (year, behind) if year else (None, at)


def season(tokens: Tokens, at: int) -> Found | None:
    """autumn of 2011, Winter 1978/79, the winter of 1942-1943: a season needs its year."""
    number = lexicon().seasons[tokens[at].folded]
    start = glue(tokens, at + 1)
    if not is_year(tokens, start):
        year, behind = short_year(tokens, start)
        return Found(at, behind, Point(year, season=number)) if year else None
    first = tokens[start].number
    second, behind = second_year(tokens, start)
    if second:
        return Found(at, behind, Interval(Point(first, season=number), Point(second, season=number)))
    return Found(at, start + 1, Point(first, season=number))


def second_year(tokens: Tokens, at: int) -> tuple[int, int]:
    """The year that ends 1942-1943, 1978/79 or 2011 - 2020 begun at `at`; (0, at) if there is none."""
    if not dash(tokens, at + 1) or at + 2 >= len(tokens):
        return 0, at
    first, second = tokens[at].number, tokens[at + 2]
    if len(second.text) == 2 and second.number > first % 100 and _closed(tokens, at + 2):
        return first - first % 100 + second.number, at + 3
    if is_year(tokens, at + 2) and second.number > first:
        return second.number, at + 3
    return 0, at


def _closed(tokens: Tokens, at: int) -> bool:
    """Two digits behind a year end the word: in 2013-15-02 or 1978/79ers they do not."""
    return not touching(tokens, at) or not (tokens[at + 1].text.isalnum() or tokens[at + 1].folded in "-/")


def year(tokens: Tokens, at: int) -> Found | None:
    """1991, 1977–84, 1979/1980."""
    if not is_year(tokens, at):
        return None
    second, behind = second_year(tokens, at)
    if second:
        return Found(at, behind, Interval(Point(tokens[at].number), Point(second)))
    return Found(at, at + 1, Point(tokens[at].number))


def written_in_numbers(tokens: Tokens, at: int) -> Found | None:
    """26.11.2012, 05/11/2010, 2012-11-26."""
    found, behind = numeric(tokens, at)
    return Found(at, behind, found) if found else None


NUMBER_FIRST = (written_in_numbers, day_span, day_first, decade_number, year)


def starts(tokens: Tokens) -> Iterator[int]:
    """The tokens at which a date can begin."""
    words = lexicon()
    ahead = [False] * (len(tokens) + REACH)
    for at, token in enumerate(tokens):
        if token.number >= 0 or token.folded in words.anchors:
            ahead[max(0, at - REACH) : at + 1] = [True] * (at + 1 - max(0, at - REACH))
    for at, token in enumerate(tokens):
        if ahead[at] and (token.number >= 0 or token.folded in words.openers):
            yield at
