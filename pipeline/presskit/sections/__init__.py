"""4 Lines to sections: what each line shows, which lines may be headings, one decision over the whole kit."""

from presskit.sections.cut import Cut, cut

__all__ = ["Cut", "cut"]
