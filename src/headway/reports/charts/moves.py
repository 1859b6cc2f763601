"""Where each milestone was promised, where it stood last time and where it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from headway.reports.charts.drawing import (
    Frame,
    down,
    drawing,
    legend,
    legend_height,
    literal,
    minutes,
    now_line,
    quantity,
    row_names,
    rows,
    time_domain,
    time_grid,
)
from headway.reports.printable import printable

if TYPE_CHECKING:
    from datetime import datetime

    from headway.reports.charts.drawing import Domain, Look, Mark
    from headway.reports.charts.values import Move, MovesData

_SHAPES = ("circle", "square", "diamond")


def draw(data: MovesData, look: Look) -> dict[str, Any]:
    """One row a milestone: a hollow circle, a hollow square and a full diamond, joined by a line."""
    text = look.text
    across = time_domain(data.first, data.last)
    frame = Frame(
        look,
        height=max(len(data.moves), 1) * text * 1.85,
        left=look.width * 0.36,
        right=text * (1 + 0.5 * max((len(move.note) for move in data.moves), default=0)),
        top=legend_height(3, look) + text * 1.6,
        bottom=text * 1.6,
    )
    layers = [
        *time_grid(data.ticks, across, frame),
        row_names((move.label for move in data.moves), frame),
        *now_line(data.now, data.now_label, across, frame),
        _lines(data, across, look),
        _signs(data, across, frame),
        _notes(data, frame),
    ]
    return drawing(frame, layers)


def _dates(move: Move) -> tuple[datetime | None, datetime | None, datetime]:
    """Promised, last and now; drawn in this order, now above the others."""
    return move.baseline, move.last, move.now


def _lines(data: MovesData, across: Domain, look: Look) -> Mark:
    """From the earliest to the latest of a milestone's dates."""
    values = []
    for at, move in enumerate(data.moves):
        known = [minutes(date) for date in _dates(move) if date is not None]
        colour = look.theme.bad if move.late else look.theme.good
        values.append({"from": min(known), "to": max(known), "row": at + 0.5, "colour": colour})
    return {
        "data": rows(values),
        "mark": {"type": "rule", "strokeWidth": 1.6},
        "encoding": {
            "x": quantity("from", across),
            "x2": {"field": "to"},
            "y": down("row", len(data.moves)),
            "color": literal("colour"),
        },
    }


def _signs(data: MovesData, across: Domain, frame: Frame) -> Mark:
    """The three dates of each, and the legend that says which sign is which."""
    theme = frame.look.theme
    values = []
    labels = tuple(printable(label) for label in data.labels)
    for nth, label in enumerate(labels):
        for at, move in enumerate(data.moves):
            date = _dates(move)[nth]
            if date is None:
                continue
            now = theme.bad if move.late else theme.good
            colours = {"fill": now, "edge": now} if nth == 2 else {"fill": theme.page, "edge": theme.quiet}
            values.append({"at": minutes(date), "row": at + 0.5, "label": label, **colours})
    shapes = dict(zip(labels, _SHAPES, strict=True))
    used = [label for label in labels if any(value["label"] == label for value in values)]
    return {
        "data": rows(values),
        "mark": {"type": "point", "opacity": 1, "size": frame.look.text * 6, "strokeWidth": 1},
        "encoding": {
            "x": quantity("at", across),
            "y": down("row", len(data.moves)),
            "shape": {
                "field": "label",
                "type": "nominal",
                "scale": {"domain": used, "range": [shapes[label] for label in used]},
                "legend": legend(frame, symbolStrokeColor=theme.quiet, symbolFillColor=theme.page, symbolType="circle"),
            },
            "fill": literal("fill"),
            "stroke": literal("edge"),
        },
    }


def _notes(data: MovesData, frame: Frame) -> Mark:
    """How far each has moved, flush right."""
    theme = frame.look.theme
    values = [
        {"row": at + 0.5, "note": move.note, "colour": theme.bad if move.late else theme.quiet}
        for at, move in enumerate(data.moves)
    ]
    return {
        "data": rows(values),
        "mark": {"type": "text", "align": "right", "baseline": "middle"},
        "encoding": {
            "x": {"value": frame.plot + frame.right},
            "y": down("row", len(data.moves)),
            "text": {"field": "note"},
            "color": literal("colour"),
        },
    }
