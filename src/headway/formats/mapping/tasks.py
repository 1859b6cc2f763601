"""Tasks: hierarchy, kind, duration, constraints; what has been done is in :mod:`headway.formats.mapping.progress`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import (
    Amounts,
    Constraint,
    ConstraintKind,
    External,
    Manual,
    Part,
    Recurrence,
    Task,
    TaskKind,
    TaskType,
)
from headway.core.plan.ranks import initial_ranks
from headway.formats.mapping.calendars import recurrence_of
from headway.formats.mapping.progress import progress_of
from headway.formats.mapping.quantities import money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.formats.mapping.context import Context
    from headway.formats.raw import RawTask

_KINDS = {
    "START_MILESTONE": TaskKind.START_MILESTONE,
    "START_FLAG": TaskKind.START_MILESTONE,
    "FINISH_MILESTONE": TaskKind.FINISH_MILESTONE,
    "FINISH_FLAG": TaskKind.FINISH_MILESTONE,
    "LEVEL_OF_EFFORT": TaskKind.LEVEL_OF_EFFORT,
    "WBS_SUMMARY": TaskKind.WBS_SUMMARY,
    "HAMMOCK": TaskKind.HAMMOCK,
}
_MILESTONES = frozenset({TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE})
_CONSTRAINTS = {kind.name: kind for kind in ConstraintKind}
_TYPES = {kind.name: kind for kind in TaskType}


def project_summary(context: Context) -> RawTask | None:
    """Microsoft Project's row 0, which stands for the whole project and is no task; ``None`` where there is none, or
    where it is all there is."""
    rows = context.raw.tasks
    first = rows[0] if rows else None
    if first is None or len(rows) == 1 or context.format.p6:
        return None
    is_summary = first.unique_id == 0 and first.id == 0 and first.parent_task_unique_id is None
    return first if is_summary and first.outline_level == 0 else None


def to_tasks(context: Context) -> dict[int, Task]:
    """All rows of the outline that are tasks, in the file's order."""
    summary = project_summary(context)
    has_active = any(row.active for row in context.raw.tasks)
    elapsed = frozenset(context.extra.elapsed)
    ranks: dict[int, Iterator[str]] = {}
    made: dict[int, Task] = {}
    for raw in context.raw.tasks:
        if raw is summary:
            continue
        if raw.null or raw.unique_id is None:
            context.drop("task", "empty row", f"row {raw.id}")
            continue
        key = context.tasks.of(raw.unique_id)
        if key in made:
            context.drop("task", "row with the unique id of another", f"unique id {raw.unique_id} {raw.name}")
            continue
        parent = context.tasks.get(raw.parent_task_unique_id) or 0
        if parent not in made:
            parent = 0
        rank = next(ranks.setdefault(parent, initial_ranks(len(context.raw.tasks))))
        made[key] = _task(
            raw, context, Place(key, parent, rank, not raw.active and has_active, raw.unique_id in elapsed)
        )
    return made


class Place:
    """Where a row stands, and what only the whole file tells about it."""

    __slots__ = ("elapsed", "inactive", "key", "parent", "rank")

    def __init__(self, key: int, parent: int, rank: str, inactive: bool, elapsed: bool) -> None:
        self.key = key
        self.parent = parent
        self.rank = rank
        self.inactive = inactive
        self.elapsed = elapsed


def _task(raw: RawTask, context: Context, place: Place) -> Task:
    spans, instants = context.spans, context.instants
    kind = _kind(raw, context)
    row_id = raw.unique_id or 0
    if kind is TaskKind.WBS:
        return Task(
            id=place.key,
            name=raw.name,
            parent=place.parent,
            rank=place.rank,
            kind=kind,
            wbs=raw.wbs,
            notes=raw.notes,
            amounts=_amounts(raw, context),
            custom=context.custom.get(("task", row_id)),
            external=_external(raw),
        )
    duration = spans[(raw.planned_duration or raw.duration) if context.format.p6 else raw.duration]
    return Task(
        id=place.key,
        name=raw.name,
        parent=place.parent,
        rank=place.rank,
        kind=kind,
        milestone=raw.milestone or kind in _MILESTONES,
        duration=duration,
        elapsed=place.elapsed,
        estimated=raw.estimated,
        manual=_manual(raw, context, duration),
        inactive=place.inactive,
        calendar=context.calendars.get(raw.calendar_unique_id),
        ignore_resource_calendars=raw.ignore_resource_calendar,
        resource_dependent=raw.activity_type == "RESOURCE_DEPENDENT",
        priority=500 if raw.priority is None else raw.priority,
        constraint=_constraint(raw.constraint_type, raw.constraint_date, context) or _kept_start(raw, context),
        secondary_constraint=_constraint(raw.secondary_constraint_type, raw.secondary_constraint_date, context),
        deadline=None if raw.deadline is None else instants[raw.deadline],
        expected_finish=None if raw.expected_finish is None else instants[raw.expected_finish],
        type=_TYPES.get(raw.type or context.raw.property_values.default_task_type or "", TaskType.FIXED_UNITS),
        effort_driven=raw.effort_driven,
        progress=progress_of(raw, duration, context),
        levelling_delay=spans[raw.leveling_delay],
        levelling_delay_elapsed=not raw.leveling_delay or (raw.leveling_delay_units or "e").startswith("e"),
        parts=_parts(raw, context),
        recurring=raw.recurring,
        recurrence=_recurrence(row_id, context),
        external_link=raw.external_task,
        wbs=None if raw.wbs == raw.outline_number else raw.wbs,
        amounts=_amounts(raw, context),
        notes=raw.notes,
        custom=context.custom.get(("task", row_id)),
        external=_external(raw),
    )


def _kind(raw: RawTask, context: Context) -> TaskKind:
    if raw.activity_type is not None:
        return _KINDS.get(raw.activity_type, TaskKind.TASK)
    return TaskKind.WBS if context.format.p6 else TaskKind.TASK


def _external(raw: RawTask) -> External:
    return External(unique_id=raw.unique_id, row=raw.id or None, guid=raw.guid, code=raw.activity_id)


def _manual(raw: RawTask, context: Context, duration: int) -> Manual | None:
    if raw.task_mode != "MANUALLY_SCHEDULED" and not raw.external_task:
        return None
    return Manual(
        start=context.instants.get_or_none(raw.start),
        finish=context.instants.get_or_none(raw.finish),
        duration=context.spans[raw.manual_duration] if raw.manual_duration else duration,
    )


def _recurrence(row_id: int, context: Context) -> Recurrence | None:
    rule = context.extra.recurring.get(str(row_id))
    return None if rule is None else recurrence_of(rule)


def foreign_tasks(context: Context) -> dict[int, Task]:
    """Tasks of the file's other projects that links of this one lead to: their dates are given, nothing moves them."""
    made: dict[int, Task] = {}
    for unique_id, raw in context.extra.foreign.items():
        key = context.foreign[int(unique_id)]
        start, finish = context.instants.get_or_none(raw.start), context.instants.get_or_none(raw.finish)
        made[key] = Task(
            id=key,
            name=raw.name,
            rank=f"z{key}1",
            manual=Manual(start, finish),
            milestone=start == finish,
            external_link=True,
            external=External(unique_id=int(unique_id), source=raw.project or None),
        )
    return made


def _kept_start(raw: RawTask, context: Context) -> Constraint | None:
    """Where the program leaves tasks where they were put, the start is a lower bound."""
    if not context.format.keeps_starts or raw.summary or raw.start is None:
        return None
    return Constraint(ConstraintKind.START_NO_EARLIER_THAN, context.instants[raw.start])


def _constraint(kind: str | None, moment: str | None, context: Context) -> Constraint | None:
    """``None`` for "as soon as possible", and for a dated constraint whose date is missing."""
    known = _CONSTRAINTS.get(kind or "")
    if known is None:
        return None
    if known is ConstraintKind.AS_LATE_AS_POSSIBLE:
        return Constraint(known)
    return None if moment is None else Constraint(known, context.instants[moment])


def _parts(raw: RawTask, context: Context) -> tuple[Part, ...]:
    if len(raw.work_splits) < 2 or raw.summary:
        return ()
    instants = context.instants
    return tuple(
        Part(instants[part.start], instants[part.end])
        for part in raw.work_splits
        if part.start is not None and part.end is not None
    )


def _amounts(raw: RawTask, context: Context) -> Amounts | None:
    if not (raw.work or raw.cost or raw.fixed_cost or raw.actual_work or raw.actual_cost):
        return None
    spans = context.spans
    return Amounts(
        work=spans[raw.work],
        actual_work=spans[raw.actual_work],
        remaining_work=spans[raw.remaining_work],
        cost=money(raw.cost),
        actual_cost=money(raw.actual_cost),
        remaining_cost=money(raw.remaining_cost),
        fixed_cost=money(raw.fixed_cost),
    )
