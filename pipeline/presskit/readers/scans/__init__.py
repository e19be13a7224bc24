"""Pages that are pictures of text: told page by page, rendered, read by OCR into words as any other page has them."""

from presskit.readers.scans.pages import Scanned, scanned

__all__ = ["Scanned", "scanned"]
