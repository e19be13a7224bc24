"""`presskit catalogue …`: records become one database of films, people and kits, which can be asked."""

from presskit.cli.catalogue import citing, correcting, deciding, finding, loading, serving
from presskit.cli.catalogue.options import app

__all__ = ["app", "citing", "correcting", "deciding", "finding", "loading", "serving"]
