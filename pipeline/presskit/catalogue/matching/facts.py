"""Evidence from figures and codes: identifiers, year, runtime, countries, short or feature."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.catalogue.matching.match import Reason
from presskit.catalogue.matching.signatures import FilmSignature

REMADE = 5
"""Years apart: a remake or another film of one title, whoever made it. Kits name years of production, release and restoration."""
NEARBY_MINUTES = 3
VERSION = 0.75
"""A quarter shorter is a cut for television, or another film beside the film."""
CUT_MINUTES = 12
"""Versions for television and abroad differ by more than rounding; beyond that they count as another film's length."""


def identifiers(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """A number of one kind is the same or it is not; the worlds of two kinds never meet."""
    mine, yours = dict(one.identifiers), dict(other.identifiers)
    for kind in sorted(mine.keys() & yours.keys()):
        if mine[kind] == yours[kind]:
            yield Reason("identifier", 10, f"same {kind} {mine[kind]}")
        else:
            yield Reason("identifier", -10, f"{kind} {' and '.join(sorted((mine[kind], yours[kind])))}", strong=True)


def years(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Shot one year and shown the next is one film."""
    if not one.year or not other.year:
        return
    early, late = sorted((one.year, other.year))
    if late - early <= 1:
        yield Reason("year", 1, f"year {early}" if early == late else f"years {early} and {late}")
        if early == late:
            yield Reason("same year", 0.5, "the very year")
    elif late - early >= REMADE:
        yield Reason("year", -4, f"years far apart: {early} and {late}, as of a remake", strong=True)
    else:
        yield Reason("year", -0.5 if late - early == 2 else -2, f"years {early} and {late}")


def runtimes(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    if not one.runtime or not other.runtime:
        return
    less, more = sorted((one.runtime, other.runtime))
    if more - less <= NEARBY_MINUTES:
        yield Reason("runtime", 1, f"runtime {less} min" if less == more else f"runtimes {less} and {more} min")
    elif less < VERSION * more:
        yield Reason("runtime", -3, f"runtimes {less} and {more} min, as of two versions")
    elif more - less > CUT_MINUTES:
        yield Reason("runtime", -1.5, f"runtimes {less} and {more} min")


FEATURE = 40
"""Minutes from which the academies speak of a feature."""


def lengths(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """A short and the feature made of it share title, director and often the cast."""
    less, more = sorted((one.runtime, other.runtime))
    told = one.short != other.short and {"feature", "short"} <= {*one.forms, *other.forms}
    if told or (0 < less < FEATURE <= more and more - less > CUT_MINUTES):
        yield Reason("length", -5, "one is a short, the other a feature", strong=True)


def unmeasured(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """A kit that tells no length may be of the feature made of the short."""
    if any(known.short and not silent.runtime and not silent.forms for known, silent in ((one, other), (other, one))):
        yield Reason("unmeasured", -0.5, "one is a short, the other tells no length")


def several(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Whatever a line-up and a film share, it is the film's; so much that nobody need look."""
    if one.several != other.several:
        yield Reason("several", -20, "one tells of several films", strong=True)
    elif one.several and not _listing(one) & _listing(other) >= min(_listing(one), _listing(other), key=len):
        yield Reason("several", -20, "each tells of several films, not the same", strong=True)


def _listing(film: FilmSignature) -> set[str]:
    return {title.sounds for title in film.titles}


def forms(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """The documentary of a film's title is about it, not it."""
    documented = ["documentary" in film.forms and "fiction" not in film.forms for film in (one, other)]
    invented = ["fiction" in film.forms and "documentary" not in film.forms for film in (one, other)]
    if (documented[0] and invented[1]) or (documented[1] and invented[0]):
        yield Reason("form", -3, "one is a documentary, the other fiction")


def countries(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    if not one.countries or not other.countries:
        return
    both = sorted(set(one.countries) & set(other.countries))
    if both:
        yield Reason("country", 0.5, f"both from {', '.join(both)}")
    else:
        yield Reason("country", -1, f"from {' and '.join(sorted(('/'.join(one.countries), '/'.join(other.countries))))}")
