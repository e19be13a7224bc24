"""6 One file per thing a kit states; each looks at a Reading and yields claims, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from presskit.extractors.awards import awards
from presskit.extractors.biographies import biographies
from presskit.extractors.contacts import contacts
from presskit.extractors.credits import credit_claims, unparsed
from presskit.extractors.fact_gaps import not_understood
from presskit.extractors.facts import facts
from presskit.extractors.filmographies import filmographies
from presskit.extractors.footnotes import footnotes, orphans
from presskit.extractors.interviews import interviews
from presskit.extractors.press import press_quotes
from presskit.extractors.statements import statements
from presskit.extractors.synopses import synopses
from presskit.model import Claim, Issue, Reading

Extractor = Callable[[Reading], Iterator[Claim]]
Reporter = Callable[[Reading], Iterator[Issue]]

EXTRACTORS: Mapping[str, Extractor] = {
    "facts": facts,
    "synopses": synopses,
    "statements": statements,
    "biographies": biographies,
    "filmographies": filmographies,
    "interviews": interviews,
    "footnotes": footnotes,
    "credits": credit_claims,
    "awards": awards,
    "press_quotes": press_quotes,
    "contacts": contacts,
}

REPORTERS: Mapping[str, Reporter] = {"footnotes": orphans, "credits": unparsed, "facts": not_understood}
"""What a person should look at besides the claims."""

__all__ = ["EXTRACTORS", "REPORTERS"]
