"""Who did what, as AV-EFI says it: credits and companies become agents of activities, gathered by the event that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from presskit.export.account import Account
from presskit.export.arrays import Json, filled
from presskit.export.terms import Term, terms
from presskit.record import PressKit
from presskit.vocabulary import fold

NEAREST = "as the nearest activity: {}"
NO_TERM = "no activity of this kind"
AGENTS = {"PERSON": "Person", "ORG": "CorporateBody"}
NAMELESS = "[unnamed]"
PRODUCTION = ("ProductionEvent", "")


@dataclass(frozen=True, slots=True)
class Share:
    """One agent's part in one activity."""

    term: Term
    agent: Json

    @property
    def event(self) -> tuple[str, str]:
        return terms().events.get(self.term.category, PRODUCTION)


def shares(kit: PressKit, account: Account) -> list[Share]:
    """Directors, cast, crew and companies in printed order, each agent once for each activity."""
    once: dict[tuple[str, str, str], Share] = {}
    for share in (*_directors(kit, account), *_cast(kit, account), *_crew(kit, account), *_companies(kit, account)):
        key = (share.term.category, share.term.type, fold(str(share.agent["has_name"])))
        once[key] = _together(once[key], share) if key in once else share
    return list(once.values())


def _together(first: Share, again: Share) -> Share:
    """JANE ROE of the credits and Jane Roe of the cover are one agent with two printed forms."""
    if again.agent["has_name"] in (first.agent["has_name"], *_forms(first)):
        return first
    return Share(first.term, {**first.agent, "has_alternate_name": [*_forms(first), str(again.agent["has_name"])]})


def _forms(share: Share) -> list[str]:
    forms = share.agent.get("has_alternate_name")
    return list(forms) if isinstance(forms, list) else []


def activities(held: list[Share]) -> list[Json]:
    """The agents of one activity together, activities in the order in which the kit first names them."""
    gathered: dict[tuple[str, str], list[Json]] = {}
    for share in held:
        gathered.setdefault((share.term.category, share.term.type), []).append(share.agent)
    return [{"category": f"avefi:{category}", "type": kind, "has_agent": agents} for (category, kind), agents in gathered.items()]


def _directors(kit: PressKit, account: Account) -> Iterator[Share]:
    term, labels = terms().roles["director"], _labels(kit)
    for number, name in enumerate(kit.film.directors):
        if term:
            account.carry(f"/kit/film/directors/{number}")
            yield Share(term, _agent(name, labels.get(fold(name), "Person")))


def _cast(kit: PressKit, account: Account) -> Iterator[Share]:
    term = terms().roles["actor"]
    for number, member in enumerate(kit.credits.cast):
        if term:
            account.carry(f"/kit/credits/cast/{number}/actor")
            yield Share(term, _agent(member.actor, "Person"))


def _crew(kit: PressKit, account: Account) -> Iterator[Share]:
    labels = _labels(kit)
    for number, member in enumerate(kit.credits.crew):
        pointer = f"/kit/credits/crew/{number}"
        term = terms().roles.get(member.role)
        _settle(term, f"{pointer}/role", f"{pointer}/name", account)
        if term:
            yield Share(term, _agent(member.name, labels.get(fold(member.name))))


def _companies(kit: PressKit, account: Account) -> Iterator[Share]:
    for number, company in enumerate(kit.credits.companies):
        pointer = f"/kit/credits/companies/{number}"
        term = terms().companies.get(company.role)
        _settle(term, f"{pointer}/role", f"{pointer}/name", account)
        if term:
            yield Share(term, _agent(company.name, "CorporateBody"))


def _settle(term: Term | None, role: str, name: str, account: Account) -> None:
    if not term:
        account.refuse(role, NO_TERM)
        account.refuse(name, NO_TERM)
        return
    account.carry(role, name)
    if not term.exact:
        account.change(role, NEAREST.format(term.type))


def _labels(kit: PressKit) -> dict[str, str]:
    """What kind of agent a name is, as far as the kit's text tells."""
    return {fold(entity.text): AGENTS[entity.label] for entity in kit.entities if entity.label in AGENTS}


def _agent(name: str, kind: str | None) -> Json:
    """The name as printed: turning it round (Name, First) would be a guess."""
    return filled(category="avefi:Agent", has_name=one_line(name), type=kind)


def one_line(text: str) -> str:
    """AV-EFI's names are one line and never empty."""
    return " ".join(text.split()) or NAMELESS
