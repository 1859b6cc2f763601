"""Why tasks end where they do."""

from __future__ import annotations

import pytest

from tests.unit.core.schedule.spoken import spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"


@pytest.mark.parametrize("opening", [MS, P6])
def test_a_duration(opening: str) -> None:
    said = spoken(opening + "A 3d")
    assert said.of("A").finish.cause == "duration"
    assert said.finish("A") == "Finishes Wed 3 Mar 2027: 3 working days of work from Mon 1 Mar on."


def test_the_project_says_how_long_a_day_is() -> None:
    said = spoken(MS + "A 12h")
    assert said.finish("A") == "Finishes Tue 2 Mar 2027 12:00: 1 working day 4 hours of work from Mon 1 Mar on."


def test_weekends_are_counted() -> None:
    said = spoken(MS + "A 11d")
    assert said.finish("A") == (
        "Finishes Mon 15 Mar 2027: 11 working days of work from Mon 1 Mar on (2 weekends in between)."
    )


def test_days_off_are_named_with_the_calendar() -> None:
    said = spoken(MS + "calendar UK: off 2027-03-03..2027-03-04\nA 3d; calendar UK")
    reason = said.of("A").finish
    assert said.finish("A") == (
        "Finishes Fri 5 Mar 2027: 3 working days of work from Mon 1 Mar on "
        "(calendar UK; Wed 3 Mar – Thu 4 Mar are not working days)."
    )
    assert reason.calendar == "UK"
    assert [gap.kind for gap in reason.gaps] == ["holiday"]


def test_of_many_days_off_the_first_are_named() -> None:
    off = "; ".join(f"off 2027-03-{day:02d}" for day in range(2, 30, 3))
    said = spoken(MS + f"calendar UK: {off}\nA 18d; calendar UK")
    assert "more" in said.finish("A")


def test_calendar_days() -> None:
    said = spoken(MS + "A 3ed")
    assert said.finish("A") == "Finishes Thu 4 Mar 2027 08:00: 3 calendar days of work from Mon 1 Mar on."


@pytest.mark.parametrize(("opening", "day"), [(MS, "Tue 2 Mar"), (P6, "Wed 3 Mar")])
def test_milestones(opening: str, day: str) -> None:
    said = spoken(opening + "A 2d\nM milestone; after A")
    assert said.of("M").finish.cause == "milestone"
    assert said.finish("M") == f"Finishes {day} 2027, when it starts: it is a milestone without duration."


@pytest.mark.parametrize("opening", [MS, P6])
def test_a_milestone_with_the_project_is_not_before_it(opening: str) -> None:
    said = spoken(opening + "M milestone\nA 1d; after M")
    assert said.start("M") == "Starts Mon 1 Mar 2027, with the project: nothing holds it back."
    assert said.finish("M").startswith("Finishes Mon 1 Mar 2027, when it starts")
    assert said.start("A") == "Starts Mon 1 Mar 2027 because 'M' finishes Mon 1 Mar 08:00."


def test_a_typed_milestone_keeps_its_morning() -> None:
    said = spoken(MS + "M milestone; manual start=2027-03-11T08:00 finish=2027-03-11T08:00\nA 1d; after M")
    assert said.start("M") == "Starts Thu 11 Mar 2027 because this date was typed by hand; links do not move it."
    assert said.finish("M") == "Finishes Thu 11 Mar 2027 because this date was typed by hand."
    assert said.start("A") == "Starts Thu 11 Mar 2027 because 'M' finishes Thu 11 Mar 08:00."
    assert said.earlier("M") == (
        "Its dates were typed by hand; by its links it would start 8 working days earlier, Mon 1 Mar 2027."
    )


@pytest.mark.parametrize("opening", [MS, P6])
def test_an_actual_finish_keeps_its_morning(opening: str) -> None:
    said = spoken(opening + "A 2d; actual start=2027-03-01 finish=2027-03-03T08:00")
    assert said.finish("A") == "Finished Wed 3 Mar 2027 08:00: this is recorded as an actual date."


def test_a_deadline_keeps_its_morning() -> None:
    said = spoken(MS + "A 2d; deadline 2027-03-02T08:00\nB 5d")
    assert said.total_float("A") == "Is 1 working day too late: its deadline is Tue 2 Mar 2027 08:00."


@pytest.mark.parametrize("opening", [MS, P6])
def test_actual_finishes(opening: str) -> None:
    said = spoken(opening + "A 2d; actual start=2027-03-01 finish=2027-03-03")
    assert said.finish("A") == "Finished Wed 3 Mar 2027: this is recorded as an actual date."


def test_started_work_in_ms_project() -> None:
    said = spoken(MS + "A 3d; actual start=2027-03-02")
    assert said.of("A").finish.cause == "started"
    assert said.finish("A") == "Finishes Thu 4 Mar 2027: it started Tue 2 Mar and takes 3 working days."


def test_work_that_resumes_in_ms_project() -> None:
    said = spoken(MS + "A 3d; actual start=2027-03-01; remaining 2d; resume 2027-03-08")
    assert said.of("A").finish.cause == "remaining"
    assert said.finish("A") == "Finishes Tue 9 Mar 2027: 2 working days of work remain, from Mon 8 Mar on."


def test_remaining_work_in_p6() -> None:
    said = spoken(
        "project: start 2027-03-01; data date 2027-03-04; rules p6\nA 5d; actual start=2027-03-01; remaining 2d"
    )
    assert said.of("A").finish.cause == "remaining"
    assert said.finish("A") == "Finishes Fri 5 Mar 2027: 2 working days of work remain, from Thu 4 Mar on."


def test_an_expected_finish_in_p6() -> None:
    said = spoken(P6 + "A 2d; expected finish 2027-03-10")
    assert said.of("A").finish.cause == "expected_finish"
    assert said.finish("A") == "Finishes Wed 10 Mar 2027 because that is its expected finish."


def test_an_expected_finish_that_the_project_ignores() -> None:
    said = spoken(
        "project: start 2027-03-01; data date 2027-03-01; rules p6; no expected finish\n"
        "A 2d; expected finish 2027-03-10"
    )
    assert said.of("A").finish.cause == "duration"


def test_a_mandatory_finish() -> None:
    said = spoken(P6 + "A 2d; MFO 2027-03-10")
    assert said.of("A").finish.cause == "constraint"
    assert said.finish("A") == "Finishes Wed 10 Mar 2027 because it must finish on Wed 10 Mar."


def test_typed_dates() -> None:
    said = spoken(MS + "A 2d; manual start=2027-03-04 finish=2027-03-05")
    assert said.finish("A") == "Finishes Fri 5 Mar 2027 because this date was typed by hand."


def test_as_late_as_possible() -> None:
    said = spoken(MS + "A 2d; ALAP\nB 4d")
    assert said.finish("A") == "Finishes Thu 4 Mar 2027: the latest date that delays nothing."


def test_summaries_finish_with_their_last_task() -> None:
    said = spoken(MS + "Phase\n  A 2d\n  B 4d")
    assert said.of("Phase").finish.cause == "rolled_up"
    assert said.finish("Phase") == "Finishes Thu 4 Mar 2027 with 'B', the last of its tasks."


def test_summaries_of_summaries() -> None:
    said = spoken(MS + "Outer\n  Inner\n    A 2d")
    assert said.finish("Outer") == "Finishes Tue 2 Mar 2027 with 'Inner', the last of its tasks."


def test_people_with_calendars_of_their_own() -> None:
    said = spoken(
        MS + "calendar Late: off 2027-03-02..2027-03-03\nresource Ann: calendar Late\nA 2d; resource Ann",
    )
    assert said.of("A").finish.cause == "resources"
    assert said.finish("A") == (
        "Finishes Thu 4 Mar 2027, when the work of Ann is done, each by the own calendar; work begins Mon 1 Mar."
    )


def test_wbs_summaries_of_p6() -> None:
    said = spoken(P6 + "Phase\n  W wbs summary\n  A 2d\n  B 4d; after A")
    assert said.finish("W") == "Finishes Mon 8 Mar 2027 with 'B', the last of its tasks."


def test_split_work_says_so() -> None:
    said = spoken(MS + "A 4d; parts 2027-03-01..2027-03-02, 2027-03-08..2027-03-09")
    assert said.finish("A") == (
        "Finishes Tue 9 Mar 2027: 4 working days of work from Mon 1 Mar on (1 weekend in between; worked in 2 parts)."
    )


def test_longer_days_than_the_project_counts_are_said() -> None:
    said = spoken(MS + "calendar Long: Mon-Thu 07:00-17:00; Fri off\nA 4d; calendar Long")
    assert said.finish("A") == (
        "Finishes Thu 4 Mar 2027 10:00: 4 working days of work from Mon 1 Mar on "
        "(calendar Long; a working day counts as 8 hours)."
    )
