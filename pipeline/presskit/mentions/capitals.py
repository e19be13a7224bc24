"""Names by their capitals alone, for the languages without a model."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.mentions.findings import ORG, PERSON, PLACE, Finding
from presskit.mentions.labels import organising
from presskit.mentions.places import hyphened
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, linked

SURE, LIKELY, FAINT = 1.6, 1.2, 0.6
LONGEST = 5


def capitalised(words: Words, language: str) -> Iterator[Finding]:
    """Runs of capitals: people, and places behind "en", "in", "desde". In German a given name must begin the run."""
    at = 0
    while at < len(words):
        end = _run(words, at)
        start = _past_openers(words, at, end)
        if start < end:
            yield from _named(words, start, end, language)
        at = max(end, at + 1)


def _run(words: Words, at: int) -> int:
    """The end of the capitals that begin at a word, over a person's particles ("Luz de la Vega")."""
    if not words[at].capital:
        return at
    particles = name_words()["particle"]
    end = at + 1
    while end < len(words):
        if linked(words, end - 1):
            end += 1
            continue
        step = 1
        while step < 3 and end + step < len(words) and words[end + step - 1].folded in particles and not words[end + step].capital:
            step += 1
        run = words[end - 1 : end + step]
        small = run[1:]
        if not (end + step < len(words) and words[end + step].capital and all(w.gap in (" ", "") and not w.possessive for w in run)):
            break
        if not all(w.folded in particles and w.folded not in ("y", "e", "i", "a", "al") for w in small):
            break
        end += step + 1
    return end


def _past_openers(words: Words, start: int, end: int) -> int:
    lists = name_words()
    while start < end and ((words[start].folded in lists["opener"] and words[start].opens) or words[start].folded in lists["honorific"]):
        start += 1
    return start


def _named(words: Words, start: int, end: int, language: str) -> Iterator[Finding]:
    lists = name_words()
    if language == "de":
        start = next((n for n in range(start, end) if words[n].folded in lists["given_name"]), start)
    run = words[start:end]
    if any(word.folded in lists["no_name"] or word.upper or organising(word) for word in run) or len(run) > LONGEST:
        return
    if len(run) == 1 and hyphened(run[0]):
        return
    span = run[0].start, run[-1].end - (2 if run[-1].possessive else 0)
    if run[0].folded in lists["given_name"]:
        yield Finding(*span, PERSON, SURE, "given")
    elif _firm(words, start):
        yield Finding(*span, ORG, SURE, "firm")
    elif len(run) > 1 and run[0].folded in lists["place"] and language != "de":
        yield Finding(*span, PLACE, SURE, "geographic")
    elif language == "de":
        yield from _told_german(words, start, end)
    else:
        yield from _told(words, start, end)


def _told(words: Words, start: int, end: int) -> Iterator[Finding]:
    run = words[start:end]
    span = run[0].start, run[-1].close
    if _placed(words, start) and len(run) < 4 and not _subject(run[0]):
        yield Finding(*span, PLACE, LIKELY, "locative")
    elif len(run) > 1 and not _subject(run[0]):
        yield Finding(*span, PERSON, SURE if len(run) < 4 and not run[0].opens else LIKELY, "capitals")
    elif len(run) == 1 and not run[0].opens:
        yield Finding(*span, PERSON, FAINT, "capital")


def _told_german(words: Words, start: int, end: int) -> Iterator[Finding]:
    """A place behind "in", "nach"; a person of two capitals behind "von", "mit" or what somebody is ("Bergführer Gion Caduff")."""
    lists = name_words()
    run = words[start:end]
    if _placed(words, start) and len(run) == 1 and not run[0].possessive and run[0].folded not in lists["bare_noun"]:
        yield Finding(run[0].start, run[0].end, PLACE, LIKELY, "locative")
    titled = len(run) == 3 and _what(run[0])
    led = len(run) == 2 and start > 0 and words[start - 1].gap == " " and words[start - 1].text in lists["person_cue"]
    name = run[1:] if titled else run
    if not (titled or led) or any(word.folded in lists[kind] for word in name for kind in ("place", "generic", "part_word")):
        return
    if name[-1].folded not in lists["bare_noun"] and not any(word.folded in lists.places or _what(word) for word in name):
        yield Finding(name[0].start, name[-1].close, PERSON, SURE, "led")


def _what(word: Word) -> bool:
    """A noun that says what somebody is."""
    lists = name_words()
    return any(word.folded in lists[name] for name in ("trade", "part_word", "person_cue"))


def _firm(words: Words, at: int) -> bool:
    """Behind a word for a company: "la productora Faro Norte"."""
    return at > 0 and words[at - 1].gap == " " and not words[at].opens and words[at - 1].folded in name_words()["firm_cue"]


def _subject(word: Word) -> bool:
    """What one has a degree or works in, and no place: "em Cinema", "en Comunicación"."""
    lists = name_words()
    return any(word.folded in lists[name] for name in ("field", "extending", "generic", "organisation"))


def _placed(words: Words, at: int) -> bool:
    return at > 0 and words[at - 1].gap == " " and words[at - 1].folded in name_words()["locative"]
