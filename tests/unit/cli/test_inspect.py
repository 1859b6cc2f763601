"""What ``inspect`` shows of files with more in them than the example has."""

from __future__ import annotations

import pytest

from headway import formats
from headway.cli.commands import inspect
from headway.core.plan.entities import Calendar, Shift
from headway.core.plan.plan import Plan, Project

DAY = (Shift(4_800, 10_200),)
WEEK = Calendar(1, "Week", days=(DAY,) * 5 + ((),) * 2)


def result(**parts: object) -> formats.ReadResult:
    plan = Plan(Project("Two in one", calendar=1), calendars={1: WEEK})
    source = formats.Source("xer", "Primavera P6 XER", "P6 23.12", 1_234_567)
    known: dict[str, object] = {"plan": plan, "losses": (), "projects": (), "source": source, **parts}
    return formats.ReadResult(**known)  # type: ignore[arg-type]


def test_projects_inside_are_listed_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    projects = (
        formats.ProjectName(1, "Main works", "MW-1", 120, exported=True, chosen=True),
        formats.ProjectName(2, "Access road", "AR-2", 30),
    )
    inspect.show(result(projects=projects), "two.xer")
    out = capsys.readouterr().out
    assert "Access road" in out
    assert "--project NAME" in out
    assert "saved by P6 23.12, 1.2 MB" in out


def test_losses_have_count_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    losses = (formats.Loss("task", "Hyperlink", 3, "row 4: https", "the plan has no place for it"),)
    inspect.show(result(losses=losses), "two.xer")
    out = capsys.readouterr().out
    assert "task: Hyperlink" in out
    assert "the plan has no place for it" in out


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((DAY,) * 5 + ((),) * 2, "Mon–Fri"),
        ((DAY, (), DAY, (), (), (), ()), "Mon, Wed"),
        (((),) * 7, "no working time"),
        ((None,) * 7, "Mon–Fri"),
    ],
)
def test_a_calendar_in_a_line(days: tuple[tuple[Shift, ...] | None, ...], words: str) -> None:
    calendar = Calendar(2, "Crew", parent=1, days=days)
    plan = Plan(Project(), calendars={1: WEEK, 2: calendar})
    assert inspect.calendar_line(calendar, plan) == f"Crew: {words}"


def test_calendars_that_are_each_other_s_parents_end() -> None:
    one, two = Calendar(1, "One", parent=2), Calendar(2, "Two", parent=1)
    assert inspect.calendar_line(one, Plan(Project(), calendars={1: one, 2: two})) == "One: no working time"
