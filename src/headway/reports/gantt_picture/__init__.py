"""The whole plan as one Gantt chart: an SVG drawing, or the same as a PNG picture."""

from __future__ import annotations

from headway.reports.gantt_picture.options import PictureOptions
from headway.reports.gantt_picture.picture import draw_svg
from headway.reports.gantt_picture.raster import PictureTooLargeError, to_png
from headway.reports.gantt_picture.selection import Selection, select

__all__ = ["PictureOptions", "PictureTooLargeError", "Selection", "draw_svg", "select", "to_png"]
