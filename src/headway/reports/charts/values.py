"""What charts are drawn from: numbers with the labels they carry, worded already.

Times are the wall clock of the project, without a zone.  A chart is one of :data:`ChartData`; each has its kind as a
class, so that a drawing is chosen by ``match``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the time axis and its label in the reader's locale; the label may be empty."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a Gantt chart."""

    label: str
    """The whole name; the drawing cuts it to its room."""
    tip: str
    """Name and dates in words."""
    start: datetime
    finish: datetime
    done: float
    """Share of the bar that is done, 0 to 1."""
    milestone: bool
    critical: bool
    baseline_start: datetime | None = None
    baseline_finish: datetime | None = None
    """A thin line below the bar where the baseline has the task."""


@dataclass(frozen=True, slots=True)
class GanttData:
    """Bars in order from the top, over one time axis from ``first`` to ``last``; ``now`` is a dashed line."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    first: datetime
    last: datetime
    now: datetime
    now_label: str


@dataclass(frozen=True, slots=True)
class Band:
    """Tasks whose float lies in one range.  ``critical``: none; ``missed``: less than none."""

    label: str
    count: int
    count_label: str
    """The number as the locale writes it."""
    critical: bool
    missed: bool


@dataclass(frozen=True, slots=True)
class BandsData:
    """Tasks by float, bands from the tightest on: horizontal bars with their number at the end."""

    bands: tuple[Band, ...]
    band_title: str
    count_title: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month on the axis of a load chart."""

    first: datetime
    label: str
    past: bool
    """It ended before the as-of date."""


@dataclass(frozen=True, slots=True)
class Series:
    """One resource (or "others"): hours of work in each month of the chart."""

    name: str
    hours: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LoadData:
    """Work by month, stacked by resource, the largest first; "others", when there, is the last series."""

    months: tuple[Month, ...]
    series: tuple[Series, ...]
    hours_title: str
    now_label: str


ChartData = GanttData | BandsData | LoadData
