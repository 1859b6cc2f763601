"""What can be asked of the picture, and its measures."""

from __future__ import annotations

from dataclasses import dataclass

NARROWEST = 700
WIDEST = 6_000
MOST_ROWS = 5_000
"""However many are asked for: a picture of more serves nobody."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What the picture shows.  Lengths are in pixels of the drawing."""

    depth: int | None = None
    """Outline levels shown; ``None`` for as many as read well."""
    rows: int | None = None
    """Rows shown at most; ``None`` for as many as read well."""
    width: int = 1_500
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """The fixed lengths of the drawing."""

    margin: int = 28
    row: int = 24
    close_row: int = 20
    """Of a picture with many rows."""
    many: int = 60
    """Rows from which they stand closer."""
    legend: int = 20
    """Height of a line of the legend."""
    font: float = 13
    small: float = 11
    title: float = 24
    indent: int = 14
    date_column: int = 76
    scale: int = 42
    """Height of the two lines of the time scale."""


MEASURES = Measures()
