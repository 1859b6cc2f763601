"""``review --list``: every rule, what passes, and whether it offers mends."""

from __future__ import annotations

from rich.text import Text

from headway.cli import screen
from headway.core.review import RULES, has_offers, words
from headway.core.review.thresholds import Thresholds
from headway.messages import render


def show_rules(limits: Thresholds, json: bool) -> None:
    """The rules with the thresholds in force, as text or as data."""
    if json:
        screen.print_json({"rules": [_record(rule, limits) for rule in RULES]})
        return
    rows: list[list[str | Text]] = [
        [
            Text(rule, style=screen.FAINT),
            Text.assemble(
                (_words(rule, "title", limits), "bold"),
                f". {_words(rule, 'test', limits)}",
                (" Offers mends." if has_offers(rule) else "", screen.GOOD),
            ),
        ]
        for rule in RULES
    ]
    screen.out().print(screen.lines(rows, widths=(max(map(len, RULES)),)))


def _record(rule: str, limits: Thresholds) -> dict[str, object]:
    return {
        "rule": rule,
        "family": RULES[rule].family.value,
        "weight": RULES[rule].weight,
        "offers_mends": has_offers(rule),
        "settings": {**RULES[rule].settings, **limits.of(rule)},
        **{part: _words(rule, part, limits) for part in ("title", "test", "why", "mend")},
    }


def _words(rule: str, part: str, limits: Thresholds) -> str:
    return render(getattr(words(rule, limits), part))
