"""What a value states: a value behind a label, or a piece of a spec line, becomes claims of film facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from presskit.extractors.fact_words import country_sign, fact_words, subtitle_sign
from presskit.extractors.runtimes import runtime_in
from presskit.model import Claim, Quote, Reading
from presskit.vocabulary import fold, vocabulary

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RATIO = re.compile(
    r"\b(?:[12][.,]\d{1,2}\s?:\s?1\b|1\s?[:/]\s?[12][.,]\d{1,2}\b|16\s?[:x/]\s?9\b|4\s?[:x/]\s?3\b|[12]:(?:33|37|66|78|85|35|39|40)\b|[12][.,](?:33|37|66|77|78|85|35|39|40)\b)|\b(?:cinema)?scope\b",
    re.IGNORECASE,
)
SOUND = re.compile(
    r"\bdolby(?:\s(?:digital|surround|stereo|atmos|sr-?d?|ex|a))?(?:\s?[257]\.[01])?|\b(?:stereo|mono|estéreo|stéréo)\b(?:\s?[25]\.[01])?|\bDTS\b|\b[257]\.[01](?:\s?ch\b|\b(?!\d))",
    re.IGNORECASE,
)
FORMAT = re.compile(
    r"\b(?:DCP(?:\s?[24]K)?|(?:S(?:uper)?[\s-]?|Súper\s)?(?:8|16|35|65|70)\s?mm\b|Súper\s(?:8|16)|Super[\s-]?(?:8|16)|Blu-?ray|Digi-?Beta|PAL\s?DigiBeta|HDCAM(?:\s?SR)?|HDV|Betacam(?:\sSP)?|ProRes(?:\s\d+)?(?:\sHQ)?|QuickTime|VHS|MiniDV|DVD|ARRI\s\w+(?:\s(?:Mini(?:\sLF)?|LF|XT|SXT|Plus|35|65)\b)?|RED\s\w+|[48]K|2K|HD)(?!\w)",
    re.IGNORECASE,
)
PARTS = re.compile(
    r"\s*(?:(?<!\d),|,(?!\d)|[/|&+;•·()]|\s[-–—.]\s|(?<=\w\w)\.\s(?=[^\W_])|(?<=[^\W\d_]{3})[–—](?=[^\W\d_]{3})|(?<=\s)(?:and|et|und|y|e|o|ou|or)(?=\s))\s*"
)
WORD = re.compile(r"\w+")
HYPHEN = re.compile(r"-")
MOST_OF_GENRE = 4
ORIGINAL = 0.6
PLAIN = frozenset({"2k", "4k", "8k", "hd"})


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text whose parts can be quoted."""

    reading: Reading
    quote: Quote

    def part(self, start: int, end: int) -> Quote:
        return self.reading.document.passage(self.quote.spans).quote(start, end)


def claims_of(fact: str, words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    """The claims that a value makes for a named fact."""
    match fact:
        case "runtime":
            yield from runtime(words, found_by, confidence)
        case "year":
            yield from year(words, found_by, confidence)
        case "country":
            yield from coded("film.countries", words, found_by, confidence)
            yield from _by_nation(words, found_by, confidence)
        case "language":
            yield from languages(words, found_by, confidence)
        case "subtitles":
            yield from coded("film.subtitles", words, found_by, confidence)
        case "aspect_ratio" | "sound" | "format" | "colour":
            yield from technique(words, found_by, confidence, fact)
        case "genre" | "form":
            yield from genres(words, found_by, confidence, printed=fact == "genre")
        case "title" | "original_title" | "international_title" | "other_title":
            yield from titles(fact, words.quote, found_by, confidence)
        case _:
            return


def titles(fact: str, quote: Quote, found_by: str, confidence: float) -> Iterator[Claim]:
    """The original title is one of the others, unless the kit has none it gives more weight to."""
    if fact in ("title", "original_title"):
        yield Claim("film.title", quote.text, {"": quote.spans}, found_by, confidence if fact == "title" else ORIGINAL)
    if fact != "title":
        yield Claim("film.other_titles", quote.text, {"": quote.spans}, found_by, confidence)


def runtime(words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    found = runtime_in(words.quote.text)
    if found:
        yield Claim("film.runtime_minutes", found.minutes, {"": words.part(found.start, found.end).spans}, found_by, confidence)


def year(words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    found = YEAR.search(words.quote.text)
    if found:
        yield Claim("film.year", int(found.group()), {"": words.part(*found.span()).spans}, found_by, confidence)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the members of a list stand."""
    at = 0
    for gap in PARTS.finditer(text):
        if _inside_a_sign(text, *gap.span()):
            continue
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < len(text):
        yield at, len(text)


def _inside_a_sign(text: str, start: int, end: int) -> bool:
    """«P&B», «b/w»: one word for black and white, no list of Portugal and Belgium."""
    low, high = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    return fold(text[low : high if high >= 0 else len(text)].strip("(),;|")) in fact_words("black_and_white")


def _country(text: str) -> str | None:
    return vocabulary().country(text.strip(" ()")) or country_sign(text.strip(" .()"))


def _version(text: str) -> tuple[int, int]:
    """Where the language stands in «Originalfassung Deutsch», «VO français»: behind words that say nothing of it."""
    first, _, _ = text.rpartition(" ")
    return (len(first) + 1, len(text)) if first and fold(first) in fact_words("version") else (0, len(text))


def coded(field: str, words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    look = _country if field == "film.countries" else vocabulary().language
    for low, high in pieces(words.quote.text):
        start, end = _version(words.quote.text[low:high])
        code = look(words.quote.text[low + start : low + end])
        members = ((start, end, code),) if code else _hyphened(words.quote.text[low:high]) if field == "film.countries" else ()
        for first, last, found in members:
            yield Claim(field, found, {"": words.part(low + first, low + last).spans}, found_by, confidence)


def _by_nation(words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    """«nazionalità italiana», «Pays : français»: the country as an adjective, where a label asks for it."""
    for low, high in pieces(words.quote.text):
        code = vocabulary().nationality(words.quote.text[low:high].strip())
        if code:
            yield Claim("film.countries", code, {"": words.part(low, high).spans}, found_by, confidence)


def _hyphened(text: str) -> tuple[tuple[int, int, str], ...]:
    """«España-Uruguay»: countries and nothing else on both sides; one name of two words («Guinea-Bissau») was found before."""
    low = len(text) - len(text.lstrip())
    ends = [low, *(mark.start() for mark in HYPHEN.finditer(text)), len(text.rstrip())]
    spans = [(start + (at > 0), end) for at, (start, end) in enumerate(pairwise(ends))]
    codes = [vocabulary().country(text[start:end]) for start, end in spans]
    return tuple((start, end, code) for (start, end), code in zip(spans, codes, strict=True) if code) if all(codes) else ()


SUBTITLED = re.compile(
    r"\b(?P<in>\w{3,20})\s(?:subtitles|subtitled|untertiteln?|ondertitels)\b"
    r"|\b(?:sous-titr\w+|subt[ií]tul\w+|sottotitol\w+|legend\w+|untertitel\w*)\s(?:en |auf |em |in )?(?P<after>\w+)",
    re.IGNORECASE,
)


def _without_with(text: str) -> int:
    """Where "Spanish with" ends before its small word."""
    before, _, last = text.rstrip(" ,(").rpartition(" ")
    return len(before) if fold(last) in vocabulary().words("function_words") else len(text)


def languages(words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    """Spoken languages; "with English subtitles" speaks of another thing."""
    text = words.quote.text
    found = SUBTITLED.search(text)
    spoken = Words(words.reading, words.part(0, _without_with(text[: found.start()]))) if found else words
    yield from coded("film.languages", spoken, found_by, confidence)
    for word in WORD.finditer(text):
        code = subtitle_sign(word.group())
        if code:
            yield Claim("film.subtitles", code, {"": words.part(*word.span()).spans}, found_by, confidence)
    if found:
        group = "in" if found.group("in") else "after"
        yield from coded("film.subtitles", Words(words.reading, words.part(*found.span(group))), found_by, confidence)


def is_genre(text: str) -> bool:
    """«Psychological Thriller», «comedy-drama»."""
    plain = fold(text)
    known = fact_words("genre")
    parts = plain.replace("-", " ").split()
    beside = fact_words("genre_beside")
    named = any(part in known for part in parts)
    return plain in known or (0 < len(parts) <= MOST_OF_GENRE and named and all(part in known or part in beside for part in parts))


def technique(words: Words, found_by: str, confidence: float, fact: str = "") -> Iterator[Claim]:
    """Ratio, sound, colour and formats in one value; what is named by the label may be in words we do not know."""
    text = words.quote.text
    ratio = RATIO.search(text)
    if ratio:
        yield Claim("film.aspect_ratio", ratio.group(), {"": words.part(*ratio.span()).spans}, found_by, confidence)
    sound = SOUND.search(text) or _silence(text, fact)
    if sound and (fact != "aspect_ratio"):
        yield Claim("film.sound", sound.group(), {"": words.part(*sound.span()).spans}, found_by, confidence)
    yield from colour(words, found_by, confidence)
    for match in FORMAT.finditer(text):
        if match.group().casefold() not in PLAIN or fact == "format":
            yield Claim("film.formats", match.group(), {"": words.part(*match.span()).spans}, found_by, confidence)


def _silence(text: str, fact: str) -> re.Match[str] | None:
    """The word for a silent film; without a label it must stand alone, as it is also a word of titles."""
    if fact not in ("sound", "format", "colour") and fold(text) not in fact_words("silent"):
        return None
    return next((word for word in WORD.finditer(text) if fold(word.group()) in fact_words("silent")), None)


def colour(words: Words, found_by: str, confidence: float) -> Iterator[Claim]:
    folded = f" {fold(words.quote.text)} "
    in_colour = any(f" {word} " in folded for word in fact_words("colour"))
    in_grey = any(f" {word} " in folded for word in fact_words("black_and_white"))
    if in_colour or in_grey:
        value = "both" if in_colour and in_grey else "colour" if in_colour else "black_and_white"
        yield Claim("film.colour", value, {"": words.quote.spans}, found_by, confidence)


def genres(words: Words, found_by: str, confidence: float, *, printed: bool) -> Iterator[Claim]:
    """Forms by their words; genres as printed, where the label asks for them or the words are known for genres."""
    for start, end in pieces(words.quote.text):
        part = words.part(start, start + len(words.quote.text[start:end].rstrip(" .")))
        for form in vocabulary().form(part.text):
            yield Claim("film.forms", form, {"": part.spans}, found_by, confidence)
        if part and (is_genre(part.text) or (printed and not runtime_in(part.text))):
            yield Claim("film.genres", part.text, {"": part.spans}, found_by, confidence)
