"""Dates as typed on the command line."""

from __future__ import annotations

import re
from datetime import datetime

from headway.cli.failures import BadUseError
from headway.core.time import to_instant

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?")
_MEND = "Write the year first, as in 2027-03-01 or 2027-03-01T17:00"


def parse_instant(text: str, option: str) -> int:
    """The instant of a typed date or local time; a date alone means its midnight.

    Raises :class:`BadUseError` naming ``option``.

    >>> parse_instant("1970-01-02", "--as-of")
    14400
    """
    if not _FORM.fullmatch(text):
        raise BadUseError(f"{option} {text!r} is no date we can read", _MEND)
    try:
        return to_instant(datetime.fromisoformat(text))
    except ValueError as error:
        raise BadUseError(f"{option} {text!r} is not in any calendar ({error})", _MEND) from error
