"""One job done where a worker stands: the kit fetched, its record made and put in place."""

from __future__ import annotations

import time
from collections import Counter

from presskit.batch.job import CHANGED, CRASH, MEMORY, Halt, Job, Noted, Result, State, Work
from presskit.batch.places import fetched, place, write
from presskit.errors import NotWritable, PresskitError
from presskit.extraction import extract
from presskit.record import Extraction
from presskit.serialise import to_json

LONGEST_MESSAGE = 500
ADVICE_MEMORY = "Give workers more memory (--memory MB) and run again with --retry-failed."


def attempt(job: Job, work: Work) -> Result | Halt:
    """What became of the job. Only a place that refuses the record halts the batch: that is no fault of the kit."""
    started = time.perf_counter()
    try:
        return _done(job, work, started)
    except NotWritable as refused:
        return Halt(job, refused.path, refused.reason, refused.advice)
    except PresskitError as failure:
        return _failed(job, started, failure.code, f"{failure.reason}. {failure.advice}", retry=failure.retry)
    except MemoryError:
        return _failed(job, started, MEMORY, f"More than {work.limits.megabytes} MB were needed. {ADVICE_MEMORY}", retry=True)
    except Exception as crash:  # noqa: BLE001 — a bug that one kit brings to light must not cost the others
        message = f"The extraction crashed ({type(crash).__name__}: {crash}). Please report it with the kit."
        return _failed(job, started, CRASH, message, retry=False)


def _done(job: Job, work: Work, started: float) -> Result:
    with fetched(place(work.inbox), job.location) as path:
        extraction = extract(path, work.settings)
    if extraction.source.sha256 != job.sha256:
        return Result(job, State.WAITING, CHANGED)
    text = to_json(extraction)
    write(place(work.out), job.record, text)
    state = State.PARTIAL if extraction.partial else State.DONE
    grave = next((issue for issue in extraction.issues if issue.severity == "error"), None)
    return Result(
        job,
        state,
        reason=grave.code if grave else "",
        message=_told(grave.message) if grave else "",
        seconds=time.perf_counter() - started,
        size=len(text.encode("utf-8")),
        issues=_noted(extraction),
    )


def _noted(extraction: Extraction) -> tuple[Noted, ...]:
    counted = Counter((issue.severity, issue.code) for issue in extraction.issues)
    return tuple(Noted(severity, code, count) for (severity, code), count in sorted(counted.items()))


def _failed(job: Job, started: float, reason: str, message: str, *, retry: bool) -> Result:
    seconds = time.perf_counter() - started
    return Result(job, State.FAILED, reason, _told(message), retry, seconds)


def _told(message: str) -> str:
    """As any database takes it: not endless, without NUL."""
    return message[:LONGEST_MESSAGE].replace("\x00", "")
