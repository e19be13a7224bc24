"""`presskit catalogue …`: records become one database of films, people and kits, which can be asked."""

from presskit.cli.catalogue import citing, correcting, deciding, finding, loading, serving
from presskit.cli.catalogue.options import app

ORDER = (
    "load", "runs", "undo", "diff", "find", "show", "films", "stats", "cite", "undecided", "compare", "merge", "split", "decisions",
    "take-back", "correct", "corrections", "gold", "forget-contacts", "serve-reconcile",
)  # fmt: skip
"""In which help lists them: as a day goes."""
app.registered_commands.sort(key=lambda command: ORDER.index(command.name or getattr(command.callback, "__name__", "")))

__all__ = ["app", "citing", "correcting", "deciding", "finding", "loading", "serving"]
