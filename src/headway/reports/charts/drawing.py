"""The parts that charts are put together from: frame, grid, labels and legend in the quiet style of the house.

Every text of a chart stands in its data, worded already; no expression is built from one.  All positions are numbers
on scales that end exactly where told: nothing is rounded up, sorted or left out by the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from headway.reports.charts.theme import FONT
from headway.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.reports.charts.theme import Theme
    from headway.reports.charts.values import Tick

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Only a name in the specification: nothing is fetched."""

Mark = dict[str, Any]
"""One layer of a specification."""

Domain = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is drawn: colours, width of the whole picture and size of its print in points, and who reads it."""

    theme: Theme
    width: float
    text: float = 9
    locale: str = "en"
    """For the numbers of an axis."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot and the room around it, in points."""

    look: Look
    height: float
    """Of the plot, without the room above and below."""
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def plot(self) -> float:
        """Width of the plot."""
        return self.look.width - self.left - self.right


def drawing(frame: Frame, layers: list[Mark]) -> dict[str, Any]:
    """The whole specification.

    The room around the plot is fixed, so that charts above each other line up to the point and a long name is cut off,
    never pushed out of the picture.
    """
    text, theme = frame.look.text, frame.look.theme
    return {
        "$schema": SCHEMA,
        "width": frame.plot,
        "height": frame.height,
        "padding": {"left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom},
        "autosize": {"type": "none"},
        "background": None,
        "layer": layers,
        "config": {
            "font": FONT,
            # The picture as a whole has a name; its parts would be read as noise.
            "aria": False,
            "view": {"stroke": None},
            "text": {"fontSize": text, "color": theme.ink},
            "legend": {"title": None, "labelFontSize": text, "labelColor": theme.ink, "symbolSize": text * 7},
        },
    }


def rows(values: list[dict[str, Any]]) -> dict[str, Any]:
    """Inline data with every text made fit to print."""
    return {
        "values": [
            {field: printable(value) if isinstance(value, str) else value for field, value in row.items()}
            for row in values
        ]
    }


def quantity(field: str, domain: Domain) -> dict[str, Any]:
    """A position along a plain scale; nothing else is drawn for it."""
    scale = {"domain": list(domain), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def down(field: str, count: int) -> dict[str, Any]:
    """A position in a list of ``count`` rows, the first at the top; row 0 reaches from 0 to 1."""
    place = quantity(field, (0, max(count, 1)))
    return {**place, "scale": {**place["scale"], "reverse": True}}


def literal(field: str) -> dict[str, Any]:
    """A colour that stands in the data as it is to be drawn."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def minutes(at: datetime) -> float:
    """A time as a number: minutes since 1970."""
    return (at - datetime(1970, 1, 1)) / timedelta(minutes=1)  # noqa: DTZ001 a plan's clock has no zone


def time_domain(first: datetime, last: datetime) -> Domain:
    """An axis of time, an hour wide at least."""
    begin, end = minutes(first), minutes(last)
    return (begin, end) if end - begin >= 60 else (begin - 30, begin + 30)


def time_grid(ticks: Iterable[Tick], domain: Domain, frame: Frame) -> list[Mark]:
    """Lines from top to bottom, each with its label above the plot at the right of it."""
    theme = frame.look.theme
    marks = [(minutes(tick.at), tick.label) for tick in ticks]
    scale = frame.plot / (domain[1] - domain[0])
    inside = [(at, label) for at, label in marks if domain[0] <= at <= domain[1]]
    labels = apart(inside, scale, domain, frame)
    place = quantity("at", domain)
    return [
        {
            "data": rows([{"at": at} for at, _ in inside]),
            "mark": {"type": "rule", "stroke": theme.rule, "strokeWidth": 0.6},
            "encoding": {"x": place, "y": {"value": 0}, "y2": {"value": frame.height}},
        },
        {
            "data": rows([{"at": at, "label": label} for at, label in labels]),
            "mark": {"type": "text", "align": "left", "baseline": "bottom", "color": theme.quiet},
            "encoding": {"x": place, "y": {"value": -3}, "text": {"field": "label"}},
        },
    ]


def apart(marks: list[tuple[float, str]], scale: float, domain: Domain, frame: Frame) -> Iterator[tuple[float, str]]:
    """Where each label begins: at its line, or before it where it would be cut off at the right edge; one that would
    touch the label before it is left out."""
    free, edge = float("-inf"), domain[1] * scale + frame.right
    for at, label in marks:
        wide = width_of(label, frame.look)
        begin = min(at * scale, edge - wide)
        if label and begin >= free:
            free = begin + wide + frame.look.text * 0.4
            yield begin / scale, label


def now_line(at: datetime, label: str, domain: Domain, frame: Frame) -> list[Mark]:
    """The date the document looks from: a dashed line with its word below the plot, turned inwards near an end."""
    return upright_line(minutes(at), label, domain, frame)


def upright_line(at: float, label: str, domain: Domain, frame: Frame) -> list[Mark]:
    """A dashed line across the plot at a place of its axis, with a word below; nothing outside the plot."""
    if not domain[0] <= at <= domain[1]:
        return []
    data = rows([{"at": at, "label": label}])
    share = (at - domain[0]) / (domain[1] - domain[0])
    align = "left" if share < 0.15 else "right" if share > 0.85 else "center"
    ink = frame.look.theme.ink
    return [
        {
            "data": data,
            "mark": {"type": "rule", "stroke": ink, "strokeWidth": 1, "strokeDash": [3, 2]},
            "encoding": {"x": quantity("at", domain), "y": {"value": 0}, "y2": {"value": frame.height}},
        },
        {
            "data": data,
            "mark": {"type": "text", "align": align, "baseline": "top", "color": ink},
            "encoding": {
                "x": quantity("at", domain),
                "y": {"value": frame.height + 3},
                "text": {"field": "label"},
            },
        },
    ]


def level_grid(marks: list[tuple[float, str]], domain: Domain, frame: Frame) -> list[Mark]:
    """Lines from left to right with their labels left of the plot."""
    theme = frame.look.theme
    data = rows([{"at": at, "label": label} for at, label in marks])
    at = quantity("at", domain)
    return [
        {
            "data": data,
            "mark": {"type": "rule", "stroke": theme.rule, "strokeWidth": 0.6},
            "encoding": {"y": at, "x": {"value": 0}, "x2": {"value": frame.plot}},
        },
        {
            "data": data,
            "mark": {"type": "text", "align": "right", "baseline": "middle", "color": theme.quiet},
            "encoding": {"y": at, "x": {"value": -5}, "text": {"field": "label"}},
        },
    ]


def width_of(label: str, look: Look) -> float:
    """About how wide a text is in the font of the charts, rather too much than too little."""
    return len(label) * look.text * 0.5


def row_names(names: Iterable[str], frame: Frame) -> Mark:
    """One name a row, flush left in the room left of the plot, cut off where that ends."""
    data = [{"row": at + 0.5, "name": name} for at, name in enumerate(names)]
    return {
        "data": rows(data),
        "mark": {"type": "text", "align": "left", "baseline": "middle", "limit": frame.left - frame.look.text},
        "encoding": {
            "y": down("row", len(data)),
            "x": {"value": -frame.left},
            "text": {"field": "name"},
        },
    }


def heading(title: str, x: float, y: float, frame: Frame) -> Mark:
    """A title over a column of names or over an axis, its foot at ``y``."""
    return {
        "data": rows([{"title": title}]),
        "mark": {"type": "text", "align": "left", "baseline": "bottom", "color": frame.look.theme.quiet},
        "encoding": {"x": {"value": x}, "y": {"value": y}, "text": {"field": "title"}},
    }


def legend_columns(look: Look) -> int:
    """How many names stand beside each other in a legend."""
    return max(int(look.width // (look.text * 13)), 1)


def legend_height(count: int, look: Look) -> float:
    """The room that a legend of so many names takes above a plot."""
    return -(-count // legend_columns(look)) * look.text * 1.45 + look.text * 0.5


def legend(frame: Frame, **more: Any) -> dict[str, Any]:
    """A legend above the plot, flush left with the picture, its names in columns and cut off where those end."""
    look = frame.look
    columns = legend_columns(look)
    return {
        "orient": "none",
        "direction": "horizontal",
        "legendX": -frame.left,
        "legendY": -frame.top,
        "columns": columns,
        "columnPadding": look.text,
        "rowPadding": look.text * 0.25,
        "labelLimit": look.width / columns - look.text * 2.6,
        "symbolType": "square",
        "padding": 0,
        "offset": 0,
        **more,
    }
