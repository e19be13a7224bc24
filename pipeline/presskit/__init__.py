"""Presskit turns a film press kit into a catalogue record.

>>> from presskit import extract
>>> extract("kit.pdf").kit.film.title  # doctest: +SKIP
'Slow Harbour'
"""

from importlib.metadata import version

__version__ = version("presskit")

from presskit.extract import extract
from presskit.record import Extraction, PressKit

__all__ = ["Extraction", "PressKit", "__version__", "extract"]
