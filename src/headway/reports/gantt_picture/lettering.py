"""How wide a text will be, near enough to cut it where its room ends; no font is opened for it."""

from __future__ import annotations

import unicodedata

FAMILY = "'Source Sans Pro', 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
"""The font that comes along, and what stands in for it elsewhere."""
_NARROW = frozenset("iljtfrI.,:;'|!()[]{}-·")
_WIDE = frozenset("mwMW@%—…")
_SHARES = {"Lu": 0.59, "Nd": 0.5, "Zs": 0.2, "Mn": 0.0}
_OTHER = 0.5
_HEAVY = 1.06


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Pixels that a text takes."""
    return sum(map(_share, text)) * size * (_HEAVY if bold else 1)


def fitted(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than its room.

    >>> fitted("Sign the contract", 60, 13)
    'Sign the…'
    """
    if width_of(text, size, bold) <= room:
        return text
    taken, kept = width_of("…", size, bold), ""
    for character in text:
        taken += width_of(character, size, bold)
        if taken > room:
            break
        kept += character
    return kept.rstrip() + "…" if kept.strip() else ""


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.3
    if character in _WIDE:
        return 0.82
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return _SHARES.get(unicodedata.category(character), _OTHER)
