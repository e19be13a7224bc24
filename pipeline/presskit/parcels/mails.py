"""Mails: the text somebody wrote and what hangs on it, as files; and who sent it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from mimetypes import guess_extension
from pathlib import Path, PurePosixPath
from typing import cast

from presskit.errors import KitDamaged, KitTooLarge
from presskit.settings import Unpacking

FAULTS = (
    MessageError, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What the email package is known to raise on mails that are not as they should be."""
LONGEST_HEADER = 2_000
"""Signs read of a header: the library takes the square of their number for one that is not as it should be."""
UNSAFE_SIGN = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
LONGEST_NAME = 120
LETTER = 150
"""Words: a shorter text beside attachments is the letter that sends the kit, not the kit."""
BODY = "message"
TEXTS = ("text/html", "text/plain")
"""What a body may be, the form with more structure first."""
UTF8_MARK = b"\xef\xbb\xbf"
TAGS = re.compile(r"<[^<>]{0,2000}>")
SIGNATURE = "-- "


class _Short(policy.EmailPolicy):
    """Headers cut before anything looks into them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


AS_SENT = _Short(refold_source="none")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a mail says of itself; `date` is ISO 8601."""

    sender: str | None = None
    subject: str | None = None
    date: str | None = None


class Mail:
    """An opened mail. Its files are its body and its attachments; a mail in it is one of them."""

    def __init__(self, path: Path, data: bytes, limits: Unpacking) -> None:
        """Raises KitDamaged, KitTooLarge (too many parts)."""
        self._path = path
        try:
            self._message = cast(EmailMessage, message_from_bytes(data, policy=AS_SENT))
            self._files = _named(list(_parts(self._message, limits.max_parts + 1)))
        except FAULTS as error:
            raise KitDamaged(path, f"the mail cannot be read ({type(error).__name__})") from error
        if len(self._files) > limits.max_parts:
            raise KitTooLarge(path, f"the mail holds more than {limits.max_parts:,} files")
        if not self._message.keys():
            raise KitDamaged(path, "the file does not begin like a mail")

    @property
    def sent(self) -> Sent:
        address = parseaddr(_header(self._message, "From"))
        sender = " ".join(filter(None, (address[0], f"<{address[1]}>" if address[1] else "")))
        return Sent(sender or None, _header(self._message, "Subject") or None, _date(_header(self._message, "Date")))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._files)

    def read(self, name: str, most: int) -> bytes:
        """Raises KitDamaged, KitTooLarge."""
        try:
            data = _content(self._files[name])
        except FAULTS as error:
            raise KitDamaged(self._path, f"{name} in the mail cannot be read ({type(error).__name__})") from error
        if len(data) > most:
            raise KitTooLarge(self._path, f"{name} has more than {most:,} bytes")
        return data

    def is_letter(self, name: str) -> bool:
        """A body too short to be a kit."""
        if PurePosixPath(name).stem != BODY or self._files[name].get_filename():
            return False
        text = self.read(name, LONGEST_BODY).decode("utf-8", errors="replace")
        return len(TAGS.sub(" ", text).split()) < LETTER


LONGEST_BODY = 1 << 62


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split()).encode("utf-8", errors="replace").decode("utf-8")
    except FAULTS:
        return ""


def _date(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except FAULTS:
        return None


def _parts(message: EmailMessage, most: int) -> Iterator[EmailMessage]:
    """The parts that are files, the body first; of several forms of one text the one with most structure."""
    waiting = [message]
    found = 0
    while waiting and found < most:
        part = waiting.pop()
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            waiting.append(_best(part))
        elif kind.startswith("multipart/") and part.is_multipart():
            waiting.extend(reversed(_inside(part)))
        else:
            found += 1
            yield part


def _inside(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, EmailMessage)] if isinstance(payload, list) else []


def _best(part: EmailMessage) -> EmailMessage:
    """Of the forms of one text; a form may itself be a bundle (a page with its pictures)."""
    forms = _inside(part)
    rich = [form for form in forms if form.get_content_type() in ("text/html", "multipart/related", "multipart/mixed")]
    return (rich or forms or [EmailMessage(AS_SENT)])[-1]


def _named(parts: list[EmailMessage]) -> dict[str, EmailMessage]:
    """A name for each part, each its own."""
    found: dict[str, EmailMessage] = {}
    for number, part in enumerate(parts, 1):
        name = _name(part, number)
        path, count = PurePosixPath(name), 1
        while name in found:
            count += 1
            name = f"{path.stem}-{count}{path.suffix}"
        found[name] = part
    return found


def _name(part: EmailMessage, number: int) -> str:
    kind = part.get_content_type()
    named = UNSAFE_SIGN.sub("_", part.get_filename() or "").strip(". ")
    if kind == "message/rfc822":
        inner = _inside(part)
        subject = UNSAFE_SIGN.sub("_", _header(inner[0], "Subject") if inner else "").strip(". ")
        return f"{_cut(subject or PurePosixPath(named).stem or f'mail-{number}')}.eml"
    if named:
        path = PurePosixPath(named)
        return _cut(path.stem) + path.suffix[:20]
    if kind in TEXTS:
        return f"{BODY}{'.html' if kind == 'text/html' else '.txt'}"
    return f"part-{number}{guess_extension(kind) or ''}"


def _cut(name: str) -> str:
    return name.encode()[:LONGEST_NAME].decode(errors="ignore")


def _content(part: EmailMessage) -> bytes:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = _inside(part)
        return inner[0].as_bytes(policy=AS_SENT) if inner else b""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if kind not in TEXTS or part.get_filename():
        return data
    text = _decoded(data, part.get_content_charset())
    return UTF8_MARK + (_unfolded(text, part) if kind == "text/plain" else text).encode("utf-8", errors="replace")


def _decoded(data: bytes, charset: str | None) -> str:
    """As the mail says; what cannot be so is UTF-8 or Windows-1252."""
    tries: list[Callable[[], str]] = [
        lambda: data.decode(charset or "utf-8"),
        lambda: data.decode("utf-8"),
        lambda: data.decode("cp1252", errors="replace"),
    ]
    for attempt in tries[:-1]:
        try:
            return attempt()
        except (LookupError, UnicodeError):
            continue
    return tries[-1]()


def _unfolded(text: str, part: EmailMessage) -> str:
    """Lines that the sender's program broke, put together again (RFC 3676)."""
    if "flowed" not in str(part.get_param("format", "")).lower():
        return text
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    lines: list[str] = []
    soft = False
    for line in text.splitlines():
        goes_on = line.endswith(" ") and line != SIGNATURE
        bare = line[:-1] + glue if goes_on else line
        if soft:
            lines[-1] += bare
        else:
            lines.append(bare)
        soft = goes_on
    return "\n".join(lines)
