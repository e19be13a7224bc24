"""extract(path): the stages in the order they happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from presskit import __version__
from presskit.assemble import assemble
from presskit.calibration import calibrated, learned
from presskit.extractors import EXTRACTORS, REPORTERS
from presskit.language import language_claims, languages, unsupported
from presskit.mentions import MENTIONS, load_models
from presskit.mentions.variants import variants
from presskit.model import Claim, Document, Issue, Reading
from presskit.readers import read as read_file
from presskit.readers.picture import with_pages
from presskit.record import Extraction, FileProvenance, SourceFile
from presskit.scanned import doubted
from presskit.sections import cut
from presskit.settings import Settings
from presskit.vocabulary import vocabulary

DEFAULT = Settings()
Found = TypeVar("Found", Claim, Issue)


def extract(path: Path | str, settings: Settings = DEFAULT) -> Extraction:
    """One kit's record. Raises a PresskitError where the file cannot be read at all."""
    return recorded(*read(path, settings), settings)


def extract_uncalibrated(path: Path | str, settings: Settings = DEFAULT) -> Extraction:
    """The record with the extractors' own confidences: what calibration is learned from."""
    reading, issues = read(path, settings)
    return _assembled(reading, issues, settings)


def recorded(reading: Reading, issues: list[Issue], settings: Settings = DEFAULT) -> Extraction:
    """The record of a kit that was read already; `issues` are what reading it left."""
    return doubted(calibrated(_assembled(reading, issues, settings), learned()), reading.document)


def _assembled(reading: Reading, issues: list[Issue], settings: Settings) -> Extraction:
    claims = _claims(reading, issues, settings)
    return assemble(reading, claims, issues, source_file(reading.document, settings))


def warm_up(settings: Settings = DEFAULT) -> None:
    """Load once what every kit needs, so that processes forked from here share it."""
    vocabulary()
    if settings.names:
        load_models()


def read(path: Path | str, settings: Settings = DEFAULT) -> tuple[Reading, list[Issue]]:
    """A kit read and cut into its sections, before anything is taken from it."""
    return understand(read_file(Path(path), settings))


def understand(document: Document) -> tuple[Reading, list[Issue]]:
    parts = cut(document)
    bare = Reading(document, (), parts.sections, parts.notes)
    return replace(bare, languages=languages(bare)), list(parts.issues)


def drawable(path: Path, document: Document, settings: Settings = DEFAULT) -> bytes:
    """The bytes of a kit's file as something with pages, where it has such: of a picture the PDF that it was read as."""
    return with_pages(path, document.source, settings)


def claims(reading: Reading, settings: Settings = DEFAULT) -> tuple[list[Claim], list[Issue]]:
    """What all extractors say of a reading; for judging them apart from the segmenter."""
    issues: list[Issue] = []
    return _claims(reading, issues, settings), issues


def _claims(reading: Reading, issues: list[Issue], settings: Settings) -> list[Claim]:
    """The structured extractors first: the names they find teach those who look at the running text."""
    structured = [claim for name, find in EXTRACTORS.items() for claim in guarded(name, partial(find, reading), issues)]
    found = [*guarded("languages", partial(language_claims, reading), issues), *structured]
    for name, mention in MENTIONS.items():
        found.extend(guarded(name, partial(mention, reading, structured, settings), issues))
    issues.extend(guarded("languages", partial(unsupported, reading), issues))
    for name, report in REPORTERS.items():
        issues.extend(guarded(name, partial(report, reading), issues))
    issues.extend(guarded("variants", partial(variants, found), issues))
    return found


def guarded(name: str, find: Callable[[], Iterable[Found]], issues: list[Issue]) -> list[Found]:
    """What one extractor finds. If it crashes the kit goes on without it, and says so: the one place that may catch everything."""
    try:
        return list(find())
    except MemoryError:
        # The next step would meet it again: the kit as a whole is too much.
        raise
    except Exception as crash:  # noqa: BLE001
        issues.append(
            Issue("extractor-failed", "error", f"{name} failed on this kit ({type(crash).__name__}: {crash}); its values are missing")
        )
        return []


def source_file(document: Document, settings: Settings) -> SourceFile:
    source = document.source
    return SourceFile(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        bytes=source.size,
        pages=source.pages,
        pipeline=__version__,
        settings=settings.recorded(),
        repairs={repair.name: repair.count for repair in document.repairs},
        provenance=FileProvenance(**asdict(source.provenance)) if source.provenance else None,
    )
