"""The reader's JSON as typed values: only the fields the plan keeps; everything else is counted, not decoded.

The writer leaves out zeros, ``false`` and empty texts, so every field has the default that its absence means.  Times of
the day are ``HH:MM``, timestamps ``YYYY-MM-DDTHH:MM:SS.f``, durations minutes (working or elapsed), money and units
doubles with four decimals.
"""

from __future__ import annotations

import msgspec


class Raw(msgspec.Struct, frozen=True, gc=False):
    """Base of the raw values; unknown fields are skipped."""


class RawLink(Raw, frozen=True):
    predecessor_task_unique_id: int = 0
    successor_task_unique_id: int = 0
    unique_id: int = 0
    lag: float = 0.0
    lag_units: str | None = None
    type: str = "FS"
    notes: str | None = None


class RawRange(Raw, frozen=True):
    start: str | None = None
    end: str | None = None


class RawTask(Raw, frozen=True):
    unique_id: int | None = None
    id: int = 0
    name: str = ""
    parent_task_unique_id: int | None = None
    outline_level: int = 0
    outline_number: str | None = None
    summary: bool = False
    milestone: bool = False
    null: bool = False
    active: bool = False
    critical: bool = False
    longest_path: bool = False
    estimated: bool = False
    effort_driven: bool = False
    recurring: bool = False
    external_task: bool = False
    external_project: bool = False
    ignore_resource_calendar: bool = False
    wbs: str | None = None
    guid: str | None = None
    activity_id: str | None = None
    activity_type: str | None = None
    activity_status: str | None = None
    type: str | None = None
    task_mode: str | None = None
    notes: str | None = None
    calendar_unique_id: int | None = None
    priority: int | None = None
    constraint_type: str | None = None
    constraint_date: str | None = None
    secondary_constraint_type: str | None = None
    secondary_constraint_date: str | None = None
    deadline: str | None = None
    expected_finish: str | None = None
    start: str | None = None
    finish: str | None = None
    duration: float = 0.0
    planned_duration: float = 0.0
    manual_duration: float = 0.0
    actual_start: str | None = None
    actual_finish: str | None = None
    actual_duration: float = 0.0
    remaining_duration: float = 0.0
    percent_complete: float = 0.0
    percent_work_complete: float = 0.0
    physical_percent_complete: float = 0.0
    percent_complete_type: str | None = None
    stop: str | None = None
    resume: str | None = None
    suspend_date: str | None = None
    external_early_start: str | None = None
    external_late_finish: str | None = None
    early_start: str | None = None
    early_finish: str | None = None
    late_start: str | None = None
    late_finish: str | None = None
    total_slack: float = 0.0
    free_slack: float = 0.0
    remaining_early_start: str | None = None
    remaining_early_finish: str | None = None
    remaining_late_start: str | None = None
    remaining_late_finish: str | None = None
    leveling_delay: float = 0.0
    leveling_delay_units: str | None = None
    work: float = 0.0
    actual_work: float = 0.0
    remaining_work: float = 0.0
    cost: float = 0.0
    actual_cost: float = 0.0
    remaining_cost: float = 0.0
    fixed_cost: float = 0.0
    work_splits: tuple[RawRange, ...] = ()
    predecessors: tuple[RawLink, ...] = ()
    activity_code_values: tuple[int, ...] = ()


class RawHours(Raw, frozen=True, rename={"start": "from", "finish": "to"}):
    start: str = "00:00"
    finish: str = "00:00"


class RawDay(Raw, frozen=True):
    type: str = "default"
    hours: tuple[RawHours, ...] = ()


class RawRecurrence(Raw, frozen=True):
    type: str = "daily"
    start_date: str | None = None
    finish_date: str | None = None
    occurrences: int | None = None
    frequency: int | None = None
    relative: bool = False
    day_number: int | None = None
    month_number: int | None = None
    use_end_date: bool = False
    working_days_only: bool = False
    weekly_days: tuple[str, ...] = ()


class RawException(Raw, frozen=True, rename={"first": "from", "last": "to"}):
    name: str = ""
    first: str | None = None
    last: str | None = None
    type: str = "non_working"
    hours: tuple[RawHours, ...] = ()
    recurrence: RawRecurrence | None = None


_NO_DAY = RawDay()


class RawWeek(Raw, frozen=True):
    name: str = ""
    effective_from: str | None = None
    effective_to: str | None = None
    monday: RawDay = _NO_DAY
    tuesday: RawDay = _NO_DAY
    wednesday: RawDay = _NO_DAY
    thursday: RawDay = _NO_DAY
    friday: RawDay = _NO_DAY
    saturday: RawDay = _NO_DAY
    sunday: RawDay = _NO_DAY


class RawCalendar(Raw, frozen=True):
    unique_id: int = 0
    guid: str | None = None
    parent_unique_id: int | None = None
    name: str = ""
    type: str = "GLOBAL"
    personal: bool = False
    minutes_per_day: int | None = None
    minutes_per_week: int | None = None
    minutes_per_month: int | None = None
    monday: RawDay = _NO_DAY
    tuesday: RawDay = _NO_DAY
    wednesday: RawDay = _NO_DAY
    thursday: RawDay = _NO_DAY
    friday: RawDay = _NO_DAY
    saturday: RawDay = _NO_DAY
    sunday: RawDay = _NO_DAY
    exceptions: tuple[RawException, ...] = ()
    working_weeks: tuple[RawWeek, ...] = ()


class RawAvailability(Raw, frozen=True):
    start: str | None = None
    end: str | None = None
    units: float = 0.0


class RawRate(Raw, frozen=True):
    start_date: str | None = None
    end_date: str | None = None
    cost_per_use: float = 0.0
    rates: dict[str, str] = {}


class RawRole(Raw, frozen=True):
    resource_id: int = 0
    skill_level: str = ""


class RawResource(Raw, frozen=True):
    unique_id: int | None = None
    id: int = 0
    name: str = ""
    type: str = "WORK"
    guid: str | None = None
    resource_id: str | None = None
    calendar_unique_id: int | None = None
    max_units: float = 0.0
    default_units: float = 0.0
    group: str | None = None
    initials: str | None = None
    email_address: str | None = None
    parent_id: int | None = None
    notes: str | None = None
    active: bool = False
    generic: bool = False
    role: bool = False
    material_label: str | None = None
    availability_table: tuple[RawAvailability, ...] = ()
    cost_rate_tables: dict[str, tuple[RawRate, ...]] = {}
    role_assignments: tuple[RawRole, ...] = ()


class RawAssignment(Raw, frozen=True):
    unique_id: int | None = None
    task_unique_id: int | None = None
    resource_unique_id: int | None = None
    role_unique_id: int | None = None
    guid: str | None = None
    assignment_units: float = 0.0
    remaining_assignment_units: float = 0.0
    work: float = 0.0
    actual_work: float = 0.0
    remaining_work: float = 0.0
    overtime_work: float = 0.0
    remaining_overtime_work: float = 0.0
    assignment_delay: float = 0.0
    leveling_delay: float = 0.0
    work_contour: str | None = None
    start: str | None = None
    finish: str | None = None
    actual_start: str | None = None
    actual_finish: str | None = None
    stop: str | None = None
    resume: str | None = None
    cost: float = 0.0
    actual_cost: float = 0.0
    remaining_cost: float = 0.0
    cost_rate_table: int = 0
    rate_index: int = 0


class RawProperties(Raw, frozen=True):
    name: str | None = None
    project_title: str | None = None
    project_id: str | None = None
    unique_id: int | None = None
    guid: str | None = None
    start_date: str | None = None
    finish_date: str | None = None
    scheduled_finish: str | None = None
    planned_start: str | None = None
    schedule_from: str = "START"
    status_date: str | None = None
    must_finish_by: str | None = None
    default_calendar_unique_id: int | None = None
    minutes_per_day: int | None = None
    minutes_per_week: int | None = None
    days_per_month: int | None = None
    critical_activity_type: str | None = None
    critical_slack_limit: float = 0.0
    honor_constraints: bool = False
    split_in_progress_tasks: bool = False
    multiple_critical_paths: bool = False
    currency_code: str | None = None
    manager: str | None = None
    company: str | None = None
    default_start_time: str | None = None
    default_end_time: str | None = None
    default_task_type: str | None = None
    scheduling_progressed_activities: str | None = None
    relationship_lag_calendar: str | None = None
    total_slack_calculation_type: str | None = None
    make_open_ended_activities_critical: bool = False
    use_expected_finish_dates: bool = False
    compute_start_to_start_lag_from_early_start: bool = False
    ignore_relationships_to_and_from_other_projects: bool = False
    baseline_project_unique_id: int | None = None
    baseline_date: str | None = None
    baseline1_date: str | None = None
    baseline2_date: str | None = None
    baseline3_date: str | None = None
    baseline4_date: str | None = None
    baseline5_date: str | None = None
    baseline6_date: str | None = None
    baseline7_date: str | None = None
    baseline8_date: str | None = None
    baseline9_date: str | None = None
    baseline10_date: str | None = None
    full_application_name: str | None = None
    file_application: str | None = None
    file_type: str | None = None


class RawCodeValue(Raw, frozen=True):
    unique_id: int
    name: str = ""
    description: str = ""


class RawCode(Raw, frozen=True):
    unique_id: int = 0
    name: str = ""
    values: tuple[RawCodeValue, ...] = ()


class RawAlias(Raw, frozen=True):
    """A custom field and the name its users gave it."""

    field_type_class: str = ""
    field_type: str = ""
    field_alias: str | None = None


class RawUserField(Raw, frozen=True):
    """A field that users made: the key of its values and its name."""

    field_type_class: str = ""
    data_type: str = ""
    internal_name: str = ""
    external_name: str = ""


class RawPlan(Raw, frozen=True):
    property_values: RawProperties = RawProperties()
    custom_fields: tuple[RawAlias, ...] = ()
    user_defined_fields: tuple[RawUserField, ...] = ()
    activity_codes: tuple[RawCode, ...] = ()
    calendars: tuple[RawCalendar, ...] = ()
    resources: tuple[RawResource, ...] = ()
    tasks: tuple[RawTask, ...] = ()
    assignments: tuple[RawAssignment, ...] = ()


class RawForeign(Raw, frozen=True):
    """A task of another project in the same file."""

    name: str = ""
    project: str = ""
    start: str | None = None
    finish: str | None = None


class RawExtra(Raw, frozen=True):
    """The second JSON: what the first one leaves out."""

    default_duration_units: str = "d"
    elapsed: tuple[int, ...] = ()
    populated: tuple[tuple[str, str], ...] = ()
    ignored_errors: tuple[str, ...] = ()
    unwritten: tuple[tuple[str, str, int], ...] = ()
    """Filled fields that the first JSON never has: kind of row, name, number of rows."""
    recurring: dict[str, RawRecurrence] = {}
    """Rules of recurring tasks by the task's own id."""
    foreign: dict[str, RawForeign] = {}
    """Tasks of other projects of the file that links of this one lead to, by their own ids."""
