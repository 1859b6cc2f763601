"""What charts are drawn from: numbers with the labels they carry, worded already.

Times are the wall clock of the project, without a zone.  A chart is one of :data:`ChartData`; each has its kind as a
class, so that a drawing is chosen by ``match``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

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
    """Tasks whose float lies in one range.  ``alarming``: no float or less."""

    label: str
    count: int
    count_label: str
    """The number as the locale writes it."""
    alarming: bool


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
    capacity: tuple[float, ...] = ()
    """Hours there are in each month, of all resources together; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Move:
    """One milestone: promised, in the last plan, and now."""

    label: str
    now: datetime
    late: bool
    note: str
    """How far it has moved, short: it stands right of the row."""
    baseline: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class MovesData:
    """How milestones moved, in order from the top, over one time axis."""

    moves: tuple[Move, ...]
    labels: tuple[str, str, str]
    """What the signs are: baseline, last plan, now."""
    ticks: tuple[Tick, ...]
    first: datetime
    last: datetime
    now: datetime
    now_label: str


@dataclass(frozen=True, slots=True)
class Point:
    """So much is finished at that time, 0 to 1."""

    at: datetime
    share: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One line; ``kind`` decides how it is drawn."""

    label: str
    kind: Literal["baseline", "plan", "actual"]
    points: tuple[Point, ...]
    """In order of time."""


@dataclass(frozen=True, slots=True)
class CurvesData:
    """How much is finished by when."""

    curves: tuple[Curve, ...]
    quarters: tuple[str, str, str, str, str]
    """0, 25, 50, 75 and 100 percent as the locale writes them."""
    ticks: tuple[Tick, ...]
    first: datetime
    last: datetime
    now: datetime
    now_label: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole; the number stands in its label ("17 passed")."""

    label: str
    count: int
    kind: Literal["good", "bad", "unknown"]


@dataclass(frozen=True, slots=True)
class PartsData:
    """A whole in its parts: one bar."""

    parts: tuple[Part, ...]


ChartData = GanttData | BandsData | LoadData | MovesData | CurvesData | PartsData
