"""Schedulers of the Python world, where they are installed: the same plan as objects of theirs, then their call.

``None`` stands for an engine that is not installed.  Building the objects is not timed.
"""

from __future__ import annotations

import importlib
import importlib.util
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.generated import MINUTES_PER_DAY, START, Made

if TYPE_CHECKING:
    from collections.abc import Callable


def trueppm(made: Made) -> Callable[[], object] | None:
    """trueppm-scheduler: four kinds of links, whole days."""
    engine: Any = _installed("trueppm_scheduler")
    if engine is None:
        return None
    tasks = [
        engine.Task(id=str(row.id), name="T", duration=timedelta(days=row.minutes // MINUTES_PER_DAY))
        for row in made.rows
    ]
    links = [
        engine.Dependency(
            str(link.predecessor),
            str(row.id),
            engine.DependencyType[link.kind],
            timedelta(days=link.lag // MINUTES_PER_DAY),
        )
        for row in made.rows
        for link in row.links
    ]
    project = engine.Project(id="p", name="p", start_date=START.date(), tasks=tasks, dependencies=links)
    return lambda: engine.schedule(project)


def longpath(made: Made) -> Callable[[], object] | None:
    """longpath: four kinds of links, calendars."""
    engine: Any = _installed("longpath")
    if engine is None:
        return None
    cpm: Any = importlib.import_module("longpath.cpm")
    model: Any = importlib.import_module("longpath.model")
    calendars: Any = importlib.import_module("longpath.calendars")
    project = model.Project("p", "p", "p", data_date=START, planned_start=START, default_calendar="1")
    for row in made.rows:
        hours = row.minutes / 60
        project.activities[str(row.id)] = model.Activity(
            str(row.id), str(row.id), "T", calendar_id="1", orig_dur_h=hours, rem_dur_h=hours
        )
        project.relationships += [
            model.Relationship(str(link.predecessor), str(row.id), link.kind, link.lag / 60) for link in row.links
        ]
    week = {"1": calendars.standard("1")}
    return lambda: cpm.run(project, week, cpm.CpmOptions())


def pmcontrols(made: Made) -> Callable[[], object] | None:
    """pmcontrols: finish to start only, no calendars; it gets all links as such, without lags."""
    if _installed("pmcontrols") is None:
        return None
    network: Any = importlib.import_module("pmcontrols.network")
    rows = [
        {
            "id": str(row.id),
            "duration": row.minutes // MINUTES_PER_DAY,
            "predecessors": [str(link.predecessor) for link in row.links],
        }
        for row in made.rows
    ]
    return lambda: network.cpm(rows)


def _installed(name: str) -> Any:
    return importlib.import_module(name) if importlib.util.find_spec(name) else None
