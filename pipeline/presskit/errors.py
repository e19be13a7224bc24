"""What can go wrong with a kit or a command: each error names the file, says the way out and has its own exit code."""

from __future__ import annotations

import re
from pathlib import Path

CAPITAL = re.compile(r"([A-Z])")


class PresskitError(Exception):
    """Base of all our errors. `advice` says the way out."""

    exit_code = 1
    advice = ""
    retry = False
    """Whether trying the same again makes sense: what is wrong lies around the kit, not in it."""

    def __init__(self, path: Path | str, reason: str = "", advice: str = "") -> None:
        self.path = str(path)
        self.reason = reason or (type(self).__doc__ or "").splitlines()[0].rstrip(".")
        self.advice = advice or self.advice
        super().__init__(f"{self.path}: {self.reason}. {self.advice}".rstrip())

    @property
    def code(self) -> str:
        """The kind of error in one word for machines, as in `damaged` for KitDamaged."""
        return CAPITAL.sub(r"-\1", type(self).__name__.removeprefix("Kit")).strip("-").lower()


class KitNotFound(PresskitError):
    """There is no such file."""

    exit_code = 10
    retry = True
    advice = "Check the path."


class KitUnreadable(PresskitError):
    """The file cannot be opened."""

    exit_code = 11
    retry = True
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
    advice = "Give a PDF, Word, OpenDocument or Rich Text file, a web page, text, a mail (.eml) or a ZIP of them."


class NoKits(PresskitError):
    """There is no kit here."""

    exit_code = 16
    advice = "Give a folder with PDFs, Word files, web pages, texts, mails or ZIPs."


class KitTooLarge(PresskitError):
    """The file is larger than the limit."""

    exit_code = 17
    advice = "Split it, or raise the limit in the settings."


class KitUnsafe(PresskitError):
    """The file is made as no honest one is."""

    exit_code = 18
    advice = "Do not open it; ask the sender for the kit in another form."


class SeveralKits(PresskitError):
    """The file holds several kits."""

    exit_code = 19
    advice = "`presskit extract FILE --out DIR` makes a record of each; FILE/NAME is one of them."


class RecordInvalid(PresskitError):
    """The record does not fit the published schema."""

    exit_code = 20
    advice = "Extract the kit again with this version."


class NotWritable(PresskitError):
    """The result cannot be written."""

    exit_code = 21
    advice = "Check that the folder is one, that there is room and that you may write there."


class LedgerBusy(PresskitError):
    """The ledger stayed locked by somebody else."""

    exit_code = 22
    retry = True
    advice = "Close the program that holds it and run the batch again: what is finished stays finished."


class LedgerUnusable(PresskitError):
    """The ledger cannot be used."""

    exit_code = 23
    advice = "Check the address, or move the file away: a new one is made, and every kit is done again."


class WorkersLost(PresskitError):
    """Workers end as soon as they start."""

    exit_code = 24
    retry = True
    advice = "Try `presskit extract` on one kit to see why, or give workers more memory (--memory)."


class PlaceUnknown(PresskitError):
    """This kind of place cannot be reached."""

    exit_code = 25
    advice = "Give a folder, or an s3:// address with `pip install 'presskit[s3]'`."


class EngineMissing(PresskitError):
    """This engine is not installed or does not answer."""

    exit_code = 26
    advice = "Run: pip install 'presskit[dask]', and check the scheduler's address."


class NotInCatalogue(PresskitError):
    """The catalogue has nothing of this name."""

    exit_code = 27
    advice = "`presskit catalogue find` finds things by their words."


class CorrectionRefused(PresskitError):
    """The correction does not fit the record."""

    exit_code = 28
    advice = "`presskit catalogue show kit KIT --json` shows the record with its places."


class PortTaken(PresskitError):
    """Nobody can be served at this address."""

    exit_code = 29
    advice = "Choose another --port; 0 takes a free one."


class NotLoaded(PresskitError):
    """Records are not in the catalogue yet."""

    exit_code = 30
    retry = True
    advice = "Nothing is lost: the records are there, and the next run of the batch loads them."


class ServerFull(PresskitError):
    """The database server takes no more connections."""

    exit_code = 31
    retry = True
    advice = "Close programs that use it, or have its max_connections raised, and run the command again: what is finished stays finished."
