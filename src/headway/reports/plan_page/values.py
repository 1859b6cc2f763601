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
class Finding:
    """A group of equal findings: the sentence, and the rows it is about."""

    title: str
    count: int
    examples: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything on the page."""

    name: str
    manager: str
    source: str
    rules: str
    reference: int
    """The data date, or the day given instead."""
    has_data_date: bool
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
    soon: tuple[Row, ...]
    soon_more: int
    soon_until: int
    bands: tuple[FloatBand, ...]
    findings: tuple[Finding, ...]
    losses: tuple[Loss, ...]
    agreement: tuple[Agreement, ...]
    compared: int
    agreeing: int
    minutes_per_day: int
