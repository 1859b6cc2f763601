"""Open ends linked to the milestones of the project."""

from __future__ import annotations

from headway.core.review import Status
from tests.unit.core.edits.carrying_out import links
from tests.unit.core.review.mends.mending import START, mended, offered, starts

MARKS = START + "Go milestone\nA 5d after Go\nB 5d after A\nDone milestone; after B\n"


def test_a_task_that_nothing_waits_for_is_linked_to_the_finish_milestone() -> None:
    text = MARKS + "Loose 2d after A"
    assert offered(text, "dcma-01") == ["Let 'Done' start when 'Loose' is finished."]
    fixed = mended(text, "dcma-01")
    assert fixed.after.result("dcma-01").status is Status.PASS
    assert [each.finish for each in fixed.mended] == [0]


def test_a_task_that_waits_for_nothing_is_linked_to_the_start_milestone() -> None:
    text = MARKS.replace("Done", "Loose 2d\nDone").replace("after B", "after B, Loose")
    assert offered(text, "dcma-01") == ["Let 'Loose' start when 'Go' is finished."]


def test_a_task_without_any_logic_gets_both() -> None:
    fixed = mended(MARKS + "Loose 2d", "dcma-01")
    assert sorted(links(fixed.schedule.compiled.plan))[-2:] == ["Go FS Loose", "Loose FS Done"]
    assert fixed.after.result("dcma-01").count == 0


def test_without_milestones_both_are_made_once() -> None:
    text = START + "A 5d\nB 5d after A\nC 2d\nD 2d after C\nE 1d"
    fixed = mended(text, "dcma-01")
    plan = fixed.schedule.compiled.plan
    assert sorted(task.name for task in plan.tasks.values() if task.milestone) == ["Project finished", "Project start"]
    assert fixed.after.result("dcma-01").count == 0
    assert {name: at for name, at in starts(fixed.schedule).items() if len(name) == 1} == {
        "A": "03-01",
        "B": "03-08",
        "C": "03-01",
        "D": "03-03",
        "E": "03-01",
    }


def test_a_milestone_that_little_leads_to_is_not_taken_for_the_end() -> None:
    """The last milestone waits for one task, the last task for two: a milestone of its own is made."""
    text = (
        START
        + "Go milestone\nA 5d after Go\nB 5d after Go\nEnd 1d after A, B\nBill milestone; after A +1d\nC 1d after Go"
    )
    assert offered(text, "dcma-01") == ["Add a milestone at the end of the project and link to it: 'End', 'C', 'Bill'."]


def test_the_milestone_at_the_end_waits_for_the_last_task_even_where_its_start_is_waited_for() -> None:
    """'Build' ends the plan, although 'Guard' waits for its start."""
    text = START + "A 2d\nBuild 20d after A\nLoose 1d after A\nGuard 2d after Build SS\n"
    fixed = mended(text, "dcma-01")
    plan = fixed.schedule.compiled.plan
    assert {"Guard FS Project finished", "Build FS Project finished"} <= set(links(plan))
    assert fixed.after.result("finish-milestone").status is Status.PASS
    assert fixed.after.result("dangling-finish").status is Status.PASS
    assert offered(text, "finish-milestone") == ["Add a milestone at the end of the project and link to it: 'Build'."]


def test_the_milestone_at_the_start_leads_to_a_first_task_of_which_only_the_finish_is_held() -> None:
    text = START + "Test 10d after Pour FF\nPour 10d\nLoose 1d\nDone milestone; after Test, Loose, Pour\n"
    fixed = mended(text, "dcma-01")
    assert {"Project start FS Pour", "Project start FS Test"} <= set(links(fixed.schedule.compiled.plan))


def test_a_project_under_way_gets_no_new_start() -> None:
    text = (
        "project: start 2027-03-01; data date 2027-03-03\n"
        "A 2d actual start=2027-03-01 finish=2027-03-02\nB 2d after A\nLoose 1d; SNET 2027-03-04\n"
        "Done milestone; after B, Loose"
    )
    assert offered(text, "dcma-01") == []


def test_logic_that_a_summary_carries_is_moved_to_the_tasks() -> None:
    text = START + "One\n  A 2d\n  B 2d after A\nTwo after One\n  C 2d\n  D 2d after C\nDone milestone; after D"
    assert offered(text, "dcma-01") == ["Link 'B' to 'C' instead of 'One' to 'Two' (FS)."]
    fixed = mended(text, "dcma-01")
    assert fixed.after.result("dcma-01").count == 0
    assert starts(fixed.schedule)["C"] == "03-05"


def test_dangling_ends_are_linked_too() -> None:
    finish = START + "Go milestone\nA 5d after Go\nB 6d after A SS\nDone milestone; after B"
    assert offered(finish, "dangling-finish") == ["Let 'Done' start when 'A' is finished."]
    start = START + "Go milestone\nA 5d after Go\nB 2d after A FF\nDone milestone; after B"
    assert offered(start, "dangling-start") == ["Let 'B' start when 'Go' is finished."]
    for text, rule in ((finish, "dangling-finish"), (start, "dangling-start")):
        assert mended(text, rule).after.result(rule).count == 0


def test_a_plan_that_ends_without_a_milestone_gets_one() -> None:
    fixed = mended(START + "A 5d\nB 5d after A", "finish-milestone")
    assert fixed.after.result("finish-milestone").status is Status.PASS
    assert links(fixed.schedule.compiled.plan)[-1] == "B FS Project finished"
