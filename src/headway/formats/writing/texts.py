"""Texts of a draft without what a format would break on: in a XER a tab ends a value and a line break a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from headway.formats.writing.draft import Draft, Fields

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold and no program shows: control characters, halves of surrogate pairs."""
_BLANK = re.compile(r"[\t\r\n]+")
_LONG = frozenset({"NOTES"})
"""Fields whose texts have lines."""


def without_controls(draft: Draft, *, tabbed: bool) -> Draft:
    """``draft`` with control characters taken out of all texts; ``tabbed`` formats get blanks for tabs, and for line
    breaks where a text has one line."""

    def clean(text: str, *, long: bool = False) -> str:
        plain = _CONTROL.sub("", text)
        if not tabbed:
            return plain
        return plain.replace("\t", " ") if long else _BLANK.sub(" ", plain)

    def cleaned(fields: Fields) -> Fields:
        return {
            name: clean(value, long=name in _LONG) if isinstance(value, str) else value
            for name, value in fields.items()
        }

    def each(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(msgspec.structs.replace(row, fields=cleaned(row.fields)) for row in rows)

    return msgspec.structs.replace(
        draft,
        settings=cleaned(draft.settings),
        tasks=each(draft.tasks),
        resources=each(draft.resources),
        assignments=each(draft.assignments),
        calendars=tuple(msgspec.structs.replace(row, name=clean(row.name)) for row in draft.calendars),
        names=tuple(msgspec.structs.replace(row, name=clean(row.name)) for row in draft.names),
    )
