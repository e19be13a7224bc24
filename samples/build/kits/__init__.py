"""Fictional press kits in any number, with their gold: for tests and for training, never shipped."""

from samples.build.kits.kit import Kit, make_kit
from samples.build.kits.model import PrintedLine

__all__ = ["Kit", "PrintedLine", "make_kit"]
