"""A plan review on the screen: what to do first, what else fails, what nobody could say, what is in order."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rich.padding import Padding
from rich.text import Text

from headway.cli import records, screen
from headway.cli.review_record import Found, value_words
from headway.cli.review_trend import Since, show_since
from headway.core.review import RULES, Bound, Family, Result, Status, Unit
from headway.reports import wording

ROWS = 3
"""Rows of a rule that are named unless all are asked for."""
FIRST = 3
"""Rules that are told in full: the ones whose mending is worth most."""
_INDENT = (0, 0, 0, 3)
_HINTS = MappingProxyType({"rule.reason.no_data_date": " To try one: --as-of 2027-03-01."})
"""How this command gets round a reason for which rules say nothing, by the code of the reason."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for: the file and the options for the commands that are proposed, all rows, single rules."""

    file: Path
    everything: bool = False
    only: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    """Options and their values that a proposed command needs to look at the same plan in the same way."""


def show(found: Found, shown: Shown, earlier: Since | None = None) -> None:
    """The whole review, or the rules in ``shown.only`` in full."""
    console = screen.out()
    console.print(Text(found.plan.project.name or "Plan", style="bold"))
    console.print(Text(headline(found)))
    if earlier is not None:
        show_since(earlier, found)
    if shown.only:
        for rule in shown.only:
            _show_one(found, found.review.result(rule), shown)
        return
    failing = [each for each in worst_first(found) if RULES[each.rule].family is not Family.GAO]
    full = failing if shown.everything else failing[:FIRST]
    _show_first(found, full, shown)
    _show_others(found, failing[len(full) :])
    _show_practices(found)
    _show_all_mends(found, shown)
    _show_not_evaluated(found)
    _show_passed(found, shown)


def headline(found: Found) -> str:
    """Score, how many rules fail, hold and could not say; by whose rules and as of when.  Practices repeat rules."""
    results = [each for each in found.review.results if RULES[each.rule].family is not Family.GAO]
    count = {status: sum(each.status is status for each in results) for status in Status}
    score = f"Score {found.review.score} of 100"
    if found.review.score is None:
        score = f"No score, for only {found.review.judged} % of the review could be evaluated"
    project = found.plan.project
    as_of = f", as of {wording.day(project.data_date)}" if project.data_date is not None else ", no data date"
    unknown = f", {count[Status.NOT_EVALUATED]} cannot be evaluated" if count[Status.NOT_EVALUATED] else ""
    return (
        f"{score}: {wording.count(count[Status.FAIL], 'rule fails', 'rules fail')}, {count[Status.PASS]} hold"
        f"{unknown}; dates as {records.RULE_NAMES[project.rules]} sets them{as_of}."
    )


def worst_first(found: Found) -> list[Result]:
    """The rules that fail, by the points that they cost; what costs nothing stands last."""
    failing = [each for each in found.review.results if each.status is Status.FAIL]
    return sorted(failing, key=lambda each: -found.lost.get(each.rule, 0.0))


def _show_first(found: Found, results: list[Result], shown: Shown) -> None:
    if not results:
        screen.out().print(Text("\nNothing fails. Keep it so: review the plan again after each update."))
        return
    screen.out().print()
    screen.out().print(Text("Mend these first", style="bold"))
    for number, result in enumerate(results, start=1):
        _show_full(found, result, shown, f"{number}. ")


def _show_one(found: Found, result: Result, shown: Shown) -> None:
    """A rule that was asked for, whatever its status."""
    if result.status is Status.FAIL:
        _show_full(found, result, shown, "")
        return
    console = screen.out()
    console.print()
    word = "holds" if result.status is Status.PASS else "not evaluated"
    figures = f": {value_words(result)}" if result.value is not None else ""
    console.print(Text.assemble((_title(found, result), "bold"), f" {word}{figures}"))
    for part in ([found.say(result.reason)] if result.reason is not None else []) + [found.words(result.rule, "test")]:
        console.print(Padding(Text(part), _INDENT))


def _show_full(found: Found, result: Result, shown: Shown, number: str) -> None:
    """Value, rows, why and mend of a rule that fails, with the command that mends it where there is one."""
    console = screen.out()
    lost = found.lost.get(result.rule, 0.0) if found.review.score is not None else 0.0
    worth = f"; costs {wording.count(max(1, round(lost)), 'point')}" if lost else ""
    console.print()
    console.print(Text.assemble(number, (_title(found, result), "bold")))
    console.print(Padding(Text(f"{_figures(result)}{worth}.", style=screen.WEAK), _INDENT))
    if result.reason is not None:
        console.print(Padding(Text(found.say(result.reason)), _INDENT))
    _show_rows(found, result, shown)
    for label, part in (("Why it matters: ", "why"), ("How to mend it: ", "mend")):
        console.print(Padding(Text.assemble((label, "bold"), found.words(result.rule, part)), _INDENT))
    offers = found.offers.get(result.rule, ())
    if offers:
        can = f"Headway offers {wording.count(len(offers), 'mend')}; to see what each would do:"
        console.print(Padding(Text(can, style=screen.GOOD), _INDENT))
        console.print(Text("     " + command_for(shown, result.rule)), soft_wrap=True)


def _show_rows(found: Found, result: Result, shown: Shown) -> None:
    rows = result.rows if shown.everything or shown.only else result.rows[:ROWS]
    lines: list[list[str | Text]] = [
        [Text(str(records.unique_id(found.plan.tasks[row.task])), style=screen.FAINT), found.say(row.message)]
        for row in rows
    ]
    if lines:
        width = max(len(str(line[0])) for line in lines)
        screen.out().print(Padding(screen.lines(lines, widths=(width,)), _INDENT))
    rest = len(result.rows) - len(rows)
    if rest:
        more = Text(f"… and {rest:,} more: --rule {result.rule}", style=screen.FAINT)
        screen.out().print(Padding(more, _INDENT))


def command_for(shown: Shown, rule: str) -> str:
    """The command that shows what mending a rule would do."""
    return shlex.join(["headway", "review", str(shown.file), *shown.options, "--fix", rule, "--dry-run"])


def _show_others(found: Found, results: list[Result]) -> None:
    """What else fails, one line each."""
    if not results:
        return
    screen.out().print()
    screen.out().print(Text("Also failing", style="bold"))
    _show_lines(found, results)
    more = f"Why it matters and how to mend it: --rule {results[0].rule}, or --all."
    screen.out().print(Text(more, style=screen.FAINT))


def _show_practices(found: Found) -> None:
    """The practices of the GAO guide: how many are met, and which rules keep the others from it."""
    everything = [each for each in found.review.results if RULES[each.rule].family is Family.GAO]
    practices = [each for each in everything if each.status is not Status.NOT_EVALUATED]
    failing = [each for each in practices if each.status is Status.FAIL]
    met = sum(each.status is Status.PASS for each in practices)
    if not practices:
        return
    screen.out().print()
    screen.out().print(
        Text(
            f"Practices of the GAO schedule guide: {met} of {len(practices)} that could be judged are met", style="bold"
        )
    )
    _show_lines(found, failing)


def _show_lines(found: Found, results: list[Result]) -> None:
    rows: list[list[str | Text]] = [[Text(each.rule, style=screen.FAINT), _summary(found, each)] for each in results]
    if rows:
        screen.out().print(screen.lines(rows, widths=(max(len(each.rule) for each in results),)))


def _summary(found: Found, result: Result) -> Text:
    """A failing rule in a line; for a practice the parts that fail."""
    degree = {"partly": "partly met", "not_met": "not met"}.get(result.degree.value, "") if result.degree else ""
    failing = [part for part in result.parts if found.review.result(part).status is Status.FAIL]
    parts = f"see {', '.join(failing)}" if failing else ""
    figures = "; ".join(each for each in (degree or _figures(result), parts) if each)
    offered = len(found.offers.get(result.rule, ()))
    mends = f"; {wording.count(offered, 'mend')} offered" if offered else ""
    return Text.assemble(found.words(result.rule, "title"), (f": {figures}{mends}", screen.WEAK))


def _show_all_mends(found: Found, shown: Shown) -> None:
    """How much of it mends itself, and the command that shows how."""
    offered = sum(len(each) for each in found.offers.values())
    rules = sum(bool(each) for each in found.offers.values())
    if not offered:
        return
    console = screen.out()
    console.print()
    what = f"{wording.count(offered, 'mend')} for {wording.count(rules, 'rule')}"
    console.print(Text(f"Headway offers {what}; to see what they would do:", style=screen.GOOD))
    console.print(Text("  " + command_for(shown, "all")), soft_wrap=True)


def _show_not_evaluated(found: Found) -> None:
    """What nobody could say, by the reason why: most often one missing thing silences several rules."""
    unknown = [each for each in found.review.results if each.status is Status.NOT_EVALUATED]
    if not unknown:
        return
    console = screen.out()
    console.print()
    console.print(Text("Not evaluated, and that is not a pass", style="bold"))
    reasons: dict[str, list[Result]] = {}
    for each in unknown:
        reasons.setdefault(_why_silent(found, each), []).append(each)
    for reason, results in reasons.items():
        console.print(Text(reason))
        rules = Text(", ".join(_title(found, each) for each in results), style=screen.WEAK)
        console.print(Padding(rules, _INDENT))


def _why_silent(found: Found, result: Result) -> str:
    """Why a rule says nothing, and how this command gets round it."""
    reason = result.reason
    return "" if reason is None else found.say(reason) + _HINTS.get(reason.code, "")


def _show_passed(found: Found, shown: Shown) -> None:
    """What holds: how many rules of each kind, or all of them by name."""
    held = [each for each in found.review.results if each.status is Status.PASS]
    kinds = ((Family.DCMA, "of the DCMA points"), (Family.EXTRA, "further rules"))
    counts = [(sum(RULES[each.rule].family is kind for each in held), word) for kind, word in kinds]
    text = " and ".join(f"{count} {word}" for count, word in counts if count)
    if shown.everything:
        text = ", ".join(found.words(each.rule, "title") for each in held)
    if text:
        screen.out().print()
        screen.out().print(
            Text.assemble(("In order: ", "bold"), text, "." if shown.everything else "; --all names them.")
        )


def _title(found: Found, result: Result) -> str:
    return f"{found.words(result.rule, 'title')} ({result.rule})"


def _figures(result: Result) -> str:
    """Value against threshold, and how many of how many were found."""
    # Of a share that must be large, what was found is the rest.
    rest = "all but " if result.bound is Bound.AT_LEAST and result.unit is Unit.PERCENT else ""
    of = f" ({rest}{result.count:,} of {result.population:,})" if result.population and result.count else ""
    return f"{value_words(result)}{of}"
