"""Records that the ledger calls finished and that are not there: somebody moved them, or the machine lost its power."""

from __future__ import annotations

from sqlalchemy import select, update

from presskit.batch.job import State
from presskit.batch.ledger import Ledger
from presskit.batch.places import Place, size_of
from presskit.batch.tables import extractions

AT_ONCE = 1000


def take_up_lost(ledger: Ledger, out: Place) -> int:
    """Kits whose record is missing or of another length wait again; how many. Looked for in folders only: elsewhere each look is paid."""
    if not out.local:
        return 0
    lost: list[str] = []
    done = extractions.c.state.in_([State.DONE, State.PARTIAL])
    chosen = select(extractions.c.sha256, extractions.c.record, extractions.c.bytes).where(extractions.c.pipeline == ledger.pipeline, done)
    with ledger.begin() as connection:
        for rows in connection.execute(chosen).partitions(AT_ONCE):
            lost += [row.sha256 for row in rows if size_of(out, row.record) != row.bytes]
        if lost:
            again = update(extractions).where(extractions.c.sha256.in_(lost), extractions.c.pipeline == ledger.pipeline, done)
            connection.execute(again.values(state=State.WAITING, reason="", message="", retry=False))
    return len(lost)
