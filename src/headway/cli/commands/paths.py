"""Lists the chains of tasks that lead to a milestone: the first drives it, each next one has a little more room.

A chain ends where it joins an earlier one. Relative float is how far its last task can slip before the milestone moves.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.text import Text

from headway.cli import engine, loading, records, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import BadUseError
from headway.cli.lookup import describe, find_task
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption
from headway.core.plan.entities import Task
from headway.core.schedule.paths import FloatPath, float_paths
from headway.reports import wording

EXAMPLES = """\b
Examples:
  headway paths plan.mpp --to "Go live"
  headway paths export.xer --to A1040 --count 3
  headway paths plan.xml --to "#57" --json
"""

COUNT = 5
MILESTONES_LISTED = 15


def command(
    file: FileArgument,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="MILESTONE", help="The milestone or task: number, code or (part of) a name."),
    ] = None,
    count: Annotated[int, typer.Option("--count", min=1, help="How many paths.")] = COUNT,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """List the float paths."""
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    _, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant))
    answer = records.scheduled(schedule)
    if to is None:
        raise _nothing_named(answer)
    target = find_task(to, answer.outline)
    found = float_paths(schedule, target.id, count, drivers=answer.drivers)
    if json:
        screen.print_json(record(found, answer, target))
    else:
        show(found, answer, target)


def _nothing_named(answer: records.Scheduled) -> BadUseError:
    tasks = [answer.plan.tasks[task_id] for task_id in answer.outline.leaves()]
    milestones = [task for task in tasks if records.is_milestone(task)]
    listed = tuple(describe(task, answer.outline) for task in milestones[:MILESTONES_LISTED])
    mend = "Choose one of its milestones:" if listed else "The plan has no milestones; name a task"
    return BadUseError("--to MILESTONE is missing: paths lead to something", mend, listed)


def show(found: tuple[FloatPath, ...], answer: records.Scheduled, target: Task) -> None:
    """One small table a path."""
    console = screen.out()
    dates = answer.schedule.dates(target.id)
    console.print(Text(target.name or "(no name)", style="bold"))
    if not found:
        console.print("Nothing leads there: it waits for no unfinished task.")
        return
    console.print(Text(f"{wording.moment(dates.finish)}; {wording.count(len(found), 'path')}, tightest first."))
    for path in found:
        console.print()
        console.print(Text(_title(path, answer), style="bold"))
        console.print(screen.table(("Row", "Task", "Start", "Finish", "Float"), _rows(path, answer), right=(0, 4)))


def _title(path: FloatPath, answer: records.Scheduled) -> str:
    if path.joins is None:
        return f"Path {path.number}: drives it"
    room = wording.days(path.relative_float, answer.plan.project)
    return f"Path {path.number}: {room} of room, joins “{answer.plan.tasks[path.joins].name}”"


def _rows(path: FloatPath, answer: records.Scheduled) -> list[list[str | Text]]:
    rows: list[list[str | Text]] = []
    for task_id in path.tasks:
        task, dates = answer.plan.tasks[task_id], answer.schedule.dates(task_id)
        rows.append(
            [
                str(records.row_number(task, answer.outline)),
                ("◆ " if records.is_milestone(task) else "") + task.name,
                wording.day(dates.start),
                wording.day(dates.finish),
                wording.days(dates.total_float, answer.plan.project),
            ]
        )
    return rows


def record(found: tuple[FloatPath, ...], answer: records.Scheduled, target: Task) -> dict[str, Any]:
    """The paths as data; tasks in the order of work."""
    tasks = answer.plan.tasks
    return {
        "to": records.task_record(answer, target.id),
        "paths": [
            {
                "number": path.number,
                "relative_float_minutes": wording.minutes(path.relative_float),
                "total_float_minutes": wording.minutes(path.total_float),
                "joins": None if path.joins is None else records.unique_id(tasks[path.joins]),
                "tasks": [records.task_record(answer, task_id) for task_id in path.tasks],
            }
            for path in found
        ],
    }
