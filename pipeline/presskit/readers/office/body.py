"""The body of a Word file, block by block: paragraphs, tables, text boxes, marks of notes, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from presskit.readers.flow import Flow, FlowLine, Look
from presskit.readers.grid import listed, put_row
from presskit.readers.office.format import SHORT, TOP, Above, Format
from presskit.readers.office.package import Element
from presskit.readers.office.styles import Sheet, W, paragraph_format, run_format

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RENDERED = f"{W}lastRenderedPageBreak"
"""Where Word last began a page; files of other programs only have the breaks that somebody made."""
AROUND_BLOCKS = frozenset({f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")})
AROUND_WORDS = AROUND_BLOCKS | {f"{W}{name}" for name in ("hyperlink", "fldSimple", "dir", "bdo")}
WITH_BOXES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"})
BOX = f"{W}txbxContent"
DEEPEST = 40
"""Tables and boxes inside each other; what lies deeper is not read."""


@dataclass(slots=True)
class Notes:
    """Notes referred to, in order. `own` is the number of the note that is being read, 0 in the text."""

    own: int = 0
    referred: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, kind: str, key: str) -> int:
        return self.referred.setdefault((kind, key), len(self.referred) + 1)


@dataclass(slots=True)
class Body:
    """Writes blocks to a Flow. `rendered`: pages are counted by where Word began them."""

    sheet: Sheet
    notes: Notes
    rendered: bool
    _depth: int = 0
    _turns: int = 0
    _above: Above = TOP

    def blocks(self, children: Iterable[Element], flow: Flow) -> None:
        for element in _unwrapped(children):
            if element.tag == f"{W}p":
                self._paragraph(element, flow)
            elif element.tag == f"{W}tbl":
                self._table(element, flow)

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        named, own = style.get(f"{W}val") if style is not None else None, paragraph_format(properties)
        form = own.over(self.sheet.named(named))
        if properties is not None and properties.find(f"{W}pageBreakBefore") is not None:
            self._break(flow)
        if _is_empty(paragraph):
            flow.end(blank=1)
        else:
            here = Above(named, own, form, short=len(_text(paragraph)) <= SHORT)
            flow.end(blank=int(here.white_below(self._above)))
            self._above = here
        boxes = list(self._words(paragraph, flow, form))
        flow.end()
        self._turned(flow)
        self._boxes(boxes, flow)

    def _words(self, parent: Element, flow: Flow, form: Format) -> Iterator[Element]:
        """The runs of a paragraph; hands back the boxes that are anchored in it."""
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, flow, form)
            elif child.tag in AROUND_WORDS:
                yield from self._words(child, flow, form)
            elif child.tag in WITH_BOXES:
                yield child

    def _run(self, run: Element, flow: Flow, form: Format) -> Iterator[Element]:
        properties = run.find(f"{W}rPr")
        named = properties.find(f"{W}rStyle") if properties is not None else None
        own = run_format(properties).over(self.sheet.bare(named.get(f"{W}val") if named is not None else None)).over(form)
        if own.hidden:
            return
        for child in run:
            if child.tag in WITH_BOXES:
                yield child
            else:
                self._piece(child, flow, own.look())

    def _piece(self, child: Element, flow: Flow, look: Look) -> None:
        name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
        if name == "t":
            flow.say(child.text, look)
        elif name in ("tab", "ptab"):
            flow.cell()
        elif name in ("br", "cr"):
            self._line_break(child.get(f"{W}type"), flow)
        elif name == "lastRenderedPageBreak":
            self._rendered(flow)
        elif name == "noBreakHyphen":
            flow.say("\u2011", look)
        elif name in ("footnoteReference", "endnoteReference"):
            self._refer(child, name.removesuffix("Reference"), flow, look)
        elif name in ("footnoteRef", "endnoteRef") and self.notes.own:
            flow.say(str(self.notes.own), replace(look, raised=True))
            flow.say(" ", look)

    def _refer(self, reference: Element, kind: str, flow: Flow, look: Look) -> None:
        number = self.notes.number(kind, reference.get(f"{W}id") or "")
        if reference.get(f"{W}customMarkFollows") in (None, "0", "false"):
            flow.say(str(number), replace(look, raised=True))

    def _line_break(self, kind: str | None, flow: Flow) -> None:
        if kind == "page":
            self._break(flow)
        else:
            flow.end()

    def _break(self, flow: Flow) -> None:
        flow.end()
        if not self.rendered:
            flow.turn()

    def _rendered(self, flow: Flow) -> None:
        """A page that ends inside a paragraph ends behind it: a line stands on one page."""
        if flow.at_start:
            flow.turn()
        else:
            self._turns += 1

    def _turned(self, flow: Flow) -> None:
        for _ in range(self._turns):
            flow.turn()
        self._turns = 0

    def _boxes(self, holders: Iterable[Element], flow: Flow) -> None:
        """Text boxes follow the paragraph they are anchored in; of two forms of one box the newer is read."""
        for holder in holders:
            chosen = holder.find(f"{MC}Choice") if holder.tag == f"{MC}AlternateContent" else holder
            chosen = holder if chosen is None or chosen.find(f".//{BOX}") is None else chosen
            for box in _outermost(chosen):
                flow.add(self._inside(box), blank=1)

    def _inside(self, parent: Element) -> list[FlowLine]:
        if self._depth >= DEEPEST:
            return []
        flow = Flow()
        inner = Body(self.sheet, self.notes, rendered=True, _depth=self._depth + 1)
        inner.blocks(iter(parent), flow)
        flow.end()
        return flow.lines

    def _table(self, table: Element, flow: Flow) -> None:
        rows = [list(_unwrapped(row)) for row in _unwrapped(table) if row.tag == f"{W}tr"]
        cells = [[cell for cell in row if cell.tag == f"{W}tc"] for row in rows]
        lists = listed(map(len, cells))
        flow.end(blank=1)
        for row in cells:
            put_row([self._cell(cell) for cell in row], flow, lists)
        flow.end(blank=1)
        self._above = TOP

    def _cell(self, cell: Element) -> list[FlowLine]:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") in (None, "continue"):
            return []
        lines = self._inside(cell)
        # White that a style puts between the lines of a cell parts nothing.
        return [replace(line, blank=0) for line in lines] if not self._parted(cell) else lines

    def _parted(self, cell: Element) -> bool:
        paragraphs = cell.findall(f"{W}p")
        return any(_is_empty(one) for one in paragraphs[1:-1])


def _unwrapped(children: Iterable[Element]) -> Iterator[Element]:
    """Blocks without what only stands around them: content controls, accepted insertions."""
    waiting = [iter(children)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in AROUND_BLOCKS:
            waiting.append(iter(child))
        elif child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            waiting.append(iter(chosen if chosen is not None else ()))
        else:
            yield child


def _outermost(holder: Element) -> Iterator[Element]:
    """Boxes that are in no other box; of a holder that offers the same box twice, the first."""
    boxes = list(holder.iter(BOX))
    inner = {id(box) for outer in boxes for box in outer.iter(BOX) if box is not outer}
    seen: set[str] = set()
    for box in boxes:
        words = "".join(box.itertext())
        if id(box) not in inner and words not in seen:
            seen.add(words)
            yield box


def _is_empty(element: Element) -> bool:
    """A paragraph without words; one that only holds a picture or a box is none of those that part blocks."""
    if element.tag != f"{W}p":
        return False
    return not _text(element).strip() and not any(True for _ in element.iter(*WITH_BOXES))


def _text(paragraph: Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
