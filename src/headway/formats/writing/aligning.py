"""A file written and read again has ids of its own: find out which row is which, and give the plan's ids back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.outline import outline_of
from headway.formats.writing.additions import without_additions

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from headway.core.plan.entities import Assignment, Link, Task
    from headway.core.plan.plan import Plan
    from headway.formats.writing.context import Context
    from headway.formats.writing.numbers import Numbers

Ids = dict[int, int]
"""The plan's ids by those of the rows read back."""


def align(back: Plan, context: Context) -> Plan:
    """``back`` with the ids of the plan written.  Rows that the plan does not have get ids above all others."""
    plan = context.plan
    back = without_additions(back, context)
    tasks = _task_ids(back, context)
    calendars = _by_number_or_name(back.calendars, plan.calendars, context.calendars)
    resources = _by_number_or_name(back.resources, plan.resources, context.resources)
    links = _by_key(_link_keys(back.links.values(), tasks), _link_keys(plan.links.values(), None))
    links = _complete(links, back.links, plan.links)
    assignments = _by_key(
        _assignment_keys(back.assignments.values(), (tasks, resources)),
        _assignment_keys(plan.assignments.values(), None),
    )
    assignments = _complete(assignments, back.assignments, plan.assignments)
    return msgspec.structs.replace(
        back,
        project=_replaced(back.project, calendar=_of(calendars, back.project.calendar)),
        tasks=_rebuilt(
            back.tasks,
            tasks,
            lambda each: {"parent": tasks.get(each.parent, 0), "calendar": _of(calendars, each.calendar)},
        ),
        links=_rebuilt(
            back.links,
            links,
            lambda each: {"predecessor": tasks[each.predecessor], "successor": tasks[each.successor]},
        ),
        calendars=_rebuilt(back.calendars, calendars, lambda each: {"parent": _of(calendars, each.parent)}),
        resources=_rebuilt(
            back.resources,
            resources,
            lambda each: {"calendar": _of(calendars, each.calendar), "parent": _of(resources, each.parent)},
        ),
        assignments=_rebuilt(
            back.assignments,
            assignments,
            lambda each: {"task": tasks[each.task], "resource": _of(resources, each.resource)},
        ),
        baselines={
            number: _replaced(baseline, dates=tuple(_replaced(each, task=tasks[each.task]) for each in baseline.dates))
            for number, baseline in back.baselines.items()
        },
        saved={tasks[key]: _replaced(saved, task=tasks[key]) for key, saved in back.saved.items()},
    )


def _replaced(value: Any, **fields: Any) -> Any:
    return msgspec.structs.replace(value, **fields)


def _of(ids: Ids, key: int | None) -> int | None:
    return None if key is None else ids[key]


def _rebuilt(rows: Mapping[int, Any], ids: Ids, references: Callable[[Any], dict[str, Any]]) -> dict[int, Any]:
    made = (_replaced(row, id=ids[row.id], **references(row)) for row in rows.values())
    return {row.id: row for row in made}


def _complete(found: Ids, back: Iterable[int], own: Iterable[int]) -> Ids:
    """``found`` with ids of their own for the rows that match nothing."""
    fresh = max(own, default=0) + 1
    for key in back:
        if key not in found:
            found[key] = fresh
            fresh += 1
    return found


def _task_ids(back: Plan, context: Context) -> Ids:
    """By number where number and name agree, the others by their place in the outline."""
    plan, by_number = context.plan, context.tasks.back()
    found: Ids = {}
    for key, task in back.tasks.items():
        own = by_number.get(key)
        if own is not None and _same_name(task, plan.tasks[own]):
            found[key] = own
    taken = set(found.values())
    left = [key for key in context.outline.order if key not in taken]
    rest = [key for key in outline_of(back).order if key not in found]
    found |= _by_key([(back.tasks[key].name, key) for key in rest], [(plan.tasks[key].name, key) for key in left])
    return _complete(found, back.tasks, plan.tasks)


def _same_name(one: Task, other: Task) -> bool:
    return _letters(one.name) == _letters(other.name)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _by_key(back: Iterable[tuple[Hashable, int]], own: Iterable[tuple[Hashable, int]]) -> Ids:
    """The n-th row with a key is the n-th one of the plan with it."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for key, number in own:
        waiting[key].append(number)
    for numbers in waiting.values():
        numbers.reverse()
    return {number: waiting[key].pop() for key, number in back if waiting.get(key)}


def _by_number_or_name(back: Mapping[int, Any], own: Mapping[int, Any], numbers: Numbers) -> Ids:
    by_number = numbers.back()
    found = {
        key: by_number[key] for key, row in back.items() if key in by_number and own[by_number[key]].name == row.name
    }
    taken = set(found.values())
    rest = [(row.name, key) for key, row in back.items() if key not in found]
    found |= _by_key(rest, [(row.name, key) for key, row in own.items() if key not in taken])
    return _complete(found, back, own)


def _link_keys(links: Iterable[Link], tasks: Ids | None) -> list[tuple[Hashable, int]]:
    return [((_or_own(tasks, link.predecessor), _or_own(tasks, link.successor), link.kind), link.id) for link in links]


def _assignment_keys(rows: Iterable[Assignment], ids: tuple[Ids, Ids] | None) -> list[tuple[Hashable, int]]:
    tasks, resources = ids or (None, None)
    return [
        ((_or_own(tasks, row.task), None if row.resource is None else _or_own(resources, row.resource)), row.id)
        for row in rows
    ]


def _or_own(ids: Ids | None, key: int) -> int:
    return key if ids is None else ids[key]
