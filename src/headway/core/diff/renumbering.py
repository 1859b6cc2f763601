"""The new plan in the numbers of the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from headway.core.diff.ranking import kept_ranks
from headway.core.plan.entities import (
    Assignment,
    Baseline,
    Calendar,
    Entity,
    External,
    Link,
    Resource,
    SavedDates,
    Task,
)
from headway.core.plan.outline import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.outline import Outline

V = TypeVar("V", bound=Entity)

LARGEST = 2**53 - 1
"""The greatest number a plan may use."""


def numbers_of(to_old: Mapping[int, int], old: Iterable[int], new: Iterable[int]) -> dict[int, int]:
    """The number of each of the ``new``: of its partner, else its own where the old plan does not use it, else a fresh
    one."""
    taken, found = set(old), dict(to_old)
    rest = sorted(set(new) - found.keys())
    clashing = [number for number in rest if number in taken]
    for number in rest:
        if number not in taken:
            found[number] = number
    taken.update(found.values())
    fresh = max(taken, default=0) + 1
    if fresh + len(clashing) > LARGEST:
        fresh = 1
    for number in clashing:
        while fresh in taken:
            fresh += 1
        found[number] = fresh
        taken.add(fresh)
    return found


def replaced(value: V, **fields: object) -> V:
    """``value`` with other fields; the very same one when nothing differs."""
    for field, given in fields.items():
        if getattr(value, field) != given:
            return msgspec.structs.replace(value, **fields)
    return value


def origin(old: External | None, new: External | None) -> External | None:
    """Where a matched entity came from: as the old plan says, but for its code, which people see and change."""
    if old is new:
        return old
    code = None if new is None else new.code
    if (None if old is None else old.code) == code:
        return old
    return External(code=code) if old is None else msgspec.structs.replace(old, code=code)


class Table:
    """The old plan's numbers by the new plan's own, for one kind of entity."""

    def __init__(self, numbers: Mapping[int, int]) -> None:
        self.numbers = numbers
        self._used = frozenset(numbers.values())

    def __getitem__(self, number: int) -> int:
        return self.numbers[number]

    def of(self, reference: int) -> int:
        """The old number of what a reference leads to.

        One that leads nowhere stays as it is, but 0 where it would lead to something now.
        """
        found = self.numbers.get(reference)
        if found is not None:
            return found
        return 0 if reference in self._used else reference

    def known(self, reference: int | None) -> int | None:
        """The same for a reference that may be missing."""
        return self.of(reference) or None if reference else reference


class Numbers(msgspec.Struct, frozen=True):
    """A table for each kind of entity that others refer to."""

    tasks: Table
    calendars: Table
    resources: Table
    sprints: Table

    def task(self, task: Task, rank: str, old: Task | None) -> Task:
        """A task with its number, rank and origin in the old plan, and all that it refers to in the old numbers."""
        agile = task.agile
        if agile is not None and agile.sprint is not None:
            agile = msgspec.structs.replace(agile, sprint=self.sprints.known(agile.sprint))
        return replaced(
            task,
            id=self.tasks[task.id],
            parent=self.tasks.of(task.parent),
            rank=rank,
            calendar=self.calendars.known(task.calendar),
            agile=agile,
            external=task.external if old is None else origin(old.external, task.external),
        )

    def link(self, link: Link) -> Link:
        """A link between the same tasks; its own number stays."""
        ends = self.tasks.of(link.predecessor), self.tasks.of(link.successor)
        if ends == (link.predecessor, link.successor):
            return link
        return msgspec.structs.replace(link, predecessor=ends[0], successor=ends[1])

    def assignment(self, assignment: Assignment) -> Assignment:
        """An assignment of the same resource to the same task; its own number stays."""
        ends = self.tasks.of(assignment.task), self.resources.known(assignment.resource)
        if ends == (assignment.task, assignment.resource):
            return assignment
        return msgspec.structs.replace(assignment, task=ends[0], resource=ends[1])

    def resource(self, resource: Resource) -> Resource:
        """A resource with calendar and parent in the old numbers."""
        return replaced(
            resource,
            calendar=self.calendars.known(resource.calendar),
            parent=self.resources.known(resource.parent),
        )

    def calendar(self, calendar: Calendar) -> Calendar:
        """A calendar with its parent in the old numbers."""
        return replaced(calendar, parent=self.calendars.known(calendar.parent))

    def saved(self, dates: SavedDates) -> SavedDates:
        """Saved dates of the same task."""
        return replaced(dates, task=self.tasks.of(dates.task))

    def baseline(self, baseline: Baseline, old: Baseline | None) -> Baseline:
        """A baseline with the dates of the same tasks, in the order that the old one has; its own number stays."""
        dates = [msgspec.structs.replace(each, task=self.tasks.of(each.task)) for each in baseline.dates]
        places = {} if old is None else {each.task: at for at, each in enumerate(old.dates)}
        dates.sort(key=lambda each: places.get(each.task, len(places)))
        return msgspec.structs.replace(baseline, dates=tuple(dates))


def placed(new: Outline, old: Outline, numbers: Numbers) -> dict[int, Task]:
    """The new tasks in the old numbers, with the ranks they had where these still give the order of the new outline."""
    ranks: dict[int, str] = {}
    for parent, rows in new.children.items():
        above = numbers.tasks[parent] if parent != ROOT else ROOT
        there = [numbers.tasks[row] for row in rows]
        staying = {row: old.tasks[row].rank for row in there if old.parents.get(row) == above}
        ranks.update(kept_ranks(there, staying))
    found: dict[int, Task] = {}
    for task in new.tasks.values():
        number = numbers.tasks[task.id]
        found[number] = numbers.task(task, ranks[number], old.tasks.get(number))
    return found
