"""English: the DCMA 14 points: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

DCMA: dict[str, str | Plural] = {
    "rule.dcma-01.title": "Tasks without logic",
    "rule.dcma-01.test": "At most {most_percent} % of the unfinished tasks lack a predecessor or a successor.",
    "rule.dcma-01.why": (
        "A task that nothing leads to starts on a date somebody guessed; a task that leads to nothing can slip for "
        "weeks without moving any other date. In both cases the plan stops telling you the truth about delays."
    ),
    "rule.dcma-01.mend": (
        "For each task ask: what must be finished before this can start, and who needs what it produces? Link it to "
        "those tasks. Work that only has to be done by the end of the project is linked to the last milestone."
    ),
    "rule.dcma-01.row.both": "{task} waits for nothing, and nothing waits for it.",
    "rule.dcma-01.row.predecessor": "{task} waits for nothing.",
    "rule.dcma-01.row.successor": "Nothing waits for {task}.",
    "rule.dcma-02.title": "Leads",
    "rule.dcma-02.test": "No link has a lead (a negative lag).",
    "rule.dcma-02.why": (
        "A lead says that a task starts some days before the one it waits for is finished: a date nobody can check "
        "until it is too late. It also hides which part of the work is really needed first."
    ),
    "rule.dcma-02.mend": (
        "Split the first task where the second one can begin and link to the first part, or let the second task start "
        "a number of days after the start of the first. If the overlap was a guess, take the lead out."
    ),
    "rule.dcma-02.row": "{successor} starts before {predecessor} is finished: the {kind} link has a lead.",
}
