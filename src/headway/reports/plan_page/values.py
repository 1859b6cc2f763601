"""What the page shows, as values: everything computed, nothing yet worded for a medium.

Instants and spans are those of the engine (tenths of a minute).
"""

from __future__ import annotations

from dataclasses import dataclass

DONE_SHARE = 10_000
"""Percentages are in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task on the page."""

    task: int
    row: int
    name: str
    phase: str
    """The summary it stands under, empty at the top."""
    people: str
    milestone: bool
    start: int
    finish: int
    total_float: int | None
    percent: int
    """Hundredths of a percent."""
    critical: bool
    happens: str = ""
    """In the look-ahead: ``starts``, ``finishes``, ``starts and finishes``."""


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone to come: promised and now."""

    row: Row
    baseline: int | None
    slip: int | None
    """Working time later than the baseline; negative is earlier."""
    deadline: int | None


@dataclass(frozen=True, slots=True)
class FloatBand:
    """Unfinished tasks whose total float lies in a range of working days."""

    label: str
    count: int
    alarming: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field beside the saved dates."""

    field: str
    compared: int
    equal: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind: how bad, the first few sentences, and how many more there are."""

    severity: str
    sentences: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Link:
    """One task of the chain behind the finish, and what it waits for."""

    name: str
    finish: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the file that the plan does not keep."""

    what: str
    count: int
    remark: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers at the top."""

    tasks: int
    finished: int
    critical: int
    overdue: int
    """Tasks that should have finished before the reference date and have no actual finish."""
    milestones_left: int
    done: int
    """Share of the planned duration that is done, in hundredths of a percent."""
    tightest: int | None
    """Smallest total float of an unfinished task."""
    tightest_name: str
    tightest_why: str
    """Why the tightest task has the float it has."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything on the page."""

    name: str
    manager: str
    source: str
    rules: str
    reference: int
    """The date that the page looks forward from."""
    reference_is: str
    """``data date``, ``today`` or, where today lies outside the plan, ``start``."""
    start: int | None
    finish: int
    finish_slip: int | None
    baseline_name: str
    must_finish_by: int | None
    numbers: Numbers
    milestones: tuple[MilestoneRow, ...]
    milestones_more: int
    critical: tuple[Row, ...]
    critical_more: int
    chain: tuple[Link, ...]
    """What the finish hangs on, last task first."""
    soon: tuple[Row, ...]
    soon_more: int
    soon_until: int
    bands: tuple[FloatBand, ...]
    findings: tuple[FindingGroup, ...]
    losses: tuple[Loss, ...]
    agreement: tuple[Agreement, ...]
    compared: int
    agreeing: int
    minutes_per_day: int
