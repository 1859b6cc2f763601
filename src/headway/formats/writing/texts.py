"""Texts of a draft without what a format would break on: in a XER a tab ends a value and a line break a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from headway.formats.writing.draft import Draft, Fields

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold and no program shows: control characters, halves of surrogate pairs."""
_BLANK = re.compile(r"[\t\r\n]+")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_PRIVATE, _MOST = 0xE000, 6_400
"""Letters that stand for nothing, kept free by Unicode for private use."""
_LONG = frozenset({"NOTES"})
"""Fields whose texts have lines."""


def without_controls(draft: Draft, *, tabbed: bool) -> Draft:
    """``draft`` with control characters taken out of all texts, and blanks for line breaks where a text has one line;
    ``tabbed`` formats get blanks for tabs in long texts, too."""

    def clean(text: str, *, long: bool = False) -> str:
        plain = _CONTROL.sub("", text)
        if long:
            return plain.replace("\t", " ") if tabbed else plain
        return _BLANK.sub(" ", plain)

    def cleaned(name: str, text: str) -> str:
        return clean(text, long=name in _LONG or (not tabbed and name.startswith("TEXT")))

    return _with_texts(draft, cleaned)


def with_stand_ins(draft: Draft) -> Draft:
    """``draft`` with a stand-in of one unit for each letter beyond the first 65,536 (pictographs and the like), which
    the library's plainer XML writer would destroy; the child puts the letters back into the file."""
    stand_ins: dict[str, str] = {}

    def replaced(_: str, text: str) -> str:
        if text.isascii():
            return text
        return _BEYOND.sub(lambda found: stand_ins.setdefault(found[0], chr(_PRIVATE + len(stand_ins) % _MOST)), text)

    changed = _with_texts(draft, replaced)
    return msgspec.structs.replace(changed, stand_ins=tuple((own, letter) for letter, own in stand_ins.items()))


def _with_texts(draft: Draft, change: Callable[[str, str], str]) -> Draft:
    """``draft`` with every text changed; ``change`` is given the name of its field."""

    def fields(own: Fields) -> Fields:
        return {name: change(name, value) if isinstance(value, str) else value for name, value in own.items()}

    def rows(own: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(msgspec.structs.replace(row, fields=fields(row.fields)) for row in own)

    def named(own: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(msgspec.structs.replace(row, name=change("NAME", row.name)) for row in own)

    return msgspec.structs.replace(
        draft,
        settings=fields(draft.settings),
        tasks=rows(draft.tasks),
        resources=rows(draft.resources),
        assignments=rows(draft.assignments),
        calendars=named(draft.calendars),
        names=named(draft.names),
    )
