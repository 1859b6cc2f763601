"""Work a month, stacked by resource."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal

from headway.reports.charts.drawing import (
    Frame,
    drawing,
    heading,
    legend,
    legend_height,
    level_grid,
    quantity,
    rows,
    upright_line,
)
from headway.reports.printable import printable

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Domain, Look, Mark
    from headway.reports.charts.values import LoadData, Month


def draw(data: LoadData, look: Look) -> dict[str, Any]:
    """Stacked bars over the months, and a line between those that are over and those to come."""
    totals = [sum(series.hours[at] for series in data.series) for at in range(len(data.months))]
    steps = round_steps(max(totals, default=0))
    marks = [(step, format_decimal(step, locale=look.locale.replace("-", "_"))) for step in steps]
    frame = Frame(
        look,
        height=look.width * 0.3,
        left=look.text * (1.0 + 0.5 * max(len(label) for _, label in marks)),
        right=1,
        top=legend_height(len(data.series), look) + look.text * 1.6,
        bottom=look.text * (3 if _past(data) else 1.7),
    )
    up, across = (0.0, float(steps[-1])), (0.0, float(max(len(data.months), 1)))
    layers = [
        *level_grid(marks, up, frame),
        heading(data.hours_title, -frame.left, -look.text * 0.7, frame),
        _bars(data, up, across, frame),
        _months(data.months, across, frame),
        *_now(data, across, frame),
    ]
    return drawing(frame, layers)


def round_steps(highest: float, most: int = 5) -> tuple[float, ...]:
    """Round numbers from 0 to just above ``highest``, at most ``most`` steps.

    >>> round_steps(87), round_steps(0.7), round_steps(0)
    ((0, 20, 40, 60, 80, 100), (0.0, 0.2, 0.4, 0.6, 0.8), (0, 1))
    """
    if highest <= 0:
        return (0, 1)
    power = 10 ** floor(log10(highest / most))
    step = next(each * power for each in (1, 2, 5, 10, 20) if highest / (each * power) <= most)
    return tuple(round(at * step, 9) for at in range(ceil(highest / step) + 1))


def _bars(data: LoadData, up: Domain, across: Domain, frame: Frame) -> Mark:
    """Months that are over are pale: what is done is done."""
    theme = frame.look.theme
    names = _apart([printable(series.name) for series in data.series])
    # More series than colours: the last is that of all others.
    colours = [theme.series[at] if at < len(theme.series) else theme.rest for at in range(len(names))]
    stack = [0.0] * len(data.months)
    values = []
    for name, series in zip(names, data.series, strict=True):
        for at, hours in enumerate(series.hours):
            if hours > 0:
                foot, stack[at] = stack[at], stack[at] + hours
                place = {"left": at + 0.12, "right": at + 0.88, "foot": foot, "top": stack[at]}
                values.append({**place, "label": name, "shade": 0.45 if data.months[at].past else 1})
    return {
        "data": rows(values),
        "mark": {"type": "rect", "stroke": theme.page, "strokeWidth": 0.5},
        "encoding": {
            "x": quantity("left", across),
            "x2": {"field": "right"},
            "y": quantity("foot", up),
            "y2": {"field": "top"},
            "opacity": {"field": "shade", "type": "quantitative", "scale": None, "legend": None},
            "color": {
                "field": "label",
                "type": "nominal",
                "scale": {"domain": names, "range": colours},
                "legend": legend(frame, symbolOpacity=1, symbolStrokeWidth=0),
            },
        },
    }


def _apart(names: list[str]) -> list[str]:
    """Names that differ: two resources may be called the same, and the legend tells them apart by name."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _months(months: tuple[Month, ...], across: Domain, frame: Frame) -> Mark:
    """Names under the bars, as many as fit."""
    widest = max((len(month.label) for month in months), default=0)
    room = max(int(frame.plot // (frame.look.text * (0.5 * widest + 1))), 1)
    every = -(-len(months) // room) or 1
    # Half a label, in months: the first and the last must not run over the ends of the axis.
    half = min(frame.look.text * 0.24 * widest / frame.plot, 0.5) * len(months)
    values = [
        {"at": min(max(at + 0.5, half), len(months) - half), "label": month.label}
        for at, month in enumerate(months)
        if at % every == 0
    ]
    return {
        "data": rows(values),
        "mark": {"type": "text", "align": "center", "baseline": "top", "color": frame.look.theme.quiet},
        "encoding": {
            "x": quantity("at", across),
            "y": {"value": frame.height + 3},
            "text": {"field": "label"},
        },
    }


def _now(data: LoadData, across: Domain, frame: Frame) -> list[Mark]:
    """Between the months that are over and those to come, where there are both."""
    past = _past(data)
    if not past:
        return []
    line, word = upright_line(float(past), data.now_label, across, frame)
    word["encoding"]["y"] = {"value": frame.height + 3 + frame.look.text * 1.3}
    return [line, word]


def _past(data: LoadData) -> int:
    """How many months are over; 0 where all are, since then there is no line between them and others."""
    past = sum(month.past for month in data.months)
    return past if past < len(data.months) else 0
