"""What an explanation consists of: frozen data, with a message for each fact."""

from __future__ import annotations

import msgspec

from headway.core.message import Days, Length, Message, Moment, TaskName


class Fact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of the parts of an explanation."""


class Gap(Fact, frozen=True):
    """Days on which nothing is worked: ``holiday`` (an exception of the calendar), ``weekend`` or ``off``."""

    kind: str
    days: Days
    name: str = ""


class LinkFact(Fact, frozen=True):
    """A link and what it asks of the task."""

    link: int
    """Id in the plan."""
    predecessor: TaskName
    kind: str
    lag: Length
    anchor: Moment
    """Start or finish of the predecessor that the link counts from."""
    asked: Moment
    """What the link asks: of the start (FS, SS), of the finish (FF, SF)."""
    calendar: str
    """Calendar that the lag is counted in."""
    summary: TaskName | None = None
    """The summary that the link leads into, when it is not the task itself."""


class Reason(Fact, frozen=True):
    """Why a date is what it is.  ``cause`` is the code of what decided."""

    cause: str
    message: Message
    links: tuple[LinkFact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    calendar: str = ""


class Step(Fact, frozen=True):
    """One task of the driving chain, nearest first; ``link`` leads to the next step, ``None`` at the root."""

    task: TaskName
    cause: str
    message: Message
    start: Moment | None = None
    finish: Moment | None = None
    link: int | None = None


class Holder(Fact, frozen=True):
    """Something that keeps a task from starting earlier."""

    cause: str
    message: Message
    gain: Length | None = None
    """Working time won if this alone gave way; ``None`` when nothing else would hold the task."""
    link: int | None = None
    task: TaskName | None = None


class Earlier(Fact, frozen=True):
    """What would have to move for the task to be earlier, and what would hold it then."""

    message: Message
    holders: tuple[Holder, ...] = ()
    gain: Length | None = None
    """Working time won if all holders gave way; ``None`` when nothing would be left to hold the task."""
    next: tuple[Holder, ...] = ()
    gaps: tuple[Gap, ...] = ()
    """Days off in its calendar that lie between what is asked and the start."""


class Explanation(Fact, frozen=True):
    """Why one task is where it is."""

    task: TaskName
    start: Reason
    finish: Reason
    chain: tuple[Step, ...]
    late: Reason
    total_float: Reason
    earlier: Earlier
