"""A whole and its parts, such as the rules of a review that a plan passes, fails, or could not be held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from headway.reports.charts.drawing import Frame, drawing, legend, legend_height, quantity, rows
from headway.reports.printable import printable

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Look
    from headway.reports.charts.values import PartsData


def draw(data: PartsData, look: Look) -> dict[str, Any]:
    """One bar, its parts in order, their words above; parts differ in shade and in their edge, too."""
    theme = look.theme
    frame = Frame(look, height=look.text * 1.4, top=legend_height(len(data.parts), look), right=1, left=1, bottom=1)
    fills = {"good": theme.good, "bad": theme.bad_soft, "unknown": theme.page}
    edges = {"good": theme.good, "bad": theme.bad, "unknown": theme.quiet}
    values, begun = [], 0
    for part in data.parts:
        if part.count:
            values.append({"from": begun, "to": begun + part.count, "label": part.label})
            begun += part.count
    across = (0.0, float(begun or 1))
    labels = [printable(part.label) for part in data.parts]
    keys = legend(frame, symbolStrokeWidth=1)
    named = {"field": "label", "type": "nominal", "legend": keys}
    bar = {
        "data": rows(values),
        "mark": {"type": "rect", "strokeWidth": 0.9},
        "encoding": {
            "x": quantity("from", across),
            "x2": {"field": "to"},
            "y": {"value": 0},
            "y2": {"value": frame.height},
            "fill": {**named, "scale": {"domain": labels, "range": [fills[part.kind] for part in data.parts]}},
            "stroke": {**named, "scale": {"domain": labels, "range": [edges[part.kind] for part in data.parts]}},
        },
    }
    return drawing(frame, [bar])
