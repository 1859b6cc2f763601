"""Names what decides the start and the finish of a task, the driving chain behind it, and what would make it earlier.

TASK is a unique id, a row (#12), a WBS or activity code, or a name or part of one; when several tasks fit, they are
listed.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.text import Text

from headway.cli import engine, loading, records, screen
from headway.cli.dates import parse_instant
from headway.cli.lookup import find_task
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption
from headway.core.message import Length, Message, TaskName
from headway.core.plan.entities import Task
from headway.core.schedule.explain import Explanation, Holder, Step, explain
from headway.reports import wording

EXAMPLES = """\b
Examples:
  headway explain plan.mpp "Go live"
  headway explain plan.mpp "#12"
  headway explain export.xer A1040 --json
"""

STEPS = 12
"""Steps of the driving chain on the screen; all of them in JSON."""


def command(
    file: FileArgument,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="Unique id, #row, WBS or activity code, or (part of) a name.")
    ],
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Explain one task's dates."""
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    _, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant))
    answer = records.scheduled(schedule)
    found = find_task(task, answer.outline)
    explanation = explain(schedule, found.id, answer.drivers)
    if json:
        screen.print_json(record(explanation, answer, found))
    else:
        show(explanation, answer, found)


def show(explanation: Explanation, answer: records.Scheduled, task: Task) -> None:
    """The sentences, then the chain behind them."""
    console = screen.out()
    found = records.task_record(answer, task.id)
    critical = Text(", critical", style=screen.CRITICAL) if found["critical"] else Text("")
    console.print(Text(task.name or "(no name)", style="bold"))
    dates = answer.schedule.dates(task.id)
    total = wording.days(dates.total_float, answer.plan.project)
    numbers = f"row {found['id']}, unique id {found['unique_id']}"
    line = f"{numbers}: {wording.moment(dates.start)} to {wording.moment(dates.finish)}"
    console.print(Text(line, style=screen.FAINT))
    console.print(Text.assemble(f"Total float {total}", critical) if dates.total_float is not None else "")
    for title, text in sections(explanation, answer):
        show_section(title, text)
    show_chain(explanation, answer)
    show_section("What would make it earlier", text_of(explanation.earlier.message, answer))


def show_section(title: str, text: str) -> None:
    """A head and what it is about."""
    console = screen.out()
    console.print()
    console.print(Text(title, style="bold"))
    console.print(Text(text))


def sections(explanation: Explanation, answer: records.Scheduled) -> list[tuple[str, str]]:
    """Head and sentence of each part."""
    parts = (
        ("Start", explanation.start.message),
        ("Finish", explanation.finish.message),
        ("Float", explanation.total_float.message),
    )
    return [(title, text_of(message, answer)) for title, message in parts]


def show_chain(explanation: Explanation, answer: records.Scheduled) -> None:
    """The driving chain, nearest task first."""
    if len(explanation.chain) < 2:
        return
    console = screen.out()
    console.print()
    console.print(Text("Driving chain, back to where it begins", style="bold"))
    for step in explanation.chain[:STEPS]:
        dates = answer.schedule.dates(step.task.id)
        begin, end = wording.day(dates.start), wording.day(dates.finish)
        console.print(Text.assemble((step.task.name or "(no name)", "bold"), (f"  {begin} to {end}", screen.FAINT)))
        console.print(screen.lines([["", text_of(step.message, answer)]], widths=(1,)))
    rest = len(explanation.chain) - STEPS
    if rest > 0:
        console.print(Text(f"… {wording.count(rest, 'step')} further back; --json has all.", style=screen.FAINT))


def text_of(message: Message, answer: records.Scheduled) -> str:
    """The sentence of a message."""
    return records.sentence(message, answer.plan)


def record(explanation: Explanation, answer: records.Scheduled, task: Task) -> dict[str, Any]:
    """The explanation as data, every part with its sentence."""
    earlier = explanation.earlier
    return {
        "task": records.task_record(answer, task.id),
        **{
            part: {"cause": reason.cause, "text": text_of(reason.message, answer)}
            for part, reason in (
                ("start", explanation.start),
                ("finish", explanation.finish),
                ("late", explanation.late),
                ("total_float", explanation.total_float),
            )
        },
        "earlier": {
            "text": text_of(earlier.message, answer),
            "gain_minutes": _minutes(earlier.gain),
            "holders": [_holder(each, answer) for each in earlier.holders],
            "next": [_holder(each, answer) for each in earlier.next],
        },
        "chain": [_step(each, answer) for each in explanation.chain],
    }


def _holder(holder: Holder, answer: records.Scheduled) -> dict[str, Any]:
    return {
        "cause": holder.cause,
        "text": text_of(holder.message, answer),
        "gain_minutes": _minutes(holder.gain),
        "unique_id": _unique_id(holder.task, answer),
    }


def _step(step: Step, answer: records.Scheduled) -> dict[str, Any]:
    dates = answer.schedule.dates(step.task.id)
    return {
        "unique_id": _unique_id(step.task, answer),
        "name": step.task.name,
        "start": wording.iso(dates.start),
        "finish": wording.iso(dates.finish),
        "cause": step.cause,
        "text": text_of(step.message, answer),
    }


def _minutes(length: Length | None) -> int | float | None:
    return None if length is None else wording.minutes(length.span)


def _unique_id(name: TaskName | None, answer: records.Scheduled) -> int | None:
    return None if name is None else records.unique_id(answer.plan.tasks[name.id])
