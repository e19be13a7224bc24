"""1 A file becomes a Document."""
