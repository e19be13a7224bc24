"""Where the words of a Rich Text file go: the text, a cell of a table, a note, a running head or foot."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from presskit.readers.flow import Flow, FlowLine, Look
from presskit.readers.grid import listed, put_row
from presskit.readers.office.format import NOTE_SHARE, NOTHING, SHORT, TOP, Above, Format

NOTE = "note"
HEAD, FOOT = "head", "foot"


@dataclass(slots=True)
class RtfText:
    """What has been written so far. `in_table`: words go into the cell at hand."""

    flow: Flow = field(default_factory=Flow)
    aside: dict[str, Flow] = field(default_factory=dict)
    notes: list[FlowLine] = field(default_factory=list)
    in_table: bool = False
    _cell: Flow = field(default_factory=Flow)
    _cells: list[list[FlowLine]] = field(default_factory=list)
    _rows: list[list[list[FlowLine]]] = field(default_factory=list)
    _above: Above = TOP

    def out(self, target: str) -> Flow:
        """Where words of this target go now."""
        if target:
            return self.aside.setdefault(target, Flow())
        if self.in_table:
            return self._cell
        if self._rows:
            self._put_rows()
        return self.flow

    def end(self, target: str, form: Format) -> None:
        """A paragraph ends."""
        out = self.out(target)
        if out is not self.flow:
            out.end()
            return
        if out.at_start:
            out.end(blank=1)
            return
        out.end()
        here = Above(None, NOTHING, form, short=len(out.lines[-1].text) <= SHORT)
        if here.white_below(self._above) and len(out.lines) > 1:
            out.lines[-1] = replace(out.lines[-1], blank=max(1, out.lines[-1].blank))
        self._above = here

    def end_cell(self) -> None:
        self._cell.end()
        self._cells.append([replace(line, blank=0) for line in self._cell.lines])
        self._cell = Flow()

    def end_row(self) -> None:
        """Rows are gathered until text stands below the table."""
        self._rows.append(self._cells)
        self._cells = []

    def end_note(self, target: str, usual: Look) -> None:
        """The body of a note is one line, set smaller than the text."""
        flow = self.aside.pop(target, Flow())
        flow.end()
        body = Flow()
        for line in flow.lines:
            for piece in line.pieces:
                body.say(piece.text, replace(piece.look, size=min(piece.look.size, usual.size * NOTE_SHARE)))
            body.say(" ", usual)
        body.end()
        self.notes += body.lines

    def all_lines(self) -> list[FlowLine]:
        """Heads, text, notes, feet, in the order they are read."""
        self.in_table = False
        if self._cells or not self._cell.at_start:
            self.end_cell()
            self.end_row()
        self._put_rows()
        self.flow.add([replace(line, page=self.flow.page) for line in self.notes], blank=int(bool(self.notes)))
        return [*self._furniture(HEAD, 1), *self.flow.lines, *self._furniture(FOOT, self.flow.page)]

    def _furniture(self, target: str, page: int) -> list[FlowLine]:
        flow = self.aside.get(target, Flow())
        flow.end()
        once = {line.text: line for line in flow.lines}
        return [replace(line, page=page, blank=0, furniture=True) for line in once.values()]

    def _put_rows(self) -> None:
        rows, self._rows = self._rows, []
        self.flow.end(blank=int(bool(rows)))
        lists = listed(map(len, rows))
        for row in rows:
            put_row(row, self.flow, lists)
        self.flow.end(blank=int(bool(rows)))
        self._above = TOP if rows else self._above
