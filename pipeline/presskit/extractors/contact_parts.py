"""E-mail addresses, phone numbers and websites in a line, and what is left of the line without them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.extractors.contact_words import words
from presskit.model import Passage, Quote

AT = r"(?:@|\s?[(\[{]\s?(?:at|@|arroba)\s?[)\]}]\s?)"
DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punto|punkt|point|\.)\s?[)\]}]\s?)"
EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{AT}[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{1,4}}", re.IGNORECASE)
WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;|()<>]{3,200}|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,3}"
    r"(?:com|org|net|info|film|films|movie|tv|eu|de|fr|es|it|pt|br|nl|be|ch|at|uk|ie|us|ca|mx|ar|cl|co|ec|pe|se|no|dk|fi|pl|cz|gr|ro|hr|rs|lu|io|cat|eus|gal|bzh|agency|press|studio|media|online|pictures|productions|ru|jp|au|nz|uy|cu|cr|bo|py|ve|is|ee|lv|lt|sk|si|hu|bg|tr|il|in|za)(?:/[^\s,;|()<>]{0,200})?(?![\w@.-]\w)",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w/.@-])(?:\+|\(\+?|00)?\s?\d(?:[\d]|[ \u00a0().·/‐‑–—-](?=[\d( )/‐‑–—-])){5,64}\d(?![\w@])")
DATE = re.compile(r"^\s?\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\s?$|^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d$")
SECOND = re.compile(r"\s?[/,;|]\s?(?=\+|\(?\+|00\d)|\s[/–—-]\s|\s{2,}")
ABBREVIATED = re.compile(r"[A-Za-z]\.[a-z]{2}")
"""«P.za», «p.es»: no site."""
LONGEST_LINE = 1_000
"""Characters of a line that may hold an address; longer ones are damage."""
FEWEST, FEWEST_PLAIN, MOST = 7, 9, 15
"""Digits of a phone number; without a plus, a label or blanks inside, what is shorter is something else."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a line holds; `rest` are the stretches of text between, in order."""

    emails: tuple[Quote, ...]
    phones: tuple[Quote, ...]
    websites: tuple[Quote, ...]
    rest: tuple[Quote, ...]

    @property
    def reaches(self) -> bool:
        return bool(self.emails or self.phones or self.websites)


def parts_of(passage: Passage) -> Parts:
    if len(passage.text) > LONGEST_LINE:
        return Parts((), (), (), ())
    taken: list[tuple[int, int]] = []
    emails = list(_found(passage, EMAIL, taken))
    websites = list(_found(passage, WEB, taken))
    phones = list(_phones(passage, taken))
    return Parts(tuple(emails), tuple(phones), tuple(websites), tuple(_rest(passage, taken)))


def _found(passage: Passage, pattern: re.Pattern[str], taken: list[tuple[int, int]]) -> Iterator[Quote]:
    for found in pattern.finditer(passage.text):
        start, end = found.start(), found.start() + len(found.group().rstrip(".,;:/-"))
        if _clear(taken, start, end) and not ABBREVIATED.fullmatch(found.group()):
            insort(taken, (start, end))
            yield passage.quote(start, end)


def _clear(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch touches none of those taken, which are in order and apart."""
    at = bisect_left(taken, (start, start))
    return not (at and taken[at - 1][1] > start) and not (at < len(taken) and taken[at][0] < end)


def _phones(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Quote]:
    for found in PHONE.finditer(passage.text):
        if not _clear(taken, found.start(), found.end()):
            continue
        at = found.start()
        for start, end in _numbers(found.group()):
            if _is_phone(passage.text, at + start, at + end):
                insort(taken, (at + start, at + end))
                if not _is_fax(passage.text[: at + start]):
                    yield passage.quote(at + start, at + end)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Two numbers in one run part where the second begins with a plus, at a slash or dash between blanks, or at a wide gap."""
    at = 0
    for mark in SECOND.finditer(text):
        if min(_digits(text[at : mark.start()]), _digits(text[mark.end() :])) < FEWEST:
            continue
        yield at, mark.start()
        at = mark.end()
    yield at, len(text)


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _is_phone(text: str, start: int, end: int) -> bool:
    number = text[start:end]
    digits = _digits(number)
    if not FEWEST <= digits <= MOST or DATE.match(number):
        return False
    said = _label(text[:start])
    marked = "+" in number or number.lstrip(" (").startswith("00") or said is not None
    return marked or digits >= FEWEST_PLAIN or (number.count(" ") + number.count("-") >= 2 and number[0] in "0(")


def _is_fax(before: str) -> bool:
    return _label(before) == "fax_label"


def _label(before: str) -> str | None:
    """What the last word in front of a number says of it."""
    last = re.split(r"\s{2,}|[|•·;]|\d\s", before[-40:])[-1].strip(" .:-–/()")
    word = last.split()[-1].strip(".:-–()") if last.split() else ""
    for name in ("fax_label", "phone_label"):
        if word and words(name).whole(word):
            return name
    return None


LABELS = ("phone_label", "fax_label", "mail_label", "web_label")
PIECE = re.compile(r"\s*[|•·;]\s*|\s{2,}|\s[–—-]\s")


def _rest(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Quote]:
    at = 0
    for start, end in (*taken, (len(passage.text), len(passage.text))):
        if start > at:
            yield from _pieces(passage, at, start)
        at = max(at, end)


def _pieces(passage: Passage, start: int, end: int) -> Iterator[Quote]:
    low = start
    for mark in (*PIECE.finditer(passage.text, start, end), None):
        stop = mark.start() if mark else end
        first, last = _trimmed(passage.text, low, stop)
        first, last = _without_labels(passage.text, first, last)
        if first < last and any(char.isalnum() for char in passage.text[first:last]):
            yield passage.quote(first, last)
        low = mark.end() if mark else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:–—-/|•·*(<>[]+□●■▪":
        start += 1
    while end > start and text[end - 1] in " ,;–—-/|•·*(<>[]":
        end -= 1
    return start, end


def _without_labels(text: str, start: int, end: int) -> tuple[int, int]:
    """«Jane Doe, Tel.:» is Jane Doe; «Tel.:» alone is nothing."""
    stretch = text[start:end].rstrip(" .:")
    if any(words(name).whole(stretch) for name in LABELS):
        return start, start
    head, _, last = stretch.rpartition(" ")
    if head and last and any(words(name).whole(last.strip(".:")) for name in LABELS) and text[start:end].rstrip()[-1:] in ".:":
        return _trimmed(text, start, start + len(head))
    return start, end
