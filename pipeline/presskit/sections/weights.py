"""How much each feature speaks for each kind of section: hand-set from the anatomy of kits, re-run `make evaluate` before touching.

A row is a feature, a column a kind; a blank is 0. Prose weighs the same for all kinds of running text, so that a long
section does not drift away from what its heading said.
"""

from __future__ import annotations

from collections.abc import Mapping

from presskit.model import SectionKind

K = SectionKind
KINDS: tuple[SectionKind, ...] = tuple(SectionKind)

_TEXTS = (K.SYNOPSIS, K.STATEMENT, K.BIOGRAPHY, K.INTERVIEW, K.NOTES, K.BOILERPLATE)
_LISTS = (K.FILMOGRAPHY, K.CREDITS, K.TECHNICAL, K.AWARDS, K.CONTACTS, K.FRONT, K.FOOTNOTES)


def _row(**weights: float) -> Mapping[SectionKind, float]:
    return {SectionKind(name): weight for name, weight in weights.items()}


WEIGHTS: Mapping[str, Mapping[SectionKind, float]] = {
    "prose": {**dict.fromkeys(_TEXTS, 1.0), **dict.fromkeys(_LISTS, -2.0), K.PRESS: 0.2, K.AWARDS: -1.0},
    "list": {**dict.fromkeys(_TEXTS, -0.8), K.PRESS: -0.2},
    "short_prose": _row(
        synopsis=0.3, statement=0.3, biography=0.3, interview=0.3, notes=0.3, boilerplate=0.2, press=0.3,
        filmography=-0.6, credits=-0.6, technical=-0.6, contacts=-0.5, front=-0.3,
    ),
    "first_person": _row(statement=1.0, interview=0.9, synopsis=-0.8, biography=-0.6, boilerplate=-0.4, notes=0.1),
    "biographic": _row(biography=1.6, synopsis=-0.3, statement=-0.3, notes=-0.1),
    "untitled": _row(notes=0.7, synopsis=-0.1, statement=-0.5, biography=-0.5, interview=-0.5, boilerplate=-0.2, front=-0.5),
    "on_known_name": _row(biography=0.8),
    "company_story": _row(boilerplate=1.4),
    "quoted": _row(press=1.3, notes=0.1, statement=0.2),
    "signed_quote": _row(press=1.6, synopsis=-0.3),
    "stars": _row(press=3.0),
    "signature": _row(statement=0.6, interview=0.2, credits=-0.4),
    "question": _row(interview=1.0, synopsis=0.1, notes=0.0, credits=-1.0, technical=-1.0),
    "speaker": _row(interview=1.2),
    "rights": _row(boilerplate=0.8, credits=0.6, front=-0.5),
    "film_by": _row(front=1.4, credits=1.2),
    "presents": _row(front=1.6),
    "house_of": _row(front=1.4, credits=1.2, synopsis=-0.4, notes=-0.4),
    "film_title": _row(front=1.2),
    "byline": _row(interview=2.0, press=0.3),
    "of_companies": {**dict.fromkeys(_TEXTS, -0.8), K.CREDITS: 3.4},
    "credit_label": _row(
        credits=1.7, technical=0.5, contacts=0.2, synopsis=-1.0, statement=-1.0, interview=-0.8, notes=-0.8, awards=-0.6,
        biography=-0.2, filmography=-0.4, press=-0.8,
    ),
    "fact_label": _row(technical=1.8, credits=0.6, synopsis=-0.8, notes=-0.5, interview=-0.8, awards=-0.5, contacts=-0.3),
    "spec": _row(technical=1.8, front=0.3, filmography=0.4, credits=-0.1, synopsis=-0.6, awards=-0.4, contacts=-0.6),
    "spec_line": _row(technical=1.2, front=0.2, credits=-0.5),
    "names": _row(credits=0.8, contacts=0.3, biography=-0.2, synopsis=-0.8, technical=-0.8, awards=-0.8, filmography=-0.6, notes=-0.3),
    "bracketed": _row(credits=1.0, awards=0.7, filmography=0.3, technical=-0.5, synopsis=-0.6),
    "participant": _row(credits=2.0, contacts=0.4, filmography=-0.8, synopsis=-0.6, technical=-0.4, awards=-0.4),
    "pair": _row(credits=0.7, technical=0.4, awards=0.4, filmography=0.1, notes=0.1, synopsis=-0.4, biography=-0.3),
    "record": _row(notes=3.2, technical=-3.0, credits=-2.5, filmography=-0.5),
    "event": _row(notes=1.2, awards=0.4, filmography=-0.8, technical=-0.8, credits=-0.8, contacts=-0.4),
    "dateline": _row(press=1.6, awards=-0.6, filmography=-0.6, notes=0.3),
    "cited": _row(press=1.8),
    "legal": _row(boilerplate=2.4, biography=-0.8, synopsis=-0.8, notes=-0.2),
    "song": _row(notes=1.4, credits=-1.0, press=-0.5, synopsis=-0.5, awards=-0.5),
    "plays": _row(credits=2.0, biography=-1.2, synopsis=-0.8),
    "entry": _row(filmography=1.6, awards=0.6, notes=0.5, credits=-0.8, technical=-0.5, synopsis=-0.8, contacts=-0.8),
    "title_year": _row(filmography=0.9, awards=0.7, credits=-0.6, technical=-0.2, synopsis=-0.3),
    "film_data": _row(filmography=1.8, awards=0.3, credits=-0.8, technical=-0.2, synopsis=-0.5),
    "films_run_in": _row(filmography=1.6, biography=1.8, technical=-1.0, credits=-1.0, awards=-0.5, synopsis=-0.5),
    "dated": _row(awards=0.9, notes=0.9, filmography=0.2, contacts=-1.0, credits=-0.8, technical=-0.3, synopsis=-0.5),
    "placed": _row(awards=1.2, contacts=0.2, technical=0.2, credits=-0.5, filmography=-0.2),
    "year_alone": _row(awards=0.7, filmography=0.7, notes=0.3, credits=-0.6, technical=-0.4),
    "address": _row(contacts=2.4, boilerplate=0.2, credits=-0.6, awards=-0.5, synopsis=-1.0, technical=-0.4, press=0.1),
    "address_block": _row(contacts=1.0, credits=-0.3, awards=-0.3),
    "contact_row": _row(contacts=3.0, credits=-1.0, technical=-1.0),
    "web": _row(contacts=1.0, boilerplate=0.2, credits=-0.3, synopsis=-0.5, technical=-0.2, press=0.2),
    "offer": _row(contacts=1.4, boilerplate=0.3, notes=0.2),
    "festival": _row(awards=1.9, contacts=-0.3, credits=-0.8, technical=-0.6, filmography=-0.2, notes=-0.2, synopsis=-0.4),
    "award": _row(awards=1.4, credits=-0.6, technical=-0.5, contacts=-0.6, filmography=-0.2, synopsis=-0.2),
    "award_lead": _row(awards=1.5, synopsis=-0.3, credits=-0.4, notes=-0.2),
    "bullet": _row(awards=0.3, notes=0.2),
    "company": _row(credits=0.5, contacts=0.5, awards=-0.4, synopsis=-0.5),
    "capitals": _row(front=0.3, synopsis=-0.2, statement=-0.1),
    "brief": _row(front=0.2, synopsis=-0.3, statement=-0.2),
}  # fmt: skip

HEADING = 2.4
"""What a plain, certain heading adds to the kind it names; its further senses add less."""
CHANGE = -2.2
"""The price of changing the kind where no heading says so."""
CHANGE_AT_GAP = -1.5
"""The same where white or a page end stands between."""
CHANGE_AT_TITLE = -0.4
"""The same under a line that is set as a heading but names no kind."""
CHANGE_UNDER_HEADING = -3.2
"""The same right under a heading that names another kind for sure."""

STAYING = 0.8
"""What a further sense of a heading gains where it is the kind we are in ("Press" inside a contact block)."""

COMING_IN: Mapping[tuple[SectionKind, SectionKind], float] = {
    (K.FRONT, K.SYNOPSIS): 0.9,
    (K.TECHNICAL, K.SYNOPSIS): 0.5,
    (K.BIOGRAPHY, K.FILMOGRAPHY): 0.9,
    (K.FILMOGRAPHY, K.BIOGRAPHY): 0.6,
    (K.CREDITS, K.BOILERPLATE): 0.5,
    (K.CONTACTS, K.BOILERPLATE): 0.5,
    (K.SYNOPSIS, K.CREDITS): 0.5,
    (K.FRONT, K.TECHNICAL): 0.8,
    (K.FRONT, K.CREDITS): 0.3,
    (K.TECHNICAL, K.CREDITS): 0.7,
    (K.CREDITS, K.TECHNICAL): 0.5,
    (K.FRONT, K.AWARDS): 0.6,
    (K.AWARDS, K.FRONT): 0.4,
    (K.INTERVIEW, K.SYNOPSIS): -1.0,
}
"""Kinds that follow each other without a heading in real kits (list after a biography, boilerplate after the credits)."""
UNANNOUNCED: Mapping[SectionKind, float] = {
    K.STATEMENT: -1.0,
    K.BIOGRAPHY: -0.6,
    K.INTERVIEW: -0.6,
    K.PRESS: -0.4,
    K.FOOTNOTES: -2.5,
    K.BOILERPLATE: -1.0,
}
"""What it costs a kind, beyond the change, to begin without its heading: these seldom do."""
NEVER_BACK = -3.0
"""A cover comes once."""
