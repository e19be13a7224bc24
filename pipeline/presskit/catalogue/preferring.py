"""Which of several kits is believed: one rule for every fact of a film, told wherever a fact is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

RULE_OF_LIVES = "preferred is what most kits say; among equals the fullest"
RULE = "preferred is what most kits say; among equals, what the first kit by its SHA-256 says"


def preferred(values: Iterable[str | int | None]) -> str | int | None:
    """Of what each kit says, in the order of the kits' digests; nothing where none says anything."""
    counted = Counter(value for value in values if value not in (None, ""))
    return counted.most_common(1)[0][0] if counted else None
