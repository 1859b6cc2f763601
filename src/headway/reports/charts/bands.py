"""How many unfinished tasks have how much float: where there is room, and how much of the plan has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from headway.reports.charts.drawing import Frame, down, drawing, heading, literal, quantity, row_names, rows

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Look
    from headway.reports.charts.theme import Theme
    from headway.reports.charts.values import Band, BandsData


def colour_of(band: Band, theme: Theme) -> str:
    """What is too late is trouble; what has no float is only what to look at, as every plan has some."""
    return theme.bad if band.missed else theme.accent if band.critical else theme.bar


def draw(data: BandsData, look: Look) -> dict[str, Any]:
    """Lying bars with the number at their end: no axis to read off."""
    count = len(data.bands)
    widest = max((len(band.label) for band in data.bands), default=0)
    left = min(look.text * (1.6 + 0.47 * widest), look.width * 0.5)
    frame = Frame(look, height=max(count, 1) * look.text * 1.75, left=left, right=look.text * 3.5, top=look.text * 1.6)
    most = max((band.count for band in data.bands), default=0) or 1
    values = rows(
        [
            {
                "row": at + 0.5,
                "top": at + 0.14,
                "foot": at + 0.86,
                "none": 0,
                "count": band.count,
                "shown": band.count_label,
                "colour": colour_of(band, look.theme),
            }
            for at, band in enumerate(data.bands)
        ]
    )
    across = (0.0, float(most))
    bars = {
        "data": values,
        "mark": {"type": "rect"},
        "encoding": {
            "x": quantity("none", across),
            "x2": {"field": "count"},
            "y": down("top", count),
            "y2": {"field": "foot"},
            "color": literal("colour"),
        },
    }
    counts = {
        "data": values,
        "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 4},
        "encoding": {"x": quantity("count", across), "y": down("row", count), "text": {"field": "shown"}},
    }
    names = row_names((band.label for band in data.bands), frame)
    heads = [heading(data.band_title, -left, -4, frame), heading(data.count_title, 0, -4, frame)]
    return drawing(frame, [*heads, names, bars, counts])
