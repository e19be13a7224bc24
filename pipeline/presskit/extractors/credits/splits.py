"""One row of credits: where its label ends and its names begin, if it has a label at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from presskit.extractors.credits.labels import NOTHING, Sense, leading, sense
from presskit.extractors.credits.parties import Known, leaning
from presskit.extractors.credits.rows import Row, is_prose
from presskit.extractors.credits.shapes import is_phrase
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Quote
from presskit.vocabulary import fold

COLON = re.compile(r" ?[:：][*_]{0,3}(?=\s|$|[^\W\d_]|[\"“«])")
DASH = re.compile(r"\s+[-–—=]+\s+|\s?(?:\. ?){3,}\s?|\s\.{1,2}\s|\s?…+\s?|\s?_{3,}\s?|\s+[|>]\s+|\t")
SLASH = re.compile(r"\s/\s")
TAIL = re.compile(r" ?\(([^()]{1,90})\)[ .]*$")
DASH_END = " \t-–—=.:…_|*"
AS = re.compile(
    r",? (?:as|als|dans le rôle d[eu]|dans le rôle de la|en el papel de|en el rol de|como|nel ruolo di|no papel de|nei panni di"
    r"|in der Rolle des|in der Rolle der|spielt|plays|est|is|ist|è|é) "
    r"(?=[^\W\d_a-zà-ÿ\"“«„]|el |la |le |der |die |das |the |un |une |ein |eine |o |a )"
)
"""«Jane Doe as Mona»."""
WORD = re.compile(r"\S+")
LONGEST_LABEL = 90
MOST_LABEL_WORDS = 12
ACRONYM = 3
FIRST = 4
"""Words of the longest label that is looked for where one opens every row."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the other rows of the region let us expect of one: which separators part labels from names there.

    `labels`: rows set as labels are. `stacked`: labels stand on rows of their own; `alternating`: with one name each,
    white space between; `beneath`: below the names. `cast`: the rows are pairs of which hardly one names a function,
    up to `crew_from`, the first row of a head of the crew. `run_on`: a blank parts label and names on most rows.
    """

    dashes: bool = False
    slashes: bool = False
    cells: bool = False
    brackets: bool = False
    commas: bool = False
    labels: frozenset[int] = frozenset()
    beneath: bool = False
    stacked: bool = False
    alternating: bool = False
    cast: bool = False
    crew_from: int = 0
    run_on: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """`label` is None for a row without one; `values` are the cells behind it."""

    kind: str
    sense: Sense = NOTHING
    label: Quote | None = None
    values: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class RowSplitter:
    row: Row
    layout: Layout
    language: str
    number: int = -1

    def split(self) -> Split:
        if is_prose(self.row.text) and not COLON.search(self.row.text) and not self._opens_credit():
            return self._plain("prose")
        ways: tuple[Callable[[], Split | None], ...] = (
            self._colon, self._alone, self._set_as_label, self._cells, self._slash, self._dash, self._bracket, self._leading,
            self._trailing, self._comma, self._guess,
        )  # fmt: skip
        return next((found for way in ways if (found := way())), None) or self._plain("plain")

    def _opens_credit(self) -> bool:
        """«Avec Jane Doe dans le rôle de Mona, ...», «based on the novel Salt by Jane Doe»: credits in the manner of a sentence."""
        cells = self.row.cells()
        if len(cells) > 1 and self._sense(*cells[0]).exact:
            return True
        found = leading(self.row.text, self.language)
        if found is None:
            return False
        return found[1].roles == ("source_author",) or (found[1].cast and AS.search(self.row.text) is not None)

    def _plain(self, kind: str) -> Split:
        cells = self.row.cells()
        return Split(kind, values=tuple(self.row.quote(*cell) for cell in cells) if len(cells) > 1 else (self.row.quote(0),))

    def _sense(self, start: int, end: int) -> Sense:
        return sense(self.row.text[start:end].strip(DASH_END + "/"), self.language)

    def _made(self, kind: str, meaning: Sense, label: tuple[int, int], value: tuple[int, int]) -> Split:
        text = self.row.text
        low = label[1] - len(text[label[0] : label[1]].lstrip(" /-–"))
        high = low + len(text[low : label[1]].rstrip(DASH_END))
        high += 1 if "." in text[low:high] and text[high : high + 1] == "." else 0
        found = self.row.quote(*value) if text[slice(*value)].strip(DASH_END) else None
        return Split(kind, meaning, self.row.quote(low, high), (found,) if found else ())

    def _colon(self) -> Split | None:
        text = self.row.text
        found = next((match for match in COLON.finditer(text, 0, LONGEST_LABEL + 20) if not _inside(text, match.start())), None)
        if found is None or not 0 < found.start() <= LONGEST_LABEL or text[:4].casefold() in ("http", "www."):
            return None
        if not any(sign.isalnum() for sign in text[: found.start()]) or text.count(" | ", 0, found.start()) > 1:
            return None  # «USA | 2024 | Colour | TRT: 96:14» are data
        meaning = self._sense(0, found.start())
        if not meaning.known and (len(text[: found.start()].split()) > MOST_LABEL_WORDS or text[found.end() :].startswith("//")):
            return None
        return self._made("colon", meaning, (0, found.start()), (found.end(), len(text)))

    def _alone(self) -> Split | None:
        text = self.row.text
        if len(text) > LONGEST_LABEL:
            return None
        cells = self.row.cells()
        if len(cells) > 1 and self._sense(*cells[0]).exact:
            return None  # «WITH THE SUPPORT OF    Institute for Film and the», broken for want of room
        meaning = sense(text.strip(DASH_END), self.language)
        by = fold(text).split()[-1:]
        calls = bool(by) and len(text.split()) > 3 and by[0] in word_list("by_words")
        if not meaning.known or not (meaning.exact or calls or self.number in self.layout.labels):
            return None
        if meaning.company and not meaning.roles and self._names_somebody(text):
            return None
        return self._made("alone", meaning, (0, len(text)), (len(text), len(text)))

    def _names_somebody(self, text: str) -> bool:
        """«avec la participation du CNC»: a label that the vocabulary knows together with the usual name behind it."""
        found = leading(text, self.language)
        if found is None or not found[1].company or not text[: found[0]].rpartition(" ")[2].islower():
            return False
        return text[found[0] :].strip(DASH_END)[:1].isupper()

    def _cells(self) -> Split | None:
        cells = self.row.cells()
        if len(cells) < 2:
            return None
        senses = [self._sense(*cell) for cell in cells]
        if all(one.credit and one.exact for one in senses):
            return None
        if senses[0].known or (self.layout.cells and len(cells) == 2 and not senses[1].known):
            made = self._made("cells", senses[0], cells[0], (cells[1][0], len(self.row.text)))
            values = tuple(self.row.quote(*cell) for cell in cells[1:])
            return Split("cells", made.sense, made.label, values)
        if senses[-1].credit and len(cells) == 2:
            return self._made("cells-after", senses[-1], cells[-1], cells[0])
        return None

    def _slash(self) -> Split | None:
        """«Editor / JANE DOE»: a function before the first slash, and none behind it."""
        found = SLASH.search(self.row.text, 0, LONGEST_LABEL)
        if found is None or not found.start():
            return None
        meaning = self._sense(0, found.start())
        if self.layout.slashes:
            return self._made("dash", meaning, (0, found.start()), (found.end(), len(self.row.text)))
        after = SLASH.split(self.row.text[found.end() :], maxsplit=1)[0]
        if not (meaning.exact and meaning.credit) or sense(after.strip(DASH_END), self.language).known or leading(after, self.language):
            return None
        return self._made("dash", meaning, (0, found.start()), (found.end(), len(self.row.text)))

    def _dash(self) -> Split | None:
        text = self.row.text
        found = [match for match in DASH.finditer(text, 0, 400) if match.start() and not _inside(text, match.start())]
        if not found:
            return None
        first, last = found[0], found[-1]
        meaning = self._sense(0, first.start())
        after = self._sense(last.end(), len(text))
        if not meaning.exact and after.credit and after.exact:
            return self._made("dash-after", after, (last.end(), len(text)), (0, last.start()))
        if not meaning.exact and self._leading():
            return None
        label = text[: first.start()]
        surely = meaning.known and (meaning.exact or not (is_phrase(label) or "," in label))
        if surely or (self.layout.dashes and len(label.split()) <= MOST_LABEL_WORDS):
            return self._made("dash", meaning, (0, first.start()), (first.end(), len(text)))
        return None

    def _bracket(self) -> Split | None:
        text = self.row.text
        tail = TAIL.search(text)
        if tail is None or not tail.start():
            return None
        meaning = sense(tail[1], self.language)
        if (meaning.roles and meaning.exact) or self.layout.brackets:
            return self._made("bracket", meaning, tail.span(1), (0, tail.start()))
        return None

    def _leading(self) -> Split | None:
        text = self.row.text
        found = leading(text, self.language) or (self._first_words() if self.layout.run_on else None)
        if found is None:
            return None
        end, meaning = found
        rest = text[end:].strip(DASH_END)
        if not rest or not meaning.credit or not self._follows(text[:end], rest, meaning):
            return None
        made = self._made("leading", meaning, (0, end), (end, len(text)))
        cells = self.row.cells()
        if meaning.cast and len(cells) == 2 and end < cells[0][1]:  # «with JANE DOE      the porter»
            return replace(made, values=(self.row.quote(end, cells[0][1]), self.row.quote(*cells[1])))
        return made

    def _first_words(self) -> tuple[int, Sense] | None:
        """«Apoio Roe Film»: a label that names begin with, too, where a label opens every row."""
        for word in reversed(list(WORD.finditer(self.row.text[:LONGEST_LABEL]))[:FIRST]):
            meaning = self._sense(0, word.end())
            if meaning.credit and meaning.exact:
                return word.end(), meaning
        return None

    def _follows(self, label: str, rest: str, meaning: Sense) -> bool:
        """Whether `rest` can be the names behind a label without any separator."""
        first = rest.split()[0]
        phrase = " " in label.strip()
        if self.layout.run_on and meaning.exact and first[:1].isupper() and not sense(self.row.text, self.language).exact:
            return True
        if (
            self.layout.stacked
            and not meaning.company
            and not meaning.thanks
            and fold(label).rpartition(" ")[2] not in word_list("by_words")
        ):
            return False
        shouted = label.isupper() and not rest.isupper() and fold(label).rpartition(" ")[2] in word_list("by_words")
        if phrase and (meaning.company or meaning.thanks or label.split()[-1].islower() or shouted):
            return True
        if not (first[:1].isupper() or first[:1] in "“«\"'(„‹‚‘" or first[:1].isdigit()):
            return False
        if first.isupper() and not label.isupper() and len(label) > 2 and len(rest) > ACRONYM:
            return True
        head = rest.partition(",")[0]
        played = AS.search(head) if meaning.cast else None
        head = head[: played.start()] if played else head
        return len(head.split()) > 1 and (leaning(head, Known()) < 0 or phrase)

    def _trailing(self) -> Split | None:
        """«JANE DOE director / editor»: a name in capitals, then what it did."""
        text = self.row.text
        words = list(WORD.finditer(text[:LONGEST_LABEL]))
        count = next((number for number, word in enumerate(words) if not word[0].isupper()), 0)
        if not 2 <= count <= 5 or "," in text or ":" in text:
            return None
        low = words[count].start()
        meaning = self._sense(low, len(text))
        return self._made("dash-after", meaning, (low, len(text)), (0, low)) if meaning.roles and meaning.exact else None

    def _comma(self) -> Split | None:
        text = self.row.text
        low = text.find(",")
        if low < 0 or len(text[:low].split()) < 2 or len(text[low:].split()) > MOST_LABEL_WORDS:
            return None
        meaning = self._sense(low + 1, len(text))
        if meaning.roles and (meaning.exact or self.layout.commas) and leaning(text[:low], Known()) < 0:
            return self._made("comma", meaning, (low + 1, len(text)), (0, low))
        return None

    def _set_as_label(self) -> Split | None:
        """A row we do not know, set as the labels of this region are set and not as its names."""
        text = self.row.text
        if self.number not in self.layout.labels or len(text) > LONGEST_LABEL or "," in text:
            return None
        return self._made("alone", sense(text, self.language), (0, len(text)), (len(text), len(text)))

    def _guess(self) -> Split | None:
        """A row that ends in the noun of a function, where labels stand on rows of their own."""
        text = self.row.text
        if not self.layout.stacked or len(text) > LONGEST_LABEL or not self._ends_as_label():
            return None
        return self._made("guess", sense(text, self.language), (0, len(text)), (len(text), len(text)))

    def _ends_as_label(self) -> bool:
        last = fold(self.row.text).split()[-1:]
        return bool(last) and last[0] in word_list("credit_nouns") and leaning(self.row.text, Known()) >= 0


def _inside(text: str, at: int) -> bool:
    """Whether a place stands within brackets."""
    return text.count("(", 0, at) > text.count(")", 0, at)


def pieces(split: Split) -> Iterator[Quote]:
    """Whatever is printed in the row, label first."""
    if split.label is not None:
        yield split.label
    yield from split.values
