"""What a batch says of itself for machines: one entry per kit, as pydantic models; the published JSON Schema is made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

REPORT_VERSION = "1.1"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    """Common to all parts of the report: immutable, and no key that the schema does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(Part):
    """A path below the inbox; `version` counts the contents it has had."""

    path: str
    version: Annotated[int, Field(ge=1)] = 1


class IssueCount(Part):
    """How often a record says so."""

    severity: str
    code: str
    count: Annotated[int, Field(ge=1)]


class Entry(Part):
    """One kit of the inbox: a content, under all the names it has there. A file that is no kit, or cannot be read, has no sha256."""

    names: list[Name]
    sha256: Sha256 | None = None
    outcome: Literal["done", "partial", "failed", "skipped", "waiting", "running"]
    reason: str = ""
    message: str = ""
    retry: bool = False
    record: Annotated[str | None, Field(description="path of the record below the output folder")] = None
    quarantined: Annotated[str | None, Field(description="path of the copy of a failed kit below the output folder")] = None
    issues: list[IssueCount] = []
    seconds: float = 0.0
    finished: Annotated[str | None, Field(description="when, in UTC, as in ISO 8601")] = None


class Handed(Part):
    """What became, in this run, of the records that a batch handed on to a catalogue; `run` names it there, once anything is loaded."""

    run: str | None = None
    handed: Annotated[int, Field(ge=0)] = 0
    loaded: Annotated[int, Field(ge=0, description="new in the catalogue, or another extraction of a kit that it has")] = 0
    known: Annotated[int, Field(ge=0, description="there already, as they are")] = 0
    refused: Annotated[int, Field(ge=0, description="no valid records")] = 0
    missing: Annotated[int, Field(ge=0, description="not loaded yet: the next run of the batch loads them")] = 0


class Report(Part):
    """The state of a batch when it ended. `complete` says that every kit found in the inbox has an outcome."""

    schema_version: Annotated[str, Field(alias="schema")] = REPORT_VERSION
    pipeline: str
    inbox: str
    started: str
    ended: str
    complete: bool
    outcomes: dict[str, int]
    catalogue: Annotated[Handed | None, Field(description="null where none is fed")] = None
    kits: list[Entry]
