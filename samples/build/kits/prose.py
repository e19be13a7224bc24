"""Sentences out of templates: slots filled with the film's facts, and every name and date noted as it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from samples.build.kits.dates import draw_date, on_day
from samples.build.kits.facts import Person, Work, draw_title
from samples.build.kits.hand import Hand
from samples.build.kits.tongue import elided

SLOT = re.compile(r"\{(\w+)\}")
ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")
FORMS = re.compile(r"<([^<>/]*)/([^<>/]*)>")
ARTICLE = re.compile(r"^(?:l’|\w+ )")
DATES = ("year", "day", "month", "season", "decade", "range", "since")
TEAM: Mapping[str, str] = {"dop": "cinematographer", "editor": "editor", "composer": "composer", "producer": "producer", "actor": "actor 0"}


@dataclass(slots=True)
class Teller:
    """Tells about one subject; `filled` keeps what the last text put into its slots."""

    hand: Hand
    subject: Person
    work: Work | None = None
    dated: bool = True
    """Whether dates are noted: those outside running text are not."""
    filled: dict[str, str] = field(default_factory=dict)

    def tell(self, kind: str, sentences: int = 1) -> str:
        return " ".join(self.sentences(kind, sentences))

    def sentences(self, kind: str, many: int) -> list[str]:
        templates = self.hand.tongue.templates(kind)
        return [self.fill(template) for template in self.hand.dice.sample(templates, min(many, len(templates)))]

    def fill(self, template: str) -> str:
        dice = self.hand.dice
        while ALTERNATIVES.search(template):
            template = ALTERNATIVES.sub(lambda found: dice.choice(found[1].split("|")), template)
        text = SLOT.sub(lambda found: self._slot(found[1]), template)
        text = FORMS.sub(lambda found: found[2 if self.subject.woman else 1], text)
        text = elided(self.hand.tongue, text)
        return text[:1].upper() + text[1:]

    def _slot(self, slot: str) -> str:
        if slot in DATES:
            dated = draw_date(self.hand.dice, self.hand.tongue, slot)
            if self.dated:
                self.hand.stated.date(dated.text, dated.edtf)
            printed = dated.text
        else:
            printed = SLOTS[slot](self)
        self.filled[slot] = printed
        return printed

    def titled(self, title: str) -> str:
        self.hand.stated.name(title, "WORK")
        opening, closing = self.hand.look.titles
        return f"{opening}{title}{closing}"

    def person(self, person: Person, printed: str | None = None) -> str:
        return self.hand.names(person.name, "PERSON", printed or person.name)

    def place(self) -> str:
        return self.hand.names(self.hand.town(), "PLACE")

    def country(self) -> str:
        land, at = self.hand.land(), self.hand.tongue.place
        # German bends the name: in Vereinigtes Königreich, but im Vereinigten Königreich.
        name = land.names[at] if land.names[at] in land.country[at] else land.country[at].split(" ", 1)[1]
        self.hand.stated.name(name, "PLACE")
        return land.country[at]

    def institution(self, shapes: Sequence[str]) -> str:
        name = self.hand.pick(shapes).format(town=self.hand.town())
        return self.hand.names(elided(self.hand.tongue, name), "ORG")

    def won(self) -> str:
        """A prize with its article; without it, it is what was won."""
        printed = self.hand.pick(self.hand.tongue.won)
        self.filled["prize"] = ARTICLE.sub("", printed, count=1)
        return printed

    def job(self) -> str:
        man, woman = self.hand.pick(self.hand.tongue.jobs).split("/")
        return woman if self.subject.woman else man

    def birthday(self) -> str:
        dice, year = self.hand.dice, self.hand.dice.randrange(1948, 1999)
        dated = on_day(dice, self.hand.tongue, year, dice.randrange(12), dice.randrange(1, 29))
        self.hand.stated.date(dated.text, dated.edtf)
        self.filled["born"] = dated.edtf
        return dated.text

    def birthyear(self) -> str:
        year = self.filled["born"] = str(self.hand.dice.randrange(1948, 1999))
        self.hand.stated.date(year, year)
        return year

    def own_work(self) -> str:
        work = self._work()
        self.filled["work title"] = work.title
        return self.titled(work.title)

    def work_year(self) -> str:
        year = str(self._work().year)
        self.hand.stated.date(year, year)
        return year

    def _work(self) -> Work:
        if self.work is None:
            hand = self.hand
            title = draw_title(hand.dice, self.subject.land.language)
            self.work = Work(title, None, hand.dice.randrange(1995, hand.story.year), 80, "feature")
        return self.work

    def other_work(self) -> str:
        return self.titled(draw_title(self.hand.dice, self.hand.tongue.code))


SLOTS: Mapping[str, Callable[[Teller], str]] = {
    "title": lambda teller: teller.titled(teller.hand.story.title),
    "hero": lambda teller: teller.person(teller.hand.story.hero),
    "hero1": lambda teller: teller.person(teller.hand.story.hero, teller.hand.story.hero.given),
    "second1": lambda teller: teller.person(teller.hand.story.second, teller.hand.story.second.given),
    "director": lambda teller: teller.person(teller.hand.story.director),
    "name": lambda teller: teller.person(teller.subject),
    "surname": lambda teller: teller.person(teller.subject, teller.subject.family),
    "mentor": lambda teller: teller.person(teller.hand.someone()),
    "town": Teller.place,
    "town2": Teller.place,
    "birthplace": Teller.place,
    "incountry": Teller.country,
    "bornday": Teller.birthday,
    "bornyear": Teller.birthyear,
    "work": Teller.own_work,
    "workyear": Teller.work_year,
    "otherwork": Teller.other_work,
    "otherwork2": Teller.other_work,
    "school": lambda teller: teller.institution(teller.hand.tongue.school),
    "festival": lambda teller: teller.institution(teller.hand.tongue.festival),
    "won": Teller.won,
    "company": lambda teller: teller.hand.names(teller.hand.house("production"), "ORG"),
    "job": Teller.job,
    "object": lambda teller: teller.hand.pick(teller.hand.tongue.objects),
    "n": lambda teller: str(teller.hand.dice.randrange(3, 60)),
    "n2": lambda teller: str(teller.hand.dice.randrange(3, 60)),
    **{slot: (lambda teller, role=role: teller.person(teller.hand.member(role))) for slot, role in TEAM.items()},  # type: ignore[misc]
}
"""What a slot of a template prints; dates have their own."""
