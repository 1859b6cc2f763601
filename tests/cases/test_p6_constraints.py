"""P6's constraints: soft ones bound one pass, mandatory ones break logic; two on one activity."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from headway.core.plan.entities import Progress
from headway.core.schedule import schedule
from tests.cases.solved import solved
from tests.drawn import assert_schedule, build
from tests.drawn.words import instant

P6 = "project: start 2027-03-01; rules p6\n"


@pytest.mark.parametrize(
    ("constraint", "start", "finish"),
    [
        ("SNET 2027-03-03", "2027-03-03", "2027-03-04"),
        ("SNET 2027-03-06", "2027-03-08", "2027-03-09"),
        ("FNET 2027-03-05", "2027-03-04", "2027-03-05"),
        ("SO 2027-03-04", "2027-03-04", "2027-03-05"),
        ("FO 2027-03-05", "2027-03-04", "2027-03-05"),
        ("MSO 2027-03-04", "2027-03-04", "2027-03-05"),
        ("MFO 2027-03-05", "2027-03-04", "2027-03-05"),
        ("SNLT 2027-03-04", "2027-03-01", "2027-03-02"),
        ("FNLT 2027-03-04", "2027-03-01", "2027-03-02"),
    ],
)
def test_early_dates(constraint: str, start: str, finish: str) -> None:
    """On-or-after and on constraints move the early dates, on-or-before ones do not.

    Source: Primavera P6 client help, "Finish on or after constraint"; Oracle, "SYS P6 Activity Constraint".
    """
    solved(f"{P6}A 2d {constraint} => {start}..{finish}")


@pytest.mark.parametrize(
    ("constraint", "late"),
    [
        ("SNLT 2027-03-03", "2027-03-03..2027-03-04"),
        ("FNLT 2027-03-04", "2027-03-03..2027-03-04"),
        ("SO 2027-03-03", "2027-03-03..2027-03-04"),
        ("FO 2027-03-04", "2027-03-03..2027-03-04"),
        ("SNET 2027-03-03", "2027-03-11..2027-03-12"),
        ("FNET 2027-03-04", "2027-03-11..2027-03-12"),
    ],
)
def test_late_dates(constraint: str, late: str) -> None:
    """On-or-before and on constraints bound the late dates, on-or-after ones do not.

    Source: Primavera P6 client help, "Finish on or before constraint".
    """
    solved(f"{P6}X 10d\nA 2d {constraint} => late {late}")


@pytest.mark.parametrize("constraint", ["SNLT 2027-03-03", "FNLT 2027-03-04", "SO 2027-03-03", "FO 2027-03-04"])
def test_soft_constraints_never_break_logic(constraint: str) -> None:
    """The activity follows its predecessor; both show negative float.

    Source: Primavera P6 client help, "Finish on or before constraint".
    """
    solved(
        P6
        + f"""
        P 5d                       => 2027-03-01..2027-03-05; float -3d; critical
        A 2d after P; {constraint}  => 2027-03-08..2027-03-09; late 2027-03-03..2027-03-04; float -3d; critical
        """
    )


@pytest.mark.parametrize("constraint", ["MSO 2027-03-03", "MFO 2027-03-04"])
def test_mandatory_constraints_break_logic(constraint: str) -> None:
    """Early and late dates are those of the constraint, whatever the predecessor says.

    Source: Primavera P6 client help, "Mandatory finish constraint".
    """
    solved(
        P6
        + f"""
        P 5d                       => 2027-03-01..2027-03-05; float -3d
        A 2d after P; {constraint}  => 2027-03-03..2027-03-04; late 2027-03-03..2027-03-04; float 0d
        B 1d after A               => 2027-03-05..2027-03-05
        """
    )


def test_as_late_as_possible_takes_free_float_only() -> None:
    """P6 moves the activity up to its successor's early date, and delays nobody.

    Source: Oracle, "Activity Fields", PrimaryConstraintType, As Late As Possible.
    """
    solved(
        P6
        + """
        X 5d
        Y 3d
        A 1d ALAP        => 2027-03-03..2027-03-03
        B 1d after A, Y  => 2027-03-04..2027-03-04; float 1d
        """
    )


@pytest.mark.parametrize(
    ("link", "start"),
    [
        ("A", "2027-03-09"),
        ("A FF", "2027-03-10"),
        ("A SS", "2027-03-10"),
        ("A SF", "2027-03-11"),
        ("A SS-1d", "2027-03-11"),
        ("A +1d", "2027-03-08"),
    ],
)
def test_as_late_as_possible_before_every_kind_of_link(link: str, start: str) -> None:
    """B stands on Wednesday the 10th behind Y; A comes as near as its link lets it.

    Source: Oracle, "Activity Fields", PrimaryConstraintType, As Late As Possible.
    """
    solved(f"{P6}Y 7d\nX 12d\nA 1d ALAP => start {start}\nB 1d after Y; after {link} => 2027-03-10..2027-03-10")


def test_as_late_as_possible_without_successors() -> None:
    """The project's early finish bounds it.  Source: saved dates of P6."""
    solved(P6 + "X 5d\nA 2d ALAP => 2027-03-04..2027-03-05")


def test_two_constraints_on_one_activity() -> None:
    """A secondary constraint closes the window that the primary one opens.

    Source: Oracle, "Activity Fields", SecondaryConstraintType.
    """
    solved(
        P6
        + """
        X 10d
        A 2d SNET 2027-03-03; FNLT 2027-03-08  => 2027-03-03..2027-03-04; late finish 2027-03-08; float 2d
        B 2d FNLT 2027-03-08; SNET 2027-03-03  => 2027-03-03..2027-03-04; late finish 2027-03-08; float 2d
        """
    )


def test_must_finish_by_replaces_the_early_finish_as_the_end_of_the_project() -> None:
    """Later than the early finish it gives float, earlier it takes it.

    Source: Oracle, "Project Fields", MustFinishByDate.
    """
    later = "project: start 2027-03-01; rules p6; must finish by 2027-03-08\n"
    earlier = "project: start 2027-03-01; rules p6; must finish by 2027-03-04\n"
    solved(later + "A 5d => 2027-03-01..2027-03-05; late finish 2027-03-08; float 1d\nB 1d => float 5d")
    solved(earlier + "A 5d => 2027-03-01..2027-03-05; late finish 2027-03-04; float -1d; critical\nB 1d => float 3d")


def test_must_finish_by_passes_back_through_links() -> None:
    """Source: Oracle, "Project Fields", MustFinishByDate."""
    solved(
        """
        project: start 2027-03-01; rules p6; must finish by 2027-03-04
        A 3d          => float -1d
        B 2d after A  => 2027-03-04..2027-03-05; late finish 2027-03-04; float -1d
        """
    )


@pytest.mark.parametrize(
    ("option", "finish"), [("", "2027-03-09"), ("; no expected finish", "2027-03-02")], ids=["used", "not used"]
)
def test_expected_finish(option: str, finish: str) -> None:
    """The remaining duration is stretched to the expected finish, when the option says so.

    Source: Oracle, "ScheduleOptions Fields", UseExpectedFinishDates.
    """
    solved(f"project: start 2027-03-01; rules p6{option}\nA 2d expected finish 2027-03-09 => 2027-03-01..{finish}")


def test_expected_finish_of_started_work() -> None:
    """Source: Oracle, "ScheduleOptions Fields", UseExpectedFinishDates."""
    solved(
        """
        project: start 2027-03-01; rules p6; data date 2027-03-03
        A 5d actual start=2027-03-01; remaining 3d; expected finish 2027-03-12  => 2027-03-01..2027-03-12
        """
    )


def test_external_early_start_and_late_finish() -> None:
    """Dates from links to projects that are not open bound both passes.

    Source: Oracle, "Activity Fields" (P6 EPPM Web Services), ExternalEarlyStartDate and ExternalLateFinishDate.
    """
    text = P6 + "X 10d\nA 2d => 2027-03-03..2027-03-04; late finish 2027-03-08; float 2d"
    plan = build(text)
    given = Progress(
        external_early_start=instant("2027-03-03", 4_800), external_late_finish=instant("2027-03-08", 10_200)
    )
    plan = replace(plan, tasks={**plan.tasks, 2: replace(plan.tasks[2], progress=given)})
    assert_schedule(schedule(plan), text)
