"""Tasks that are later than in the baseline."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

RULE = "dcma-11"
NOW = "project: status date 2027-03-12\n"
"""Friday of the second week, end of work."""
BEFORE = "A 3d\nB 5d\nC 12d\nGate milestone; after A"


def test_tasks_that_finished_or_will_finish_late_are_missed() -> None:
    found = drawn(
        NOW
        + """
        A 4d actual start=2027-03-01 finish=2027-03-04
        B 15d
        C 20d
        Gate milestone; after B
        """,
        baseline=BEFORE,
    )
    result = asked(RULE, found)
    # C was not due yet, the milestone is not counted.
    assert (rows_of(result, found), result.population, result.value) == (["A", "B"], 2, 100)
    assert texts_of(result) == [
        "'A' was due on Wed 3 Mar 2027 and was finished on Thu 4 Mar.",
        "'B' was due on Fri 5 Mar 2027 and is now expected on Fri 19 Mar.",
    ]


def test_what_is_on_time_passes() -> None:
    done = "A 3d actual start=2027-03-01 finish=2027-03-03\nB 5d\nC 12d\nGate milestone; after A"
    result = asked(RULE, drawn(NOW + done, baseline=BEFORE))
    assert (result.status, result.value, result.population) == (Status.PASS, 0, 2)


def test_an_hour_late_is_late_and_shows_the_time() -> None:
    done = "A 25h actual start=2027-03-01 finish=2027-03-04T09:00"
    result = asked(RULE, drawn(NOW + done, baseline="A 3d"))
    assert texts_of(result) == ["'A' was due on Wed 3 Mar 2027 and was finished on Thu 4 Mar."]
    done = "A 3d actual start=2027-03-01 finish=2027-03-03T17:00"
    result = asked(RULE, drawn(NOW + done, baseline="A 23h"))
    assert texts_of(result) == ["'A' was due on Wed 3 Mar 2027 16:00 and was finished on Wed 3 Mar 17:00."]


def test_due_at_the_data_date_is_due() -> None:
    assert asked(RULE, drawn(NOW + "A 11d", baseline="A 10d")).population == 1
    assert asked(RULE, drawn(NOW + "A 12d", baseline="A 11d")).status is Status.NOT_EVALUATED


def test_five_percent_is_just_enough() -> None:
    before = "\n".join(f"T{i} 2d" for i in range(20))
    now = before.replace("T7 2d", "T7 3d")
    result = asked(RULE, drawn(NOW + now, baseline=before))
    assert (result.status, result.count, result.population) == (Status.PASS, 1, 20)
    fewer = "\n".join(f"T{i} 2d" for i in range(19))
    assert asked(RULE, drawn(NOW + now, baseline=fewer)).status is Status.FAIL


def test_the_share_is_a_setting() -> None:
    assert asked(RULE, drawn(NOW + "A 4d\nB 2d", baseline="A 3d\nB 2d"), most_percent=50).status is Status.PASS


def test_what_is_missing_is_said() -> None:
    assert "no data date" in reason_of(asked(RULE, drawn("A 3d", baseline="A 3d")))
    assert "no baseline" in reason_of(asked(RULE, drawn(NOW + "A 3d")))
    nothing_due = asked(RULE, drawn(NOW + "A 30d", baseline="A 30d"))
    assert (nothing_due.status, reason_of(nothing_due)) == (Status.NOT_EVALUATED, "By the baseline nothing is due yet.")
