"""OpenDocument texts made by hand, part by part."""

from __future__ import annotations

from collections.abc import Mapping

from mailing import zipped

URN = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES: Mapping[str, str] = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
}
NAMES = " ".join(f'xmlns:{prefix}="{URN}{name}:1.0"' for prefix, name in PREFIXES.items())
MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"
USUAL = (
    '<style:default-style style:family="paragraph">'
    '<style:text-properties fo:font-size="12pt" style:font-name="Lora"/></style:default-style>'
)


def odt(body: str, automatic: str = "", styles: str = USUAL, head: str = "") -> bytes:
    """A file with this text; `automatic` and `styles` are styles, `head` is what stands over every page."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    page = f"<style:master-page><style:header>{head}</style:header></style:master-page>"
    around = f"<office:styles>{styles}</office:styles><office:master-styles>{page}</office:master-styles>"
    return zipped({"mimetype": MEDIA_TYPE, "content.xml": _root("content", content), "styles.xml": _root("styles", around)})


def _root(name: str, inside: str) -> bytes:
    return f"<office:document-{name} {NAMES}>{inside}</office:document-{name}>".encode()


def style(name: str, words: str = "", lines: str = "", *, family: str = "paragraph", parent: str = "Standard") -> str:
    inside = f"<style:text-properties {words}/><style:paragraph-properties {lines}/>"
    return f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">{inside}</style:style>'


def p(content: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{content}</text:p>'
