"""What the marks mean: only those that the picture shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.formats.tables.rows import DONE
from headway.reports.gantt_picture.bars import HATCH, dashed, deadline_mark, diamond
from headway.reports.gantt_picture.lettering import width_of
from headway.reports.gantt_picture.markup import element, group, points, words
from headway.reports.gantt_picture.options import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from headway.reports.charts.theme import Theme
    from headway.reports.gantt_picture.bars import Canvas, Line

_SWATCH = 26.0
_GAP = 20.0
_SIZE = MEASURES.small + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark, its word, and where they stand."""

    label: str
    swatch: str
    x: float
    line: int


def entries(rows: Sequence[Line], canvas: Canvas, width: float, data_date: int | None) -> list[Entry]:
    """The marks that the rows use, in lines of some width."""
    placed: list[Entry] = []
    x, line = 0.0, 0
    for label, swatch in _entries(rows, canvas, data_date):
        length = _SWATCH + 6 + width_of(label, _SIZE)
        if x > 0 and x + length > width:
            x, line = 0.0, line + 1
        placed.append(Entry(label, swatch, x, line))
        x += length + _GAP
    return placed


def draw(placed: Sequence[Entry], theme: Theme, left: float, top: float) -> str:
    """The legend, its first line at ``top``."""
    parts = []
    for entry in placed:
        x, down = left + entry.x, top + entry.line * MEASURES.legend
        parts.append(element("g", entry.swatch, transform=f"translate({x:.1f} {down - 4:.1f})"))
        parts.append(words(entry.label, (x + _SWATCH + 6, down), font_size=_SIZE, fill=theme.quiet))
    return group(parts)


def _entries(lines: Sequence[Line], canvas: Canvas, data_date: int | None) -> Iterator[tuple[str, str]]:
    yield from _of_bars(lines, canvas)
    yield from _of_milestones(lines, canvas)
    theme, rows = canvas.theme, [line.row for line in lines]
    if canvas.baseline:
        yield "baseline", element("rect", x=0, y=-2, width=_SWATCH, height=3.5, fill=theme.bar, opacity=0.75)
    if any(row.task.deadline is not None and not row.task.inactive for row in rows):
        yield "deadline", deadline_mark(13, 1, theme, missed=False)
    if any(row.task.inactive for row in rows):
        yield "inactive", _box("none", theme.rest)
    if data_date is not None and lines:
        yield "data date", dashed(13, (-8, 8), theme)


def _of_bars(lines: Sequence[Line], canvas: Canvas) -> Iterator[tuple[str, str]]:
    theme = canvas.theme
    bars = [line.row for line in lines if not line.row.milestone and (line.hidden or not line.row.summary)]
    if any(row.percent for row in bars):
        yield "done", _box(theme.series[0])
    if any(row.percent < DONE and (row.summary or not row.critical) for row in bars):
        yield "to do", _box(theme.series[3])
    if any(row.critical and not row.summary for row in bars):
        yield "critical", _box(HATCH, theme.accent)
    if any(below.critical and not below.summary for line in lines for below in line.hidden):
        inside = element("rect", x=6, y=1.5, width=16, height=4, fill=theme.accent)
        yield "critical work inside", _box(theme.series[3]) + inside
    if any(line.row.summary and not line.hidden for line in lines):
        corners = points((0, -4), (_SWATCH, -4), (_SWATCH, 5), (_SWATCH - 5, 1), (5, 1), (0, 5))
        yield "summary", element("polygon", points=corners, fill=theme.ink)


def _of_milestones(lines: Sequence[Line], canvas: Canvas) -> Iterator[tuple[str, str]]:
    theme = canvas.theme
    critical = {line.row.critical for line in lines if line.row.milestone}
    if False in critical:
        yield "milestone", diamond(13, 0, 6, theme.page, theme.series[0])
    if True in critical:
        ring, core = diamond(13, 0, 8, "none", theme.accent), diamond(13, 0, 5, theme.accent, theme.accent)
        yield "critical milestone", ring + core


def _box(fill: str, stroke: str | None = None) -> str:
    return element("rect", x=0, y=-5.5, width=_SWATCH, height=11, rx=2, fill=fill, stroke=stroke)
