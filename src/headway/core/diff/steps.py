"""The project's finish, step by step from the old plan to the new: the slips of the steps add up to the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import apply
from headway.core.diff.aligned import FINISH, START, Dated
from headway.core.diff.changed import Changed, by_step
from headway.core.diff.clauses import cause_of
from headway.core.diff.moves import moments
from headway.core.diff.tracing import Root, Tracing
from headway.core.diff.values import CauseKind, FinishMove, FinishStep, StepKind
from headway.core.message import Length, Message, Moment, message
from headway.core.schedule import patch, solve
from headway.core.time import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from headway.core.changes import Change
    from headway.core.diff.aligned import Measure
    from headway.core.diff.values import Cause

MOST_CAUSES = 5
"""Changed tasks that a step names; the weightiest are."""


def finish_move(tracing: Tracing) -> FinishMove:
    """How the finish of the project moved, in steps; at most one solve for each kind of step."""
    before, after, measure = tracing.before, tracing.after, tracing.measure
    steps, reached = [], before
    for kind, changes in by_step(tracing.changed, before.outline, after.outline).items():
        if not changes:
            continue
        ahead = after_step(reached, changes)
        steps.append(step(kind, reached, ahead, changes, measure))
        reached = ahead
    if reached.finish != after.finish:
        steps.append(rest(reached, after, measure))
    slip = measure.slip(before.finish, after.finish)
    was, becomes = shown(before.finish, after.finish)
    return FinishMove(
        before=was, after=becomes, slip=slip, message=moved_message("project", was, becomes, slip), steps=tuple(steps)
    )


def after_step(reached: Dated, changes: Sequence[Change]) -> Dated:
    """The schedule after some more changes; the compiled plan follows them where it can."""
    plan = apply(reached.plan, changes)
    return Dated(solve(patch(reached.schedule.compiled, plan, changes)))


def step(kind: StepKind, before: Dated, after: Dated, changes: Sequence[Change], measure: Measure) -> FinishStep:
    """One step with what it does and the changed tasks that matter for it."""
    slip = measure.slip(before.finish, after.finish)
    was, becomes = shown(before.finish, after.finish)
    causes: tuple[Cause, ...] = ()
    if slip.span:
        changed = Changed(before.plan, after.plan, changes)
        causes = main_causes(Tracing(before, after, changed, measure))
    text = moved_message(f"step.{kind}", was, becomes, slip)
    return FinishStep(kind, text, was, becomes, slip, len(changes), causes)


def rest(before: Dated, after: Dated, measure: Measure) -> FinishStep:
    """What the steps leave open: two plans with loops need not lose the same link."""
    slip = measure.slip(before.finish, after.finish)
    was, becomes = shown(before.finish, after.finish)
    return FinishStep(StepKind.REST, moved_message("step.rest", was, becomes, slip), was, becomes, slip, 0)


def shown(before: int, after: int) -> tuple[Moment, Moment]:
    """Two finishes as they read."""
    was, becomes = moments(before, after, finish=True)
    return was or Moment(before, finish=True), becomes or Moment(after, finish=True)


def moved_message(code: str, before: Moment, after: Moment, slip: Length) -> Message:
    """``... 4 working days later (Thu 12 Mar → Wed 18 Mar)`` in the words of ``code``."""
    if not slip.span:
        return message(f"{code}.same", after=after)
    amount = Length(abs(slip.span), slip.elapsed)
    way = "later" if slip.span > 0 else "earlier"
    return message(f"{code}.{way}", amount=amount, before=before, after=after)


def finish_root(tracing: Tracing) -> Root | None:
    """Why the project's finish moved: the root of its last task, of the old plan's last one where it is earlier now."""
    before, after = tracing.before, tracing.after
    if before.finish == after.finish:
        return None
    last = last_task(after if after.finish > before.finish else before)
    return None if last is None else tracing.root(last, FINISH)


def last_task(held: Dated) -> int | None:
    """The first row without rows below it that finishes with the project."""
    finished = (task for task in held.outline.leaves() if held.date(task, FINISH) == held.finish)
    return next(finished, None)


def main_causes(tracing: Tracing) -> tuple[Cause, ...]:
    """The changes along the chain that decides the finish, the weightiest first; else the root of its last task.

    The chain is the new one where the finish is later, the old one where it is earlier.
    """
    held = tracing.after if tracing.after.finish > tracing.before.finish else tracing.before
    last = last_task(held)
    if last is None:
        return ()
    weighed: dict[Root, int] = {}
    for task, edge in chain(held, last):
        for root, weight in own_roots(tracing, task, edge):
            weighed[root] = max(weight, weighed.get(root, 0))
    if not weighed:
        root = tracing.root(last, FINISH)
        weighed = {} if root.kind is CauseKind.UNKNOWN else {root: 1}
    best = sorted(weighed, key=lambda root: (-weighed[root], root.task, root.other))[:MOST_CAUSES]
    return tuple(cause_of(tracing.changed, root) for root in best)


def chain(held: Dated, last: int) -> Iterable[tuple[int, str]]:
    """Tasks and edges from the last one back along the first driving links."""
    at, seen = (last, FINISH), set()
    while at not in seen:
        seen.add(at)
        yield at
        task, edge = at
        if held.is_summary(task):
            rows = held.outline.children.get(task, ())
            there = [row for row in rows if held.date(row, edge) == held.date(task, edge) != NEVER]
            at = (there[0], edge) if there else at
        elif edge == FINISH:
            at = (task, START)
        else:
            drivers = held.drivers(task)
            at = (drivers[0][1], drivers[0][2]) if drivers else at


def own_roots(tracing: Tracing, task: int, edge: str) -> Iterable[tuple[Root, int]]:
    """Changes at one task of the chain with how much they weigh (span): what came, what it does, what it waits for."""
    changed = tracing.changed
    if task in changed.added or task in changed.removed:
        kind = CauseKind.ADDED if task in changed.added else CauseKind.REMOVED
        value = changed.after.tasks.get(task) or changed.before.tasks[task]
        yield Root(kind, task), value.duration
    elif tracing.after.is_summary(task):
        return
    elif edge == FINISH:
        grown = tracing.moved(task, FINISH) - tracing.moved(task, START)
        own = tracing.own_work(task)
        if own is not None and grown and (grown > 0) == (tracing.after.finish > tracing.before.finish):
            yield own, abs(grown)
    else:
        found = tracing.own_start(task)
        if found is not None:
            yield found, abs(tracing.moved(task, START))
