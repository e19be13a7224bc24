"""Rich Text as it is written: control words, groups, characters in the code page of their font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

SIGN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.DOTALL)
CODE_PAGES: Mapping[int, str] = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Character sets of fonts."""
SPOKEN: Mapping[str, str] = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""Control words that are characters."""
SYMBOLS: Mapping[str, str] = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}


class Sign(NamedTuple):
    """A control word with its number, `{` or `}`, a symbol, a byte or text."""

    kind: str
    text: str
    number: int | None = None


@dataclass(slots=True)
class Decoder:
    """Bytes of a code page, gathered until something else comes; what a character is repeated as for old programs is skipped."""

    page: str = "cp1252"
    usual: str = "cp1252"
    held: bytes = b""
    high: str = ""

    def byte(self, code: str) -> None:
        self.held += bytes.fromhex(code)

    def unicode(self, number: int) -> str:
        """A character by its number; the first half of a pair waits for the second."""
        sign = chr(number % 0x10000)
        if "\ud800" <= sign <= "\udbff":
            self.high = sign
            return ""
        pair, self.high = self.high + sign, ""
        return pair.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")

    def taken(self) -> str:
        data, self.held = self.held, b""
        return decoded(data, self.page)


def decoded(data: bytes, page: str) -> str:
    try:
        return data.decode(page, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")


def signs(text: str) -> Iterator[Sign]:
    """The signs of a file; bytes of pictures that are not written as text are passed over."""
    at = 0
    while match := SIGN.search(text, at):
        at = match.end()
        word, number, byte, symbol, brace, words = match.groups()
        if word:
            value = int(number) if number else None
            if word == "bin" and value and value > 0:
                at += value
            yield Sign("word", word, value)
        elif byte:
            yield Sign("byte", byte)
        elif brace:
            yield Sign(brace, brace)
        elif symbol is not None:
            yield Sign("symbol", symbol)
        else:
            yield Sign("text", words)
