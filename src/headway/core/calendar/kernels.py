"""Working-time arithmetic on arrays: the functions every engine calls.

All calendars of a plan lie in one :class:`WorkingTime`; ``c`` is the dense index of a calendar in it.  Instants ``t``
and working spans ``w`` are int64 tenths of a minute.  How the arrays are laid out and why the lookups are right is
written in ``docs/algorithms/calendar.md``.  Each function takes constant time for calendars as people draw them and
O(log n) at worst, for any instant: before and after the explicit region a calendar repeats its week for ever.

The functions run without the global lock; other compiled functions call them and inline them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.core.kernel import kernel
from headway.core.time import TENTHS_PER_WEEK

Ints = NDArray[np.int64]

# Columns of ``WorkingTime.frame``, one row a calendar.
FIRST = 0
"""First instant of the explicit region."""
END = 1
"""First instant after the explicit region."""
TOTAL = 2
"""Work inside the explicit region."""
HEAD_WORK = 3
"""Work of one week before the region."""
TAIL_WORK = 4
"""Work of one week after the region."""
BASE = 5
"""Index of the calendar's first segment inside the region (one sentinel stands before it)."""
TIME_BASE = 6
"""Where the calendar's part of ``by_time`` starts."""
TIME_SHIFT = 7
"""Buckets of ``by_time`` are ``2 ** TIME_SHIFT`` tenths wide."""
WORK_BASE = 8
WORK_SHIFT = 9
FRAME_COLUMNS = 10


class WorkingTime(NamedTuple):
    """The working time of several calendars, compiled.

    ``start``, ``finish`` and ``reached`` describe segments of unbroken work in ascending order: segment ``i`` runs from
    ``start[i]`` to ``finish[i]`` and ``reached[i]`` is the work done before it.  ``by_time`` and ``by_work`` hold, for
    each bucket of time and of work, the first segment that ends after the bucket's beginning.
    """

    frame: Ints
    start: Ints
    finish: Ints
    reached: Ints
    by_time: Ints
    by_work: Ints


# Every function takes the arrays it needs out of the tuple first: read inside a branch, numba counts references to
# them, which costs 30 times the arithmetic.


@kernel
def _segment_at(wt: WorkingTime, c: int, t: int) -> int:
    """First segment that finishes after ``t``; ``t`` lies in [FIRST, END)."""
    frame, finish, by_time = wt.frame, wt.finish, wt.by_time
    bucket = frame[c, TIME_BASE] + ((t - frame[c, FIRST]) >> frame[c, TIME_SHIFT])
    low = by_time[bucket]
    high = by_time[bucket + 1]
    while high - low > 8:
        middle = (low + high) >> 1
        if finish[middle] > t:
            high = middle
        else:
            low = middle + 1
    while finish[low] <= t:
        low += 1
    return int(low)


@kernel
def _segment_of_work(wt: WorkingTime, c: int, w: int) -> int:
    """The segment in which work goes on from ``w``; ``w`` lies in [0, TOTAL)."""
    frame, reached, by_work = wt.frame, wt.reached, wt.by_work
    bucket = frame[c, WORK_BASE] + (w >> frame[c, WORK_SHIFT])
    low = by_work[bucket]
    high = by_work[bucket + 1]
    while high - low > 8:
        middle = (low + high) >> 1
        if reached[middle + 1] > w:
            high = middle
        else:
            low = middle + 1
    while reached[low + 1] <= w:
        low += 1
    return int(low)


@kernel
def _periods_outside(first: int, end: int, period: int, x: int) -> int:
    """How many periods ``x`` has to move to lie in [first, end): positive forwards, negative backwards, 0 inside."""
    if x < first:
        return (first - x + period - 1) // period
    if x >= end:
        return -((x - end) // period + 1)
    return 0


@kernel
def work_at(wt: WorkingTime, c: int, t: int) -> int:
    """Work from the calendar's origin up to the instant ``t``; negative before the origin, never falling."""
    frame, start, reached = wt.frame, wt.start, wt.reached
    weeks = _periods_outside(frame[c, FIRST], frame[c, END], TENTHS_PER_WEEK, t)
    t += weeks * TENTHS_PER_WEEK
    i = _segment_at(wt, c, t)
    shifted = weeks * (frame[c, HEAD_WORK] if weeks > 0 else frame[c, TAIL_WORK])
    return int(reached[i] + max(0, t - start[i]) - shifted)


@kernel
def start_at(wt: WorkingTime, c: int, w: int) -> int:
    """Start face of ``w``: the latest instant with that much work behind it (Monday 08:00, not Friday 17:00)."""
    frame, start, reached = wt.frame, wt.start, wt.reached
    period = frame[c, HEAD_WORK] if w < 0 else frame[c, TAIL_WORK]
    weeks = _periods_outside(0, frame[c, TOTAL], period, w)
    w += weeks * period
    i = _segment_of_work(wt, c, w)
    return int(start[i] + w - reached[i] - weeks * TENTHS_PER_WEEK)


@kernel
def finish_at(wt: WorkingTime, c: int, w: int) -> int:
    """Finish face of ``w``: the earliest instant with that much work behind it (Friday 17:00, not Monday 08:00)."""
    # The last tenth of the work starts at its own start face and ends one tenth later.
    return start_at(wt, c, w - 1) + 1


@kernel
def next_start(wt: WorkingTime, c: int, t: int) -> int:
    """``t`` if work goes on at ``t``, else the start of the next shift."""
    frame, start = wt.frame, wt.start
    shifted = _periods_outside(frame[c, FIRST], frame[c, END], TENTHS_PER_WEEK, t) * TENTHS_PER_WEEK
    t += shifted
    return int(max(t, start[_segment_at(wt, c, t)]) - shifted)


@kernel
def previous_finish(wt: WorkingTime, c: int, t: int) -> int:
    """``t`` if there was work just before ``t``, else the end of the shift before."""
    frame, start, finish = wt.frame, wt.start, wt.finish
    before = t - 1
    shifted = _periods_outside(frame[c, FIRST], frame[c, END], TENTHS_PER_WEEK, before) * TENTHS_PER_WEEK
    before += shifted
    i = _segment_at(wt, c, before)
    end = before + 1 if start[i] <= before else finish[i - 1]
    return int(end - shifted)


@kernel
def add_work(wt: WorkingTime, c: int, t: int, span: int) -> int:
    """``t`` plus ``span`` of work.

    A positive span gives the finish face of its end, a negative one goes back from ``t`` as a finish and gives the
    start face where that work begins; with no span ``t`` comes back as it is.
    """
    if span == 0:
        return t
    # The finish face of ``w`` lies one tenth after the start face of ``w - 1``.
    ahead = 1 if span > 0 else 0
    return start_at(wt, c, work_at(wt, c, t) + span - ahead) + ahead


@kernel
def work_between(wt: WorkingTime, c: int, a: int, b: int) -> int:
    """Work from ``a`` to ``b``, negative when ``b`` comes before ``a``."""
    return work_at(wt, c, b) - work_at(wt, c, a)
