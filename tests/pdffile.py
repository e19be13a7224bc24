"""PDFs put together object by object, as no program writes them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 50 700 Td (A ferry is late) Tj ET "


def pdf(objects: Sequence[bytes]) -> bytes:
    """Object 1 is the catalogue."""
    found, places = b"%PDF-1.5\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return found + tail % (size, rows, size, len(found))


def stream(said: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (said, len(data), data)


def page(content: bytes, said: bytes = b"", forms: Sequence[tuple[bytes, bytes]] = ()) -> bytes:
    """One page; its stream's dictionary says `said`. Forms are from object 6 on: what each holds, and what it says of forms."""
    objects = b"/XObject<</X 6 0 R>>" if forms else b""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<<%b>>>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>" % objects,
            stream(said, content),
            FONT,
            *(stream(head % inner, held) for held, inner in forms),
        ]
    )


def blanks(megabytes: int) -> bytes:
    """Blanks, packed."""
    machine = zlib.compressobj()
    return b"".join([*(machine.compress(b" " * (1 << 20)) for _ in range(megabytes)), machine.flush()])


def forms_in_forms(deep: int) -> bytes:
    """Each draws the next one twice: an hour's work in two thousand bytes."""
    held = [(b"/X Do /X Do", b"/X %d 0 R" % (7 + at)) for at in range(deep)]
    return page(b"/X Do", forms=[*held, (TEXT, b"")])
