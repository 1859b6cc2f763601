"""The values a plan is made of.

All structs are frozen and free of the garbage collector; rare fields live in sub-structs that default to ``None``.
Instants and spans are tenths of a minute (:mod:`headway.core.time`), money is in 1/10,000 of the plan's currency, units
are in 1/10,000 of one full-time resource (10,000 = 100 %), percentages in hundredths of a percent (10,000 = 100 %).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Entity(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """Base of every stored value: immutable, compact, defaults left out of JSON."""


class TaskKind(StrEnum):
    TASK = "task"
    START_MILESTONE = "start_milestone"
    FINISH_MILESTONE = "finish_milestone"
    LEVEL_OF_EFFORT = "level_of_effort"
    WBS_SUMMARY = "wbs_summary"
    """A P6 activity that spans the activities of its WBS element."""
    HAMMOCK = "hammock"
    WBS = "wbs"
    """An element of the work breakdown with no dates of its own, leaf or not (P6, portfolios)."""


class TaskType(StrEnum):
    FIXED_UNITS = "fixed_units"
    FIXED_DURATION = "fixed_duration"
    FIXED_WORK = "fixed_work"
    FIXED_DURATION_AND_UNITS = "fixed_duration_and_units"


class ConstraintKind(StrEnum):
    AS_LATE_AS_POSSIBLE = "as_late_as_possible"
    START_NO_EARLIER_THAN = "start_no_earlier_than"
    START_NO_LATER_THAN = "start_no_later_than"
    FINISH_NO_EARLIER_THAN = "finish_no_earlier_than"
    FINISH_NO_LATER_THAN = "finish_no_later_than"
    START_ON = "start_on"
    """P6: hard on the dates of one pass, network logic still counts."""
    FINISH_ON = "finish_on"
    MUST_START_ON = "must_start_on"
    """Overrides network logic."""
    MUST_FINISH_ON = "must_finish_on"


class LinkKind(StrEnum):
    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class LagKind(StrEnum):
    WORKING = "working"
    ELAPSED = "elapsed"
    PERCENT = "percent"
    """Of the predecessor's duration; ``lag`` is then in hundredths of a percent."""
    ELAPSED_PERCENT = "elapsed_percent"


class PercentKind(StrEnum):
    DURATION = "duration"
    PHYSICAL = "physical"
    UNITS = "units"
    SCOPE = "scope"


class ResourceKind(StrEnum):
    WORK = "work"
    MATERIAL = "material"
    COST = "cost"


class External(Entity, frozen=True):
    """Where a value came from: the identifiers of the file or tracker."""

    unique_id: int | None = None
    row: int | None = None
    guid: str | None = None
    code: str | None = None
    """P6 activity id, tracker key."""
    source: str | None = None


class Constraint(Entity, frozen=True):
    kind: ConstraintKind
    date: int | None = None


class Manual(Entity, frozen=True):
    """Dates typed by hand that no logic moves (MS Project: manually scheduled)."""

    start: int | None = None
    finish: int | None = None
    duration: int | None = None


class Progress(Entity, frozen=True):
    actual_start: int | None = None
    actual_finish: int | None = None
    actual_duration: int | None = None
    remaining_duration: int | None = None
    percent_complete: int = 0
    physical_percent: int | None = None
    work_percent: int | None = None
    percent_kind: PercentKind = PercentKind.DURATION
    stop: int | None = None
    resume: int | None = None
    suspended: int | None = None
    """P6: work was suspended at this instant and resumes at ``resume``."""
    external_early_start: int | None = None
    external_late_finish: int | None = None


class Part(Entity, frozen=True):
    """One worked stretch of a split task."""

    start: int
    finish: int


class ThreePoint(Entity, frozen=True):
    minimum: int
    likely: int
    maximum: int


class Amounts(Entity, frozen=True):
    """Work (spans) and cost (money) of a task or assignment."""

    work: int = 0
    actual_work: int = 0
    remaining_work: int = 0
    cost: int = 0
    actual_cost: int = 0
    remaining_cost: int = 0
    fixed_cost: int = 0


class Agile(Entity, frozen=True):
    points: float | None = None
    state: str | None = None
    rank: str | None = None
    sprint: int | None = None


class Recurrence(Entity, frozen=True):
    """A rule that yields days: of a recurring task or a calendar exception."""

    kind: str
    """``daily``, ``weekly``, ``monthly`` or ``yearly``."""
    start: int
    """First day (days since 1970-01-01)."""
    finish: int | None = None
    occurrences: int | None = None
    every: int = 1
    weekdays: tuple[int, ...] = ()
    """Monday is 0."""
    day: int | None = None
    week: int | None = None
    """1 to 4, or 5 for the last one of the month."""
    month: int | None = None


class Task(Entity, frozen=True):
    """One row of the plan; hierarchy is ``parent`` plus ``rank``, everything else about position is derived."""

    id: int
    name: str = ""
    parent: int = 0
    rank: str = ""
    kind: TaskKind = TaskKind.TASK
    milestone: bool = False
    duration: int = 0
    elapsed: bool = False
    """The duration counts calendar time, not working time."""
    estimated: bool = False
    manual: Manual | None = None
    inactive: bool = False
    calendar: int | None = None
    ignore_resource_calendars: bool = False
    resource_dependent: bool = False
    """P6: dates follow the calendars of the assigned resources."""
    priority: int = 500
    constraint: Constraint | None = None
    secondary_constraint: Constraint | None = None
    deadline: int | None = None
    expected_finish: int | None = None
    type: TaskType = TaskType.FIXED_UNITS
    effort_driven: bool = False
    estimate: ThreePoint | None = None
    progress: Progress | None = None
    levelling_delay: int = 0
    levelling_delay_elapsed: bool = True
    parts: tuple[Part, ...] = ()
    recurring: bool = False
    recurrence: Recurrence | None = None
    external_link: bool = False
    """Stands for a task of another project; its dates are given, never computed."""
    wbs: str | None = None
    """Code as typed; derived from the outline when ``None``."""
    amounts: Amounts | None = None
    notes: str | None = None
    owner: str | None = None
    team: str | None = None
    custom: dict[str, str | int | float | bool] | None = None
    agile: Agile | None = None
    external: External | None = None


class Link(Entity, frozen=True):
    id: int
    predecessor: int
    successor: int
    kind: LinkKind = LinkKind.FS
    lag: int = 0
    lag_kind: LagKind = LagKind.WORKING


class Shift(Entity, frozen=True):
    """Working time inside a day: tenths of a minute after midnight; ``finish`` may pass 14,400 for a night shift."""

    start: int
    finish: int


class CalendarException(Entity, frozen=True):
    """Days that differ from the week: ``shifts`` empty means not worked.  Days since 1970-01-01, both inclusive."""

    first: int
    last: int
    shifts: tuple[Shift, ...] = ()
    name: str = ""
    recurrence: Recurrence | None = None


class WorkWeek(Entity, frozen=True):
    """A week pattern for a range of days (MS Project's work weeks); ``None`` for a day keeps the calendar's own."""

    first: int
    last: int
    days: tuple[tuple[Shift, ...] | None, ...]
    name: str = ""


class Calendar(Entity, frozen=True):
    """Working time.  ``days`` has seven entries, Monday first; ``None`` means "as in the parent calendar"."""

    id: int
    name: str = ""
    parent: int | None = None
    days: tuple[tuple[Shift, ...] | None, ...] = (None,) * 7
    exceptions: tuple[CalendarException, ...] = ()
    work_weeks: tuple[WorkWeek, ...] = ()
    personal: bool = False
    minutes_per_day: int | None = None
    minutes_per_week: int | None = None
    minutes_per_month: int | None = None
    external: External | None = None


class UnitsPeriod(Entity, frozen=True):
    start: int | None
    finish: int | None
    units: int


class Rate(Entity, frozen=True):
    """A cost rate from ``start`` on: money an hour, overtime an hour, money a use."""

    start: int | None = None
    finish: int | None = None
    standard: int = 0
    overtime: int = 0
    per_use: int = 0
    table: int = 0


class Resource(Entity, frozen=True):
    id: int
    name: str = ""
    kind: ResourceKind = ResourceKind.WORK
    calendar: int | None = None
    max_units: int = 10_000
    availability: tuple[UnitsPeriod, ...] = ()
    rates: tuple[Rate, ...] = ()
    group: str | None = None
    initials: str | None = None
    email: str | None = None
    parent: int | None = None
    notes: str | None = None
    inactive: bool = False
    generic: bool = False
    unit_label: str | None = None
    custom: dict[str, str | int | float | bool] | None = None
    external: External | None = None


class Assignment(Entity, frozen=True):
    """A resource on a task; ``resource`` is ``None`` for work nobody has yet."""

    id: int
    task: int
    resource: int | None = None
    units: int = 10_000
    work: int = 0
    actual_work: int = 0
    remaining_work: int = 0
    overtime_work: int = 0
    delay: int = 0
    levelling_delay: int = 0
    contour: str | None = None
    actual_start: int | None = None
    actual_finish: int | None = None
    start: int | None = None
    """As saved by the source file; assignments of split, contoured or delayed work keep their shape from it."""
    finish: int | None = None
    stop: int | None = None
    resume: int | None = None
    remaining_units: int | None = None
    driving: bool = False
    cost: int = 0
    actual_cost: int = 0
    remaining_cost: int = 0
    rate_table: int = 0
    external: External | None = None
    remaining_overtime_work: int = 0


class Sprint(Entity, frozen=True):
    id: int
    name: str = ""
    start: int | None = None
    finish: int | None = None
    goal: str | None = None
    state: str | None = None


class Baseline(Entity, frozen=True):
    """A locked set of dates: the plan keeps id, name and hash, the dates are in ``dates`` or in a blob of that hash."""

    id: int
    name: str = ""
    taken: int | None = None
    hash: str | None = None
    dates: tuple[BaselineDates, ...] = ()


class BaselineDates(Entity, frozen=True):
    task: int
    start: int | None = None
    finish: int | None = None
    duration: int | None = None
    work: int = 0
    cost: int = 0


class SavedDates(Entity, frozen=True):
    """What the source file says the dates are: never an input of the engine, only something to compare with."""

    task: int
    start: int | None = None
    finish: int | None = None
    early_start: int | None = None
    early_finish: int | None = None
    late_start: int | None = None
    late_finish: int | None = None
    total_float: int | None = None
    free_float: int | None = None
    critical: bool | None = None
    longest_path: bool | None = None
    remaining_early_start: int | None = None
    remaining_early_finish: int | None = None
    remaining_late_start: int | None = None
    remaining_late_finish: int | None = None
