"""Compiles every kernel of the engine by asking it every question about a small plan.

numba compiles a kernel for the types of its arguments, and these are the same for every plan: a plan of five tasks is
as good as one of fifty thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

import msgspec

from headway.cli import kernels
from headway.core.compare import compare
from headway.core.plan.entities import (
    Assignment,
    Calendar,
    CalendarException,
    Link,
    LinkKind,
    Resource,
    SavedDates,
    Shift,
    Task,
)
from headway.core.plan.plan import Plan, Project, Rules
from headway.core.review import RULES
from headway.core.review.fixing import fix
from headway.core.schedule import Schedule, schedule
from headway.core.schedule.drivers import find_drivers
from headway.core.schedule.explain import explain
from headway.core.schedule.findings import findings
from headway.core.schedule.paths import float_paths
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR

_MONDAY = 19_785
_DAY = (Shift(8 * TENTHS_PER_HOUR, 12 * TENTHS_PER_HOUR), Shift(13 * TENTHS_PER_HOUR, 17 * TENTHS_PER_HOUR))
_WORK = 8 * TENTHS_PER_HOUR


def _drive(answer: Schedule) -> None:
    drivers = find_drivers(answer)
    drivers.critical()
    drivers.longest_path()


def _explain(answer: Schedule) -> None:
    for task_id in answer.compiled.task_ids:
        explain(answer, task_id)


def _find_paths(answer: Schedule) -> None:
    float_paths(answer, answer.compiled.task_ids[-1])


def _find_findings(answer: Schedule) -> None:
    findings(answer)


def _compare(answer: Schedule) -> None:
    compare(answer)


def _review(answer: Schedule) -> None:
    fix(schedule(mendable_plan(answer.compiled.plan)), tuple(RULES))


QUESTIONS: MappingProxyType[str, Callable[[Schedule], None]] = MappingProxyType(
    {
        "drivers": _drive,
        "explanations": _explain,
        "paths": _find_paths,
        "findings": _find_findings,
        "comparison": _compare,
        "review": _review,
    }
)
"""What is asked of a schedule, by the word that the progress bar shows."""


def small_plan(rules: Rules, from_finish: bool = False) -> Plan:
    """A plan with a summary, a loop, a resource calendar, every kind of link and saved dates."""
    start = _MONDAY * TENTHS_PER_DAY + 8 * TENTHS_PER_HOUR
    tasks = [Task(1, "Summary"), *(Task(n, f"Task {n}", parent=1, duration=n * _WORK) for n in range(2, 7))]
    kinds = (LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF)
    links = [Link(n, n + 1, n + 2, kind, lag=_WORK) for n, kind in enumerate(kinds, start=1)]
    links += [Link(5, 6, 5), Link(6, 5, 6)]
    week = (_DAY,) * 5 + ((),) * 2
    own = Calendar(2, "Own", parent=1, exceptions=(CalendarException(_MONDAY + 2, _MONDAY + 2),))
    finish = start + 40 * TENTHS_PER_DAY
    return Plan(
        project=Project(
            "Warm", rules, start=start, finish=finish, from_finish=from_finish, data_date=start, calendar=1
        ),
        tasks={task.id: task for task in tasks},
        links={link.id: link for link in links},
        calendars={1: Calendar(1, "Standard", days=week), 2: own},
        resources={1: Resource(1, "Somebody", calendar=2)},
        assignments={1: Assignment(1, 3, 1)},
        saved={2: SavedDates(2, start=start, finish=start, total_float=0)},
    )


def mendable_plan(plan: Plan) -> Plan:
    """The small plan without its circle and with a task that waits for the summary: links of it can come and go."""
    links = {number: link for number, link in plan.links.items() if number < 5}
    last = Task(7, "Task 7", duration=_WORK)
    return msgspec.structs.replace(
        plan, tasks={**plan.tasks, 7: last}, links={**links, 5: Link(5, 1, 7), 6: Link(6, 2, 7, lag=-_WORK)}
    )


def steps(rules: Rules) -> Iterator[tuple[str, Callable[[], None]]]:
    """What compiles the kernels for these rules, piece by piece: a word and the work."""
    answers: list[Schedule] = []

    def date() -> None:
        answers.append(schedule(small_plan(rules)))

    yield "dates", date
    if rules is Rules.MSPROJECT:
        yield "dates from the finish", lambda: answers.append(schedule(small_plan(rules, from_finish=True)))
    for word, question in QUESTIONS.items():
        yield word, lambda question=question: question(answers[0])  # type: ignore[misc]


def warm(rules: Rules) -> None:
    """Compile all kernels for these rules, and note it."""
    for _, step in steps(rules):
        step()
    kernels.mark_warm(rules)
