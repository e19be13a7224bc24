"""The extractions kept of a kit, in the order in which the catalogue goes by them: the newest pipeline's, of these the last loaded."""

from __future__ import annotations

from collections.abc import Sequence

from packaging.version import InvalidVersion, Version
from sqlalchemy import Connection, select

from presskit.catalogue import tables
from presskit.catalogue.lookup import AnyRow


def in_rank(connection: Connection, kit: str) -> Sequence[AnyRow]:
    """Rows of `extractions`; the first is what the kit stands for."""
    table = tables.extractions
    rows = connection.execute(select(table).where(table.c.kit == kit).order_by(table.c.loaded.desc(), table.c.extraction)).all()
    return sorted(rows, key=lambda row: _age(row.pipeline), reverse=True)


def is_older(one: str, other: str) -> bool:
    """Whether one pipeline's version is before another's."""
    return _age(one) < _age(other)


def _age(pipeline: str) -> tuple[bool, Version, str]:
    """What is no version is older than any."""
    try:
        return True, Version(pipeline), ""
    except InvalidVersion:
        return False, Version("0"), pipeline
