"""Names of strangers on a page of ours."""

from __future__ import annotations

import pytest

from headway.reports.printable import LONGEST_NAME, printable, short_name


@pytest.mark.parametrize("mark", ["\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\ufeff", "\x9f"])
def test_what_would_turn_or_break_a_line_is_taken_out(mark: str) -> None:
    assert printable(f"Fit {mark}the kitchen{mark}") == "Fit the kitchen"


@pytest.mark.parametrize("text", ["שלום עולם", "Ωmega", "👩‍👩‍👧‍👦", "a\u200fb", "日本語"])
def test_every_script_stays(text: str) -> None:
    assert printable(text) == text


def test_a_name_is_one_line_of_sensible_length() -> None:
    assert short_name(" Fit \n  the\tkitchen ") == "Fit the kitchen"
    assert len(short_name("x" * 10_000)) == LONGEST_NAME
    assert short_name("x" * LONGEST_NAME) == "x" * LONGEST_NAME
