"""What differs between two records of one kit, field by field, as the scored families see it: before stands for gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from presskit.evaluate.compare import SECTIONS_LEFT_OUT, Family
from presskit.evaluate.fields import FIELDS, SECTIONS, part_of
from presskit.evaluate.match import Item, Outcome, match
from presskit.evaluate.nearest import nearest
from presskit.evaluate.regression import differences
from presskit.record import Extraction, KitIssue, PressKit

ISSUES, DETAILS, EVIDENCE, OUTCOME = "issues", "details", "evidence", "outcome"
"""Fields besides FIELDS: what no family compares (order, a prize's result, a contact's website), the places of equal
values, and whether the record is partial."""
SHORT = 80
"""Characters up to which an item's parts stand on one line."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that went (no `after`), came (no `before`) or became another. `label` says which, where the value does not."""

    before: str | None
    after: str | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FieldChanges:
    """One field of one kit: how many items it has, how many went, came and became others, and which."""

    field: str
    before: int
    after: int
    removed: int = 0
    added: int = 0
    changed: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class KitChanges:
    """One kit in both folders. `fields` has every field, changed or not; `issues` counts by code before and after."""

    name: str
    title: str
    same_content: bool
    fields: tuple[FieldChanges, ...]
    issues: tuple[tuple[str, int, int], ...]

    @property
    def differing(self) -> tuple[FieldChanges, ...]:
        return tuple(field for field in self.fields if field.changes)


def changes(name: str, before: Extraction, after: Extraction) -> KitChanges:
    fields = [_compared(family, before.kit, after.kit) for family in FIELDS.values()]
    details = _field(DETAILS, _details(before.kit, after.kit, {part_of(field.field) for field in fields if field.changes}))
    evidence = _field(EVIDENCE, _moved(before, after) if before.kit == after.kit else ())
    outcome = _field(OUTCOME, _outcome(before.partial, after.partial))
    return KitChanges(
        name,
        after.kit.film.title or before.kit.film.title or "",
        before.source.sha256 == after.source.sha256,
        (*fields, details, evidence, _issues(before, after), outcome),
        _by_code(before.issues, after.issues),
    )


def _compared(family: Family, before: PressKit, after: PressKit) -> FieldChanges:
    outcome = family.outcome(before, after)
    if family.name == SECTIONS:
        return _sections(outcome, before, after)
    return _of_items(family.name, outcome)


def _of_items(field: str, outcome: Outcome) -> FieldChanges:
    """An item that agrees but is not written the same has changed, and so have two lone ones that are much alike."""
    alike, gone, came = nearest(outcome.missed, outcome.spurious)
    redone = [(one, other) for one, other in outcome.matched if (one.texts, one.printed) != (other.texts, other.printed)]
    found = [Change(_shown(one), _shown(other)) for one, other in [*redone, *alike]]
    found += [Change(_shown(item), None) for item in gone]
    found += [Change(None, _shown(item)) for item in came]
    sizes = len(outcome.matched) + len(outcome.missed), len(outcome.matched) + len(outcome.spurious)
    return FieldChanges(field, *sizes, len(gone), len(came), len(redone) + len(alike), tuple(found))


def _sections(outcome: Outcome, before: PressKit, after: PressKit) -> FieldChanges:
    """Words are counted, the texts of each kind of section are shown."""
    sizes = len(outcome.matched) + len(outcome.missed), len(outcome.matched) + len(outcome.spurious)
    kinds = dict.fromkeys(item.key[0] for item in (*outcome.missed, *outcome.spurious))
    found = tuple(Change(_text(before, kind), _text(after, kind), kind) for kind in kinds)
    return FieldChanges(SECTIONS, *sizes, len(outcome.missed), len(outcome.spurious), 0, found)


def _text(kit: PressKit, kind: str) -> str | None:
    texts = [section.text for section in kit.sections if section.kind == kind and kind not in SECTIONS_LEFT_OUT]
    return "\n\n".join(texts) or None


def _shown(item: Item) -> str:
    parts = [part for part in (*(item.printed or item.key), *item.texts) if part]
    return (" · " if all(len(part) <= SHORT for part in parts) else "\n").join(parts)


def _details(before: PressKit, after: PressKit, told: set[str]) -> Iterator[Change]:
    """Differences in the parts of the record where no family saw any."""
    for part in PressKit.model_fields:
        if part in told or getattr(before, part) == getattr(after, part):
            continue
        texts = (kit.model_dump_json(include={part}) for kit in (before, after))
        for difference in differences(*texts):
            yield Change(difference.before, difference.now, difference.path.removeprefix("$."))


def _moved(before: Extraction, after: Extraction) -> Iterator[Change]:
    """Equal values that rest on other words of the kit than before."""
    for pointer in dict.fromkeys([*before.evidence, *after.evidence]):
        places = _places(before, pointer), _places(after, pointer)
        if places[0] != places[1]:
            yield Change(*places, pointer)


def _places(record: Extraction, pointer: str) -> str | None:
    if pointer not in record.evidence:
        return None
    return "\n".join(f"page {place.page}, {place.start}–{place.end}: {place.quote}" for place in record.evidence[pointer].spans)


def _outcome(before: bool, after: bool) -> Iterator[Change]:
    words = ("complete", "partial")
    if before != after:
        yield Change(words[before], words[after])


def _issues(before: Extraction, after: Extraction) -> FieldChanges:
    outcome = match(map(_issue, before.issues), map(_issue, after.issues), lambda _one, _other: 1.0)
    sizes = len(before.issues), len(after.issues)
    found = [Change(_shown(item), None) for item in outcome.missed] + [Change(None, _shown(item)) for item in outcome.spurious]
    return FieldChanges(ISSUES, *sizes, len(outcome.missed), len(outcome.spurious), 0, tuple(found))


def _issue(issue: KitIssue) -> Item:
    return Item((issue.severity, issue.code, issue.message))


def _by_code(before: Iterable[KitIssue], after: Iterable[KitIssue]) -> tuple[tuple[str, int, int], ...]:
    counted = Counter(issue.code for issue in before), Counter(issue.code for issue in after)
    return tuple((code, counted[0][code], counted[1][code]) for code in sorted(counted[0] | counted[1]))


def _field(name: str, found: Iterable[Change]) -> FieldChanges:
    """A field whose items are not counted but where they differ."""
    every = tuple(found)
    gone, came = sum(change.after is None for change in every), sum(change.before is None for change in every)
    return FieldChanges(name, 0, 0, gone, came, len(every) - gone - came, every)
