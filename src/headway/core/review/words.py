"""What a rule says of itself, with its thresholds filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from headway.core.message import Message, message
from headway.core.review.rules import RULES
from headway.core.review.thresholds import USUAL

if TYPE_CHECKING:
    from headway.core.review.thresholds import Thresholds


class Words(NamedTuple):
    """The texts of a rule."""

    title: Message
    test: Message
    """What passes."""
    why: Message
    mend: Message


def words(rule: str, thresholds: Thresholds = USUAL) -> Words:
    """The texts of a rule under given thresholds; ``KeyError`` for an unknown rule.

    >>> words("dcma-01").test.params["most_percent"]
    '5'
    """
    settings = {**RULES[rule].settings, **thresholds.of(rule)}
    places = {name: f"{value:g}" for name, value in settings.items()}
    title, test, why, mend = (Message(f"rule.{rule}.{part}", dict(places)) for part in Words._fields)
    if settings.get("most_count"):
        test = message("rule.test.let_pass", test=test, most_count=places["most_count"])
    return Words(title, test, why, mend)
