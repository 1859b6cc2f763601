"""English: what an edit does, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

_CONSTRAINTS: dict[str, str | Plural] = {
    "edit.set_constraint.none": "Let {task} start as soon as its logic allows, without a constraint.",
    "edit.set_constraint.as_late_as_possible": "Plan {task} as late as possible.",
    "edit.set_constraint.start_no_earlier_than": "Let {task} start no earlier than {date}.",
    "edit.set_constraint.start_no_later_than": "Let {task} start no later than {date}.",
    "edit.set_constraint.finish_no_earlier_than": "Let {task} finish no earlier than {date}.",
    "edit.set_constraint.finish_no_later_than": "Let {task} finish no later than {date}.",
    "edit.set_constraint.start_on": "Let {task} start on {date}.",
    "edit.set_constraint.finish_on": "Let {task} finish on {date}.",
    "edit.set_constraint.must_start_on": "Make {task} start on {date}, whatever its logic says.",
    "edit.set_constraint.must_finish_on": "Make {task} finish on {date}, whatever its logic says.",
    "edit.replace_constraint.start": (
        "Take the hard constraint off {task}: it starts no earlier than {date}, and moves when its logic does."
    ),
    "edit.replace_constraint.deadline": (
        "Take the hard constraint off {task} and give it the deadline {date}: a missed date is then seen, not hidden."
    ),
    "edit.reschedule_unfinished": "Let {task}, which has not begun, start no earlier than the data date, {date}.",
    "edit.set_deadline": "Give {task} the deadline {date}.",
    "edit.set_deadline.none": "Take the deadline off {task}.",
}

EDITS: dict[str, str | Plural] = {
    **_CONSTRAINTS,
    "edit.link_tasks.FS": "Let {successor} start when {predecessor} is finished.",
    "edit.link_tasks.SS": "Let {successor} start when {predecessor} starts.",
    "edit.link_tasks.FF": "Let {successor} finish when {predecessor} is finished.",
    "edit.link_tasks.SF": "Let {successor} finish when {predecessor} starts.",
    "edit.link_tasks.FS.lag": "Let {successor} start {lag} after {predecessor} is finished.",
    "edit.link_tasks.SS.lag": "Let {successor} start {lag} after {predecessor} starts.",
    "edit.link_tasks.FF.lag": "Let {successor} finish {lag} after {predecessor} is finished.",
    "edit.link_tasks.SF.lag": "Let {successor} finish {lag} after {predecessor} starts.",
    "edit.link_tasks.FS.lead": "Let {successor} start {lag} before {predecessor} is finished.",
    "edit.link_tasks.SS.lead": "Let {successor} start {lag} before {predecessor} starts.",
    "edit.link_tasks.FF.lead": "Let {successor} finish {lag} before {predecessor} is finished.",
    "edit.link_tasks.SF.lead": "Let {successor} finish {lag} before {predecessor} starts.",
    "edit.unlink_tasks": "Take away the {kind} link from {predecessor} to {successor}.",
    "edit.lag.percent": "{percent} % of its length",
    "edit.set_lag.none": "Take the lag out of the {kind} link from {predecessor} to {successor}.",
    "edit.set_lag.lag": "Set the lag of the {kind} link from {predecessor} to {successor} to {lag}.",
    "edit.set_lag.lead": "Set the lead of the {kind} link from {predecessor} to {successor} to {lag}.",
    "edit.remove_lead": "Take the lead of {lag} out of the {kind} link from {predecessor} to {successor}.",
    "edit.set_link_kind": "Make the {kind} link from {predecessor} to {successor} an {new} link without lag.",
    "edit.set_link_kind.lag": (
        "Make the {kind} link from {predecessor} to {successor} an {new} link with a lag of {lag}."
    ),
    "edit.set_link_kind.lead": (
        "Make the {kind} link from {predecessor} to {successor} an {new} link with a lead of {lag}."
    ),
    "edit.move_link": "Link {from} to {to} instead of {predecessor} to {successor} ({kind}).",
    "edit.replace_lag_by_task": (
        "Make a task of the lag of {lag} between {predecessor} and {successor}, so that the waiting is in the plan."
    ),
    "edit.replace_lag_by_task.name": "Wait: {predecessor} → {successor}",
    "edit.add_milestone.finish": "Add a milestone at the end of the project and link to it: {tasks}.",
    "edit.add_milestone.start": "Add a milestone at the start of the project and link from it: {tasks}.",
    "edit.add_milestone.name.finish": "Project finished",
    "edit.add_milestone.name.start": "Project start",
}
