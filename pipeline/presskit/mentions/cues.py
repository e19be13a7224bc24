"""Names by the words around them: "the film …", "such as …", "starred in …", "Jane Doe's …", "… by Jane Doe", "with …"."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.mentions.findings import PERSON, WORK, Finding
from presskit.mentions.labels import organising
from presskit.mentions.title_edges import large, title_end, title_start
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words

CUED, APPOSED, ARTICLED = 2.6, 2.0, 2.2
WITH = 2.1
FEW = 6
"""Words of the longest title with small letters that punctuation ends."""
ASIDE = 5
"""Words within which "such as" follows what it enumerates ("films for children, such as")."""
STOPS = tuple('.,;:!?)”»"')


def cued(words: Words) -> Iterator[Finding]:
    """The film Title, her series: Title; films such as One, Another and A Third (in languages that capitalise titles)."""
    cues = name_words()["work_cue"]
    for at, word in enumerate(words[:-1]):
        if word.capital or word.folded not in cues:
            continue
        if not words[at + 1].capital:
            start = _list_start(words, at)
            yield from _enumerated(words, start) if start else ()
        elif word.gap == " ":
            yield from _title(words, at + 1, CUED)
        elif word.gap == ": ":
            yield from _enumerated(words, at + 1)
        elif word.gap == ", ":
            yield from _apposed(words, at + 1)


def _title(words: Words, at: int, weight: float) -> Iterator[Finding]:
    end = title_end(words, at)
    if not any(organising(word) for word in words[at:end]):
        yield Finding(words[at].start, words[end - 1].end, WORK, weight, "cued")


def _apposed(words: Words, at: int) -> Iterator[Finding]:
    """Her first documentary, Title, …: the title stands between punctuation."""
    gap = words[title_end(words, at) - 1].gap
    if gap.strip().startswith(STOPS) and not words[at].opens:
        yield from _title(words, at, APPOSED)


def _list_start(words: Words, at: int) -> int:
    """The first capital behind "such as", "including" and the like, within the words that may stand between; 0 if there is none."""
    openers = name_words()["such_as"]
    for n in range(at + 1, min(at + ASIDE, len(words) - 1)):
        opened = words[n].folded in openers or f"{words[n - 1].folded} {words[n].folded}" in openers
        if opened and words[n + 1].capital and words[n].gap in (" ", ": "):
            return n + 1
        if words[n].gap.strip(" ,") or words[n].capital:
            return 0
    return 0


def _enumerated(words: Words, at: int) -> Iterator[Finding]:
    """One, Another, and A Third."""
    while at < len(words) and words[at].capital:
        yield from _title(words, at, CUED)
        at = _next_item(words, title_end(words, at))


def _next_item(words: Words, end: int) -> int:
    """Where an enumeration goes on: behind a comma, an "and", or both; past the end if it does not."""
    if end + 1 < len(words) and words[end - 1].gap == " (" and words[end].text.isdigit() and words[end].gap[:1] == ")":  # Title (2009), …
        return _next_item_after(words, end + 1, words[end].gap[1:])
    return _next_item_after(words, end, words[end - 1].gap)


def _next_item_after(words: Words, end: int, gap: str) -> int:
    adding = name_words()["adding"]
    if end >= len(words) or gap not in (", ", "; ", " "):
        return len(words)
    joined = words[end].folded in adding and words[end].gap == " "
    return end + 1 if joined else end if gap != " " else len(words)


def acted_in(words: Words) -> Iterator[Finding]:
    """She starred in Title and Other Title; he worked on Title."""
    lists = name_words()
    for at, word in enumerate(words[:-2]):
        small = "in" if word.folded in lists["acted"] else "on" if word.folded in lists["worked"] else ""
        if small and words[at + 1].text == small and words[at + 2].capital and not word.capital and word.gap == words[at + 1].gap == " ":
            yield from _enumerated(words, at + 2)


def articled(words: Words) -> Iterator[Finding]:
    """A capital article inside a sentence begins a title where titles are written small ("Los trenes de ayer"); punctuation ends it."""
    lists = name_words()
    for at, word in enumerate(words[:-1]):
        if word.opens or not word.capital or word.upper or word.folded not in lists["article"]:
            continue
        if words[at + 1].capital or words[at + 1].folded in lists["work_cue"]:  # "La película": a sentence begins unseen
            continue
        end = _unowned(words, at, _punctuated(words, at))
        if end:
            yield Finding(word.start, words[end - 1].end, WORK, ARTICLED, "articled")


def _unowned(words: Words, at: int, end: int) -> int:
    """Without the maker: "Los trenes de ayer de Ana Vidal" ends before "de Ana"."""
    lists = name_words()
    made = (
        n
        for n in range(at + 2, end - 2)
        if words[n].folded in lists["genitive"] and words[n + 1].folded in lists["given_name"] and words[n + 2].capital
    )
    return next(made, end)


def _punctuated(words: Words, at: int) -> int:
    """The end of what begins at a word, if punctuation comes within a few words; else 0."""
    end = at + 1
    while end < len(words) and end - at < FEW and words[end - 1].gap in (" ", ""):
        end += 1
    return end if words[end - 1].gap.strip().startswith(STOPS) else 0


def cued_small(words: Words) -> Iterator[Finding]:
    """El documental La casa del molino; son film, Le Bruit des vagues, …: titles of which only the first words have capitals."""
    cues = name_words()["work_cue"]
    for at, word in enumerate(words[:-1]):
        if word.capital or word.folded not in cues or not words[at + 1].capital or words[at + 1].opens or word.gap not in (" ", ", "):
            continue
        end = _punctuated(words, at + 1) or _small_end(words, at + 1)
        if not any(organising(w) for w in words[at + 1 : end]) and (word.gap == " " or words[end - 1].gap.strip().startswith(STOPS)):
            yield Finding(words[at + 1].start, words[end - 1].end, WORK, CUED, "cued")


def _small_end(words: Words, at: int) -> int:
    """An article and its noun, further capitals, and what "de", "des", "della" hang on to them."""
    lists = name_words()
    end = at + 1 + (words[at].folded in lists["article"])
    while end < len(words) and words[end - 1].gap in (" ", "") and end - at < FEW:
        if words[end].capital:
            end += 1
        elif words[end].folded in lists["genitive"] and end + 1 < len(words) and words[end].gap in (" ", ""):
            end += 2 + (words[end + 1].folded in lists["article"])
        else:
            break
    return min(end, len(words))


def owned(words: Words, people: frozenset[str]) -> Iterator[Finding]:
    """Jane Doe's The Long Way; The Long Way by Jane Doe; The Long Way starring Jane Doe. `people` are folded parts of names."""
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        if word.possessive and word.folded in people and following.capital and word.gap == " ":
            yield from _title(words, at + 1, CUED)
        elif word.text in ("by", "starring") and following.capital and following.folded in people and at:
            yield from _made(words, at - 1)


def _made(words: Words, last: int) -> Iterator[Finding]:
    if words[last].gap != " " or not large(words[last]):
        return
    first = title_start(words, last)
    if not any(organising(word) for word in words[first : last + 1]):
        yield Finding(words[first].start, words[last].end, WORK, CUED, "made")


def _personal(word: Word) -> bool:
    lists = name_words()
    plain = word.capital and word.text.isalpha() and not word.upper and not organising(word)
    return plain and word.folded not in lists["place"] and word.folded not in lists["article"]


def _past_article(words: Words, at: int) -> int:
    return at + 1 if at < len(words) and not words[at].capital and words[at].folded in name_words()["article"] else at


def accompanied(words: Words) -> Iterator[Finding]:
    """Played with One Name, Another Name and A Third; starring …: people, where the words themselves say nothing else."""
    lists = name_words()
    for at, word in enumerate(words[:-1]):
        if word.capital or word.folded not in lists["person_cue"] or word.gap != " ":
            continue
        start = at + 1
        while start < len(words) and words[start].capital:
            end = title_end(words, start)
            run = words[start:end]
            if 1 < len(run) < 4 and all(_personal(w) for w in run):
                yield Finding(run[0].start, run[-1].close, PERSON, WITH, "with")
            start = _past_article(words, _next_item(words, end))
