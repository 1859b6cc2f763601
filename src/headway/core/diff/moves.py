"""Tasks whose dates are not what they were, each with its causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.diff.aligned import FINISH, START
from headway.core.diff.clauses import cause_of, name_of, task_of
from headway.core.diff.values import CauseKind, DateMove
from headway.core.message import Length, Message, Moment, TaskName, message
from headway.core.plan.entities import TaskKind
from headway.core.time import NEVER, TENTHS_PER_DAY

if TYPE_CHECKING:
    from headway.core.diff.tracing import Tracing
    from headway.core.diff.values import Cause

MOST_VIA = 8
"""Tasks between a move and its root that are named; the nearest are."""
MILESTONES = (TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE)


def date_moves(tracing: Tracing) -> tuple[DateMove, ...]:
    """All tasks of both plans that moved, the most moved finish first, then in the order of the new outline."""
    moves = [date_move(tracing, task) for task in tracing.after.outline.order if is_moved(tracing, task)]
    return tuple(sorted(moves, key=weight, reverse=True))


def weight(move: DateMove) -> tuple[int, int]:
    """How much a move matters: by its finish, by its start where only that moved."""
    finish = calendar_weight(move.slip)
    return finish, 0 if finish else calendar_weight(move.start_slip)


def calendar_weight(slip: Length) -> int:
    """A slip without sign; one that takes no working time weighs less than any that does."""
    return min(abs(slip.span), 1) if slip.elapsed else abs(slip.span)


def is_moved(tracing: Tracing, task: int) -> bool:
    """Whether a task that both plans have starts or finishes at another moment."""
    if task not in tracing.before.index:
        return False
    same = tracing.measure.is_same
    return any(not same(tracing.before.date(task, edge), tracing.after.date(task, edge)) for edge in (START, FINISH))


def date_move(tracing: Tracing, task: int) -> DateMove:
    """The move of one task."""
    before, after = tracing.before, tracing.after
    starts = before.date(task, START), after.date(task, START)
    finishes = before.date(task, FINISH), after.date(task, FINISH)
    slip, start_slip = tracing.measure.slip(*finishes), tracing.measure.slip(*starts)
    value = tracing.changed.after.tasks[task]
    causes = causes_of(tracing, task)
    ends = moments(*finishes, finish=True)
    begins = moments(*starts, finish=False)
    fact = fact_of(name_of(value), slip, ends) if slip.span else fact_of(name_of(value), start_slip, begins, "start")
    return DateMove(
        task=name_of(value),
        message=because(fact, causes),
        slip=slip,
        start_slip=start_slip,
        causes=causes,
        start_before=begins[0],
        start_after=begins[1],
        finish_before=ends[0],
        finish_after=ends[1],
        milestone=value.milestone or value.kind in MILESTONES,
        summary=after.is_summary(task),
        critical=after.critical[after.index[task]],
    )


def causes_of(tracing: Tracing, task: int) -> tuple[Cause, ...]:
    """Root causes of the move of a task, the weightiest first."""
    edge = FINISH if tracing.moved(task, FINISH) else START
    roots = tracing.contributions(task)
    way = tracing.via(task, edge, MOST_VIA)
    via = tuple(name_of(task_of(tracing.changed, each)) for each in way)
    return tuple(
        cause_of(tracing.changed, root, task, via if root == tracing.root(task, edge) else ()) for root in roots
    )


def moments(before: int, after: int, *, finish: bool) -> tuple[Moment | None, Moment | None]:
    """Two dates as they are shown: with the time of day where they fall on one day."""
    offset = 1 if finish else 0
    one_day = (before - offset) // TENTHS_PER_DAY == (after - offset) // TENTHS_PER_DAY
    timed = NEVER not in (before, after) and before != after and one_day
    was, becomes = (None if each == NEVER else Moment(each, finish, timed) for each in (before, after))
    return was, becomes


def fact_of(task: TaskName, slip: Length, dates: tuple[Moment | None, Moment | None], edge: str = "finish") -> Message:
    """``'Inspection' finishes 4 working days later (Thu 12 Mar → Wed 18 Mar)``."""
    before, after = dates
    if before is None or after is None:
        return message("move.undated" if after is None else "move.dated", task=task)
    way = "later" if slip.span > 0 else "earlier"
    amount = Length(abs(slip.span), slip.elapsed)
    return message(f"move.{edge}.{way}", task=task, amount=amount, before=before, after=after)


def because(fact: Message, causes: tuple[Cause, ...]) -> Message:
    """A sentence of a fact and what explains it; what nothing explains stands for itself."""
    known = tuple(cause.message for cause in causes if cause.kind is not CauseKind.UNKNOWN)
    if not known:
        return message("move.alone", fact=fact)
    reason = known[0] if len(known) == 1 else Message("list.and", {"items": known})
    return message("move.because", fact=fact, reason=reason)
