"""Rich Text: words with their look, tables, notes, heads and feet; pictures and embedded objects are passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from presskit.errors import KitDamaged, KitEmpty, KitTooLarge
from presskit.model import Document
from presskit.readers.draft import document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.flow import flow_draft
from presskit.readers.office.format import Format
from presskit.readers.office.rtf_signs import CODE_PAGES, SPOKEN, SYMBOLS, Decoder, Sign, signs
from presskit.readers.office.rtf_text import FOOT, HEAD, NOTE, RtfText
from presskit.settings import Settings

UNREAD = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "fldinst", "listtext", "pntext", "nonshppict", "sp", "xe", "tc",
    "themedata", "colorschememapping", "datastore", "latentstyles", "bkmkstart", "bkmkend", "listtable", "listoverridetable", "rsidtbl",
    "generator", "filetbl", "revtbl", "atnid", "atnauthor", "annotation", "template",
})  # fmt: skip
"""Groups whose words are not of the text."""
STARRED = frozenset({"shpinst", "shptxt"})
"""Groups that old programs may pass over, and that hold text."""
TARGETS: Mapping[str, str] = {
    "header": HEAD, "headerl": HEAD, "headerr": HEAD, "headerf": HEAD, "footer": FOOT, "footerl": FOOT, "footerr": FOOT, "footerf": FOOT,
}  # fmt: skip
USUAL = Format(size=12.0)
"""Rich Text is set in 12 points where nothing else is said."""
DEEPEST = 5_000
"""Groups inside each other; no program writes a hundred."""
TEXT_LEVEL = 9


def read_rtf(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, KitDamaged, KitTooLarge (pages) and what `read_bytes` raises."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    if not data.startswith(b"{\\rtf"):
        raise KitDamaged(path, "the file does not begin like Rich Text")
    reading = Rtf()
    for sign in signs(data.decode("latin-1")):
        reading.take(sign)
        if len(reading.groups) > DEEPEST:
            raise KitDamaged(path, f"groups lie in each other more than {DEEPEST:,} deep")
    lines = reading.text.all_lines()
    if not any(not line.furniture for line in lines):
        raise KitEmpty(path)
    pages = max(line.page for line in lines)
    if pages > chosen.max_pages:
        raise KitTooLarge(path, f"the text has {pages:,} pages, more than {chosen.max_pages:,}")
    return document(flow_draft(lines), source_of(path, data, "application/rtf", pages))


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside a group. `skipped` is how many characters stand for a unicode one; `target` says where words go."""

    form: Format = USUAL
    skipped: int = 1
    unread: bool = False
    target: str = ""
    page: str = ""


START = State()


@dataclass(slots=True)
class Rtf:
    """A file while it is read."""

    text: RtfText = field(default_factory=RtfText)
    state: State = START
    groups: list[State] = field(default_factory=list)
    _decoder: Decoder = field(default_factory=Decoder)
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _in_fonts: bool = False
    _opened: bool = False
    _starred: bool = False
    _to_skip: int = 0
    _noted: int = 0

    def take(self, sign: Sign) -> None:
        if sign.kind != "byte" and self._decoder.held:
            self._say(self._decoder.taken())
        opened, self._opened = self._opened, sign.kind == "{" or (sign.kind == "symbol" and sign.text == "*")
        if sign.kind == "{":
            self.groups.append(self.state)
        elif sign.kind == "}":
            self._close()
        elif sign.kind == "word":
            self._word(sign.text, sign.number, opened=opened)
        elif sign.kind == "symbol":
            self._symbol(sign.text)
        elif self._to_skip:
            self._pass(sign)
        elif sign.kind == "byte":
            self._decoder.page = self.state.page or self._decoder.usual
            self._decoder.byte(sign.text)
        else:
            self._say(sign.text)

    def _pass(self, sign: Sign) -> None:
        """What stands for a unicode character in old programs."""
        taken = 1 if sign.kind == "byte" else min(self._to_skip, len(sign.text))
        self._to_skip -= taken
        if sign.kind == "text":
            self._say(sign.text[taken:])

    def _close(self) -> None:
        before, self.state = self.state, self.groups.pop() if self.groups else START
        self._to_skip = 0
        self._in_fonts = self._in_fonts and self.state.unread
        if before.target.startswith(NOTE) and self.state.target != before.target:
            self.text.end_note(before.target, USUAL.look())

    def _say(self, text: str) -> None:
        if text and not self.state.unread and not self.state.form.hidden:
            self.text.out(self.state.target).say(text, self.state.form.look())

    def _symbol(self, sign: str) -> None:
        self._starred = sign == "*"
        if SYMBOLS.get(sign) == "\n":
            self._end("par")
        elif sign in SYMBOLS:
            self._say(SYMBOLS[sign])

    def _word(self, word: str, number: int | None, *, opened: bool) -> None:
        starred, self._starred = self._starred, False
        if self._in_fonts:
            self._of_font(word, number)
        if opened:
            self._destination(word, starred=starred)
        if word in SPOKEN:
            self._say(SPOKEN[word])
        if word in FORMS:
            self.state = replace(self.state, form=FORMS[word](self.state.form, number))
        if not self.state.unread:
            self._act(word)
        if number is not None:
            self._set(word, number)

    def _of_font(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._font = number
        elif word == "fcharset" and number is not None:
            self._fonts[self._font] = CODE_PAGES.get(number, "")

    def _destination(self, word: str, *, starred: bool) -> None:
        if word in UNREAD or (starred and word not in STARRED):
            self._in_fonts = word == "fonttbl"
            self.state = replace(self.state, unread=True)
        elif word in TARGETS:
            self.state = replace(self.state, target=TARGETS[word])
        elif word == "footnote":
            self._noted += 1
            self.state = replace(self.state, target=f"{NOTE}{self._noted}", form=USUAL)

    def _act(self, word: str) -> None:
        if word in ("par", "sect", "line"):
            self._end(word)
        elif word == "page":
            self.text.out(self.state.target).turn()
        elif word in ("tab", "nestcell"):
            self.text.out(self.state.target).cell()
        elif word == "chftn":
            self._mark()
        elif not self.state.target:
            self._table(word)

    def _end(self, word: str) -> None:
        if self.state.unread:
            return
        if word == "line":
            self.text.out(self.state.target).end()
        else:
            self.text.end(self.state.target, self.state.form)

    def _table(self, word: str) -> None:
        if word in ("intbl", "pard"):
            self.text.in_table = word == "intbl"
        elif word == "cell":
            self.text.end_cell()
        elif word == "row":
            self.text.end_row()

    def _mark(self) -> None:
        """The number of a note, in the text (where its body follows) and at the head of its body."""
        number = self._noted if self.state.target.startswith(NOTE) else self._noted + 1
        self.text.out(self.state.target).say(str(number), replace(self.state.form.look(), raised=True))

    def _set(self, word: str, number: int) -> None:
        if word == "u":
            self._say(self._decoder.unicode(number))
            self._to_skip = self.state.skipped
        elif word == "uc":
            self.state = replace(self.state, skipped=max(0, min(number, 100)))
        elif word == "f":
            self.state = replace(self.state, page=self._fonts.get(number, ""))
        elif word == "ansicpg":
            self._decoder.usual = f"cp{number}"


def _points(number: int | None, parts: int) -> float:
    return min(max(number or 0, 0) / parts, 500.0)


def _plain(form: Format, _: int | None) -> Format:
    return replace(USUAL, rank=form.rank, before=form.before, after=form.after)


def _new_paragraph(form: Format, _: int | None) -> Format:
    return replace(form, rank=None, before=None, after=None)


def _rank(form: Format, number: int | None) -> Format:
    return replace(form, rank=None if number is None or number >= TEXT_LEVEL else max(0, number) + 1)


FORMS: Mapping[str, Callable[[Format, int | None], Format]] = {
    "b": lambda form, number: replace(form, bold=number != 0),
    "i": lambda form, number: replace(form, italic=number != 0),
    "v": lambda form, number: replace(form, hidden=number != 0),
    "super": lambda form, number: replace(form, raised=number != 0),
    "nosupersub": lambda form, _: replace(form, raised=False),
    "fs": lambda form, number: replace(form, size=_points(number, 2)),
    "sb": lambda form, number: replace(form, before=_points(number, 20)),
    "sa": lambda form, number: replace(form, after=_points(number, 20)),
    "plain": _plain,
    "pard": _new_paragraph,
    "outlinelevel": _rank,
}
"""What control words set."""
