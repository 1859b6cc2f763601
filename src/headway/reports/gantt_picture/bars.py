"""What stands on the time line in one row: bar, bracket or diamond, progress, baseline and deadline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.time import to_datetime
from headway.formats.tables.rows import DONE
from headway.reports.gantt_picture.lettering import fitted, width_of
from headway.reports.gantt_picture.markup import element, group, points, words
from headway.reports.gantt_picture.options import MEASURES
from headway.reports.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from headway.formats.tables.rows import TaskRow
    from headway.reports.charts.theme import Theme
    from headway.reports.gantt_picture.scale import TimeScale

HATCH = "url(#critical)"
_LEAST = 2.5
"""Pixels of the shortest bar."""
_GAP = 7
_MOST_LABEL = 190


@dataclass(frozen=True, slots=True)
class Canvas:
    """What all rows are drawn with."""

    scale: TimeScale
    theme: Theme
    baseline: bool
    """Some row has a baseline, so every row leaves room for it."""
    row: float
    """Height of a row."""

    @property
    def bar(self) -> float:
        """Height of a bar."""
        return round(self.row * 0.46)

    @property
    def radius(self) -> float:
        """Of a diamond."""
        return self.row * 0.29


@dataclass(frozen=True, slots=True)
class Line:
    """A row and where it is drawn."""

    row: TaskRow
    middle: float
    hidden: Sequence[TaskRow] = ()
    """Rows below it that the picture leaves out."""


def marks(line: Line, canvas: Canvas) -> str:
    """All marks of one row."""
    row = line.row
    assert row.dates.start is not None
    assert row.dates.finish is not None
    if row.milestone:
        drawn = _milestone(line, canvas)
    elif row.summary and not line.hidden:
        drawn = _bracket(line, canvas)
    else:
        drawn = _bar(line, canvas)
    return group([_baseline(line, canvas), *drawn, _deadline(line, canvas)])


def _span(line: Line, canvas: Canvas) -> tuple[float, float]:
    dates = line.row.dates
    begin = canvas.scale.x(dates.start or 0)
    return begin, max(canvas.scale.x(dates.finish or 0), begin + _LEAST)


def _bar(line: Line, canvas: Canvas) -> Iterator[str]:
    row, theme, height = line.row, canvas.theme, canvas.bar
    begin, end = _span(line, canvas)
    top = line.middle - height / 2 - (1.5 if canvas.baseline else 0)
    done = (end - begin) * row.percent / DONE
    critical = row.critical and not row.summary
    if row.task.inactive:
        yield element(
            "rect",
            x=begin,
            y=top,
            width=end - begin,
            height=height,
            fill="none",
            stroke=theme.rest,
            stroke_dasharray="3 2",
        )
        return
    yield element(
        "rect",
        x=begin,
        y=top,
        width=end - begin,
        height=height,
        rx=2,
        fill=HATCH if critical else theme.series[3],
        stroke=theme.accent if critical else None,
        stroke_width=1.2 if critical else None,
    )
    if done > 0:
        yield element("rect", x=begin, y=top, width=done, height=height, rx=2, fill=theme.series[0])
    yield from _critical_inside(line, canvas, top + height)
    yield _label(row.resources, begin, end, line, canvas)


def _critical_inside(line: Line, canvas: Canvas, foot: float) -> Iterator[str]:
    """Under a summary whose rows are left out: where there is critical work in it."""
    spans = sorted(
        (canvas.scale.x(row.dates.start), canvas.scale.x(row.dates.finish))
        for row in line.hidden
        if row.critical and not row.summary and row.dates.start is not None and row.dates.finish is not None
    )
    merged: list[list[float]] = []
    for begin, end in spans:
        if merged and begin <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([begin, end])
    for begin, end in merged:
        yield element("rect", x=begin, y=foot - 4, width=max(end - begin, _LEAST), height=4, fill=canvas.theme.accent)


def _bracket(line: Line, canvas: Canvas) -> Iterator[str]:
    begin, end = _span(line, canvas)
    top, tip = line.middle - 5, min(5.0, (end - begin) / 2)
    corners = (
        (begin, top),
        (end, top),
        (end, top + 10),
        (end - tip, top + 5),
        (begin + tip, top + 5),
        (begin, top + 10),
    )
    yield element("polygon", points=points(*corners), fill=canvas.theme.ink)


def _milestone(line: Line, canvas: Canvas) -> Iterator[str]:
    row, theme = line.row, canvas.theme
    at = canvas.scale.x(row.dates.finish or 0)
    fill = theme.series[0] if row.reached else theme.accent if row.critical else theme.page
    edge = theme.accent if row.critical else theme.series[0]
    radius = canvas.radius
    if row.critical:
        yield diamond(at, line.middle, radius + 3, "none", theme.accent)
    yield diamond(at, line.middle, radius, fill, edge)
    text = short_moment(row.dates.finish or 0, canvas.scale)
    reach = radius + (3 if row.critical else 0)
    yield _label(text, at - reach, at + reach, line, canvas)


def short_moment(instant: int, scale: TimeScale) -> str:
    """When, as exactly as the scale shows it: with the time of day, the day alone, or with its year."""
    text = day(instant).lstrip("0")
    if scale.shows_hours:
        return f"{text[:-5]} {to_datetime(instant):%H:%M}"
    return text if scale.shows_years else text[:-5]


def diamond(x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    """A square on its tip."""
    corners = points((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return element("polygon", points=corners, fill=fill, stroke=stroke, stroke_width=1.6)


def _baseline(line: Line, canvas: Canvas) -> str:
    dates = line.row.baseline
    if dates is None or dates.finish is None:
        return ""
    begun = dates.start if dates.start is not None else dates.finish
    if dates.finish < canvas.scale.first or begun > canvas.scale.last:
        return ""
    theme, end = canvas.theme, canvas.scale.x(dates.finish)
    if line.row.milestone:
        return diamond(end, line.middle, canvas.radius - 2, "none", theme.bar)
    begin = canvas.scale.x(begun)
    top = line.middle + canvas.bar / 2
    return element("rect", x=begin, y=top, width=max(end - begin, _LEAST), height=3.5, fill=theme.bar, opacity=0.75)


def _deadline(line: Line, canvas: Canvas) -> str:
    row = line.row
    if row.task.deadline is None or row.task.inactive or not canvas.scale.holds(row.task.deadline):
        return ""
    missed = row.dates.finish is not None and row.dates.finish > row.task.deadline
    return deadline_mark(canvas.scale.x(row.task.deadline), line.middle, canvas.theme, missed)


def deadline_mark(x: float, middle: float, theme: Theme, missed: bool) -> str:
    """An arrow head that points down; filled when the deadline is missed."""
    corners = points((x - 5, middle - 6), (x + 5, middle - 6), (x, middle + 3))
    colour = theme.accent if missed else theme.good
    return element("polygon", points=corners, fill=colour if missed else theme.page, stroke=colour, stroke_width=1.5)


def dashed(x: float, between: tuple[float, float], theme: Theme) -> str:
    """The line of the data date."""
    top, foot = between
    return element(
        "line", x1=x, y1=top, x2=x, y2=foot, stroke=theme.series[4], stroke_width=1.6, stroke_dasharray="5 3"
    )


def _label(text: str, begin: float, end: float, line: Line, canvas: Canvas) -> str:
    """A few words beside the bar: to its right, else to its left, else none: behind a deadline or the mark of the
    baseline they would seem to belong to that."""
    size = MEASURES.small
    shown = fitted(text, _MOST_LABEL, size)
    wide, down = width_of(shown, size) + 2, line.middle + size * 0.34
    scale, taken = canvas.scale, _single_marks(line, canvas)
    for left, anchor in ((end + _GAP, "start"), (begin - _GAP - wide, "end")):
        inside = scale.left <= left and left + wide <= scale.right
        if inside and not any(left - 7 < x < left + wide + 7 for x in taken):
            return _beside(shown, (left if anchor == "start" else left + wide, down), anchor, canvas.theme)
    return ""


def _single_marks(line: Line, canvas: Canvas) -> list[float]:
    """Where the row has a deadline or the diamond of a baseline."""
    row = line.row
    promised = row.baseline.finish if row.baseline is not None and row.milestone else None
    return [canvas.scale.x(instant) for instant in (row.task.deadline, promised) if instant is not None]


def _beside(text: str, at: tuple[float, float], anchor: str, theme: Theme) -> str:
    """Words with a rim in the colour of the page, so that lines behind them do not cut them."""
    return words(
        text,
        at,
        font_size=MEASURES.small,
        fill=theme.quiet,
        text_anchor=anchor,
        stroke=theme.page,
        stroke_width=3,
        stroke_linejoin="round",
        paint_order="stroke",
    )
