"""Records to export: a small one with something of everything, and those of the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from presskit.export.account import Account, KitLoss, settle
from presskit.record import (
    Award,
    Biography,
    CastMember,
    Company,
    Contact,
    Credits,
    CrewMember,
    Date,
    Entity,
    Evidence,
    Exchange,
    Extraction,
    Film,
    Filmography,
    FilmographyEntry,
    Footnote,
    Interview,
    KitIssue,
    Place,
    PressKit,
    PressQuote,
    Rival,
    SectionText,
    SourceFile,
    Statement,
    Synopsis,
)  # fmt: skip

SAMPLES = Path(__file__).parents[2] / "samples"
SHA = "ab" * 32
SOURCE = SourceFile(
    name="brine.pdf", sha256=SHA, media_type="application/pdf", bytes=9, pages=2, pipeline="1", settings={"names": True}, repairs={"x": 1}
)
FILM = Film(
    title="Brine", other_titles=["Sole"], year=2031, runtime_minutes=118, countries=["IT", "SU"], languages=["it", "kbd", "xkz"],
    subtitles=["fr"], forms=["feature", "animation"], genres=["Drama"], aspect_ratio="1.85:1", sound="Dolby 5.1", colour="both",
    formats=["DCP", "35 mm", "Wax"], directors=["Ada Pell"],
)  # fmt: skip
CREDITS = Credits(
    cast=[CastMember(actor="Leo Pond", character="The Diver"), CastMember(actor="Mia Reed")],
    crew=[
        CrewMember(label="Regia", role="director", name="ADA PELL"),
        CrewMember(label="Montaggio", role="editor", name="Ivo Strand"),
        CrewMember(label="Co-editor", role="co_editor", name="Una Wick"),
        CrewMember(label="Color", role="colorist", name="Ben Ode"),
        CrewMember(role="thanks", name="Old Harbour Choir"),
    ],
    companies=[
        Company(role="production", name="Salt Pan Films"),
        Company(role="coproduction", name="Reef Pictures"),
        Company(role="sales", name="Far Shore"),
        Company(role="broadcaster", name="Kanal 9"),
        Company(role="other", name="Gull Vans"),
    ],
)
KIT = PressKit(
    languages=["en"],
    film=FILM,
    sections=[SectionText(kind="synopsis", heading="Story", text="A diver sinks.")],
    synopses=[Synopsis(length="short", text="A diver sinks."), Synopsis(length="long", text="A diver sinks slowly.")],
    statements=[Statement(person="Ada Pell", text="I swim.")],
    biographies=[
        Biography(person="Ada Pell", roles=["director"], born="1988-02", birthplace="Ostend", text="Ada Pell swims."),
        Biography(person="Leo Pond", character="The Diver", born="197X", text="Leo Pond dives."),
    ],
    filmographies=[
        Filmography(person="Ada Pell", entries=[FilmographyEntry(year=2020, title="Tar", runtime_minutes=9, roles=["director"])])
    ],
    interviews=[
        Interview(interviewees=["Ada Pell"], interviewers=["Kit Moss"], exchanges=[Exchange(question="Why?", answer="=1+1, I said.")])
    ],
    footnotes=[Footnote(marker="*", text="A lake.")],
    credits=CREDITS,
    awards=[
        Award(festival="Tarn Days", year=2031, section="Shorts", award="Best Sound", result="won"),
        Award(festival="Fjord Week", year=2030, result="selected"),
        Award(festival="Moor Prize", year=2020, award="Jury", result="won", film="Tar"),
    ],
    press_quotes=[PressQuote(text="It floats.", author="Jo Lind", outlet="The Tide")],
    contacts=[Contact(function="sales", company="Far Shore", emails=["a@shore.example", "b@shore.example"], phones=["+1 555 0100"])],
    dates=[Date(text="autumn 2011", edtf="2011-23")],
    entities=[Entity(text="Ivo Strand", label="PERSON"), Entity(text="Ostend", label="PLACE")],
)
PLACE = Place(page=1, start=3, end=8, quote="Brine", box=(1.5, 2.5, 3.5, 4.5))
RIVAL = Rival(value="Brinner", spans=[PLACE], found_by="cover", confidence=0.4)


def record(**kit: Any) -> Extraction:
    """`kit`: parts that differ from KIT."""
    evidence = {"/film/title": Evidence(spans=[PLACE], confidence=0.9, found_by="cover", rivals=[RIVAL])}
    issues = [KitIssue(code="odd", severity="info", message="Odd.", pointer="/film/title", spans=[PLACE])]
    return Extraction(source=SOURCE, kit=KIT.model_copy(update=kit), evidence=evidence, issues=issues)


def bare() -> Extraction:
    """A kit that says nothing."""
    return Extraction(source=SOURCE.model_copy(update={"settings": {}, "repairs": {}}), kit=PressKit())


@cache
def samples() -> tuple[tuple[str, Extraction], ...]:
    """What the pipeline says of the sample kits."""
    paths = sorted(SAMPLES.glob("*/approved.json"))
    return tuple((path.parent.name, Extraction.model_validate_json(path.read_bytes())) for path in paths)


def lost(loss: KitLoss) -> dict[str, int]:
    return {each.pattern: each.count for each in loss.lost}


def changed(loss: KitLoss) -> dict[str, str]:
    return {each.pattern: each.reason for each in loss.changed}


def loss_of(extraction: Extraction, account: Account) -> KitLoss:
    return settle("brine", extraction, account, {})
