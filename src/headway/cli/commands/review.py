"""Says what is wrong with a plan, why it matters and how to mend it: the DCMA 14 points, the ten practices of the GAO
schedule guide, and rules of our own.

What mends itself without guessing, --fix mends: each mend is told in words with what it does to the finish, and a mend
after which a rule that holds would fail is refused.  Actual dates and progress are never touched.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated

import typer

from headway.cli import engine, loading, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import FINDINGS, BadUseError
from headway.cli.options import AsOfOption, FileArgument, JsonOption, ProjectOption, RulesOption, StrictOption
from headway.cli.review_record import Found, found_in, review_record
from headway.cli.review_screen import Shown, show
from headway.cli.thresholds import load_thresholds
from headway.core.review import RULES, Status, review
from headway.core.review.thresholds import USUAL

EXAMPLES = """\b
Examples:
  headway review plan.mpp
  headway review plan.xml --rule dcma-01,dcma-05
  headway review plan.xml --json --strict
"""


def command(
    file: FileArgument,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="ID,..", help="Show only these rules, in full.")
    ] = None,
    thresholds: Annotated[
        Path | None, typer.Option("--thresholds", metavar="FILE.toml", help="Your organisation's thresholds.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Tell every rule that fails in full, with all rows.")
    ] = False,
    rules: RulesOption = None,
    as_of: AsOfOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
    strict: StrictOption = False,
) -> None:
    """Review a plan."""
    only = rules_named(rule)
    limits = load_thresholds(thresholds) if thresholds is not None else USUAL
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    _, schedule = engine.schedule_file(loading.Asked(file, project, rules, instant))
    found = found_in(schedule, review(schedule, limits), limits)
    if json:
        screen.print_json(review_record(found, only))
    else:
        show(found, Shown(file, everything, only))
    if strict and fails(found, only):
        raise typer.Exit(FINDINGS)


def fails(found: Found, only: tuple[str, ...]) -> bool:
    """Whether one of the rules that were asked for fails."""
    return any(each.status is Status.FAIL for each in found.review.results if not only or each.rule in only)


def rules_named(texts: list[str] | None) -> tuple[str, ...]:
    """The rules in an option's texts, each with commas or not; :class:`BadUseError` for one that is not there."""
    named = [name.strip().lower() for text in texts or () for name in text.split(",") if name.strip()]
    for name in named:
        if name not in RULES:
            near = tuple(difflib.get_close_matches(name, RULES, n=3, cutoff=0.5))
            mend = "Did you mean one of these?" if near else f"Rules: {', '.join(RULES)}"
            raise BadUseError(f"there is no rule {name!r}", mend, near)
    return tuple(dict.fromkeys(named))
