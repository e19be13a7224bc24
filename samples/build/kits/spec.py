"""Facts about the film: the cover, and running time, format, country and the like as one line or as a list."""

from __future__ import annotations

from collections.abc import Sequence

from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part
from samples.build.kits.rows import FACTS, SHAPES, Pair

RATIOS = ("1.85:1", "2.39:1", "16:9", "1.66:1", "4:3", "1.85", "Scope")
SOUNDS = ("Dolby 5.1", "5.1", "Stereo", "Dolby Digital", "Dolby Atmos", "Mono")
FORMATS = ("DCP", "35 mm", "16 mm", "DCP 2K", "35mm", "DCP 4K", "HD")


def front(hand: Hand) -> list[Part]:
    """The cover: title, other title, who made it, what this is; with a line of facts at times."""
    story, cover = hand.story, hand.tongue.cover
    title = story.title.upper() if hand.look.capitals or hand.chance(0.5) else story.title
    hand.stated.film["title"] = title
    hand.stated.name(story.title, "WORK")
    lines = [Block(title, "cover")]
    if hand.chance(0.3):
        lines.insert(0, Block(f"{hand.house('production')} {hand.pick(cover['presents'])}", "line"))
    if story.other_title and hand.chance(0.8):
        hand.stated.film["other_titles"] = [story.other_title]
        lines.append(Block(hand.pick(("{}", "({})")).format(story.other_title), "line", close=True))
    if hand.chance(0.8):
        lines += _by(hand)
    if hand.chance(0.5):
        lines.append(Block(hand.pick(cover["kit"]), "line"))
    parts = [Part("front", lines)]
    return [*parts, Part("technical", [Block(spec_line(hand), "line")])] if hand.chance(0.3) else parts


def _by(hand: Hand) -> list[Block]:
    director = hand.story.director.name.upper() if hand.look.capitals else hand.story.director.name
    hand.stated.film["directors"] = [hand.story.director.name]
    hand.stated.name(hand.story.director.name, "PERSON", director)
    by = hand.pick(hand.tongue.cover["by"])
    if "{form}" in by:
        by, hand.stated.film["forms"] = by.format(form=hand.tongue.forms[hand.story.form][0]), [hand.story.form]
    return [Block(f"{by} {director}", "line")] if hand.chance(0.6) else [Block(by, "line"), Block(director, "line", close=True)]


def technical(hand: Hand) -> list[Part]:
    if hand.chance(0.25):
        hand.layouts["technical"] = "one line"
        return [Part("technical", [Block(spec_line(hand), "line")], heading(hand, "technical") if hand.chance(0.6) else ())]
    facts = ["year", "country", "runtime"] + [
        fact for fact in ("language", "ratio", "sound", "colour", "format", "genre") if hand.chance(0.6)
    ]
    facts += ["subtitles"] if "language" in facts and hand.chance(0.4) else []
    if hand.chance(0.4):
        hand.dice.shuffle(facts)
    facts = [*(["title"] if hand.chance(0.3) else []), *facts]
    pairs: list[Pair] = [(hand.pick(hand.tongue.facts[fact]), value(hand, fact)) for fact in facts]
    if hand.look.headings == "caps":
        pairs = [(label.upper(), stated) for label, stated in pairs]
    return [Part("technical", SHAPES[hand.layout("technical", FACTS)](pairs), heading(hand, "technical"))]


def spec_line(hand: Hand) -> str:
    """All on one line, the order of the facts any."""
    facts = ["year", "country", "runtime", *(fact for fact in ("colour", "format", "ratio", "sound", "language") if hand.chance(0.4))]
    hand.dice.shuffle(facts)
    return hand.pick((", ", " / ", " | ", " • ", " – ", " - ")).join(value(hand, fact) for fact in facts)


def value(hand: Hand, fact: str) -> str:
    """A fact as it is printed, noted down as it is stated."""
    film, tongue, story = hand.stated.film, hand.tongue, hand.story
    if fact == "title":
        return story.title
    if fact == "year":
        film["year"] = story.year
        return str(story.year)
    if fact == "runtime":
        film["runtime_minutes"] = story.minutes
        return _runtime(hand)
    if fact == "country":
        film["countries"] = [land.code for land in story.lands]
        return hand.pick((", ", " / ", "/")).join(land.names[tongue.place] for land in story.lands)
    if fact in ("language", "subtitles"):
        return _languages(hand, fact)
    if fact == "genre":
        film["genres"] = [hand.pick(tongue.genres[story.form])]
        return str(film["genres"][0])  # type: ignore[index]
    return _print(hand, fact)


def _runtime(hand: Hand) -> str:
    minutes = hand.story.minutes
    if minutes >= 60 and hand.chance(0.25):
        return hand.pick(("{}h{:02}", "{} h {:02}", "{}h {:02}min")).format(*divmod(minutes, 60))
    return hand.pick(hand.tongue.minutes).format(m=minutes)


def _languages(hand: Hand, fact: str) -> str:
    codes = list(dict.fromkeys(land.language for land in hand.story.lands))
    if fact == "subtitles":
        codes = [code for code in ("en", "fr", "de", "es") if code not in codes][: hand.dice.randrange(1, 3)]
    hand.stated.film["languages" if fact == "language" else "subtitles"] = codes
    return hand.pick((", ", " / ", "/")).join(hand.tongue.tongues[code] for code in codes)


def _print(hand: Hand, fact: str) -> str:
    """Facts about a print of the film."""
    film = hand.stated.film
    if fact == "colour":
        colour = "black_and_white" if hand.chance(0.2) else "colour"
        printed: Sequence[str] = hand.tongue.colours[colour]
        film.setdefault("colour", colour)
        return hand.pick(hand.tongue.colours[str(film["colour"])] or printed)
    if fact == "format":
        return str(film.setdefault("formats", [hand.pick(FORMATS)])[0])  # type: ignore[index]
    key, choices = ("aspect_ratio", RATIOS) if fact == "ratio" else ("sound", SOUNDS)
    return str(film.setdefault(key, hand.pick(choices)))
