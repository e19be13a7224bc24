"""What a web page or a form left between the parts of a kit: menus, link labels, empty fields."""

from __future__ import annotations

import re

from presskit.model import Document, Line, SectionKind
from presskit.sections import wording
from presskit.sections.letters import post_lines
from presskit.sections.repeats import repeated_lines
from presskit.vocabulary import fold, vocabulary

EMPTY = re.compile(r"^[\W_]*$")
PAGE_LABEL = re.compile(
    r"^[–—-]?\s?(?:page|seite|página|pagina|pág\.|pag\.|p\.|s\.)\s\d{1,3}(?:\s?(?:/|of|von|sur|de|di)\s?\d{1,3})?\s?[–—-]?$",
    re.IGNORECASE,
)
FIELD = re.compile(r"^[\w *]{0,40}\[\s{2,}\]$")
MARKED = re.compile(r"^[•·▪□◦]\s*")
PAGED = re.compile(r"^([^\W\d].{1,60}?)[\s.…·_]{1,120}\d{1,3}$")
STEP = re.compile(r"\s[>|»·•]\s")
PAGE = re.compile(r"^(?P<site>.{2,45}?)\s[|–—-]\s(?P<page>.{2,25})$")
GOES_ON = re.compile(
    r"^(?:read (?:more|on|the (?:full|whole|article|review|interview))|full (?:article|review)|weiterlesen|zum artikel"
    r"|lire (?:la suite|l[’']article|la critique)|leer (?:más|la nota|el artículo)|seguir leyendo"
    r"|leggi (?:tutto|l[’']articolo|di più)|ler (?:mais|o artigo)|leia mais)\b.{0,90}$",
    re.IGNORECASE,
)
"""A link to an article that the page only begins to quote."""
BARS = re.compile(r"\s[|·•/]\s")
COUNTED = re.compile(r"\s?\(\d{1,3}\)$")
"""«Cart (0)»."""
TITLE = 60
"""Characters of the longest title in a list of other films."""
OWNED = re.compile(r"^(?:©|\(c\)|copyright\b).{0,160}$", re.IGNORECASE)
BUILT = re.compile(
    r"^(?:web ?site|site|web ?design|web) ?(?:designed |developed |created |built |made )?by\b.{2,40}$"
    r"|^(?:powered|made) (?:by|with) .{2,30}$|^(?:réalisation|conception|création) (?:du site|web)\b.{0,40}$"
    r"|^(?:webdesign|umsetzung der website|website)\s?: .{2,40}$|^(?:diseño|desarrollo) web\b.{0,40}$"
    r"|^sito (?:web )?(?:realizzato|creato) da .{2,40}$|^(?:desenvolvido|desenvolvimento) (?:por|web)\b.{0,40}$",
    re.IGNORECASE,
)
"""Who made the web page."""
FOOTER = 6
"""Lines at the end of a page among which its owner is named."""
MOST_STEPS = 8
MOST_HEADINGS = 4
"""No kit has so many headings in a row with nothing under them."""
FEWEST_LABELS = 2
LINK_WORDS = 3
SHORT = 30
"""Characters of the longest link label."""
ADJACENT = 3
"""So many short bulleted lines one after another, all without a sentence, are a menu."""


def is_clutter(document: Document) -> frozenset[int]:
    """Numbers of the lines that are nobody's content."""
    found: set[int] = set()
    for number, line in enumerate(document.lines):
        text = document.words(line)
        if (
            EMPTY.match(text)
            or PAGE_LABEL.match(text)
            or FIELD.match(text)
            or GOES_ON.match(text)
            or _is_link_label(text)
            or _is_path(text)
            or _is_bar(document, line)
        ):
            found.add(number)
    repeated = repeated_lines(document)
    found |= _menus(document, found) | _links(document, repeated) | post_lines(document) | _contents(document) | repeated
    found |= _built(document)
    if len(found) >= ADJACENT:
        found |= _page_titles(document)
        found |= _footer(document, site=bool(repeated)) | _more_films(document)
    return frozenset(found)


def _footer(document: Document, *, site: bool) -> set[int]:
    """Whose the web page is, among its last lines; where several pages of a site follow each other, anywhere."""
    last = range(0 if site else max(0, len(document.lines) - FOOTER), len(document.lines))
    return {number for number in last if OWNED.match(document.words(document.lines[number]))}


def _built(document: Document) -> set[int]:
    """Who made the page, at its foot."""
    last = range(max(0, len(document.lines) - FOOTER), len(document.lines))
    return {number for number in last if BUILT.match(document.words(document.lines[number]))}


def _page_titles(document: Document) -> set[int]:
    """«Low Tide — Credits»: a page's name behind that of the site, which stands by itself elsewhere."""
    texts = [document.words(line) for line in document.lines]
    known = {fold(text) for text in texts if len(text) <= TITLE}
    named = ((number, PAGE.match(text)) for number, text in enumerate(texts) if len(text) <= TITLE)
    return {number for number, page in named if page and fold(page["site"]) in known and fold(page["page"]) in _page_words()}


def _more_films(document: Document) -> set[int]:
    """The page's list of other films and news, up to the next heading, address or text."""
    listed: set[int] = set()
    inside = False
    for number, line in enumerate(document.lines):
        text = document.words(line)
        if fold(text) in vocabulary().words("more_films"):
            inside = True
        elif inside and (len(text) > TITLE or wording.MAIL.search(text) or wording.PHONE.search(text) or _heads(text)):
            inside = False
        if inside:
            listed.add(number)
    return listed


def _heads(text: str) -> bool:
    """A heading of the trade, or a company's name over its address."""
    if any(not sense.rest for sense in vocabulary().headings(text)):
        return True
    last = fold(text).replace(".", "").split()[-1:]
    return bool(last) and last[0] in ("gmbh", "ltd", "ltda", "lda", "srl", "sarl", "sas", "sl", "inc", "llc", "ug")


def _is_link_label(text: str) -> bool:
    """ "Get in touch" may head the contacts; where nothing stands under it, it heads nothing."""
    if fold(COUNTED.sub("", text)) not in vocabulary().words("link_labels"):
        return False
    return not any(sense.kind is SectionKind.CONTACTS for sense in vocabulary().headings(text))


def _is_path(text: str) -> bool:
    """The steps of a web page's path ("Home > Story") or a row of links ("Facebook | Instagram")."""
    steps = [fold(step) for step in STEP.split(text)]
    if not 2 <= len(steps) <= MOST_STEPS or len(text) > SHORT * 2:
        return False
    known = [step in vocabulary().words("menu_words") or step in vocabulary().words("link_labels") for step in steps]
    return all(known) or (known[0] and ">" in text)


def _is_bar(document: Document, line: Line) -> bool:
    """A menu in one row, "Home   Films   About   Contact": headings and words of web pages, one of the latter at least; among
    three of those there may be a page of the site's own."""
    labels = [label.strip() for cell in line.cells for label in BARS.split(document.read((cell,))) if label.strip()]
    if len(labels) < ADJACENT or any(len(label) > SHORT or ":" in label for label in labels):
        return False
    own = sum(1 for label in labels if fold(label) in _page_words())
    others = sum(1 for label in labels if fold(label) not in _page_words() and not _is_link(label))
    return bool(own) and others <= (own >= ADJACENT)


def _contents(document: Document) -> set[int]:
    """A table of contents: headings with page numbers, line after line."""
    listed: set[int] = set()
    run: list[int] = []
    for number, line in enumerate((*document.lines, None)):
        paged = PAGED.match(document.words(line)) if line is not None else None
        if paged:
            run.append(number)
            continue
        labels = [PAGED.sub(r"\1", document.words(document.lines[at])) for at in run]
        if len(run) >= ADJACENT and sum(1 for label in labels if vocabulary().headings(label)) * 2 >= len(run):
            listed.update(run)
        run = []
    return listed


def _menus(document: Document, empty: set[int]) -> set[int]:
    """Runs of short bulleted lines that repeat headings of the kit or words of web pages."""
    menu: set[int] = set()
    run: list[int] = []
    for number, line in enumerate((*document.lines, None)):
        if line is not None and number in empty:
            continue
        if line is not None and _label(document.words(line)):
            run.append(number)
            continue
        if len(run) >= FEWEST_LABELS and _is_menu([document.words(document.lines[at]) for at in run]):
            menu.update(run)
        run = []
    return menu


def _links(document: Document, known_menu: frozenset[int]) -> set[int]:
    """Runs of lines of a word or two, all of them headings or words of web pages: nothing stands under any of them.
    A menu that every page repeats ends before the page's own heading."""
    links: set[int] = set()
    run: list[int] = []
    for number, line in enumerate((*document.lines, None)):
        link = line is not None and number not in known_menu and _is_link(document.words(line))
        if line is not None and link and not (run and line.page != document.lines[run[-1]].page):
            run.append(number)
            continue
        if run and line is not None and _heads_on(document, run[-1], line):
            run.pop()
        known = sum(fold(document.words(document.lines[at])) in _page_words() for at in run)
        if (len(run) >= MOST_HEADINGS and known) or (len(run) >= ADJACENT and known == len(run)):
            links.update(run)
        run = []
    return links


def _heads_on(document: Document, last: int, line: Line) -> bool:
    """«CONTACT» with white above and its text right below heads that text, though links stand above it."""
    return (
        bool(document.lines[last].blank_before)
        and not line.blank_before
        and bool(vocabulary().headings(document.words(document.lines[last])))
    )


def _is_link(text: str) -> bool:
    if len(text) > SHORT or ":" in text or len(text.split()) > LINK_WORDS:
        return False
    if fold(text) in _page_words():
        return True
    senses = vocabulary().headings(text)
    return bool(senses and senses[0].kind is not SectionKind.CREDITS and not senses[0].rest) and not _label_of_credit(text)


def _label_of_credit(text: str) -> bool:
    """Labels first and names afterwards: such runs are credits, not links."""
    return bool(vocabulary().roles(text) or vocabulary().company_role(text))


def _page_words() -> frozenset[str]:
    return vocabulary().words("menu_words") | vocabulary().words("link_labels")


def _label(text: str) -> bool:
    return bool(MARKED.match(text)) and len(text) <= SHORT


def _is_menu(texts: list[str]) -> bool:
    labels = [MARKED.sub("", text) for text in texts]
    known = sum(1 for label in labels if vocabulary().headings(label) or fold(label) in vocabulary().words("menu_words"))
    return known * 2 >= len(labels) if len(labels) >= ADJACENT else all(fold(label) in _page_words() for label in labels)
