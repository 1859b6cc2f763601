"""What happens to a plan when one task takes longer: the changes that make it so, and the schedule after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.calendar.kernels import add_work, work_between
from headway.core.changes import Set, apply
from headway.core.plan.entities import LagKind, TaskType
from headway.core.plan.plan import Rules
from headway.core.schedule import patch, solve
from headway.core.schedule.network import LEAF, MANUAL

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.entities import Manual, Task
    from headway.core.review.critical_path import CriticalPath
    from headway.core.review.reviewed import Reviewed
    from headway.core.schedule import Schedule


@dataclass(frozen=True)
class Trial:
    """A delay that was tried.  Spans are working time of ``calendar`` (an index), the one that the task works by: a
    movement measured there is the same before and after holidays."""

    reviewed: Reviewed
    path: CriticalPath
    task: Task
    after: Schedule
    calendar: int
    delay: int

    @property
    def before(self) -> Schedule:
        return self.reviewed.schedule

    @property
    def day(self) -> int:
        """Span of a working day."""
        return self.reviewed.day(self.task)

    @property
    def moved(self) -> int:
        """By how much the finish of the project moved."""
        return self.between(self.before.finish, self.after.finish)

    @property
    def expected(self) -> int:
        """By how much it should: as the finish of the task did, or by the whole delay where a constraint of the task
        itself swallows it."""
        own = self.moved_by(self.task.id)
        return own if 2 * own > self.delay else self.delay

    def moved_by(self, task: int) -> int:
        """By how much the early finish of one task moved; 0 where it has none."""
        finishes = [each.dates(task).early_finish for each in (self.before, self.after)]
        return 0 if None in finishes else self.between(*(each or 0 for each in finishes))

    def took(self, task: int) -> bool:
        """Whether the delay reached a task, for the most part: calendars make it a little more or less."""
        return 2 * self.moved_by(task) > self.expected

    def between(self, begin: int, end: int) -> int:
        """Working time between two instants."""
        return int(work_between(self.before.compiled.calendars.working_time, self.calendar, begin, end))

    def node(self, task: int) -> Any:
        """The row of a task in the network."""
        compiled = self.before.compiled
        return compiled.network.tasks[compiled.index[task]]

    def stands_alone(self, task: int) -> bool:
        """Whether a task has dates of its own, not just those of the tasks below it."""
        node = self.node(task)
        return bool(node["role"] == LEAF or node["marks"] & MANUAL)

    @cached_property
    def stuck(self) -> tuple[int, ...]:
        """Tasks of the path that the delay did not reach although it reached what they wait for, or the delayed task
        itself."""
        took = {task for task in self.path.tasks if self.took(task)}
        return tuple(task for task in self.path.tasks if task not in took and self.waits_for(task, took))

    def waits_for(self, task: int, others: set[int]) -> bool:
        """Whether a task is the delayed one, or one of the others is its predecessor."""
        links = self.reviewed.predecessors.get(task, [])
        return task == self.task.id or any(link.predecessor in others for link in links)

    @property
    def drives_still(self) -> bool:
        """Whether the finish, where time is counted in several ways, depends on the delayed task before and after, and
        nothing on the way is stuck."""
        paths = [set(longest(each)) for each in (self.before, self.after)]
        if not all(self.task.id in path for path in paths) or not self.is_mixed(set.union(*paths)):
            return False
        ends = [task for task in paths[0] if self.before.dates(task).early_finish == self.before.finish]
        return not self.stuck and any(self.took(task) for task in ends)

    def is_mixed(self, tasks: set[int]) -> bool:
        """Whether the time of tasks is counted in several ways: calendars of tasks, resources and lags, shares."""
        network = self.before.compiled.network
        nodes = [self.node(task) for task in tasks]
        calendars = {int(node["calendar"]) for node in nodes}
        for node in nodes:
            calendars |= set(network.pieces["calendar"][node["pieces"] : node["pieces_end"]].tolist())
        lags = [link for link in self.reviewed.plan.links.values() if link.predecessor in tasks and link.lag]
        return len(calendars) > 1 or any(link.lag_kind is not LagKind.WORKING for link in lags)


def longest(schedule: Schedule) -> list[int]:
    """Tasks (ids) on the longest path."""
    on = schedule.drivers.longest_path().tolist()
    return [task for task, marked in zip(schedule.compiled.task_ids, on, strict=True) if marked]


def try_delay(reviewed: Reviewed, path: CriticalPath, task: Task, days: float) -> Trial:
    """Schedule again with a task that takes ``days`` (working days of its own) longer."""
    compiled = reviewed.schedule.compiled
    own = int(compiled.network.tasks["calendar"][compiled.index[task.id]])
    calendar = compiled.settings.project_calendar if task.elapsed else own
    after = delayed(reviewed.schedule, task.id, reviewed.span(days, task))
    return Trial(reviewed, path, task, after, calendar, round(days * reviewed.day(task)))


def delayed(schedule: Schedule, task_id: int, span: int) -> Schedule:
    """The plan scheduled again with ``span`` (of the task's calendar) more remaining duration of one task."""
    compiled = schedule.compiled
    changes = longer(schedule, compiled.plan.tasks[task_id], span)
    return solve(patch(compiled, apply(compiled.plan, changes), changes))


def longer(schedule: Schedule, task: Task, span: int) -> tuple[Change, ...]:
    """The changes that make a task take ``span`` longer.

    What else could decide its finish is taken out of the way: its assignments, the parts of a split, an expected
    finish.  Its constraint stays.
    """
    whole = own_span(schedule, task) + span
    wanted: dict[str, object] = {
        "duration": whole,
        "type": TaskType.FIXED_DURATION,
        "resource_dependent": False,
        "parts": (),
        "expected_finish": None,
    }
    if task.progress is not None and task.progress.remaining_duration is not None:
        p6 = schedule.compiled.rules is Rules.P6
        left = whole if p6 else task.progress.remaining_duration + span
        wanted["progress"] = msgspec.structs.replace(task.progress, remaining_duration=left)
    if task.manual is not None:
        wanted["manual"] = later(schedule, task.manual, task.id, span)
    return tuple(
        Set("task", task.id, field, getattr(task, field), value)
        for field, value in wanted.items()
        if getattr(task, field) != value
    )


def own_span(schedule: Schedule, task: Task) -> int:
    """What lies between the early dates of a task in its own calendar, whoever works on it (P6: what remains)."""
    compiled = schedule.compiled
    at = compiled.index[task.id]
    dates, calendar = schedule.arrays[at], compiled.network.tasks["calendar"][at]
    working_time = compiled.calendars.working_time
    return int(work_between(working_time, calendar, dates["early_start"], dates["early_finish"]))


def later(schedule: Schedule, manual: Manual, task_id: int, span: int) -> Manual:
    """Typed dates with a finish, and a duration, that are ``span`` later."""
    compiled = schedule.compiled
    calendar = compiled.network.tasks["calendar"][compiled.index[task_id]]
    finish, duration = manual.finish, manual.duration
    return msgspec.structs.replace(
        manual,
        finish=None if finish is None else int(add_work(compiled.calendars.working_time, calendar, finish, span)),
        duration=None if duration is None else duration + span,
    )
