"""The drawing as a picture of pixels."""

from __future__ import annotations

import re
from functools import cache

import font_source_sans_pro
import vl_convert

MOST_PIXELS = 60_000_000
"""Four bytes each while drawing: a quarter of a gigabyte."""
SHARPEST = 2.0
COARSEST = 0.75
"""Pixels a length of the drawing; below it the letters blur."""
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


class PictureTooLargeError(Exception):
    """So many rows that their letters would blur; the text says how many pixels it would take."""


def to_png(svg: str, sharpness: float = SHARPEST) -> bytes:
    """The picture, with so many pixels a length of the drawing, or fewer where it is very large.

    Raises :class:`PictureTooLargeError`.
    """
    size = _SIZE.search(svg)
    assert size is not None
    area = float(size[1]) * float(size[2])
    scale = min(sharpness, (MOST_PIXELS / area) ** 0.5)
    if scale < min(COARSEST, sharpness):
        message = f"the picture would have {area / 1e6:,.0f} million points"
        raise PictureTooLargeError(message)
    _register_fonts()
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


@cache
def _register_fonts() -> None:
    """Once a process: without the font the picture would come out without any text and without any error."""
    vl_convert.register_font_directory(font_source_sans_pro.font_directory)
