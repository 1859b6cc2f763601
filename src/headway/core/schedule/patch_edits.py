"""What changes of a plan mean for its network, and which of them a network cannot follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from headway.core.changes.change import Put, Remove, id_of
from headway.core.plan.entities import Task
from headway.core.plan.plan import LagCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.changes.change import Change
    from headway.core.plan.entities import Assignment, Resource
    from headway.core.plan.plan import Plan, Project
    from headway.core.schedule.compiled import Compiled

_Value = TypeVar("_Value")

NEUTRAL = frozenset(
    {
        *("id", "name", "rank", "estimated", "priority", "effort_driven", "estimate", "recurring", "recurrence"),
        *("wbs", "amounts", "notes", "owner", "team", "custom", "agile", "external"),
    }
)
"""Fields of a task that the engine never reads; a field that is not named here counts as one that moves dates."""

_TELLING = tuple(field for field in Task.__struct_fields__ if field not in NEUTRAL)


@dataclass(frozen=True, slots=True)
class Edits:
    """The net effect of changes: ids of what differs between two plans, as far as the engine reads it."""

    tasks: tuple[int, ...]
    """In both plans, with a field that can move a date."""
    added: tuple[int, ...]
    removed: tuple[int, ...]
    worked: tuple[int, ...]
    """Tasks in both plans whose assignments changed."""
    links: tuple[int, ...]
    """Between the same tasks in both plans, with another kind or lag."""
    links_added: tuple[int, ...]
    links_removed: tuple[int, ...]

    @property
    def rows(self) -> bool:
        """Whether a row of the network changes at all."""
        return bool(self.tasks or self.added or self.removed or self.worked or self.links or self.structure)

    @property
    def structure(self) -> bool:
        """Whether tasks or links come or go."""
        return bool(self.added or self.removed or self.links_added or self.links_removed)


def edits_between(compiled: Compiled, plan: Plan, changes: Iterable[Change]) -> Edits | None:
    """The edits that lead from a compiled plan to ``plan``; ``None`` where only compiling afresh will do.

    That is so when working time changes (calendars, the calendar or kind of a resource, a calendar that no task used
    before), for another rule set, project calendar or lag calendar, and for links that the network leaves out.
    """
    before = compiled.plan
    touched = _touched(changes)
    resources = touched.get("resource", {})
    if not _keeps_working_time(before.project, plan.project) or "calendar" in touched:
        return None
    if not all(_same_work(before.resources.get(i), plan.resources.get(i)) for i in resources):
        return None
    changed, added, removed = _sorted_out(touched.get("task", {}), before.tasks, plan.tasks)
    moving = tuple(i for i in changed if _tells(before.tasks[i], plan.tasks[i]))
    worked = _worked(touched.get("assignment", {}), before.assignments, plan.assignments)
    if not _calendars_known(compiled, plan, (*moving, *added)):
        return None
    if compiled.calendars.warnings and (removed or worked or _moves_calendars(before, plan, moving)):
        return None
    links, links_added, links_removed = _sorted_out(touched.get("link", {}), before.links, plan.links)
    ends = tuple(i for i in links if _ends(before, i) != _ends(plan, i))
    return Edits(
        tasks=moving,
        added=added,
        removed=removed,
        worked=tuple(i for i in worked if i in plan.tasks and i not in added),
        links=tuple(i for i in links if i not in ends),
        links_added=(*ends, *links_added),
        links_removed=(*ends, *links_removed),
    )


def _touched(changes: Iterable[Change]) -> dict[str, dict[int, bool]]:
    """By entity the ids that changes write, in the order in which a plan holds them afterwards; true once removed."""
    found: dict[str, dict[int, bool]] = {}
    for change in changes:
        ids = found.setdefault(change.entity, {})
        number = id_of(change)
        if isinstance(change, Remove):
            ids[number] = True
        elif isinstance(change, Put) and change.before is None:
            ids[number] = ids.pop(number, False)
        else:
            ids.setdefault(number, False)
    return found


def _sorted_out(
    ids: Mapping[int, bool], before: Mapping[int, _Value], after: Mapping[int, _Value]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Changed, added and removed; what was taken away and put again is both added and removed."""
    changed, added, removed = [], [], []
    for number, was_removed in ids.items():
        old, new = before.get(number), after.get(number)
        if old is not None and (new is None or was_removed):
            removed.append(number)
        if new is not None and (old is None or was_removed):
            added.append(number)
        elif new is not None and old is not new:
            changed.append(number)
    return tuple(changed), tuple(added), tuple(removed)


def _tells(before: Task, after: Task) -> bool:
    return any(getattr(before, field) != getattr(after, field) for field in _TELLING)


def _ends(plan: Plan, link: int) -> tuple[int, int]:
    return plan.links[link].predecessor, plan.links[link].successor


def _keeps_working_time(before: Project, after: Project) -> bool:
    """Whether all that differs between two projects are scalars of the kernels."""
    if before is after:
        return True
    return (before.rules, before.calendar, _lag_calendar(before)) == (after.rules, after.calendar, _lag_calendar(after))


def _lag_calendar(project: Project) -> LagCalendar:
    return LagCalendar.PREDECESSOR if project.p6 is None else project.p6.lag_calendar


def _same_work(before: Resource | None, after: Resource | None) -> bool:
    if before is None or after is None:
        return before is after
    return (before.kind, before.calendar) == (after.kind, after.calendar)


def _calendars_known(compiled: Compiled, plan: Plan, tasks: Iterable[int]) -> bool:
    """Whether the calendars of all ``tasks`` are among the compiled ones."""
    named = {plan.tasks[number].calendar for number in tasks}
    return all(calendar not in plan.calendars or calendar in compiled.calendars.index for calendar in named)


def _moves_calendars(before: Plan, after: Plan, tasks: Iterable[int]) -> bool:
    """Whether one of ``tasks`` works by another calendar, so that a warning about the old one may have no cause now."""
    pairs = ((before.tasks[number], after.tasks[number]) for number in tasks)
    return any(
        (old.calendar, old.ignore_resource_calendars) != (new.calendar, new.ignore_resource_calendars)
        for old, new in pairs
    )


def _worked(ids: Iterable[int], before: Mapping[int, Assignment], after: Mapping[int, Assignment]) -> tuple[int, ...]:
    """Tasks that lose, gain or see changed one of the assignments ``ids``."""
    both = ((before.get(number), after.get(number)) for number in ids)
    return tuple(dict.fromkeys(value.task for pair in both for value in pair if value is not None))
