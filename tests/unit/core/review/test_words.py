"""What a rule says of itself under given thresholds."""

from __future__ import annotations

import pytest

from headway.core.review import RULES, thresholds_of, words
from headway.messages import render


def test_thresholds_are_in_the_words() -> None:
    ours = thresholds_of({"dcma-06": {"days": 22.5, "most_percent": 10}})
    assert "44 working days" in render(words("dcma-06").test)
    assert "22.5 working days" in render(words("dcma-06", ours).test)
    assert "10 %" in render(words("dcma-06", ours).test)


def test_what_is_let_pass_is_said_where_none_was_allowed() -> None:
    ours = thresholds_of({"dcma-02": {"most_count": 3}})
    assert render(words("dcma-02", ours).test) == "No link has a lead (a negative lag). Up to 3 are let pass."


@pytest.mark.parametrize("rule", RULES)
def test_all_words_can_be_read(rule: str) -> None:
    assert all("{" not in render(message) for message in words(rule))


def test_an_unknown_rule_has_no_words() -> None:
    with pytest.raises(KeyError):
        words("dcma-15")
