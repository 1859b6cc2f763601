"""Reads the file and computes early, late and scheduled dates and float by the rules of MS Project or P6.

The dates saved in the file are not used; `headway compare` shows where they differ. With -o the answer goes to a file:
.xlsx and .csv hold the tasks, .ics the milestones, .svg and .png draw them, .json is for programs, .headway keeps the
whole plan without loss; .xml, .xer and others are for other programs, as `headway convert` writes them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
import typer
from rich.text import Text

from headway.cli import engine, exporting, loading, records, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import FINDINGS
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption, StrictOption
from headway.cli.targets import OWN, Target, target_for
from headway.core.plan.entities import Task
from headway.formats import ReadResult
from headway.reports import wording
from headway.reports.extent import shown_finish
from headway.reports.wording import count

EXAMPLES = """\b
Examples:
  headway schedule plan.mpp
  headway schedule export.xer --as-of 2027-03-01 --limit 0
  headway schedule plan.xml --rules p6 --json
  headway schedule plan.mpp -o tasks.csv
"""

LIMIT = 200
FINDINGS_SHOWN = 12
ALIKE_SHOWN = 3
"""Findings of one kind that are shown."""
MARKS = MappingProxyType(
    {
        "error": Text("■ error", style=screen.CRITICAL),
        "warning": Text("▲ warning", style=screen.WEAK),
        "note": Text("○ note", style=screen.FAINT),
    }
)
"""Severity as shape, word and colour."""


def command(
    file: FileArgument,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="Write a file; its ending says what kind.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows to show; 0 shows all.")] = LIMIT,
    json: JsonOption = False,
    strict: StrictOption = False,
) -> None:
    """Compute and show the dates."""
    target = target_for(out) if out is not None else None
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    found, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant))
    answer = records.scheduled(schedule)
    if out is not None and target is not None:
        written = exporting.write(target, out, export_of(answer, found, file, target))
        screen.note(f"Written to {out}.")
        if written.losses and not target.document:
            screen.note(f"{count(len(written.losses), 'field')} not kept in it; `headway convert` names them.")
    if json:
        screen.print_json(records.schedule_record(answer, found.warnings))
    elif out is None:
        show(answer, limit)
    if strict and any(records.is_alarming(each) for each in records.finding_records(answer)):
        raise typer.Exit(FINDINGS)


def export_of(answer: records.Scheduled, found: ReadResult, file: Path, target: Target) -> exporting.Export:
    """What is written; our own format keeps the saved dates of the file, to compare with."""
    if target.name == OWN:
        return exporting.of_file(msgspec.structs.replace(found, plan=answer.plan), file)
    return exporting.of_schedule(answer, found, file)


def show(answer: records.Scheduled, limit: int) -> None:
    """A headline, the table of dates, and what the engine had to work around."""
    console, plan = screen.out(), answer.plan
    console.print(Text(plan.project.name or "Plan", style="bold"))
    console.print(Text(headline(answer)))
    console.print()
    rows = records.task_records(answer)
    if not rows:
        console.print("The plan holds no tasks.")
        return
    shown = rows[:limit] if limit else rows
    body = [cells(answer, plan.tasks[task], record) for task, record in zip(answer.outline.order, shown, strict=False)]
    listing = screen.table(("Row", "Task", "Start", "Finish", "Float", ""), body, right=(0, 4))
    console.print(listing)
    if len(shown) < len(rows):
        console.print(Text(f"… {len(rows) - len(shown):,} more rows; --limit 0 shows all."), style=screen.FAINT)
    show_findings(records.finding_records(answer))


def show_findings(found: list[dict[str, Any]]) -> None:
    """What to look at, worst first."""
    if not found:
        return
    console = screen.out()
    console.print()
    console.print(Text("What to look at", style="bold"))
    shown = a_few_of_each(found)[:FINDINGS_SHOWN]
    rows = [[MARKS[each["severity"]], each["message"]] for each in shown]
    console.print(screen.lines(rows, widths=(9,)))
    rest = len(found) - len(shown)
    if rest > 0:
        console.print(Text(f"… {rest:,} more; --json has all.", style=screen.FAINT))


def a_few_of_each(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first findings of every kind, in their order: eighty alike would hide the one that is not."""
    seen = Counter[str]()
    few = []
    for each in found:
        seen[each["code"]] += 1
        if seen[each["code"]] <= ALIKE_SHOWN:
            few.append(each)
    return few


def headline(answer: records.Scheduled) -> str:
    """How many tasks, when the work starts and ends, what is critical, by whose rules, as of when."""
    project, outline = answer.plan.project, answer.outline
    leaves = list(outline.leaves())
    dates = [answer.schedule.dates(task_id) for task_id in leaves]
    start = min((each.start for each in dates if each.start is not None), default=None)
    tightest = min((each.total_float for each in dates if each.total_float is not None), default=0)
    mask, index = answer.drivers.critical(), answer.schedule.compiled.index
    critical = sum(bool(mask[index[task_id]]) for task_id in leaves)
    too_late = f" (up to {wording.days(-tightest, project)} too late)" if tightest < 0 else ""
    as_of = f", as of {wording.day(project.data_date)}" if project.data_date is not None else ""
    return (
        f"{wording.count(len(leaves), 'task')}, {wording.day(start)} to {wording.day(shown_finish(answer.schedule))}, "
        f"{critical:,} critical{too_late}; rules of {records.RULE_NAMES[project.rules]}{as_of}."
    )


def cells(answer: records.Scheduled, task: Task, record: dict[str, Any]) -> list[str | Text]:
    """One row of the table; critical tasks are marked by a word as well as a colour."""
    dates = answer.schedule.dates(task.id)
    indent = "  " * (answer.outline.levels[task.id] - 1)
    style = "bold" if record["summary"] else ""
    critical = record["critical"] and not record["summary"]
    total = "" if record["summary"] else wording.days(dates.total_float, answer.plan.project)
    return [
        str(record["id"]),
        Text(f"{indent}{'◆ ' if record['milestone'] else ''}{task.name}", style=style),
        Text(wording.day(dates.start), style=style),
        Text(wording.day(dates.finish), style=style),
        total,
        Text("critical", style=screen.CRITICAL) if critical else "",
    ]
