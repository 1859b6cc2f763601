"""Charts of a workbook: its own where a spreadsheet has the kind, so that they follow the cells; pictures otherwise."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from headway.reports.charts import LIGHT, Look, chart_png, with_accent
from headway.reports.charts.bands import colour_of
from headway.reports.charts.values import BandsData, LoadData
from headway.reports.printable import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from headway.reports.charts import Theme
    from headway.reports.document import Chart
    from headway.reports.workbook.sheets import Placed, SheetWriter

WIDTH = 720
"""Of a chart, in pixels."""
_SHARPNESS = 2
"""Pixels of a picture to one of the sheet."""


def height_of(chart: Chart) -> int:
    """Of a chart that the spreadsheet draws, in pixels; 0 for one that comes as a picture."""
    match chart.data:
        case BandsData() as data if data.bands:
            return 90 + 26 * len(data.bands)
        case LoadData() as data if data.months and data.series:
            return 320
        case _:
            return 0


def put_chart(chart: Chart, place: Placed, row: int, writer: SheetWriter, accent: str) -> None:
    """Draw the numbers of a table of this workbook, with the words for those who do not see it."""
    theme = with_accent(LIGHT, accent)
    match chart.data:
        case BandsData() as data:
            made = _bands(writer.looks.book, data, place, theme)
        case LoadData() as data:
            made = _load(writer.looks.book, data, place, theme)
        case _:
            return
    made.set_title({"name": _label(chart.title), "name_font": {"size": 11, "color": theme.ink}})
    made.set_size({"width": WIDTH, "height": height_of(chart)})
    made.set_chartarea({"border": {"none": True}})
    words = {"description": printable(chart.description), "object_position": 2}
    writer.sheet.insert_chart(row, 0, made, words)


def put_picture(chart: Chart, writer: SheetWriter, accent: str, locale: str) -> int:
    """Put a chart that spreadsheets have no kind for as a picture; gives its height in pixels."""
    look = Look(with_accent(LIGHT, accent), WIDTH, text=12, locale=locale)
    data = chart_png(chart, look, _SHARPNESS)
    words = {"image_data": BytesIO(data), "description": printable(chart.description), "object_position": 2}
    # The picture says that it has 72 pixels an inch; a spreadsheet counts 96.
    scale = {"x_scale": 0.75 / _SHARPNESS, "y_scale": 0.75 / _SHARPNESS}
    writer.sheet.insert_image(writer.row, 0, "chart.png", words | scale)
    return int.from_bytes(data[20:24], "big") // _SHARPNESS


def _bands(book: Workbook, data: BandsData, place: Placed, theme: Theme) -> Any:
    made = book.add_chart({"type": "bar"})
    first, last = place.first, place.first + len(data.bands) - 1
    made.add_series(
        {
            "name": [place.sheet, place.head, place.columns[1]],
            "categories": [place.sheet, first, place.columns[0], last, place.columns[0]],
            "values": [place.sheet, first, place.columns[1], last, place.columns[1]],
            "fill": {"color": theme.bar},
            "points": [{"fill": {"color": colour_of(band, theme)}} for band in data.bands],
            "data_labels": {"value": True, "font": {"size": 9}},
            "gap": 40,
        }
    )
    made.set_y_axis({"name": _label(data.band_title), "reverse": True, **_axis(theme)})
    made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    made.set_legend({"none": True})
    return made


def _load(book: Workbook, data: LoadData, place: Placed, theme: Theme) -> Any:
    """Series are the columns after the first, in their order; a total behind them is not drawn."""
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    first, last = place.first, place.first + len(data.months) - 1
    for at, _ in enumerate(data.series, 1):
        column = place.columns[at]
        colour = theme.series[at - 1] if at <= len(theme.series) else theme.rest
        made.add_series(
            {
                "name": [place.sheet, place.head, column],
                "categories": [place.sheet, first, place.columns[0], last, place.columns[0]],
                "values": [place.sheet, first, column, last, column],
                "fill": {"color": colour},
                "border": {"color": theme.page, "width": 0.5},
                "gap": 40,
            }
        )
    made.set_x_axis({"text_axis": True, "num_format": "mmm yyyy", **_axis(theme)})
    made.set_y_axis(
        {
            "name": _label(data.hours_title),
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": theme.rule, "width": 0.5}},
            **_axis(theme),
        }
    )
    made.set_legend({"position": "bottom", "font": {"size": 9}})
    return made


def _label(text: str) -> str:
    """A title that is never taken for a reference to a cell: ``x!A1`` would be, but for the joiner that nobody sees."""
    return printable(text).replace("!", "!\u2060")


def _axis(theme: Theme) -> dict[str, Any]:
    return {
        "num_font": {"size": 9, "color": theme.quiet},
        "name_font": {"size": 9, "bold": False, "color": theme.quiet},
        "line": {"color": theme.rule},
    }
