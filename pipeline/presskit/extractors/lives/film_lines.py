"""What each line of a filmography is: the beginning of a film, the rest of one, a group's heading, a year, a remark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from presskit.extractors.lives.film_details import Group, detail_of, functions, is_by_somebody
from presskit.extractors.lives.film_entries import stage_end, year_only
from presskit.extractors.lives.film_shapes import RUNTIME, YEAR_IN_BRACKETS, is_prose, looks_like_entry, opens_with_year, shows_film, titled
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Line, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

LONGEST_GROUP = 60
LONGEST_DETAILS = 160
FAR_IN = 3
"""Characters or points that a second film of the same year is set in under the first one's year."""
LONGEST_PIECE = 5
SIGNATURE = re.compile(r"\s(?P<said>(?:di|de|d['’]|von|by|por)\s?[^\W\d_a-zß-ÿ][^,;()–]{3,40})$")
SHOUTED = re.compile(r"(?P<title>[^a-zß-ÿ]{2,80}?)\s(?P<by>di|de|d['’]|von|by|por)\s?(?P<name>[A-ZÀ-Þ][^,;()–-]{3,40}?)(?=\s[-–]\s|[,(]|$)")
PIECES = re.compile(r"\s*[,|;·•()\[\]]\s*|\s+[/–—-]\s+")


class Shape(Enum):
    """How the list is printed: the year first, as a heading over its films, in a line below the title, or anywhere else."""

    YEAR_FIRST = "year first"
    YEAR_ABOVE = "year above"
    YEAR_BELOW = "year below"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FilmLines:
    """The lines of one list; `dated` where any of them shows a film's year, `told_below` where a line about each follows,
    `signed` where each ends with who made it."""

    reading: Reading
    lines: Sequence[Line]
    texts: Sequence[str]
    shape: Shape
    dated: bool
    told_below: bool
    signed: bool

    @classmethod
    def of(cls, reading: Reading, lines: Sequence[Line]) -> FilmLines:
        texts = [reading.words(line) for line in lines]
        return cls(reading, lines, texts, _shape(texts), any(map(looks_like_entry, texts)), _told_below(texts), _signed(texts))


def _shape(texts: Sequence[str]) -> Shape:
    alone = sum(map(year_only, texts))
    leading = [text for text in texts if opens_with_year(text) and not year_only(text)]
    below = sum(map(details_only, leading))
    elsewhere = sum(not opens_with_year(text) and looks_like_entry(text) for text in texts)
    if below > elsewhere and below * 2 > len(leading):
        return Shape.YEAR_BELOW
    if leading and len(leading) >= alone and len(leading) > elsewhere and len(leading) * 4 >= len(texts):
        return Shape.YEAR_FIRST
    return Shape.YEAR_ABOVE if alone else Shape.OTHER


def signature(text: str) -> int:
    """Where «di Ada Brook» begins at the end of a line; 0 where there is no such."""
    found = SIGNATURE.search(text[:LONGEST_DETAILS])
    return found.start() if found and is_by_somebody(found["said"]) else 0


def _signed(texts: Sequence[str]) -> bool:
    """«Il sale di Ada Brook» may be a title by itself; in a list whose films all end so it is not."""
    leading = [text for text in texts if opens_with_year(text) and not year_only(text)]
    return len(leading) >= 2 and sum(bool(signature(text)) for text in leading) * 4 >= len(leading) * 3


def _told_below(texts: Sequence[str]) -> bool:
    """Most films are followed by a line that says what they are: what else would be a group's heading."""
    leading = [at for at, text in enumerate(texts) if opens_with_year(text) and not year_only(text)]
    told = sum(1 for at in leading if at + 1 < len(texts) and not opens_with_year(texts[at + 1]) and detail_of(texts[at + 1].split(",")[0]))
    return told >= 2 and told * 2 > len(leading)


def details_only(text: str) -> bool:
    """«2019 | documentary | 52 min»: a line about a film whose title stands above."""
    pieces = [piece for piece in PIECES.split(text) if piece.strip(" .:")] if len(text) <= LONGEST_DETAILS else []
    return len(pieces) > 1 and year_only(pieces[0]) and all(detail_of(piece) and len(piece.split()) <= LONGEST_PIECE for piece in pieces)


def is_year_above(films: FilmLines, at: int) -> bool:
    return films.shape is Shape.YEAR_ABOVE and year_only(films.texts[at])


def group_at(films: FilmLines, at: int) -> Group | None:
    """«Short films», «Als Regisseur», «Théâtre»: a short line without a year that says what the films below are."""
    if _tells_of_title(films, at):
        return None
    text = films.texts[at].strip(" :.-–—*•[]()")
    if not text or len(text) > LONGEST_GROUP or YEAR_IN_BRACKETS.search(text) or any(char.isdigit() for char in text):
        return None
    spans = (films.lines[at].span,)
    if fold(text) in life_words("stage_groups"):
        return Group(spans=spans, dropped=True)
    roles = functions(_without_as(text))
    if roles:
        return Group(roles=roles, spans=spans)
    if fold(text) in life_words("film_groups") or fold(text) in life_words("in_development") or _is_heading(text):
        return Group(forms=vocabulary().form(text), spans=spans)
    return None


def _tells_of_title(films: FilmLines, at: int) -> bool:
    """«Short film», «(short)», «Feature film, 101 min» right below a line that gives a year and a title, or a title below its year."""
    if not at or films.lines[at].blank_before or not detail_of(films.texts[at].split(",")[0]):
        return False
    above = films.texts[at - 1]
    if films.shape is Shape.YEAR_ABOVE:
        return films.texts[at].startswith("(") and at > 1 and year_only(films.texts[at - 2])
    return (
        films.told_below
        and films.shape is Shape.YEAR_FIRST
        and 0 < opens_with_year(above) < len(above)
        and not opens_with_year(films.texts[at])
    )


def _without_as(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and fold(first) in life_words("as_words") else text


def _is_heading(text: str) -> bool:
    senses = vocabulary().headings(text)
    return bool(senses) and senses[0].kind is SectionKind.FILMOGRAPHY and not senses[0].rest


def begins(films: FilmLines, at: int, held: Sequence[int]) -> bool:
    """Whether a film begins here; `held` are the lines of the film before, as far as gathered."""
    text = films.texts[at]
    if films.shape is Shape.YEAR_BELOW:
        return titled(text) and not opens_with_year(text) and at + 1 < len(films.texts) and opens_with_year(films.texts[at + 1]) > 0
    if held and _dates_title(text, films.texts[at - 1]):
        return False
    if opens_with_year(text) and not is_year_above(films, at):
        below = films.texts[at + 1] if at + 1 < len(films.texts) else ""
        return not is_prose(text if opens_with_year(below) else f"{text} {below}")
    if stage_end(text) and titled(text[stage_end(text) :]):
        return True
    if films.shape is Shape.YEAR_FIRST:
        return shares_year(films, at, held)
    return titled(text) and not _hangs(films, at, held) and not _annotates(films, at, held) and _undated_film(films, at)


def _dates_title(text: str, above: str) -> bool:
    """«(2016, 15 min)» that the margin parted from its title."""
    return text[:1] in "([" and details_only(text) and not looks_like_entry(above)


def shares_year(films: FilmLines, at: int, held: Sequence[int]) -> bool:
    """A second film of the same year, its year's place left empty."""
    if films.shape is not Shape.YEAR_FIRST or not held or not titled(films.texts[at]):
        return False
    if all(_shouts_and_signs(films.texts[number]) for number in (held[0], at)):
        return True
    set_in = films.lines[at].indent > films.lines[held[0]].indent + FAR_IN
    whole = not _wrapped(films.texts[at - 1], films.texts[at]) and not _speaks_of_prizes(films.texts[at])
    return set_in and whole and shows_film(films.texts[at])


def _shouts_and_signs(text: str) -> bool:
    """«LOW TIDE de Ada Brook», with or without a year in front."""
    text = text[opens_with_year(text) :]
    found = SHOUTED.match(text)
    return bool(found and is_by_somebody(f"{found['by']} {found['name']}"))


def _undated_film(films: FilmLines, at: int) -> bool:
    """In a list with years a line without one is a film only if it shows so; a list of bare titles shows nothing."""
    text = films.texts[at]
    if looks_like_entry(text) or films.shape is Shape.YEAR_ABOVE:
        return True
    if films.dated:
        below = films.texts[at + 1] if at + 1 < len(films.texts) else ""
        return (len(text) < 100 and shows_film(text)) or (_wrapped(text, below) and looks_like_entry(f"{text} {below}"))
    return len(text) < 100 and not text.endswith((".", "!", ":"))


def continues(films: FilmLines, at: int, held: Sequence[int]) -> bool:
    """A wrapped line goes on with its entry; a line about prizes under it does not."""
    above, text = films.texts[at - 1], films.texts[at]
    if not held or held[-1] != at - 1:
        return False
    if films.shape is Shape.YEAR_BELOW:
        return opens_with_year(text) > 0
    if len(held) == 1 and year_only(above):
        return True
    return _wrapped(above, text) or (not _annotates(films, at, held) and films.shape is Shape.YEAR_FIRST)


def _wrapped(above: str, text: str) -> bool:
    opened = above.count("(") > above.count(")")
    first = text.split(maxsplit=1)[0] if text else ""
    return opened or above.endswith((",", "/", "-", "–", "&")) or text[:1].islower() or text[:1] in "(/" or bool(RUNTIME.match(first))


def _hangs(films: FilmLines, at: int, held: Sequence[int]) -> bool:
    """Set further in than the entry's first line, or plainly the rest of the line above."""
    if not held or held[-1] != at - 1:
        return False
    line, first = films.lines[at], films.lines[held[0]]
    return line.indent > first.indent + 1 or _wrapped(films.texts[at - 1], films.texts[at])


def _annotates(films: FilmLines, at: int, held: Sequence[int]) -> bool:
    """A line about prizes and festivals, or one set in under an entry that is complete."""
    set_in = bool(held) and films.lines[at].indent > films.lines[held[0]].indent + 1
    if _speaks_of_prizes(films.texts[at]):
        return set_in or not shows_film(films.texts[at])
    complete = bool(held) and films.texts[at - 1].endswith((")", ".", "’", "min", "'"))
    return complete and set_in


def _speaks_of_prizes(text: str) -> bool:
    vocab = vocabulary()
    words = {fold(word) for word in re.split(r"[\s,;:()–-]+", text)}
    return bool(words & (vocab.words("festival_words") | vocab.words("award_words") | life_words("prize_words")))
