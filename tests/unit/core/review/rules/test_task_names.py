"""Names that stand alone."""

from __future__ import annotations

import msgspec

from headway.core.schedule import schedule
from tests.drawn import build
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "task-names"


def test_names_shared_under_one_summary_and_missing_names_are_told() -> None:
    plan = drawn(
        "One\n  A 1d; called Check it\n  B 1d; called  check  IT\n  C 1d; called\nTwo\n  D 1d; called Check it"
    )
    assert texts_of(asked(RULE, plan)) == [
        "2 tasks under the same summary are called 'Check it'.",
        "2 tasks under the same summary are called 'check IT'.",
        "The task with the number 4 has no name.",
    ]


def test_a_finished_namesake_counts() -> None:
    plan = drawn("A 1d; called Check; actual start=2027-03-01 finish=2027-03-01\nB 1d; called Check")
    assert asked(RULE, plan).count == 1


def test_the_parts_of_a_recurring_task_share_its_name() -> None:
    plan = build("project: start 2027-03-01\nMeeting\n  A 1h; called Meeting\n  B 1h; called Meeting")
    summary = msgspec.structs.replace(plan.tasks[1], recurring=True)
    recurring = msgspec.structs.replace(plan, tasks=plan.tasks | {1: summary})
    assert asked(RULE, schedule(plan)).count == 2
    assert asked(RULE, schedule(recurring)).count == 0
