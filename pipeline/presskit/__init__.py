"""Presskit turns a film press kit into a catalogue record.

>>> from presskit import extract
>>> extract("kit.pdf").kit.film.title  # doctest: +SKIP
'Slow Harbour'
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

__version__ = version("presskit")

if TYPE_CHECKING:
    from presskit.extraction import extract
    from presskit.record import Extraction, PressKit

__all__ = ["Extraction", "PressKit", "__version__", "extract"]


def __getattr__(name: str) -> object:
    """The public names, loaded when they are asked for: a command that extracts nothing need not wait for the extractors."""
    if name == "extract":
        from presskit.extraction import extract as found

        return found
    if name in {"Extraction", "PressKit"}:
        from presskit import record

        return getattr(record, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
