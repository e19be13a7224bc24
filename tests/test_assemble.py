"""Claims to record: verbatim or left out, the surest value kept, rivals and gaps said aloud."""

from __future__ import annotations

from presskit.assemble import assemble
from presskit.extraction import source_file
from presskit.model import Claim, Issue, Reading, Span, Spans
from presskit.record import CrewMember, Extraction
from presskit.settings import Settings
from sketch import reading

TEXT = "Running time: 98 minutes\nDirected by Mara Tolland\nRuns 96 minutes in cinemas"


def _reading() -> Reading:
    return reading(("technical", None, TEXT))


def _at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def _assembled(*claims: Claim, issues: tuple[Issue, ...] = ()) -> Extraction:
    kit = _reading()
    return assemble(kit, claims, issues, source_file(kit.document, Settings()))


def test_a_value_that_reads_otherwise_is_left_out_and_said() -> None:
    made = _assembled(Claim("film.directors", "Mara Holland", {"": _at("Mara Tolland")}, "test"))
    assert made.kit.film.directors == []
    assert "unsupported-claim" in {issue.code for issue in made.issues}


def test_a_value_without_words_is_left_out() -> None:
    assert _assembled(Claim("film.year", 2021, {}, "test")).kit.film.year is None


def test_the_surest_value_stays_and_the_rival_is_kept() -> None:
    made = _assembled(
        Claim("film.runtime_minutes", 96, {"": _at("96 minutes")}, "prose", 0.5),
        Claim("film.runtime_minutes", 98, {"": _at("98 minutes")}, "label", 0.9),
    )
    assert made.kit.film.runtime_minutes == 98
    evidence = made.evidence["/film/runtime_minutes"]
    assert [rival.value for rival in evidence.rivals] == [96]
    assert evidence.spans[0].quote == "98 minutes"
    assert [issue.pointer for issue in made.issues if issue.code == "conflict"] == ["/film/runtime_minutes"]


def test_agreement_makes_surer() -> None:
    claims = [Claim("film.runtime_minutes", 98, {"": _at("98 minutes")}, name, 0.8) for name in ("label", "list")]
    assert _assembled(*claims).evidence["/film/runtime_minutes"].confidence > 0.9


def test_credited_director_stands_in() -> None:
    evidence = {"/label": _at("Directed by"), "/role": _at("Directed by"), "/name": _at("Mara Tolland")}
    crew = CrewMember(label="Directed by", role="director", name="Mara Tolland")
    made = _assembled(Claim("credits.crew", crew, evidence, "test"))
    assert made.kit.film.directors == ["Mara Tolland"]
    assert made.evidence["/credits/crew/0/name"].spans[0].quote == "Mara Tolland"


def test_gaps_are_reported() -> None:
    missing = {issue.message for issue in _assembled().issues if issue.code == "not-stated"}
    assert any("year" in message for message in missing)


def test_what_was_seen_and_not_understood_is_no_gap_without_words() -> None:
    unread = Issue("not-understood", "info", "a year?", _at("98 minutes"), "/film/year")
    made = _assembled(issues=(unread,))
    assert [(issue.pointer, issue.spans[0].quote) for issue in made.issues if issue.code == "not-understood"] == [
        ("/film/year", "98 minutes")
    ]
    assert not any("year" in issue.message for issue in made.issues if issue.code == "not-stated")


def test_what_another_place_states_was_understood_after_all() -> None:
    unread = Issue("not-understood", "info", "how long?", _at("98 minutes"), "/film/runtime_minutes")
    made = _assembled(Claim("film.runtime_minutes", 96, {"": _at("96 minutes")}, "prose", 0.5), issues=(unread,))
    assert not [issue for issue in made.issues if issue.code == "not-understood"]


def test_an_error_makes_the_kit_partial() -> None:
    assert _assembled(issues=(Issue("extractor-failed", "error", "it broke"),)).partial
    assert not _assembled().partial
