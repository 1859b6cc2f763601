"""Colours and type of the charts: told apart by people who see few colours, and on a grey printer.

The series alternate dark and light, so that neighbours in a stack differ in grey as well; what matters never hangs on
colour alone: shapes, labels and the table beside the chart say it, too.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

FONT = "Source Sans Pro"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look.  Colours are in CSS notation."""

    ink: str
    quiet: str
    """Labels of axes."""
    rule: str
    """Grid and separators."""
    page: str
    """What the drawing lies on; the drawing itself is transparent."""
    bar: str
    """Data that is neither good nor bad."""
    accent: str
    """What to look at: what is critical, what is done.  A house may have its own."""
    accent_soft: str
    good: str
    bad: str
    """Late, missed: the same for every house, so that trouble never takes on the colour of a brand."""
    series: tuple[str, str, str, str, str]
    rest: str
    """The series of all others."""


LIGHT = Theme(
    ink="#1d1f22",
    quiet="#5c6067",
    rule="#dedbd5",
    page="#ffffff",
    bar="#8b9099",
    accent="#9c3a14",
    accent_soft="#e3b8a5",
    good="#1b6b5a",
    bad="#a3241c",
    series=("#1f4e79", "#e9a13b", "#1b6b5a", "#8fc1e3", "#8c4a7d"),
    rest="#c3c5c9",
)

DARK = Theme(
    ink="#e7e5e1",
    quiet="#a3a7ae",
    rule="#363a40",
    page="#16181b",
    bar="#7d838d",
    accent="#f3a37f",
    accent_soft="#7a4a36",
    good="#6fc3ac",
    bad="#ff9a8c",
    series=("#8fc1e3", "#b9772a", "#6fc3ac", "#3f6f99", "#d79bc8"),
    rest="#565b63",
)

STYLED = Theme(
    ink="var(--ink)",
    quiet="var(--quiet)",
    rule="var(--rule)",
    page="var(--page)",
    bar="var(--bar)",
    accent="var(--accent)",
    accent_soft="var(--accent-soft)",
    good="var(--good)",
    bad="var(--bad)",
    series=("var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"),
    rest="var(--rest)",
)
"""For a drawing inside a page: the colours are the page's own properties, so that one drawing serves light and dark."""


def properties(theme: Theme) -> dict[str, str]:
    """The custom properties that a page must define for :data:`STYLED`, for one of its looks.

    >>> properties(LIGHT)["--accent-soft"], properties(LIGHT)["--series-2"]
    ('#e3b8a5', '#e9a13b')
    """
    colours = asdict(theme)
    series = colours.pop("series")
    plain = {f"--{name.replace('_', '-')}": colour for name, colour in colours.items()}
    return plain | {f"--series-{number}": colour for number, colour in enumerate(series, 1)}


def with_accent(theme: Theme, accent: str) -> Theme:
    """The theme with an organisation's colour where one is to look, its soft form mixed with the page.

    >>> with_accent(LIGHT, "#004488").accent_soft
    '#a6bed5'
    """
    return replace(theme, accent=accent, accent_soft=_mixed(accent, theme.page, 0.35))


def _mixed(colour: str, page: str, share: float) -> str:
    """So much of a colour, the rest of another; both as ``#rrggbb``."""
    pairs = ((int(colour[at : at + 2], 16), int(page[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(ours * share + theirs * (1 - share)):02x}" for ours, theirs in pairs)
