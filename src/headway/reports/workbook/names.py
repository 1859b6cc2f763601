"""Names that a spreadsheet program takes: of sheets, of tables and of the columns in them."""

from __future__ import annotations

import re

from headway.reports.printable import printable

LONGEST = 31
"""Letters in the name of a sheet."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']+")
_RESERVED = {"history"}


def sheet_name(title: str, taken: set[str]) -> str:
    """A name near the title that is not ``taken`` yet; it is added there, in small letters.

    >>> taken: set[str] = set()
    >>> sheet_name("Load: by month", taken), sheet_name("LOAD by month", taken)
    ('Load by month', 'LOAD by month (2)')
    """
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", printable(title))).strip()
    number = 1
    while True:
        suffix = f" ({number})" if number > 1 else ""
        name = (plain[: LONGEST - len(suffix)].rstrip() + suffix).strip() or f"({number})"
        if name.lower() not in taken and name.lower() not in _RESERVED:
            taken.add(name.lower())
            return name
        number += 1


def table_name(identifier: str, number: int) -> str:
    """A name for a table: letters, digits and low lines; the number makes it the only one of its kind.

    >>> table_name("load-months", 3)
    'load_months_3'
    """
    return (
        re.sub(r"[^A-Za-z0-9]+", "_", f"t{identifier}" if not identifier[:1].isalpha() else identifier) + f"_{number}"
    )


def column_names(titles: list[str]) -> list[str]:
    """Titles that differ, whatever their case, none empty.

    >>> column_names(["Task", "task", "", ""])
    ['Task', 'task (2)', '–', '– (2)']
    """
    seen: set[str] = set()
    found = []
    for title in titles:
        plain = printable(title)[:240] or "–"
        name, number = plain, 1
        while name.lower() in seen:
            number += 1
            name = f"{plain} ({number})"
        seen.add(name.lower())
        found.append(name)
    return found
