"""Says what is wrong with a plan, why it matters and how to mend it: the DCMA 14 points, the ten practices of the GAO
schedule guide, and rules of our own.

What mends itself without guessing, --fix mends: each mend is told in words with what it does to the finish, and a mend
after which a rule that holds would fail is refused.  Actual dates and progress are never touched.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from headway.cli import engine, loading, screen
from headway.cli.dates import parse_instant
from headway.cli.failures import FINDINGS, BadUseError
from headway.cli.options import JsonOption, ProjectOption, RulesOption, StrictOption
from headway.cli.review_fixing import EVERYTHING, Place, carry_out, fix_record, place_for
from headway.cli.review_fixing import show as show_fixed
from headway.cli.review_list import show_rules
from headway.cli.review_record import Found, found_in, review_record
from headway.cli.review_screen import Shown, show
from headway.cli.review_trend import Since, since_record
from headway.cli.review_trend import since as since_plan
from headway.cli.thresholds import load_thresholds
from headway.core.review import RULES, Status, review
from headway.core.review.thresholds import USUAL, Thresholds

EXAMPLES = """\b
Examples:
  headway review plan.mpp
  headway review plan.xml --rule dcma-01,dcma-05
  headway review plan.xml --since last-week.xml
  headway review plan.mpp --fix dcma-01,dcma-02 --dry-run
  headway review plan.mpp --fix all -o mended.xml
  headway review plan.xml --json --strict
"""

DueOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Data date (2027-03-01, or with T17:00): what should be done by then."
    ),
]
_NUMBERED = re.compile(r"(dcma|gao)[ -]?0*(\d{1,2})")
"""However people write the number of a DCMA point or of a practice."""


def rules_from(typed: str) -> list[str]:
    """What a shell offers for the rules typed so far, separated by commas."""
    done, comma, last = typed.rpartition(",")
    return [f"{done}{comma}{rule}" for rule in RULES if rule.startswith(last.lower())]


OnlyOption = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="ID,..", autocompletion=rules_from, help="Show only these rules, in full."),
]
FixOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fix",
        metavar="ID,..|all",
        autocompletion=rules_from,
        help="Mend what these rules found, as far as it mends itself.",
    ),
]


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The plan file, of any known format.", show_default=False)
    ] = None,
    rule: OnlyOption = None,
    thresholds: Annotated[
        Path | None, typer.Option("--thresholds", metavar="FILE.toml", help="Your organisation's thresholds.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Tell every rule that fails in full, with all rows.")
    ] = False,
    fixes: FixOption = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="With --fix: where the mended plan is written.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --fix: tell what would be done, write nothing.")
    ] = False,
    since: Annotated[
        Path | None, typer.Option("--since", metavar="OLD", help="An earlier plan file: what became better and worse.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="List all rules, and what passes.")] = False,
    rules: RulesOption = None,
    as_of: DueOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
    strict: StrictOption = False,
) -> None:
    """Review a plan."""
    limits = load_thresholds(thresholds) if thresholds is not None else USUAL
    if listing:
        show_rules(limits, json)
        return
    if file is None:
        raise BadUseError("say which plan to review", "For example: headway review plan.mpp; --list names the rules")
    only, wanted = rules_named(rule), rules_named(fixes, or_all=True)
    place = asked_place(file, wanted, out, dry_run)
    instant = parse_instant(as_of, "--as-of") if as_of is not None else None
    # A review judges the dates as they are: work that was left in the past is a finding, not to be moved away.
    asked = loading.Asked(file, project, rules, instant, moving=False)
    found = reviewed(asked, limits)
    earlier = compared(since, asked, found) if since is not None else None
    fixed = carry_out(found, wanted, place) if place is not None else None
    after = found if fixed is None else found_in(fixed.fixed.schedule, fixed.fixed.after, limits)
    if json:
        more = {} if earlier is None else {"since": since_record(earlier, found)}
        more |= {} if fixed is None else {"fix": fix_record(fixed)}
        screen.print_json(review_record(after, only) | more)
    elif fixed is not None:
        show_fixed(fixed, everything)
    else:
        options = {"--thresholds": thresholds, "--rules": rules, "--as-of": as_of, "--project": project}
        show(found, Shown(file, everything, only, repeated(options)), earlier)
    if strict and fails(after, only or wanted_rules(wanted)):
        raise typer.Exit(FINDINGS)


def asked_place(file: Path, wanted: tuple[str, ...], out: Path | None, dry_run: bool) -> Place | None:
    """Where a mended plan goes; ``None`` when nothing is to be mended."""
    if wanted:
        return place_for(file, out, dry_run)
    if out is not None or dry_run:
        raise BadUseError(
            "-o and --dry-run mean nothing without --fix", "Say which rules to mend: --fix dcma-01, or all"
        )
    return None


def reviewed(asked: loading.Asked, limits: Thresholds) -> Found:
    """Read, schedule and review a plan file."""
    _, schedule = engine.schedule_file(asked)
    with screen.working("Reviewing"):
        return found_in(schedule, review(schedule, limits), limits)


def compared(file: Path, asked: loading.Asked, found: Found) -> Since:
    """An earlier plan file beside the one that is reviewed; the data date of that one stays what it was."""
    _, old = engine.schedule_file(loading.Asked(file, asked.project, asked.rules))
    with screen.working("Comparing"):
        return since_plan(file, old, found)


def repeated(options: Mapping[str, object]) -> tuple[str, ...]:
    """Options that were given, to be given again."""
    return tuple(text for name, value in options.items() if value is not None for text in (name, str(value)))


def wanted_rules(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The rules that were to be mended; none when it was all of them."""
    return () if EVERYTHING in wanted else wanted


def fails(found: Found, only: tuple[str, ...]) -> bool:
    """Whether one of the rules that were asked for fails."""
    return any(each.status is Status.FAIL for each in found.review.results if not only or each.rule in only)


def rules_named(texts: list[str] | None, or_all: bool = False) -> tuple[str, ...]:
    """The rules in an option's texts, each with commas or not; :class:`BadUseError` for one that is not there."""
    typed = [name.strip().lower() for text in texts or () for name in text.split(",") if name.strip()]
    named = [_NUMBERED.sub(lambda found: f"{found[1]}-{int(found[2]):02d}", name) for name in typed]
    for name in named:
        if name not in RULES and not (or_all and name == EVERYTHING):
            near = tuple(difflib.get_close_matches(name, RULES, n=3, cutoff=0.5))
            mend = "Did you mean one of these?" if near else f"Rules: {', '.join(RULES)}"
            raise BadUseError(f"there is no rule {name!r}", mend, near)
    return tuple(dict.fromkeys(named))
