"""Charts: data, already worded, to one Vega-Lite specification each, and that to SVG or PNG."""

from __future__ import annotations

from headway.reports.charts.drawing import Look
from headway.reports.charts.rendering import chart_png, chart_svg, png, svg
from headway.reports.charts.specification import specification
from headway.reports.charts.theme import DARK, LIGHT, STYLED, Theme, properties, with_accent

__all__ = [
    "DARK",
    "LIGHT",
    "STYLED",
    "Look",
    "Theme",
    "chart_png",
    "chart_svg",
    "png",
    "properties",
    "specification",
    "svg",
    "with_accent",
]
