"""Text from a plan made fit to print: what no document format can hold is taken out, everything else stays."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\ufeff\ufff9-\ufffb]"
)
LONGEST_NAME = 160
"""Characters of a name on a page: more than programs let anybody type, and never a page full."""
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """One line without control characters, half characters, marks of byte order and orders to turn the text round.

    XML, and so charts and workbooks, cannot hold them, a line break would fall out of its row, and a name that turns
    its line round would turn the words of the report with it.

    >>> printable("Site\\tvisit \\x00\\ud800(north)\\n")
    'Site visit (north)'
    """
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text)).strip()


def short_name(text: str, most: int = LONGEST_NAME) -> str:
    """A name without needless blanks, cut where it would no longer be one.

    >>> short_name("Site  visit "), short_name("Site visit", 6)
    ('Site visit', 'Site…')
    """
    name = " ".join(printable(text).split())
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
