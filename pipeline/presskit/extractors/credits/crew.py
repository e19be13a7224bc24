"""Crew and companies: what an entry's label and names say, person by person and company by company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from presskit.extractors.credits.credit import COMPANY_OF, GROUPS, SERVICES, Credit
from presskit.extractors.credits.labels import NOTHING, Sense, sense
from presskit.extractors.credits.names import parties
from presskit.extractors.credits.parties import LIKELY, SURE, YEAR, Known, is_company, leaning
from presskit.extractors.credits.party import Party
from presskit.extractors.credits.shapes import is_description, is_legal
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Passage, Quote, Spans
from presskit.record import Company, CrewMember
from presskit.vocabulary import fold, vocabulary

POST = frozenset(
    {
        "colorist", "online_editor", "post_production", "post_production_supervisor", "sound_mixer", "re_recording_mixer",
        "sound_designer", "sound_editor", "foley_artist", "dialogue_editor", "visual_effects", "visual_effects_supervisor",
        "compositor", "editor", "assistant_editor",
    }
)  # fmt: skip
NAME = re.compile(r"(?<!\w)(?!(?:und|and|et|y|e)\s)[^\W\d_][^,/&;]+?(?=\s*(?:[,/&;]|\s(?:und|and|et|y|e)\s|$))")
INLINE = (":colon", ":cells", ":dash")
FEW = 3
LONGEST_ACRONYM = 6
HOUSE = 0.7
"""How sure the company is that is only named behind a person; any other credit of it counts before this one."""
PERSON_OF = {"production": "producer", "coproduction": "co_producer", "support": "thanks"}


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
                if personal and party.house is not None:
                    companies.add(fold(party.house.text))
                score = leaning(party.name.text, Known())
                if personal and score < LIKELY / 2 and len(name.split()) > 1:
                    people.add(name)
                elif score >= SURE or (credit.meaning.company and not roles and score > 0):
                    companies.add(name)
    return Known(frozenset(people), frozenset(companies - people))


class Among(Enum):
    """What an entry stands among: in technical data «Sound» is followed by a format as often as by a name."""

    CREDITS = "credits"
    FACTS = "facts"
    BOTH = "both"


def crew_claims(credit: Credit, known: Known, among: Among = Among.CREDITS) -> Iterator[Claim]:
    """The claims of one entry."""
    if credit.meaning.fact or (_chapter(credit.meaning) and not credit.found_by.endswith(INLINE)):
        return
    prior = credit.prior(known)
    if credit.label is not None and _house_label(credit, known):
        yield _company(credit, credit.label, "other", 0.6)
    described = _described(credit)
    before = ""
    for party in (party for run in credit.runs for party in _in_run(credit, run, known)[: 1 if described else None]):
        if _initials(party.name.text, before):
            continue
        before = party.name.text
        if _sound(party, credit, known, among):
            yield from _claims(party, credit, is_company(party.name.text, known, prior + _housed(party, credit)))


def _housed(party: Party, credit: Credit) -> float:
    """What beside its words makes a producer a company: a place behind the name, or a name of one word."""
    if party.placed or (party.aside is not None and vocabulary().country(party.aside.text)):
        return SURE
    alone = " " not in party.name.text and COMPANY_OF.keys() & set(credit.meaning.roles)
    return 1.5 * LIKELY if alone else 0.0


def _in_run(credit: Credit, run: Passage, known: Known) -> list[Party]:
    """The names of one run. In a list with one company to a row, commas before «Ltd.» are part of its name."""
    rows = len(credit.runs) >= FEW and credit.meaning.company is not None
    if rows and "," in run.text and is_legal(run.text.rpartition(",")[2]):
        return [Party(run.whole())]
    return parties(run, known, credit.prior(known), articles=credit.meaning.company == "support")


def _initials(name: str, before: str) -> bool:
    """«Society of Marine History / SMH»: the company above, once more."""
    if not name.isupper() or not name.isalpha() or len(name) > LONGEST_ACRONYM or " " not in before:
        return False
    firsts = "".join(part[0] for word in before.upper().replace("'", " ").replace("’", " ").split() for part in [word] if part)
    letters = iter(firsts)
    return all(letter in letters for letter in name)


def _described(credit: Credit) -> bool:
    """«JANE DOE, Professor at the University of Roe», row by row: only the first words are names."""
    found = [run.text.partition(",") for run in credit.runs]
    told = [rest for name, _, rest in found if leaning(name, Known()) < 0 and is_description(rest)]
    return len(told) >= FEW and len(told) * 2 > len(found)


def _house_label(credit: Credit, known: Known) -> bool:
    """A company before a colon, its people behind it."""
    if credit.label is None or credit.meaning.known or not credit.found_by.endswith(":colon"):
        return False
    first = fold(credit.label.text.partition(" ")[0])
    return first not in word_list("credit_nouns") and leaning(credit.label.text, known) >= SURE


def _chapter(meaning: Sense) -> bool:
    """«Crew», «Team»: a heading over labels, not a label."""
    return bool(meaning.topic) and not meaning.credit and meaning.topic not in ("thanks", "support")


def _sound(party: Party, credit: Credit, known: Known, among: Among) -> bool:
    """Whether a piece of text can be a name at all."""
    name = party.name.text
    if vocabulary().country(name) or vocabulary().language(name) or len(name) < 2:
        return False
    if fold(name.partition(" ")[0]) in word_list("recording_formats") and credit.found_by.endswith(INLINE):
        return False  # «Sound: Dolby Atmos»
    if among is Among.FACTS and not (credit.meaning.exact and _certain(name, known)):
        return False
    if among is not Among.CREDITS and _fact_first(credit, name, known):
        return False
    if not credit.meaning.known and YEAR.search(name):
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


def _fact_first(credit: Credit, name: str, known: Known) -> bool:
    """Among data «Title» and «Format» are facts, unless somebody's name follows beyond doubt."""
    return credit.label is not None and vocabulary().facts(credit.label.text) is not None and leaning(name, known) > -1.5 * LIKELY


def _certain(name: str, known: Known) -> bool:
    """Whether a name stands its ground among formats, languages and countries."""
    words = name.split()
    if any(char.isdigit() for char in name) or any(vocabulary().language(word) or vocabulary().country(word) for word in words):
        return False
    return (len(words) > 1 and leaning(name, known) < 0) or leaning(name, known) >= LIKELY


def _claims(party: Party, credit: Credit, company: bool) -> Iterator[Claim]:
    if company:
        yield _company(credit, party.name, _company_role(credit.meaning), 0.85)
        yield from _at_company(party, credit)
        return
    if party.function is not None and not credit.meaning.roles:
        yield from _people(party, party.function, sense(party.function.text), credit.found_by)
        return
    yield from _people(party, credit.label, credit.meaning, credit.found_by)
    if party.house is not None and not YEAR.search(party.house.text):  # a novel's publisher and year made nothing of the film
        yield _company(credit, party.house, _company_role(credit.meaning), HOUSE)
    if party.aside is not None and not GROUPS.intersection(credit.meaning.roles) and (more := sense(party.aside.text)).roles and more.exact:
        yield from _people(party, party.aside, more, credit.found_by)


def _at_company(party: Party, credit: Credit) -> Iterator[Claim]:
    """Who stands in brackets behind a company: «Roe Film (Jane Doe)», «Channel 5 (Editor: Jane Doe)»."""
    inner = party.house or party.aside
    if inner is None:
        return
    label, colon, _ = inner.text.partition(":")
    meaning = sense(label.strip()) if colon else NOTHING
    if meaning.roles and meaning.exact:
        for low, high, run in _places(inner.text, credit.runs):
            for name in NAME.finditer(run.text, low + len(label) + 1, high):
                yield from _people(Party(run.quote(*name.span())), run.quote(low, low + len(label)), meaning, credit.found_by)
    elif party.house is not None and leaning(party.house.text, Known()) < 0:
        yield from _people(Party(party.house), credit.label, credit.meaning, credit.found_by)


def _places(text: str, runs: Sequence[Passage]) -> Iterator[tuple[int, int, Passage]]:
    """Where words of an entry stand in its runs."""
    found = ((run.text.find(text), run) for run in runs)
    yield from ((low, low + len(text), run) for low, run in found if low >= 0)


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
