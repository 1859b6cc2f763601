"""The facts of the page as one HTML document without scripts, readable on a phone, in the dark and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from headway._version import VERSION
from headway.core.time import TENTHS_PER_MINUTE
from headway.reports import wording
from headway.reports.plan_page import gantt

if TYPE_CHECKING:
    from headway.reports.plan_page.values import MilestoneRow, PageFacts


def render(facts: PageFacts) -> str:
    """The whole page; every value is escaped by the template engine."""
    tightest = facts.numbers.tightest
    return (
        _environment()
        .get_template("plan.html")
        .render(
            facts=facts,
            headline=headline(facts),
            consequence=consequence(facts),
            as_of=as_of(facts),
            wide=gantt.draw(facts.critical, facts.reference, gantt.WIDE),
            narrow=gantt.draw(facts.critical, facts.reference, gantt.NARROW),
            most=max((band.count for band in facts.bands), default=0),
            in_days=lambda span, sign=False: in_days(span, facts, sign),
            standing=standing,
            tight=tightest is not None and tightest < 0,
            hours=f"{facts.minutes_per_day / 60:g}",
            promised=any(each.baseline is not None for each in facts.milestones),
            version=VERSION,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("headway.reports.plan_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = wording.day
    made.filters["share"] = lambda hundredths: f"{hundredths / 100:.0f} %"
    made.filters["percent"] = wording.percent
    made.globals["count"] = wording.count
    return made


def in_days(span: int | None, facts: PageFacts, sign: bool = False) -> str:
    """A span in the project's working days."""
    return wording.days_of(span, facts.minutes_per_day, sign)


def as_of(facts: PageFacts) -> str:
    """What the page counts as now, and why."""
    words = {
        "data date": "as of {}",
        "today": "no data date is set, so as of today, {}",
        "start": "no data date is set and today lies outside the plan, so as of its start, {}",
    }
    return words[facts.reference_is].format(wording.day(facts.reference))


def headline(facts: PageFacts) -> str:
    """When the plan ends, and how that stands to what was promised."""
    over = facts.numbers.tasks > 0 and facts.numbers.finished == facts.numbers.tasks
    verb = "finished" if over else "finishes"
    sentence = f"{facts.name} {verb} on {wording.weekday(facts.finish)} {wording.day(facts.finish)}"
    if facts.finish_slip is None:
        return sentence + "."
    days = round(facts.finish_slip / (facts.minutes_per_day * TENTHS_PER_MINUTE), 1)
    if days == 0:
        return sentence + ", as in its baseline."
    length = f"{abs(days):.1f}".removesuffix(".0")
    unit, side = "day" if length == "1" else "days", "later" if days > 0 else "earlier"
    return f"{sentence}, {length} working {unit} {side} than its baseline."


def consequence(facts: PageFacts) -> str:
    """What the float says: a date that cannot be kept, how much is critical, or how tight it is."""
    numbers = facts.numbers
    unfinished = numbers.tasks - numbers.finished
    if not unfinished:
        return "All of its work is done." if numbers.tasks else "It holds no tasks yet."
    if numbers.tightest is not None and numbers.tightest < 0:
        why = numbers.tightest_why
        return f"A date in it cannot be kept: “{numbers.tightest_name}” {why[:1].lower()}{why[1:]}"
    if numbers.critical:
        verb = "is" if numbers.critical == 1 else "are"
        return (
            f"{numbers.critical:,} of its {wording.count(unfinished, 'unfinished task')} {verb} critical: "
            f"a day lost on one of them is a day lost at the end."
        )
    if numbers.tightest is None:
        return f"{wording.count(unfinished, 'task')} {'is' if unfinished == 1 else 'are'} still to be done."
    return (
        f"None of its {wording.count(unfinished, 'unfinished task')} is critical; "
        f"the tightest, “{numbers.tightest_name}”, has {in_days(numbers.tightest, facts)} of float."
    )


def standing(milestone: MilestoneRow, reference: int) -> tuple[str, str]:
    """Sign and words for a milestone: the rule is written below the table."""
    sign, word = _standing(milestone, reference)
    if milestone.deadline is None:
        return sign, word
    joint = ", " if word.endswith("deadline") else ", deadline "
    return sign, f"{word}{joint}{wording.day(milestone.deadline)}"


def _standing(milestone: MilestoneRow, reference: int) -> tuple[str, str]:
    if milestone.deadline is not None and milestone.row.finish > milestone.deadline:
        return "■", "misses its deadline"
    if milestone.row.finish < reference:
        return "■", "overdue"
    if milestone.slip is None:
        return ("○", "nothing promised") if milestone.deadline is None else ("●", "before its deadline")
    if milestone.slip > 0:
        return "▲", "later"
    return "●", "on time" if milestone.slip == 0 else "earlier"
