"""Which task is which: ids, GUIDs, codes, places and names, renames, moves, and numbers that were used again."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.diff import Reason, matched
from headway.core.diff.matching_tasks import code, guid, likeness, name, similar, unique_id
from headway.core.plan.entities import External, Task
from headway.core.plan.plan import Plan
from tests.unit.core.diff.pairs import drawn

Row = tuple[int, str, int, External]
"""Number, name, parent, origin."""


def plan_of(*rows: Row) -> Plan:
    """Tasks in the order given."""
    return Plan(
        tasks={
            number: Task(id=number, name=title, parent=parent, rank=f"a{place}", external=external)
            for place, (number, title, parent, external) in enumerate(rows, start=1)
        }
    )


def from_file(unique_id: int | None = None, guid: str | None = None, code: str | None = None) -> External:
    return External(unique_id=unique_id, guid=guid, code=code)


def pairs_of(old: Plan, new: Plan) -> dict[int, tuple[int, Reason]]:
    return {pair.old: (pair.new, pair.reason) for pair in matched(old, new).pairs["task"]}


def by_name(old: str, new: str) -> dict[str, str]:
    """Old to new name of what was matched in two drawn plans."""
    before, after = drawn(old), drawn(new)
    return {before.tasks[p.old].name: after.tasks[p.new].name for p in matched(before, after).pairs["task"]}


def test_the_same_unique_id_and_name() -> None:
    old = plan_of((1, "Dig", 0, from_file(11)), (2, "Pour", 0, from_file(12)))
    new = plan_of((5, "Pour", 0, from_file(12)), (6, "Dig", 0, from_file(11)))
    assert pairs_of(old, new) == {1: (6, Reason.UNIQUE_ID), 2: (5, Reason.UNIQUE_ID)}


def test_a_task_without_a_file_is_known_by_its_number() -> None:
    old = Plan(tasks={3: Task(id=3, name="Dig")})
    assert pairs_of(old, old) == {3: (3, Reason.UNIQUE_ID)}


def test_a_renamed_task_keeps_its_unique_id() -> None:
    old = plan_of((1, "Dig", 0, from_file(11)), (2, "Pour", 0, from_file(12)), (3, "Cure", 0, from_file(13)))
    new = plan_of((1, "Dig", 0, from_file(11)), (2, "Make the roof", 0, from_file(12)), (3, "Cure", 0, from_file(13)))
    assert pairs_of(old, new)[2] == (2, Reason.UNIQUE_ID)


def test_a_number_given_to_another_task_is_no_match() -> None:
    old = plan_of(
        (1, "Site", 0, from_file(1, "g-1")),
        (2, "House", 0, from_file(2, "g-2")),
        (3, "Dig the trench", 1, from_file(3, "g-3")),
        (4, "Roof", 2, from_file(4, "g-4")),
    )
    new = plan_of(
        (1, "Site", 0, from_file(1, "g-1")),
        (2, "House", 0, from_file(2, "g-2")),
        (3, "Choose a kitchen", 2, from_file(3, "g-9")),
        (4, "Roof", 2, from_file(4, "g-4")),
    )
    assert set(pairs_of(old, new)) == {1, 2, 4}


def test_another_guid_and_another_name_at_the_same_place_are_no_match() -> None:
    old = plan_of((1, "Dig", 0, from_file(1, "g-1")), (2, "Pour", 0, from_file(2, "g-2")))
    new = plan_of((1, "Dig", 0, from_file(1, "g-1")), (2, "Elevator", 0, from_file(2, "g-7")))
    assert set(pairs_of(old, new)) == {1}


def test_another_guid_with_a_similar_name_is_the_same_task() -> None:
    old = plan_of((1, "Dig", 0, from_file(1, "g-1")), (2, "Pour the slab", 0, from_file(2, "g-2")))
    new = plan_of((1, "Dig", 0, from_file(1, "g-1")), (2, "Pour the slabs", 0, from_file(2, "g-7")))
    assert pairs_of(old, new)[2] == (2, Reason.UNIQUE_ID)


def test_without_guids_another_name_at_another_place_is_no_match() -> None:
    old = plan_of(
        (1, "Site", 0, from_file(1)), (2, "House", 0, from_file(2)), (3, "Dig", 1, from_file(3)),
        (4, "Roof", 2, from_file(4)),
    )  # fmt: skip
    new = plan_of(
        (1, "Site", 0, from_file(1)), (2, "House", 0, from_file(2)), (3, "Kitchen", 2, from_file(3)),
        (4, "Roof", 2, from_file(4)),
    )  # fmt: skip
    assert 3 not in pairs_of(old, new)


def test_a_guid_is_stronger_than_a_unique_id() -> None:
    old = plan_of((1, "Dig", 0, from_file(1, "g-1")), (2, "Pour", 0, from_file(2, "g-2")))
    new = plan_of((1, "Dig", 0, from_file(1, "g-2")), (2, "Pour", 0, from_file(2, "g-1")))
    assert pairs_of(old, new) == {1: (2, Reason.GUID), 2: (1, Reason.GUID)}


def test_a_guid_matches_whatever_else_changed() -> None:
    old = plan_of((1, "Site", 0, from_file(1)), (2, "Dig", 1, from_file(2, "{A-1}")))
    new = plan_of((1, "Site", 0, from_file(1)), (9, "Something else", 0, from_file(44, "a-1")))
    assert pairs_of(old, new)[2] == (9, Reason.GUID)


def test_a_guid_that_two_tasks_have_says_nothing() -> None:
    old = plan_of((1, "Dig", 0, from_file(1, "g")), (2, "Pour", 0, from_file(2, "g")))
    new = plan_of((1, "Dig", 0, from_file(1, "g")), (2, "Pour", 0, from_file(2, "g")))
    assert pairs_of(old, new) == {1: (1, Reason.UNIQUE_ID), 2: (2, Reason.UNIQUE_ID)}


def test_a_code_matches_in_another_database() -> None:
    old = plan_of(
        (1, "Dig", 0, from_file(101, code="A1000")), (2, "Pour", 0, from_file(102, code="A1010")),
        (3, "Cure", 0, from_file(103, code="A1020")),
    )  # fmt: skip
    new = plan_of(
        (1, "Excavate", 0, from_file(901, code="A1000")), (2, "Concrete", 0, from_file(902, code="a1010 ")),
        (3, "Wait", 0, from_file(903, code="A1020")),
    )  # fmt: skip
    assert pairs_of(old, new) == {number: (number, Reason.CODE) for number in (1, 2, 3)}


def test_a_code_that_is_known_elsewhere_overrules_a_unique_id() -> None:
    old = plan_of((1, "Test", 0, from_file(1, code="A")), (2, "Test", 0, from_file(2, code="B")))
    new = plan_of((1, "Test", 0, from_file(1, code="B")), (2, "Test", 0, from_file(2, code="A")))
    assert pairs_of(old, new) == {1: (2, Reason.CODE), 2: (1, Reason.CODE)}


def test_a_new_code_of_the_same_task_is_a_change() -> None:
    old = plan_of((1, "Dig", 0, from_file(1, code="A1000")))
    new = plan_of((1, "Dig", 0, from_file(1, code="Z1")))
    found = matched(old, new)
    assert len(found.pairs["task"]) == 1
    assert found.plan.tasks[1].external == External(unique_id=1, code="Z1")


def test_unique_ids_of_another_program_mean_nothing() -> None:
    old = plan_of((1, "Dig", 0, from_file(1)), (2, "Pour", 0, from_file(2)), (3, "Cure", 0, from_file(3)))
    new = plan_of((1, "Cure", 0, from_file(1)), (2, "Dig", 0, from_file(2)), (3, "Pour", 0, from_file(3)))
    assert pairs_of(old, new) == {1: (2, Reason.PLACE), 2: (3, Reason.PLACE), 3: (1, Reason.PLACE)}


def test_a_plan_with_every_name_in_another_language_is_the_same_plan() -> None:
    old = drawn("P\n  Dig 3d\n  Pour 2d\nEnd milestone")
    new = drawn("Q\n  Graben 3d\n  Betonieren 2d\nSchluss milestone")
    assert {pair.old: pair.new for pair in matched(old, new).pairs["task"]} == {1: 1, 2: 2, 3: 3, 4: 4}


def test_plans_that_share_no_name_and_no_form_share_nothing() -> None:
    old = drawn("Dig 3d\nPour 2d\nCure 7d")
    new = drawn("Kitchen 4d\nRoof 9d\nWindows 1d")
    assert matched(old, new).pairs["task"] == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a row in between shifts the numbers of a drawn plan
        ("A 1d\nB 1d\nC 1d", "A 1d\nX 1d\nB 1d\nC 1d", {"A": "A", "B": "B", "C": "C"}),
        ("A 1d\nX 1d\nB 1d\nC 1d", "A 1d\nB 1d\nC 1d", {"A": "A", "B": "B", "C": "C"}),
        # renamed in place
        ("A 1d\nP 1d called Paint walls\nC 1d", "A 1d\nP 1d called Paint the walls\nC 1d",
         {"A": "A", "Paint walls": "Paint the walls", "C": "C"}),
        # renamed and shifted by a new row
        ("A 1d\nB 1d\nP 1d called Paint walls\nC 1d", "X 1d\nA 1d\nB 1d\nP 1d called Paint the walls\nC 1d",
         {"A": "A", "B": "B", "Paint walls": "Paint the walls", "C": "C"}),
        # names differ in case and spaces only
        ("A 1d\nB 1d", "Q 1d\na 1d\nb 1d", {"A": "a", "B": "b"}),
        # nothing in common
        ("Dig 1d", "Plan\n  Kitchen 1d", {}),
    ],
)  # fmt: skip
def test_rows_of_one_level(old: str, new: str, expected: dict[str, str]) -> None:
    assert by_name(old, new) == expected


def test_a_row_that_went_under_another_summary_was_moved() -> None:
    old = "One\n  Dig 1d\n  Pour 2d\nTwo\n  Build 3d"
    new = "One\n  Pour 2d\nTwo\n  Build 3d\n  Dig 1d"
    found = by_name(old, new)
    assert found == {name: name for name in ("One", "Two", "Dig", "Pour", "Build")}


def test_a_summary_that_was_renamed_is_known_by_its_rows() -> None:
    old = "Start 1d\nFoundation\n  Dig 1d\n  Pour 2d\n  Cure 3d"
    new = "X 1d\nStart 1d\nZzz\n  Dig 1d\n  Pour 2d\n  Cure 3d"
    found = by_name(old, new)
    assert found["Foundation"] == "Zzz"
    assert found["Dig"] == "Dig"


def test_a_summary_that_lost_most_of_its_rows_is_not() -> None:
    old = "Start 1d\nFoundation\n  Dig 1d\n  Pour 2d\n  Cure 3d"
    new = "X 1d\nStart 1d\nRest\n  Dig 1d\nOther\n  Pour 2d\n  Cure 3d\n  Paint 4d\n  Wait 1d"
    assert "Foundation" not in by_name(old, new)


def test_rows_below_a_renamed_summary_are_found() -> None:
    old = "G called Ground floor works\n  Test 1d\nU called Upper floor works\n  Check 2d"
    new = "X 1d\nG called Ground floor work\n  Test 1d\nU called Upper floor work\n  Check 2d"
    found = by_name(old, new)
    assert found["Ground floor works"] == "Ground floor work"
    assert found["Test"] == "Test"


def rows_named(parents: tuple[int, ...], durations: tuple[int, ...], first: int) -> Plan:
    """Two summaries and tasks called Test below them."""
    tasks = {first: Task(id=first, name="One", rank="a1"), first + 1: Task(id=first + 1, name="Two", rank="a2")}
    for place, (parent, duration) in enumerate(zip(parents, durations, strict=True), start=2):
        number = first + place
        tasks[number] = Task(id=number, name="Test", parent=first + parent, rank=f"a{place}", duration=duration)
    return Plan(tasks=tasks)


def test_rows_of_one_name_under_one_row_are_told_apart_by_their_looks() -> None:
    old, new = rows_named((0, 0, 0), (10, 20, 30), 1), rows_named((0, 0, 0), (30, 10, 20), 101)
    assert {old: new for old, (new, _) in pairs_of(old, new).items()} == {1: 101, 2: 102, 3: 104, 4: 105, 5: 103}


def test_rows_of_one_name_under_different_rows_stay_where_they_are() -> None:
    old, new = rows_named((0, 1, 1), (10, 20, 30), 1), rows_named((0, 1, 1), (99, 20, 30), 101)
    assert {old: new for old, (new, _) in pairs_of(old, new).items()} == {1: 101, 2: 102, 3: 103, 4: 104, 5: 105}


def test_a_name_that_several_rows_are_left_with_is_no_move() -> None:
    old, new = rows_named((0, 0), (10, 20), 1), rows_named((1, 1, 1), (10, 20, 30), 101)
    assert set(pairs_of(old, new)) == {1, 2}


def test_a_task_never_becomes_a_summary_elsewhere() -> None:
    old = "One\n  Testing 1d\nTwo\n  Build 3d"
    new = "Q 1d\nOne\n  Dig 2d\nTwo\n  Build 3d\n  Testing\n    Load 1d"
    assert "Testing" not in by_name(old, new)


def test_tasks_without_a_name_are_matched_in_their_order() -> None:
    old = Plan(tasks={i: Task(id=i, rank=f"a{i}", duration=i) for i in (1, 2)})
    new = Plan(tasks={i: Task(id=i, rank=f"a{i}", duration=i - 4) for i in (5, 6)})
    assert {old: new for old, (new, _) in pairs_of(old, new).items()} == {1: 5, 2: 6}


def test_too_many_similar_names_are_not_weighed() -> None:
    old = Plan(tasks={i: Task(id=i, name=f"Activity {i:04} old", rank=f"b{i:04}1") for i in range(1, 131)})
    new = Plan(tasks={i: Task(id=i, name=f"Activity {i:04} new", rank=f"b{i:04}1") for i in range(1_001, 1_131)})
    assert pairs_of(old, new) == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("paint walls", "paint the walls", True),
        ("wiring", "wiring, ground floor", True),
        ("wiring", "wiring ground floor", True),
        ("inspection", "inspections", True),
        ("dig", "dig the trench", False),
        ("wiring", "painting", False),
        ("", "wiring", False),
        ("a", "b", False),
        ("task 1", "task 2", True),
    ],
)
def test_similar_names(one: str, other: str, expected: bool) -> None:
    assert similar(one, other) is expected
    assert similar(other, one) is expected


def test_likeness_is_the_share_of_pairs_of_letters() -> None:
    assert likeness("night", "nacht") == pytest.approx(0.25)
    assert likeness("same", "same") == 1.0
    assert likeness("", "") == 1.0
    assert likeness("aaaa", "aa") == pytest.approx(0.5)


def test_names_are_compared_without_case_and_spaces() -> None:
    assert name(Task(id=1, name="  Dig  the\tTrench ")) == "dig the trench"
    assert name(Task(id=1)) is None


def test_identifiers_are_none_where_there_are_none() -> None:
    bare = Task(id=4)
    assert (unique_id(bare), guid(bare), code(bare)) == (4, None, None)
    blank = msgspec.structs.replace(bare, external=from_file(guid="", code=" "))
    assert (unique_id(blank), guid(blank), code(blank)) == (4, None, None)
    full = msgspec.structs.replace(bare, external=from_file(9, "{AB}", " X "))
    assert (unique_id(full), guid(full), code(full)) == (9, "ab", "x")


def test_a_deep_outline_is_no_trouble() -> None:
    def deep(first: int, title: str) -> Plan:
        rows = {
            first + i: Task(id=first + i, name=f"{title} {i}", parent=first + i - 1 if i else 0) for i in range(3_000)
        }
        return Plan(tasks=rows)

    assert len(pairs_of(deep(1, "Level"), deep(10_001, "Level"))) == 3_000
