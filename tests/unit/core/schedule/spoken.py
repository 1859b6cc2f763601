"""Drawn plans, scheduled and explained: what the engine says about a task, as text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headway.core.schedule import Schedule, schedule
from headway.core.schedule.drivers import Drivers, find_drivers
from headway.core.schedule.explain import Explanation, explain
from headway.core.schedule.findings import Finding, findings
from headway.messages import render
from tests.drawn import build, id_of

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan


@dataclass(frozen=True)
class Spoken:
    """A drawn plan with its schedule; tasks by name."""

    plan: Plan
    schedule: Schedule
    drivers: Drivers

    def id(self, name: str) -> int:
        return id_of(self.plan, name)

    def name(self, task: int) -> str:
        return self.plan.tasks[task].name

    def names(self, tasks: tuple[int, ...]) -> list[str]:
        return [self.name(task) for task in tasks]

    def of(self, name: str) -> Explanation:
        return explain(self.schedule, self.id(name), self.drivers)

    def start(self, name: str) -> str:
        return render(self.of(name).start.message)

    def finish(self, name: str) -> str:
        return render(self.of(name).finish.message)

    def late(self, name: str) -> str:
        return render(self.of(name).late.message)

    def total_float(self, name: str) -> str:
        return render(self.of(name).total_float.message)

    def earlier(self, name: str) -> str:
        return render(self.of(name).earlier.message)

    def chain(self, name: str) -> list[str]:
        return [step.task.name for step in self.of(name).chain]

    def drivers_of(self, name: str) -> list[str]:
        return self.names(self.drivers.tasks(self.id(name)))

    def marked(self, mask: object) -> list[str]:
        """Names of the tasks that a mask over tasks marks."""
        return [self.name(task) for task, on in zip(self.schedule.compiled.task_ids, list(mask), strict=True) if on]  # type: ignore[call-overload]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return findings(self.schedule, self.drivers)

    def found(self, code: str) -> list[str]:
        """Texts of the findings with a code."""
        return [render(each.message) for each in self.findings if each.code == code]


def spoken(text: str) -> Spoken:
    """The plan of a text, scheduled."""
    return of_plan(build(text))


def of_plan(plan: Plan) -> Spoken:
    done = schedule(plan)
    return Spoken(plan, done, find_drivers(done))
