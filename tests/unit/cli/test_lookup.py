"""Finding the task that somebody means."""

from __future__ import annotations

import pytest

from headway.cli.failures import BadUseError
from headway.cli.lookup import find_task
from headway.core.plan.outline import outline_of
from tests.unit.reports.example import example

OUTLINE = outline_of(example())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("107", "Deck"),
        ("#7", "Deck"),
        ("7", "Deck"),
        ("2.2", "Deck"),
        ("a70", "Deck"),
        ("Deck", "Deck"),
        (" deck ", "Deck"),
        ("found", "Foundations"),
        ("Build", "Build"),
    ],
)
def test_a_task_is_found_by_all_its_names(text: str, name: str) -> None:
    assert find_task(text, OUTLINE).name == name


def test_a_number_is_a_unique_id_before_it_is_a_row() -> None:
    assert find_task("101", OUTLINE).id == 1


def test_several_are_listed() -> None:
    with pytest.raises(BadUseError, match="2 tasks fit 'open'") as caught:
        find_task("open", OUTLINE)
    assert [line.split("  ")[0] for line in caught.value.candidates] == ["Bridge open", "Opening party"]


def test_a_slip_of_the_finger_is_guessed() -> None:
    with pytest.raises(BadUseError, match="no task fits") as caught:
        find_task("Raling", OUTLINE)
    assert caught.value.candidates[0].startswith("Railing")


@pytest.mark.parametrize("text", ["zzz", "", "#0", "99999"])
def test_nothing_fits(text: str) -> None:
    with pytest.raises(BadUseError):
        find_task(text, OUTLINE)
