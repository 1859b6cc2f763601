"""Over-allocation: somebody is booked for more than there is of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.review.bookings import Overload, bookings_of, overload_of
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Row

if TYPE_CHECKING:
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result

MOST_NAMED = 3
"""Tasks that a row names."""
WHOLE_DAYS = 2
"""From this many days on nobody wants to read hours."""
_HUNDREDTHS = 100
"""Units of one percent."""


def check(asked: Asked) -> Result:
    """People and machines booked for more than there is of them for ``days`` working days or more, of all booked.

    The bookings of open work are added up over time, on the scheduled dates and from the data date on: the units of
    each assignment for as long as its remaining work takes at these units, at most to the end of its task. Compared
    are the maximum units, or those of the availability table at that time, in the working time of the resource.
    Assignments without work count only in plans where none has any; assignments on summaries do not count.
    """
    reviewed = asked.reviewed
    bookings = bookings_of(reviewed)
    if not bookings:
        return asked.not_evaluated(message("rule.reason.nobody_booked"))
    found = (
        overload
        for resource, booked in sorted(bookings.items())
        if (overload := overload_of(reviewed, resource, booked)) is not None and overload.days >= asked.settings["days"]
    )
    return asked.none_allowed((row(reviewed, overload) for overload in found), len(bookings))


def row(reviewed: Reviewed, overload: Overload) -> Row:
    """Who, how much, since when and by which tasks; it stands with the first of them."""
    resource = reviewed.plan.resources[overload.resource]
    text = message(
        "rule.over-allocation.row",
        resource=resource.name or str(resource.id),
        peak=round(overload.peak / _HUNDREDTHS),
        limit=round(overload.limit / _HUNDREDTHS),
        days=reviewed.length(round(overload.days) if overload.days >= WHOLE_DAYS else overload.days),
        first=Moment(overload.first),
        tasks=reviewed.names(overload.tasks, MOST_NAMED),
    )
    return Row(overload.tasks[0], text, resource=resource.id)


RULE = Rule("over-allocation", Family.EXTRA, check, {"days": 1, "most_count": 0}, weight=2)
