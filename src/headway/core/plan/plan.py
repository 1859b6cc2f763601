"""The plan itself: project settings and the entities, as one frozen value."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from headway.core.plan.entities import (
    Assignment,
    Baseline,
    Calendar,
    Entity,
    External,
    Link,
    Resource,
    SavedDates,
    Sprint,
    Task,
)

SCHEMA = 1


class Rules(StrEnum):
    """Whose rules the dates follow."""

    MSPROJECT = "msproject"
    P6 = "p6"


class ProgressRule(StrEnum):
    RETAINED_LOGIC = "retained_logic"
    PROGRESS_OVERRIDE = "progress_override"
    ACTUAL_DATES = "actual_dates"


class LagCalendar(StrEnum):
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    PROJECT = "project"
    TWENTY_FOUR_HOUR = "twenty_four_hour"


class FloatKind(StrEnum):
    """P6's way to compute total float."""

    START = "start"
    FINISH = "finish"
    SMALLEST = "smallest"


class CriticalRule(StrEnum):
    TOTAL_FLOAT = "total_float"
    LONGEST_PATH = "longest_path"


class P6Options(Entity, frozen=True):
    progress_rule: ProgressRule = ProgressRule.RETAINED_LOGIC
    lag_calendar: LagCalendar = LagCalendar.PREDECESSOR
    float_kind: FloatKind = FloatKind.FINISH
    open_ends_critical: bool = False
    use_expected_finish: bool = True
    ss_lag_from_early_start: bool = True
    """Start-to-start lag counts from the early start, else from the actual start."""
    ignore_other_projects: bool = False


class Project(Entity, frozen=True):
    """Settings that move dates or shape how they read."""

    name: str = ""
    rules: Rules = Rules.MSPROJECT
    start: int | None = None
    finish: int | None = None
    from_finish: bool = False
    data_date: int | None = None
    must_finish_by: int | None = None
    calendar: int | None = None
    minutes_per_day: int = 480
    minutes_per_week: int = 2400
    days_per_month: int = 20
    critical_rule: CriticalRule = CriticalRule.TOTAL_FLOAT
    critical_float: int = 0
    """Tasks with at most this total float (span) are critical."""
    honour_constraints: bool = True
    split_in_progress: bool = True
    multiple_critical_paths: bool = False
    move_unfinished_after_data_date: bool = False
    """Native plans: unfinished work never lies before the data date."""
    p6: P6Options | None = None
    currency: str | None = None
    manager: str | None = None
    company: str | None = None
    default_start_time: int = 4_800
    default_finish_time: int = 10_200
    external: External | None = None
    custom: dict[str, str | int | float | bool] | None = None


class Plan(msgspec.Struct, frozen=True, gc=False):
    """A whole plan.  Mappings are keyed by id and never changed in place: make a new plan with
    ``msgspec.structs.replace`` or, better, with :mod:`headway.core.changes`."""

    project: Project = Project()
    tasks: dict[int, Task] = {}
    links: dict[int, Link] = {}
    calendars: dict[int, Calendar] = {}
    resources: dict[int, Resource] = {}
    assignments: dict[int, Assignment] = {}
    baselines: dict[int, Baseline] = {}
    sprints: dict[int, Sprint] = {}
    saved: dict[int, SavedDates] = {}
    """By task id: the dates of the source file."""
