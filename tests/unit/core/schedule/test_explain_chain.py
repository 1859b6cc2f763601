"""The driving chain back to what does not move by logic."""

from __future__ import annotations

import pytest

from headway.messages import render
from tests.unit.core.schedule.spoken import Spoken, spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"
BOTH = pytest.mark.parametrize("opening", [MS, P6])


def root(said: Spoken, name: str) -> tuple[str, str]:
    """Last task of the chain and why it starts where it does."""
    last = said.of(name).chain[-1]
    return last.task.name, last.cause


@BOTH
def test_back_to_the_project_start(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 1d\nC 2d; after A, B\nD 1d; after C")
    assert said.chain("D") == ["D", "C", "A"]
    assert root(said, "D") == ("A", "project_start")


@BOTH
def test_back_to_a_constraint(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 1d; after A; SNET 2027-03-10\nC 1d; after B")
    assert said.chain("C") == ["C", "B"]
    assert root(said, "C") == ("B", "constraint")


@BOTH
def test_back_to_an_actual_date(opening: str) -> None:
    said = spoken(opening + "Z 1d\nA 3d; after Z; actual start=2027-03-01\nB 1d; after A")
    assert said.chain("B")[:2] == ["B", "A"]


def test_actual_dates_end_the_chain_in_ms_project() -> None:
    said = spoken(MS + "Z 1d\nA 3d; after Z; actual start=2027-03-01\nB 1d; after A")
    assert root(said, "B") == ("A", "actual")


def test_back_to_a_typed_date() -> None:
    said = spoken(MS + "A 3d; manual start=2027-03-04 finish=2027-03-08\nB 1d; after A")
    assert root(said, "B") == ("A", "manual")


def test_back_to_the_data_date() -> None:
    said = spoken("project: start 2027-03-01; data date 2027-03-08; rules p6\nA 3d\nB 1d; after A")
    assert root(said, "B") == ("A", "data_date")


def test_into_a_summary() -> None:
    said = spoken(MS + "Phase\n  A 1d\n  B 3d\nC 1d; after Phase")
    assert said.chain("C") == ["C", "B"]
    assert render(said.of("C").chain[0].message) == (
        "Waits for this: 'Phase' finishes Wed 3 Mar 2027; 'B' decides that date."
    )


def test_into_a_summary_of_summaries() -> None:
    said = spoken(MS + "Outer\n  Inner\n    A 1d\n    B 3d\nC 1d; after Outer")
    assert said.chain("C") == ["C", "B"]


def test_out_of_a_summary_by_its_own_links() -> None:
    said = spoken(MS + "A 2d\nPhase; after A\n  B 3d\n  C 1d; after B")
    assert said.chain("C") == ["C", "B", "A"]
    assert [step.cause for step in said.of("C").chain] == ["link", "summary", "project_start"]


def test_of_a_summary_itself() -> None:
    said = spoken(MS + "A 2d\nPhase; after A\n  B 3d\nZ 1d; after Phase")
    assert said.chain("Phase") == ["Phase", "B", "A"]


@BOTH
def test_steps_have_dates_and_links(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 1d; after A")
    first, last = said.of("B").chain
    assert first.link == 1
    assert last.link is None
    assert first.start is not None
    assert render(last.message).startswith("Starts Mon 1 Mar 2027")
    assert render(first.message) == "Waits for this: 'A' finishes Wed 3 Mar 2027."


def test_tasks_without_dates_are_their_own_chain() -> None:
    step = spoken(MS + "A 1d; inactive").of("A").chain
    assert [each.cause for each in step] == ["inactive"]
    assert step[0].start is None


def test_where_two_drive_the_open_one_is_followed() -> None:
    said = spoken(MS + "A 2d; actual start=2027-03-01 finish=2027-03-02\nB 2d\nC 1d; after A, B")
    assert said.chain("C") == ["C", "B"]
