"""Results go to standard output, everything said about them to standard error; NO_COLOR and pipes are respected by both."""

from __future__ import annotations

import os
import sys
from enum import IntEnum

from rich.console import Console
from rich.text import Text

from presskit.errors import PresskitError

PIPE_WIDTH = 140
"""Columns of a table that goes to a file or a pipe, where nobody says how wide it may be."""

told = sys.stdout.isatty() or "COLUMNS" in os.environ
out = Console(highlight=False, markup=False, width=None if told else PIPE_WIDTH)
err = Console(stderr=True, highlight=False, markup=False)


class Exit(IntEnum):
    """The exit codes that are no error of one file; those stand in `errors`."""

    DONE = 0
    FOUND = 1
    NO_TEXT = 3
    PARTIAL = 4
    SOME_FAILED = 5
    INCOMPLETE = 6
    INTERRUPTED = 130


def report(failure: PresskitError) -> None:
    """What went wrong with which file, and the way out."""
    err.print(Text.assemble(("error ", "bold red"), f"{failure.path}: {failure.reason}. {failure.advice}".rstrip()), soft_wrap=True)


def warn(message: str) -> None:
    err.print(Text.assemble(("warning ", "yellow"), message), soft_wrap=True)


def say(message: str) -> None:
    err.print(message, soft_wrap=True)


def put(text: str) -> None:
    """Write a result as it is: no wrapping, no colour, UTF-8 whatever the terminal thinks."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    buffer.write(text.encode("utf-8", errors="surrogatepass"))
    buffer.flush()
