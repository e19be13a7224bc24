"""Word processors' files: Word, OpenDocument, Rich Text."""
