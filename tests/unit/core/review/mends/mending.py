"""Plans as text, what a rule offers for them in words, and what is left after mending."""

from __future__ import annotations

from headway.core.edits import describe
from headway.core.plan.outline import outline_of
from headway.core.review import offers, review
from headway.core.review.fixing import Fixed, fix
from headway.core.schedule import Schedule, schedule
from headway.core.time import to_datetime
from headway.messages import render
from tests.drawn import build

START = "project: start 2027-03-01\n"


def offered(text: str, rule: str) -> list[str]:
    """The sentences of the offers."""
    answer = schedule(build(text))
    found = offers(answer, review(answer), rule)
    return [render(describe(answer.compiled.plan, each.edit)) for each in found]


def mended(text: str, rule: str) -> Fixed:
    """What mending gives; the rule must fire before."""
    answer = schedule(build(text))
    assert review(answer).result(rule).rows, f"{rule} finds nothing: {text}"
    return fix(answer, [rule], name=render)


def starts(answer: Schedule) -> dict[str, str]:
    """Name of each leaf to its start, as "03-01"."""
    outline = outline_of(answer.compiled.plan)
    tasks = ((answer.compiled.plan.tasks[n], answer.dates(n).start) for n in outline.leaves())
    return {task.name: to_datetime(start).strftime("%m-%d") for task, start in tasks if start is not None}


def reasons(fixed: Fixed) -> list[str]:
    """Why mends were refused."""
    return [render(each.reason) for each in fixed.refused]
