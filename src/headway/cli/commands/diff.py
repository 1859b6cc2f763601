"""Says what changed from one plan to another: what moved the finish, step by step, which milestones and tasks moved and
because of what, and what was added, removed, renamed, linked, estimated, done and assigned differently.

The files may be of different formats. Tasks are matched by unique id, GUID and code, then by where they stand and what
they are called; dates are computed anew for both, so that only the plan itself makes a difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer
from rich.text import Text

from headway.cli import diff_record, diff_screen, engine, loading, screen
from headway.cli.diff_record import Compared
from headway.cli.failures import FINDINGS, BadFileError, BadUseError
from headway.cli.options import JsonOption, ProjectOption, RulesOption
from headway.core.diff import diff_plans
from headway.core.plan.plan import Rules
from headway.formats.placing import place

EXAMPLES = """\b
Examples:
  headway diff last-week.mpp plan.mpp
  headway diff old.xer new.xer --limit 0
  headway diff baseline.xml plan.xml -o changes.csv
  headway diff old.mpp new.mpp --json
"""

LIMIT = 8
WRITERS: MappingProxyType[str, Callable[[Compared], bytes]] = MappingProxyType(
    {".json": diff_record.to_json, ".csv": diff_record.to_table}
)


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The plan file as it was, of any known format.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The plan file as it is now.")],
    rules: RulesOption = None,
    project: ProjectOption = None,
    old_project: Annotated[
        str | None, typer.Option("--old-project", metavar="NAME", help="The same for OLD, where it differs.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Lines to show of each group; 0 shows all.")] = LIMIT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="Also write OUT.json or OUT.csv.")
    ] = None,
    json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when anything changed.")] = False,
) -> None:
    """Compare two plans."""
    writer = None if output is None else writer_for(output)
    compared = compare(
        loading.Asked(old, project if old_project is None else old_project, rules), loading.Asked(new, project, rules)
    )
    if output is not None and writer is not None:
        write(output, writer(compared))
    if json:
        screen.print_json(diff_record.diff_record(compared))
    else:
        diff_screen.show(compared, limit)
        if output is not None:
            screen.out().print(Text(f"\nWritten to {output}"), soft_wrap=True)
    if strict and not compared.diff.same:
        raise typer.Exit(FINDINGS)


def compare(old: loading.Asked, new: loading.Asked) -> Compared:
    """Read and schedule both files, then compare; says so when they follow different rules."""
    _, before = engine.schedule_file(old)
    _, after = engine.schedule_file(new)
    plans = before.compiled.plan, after.compiled.plan
    if plans[0].project.rules is not plans[1].project.rules:
        names = {Rules.MSPROJECT: "msproject", Rules.P6: "p6"}
        used = " and ".join(names[plan.project.rules] for plan in plans)
        screen.warn(f"The two files follow different rules ({used}), which moves dates; --rules gives both the same.")
    with screen.working("Comparing"):
        diff = diff_plans(before, after)
    return Compared(diff, plans[0], (str(old.file), str(new.file)))


def writer_for(path: Path) -> Callable[[Compared], bytes]:
    """The writer for the ending of ``path``; raises :class:`BadUseError` before any work is done."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadUseError(f"-o {path.name!r} has an ending we cannot write", f"Use one of {', '.join(WRITERS)}")
    return writer


def write(path: Path, data: bytes) -> None:
    """Put the answer in its place; raises :class:`BadFileError` when that cannot be done."""
    try:
        place(path, data)
    except OSError as error:
        raise BadFileError(f"{path} cannot be written ({error.strerror})", "Choose another place with -o") from error
