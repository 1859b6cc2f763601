"""Texts of a plan as a file may hold them: no characters that XML forbids, nothing that a spreadsheet would run."""

from __future__ import annotations

import re

MOST_CHARACTERS = 32_767
"""What a cell of a spreadsheet holds."""
CUT_MARK = "…"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of a pair and the two that are no characters at all."""
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula; some read the wide forms of East Asia, too."""


def clean(text: str) -> str:
    """The text with the replacement sign for each character that XML 1.0 forbids or discourages; line ends as ``\\n``.

    >>> clean("a\\x00b\\r\\nc")
    'a\ufffdb\\nc'
    """
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def cell_text(text: str) -> str:
    """A clean text that fits into a cell.

    >>> len(cell_text("x" * 40_000)), cell_text("x" * 40_000)[-2:]
    (32767, 'x…')
    """
    cleaned = clean(text)
    # A spreadsheet counts in UTF-16, where a character beyond the first 65,536 takes two places.
    short = 2 * len(cleaned) <= MOST_CHARACTERS
    if short or len(cleaned) + sum(character > "\uffff" for character in cleaned) <= MOST_CHARACTERS:
        return cleaned
    head = cleaned.encode("utf-16-le")[: (MOST_CHARACTERS - 1) * 2]
    return head.decode("utf-16-le", errors="ignore") + CUT_MARK


def is_active(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula.

    >>> is_active("=1+1"), is_active(" @SUM(A1)"), is_active("Deck")
    (True, True, False)
    """
    return text.startswith(_ACTIVE) or text.lstrip(" \u00a0").startswith(_ACTIVE)


def inert(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet might take it for a formula.

    >>> inert("-2+3"), inert("Deck")
    ("'-2+3", 'Deck')
    """
    return f"'{text}" if is_active(text) else text
