"""Moves followed back to the change that began them.

A date that is *later* now is held by what drives it in the new schedule; one that is *earlier* was held by what drove
it in the old one and no longer does.  From task to task the way leads along the driving links of that schedule until a
task, a link, a calendar or the project itself was changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from headway.core.diff.aligned import FINISH, START
from headway.core.diff.values import CauseKind
from headway.core.schedule.network import (
    BY_CONSTRAINT,
    BY_DATA_DATE,
    BY_DELAY,
    BY_LATE,
    BY_PROJECT_START,
    BY_SUMMARY,
    HAMMOCK,
    LEAF,
    LEVEL_OF_EFFORT,
    NOT_STARTED,
)
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.diff.aligned import Dated, Measure
    from headway.core.diff.changed import Changed
    from headway.core.plan.entities import Task

OWN_DURATION = frozenset(
    {
        *("duration", "elapsed", "parts", "kind", "milestone", "type", "effort_driven", "resource_dependent"),
        *("recurring", "recurrence", "estimate"),
    }
)


PROJECT_DATES = frozenset(
    {
        *("rules", "start", "from_finish", "data_date", "calendar", "honour_constraints", "split_in_progress"),
        *("move_unfinished_after_data_date", "p6"),
    }
)
"""Settings of the project that can move dates."""
UNTOLD = (CauseKind.UNKNOWN, CauseKind.SPAN)
"""Ends of a chain that name no change."""


class Root(NamedTuple):
    """Where a chain of moves begins: a kind of change and what was changed."""

    kind: CauseKind
    task: int = 0
    """The changed task; of a link its successor; 0 for a calendar and the project."""
    other: int = 0
    """Link, calendar, or 0."""


class Edge(NamedTuple):
    """Start or finish of a task."""

    task: int
    edge: str


class Tracing:
    """Follows moves from one schedule to another; each edge is looked at once."""

    def __init__(self, before: Dated, after: Dated, changed: Changed, measure: Measure) -> None:
        self.before = before
        self.after = after
        self.changed = changed
        self.measure = measure
        self._found: dict[Edge, Root | Edge] = {}
        self._roots: dict[Edge, Root] = {}

    def moved(self, task: int, edge: str) -> int:
        """By how much an edge moved (sign: later is positive), 0 for one that did not or that one schedule has not."""
        was, becomes = self.before.date(task, edge), self.after.date(task, edge)
        if was == becomes or NEVER in (was, becomes):
            return 0
        return self.measure.slip(was, becomes).span

    def held_by(self, task: int, edge: str) -> Dated:
        """The schedule in which to look for what decides an edge: the new one unless it moved earlier."""
        was, becomes = self.before.date(task, edge), self.after.date(task, edge)
        return self.before if becomes != NEVER and was > becomes else self.after

    def root(self, task: int, edge: str = FINISH) -> Root:
        """Where the move of an edge begins."""
        at, way, seen = Edge(task, edge), [], set()
        while at not in self._roots and at not in seen:
            seen.add(at)
            way.append(at)
            found = self._next(at)
            if isinstance(found, Root):
                self._roots[at] = found
            else:
                at = found
        root = self._roots.get(at) or Root(CauseKind.UNKNOWN, task)
        for each in way:
            self._roots[each] = root
        return root

    def via(self, task: int, edge: str, most: int) -> tuple[int, ...]:
        """The tasks between a move and its root, nearest first, at most so many."""
        root, at = self.root(task, edge), Edge(task, edge)
        way: dict[int, None] = {}
        seen: set[Edge] = set()
        while at not in seen and len(way) < most:
            seen.add(at)
            found = self._next(at)
            if isinstance(found, Root):
                break
            at = found
            if at.task not in (task, root.task):
                way[at.task] = None
        return tuple(way)

    def contributions(self, task: int) -> tuple[Root, ...]:
        """Why the finish of a task moved, the weightiest first: its own work, its start, or both.

        What pulled the other way is left out.
        """
        by_start, by_finish = self.moved(task, START), self.moved(task, FINISH)
        if not by_finish:
            return (self.root(task, START if by_start else FINISH),)
        found = [self.root(task, FINISH)]
        both = by_start and (by_start > 0) == (by_finish > 0) and by_start != by_finish
        if both and not self.after.is_summary(task):
            grew = (by_finish - by_start > 0) == (by_finish > 0)
            own = self.own_work(task) if grew else None
            found += [each for each in (own, self.root(task, START)) if each is not None]
        return tuple(dict.fromkeys(found))

    def _next(self, at: Edge) -> Root | Edge:
        if at not in self._found:
            self._found[at] = self._decide(at)
        return self._found[at]

    def _decide(self, at: Edge) -> Root | Edge:
        """One step back: another edge, or the root."""
        task, edge = at
        if task in self.changed.added:
            return Root(CauseKind.ADDED, task)
        if task in self.changed.removed:
            return Root(CauseKind.REMOVED, task)
        if "inactive" in self.changed.fields.get(task, ()):
            return Root(CauseKind.ACTIVATION, task)
        held = self.held_by(task, edge)
        if held.is_summary(task):
            return self._member(held, task, edge)
        role = held.roles[held.index[task]]
        if role in (LEVEL_OF_EFFORT, HAMMOCK):
            return self._tied(held, task, edge)
        if role != LEAF:
            return Root(CauseKind.SPAN, task)
        return self._finish(held, task) if edge == FINISH else self._start(held, task)

    def _member(self, held: Dated, summary: int, edge: str) -> Root | Edge:
        """The row below a summary that gives it its date."""
        if self._own(summary) & {"manual"}:
            return Root(CauseKind.MANUAL, summary)
        if edge == START:
            # The first row decides: one that came earlier, or the old first one where it went later.
            held = self.before if held is self.after else self.after
        date = held.date(summary, edge)
        rows = [row for row in held.outline.children.get(summary, ()) if held.date(row, edge) == date]
        if rows:
            return Edge(max(rows, key=lambda row: (abs(self.moved(row, edge)), -row)), edge)
        if set(self.before.outline.children.get(summary, ())) != set(self.after.outline.children.get(summary, ())):
            return Root(CauseKind.OUTLINE, summary)
        return Root(CauseKind.SPAN, summary)

    def _tied(self, held: Dated, task: int, edge: str) -> Root | Edge:
        """Work that accompanies other work: what it is tied to at this edge."""
        links = held.links_of.get(task, [])
        date = held.date(task, edge)
        others = [link.predecessor if link.successor == task else link.successor for link in links]
        for other in sorted(others):
            for side in (edge, FINISH if edge == START else START):
                if held.date(other, side) == date and self.moved(other, side):
                    return Edge(other, side)
        return Root(CauseKind.SPAN, task)

    def _finish(self, held: Dated, task: int) -> Root | Edge:
        """The work of the task itself, or its start."""
        own = self.own_work(task)
        by_start, by_finish = self.moved(task, START), self.moved(task, FINISH)
        started = held.progress[held.index[task]] != NOT_STARTED
        if own is not None and (abs(by_finish - by_start) >= abs(by_start) or started):
            return own
        if by_start and (by_start > 0) == (by_finish > 0):
            return Edge(task, START)
        return own or self._start(held, task, FINISH)

    def _start(self, held: Dated, task: int, edge: str = START) -> Root | Edge:
        """What decides when the task can start; for ``edge`` finish, when the rest of its work can."""
        fields = self._own(task)
        cause = held.causes[held.index[task]]
        if "progress" in fields and self._newly_begun(task):
            return Root(CauseKind.PROGRESS, task)
        if "manual" in fields:
            return Root(CauseKind.MANUAL, task)
        if cause in (BY_CONSTRAINT, BY_LATE) and fields & {"constraint", "secondary_constraint"}:
            return Root(CauseKind.CONSTRAINT, task)
        if cause == BY_DELAY and fields & {"levelling_delay", "levelling_delay_elapsed"}:
            return Root(CauseKind.DELAY, task)
        if held.plan.project.from_finish:
            backwards = self._backwards(held, task, edge)
            if backwards is not None:
                return backwards
        if self._by_settings(cause, self.moved(task, edge)):
            return Root(CauseKind.SETTINGS)
        found: Root | Edge | None = self._linked(held.drivers(task), task, edge)
        if found is None and cause == BY_SUMMARY:
            found = self._above(held, task)
        found = found or self._otherwise(task, fields)
        return found or self._linked(held.nearly_driving(task), task, edge) or Root(CauseKind.UNKNOWN, task)

    def _backwards(self, held: Dated, task: int, edge: str) -> Root | Edge | None:
        """In a plan that is scheduled from its finish: the work of the task, or the successor that moved most."""
        own = self.own_work(task)
        if own is not None and not self.moved(task, FINISH):
            return own
        shift = self.moved(task, edge)
        after = [link.successor for link in held.links_of.get(task, ()) if link.predecessor == task]
        moved = [
            (-abs(push), other) for other in after if (push := self.moved(other, START)) and (push > 0) == (shift > 0)
        ]
        return Edge(min(moved)[1], START) if moved else own

    def _by_settings(self, cause: int, shift: int) -> bool:
        """Whether the start or the data date of the project decides and was moved the same way."""
        field = {BY_PROJECT_START: "start", BY_DATA_DATE: "data_date"}.get(cause)
        if field is None or not self.changed.project & PROJECT_DATES:
            return False
        was, becomes = (getattr(plan.project, field) for plan in (self.changed.before, self.changed.after))
        if was is None or becomes is None or self.changed.project & (PROJECT_DATES - {"start", "data_date"}):
            return True
        return bool((becomes > was) == (shift > 0) and becomes != was)

    def _above(self, held: Dated, task: int) -> Root | None:
        """A summary whose own dates or constraint hold what is below it."""
        for summary in held.outline.ancestors(task):
            fields = self._own(summary)
            if "manual" in fields:
                return Root(CauseKind.MANUAL, summary)
            if fields & {"constraint", "secondary_constraint"}:
                return Root(CauseKind.CONSTRAINT, summary)
        return None

    def own_start(self, task: int) -> Root | None:
        """A change of the task or of a link into it that decides its start; ``None`` where it only follows others."""
        found = self._next(Edge(task, START))
        return found if isinstance(found, Root) and found.kind not in UNTOLD else None

    def _linked(self, drivers: list[tuple[int, int, str]], task: int, moved: str) -> Root | Edge | None:
        """The link that decides: it was changed itself, or its predecessor moved."""
        shift = self.moved(task, moved)
        followed: list[tuple[int, int, Edge]] = []
        for link, predecessor, edge in drivers:
            root = self._of_link(link, predecessor, task)
            push = self.moved(predecessor, edge)
            if root is not None and (root.kind is not CauseKind.LINK_CHANGED or abs(shift - push) > abs(push)):
                return root
            if push and (push > 0) == (shift > 0):
                followed.append((-abs(push), predecessor, Edge(predecessor, edge)))
            elif root is not None:
                return root
        return min(followed)[2] if followed else None

    def _of_link(self, link: int, predecessor: int, task: int) -> Root | None:
        """The change of a link or of its existence."""
        changed = self.changed
        if predecessor in changed.added:
            return Root(CauseKind.ADDED, predecessor)
        if predecessor in changed.removed:
            return Root(CauseKind.REMOVED, predecessor)
        if "inactive" in changed.fields.get(predecessor, ()):
            return Root(CauseKind.ACTIVATION, predecessor)
        successor = (
            changed.link(link).successor if link in changed.before.links or link in changed.after.links else task
        )
        if link in changed.links_added:
            return Root(CauseKind.LINK_ADDED, successor, link)
        if link in changed.links_removed:
            return Root(CauseKind.LINK_REMOVED, successor, link)
        return Root(CauseKind.LINK_CHANGED, successor, link) if link in changed.links_changed else None

    def _own(self, task: int) -> set[str]:
        return self.changed.fields.get(task, set())

    def own_work(self, task: int) -> Root | None:
        """A change of the task that makes its work end at another time."""
        fields = self._own(task)
        if "progress" in fields and self._other_progress(task):
            return Root(CauseKind.PROGRESS, task)
        for kind, names in (
            (CauseKind.DURATION, OWN_DURATION),
            (CauseKind.MANUAL, {"manual"}),
            (CauseKind.PROGRESS, {"progress"}),
        ):
            if fields & names:
                return Root(kind, task)
        own = self._own_calendar(task)
        if own is not None:
            return own
        if task in self.changed.worked:
            return Root(CauseKind.RESOURCES, task)
        finish_held = {"constraint", "secondary_constraint", "expected_finish"}
        return Root(CauseKind.CONSTRAINT, task) if fields & finish_held else None

    def _own_calendar(self, task: int) -> Root | None:
        """Another calendar, or other working time of the same one."""
        if self._own(task) & {"calendar", "ignore_resource_calendars"}:
            return Root(CauseKind.CALENDAR, task)
        plan = self.changed.after
        calendar = plan.tasks[task].calendar
        if calendar is None:
            if "calendar" in self.changed.project:
                return Root(CauseKind.SETTINGS)
            calendar = plan.project.calendar
        if self.changed.calendar_chain(calendar):
            return Root(CauseKind.CALENDAR, 0, calendar or 0)
        for resource in self.after.resources_of.get(task, ()) if self.changed.calendars else ():
            own = plan.resources[resource].calendar if resource in plan.resources else None
            if self.changed.calendar_chain(own):
                return Root(CauseKind.CALENDAR, 0, own or 0)
        return None

    def _newly_begun(self, task: int) -> bool:
        """Whether the actual start is new, gone or another."""
        return actual(self.changed.before.tasks[task]) != actual(self.changed.after.tasks[task])

    def _other_progress(self, task: int) -> bool:
        """Whether what has been done differs, not only what is left of another duration."""
        was, becomes = self.changed.before.tasks[task].progress, self.changed.after.tasks[task].progress
        names = ("actual_start", "actual_finish", "actual_duration", "stop", "resume", "suspended")
        return any(getattr(was, name, None) != getattr(becomes, name, None) for name in names)

    def _otherwise(self, task: int, fields: set[str]) -> Root | None:
        """No link decides: what else about the task, its calendar or the project is new."""
        if fields & {"constraint", "secondary_constraint", "expected_finish"}:
            return Root(CauseKind.CONSTRAINT, task)
        if fields & {"levelling_delay", "levelling_delay_elapsed"}:
            return Root(CauseKind.DELAY, task)
        if "parent" in fields:
            return Root(CauseKind.OUTLINE, task)
        own = self.own_work(task)
        if own is not None:
            return own
        gone = [i for i in sorted(self.changed.links_removed) if self.changed.before.links[i].successor == task]
        if gone:
            return self._of_link(gone[0], self.changed.before.links[gone[0]].predecessor, task)
        told = self.changed.project & PROJECT_DATES
        return Root(CauseKind.SETTINGS) if told else None


def actual(task: Task) -> int | None:
    """The actual start."""
    return None if task.progress is None else task.progress.actual_start
