"""English: why a mend was not carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

FIXING: dict[str, str | Plural] = {
    "fix.refused.would_fail": "{title} ({rule}) holds now and would fail.",
    "fix.refused.would_be_unknown": "What {title} ({rule}) finds could not be seen any more.",
    "fix.refused.no_help": "It would not make what the rule finds fewer.",
    "fix.refused.unsound": "{problem}",
    "fix.refused.edit": "This plan cannot take it: {reason}.",
    "fix.refused.dearer": "It would cost more of the score at {title} ({rule}) than it gains.",
    "fix.refused.kind": "Like {count} others of its kind that were tried singly. {reason}",
    "fix.refused.together": "Not tried singly; together with others ({count} in all): {reason}",
    "fix.past.entity": "It would change more than tasks and links ({entity}).",
    "fix.past.begun": "{task} has begun or is done; what has happened stays as it is.",
    "fix.past.progress": "It would change the progress of {task}; only whoever does the work can say that.",
    "fix.past.date": "It would give {task} a date before the data date.",
    "fix.past.link": "It would change the logic of {task}, which has begun or is done.",
}
