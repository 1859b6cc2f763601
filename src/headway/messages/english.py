"""English: every text, by code.  Places in braces are filled by name; a :class:`Plural` is chosen by ``count``."""

from __future__ import annotations

from headway.messages.catalogue import Catalogue, Plural
from headway.messages.differences import DIFFERENCES
from headway.messages.edits import EDITS
from headway.messages.fixing import FIXING
from headway.messages.problems import PROBLEMS
from headway.messages.reporting import REPORTING
from headway.messages.rules import RULES

EXPLAIN: dict[str, str | Plural] = {
    # how values read
    "task": "'{name}'",
    "task.unnamed": "task {id}",
    "name": "{name}",
    "date": "{weekday} {day} {month}",
    "date.year": "{weekday} {day} {month} {year}",
    "date.time": "{date} {time}",
    "days.range": "{first} – {last}",
    "length.days": Plural("{count} working day", "{count} working days"),
    "length.calendar_days": Plural("{count} calendar day", "{count} calendar days"),
    "length.hours": Plural("{count} hour", "{count} hours"),
    "length.minutes": Plural("{count} minute", "{count} minutes"),
    "length.parts": "{first} {rest}",
    "length.none": "no time",
    "list.and": " and ",
    "list.comma": ", ",
    "list.details": "; ",
    # a link
    "anchor.finishes": "{task} finishes {moment}",
    "anchor.finished": "{task} finished {moment}",
    "anchor.starts": "{task} starts {moment}",
    "anchor.started": "{task} started {moment}",
    "link.lag": "{anchor} + {lag}",
    "link.lead": "{anchor} − {lag}",
    "link.holds_finish": "{anchor} (it may not finish before that)",
    "link.of_summary": "{anchor}, which its summary {summary} waits for",
    "link.more": Plural("{count} more link", "{count} more links"),
    # days off and other remarks in brackets
    "gap.holiday": "{days} is a holiday: {name}",
    "gap.holidays": "{days} are holidays: {name}",
    "gap.weekend": "{days} is a weekend",
    "gap.off": "{days} is not a working day",
    "gap.offs": "{days} are not working days",
    "gap.weekends": Plural("{count} weekend in between", "{count} weekends in between"),
    "gap.more": Plural("{count} more day off", "{count} more stretches of days off"),
    "detail.calendar": "calendar {calendar}",
    "detail.day": "a working day counts as {hours} hours",
    "detail.delay": "delayed by {delay} to level the work load",
    "detail.split": Plural("worked in one part", "worked in {count} parts"),
    # constraints
    "constraint.as_late_as_possible": "is to be as late as possible",
    "constraint.start_no_earlier_than": "must not start before {date}",
    "constraint.start_no_later_than": "must start by {date}",
    "constraint.finish_no_earlier_than": "must not finish before {date}",
    "constraint.finish_no_later_than": "must finish by {date}",
    "constraint.start_on": "is to start on {date}",
    "constraint.finish_on": "is to finish on {date}",
    "constraint.must_start_on": "must start on {date}",
    "constraint.must_finish_on": "must finish on {date}",
    # why it has no dates
    "none.inactive": "Has no dates because it is inactive.",
    "none.empty": "Has no dates because nothing below it is scheduled.",
    # start
    "start.link": "Starts {start} because {reason}.",
    "start.link.why": "Starts {start} because {reason} ({details}).",
    "start.summary": "Starts {start} because that is when the work of its summary may begin.",
    "start.summary_constraint": "Starts {start} because its summary {summary} {constraint}.",
    "start.constraint": "Starts {start} because it {constraint}.",
    "start.constraint.why": "Starts {start} because it {constraint} ({details}).",
    "start.delay": "Starts {start} because it was delayed by {delay} to level the work load.",
    "start.data_date": "Starts {start} because work that is still open cannot lie before the data date, {asked}.",
    "start.data_date.why": (
        "Starts {start} because work that is still open cannot lie before the data date, {asked} ({details})."
    ),
    "start.project_start": "Starts {start} because the project starts {asked} and nothing else holds it.",
    "start.project_start.why": (
        "Starts {start} because the project starts {asked} and nothing else holds it ({details})."
    ),
    "start.with_project": "Starts {start}, with the project: nothing holds it back.",
    "start.external": "Starts {start}, a date that comes from another project.",
    "start.external.why": "Starts {start}, a date that comes from another project ({details}).",
    "start.resume": "Goes on {start} because its work was suspended until {asked}.",
    "start.resume.why": "Goes on {start} because its work was suspended until {asked} ({details}).",
    "start.actual": "Started {start}: this is recorded as an actual date.",
    "start.manual": "Starts {start} because this date was typed by hand; links do not move it.",
    "start.late": "Starts {start} because it is planned as late as possible; its links would let it start {early}.",
    "start.rolled_up": "Starts {start} with {task}, the first of its tasks.",
    "start.span": "Starts {start}: it runs as long as the tasks that it is tied to.",
    "start.calendar": "Starts {start}, the first working time that its calendar leaves.",
    # finish
    "finish.duration": "Finishes {finish}: {duration} of work from {begin} on.",
    "finish.duration.why": "Finishes {finish}: {duration} of work from {begin} on ({details}).",
    "finish.late": "Finishes {finish}: the latest date that delays nothing.",
    "finish.late.why": "Finishes {finish}: the latest date that delays nothing ({details}).",
    "finish.started": "Finishes {finish}: it started {begin} and takes {duration}.",
    "finish.started.why": "Finishes {finish}: it started {begin} and takes {duration} ({details}).",
    "finish.remaining": "Finishes {finish}: {duration} of work remain, from {begin} on.",
    "finish.remaining.why": "Finishes {finish}: {duration} of work remain, from {begin} on ({details}).",
    "finish.nothing_left": "Finishes {finish}: no work remains, but its links hold it until {begin}.",
    "finish.milestone": "Finishes {finish}, when it starts: it is a milestone without duration.",
    "finish.resources": "Finishes {finish}, when the last of the people assigned is done; work begins {begin}.",
    "finish.resources_named": (
        "Finishes {finish}, when the work of {people} is done, each by the own calendar; work begins {begin}."
    ),
    "finish.actual": "Finished {finish}: this is recorded as an actual date.",
    "finish.manual": "Finishes {finish} because this date was typed by hand.",
    "finish.external": "Finishes {finish}, a date that comes from another project.",
    "finish.expected": "Finishes {finish} because that is its expected finish.",
    "finish.constraint": "Finishes {finish} because it {constraint}.",
    "finish.rolled_up": "Finishes {finish} with {task}, the last of its tasks.",
    "finish.span": "Finishes {finish}: it runs as long as the tasks that it is tied to.",
    # chain
    "chain.link": "Waits for this: {reason}.",
    "chain.summary": "Waits for this: {reason}; {task} decides that date.",
    # late dates
    "late.limited": "Must finish by {late}: {limit}.",
    "late.unnamed": "Must finish by {late}.",
    "late.rolled_up": "Must finish by {late}, the latest date of its tasks.",
    "late.done": "Is done: nothing limits it any more.",
    "late.none": "Has no late dates.",
    "limit.starts_by": "{task} must start by {date}",
    "limit.goes_on": "{task} has begun and goes on {date}",
    "limit.finishes_by": "{task} must finish by {date}",
    "limit.follows": "{task} follows",
    "limit.deadline": "its deadline is {date}",
    "limit.constraint": "it {constraint}",
    "limit.summary": "its summary must be done by {date}",
    "limit.external": "another project needs it by {date}",
    "limit.must_finish_by": "the project must finish by {date}",
    "limit.project_finish": "the project finishes {date}",
    "limit.open_end": "nothing follows it, and such tasks count as critical here",
    "limit.calendar": "its calendar leaves no later date",
    "limit.more": Plural("{count} more task waits", "{count} more tasks wait"),
    # float
    "float.done": "Has no float: it is done.",
    "float.none": "Has no float of its own.",
    "float.span": "Has a total float of {amount}, from the tasks that it is tied to.",
    "float.zero": "Has no float, any delay moves what comes after: {limit}.",
    "float.positive": "Can slip by {amount} before it moves anything that matters: {limit}.",
    "float.negative": "Is {amount} too late: {limit}.",
    # what would make it earlier
    "earlier.one.next": (
        "What holds it: {holders}. If that gave way, it could start up to {gain} earlier; "
        "then this would hold it: {next}."
    ),
    "earlier.all.next": (
        "What holds it, all at once: {holders}. If all of that gave way, it could start up to {gain} earlier; "
        "then this would hold it: {next}."
    ),
    "earlier.one.gain": "What holds it: {holders}. If that gave way, it could start up to {gain} earlier.",
    "earlier.all.gain": (
        "What holds it, all at once: {holders}. If all of that gave way, it could start up to {gain} earlier."
    ),
    "earlier.one.free": "What holds it: {holders}. Nothing else does.",
    "earlier.all.free": "What holds it, all at once: {holders}. Nothing else does.",
    "earlier.one.nothing": "What holds it: {holders}. Even without that it would not start earlier.",
    "earlier.all.nothing": "What holds it, all at once: {holders}. Even without that it would not start earlier.",
    "earlier.one.no_gain": "What holds it: {holders}. Even without that it would not start earlier: {next}.",
    "earlier.all.no_gain": (
        "What holds it, all at once: {holders}. Even without all of that it would not start earlier: {next}."
    ),
    "earlier.behind": (
        "Nothing: it was to begin before the data date, {asked}, but has not; nothing can begin in the past."
    ),
    "earlier.not_before": "{earlier} Before the data date, {asked}, nothing can begin that is not done.",
    "earlier.or_worked": "{earlier} Days off also stand in the way: {gaps}.",
    "earlier.pulled": "Nothing: it is already ahead of its links, which would let it start {logic}: {holders}.",
    "earlier.calendar": "Only a calendar with more working time would make it earlier.",
    "earlier.late": "It could start {gain} earlier, {early}, if it were not planned as late as possible.",
    "earlier.manual": "Its dates were typed by hand; by its links it would start {gain} earlier, {logic}.",
    "earlier.manual_not": "Its dates were typed by hand; by its links it would not start before {logic}.",
    "earlier.remaining": "It has started; for the work that remains: {earlier}",
    "earlier.started": "It has started; only less work would make it finish earlier.",
    "earlier.done": "It is done.",
    "earlier.external": "Its dates come from another project; only that project can move them.",
    "earlier.others": "Its dates are those of the tasks that it stands for: move those.",
    "earlier.no_dates": "It has no dates.",
    "hold.constraint": "it {constraint}",
    "hold.data_date": "open work cannot lie before the data date, {asked}",
    "hold.past": "what is not done cannot begin before the data date, {asked}",
    "hold.project_start": "the project starts {asked}",
    "hold.external": "another project allows it from {asked} on",
    "hold.resume": "its work is suspended until {asked}",
    "hold.delay": "it was delayed by {delay} to level the work load",
    "hold.summary": "its summary holds it",
    "hold.manual": "its dates were typed by hand",
    "hold.late": "it is planned as late as possible",
}

FINDINGS: dict[str, str | Plural] = {
    "loop": "These tasks wait for each other in a circle: {tasks}. The link that closes it was left out.",
    "too_many_loops": Plural(
        "The plan has more circles than can be listed; {count} link in them was left out.",
        "The plan has more circles than can be listed; {count} links in them were left out.",
    ),
    "link_inside_summary": "{task} is linked with its own summary {summary}. The link was left out.",
    "link_to_itself": "{task} is linked with itself. The link was left out.",
    "link_without_end": "Link {link} leads from or to a task that is not in the plan. It was left out.",
    "calendar_missing": "A calendar of the plan is missing (number {calendar}); the standard one was taken instead.",
    "calendar_without_work": "Calendar {name} has no working time at all; it counts as round the clock.",
    "calendar_has_no_beginning": "Calendar {name} has no working time at its beginning; its week was repeated there.",
    "calendar_has_no_end": "Calendar {name} has no working time at its end; its week was repeated there.",
    "calendar_parent_cycle": "Calendar {name} is based on itself through other calendars; the circle was cut.",
    "calendar_parent_missing": "Calendar {name} is based on a calendar that is not in the plan.",
    "calendar_shifts_odd": "Calendar {name} has shifts that overlap or end before they start; they were put right.",
    "calendars_never_meet": "Calendar {name} shares no working time with the calendar of a task that it works on.",
    "negative_float": "{task} is {amount} too late: {limit}.",
    "constraint_overridden": "{task} starts {start} although {reason}: it {constraint}.",
    "deadline_missed": "{task} finishes {finish}, after its deadline, {deadline}.",
    "must_finish_by_missed": "The project must finish by {date}, but finishes {finish}.",
    "open_starts": Plural("{count} task waits for nothing: {tasks}.", "{count} tasks wait for nothing: {tasks}."),
    "open_ends": Plural("Nothing waits for {count} task: {tasks}.", "Nothing waits for {count} tasks: {tasks}."),
    "tasks.more": Plural("{count} more", "{count} more"),
    "out_of_sequence": "{task} went ahead without what it waits for: {reason}.",
    "actual_after_data_date": "{task} has actual dates after the data date, {data_date}.",
    "behind_data_date": Plural(
        "{count} task was to begin before the data date, {data_date}, but has not: {tasks}.",
        "{count} tasks were to begin before the data date, {data_date}, but have not: {tasks}.",
    ),
}

ENGLISH = Catalogue(
    locale="en",
    texts=EXPLAIN | FINDINGS | PROBLEMS | EDITS | FIXING | DIFFERENCES | REPORTING | RULES,
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
