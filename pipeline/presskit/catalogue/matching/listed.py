"""Evidence from filmographies: a title's other name, a film listed beside another, an oeuvre in common."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.catalogue.matching.match import Reason
from presskit.catalogue.matching.signatures import Entry, FilmSignature
from presskit.catalogue.matching.titles import Title, title_likeness

ALIKE = 0.9


def aliases(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """A filmography that prints both titles as one film's."""
    for entry in sorted({*one.filmography, *other.filmography}):
        mine, yours = _names(entry, one), _names(entry, other)
        if mine and yours and not mine & yours:
            yield Reason("alias", 3, f"one film by a filmography: {' / '.join(sorted({title.text for title in mine | yours}))}")
            return


def apart(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """A filmography that lists both as two; or one's film as an earlier one than its own."""
    if _share_a_title(one, other):
        return
    found = sorted({*_elsewhere(one, other), *_elsewhere(other, one)})
    if found:
        yield Reason("filmography", -5, f"listed as another film: {found[0]}", strong=True)


def oeuvre(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """What a director made before tells namesakes apart, and is in every kit of a film."""
    if not one.filmography or not other.filmography:
        return
    both = sum(any(_same_entry(mine, yours) for yours in other.filmography) for mine in one.filmography)
    both = min(both, sum(any(_same_entry(mine, yours) for mine in one.filmography) for yours in other.filmography))
    if both:
        yield Reason("oeuvre", min(both, 4) / 2, f"{both} earlier film{'s' if both > 1 else ''} in common")
    elif min(len(one.filmography), len(other.filmography)) >= 3:
        yield Reason("oeuvre", -2, "no earlier film in common")


def _names(entry: Entry, film: FilmSignature) -> frozenset[Title]:
    """The titles of an entry that are the film's; its year must not be another."""
    if entry.year and film.year and abs(entry.year - film.year) > 1:
        return frozenset()
    return frozenset(title for title in entry.titles if any(_alike(title, own) for own in film.titles))


def _elsewhere(one: FilmSignature, other: FilmSignature) -> Iterator[str]:
    """Titles of the other film that stand in this film's filmography beside its own title, or with an earlier year."""
    own = [entry for entry in one.filmography if _names(entry, one)]
    for entry in one.filmography:
        if not _names(entry, other) or entry in own:
            continue
        if own or (entry.year and one.year and abs(entry.year - one.year) > 1):
            yield entry.titles[0].text


def _share_a_title(one: FilmSignature, other: FilmSignature) -> bool:
    return any(_alike(mine, yours) for mine in one.titles for yours in other.titles)


def _same_entry(one: Entry, other: Entry) -> bool:
    if one.year and other.year and abs(one.year - other.year) > 1:
        return False
    return any(_alike(mine, yours) for mine in one.titles for yours in other.titles)


def _alike(one: Title, other: Title) -> bool:
    return max(one.part, 1) == max(other.part, 1) and title_likeness(one, other) >= ALIKE
