"""Working-time arithmetic on arrays: the functions every engine calls.

All calendars of a plan lie in one :class:`WorkingTime`; ``c`` is the dense index of a calendar in it.  Instants ``t`` and
working spans ``w`` are int64 tenths of a minute.  How the arrays are laid out and why the lookups are right is written in
``docs/algorithms/calendar.md``.  Each function takes constant time for the calendars people draw and O(log n) at worst, for
any instant: before and after the explicit region a calendar repeats its week for ever.

The functions are small, compiled without a global lock and safe to call from other compiled functions, which inline them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

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
    ``start[i]`` to ``finish[i]`` and ``reached[i]`` is the work done before it.  ``by_time`` and ``by_work`` hold, for each
    bucket of time and of work, the first segment that ends after the bucket's beginning.
    """

    frame: Ints
    start: Ints
    finish: Ints
    reached: Ints
    by_time: Ints
    by_work: Ints


@njit(nogil=True, cache=True)
def _segment_at(wt: WorkingTime, c: int, t: int) -> int:
    """First segment that finishes after ``t``; ``t`` lies in [FIRST, END)."""
    bucket = wt.frame[c, TIME_BASE] + ((t - wt.frame[c, FIRST]) >> wt.frame[c, TIME_SHIFT])
    low = wt.by_time[bucket]
    high = wt.by_time[bucket + 1]
    while high - low > 8:
        middle = (low + high) >> 1
        if wt.finish[middle] > t:
            high = middle
        else:
            low = middle + 1
    while wt.finish[low] <= t:
        low += 1
    return low


@njit(nogil=True, cache=True)
def _weeks_outside(first: int, end: int, period: int, x: int) -> int:
    """How many periods ``x`` has to move to lie in [first, end): positive forwards, negative backwards."""
    if x < first:
        return (first - x + period - 1) // period
    return -((x - end) // period + 1)


@njit(nogil=True, cache=True)
def work_at(wt: WorkingTime, c: int, t: int) -> int:
    """Work from the calendar's origin up to the instant ``t``; negative before the origin, never falling."""
    shifted = 0
    if t < wt.frame[c, FIRST] or t >= wt.frame[c, END]:
        weeks = _weeks_outside(wt.frame[c, FIRST], wt.frame[c, END], TENTHS_PER_WEEK, t)
        t += weeks * TENTHS_PER_WEEK
        shifted = weeks * (wt.frame[c, HEAD_WORK] if weeks > 0 else wt.frame[c, TAIL_WORK])
    i = _segment_at(wt, c, t)
    return wt.reached[i] + max(0, t - wt.start[i]) - shifted


@njit(nogil=True, cache=True)
def start_at(wt: WorkingTime, c: int, w: int) -> int:
    """Start face of ``w``: the latest instant with that much work behind it (Monday 08:00, not Friday 17:00)."""
    shifted = 0
    if w < 0 or w >= wt.frame[c, TOTAL]:
        period = wt.frame[c, HEAD_WORK] if w < 0 else wt.frame[c, TAIL_WORK]
        weeks = _weeks_outside(0, wt.frame[c, TOTAL], period, w)
        w += weeks * period
        shifted = weeks * TENTHS_PER_WEEK
    bucket = wt.frame[c, WORK_BASE] + (w >> wt.frame[c, WORK_SHIFT])
    low = wt.by_work[bucket]
    high = wt.by_work[bucket + 1]
    while high - low > 8:
        middle = (low + high) >> 1
        if wt.reached[middle + 1] > w:
            high = middle
        else:
            low = middle + 1
    while wt.reached[low + 1] <= w:
        low += 1
    return wt.start[low] + w - wt.reached[low] - shifted


@njit(nogil=True, cache=True)
def finish_at(wt: WorkingTime, c: int, w: int) -> int:
    """Finish face of ``w``: the earliest instant with that much work behind it (Friday 17:00, not Monday 08:00)."""
    # The last tenth of the work starts at its own start face and ends one tenth later.
    return start_at(wt, c, w - 1) + 1


@njit(nogil=True, cache=True)
def next_start(wt: WorkingTime, c: int, t: int) -> int:
    """``t`` if work goes on at ``t``, else the start of the next shift."""
    shifted = 0
    if t < wt.frame[c, FIRST] or t >= wt.frame[c, END]:
        shifted = _weeks_outside(wt.frame[c, FIRST], wt.frame[c, END], TENTHS_PER_WEEK, t) * TENTHS_PER_WEEK
        t += shifted
    return max(t, wt.start[_segment_at(wt, c, t)]) - shifted


@njit(nogil=True, cache=True)
def previous_finish(wt: WorkingTime, c: int, t: int) -> int:
    """``t`` if there was work just before ``t``, else the end of the shift before."""
    shifted = 0
    t -= 1
    if t < wt.frame[c, FIRST] or t >= wt.frame[c, END]:
        shifted = _weeks_outside(wt.frame[c, FIRST], wt.frame[c, END], TENTHS_PER_WEEK, t) * TENTHS_PER_WEEK
        t += shifted
    i = _segment_at(wt, c, t)
    if wt.start[i] <= t:
        return t + 1 - shifted
    return wt.finish[i - 1] - shifted


@njit(nogil=True, cache=True)
def add_work(wt: WorkingTime, c: int, t: int, span: int) -> int:
    """``t`` plus ``span`` of work.

    A positive span gives the finish face of its end, a negative one goes back from ``t`` as a finish and gives the start
    face where that work begins; with no span ``t`` comes back as it is.
    """
    if span == 0:
        return t
    w = work_at(wt, c, t) + span
    if span > 0:
        return finish_at(wt, c, w)
    return start_at(wt, c, w)


@njit(nogil=True, cache=True)
def work_between(wt: WorkingTime, c: int, a: int, b: int) -> int:
    """Work from ``a`` to ``b``, negative when ``b`` comes before ``a``."""
    return work_at(wt, c, b) - work_at(wt, c, a)
