"""Crew and companies: what an entry's label and names say, person by person and company by company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.clauses import Clause
from presskit.extractors.credits.entries import Entry
from presskit.extractors.credits.labels import Sense, sense
from presskit.extractors.credits.names import Party, parties
from presskit.extractors.credits.parties import LIKELY, SURE, Known, is_company, leaning, majority
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Document, Passage, Quote, Spans
from presskit.record import Company, CrewMember
from presskit.vocabulary import fold, vocabulary

COMPANY_OF = {
    "producer": "production", "executive_producer": "production", "line_producer": "production", "production_manager": "production",
    "co_producer": "coproduction", "associate_producer": "coproduction", "commissioning_editor": "broadcaster",
}  # fmt: skip
POST = frozenset(
    {
        "colorist", "online_editor", "post_production", "post_production_supervisor", "sound_mixer", "re_recording_mixer",
        "sound_designer", "sound_editor", "foley_artist", "dialogue_editor", "visual_effects", "visual_effects_supervisor",
        "compositor", "editor", "assistant_editor",
    }
)  # fmt: skip
GROUPS = frozenset({"composer", "music", "musician", "singer", "songwriter", "lyricist", "dancer", "choreographer"})
"""Functions that bands and orchestras have, whose names count as people's."""
SERVICES = frozenset(
    {"post_production", "online_editor", "catering", "legal", "accountant", "publicist", "title_designer", "driver", "technical"}
)
PERSON_OF = {"production": "producer", "coproduction": "co_producer", "support": "thanks"}


@dataclass(frozen=True, slots=True)
class Credit:
    """One entry as it is read: the label, what it means, the names, and how far we expect companies among them."""

    label: Quote | None
    meaning: Sense
    runs: Sequence[Passage]
    found_by: str

    def prior(self, known: Known) -> float:
        roles = frozenset(self.meaning.roles)
        if self.meaning.thanks or self.meaning.company == "support":
            return majority(self._rough(), known) * LIKELY + (0.75 if self.meaning.company else -0.3)
        if not roles:
            return 1.25 if self.meaning.company or self._names_a_company() else -0.5
        if self.meaning.company:
            return -0.1
        if roles & GROUPS:
            return -3.0
        if roles & SERVICES:
            return 0.4
        return -1.25 + (SURE if self._names_a_company() else 0.0)

    def _names_a_company(self) -> bool:
        """«Casting agency», «Payroll services»: the label itself expects one."""
        last = fold(self.label.text).split()[-1:] if self.label is not None else []
        return bool(last) and last[0] in word_list("company_nouns")

    def _rough(self) -> list[str]:
        return [party.name.text for run in self.runs for party in parties(run, Known(), 0.5)]


def credit_of(entry: Entry, document: Document) -> Credit:
    return Credit(entry.label, entry.sense, entry.runs(document), f"credits:{entry.kind}")


def clause_credit(clause: Clause, passage: Passage, document: Document) -> Credit:
    names = document.passage(passage.quote(clause.start, clause.end).spans)
    return Credit(clause.label, Sense((), clause.role), (names,), "credits:sentence")


def known_names(found: Iterable[Credit]) -> Known:
    """People are who did what only people do; companies, what is called so."""
    people: set[str] = set()
    companies: set[str] = set()
    for credit in found:
        roles = frozenset(credit.meaning.roles)
        personal = roles and not credit.meaning.company and not roles & (GROUPS | SERVICES | {"thanks"})
        for run in credit.runs:
            for party in parties(run, Known(), -1.0 if personal else 1.0):
                name = fold(party.name.text)
                score = leaning(party.name.text, Known())
                if personal and score < LIKELY / 2 and len(name.split()) > 1:
                    people.add(name)
                elif score >= SURE or (credit.meaning.company and not roles and score > 0):
                    companies.add(name)
    return Known(frozenset(people), frozenset(companies - people))


def crew_claims(credit: Credit, known: Known, *, strict: bool = False) -> Iterator[Claim]:
    """The claims of one entry. `strict`: among technical data, where «Sound» is followed by a format as often as by a name."""
    if credit.meaning.fact or (
        credit.meaning.topic and not credit.meaning.credit and not credit.meaning.thanks and credit.meaning.topic != "support"
    ):
        return
    prior = credit.prior(known)
    if (
        credit.label is not None
        and credit.found_by.endswith(":colon")
        and not credit.meaning.known
        and leaning(credit.label.text, known) >= SURE
    ):
        yield _company(credit, credit.label, "other", 0.6)
    for run in credit.runs:
        for party in parties(run, known, prior):
            if _sound(party, credit, known, strict=strict):
                yield from _claims(party, credit, is_company(party.name.text, known, prior + (SURE if party.placed else 0.0)))


def _chapter(meaning: Sense) -> bool:
    """«Crew», «Team»: a heading over labels, not a label."""
    return bool(meaning.topic) and not meaning.credit and meaning.topic not in ("thanks", "support")


def _sound(party: Party, credit: Credit, known: Known, *, strict: bool) -> bool:
    """Whether a piece of text can be a name at all."""
    name = party.name.text
    if vocabulary().country(name) or vocabulary().language(name) or len(name) < 2:
        return False
    if strict and (not credit.meaning.exact or not _certain(name, known)):
        return False
    if credit.meaning.known or leaning(name, known) >= LIKELY:
        return True
    words = name.split()
    return (
        len(words) <= 5
        and (len(words) > 1 or not credit.found_by.endswith("colon"))
        and all(word[:1].isupper() or _small(word) for word in words)
    )


def _small(word: str) -> bool:
    return fold(word) in word_list("name_particles")


def _certain(name: str, known: Known) -> bool:
    """Whether a name stands its ground among formats, languages and countries."""
    words = name.split()
    if any(char.isdigit() for char in name) or any(vocabulary().language(word) or vocabulary().country(word) for word in words):
        return False
    return (len(words) > 1 and leaning(name, known) < 0) or leaning(name, known) >= LIKELY


def _claims(party: Party, credit: Credit, company: bool) -> Iterator[Claim]:
    if company:
        yield _company(credit, party.name, _company_role(credit.meaning), 0.85)
        return
    if party.function is not None and not credit.meaning.roles:
        yield from _people(party, party.function, sense(party.function.text), credit.found_by)
        return
    yield from _people(party, credit.label, credit.meaning, credit.found_by)
    if party.house is not None:
        yield _company(credit, party.house, _company_role(credit.meaning), 0.7)
    if party.aside is not None and (more := sense(party.aside.text)).roles and more.exact:
        yield from _people(party, party.aside, more, credit.found_by)


def _people(party: Party, label: Quote | None, meaning: Sense, found_by: str) -> Iterator[Claim]:
    roles = meaning.roles or (_place_role(meaning),)
    shown: Spans = label.spans if label is not None else party.name.spans
    for role in dict.fromkeys(roles):
        value = CrewMember(label=label.text if label else None, role=role, name=party.name.text)
        evidence = {"/name": party.name.spans, "/role": shown} | ({"/label": label.spans} if label else {})
        yield Claim("credits.crew", value, evidence, found_by, 0.95 if meaning.exact else 0.75)


def _place_role(meaning: Sense) -> str:
    """What somebody did whose label only names companies."""
    if meaning.topic in ("thanks", "support"):
        return "thanks"
    return PERSON_OF.get(meaning.company or "", "other")


def _company_role(meaning: Sense) -> str:
    if meaning.company and not meaning.thanks:
        return meaning.company
    if meaning.topic == "support":
        return "support"
    found = next((COMPANY_OF[role] for role in meaning.roles if role in COMPANY_OF), None)
    return found or ("post_production" if POST.intersection(meaning.roles) else "other")


def _company(credit: Credit, name: Quote, role: str, confidence: float) -> Claim:
    label = credit.label.spans if credit.label is not None else name.spans
    value = Company.model_validate({"role": role, "name": name.text})
    return Claim("credits.companies", value, {"/name": name.spans, "/role": label}, credit.found_by, confidence)
