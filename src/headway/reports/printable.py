"""Text from a plan made fit to print: what no document format can hold is taken out, everything else stays."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\ufff9-\ufffb]"
)
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """One line without control characters, half characters and marks of byte order.

    XML, and so charts and workbooks, cannot hold them, and a line break would fall out of its row.

    >>> printable("Site\\tvisit \\x00\\ud800(north)\\n")
    'Site visit (north)'
    """
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text)).strip()
