"""Files that hold others: ZIP folders, mails, mailboxes, and the documents that are ZIP files inside."""

from __future__ import annotations

from presskit.parcels.mails import Sent
from presskit.parcels.nest import PARCELS, Inside, bytes_of, contents, inside, is_parcel
from presskit.parcels.zips import Archive, is_document

__all__ = ["PARCELS", "Archive", "Inside", "Sent", "bytes_of", "contents", "inside", "is_document", "is_parcel"]
