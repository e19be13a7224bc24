"""AV-EFI, the exchange format of film archives: per kit a work, its manifestation, and an item for what AV-EFI says of copies only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from presskit.export.account import Account, KitLoss, settle
from presskit.export.activities import Share, activities, one_line, shares
from presskit.export.arrays import Json, array, filled
from presskit.export.identities import Identities, Kit, films
from presskit.export.isodate import iso_date
from presskit.export.loss import LossReport
from presskit.export.terms import bibliographic, terms
from presskit.record import Extraction, Film
from presskit.serialise import write_pieces
from presskit.vocabulary.store import phrases, read

FILM = "/kit/film"
REASONS = {
    "/kit/film/aspect_ratio": "no aspect ratio",
    "/kit/film/forms": "no form of this name",
    "/kit/film/formats": "no format of this name",
    "/kit/film/languages": "no such code in ISO 639-2",
    "/kit/film/subtitles": "no such code in ISO 639-2",
    "/kit/sections": "no description of content",
    "/kit/synopses": "no description of content",
    "/kit/statements": "no description of content",
    "/kit/interviews": "no description of content",
    "/kit/footnotes": "no description of content",
    "/kit/press_quotes": "no description of content",
    "/kit/biographies": "people are named only",
    "/kit/filmographies": "belongs into the records of other works",
    "/kit/credits/cast/*/character": "no characters",
    "/kit/credits/crew/*/label": "no credits as printed",
    "/kit/awards": "no awards",
    "/kit/contacts": "no addresses",
    "/kit/dates": "only dates of events of the film",
    "/kit/entities": "what is named in the text need not be the film's subject",
    "/kit/languages": "no language of the source",
    "/evidence": "no evidence for single values",
    "/issues": "no issues",
    "/source": "the source is a note: file and digest",
}

LISTS = ("has_alternative_title", "has_form", "has_genre", "has_event")


@dataclass(frozen=True, slots=True)
class Ids:
    """Identifiers of the records of one kit, made from its content."""

    sha256: str
    work: str

    def of(self, part: str) -> Json:
        return {"category": "avefi:LocalResource", "id": f"presskit:{self.work if part == 'work' else self.sha256}:{part}"}


def write_avefi(records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport:
    """A JSON array of MovingImageRecords. Raises NotWritable."""
    settled: list[KitLoss] = []
    write_pieces(out, array(_all(records, identities or Identities(), settled)))
    return LossReport("avefi", tuple(settled))


def _all(records: Iterable[tuple[str, Extraction]], identities: Identities, settled: list[KitLoss]) -> Iterator[Json]:
    for work, kits in films(records, identities):
        yield from _film(work, kits)
        settled += [settle(kit.name, kit.extraction, kit.account, REASONS) for kit in kits]


def _film(work: str, kits: list[Kit]) -> Iterator[Json]:
    """One work, and of each of its kits a manifestation and a copy."""
    told = [list(avefi_records(kit.extraction, kit.account, work)) for kit in kits]
    yield together([dict(records[0]) for records in told])
    yield from (record for records in told for record in records[1:])


def together(works: list[dict[str, Any]]) -> Json:
    """What kits say of one work: the first kit's title leads, the others' are alternatives; lists hold what any of them says, once."""
    first, *others = works
    if not others:
        return first
    joined = {key: list(_once(work[key] for work in works if key in work)) for key in LISTS if any(key in work for work in works)}
    names = [title["has_name"] for title in (first["has_primary_title"], *joined.get("has_alternative_title", []))]
    leads = dict.fromkeys(work["has_primary_title"]["has_name"] for work in others)
    more = [{"type": "AlternativeTitle", "has_name": name} for name in leads if name not in names]
    titles = filled(has_alternative_title=[*joined.get("has_alternative_title", []), *more])
    return {**first, **joined, **titles}


def _once(lists: Iterable[Any]) -> Iterator[Any]:
    seen: list[Any] = []
    for item in (item for items in lists for item in items):
        if item not in seen:
            seen.append(item)
            yield item


def avefi_records(extraction: Extraction, account: Account, work: str = "") -> Iterator[Json]:
    """The work, the manifestation, and an item where the kit says anything of language, colour, sound, length or format."""
    ids, held = Ids(extraction.source.sha256, work or extraction.source.sha256), shares(extraction.kit, account)
    yield _work(extraction, ids, held, account)
    yield _manifestation(extraction, ids, held, account)
    copy = _copy(extraction.kit.film, account)
    if copy:
        yield {"category": "avefi:Item", "has_identifier": [ids.of("item")], "is_item_of": ids.of("manifestation"), **copy}


def _work(extraction: Extraction, ids: Ids, held: list[Share], account: Account) -> Json:
    film = extraction.kit.film
    account.carry(f"{FILM}/title", f"{FILM}/other_titles", f"{FILM}/genres")
    return filled(
        category="avefi:WorkVariant",
        type="Serial" if "series" in film.forms else "Monographic",
        has_identifier=[ids.of("work")],
        has_primary_title=_title(extraction, "PreferredTitle"),
        has_alternative_title=[{"type": "AlternativeTitle", "has_name": one_line(title)} for title in film.other_titles],
        has_form=list(dict.fromkeys(_forms(film, account))),
        has_genre=[{"has_name": one_line(genre)} for genre in film.genres],
        has_event=[event for event in [_production(film, held, account)] if event],
    )


def _title(extraction: Extraction, kind: str) -> Json:
    """Without a title the cataloguer's own in brackets: AV-EFI takes no record without one."""
    title = extraction.kit.film.title
    if title and title.strip():
        return {"type": kind, "has_name": one_line(title)}
    return {"type": "SuppliedDevisedTitle", "has_name": one_line(f"[{PurePath(extraction.source.name).stem}]")}


def _forms(film: Film, account: Account) -> Iterator[str]:
    for number, form in enumerate(film.forms):
        term = terms().forms.get(form)
        if term:
            account.carry(f"{FILM}/forms/{number}")
            yield term


def _production(film: Film, held: list[Share], account: Account) -> Json | None:
    event = filled(
        has_date=_year(film, account),
        located_in=[_country(code, f"{FILM}/countries/{number}", account) for number, code in enumerate(film.countries)],
        has_activity=activities([share for share in held if share.event[0] == "ProductionEvent"]),
    )
    return {"category": "avefi:ProductionEvent", **event} if event else None


def _year(film: Film, account: Account) -> str | None:
    date = iso_date(str(film.year)) if film.year else None
    if date:
        account.carry(f"{FILM}/year")
    return date.text if date else None


def _country(code: str, pointer: str, account: Account) -> Json:
    account.change(pointer, "as the country's English name")
    return {"category": "avefi:GeographicName", "has_name": country_names().get(code, code)}


@cache
def country_names() -> dict[str, str]:
    """English name by code: the first in the vocabulary's list."""
    return {code: next(phrases(names)) for code, names in read("countries").items() if names}


def _manifestation(extraction: Extraction, ids: Ids, held: list[Share], account: Account) -> Json:
    source = extraction.source
    account.carry("/source/name", "/source/sha256", "/source/pipeline")
    return filled(
        category="avefi:Manifestation",
        has_identifier=[ids.of("manifestation")],
        is_manifestation_of=[ids.of("work")],
        has_primary_title=_title(extraction, "TitleProper"),
        has_event=list(_events(held)),
        has_note=[f"Secondary source: press kit {source.name} (SHA-256 {source.sha256}), read by Presskit {source.pipeline}"],
    )


def _events(held: list[Share]) -> Iterator[Json]:
    """Distribution, broadcast and laboratory work are events of the manifestation."""
    for event, kind in dict.fromkeys(share.event for share in held):
        if event != "ProductionEvent":
            done = activities([share for share in held if share.event == (event, kind)])
            yield filled(category=f"avefi:{event}", type=kind, has_activity=done)


def _copy(film: Film, account: Account) -> Json:
    colour = terms().colours.get(film.colour or "")
    if colour:
        account.carry(f"{FILM}/colour")
    languages = [*_languages(film.languages, "languages", account), *_languages(film.subtitles, "subtitles", account)]
    return filled(
        element_type=_element(film, account),
        has_format=list(_formats(film, account)),
        has_colour_type=colour,
        has_sound_type=_sound(film, account),
        has_duration=_duration(film, account),
        in_language=languages,
    )


def _languages(codes: Iterable[str], key: str, account: Account) -> Iterator[Json]:
    usage = {"languages": "SpokenLanguage", "subtitles": "Subtitles"}[key]
    for number, code in enumerate(codes):
        three = bibliographic().get(code)
        if three:
            account.carry(f"{FILM}/{key}/{number}")
            yield {"code": three, "usage": [usage]}


def _duration(film: Film, account: Account) -> Json | None:
    if film.runtime_minutes is None:
        return None
    account.carry(f"{FILM}/runtime_minutes")
    hours, minutes = divmod(film.runtime_minutes, 60)
    return {"has_value": f"PT{hours:02}H{minutes:02}M00S"}


def _sound(film: Film, account: Account) -> str | None:
    if not film.sound:
        return None
    kind = "Silent" if _bare(film.sound).startswith(terms().silent) else "Sound"
    account.change(f"{FILM}/sound", f"as {kind}")
    return kind


def _element(film: Film, account: Account) -> str | None:
    """AV-EFI takes one element; the first that the kit names."""
    for number, printed in enumerate(film.formats):
        element = terms().elements.get(_bare(printed))
        if element:
            account.carry(f"{FILM}/formats/{number}")
            return element
    return None


def _formats(film: Film, account: Account) -> Iterator[Json]:
    for number, printed in enumerate(film.formats):
        term = terms().formats.get(_bare(printed))
        if term:
            account.carry(f"{FILM}/formats/{number}")
            yield {"category": f"avefi:{term.category}", "type": term.type}


def _bare(printed: str) -> str:
    """Letters and digits, small: "35 mm" and "35mm" are one."""
    return "".join(letter for letter in printed.casefold() if letter.isalnum())
