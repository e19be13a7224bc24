"""Matching: which kits are for one film, which credits are of one person; without a database, from what the kits state alone."""

from presskit.catalogue.matching.agents import PersonSignature, people
from presskit.catalogue.matching.blocking import blocks, pairs
from presskit.catalogue.matching.clustering import Clusters, Decisions, clusters
from presskit.catalogue.matching.films import compare
from presskit.catalogue.matching.match import Match, Outcome, Reason
from presskit.catalogue.matching.persons import person_compare
from presskit.catalogue.matching.signatures import FilmSignature, signature

__all__ = [
    "Clusters",
    "Decisions",
    "FilmSignature",
    "Match",
    "Outcome",
    "PersonSignature",
    "Reason",
    "blocks",
    "clusters",
    "compare",
    "pairs",
    "people",
    "person_compare",
    "signature",
]
