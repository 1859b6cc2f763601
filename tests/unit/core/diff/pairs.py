"""Two drawn plans compared, and the answer as short texts that a test can state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.diff import Group, PlanDiff, diff_plans
from headway.core.schedule import schedule
from headway.messages import render
from tests.drawn import build

if TYPE_CHECKING:
    from headway.core.message import Length, Message
    from headway.core.plan.plan import Plan

DAY = 4_800
START = "project: start 2027-03-01\n"
"""A Monday; the standard calendar works from Monday to Friday, 8 to 12 and 13 to 17."""


def drawn(text: str) -> Plan:
    """The plan of a list of tasks that starts on Monday 1 March 2027 unless it says otherwise."""
    return build(text if "project: start" in text else START + text)


def compared(old: str, new: str) -> PlanDiff:
    """The comparison of two drawn plans."""
    return diff_of(drawn(old), drawn(new))


def diff_of(old: Plan, new: Plan) -> PlanDiff:
    """The comparison of two plans."""
    return diff_plans(schedule(old), schedule(new))


def text(message: Message) -> str:
    """A message in English, days of eight hours."""
    return render(message)


def days(length: Length) -> float:
    """A slip in working days; calendar days count for nothing here."""
    return 0.0 if length.elapsed else length.span / DAY


def groups(found: PlanDiff) -> dict[str, list[str]]:
    """The sentences of each group."""
    return {group.group.value: [text(item.message) for item in group.items] for group in found.summary.groups}


def group(found: PlanDiff, which: Group) -> list[str]:
    """The sentences of one group."""
    return groups(found).get(which.value, [])


def steps(found: PlanDiff) -> dict[str, float]:
    """Working days of each step."""
    return {step.kind.value: days(step.slip) for step in found.summary.finish.steps}


def moves(found: PlanDiff) -> dict[str, float]:
    """Working days by which each task's finish moved, by its name now."""
    return {move.task.name: days(move.slip) for move in found.summary.dates}


def causes(found: PlanDiff) -> dict[str, list[tuple[str, str]]]:
    """Kind and task of the causes of each move."""
    return {
        move.task.name: [(cause.kind.value, cause.task.name if cause.task else "") for cause in move.causes]
        for move in found.summary.dates
    }


def sentences(found: PlanDiff) -> list[str]:
    """The sentence of each move, the most moved first."""
    return [text(move.message) for move in found.summary.dates]


def names(found: PlanDiff, old: Plan, new: Plan) -> dict[str, str]:
    """Old name to new name of each pair of tasks."""
    return {old.tasks[pair.old].name: new.tasks[pair.new].name for pair in found.matching.pairs["task"]}
