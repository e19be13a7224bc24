"""Finished kits handed on, to whoever takes records further: a batch knows nothing of what becomes of them there."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import select

from presskit.batch.entries import present
from presskit.batch.job import State
from presskit.batch.ledger import Ledger
from presskit.batch.tables import extractions
from presskit.report import Handed

RECORDED = (State.DONE, State.PARTIAL)


class Taker(Protocol):
    """Takes records as they are done. Must return at once: workers do not wait for it."""

    def take(self, record: str) -> None:
        """A record below the output folder, whole and in the ledger; the same may come again."""

    def finish(self, *, now: bool = False) -> None:
        """Wait until all is dealt with, or, `now`, only the record in work."""

    def account(self) -> Handed:
        """What became of everything taken, so far."""


def hand_over_finished(ledger: Ledger, taker: Taker) -> None:
    """Everything that earlier runs finished: whoever was killed may not have handed it on."""
    done = select(extractions.c.record).where(*present(ledger), extractions.c.state.in_(RECORDED))
    with ledger.begin() as connection:
        records = connection.execute(done.order_by(extractions.c.record)).scalars().all()
    for record in records:
        taker.take(record)
