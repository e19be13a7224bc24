"""Titles of films, books, songs and series, by how they are printed and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.mentions.findings import WORK, Finding
from presskit.mentions.labels import organising
from presskit.mentions.titles import QUOTED
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words
from presskit.vocabulary import fold, vocabulary

DATED = re.compile(r"\(((?:19|20)\d\d)\)")
"""The year behind a title. A birth year behind a person's name looks the same; known people win over it."""
ITEM_YEAR = re.compile(r", ((?:19|20)\d\d)(?=[;)])")
LONGEST = 9
QUOTED_WEIGHT, DATED_WEIGHT, CUED_WEIGHT = 3.0, 3.0, 2.6
APPOSED_WEIGHT = 2.0
ARTICLED_WEIGHT, ARTICLED = 2.2, 6
CAPS_WEIGHT = 2.6
ACRONYM = 4
"""Letters up to which one word in capitals may just as well be an acronym."""
STOPS = frozenset(".,;:!?)”»\"")


def quoted(text: str) -> Iterator[Finding]:
    """“Title”, «Title», 'Title': a short quotation that begins with a capital and is neither speech nor a nickname."""
    for found in QUOTED.finditer(text):
        inner = next(n for n in range(1, 6) if found.group(n) is not None)
        start, end = found.span(inner)
        title = text[start:end].strip()
        start = text.index(title, start) if title else start
        if _titled(title) and not _spoken(text, found.start(), title) and not _nickname(text, found.start(), found.end()):
            yield Finding(start, start + len(title), WORK, QUOTED_WEIGHT, "quoted")


def _titled(title: str) -> bool:
    words = title.split()
    return bool(words) and len(words) <= LONGEST and (title[0].isupper() or title[0].isdigit()) and title[-1] not in ",.;:" and any(c.isalpha() for c in title)


def _spoken(text: str, start: int, title: str) -> bool:
    """What somebody says stands behind a colon or is a sentence; a title of one sentence is shorter."""
    before = text[:start].rstrip()
    return (before.endswith(":") and len(title.split()) > 3) or (title[-1] in "!?…" and len(title.split()) > 4)


def _nickname(text: str, start: int, end: int) -> bool:
    """Cathal “Chalky” White: a name goes on to both sides."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return bool(before and after and after[0].isupper() and before.rsplit(None, 1)[-1][:1].isupper() and before[-1].isalpha()) and text[end : end + 1] == " "


def dated(text: str, words: Words) -> Iterator[Finding]:
    """Title (2016), and the lists in brackets: (One Title, 2013; Another, 2017)."""
    starts = {word.end: at for at, word in enumerate(words)}
    for found in DATED.finditer(text):
        last = starts.get(len(text[: found.start()].rstrip(" \"”»“'’")))
        if last is not None:
            yield from _walked(text, words, last)
    for found in ITEM_YEAR.finditer(text):
        start = max(text.rfind("(", 0, found.start()), text.rfind(";", 0, found.start())) + 1
        title = text[start : found.start()].strip()
        if title and title[0].isupper() and len(title.split()) <= LONGEST and "," not in title and not _calendar(title):
            at = text.index(title, start)
            yield Finding(at, at + len(title), WORK, DATED_WEIGHT, "dated")


def _calendar(title: str) -> bool:
    return fold(title.split()[0]) in vocabulary().months


def _walked(text: str, words: Words, last: int) -> Iterator[Finding]:
    """The title that ends at a word: back over capitals and small words; if its last word is small, back to the clause's first capital."""
    first = _title_start(words, last) if words[last].capital or words[last].text.isdigit() else _clause_start(words, last)
    if first is not None and last - first < LONGEST:
        end = words[last].end
        yield Finding(words[first].start, end + (text[end : end + 1] in "!?"), WORK, DATED_WEIGHT, "dated")


def _title_start(words: Words, last: int) -> int | None:
    """Back over capitals, numbers and small joining words to the first capital."""
    joiners = name_words()["joiner"]
    first, at = last, last - 1
    while at >= 0 and last - at < LONGEST and _close(words[at]):
        if words[at].capital or words[at].text.isdigit():
            first = at
        elif words[at].folded not in joiners or words[at].folded in ADDING:
            break
        at -= 1
    while first < last and _opening(words[first]):
        first += 1
    return first


ADDING = frozenset(("and", "y", "e", "und", "et", "with", "from", "by", "to"))


def _close(word: Word) -> bool:
    return word.gap in (" ", ": ", "-", " - ", " – ") and not word.possessive


def _opening(word: Word) -> bool:
    return word.opens and word.folded in name_words()["opener"]


def _clause_start(words: Words, last: int) -> int | None:
    """Back to the punctuation or conjunction before the title, then on to the first capital ("… y Nadie baja (2019)")."""
    first: int | None = None
    at = last
    while at >= 0 and last - at < LONGEST:
        if at < last and (words[at].gap.strip() or words[at].folded in ADDING):
            break
        if words[at].capital and not _opening(words[at]):
            first = at
        at -= 1
    return first


def in_capitals(text: str, words: Words, style: bool) -> Iterator[Finding]:
    """TITLES IN CAPITALS inside a text that is not. One short word may be an acronym, unless the kit sets its titles so (`style`)."""
    shout = sum(word.upper for word in words)
    if not shout or shout * 2 > len(words):
        return
    at = 0
    while at < len(words):
        end = _capital_run(words, at)
        run = words[at:end]
        at = max(end, at + 1)
        if run and _capital_title(run, style):
            close = run[-1].end - (2 if run[-1].possessive else 0)
            weight = CAPS_WEIGHT if len(run) > 1 or len(run[0].text) > ACRONYM else CAPS_WEIGHT / 2
            yield Finding(run[0].start, close + (text[close : close + 1] in "!?"), WORK, weight, "capitals")


def _capital_run(words: Words, at: int) -> int:
    end = at
    while end < len(words) and _capital_word(words[end], first=end == at):
        end += 1
        if words[end - 1].gap not in (" ", ": ", " - ", "-", ". ", "’", "'") or words[end - 1].possessive:
            break
    if end - at == 1 and len(words[at].text) == 1:
        return at
    while end > at and not words[end - 1].upper and not words[end - 1].text.isdigit():
        end -= 1
    return end


def _capital_word(word: Word, *, first: bool) -> bool:
    plain = word.text[:-2] if word.possessive else word.text
    return plain.isupper() or (plain.isdigit() and len(plain) < 4) or (not first and word.text == "&")


def _capital_title(run: Words, style: bool) -> bool:
    letters = sum(len(word.text) for word in run if word.text.isalpha())
    if any(word.folded in vocabulary().months for word in run):
        return False
    if run[0].opens and not style:
        return False
    if any(organising(word) for word in run) and len(run) < 3:
        return False
    if len(run) > 1:
        return letters > 3
    return letters >= (3 if style else 6)


def cued(text: str, words: Words) -> Iterator[Finding]:
    """The film Title, her series: Title; films such as One, Another and A Third (in languages that capitalise titles)."""
    lists = name_words()
    for at, word in enumerate(words):
        if word.capital or word.folded not in lists["work_cue"]:
            continue
        start = at + 1
        if word.gap in (" ", ": ") and start < len(words) and words[start].capital:
            yield from _items(text, words, start, many=word.gap == ": ")
            continue
        if word.gap == ", " and start < len(words) and words[start].capital:
            yield from _apposed(words, start)
            continue
        list_start = _list_start(words, at)
        if list_start:
            yield from _items(text, words, list_start, many=True)


def _apposed(words: Words, start: int) -> Iterator[Finding]:
    """Her first documentary, Title, …: the title stands between punctuation."""
    end = _title_end(words, start)
    if words[end - 1].gap[:1] in STOPS and words[end - 1].gap and words[start].folded not in name_words()["opener"]:
        yield Finding(words[start].start, words[end - 1].end, WORK, APPOSED_WEIGHT, "apposed")


def acted_in(text: str, words: Words) -> Iterator[Finding]:
    """She starred in Title and Other Title; he worked on Title."""
    lists = name_words()
    for at, word in enumerate(words[:-2]):
        small = "in" if word.folded in lists["acted"] else "on" if word.folded in lists["worked"] else ""
        if small and not word.capital and word.gap == " " and words[at + 1].text == small and words[at + 1].gap == " " and words[at + 2].capital:
            yield from _items(text, words, at + 2, many=True)


def _list_start(words: Words, at: int) -> int:
    """The first capital behind "such as", "including" and the like, within the words that may stand between; 0 if there is none."""
    lists = name_words()
    for n in range(at + 1, min(at + 5, len(words) - 1)):
        pair = f"{words[n - 1].folded} {words[n].folded}"
        if (words[n].folded in lists["such_as"] or pair in lists["such_as"]) and words[n + 1].capital and words[n].gap in (" ", ": "):
            return n + 1
        if words[n].gap.strip(" ,") or words[n].capital:
            return 0
    return 0


def _items(text: str, words: Words, start: int, *, many: bool) -> Iterator[Finding]:
    """One title, or the titles of an enumeration, each with capitals and small words."""
    at = start
    while at < len(words) and words[at].capital:
        end = _title_end(words, at)
        name = words[at:end]
        if not any(organising(word) for word in name):
            close = name[-1].end
            yield Finding(name[0].start, close + (text[close : close + 1] == "!"), WORK, CUED_WEIGHT, "cued")
        if not many:
            return
        at = _next_item(words, end)


def _title_end(words: Words, at: int) -> int:
    joiners = name_words()["joiner"]
    end = at + 1
    while end < len(words) and end - at < LONGEST and words[end - 1].gap == " ":
        if words[end].capital or words[end].text.isdigit() or (words[end].folded in joiners and words[end].folded not in ADDING and words[end].folded not in OUTSIDE and _reaches(words, end)):
            end += 1
        else:
            break
    return end


OUTSIDE = frozenset(("with", "by", "for", "at", "as", "on", "da", "por", "par", "von", "mit", "con"))


def _reaches(words: Words, at: int) -> bool:
    """Whether the small word at a place leads on to a capital within two words."""
    return any(words[n].capital for n in range(at + 1, min(at + 3, len(words)))) and words[at].gap == " "


def _next_item(words: Words, end: int) -> int:
    """Where an enumeration goes on: behind a comma, an "and", or both; past the end if it does not."""
    gap = words[end - 1].gap
    if end < len(words) and gap in (", ", "; "):
        return end + 1 if words[end].folded in AND and words[end].gap == " " else end
    if end < len(words) and gap == " " and words[end].folded in AND:
        return end + 1
    return len(words)


AND = frozenset(("and", "y", "e", "und", "et", "&", "ou", "or", "o", "u", "oder"))


def articled(words: Words) -> Iterator[Finding]:
    """A capital article inside a sentence begins a title where titles are written small ("Los años sin fútbol"); punctuation ends it."""
    articles = name_words()["article"]
    for at, word in enumerate(words[:-1]):
        if word.opens or not word.capital or word.upper or word.folded not in articles or words[at + 1].capital:
            continue
        if words[at + 1].folded in name_words()["work_cue"]:  # "La película" opens a sentence that the punctuation hides
            continue
        end = at + 1
        while end < len(words) and end - at < ARTICLED and words[end - 1].gap in (" ", ""):
            end += 1
        if words[end - 1].gap.strip(" ")[:1] in STOPS and words[end - 1].gap.strip():
            yield Finding(word.start, words[end - 1].end, WORK, ARTICLED_WEIGHT, "articled")


def owned(text: str, words: Words, people: frozenset[str]) -> Iterator[Finding]:
    """Somebody's Title, where the somebody is known: "Jane Doe's The Long Way"; and The Long Way by Jane Doe."""
    for at, word in enumerate(words):
        if word.possessive and word.folded in people and at + 1 < len(words) and words[at + 1].capital and word.gap == " ":
            end = _title_end(words, at + 1)
            if not any(organising(w) for w in words[at + 1 : end]):
                yield Finding(words[at + 1].start, words[end - 1].end, WORK, CUED_WEIGHT, "owned")
        elif word.folded in BY and 0 < at < len(words) - 1 and words[at + 1].folded in people and words[at + 1].capital:
            yield from _before(words, at - 1)
    del text


BY = frozenset(("by", "starring"))


def _before(words: Words, last: int) -> Iterator[Finding]:
    if words[last].gap != " " or not (words[last].capital or words[last].text.isdigit()):
        return
    first = _title_start(words, last)
    if first is not None and not any(organising(word) for word in words[first : last + 1]):
        yield Finding(words[first].start, words[last].end, WORK, CUED_WEIGHT, "by")
