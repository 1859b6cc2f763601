"""Causes in words: each is a clause that fits after "because"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.diff.values import Cause, CauseKind
from headway.core.message import Length, Message, Moment, TaskName, message
from headway.core.plan.entities import LagKind

if TYPE_CHECKING:
    from headway.core.diff.changed import Changed
    from headway.core.diff.tracing import Root
    from headway.core.plan.entities import Constraint, Link, Task
    from headway.core.plan.plan import Plan

Subject = TaskName | Message
IT = Message("clause.it")
"""Stands for the task that the sentence is about."""


def name_of(task: Task) -> TaskName:
    """Name of a task; its code or row in the file when it has none."""
    name = task.name.strip()
    if not name and task.external is not None:
        name = task.external.code or ("" if task.external.row is None else str(task.external.row))
    return TaskName(task.id, name)


def task_of(changed: Changed, number: int) -> Task:
    """A task as it is now; one that is gone as it was."""
    return changed.after.tasks.get(number) or changed.before.tasks[number]


def cause_of(changed: Changed, root: Root, about: int = 0, via: tuple[TaskName, ...] = ()) -> Cause:
    """A root as a cause of a move of task ``about``, which the clause calls "it" where it means the same task."""
    task = name_of(task_of(changed, root.task)) if root.task else None
    subject: Subject | None = IT if task is not None and root.task == about else task
    return Cause(root.kind, clause(changed, root, subject), task, via)


def clause(changed: Changed, root: Root, subject: Subject | None) -> Message:
    """The clause of a root."""
    if subject is None:
        return calendar_clause(changed, root) if root.kind is CauseKind.CALENDAR else settings_clause(changed)
    if root.kind in (CauseKind.LINK_ADDED, CauseKind.LINK_REMOVED, CauseKind.LINK_CHANGED):
        return link_clause(changed, root, subject)
    before, after = changed.before.tasks.get(root.task), changed.after.tasks.get(root.task)
    if before is None or after is None:
        return message("clause.added" if before is None else "clause.removed", task=subject)
    if root.kind in CLAUSES:
        return CLAUSES[root.kind](before, after, subject)
    if root.kind is CauseKind.ACTIVATION:
        return message("clause.inactive" if after.inactive else "clause.active", task=subject)
    if root.kind is CauseKind.CALENDAR:
        return own_calendar_clause(changed.after, after, subject)
    return message(f"clause.{root.kind}", task=subject)


def duration_clause(before: Task, after: Task, subject: Subject) -> Message:
    """Longer, shorter, or of another shape."""
    more = after.duration - before.duration
    if not more or before.elapsed != after.elapsed:
        return message("clause.shape", task=subject)
    return message(
        "clause.longer" if more > 0 else "clause.shorter", task=subject, amount=Length(abs(more), after.elapsed)
    )


def progress_clause(before: Task, after: Task, subject: Subject) -> Message:
    """Finished, started, or with another rest to do."""
    was, becomes = before.progress, after.progress
    old_start, old_finish = (None, None) if was is None else (was.actual_start, was.actual_finish)
    start, finish = (None, None) if becomes is None else (becomes.actual_start, becomes.actual_finish)
    if finish != old_finish:
        if finish is None:
            return message("clause.reopened", task=subject)
        return message("clause.finished", task=subject, date=Moment(finish, finish=True))
    if start != old_start:
        if start is None:
            return message("clause.not_started", task=subject)
        return message("clause.started", task=subject, date=Moment(start))
    left = (None if each is None else each.remaining_duration for each in (was, becomes))
    old_left, new_left = left
    if old_left is None or new_left is None or old_left == new_left:
        return message("clause.progress", task=subject)
    code = "clause.more_left" if new_left > old_left else "clause.less_left"
    return message(code, task=subject, amount=Length(abs(new_left - old_left), after.elapsed))


def constraint_clause(before: Task, after: Task, subject: Subject) -> Message:
    """A constraint that is new, another or gone."""
    old, new = before.constraint, after.constraint
    if old == new:
        old, new = before.secondary_constraint, after.secondary_constraint
    if old == new:
        return message("clause.expected_finish", task=subject)
    if new is None:
        return message("clause.constraint_gone", task=subject, constraint=constraint_words(old))
    code = "clause.constraint_new" if old is None else "clause.constraint_other"
    return message(code, task=subject, constraint=constraint_words(new))


def manual_clause(before: Task, after: Task, subject: Subject) -> Message:
    """Dates typed by hand that are new, moved, of another length or gone."""
    old, new = before.manual, after.manual
    if new is None:
        return message("clause.manual_gone", task=subject)
    if old is None:
        return message("clause.manual_new", task=subject)
    if old.finish != new.finish and old.finish is not None and new.finish is not None:
        moved = Moment(old.finish, finish=True), Moment(new.finish, finish=True)
    elif old.start != new.start and old.start is not None and new.start is not None:
        moved = Moment(old.start), Moment(new.start)
    else:
        return message("clause.manual", task=subject)
    return message("clause.manual_moved", task=subject, before=moved[0], after=moved[1])


def constraint_words(constraint: Constraint | None) -> Message:
    """``must not start before Thu 14 Mar``."""
    if constraint is None or constraint.date is None:
        return message("constraint.as_late_as_possible")
    at_finish = "finish" in constraint.kind
    return message(f"constraint.{constraint.kind}", date=Moment(constraint.date, finish=at_finish))


def delay_clause(before: Task, after: Task, subject: Subject) -> Message:
    """Delayed by levelling, or no longer."""
    if not after.levelling_delay:
        return message("clause.delay_gone", task=subject)
    return message("clause.delay", task=subject, amount=Length(after.levelling_delay, after.levelling_delay_elapsed))


CLAUSES = {
    CauseKind.DURATION: duration_clause,
    CauseKind.PROGRESS: progress_clause,
    CauseKind.CONSTRAINT: constraint_clause,
    CauseKind.DELAY: delay_clause,
    CauseKind.MANUAL: manual_clause,
}


def link_clause(changed: Changed, root: Root, subject: Subject) -> Message:
    """A link that is new, gone or another."""
    link = changed.link(root.other)
    predecessor = name_of(task_of(changed, link.predecessor))
    if root.kind is not CauseKind.LINK_CHANGED:
        return message(f"clause.{root.kind}", task=subject, predecessor=predecessor)
    was = changed.before.links[root.other]
    return message(
        "clause.link_changed", task=subject, predecessor=predecessor, before=link_words(was), after=link_words(link)
    )


def link_words(link: Link) -> Message:
    """``FS + 2 working days``."""
    if not link.lag:
        return message("linked.plain", kind=link.kind.value)
    code = "linked.lag" if link.lag > 0 else "linked.lead"
    if link.lag_kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT):
        return message(code, kind=link.kind.value, lag=f"{abs(link.lag) / 100:g} %")
    return message(code, kind=link.kind.value, lag=Length(abs(link.lag), link.lag_kind is LagKind.ELAPSED))


def own_calendar_clause(plan: Plan, task: Task, subject: Subject) -> Message:
    """Another calendar of a task."""
    calendar = plan.calendars.get(task.calendar or 0)
    if calendar is None or not calendar.name:
        return message("clause.calendar", task=subject)
    return message("clause.calendar_named", task=subject, calendar=calendar.name)


def calendar_clause(changed: Changed, root: Root) -> Message:
    """Other working time of a calendar that many tasks may share."""
    calendar = changed.after.calendars.get(root.other)
    return message("clause.working_time", calendar=calendar.name if calendar is not None else str(root.other))


def settings_clause(changed: Changed) -> Message:
    """The setting of the project that moves dates most often, of those that changed."""
    project, fields = changed.after.project, changed.project
    if "rules" in fields:
        return message("clause.rules", rules=message(f"rules.{project.rules}"))
    if "data_date" in fields:
        if project.data_date is None:
            return message("clause.data_date_gone")
        return message("clause.data_date", date=Moment(project.data_date))
    if "start" in fields and project.start is not None:
        return message("clause.project_start", date=Moment(project.start))
    if "calendar" in fields:
        return message("clause.project_calendar")
    return message("clause.settings")
