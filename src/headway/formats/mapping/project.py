"""The settings of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import External
from headway.core.plan.plan import CriticalRule, FloatKind, LagCalendar, P6Options, ProgressRule, Project, Rules
from headway.formats.mapping.quantities import start_of_work, time_of_day
from headway.formats.mapping.tasks import project_summary

if TYPE_CHECKING:
    from headway.formats.mapping.context import Context
    from headway.formats.raw import RawProperties

_PROGRESS_RULES = {rule.name: rule for rule in ProgressRule}
_LAG_CALENDARS = {
    "PREDECESSOR": LagCalendar.PREDECESSOR,
    "SUCCESSOR": LagCalendar.SUCCESSOR,
    "PROJECT_DEFAULT": LagCalendar.PROJECT,
    "TWENTY_FOUR_HOUR": LagCalendar.TWENTY_FOUR_HOUR,
}
_FLOAT_KINDS = {
    "START_SLACK": FloatKind.START,
    "FINISH_SLACK": FloatKind.FINISH,
    "SMALLEST_SLACK": FloatKind.SMALLEST,
}


def to_project(context: Context, fallback_name: str) -> Project:
    """Project settings; ``fallback_name`` is the name when the file has none."""
    raw = context.raw.property_values
    p6 = context.format.p6
    instants = context.instants
    # Microsoft Project XML says 0 for "always honour" as well as for "never"; only the binary file tells them apart.
    honours = raw.honor_constraints or context.format.name != "mpp"
    return Project(
        name=_name(context, fallback_name),
        rules=Rules.P6 if p6 else Rules.MSPROJECT,
        start=instants.get_or_none((raw.planned_start or raw.start_date) if p6 else raw.start_date),
        finish=instants.get_or_none((raw.scheduled_finish or raw.finish_date) if p6 else raw.finish_date),
        from_finish=raw.schedule_from == "FINISH",
        data_date=instants.get_or_none(raw.status_date),
        must_finish_by=instants.get_or_none(raw.must_finish_by),
        calendar=context.calendars.get(raw.default_calendar_unique_id),
        minutes_per_day=raw.minutes_per_day or 480,
        minutes_per_week=raw.minutes_per_week or 2_400,
        days_per_month=raw.days_per_month or 20,
        critical_rule=CriticalRule.LONGEST_PATH
        if raw.critical_activity_type == "LONGEST_PATH"
        else CriticalRule.TOTAL_FLOAT,
        critical_float=context.spans[raw.critical_slack_limit],
        honour_constraints=honours,
        split_in_progress=raw.split_in_progress_tasks or p6,
        multiple_critical_paths=raw.multiple_critical_paths,
        p6=_p6_options(raw, context) if p6 else None,
        currency=raw.currency_code,
        manager=raw.manager,
        company=raw.company,
        default_start_time=start_of_work(raw.default_start_time),
        default_finish_time=10_200 if raw.default_end_time is None else time_of_day(raw.default_end_time),
        external=External(unique_id=raw.unique_id, guid=raw.guid, code=raw.project_id, source=context.format.name),
        custom=context.custom.get(("project", 0)),
    )


def _name(context: Context, fallback: str) -> str:
    raw = context.raw.property_values
    summary = project_summary(context)
    if context.format.p6:
        return raw.name or raw.project_title or raw.project_id or fallback
    return raw.project_title or (summary.name if summary is not None else "") or raw.name or fallback


def _p6_options(raw: RawProperties, context: Context) -> P6Options:
    """Schedule options; without them in the file those that P6 starts with."""
    if not context.has_schedule_options:
        return P6Options()
    return P6Options(
        progress_rule=_PROGRESS_RULES.get(raw.scheduling_progressed_activities or "", ProgressRule.RETAINED_LOGIC),
        lag_calendar=_LAG_CALENDARS.get(raw.relationship_lag_calendar or "", LagCalendar.PREDECESSOR),
        float_kind=_FLOAT_KINDS.get(raw.total_slack_calculation_type or "", FloatKind.FINISH),
        open_ends_critical=raw.make_open_ended_activities_critical,
        use_expected_finish=raw.use_expected_finish_dates,
        ss_lag_from_early_start=raw.compute_start_to_start_lag_from_early_start,
        ignore_other_projects=raw.ignore_relationships_to_and_from_other_projects,
    )
