"""Two more sets of films: from countries of other scripts; and such as are awkward to tell apart or to recognise."""

from __future__ import annotations

from random import Random

from fiction.films import Story, changed
from fiction.scripts import LANGUAGES as SCRIPTS
from fiction.scripts import crowd
from fiction.stories import CODES, FORMER, HERE, LANGUAGES, PARTS, numbered, people_of, plain, recast

ABROAD = {"ar": "EG", "he": "IL", "zh": "CN", "uk": "UA", "hu": "HU", "tr": "TR"} | CODES


def abroad_stories(world: int = 3) -> tuple[Story, ...]:
    """Twenty-five films: sixteen on their own, and namesakes, remakes, a sequel, a short, a documentary, films made side by side."""
    rng = Random(world)
    told, other = ([_drawn(line, rng) for line in _lines("abroad")] for _ in range(2))
    glass, key, well, mill, rope, road = told[1], told[3], told[4], told[7], told[10], told[13]
    return (
        *told,
        changed(other[5], "namesake", titles=plain("Ox Ledger"), directors=told[5].directors),
        changed(other[3], "remake-abroad", titles=key.titles, country="FR", language="fr", year=key.year + 9),
        changed(other[8], "one-title", titles=well.titles, year=well.year + 1),
        changed(_beside(glass, rng), "beside", titles=plain("Nine Anchors")),
        changed(_beside(rope, rng), "beside-hu", titles={**plain("Loose Wire"), "hu": "Laza drót"}),
        changed(mill, "sequel", titles=numbered(mill.titles, " II"), year=mill.year + 2, runtime=mill.runtime + 7),
        changed(road, "short", runtime=17, year=road.year - 2, forms=("short", "fiction"), oeuvre=()),
        changed(other[6], "documentary", titles=told[6].titles, year=told[6].year + 1, runtime=58, forms=("documentary",), cast=()),
        changed(other[14], "homonym", titles={"en": told[14].titles["en"]}, year=told[14].year),
    )


def awkward_stories(world: int = 4) -> tuple[Story, ...]:
    """Twenty-five films: classics restored and remade, working titles, a series, namesakes, one director's two of one year."""
    rng = Random(world)
    told, other = ([_drawn(line, rng) for line in _lines("awkward")] for _ in range(2))
    waltz, brass, depot, alibi, kiln, notary = told[0], told[1], told[2], told[4], told[5], told[7]
    classic, second = (changed(story, story.key, year=year, restored=year + gap) for story, year, gap in _classics(told))
    named = changed(told[8], told[8].key, working="Project Pendulum")
    early = changed(told[11], told[11].key, working="Untitled Stove Film")
    series = [changed(depot, f"episode {n}", titles=numbered(depot.titles, f", Episode {n}")) for n in (1, 2, 3)]
    return (
        waltz, brass, *series, classic, alibi, kiln, second, notary, named, *told[9:11], early, *told[12:],
        changed(other[3], "remake", titles=classic.titles, year=classic.year + 37),
        changed(_beside(waltz, rng), "beside", titles=plain("Inkwell")),
        changed(_beside(alibi, rng), "beside-es", titles={**plain("Thin Smoke"), "es": "Humo ralo"}),
        changed(other[1], "one-title", year=brass.year),
        changed(brass, "second-part", titles=numbered(brass.titles, " II"), year=brass.year + 1),
        changed(other[5], "namesake", titles=plain("Bollard"), directors=kiln.directors, year=kiln.year),
        changed(notary, "making-of", titles=numbered(notary.titles, ": Making Of"), runtime=44, forms=("documentary",), cast=()),
        changed(other[9], "fen-too", year=told[9].year + 1),
        changed(told[13], "scale-short", runtime=12, year=told[13].year - 1, forms=("short",), oeuvre=()),
    )  # fmt: skip


def _classics(told: list[Story]) -> tuple[tuple[Story, int, int], ...]:
    return (told[3], 1961, 58), (told[6], 1974, 44)


def _beside(story: Story, rng: Random) -> Story:
    """Made by the same people in the same year, half of the players in other parts."""
    return changed(story, "beside", runtime=story.runtime + rng.randint(-9, 14), cast=recast(_peopled(story.language, rng), story, rng))


def _drawn(line: str, rng: Random) -> Story:
    original, *titles = (part.strip() for part in line.split("|"))
    named = dict(zip(LANGUAGES, titles, strict=False))
    if len(titles) > len(LANGUAGES):
        named[original] = titles[-1]
    people = _peopled(original, rng)
    year = rng.randint(1994, 2023)
    return Story(
        key=f"{named['en']} ({rng.randrange(10**6)})",
        titles=named,
        country=ABROAD[original],
        language=original,
        year=year,
        runtime=rng.randint(71, 144),
        directors=people[:1],
        cast=tuple(zip(people[1:9], rng.sample(PARTS.split(), 8), strict=True)),
        crew=people[9:15],
        oeuvre=tuple((year - gap, plain(title)) for gap, title in zip((8, 5, 2), rng.sample(FORMER.split("|"), 3), strict=True)),
    )


def _peopled(language: str, rng: Random) -> tuple[str, ...]:
    return crowd(language, 15, rng) if language in SCRIPTS else people_of(language, rng)


def _lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
