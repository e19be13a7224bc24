"""What a word processor says of words and paragraphs, whatever its file is called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from presskit.readers.flow import Look

NOTE_SHARE = 0.9
"""Notes are set smaller than the text, whatever the file says of them: that is how they are told from it."""
USUAL_SIZE = 10.0
"""Points where a file names no size at all."""
WHITE = 0.45
"""White under or over a paragraph, in type sizes, that parts it from the next."""
SHORT = 70
"""Signs: white that a style puts between short paragraphs of one kind (a list of names) parts nothing."""


@dataclass(frozen=True, slots=True)
class Format:
    """What one style or one set of properties says; None is nothing. `rank` 1 to 9 are headings; white is in points."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    font: str | None = None
    raised: bool | None = None
    hidden: bool | None = None
    rank: int | None = None
    before: float | None = None
    after: float | None = None

    def over(self, below: Format) -> Format:
        """This, and where it says nothing, what is below."""
        said = {name: value for name in Format.__slots__ if (value := getattr(self, name)) is not None}
        return replace(below, **said)

    def look(self) -> Look:
        size = self.size or USUAL_SIZE
        heads = bool(self.rank)
        return Look(size, bool(self.bold) or heads, bool(self.italic), bool(self.raised), self.font or "", known=True)


NOTHING = Format()


@dataclass(frozen=True, slots=True)
class Above:
    """A paragraph as the one below it sees it: its style, what is set on itself, and what holds in all."""

    style: str | None = None
    own: Format = NOTHING
    form: Format = NOTHING
    short: bool = False

    def white_below(self, above: Above) -> bool:
        """Whether white parts this paragraph from the one above."""
        size = self.form.look().size
        if self.short and above.short and self.style == above.style and not self.form.rank:
            return max(above.own.after or 0.0, self.own.before or 0.0) >= WHITE * size
        return max(above.form.after or 0.0, self.form.before or 0.0) >= WHITE * size


TOP = Above()
