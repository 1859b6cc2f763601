"""The finish step by step: each group of changes in its step, in the fixed order, adding up."""

from __future__ import annotations

import pytest

from headway.core.diff import StepKind
from headway.core.plan.plan import Rules
from tests.unit.core.diff.pairs import compared, days, steps, text

CHAIN = """
A 3d
B 2d after A
C 4d after B
"""
"""Nine days."""


@pytest.mark.parametrize(
    ("title", "old", "new", "expected"),
    [
        ("a task at the end", CHAIN, CHAIN + "D 2d after C", {"scope": 2}),
        ("a task taken away", CHAIN + "D 2d after C", CHAIN, {"scope": -2}),
        ("a task beside the chain", CHAIN, CHAIN + "D 2d after A", {"scope": 0}),
        ("a task in the middle", CHAIN, "A 3d\nX 5d after A\nB 2d after X\nC 4d after B", {"scope": 5, "logic": 0}),
        ("made inactive", CHAIN, "A 3d\nB 2d after A; inactive\nC 4d after B", {"scope": -5}),
        ("a link more", "A 3d\nB 2d\nC 4d after B", CHAIN, {"logic": 3}),
        ("a link less", CHAIN, "A 3d\nB 2d\nC 4d after B", {"logic": -3}),
        ("a lag", CHAIN, "A 3d\nB 2d after A+2d\nC 4d after B", {"logic": 2}),
        ("another kind", CHAIN, "A 3d\nB 2d after A SS\nC 4d after B", {"logic": -3}),
        ("longer", CHAIN, "A 5d\nB 2d after A\nC 4d after B", {"durations": 2}),
        ("shorter", CHAIN, "A 1d\nB 2d after A\nC 4d after B", {"durations": -2}),
        ("both ways", CHAIN, "A 1d\nB 4d after A\nC 4d after B", {"durations": 0}),
        ("begun late", CHAIN, "A 3d; actual start=2027-03-03\nB 2d after A\nC 4d after B", {"progress": 2}),
        ("done early", CHAIN,
         "A 3d; actual start=2027-03-01 finish=2027-03-01\nB 2d after A\nC 4d after B", {"progress": -2}),
        ("held back", CHAIN, "A 3d\nB 2d after A; SNET 2027-03-08\nC 4d after B", {"constraints": 2}),
        ("let go", "A 3d; SNET 2027-03-04\nB 2d after A\nC 4d after B", CHAIN, {"constraints": -3}),
        ("a deadline moves nothing", CHAIN, "A 3d\nB 2d after A; deadline 2027-03-02\nC 4d after B",
         {"constraints": 0}),
        ("typed by hand", CHAIN,
         "A 3d\nB 2d after A; manual start=2027-03-09 finish=2027-03-10\nC 4d after B", {"constraints": 3}),
        ("a day off", CHAIN, "calendar Standard: Mon-Fri 08:00-12:00 13:00-17:00; off 2027-03-02..2027-03-02" + CHAIN,
         {"calendars": 1}),
        ("delayed by levelling", CHAIN, "A 3d\nB 2d after A; delay 2d\nC 4d after B", {"resources": 2}),
        ("another start", CHAIN, "project: start 2027-03-03" + CHAIN, {"settings": 2}),
        ("nothing that moves dates", CHAIN, "A 3d\nB 2d after A; called Bee\nC 4d after B", {}),
    ],
)  # fmt: skip
def test_one_kind_of_change_is_one_step(title: str, old: str, new: str, expected: dict[str, float]) -> None:
    found = compared(old, new)
    # A day off before the finish is no working day of the calendar that slips are counted in.
    wanted = {"calendars": 1.0} if title == "a day off" else {kind: float(value) for kind, value in expected.items()}
    assert steps(found) == wanted, title
    assert days(found.summary.finish.slip) == sum(wanted.values())


def test_the_steps_are_taken_in_their_order_and_add_up() -> None:
    found = compared(
        CHAIN,
        "project: start 2027-03-02\nA 4d\nB 2d after A+1d; SNET 2027-03-15\nC 4d after B; delay 1d\nD 2d after C",
    )
    assert steps(found) == {"scope": 2, "logic": 1, "durations": 1, "constraints": 5, "resources": 1, "settings": 0}
    assert list(steps(found)) == [kind.value for kind in StepKind if kind.value in steps(found)]
    assert days(found.summary.finish.slip) == 10


def test_a_step_is_credited_with_what_it_does_after_the_steps_before_it() -> None:
    """The longer duration alone and the constraint alone would each move the finish by three days."""
    longer, held = "A 6d\nB 2d after A\nC 4d after B", "A 3d\nB 2d after A; SNET 2027-03-09\nC 4d after B"
    assert steps(compared(CHAIN, longer)) == {"durations": 3}
    assert steps(compared(CHAIN, held)) == {"constraints": 3}
    both = "A 6d\nB 2d after A; SNET 2027-03-09\nC 4d after B"
    assert steps(compared(CHAIN, both)) == {"durations": 3, "constraints": 0}


def test_two_changes_in_parallel_chains_count_together() -> None:
    old = "A 5d\nB 5d\nC 1d after A, B"
    assert steps(compared(old, "A 3d\nB 5d\nC 1d after A, B")) == {"durations": 0}
    assert steps(compared(old, "A 3d\nB 3d\nC 1d after A, B")) == {"durations": -2}


def test_a_step_names_the_changed_tasks_on_the_chain_the_weightiest_first() -> None:
    found = compared(CHAIN + "Z 1d", "A 4d\nB 5d after A\nC 4d after B\nZ 3d")
    (step,) = found.summary.finish.steps
    assert [text(cause.message) for cause in step.causes] == [
        "'B' takes 3 working days longer",
        "'A' takes 1 working day longer",
    ]
    assert step.changes == 3


def test_an_earlier_step_names_what_was_on_the_old_chain() -> None:
    found = compared("A 9d\nB 2d after A\nC 5d", "A 1d\nB 2d after A\nC 5d")
    (step,) = found.summary.finish.steps
    assert [text(cause.message) for cause in step.causes] == ["'A' takes 8 working days less"]
    assert days(step.slip) == -6


def test_what_pulled_the_other_way_is_not_named() -> None:
    found = compared(CHAIN, "A 8d\nB 1d after A\nC 4d after B")
    (step,) = found.summary.finish.steps
    assert [text(cause.message) for cause in step.causes] == ["'A' takes 5 working days longer"]


def test_a_step_that_moved_nothing_names_nothing() -> None:
    (step,) = compared(CHAIN + "Z 1d", CHAIN + "Z 2d").summary.finish.steps
    assert step.causes == ()
    assert text(step.message) == "Durations: no effect"


@pytest.mark.parametrize("rules", list(Rules))
def test_both_rule_sets_add_up(rules: Rules) -> None:
    head = f"project: start 2027-03-01; rules {rules.value}\n"
    found = compared(head + CHAIN, head + "A 4d\nB 2d after A+1d\nC 4d after B; SNET 2027-03-22\nD 1d after C")
    assert sum(steps(found).values()) == days(found.summary.finish.slip)
    assert steps(found)["constraints"] > 0


def test_the_data_date_of_p6_is_a_setting() -> None:
    head = "project: start 2027-03-01; rules p6; data date {}\n"
    found = compared(head.format("2027-03-01") + CHAIN, head.format("2027-03-04") + CHAIN)
    assert steps(found) == {"settings": 3}
    (step,) = found.summary.finish.steps
    assert [text(cause.message) for cause in step.causes] == ["the data date is Thu 4 Mar 2027 now"]


def test_a_finish_on_a_weekend_is_told_in_calendar_days() -> None:
    week = "calendar Always: Mon-Sun 00:00-24:00"
    old = f"{week}\nA 5d\nB milestone; after A; calendar Always; SNET 2027-03-06T10:00"
    new = f"{week}\nA 5d\nB milestone; after A; calendar Always; SNET 2027-03-07T10:00"
    finish = compared(old, new).summary.finish
    assert finish.slip.elapsed
    assert text(finish.message).startswith("The project finishes 1 calendar day later")
    assert [step.kind for step in finish.steps] == [StepKind.CONSTRAINTS]


def test_work_that_grows_with_its_duration_is_no_progress() -> None:
    old = "A 4d; actual start=2027-03-01; remaining 2d\nB 2d after A"
    new = "A 6d; actual start=2027-03-01; remaining 4d\nB 2d after A"
    found = steps(compared(old, new))
    assert found["durations"] == 2 or found.get("progress", 0) == 2
    assert sum(found.values()) == 2


def test_an_assignment_that_follows_its_task_is_no_change_of_resources() -> None:
    old = "resource Ann: units 100%\nA 4d; resource Ann\nB 2d after A"
    new = "resource Ann: units 100%\nA 6d; resource Ann\nB 2d after A"
    found = compared(old, new)
    assert steps(found) == {"durations": 2}


def test_a_new_calendar_is_there_before_it_is_used() -> None:
    short = "calendar Short: Mon-Fri 08:00-12:00\n"
    found = compared(CHAIN, short + "A 3d; calendar Short\nB 2d after A\nC 4d after B")
    assert steps(found) == {"scope": 0, "calendars": 2.5}


def test_a_calendar_that_is_gone_is_missed_by_nobody_too_early() -> None:
    short = "calendar Short: Mon-Fri 08:00-12:00\n"
    found = compared(short + "A 3d; calendar Short\nB 2d after A\nC 4d after B", CHAIN)
    assert steps(found) == {"calendars": -2.5, "resources": 0}


def test_the_finish_reads_as_a_sentence() -> None:
    finish = compared(CHAIN, "A 5d\nB 2d after A\nC 4d after B").summary.finish
    assert text(finish.message) == "The project finishes 2 working days later (Thu 11 Mar 2027 → Mon 15 Mar)"
    (step,) = finish.steps
    assert text(step.message) == "Durations: 2 working days later (Thu 11 Mar 2027 → Mon 15 Mar)"
    assert text(compared(CHAIN, CHAIN).summary.finish.message) == "The project still finishes Thu 11 Mar 2027"


def test_within_one_day_the_time_is_told() -> None:
    finish = compared("A 2h", "A 4h").summary.finish
    assert text(finish.message) == "The project finishes 2 hours later (Mon 1 Mar 2027 10:00 → Mon 1 Mar 12:00)"


def test_empty_plans_finish_with_their_start() -> None:
    found = compared("", "")
    assert found.same
    assert found.summary.finish.before == found.summary.finish.after
    assert days(compared("", "A 2d").summary.finish.slip) == 2
    assert days(compared("A 2d", "").summary.finish.slip) == -2


def test_plans_with_loops_are_compared_all_the_same() -> None:
    old = "A 2d after C\nB 2d after A\nC 2d after B"
    new = "A 3d after C\nB 2d after A\nC 2d after B\nD 1d after C"
    finish = compared(old, new).summary.finish
    assert sum(days(step.slip) for step in finish.steps) == days(finish.slip)
