"""Titles of films, books, songs and series by how they are printed: quotation marks, a year behind, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.mentions.findings import PERSON, WORK, Finding
from presskit.mentions.labels import organising
from presskit.mentions.title_edges import LONGEST, clause_start, large, title_start
from presskit.mentions.titles import QUOTED
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, linked
from presskit.vocabulary import fold, vocabulary

DATED = re.compile(r"[ \"”»“'’]{0,3}\(((?:19|20)\d\d)\)")
"""The year behind a title. A birth year behind a person's name looks the same; known people win over it."""
DATED_FIRST = re.compile(
    r"[ \"”»“'’]{0,3}\((?:19|20)\d\d,\s(?:\d{1,3}\s?(?:min\b|['’′])"
    r"|(?:short|feature|doc|court|long|kurz|spielfilm|cortom|largom|longa|curta|corto|lungom))[^()]{0,80}\)",
    re.IGNORECASE,
)
"""The year and what else a film list says of it: «Low Water (2008, 28 min)»."""
SHOWN = re.compile(r"[ \"”»“'’]{0,3}\((?:(?:19|20)\d\d,\s[A-Z][A-Z0-9:+]{2,8}|[A-Z][A-Z0-9:+]{2,8}\s(?:19|20)\d\d)\)")
"""«Low Water (2014, TIFF)», «Low Water (IFFR 2018)»: where it was shown; nobody is born in capitals."""
ITEM_YEAR = re.compile(r"[(;] ?([^();,]{1,80}), (?:19|20)\d\d(?=[;)])")
QUOTED_WEIGHT, DATED_WEIGHT, CAPS_WEIGHT = 3.0, 3.0, 2.6
ACRONYM = 4
"""Letters up to which one word in capitals may just as well be an acronym."""
SHORT = 3
"""Letters of month names that are also other words ("out", "set", "may")."""
NICKNAME = 20
NICKNAMED_WEIGHT = 3.0
BACK = 40
"""Characters before a quotation that say whether it is speech or a nickname."""


def quoted(text: str) -> Iterator[Finding]:
    """“Title”, «Title», 'Title': a short quotation that begins with a capital and is neither speech nor a nickname."""
    for found in QUOTED.finditer(text):
        inner = next(n for n in range(1, 6) if found.group(n) is not None)
        title = _without_stop(found.group(inner).strip())
        start = text.index(title, found.start(inner))
        before = text[max(0, found.start() - BACK) : found.start()].rstrip()
        if _titled(title) and not _spoken(before, title) and not _nickname(before, text[found.end() : found.end() + 2]):
            yield Finding(start, start + len(title), WORK, QUOTED_WEIGHT, "quoted")


def nicknamed(text: str, words: Words) -> Iterator[Finding]:
    """Orrin “Sticks” Vale: one name, with what its bearer is called in the middle."""
    quotations = [found for found in QUOTED.finditer(text) if len(found.group()) <= NICKNAME]
    starts = {word.start: at for at, word in enumerate(words)} if quotations else {}
    ends = {word.end: at for at, word in enumerate(words)} if quotations else {}
    for found in quotations:
        first, last = ends.get(found.start() - 1), starts.get(found.end() + 1)
        if first is None or last is None or not _nickname(words[first].text, text[found.end() : found.end() + 2]):
            continue
        while last + 1 < len(words) and linked(words, last):
            last += 1
        yield Finding(words[first].start, words[last].close, PERSON, NICKNAMED_WEIGHT, "nickname")


def _without_stop(title: str) -> str:
    """«“The Long Ditch,” “Salt Road.”»: American printers set the comma inside; capitals tell a title from what somebody says."""
    bare = title[:-1] if title[-1:] in ",." and title[-2:-1] != "." else title
    words = bare.split()
    large = all(word[:1].isupper() or fold(word) in name_words()["joiner"] for word in words)
    return bare if len(words) > 1 and large else title


def _titled(title: str) -> bool:
    if not title or len(title.split()) > LONGEST or title[-1] in ",.;:":
        return False
    return (title[0].isupper() or title[0].isdigit()) and any(c.isalpha() for c in title)


def _spoken(before: str, title: str) -> bool:
    """What somebody says stands behind a colon or is a sentence; a title of one sentence is shorter."""
    length = len(title.split())
    return (before.endswith(":") and length > 3) or (title[-1] in "!?…" and length > 4)


def _nickname(before: str, after: str) -> bool:
    """Orrin “Sticks” Vale: a name goes on to both sides."""
    last = before.rsplit(None, 1)[-1] if before else ""
    owner = last.endswith(("'s", "’s"))  # «Doe’s “Salt Road.” On stage»
    return after[:1] == " " and after[1:].isupper() and last[:1].isupper() and last[-1:].isalpha() and not owner


def dated(text: str, words: Words) -> Iterator[Finding]:
    """Title (2016), and the lists in brackets: (One Title, 2013; Another, 2017)."""
    years = [*DATED.finditer(text), *DATED_FIRST.finditer(text), *SHOWN.finditer(text)]
    ends = {word.end: at for at, word in enumerate(words)} if years else {}
    for found in years:
        if found.start() in ends:
            yield from _walked(text, words, ends[found.start()])
    for found in ITEM_YEAR.finditer(text):
        title = found.group(1).strip()
        if _titled(title) and not _beside_name(text, found) and not _month(fold(title.split()[0])):
            start = text.index(title, found.start(1))
            yield Finding(start, start + len(title), WORK, DATED_WEIGHT, "dated")


def _beside_name(text: str, found: re.Match[str]) -> bool:
    """A bracket of its own behind a capital says where somebody was born or who made a film: «Ana Vidal (Lugo, 1981)»."""
    if found.group()[0] != "(" or text[found.end() : found.end() + 1] != ")":
        return False
    before = text[max(0, found.start() - BACK) : found.start()].rstrip(' ”»"').rsplit(None, 1)
    return bool(before) and before[-1][:1].isupper()


def _month(folded: str) -> bool:
    return len(folded) > SHORT and folded in vocabulary().months


def _walked(text: str, words: Words, last: int) -> Iterator[Finding]:
    """The title that ends at a word: over capitals to the left, or, if its last word is small, back to the clause's first capital."""
    first = title_start(words, last) if large(words[last]) else clause_start(words, last)
    if first is not None and last - first < LONGEST:
        yield Finding(words[first].start, _with_mark(text, words[last].end), WORK, DATED_WEIGHT, "dated")


def _with_mark(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in ("!", "?") else end


def in_capitals(text: str, words: Words, style: bool) -> Iterator[Finding]:
    """TITLES IN CAPITALS inside a text that is not. One short word may be an acronym, unless the kit sets its titles so (`style`)."""
    shout = sum(word.upper for word in words)
    if not shout or shout * 2 > len(words):
        return
    at = 0
    while at < len(words):
        end = _run_end(words, at)
        run = words[at:end]
        at = max(end, at + 1)
        if run and _entitles(run, style):
            weight = CAPS_WEIGHT if len(run) > 1 or len(run[0].text) > ACRONYM else CAPS_WEIGHT / 2
            yield Finding(run[0].start, _with_mark(text, run[-1].close), WORK, weight, "capitals")


def _run_end(words: Words, at: int) -> int:
    end = at
    while end < len(words) and _shouted(words[end], first=end == at):
        end += 1
        if words[end - 1].gap not in (" ", ": ", " - ", "-", ". ", "’", "'") or words[end - 1].possessive:
            break
    if end - at == 1 and len(words[at].text) == 1:
        return at
    while end > at and not words[end - 1].upper and not words[end - 1].text.isdigit():
        end -= 1
    return end


def _shouted(word: Word, *, first: bool) -> bool:
    plain = word.text[:-2] if word.possessive else word.text
    return plain.isupper() or (plain.isdigit() and len(plain) < 4) or (not first and word.text == "&")


def _entitles(run: Words, style: bool) -> bool:
    """Whether capitals are a title: no date, no heading of the paragraph, no organisation, long enough for no acronym."""
    letters = sum(len(word.text) for word in run if word.text.isalpha())
    if any(_month(word.folded) for word in run) or (run[0].opens and not style):
        return False
    if any(organising(word) for word in run) and len(run) < 3:
        return False
    return letters > 3 if len(run) > 1 else letters >= (3 if style else 6)
