"""What can go wrong with a kit or a command: each error names the file, says the way out and has its own exit code."""

from __future__ import annotations

from pathlib import Path


class PresskitError(Exception):
    """Base of all our errors. `advice` says the way out."""

    exit_code = 1
    advice = ""

    def __init__(self, path: Path | str, reason: str = "", advice: str = "") -> None:
        self.path = str(path)
        self.reason = reason or (type(self).__doc__ or "").splitlines()[0].rstrip(".")
        self.advice = advice or self.advice
        super().__init__(f"{self.path}: {self.reason}. {self.advice}".rstrip())


class KitNotFound(PresskitError):
    """There is no such file."""

    exit_code = 10
    advice = "Check the path."


class KitUnreadable(PresskitError):
    """The file cannot be opened."""

    exit_code = 11
    advice = "Check that you may read it and that it is a file."


class KitEmpty(PresskitError):
    """The file has no content."""

    exit_code = 12
    advice = "Ask the sender for the kit again."


class KitEncrypted(PresskitError):
    """The file is protected by a password."""

    exit_code = 13
    advice = "Save a copy without the password and extract that."


class KitDamaged(PresskitError):
    """The file is damaged or cut off."""

    exit_code = 14
    advice = "Ask the sender for the kit again, or open and re-save it in a PDF viewer."


class UnknownFormat(PresskitError):
    """This kind of file is not read."""

    exit_code = 15
    advice = "Give a .pdf, .txt or .md file."


class NoKits(PresskitError):
    """There is no kit here."""

    exit_code = 16
    advice = "Give a folder with .pdf, .txt or .md files."


class KitTooLarge(PresskitError):
    """The file is larger than the limit."""

    exit_code = 17
    advice = "Split it, or raise the limit in the settings."


class RecordInvalid(PresskitError):
    """The record does not fit the published schema."""

    exit_code = 20
    advice = "Extract the kit again with this version."


class NotWritable(PresskitError):
    """The result cannot be written."""

    exit_code = 21
    advice = "Check that the folder is one, that there is room and that you may write there."
