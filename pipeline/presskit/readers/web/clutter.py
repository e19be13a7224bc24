"""What a web page holds besides its content: menus, forms, scripts, notices about cookies, what all its pages repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.readers.flow import FlowLine
from presskit.readers.web.parsing import Element
from presskit.vocabulary import vocabulary
from presskit.vocabulary.folding import fold

UNPRINTED = frozenset({
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "embed", "applet", "param", "video",
    "audio", "canvas", "picture", "img", "map", "select", "datalist", "textarea", "input", "label", "button", "nav", "menu", "dialog",
    "frameset", "noframes", "progress", "meter", "link", "meta", "base",
})  # fmt: skip
"""Elements without text of the kit."""
UNPRINTED_ROLES = frozenset({
    "navigation", "menu", "menubar", "toolbar", "search", "dialog", "alertdialog", "tablist", "presentation-only",
})  # fmt: skip
CLUTTER = frozenset({
    "nav", "navbar", "navigation", "navi", "menu", "menus", "mainmenu", "submenu", "topmenu", "sitemenu", "breadcrumb", "breadcrumbs",
    "cookie", "cookies", "consent", "gdpr", "cookiebar", "cookiebanner", "share", "sharing", "socials", "sharedaddy", "skip",
    "skiplink", "pagination", "pager", "newsletter", "popup", "modal", "screen-reader-text", "sr-only", "visually-hidden",
})  # fmt: skip
"""Words that classes and ids of such blocks are made of."""
TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
OPENING = ("aria-expanded", "aria-controls")
"""A button that opens a part of the page is the part's heading."""
FEWEST_LINKS = 3
LONGEST_LINK = 4
"""A list of so many links, none with more words, is a menu where it stands outside the content."""
LONGEST_CLUTTER = 600
"""Signs: a block named like a menu that holds more is the page itself, named by somebody who thought otherwise."""
SHARE = 0.5
"""Lines at the head or foot of so many pages belong to the pages."""


def is_clutter(element: Element) -> bool:
    """An element of which nothing is read."""
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag in UNPRINTED:
        return not (tag == "button" and any(name in element.attrib for name in OPENING))
    if element.get("role") in UNPRINTED_ROLES or "hidden" in element.attrib or HIDDEN.search(element.get("style") or ""):
        return True
    return _named_so(element) and _length(element) <= LONGEST_CLUTTER


def _named_so(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not names.strip() or element.tag in ("html", "body", "main", "article", "h1", "h2", "h3"):
        return False
    return any(word.lower() in CLUTTER for name in names.split() for word in (name, *TOKEN.findall(name)))


def _length(element: Element) -> int:
    total = 0
    for text in element.itertext():
        total += len(text.strip())
        if total > LONGEST_CLUTTER:
            break
    return total


def is_menu(element: Element) -> bool:
    """A list of nothing but short links."""
    if element.tag not in ("ul", "ol", "div", "p", "table", "tr", "center", "td"):
        return False
    links = element.findall(".//a[@href]")
    if len(links) < FEWEST_LINKS:
        return False
    linked = [" ".join("".join(link.itertext()).split()) for link in links]
    if any(len(words.split()) > LONGEST_LINK for words in linked):
        return False
    return _letters("".join(element.itertext())) <= sum(map(_letters, linked))


def _letters(text: str) -> int:
    return sum(sign.isalnum() for sign in text)


def is_notice(text: str) -> bool:
    """A notice about cookies."""
    folded = fold(text)
    return any(phrase in folded for phrase in vocabulary().words("cookie_notices"))


def repeated(lines: Sequence[FlowLine]) -> list[FlowLine]:
    """What stands at the head or foot of most pages is set aside, but for the first time it is said."""
    pages = [[at for at, line in enumerate(lines) if line.page == page] for page in sorted({line.page for line in lines})]
    often = Counter(text for page in pages for text in {_key(lines[at]) for at in page})
    common = {text for text, count in often.items() if count >= max(2, SHARE * len(pages))}
    aside = {at for page in pages[1:] for at in (*_run(lines, page, common), *_run(lines, page[::-1], common))}
    return [replace(line, furniture=True) if at in aside else line for at, line in enumerate(lines)]


def _run(lines: Sequence[FlowLine], page: Sequence[int], common: set[str]) -> Iterator[int]:
    for at in page:
        if _key(lines[at]) not in common:
            return
        yield at


def _key(line: FlowLine) -> str:
    return " ".join(line.text.casefold().split())
