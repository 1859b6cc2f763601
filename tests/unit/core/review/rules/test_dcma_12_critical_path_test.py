"""A delay at the beginning of the critical path, and where it gets stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.core.review import Bound, Status, Unit
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

if TYPE_CHECKING:
    from headway.core.review import Result

RULE = "dcma-12"
MS, P6 = "project: rules msproject\n", "project: rules p6\n"
BOTH = pytest.mark.parametrize("rules", [MS, P6])


def tried(text: str, **settings: float) -> Result:
    """The result of the test on a drawn plan."""
    return asked(RULE, drawn(text), **settings)


def passes(text: str) -> None:
    """A delay of 600 days arrives in full."""
    result = tried(text)
    assert (result.status, result.value, result.threshold) == (Status.PASS, 600, 600), reason_of(result)
    assert (result.rows, result.bound, result.unit) == ((), Bound.EQUAL, Unit.DAYS)


def fails(text: str) -> list[str]:
    """The delay does not arrive; what the rows say."""
    result = tried(text)
    assert result.status is Status.FAIL, reason_of(result)
    assert result.value is not None
    assert result.value != 600
    assert result.count == len(result.rows) > 0
    return texts_of(result)


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "A 5d\nB 3d after A\nC 2d after B\nD 1d after A",
        "A 5d\nB 3d after A FS+2d\nC 2d after B FS-1d",
        "A 5d\nB 9d after A FF\nEnd milestone; after B",
        "A 5d\nB 9d after A\nC 3d after B SS+6d\nD 20d after C SS",
        "Begin milestone\nA 5d after Begin\nEnd finish milestone; after A",
        "A 5d SNET 2027-04-01\nB 3d after A",
        "A 5d actual start=2027-03-01; remaining 4d\nB 3d after A",
        "A 5d actual start=2027-03-01 finish=2027-03-05\nB 3d after A\nC 1d after B",
        "Guard 1d LOE\nA 5d\nB 3d after A",
        "A 5d\nB 3d",
    ],
)
def test_sound_plans_pass(rules: str, text: str) -> None:
    passes(rules + text)


@pytest.mark.parametrize(
    "text",
    [
        "S\n    A 5d\n    B 3d after A\nT\n    C 3d\nU\n    D 3d after T\n",
        "S\n    A 5d\n    B 3d after A\nT after S\n    C 3d\n    D 1d after C",
        "A 5d ALAP\nB 3d after A",
        "resource Ann:\nA 5d resource Ann 50% work=20h\nB 3d after A; resource Ann",
        "resource Ann:\nA 5d resource Ann 100% work=80h; type fixed_work\nB 3d after A",
        "A 5d parts 2027-03-01..2027-03-02, 2027-03-08..2027-03-10\nB 3d after A",
        "A 5d manual start=2027-03-03 finish=2027-03-09\nB 3d after A",
        "A 5d manual\nB 3d after A",
        "A 5d actual start=2027-03-01; remaining 3d; resume 2027-03-10\nB 3d after A",
        "A 5d after B; delay 2ed\nB 3d",
        "A 5d deadline 2027-03-02\nB 3d after A",
    ],
)
def test_sound_plans_of_ms_project_pass(text: str) -> None:
    passes(MS + text)


@pytest.mark.parametrize(
    "text",
    [
        "project: must finish by 2027-03-10\nA 5d\nB 9d after A",
        "A 5d expected finish 2027-03-20\nB 3d after A",
        "A 5d FNLT 2027-03-02\nB 3d after A; SNLT 2027-03-04",
        "A 5d SO 2027-03-10\nB 3d after A",
        "project: data date 2027-03-08\nA 9d actual start=2027-03-01; remaining 6d\nB 3d after A",
        "project: data date 2027-03-08\nA 9d actual start=2027-03-01; remaining 6d\n"
        "B 6d after A; actual start=2027-03-03; remaining 4d\nC 2d after B",
        "resource Ann:\nA 5d resource Ann work=80h driving; resource dependent\nB 3d after A",
    ],
)
def test_sound_plans_of_p6_pass(text: str) -> None:
    passes(P6 + text)


def test_the_delay_is_tried_where_the_path_begins() -> None:
    result = tried("Side 1d\nA 5d\nB 3d after A\nC 1d after B, Side")
    assert reason_of(result) == "600 working days were added to 'A', and the finish moved by 600 working days."
    assert result.population == 3


def test_a_task_that_others_only_start_with_is_not_delayed() -> None:
    """A could take four more weeks before anybody noticed: B waits for its start."""
    result = tried("A 5d\nB 20d after A SS+1d\nC 3d after B")
    assert reason_of(result).startswith("600 working days were added to 'B'")
    assert result.status is Status.PASS


@pytest.mark.parametrize("clause", ["MSO 2027-03-08", "SNLT 2027-03-08", "MFO 2027-03-10", "FNLT 2027-03-10"])
def test_a_hard_constraint_of_ms_project_holds_the_delay(clause: str) -> None:
    """B begins when A lets it, on Monday the 8th, but would not move."""
    rows = fails(MS + f"A 5d\nB 3d after A; {clause}\nC 1d after B")
    assert len(rows) == 1
    assert rows[0].startswith("The delay gets stuck at 'B', which must ")


@pytest.mark.parametrize("clause", ["MSO 2027-03-08", "SNLT 2027-03-08", "FNLT 2027-03-10"])
def test_soft_constraints_do_not(clause: str) -> None:
    passes(MS + f"project: soft constraints\nA 5d\nB 3d after A; {clause}\nC 1d after B")


@pytest.mark.parametrize("date", ["2027-03-08", "2027-03-04"])
def test_a_mandatory_start_of_p6_holds_the_delay(date: str) -> None:
    """Also where logic is past the date already."""
    rows = fails(P6 + f"A 5d\nB 3d after A; MSO {date}\nC 1d after B")
    assert rows[0].startswith("The delay gets stuck at 'B', which must start on")


def test_logic_that_is_past_a_hard_constraint_is_followed_beyond_it() -> None:
    rows = fails(MS + "A 5d\nB 3d after A; MSO 2027-03-03\nC 1d after B")
    assert rows == ["The delay gets stuck at 'B', which must start on Wed 3 Mar 2027."]


def test_a_gap_that_a_constraint_makes_is_where_the_path_begins() -> None:
    """A has a month of float: it is not critical, and its delay not tried."""
    result = tried("A 5d\nB 3d after A; SNET 2027-04-12\nC 1d after B")
    assert reason_of(result).startswith("600 working days were added to 'B'")
    assert result.status is Status.PASS


def test_the_constraint_of_the_delayed_task_can_hold_it() -> None:
    rows = fails(MS + "A 5d FNLT 2027-03-05\nB 3d after A")
    assert rows == ["The delay gets stuck at 'A', which must finish by Fri 5 Mar 2027."]


@pytest.mark.parametrize("start", ["2027-03-08", "2027-03-05"])
def test_typed_dates_hold_the_delay(start: str) -> None:
    found = drawn(MS + f"A 5d\nB 3d after A; manual start={start}\nC 1d after B")
    result = asked(RULE, found)
    assert (result.status, rows_of(result, found)) == (Status.FAIL, ["B"])
    assert texts_of(result) == ["The delay gets stuck at 'B': its dates are typed by hand."]


def test_a_summary_with_typed_dates_can_hold_the_finish() -> None:
    rows = fails(MS + "S manual start=2027-03-01 finish=2027-06-30\n    A 5d\n    B 3d after A")
    assert rows == ["The delay gets stuck at 'S': its dates are typed by hand."]


def test_work_begun_too_early_holds_the_delay() -> None:
    rows = fails(MS + "A 5d\nB 9d after A; actual start=2027-03-01; remaining 5d\nC 1d after B; deadline 2027-03-12")
    assert rows == ["The delay gets stuck at 'B', which started before the work it waits for was done."]


def test_progress_override_of_p6_does_as_well() -> None:
    """With retained logic B goes on when A is done; here it goes on at once."""
    text = "A 5d\nB 9d after A; actual start=2027-03-01; remaining 9d\nC 1d after B"
    passes(P6 + text)
    result = tried(P6 + "project: progress override\n" + text)
    assert reason_of(result).startswith("600 working days were added to 'B'")


def test_work_done_later_than_what_is_left_is_told() -> None:
    rows = fails(MS + "Done 1d actual start=2027-06-01 finish=2027-06-01\nA 5d\nB 3d after A")
    assert rows == ["'Done' is done, but later than everything that is left: check its actual finish."]


def test_milestones_alone_cannot_take_longer() -> None:
    result = tried("A 5d\nHandover milestone; SNET 2027-06-01\nEnd milestone; after Handover")
    assert (result.status, result.value) == (Status.FAIL, 0)
    assert texts_of(result) == ["Only its own date decides when 'Handover' happens, not any work."]
    assert reason_of(result).startswith("Nothing that could take longer")


def test_other_calendars_may_move_by_other_days() -> None:
    """After the night shift the week is five days long: what the delay is in both cannot be the same."""
    text = "calendar Always: 24h\nA 5d calendar Always\nB 3d after A\nC 4d after B; calendar Always"
    for rules in (MS, P6):
        result = tried(rules + text)
        assert result.status is Status.PASS
        assert result.value != 600
        assert reason_of(result).endswith("tasks that work by other calendars make the difference.")


def test_other_calendars_do_not_hide_a_break() -> None:
    rows = fails(MS + "calendar Always: 24h\nA 5d calendar Always\nB 3d after A; MSO 2027-03-03\nC 4d after B")
    assert rows == ["The delay gets stuck at 'B', which must start on Wed 3 Mar 2027."]


def test_durations_by_the_clock_pass() -> None:
    for text in ("A 5ed\nB 3d after A", "A 5d\nB 3ed after A\nC 2d after B", "A 5d\nB 3d after A FS+2ed\nC 1d after B"):
        assert tried(MS + text).status is Status.PASS


def test_a_plan_from_its_finish_is_not_evaluated() -> None:
    result = tried("project: finish 2027-06-01; from finish\nA 5d\nB 3d after A")
    assert (result.status, result.value) == (Status.NOT_EVALUATED, None)
    assert reason_of(result).startswith("The plan is scheduled backwards from its finish")


@pytest.mark.parametrize("text", ["", "A 5d actual start=2027-03-01 finish=2027-03-05"])
def test_a_plan_without_open_work_is_not_evaluated(text: str) -> None:
    result = tried(text)
    assert (result.status, result.value, reason_of(result)) == (Status.NOT_EVALUATED, None, "Everything is finished.")


def test_the_delay_and_the_tolerance_are_settings() -> None:
    text = "A 5d\nB 3d after A\nC 1d after B"
    result = tried(text, days=10)
    assert (result.value, result.threshold) == (10, 10)
    stuck = "A 5d\nB 3d after A; MSO 2027-03-08\nC 1d after B"
    # A itself becomes the last task: the finish moves by all but the four days that were left after it.
    assert tried(stuck).value == 596
    assert tried(stuck, tolerance_days=4).status is Status.PASS
    assert tried(stuck, tolerance_days=3.9).status is Status.FAIL
