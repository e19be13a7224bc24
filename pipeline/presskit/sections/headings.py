"""Which lines may be headings: by the words of the trade, by how they are set, by where they stand."""

from __future__ import annotations

LONGEST = 110
"""Characters of the longest heading; longer lines are never looked up."""
MOST_WORDS = 14
NAME_WORDS = 6
PLAIN = 0.9
"""What a line in a heading's words needs: white above, at least, and one thing more."""
