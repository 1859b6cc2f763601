"""The raw changes between two plans, sorted by what they are about and by the step in which they are taken."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.changes import Put, Remove, Set, id_of
from headway.core.diff.values import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.changes import Change
    from headway.core.plan.entities import Assignment, Link, Progress
    from headway.core.plan.outline import Outline
    from headway.core.plan.plan import Plan

TASK_STEPS: Mapping[str, StepKind] = MappingProxyType(
    {
        **dict.fromkeys(("parent", "rank", "inactive"), StepKind.SCOPE),
        **dict.fromkeys(
            (
                *("duration", "elapsed", "estimated", "estimate", "kind", "milestone", "type", "effort_driven"),
                *("parts", "recurring", "recurrence", "resource_dependent"),
            ),
            StepKind.DURATIONS,
        ),
        "progress": StepKind.PROGRESS,
        **dict.fromkeys(
            (
                *("constraint", "secondary_constraint", "deadline", "expected_finish", "manual", "external_link"),
                "priority",
            ),
            StepKind.CONSTRAINTS,
        ),
        **dict.fromkeys(("calendar", "ignore_resource_calendars"), StepKind.CALENDARS),
        **dict.fromkeys(("levelling_delay", "levelling_delay_elapsed"), StepKind.RESOURCES),
    }
)
"""Fields of a task that can move a date; the others never do."""
FOLLOWING = frozenset({"work", "remaining_work", "start", "finish", "cost", "actual_cost", "remaining_cost"})
"""Fields of an assignment that follow its task's duration and progress."""
DONE = frozenset({"actual_work", "actual_start", "actual_finish", "stop", "resume"})


class Changed:
    """What changed, by task, link and so on; ``before`` and ``after`` are the plans in the old plan's numbers."""

    def __init__(self, before: Plan, after: Plan, changes: Iterable[Change]) -> None:
        self.before = before
        self.after = after
        self.changes = tuple(changes)
        self.fields: dict[int, set[str]] = defaultdict(set)
        """Changed fields of tasks that both plans have."""
        self.added: set[int] = set()
        self.removed: set[int] = set()
        self.links_added: set[int] = set()
        self.links_removed: set[int] = set()
        self.links_changed: set[int] = set()
        self.calendars: set[int] = set()
        self.project: set[str] = set()
        self.worked: set[int] = set()
        """Tasks with other assignments, or with assigned resources that work differently."""
        resources = {self._take(change) for change in self.changes}
        assigned = (each for plan in (before, after) for each in plan.assignments.values())
        self.worked.update(each.task for each in assigned if each.resource in resources)

    def _take(self, change: Change) -> int | None:
        """Sort one change in; returns the number of a resource that works differently now."""
        number = id_of(change)
        if change.entity == "task":
            self._take_task(change, number)
        elif change.entity == "link":
            ways = {Put: self.links_added, Remove: self.links_removed, Set: self.links_changed}
            ways[type(change)].add(number)
        elif change.entity == "calendar":
            self.calendars.add(number)
        elif change.entity == "assignment":
            self.worked.update(each.task for each in self._assignments(number))
        elif isinstance(change, Set) and change.entity == "project":
            self.project.add(change.field)
        moves = isinstance(change, Set) and change.entity == "resource" and change.field in ("calendar", "kind")
        return number if moves else None

    def _take_task(self, change: Change, number: int) -> None:
        if isinstance(change, Set):
            self.fields[number].add(change.field)
        else:
            (self.added if isinstance(change, Put) else self.removed).add(number)

    def _assignments(self, number: int) -> list[Assignment]:
        return [plan.assignments[number] for plan in (self.before, self.after) if number in plan.assignments]

    def link(self, number: int) -> Link:
        """A link as it is now; one that is gone as it was."""
        return self.after.links.get(number) or self.before.links[number]

    def calendar_chain(self, calendar: int | None) -> bool:
        """Whether the working time of a calendar changed, its own or that of one it is based on."""
        seen: set[int] = set()
        while calendar is not None and calendar not in seen:
            if calendar in self.calendars:
                return True
            seen.add(calendar)
            there = self.after.calendars.get(calendar)
            calendar = None if there is None else there.parent
        return False


def step_of(changed: Changed, change: Change) -> StepKind | None:
    """The step in which a change is taken; ``None`` when it can move no date."""
    if change.entity == "project":
        return project_step(change)
    if change.entity == "task":
        return task_step(changed, change)
    if change.entity == "link":
        return link_step(changed, change)
    if change.entity == "assignment":
        return assignment_step(changed, change)
    if change.entity == "calendar":
        # What is gone must not be missed before its last user has another one.
        return {Put: StepKind.SCOPE, Set: StepKind.CALENDARS, Remove: StepKind.RESOURCES}[type(change)]
    if change.entity == "resource":
        return StepKind.SCOPE if isinstance(change, Put) else StepKind.RESOURCES
    return None


def project_step(change: Change) -> StepKind:
    """Settings of the project: its calendar goes with the calendars, its limit with the constraints."""
    field = change.field if isinstance(change, Set) else ""
    return {"calendar": StepKind.CALENDARS, "must_finish_by": StepKind.CONSTRAINTS}.get(field, StepKind.SETTINGS)


def task_step(changed: Changed, change: Change) -> StepKind | None:
    """Tasks that come and go are scope; what is left to do goes with the duration where it only follows it."""
    if not isinstance(change, Set):
        return StepKind.SCOPE
    if change.field == "progress" and follows_duration(changed, change):
        return StepKind.DURATIONS
    return TASK_STEPS.get(change.field)


def follows_duration(changed: Changed, change: Set) -> bool:
    """Whether all that is new about the progress of a task is how long the rest takes, as its duration says too."""
    was, becomes = change.before, change.after
    if "duration" not in changed.fields[change.id]:
        return False
    return all(
        value(was, field) == value(becomes, field)
        for field in ("actual_start", "actual_finish", "actual_duration", "stop", "resume", "suspended")
    )


def value(progress: Progress | None, field: str) -> object:
    """A field of a progress that may not be there."""
    return None if progress is None else getattr(progress, field)


def link_step(changed: Changed, change: Change) -> StepKind:
    """Links of tasks that come or go are scope, other links logic."""
    link = changed.link(id_of(change))
    ends = {link.predecessor, link.successor}
    return StepKind.SCOPE if ends & changed.added or ends & changed.removed else StepKind.LOGIC


def assignment_step(changed: Changed, change: Change) -> StepKind:
    """Work follows the duration and the progress of its task; the rest is resources."""
    number = id_of(change)
    there = changed.after.assignments.get(number) or changed.before.assignments[number]
    if there.task in changed.added or there.task in changed.removed:
        return StepKind.SCOPE
    if not isinstance(change, Set):
        return StepKind.RESOURCES
    fields = changed.fields.get(there.task, set())
    if change.field in DONE:
        return StepKind.PROGRESS
    if change.field in FOLLOWING and fields & {"duration", "progress"}:
        return StepKind.DURATIONS if "duration" in fields else StepKind.PROGRESS
    return StepKind.RESOURCES


ROLLED_UP = frozenset({"duration", "elapsed", "estimated", "progress", "amounts"})
"""Fields that a file holds for a summary too, where they only follow from the rows below."""


def is_rolled_up(change: Change, before: Outline, after: Outline) -> bool:
    """Whether a change of a summary only follows from changes below it."""
    if not isinstance(change, Set) or change.entity != "task" or change.field not in ROLLED_UP:
        return False
    return before.is_summary(change.id) and after.is_summary(change.id)


def by_step(changed: Changed, before: Outline, after: Outline) -> dict[StepKind, list[Change]]:
    """The changes of each step, in their order; what can move no date is left out."""
    found: dict[StepKind, list[Change]] = {kind: [] for kind in StepKind}
    for change in changed.changes:
        kind = None if is_rolled_up(change, before, after) else step_of(changed, change)
        if kind is not None:
            found[kind].append(change)
    return found
