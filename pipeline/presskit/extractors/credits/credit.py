"""One entry of the credits as it is read: what its label lets us expect, and the entries that hide inside its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.clauses import Clause, clauses
from presskit.extractors.credits.entry import Entry
from presskit.extractors.credits.labels import Sense
from presskit.extractors.credits.names import parties
from presskit.extractors.credits.parties import LIKELY, SURE, Known, leaning, majority
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Document, Passage, Quote
from presskit.vocabulary import fold

QUOTED = re.compile(r"(?:[a-zà-ÿ]+\s){0,3}[“„«\"‘‹'][^“”„«»\"‹›]{1,90}[”“»\"’›'],?\s(?:(?:by|von|de|d[ie]|par|of|do|da)\s)?", re.IGNORECASE)
BY = re.compile(r"\s(?:by|von|de|di|par|of|do|da)\s(?=[^\W\d_a-zà-ÿ])")
COMPANY_OF = {
    "producer": "production", "executive_producer": "production", "line_producer": "production", "production_manager": "production",
    "co_producer": "coproduction", "associate_producer": "coproduction", "commissioning_editor": "broadcaster",
}  # fmt: skip
GROUPS = frozenset({"composer", "music", "musician", "singer", "songwriter", "lyricist", "dancer", "choreographer"})
"""Functions that bands and orchestras have, whose names count as people's."""
SERVICES = frozenset(
    {"post_production", "online_editor", "catering", "legal", "accountant", "publicist", "title_designer", "driver", "technical"}
)


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
        if self.meaning.company and self.label is not None and fold(self.label.text.partition(" ")[0]) in word_list("one"):
            return LIKELY  # «a production of»
        if self.meaning.company and not roles & (SERVICES | GROUPS):
            return -0.1
        if roles & GROUPS:
            return -4.5
        if roles & SERVICES or roles == {"other"}:
            own = LIKELY if self._names_a_company() else 0.4 if roles & SERVICES else -0.5
            return own + majority(self._rough(), known) / 2
        return -1.25 + (SURE if self._names_a_company() else 0.0)

    def _names_a_company(self) -> bool:
        """«Casting agency», «Payroll services»: the label itself expects one."""
        last = fold(self.label.text).split()[-1:] if self.label is not None else []
        return bool(last) and last[0] in word_list("company_nouns")

    def _rough(self) -> list[str]:
        return [party.name.text for run in self.runs for party in parties(run, Known(), 0.5)]


def credit_of(entry: Entry, document: Document) -> Credit:
    """An entry of the cast that comes here lists companies «with» whose help the film was made."""
    meaning = Sense((), entry.sense.company or "support") if entry.sense.cast else entry.sense
    runs = entry.runs(document)
    if meaning.roles == ("source_author",):
        runs = [document.passage(run.quote(_past_title(run.text), len(run.text)).spans) for run in runs]
    return Credit(entry.label, meaning, runs, f"credits:{entry.kind}")


def _past_title(text: str) -> int:
    """Where the author's name begins behind the work's: «“Salt” by Jane Doe», «Les Vagues de Jane Doe»."""
    quoted = QUOTED.match(text)
    if quoted:
        return quoted.end()
    by = [found for found in BY.finditer(text) if len(text[found.end() :].split()) > 1]
    titled = fold(text.partition(" ")[0]) in word_list("articles")
    return by[-1].end() if by and titled else 0


def clause_credit(clause: Clause, passage: Passage, document: Document) -> Credit:
    names = document.passage(passage.quote(clause.start, clause.end).spans)
    return Credit(clause.label, Sense((), clause.role), (names,), "credits:sentence")


def unfolded(credit: Credit, document: Document) -> Iterator[Credit]:
    """«Production: Doe Film in co-production with Roe Film, supported by ...»: further companies' parts inside the names."""
    if not credit.meaning.company and not COMPANY_OF.keys() & set(credit.meaning.roles):
        yield credit
        return
    kept: list[Passage] = []
    more: list[Credit] = []
    for run in credit.runs:
        found = clauses(run, credit.meaning.company)
        if not found:
            kept.append(run)
            continue
        kept.append(document.passage(run.quote(0, found[0].opens).spans))
        more.extend(clause_credit(clause, run, document) for clause in found)
    yield Credit(credit.label, credit.meaning, kept, credit.found_by)
    yield from more


def headless(credit: Credit) -> Iterator[Credit]:
    """A company and its people at the head of a list, without a label: who produced the film."""
    scores = [leaning(run.text, Known()) for run in credit.runs]
    if len(scores) < 2 or scores[0] < 0 or max(scores[1:]) >= 0 or min(scores[1:]) > -LIKELY:
        return
    yield Credit(None, Sense((), "production"), credit.runs, "credits:headless")
