"""Writes the plan as another kind of file, told by the ending of OUT, and says task by task and field by field what
that kind cannot hold.

For people: .xlsx, .csv, .ics (milestones), .svg and .png (Gantt chart).  For programs: .json, .xml (Microsoft Project),
.pmxml and .xer (Primavera P6), .mpx, .planner, and .headway, which keeps everything.

The dates are those saved in the file; where it has none, or with --reschedule, they are computed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from headway.cli import engine, exporting, loading, losses, records, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import FINDINGS, BadFileError, BadUseError
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption
from headway.cli.targets import OWN, PICTURES, TARGETS, Target, are_same_file, target_for
from headway.core.plan.entities import Task, TaskKind
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Plan
from headway.formats import ReadResult
from headway.reports.gantt_picture.options import NARROWEST, WIDEST, PictureOptions
from headway.reports.wording import count

EXAMPLES = """\b
Examples:
  headway convert plan.mpp plan.xml
  headway convert export.xer tasks.xlsx
  headway convert plan.mpp gantt.png --depth 2
  headway convert plan.xml plan.xer --reschedule --losses lost.csv
"""

OutArgument = Annotated[
    Path | None,
    typer.Argument(metavar="OUT", help="The file to write; its ending says what kind.", show_default=False),
]
OutOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="OUT", help="The same as OUT, as other commands have it.")
]
WidthOption = Annotated[
    int | None,
    typer.Option(
        "--width",
        metavar="N",
        min=NARROWEST,
        max=WIDEST,
        help="Gantt chart: its width, 700 to 6000.",
        show_default=False,
    ),
]


def command(
    file: FileArgument,
    out: OutArgument = None,
    output: OutOption = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="KIND", help=f"Whatever the ending, write {', '.join(TARGETS)}.")
    ] = None,
    reschedule: Annotated[
        bool | None,
        typer.Option("--reschedule/--keep-dates", help="Compute all dates anew, or never.", show_default=False),
    ] = None,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    depth: Annotated[
        int | None,
        typer.Option("--depth", metavar="N", min=1, help="Gantt chart: outline levels to show.", show_default=False),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            "--rows", metavar="N", min=0, help="Gantt chart: rows to show at most; 0 shows all.", show_default=False
        ),
    ] = None,
    width: WidthOption = None,
    dark: Annotated[bool, typer.Option("--dark", help="Gantt chart: light on dark.")] = False,
    lost: Annotated[
        Path | None, typer.Option("--losses", metavar="OUT.csv", help="Write the whole list of what is not kept.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write even over the plan file itself.")] = False,
    json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when something is not kept.")] = False,
) -> None:
    """Convert and report."""
    out = place_of(out, output)
    target = target_for(out, to, "OUT")
    check_places(file, out, lost, force)
    picture = picture_of(target, {"depth": depth, "rows": rows, "width": width, "dark": dark or None})
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    asked = loading.Asked(file, project, rules, instant)
    found = loading.read(asked)
    export = replace(export_of(found, asked, reschedule, target), picture=picture)
    with screen.working(f"Writing {out.name}"):
        written = exporting.write(target, out, export)
    record = record_of(target, out, export, written)
    if lost is not None:
        loading.write(lost, losses.to_csv(record["losses"]["reading"], record["losses"]["writing"]))
    if json:
        screen.print_json(record)
    else:
        show(record, file, lost)
    if strict and (record["losses"]["reading"] or record["losses"]["writing"]):
        raise typer.Exit(FINDINGS)


def place_of(out: Path | None, output: Path | None) -> Path:
    """The one file to write, however it was named."""
    if out is not None and output is not None:
        raise BadUseError("OUT and -o both say what to write", "Leave one of them out")
    named = out or output
    if named is None:
        raise BadUseError("say which file to write", "For example: headway convert plan.mpp plan.xml")
    return named


def check_places(file: Path, out: Path, lost: Path | None, force: bool) -> None:
    """Refuse, before any work is done, places where nothing can be written, and to write over what is read."""
    for option, path in (("OUT", out), ("--losses", lost)):
        if path is None:
            continue
        if path.is_dir():
            raise BadFileError(f"{option} {path} is a folder", "Name a file in it")
        if not path.parent.is_dir():
            raise BadFileError(
                f"there is no folder {path.parent} to write {path.name} to", "Make it, or choose another"
            )
        if not force and are_same_file(path, file):
            raise BadUseError(f"{option} is the plan file itself", "Give it another name, or say --force to replace it")
    if lost is not None and lost.resolve() == out.resolve():
        raise BadUseError("OUT and --losses are the same file", "Give the list of losses another name")


def picture_of(target: Target, given: dict[str, Any]) -> PictureOptions | None:
    """How the Gantt chart is to look.  Raises :class:`BadUseError` when no chart is asked for."""
    named = {name: value for name, value in given.items() if value is not None}
    if named and target.name not in PICTURES:
        options = ", ".join(f"--{name}" for name in named)
        raise BadUseError(f"{options} is for Gantt charts only", "Write .svg or .png, or leave it out")
    return PictureOptions(**named) if named else None


def export_of(found: ReadResult, asked: loading.Asked, reschedule: bool | None, target: Target) -> exporting.Export:
    """The plan with the file's dates, or with computed ones where asked for or needed."""
    changed = asked.rules is not None or asked.as_of is not None
    missing = undated(found.plan)
    if reschedule is False and changed:
        raise BadUseError("--keep-dates computes nothing, so --rules and --as-of mean nothing", "Leave one of them out")
    if reschedule is False and missing and not target.document and target.name != OWN:
        what = f"{count(len(missing), 'task')} without dates in the file (first: {missing[0].name or missing[0].id})"
        raise BadUseError(f"{what}, and {target.title} needs them", "Leave --keep-dates out, and they are computed")
    needed = reschedule is None and bool(missing) and target.name != OWN
    if needed and not changed:
        screen.note(f"{count(len(missing), 'task')} without dates in the file: all dates are computed.")
    if reschedule or changed or needed:
        answer = records.scheduled(engine.schedule_plan(loading.plan_of(found, asked)))
        return exporting.of_schedule(answer, found, asked.file)
    return exporting.of_file(found, asked.file)


def undated(plan: Plan) -> list[Task]:
    """Tasks that should have dates and have none in the file."""
    return [
        task
        for task in plan.tasks.values()
        if task.kind is not TaskKind.WBS and task.manual is None and not task.inactive and not _has_dates(plan, task.id)
    ]


def _has_dates(plan: Plan, task_id: int) -> bool:
    saved = plan.saved.get(task_id)
    return saved is not None and saved.start is not None and saved.finish is not None


def record_of(target: Target, out: Path, export: exporting.Export, written: exporting.Written) -> dict[str, Any]:
    """The answer as data."""
    plan, outline = export.plan, outline_of(export.plan)
    leaves = sum(1 for _ in outline.leaves())
    return {
        "written": str(out),
        "format": target.name,
        "dates": "computed" if export.origin.computed else "saved",
        "counts": {
            "tasks": leaves,
            "summaries": len(plan.tasks) - leaves,
            "links": len(plan.links),
            "resources": len(plan.resources),
            "assignments": len(plan.assignments),
        },
        "rows": written.rows,
        "note": written.note,
        "losses": {
            "reading": losses.reading_records(export.origin.losses),
            "writing": losses.writing_records(written.losses, plan),
        },
    }


def show(record: dict[str, Any], file: Path, lost: Path | None) -> None:
    """What was written, and what was not kept on the way."""
    console = screen.out()
    out = Path(record["written"])
    console.print(Text(f"Written to {out}", style="bold"), soft_wrap=True)
    title = TARGETS[record["format"]].title
    console.print(Text(f"{title[:1].upper()}{title[1:]}: {holds(record)}."))
    reading, writing = record["losses"]["reading"], record["losses"]["writing"]
    losses.show(f"Not kept when {file.name} was read (rows, field, first one)", reading)
    if TARGETS[record["format"]].document:
        if writing:
            what = count(len(writing), "kind of detail", "kinds of detail")
            console.print(Text(f"It is made to be read and leaves out {what} of the plan; --losses lists them."))
    else:
        losses.show(f"Not kept when {out.name} was written (rows, field, first one)", writing)
    if not reading and not writing:
        console.print("Nothing was lost.")
    elif not writing:
        console.print(Text(f"Writing {out.name} lost nothing more."))
    if lost is not None:
        console.print(Text(f"The whole list is in {lost}."), soft_wrap=True)


def holds(record: dict[str, Any]) -> str:
    """What the file holds, and whose dates."""
    counts = record["counts"]
    everything = counts["tasks"] + counts["summaries"]
    dates = "dates computed" if record["dates"] == "computed" else "dates as saved in the file"
    if record["rows"] < everything:
        return f"{record['note'].removesuffix('.') or count(record['rows'], 'row')}; {dates}"
    if record["format"] in (*PICTURES, "ics"):
        return f"all {count(everything, 'row')}; {dates}"
    names = {"tasks": "task", "links": "link", "resources": "resource", "assignments": "assignment"}
    first, *others = (count(counts[name], one) for name, one in names.items())
    return ", ".join([first, count(counts["summaries"], "summary", "summaries"), *others]) + f"; {dates}"
