"""The drawing put together: head, legend, time scale, rows and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from headway._version import VERSION
from headway.core.time import TENTHS_PER_DAY
from headway.formats.tables.rows import DONE
from headway.formats.tables.working_days import working_days
from headway.reports.charts.theme import DARK, LIGHT, Theme
from headway.reports.gantt_picture.bars import Canvas, Line, dashed, marks, short_moment
from headway.reports.gantt_picture.legend import Entry, draw, entries
from headway.reports.gantt_picture.lettering import FAMILY, fitted, width_of
from headway.reports.gantt_picture.markup import element, group, said, words
from headway.reports.gantt_picture.options import MEASURES, NARROWEST, WIDEST, PictureOptions
from headway.reports.gantt_picture.scale import Stretch, TimeScale, lines, scale_over
from headway.reports.gantt_picture.selection import Selection, select
from headway.reports.wording import count, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from headway.formats.tables.origin import Origin
    from headway.formats.tables.rows import Tables, TaskRow

_M = MEASURES
_HEAD = 72
"""Height of title and subtitle."""
_FOOT = 34
_LEAST_NAMES, _MOST_NAMES = 150.0, 0.32
_SHADED = 4.0
"""Pixels of a day from which free days are shaded."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Everything that the parts of the drawing share."""

    tables: Tables
    chosen: Selection
    lines: tuple[Line, ...]
    canvas: Canvas
    names: float
    """Width of the column of names."""
    width: float
    top: float
    """Where the first row begins."""
    legend: Sequence[Entry]

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    @property
    def scale(self) -> TimeScale:
        return self.canvas.scale

    @property
    def foot(self) -> float:
        return self.top + len(self.lines) * self.canvas.row

    @property
    def height(self) -> float:
        return self.foot + _FOOT + _M.margin


def draw_svg(tables: Tables, origin: Origin, options: PictureOptions | None = None) -> str:
    """The drawing as SVG text: named, described, without scripts and styles, every text of the plan escaped."""
    asked = options or PictureOptions()
    frame = _frame(tables, select(tables, asked), asked)
    name, about = said(tables.plan.project.name) or "Plan", said(_description(frame, origin))
    parts = [
        element("title", name, id="name"),
        element("desc", about, id="about"),
        _patterns(frame.theme),
        element("rect", width=frame.width, height=frame.height, fill=frame.theme.page),
        group(_drawing(frame, origin), font_family=FAMILY, font_size=_M.font, fill=frame.theme.ink),
    ]
    inner = "\n" + "\n".join(parts) + "\n"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{frame.width:.0f}" height="{frame.height:.0f}" '
        f'viewBox="0 0 {frame.width:.0f} {frame.height:.0f}" role="img" aria-labelledby="name about">{inner}</svg>\n'
    )


def _frame(tables: Tables, chosen: Selection, asked: PictureOptions) -> _Frame:
    width = float(min(max(asked.width, NARROWEST), WIDEST))
    needed = max((width_of(_name(row), _M.font, row.summary) + _indent(row) for row in chosen.rows), default=0.0)
    names = min(max(needed + 10, _LEAST_NAMES), width * _MOST_NAMES)
    left = _M.margin + names + 2 * _M.date_column + 12
    data_date = tables.plan.project.data_date
    first, last = _extent(chosen.rows, data_date)
    scale = scale_over(first, last, left, width - left - _M.margin)
    theme = DARK if asked.dark else LIGHT
    row = _M.row if len(chosen.rows) <= _M.many else _M.close_row
    canvas = Canvas(scale, theme, any(each.baseline is not None for each in chosen.rows), row)
    hidden = _hidden(tables, chosen)
    loose = [Line(each, 0, hidden.get(each.task.id, ())) for each in chosen.rows]
    placed = entries(loose, canvas, width - 2 * _M.margin, data_date)
    top = _M.margin + _HEAD + _M.scale + _M.legend * (1 + max((entry.line for entry in placed), default=0))
    drawn = tuple(replace(line, middle=top + (number + 0.5) * row) for number, line in enumerate(loose))
    return _Frame(tables, chosen, drawn, canvas, names, width, top, placed)


def _extent(rows: Sequence[TaskRow], data_date: int | None) -> tuple[int, int]:
    """From the first to the last date shown.  Promises, deadlines and the data date count unless they lie further away
    than the plan is long: one odd date must not press all others together."""
    planned = [instant for row in rows for instant in (row.dates.start, row.dates.finish) if instant is not None]
    if not planned:
        return 0, 30 * TENTHS_PER_DAY
    first, last = min(planned), max(planned)
    reach = max(last - first, 30 * TENTHS_PER_DAY)
    others = [data_date, *(instant for row in rows for instant in _promises(row))]
    near = [each for each in others if each is not None and first - reach <= each <= last + reach]
    return min([first, *near]), max([last, *near])


def _promises(row: TaskRow) -> tuple[int | None, ...]:
    promised = (row.baseline.start, row.baseline.finish) if row.baseline is not None else ()
    return (row.task.deadline, *promised)


def _hidden(tables: Tables, chosen: Selection) -> dict[int, Sequence[TaskRow]]:
    """Rows left out, by the last row above them that is shown; only where none of the row's children are."""
    shown = {row.task.id for row in chosen.rows}
    by_id, outline = tables.by_id, tables.outline
    return {
        task_id: [by_id[below] for below in outline.descendants(task_id)]
        for task_id in shown
        if task_id in outline.children and not shown.intersection(outline.children[task_id])
    }


def _name(row: TaskRow) -> str:
    return row.task.name or "(no name)"


def _indent(row: TaskRow) -> float:
    return (row.level - 1) * _M.indent


def _description(frame: _Frame, origin: Origin) -> str:
    """The picture for those who hear it: extent, milestones, what is critical."""
    rows = frame.chosen.rows
    leaves = [row for row in frame.tables.tasks if not row.summary]
    critical = sum(row.critical for row in leaves)
    milestones = [row for row in rows if row.milestone]
    named = "; ".join(f"{_name(row)} on {day(row.dates.finish)}" for row in milestones[:20])
    parts = [
        f"Gantt chart. {_subtitle(frame, origin)}.",
        f"{critical:,} unfinished {'task is' if critical == 1 else 'tasks are'} critical.",
        f"Milestones: {named}." if named else "",
        frame.chosen.note,
    ]
    return " ".join(part for part in parts if part)


def _subtitle(frame: _Frame, origin: Origin) -> str:
    leaves = [row for row in frame.tables.tasks if not row.summary]
    start = min((row.dates.start for row in leaves if row.dates.start is not None), default=None)
    finish = max((row.dates.finish for row in leaves if row.dates.finish is not None), default=None)
    data_date = frame.tables.plan.project.data_date
    parts = [
        f"{day(start)} to {day(finish)}",
        count(len(leaves), "task"),
        f"data date {day(data_date)}" if data_date is not None else "",
        "dates computed" if origin.computed else f"dates as saved in {origin.file}",
    ]
    return " · ".join(part for part in parts if part)


def _patterns(theme: Theme) -> str:
    """The hatching that tells critical work apart without colour."""
    line = element("line", x1=0, y1=0, x2=0, y2=5, stroke=theme.accent, stroke_width=2.4)
    ground = element("rect", width=5, height=5, fill=theme.accent_soft)
    pattern = element(
        "pattern",
        ground + line,
        id="critical",
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def _drawing(frame: _Frame, origin: Origin) -> Iterator[str]:
    room = frame.width - 2 * _M.margin
    title = fitted(frame.tables.plan.project.name or "Plan", room, _M.title, bold=True)
    yield words(title, (_M.margin, _M.margin + _M.title * 0.8), font_size=_M.title, font_weight="600")
    subtitle = fitted(_subtitle(frame, origin), room, _M.font)
    yield words(subtitle, (_M.margin, _M.margin + _M.title + 16), fill=frame.theme.quiet)
    yield draw(frame.legend, frame.theme, _M.margin, _M.margin + _M.title + 40)
    yield _shading(frame)
    yield _bands(frame)
    yield _time_lines(frame)
    yield _data_date(frame)
    for line in frame.lines:
        yield _row(line, frame)
    yield _foot(frame)


def _shading(frame: _Frame) -> str:
    """Days on which nobody works, where a day is wide enough to be seen."""
    scale = frame.scale
    if scale.day < _SHADED:
        return ""
    known = range(scale.first // TENTHS_PER_DAY, scale.last // TENTHS_PER_DAY + 1)
    worked = working_days(frame.tables.plan, known.start, known.stop).worked
    rects: list[str] = []
    begun: int | None = None
    for number in (*known, known.stop):
        free = number in known and number not in worked
        if free and begun is None:
            begun = number
        elif not free and begun is not None:
            left, right = scale.x(begun * TENTHS_PER_DAY), scale.x(number * TENTHS_PER_DAY)
            rects.append(element("rect", x=left, y=frame.top, width=right - left, height=frame.foot - frame.top))
            begun = None
    return group(rects, fill=frame.theme.rule, opacity=0.38)


def _bands(frame: _Frame) -> str:
    """A band behind the rows of the top level that have others below them, and a hair line under each row."""
    left, right = _M.margin, frame.width - _M.margin
    parts = []
    for line in frame.lines:
        foot = line.middle + frame.canvas.row / 2
        if line.row.summary and line.row.level == 1 and not line.hidden:
            top = foot - frame.canvas.row
            parts.append(
                element(
                    "rect",
                    x=left,
                    y=top,
                    width=right - left,
                    height=frame.canvas.row,
                    fill=frame.theme.rule,
                    opacity=0.45,
                )
            )
        parts.append(element("line", x1=left, y1=foot, x2=right, y2=foot, stroke=frame.theme.rule, stroke_width=0.6))
    return group(parts)


def _time_lines(frame: _Frame) -> str:
    """The two lines of the scale, with a line down the chart at each step of the upper one."""
    upper, lower = lines(frame.scale)
    top, middle, rule = frame.top - _M.scale, frame.top - _M.scale / 2, frame.theme.rule
    parts = [
        element("line", x1=_M.margin, y1=frame.top, x2=frame.width - _M.margin, y2=frame.top, stroke=frame.theme.bar)
    ]
    for stretch in upper:
        parts.append(element("line", x1=stretch.begin, y1=top, x2=stretch.begin, y2=frame.foot, stroke=rule))
        parts.append(_stretch_label(stretch, frame, (top + _M.scale * 0.34, _M.font), at_begin=True))
    for stretch in lower:
        parts.append(element("line", x1=stretch.begin, y1=middle, x2=stretch.begin, y2=frame.top, stroke=rule))
        parts.append(_stretch_label(stretch, frame, (frame.top - _M.scale * 0.14, _M.small), at_begin=False))
    dates = _M.margin + frame.names
    heads = (("Task", _M.margin), ("Start", dates + 8), ("Finish", dates + _M.date_column + 8))
    parts += [
        words(text, (x, frame.top - _M.scale * 0.16), font_weight="600", font_size=_M.small + 1, fill=frame.theme.quiet)
        for text, x in heads
    ]
    return group(parts)


def _stretch_label(stretch: Stretch, frame: _Frame, place: tuple[float, float], at_begin: bool) -> str:
    """The label of a stretch, short where there is little room, none where there is none."""
    down, size = place
    room, label = stretch.end - stretch.begin - 5, stretch.label
    at_edge = stretch.begin <= frame.scale.left or stretch.end >= frame.scale.right
    short = () if label.isdigit() or at_begin else (label[:1],) if not at_edge else ()
    text = next((each for each in (label, *short) if width_of(each, size) <= room), "")
    if at_begin:
        return words(text, (stretch.begin + 5, down), font_size=size, font_weight="600", fill=frame.theme.ink)
    middle = (stretch.begin + stretch.end) / 2
    return words(text, (middle, down), font_size=size, fill=frame.theme.quiet, text_anchor="middle")


def _row(line: Line, frame: _Frame) -> str:
    """A row: name, dates and marks, under a title that a pointer shows."""
    row, theme = line.row, frame.theme
    down, indent = line.middle + _M.font * 0.34, _indent(row)
    indent = min(indent, frame.names / 2)
    ink = theme.quiet if row.task.inactive else theme.ink
    weight = "600" if row.summary else None
    name = fitted(_name(row), frame.names - indent - 6, _M.font, row.summary)
    dates = _M.margin + frame.names
    return group(
        [
            element("title", said(_row_title(row))),
            words(name, (_M.margin + indent, down), font_weight=weight, fill=ink),
            words(_when(row.dates.start, frame), (dates + 8, down), font_size=_M.small + 1, fill=theme.quiet),
            words(
                _when(last_moment(row), frame),
                (dates + _M.date_column + 8, down),
                font_size=_M.small + 1,
                fill=theme.quiet,
            ),
            marks(line, frame.canvas),
        ]
    )


def _when(instant: int | None, frame: _Frame) -> str:
    """A date of the table, with its time where the scale shows hours."""
    if instant is None or not frame.scale.shows_hours:
        return day(instant)
    return short_moment(instant, frame.scale)


def last_moment(row: TaskRow) -> int | None:
    """The finish, or the last moment of the day before where it is midnight."""
    start, finish = row.dates.start, row.dates.finish
    if start is None or finish is None or finish == start or finish % TENTHS_PER_DAY:
        return finish
    return finish - 1


def _row_title(row: TaskRow) -> str:
    parts = [f"{_name(row)}: {day(row.dates.start)} to {day(last_moment(row))}"]
    if row.percent:
        parts.append("done" if row.percent == DONE else f"{row.percent / 100:.0f} % done")
    if row.critical and not row.summary:
        parts.append("critical")
    if row.baseline is not None and row.baseline.finish is not None:
        parts.append(f"baseline finish {day(row.baseline.finish)}")
    if row.task.deadline is not None:
        parts.append(f"deadline {day(row.task.deadline)}")
    return ", ".join(parts)


def _data_date(frame: _Frame) -> str:
    instant = frame.tables.plan.project.data_date
    if instant is None or not frame.lines or not frame.scale.holds(instant):
        return ""
    return dashed(frame.scale.x(instant), (frame.top - 4, frame.foot), frame.theme)


def _foot(frame: _Frame) -> str:
    down = frame.foot + 24
    made = f"Headway {VERSION}"
    room = frame.width - 2 * _M.margin - width_of(made, _M.small) - 20
    note = frame.chosen.note or ("" if frame.lines else "The plan holds no tasks with dates.")
    return group(
        [
            words(fitted(note, room, _M.small + 1), (_M.margin, down), font_size=_M.small + 1, font_weight="600"),
            words(made, (frame.width - _M.margin, down), font_size=_M.small, fill=frame.theme.quiet, text_anchor="end"),
        ]
    )
