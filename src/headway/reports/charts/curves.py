"""How much is to be finished by when: promised, planned now, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from headway.reports.charts.drawing import (
    Frame,
    drawing,
    legend,
    legend_height,
    level_grid,
    minutes,
    now_line,
    quantity,
    rows,
    time_domain,
    time_grid,
)
from headway.reports.printable import printable

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Look
    from headway.reports.charts.values import CurvesData


def draw(data: CurvesData, look: Look) -> dict[str, Any]:
    """Lines that differ in colour, thickness and dashes."""
    across, up = time_domain(data.first, data.last), (0.0, 1.0)
    frame = Frame(
        look,
        height=look.width * 0.32,
        left=look.text * 3.8,
        right=look.text,
        top=legend_height(len(data.curves), look) + look.text * 1.8,
        bottom=look.text * 1.6,
    )
    theme = look.theme
    looks = {"baseline": (theme.bar, [4, 3]), "plan": (theme.series[0], [1, 0]), "actual": (theme.accent, [6, 1])}
    labels = [printable(curve.label) for curve in data.curves]
    keys = legend(frame, symbolType="stroke", symbolStrokeWidth=2)
    values = [
        {"label": curve.label, "at": minutes(point.at), "share": point.share, "order": order}
        for curve in data.curves
        for order, point in enumerate(curve.points)
    ]
    named = {"field": "label", "type": "nominal", "legend": keys}
    colours = [looks[curve.kind][0] for curve in data.curves]
    dashes = [looks[curve.kind][1] for curve in data.curves]
    lines = {
        "data": rows(values),
        "mark": {"type": "line", "strokeWidth": 1.8},
        "encoding": {
            "x": quantity("at", across),
            "y": quantity("share", up),
            "order": {"field": "order"},
            "color": {**named, "scale": {"domain": labels, "range": colours}},
            # The same field with the same legend: without it here, the colours would lose theirs.
            "strokeDash": {**named, "scale": {"domain": labels, "range": dashes}},
        },
    }
    quarters = [(at / 4, label) for at, label in enumerate(data.quarters)]
    layers = [
        *level_grid(quarters, up, frame),
        *time_grid(data.ticks, across, frame),
        *now_line(data.now, data.now_label, across, frame),
        lines,
    ]
    return drawing(frame, layers)
