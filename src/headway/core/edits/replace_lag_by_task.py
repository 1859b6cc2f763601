"""Makes a task of the lag of a link, so that the waiting has a name, a length and somebody to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put, Remove
from headway.core.edits.edit import Edit, EditError, EditKind, ends_of, lag_words, link_of, named, next_id, task_of
from headway.core.edits.placing import rank_after
from headway.core.message import Message, message
from headway.core.plan.entities import LagKind, Link, LinkKind, Task
from headway.core.plan.plan import LagCalendar, Rules
from headway.core.schedule.columns import span_of_lag

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


_ELAPSED = (LagKind.ELAPSED, LagKind.ELAPSED_PERCENT)
_FROM_FINISH = (LinkKind.FS, LinkKind.FF)
_TO_START = (LinkKind.FS, LinkKind.SS)


class ReplaceLagByTask(Edit, frozen=True, tag="replace_lag_by_task"):
    """``name`` is that of the new task; ``task`` and ``first`` are the ids of the task and of the link that leads to
    it, the next free ones when ``None``.  The old link leads on from the new task."""

    link: int
    name: str = ""
    task: int | None = None
    first: int | None = None


def expand(plan: Plan, edit: ReplaceLagByTask) -> tuple[Change, ...]:
    """A task as long as the lag, in the calendar of the lag, between the two; :class:`EditError` without a lag."""
    link = link_of(plan, edit.link)
    before, after = task_of(plan, link.predecessor), task_of(plan, link.successor)
    span = link.lag if link.lag_kind is LagKind.WORKING else span_of_lag(link, before)
    if span <= 0:
        raise EditError(f"link {link.id} has no lag that a task could stand for")
    waiting = Task(
        next_id(plan.tasks) if edit.task is None else edit.task,
        edit.name or f"{named(plan, before.id).name} → {named(plan, after.id).name}",
        parent=before.parent,
        rank=rank_after(plan, before.id),
        duration=span,
        elapsed=link.lag_kind in _ELAPSED,
        calendar=_calendar(plan, link, before, after),
        ignore_resource_calendars=after.ignore_resource_calendars,
        type=before.type,
    )
    first = next_id(plan.links) if edit.first is None else edit.first
    to_waiting = LinkKind.FS if link.kind in _FROM_FINISH else LinkKind.SS
    from_waiting = LinkKind.FS if link.kind in _TO_START else LinkKind.FF
    return (
        Put("task", None, waiting),
        Remove("link", link),
        Put("link", None, Link(first, before.id, waiting.id, to_waiting)),
        Put("link", None, Link(link.id, waiting.id, after.id, from_waiting)),
    )


def _calendar(plan: Plan, link: Link, before: Task, after: Task) -> int | None:
    """The calendar in which the rules count the lag; :class:`EditError` where no task could have it."""
    if plan.project.rules is Rules.MSPROJECT:
        return after.calendar
    choice = LagCalendar.PREDECESSOR if plan.project.p6 is None else plan.project.p6.lag_calendar
    if choice is LagCalendar.TWENTY_FOUR_HOUR or link.lag_kind in _ELAPSED:
        raise EditError(f"the lag of link {link.id} counts round the clock; give its task a calendar that does so")
    return {LagCalendar.PREDECESSOR: before.calendar, LagCalendar.SUCCESSOR: after.calendar}.get(choice)


def describe(plan: Plan, edit: ReplaceLagByTask) -> Message:
    """The lag that goes, and between which tasks the new one stands."""
    link = link_of(plan, edit.link)
    return Message("edit.replace_lag_by_task", {**ends_of(plan, link), "lag": lag_words(link.lag, link.lag_kind)})


def naming(plan: Plan, edit: ReplaceLagByTask) -> Message:
    """The name of the new task: that it is a waiting, and between what."""
    link = link_of(plan, edit.link)
    first, then = named(plan, link.predecessor), named(plan, link.successor)
    return message("edit.replace_lag_by_task.name", predecessor=first.name, successor=then.name)


KIND = EditKind(ReplaceLagByTask, expand, describe, naming)
