"""``review --since``: what became of the findings since an earlier plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text

from headway.cli import records, screen
from headway.cli.review_record import Found, figure, rounded
from headway.core.diff import matched
from headway.core.review import RULES, Movement, RuleTrend, Trend, review, trend

if TYPE_CHECKING:
    from pathlib import Path

    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

TOLD = (("Worse", Movement.WORSE), ("Better", Movement.BETTER), ("No longer evaluated", Movement.LOST))
"""What is told, and how it is called: trouble first."""


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier plan beside the one that is reviewed."""

    file: Path
    plan: Plan
    trend: Trend


def since(file: Path, old: Schedule, found: Found) -> Since:
    """How the findings moved; tasks are matched as ``headway diff`` does."""
    plan = old.compiled.plan
    pairs = matched(plan, found.plan).numbers.get("task", {})
    ids = {number: ours for ours, number in pairs.items() if number in plan.tasks and ours in found.plan.tasks}
    return Since(file, plan, trend(review(old, found.thresholds), found.review, ids))


def since_record(earlier: Since, found: Found) -> dict[str, Any]:
    """The trend as data; ``found`` and ``gone`` are unique ids."""
    return {
        "file": str(earlier.file),
        "score": earlier.trend.before,
        "change": earlier.trend.change,
        "rules": [
            {
                "rule": each.rule,
                "movement": each.movement.value,
                "status": None if each.before is None else each.before.status.value,
                "value": None if each.before is None else rounded(each.before.value),
                "count": None if each.before is None else each.before.count,
                "found": _unique([row.task for row in each.found], found.plan),
                "gone": _unique([row.task for row in each.gone], earlier.plan),
            }
            for each in earlier.trend.rules
        ],
    }


def _unique(tasks: Sequence[int], plan: Plan) -> list[int]:
    return list(dict.fromkeys(records.unique_id(plan.tasks[task]) for task in tasks))


def show_since(earlier: Since, found: Found) -> None:
    """The score then and now, and which rules moved."""
    console, moved = screen.out(), earlier.trend
    change = "" if moved.change is None else " (unchanged)" if not moved.change else f" ({moved.change:+d})"
    console.print()
    console.print(
        Text(f"Since {earlier.file.name}: score {_score(moved.before)} → {_score(moved.after)}{change}", "bold")
    )
    told = 0
    for word, way in TOLD:
        rules = [each for each in moved.moved(way) if RULES[each.rule].weight]
        told += len(rules)
        if rules:
            text = ", ".join(_line(each, found) for each in rules)
            console.print(Text.assemble((f"{word}: ", screen.WEAK if way is Movement.WORSE else ""), text, "."))
    if not told:
        console.print(Text("No rule finds more or less than then."))


def _score(value: int | None) -> str:
    return "none" if value is None else str(value)


def _line(each: RuleTrend, found: Found) -> str:
    """A rule with its figure then and now."""
    before = "–" if each.before is None else figure(each.before)
    return f"{found.words(each.rule, 'title')} ({each.rule}) {before} → {figure(each.after)}"
