"""A file written and read again has ids of its own: find out which row is which, and give the plan's ids back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.outline import outline_of
from headway.formats.writing.additions import without_additions

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from headway.core.plan.entities import Assignment, Link
    from headway.core.plan.plan import Plan
    from headway.formats.writing.context import Context

Ids = dict[int, int]
"""The plan's ids by those of the rows read back."""
Rows = tuple[Mapping[int, Any], Iterable[int]]
"""Rows by id, and their order."""


def align(back: Plan, context: Context) -> Plan:
    """``back`` with the ids of the plan written.  Rows that the plan does not have get ids above all others."""
    plan = context.plan
    back = without_additions(back, context)
    tasks = _task_ids(back, context)
    calendars = _matched((back.calendars, back.calendars), (plan.calendars, plan.calendars), context.calendars.back())
    resources = _matched((back.resources, back.resources), (plan.resources, plan.resources), context.resources.back())
    links = _by_key(_link_keys(back.links.values(), tasks), _link_keys(plan.links.values(), None))
    links = _complete(links, back.links, plan.links)
    assignments = _by_key(
        _assignment_keys(back.assignments.values(), (tasks, resources)),
        _assignment_keys(plan.assignments.values(), None),
    )
    assignments = _complete(assignments, back.assignments, plan.assignments)
    aligned = msgspec.structs.replace(
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
    return _with_folded(aligned, context)


def _with_folded(aligned: Plan, context: Context) -> Plan:
    """The root that the project stands for in the file, above all that is at the top."""
    tasks = aligned.tasks
    for root in context.folded:
        below = {key: _replaced(task, parent=task.parent or root) for key, task in tasks.items()}
        tasks = {root: context.plan.tasks[root], **below}
    return msgspec.structs.replace(aligned, tasks=tasks)


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
    """By number where number and name agree, then by name in the order of the outline, then by number alone."""
    return _matched(
        (back.tasks, outline_of(back).order), (context.plan.tasks, context.outline.order), context.tasks.back()
    )


def _matched(back: Rows, own: Rows, by_number: Ids) -> Ids:
    (rows, order), (own_rows, own_order) = back, own
    found = {
        key: by_number[key]
        for key in order
        if key in by_number and _letters(own_rows[by_number[key]].name) == _letters(rows[key].name)
    }
    taken = set(found.values())
    rest = [(rows[key].name, key) for key in order if key not in found]
    found |= _by_key(rest, [(own_rows[key].name, key) for key in own_order if key not in taken])
    taken = set(found.values())
    found |= {key: by_number[key] for key in order if key not in found and by_number.get(key, 0) not in taken | {0}}
    return _complete(found, rows, own_rows)


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
