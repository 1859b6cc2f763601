"""Whether a text can be read: contrast of two colours as WCAG 2.2 defines it (success criterion 1.4.3)."""

from __future__ import annotations

LEAST = 4.5
"""For text of ordinary size."""
_STEPS = 100


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white).

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, page: str) -> str:
    """The colour, or the nearest on the way to black or to white that can be read on ``page``.

    >>> readable("#004488", "#ffffff"), readable("#ffcc00", "#ffffff")
    ('#004488', '#8f7200')
    """
    end = "#000000" if luminance(page) > 0.18 else "#ffffff"
    steps = (_mixed(colour.lower(), end, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in steps if contrast(each, page) >= LEAST), end)


def _mixed(colour: str, end: str, share: float) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(end[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(ours * (1 - share) + theirs * share):02x}" for ours, theirs in pairs)
