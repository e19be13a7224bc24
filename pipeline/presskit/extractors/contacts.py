"""Address blocks: who to ask for what, with people, companies, e-mail addresses and phones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from presskit.extractors.contact_columns import Printed, printed
from presskit.extractors.contact_names import Named, named, with_company
from presskit.extractors.contact_parts import LONGEST_LINE, parts_of
from presskit.extractors.contact_words import (
    function_ahead,
    function_behind,
    function_of,
    is_address,
    is_label,
    is_person,
    is_title,
    may_be_company,
    names_company,
    words,
)
from presskit.extractors.phrases import tokens
from presskit.model import Claim, Document, Passage, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Contact
from presskit.vocabulary import vocabulary

LABELLED = re.compile(r"^([^:@\d]{2,60}?)(?:\s?[:|]\s+|\s[–—-]\s)(?=\S)")
COMMA = re.compile(r",\s(?![^,]{2,30}\s?&)")
MAIL_SIGN = re.compile(r"@|[(\[{]\s?(?:at|arroba)\s?[)\]}]", re.IGNORECASE)
SENTENCE_WORDS = 10
MOST_LINES = 2_000
"""Of a section of addresses; the longest ones have some hundred."""


@dataclass(slots=True)
class _Block:
    """One address block as its lines come in. `names` are lines that may name a company or people."""

    function: str = "other"
    said: Spans = ()
    names: list[Quote] = field(default_factory=list)
    after_person: bool = False
    inline: bool = False
    emails: list[Quote] = field(default_factory=list)
    phones: list[Quote] = field(default_factory=list)
    websites: list[Quote] = field(default_factory=list)

    @property
    def reached(self) -> bool:
        return bool(self.emails or self.phones)


def contacts(reading: Reading) -> Iterator[Claim]:
    """The blocks of contact sections, and on a cover those with an e-mail address; where there are none, any address in the kit."""
    found = [claim for section in reading.of_kind(SectionKind.CONTACTS) for claim in _blocks(reading.document, section, section.heading)]
    for section in reading.of_kind(SectionKind.FRONT):
        if _reaches(reading, section):
            found += _blocks(reading.document, section, None)
    if not found:
        found = [claim for section in reading.sections if _reaches(reading, section) for claim in _bare(reading, section)]
    yield from _told_once(found)


def _reaches(reading: Reading, section: Section) -> bool:
    return any(MAIL_SIGN.search(reading.document.text, line.span.start, line.span.end) for line in section.lines)


def _bare(reading: Reading, section: Section) -> Iterator[Claim]:
    """Addresses in other sections, without names: what stands around them is about something else."""
    block = _Block()
    for line in section.lines[:MOST_LINES]:
        parts = parts_of(reading.passage((line,)))
        block.emails += parts.emails
    yield from _claims(block)


def _told_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Without blocks that only repeat the addresses of others."""
    told = [(_emails(claim), _is_bare(claim)) for claim in claims]
    full = {email for emails, bare in told if not bare for email in emails}
    seen: set[str] = set()
    for claim, (emails, bare) in zip(claims, told, strict=True):
        if not (bare and emails and emails <= full | seen):
            yield claim
        seen |= emails


def _emails(claim: Claim) -> set[str]:
    assert isinstance(claim.value, Contact)
    return {email.casefold() for email in claim.value.emails}


def _is_bare(claim: Claim) -> bool:
    assert isinstance(claim.value, Contact)
    return not (claim.value.company or claim.value.people or claim.value.phones)


def _blocks(document: Document, section: Section, heading: Quote | None) -> Iterator[Claim]:
    function = function_of(heading.text) if heading else None
    block = _Block(function, heading.spans) if heading and function else _Block()
    for line in printed(document, section.lines[:MOST_LINES]):
        passage = document.passage(line.spans)
        if len(passage.text) > LONGEST_LINE:
            continue
        if _ends(block, passage, line):
            yield from _claims(block)
            block = _Block(block.function, block.said)
        _take(document, block, passage)
    yield from _claims(block)


def _ends(block: _Block, passage: Passage, line: Printed) -> bool:
    """A new function, a new column, or a name behind white below an address with its numbers."""
    function = function_of(passage.text.rstrip(" :")) or _labelled(passage.text)[0] or _with_house(passage.text)
    if not line.blank_before and not line.breaks and _is_job(block, passage.text):
        return False
    if function == block.function and not block.reached and not line.blank_before and not line.breaks:
        return False
    if not line.breaks and not line.blank_before and _is_head(block):
        return False
    if _territory(passage.text) or _is_elsewhere(block, passage):
        return bool(block.names or block.reached or block.websites)
    if line.breaks or (function and not is_label(passage.text.rstrip(" :"))):
        return bool(block.names or block.reached or block.websites)
    return bool(line.blank_before and block.reached and _begins_with_name(passage))


def _with_house(text: str) -> str | None:
    """The function that stands in one line with the name of whose it is."""
    return function_behind(text)[0] or function_ahead(text)[0]


def _territory(text: str) -> int:
    """«Chile: Roe Films», «Rest of the world: Doe Sales», «Leeds: Ann Doe – doe@roe.example»: where that to ask there begins; 0 without
    a territory, or a town before somebody with a mail address of her own."""
    label = LABELLED.match(text)
    if not label:
        return 0
    name = label.group(1)
    known = words("territory").whole(name) or vocabulary().country(name)
    town = text[label.end(1) : label.end()].strip() == ":" and _is_town(name, text[label.end() :])
    return label.end() if known or town else 0


def _is_town(name: str, behind: str) -> bool:
    """«Leeds: Ann Doe – doe@roe.example», not «Mail: doe@roe.example»."""
    first = behind.split(maxsplit=1)[0] if behind else ""
    said = words("address_label").whole(name) or function_of(name) or is_person(name) or names_company(name)
    return name.istitle() and not said and first.isalpha() and first.istitle() and MAIL_SIGN.search(behind) is not None


def _is_elsewhere(block: _Block, passage: Passage) -> bool:
    """A row with a name and an address of its own, at another house than the rows above."""
    parts = parts_of(passage)
    houses = {email.text.rpartition("@")[2].casefold() for email in block.emails}
    theirs = {email.text.rpartition("@")[2].casefold() for email in parts.emails}
    named = any(is_person(rest.text) or names_company(rest.text) for rest in parts.rest)
    return bool(houses and theirs and named) and not houses & theirs


def _is_head(block: _Block) -> bool:
    """A company by itself heads the block: «Producer: Ann Doe» right below it is said of its own people."""
    return block.function == "other" and not block.reached and len(block.names) == 1 and names_company(block.names[0].text)


def _is_job(block: _Block, text: str) -> bool:
    """«Head of Sales» right below a person says what they do and opens no block."""
    return block.after_person and not text.isupper() and not text.endswith(":") and function_of(text) is not None


def _begins_with_name(passage: Passage) -> bool:
    rest = parts_of(passage).rest
    return bool(rest) and not is_address(rest[0].text) and (is_person(rest[0].text) or may_be_company(rest[0].text))


def _labelled(text: str) -> tuple[str | None, int]:
    """The function before a colon or dash, and where what it labels begins."""
    label = LABELLED.match(text)
    if label and words("address_label").whole(label.group(1)):
        return None, 0
    function = function_of(label.group(1)) if label and not is_label(label.group(1)) else None
    return (function, label.end()) if label and function else (None, 0)


def _take(document: Document, block: _Block, passage: Passage) -> None:
    function = function_of(passage.text.rstrip(" :"))
    if function:
        _set_function(block, function, passage.whole())
        return
    function, end = function_behind(passage.text)
    if function:
        _set_function(block, function, passage.quote(end, len(passage.text)))
        block.names.append(passage.quote(0, end))
        return
    function, start = function_ahead(passage.text)
    if function:
        _set_function(block, function, passage.quote(0, start))
        block.names.append(passage.quote(start, len(passage.text)))
        return
    function, start = _labelled(passage.text)
    if function:
        block.inline = True
        _set_function(block, function, passage.quote(0, start))
    elsewhere = 0 if start else _territory(passage.text)
    passage = document.passage(passage.quote(start or elsewhere, len(passage.text)).spans)
    parts = parts_of(passage)
    alone = not (function or parts.emails or parts.phones)
    block.after_person = alone and len(parts.rest) == 1 and is_person(parts.rest[0].text)
    block.emails += parts.emails
    block.phones += parts.phones
    block.websites += parts.websites
    rests = parts.rest
    if (block.inline or elsewhere) and "," in passage.text:
        rests = tuple(piece for rest in rests for piece in _by_commas(document, rest))
        street = next((at + 1 for at, rest in enumerate(rests) if is_address(rest.text)), len(rests))
        rests = rests[:street]  # the town follows, and nobody else
    if len(tokens(passage.text)) <= SENTENCE_WORDS or parts.emails or parts.phones or block.inline or " | " in passage.text:
        block.names += [rest for rest in rests if len(tokens(rest.text)) <= SENTENCE_WORDS]


def _by_commas(document: Document, rest: Quote) -> Iterator[Quote]:
    """«Roe Film, Jane Doe, 12 Shore Street»: a whole address in one row, without what she does there. «Roe, Doe & Co.» is one name."""
    passage = document.passage(rest.spans)
    at = 0
    for mark in (*COMMA.finditer(passage.text), None):
        end = mark.start() if mark else len(passage.text)
        piece = passage.quote(at, end)
        if piece.text and not is_title(piece.text):
            yield piece
        at = mark.end() if mark else end


def _set_function(block: _Block, function: str, said: Quote) -> None:
    """«Contact» below «Press» changes nothing."""
    if function != "other" or block.function == "other":
        block.function, block.said = function, said.spans


def _claims(block: _Block) -> Iterator[Claim]:
    """Names count beside an address, a number or a site, or right behind the word for what they do."""
    found = named(block.names, block.emails, block.websites)
    if block.function in ("sales", "distribution"):
        found = with_company(found, block.emails)
    if not block.reached and not ((block.websites or block.inline) and (found.company or found.people)):
        return
    value = Contact(
        function=block.function,  # type: ignore[arg-type]
        company=found.company.text if found.company else None,
        people=[person.text for person in found.people],
        emails=[email.text for email in _once(block.emails)],
        phones=[phone.text for phone in _once(block.phones)],
        websites=[site.text for site in _once(block.websites)],
    )
    yield Claim("contacts", value, _evidence(block, found), "contacts:block", 0.85)


def _once(quotes: list[Quote]) -> list[Quote]:
    return list({quote.text.casefold(): quote for quote in reversed(quotes)}.values())[::-1]


def _evidence(block: _Block, found: Named) -> dict[str, Spans]:
    lists = {"people": found.people, "emails": _once(block.emails), "phones": _once(block.phones), "websites": _once(block.websites)}
    evidence = {f"/{name}/{at}": quote.spans for name, quotes in lists.items() for at, quote in enumerate(quotes)}
    if found.company:
        evidence["/company"] = found.company.spans
    first = next(iter(evidence.values()))
    evidence["/function"] = block.said or first
    return evidence
