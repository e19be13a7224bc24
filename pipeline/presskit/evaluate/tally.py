"""Fill rates and counts of changes over all kits, added up one kit at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from presskit.evaluate.changes import KitChanges


@dataclass(slots=True)
class FieldTally:
    """One field over all kits: (before, after) of the kits with a value and of the items, and what became of those."""

    kits: int = 0
    filled: tuple[int, int] = (0, 0)
    items: tuple[int, int] = (0, 0)
    removed: int = 0
    added: int = 0
    changed: int = 0
    concerned: int = 0
    """Kits where the field differs."""

    @property
    def rates(self) -> tuple[float, float]:
        """Share of the kits with at least one value."""
        return self.filled[0] / max(self.kits, 1), self.filled[1] / max(self.kits, 1)

    @property
    def means(self) -> tuple[float, float]:
        """Items in a kit."""
        return self.items[0] / max(self.kits, 1), self.items[1] / max(self.kits, 1)


@dataclass(slots=True)
class IssueTally:
    """One code over all kits: how often before and after, and how many kits got it or lost it."""

    before: int = 0
    after: int = 0
    new: int = 0
    vanished: int = 0


@dataclass(slots=True)
class Tally:
    """All kits compared so far."""

    kits: int = 0
    differing: int = 0
    other_content: int = 0
    fields: dict[str, FieldTally] = field(default_factory=lambda: defaultdict(FieldTally))
    issues: dict[str, IssueTally] = field(default_factory=lambda: defaultdict(IssueTally))

    def add(self, kit: KitChanges) -> None:
        self.kits += 1
        self.differing += bool(kit.differing)
        self.other_content += not kit.same_content
        for found in kit.fields:
            tally = self.fields[found.field]
            tally.kits += 1
            tally.filled = tally.filled[0] + bool(found.before), tally.filled[1] + bool(found.after)
            tally.items = tally.items[0] + found.before, tally.items[1] + found.after
            tally.removed += found.removed
            tally.added += found.added
            tally.changed += found.changed
            tally.concerned += bool(found.changes)
        for code, before, after in kit.issues:
            self._add_issue(code, before, after)

    def _add_issue(self, code: str, before: int, after: int) -> None:
        tally = self.issues[code]
        tally.before += before
        tally.after += after
        tally.new += after > 0 == before
        tally.vanished += before > 0 == after
