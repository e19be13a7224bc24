"""Company or person: what the name lines of an address block are, judged by their words and by the block's e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.extractors.contact_words import (
    is_address,
    is_asked_for,
    is_given_name,
    is_label,
    is_person,
    is_title,
    may_be_company,
    names_company,
)
from presskit.model import Quote, Span
from presskit.vocabulary.folding import fold

CUT = re.compile(r"\s?[,(|]\s?|\s[–—-]\s|:\s")
JOINED = re.compile(r"\s?[/&+]\s?|,\s|\s(?:and|et|und|y|e|en)\s")
SLASHED = re.compile(r"\s/\s")
TOWN = re.compile(r"(?:[A-Z]{1,3}-)?\d{4,5}\s[A-ZÀ-Þ]")
"""A postcode and its town, whatever is said behind it."""
AT_SIGN = re.compile(r"@|\s?[(\[]at[)\]]\s?")
LONG_ENOUGH = 4
DOMAIN_ENOUGH = 6
TITLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mme", "mlle", "herr", "frau", "sr.", "sra.", "sig.", "sig.ra"})
MOST_LINES = 40
"""Of an address block; what has more is a list of something else."""


@dataclass(frozen=True, slots=True)
class Named:
    company: Quote | None
    people: tuple[Quote, ...]


def named(lines: Sequence[Quote], emails: Sequence[Quote], websites: Sequence[Quote]) -> Named:
    """The block's company and its people. Of two names without any other sign the first is the company."""
    people: list[Quote] = []
    company: Quote | None = None
    doubtful: list[Quote] = []
    addressed = False
    for line in lines[:MOST_LINES]:
        if is_label(line.text) or "@" in line.text:
            continue
        if TOWN.match(line.text) and not (names_company(line.text) and "," not in line.text):
            addressed = True
            continue
        persons = [person for person in _persons(line) if not is_address(line.text) or _is_known_person(person.text, emails)]
        doubted = bool(persons) and _in_local_part(line.text, emails) and not _is_shortened(line.text, emails)
        if _is_company(line, emails, websites) and not doubted:
            company = company or _whole_name(line)
            people += _beside_company(line, emails)
        elif persons:
            house = next((one for one in persons[1:] if _in_domain(one.text, [*emails, *websites])), None)
            people += [one for one in persons if one is not house]
            company = company or house or _company_beside(line, [*emails, *websites])
        elif is_address(line.text):
            addressed = True
        elif may_be_company(line.text) and not addressed and not is_title(line.text):
            doubtful.append(line)
    if company is None and doubtful:
        company = _whole_name(doubtful[0])
    if (
        company is None
        and len(people) > 1
        and not _beside(lines, people)
        and not _in_local_part(people[0].text, emails)
        and not _given(people[0].text)
    ):
        company, people = people[0], people[1:]
    return Named(company, tuple(_distinct(people)))


def _beside(lines: Sequence[Quote], people: Sequence[Quote]) -> bool:
    """«Ann Doe & Ben Roe» in one line: neither is the other's company."""
    return any(people[0].text in line.text and people[1].text in line.text for line in lines)


def with_company(found: Named, emails: Sequence[Quote]) -> Named:
    """Who sells and distributes films is a company, unless the name is known for a person's."""
    if found.company or len(found.people) != 1 or _is_known_person(found.people[0].text, emails):
        return found
    return Named(found.people[0], ())


def _is_known_person(text: str, emails: Sequence[Quote]) -> bool:
    """On a line with numbers only a known given name, or a name that is in an e-mail address, is a person."""
    return _given(text) or _in_local_part(text, emails)


def _distinct(people: Sequence[Quote]) -> list[Quote]:
    return list({fold(person.text): person for person in reversed(people)}.values())[::-1]


def _persons(line: Quote) -> list[Quote]:
    """«Anna Doe / Ben Roe», «Anna Doe, Sales Manager», «Anna Doe (Producer)»."""
    parts = [part for piece in _pieces(line, CUT) for part in _pieces(piece, JOINED)]
    parts = parts[1:] if parts and is_asked_for(parts[0].text) else parts
    persons = [part for part in parts if is_person(part.text) and not is_address(part.text)]
    if not persons or not is_person(parts[0].text):
        return []
    rest = [part for part in parts if part not in persons]
    return [_untitled(person) for person in persons] if all(_is_aside(part.text) for part in rest) else []


def _untitled(person: Quote) -> Quote:
    """«Ms. Ann Doe» without the «Ms.»."""
    first, _, name = person.text.partition(" ")
    return _part(person, len(first) + 1, len(person.text)) if " " in name and fold(first) in TITLED else person


def _company_beside(line: Quote, addresses: Sequence[Quote]) -> Quote | None:
    """«Ann Doe & Ben Roe, Heron PR», «Ann Doe / Heron Pictures», «Ann Doe, heron media» with an address at heronmedia."""
    parts = [part for piece in _pieces(line, CUT) for part in _pieces(piece, JOINED)][1:]
    named = (part for part in parts if may_be_company(part.text) and not is_title(part.text))
    return next((part for part in named if names_company(part.text) or (" " in part.text and _in_domain(part.text, addresses))), None)


def _beside_company(line: Quote, emails: Sequence[Quote]) -> list[Quote]:
    """«Heron Releasing (contact: Ann Doe)»: behind a company only who is known for a person."""
    behind = [*_pieces(line, CUT)[1:], *_pieces(line, SLASHED)[1:]]
    parts = [part for piece in behind for part in _pieces(piece, JOINED)]
    return [part for part in parts if is_person(part.text) and not is_address(part.text) and _is_known_person(part.text, emails)]


def _is_aside(text: str) -> bool:
    """A title, a place or a company beside the name."""
    return is_title(text) or is_address(text) or names_company(text) or is_label(text) or len(text.split()) <= 3


def _pieces(quote: Quote, mark: re.Pattern[str]) -> list[Quote]:
    found: list[Quote] = []
    at = 0
    for cut in (*mark.finditer(quote.text), None):
        end = cut.start() if cut else len(quote.text)
        part = _part(quote, at, end)
        if part:
            found.append(part)
        at = cut.end() if cut else end
    return found


def _part(quote: Quote, start: int, end: int) -> Quote:
    """The words from `start` to `end` of a quote that stands in one line."""
    text = quote.text[start:end]
    start += len(text) - len(text.lstrip(" ,;:()-–—"))
    text = text.strip(" ,;:()-–—")
    if len(quote.spans) == 1 and len(quote.spans[0]) == len(quote.text):
        low = quote.spans[0].start + start
        return Quote(text, (Span(low, low + len(text)),))
    return quote if text == quote.text else Quote("", ())


def _whole_name(line: Quote) -> Quote:
    """Without what follows a comma, unless that belongs to it («Roe, Doe & Co.»)."""
    house, *others = _pieces(line, SLASHED) or [line]
    if any(is_person(other.text) for other in others):
        return house
    pieces = _pieces(line, CUT)
    if len(pieces) > 1 and (is_title(pieces[1].text) or is_person(pieces[1].text) or any(is_address(piece.text) for piece in pieces[1:])):
        return pieces[0]
    return line


def _is_company(line: Quote, emails: Sequence[Quote], websites: Sequence[Quote]) -> bool:
    text = line.text
    if is_title(text):
        return False
    if _in_domain(text, [*emails, *websites]):
        return True
    return names_company(text) and may_be_company(text) and not is_person(_pieces(line, CUT)[0].text if _pieces(line, CUT) else text)


def _in_domain(text: str, addresses: Sequence[Quote]) -> bool:
    """«Kittiwake Docs» and sales@kittiwakedocs.example."""
    letters = _letters(text)
    starts = [domain for domain in _domains(addresses) if len(domain) >= LONG_ENOUGH]
    return len(letters) >= LONG_ENOUGH and any(domain.startswith(letters[: len(domain)]) for domain in starts)


def _domains(addresses: Sequence[Quote]) -> list[str]:
    hosts = [AT_SIGN.split(address.text)[-1].removeprefix("https://").removeprefix("http://") for address in addresses]
    return [_letters(host.split("/")[0].removeprefix("www.").rpartition(".")[0]) for host in hosts]


def _is_shortened(text: str, emails: Sequence[Quote]) -> bool:
    """«Moor Kommunikation» and moor@moorkomm.example: the domain shortens the name, as it does for companies."""
    letters = _letters(text)
    return any(len(domain) >= DOMAIN_ENOUGH and letters.startswith(domain) and letters != domain for domain in _domains(emails))


def _in_local_part(text: str, emails: Sequence[Quote]) -> bool:
    words = [fold(word) for word in text.split() if len(word) > 2]
    return any(word in fold(AT_SIGN.split(email.text)[0]) for email in emails for word in words)


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _given(text: str) -> bool:
    return is_given_name(text.split()[0])
