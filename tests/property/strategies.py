"""Random plans for property tests: valid ones, with every field of every entity in play.

Hypothesis draws a seed and how large and how rich the plan is, the rest follows from the seed: a hundred times faster
than drawing field by field, and a failing plan still shrinks to a small and plain one.  The value of a field follows
from its type, with three exceptions: what refers to another entity is picked from those that are there, parents and
links only ever lead backwards (so there are no cycles), and fields with a range or an order of their own are made
within it.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable
from enum import Enum
from random import Random
from typing import Any

import msgspec
from hypothesis import strategies as st

from headway.core.changes import Change, diff
from headway.core.plan.entities import (
    Assignment,
    Baseline,
    Calendar,
    CalendarException,
    Entity,
    Link,
    Resource,
    SavedDates,
    Shift,
    Sprint,
    Task,
    ThreePoint,
    WorkWeek,
)
from headway.core.plan.plan import Plan, Project
from headway.core.plan.ranks import initial_ranks

_NUMBERS = [0, 1, 7, 100, 255, 256, 257, 480, 500, 4_800, 10_000]
_TEXTS = ["", "A", "Pour", "Größe", "名前", 'a "quoted" \\ one', "two\nlines", "\x00", "🏗"]
_MOMENTS = {
    *("start", "finish", "actual_start", "actual_finish", "stop", "resume", "suspended", "date", "deadline", "taken"),
    *("expected_finish", "data_date", "must_finish_by", "external_early_start", "external_late_finish"),
}
_DAYS: list[tuple[Shift, ...]] = [
    (),
    (Shift(4_800, 7_200), Shift(7_800, 10_200)),
    (Shift(13_200, 18_000),),
    (Shift(0, 14_400),),
]

Maker = Callable[["Dice", str], Any]


class Dice(msgspec.Struct):
    """The source of all chance in a plan: ``rich`` is the share of fields that are not left at their default."""

    random: Random
    rich: float = 0.5

    def id(self) -> int:
        return self.random.choice([self.random.randint(1, 9), self.random.randint(1, 2**53 - 1)])

    def ids(self, most: int) -> list[int]:
        return list(dict.fromkeys(self.id() for _ in range(self.random.randint(0, most))))

    def pick(self, ids: list[int]) -> int | None:
        return self.random.choice([None, *ids])

    def fields(self, kind: type[Entity], **given: Any) -> Any:
        """A value of ``kind`` with the ``given`` fields."""
        values = dict(given)
        for name, required, make in _makers(kind):
            if name not in given and (required or self.random.random() < self.rich):
                values[name] = make(self, name)
        return kind(**values)


@functools.cache
def _makers(kind: type[Entity]) -> list[tuple[str, bool, Maker]]:
    hints = typing.get_type_hints(kind)
    return [(field.name, field.required, _maker(hints[field.name])) for field in msgspec.structs.fields(kind)]


@functools.cache
def _maker(hint: Any) -> Maker:
    """How a value of type ``hint`` is made; the name of the field tells instants from other integers."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        makers = [_maker(each) for each in arguments]
        return lambda dice, name: dice.random.choice(makers)(dice, name)
    if origin is tuple:
        inner = _maker(arguments[0])
        return lambda dice, name: tuple(inner(dice, name) for _ in range(dice.random.randint(0, 2)))
    if origin is dict:
        return lambda dice, _: {dice.random.choice(_TEXTS): _custom(dice) for _ in range(dice.random.randint(0, 3))}
    if isinstance(hint, type) and issubclass(hint, Enum):
        members = list(hint)
        return lambda dice, _: dice.random.choice(members)
    if isinstance(hint, type) and issubclass(hint, Entity):
        return _SPECIAL.get(hint) or (lambda dice, _: dice.fields(hint))
    return _PLAIN[hint]


def _integer(dice: Dice, name: str) -> int:
    return dice.random.randint(262_000_000, 330_000_000) if name in _MOMENTS else dice.random.choice(_NUMBERS)


def _custom(dice: Dice) -> str | int | float | bool:
    values: list[str | int | float | bool] = ["x", "", 0, 1, -(2**53), 0.0, 1.0, 0.1, -1e300, True, False]
    return dice.random.choice(values)


def _week(dice: Dice) -> tuple[tuple[Shift, ...] | None, ...]:
    return tuple(dice.random.choice([None, *_DAYS]) for _ in range(7))


def _range(dice: Dice) -> tuple[int, int]:
    first = dice.random.randint(18_000, 22_000)
    return first, first + dice.random.randint(0, 400)


_PLAIN: dict[Any, Maker] = {
    int: _integer,
    str: lambda dice, _: dice.random.choice(_TEXTS),
    bool: lambda dice, _: dice.random.random() < 0.5,
    float: lambda dice, _: dice.random.choice([0.0, 0.5, 3.0, 13.0]),
    types.NoneType: lambda _dice, _: None,
}
_SPECIAL: dict[type[Entity], Maker] = {
    Shift: lambda dice, _: dice.random.choice(_DAYS[1:])[0],
    ThreePoint: lambda dice, _: ThreePoint(*sorted(dice.random.choices(_NUMBERS, k=3))),
    CalendarException: lambda dice, _: CalendarException(*_range(dice), dice.random.choice(_DAYS), "Holiday"),
    WorkWeek: lambda dice, _: WorkWeek(*_range(dice), _week(dice)),
}


def random_plan(dice: Dice, most_tasks: int) -> Plan:
    """A plan whose references all lead somewhere, without cycles of parents or links."""
    calendars: dict[int, Calendar] = {}
    for number in dice.ids(2):
        calendars[number] = dice.fields(Calendar, id=number, parent=dice.pick(list(calendars)), days=_week(dice))
    resources: dict[int, Resource] = {}
    for number in dice.ids(2):
        above, calendar = dice.pick(list(resources)), dice.pick(list(calendars))
        resources[number] = dice.fields(Resource, id=number, parent=above, calendar=calendar)
    tasks = _tasks(dice, most_tasks, list(calendars))
    return Plan(
        project=dice.fields(Project, calendar=dice.pick(list(calendars))),
        tasks=tasks,
        links=_links(dice, list(tasks)),
        calendars=calendars,
        resources=resources,
        assignments=_assignments(dice, list(tasks), list(resources)),
        baselines={number: dice.fields(Baseline, id=number) for number in dice.ids(1)},
        sprints={number: dice.fields(Sprint, id=number) for number in dice.ids(1)},
        saved={number: dice.fields(SavedDates, task=number) for number in list(tasks)[:2]},
    )


def _tasks(dice: Dice, most: int, calendars: list[int]) -> dict[int, Task]:
    tasks: dict[int, Task] = {}
    ranks = ["", *initial_ranks(4)]
    for number in dice.ids(most):
        parent, calendar = dice.pick(list(tasks)) or 0, dice.pick(calendars)
        tasks[number] = dice.fields(Task, id=number, parent=parent, rank=dice.random.choice(ranks), calendar=calendar)
    return tasks


def _links(dice: Dice, tasks: list[int]) -> dict[int, Link]:
    """Links from earlier to later tasks, so that there is no loop between them."""
    links: dict[int, Link] = {}
    for number in dice.ids(4) if len(tasks) > 1 else []:
        earlier, later = sorted(dice.random.sample(range(len(tasks)), 2))
        links[number] = dice.fields(Link, id=number, predecessor=tasks[earlier], successor=tasks[later])
    return links


def _assignments(dice: Dice, tasks: list[int], resources: list[int]) -> dict[int, Assignment]:
    found: dict[int, Assignment] = {}
    for number in dice.ids(2) if tasks else []:
        task = dice.random.choice(tasks)
        found[number] = dice.fields(Assignment, id=number, task=task, resource=dice.pick(resources))
    return found


def edited(dice: Dice, plan: Plan) -> Plan:
    """``plan`` after a few random edits: entities of another plan put in, some removed, some fields changed."""
    other = random_plan(dice, 2)
    tasks = {number: task for number, task in plan.tasks.items() if dice.random.random() < 0.8}
    names = [name for name in Task.__struct_fields__ if name != "id"]
    for number in tasks:
        changed = dice.fields(Task, id=number)
        for field in dice.random.sample(names, dice.random.choice([0, 0, 1, 2])):
            tasks[number] = msgspec.structs.replace(tasks[number], **{field: getattr(changed, field)})
    return msgspec.structs.replace(
        plan,
        tasks={**tasks, **other.tasks},
        links=dice.random.choice([plan.links, other.links]),
        project=dice.random.choice([plan.project, plan.project, other.project]),
        resources=dice.random.choice([plan.resources, other.resources]),
    )


def _dice(seed: int, rich: int) -> Dice:
    return Dice(Random(seed), rich / 10)


_SEEDS = st.integers(0, 2**32)
_RICH = st.integers(0, 10)


@st.composite
def plans(draw: st.DrawFn, most_tasks: int = 8) -> Plan:
    """Plans of up to ``most_tasks`` tasks."""
    return random_plan(_dice(draw(_SEEDS), draw(_RICH)), draw(st.integers(0, most_tasks)))


@st.composite
def plans_and_changes(draw: st.DrawFn) -> tuple[Plan, tuple[Change, ...], tuple[Change, ...]]:
    """A plan and two independent lists of changes that apply to it."""
    dice = _dice(draw(_SEEDS), draw(_RICH))
    plan = random_plan(dice, draw(st.integers(0, 8)))
    return plan, diff(plan, edited(dice, plan)), diff(plan, edited(dice, plan))
