"""What changed since the last plan, where both number their tasks in ways of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.diff import diff_plans
from headway.core.plan.entities import External
from headway.core.schedule import schedule
from headway.reports.plan_report.since import Last, since_of
from tests.drawn import build, id_of

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan


def renumbered(plan: Plan, by: int) -> Plan:
    """The same plan under other ids, told apart by GUIDs that stay."""
    tasks = {
        number + by: msgspec.structs.replace(task, id=number + by, parent=task.parent + by if task.parent else 0)
        for number, task in plan.tasks.items()
    }
    links = {
        number: msgspec.structs.replace(link, predecessor=link.predecessor + by, successor=link.successor + by)
        for number, link in plan.links.items()
    }
    return msgspec.structs.replace(plan, tasks=tasks, links=links)


def with_guids(plan: Plan) -> Plan:
    tasks = {
        number: msgspec.structs.replace(task, external=External(guid=f"guid-{task.name}"))
        for number, task in plan.tasks.items()
    }
    return msgspec.structs.replace(plan, tasks=tasks)


def test_a_line_names_its_task_by_the_number_of_the_new_plan() -> None:
    old = with_guids(build("A 2d\nB 1d after A"))
    number = id_of(old, "A")
    longer = {**old.tasks, number: msgspec.structs.replace(old.tasks[number], duration=4 * 4_800)}
    new = renumbered(msgspec.structs.replace(old, tasks=longer), by=100)
    before, after = schedule(old), schedule(new)
    since = since_of(Last("last.mpp", before, diff_plans(before, after)))
    assert [line.task for line in since.lines] == [number + 100]
