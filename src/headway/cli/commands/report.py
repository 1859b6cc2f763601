"""Writes the report of a plan, good enough to send: headline, milestones, what changed, critical path, float, load by
month, the next six weeks, and how far it can be trusted.

The ending of OUT says the form: a web page without scripts that reads on a phone, in the dark and on paper; a PDF of
two pages or so; or a workbook with every table in full.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from headway import formats
from headway.cli import engine, loading, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import BadFileError, BadUseError
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption
from headway.cli.report_record import report_record
from headway.cli.targets import are_same_file
from headway.cli.thresholds import load_thresholds
from headway.core.diff.comparing import diff_plans
from headway.core.review import review
from headway.core.review.thresholds import USUAL
from headway.core.schedule import Schedule
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.branding import BrandError, load_brand
from headway.reports.document import Brand, Document
from headway.reports.failures import RenderError
from headway.reports.locales import DEFAULT, BadLocaleError, form_of
from headway.reports.plan_report import Judged, Last, Source, compose, report_facts
from headway.reports.plan_report.values import Loss

EXAMPLES = """\b
Examples:
  headway report plan.mpp -o plan.html
  headway report plan.mpp --since last-week.mpp -o status.pdf
  headway report export.xer --as-of 2027-03-01 --branding house.toml --locale de_DE -o march.xlsx
"""

RENDERERS: MappingProxyType[str, str] = MappingProxyType({
    ".html": "headway.reports.page",
    ".htm": "headway.reports.page",
    ".pdf": "headway.reports.pdf",
    ".xlsx": "headway.reports.workbook",
})  # fmt: skip
"""By ending, the package whose ``render`` makes the file.  Loaded when asked for: a page must not wait for typst."""


def command(
    file: FileArgument,
    out: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help="Where it is written: OUT.html, OUT.pdf or OUT.xlsx.")
    ],
    since: Annotated[
        Path | None, typer.Option("--since", metavar="OLD", help="The last plan: what changed since, and why.")
    ] = None,
    branding: Annotated[
        Path | None, typer.Option("--branding", metavar="FILE.toml", help="Name, logo and colour of your house.")
    ] = None,
    locale: Annotated[str, typer.Option("--locale", metavar="LOCALE", help="How dates and numbers are written.")] = (
        DEFAULT
    ),
    thresholds: Annotated[
        Path | None, typer.Option("--thresholds", metavar="FILE.toml", help="Your organisation's thresholds.")
    ] = None,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Write the report."""
    render = renderer_for(out)
    for read in (file, since):
        if read is not None and are_same_file(out, read):
            raise BadUseError(f"-o {out.name!r} is the plan file itself", "Give the report another name")
    brand = brand_of(branding)
    check_locale(locale)
    limits = load_thresholds(thresholds) if thresholds is not None else USUAL
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    last = schedule_last(loading.Asked(since, project, rules)) if since is not None else None
    found, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant), get_charts_ready)
    source = source_of(found, file.name, today())
    with screen.working("Writing the report"):
        compared = Last(since.name, last, diff_plans(last, schedule)) if since is not None and last else None
        before = review(last, limits).score if last is not None else None
        judged = Judged(review(schedule, limits), limits, before)
        facts = report_facts(schedule, source, judged=judged, last=compared)
        loading.write(out, render(compose(facts, locale, brand)))
    if json:
        screen.print_json({"written": str(out), "facts": report_record(facts, schedule.compiled.plan)})
    else:
        screen.out().print(f"Written to {out}", soft_wrap=True)


def renderer_for(out: Path) -> Callable[[Document], bytes]:
    """What makes the file of such a name; :class:`BadUseError` for an ending that nothing makes."""
    module = RENDERERS.get(out.suffix.lower())
    if module is None:
        raise BadUseError(f"-o {out.name!r} is no form of a report", "Give it the ending .html, .pdf or .xlsx")

    def render(document: Document) -> bytes:
        try:
            made: str | bytes = import_module(module).render(document)
        except RenderError as error:
            raise BadFileError(error.message, error.mend) from error
        return made.encode() if isinstance(made, str) else made

    return render


def get_charts_ready() -> None:
    """Start what draws charts."""
    import_module("headway.reports.charts.rendering").get_ready()


def brand_of(path: Path | None) -> Brand:
    """The brand of a file, or none."""
    if path is None:
        return Brand()
    try:
        return load_brand(path)
    except BrandError as error:
        raise BadFileError(error.message, error.mend, error.candidates) from error


def check_locale(locale: str) -> None:
    """Refuse a locale that is none before any work is done."""
    try:
        form_of(locale)
    except BadLocaleError as error:
        raise BadUseError(f"--locale: {error.message}", error.mend) from error


def schedule_last(asked: loading.Asked) -> Schedule:
    """The last plan with its dates."""
    _, schedule = engine.schedule_file(asked)
    return schedule


def today() -> int:
    """This morning on this machine's clock: stands in for a data date that nobody set."""
    now = to_instant(datetime.now())  # noqa: DTZ005 (plans are on the wall clock of their project)
    return now - now % TENTHS_PER_DAY


def source_of(found: formats.ReadResult, name: str, now: int) -> Source:
    """What the report says about the file: its name and the losses with their reasons."""
    losses = (Loss(f"{loss.entity}: {loss.field}", loss.count, loss.reason or loss.example) for loss in found.losses)
    return Source(name, now, tuple(losses))
