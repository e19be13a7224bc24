"""What is told in sentences: synopses, statements, notes, standing text about a company, quotations from the press."""

from __future__ import annotations

from presskit.record import PressQuote, Statement, Synopsis
from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part
from samples.build.kits.prose import Teller


def synopses(hand: Hand) -> list[Part]:
    """One text, or several of different lengths."""
    if hand.chance(0.5):
        return [_synopsis(hand, "synopsis", "unspecified", hand.dice.randrange(2, 5))]
    lengths = hand.pick((("logline", "long"), ("short", "long"), ("logline", "short", "long"), ("logline", "synopsis")))
    size = {"logline": 0, "short": 1, "synopsis": 3, "long": 5}
    return [_synopsis(hand, length, "unspecified" if length == "synopsis" else length, size[length]) for length in lengths]


def _synopsis(hand: Hand, kind: str, length: str, middle: int) -> Part:
    teller = Teller(hand, hand.story.hero)
    if length == "logline":
        paragraphs = [teller.tell("logline")]
    else:
        told = [teller.tell("synopsis_open"), *teller.sentences("synopsis_middle", middle), teller.tell("synopsis_end")]
        paragraphs = _paragraphs(hand, told)
    hand.stated.synopses.append(Synopsis.model_validate({"length": length, "text": " ".join(paragraphs)}))
    return Part("synopsis", [Block(text) for text in paragraphs], heading(hand, kind))


def _paragraphs(hand: Hand, sentences: list[str]) -> list[str]:
    """Sentences in one paragraph or several."""
    made, held = [], []
    for sentence in sentences:
        held.append(sentence)
        if len(held) > 1 and hand.chance(0.35):
            made.append(" ".join(held))
            held = []
    return [*made, *([" ".join(held)] if held else [])]


def statement(hand: Hand) -> list[Part]:
    director = hand.story.director
    paragraphs = _paragraphs(hand, Teller(hand, director).sentences("statement", hand.dice.randrange(3, 8)))
    hand.stated.statements.append(Statement(person=director.name, text=" ".join(paragraphs)))
    blocks = [Block(text) for text in paragraphs]
    if hand.chance(0.4):
        hand.stated.name(director.name, "PERSON")
        blocks.append(Block(director.name if hand.chance(0.5) else f"{hand.look.dash} {director.name}", "line", outside=True))
    return [Part("statement", blocks, heading(hand, "statement"))]


def notes(hand: Hand) -> list[Part]:
    teller = Teller(hand, hand.story.director)
    paragraphs = _paragraphs(hand, teller.sentences("notes", hand.dice.randrange(2, 6)))
    return [Part("notes", [Block(text) for text in paragraphs], heading(hand, "notes"))]


def boilerplate(hand: Hand) -> list[Part]:
    """With a heading, or at the end without one."""
    teller = Teller(hand, hand.story.director, dated=False)
    told = teller.tell("boilerplate", 3)
    company = hand.house("production")
    above = heading(hand, "boilerplate", company=company)
    if any(company.casefold() in line.casefold() for line in above):
        hand.stated.name(company, "ORG")
    return [Part("boilerplate", [Block(told)], above)]


def press(hand: Hand) -> list[Part]:
    """Quotations, each with its critic and paper behind, under or before it."""
    shape, quotes = hand.layout("press", ("behind", "under", "stacked", "before", "bare")), hand.tongue.quotes
    blocks: list[Block] = []
    for said in Teller(hand, hand.story.director, dated=False).sentences("press", hand.dice.randrange(2, 5)):
        author = None if shape == "bare" or hand.chance(0.2) else hand.someone().name
        outlet = hand.pick(hand.tongue.outlets)
        hand.stated.press_quotes.append(PressQuote(text=said, author=author, outlet=outlet))
        blocks.extend(_quoted(hand, shape, f"{quotes[0]}{said}{quotes[1]}", (author, outlet)))
    return [Part("press", blocks, heading(hand, "press"))]


def _quoted(hand: Hand, shape: str, quote: str, by: tuple[str | None, str]) -> list[Block]:
    dash = hand.look.dash
    signature = ", ".join(filter(None, by))
    if shape == "behind":
        return [Block(f"{quote} {dash} {signature}")]
    if shape == "before":
        return [Block(f"{signature}:", "line"), Block(quote, close=True)]
    if shape == "stacked":
        return [Block(quote), *(Block(name, "line", close=True) for name in by if name)]
    return [Block(quote), Block(f"{dash} {signature}", "line", close=True)]
