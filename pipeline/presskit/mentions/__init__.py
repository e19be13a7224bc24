"""People, organisations, places, works and dates in running text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from presskit.mentions.dates import dates
from presskit.mentions.entities import entities
from presskit.mentions.models import load_models
from presskit.model import Claim, Reading
from presskit.settings import Settings

Mentioner = Callable[[Reading, Sequence[Claim], Settings], Iterator[Claim]]

MENTIONS: Mapping[str, Mentioner] = {"dates": lambda reading, claims, _: dates(reading, claims), "entities": entities}
"""What looks at the running text once the extractors are through; their claims teach it this kit's names and titles."""

__all__ = ["MENTIONS", "dates", "entities", "load_models"]
