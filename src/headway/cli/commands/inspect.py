"""Reads the file and lists its counts, dates, calendars, the projects inside, and what of it the plan does not keep."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from headway import formats
from headway.cli import loading, screen
from headway.cli.options import FileArgument, JsonOption, ProjectOption
from headway.core.plan.entities import Calendar, TaskKind
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan
from headway.reports.wording import count, iso, moment

EXAMPLES = """\b
Examples:
  headway inspect plan.mpp
  headway inspect export.xer --project "Phase 2"
  headway inspect plan.xml --json
"""

_NO_WORK = "no working time"


def command(file: FileArgument, project: ProjectOption = None, json: JsonOption = False) -> None:
    """Show what a file holds."""
    found = loading.read(loading.Asked(file, project))
    if json:
        screen.print_json(record(found, str(file)))
    else:
        show(found, file.name)


def record(found: formats.ReadResult, file: str) -> dict[str, Any]:
    """Everything there is to say, as data."""
    project = found.plan.project
    return {
        "file": file,
        "format": found.source.format,
        "format_title": found.source.title,
        "saved_by": found.source.application,
        "bytes": found.source.bytes,
        "project": {
            "name": project.name,
            "start": iso(project.start),
            "finish": iso(saved_finish(found.plan)),
            "data_date": iso(project.data_date),
            "rules": project.rules.value,
            "schedule_from": "finish" if project.from_finish else "start",
            "manager": project.manager,
            "company": project.company,
        },
        "counts": counts(found.plan),
        "calendars": [calendar.name for calendar in shared_calendars(found.plan)],
        "projects": list(found.projects),
        "losses": list(found.losses),
        "warnings": list(found.warnings),
    }


def counts(plan: Plan) -> dict[str, int]:
    """How many there are of each kind of row."""
    outline = outline_of(plan)
    leaves = [plan.tasks[task_id] for task_id in outline.leaves()]
    return {
        "tasks": len(leaves),
        "summaries": len(plan.tasks) - len(leaves),
        "milestones": sum(
            task.milestone or task.kind in (TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE) for task in leaves
        ),
        "finished": sum(task.progress is not None and task.progress.actual_finish is not None for task in leaves),
        "links": len(plan.links),
        "resources": len(plan.resources),
        "assignments": sum(assignment.resource is not None for assignment in plan.assignments.values()),
        "calendars": len(plan.calendars),
        "baselines": len(plan.baselines),
    }


def saved_finish(plan: Plan) -> int | None:
    """The finish the file gives the project, else the latest saved finish of a task."""
    if plan.project.finish is not None:
        return plan.project.finish
    return max((saved.finish for saved in plan.saved.values() if saved.finish is not None), default=None)


def shared_calendars(plan: Plan) -> list[Calendar]:
    """The calendars that are nobody's own, in order of name."""
    return sorted((each for each in plan.calendars.values() if not each.personal), key=lambda each: each.name)


def show(found: formats.ReadResult, name: str) -> None:
    """The same on the screen."""
    console, plan = screen.out(), found.plan
    project, number = plan.project, counts(plan)
    console.print(Text(project.name or name, style="bold"))
    saved_by = f", saved by {found.source.application}" if found.source.application else ""
    console.print(
        screen.facts(
            [
                ("File", f"{found.source.title}{saved_by}, {_size(found.source.bytes)}"),
                ("Tasks", _tasks_line(number)),
                ("Links", f"{number['links']:,}"),
                ("People and things", _resources_line(number)),
                ("Start", moment(project.start)),
                ("Finish as saved", moment(saved_finish(plan))),
                ("Data date", moment(project.data_date) if project.data_date is not None else "none set"),
                ("Rules", project.rules.value + (", scheduled from the finish" if project.from_finish else "")),
                ("Calendars", "; ".join(calendar_line(each, plan) for each in shared_calendars(plan))),
                ("Baselines", ", ".join(each.name or str(each.id) for each in plan.baselines.values())),
            ]
        )
    )
    if len(found.projects) > 1:
        _show_projects(found)
    _show_losses(found)


def _tasks_line(number: dict[str, int]) -> str:
    parts = [
        count(number["tasks"], "task"),
        f"{count(number['milestones'], 'milestone')} among them",
        f"{number['finished']:,} finished",
        count(number["summaries"], "summary", "summaries"),
    ]
    return "; ".join(parts)


def _resources_line(number: dict[str, int]) -> str:
    return f"{count(number['resources'], 'resource')}, {count(number['assignments'], 'assignment')}"


def calendar_line(calendar: Calendar, plan: Plan) -> str:
    """Name and working days of a calendar; the project's own is marked.

    Days are those of the calendar and its parents; exceptions are counted only.
    """
    letters = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    worked = [letters[day] for day in range(7) if _works(calendar, day, plan)]
    week = "–".join((worked[0], worked[-1])) if _is_run(worked, letters) else ", ".join(worked) or _NO_WORK
    default = " (default)" if calendar.id == plan.project.calendar else ""
    exceptions = f", {count(len(calendar.exceptions), 'exception')}" if calendar.exceptions else ""
    return f"{calendar.name or calendar.id}{default}: {week}{exceptions}"


def _works(calendar: Calendar, day: int, plan: Plan) -> bool:
    seen: set[int] = set()
    at: Calendar | None = calendar
    while at is not None and at.id not in seen:
        shifts = at.days[day]
        if shifts is not None:
            return bool(shifts)
        seen.add(at.id)
        at = plan.calendars.get(at.parent) if at.parent is not None else None
    return False


def _is_run(worked: list[str], letters: tuple[str, ...]) -> bool:
    if len(worked) < 3:
        return False
    first = letters.index(worked[0])
    return tuple(worked) == letters[first : first + len(worked)]


def _show_projects(found: formats.ReadResult) -> None:
    rows = [
        [str(each.number), each.name, each.code or "", f"{each.tasks:,}", "shown" if each.chosen else ""]
        for each in found.projects
    ]
    listing = screen.table(("No", "Project", "Code", "Tasks", ""), rows, right=(0, 3))
    console = screen.out()
    console.print()
    console.print(listing)
    console.print(Text("Choose one with --project NAME."), style=screen.FAINT)


def _show_losses(found: formats.ReadResult) -> None:
    console = screen.out()
    console.print()
    if not found.losses:
        console.print("Everything in the file is kept.")
        return
    console.print(Text("In the file, not kept in the plan", style="bold"))
    rows = [[f"{loss.entity}: {loss.field}", f"{loss.count:,}", loss.reason or loss.example] for loss in found.losses]
    listing = screen.table(("What", "Rows", "Why, or the first one"), rows, right=(1,), gives=2)
    console.print(listing)


def _size(size: int) -> str:
    """Bytes for people."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} kB"
