"""Links as people write them: ``12FS+2d``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import LagKind, Link
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR, TENTHS_PER_MINUTE

if TYPE_CHECKING:
    from headway.core.plan.plan import Project

_PERCENT = (LagKind.PERCENT, LagKind.ELAPSED_PERCENT)
_ELAPSED = (LagKind.ELAPSED, LagKind.ELAPSED_PERCENT)


def link_text(key: str, link: Link, project: Project) -> str:
    """One end of a link by its key, its type and its lag.

    >>> from headway.core.plan.plan import Project
    >>> link_text("12", Link(1, 1, 2, lag=9600), Project()), link_text("A10", Link(1, 1, 2), Project())
    ('12FS+2d', 'A10 FS')
    """
    space = "" if key.isdigit() else " "
    return f"{key}{space}{link.kind.value}{lag_text(link, project)}"


def lag_text(link: Link, project: Project) -> str:
    """The lag with its sign: days, hours or minutes, whichever says it exactly; ``e`` marks calendar time.

    >>> from headway.core.plan.plan import Project
    >>> [lag_text(Link(1, 1, 2, lag=lag), Project()) for lag in (0, 2400, -600, 70)]
    ['', '+0.5d', '-1h', '+7m']
    >>> lag_text(Link(1, 1, 2, lag=14_400, lag_kind=LagKind.ELAPSED), Project())
    '+1ed'
    >>> lag_text(Link(1, 1, 2, lag=-5_000, lag_kind=LagKind.PERCENT), Project())
    '-50%'
    """
    if not link.lag:
        return ""
    mark = "e" if link.lag_kind in _ELAPSED else ""
    if link.lag_kind in _PERCENT:
        return f"{link.lag / 100:+g}{mark}%"
    day = TENTHS_PER_DAY if mark else project.minutes_per_day * TENTHS_PER_MINUTE
    for unit, tenths in (("d", day), ("h", TENTHS_PER_HOUR)):
        if tenths and link.lag * 100 % tenths == 0 and abs(link.lag) * 4 >= tenths:
            return f"{link.lag / tenths:+g}{mark}{unit}"
    return f"{link.lag / TENTHS_PER_MINUTE:+g}{mark}m"
