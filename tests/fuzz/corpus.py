"""A small whole file of every format that is read: what is mutated."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from drawing import Run, column, justified
from mailing import KIT, mail, zipped
from opendocument import odt, p
from presskit.settings import Scanning, Settings, Unpacking
from wordfile import box, paragraph, part, run, word

SMALL = Settings(
    max_bytes=2_000_000,
    max_pages=50,
    unpacking=Unpacking(max_bytes=4_000_000, max_xml=1_000_000, max_parts=100),
    scanning=Scanning(seconds=2, most_pixels=500_000, largest_picture=2_000_000),
)
"""Limits that bound the work with a mutant, not the mutants."""
NOTE = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("A boat.")}</w:p></w:footnote>'
WORD = word(
    paragraph("The Late Ferry", "H") + f'<w:p>{run("A ferry")}<w:r><w:footnoteReference w:id="2"/></w:r>{box(paragraph("In a box"))}</w:p>'
    f"<w:tbl><w:tr><w:tc>{paragraph('Editor')}</w:tc><w:tc>{paragraph('Ida Moor')}</w:tc></w:tr></w:tbl>",
    {
        "styles": part("styles", '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'),
        "footnotes": part("footnotes", NOTE),
    },
)
HTML = (
    b"<!doctype html><html><head><meta charset='utf-8'><title>x</title></head><body><nav><a href='/'>Home</a></nav><h1>The Late Ferry</h1>"
    b"<table><tr><td>Editor</td><td>Ida<br>Moor</td></tr></table><dl><dt>Sound<dd>Ole</dl><p>A <b>ferry</b><sup><a href='#n'>1</a></sup>"
    b"<ol><li id='n'>A boat.</ol><pre>a   b</pre></body></html>"
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}\pard\b The Late Ferry\b0\par\trowd\pard\intbl Editor\cell Ida\cell\row\pard "
    rb"{\super\chftn}{\footnote{\super\chftn} A boat.}\u8212?\f0\'cf\'e0\bin3 abc\page{\*\shppict{\pict 00}}\par}"
)


def pdf(*, packed: bool = False, password: str | None = None) -> bytes:
    """Two pages with columns, several fonts, letters that are spaced, turned and drawn by a form."""
    held = io.BytesIO()
    locked = None if password is None else StandardEncryption(password, ownerPassword="owner")
    canvas = Canvas(held, pagesize=(595, 842), invariant=1, pageCompression=int(packed), encrypt=locked)
    canvas.beginForm("stamp")
    canvas.drawString(300, 700, "A form on the page")
    canvas.endForm()
    for page in range(2):
        text = [f"On day {page} the ferry came late", "to the pier “Ida” — twice.", "Nobody waited."]
        runs = [*column(text, 50, 100), *justified(text, 310, 103, 200), Run("THE LATE FERRY", 50, 60, 16, "Helvetica-Bold")]
        for one in runs:
            canvas.setFont(one.font, one.size)
            canvas.drawString(one.x, 842 - one.y, one.text)
        canvas.drawString(50, 500, "SYNOPSIS", charSpace=4)
        canvas.doForm("stamp")
        canvas.rotate(90)
        canvas.drawString(100, -550, "Photo: Ida Grau")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def picture(kind: str, **how: Any) -> bytes:
    """A small one, with a word on it, so that OCR is quick."""
    paper = Image.new("L", (120, 40), 255)
    ImageDraw.Draw(paper).text((10, 10), "A ferry", fill=0)
    held = io.BytesIO()
    paper.save(held, kind, **how)
    return held.getvalue()


FILES: Mapping[str, bytes] = {
    ".docx": WORD,
    ".odt": odt(p("The Late Ferry") + p("A ferry<text:tab/>is<text:s text:c='9'/>late")),
    ".rtf": RTF,
    ".html": HTML,
    ".eml": mail(attached={"kit.txt": KIT.encode(), "kit.docx": WORD}, html="<p>A ferry</p>").as_bytes(),
    ".mbox": b"From ida\n" + mail(KIT).as_bytes() + b"\n\nFrom ole\n" + mail(KIT).as_bytes(),
    ".zip": zipped({"a/kit.txt": KIT.encode(), "mail.eml": mail(KIT).as_bytes(), "b.zip": zipped({"c.txt": b"SYNOPSIS\nA ferry."})}),
    ".md": f"# {KIT}\n\n| Editor | Ida |\n|---|---|\n".encode(),
    ".txt": KIT.encode(),
    ".pdf": pdf(),
    ".png": picture("PNG"),
    ".jpg": picture("JPEG"),
    ".tif": picture("TIFF", save_all=True, append_images=[Image.new("1", (90, 30), 1)]),
    ".webp": picture("WEBP"),
}
PDFS = (pdf(), pdf(packed=True), pdf(password=""))
"""In the open, where a changed byte changes what is drawn; packed, where it breaks a stream; and locked."""
