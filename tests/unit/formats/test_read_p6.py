"""Made XER and MPX files, read through the whole chain."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from headway.core.plan.entities import Constraint, ConstraintKind, LagKind, LinkKind, PercentKind, TaskKind
from headway.core.plan.plan import CriticalRule, FloatKind, LagCalendar, P6Options, ProgressRule, Rules
from headway.core.time import to_day, to_instant
from headway.formats import DamagedFileError, EmptyFileError

if TYPE_CHECKING:
    from tests.unit.formats.conftest import Made

HOUR = 600


def at(day: int, hour: int, month: int = 3) -> int:
    return to_instant(datetime(2026, month, day, hour))


def test_project_settings_and_schedule_options(files: Made) -> None:
    project = files.plan("plan.xer").project
    assert (project.name, project.rules, project.data_date) == ("Tower", Rules.P6, at(2, 8))
    assert project.must_finish_by == at(29, 17, 5)
    assert project.critical_rule is CriticalRule.LONGEST_PATH
    assert project.p6 == P6Options(
        progress_rule=ProgressRule.PROGRESS_OVERRIDE,
        lag_calendar=LagCalendar.TWENTY_FOUR_HOUR,
        float_kind=FloatKind.START,
        open_ends_critical=True,
        use_expected_finish=False,
        ss_lag_from_early_start=False,
        ignore_other_projects=False,
    )


def test_without_options_those_p6_starts_with(files: Made) -> None:
    assert files.plan("no_options.xer").project.p6 == P6Options()


def test_kinds_of_activities(files: Made) -> None:
    tasks = files.plan("plan.xer").tasks
    assert {task_id: task.kind for task_id, task in tasks.items()} == {
        10: TaskKind.WBS,
        11: TaskKind.WBS,
        100: TaskKind.TASK,
        101: TaskKind.TASK,
        102: TaskKind.START_MILESTONE,
        103: TaskKind.FINISH_MILESTONE,
        104: TaskKind.LEVEL_OF_EFFORT,
        105: TaskKind.WBS_SUMMARY,
        106: TaskKind.TASK,
        107: TaskKind.TASK,
    }
    assert [task.id for task in tasks.values() if task.resource_dependent] == [106]
    assert [task.id for task in tasks.values() if task.milestone] == [102, 103]
    external = tasks[100].external
    assert external is not None
    assert external.code == "A10"
    assert tasks[100].parent == 11


def test_constraints_hard_and_second(files: Made) -> None:
    tasks = files.plan("plan.xer").tasks
    assert tasks[102].constraint == Constraint(ConstraintKind.MUST_START_ON, at(20, 8))
    assert tasks[102].secondary_constraint == Constraint(ConstraintKind.FINISH_NO_LATER_THAN, at(27, 17))
    assert tasks[105].expected_finish == at(10, 17, 4)


def test_progress_of_finished_suspended_and_limited_work(files: Made) -> None:
    tasks = files.plan("plan.xer").tasks
    done, halted, limited = tasks[100].progress, tasks[101].progress, tasks[106].progress
    assert done is not None
    assert (done.actual_start, done.actual_finish, done.remaining_duration) == (at(2, 8), at(3, 17), 0)
    assert tasks[100].duration == 40 * HOUR
    assert halted is not None
    assert (halted.suspended, halted.resume, halted.remaining_duration) == (at(5, 8), at(9, 8), 16 * HOUR)
    assert (halted.percent_kind, halted.physical_percent) == (PercentKind.PHYSICAL, 2_500)
    assert limited is not None
    assert limited.external_early_start == at(12, 8)


def test_saved_dates_and_float(files: Made) -> None:
    saved = files.plan("plan.xer").saved
    assert 10 not in saved
    assert saved[100].total_float is None
    assert (saved[102].total_float, saved[103].total_float) == (16 * HOUR, 0)
    assert (saved[104].longest_path, saved[106].longest_path) == (True, False)


def test_links_and_the_task_of_another_project(files: Made) -> None:
    plan = files.plan("plan.xer")
    assert (plan.links[1].kind, plan.links[1].lag, plan.links[1].lag_kind) == (LinkKind.SS, 8 * HOUR, LagKind.WORKING)
    foreign = plan.tasks[plan.links[2].predecessor]
    assert foreign.external_link
    assert foreign.external is not None
    assert (foreign.external.unique_id, foreign.external.source) == (200, "TWO")
    assert foreign.manual is not None
    assert foreign.manual.start == at(2, 8)


def test_codes_resources_and_assignments(files: Made) -> None:
    plan = files.plan("plan.xer")
    assert plan.tasks[101].custom == {"Zone": "North wing"}
    assert [resource.name for resource in plan.resources.values()] == ["Crew", "Crane"]
    (assignment,) = plan.assignments.values()
    assert (assignment.task, assignment.resource, assignment.units) == (106, 1, 20_000)
    assert assignment.work == 80 * HOUR
    losses = {(loss.entity, loss.field) for loss in files.result("plan.xer").losses}
    assert ("resource", "type NON_LABOR (kept as WORK)") in losses


def test_calendar_with_an_exception(files: Made) -> None:
    calendar = files.plan("plan.xer").calendars[1]
    assert calendar.minutes_per_day == 480
    assert [(each.first, each.shifts) for each in calendar.exceptions] == [(to_day(date(2026, 3, 5)), ())]


def test_the_project_the_file_was_made_for_and_a_warning(files: Made) -> None:
    result = files.result("plan.xer")
    assert [(each.code, each.chosen, each.exported) for each in result.projects] == [
        ("ONE", True, True),
        ("TWO", False, False),
    ]
    assert result.warnings == ("The file holds 2 projects; this is ONE. Also in it: TWO.",)


def test_letters_of_a_file_that_names_no_character_set(files: Made) -> None:
    for name in ("cyrillic.xer", "utf8.xer"):
        assert files.plan(name).tasks[100].name == "Земляные работы"


def test_mpx(files: Made) -> None:
    plan = files.plan("plan.mpx")
    assert [(task.name, task.duration, task.elapsed) for task in plan.tasks.values()] == [
        ("Dig", 16 * HOUR, False),
        ("Cure", 48 * HOUR, True),
        ("Build", 24 * HOUR, False),
    ]
    lags = {(link.kind, link.lag, link.lag_kind) for link in plan.links.values()}
    assert lags == {(LinkKind.FS, 5_000, LagKind.PERCENT), (LinkKind.SS, -24 * HOUR, LagKind.ELAPSED)}


def test_mpx_in_the_words_of_another_language(files: Made) -> None:
    plan = files.plan("german.mpx")
    assert [(task.name, task.duration) for task in plan.tasks.values()] == [
        ("Graben", 16 * HOUR),
        ("Gießen", 24 * HOUR),
    ]
    (link,) = plan.links.values()
    assert (link.kind, link.lag, link.lag_kind) == (LinkKind.FS, 8 * HOUR, LagKind.WORKING)


def test_files_without_a_project_and_damaged_ones(files: Made) -> None:
    assert isinstance(files.error("no_project.xer"), EmptyFileError)
    assert isinstance(files.error("weak.pc"), EmptyFileError)
    for name in ("cut_short.xml", "nonsense.mpp"):
        error = files.error(name)
        assert isinstance(error, DamagedFileError)
        assert error.mend == "Open it in its own program and save it again"
        assert error.path.name == name
