"""Are two names in two kits one person? The name opens the question; only what the two did, and when, answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from presskit.catalogue.matching.agents import PersonSignature
from presskit.catalogue.matching.match import Match, Outcome, Reason, summed
from presskit.catalogue.matching.names import ALIKE, likeness
from presskit.catalogue.matching.signatures import Entry
from presskit.catalogue.matching.titles import Title, title_likeness

SAME = 6.0
NEW = 3.0
"""A name alone makes 3, and with the same work 3.5: for a person to look at. A near name, or another trade, alone is another person."""
CAREER = 60
"""Years between two films: nobody's working life."""
ALIKE_TITLES = 0.9
TRADES = (
    {"actor", "voice", "extra", "dancer", "narrator", "stunts"},
    {"director", "co_director", "screenwriter", "story", "dialogue", "source_author", "creator", "script_consultant", "researcher"},
    {"producer", "executive_producer", "co_producer", "associate_producer", "line_producer", "assistant_producer", "commissioning_editor"},
    {"cinematographer", "camera_operator", "camera_assistant", "steadicam_operator", "second_unit_cinematographer", "still_photographer"},
    {"editor", "co_editor", "assistant_editor", "colorist", "online_editor", "post_production"},
    {"sound", "sound_recordist", "sound_mixer", "sound_designer", "sound_editor", "re_recording_mixer", "boom_operator", "foley_artist"},
    {"composer", "music", "musician", "singer", "lyricist", "songwriter", "music_supervisor"},
    {"production_designer", "art_director", "set_decorator", "set_designer", "costume_designer", "wardrobe", "makeup_artist"},
)
FULL = re.compile(r"\d{4}-\d\d-\d\d")

Evidence = Callable[[PersonSignature, PersonSignature], Iterator[Reason]]


def person_compare(one: PersonSignature, other: PersonSignature) -> Match:
    """Whether two names are one person; the same whichever comes first."""
    score, reasons = summed(reason for evidence in EVIDENCE for reason in evidence(one, other))
    return Match(_outcome(score, reasons), score, reasons)


def _outcome(score: float, reasons: tuple[Reason, ...]) -> Outcome:
    if any(reason.strong for reason in reasons) or score < NEW:
        return Outcome.NEW
    known = {reason.kind for reason in reasons if reason.weight > 0} & {"birth", "film", "filmography", "company"}
    objected = any(reason.objects for reason in reasons)
    return Outcome.SAME if score >= SAME and known and not objected else Outcome.UNDECIDED


def _names(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    near = likeness(one.name, other.name)
    names = " / ".join(sorted({one.name.text, other.name.text}))
    if near >= 1:
        yield Reason("name", 3, f"same name: {names}")
    elif near > 0:
        yield Reason("name", 2 if near >= ALIKE else 1, f"names alike: {names}")
    else:
        yield Reason("name", -9, f"other name: {names}", strong=True)


def _births(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    mine, yours = sorted((one.born, other.born))
    if not (mine[:4].isdigit() and yours[:4].isdigit()):
        return
    if mine[:4] != yours[:4]:
        yield Reason("birth", -6, f"born {mine} and {yours}", strong=True)
    elif FULL.fullmatch(mine) and FULL.fullmatch(yours):
        yield Reason("birth", 5 if mine == yours else -2, f"born {mine}" if mine == yours else f"born {mine} and {yours}")
    else:
        yield Reason("birth", 2.5, f"born {mine[:4]}")


def _birthplaces(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    if one.birthplace and one.birthplace == other.birthplace:
        yield Reason("birthplace", 1, "born in one place")


def _eras(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    if one.year and other.year and abs(one.year - other.year) > CAREER:
        yield Reason("era", -6, f"films of {min(one.year, other.year)} and {max(one.year, other.year)}", strong=True)


def _films(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    """One name in two kits of one film is one person; a film of one in the other's list nearly so."""
    if _alike(one.film, other.film) and _near(one.year, other.year):
        weight = 4 if one.year and other.year else 2
        yield Reason("film", weight, f"both in {min(title.text for film in (one, other) for title in film.film)}")
        return
    found = [*_listed(one, other), *_listed(other, one)]
    if found:
        yield Reason("film", 4, f"made {min(found)}, by the list")


def _oeuvres(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    if not one.filmography or not other.filmography:
        return
    both = [sum(any(_same(entry, known) for known in there) for entry in here) for here, there in _both_ways(one, other)]
    if min(both):
        yield Reason("filmography", 1.5 * min(min(both), 3), f"{min(both)} films in both lists")
    elif min(len(one.filmography), len(other.filmography)) >= 3:
        yield Reason("filmography", -2, "no film in both lists")


def _companies(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    """The people somebody works with; one of them may be a namesake, too."""
    both = len(set(one.beside) & set(other.beside))
    if both:
        yield Reason("company" if both > 1 else "acquaintance", min(both, 3), f"{both} people beside both")


def _trades(one: PersonSignature, other: PersonSignature) -> Iterator[Reason]:
    mine, yours = ({number for number, trade in enumerate(TRADES) if trade & set(person.roles)} for person in (one, other))
    if set(one.roles) & set(other.roles) or mine & yours:
        yield Reason("role", 0.5, "same trade")
    elif mine and yours:
        yield Reason("role", -1, f"{' and '.join(sorted((one.roles[0], other.roles[0])))}")


EVIDENCE: tuple[Evidence, ...] = (_names, _births, _birthplaces, _eras, _films, _oeuvres, _companies, _trades)


def _both_ways(one: PersonSignature, other: PersonSignature) -> tuple[tuple[tuple[Entry, ...], tuple[Entry, ...]], ...]:
    return ((one.filmography, other.filmography), (other.filmography, one.filmography))


def _listed(one: PersonSignature, other: PersonSignature) -> Iterator[str]:
    """Films of the one's list that the other's kit is for."""
    for entry in one.filmography:
        if _near(entry.year, other.year) and _alike(entry.titles, other.film):
            yield entry.titles[0].text


def _same(one: Entry, other: Entry) -> bool:
    return _near(one.year, other.year) and _alike(one.titles, other.titles)


def _near(one: int, other: int) -> bool:
    return not one or not other or abs(one - other) <= 1


def _alike(ones: tuple[Title, ...], others: tuple[Title, ...]) -> bool:
    return any(max(a.part, 1) == max(b.part, 1) and title_likeness(a, b) >= ALIKE_TITLES for a in ones for b in others)
