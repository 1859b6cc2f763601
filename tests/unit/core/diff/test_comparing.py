"""The comparison as a whole: what is in it, the headline, effects of causes, and saved dates."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.changes import Set, apply
from headway.core.diff import CauseKind, diff_plans
from headway.core.plan.entities import SavedDates, Task
from headway.core.plan.plan import Plan
from headway.core.schedule import schedule
from tests.unit.core.diff.pairs import compared, diff_of, drawn, text

CHAIN = "A 3d\nB 2d after A\nM milestone; after B"


@pytest.mark.parametrize(
    ("old", "new", "headline"),
    [
        (CHAIN, CHAIN, "Nothing changed."),
        (CHAIN, "A 4d\nB 2d after A\nM milestone; after B",
         "The project finishes 1 working day later (Fri 5 Mar 2027 → Mon 8 Mar), "
         "mainly because 'A' takes 1 working day longer."),
        ("A 4d\nB 2d after A\nM milestone; after B", CHAIN,
         "The project finishes 1 working day earlier (Mon 8 Mar 2027 → Fri 5 Mar), "
         "mainly because 'A' takes 1 working day less."),
        (CHAIN, CHAIN + "; owner Ann",
         "The plan changed, but no date moved; the project still finishes Fri 5 Mar 2027."),
        (CHAIN + "\nZ 1d", CHAIN + "\nZ 2d", "The project still finishes Fri 5 Mar 2027; 1 task moved."),
        (CHAIN + "\nP\n  Z 1d\n  Y 1d after Z", CHAIN + "\nP\n  Z 2d\n  Y 1d after Z",
         "The project still finishes Fri 5 Mar 2027; 2 tasks moved."),
        (CHAIN, CHAIN + "\nZ 9d", "The project finishes 4 working days later (Fri 5 Mar 2027 → Thu 11 Mar), "
         "mainly because 'Z' was added."),
        (CHAIN + "\nZ 9d", CHAIN, "The project finishes 4 working days earlier (Thu 11 Mar 2027 → Fri 5 Mar), "
         "mainly because 'Z' was removed."),
    ],
)  # fmt: skip
def test_one_sentence_says_the_main_thing(old: str, new: str, headline: str) -> None:
    assert text(compared(old, new).summary.headline) == headline


def test_milestones_are_listed_for_themselves() -> None:
    summary = compared(CHAIN, "A 4d\nB 2d after A\nM milestone; after B").summary
    assert [move.task.name for move in summary.milestones] == ["M"]
    assert {move.task.name for move in summary.dates} == {"A", "B", "M"}


def test_summaries_and_critical_tasks_are_marked() -> None:
    summary = compared("P\n  A 3d\n  B 1d", "P\n  A 4d\n  B 2d").summary
    marks = {move.task.name: (move.summary, move.critical) for move in summary.dates}
    assert marks["A"] == (False, True)
    assert marks["B"] == (False, False)
    assert marks["P"][0]


def test_the_cause_of_the_finish_comes_first_then_milestones_then_the_greatest() -> None:
    old = "A 3d\nB 3d\nM milestone; after B\nC 1d\nD 20d"
    new = "A 9d\nB 4d\nM milestone; after B\nC 3d\nD 21d"
    effects = compared(old, new).summary.causes
    assert [each.cause.task.name for each in effects if each.cause.task] == ["D", "B", "A", "C"]
    assert [each.on_finish for each in effects] == [True, False, False, False]
    assert [len(each.milestones) for each in effects] == [0, 1, 0, 0]


def test_an_effect_counts_what_it_moved() -> None:
    (effect,) = compared(CHAIN, "A 4d\nB 2d after A\nM milestone; after B").summary.causes
    assert effect.cause.kind is CauseKind.DURATION
    assert effect.tasks == (1, 2, 3)
    assert effect.milestones == (3,)
    assert text(effect.message) == "'A' takes 1 working day longer; 3 tasks move, 'A' the most: 1 working day later"


def test_a_cause_that_moved_one_task_says_which() -> None:
    (effect,) = compared("A 9d\nB 1d", "A 9d\nB 4d").summary.causes
    assert text(effect.message) == "'B' takes 3 working days longer; 'B' moves 3 working days later"


def test_a_new_last_task_is_a_cause_that_moved_nothing_else() -> None:
    (effect,) = compared(CHAIN, CHAIN + "\nZ 9d").summary.causes
    assert effect.on_finish
    assert effect.tasks == ()
    assert text(effect.message) == "'Z' was added"


def test_summaries_do_not_count_as_moved_by_a_cause() -> None:
    (effect,) = compared("P\n  A 3d", "P\n  A 4d").summary.causes
    assert effect.tasks == (2,)


def test_the_most_moved_comes_first() -> None:
    dates = compared("A 1d\nB 1d\nC 1d", "A 2d\nB 4d\nC 2d").summary.dates
    assert [move.task.name for move in dates] == ["B", "A", "C"]


def test_names_are_those_of_the_new_plan() -> None:
    found = compared("A 3d called Dig the hole\nB 2d after A", "A 4d called Dig the holes\nB 2d after A")
    assert found.summary.dates[0].task.name == "Dig the holes"
    assert text(found.summary.dates[1].message).endswith("because 'Dig the holes' takes 1 working day longer.")


def test_numbers_are_those_of_the_old_plan() -> None:
    found = compared("A 3d\nB 2d after A", "X 1d\nA 4d\nB 2d after A")
    assert {move.task.name: move.task.id for move in found.summary.dates} == {"A": 1, "B": 2}
    assert found.matching.numbers["task"] == {1: 3, 2: 1, 3: 2}
    assert found.matching.own("task") == {3: 1, 1: 2, 2: 3}


def test_saved_dates_are_left_out_unless_asked_for() -> None:
    plan = drawn("A 3d")
    old = msgspec.structs.replace(plan, saved={1: SavedDates(task=1, start=1)})
    new = msgspec.structs.replace(plan, saved={1: SavedDates(task=1, start=2)})
    assert diff_of(old, new).same
    asked = diff_plans(schedule(old), schedule(new), saved=True)
    assert asked.changes == (Set("saved", 1, "start", 1, 2),)
    assert asked.summary.groups == ()


def test_the_changes_apply_to_the_old_plan() -> None:
    old, new = drawn(CHAIN), drawn("A 4d\nX 1d after A\nB 2d after X\nM milestone; after B")
    found = diff_of(old, new)
    assert apply(old, found.changes) == found.matching.plan


def test_neither_schedule_is_touched() -> None:
    old, new = schedule(drawn(CHAIN)), schedule(drawn("X 1d\nA 4d\nB 2d after A"))
    before = old.arrays.tobytes(), new.arrays.tobytes(), new.compiled.task_ids
    diff_plans(old, new)
    assert (old.arrays.tobytes(), new.arrays.tobytes(), new.compiled.task_ids) == before


def test_the_same_question_has_the_same_answer() -> None:
    pair = schedule(drawn(CHAIN)), schedule(drawn("X 1d\nA 4d\nB 2d after A"))
    assert diff_plans(*pair) == diff_plans(*pair)


def test_plans_without_a_calendar_of_their_own() -> None:
    old = Plan(tasks={1: Task(id=1, name="A", duration=4_800)})
    new = Plan(tasks={1: Task(id=1, name="A", duration=9_600)})
    assert text(diff_of(old, new).summary.dates[0].message) == (
        "'A' finishes 1 working day later (Thu 1 Jan 1970 → Fri 2 Jan) because it takes 1 working day longer."
    )


def test_two_plans_with_nothing_in_common() -> None:
    found = compared("Dig 3d\nPour 2d after Dig", "P\n  Kitchen 4d\n  Roof 9d")
    assert found.matching.pairs["task"] == ()
    assert found.summary.dates == ()
    assert {group.group.value for group in found.summary.groups} == {"added", "removed"}


def test_a_day_counts_as_the_new_plan_counts_it() -> None:
    head = "project: start 2027-03-01; hours per day {}\n"
    found = diff_of(drawn(head.format(8) + "A 24h"), drawn(head.format(6) + "A 32h"))
    assert found.summary.dates[0].slip.span == 4_800
