"""What the formats cannot hold, and why: every loss that writing may report is one of these, or is not understood yet.

Fields are patterns: ``dates.*`` stands for all dates a baseline keeps, ``custom.*`` for all custom values.
"""

from __future__ import annotations

import functools
from fnmatch import fnmatchcase

import msgspec


class Known(msgspec.Struct, frozen=True):
    """A group of fields some formats do not keep."""

    formats: frozenset[str]
    entity: str
    fields: tuple[str, ...]
    reason: str

    def holds(self, field: str) -> bool:
        """True for a field of this group."""
        return any(fnmatchcase(field, pattern) for pattern in self.fields)


_MSPDI, _MPX, _PLANNER, _P6 = "mspdi", "mpx", "planner", "pmxml xer"
_MICROSOFT = f"{_MSPDI} {_MPX} {_PLANNER}"
_ALL = f"{_MICROSOFT} {_P6}"


def _known(formats: str, entity: str, fields: str, reason: str) -> Known:
    return Known(frozenset(formats.split()), entity, tuple(fields.split()), reason)


_FOREIGN_TO_MICROSOFT = (
    _known(
        _MICROSOFT,
        "project",
        "rules p6 critical_rule",
        "programs that read this format schedule by Microsoft Project's rules",
    ),
    _known(_MICROSOFT, "project", "must_finish_by", "the format has no date the project must finish by"),
    _known(_MICROSOFT, "project", "external.code", "the format has no project id"),
    _known(_MICROSOFT, "calendar", "minutes_per_*", "how long a day counts is said once for the whole project"),
    _known(_MICROSOFT, "resource", "external.code parent", "resources have neither an id nor a place in a tree"),
    _known(
        _MICROSOFT,
        "task",
        "kind",
        "elements of a work breakdown, level of effort and hammocks become ordinary tasks and summaries",
    ),
    _known(
        _MICROSOFT,
        "task",
        "external.code",
        "the format has no activity id; where it has custom fields the id is in the text field 'Activity ID'",
    ),
    _known(
        _MICROSOFT, "task", "resource_dependent", "the format has no tasks that follow their resources' calendars only"
    ),
    _known(
        _MICROSOFT, "task", "secondary_constraint expected_finish", "a task has one constraint and no expected finish"
    ),
    _known(_MICROSOFT, "task", "type", "fixed duration and units becomes fixed duration"),
    _known(
        _MICROSOFT, "task", "duration", "the duration of begun work is what is done and what is left, as in the program"
    ),
    _known(_MICROSOFT, "task", "progress.percent_kind", "the percentage is always one of the duration"),
    _known(
        _MICROSOFT,
        "task",
        "progress.suspended progress.external_*",
        "the format has no suspended work and no limits from other projects",
    ),
    _known(
        _MICROSOFT,
        "task",
        "progress.work_percent progress.physical_percent",
        "percentages are whole numbers, and 0 is none",
    ),
    _known(
        _MICROSOFT,
        "dates",
        "longest_path remaining_*",
        "the format has no longest path and no dates of the remaining work alone",
    ),
    _known(_MICROSOFT, "assignment", "remaining_units", "an assignment has one number of units"),
    _known(
        _MICROSOFT,
        "assignment",
        "existence",
        "a resource is assigned to a task once; a second assignment of the same resource is left out",
    ),
    _known(_MICROSOFT, "project", "start finish", "a project without dates gets those of its rows"),
    _known(_MICROSOFT, "baseline", "name", "baselines are numbered and have no names"),
    _known(
        _MICROSOFT,
        "baseline",
        "existence",
        "the format keeps the baseline and at most ten more, and none from another file",
    ),
)

_EVERYWHERE = (
    _known(_ALL, "project", "custom.*", "custom values of the project as a whole are not written"),
    _known(_ALL, "project", "honour_constraints", "only the binary file says that constraints give way to links"),
    _known(_ALL, "project", "move_unfinished_after_data_date", "the setting is Headway's own"),
    _known(
        _ALL, "task", "external_link manual", "a task of another project is written as a task whose dates are given"
    ),
    _known(_ALL, "task", "owner team agile estimate", "the format has no place for it"),
    _known(_ALL, "task", "custom.*", "the format has no field left, or none of this kind, or keeps no names of fields"),
    _known(
        _ALL, "resource", "custom.*", "the format has no field left, or none of this kind, or keeps no names of fields"
    ),
    _known(
        _ALL,
        "task",
        "recurrence recurring",
        "the rule is not written; the occurrences are rows of their own and are kept",
    ),
    _known(
        _ALL,
        "task",
        "parts",
        "the format has no split tasks; Microsoft Project XML has, but not at gaps without working time",
    ),
    _known(_ALL, "task", "priority", "the format has fewer steps of priority"),
    _known(
        _ALL,
        "dates",
        "existence",
        "a row without dates of its own gets those of what is below it, or the other way round",
    ),
    _known(_ALL, "dates", "*_float critical", "the program computes it from the dates when it opens the file"),
    _known(_ALL, "sprint", "existence", "the format has no sprints"),
    _known(
        _ALL,
        "project task resource calendar",
        "name notes wbs manager company",
        "control characters go, a text of one line keeps one line, no name is replaced, and a very long one is cut",
    ),
    _known(
        _ALL,
        "calendar",
        "parent personal days exceptions",
        "a calendar that inherits may be written out in full; its working time is the same",
    ),
    _known(_ALL, "calendar", "name", "an empty or very long name is replaced"),
    _known(
        _ALL,
        "resource",
        "name",
        "an empty name is replaced, and commas and brackets, which separate resources, become others",
    ),
    _known(_ALL, "baseline", "taken", "the format does not say when a baseline was taken"),
    _known(
        _ALL,
        "assignment",
        "actual_finish",
        "finished work without an actual finish gets its task's, else the program shows 99 %",
    ),
    _known(_ALL, "assignment", "driving", "the program finds out which resource drives a task"),
    _known(_ALL, "baseline", "hash dates*", "baselines are kept as far as the format has their fields"),
)

_P6_ONLY = (
    _known(_P6, "project", "rules", "programs that read this format schedule by P6's rules"),
    _known(_P6, "project", "company manager currency", "P6 keeps them outside the project"),
    _known(
        _P6,
        "project",
        "default_*_time minutes_per_* days_per_month",
        "P6 has no times of day and hours a day of a project, only of calendars",
    ),
    _known(_P6, "project", "split_in_progress multiple_critical_paths from_finish", "P6 has no such setting"),
    _known(_P6, "calendar", "external.guid work_weeks", "calendars have no such field; work weeks become exceptions"),
    _known(_P6, "resource", "initials group", "resources have no such field"),
    _known(_P6, "resource", "kind", "cost resources become resources for work"),
    _known(
        _P6, "resource", "availability max_units", "availability and rates change on the same days, and have no end"
    ),
    _known(_P6, "resource", "rates", "a rate has no amount for each use and no end, and only the first table is kept"),
    _known(_P6, "resource task", "notes", "notes are formatted texts under a topic"),
    _known(
        _P6,
        "task",
        "kind duration type calendar milestone constraint deadline progress.* external.guid",
        "a summary becomes an element of the work breakdown, which has no dates, links or progress of its "
        "own; P6 has no deadlines, and milestones have no duration",
    ),
    _known(
        _P6,
        "task",
        "wbs external.code",
        "codes of the work breakdown begin with the project's, and activities have none but their own",
    ),
    _known(_P6, "task", "order", "activities come before elements of the work breakdown"),
    _known(_P6, "task", "effort_driven estimated elapsed inactive levelling_delay*", "P6 has no such field"),
    _known(_P6, "task", "ignore_resource_calendars", "P6 says it with the type of the activity"),
    _known(_P6, "task", "amounts.*", "P6 adds up amounts from assignments and expenses"),
    _known(_P6, "link", "existence", "summaries, which are elements of the work breakdown, have no links"),
    _known(
        _P6, "link", "lag lag_kind", "lags are hours in working time: percent and elapsed ones are converted as of now"
    ),
    _known(_P6, "assignment", "existence", "elements of the work breakdown have no assignments"),
    _known(_P6, "assignment", "stop resume levelling_delay contour", "P6 has no such field, and other curves"),
    _known(
        _P6,
        "assignment",
        "overtime_work remaining_overtime_work *cost *work start finish delay",
        "P6 derives it from units, rates and hours of the activity; hours have two decimals",
    ),
    _known(_P6, "baseline", "existence", "baselines are projects of their own in P6, and only one project is written"),
    _known(
        _P6,
        "dates",
        "early_* late_* remaining_*",
        "finished work has none in P6 XML, and unfinished work those of what is left",
    ),
    _known(_P6, "dates", "start finish", "P6 keeps minutes, and computes what milestones and finished work do not say"),
    _known(_P6, "project", "finish start", "P6 keeps minutes"),
)

_MPX_ONLY = (
    _known(
        f"{_MPX} {_PLANNER}",
        "project",
        "external.guid currency data_date default_*_time minutes_per_* days_per_month split_in_progress "
        "multiple_critical_paths critical_float",
        "the format has no such field",
    ),
    _known(f"{_MPX} {_PLANNER}", "calendar task resource assignment", "external.guid", "the format has no GUIDs"),
    _known(
        f"{_MPX} {_PLANNER}",
        "calendar",
        "existence exceptions work_weeks",
        "exceptions have neither names nor rules, and a resource's calendar is written with its resource",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "resource",
        "calendar kind generic inactive unit_label availability rates max_units group",
        "resources have fewer fields: no kinds, and one rate",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "task",
        "estimated calendar deadline effort_driven inactive ignore_resource_calendars levelling_delay* "
        "constraint progress.* wbs",
        "the format has no such field, or no such kind",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "task resource assignment",
        "name notes *work *cost units",
        "the format has one old character set, and amounts have two decimals",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "assignment",
        "actual_* stop resume contour start finish *delay overtime_work remaining_* rate_table",
        "assignments have fewer fields: the rest follows from the task",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "task",
        "amounts.*",
        "amounts have two decimals, and in Planner follow from the assignments",
    ),
    _known(
        f"{_MPX} {_PLANNER}",
        "dates project",
        "start finish early_* late_*",
        "times of day are whole minutes, and Planner keeps start and finish only",
    ),
)

_PLANNER_ONLY = (
    _known(_PLANNER, "baseline", "existence", "the format has no baselines"),
    _known(_PLANNER, "link", "lag lag_kind", "lags are counted in calendar time"),
    _known(_PLANNER, "task", "duration type notes", "the duration follows from work and units"),
    _known(_PLANNER, "calendar", "name", "the format has no such field"),
    _known(_PLANNER, "resource", "notes email initials", "line breaks and marks of lists are not kept"),
)

KNOWN = (*_FOREIGN_TO_MICROSOFT, *_EVERYWHERE, *_P6_ONLY, *_MPX_ONLY, *_PLANNER_ONLY)
"""All documented losses."""


@functools.cache
def reason_for(format: str, entity: str, field: str) -> str:
    """Why a format does not keep a field; empty when that is not known.

    >>> reason_for("xer", "task", "estimated")
    'P6 has no such field'
    """
    for known in KNOWN:
        if format in known.formats and entity in known.entity.split() and known.holds(field):
            return known.reason
    return ""
