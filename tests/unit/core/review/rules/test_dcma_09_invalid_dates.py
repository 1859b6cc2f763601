"""Dates on the wrong side of the data date."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, texts_of

RULE = "dcma-09"
NOW = "project: status date 2027-03-05\n"
"""Friday, end of work."""


def test_open_work_in_the_past_is_found() -> None:
    result = asked(
        RULE,
        drawn(
            NOW
            + """
            Forgotten 3d
            Begun 3d actual start=2027-03-01; remaining 1d
            Running 10d actual start=2027-03-01; remaining 8d
            Late 10d
            Coming 3d SNET 2027-03-08
            """
        ),
    )
    assert texts_of(result) == [
        "'Forgotten' is not finished, but should have been on Wed 3 Mar 2027, before the data date.",
        "'Begun' is not finished, but should have been on Wed 3 Mar 2027, before the data date.",
        "'Late' has not started, but should have on Mon 1 Mar 2027, before the data date.",
    ]
    assert (result.status, result.value, result.population) == (Status.FAIL, 3, 5)


def test_actual_dates_in_the_future_are_found() -> None:
    result = asked(
        RULE,
        drawn(
            NOW
            + """
            Early 3d actual start=2027-03-08; remaining 3d
            Ready 9d actual start=2027-03-01 finish=2027-03-11
            Done 3d actual start=2027-03-01 finish=2027-03-03
            """
        ),
    )
    assert texts_of(result) == [
        "'Early' is entered as started on Mon 8 Mar 2027, after the data date.",
        "'Ready' is entered as finished on Thu 11 Mar 2027, after the data date.",
    ]
    assert result.population == 3


def test_the_data_date_itself_is_on_either_side() -> None:
    """Finished, or due, at the very instant of the data date."""
    text = "A 5d actual start=2027-03-01 finish=2027-03-05\nB 5d actual start=2027-03-01; remaining 1d\nC 1d after A"
    assert asked(RULE, drawn(NOW + text)).status is Status.PASS


def test_milestones_count() -> None:
    found = drawn(NOW + "Gate milestone; SNET 2027-03-02\nA 1d SNET 2027-03-08")
    assert asked(RULE, found).count == 1


def test_p6_moves_open_work_behind_the_data_date() -> None:
    found = drawn("project: rules p6; data date 2027-03-08\nA 3d\nB 3d actual start=2027-03-01; remaining 2d")
    assert asked(RULE, found).status is Status.PASS


def test_how_many_are_allowed_is_a_setting() -> None:
    assert asked(RULE, drawn(NOW + "A 3d\nB 1d after A"), most_count=2).status is Status.PASS


def test_a_plan_without_a_data_date_is_not_evaluated() -> None:
    result = asked(RULE, drawn("A 3d"))
    assert result.status is Status.NOT_EVALUATED
    assert reason_of(result).startswith("The plan has no data date (status date)")
