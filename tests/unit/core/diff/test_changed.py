"""Changes sorted: by what they are about, and by the step in which they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.changes import Put, Remove, Set, apply, diff, id_of
from headway.core.diff import StepKind, diff_plans, matched
from headway.core.diff.changed import TASK_STEPS, Changed, by_step, step_of
from headway.core.plan.entities import Calendar, Task
from headway.core.plan.outline import outline_of
from headway.core.schedule import schedule
from headway.core.schedule.patch_edits import NEUTRAL
from tests.unit.core.diff.pairs import drawn

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

S = StepKind


def changed(old: Plan, new: Plan) -> Changed:
    after = matched(old, new).plan
    return Changed(old, after, diff(old, after))


def steps_of(old: str, new: str) -> dict[str, set[str]]:
    """By step, what is changed in it: entity and field, or entity and how it came or went."""
    found = changed(drawn(old), drawn(new))
    names = {Put: "put", Remove: "remove"}
    return {
        kind.value: {f"{each.entity}.{each.field if isinstance(each, Set) else names[type(each)]}" for each in changes}
        for kind, changes in by_step(found, outline_of(found.before), outline_of(found.after)).items()
        if changes
    }


PEOPLE = "resource Ann: units 100%\nresource Bob: units 100%\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A 3d", "A 3d\nB 2d after A", {"scope": {"task.put", "link.put"}}),
        ("A 3d\nB 2d after A", "A 3d", {"scope": {"task.remove", "link.remove"}}),
        ("A 3d\nB 2d", "A 3d\nB 2d after A", {"logic": {"link.put"}}),
        ("A 3d\nB 2d after A", "A 3d\nB 2d", {"logic": {"link.remove"}}),
        ("A 3d\nB 2d after A", "A 3d\nB 2d after A FF+1d", {"logic": {"link.kind", "link.lag"}}),
        ("A 3d", "A 4d", {"durations": {"task.duration"}}),
        ("A 3d", "A 3d; percent 50", {"progress": {"task.progress"}}),
        ("A 3d", "A 3d; SNET 2027-03-02; deadline 2027-03-09",
         {"constraints": {"task.constraint", "task.deadline"}}),
        ("A 3d", "A 3d; manual start=2027-03-02 finish=2027-03-04", {"constraints": {"task.manual"}}),
        ("A 3d", "A 3d; delay 2d", {"resources": {"task.levelling_delay", "task.levelling_delay_elapsed"}}),
        ("A 3d", "A 3d; inactive", {"scope": {"task.inactive"}}),
        ("A 3d\nB 1d", "P\n  A 3d\nB 1d", {"scope": {"task.put", "task.parent"}}),
        ("A 3d", "A 3d; owner Ann", {}),
        ("A 3d", "A 3d called Dig", {}),
        ("A 3d", "calendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night",
         {"scope": {"calendar.put"}, "calendars": {"task.calendar"}}),
        ("calendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night", "A 3d",
         {"calendars": {"task.calendar"}, "resources": {"calendar.remove"}}),
        ("calendar Night: Mon-Fri 22:00-30:00\nA 3d", "calendar Night: Mon-Fri 20:00-30:00\nA 3d",
         {"calendars": {"calendar.days"}}),
        (PEOPLE + "A 3d", PEOPLE + "A 3d; resource Ann", {"resources": {"assignment.put"}}),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 3d; resource Bob",
         {"resources": {"assignment.put", "assignment.remove"}}),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 3d; resource Ann 50%",
         {"resources": {"assignment.units", "assignment.work", "assignment.remaining_work"}}),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 5d; resource Ann",
         {"durations": {"task.duration", "assignment.work", "assignment.remaining_work"}}),
        (PEOPLE + "A 3d; resource Ann", PEOPLE + "A 3d; resource Ann work=24h actual=8h; percent 33",
         {"progress": {"task.progress", "assignment.actual_work", "assignment.remaining_work"}}),
        (PEOPLE + "A 3d", PEOPLE + "A 3d\nB 1d; resource Ann", {"scope": {"task.put", "assignment.put"}}),
        (PEOPLE + "A 3d\nB 1d; resource Ann", PEOPLE + "A 3d", {"scope": {"task.remove", "assignment.remove"}}),
        ("A 3d", "resource Ann: units 100%\nA 3d; resource Ann",
         {"scope": {"resource.put"}, "resources": {"assignment.put"}}),
        ("resource Ann: units 100%\nA 3d; resource Ann", "A 3d",
         {"resources": {"assignment.remove", "resource.remove"}}),
        ("A 3d", "project: start 2027-03-02\nA 3d", {"settings": {"project.start"}}),
        ("A 3d", "project: start 2027-03-01; must finish by 2027-03-12\nA 3d",
         {"constraints": {"project.must_finish_by"}}),
        ("A 3d", "calendar Night: Mon-Fri 22:00-30:00\nproject: start 2027-03-01; calendar Night\nA 3d",
         {"scope": {"calendar.put"}, "calendars": {"project.calendar"}}),
        ("A 4d; actual start=2027-03-01; remaining 2d", "A 6d; actual start=2027-03-01; remaining 4d; percent 33",
         {"durations": {"task.duration", "task.progress"}}),
    ],
)  # fmt: skip
def test_each_change_is_taken_in_its_step(old: str, new: str, expected: dict[str, set[str]]) -> None:
    assert steps_of(old, new) == expected


def test_every_field_that_can_move_a_date_has_a_step() -> None:
    """A field that the engine reads and no step takes would leave the sum of the steps short."""
    fields = set(Task.__struct_fields__) - {"id"}
    assert fields - set(TASK_STEPS) <= NEUTRAL


def test_every_change_of_a_step_is_taken_once() -> None:
    old = drawn(PEOPLE + "A 3d; resource Ann\nB 2d after A\nP\n  C 1d after B")
    new = drawn(PEOPLE + "P\n  C 2d; owner Ann\n  B 2d after C\nX 1d; resource Bob\nA 5d; resource Bob")
    found = changed(old, new)
    taken = [each for changes in by_step(found, outline_of(old), outline_of(found.after)).values() for each in changes]
    assert len(taken) == len({repr(each) for each in taken})
    rest = [each for each in found.changes if repr(each) not in {repr(one) for one in taken}]
    assert all(isinstance(each, Set) and step_of(found, each) is None for each in rest)


def test_what_a_summary_rolls_up_is_in_no_step() -> None:
    old = drawn("P\n  A 3d")
    new = msgspec.structs.replace(old, tasks={**old.tasks, 1: msgspec.structs.replace(old.tasks[1], duration=9)})
    found = changed(old, new)
    assert len(found.changes) == 1
    assert not any(by_step(found, outline_of(old), outline_of(new)).values())


def test_steps_recounted_by_compiling_afresh_after_each() -> None:
    """The patched network must not differ from one that is compiled anew."""
    old = drawn(PEOPLE + "A 3d; resource Ann\nB 2d after A\nP\n  C 1d after B\nZ milestone; after P")
    new = drawn(
        "calendar Standard: Mon-Fri 08:00-12:00 13:00-17:00; off 2027-03-04..2027-03-04\n" + PEOPLE
        + "A 4d; resource Ann\nX 2d after A\nB 2d after X+1d; SNET 2027-03-15\nP\n  C 1d after B; delay 1d\n"
        "Z milestone; after P"
    )  # fmt: skip
    found = diff_plans(schedule(old), schedule(new))
    sorted_changes = by_step(changed(old, new), outline_of(old), outline_of(found.matching.plan))
    plan, finishes = old, {}
    for kind, changes in sorted_changes.items():
        if changes:
            plan = apply(plan, changes)
            finishes[kind] = schedule(plan).finish
    assert {step.kind: step.after.instant for step in found.summary.finish.steps} == finishes
    assert set(finishes) == {S.SCOPE, S.LOGIC, S.DURATIONS, S.CONSTRAINTS, S.CALENDARS, S.RESOURCES}


def test_what_is_touched_is_found_by_its_number() -> None:
    old = drawn(PEOPLE + "A 3d; resource Ann\nB 2d after A\nC 1d")
    new = drawn(PEOPLE + "A 4d; resource Ann 50%\nB 2d after A+1d\nD 1d after B")
    found = changed(
        old, msgspec.structs.replace(new, tasks={**new.tasks, 3: msgspec.structs.replace(new.tasks[3], parent=0)})
    )
    assert found.fields[1] == {"duration"}
    assert found.links_changed == {1}
    assert found.worked == {1}
    assert {id_of(change) for change in found.changes if change.entity == "link"} == {1, 2}


def test_a_calendar_that_is_based_on_a_changed_one_changed_too() -> None:
    plan = drawn("A 3d")
    base, own = Calendar(id=7, name="Base"), Calendar(id=8, name="Own", parent=7)
    old = msgspec.structs.replace(plan, calendars={**plan.calendars, 7: base, 8: own})
    other = msgspec.structs.replace(base, days=((),) * 7)
    new = msgspec.structs.replace(old, calendars={**old.calendars, 7: other})
    found = changed(old, new)
    assert found.calendar_chain(8)
    assert found.calendar_chain(7)
    assert not found.calendar_chain(1)
    assert not found.calendar_chain(None)


def test_calendars_that_are_based_on_each_other_are_no_trouble() -> None:
    plan = drawn("A 3d")
    loop = {7: Calendar(id=7, name="One", parent=8), 8: Calendar(id=8, name="Two", parent=7)}
    old = msgspec.structs.replace(plan, calendars={**plan.calendars, **loop})
    assert not changed(old, old).calendar_chain(7)
