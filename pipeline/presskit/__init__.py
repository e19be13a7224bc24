"""Presskit turns a film press kit into a catalogue record."""

from importlib.metadata import version

__version__ = version("presskit")
