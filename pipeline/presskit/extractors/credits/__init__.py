"""Credits: cast, crew and companies, from the credit sections and from whatever else names them with a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.credits.announced import announced_claims
from presskit.extractors.credits.cast import Context, cast_claims, lists_companies
from presskit.extractors.credits.clauses import clauses
from presskit.extractors.credits.columns import unstacked
from presskit.extractors.credits.credit import Credit, clause_credit, credit_of, headless, unfolded
from presskit.extractors.credits.crew import HOUSE, Among, crew_claims, known_names
from presskit.extractors.credits.entry import Entry
from presskit.extractors.credits.figures import figure_claims
from presskit.extractors.credits.heads import heading_claims
from presskit.extractors.credits.labels import Sense, sense
from presskit.extractors.credits.parties import Known
from presskit.extractors.credits.presented import presented_claims
from presskit.extractors.credits.prose import prose_claims
from presskit.extractors.credits.regions import entries
from presskit.extractors.credits.rows import WORD, rows
from presskit.extractors.credits.runin import unrolled
from presskit.extractors.credits.told import told_claims
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Issue, Reading, Section, SectionKind
from presskit.record import CastMember, Company, CrewMember
from presskit.vocabulary import fold, vocabulary

READ = (SectionKind.CREDITS, SectionKind.TECHNICAL)
FEW = 4
"""Credits among technical data from which the section counts as a list of credits too."""
PART = re.compile(r"[:|•·,]|\s[-–—/]\s")
COVER = 15
COVER_WORDS = 10
"""Lines of a kit that may be its cover, and the words of one that says what film this is."""
PROSE = (SectionKind.SYNOPSIS, SectionKind.STATEMENT, SectionKind.NOTES)


@dataclass(frozen=True, slots=True)
class _Read:
    """A section and its entries."""

    section: Section
    entries: Sequence[Entry]


def credit_claims(reading: Reading) -> Iterator[Claim]:
    """Every credit once, in printed order."""
    read = list(_read(reading))
    known = known_names(_credits(reading, read))
    context = Context(known, _prose_words(reading), _documentary(reading))
    announced = list(announced_claims(reading))
    listed = [*_unannounced(_claims(reading, read, known, context), announced), *announced, *figure_claims(reading)]
    told = [
        *heading_claims(reading, listed),
        *presented_claims(reading, listed, known),
        *prose_claims(reading, listed, known),
        *told_claims(reading, listed),
    ]
    yield from _once([*listed, *told])


def _unannounced(claims: Iterable[Claim], announced: Sequence[Claim]) -> Iterator[Claim]:
    """A sentence right above a list says better than a heading what its companies did."""
    taken = {span for claim in announced for span in claim.evidence["/name"]}
    return (claim for claim in claims if not (isinstance(claim.value, Company) and taken & {*claim.evidence["/name"]}))


def _language(reading: Reading) -> str:
    return reading.languages[0] if reading.languages else ""


def _read(reading: Reading) -> Iterator[_Read]:
    """The sections in order. A label that stands last, without its names, goes on in the next section if that has no heading."""
    held: _Read | None = None
    for section in reading.sections:
        if section.kind not in READ:
            continue
        if held is not None and section.heading is None and _dangles(held):
            section = replace(held.section, paragraphs=(*held.section.paragraphs, *section.paragraphs))
        elif held is not None:
            yield held
        held = _Read(section, _entries(reading, section))
    if held is not None:
        yield held


def _dangles(read: _Read) -> bool:
    last = read.entries[-1] if read.entries else None
    return last is not None and last.label is not None and not last.values and last.kind == "alone"


def _entries(reading: Reading, section: Section) -> list[Entry]:
    language = _language(reading)
    printed = unstacked(reading, rows(reading, section.lines), language)
    return entries(unrolled(reading, printed, language), language, section.heading)


def _credits(reading: Reading, read: Sequence[_Read]) -> Iterator[Credit]:
    for one in read:
        for entry in one.entries:
            if not entry.sense.cast:
                yield from _of_entry(reading, entry, first=entry is one.entries[0])


def _of_entry(reading: Reading, entry: Entry, *, first: bool) -> Iterator[Credit]:
    """An entry as one credit, or a sentence as one per clause."""
    credit = credit_of(_in_one_language(reading, entry), reading.document)
    if credit.label is not None:
        yield from unfolded(credit, reading.document)
    elif entry.kind == "statement":
        for run in credit.runs:
            yield from (clause_credit(clause, run, reading.document) for clause in clauses(run))
    elif first:
        yield from headless(credit)


def _in_one_language(reading: Reading, entry: Entry) -> Entry:
    """«Música / Music» is one function, said twice, in a kit of two languages."""
    if len(reading.languages) < 2 or entry.label is None or "/" not in entry.label.text or len(entry.sense.roles) < 2:
        return entry
    said = [set(sense(part.strip()).roles) for part in entry.label.text.split("/")]
    shared = [role for role in entry.sense.roles if all(role in roles for roles in said)]
    return replace(entry, sense=replace(entry.sense, roles=tuple(shared) or entry.sense.roles))


def _claims(reading: Reading, read: Sequence[_Read], known: Known, context: Context) -> Iterator[Claim]:
    everything = [entry for one in read for entry in one.entries]
    at = -1
    for one in read:
        among = _among(one)
        for entry in one.entries:
            at += 1
            listed = _among_companies([*everything[max(0, at - 1) : at], *everything[at + 1 : at + 2]])
            if entry.sense.cast and not lists_companies(entry, reading.document, among=listed):
                yield from cast_claims(entry, reading.document, context)
                continue
            if _is_with(entry) and at and _made(everything[at - 1].sense):
                entry = replace(entry, sense=Sense((), "coproduction"))
            for credit in _of_entry(reading, entry, first=entry is one.entries[0]):
                yield from crew_claims(credit, known, among)


def _is_with(entry: Entry) -> bool:
    return entry.label is not None and entry.sense.cast and fold(entry.label.text) in word_list("made_with") and len(entry.values) == 1


def _made(meaning: Sense) -> bool:
    """«Doe Film with Roe Pictures»: who is with those who made a film made it with them."""
    return meaning.company in ("production", "coproduction") or bool({"producer", "co_producer"} & {*meaning.roles})


def _among_companies(around: Sequence[Entry]) -> bool:
    """Whether an entry stands in a list of companies' parts, not in one of the cast."""
    return any(entry.sense.company for entry in around) and not any(entry.sense.cast for entry in around)


def _among(one: _Read) -> Among:
    if one.section.kind is not SectionKind.TECHNICAL:
        return Among.CREDITS
    return Among.FACTS if _credited(one.entries) < FEW else Among.BOTH


def _credited(entries: Sequence[Entry]) -> int:
    return sum(1 for entry in entries if entry.sense.credit and entry.sense.exact)


def _prose_words(reading: Reading) -> frozenset[str]:
    """Capitalised words of the synopsis and the other prose: characters are called by them."""
    text = " ".join(reading.words(line) for section in reading.of_kind(*PROSE) for line in section.lines)
    return frozenset(fold(word) for word in WORD.findall(text) if word[:1].isupper())


def _documentary(reading: Reading) -> bool:
    """Whether the film calls itself a documentary in its data or on its cover."""
    for section in reading.of_kind(SectionKind.TECHNICAL, SectionKind.FRONT):
        for line in section.lines:
            texts = (reading.document.read((cell,)) for cell in line.cells or (line.span,))
            forms = {form for text in texts for part in PART.split(text) for form in vocabulary().form(part.strip())}
            if "documentary" in forms and "fiction" not in forms:
                return True
    lines = [line for line in reading.document.lines if not line.furniture][:COVER]
    return any(_is_documentary(said) for line in lines for said in _before_maker(reading.words(line)))


def _is_documentary(text: str) -> bool:
    forms = vocabulary().form(text)
    return "documentary" in forms and "fiction" not in forms


def _before_maker(text: str) -> Iterator[str]:
    """«un documentaire de Jane Doe», «a documentary by»: the words behind the article, up to the maker."""
    words = text.split()
    if len(words) <= COVER_WORDS and words[:1] and fold(words[0]) in vocabulary().words("articles"):
        yield from (" ".join(words[1:end]) for end in range(2, min(len(words), 5)))


def _once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Short and full lists name the same people: each once, with their first label. A company that is only named
    behind a person counts where nothing else is said of it; an actor without a part, where no list names the part."""
    seen: set[tuple[str, str, str]] = set()
    named = {fold(claim.value.name) for claim in claims if isinstance(claim.value, Company) and claim.confidence != HOUSE}
    played = {fold(claim.value.actor) for claim in claims if isinstance(claim.value, CastMember) and claim.value.character}
    for claim in claims:
        key = _key(claim.value)
        if isinstance(claim.value, CastMember) and not claim.value.character and fold(claim.value.actor) in played:
            continue
        behind = isinstance(claim.value, Company) and claim.confidence == HOUSE and fold(claim.value.name) in named
        if key not in seen and not behind:
            seen.add(key)
            yield claim


def _key(value: object) -> tuple[str, str, str]:
    match value:
        case CastMember():
            return "cast", fold(value.actor), fold(value.character or "")
        case CrewMember():
            return value.role, fold(value.name), fold(value.label or "") if value.role == "other" else ""
        case Company():
            return f"company {value.role}", fold(value.name), ""
    return "", "", ""


def unparsed(reading: Reading) -> Iterator[Issue]:
    """Rows of credit sections that nothing could be made of."""
    for section in reading.of_kind(SectionKind.CREDITS):
        for entry in _entries(reading, section):
            if entry.label is None and entry.kind == "plain" and not entry.sense.cast:
                spans = tuple(span for value in entry.values for cell in value.cells for span in cell.spans)
                yield Issue("unparsed-credit", "info", f"not understood as a credit: {entry.values[0].text[:80]}", spans)
