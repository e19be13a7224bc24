"""Rows become entries: a label and the runs of text that belong to it, however they are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from presskit.extractors.credits.clauses import is_connector, is_statement
from presskit.extractors.credits.entry import Entry, Value
from presskit.extractors.credits.labels import HEADS, NOTHING, is_chapter, sense
from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.rows import Row
from presskit.extractors.credits.shapes import is_guild, is_phrase
from presskit.extractors.credits.splits import Layout, RowSplitter, Split
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Quote
from presskit.vocabulary import fold

NAME_FIRST = frozenset({"bracket", "comma", "dash-after", "cells-after"})
GOES_ON = (",", "&", "/", "+", "-", "–", "—", "(", "|")
SENTENCE = 12
FAR_IN = 12
"""Points, or characters, by which the column of the names stands further in than that of the labels."""
LARGER = 1.3
WIDE = 0.6
"""Share of the longest row from which a list may be broken for want of room."""


@dataclass(slots=True)
class Builder:
    """Walks over the rows of one region and keeps the entry that is being filled."""

    layout: Layout
    language: str
    widest: int
    done: list[Entry] = field(default_factory=list)
    labels: list[Split] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    kind: str = ""
    inline: bool = False
    gap: bool | None = None
    above: str = ""
    size: int = 0
    column: float = 0.0

    def add(self, row: Row, number: int) -> None:
        if fold(row.text) in word_list("presents_words"):
            self.values.clear()  # who presents is no credit of the list
        if fold(row.text) in word_list("presents_words") or self._new_chapter(row):
            self._close()
            return
        if self._introduces(row):
            return
        split = RowSplitter(row, self.layout, self.language, number).split()
        self._place(row, Split("plain", values=(row.quote(0),)) if self._under_names(row, split) else self._listed(row, split))
        self.above, self.size = row.text, row.setting[-1]
        self.column = row.line.indent if len(row.parts) > 1 else self.column

    def _under_names(self, row: Row, split: Split) -> bool:
        """«Prod» in the column of the names is the end of the name above it, whatever it means at the left."""
        goes_on = self.kind == "cells" and self.inline and bool(self.values) and not row.leads and len(row.parts) < 2
        return goes_on and not split.values and row.line.indent > self.column + FAR_IN

    def _new_chapter(self, row: Row) -> bool:
        """«CREDITS» under a cast list: nobody's name, and the cast ends there."""
        if not (self.labels and self.labels[-1].sense.cast):
            return False
        apart = row.leads and row.text.isupper() and bool(self.values)
        return fold(row.text) in word_list("chapter_words") or (apart and is_chapter(row.text))

    def _introduces(self, row: Row) -> bool:
        """Small words in a cast list («and for the first time on screen»), or a sentence before the list it announces."""
        if not self.labels:
            return False
        if self.labels[-1].sense.cast and row.text.islower():
            return True
        sentence = row.text.endswith(":") and is_phrase(row.text) and not sense(row.text.rstrip(" :"), self.language).known
        return sentence and not self.values

    def _place(self, row: Row, split: Split) -> None:
        if split.label is not None and split.values and row.text.startswith("/") and self.values:
            self.done.append(Entry(split.label, split.sense, (Value(split.values),), "nested", inline=True))
        elif (is_statement(row.text) and split.kind != "cells") or self._statement_goes_on(row, split):
            self._state(row)
        elif self._stays_in_cast(split):
            self.values.append(
                Value((row.quote(0),) if len(row.parts) < 2 else tuple(row.quote(*cell) for cell in row.cells()), leads=row.leads)
            )
        elif split.label is None:
            self._take(row, split)
        elif split.values:
            split = self._wrapped(split)
            self._start(split)
            self.values.append(Value(split.values))
        elif self.layout.beneath and self.values and not self.labels:
            self.labels.append(split)
            self._close()
        else:
            self._announce(self._wrapped(split))

    def _statement_goes_on(self, row: Row, split: Split) -> bool:
        if self.kind != "statement" or row.leads or split.kind not in ("plain", "prose", "leading"):
            return False
        if split.kind == "leading" and split.sense.company and not is_connector(row.text):
            return False
        return not split.sense.roles

    def _state(self, row: Row) -> None:
        """A sentence that credits companies, which may run over several rows."""
        goes_on = self.kind == "statement" and not row.leads
        if not goes_on:
            self._close()
        self.kind = "statement"
        self.values.append(Value((row.quote(0),), joins=goes_on))

    def _listed(self, row: Row, split: Split) -> Split:
        """Inside a list of thanks or companies a name that only begins or ends like a label is a name."""
        meaning = self.labels[-1].sense if self.labels else NOTHING
        listing = (meaning.thanks or meaning.company or meaning.topic not in ("", "crew")) and not meaning.cast
        together = split.sense.cast and fold(row.text.partition(" ")[0]) in word_list("with_words")
        certain = split.sense.company or together or row.leads or (self.layout.run_on and not self.above.endswith(GOES_ON))
        if split.label is not None and row.text[:1].islower() and fold(split.label.text).rpartition(" ")[2] in word_list("by_words"):
            certain = True  # «mit freundlicher Unterstützung von»
        looks_so = split.kind == "alone" and not split.sense.known and not row.leads and bool(self.values)
        doubtful = split.kind in ("guess", "comma") or looks_so or (split.kind == "leading" and not certain)
        titled = split.kind == "leading" and split.label is not None and split.label.text.istitle() and " " in split.label.text
        if titled and split.sense.company and self.labels and not (self.inline or self.layout.run_on) and not row.leads:
            return Split("plain", values=(row.quote(0),))
        in_block = split.kind == "guess" and len(self.labels) > 2 and bool(self.values)
        return Split("plain", values=(row.quote(0),)) if in_block or (listing and doubtful) else split

    def _wrapped(self, split: Split) -> Split:
        """A label too long for one row: «This film could not have been made without / the following people:»."""
        if (joined := self._broken(split)) is not None:
            return joined
        if self.labels or self.kind != "prose" or not self.values or split.label is None or not split.label.text[:1].islower():
            return split
        above = [cell for value in self.values for cell in value.cells]
        label = Quote(
            " ".join([*(cell.text for cell in above), split.label.text]), tuple(s for q in (*above, split.label) for s in q.spans)
        )
        self.values.clear()
        return Split(split.kind, sense(label.text, self.language), label, split.values)

    def _broken(self, split: Split) -> Split | None:
        """«FIRST ASSISTANT» over «DIRECTOR      JANE DOE»: one label, broken for want of room."""
        above = self.labels[-1].label if self.labels and not self.values and not self.inline else None
        if above is None or split.label is None or not split.values or not split.sense.roles:
            return None
        whole = Quote(f"{above.text} {split.label.text}", (*above.spans, *split.label.spans))
        meaning = sense(whole.text, self.language)
        if not meaning.exact or not meaning.roles or meaning.roles == split.sense.roles:
            return None
        self.labels.pop()
        return Split(split.kind, meaning, whole, split.values)

    def _start(self, split: Split) -> None:
        self._close()
        self.labels, self.kind, self.inline, self.gap = [split], split.kind, True, None

    def _announce(self, split: Split) -> None:
        """A label on a row of its own. One that follows another at once may be its twin, its chapter, or begin a block of labels."""
        if self.values or self.inline:
            self._close()
        self.labels.append(split)
        self.kind, self.inline, self.gap = split.kind, False, None

    def _take(self, row: Row, split: Split) -> None:
        """A row without a label."""
        goes_on = bool(self.values) and self._goes_on(row)
        joins = goes_on and self.values[-1].text.endswith(self.above.lstrip("-–•* ")[-8:])
        if split.kind == "prose" and self.labels and not self.values and not self._item(row):
            return
        if not goes_on and self.values and self.layout.alternating and self._next_label(row):
            self._announce(Split("alone", sense(row.text, self.language), row.quote(0)))
            return
        if (self.values and not goes_on and (self.kind in NAME_FIRST or self._apart(row))) or (
            split.kind == "prose" and not goes_on and not self._item(row)
        ):
            self._close()
            self.kind = split.kind
        elif self.labels and self.gap is None and not self.inline:
            self.gap = row.leads
        self.values.append(Value(split.values, joins, row.leads))

    def _item(self, row: Row) -> bool:
        """A long row of a list all the same: «JANE DOE, who taught us all about bees», «Board for the Culture and Arts of the»."""
        if not self.labels or self.inline:
            return False
        head, comma, _ = row.text.partition(",")
        if comma and leaning(head, Known()) < 0 and len(head.split()) > 1:
            return True
        if self.labels[-1].sense.company is None:
            return False
        return len(row.text.split()) < SENTENCE and not row.text.endswith((".", "!", "?"))

    def _next_label(self, row: Row) -> bool:
        """Where labels and names take turns, what follows a name over white space is a label, unless it looks like a name."""
        return bool(self.labels) and row.leads and not self.inline and leaning(row.text, Known()) > -LIKELY and len(row.text.split()) < 6

    def _goes_on(self, row: Row) -> bool:
        """Whether a row is the end of the one above it."""
        above = self.above
        if above.count("(") > above.count(")") or above.endswith(GOES_ON) or row.text.startswith(("&", ",", "/", "(")):
            return True
        last, first = above.rpartition(" ")[2], row.text.partition(" ")[0]
        if self.kind == "cells" and row.line.indent > self.column + FAR_IN and "," in above and " " not in above.rpartition(", ")[2]:
            return not is_guild(last)  # «Jane Doe, Max» over «Roe»
        if last.islower() and (fold(last) in word_list("conjunctions") or fold(last) in word_list("function_words")):
            return True
        if first.islower() and fold(first) not in word_list("name_particles") and not above.islower():
            return not row.leads and not self._each_introduced() and len(row.parts) < 2  # «nonna Pia    Giulia Salerni» has both sides
        if not row.leads and self._paragraphs() and len(above) >= WIDE * self.widest:
            return True
        listed = above.count(",") - is_guild(above.rpartition(", ")[2]) >= (1 if self.inline else 2)
        return listed and not row.leads and len(above) >= WIDE * self.widest

    def _paragraphs(self) -> bool:
        """Whether every name so far has a paragraph of its own."""
        starts = [value.leads for value in self.values if not value.joins]
        return len(starts) > 1 and all(starts)

    def _each_introduced(self) -> bool:
        """«De la ...» row by row: a small word at the beginning is no sign that a row goes on."""
        return bool(self.values) and fold(self.values[0].text.partition(" ")[0]) in word_list("contractions")

    def _apart(self, row: Row) -> bool:
        """Whether white space ends the entry. Lists of thanks and of the cast run on over it."""
        if not self.labels:
            return row.leads
        meaning = self.labels[-1].sense
        if row.leads and meaning.cast and self.inline and any(char.isdigit() for char in row.text):
            return True
        if (row.leads or row.setting[-1] > LARGER * self.size > 0) and self.kind == "leading" and meaning.company == "production":
            return True  # «a production of Roe Film», then the title
        if not row.leads or meaning.cast or meaning.thanks or meaning.topic or (meaning.company and not meaning.roles):
            return False
        return self.inline or not self.gap

    def _stays_in_cast(self, split: Split) -> bool:
        """In a cast list a label is a part, unless it is clearly a function of the crew."""
        if not self.labels or not self.labels[-1].sense.cast or split.label is None:
            return False
        meaning = split.sense
        if (meaning.topic == "crew" and split.kind == "alone") or (meaning.company and split.kind == "leading" and self._of_house(split)):
            return False
        if meaning.fact and split.kind == "colon" and any(sign.isdigit() for value in split.values for sign in value.text):
            return False  # «Running time: 104 min» under the names on a cover
        if not meaning.credit or not meaning.exact:
            return not meaning.topic
        if self.inline or meaning.cast or (meaning.company and not meaning.roles) or HEADS.intersection(meaning.roles):
            return fold(split.label.text.split()[0]) in word_list("articles") and split.kind != "alone" and not meaning.company
        return True

    def _of_house(self, split: Split) -> bool:
        """«Con el apoyo de ROE», «Una producción de ROE» under a cast."""
        first = fold(split.label.text.partition(" ")[0]) if split.label is not None else ""
        return not split.sense.roles or first in word_list("one")

    def _close(self) -> None:
        if self.values or self.labels:
            self.done.extend(self._entries())
        self.labels, self.values, self.kind, self.inline, self.gap = [], [], "", False, None

    def _entries(self) -> Iterator[Entry]:
        if not self.labels:
            yield Entry(None, NOTHING, tuple(self.values), self.kind)
        elif self._one_to_one():
            labels = self.labels[-len(self.values) :]
            for split, value in zip(labels, self.values, strict=True):
                yield Entry(split.label, split.sense, (value,), "block")
        else:
            yield from self._nested()

    def _nested(self) -> Iterator[Entry]:
        """Labels over a label are chapters: they say nothing of their own, but for the cast."""
        for split in self.labels[:-1]:
            if split.sense.cast and not self.labels[-1].sense.credit:
                yield Entry(split.label, split.sense, tuple(self.values), self.kind, self.inline)
                return
        last = self.labels[-1]
        yield Entry(last.label, last.sense, tuple(self.values), self.kind, self.inline)

    def _one_to_one(self) -> bool:
        """All labels of a block first, then all its names: the text order of two columns."""
        labels = [split for split in self.labels if split.kind != "heading" or split.sense.topic != "crew"]
        counts = len(labels), len(self.values)
        return counts[0] == counts[1] and (counts[0] > 2 or (counts[0] == 2 and self.gap is True)) and not any(v.joins for v in self.values)

    def finished(self) -> list[Entry]:
        self._close()
        return self.done
