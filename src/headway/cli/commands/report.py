"""Writes one self-contained web page: headline, milestones, critical path, the next six weeks, float and findings.

It holds no scripts, reads on a phone and in the dark, and prints on A4 and Letter.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from headway import formats
from headway.cli import engine, loading, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import BadUseError
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption
from headway.cli.page_record import page_record
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.plan_page import Source, page_facts, render
from headway.reports.plan_page.values import Loss

EXAMPLES = """\b
Examples:
  headway report plan.mpp -o plan.html
  headway report export.xer --as-of 2027-03-01 -o march.html
"""

_ENDINGS = (".html", ".htm")


def command(
    file: FileArgument,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="OUT.html", help="Where the page is written.")],
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Write the page."""
    if out.suffix.lower() not in _ENDINGS:
        raise BadUseError(f"-o {out.name!r} is no web page", "Give it the ending .html")
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    found, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant))
    facts = page_facts(schedule, source_of(found, file.name, today()))
    loading.write(out, render(facts).encode())
    if json:
        screen.print_json({"written": str(out), "facts": page_record(facts, schedule.compiled.plan)})
    else:
        screen.out().print(f"Written to {out}", soft_wrap=True)


def today() -> int:
    """This morning on this machine's clock: stands in for a data date that nobody set."""
    now = to_instant(datetime.now())  # noqa: DTZ005 (plans are on the wall clock of their project)
    return now - now % TENTHS_PER_DAY


def source_of(found: formats.ReadResult, name: str, now: int) -> Source:
    """What the page says about the file: its name and the losses with their reasons."""
    losses = (Loss(f"{loss.entity}: {loss.field}", loss.count, loss.reason or loss.example) for loss in found.losses)
    return Source(name, now, tuple(losses))
