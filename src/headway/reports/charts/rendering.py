"""A specification as SVG or PNG, by vl-convert: in this process, nothing fetched, in the font that comes along."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import vl_convert

from headway.reports.printable import printable

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Look
    from headway.reports.document import Chart

from headway.reports.charts.specification import specification

VEGA_LITE = "6.4"


_EMPTY = {"data": {"values": []}, "mark": "point"}


def get_ready() -> None:
    """Start what draws, which takes longer than a drawing; it can be done while something else waits."""
    svg(_EMPTY)


def chart_svg(chart: Chart, look: Look) -> str:
    """A chart of a document as SVG text, named and described for those who hear it."""
    return svg(specification(chart.data, look), title=chart.title, description=chart.description)


def chart_png(chart: Chart, look: Look, scale: float = 2) -> bytes:
    """A chart of a document as a picture, ``scale`` pixels a point."""
    return png(specification(chart.data, look), scale)


def svg(spec: dict[str, Any], title: str = "", description: str = "") -> str:
    """The drawing as SVG text.

    Letters are text, not outlines: where the font is missing another one shows.  Nothing in it has an ``id``, a style
    or a script, so that several can stand in one page under a strict content policy.
    """
    _register_fonts()
    # No address is allowed: a specification of ours holds its data, and nothing else may be asked for.
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    head, rest = drawn.split(">", 1)
    words = "".join(
        f"<{tag}>{escape(printable(text))}</{tag}>" for tag, text in (("title", title), ("desc", description)) if text
    )
    name = escape(printable(". ".join(part for part in (title, description) if part)), quote=True)
    role = f' role="img" aria-label="{name}"' if name else ' aria-hidden="true"'
    return f"{head}{role}>{words}{rest}"


def png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """The drawing as a picture, ``scale`` pixels a point."""
    return vl_convert.svg_to_png(svg(spec), scale=scale)


@cache
def _register_fonts() -> None:
    """Once a process: without the font the charts would come out without any text and without any error."""
    vl_convert.register_font_directory(font_source_sans_pro.font_directory)
