"""The supervisor: looks through the inbox, keeps the engine busy, writes outcomes down, and ends when all is done."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from presskit.batch import reporting
from presskit.batch.engine import Answer, Engine, Lost
from presskit.batch.entries import counts, is_complete
from presskit.batch.handing import RECORDED, Taker, hand_over_finished
from presskit.batch.holder import is_gone
from presskit.batch.inbox import SETTLED, Scan
from presskit.batch.job import CHANGED, Halt, Job, Result, State
from presskit.batch.ledger import LEASE, Ledger, gave_up
from presskit.batch.places import Place
from presskit.batch.verify import take_up_lost
from presskit.errors import NotWritable

GLANCE = 0.25
"""Seconds the supervisor waits for answers before it looks around."""
AHEAD = 8
"""Kits claimed per worker beyond those in work, so that nobody waits for the ledger."""
OTHERS = 1.0
"""Seconds between two looks at what others have finished."""
STILL_WRITTEN = 60.0
"""Seconds for which a batch that does not watch waits for files that are still being written."""


class Observer(Protocol):
    """Who is told how it goes."""

    def counted(self, counts: Mapping[str, int]) -> None: ...
    def finished(self, result: Result) -> None: ...
    def lost(self, job: Job, why: str) -> None: ...
    def idle(self) -> None: ...


@dataclass(slots=True)
class Stop:
    """How soon to end: `asked` lets running kits finish, `now` does not."""

    asked: bool = False
    now: bool = False

    def ask(self) -> None:
        self.now, self.asked = self.asked, True


class Changes(Protocol):
    """Tells of news in the inbox."""

    def any(self) -> bool:
        """Whether something changed since the last time this was asked."""


@dataclass(slots=True)
class Batch:
    """One run over an inbox. With `changes` it goes on until it is stopped; a `taker` is handed every record."""

    ledger: Ledger
    inbox: Place
    out: Place
    engine: Engine
    observer: Observer
    stop: Stop = field(default_factory=Stop)
    changes: Changes | None = None
    taker: Taker | None = None
    queue: deque[Job] = field(default_factory=deque)
    scan: Scan | None = None
    steps: Iterator[None] | None = None
    looked: float = 0.0
    began: float = field(default_factory=time.time)
    renewed: float = field(default_factory=time.monotonic)
    rested: bool = False

    def run(self) -> bool:
        """Whether every kit of the inbox has an outcome. Raises NotWritable, LedgerBusy, LedgerUnusable or WorkersLost."""
        reporting.sweep(self.out)
        self._release_gone()
        self._look_again(self.began)
        if self.taker is not None:
            hand_over_finished(self.ledger, self.taker)
        try:
            while not self._is_over():
                self._turn()
        finally:
            self._put_down()
        if self.taker is not None:
            self.taker.finish(now=self.stop.now)
        return self._report()

    def _turn(self) -> None:
        if not self.stop.asked:
            self._fill()
            self._look()
        self._take(self.engine.answers(GLANCE if self._rests() else 0.0))
        self._renew()

    def _rests(self) -> bool:
        """Whether there is nothing to do but wait: no more to look at, and somebody at work or something to come."""
        return self.stop.asked or (self.steps is None and bool(self.engine.busy or self.looked or self.changes))

    def _fill(self) -> None:
        if len(self.queue) < self.engine.room + AHEAD // 2:
            self.queue.extend(self.ledger.claim(self.engine.room + AHEAD))
        while self.queue and self.engine.room > 0:
            self.engine.start(self.queue.popleft())

    def _take(self, answers: Sequence[Answer]) -> None:
        if not answers:
            return
        # The next kits first: workers should not wait for the ledger.
        while self.queue and self.engine.room > 0 and not self.stop.asked:
            self.engine.start(self.queue.popleft())
        results = [result for answer in answers if (result := self._settled(answer)) is not None]
        for result in results:
            if result.state is State.FAILED:
                reporting.quarantine(result, self.inbox, self.out)
        for result in self.ledger.finish(results):
            self.observer.finished(result)
            if self.taker is not None and result.state in RECORDED:
                self.taker.take(result.job.record)

    def _settled(self, answer: Answer) -> Result | None:
        """The outcome, if this is one; whatever else came back goes back into the ledger."""
        if isinstance(answer, Halt):
            self.ledger.give_back([answer.job])
            raise NotWritable(answer.path, answer.message, answer.advice)
        if isinstance(answer, Lost):
            return self._mourned(answer)
        if answer.reason == CHANGED:
            self.ledger.give_back([answer.job])
            self._look_again(time.time() + SETTLED)
            return None
        return answer

    def _mourned(self, lost: Lost) -> Result | None:
        if not lost.begun:
            self.ledger.give_back([lost.job])
            return None
        self.observer.lost(lost.job, lost.why)
        return None if self.ledger.died(lost.job) else gave_up(lost.job, lost.why)

    def _renew(self) -> None:
        if time.monotonic() - self.renewed > LEASE / 4:
            self.ledger.renew()
            self.renewed = time.monotonic()

    def _look_again(self, when: float) -> None:
        self.looked = min(self.looked, when) if self.looked else when

    def _look(self) -> None:
        """A step of the present scan, or the start of the next when it is time."""
        if self.steps is None and (self._is_due() or (self.changes is not None and self.changes.any())):
            final = self.changes is None and time.time() - self.began > STILL_WRITTEN
            self.scan, self.looked = Scan(self.ledger, self.inbox, self.out, final=final), 0.0
            self.steps = self.scan.steps()
        if self.steps is None or self.scan is None:
            return
        if next(self.steps, self) is self:
            self.steps = None
            if self.scan.unsettled:
                self._look_again(time.time() + SETTLED / 2)
            else:
                take_up_lost(self.ledger, self.out)
        self.observer.counted(counts(self.ledger))

    def _is_due(self) -> bool:
        return bool(self.looked) and time.time() >= self.looked

    def _is_over(self) -> bool:
        if self.stop.now:
            return True
        if self.engine.busy:
            self.rested = False
            return False
        if self.stop.asked:
            return True
        if self.queue or self.steps or self._claimable():
            self.rested = False
            return False
        return not self.looked and not self._others_work() and self._may_end()

    def _claimable(self) -> bool:
        self.queue.extend(self.ledger.claim(AHEAD))
        return bool(self.queue)

    def _others_work(self) -> bool:
        """Whether another batch holds kits of this inbox; what holders that are gone had is given back."""
        if self._release_gone():
            return True
        working = bool(self.ledger.holders())
        if working:
            time.sleep(OTHERS)
        return working

    def _release_gone(self) -> bool:
        gone = [holder for holder in self.ledger.holders() if is_gone(holder)]
        for holder in gone:
            self.ledger.release(holder)
        return bool(gone)

    def _may_end(self) -> bool:
        """A watching batch never ends by itself; it reports once whenever it has nothing left to do."""
        if self.changes is None:
            return True
        if not self.rested:
            self._report()
            self.observer.idle()
            self.rested = True
        return False

    def _put_down(self) -> None:
        """Whatever has no outcome goes back, so that the next run need not wait for a lease to end."""
        self.ledger.give_back([*self.engine.close(), *self.queue])
        self.queue.clear()

    def _report(self) -> bool:
        counted = counts(self.ledger)
        self.observer.counted(counted)
        reporting.empty_quarantine(self.ledger, self.out)
        handed = None if self.taker is None else self.taker.account()
        reporting.write_report(self.ledger, (self.inbox, self.out), (self.began, time.time()), handed)
        return is_complete(counted)
