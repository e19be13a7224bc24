"""Addresses of the companies behind a film: blocks under each other, beside each other, on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from presskit.record import Contact, ContactFunction
from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part

OTHERS: Sequence[ContactFunction] = ("sales", "press", "distribution")
STREETS = ("12 Quay Street", "7, rue des Tanneurs", "Lindenallee 44", "Calle Mayor 18", "Via dei Mille 9", "Rua do Norte, 31")


def contacts(hand: Hand) -> list[Part]:
    functions: list[ContactFunction] = ["production", *hand.dice.sample(OTHERS, hand.dice.randrange(0, 3))]
    blocks = [_lines(hand, function) for function in functions]
    shape = hand.layout("contacts", ("stacked", "stacked", "beside", "inline"))
    if shape == "beside" and len(blocks) > 1:
        shown = _beside(blocks)
    elif shape == "inline":
        shown = [Block(f"{lines[0]}: {', '.join(lines[1:])}") for lines in blocks]
    else:
        shown = [Block(line, "line", close=place > 0) for lines in blocks for place, line in enumerate(lines)]
    return [Part("contacts", shown, heading(hand, "contacts"))]


def _beside(blocks: Sequence[Sequence[str]]) -> list[Block]:
    deep = max(map(len, blocks))
    filled = [[*lines, *[""] * (deep - len(lines))] for lines in blocks]
    return [Block("", "row", cells, close=place > 0) for place, cells in enumerate(zip(*filled, strict=True))]


def _lines(hand: Hand, function: ContactFunction) -> list[str]:
    """Function, company, person, street, telephone, mail, site; some of it missing."""
    company, person, words = hand.house(function), hand.someone(), hand.tongue.contact
    domain = re.sub(r"[^a-z]", "", normalize("NFKD", company).encode("ascii", "ignore").decode().lower()) + ".example"
    given = re.sub(r"[^a-z]", "", normalize("NFKD", person.given).encode("ascii", "ignore").decode().lower()) or "info"
    dice = hand.dice
    phone = person.land.phone.format(f"{dice.randrange(10, 99)}", f"{dice.randrange(10, 99)}") if hand.chance(0.7) else None
    mail = f"{hand.pick((given, 'info', 'office'))}@{domain}"
    site = f"www.{domain}" if hand.chance(0.4) else None
    named = person.name if hand.chance(0.7) else None
    hand.stated.contacts.append(
        Contact(
            function=function,
            company=company,
            people=[named] if named else [],
            emails=[mail],
            phones=[phone] if phone else [],
            websites=[site] if site else [],
        )
    )
    calls = f"{hand.pick(words['phone'])} {phone}" if phone else None
    writes = f"{hand.pick(words['mail'])} {mail}".strip()
    street = f"{hand.pick(STREETS)}, {hand.town()}" if hand.chance(0.3) else None
    return [line for line in (hand.pick(words[function]), company, named, street, calls, writes, site) if line]
