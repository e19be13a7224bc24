"""7 Claims become the record: the surest value of each fact, its rivals kept, every value with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from presskit.evidence import Locator
from presskit.model import Claim, Issue, Reading, Spans
from presskit.record import NOT_UNDERSTOOD, Evidence, Extraction, KitIssue, PressKit, Rival, SectionText, SourceFile
from presskit.vocabulary.findings import because

SCALARS = frozenset(f"film.{name}" for name in ("title", "year", "runtime_minutes", "aspect_ratio", "sound", "colour"))
DERIVED = frozenset({"kind", "length", "roles", "role", "born", "year", "forms", "runtime_minutes", "result", "function", "edtf"})
"""Leaves whose value is not the kit's wording but follows from it; all other strings must read as their spans do."""
DERIVED_FIELDS = frozenset({"film.countries", "film.languages", "film.subtitles", "film.forms", "film.colour", "languages"})
MANDATORY = ("title", "year", "runtime_minutes", "countries", "languages", "directors")
"""What FIAF's core elements and EN 15744 ask of every film and a kit ought to state."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A claim that made it into the record, where it stands there, and what was found beside it."""

    pointer: str
    claim: Claim
    rivals: tuple[Claim, ...] = ()


def assemble(reading: Reading, claims: Sequence[Claim], issues: Iterable[Issue], source: SourceFile) -> Extraction:
    """The record of one kit. A claim whose words cannot be found again is left out and reported."""
    sound = [claim for claim in (*_sections(reading), *claims) if supported(reading, claim)]
    lost = len(reading.sections) + len(claims) - len(sound)
    chosen = [*_scalars(sound), *_items(_with_directors(sound))]
    kit = _kit(chosen)
    locator = Locator.of(reading.document)
    open_issues = [issue for issue in issues if not _made_good(kit, issue)]
    reported = [*reading.document.issues, *open_issues, *_missing(kit, open_issues), *_lost(lost)]
    return Extraction(
        source=source,
        kit=kit,
        evidence=dict(_evidence(locator, chosen)),
        issues=[*(_issue(locator, issue) for issue in reported), *_conflicts(locator, chosen)],
        partial=any(issue.severity == "error" for issue in reported),
    )


def supported(reading: Reading, claim: Claim) -> bool:
    """Whether every value of the claim has words, and every verbatim one reads exactly as its words do."""
    return all(_leaf_supported(reading, claim, path, leaf) for path, leaf in _leaves(claim.value))


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), f"{path}/{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{path}/{index}")
    elif value is not None and value != "":
        yield path, value


def _leaf_supported(reading: Reading, claim: Claim, path: str, leaf: object) -> bool:
    spans = _words_of(claim.evidence, path)
    if not spans:
        return False
    if not isinstance(leaf, str) or _derived(claim.field, path):
        return True
    return reading.document.read(spans) == leaf


def _words_of(evidence: Mapping[str, Spans], path: str) -> Spans:
    """The spans of a leaf: its own, or those of the nearest value around it."""
    while path not in evidence and path:
        path = path.rpartition("/")[0]
    return evidence.get(path, ())


def _derived(field: str, path: str) -> bool:
    names = [name for name in path.split("/") if name and not name.isdigit()]
    leaf = names[-1] if names else ""
    return field in DERIVED_FIELDS or leaf in DERIVED or (field == "entities" and leaf == "label")


def _sections(reading: Reading) -> Iterator[Claim]:
    for section in reading.sections:
        text = reading.passage(section.lines).whole()
        heading = section.heading
        spans: dict[str, Spans] = {"/kind": (*(heading.spans if heading else ()), *text.spans)[:1], "/text": text.spans}
        if heading:
            spans["/heading"] = heading.spans
        value = SectionText(kind=section.kind.value, heading=heading.text if heading else None, text=text.text)
        yield Claim("sections", value, spans, "sections", section.confidence)


def _scalars(claims: Sequence[Claim]) -> Iterator[Chosen]:
    for field in sorted(SCALARS):
        rivals = sorted((claim for claim in claims if claim.field == field), key=lambda claim: -claim.confidence)
        if rivals:
            best = rivals[0]
            agreeing = [claim for claim in rivals if claim.value == best.value]
            others = {str(claim.value): claim for claim in reversed(rivals) if claim.value != best.value}
            yield Chosen(_pointer(field), _seconded(best, agreeing), tuple(others[key] for key in sorted(others)))


def _seconded(best: Claim, agreeing: Sequence[Claim]) -> Claim:
    """A fact found by several extractors is surer than any one of them."""
    doubt = 1.0
    for found_by in sorted({claim.found_by for claim in agreeing}):
        doubt *= 1 - max(claim.confidence for claim in agreeing if claim.found_by == found_by)
    return replace(best, confidence=max(best.confidence, min(0.99, 1 - doubt)))


def _with_directors(claims: Sequence[Claim]) -> list[Claim]:
    """Crew credited as director stands in where no line of its own names the film's directors."""
    if any(claim.field == "film.directors" for claim in claims):
        return list(claims)
    return [*claims, *(found for claim in claims if (found := _director(claim)))]


def _director(claim: Claim) -> Claim | None:
    if claim.field != "credits.crew" or getattr(claim.value, "role", "") != "director":
        return None
    return Claim("film.directors", getattr(claim.value, "name", ""), {"": claim.evidence["/name"]}, claim.found_by, claim.confidence)


def _items(claims: Sequence[Claim]) -> Iterator[Chosen]:
    """One chosen claim per item of a list, in the order found; equal ones once."""
    title = next((c.value for c in sorted(claims, key=lambda c: -c.confidence) if c.field == "film.title"), None)
    counts: dict[str, int] = {}
    seen: set[tuple[str, object]] = set()
    for claim in claims:
        key = (claim.field, _identity(claim.value))
        if claim.field in SCALARS or key in seen or (claim.field == "film.other_titles" and key[1] == _identity(title)):
            continue
        seen.add(key)
        index = counts.get(claim.field, 0)
        counts[claim.field] = index + 1
        yield Chosen(f"{_pointer(claim.field)}/{index}", claim)


def _identity(value: object) -> object:
    return value.model_dump_json() if isinstance(value, BaseModel) else str(value).casefold()


def _pointer(field: str) -> str:
    return "/" + field.replace(".", "/")


def _kit(chosen: Sequence[Chosen]) -> PressKit:
    tree: dict[str, object] = {}
    for one in chosen:
        *way, last = one.claim.field.split(".")
        node = tree
        for name in way:
            node = node.setdefault(name, {})  # type: ignore[assignment]
        if one.claim.field in SCALARS:
            node[last] = one.claim.value
        else:
            node.setdefault(last, []).append(one.claim.value)  # type: ignore[attr-defined]
    return PressKit.model_validate(tree)


def _evidence(locator: Locator, chosen: Sequence[Chosen]) -> Iterator[tuple[str, Evidence]]:
    for one in chosen:
        for path, spans in one.claim.evidence.items():
            if spans:
                yield one.pointer + path, _because(locator, one, spans)


def _because(locator: Locator, one: Chosen, spans: Spans) -> Evidence:
    claim = one.claim
    rivals = [_rival(locator, rival) for rival in one.rivals]
    why = claim.why or because(claim.found_by, getattr(claim.value, "role", ""))
    return Evidence(spans=locator.places(spans), confidence=round(claim.confidence, 3), found_by=claim.found_by, why=why, rivals=rivals)


def _rival(locator: Locator, claim: Claim) -> Rival:
    value = claim.value if isinstance(claim.value, int) else str(claim.value)
    return Rival(
        value=value, spans=locator.places(claim.evidence.get("", ())), found_by=claim.found_by, confidence=round(claim.confidence, 3)
    )


def _issue(locator: Locator, issue: Issue) -> KitIssue:
    severity = issue.severity if issue.severity in ("info", "warning", "error") else "warning"
    places = locator.places(issue.spans)
    return KitIssue(code=issue.code, severity=severity, message=issue.message, pointer=issue.pointer, spans=places)  # type: ignore[arg-type]


def _conflicts(locator: Locator, chosen: Sequence[Chosen]) -> Iterator[KitIssue]:
    for one in chosen:
        for rival in one.rivals:
            name = one.claim.field.rpartition(".")[2].replace("_", " ")
            yield KitIssue(
                code="conflict",
                severity="warning",
                message=f"two values for {name}: {one.claim.value} (kept) and {rival.value}",
                pointer=one.pointer,
                spans=locator.places(rival.evidence.get("", ())),
            )


def _made_good(kit: PressKit, issue: Issue) -> bool:
    """Whether another place of the kit states the fact that was not understood here."""
    return issue.code == NOT_UNDERSTOOD and bool(getattr(kit.film, (issue.pointer or "").rpartition("/")[2], None))


def _missing(kit: PressKit, issues: Iterable[Issue]) -> Iterator[Issue]:
    seen = {issue.pointer for issue in issues if issue.code == NOT_UNDERSTOOD}
    for name in MANDATORY:
        if not getattr(kit.film, name) and f"/film/{name}" not in seen:
            yield Issue("not-stated", "info", f"the kit does not state the film's {name.replace('_', ' ')}, or it was not understood")


def _lost(count: int) -> Iterator[Issue]:
    if count:
        yield Issue("unsupported-claim", "warning", f"{count} values were left out because their words could not be found again")
