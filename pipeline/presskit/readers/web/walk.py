"""A page's tree becomes lines: blocks end lines, headings have ranks, rows of tables have cells, emphasis is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from presskit.readers.flow import SIZES, Flow, FlowLine, Look
from presskit.readers.grid import listed, put_row
from presskit.readers.web.clutter import is_clutter, is_menu, is_notice
from presskit.readers.web.parsing import Element

SET_APART = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "figure", "section", "article", "header",
    "footer", "main", "aside", "address", "pre", "fieldset", "form", "hr", "hgroup", "details", "search",
})  # fmt: skip
"""Blocks with white around them."""
BLOCKS = SET_APART | frozenset({
    "div", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "figcaption", "legend", "center", "summary",
    "body", "html", "option",
})  # fmt: skip
TABLES = frozenset({"table", "tbody", "thead", "tfoot"})
HEADINGS = {f"h{rank}": size for rank, size in enumerate(SIZES, 1)}
BOLD, ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite", "dfn", "var"})
WEIGHT = re.compile(r"font-weight\s{0,5}:\s{0,5}(bold|bolder|[6-9]00|normal|[1-4]00)", re.IGNORECASE)
SLANT = re.compile(r"font-style\s{0,5}:\s{0,5}(italic|oblique|normal)", re.IGNORECASE)
DEEPEST = 200
"""Elements inside each other; what stands deeper is read without its structure."""
APART = re.compile(r"[ \t]{3,}|\t")
"""What parts cells in text that is set as typed."""
SET_IN = 4
"""Characters."""


NORMAL = Look()


@dataclass(frozen=True, slots=True)
class Around:
    """What an element stands in. `targets` are the ids that raised marks lead to, `lists` what `listed` says of a table."""

    look: Look = NORMAL
    depth: int = 0
    parent: str = ""
    targets: frozenset[str] = frozenset()
    lists: frozenset[int] = frozenset()


def page_lines(root: Element, page: int) -> list[FlowLine]:
    """The content of one page."""
    flow = Flow(page=page)
    targets = (link.get("href", "") for link in root.iterfind(".//sup//a[@href]"))
    _element(root, flow, Around(targets=frozenset(target[1:] for target in targets if target.startswith("#"))))
    flow.end()
    return flow.lines


def _element(element: Element, flow: Flow, around: Around) -> None:
    if is_clutter(element) or is_menu(element):
        return
    if element.tag == "br":
        flow.end(blank=int(flow.at_start))
    elif element.tag == "tr":
        _row(element, flow, around)
    elif element.tag == "dl":
        _pairs(element, flow, around)
    elif element.tag in BLOCKS:
        _block(element, flow, around)
    else:
        _inside(element, flow, around)


def _block(element: Element, flow: Flow, around: Around) -> None:
    white = int(element.tag in SET_APART and around.parent != "li")
    flow.end(white)
    if element.tag == "p" and is_notice("".join(element.itertext())):
        return
    if element.tag == "li" and element.get("id") in around.targets:
        flow.say(f"{element.getparent().index(element) + 1}. ", around.look)
    _inside(element, flow, around)
    flow.end(white)


def _inside(element: Element, flow: Flow, around: Around) -> None:
    lists = listed(len(_cells_of(row)) for row in element.iterchildren("tr")) if element.tag in TABLES else frozenset()
    inner = Around(_look(element, around.look), around.depth + 1, element.tag, around.targets, lists)
    if around.depth > DEEPEST:
        flow.say("".join(element.itertext()), inner.look)
        return
    _say(element.text, flow, inner)
    for child in element:
        _element(child, flow, inner)
        _say(child.tail, flow, inner)
    if element.tag == "a":
        _address(element, flow, inner.look)


def _say(text: str | None, flow: Flow, around: Around) -> None:
    if around.parent != "pre" or not text:
        flow.say(text, around.look)
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            flow.end(blank=int(not line.strip()))
        for at, words in enumerate(APART.split(line)):
            if at:
                flow.cell()
            flow.say(words, around.look)


def _look(element: Element, look: Look) -> Look:
    tag, style = element.tag, element.get("style") or ""
    if tag in HEADINGS:
        look = replace(look, size=HEADINGS[tag], bold=True)
    weight, slant = WEIGHT.search(style), SLANT.search(style)
    bold = tag in BOLD or look.bold if weight is None else weight.group(1).lower().startswith(("bold", "6", "7", "8", "9"))
    italic = tag in ITALIC or look.italic if slant is None else slant.group(1).lower() != "normal"
    return replace(look, bold=bold, italic=italic, raised=look.raised or tag == "sup")


def _address(link: Element, flow: Flow, look: Look) -> None:
    """Where a link writes to, if its words do not say it."""
    scheme, _, address = (link.get("href") or "").strip().partition(":")
    address = address.partition("?")[0].strip()
    if scheme.lower() == "mailto" and "@" in address and "@" not in "".join(link.itertext()):
        flow.say(f" {address} ", look)


def _lines(element: Element, around: Around) -> list[FlowLine]:
    flow = Flow()
    _inside(element, flow, around)
    flow.end()
    return flow.lines


def _row(row: Element, flow: Flow, around: Around) -> None:
    inner = replace(around, depth=around.depth + 1, parent="tr")
    cells = [() if is_clutter(cell) or is_menu(cell) else _lines(cell, inner) for cell in _cells_of(row)]
    put_row(cells, flow, around.lists)


def _cells_of(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _pairs(element: Element, flow: Flow, around: Around) -> None:
    """A list of labels and what they say: a row each, where both are one line; else what is said is set in below."""
    inner = replace(around, depth=around.depth + 1, parent="dl")
    flow.end(1)
    label: Sequence[FlowLine] = ()
    for child in element:
        if child.tag == "dd" and not is_clutter(child):
            _said(_lines(child, inner), label, flow)
            label = ()
        else:
            label = _held(label, flow)
            if child.tag == "dt":
                label = _lines(child, inner)
            else:
                _element(child, flow, inner)
        if (child.tail or "").strip():
            label = _held(label, flow)
            _say(child.tail, flow, inner)
    _held(label, flow)
    flow.end(1)


def _held(label: Sequence[FlowLine], flow: Flow) -> Sequence[FlowLine]:
    """A label that waited for what it says; then there is none."""
    if label:
        flow.add(label)
    return ()


def _said(lines: Sequence[FlowLine], label: Sequence[FlowLine], flow: Flow) -> None:
    if len(label) == len(lines) == 1:
        put_row([label, lines], flow)
        return
    _held(label, flow)
    flow.end()
    flow.indent += SET_IN
    flow.add(lines)
    flow.indent -= SET_IN
