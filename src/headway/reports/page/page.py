"""From a document to HTML."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headway.reports.charts.drawing import Look
from headway.reports.charts.rendering import chart_svg
from headway.reports.charts.theme import DARK, LIGHT, STYLED, properties, with_accent
from headway.reports.document import SIGNS, Kind
from headway.reports.printable import printable

if TYPE_CHECKING:
    from headway.reports.charts.theme import Theme
    from headway.reports.document import Block, Chart, Document, Logo, Section

WIDE = (1040, 13)
"""Width and size of print of a drawing over the whole page, in its own units."""
NARROW = (358, 12)
"""The same on a phone."""
HALF = (440, 12.5)
READERS_FONT = 0.9
MANY = 5
"""A table with so many columns becomes cards on a phone."""
LIGHT_TONES = {
    "--tone-good": "#1b6b5a",
    "--tone-watch": "#8a5300",
    "--tone-bad": "#a3241c",
    "--tone-unknown": "#5c6067",
}
DARK_TONES = {"--tone-good": "#6fc3ac", "--tone-watch": "#e3b15c", "--tone-bad": "#ff9a8c", "--tone-unknown": "#a3a7ae"}
"""Colours of signs and their words: the same for every house, so that red never becomes a house's blue."""


def render(document: Document) -> str:
    """The whole page; every text is escaped by the template engine."""
    css = stylesheet(document)
    return (
        _environment()
        .get_template("document.html")
        .render(
            document=document,
            css=Markup(css),  # noqa: S704 (our own text; the colours in it are checked where the brand is read)
            policy=policy(css, document.brand.logo),
            rows=beside_each_other(document.sections),
            draw=partial(_draw, document.locale),
            logo=_logo_address(document.brand.logo),
        )
    )


def stylesheet(document: Document) -> str:
    """The style of the page, with the colours of the brand."""
    light = with_accent(LIGHT, document.brand.accent)
    dark = with_accent(DARK, document.brand.accent_dark)
    source = _environment().get_template("document.css")
    return source.render(light=_colours(light, LIGHT_TONES), dark=_colours(dark, DARK_TONES))


def policy(css: str, logo: Logo | None) -> str:
    """What a browser may load for this page: its own style, its own logo, nothing else, and no script."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    pictures = "img-src data:" if logo is not None else "img-src 'none'"
    return f"default-src 'none'; style-src 'sha256-{digest}'; {pictures}; base-uri 'none'; form-action 'none'"


def beside_each_other(sections: tuple[Section, ...]) -> list[list[Section]]:
    """Sections in rows: two neighbours of half width share one."""
    rows: list[list[Section]] = []
    for section in sections:
        if section.half and rows and len(rows[-1]) == 1 and rows[-1][0].half:
            rows[-1].append(section)
        else:
            rows.append([section])
    return rows


def _colours(theme: Theme, tones: dict[str, str]) -> str:
    return " ".join(f"{name}: {colour};" for name, colour in (properties(theme) | tones).items())


def _logo_address(logo: Logo | None) -> str:
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.data).decode()}" if logo is not None else ""


def _draw(locale: str, chart: Chart, size: str) -> Markup:
    """A chart in one of its sizes."""
    width, text = {"wide": WIDE, "narrow": NARROW, "half": HALF}[size]
    look = Look(STYLED, width, text, locale)
    drawn = chart_svg(chart, look)
    # The drawing was measured in our narrow font; a reader's own is wider.
    drawn = drawn.replace(f'font-size="{text}px"', f'font-size="{text * READERS_FONT:g}px"')
    return Markup(drawn)  # noqa: S704 (every text in a drawing is escaped by the one who draws it)


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("headway.reports.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable_text(value) if type(value) is str else value,
    )
    made.filters["kind"] = _kind
    made.globals["SIGNS"] = SIGNS
    made.globals["MANY"] = MANY
    made.globals["RIGHT"] = (Kind.DAYS, Kind.NUMBER, Kind.SHARE)
    made.globals["DATE"] = Kind.DATE
    made.globals["STATUS"] = Kind.STATUS
    return made


def printable_text(value: str) -> str:
    """Control characters of a foreign file have no place in a page."""
    return printable(value) if value.strip() else value
