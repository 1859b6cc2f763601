"""Computes the dates anew and counts, field by field, on how many leaf tasks they are the ones saved in the file.

Dates less than a minute apart agree, and so do Friday 17:00 and Monday 08:00.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.text import Text

from headway.cli import engine, loading, records, screen
from headway.cli.failures import FINDINGS
from headway.cli.options import FileArgument, JsonOption, ProjectOption, RulesOption, StrictOption
from headway.cli.reasons import Differing, differing
from headway.core.compare import Comparison, Difference, FieldCount
from headway.core.compare import compare as compare_saved
from headway.core.schedule import Schedule
from headway.reports import wording

EXAMPLES = """\b
Examples:
  headway compare plan.mpp
  headway compare export.xer --limit 50
  headway compare plan.xml --strict --at-least 0.95 && echo trusted
"""

LIMIT = 10
_FLOAT = "total_float"


def command(
    file: FileArgument,
    rules: RulesOption = None,
    project: ProjectOption = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Tasks that differ to show; 0 shows all.")] = LIMIT,
    at_least: Annotated[
        float, typer.Option("--at-least", min=0, max=1, help="With --strict: the share of tasks that must agree.")
    ] = 1.0,
    json: JsonOption = False,
    strict: StrictOption = False,
) -> None:
    """Compare computed with saved dates."""
    _, schedule = engine.schedule_file(loading.Asked(file, project, rules))
    comparison = compare_saved(schedule)
    if json:
        screen.print_json(record(comparison, schedule, str(file)))
    else:
        show(comparison, schedule, limit)
    if strict and comparison.share < at_least:
        raise typer.Exit(FINDINGS)


def record(comparison: Comparison, schedule: Schedule, file: str) -> dict[str, Any]:
    """Counts, shares and every difference, as data."""
    reasons = differing(comparison, schedule)
    return {
        "file": file,
        "rules": schedule.compiled.plan.project.rules.value,
        "tasks": comparison.tasks,
        "tasks_equal": comparison.tasks_equal,
        "share": comparison.share,
        "fields": {
            field: {"compared": each.compared, "equal": each.equal, "share": each.share}
            for field, each in comparison.fields.items()
        },
        "differences": [_difference_record(each, reasons) for each in comparison.differences],
    }


def _difference_record(difference: Difference, reasons: Differing) -> dict[str, Any]:
    """One difference: dates as local time, float in minutes."""
    task = reasons.schedule.compiled.plan.tasks[difference.task]
    value = wording.minutes if difference.field == _FLOAT else wording.iso
    return {
        "unique_id": records.unique_id(task),
        "name": task.name,
        "field": difference.field,
        "saved": value(difference.saved),
        "computed": value(difference.computed),
        "reason": reasons.reason(difference),
    }


def show(comparison: Comparison, schedule: Schedule, limit: int) -> None:
    """Agreement in one sentence, then per field, then the first tasks that differ."""
    console = screen.out()
    if not comparison.tasks:
        console.print("The file saves no dates, so there is nothing to compare with.")
        return
    plan = schedule.compiled.plan
    console.print(Text(plan.project.name or "Plan", style="bold"))
    console.print(Text(_headline(comparison, schedule)))
    console.print()
    rows = [_field_row(field, each) for field, each in comparison.fields.items()]
    listing = screen.table(("Field", "Compared", "Agree", "Share", ""), rows, right=(1, 2, 3), gives=4)
    console.print(listing)
    if comparison.differences:
        _show_differences(comparison, schedule, limit)


def _headline(comparison: Comparison, schedule: Schedule) -> str:
    rules = records.RULE_NAMES[schedule.compiled.plan.project.rules]
    if comparison.tasks == comparison.tasks_equal:
        return f"All {wording.count(comparison.tasks, 'task')} have the saved dates; rules of {rules}."
    agree = f"{comparison.tasks_equal:,} of {wording.count(comparison.tasks, 'task')}"
    return f"{agree} ({wording.percent(comparison.share)}) have the saved dates in every field; rules of {rules}."


def _field_row(field: str, each: FieldCount) -> list[str | Text]:
    name = field.replace("_", " ")
    if not each.compared:
        return [name, "0", "0", wording.NONE, Text("not saved in the file", style=screen.FAINT)]
    return [name, f"{each.compared:,}", f"{each.equal:,}", wording.percent(each.share), _mark(each.share)]


def _mark(share: float) -> Text:
    return Text("all", style=screen.GOOD) if share == 1.0 else Text("differs", style=screen.WEAK)


def _show_differences(comparison: Comparison, schedule: Schedule, limit: int) -> None:
    """The first tasks that differ, each with its fields and the reasons there are."""
    console = screen.out()
    reasons = differing(comparison, schedule)
    by_task: dict[int, list[Difference]] = {}
    for each in comparison.differences:
        by_task.setdefault(each.task, []).append(each)
    shown = list(by_task)[:limit] if limit else list(by_task)
    console.print()
    console.print(
        Text(
            "Tasks that differ"
            + (f", the first {limit}" if len(shown) < len(by_task) else "")
            + ": saved, then computed",
            "bold",
        )
    )
    for task_id in shown:
        _show_task(by_task[task_id], reasons)
    rest = len(by_task) - len(shown)
    if rest:
        console.print(Text(f"… {rest:,} more tasks; --limit 0 shows all, --json has them as data."), style=screen.FAINT)


def _show_task(differences: list[Difference], reasons: Differing) -> None:
    console, schedule = screen.out(), reasons.schedule
    task = schedule.compiled.plan.tasks[differences[0].task]
    console.print(Text(f"{records.unique_id(task)} {task.name}"))
    rows: list[list[str | Text]] = [
        [
            f"  {each.field.replace('_', ' ')}",
            *(_value(each.field, value, schedule) for value in (each.saved, each.computed)),
            Text(reasons.reason(each) or "", style=screen.FAINT),
        ]
        for each in differences
    ]
    console.print(screen.lines(rows, widths=(14, 17, 17)))


def _value(field: str, value: int | None, schedule: Schedule) -> str:
    if field == _FLOAT:
        return wording.days(value, schedule.compiled.plan.project)
    return wording.NONE if value is None else f"{wording.day(value)} {wording.moment(value)[-5:]}"
