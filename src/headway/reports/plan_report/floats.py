"""How much room the unfinished tasks have, and the key numbers."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from headway.core.schedule.explain import explain
from headway.reports.plan_report.values import ChainLink, FloatBand, Numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.reports.plan_report.known import Known
    from headway.reports.plan_report.values import Row

BANDS = (0, 5, 10, 20, 40)
"""Upper ends of the float bands, in working days; below the first and above the last there is one band each."""
CHAIN_SHOWN = 8


def float_bands(rows: Sequence[Row], day: int) -> tuple[FloatBand, ...]:
    """Tasks by total float: negative, none, then up to each end of :data:`BANDS`, then more."""
    ends = (*(end * day for end in BANDS), None)
    floats = [row.total_float for row in rows if row.total_float is not None]
    bands = [FloatBand(None, 0, sum(each < 0 for each in floats)), FloatBand(0, 0, sum(each == 0 for each in floats))]
    for over, up_to in itertools.pairwise(ends):
        count = sum(each > (over or 0) and (up_to is None or each <= up_to) for each in floats)
        bands.append(FloatBand(over, up_to, count))
    return tuple(bands)


def key_numbers(known: Known) -> Numbers:
    """The numbers at the top, of leaf tasks only."""
    leaves, unfinished = known.leaves, known.unfinished
    floats = [row for row in unfinished if row.total_float is not None]
    # Of the tightest the last one: it stands nearest to the date that squeezes them all.
    tightest = min(floats, key=lambda row: (row.total_float or 0, -row.finish, -row.row), default=None)
    overdue = [row for row in unfinished if row.finish < known.now]
    longest = max(critical_rows(known), key=lambda row: (_left(row, known), -row.row), default=None)
    planned = [_planned(row, known) for row in leaves]
    total = sum(planned)
    done = sum(length * row.percent for length, row in zip(planned, leaves, strict=True))
    why = explain(known.schedule, tightest.task, known.drivers).total_float.message if tightest is not None else None
    return Numbers(
        tasks=len(leaves),
        finished=len(leaves) - len(unfinished),
        critical=sum(row.critical for row in unfinished),
        overdue=len(overdue),
        overdue_first=min(overdue, key=lambda row: (row.finish, row.row), default=None),
        longest_critical=longest,
        longest_span=_left(longest, known) if longest is not None else 0,
        milestones_left=sum(row.milestone for row in unfinished),
        done=done // total if total else 0,
        tightest=tightest.total_float if tightest is not None else None,
        tightest_row=tightest,
        tightest_why=why,
    )


def _planned(row: Row, known: Known) -> int:
    """Planned working time: of a duration in calendar time, the working time that it spans, not its nights."""
    task = known.plan.tasks[row.task]
    return known.span(row.start, row.finish) if task.elapsed else task.duration


def _left(row: Row, known: Known) -> int:
    """Working time of a task that lies before it."""
    return known.span(min(max(row.start, known.now), row.finish), row.finish)


def is_longest_path(known: Known) -> bool:
    """Whether the float rule leaves the finish unexplained: no critical task ends last, and none is too late."""
    critical = [row for row in known.unfinished if row.critical]
    last = max((row.finish for row in known.unfinished), default=0)
    return not any(row.finish == last or (row.total_float or 0) < 0 for row in critical)


def critical_rows(known: Known) -> tuple[Row, ...]:
    """Critical unfinished tasks in order of time; the longest path where that alone says what decides the finish."""
    rows = [row for row in known.unfinished if row.critical]
    if is_longest_path(known):
        longest, index = known.drivers.longest_path(), known.schedule.compiled.index
        rows = [row for row in known.unfinished if longest[index[row.task]]]
    return tuple(sorted(rows, key=lambda row: (row.start, row.finish, row.row)))


def finish_chain(known: Known) -> tuple[ChainLink, ...]:
    """The driving chain of the task that finishes last, the last task first."""
    if not known.unfinished:
        return ()
    last = max(known.unfinished, key=lambda row: (row.finish, row.milestone, row.row))
    steps = explain(known.schedule, last.task, known.drivers).chain
    return tuple(
        ChainLink(step.task.name, known.schedule.dates(step.task.id).finish, step.message)
        for step in steps[:CHAIN_SHOWN]
    )
