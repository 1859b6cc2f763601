"""What the engines say: a code and the values that go into its text.

The texts stand in :mod:`headway.messages` and are rendered at the edge; nothing here knows a language, a date format or
how long a working day is.
"""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of the typed values that a text can show."""


class Moment(Value, frozen=True, tag="moment"):
    """An instant.  ``timed``: the time of day matters, it is not just the start or the end of that day's work."""

    instant: int
    finish: bool = False
    """Midnight belongs to the day before."""
    timed: bool = False


class Length(Value, frozen=True, tag="length"):
    """A span, in working time unless ``elapsed``."""

    span: int
    elapsed: bool = False


class TaskName(Value, frozen=True, tag="task"):
    """A task, by id and name, so that a face can link to it or hide it."""

    id: int
    name: str


class Days(Value, frozen=True, tag="days"):
    """Whole days from ``first`` to ``last``, both inclusive (days since 1970-01-01)."""

    first: int
    last: int


class Message(Value, frozen=True, tag="message"):
    """A sentence, or a part of one, to be: ``code`` names the text, ``params`` fill its places."""

    code: str
    params: dict[str, Param] = {}


Part = str | int | Moment | Length | TaskName | Days | Message
Param = Part | tuple[Part, ...]


def message(code: str, **params: Param) -> Message:
    """A message with its parameters by name.

    >>> message("late.deadline", deadline=Moment(300648000, finish=True)).code
    'late.deadline'
    """
    return Message(code, params)
