"""English: the DCMA 14 points: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.messages.catalogue import Plural

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOGIC: Mapping[str, str | Plural] = {
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
        "Split the first task where the second one can begin, and link the second one to the first part. If the "
        "overlap was a guess, take the lead out and see what it does to the finish."
    ),
    "rule.dcma-02.row": "The {kind} link from {predecessor} to {successor} has a lead of {lead}.",
    "rule.dcma-03.title": "Lags",
    "rule.dcma-03.test": "At most {most_percent} % of the links have a lag.",
    "rule.dcma-03.why": (
        "A lag is waiting time that has no name, no owner and no progress, so nobody notices when it takes longer. "
        "Often it covers up real work, such as a delivery or an approval, or a start date that somebody wanted."
    ),
    "rule.dcma-03.mend": (
        "Ask what happens during the lag. If somebody works or decides something, put in a task for it, with an owner, "
        "and link it between the two. If nothing happens, take the lag out; keep it only for true waiting such as "
        "drying paint."
    ),
    "rule.dcma-03.row.FS": "{successor} waits another {lag} after {predecessor} is finished.",
    "rule.dcma-03.row.SS": "{successor} waits another {lag} after {predecessor} has started.",
    "rule.dcma-03.row.FF": "{successor} cannot be finished until {lag} after {predecessor} is.",
    "rule.dcma-03.row.SF": "{successor} cannot be finished until {lag} after {predecessor} has started.",
    "rule.dcma-03.percent": "{percent} % of the first task's duration",
    "rule.dcma-04.title": "Link types",
    "rule.dcma-04.test": "At least {least_percent} % of the links run from a finish to a start.",
    "rule.dcma-04.why": (
        "'B starts when A is finished' is the one rule everybody on a site or in a team understands and can check. "
        "Tasks that only start or finish together can look well linked while one of them is free to run on and on."
    ),
    "rule.dcma-04.mend": (
        "For each row ask what the second task really needs, and cut the first task there: then a plain "
        "finish-to-start link says the same. Turn start-to-finish links round; they are nearly always a mistake."
    ),
    "rule.dcma-04.row.SS": "{successor} may start once {predecessor} has started, no matter when that finishes.",
    "rule.dcma-04.row.FF": "{successor} may finish when {predecessor} has finished; it may start at any time.",
    "rule.dcma-04.row.SF": "{successor} may finish when {predecessor} has started: this link runs backwards.",
    "rule.dcma-04.backwards": Plural(
        "{count} link runs from a start to a finish; there should be none.",
        "{count} links run from a start to a finish; there should be none.",
    ),
    "rule.dcma-05.title": "Hard constraints",
    "rule.dcma-05.test": "At most {most_percent} % of the unfinished tasks have a date that logic may not move.",
    "rule.dcma-05.why": (
        "A date that must be kept stays where it is when the work before it slips. The plan then shows a finish that "
        "cannot happen, and the delay comes to light on the day itself."
    ),
    "rule.dcma-05.mend": (
        "Set the constraint to 'as soon as possible' (in P6: none) and link the task to what it waits for. Keep a "
        "promised date as a deadline: it warns without holding the task. If something from outside sets the date, such "
        "as a delivery or a permit, use 'start no earlier than'."
    ),
    "rule.dcma-05.row": "{task} {constraint}, whatever happens before it.",
    "rule.dcma-05.must_start_on": "must start on {date}",
    "rule.dcma-05.must_finish_on": "must finish on {date}",
    "rule.dcma-05.start_on": "has to start on {date}",
    "rule.dcma-05.finish_on": "has to finish on {date}",
    "rule.dcma-05.start_no_later_than": "must start by {date}",
    "rule.dcma-05.finish_no_later_than": "must finish by {date}",
    "rule.dcma-05.manual": Plural(
        "{count} more task has dates typed by hand, which hold it just as hard.",
        "{count} tasks have dates typed by hand, which hold them just as hard; they are not counted here.",
    ),
}

_TIMES: Mapping[str, str | Plural] = {
    "rule.dcma-06.title": "High float",
    "rule.dcma-06.test": "At most {most_percent} % of the unfinished tasks have over {days} working days of float.",
    "rule.dcma-06.why": (
        "Float is how far a task can slip before it delays the finish. Two months and more of it usually mean that a "
        "link is missing: the plan does not know who waits for this task, so its delay would surprise them."
    ),
    "rule.dcma-06.mend": (
        "Ask who uses what each of these tasks produces, and link it to that task instead of to the end of the "
        "project. Begin with the tasks that have the most float. If the work can really wait that long, leave it."
    ),
    "rule.dcma-06.row": "{task} has {room} of float.",
    "rule.dcma-07.title": "Negative float",
    "rule.dcma-07.test": "No unfinished task has negative float.",
    "rule.dcma-07.why": (
        "Negative float means that the plan breaks a promise already: done as planned, this task is too late for a "
        "deadline, a fixed date or the agreed finish that it leads to. Each day you wait leaves fewer ways out."
    ),
    "rule.dcma-07.mend": (
        "Find the date that cannot be kept: follow the task with the least float to the deadline or fixed date at "
        "its end. Then shorten work on the way there, do tasks side by side, or agree a later date with whoever set "
        "it. A date that nobody needs any more is taken out."
    ),
    "rule.dcma-07.row": "{task} is {short} too late for a date that it leads to.",
    "rule.dcma-08.title": "Long tasks",
    "rule.dcma-08.test": "At most {most_percent} % of the unfinished tasks are longer than {days} working days.",
    "rule.dcma-08.why": (
        "Nobody can say how far a task of several months has come; it is '90 % done' for weeks. Trouble shows when "
        "little can be done about it."
    ),
    "rule.dcma-08.mend": (
        "Split each task at results that somebody can look at, best into pieces no longer than two status reports. "
        "Give each piece an owner and link the pieces. Support that runs along with other work, such as site "
        "management, may stay long; in P6 make it a level of effort, which is not counted here."
    ),
    "rule.dcma-08.row": "{task} takes {duration}.",
    "rule.dcma-09.title": "Dates on the wrong side of the data date",
    "rule.dcma-09.test": "No unfinished work lies before the data date, and no finished work after it.",
    "rule.dcma-09.why": (
        "The data date is the day up to which progress is known. Work planned before it can no longer happen then, and "
        "work cannot have been done after it: all dates that follow from such a task are wrong."
    ),
    "rule.dcma-09.mend": (
        "For each task in the past ask whether it was done. If so, enter its actual dates; if not, move what is left "
        "of it after the data date (in Microsoft Project: Update Project, reschedule uncompleted work; in P6: schedule "
        "with the new data date). Actual dates in the future are typing mistakes, or the data date is too old."
    ),
    "rule.dcma-09.row.started": "{task} is entered as started on {start}, after the data date.",
    "rule.dcma-09.row.finished": "{task} is entered as finished on {finish}, after the data date.",
    "rule.dcma-09.row.finish": "{task} is not finished, but should have been on {finish}, before the data date.",
    "rule.dcma-09.row.start": "{task} has not started, but should have on {start}, before the data date.",
    "rule.dcma-10.title": "Tasks without work or cost",
    "rule.dcma-10.test": "Every unfinished task of {days} working day or more has work or cost.",
    "rule.dcma-10.why": (
        "A task that nobody is assigned to is done by nobody. As long as it is missing, the load of people and the "
        "cost of the project look smaller than they are."
    ),
    "rule.dcma-10.mend": (
        "Assign who does the work, with hours, or enter what it costs. If it is only waiting time, such as a delivery, "
        "assign whoever watches over it with an hour or two."
    ),
    "rule.dcma-10.row.anybody": "{task} has nobody assigned to it, and no cost.",
    "rule.dcma-10.row.amount": "{task} has somebody or something assigned to it, but no work and no cost.",
    "rule.dcma-10.not_loaded": (
        "The plan holds no people, work or cost at all, so this is not judged. Without them you cannot see who is "
        "overloaded."
    ),
}

_INDICES: Mapping[str, str | Plural] = {
    "rule.dcma-11.title": "Missed tasks",
    "rule.dcma-11.test": "At most {most_percent} % of the tasks due by the data date are later than in the baseline.",
    "rule.dcma-11.why": (
        "This is how well the project has kept its word up to now. When many tasks finish late, the dates still to "
        "come are too hopeful as well."
    ),
    "rule.dcma-11.mend": (
        "Look for what the late tasks have in common: a supplier, a team, estimates that are too short. Take that "
        "into the tasks still to come, and finish first what others wait for. Ask for a new baseline only when the "
        "sponsor has agreed to the new dates."
    ),
    "rule.dcma-11.row.finished": "{task} was due on {planned} and was finished on {finish}.",
    "rule.dcma-11.row.open": "{task} was due on {planned} and is now expected on {finish}.",
    "rule.dcma-12.title": "Critical path test",
    "rule.dcma-12.test": (
        "When a task on the critical path takes {days} working days longer, the finish of the project moves by as much."
    ),
    "rule.dcma-12.why": (
        "The critical path is the chain of tasks that decides when the project is finished. If a huge delay at its "
        "beginning does not arrive at its end, something on the way holds the dates, and no delay can be trusted to "
        "show."
    ),
    "rule.dcma-12.mend": (
        "Go to the task named here: that is where the delay gets stuck. Take out its fixed date, schedule it "
        "automatically, or link it to what it waits for. Then run the review again, as there may be a second such "
        "place further on."
    ),
    "rule.dcma-12.moved": "{delay} were added to {task}, and the finish moved by {moved}.",
    "rule.dcma-12.calendars": (
        "{delay} were added to {task}, and the finish moved by {moved}: tasks that work by other calendars make the "
        "difference."
    ),
    "rule.dcma-12.milestones": "Nothing that could take longer leads to the finish: only dates hold it.",
    "rule.dcma-12.from_finish": (
        "The plan is scheduled backwards from its finish, so the finish cannot move. Schedule it from its start to "
        "have its critical path tested."
    ),
    "rule.dcma-12.row.constraint": "The delay gets stuck at {task}, which {constraint}.",
    "rule.dcma-12.row.manual": "The delay gets stuck at {task}: its dates are typed by hand.",
    "rule.dcma-12.row.started": "The delay gets stuck at {task}, which started before the work it waits for was done.",
    "rule.dcma-12.row.done": "{task} is done, but later than everything that is left: check its actual finish.",
    "rule.dcma-12.row.milestone": "Only its own date decides when {task} happens, not any work.",
    "rule.dcma-12.row.other": "The delay does not come through at {task} in full.",
    "rule.dcma-13.title": "Critical path length index",
    "rule.dcma-13.test": "The time left until the agreed finish is {least_ratio} or more of the time that is needed.",
    "rule.dcma-13.why": (
        "It compares the time that is left with the time that is needed: at 1 the project finishes as agreed, at 0.90 "
        "only nine days are left for every ten that it needs. Below 0.95 projects rarely catch up by themselves."
    ),
    "rule.dcma-13.mend": (
        "Shorten the critical path, not just any task: look at its longest tasks, do work side by side, or take scope "
        "out. If that is not enough, tell the sponsor now and agree a new finish."
    ),
    "rule.dcma-13.early": ("{length} are left until {finish}; the agreed finish, {promised}, is {difference} later."),
    "rule.dcma-13.late": ("{length} are left until {finish}; the agreed finish, {promised}, is {difference} earlier."),
    "rule.dcma-13.even": "{length} are left until {finish}, the agreed finish.",
    "rule.dcma-13.past": "The forecast finish, {finish}, is not after the data date: nothing is left to measure.",
    "rule.dcma-14.title": "Baseline execution index",
    "rule.dcma-14.test": "Tasks finished, divided by tasks that should be finished by now, give {least_ratio} or more.",
    "rule.dcma-14.why": (
        "It compares the tasks that are finished with those that should be. Below 1 unfinished work piles up in front "
        "of you, even when the tasks under way look fine."
    ),
    "rule.dcma-14.mend": (
        "Go through the tasks below: enter the finish of those that are done, and for the others agree with their "
        "owners when they will be. Do them before starting anything new. Tasks that the baseline does not know are "
        "added to it once they are agreed."
    ),
    "rule.dcma-14.figures": "Finished: {done}; should be: {due}.",
    "rule.dcma-14.row": "{task} should have been finished by {planned}.",
    "rule.dcma-14.row.unplanned": "{task} is not finished, and the baseline does not know when it should be.",
}

DCMA: dict[str, str | Plural] = {**_LOGIC, **_TIMES, **_INDICES}
