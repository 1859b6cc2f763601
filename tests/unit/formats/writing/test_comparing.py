"""A file read back is laid beside the plan: same ids, and each difference named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.entities import Baseline, BaselineDates, Calendar, Progress, SavedDates, Task
from headway.formats.writing.aligning import align
from headway.formats.writing.comparing import losses_between
from headway.formats.writing.drafting import draft_plan
from headway.formats.writing.known import KNOWN, reason_for
from headway.formats.writing.showing import shown
from tests.unit.formats.writing.plans import MONDAY, context_for, house

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.formats import WriteLoss


def losses(plan: Plan, back: Plan, name: str = "mspdi") -> dict[str, WriteLoss]:
    context = context_for(plan, name)
    draft_plan(context)
    return {f"{each.entity}.{each.field}": each for each in losses_between(align(back, context), context)}


def with_task(plan: Plan, task_id: int, **changes: object) -> Plan:
    changed = msgspec.structs.replace(plan.tasks[task_id], **changes)
    return msgspec.structs.replace(plan, tasks=plan.tasks | {task_id: changed})


def shifted(plan: Plan, by: int) -> Plan:
    """The plan with other ids everywhere, as a file that renumbers its rows gives it back."""
    move = {key: key + by for key in plan.tasks} | {0: 0}
    return msgspec.structs.replace(
        plan,
        tasks={
            move[key]: msgspec.structs.replace(task, id=move[key], parent=move[task.parent])
            for key, task in plan.tasks.items()
        },
        links={
            key: msgspec.structs.replace(link, predecessor=move[link.predecessor], successor=move[link.successor])
            for key, link in plan.links.items()
        },
        assignments={
            key: msgspec.structs.replace(each, task=move[each.task]) for key, each in plan.assignments.items()
        },
        baselines={
            key: msgspec.structs.replace(
                each, dates=tuple(msgspec.structs.replace(row, task=move[row.task]) for row in each.dates)
            )
            for key, each in plan.baselines.items()
        },
        saved={move[key]: msgspec.structs.replace(each, task=move[key]) for key, each in plan.saved.items()},
    )


def test_equal_plans_lose_nothing() -> None:
    assert losses(house(), house()) == {}


def test_rows_are_found_again_by_name_and_place() -> None:
    assert losses(house(), shifted(house(), 100)) == {}


def test_a_changed_field_is_a_loss() -> None:
    (loss,) = losses(house(), with_task(house(), 3, duration=9_600)).values()
    assert (loss.entity, loss.field, loss.count, loss.id, loss.name) == ("task", "duration", 1, 3, "Plaster")
    assert (loss.before, loss.after) == ("480 min", "960 min")


def test_losses_of_one_field_are_one_group() -> None:
    back = with_task(with_task(house(), 3, priority=1), 4, priority=2)
    loss = losses(house(), back)["task.priority"]
    assert (loss.count, loss.id) == (2, 3)


def test_a_row_that_is_gone() -> None:
    plan = house()
    back = msgspec.structs.replace(plan, links={1: plan.links[1], 2: plan.links[2]})
    loss = losses(plan, back)["link.existence"]
    assert (loss.id, loss.name, loss.before, loss.after) == (3, "Paint > Done", "yes", "no")


def test_a_row_that_came_along() -> None:
    back = msgspec.structs.replace(house(), tasks=house().tasks | {77: Task(77, "Extra", rank="zz")})
    loss = losses(house(), back)["task.existence"]
    assert (loss.before, loss.after) == ("no", "yes")


def test_rows_in_another_order() -> None:
    back = with_task(with_task(house(), 3, rank="c"), 4, rank="b")
    assert losses(house(), back)["task.order"].before == "2"


def test_another_parent() -> None:
    assert losses(house(), with_task(house(), 5, parent=1, rank="d"))["task.parent"].id == 5


def test_dates_of_tasks_and_baselines() -> None:
    plan = house()
    back = msgspec.structs.replace(
        plan,
        saved=plan.saved | {2: msgspec.structs.replace(plan.saved[2], start=MONDAY + 600)},
        baselines={1: Baseline(1, "Baseline", dates=(BaselineDates(2, MONDAY + 600),))},
    )
    found = losses(plan, back)
    assert found["dates.start"].before == "2026-03-02 08:00"
    assert found["dates.start"].after == "2026-03-02 09:00"
    assert {"baseline.dates.start", "baseline.dates.finish", "baseline.dates.duration"} <= found.keys()


def test_parts_of_a_value_are_named() -> None:
    plan = with_task(house(), 2, progress=Progress(actual_start=MONDAY, percent_complete=5_000))
    back = with_task(house(), 2, progress=Progress(actual_start=MONDAY))
    assert set(losses(plan, back)) == {"task.progress.percent_complete"}


def test_custom_values_are_named_and_nothing_is_no_value() -> None:
    plan = with_task(house(), 2, custom={"Lot": "A", "Flag": False, "Count": 0, "Text": ""})
    assert set(losses(plan, with_task(house(), 2, custom={"Lot": "B"}))) == {"task.custom.Lot"}


def test_nothing_and_no_float_are_the_same_in_files() -> None:
    plan, back = house(), house()
    plan = msgspec.structs.replace(plan, saved=plan.saved | {9: SavedDates(9)})
    back.saved[2] = msgspec.structs.replace(back.saved[2], critical=None, total_float=None, free_float=None)
    assert set(losses(plan, back)) == {"dates.critical"}


def test_a_calendar_that_only_passes_on_its_parent_stands_for_it() -> None:
    plan = house()
    back = msgspec.structs.replace(
        plan,
        calendars=plan.calendars | {50: Calendar(50, "Painter", parent=1)},
        resources=plan.resources | {2: msgspec.structs.replace(plan.resources[2], calendar=50)},
    )
    loss = losses(plan, back)
    assert set(loss) == {"resource.calendar"}
    assert loss["resource.calendar"].after == "1"


def test_line_breaks_of_any_kind_are_the_same() -> None:
    assert losses(house(), with_task(house(), 3, notes="Two\r\nlines")) == {}


def test_what_was_made_up_is_no_loss() -> None:
    back = with_task(house(), 2, custom={"Lot": "A", "Urgency": 3}, wbs="1.1")
    assert losses(house(), back) == {}


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("start", MONDAY, "2026-03-02 08:00"),
        ("start", 10**15, str(10**15)),
        ("first", 20_514, "2026-03-02"),
        ("amounts.work", 600, "60 min"),
        ("amounts.cost", 125_000, "12.5"),
        ("estimated", True, "yes"),
        ("name", "x" * 100, "x" * 59 + "…"),
        ("days", (None, (1, 2), 3, 4), "; 1; 2; 3; …"),
        ("deadline", None, ""),
    ],
)
def test_values_are_shown_short(field: str, value: object, text: str) -> None:
    assert shown(field, value) == text


def test_reasons() -> None:
    assert reason_for("xer", "task", "estimated") == "P6 has no such field"
    assert reason_for("mspdi", "task", "estimated") == ""
    assert reason_for("mspdi", "task", "custom.Lot")
    assert {name for known in KNOWN for name in known.formats} == {"mspdi", "pmxml", "xer", "mpx", "planner"}
