"""Settings of the project for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.plan import CriticalRule, FloatKind, LagCalendar, P6Options
from headway.formats.writing.baselines import taken_fields

if TYPE_CHECKING:
    from headway.core.plan.plan import Project
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Fields
from headway.formats.writing.p6 import PROJECT_NUMBER, project_code
from headway.formats.writing.rows import guid_of

_LAG_CALENDARS = {
    LagCalendar.PREDECESSOR: "PREDECESSOR",
    LagCalendar.SUCCESSOR: "SUCCESSOR",
    LagCalendar.PROJECT: "PROJECT_DEFAULT",
    LagCalendar.TWENTY_FOUR_HOUR: "TWENTY_FOUR_HOUR",
}
_FLOAT_KINDS = {
    FloatKind.START: "START_SLACK",
    FloatKind.FINISH: "FINISH_SLACK",
    FloatKind.SMALLEST: "SMALLEST_SLACK",
}

_SOME_DAY = 157_785_600
"""2000-01-01 08:00, for plans without any date."""


def draft_settings(context: Context) -> Fields:
    """All settings the plan has."""
    project = context.plan.project
    start, finish = _bounds(context)
    fields: Fields = {
        "PROJECT_TITLE": project.name,
        "NAME": project.name,
        "GUID": guid_of(project.external),
        "START_DATE": start,
        "FINISH_DATE": finish,
        "SCHEDULE_FROM": "FINISH" if project.from_finish else "START",
        "STATUS_DATE": project.data_date,
        "CURRENT_DATE": project.start if project.data_date is None else project.data_date,
        "DEFAULT_CALENDAR_UNIQUE_ID": context.project_calendar,
        "MINUTES_PER_DAY": project.minutes_per_day,
        "MINUTES_PER_WEEK": project.minutes_per_week,
        "DAYS_PER_MONTH": project.days_per_month,
        "CRITICAL_SLACK_LIMIT": context.units.working(project.critical_float),
        "HONOR_CONSTRAINTS": project.honour_constraints,
        "SPLIT_IN_PROGRESS_TASKS": project.split_in_progress,
        "MULTIPLE_CRITICAL_PATHS": project.multiple_critical_paths,
        "CURRENCY_CODE": project.currency,
        "MANAGER": project.manager,
        "COMPANY": project.company,
        "DEFAULT_START_TIME": project.default_start_time,
        "DEFAULT_END_TIME": project.default_finish_time,
    }
    fields |= taken_fields(context)
    if context.format.name == "mpx":
        # Its dates are texts in the format that its head names; the usual one has no time of day.
        fields |= {"DATE_FORMAT": "DD_MM_YY_HH_MM", "TIME_FORMAT": "TWENTY_FOUR_HOUR"}
    if context.format.p6:
        fields |= _p6_fields(project, context)
    return {name: value for name, value in fields.items() if value is not None}


def _bounds(context: Context) -> tuple[int | None, int | None]:
    """Start and finish of the project; those of its tasks where it has none of its own, for files want some."""
    project, saved = context.plan.project, context.plan.saved.values()
    start, finish = project.start, project.finish
    if start is None:
        first = min((each.start for each in saved if each.start is not None), default=None)
        known = next((each for each in (first, finish, project.data_date) if each is not None), _SOME_DAY)
        start = context.assume("project", 0, "start", known)
    if finish is None:
        last = max((each.finish for each in saved if each.finish is not None), default=None)
        finish = context.assume("project", 0, "finish", last)
    return start, finish


def _p6_fields(project: Project, context: Context) -> Fields:
    start, finish = _bounds(context)
    options = project.p6 or context.assume("project", 0, "p6", P6Options())
    by_path = project.critical_rule is CriticalRule.LONGEST_PATH
    return {
        "UNIQUE_ID": PROJECT_NUMBER,
        "PROJECT_ID": project_code(context),
        "PLANNED_START": start,
        "SCHEDULED_FINISH": finish,
        "MUST_FINISH_BY": project.must_finish_by,
        "EXPORT_FLAG": True,
        "CRITICAL_ACTIVITY_TYPE": "LONGEST_PATH" if by_path else "TOTAL_FLOAT",
        "SCHEDULING_PROGRESSED_ACTIVITIES": options.progress_rule.name,
        "RELATIONSHIP_LAG_CALENDAR": _LAG_CALENDARS[options.lag_calendar],
        "TOTAL_SLACK_CALCULATION_TYPE": _FLOAT_KINDS[options.float_kind],
        "MAKE_OPEN_ENDED_ACTIVITIES_CRITICAL": options.open_ends_critical,
        "USE_EXPECTED_FINISH_DATES": options.use_expected_finish,
        "COMPUTE_START_TO_START_LAG_FROM_EARLY_START": options.ss_lag_from_early_start,
        "IGNORE_RELATIONSHIPS_TO_AND_FROM_OTHER_PROJECTS": options.ignore_other_projects,
    }
