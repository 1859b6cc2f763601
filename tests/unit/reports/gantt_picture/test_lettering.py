"""Widths of texts, near enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.reports.gantt_picture.lettering import fitted, width_of


@given(st.text(max_size=60), st.floats(20, 400))
def test_what_is_fitted_fits(text: str, room: float) -> None:
    shown = fitted(text, room, 13)
    assert width_of(shown, 13) <= room
    assert shown == text or shown == "" or shown.endswith("…")


@pytest.mark.parametrize(("narrow", "wide"), [("illi", "mmmm"), ("abc", "ABC"), ("ab", "漢字"), ("a", "aa")])
def test_letters_have_widths_of_their_own(narrow: str, wide: str) -> None:
    assert width_of(narrow, 13) < width_of(wide, 13)


def test_bold_is_wider_and_size_counts() -> None:
    assert width_of("Deck", 13, bold=True) > width_of("Deck", 13)
    assert width_of("Deck", 26) == pytest.approx(2 * width_of("Deck", 13))


def test_marks_above_letters_take_no_room() -> None:
    assert width_of("e\u0301", 13) == width_of("e", 13)
