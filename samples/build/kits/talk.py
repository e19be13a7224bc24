"""Interviews with their markings, and the notes that hang on the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from presskit.record import Exchange, Footnote, Interview
from samples.build.kits.facts import Person
from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part
from samples.build.kits.prose import Teller

MARKS: Mapping[str, Callable[[int], tuple[str, str]]] = {
    "round": lambda number: (f" ({number})", f"({number}) "),
    "square": lambda number: (f" [{number}]", f"[{number}] "),
    "stars": lambda number: ("*" * number, "*" * number + " "),
    "colon": lambda number: (f" ({number})", f"({number}): "),
}
"""A note's mark in the text, and before its body."""
BARE = str.maketrans("", "", "()[]: ")


@dataclass(frozen=True, slots=True)
class _Talk:
    """How one interview is marked: by `marks`, one of letters, initials, names, dash, bold, questions; `notes` one of MARKS, or none."""

    marks: str
    speaker: Person
    interviewer: Person
    notes: str | None
    below: bool
    """Notes stand together after the last answer, and not behind their own."""


def interview(hand: Hand) -> list[Part]:
    marks = hand.layout("interview", ("letters", "letters", "initials", "names", "dash", "bold", "bold", "questions"))
    notes = hand.pick(tuple(MARKS)) if hand.chance(0.35) else None
    talk = _Talk(marks, hand.story.director, hand.someone(), notes, hand.chance(0.5))
    blocks = list(_opening(hand, talk))
    bodies: list[Block] = []
    exchanges: list[Exchange] = []
    for asked in hand.dice.sample(hand.tongue.question, hand.dice.randrange(3, 9)):
        exchange, printed, body = _turn(hand, talk, asked)
        exchanges.append(exchange)
        blocks += printed
        (bodies if talk.below else blocks).extend(body)
    named = marks in ("initials", "names") or any(block.outside for block in blocks[:1])
    hand.stated.interviews.append(
        Interview(interviewees=[talk.speaker.name], interviewers=[talk.interviewer.name] if named else [], exchanges=exchanges)
    )
    hand.stated.name(talk.speaker.name, "PERSON")
    above = heading(hand, "interview", name=talk.speaker.name)
    return [Part("interview", blocks, above), *_endnotes(hand, bodies)]


def _opening(hand: Hand, talk: _Talk) -> Sequence[Block]:
    """Who asked; always said where the marks need it."""
    if talk.marks not in ("initials", "names") and hand.chance(0.7):
        return ()
    hand.stated.name(talk.interviewer.name, "PERSON")
    line = hand.pick(hand.tongue.talk["by"]).format(interviewer=talk.interviewer.name)
    return (Block(line, "line"),)


def _endnotes(hand: Hand, bodies: Sequence[Block]) -> list[Part]:
    if not bodies:
        return []
    shown = [Block(body.text, "note", close=body.close) for body in bodies]
    return [Part("footnotes", shown, heading(hand, "footnotes") if hand.chance(0.5) else ())]


def _turn(hand: Hand, talk: _Talk, asked: str) -> tuple[Exchange, list[Block], list[Block]]:
    teller, number = Teller(hand, hand.story.director), len(hand.stated.footnotes)
    plain = talk.marks in ("letters", "initials", "names", "dash") and hand.chance(0.15)
    question = teller.tell("statement_question") if plain else teller.fill(asked)
    paragraphs = [" ".join(teller.sentences("answer", hand.dice.randrange(1, 4))) for _ in range(hand.pick((1, 1, 2)))]
    body: list[Block] = []
    if talk.notes and hand.chance(0.4) and number < 5:
        mark, before = MARKS[talk.notes](number + 1)
        paragraphs[-1] = paragraphs[-1].removesuffix(".") + mark + "." if hand.chance(0.5) and mark[0] == " " else paragraphs[-1] + mark
        note = Teller(hand, hand.story.director).tell("footnote")
        hand.stated.footnotes.append(Footnote(marker=before.translate(BARE), text=note))
        body = [Block(before + note, "note", outside=True)]
    exchange = Exchange(question=question, answer=" ".join(paragraphs))
    return exchange, _printed(hand, talk, question, paragraphs), body


def _printed(hand: Hand, talk: _Talk, question: str, paragraphs: Sequence[str]) -> list[Block]:
    asks, answers = _marks(hand, talk)
    weight = "bold" if talk.marks in ("bold", "dash") or (talk.marks == "letters" and hand.look.capitals) else "prose"
    first = Block(f"{answers}{paragraphs[0]}", close=talk.marks != "letters")
    return [Block(f"{asks}{question}", weight), first, *(Block(text) for text in paragraphs[1:])]  # type: ignore[arg-type]


def _marks(hand: Hand, talk: _Talk) -> tuple[str, str]:
    if talk.marks == "letters":
        at = 1 if hand.look.capitals and len(hand.tongue.talk["question"]) > 1 else 0
        return f"{hand.tongue.talk['question'][at]} ", f"{hand.tongue.talk['answer'][at]} "
    if talk.marks == "dash":
        return f"{hand.look.dash} ", ""
    both = (talk.interviewer, talk.speaker)
    if talk.marks == "initials":
        asks, answers = (f"{person.given[0]}{person.family[0]}: " for person in both)
        return asks, answers
    if talk.marks == "names":
        asks, answers = (f"{person.name}: " for person in both)
        return asks, answers
    return "", ""
