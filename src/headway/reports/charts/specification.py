"""The Vega-Lite specification of any chart: one drawing for each kind of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from headway.reports.charts import bands, gantt, load
from headway.reports.charts.values import BandsData, GanttData, LoadData

if TYPE_CHECKING:
    from headway.reports.charts.drawing import Look
    from headway.reports.charts.values import ChartData


def specification(data: ChartData, look: Look) -> dict[str, Any]:
    """Vega-Lite 6 with the data, colours and texts in it, so that it needs nothing else."""
    match data:
        case GanttData():
            return gantt.draw(data, look)
        case BandsData():
            return bands.draw(data, look)
        case LoadData():
            return load.draw(data, look)
        case _:
            assert_never(data)
