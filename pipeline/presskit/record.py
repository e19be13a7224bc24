"""The promise outside: what an extraction says, as pydantic models; the published JSON Schema is made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"
NOT_UNDERSTOOD = "not-understood"
"""Issues of this code name a field that the kit has words for, but no value that could be taken."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 639-1, or 639-3 where there is none")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2, or the alpha-2 of a historical state")]
Edtf = Annotated[str, Field(min_length=4, description="EDTF Level 1 / ISO 8601-2")]
Year = Annotated[int, Field(ge=1800, le=2200)]
Minutes = Annotated[int, Field(ge=1, le=6000)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
Role = Annotated[str, Field(pattern=r"^[a-z_]+$", description="canonical role")]
Form = Literal["feature", "short", "documentary", "animation", "fiction", "experimental", "series", "television"]
Kind = Literal[
    "synopsis", "statement", "biography", "filmography", "interview", "footnotes", "credits",
    "technical", "awards", "press", "contacts", "notes", "boilerplate", "front",
]  # fmt: skip
CompanyRole = Literal[
    "production", "coproduction", "support", "distribution", "sales", "broadcaster", "post_production", "festival_service", "other"
]
ContactFunction = Literal["sales", "distribution", "press", "production", "director", "festivals", "other"]


class Model(BaseModel):
    """Common to all parts of the record: immutable, and no key that the schema does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Film(Model):
    """Facts about the film that the kit is for."""

    title: str | None = None
    other_titles: list[str] = []
    year: Year | None = None
    runtime_minutes: Minutes | None = None
    countries: list[Country] = []
    languages: list[Language] = []
    subtitles: list[Language] = []
    forms: list[Form] = []
    genres: list[str] = []
    aspect_ratio: str | None = None
    sound: str | None = None
    colour: Literal["colour", "black_and_white", "both"] | None = None
    formats: list[str] = []
    directors: list[str] = []


class SectionText(Model):
    """One part of the kit, in order."""

    kind: Kind
    heading: str | None = None
    text: str


class Synopsis(Model):
    length: Literal["logline", "short", "long", "unspecified"]
    text: str


class Statement(Model):
    person: str | None = None
    text: str


class Biography(Model):
    """One person's text. `born` is EDTF."""

    person: str
    roles: list[Role] = []
    character: str | None = None
    born: Edtf | None = None
    birthplace: str | None = None
    text: str


class FilmographyEntry(Model):
    """One film of a list; of a range of years the first."""

    year: Year | None = None
    title: str
    other_titles: list[str] = []
    forms: list[Form] = []
    runtime_minutes: Minutes | None = None
    roles: list[Role] = []


class Filmography(Model):
    person: str
    entries: list[FilmographyEntry]


class Exchange(Model):
    question: str
    answer: str
    speaker: str | None = None


class Interview(Model):
    interviewees: list[str] = []
    interviewers: list[str] = []
    exchanges: list[Exchange]


class Footnote(Model):
    marker: str
    text: str


class CastMember(Model):
    actor: str
    character: str | None = None


class CrewMember(Model):
    """One person and function: `label` as printed (null where only the place says what they did), `role` canonical."""

    label: str | None = None
    role: Role
    name: str


class Company(Model):
    role: CompanyRole
    name: str


class Credits(Model):
    cast: list[CastMember] = []
    crew: list[CrewMember] = []
    companies: list[Company] = []


class Award(Model):
    """A prize, nomination or selection; `film` is null for the kit's own film."""

    festival: str
    year: Year | None = None
    section: str | None = None
    award: str | None = None
    result: Literal["won", "nominated", "selected"]
    film: str | None = None


class PressQuote(Model):
    text: str
    author: str | None = None
    outlet: str | None = None


class Contact(Model):
    """An address block. Personal data: kept apart so that it can be deleted as a whole."""

    function: ContactFunction
    company: str | None = None
    people: list[str] = []
    emails: list[str] = []
    phones: list[str] = []
    websites: list[str] = []


class Date(Model):
    text: str
    edtf: Edtf


class Entity(Model):
    text: str
    label: Literal["PERSON", "ORG", "PLACE", "WORK"]


class PressKit(Model):
    """What one press kit states: every string is the kit's own wording, absent where the kit is silent."""

    languages: list[Language] = []
    film: Film = Film()
    sections: list[SectionText] = []
    synopses: list[Synopsis] = []
    statements: list[Statement] = []
    biographies: list[Biography] = []
    filmographies: list[Filmography] = []
    interviews: list[Interview] = []
    footnotes: list[Footnote] = []
    credits: Credits = Credits()
    awards: list[Award] = []
    press_quotes: list[PressQuote] = []
    contacts: list[Contact] = []
    dates: list[Date] = []
    entities: list[Entity] = []


class Place(Model):
    """Where words stand: offsets into the original text (half-open), the page from 1, the box in points (PDF only)."""

    page: Count
    start: Count
    end: Count
    quote: str
    box: tuple[float, float, float, float] | None = None


class Rival(Model):
    """Another value found for the same fact, and not chosen."""

    value: str | int
    spans: list[Place]
    found_by: str
    confidence: float


class Evidence(Model):
    """Why a value is in the record: the words, who found them and how sure."""

    spans: list[Place]
    confidence: Annotated[float, Field(ge=0, le=1)]
    found_by: str
    why: str = ""
    rivals: list[Rival] = []


class KitIssue(Model):
    """Something a person should look at; `pointer` names the value concerned, `spans` the words."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    pointer: str | None = None
    spans: list[Place] = []


class FileProvenance(Model):
    """The mail or archive that a file came in, and who sent it when."""

    parcel: str
    sha256: str
    name: str
    sender: str | None = None
    subject: str | None = None
    date: str | None = None


class SourceFile(Model):
    """The file and the pipeline that made this record of it."""

    name: str
    sha256: Sha256
    media_type: str
    bytes: Count
    pages: Count
    pipeline: str
    settings: dict[str, bool | int | str]
    repairs: dict[str, int] = {}
    provenance: Annotated[FileProvenance | None, Field(exclude_if=lambda held: held is None)] = None


class Extraction(Model):
    """One kit's record: `evidence` maps a JSON Pointer into `kit` to the words the value rests on."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_version: Annotated[str, Field(alias="schema")] = SCHEMA_VERSION
    source: SourceFile
    kit: PressKit
    evidence: dict[str, Evidence] = {}
    issues: list[KitIssue] = []
    partial: bool = False
