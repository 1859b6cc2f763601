"""The milestones between which a project lies."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.add_milestone import AddMilestone
from headway.core.plan.entities import TaskKind
from headway.core.plan.outline import outline_of
from headway.core.schedule import schedule
from tests.drawn import build
from tests.unit.core.edits.carrying_out import called, edited, links, said

PLAN = build("project: start 2027-03-01\nA 2d\nB 1d\nC 1d after B")


def test_one_at_the_finish_waits_for_its_tasks() -> None:
    after = edited(PLAN, AddMilestone("Done", tasks=(1, 3)))
    assert links(after) == ["B FS C", "A FS Done", "C FS Done"]
    assert [after.tasks[n].name for n in outline_of(after).order] == ["A", "B", "C", "Done"]
    assert schedule(after).dates(4).finish == schedule(PLAN).finish
    assert after.tasks[4].milestone
    assert after.tasks[4].duration == 0


def test_one_at_the_start_comes_first() -> None:
    after = edited(PLAN, AddMilestone("Go", finish=False, tasks=(1, 2)))
    assert links(after) == ["B FS C", "Go FS A", "Go FS B"]
    assert [after.tasks[n].name for n in outline_of(after).order] == ["Go", "A", "B", "C"]
    assert schedule(after).dates(1) == schedule(PLAN).dates(1)


def test_it_stands_in_the_one_summary_of_the_whole() -> None:
    plan = build("project: start 2027-03-01\nAll\n  A 1d\n  B 1d")
    assert edited(plan, AddMilestone("Done", tasks=(2, 3))).tasks[4].parent == 1


def test_p6_has_kinds_for_them() -> None:
    plan = build("project: start 2027-03-01; rules p6\nA 1d")
    assert edited(plan, AddMilestone(tasks=(1,))).tasks[2].kind is TaskKind.FINISH_MILESTONE
    assert edited(plan, AddMilestone(finish=False, tasks=(1,))).tasks[2].kind is TaskKind.START_MILESTONE


def test_the_ids_can_be_the_callers() -> None:
    after = edited(PLAN, AddMilestone("Done", tasks=(1, 3), task=50, links=(60, 61)))
    assert (after.links[60].successor, after.links[61].predecessor) == (50, 3)


def test_it_is_told_in_words_and_has_a_name() -> None:
    assert (
        said(PLAN, AddMilestone(tasks=(1, 3))) == "Add a milestone at the end of the project and link to it: 'A', 'C'."
    )
    start = AddMilestone(finish=False, tasks=(1,))
    assert said(PLAN, start) == "Add a milestone at the start of the project and link from it: 'A'."
    assert (called(PLAN, AddMilestone()), called(PLAN, start)) == ("Project finished", "Project start")


def test_a_long_list_of_tasks_is_cut_short() -> None:
    plan = build("project: start 2027-03-01\n" + "\n".join(f"T{n} 1d" for n in range(9)))
    sentence = said(plan, AddMilestone(tasks=tuple(plan.tasks)))
    assert sentence.endswith("'T4', 4 more.")


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (AddMilestone(tasks=(1, 1)), "named twice"),
        (AddMilestone(tasks=(9,)), "has no task 9"),
        (AddMilestone(tasks=(1, 2), links=(60,)), "2 links need as many ids"),
    ],
)
def test_what_makes_no_sense_is_an_error(edit: AddMilestone, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, edit)
