"""Tasks on a calendar: filled as far as done, the baseline as a thin line below, milestones as diamonds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from headway.reports.charts.drawing import (
    Frame,
    down,
    drawing,
    literal,
    minutes,
    now_line,
    quantity,
    row_names,
    rows,
    time_domain,
    time_grid,
)

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Domain, Look, Mark
    from headway.reports.charts.theme import Theme
    from headway.reports.charts.values import Bar, GanttData


def draw(data: GanttData, look: Look) -> dict[str, Any]:
    """The names in a third of the width, the calendar in the rest."""
    text = look.text
    across = time_domain(data.first, data.last)
    frame = Frame(
        look,
        height=max(len(data.bars), 1) * text * 1.85,
        left=look.width * 0.36,
        right=text,
        top=text * 1.6,
        bottom=text * 1.6,
    )
    layers = [
        *time_grid(data.ticks, across, frame),
        row_names((bar.label for bar in data.bars), frame),
        *now_line(data.now, data.now_label, across, frame),
        *_bars(data, across, look.theme),
        _diamonds(data, across, look),
    ]
    return drawing(frame, layers)


def _colours(bar: Bar, theme: Theme) -> tuple[str, str]:
    """Full and soft: what is not critical is grey."""
    return (theme.accent, theme.accent_soft) if bar.critical else (theme.quiet, theme.rest)


def _bars(data: GanttData, across: Domain, theme: Theme) -> list[Mark]:
    """To do, done and baseline, in this order one above the other."""
    todo, done, promised = [], [], []
    for at, bar in enumerate(data.bars):
        if bar.milestone:
            continue
        full, soft = _colours(bar, theme)
        begin, end = minutes(bar.start), minutes(bar.finish)
        place = {"from": begin, "to": end, "top": at + 0.18, "foot": at + 0.74, "edge": full}
        todo.append({**place, "fill": soft})
        if bar.done > 0:
            done.append({**place, "to": begin + (end - begin) * min(bar.done, 1), "fill": full})
        if bar.baseline_start is not None and bar.baseline_finish is not None:
            line = {"from": minutes(bar.baseline_start), "to": minutes(bar.baseline_finish)}
            promised.append({**line, "top": at + 0.83, "foot": at + 0.93, "fill": theme.bar, "edge": theme.bar})
    return [
        {
            "data": rows(values),
            "mark": {"type": "rect", "strokeWidth": thickness},
            "encoding": {
                "x": quantity("from", across),
                "x2": {"field": "to"},
                "y": down("top", len(data.bars)),
                "y2": {"field": "foot"},
                "fill": literal("fill"),
                "stroke": literal("edge"),
            },
        }
        for values, thickness in ((todo, 0.7), (done, 0.7), (promised, 0))
        if values
    ]


def _diamonds(data: GanttData, across: Domain, look: Look) -> Mark:
    """Milestones: hollow where promised, and full, or soft until reached, where they stand."""
    theme = look.theme
    values = []
    for at, bar in enumerate(data.bars):
        if not bar.milestone:
            continue
        full, soft = _colours(bar, theme)
        place = {"row": at + 0.5, "edge": full}
        if bar.baseline_finish is not None and bar.baseline_finish != bar.finish:
            values.append({**place, "at": minutes(bar.baseline_finish), "fill": theme.page, "edge": theme.bar})
        values.append({**place, "at": minutes(bar.finish), "fill": full if bar.done >= 1 else soft})
    return {
        "data": rows(values),
        "mark": {"type": "point", "shape": "diamond", "opacity": 1, "size": look.text * 9, "strokeWidth": 0.9},
        "encoding": {
            "x": quantity("at", across),
            "y": down("row", len(data.bars)),
            "fill": literal("fill"),
            "stroke": literal("edge"),
        },
    }
