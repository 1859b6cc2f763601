"""The sheet that says what a workbook is: the plan, its source, its dates, and what reading did not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway._version import VERSION
from headway.core.plan.plan import Rules
from headway.core.time import to_datetime

if TYPE_CHECKING:
    from headway.formats.tables.origin import Origin
    from headway.formats.tables.rows import Tables

_RULES = {Rules.MSPROJECT: "Microsoft Project", Rules.P6: "Primavera P6"}


def facts(tables: Tables, origin: Origin) -> list[tuple[str, str]]:
    """Name and value of each fact; the values are texts."""
    plan = tables.plan
    project = plan.project
    leaves = [row for row in tables.tasks if not row.summary]
    starts = [row.dates.start for row in leaves if row.dates.start is not None]
    finishes = [row.dates.finish for row in leaves if row.dates.finish is not None]
    rules = _RULES[project.rules]
    return [
        ("File", origin.file),
        ("Kind of file", origin.title),
        ("Written by", origin.application),
        ("Manager", project.manager or ""),
        ("Company", project.company or ""),
        ("Start", _date(min(starts, default=None))),
        ("Finish", _date(max(finishes, default=None))),
        ("Data date", _date(project.data_date) or "not set"),
        ("Must finish by", _date(project.must_finish_by)),
        (
            "Dates",
            f"computed by Headway by the rules of {rules}" if origin.computed else "as saved in the file, not computed",
        ),
        ("One day", f"{project.minutes_per_day / 60:g} hours of working time"),
        ("Currency", project.currency or ""),
        ("Tasks", f"{len(leaves):,} and {len(tables.tasks) - len(leaves):,} summaries"),
        ("Links", f"{len(plan.links):,}"),
        ("Resources", f"{len(plan.resources):,}, {len(plan.assignments):,} assignments"),
        ("Baseline", baseline_name(tables)),
        ("Made with", f"Headway {VERSION}"),
    ]


def baseline_name(tables: Tables) -> str:
    """The baseline that the tables compare with."""
    baselines = tables.plan.baselines
    return (baselines[min(baselines)].name or "Baseline") if baselines else ""


def _date(instant: int | None) -> str:
    return "" if instant is None else to_datetime(instant).date().isoformat()
