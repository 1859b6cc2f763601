"""English: rules of our own: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.messages.catalogue import Plural

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOGIC: Mapping[str, str | Plural] = {
    "rule.loops.title": "Circles of links",
    "rule.loops.test": "No tasks wait for each other in a circle.",
    "rule.loops.why": (
        "If A waits for B and B waits for A, neither can ever start. P6 refuses to schedule such a plan, and Microsoft "
        "Project to take in the last of these links. Dates can only be had by leaving a link out, and which one is a "
        "guess."
    ),
    "rule.loops.mend": (
        "Walk round each circle and ask which of these tasks truly comes first. Take out the link that makes it wait. "
        "A task is never linked with the summary it stands under: link it with other tasks instead."
    ),
    "rule.loops.row.loop": "These tasks wait for each other in a circle: {tasks}.",
    "rule.loops.row.link_inside_summary": "A task is linked with itself or with the summary it belongs to: {tasks}.",
    "rule.dangling-start.title": "Dangling starts",
    "rule.dangling-start.test": "At most {most_percent} % of the unfinished tasks have a start that nothing holds.",
    "rule.dangling-start.why": (
        "These tasks have predecessors, but only their finish waits for them; nothing holds their start. When they "
        "take longer, the plan lets them start earlier instead of finish later, even before anybody could begin."
    ),
    "rule.dangling-start.mend": (
        "For each task ask what has to be there before anybody can begin, and add that as a finish-to-start or "
        "start-to-start link. Keep the link on its finish as well, if it is real."
    ),
    "rule.dangling-start.row": (
        "{task} may not finish before {predecessor} lets it, but nothing says when it can start."
    ),
    "rule.dangling-finish.title": "Dangling finishes",
    "rule.dangling-finish.test": (
        "At most {most_percent} % of the unfinished tasks have a finish that nobody waits for."
    ),
    "rule.dangling-finish.why": (
        "Others wait for the start of these tasks, nobody for their end. They can overrun by months and no other date "
        "in the plan moves."
    ),
    "rule.dangling-finish.mend": (
        "For each task ask who needs its result, and link its finish to the start of that task. If it only has to be "
        "done by the end, link its finish to the milestone that ends the phase or the project."
    ),
    "rule.dangling-finish.row": "{successor} waits for the start of {task}, but nothing waits for its finish.",
    "rule.out-of-sequence.title": "Work out of sequence",
    "rule.out-of-sequence.test": "No open work began before the links into it allowed.",
    "rule.out-of-sequence.why": (
        "The plan says that one task waits for another, and the people on the job have shown that it does not. Dates "
        "that are worked out from a link nobody follows are wrong for everything behind it."
    ),
    "rule.out-of-sequence.mend": (
        "Ask whoever started early whether the work before is still needed. If only a part of it was, split that task "
        "or link the two starts with a lag; if nothing was, take the link out. Never change the actual dates to fit."
    ),
    "rule.out-of-sequence.row": (
        "{successor} has begun, although its {kind} link from {predecessor} did not allow it yet."
    ),
    "rule.duplicate-links.title": "Duplicate links",
    "rule.duplicate-links.test": "No two tasks are linked twice where one link says it all.",
    "rule.duplicate-links.why": (
        "The second link decides nothing. It makes the plan harder to read, and whoever changes one of the two is "
        "surprised that nothing moves, because the other one still holds."
    ),
    "rule.duplicate-links.mend": (
        "Take out the link named in each row: no date moves. If the two links were meant to say different things, "
        "correct the one that is wrong."
    ),
    "rule.duplicate-links.row.same": (
        "{predecessor} and {successor} have two {kind} links; the one with the shorter lag never decides."
    ),
    "rule.duplicate-links.row.covered": (
        "The {kind} link from {predecessor} to {successor} never decides: their {other} link asks for more."
    ),
    "rule.long-lags.title": "Long lags",
    "rule.long-lags.test": "No link waits more than {days} working days.",
    "rule.long-lags.why": (
        "A wait of months is nearly always something that somebody does: a delivery, an approval, a season. As a lag "
        "it has no name, no owner and no progress, so nobody chases it."
    ),
    "rule.long-lags.mend": (
        "Ask what happens during the wait and put in a task with that name, its length and an owner, linked between "
        "the two. If the lag only pushes the work to a known date, use 'start no earlier than' and note why."
    ),
    "rule.long-lags.row": "{successor} waits {lag} after {predecessor} ({kind} link), and no task says what for.",
    "rule.links-on-summaries.title": "Links on summaries",
    "rule.links-on-summaries.test": "No link begins or ends at a summary.",
    "rule.links-on-summaries.why": (
        "A link on a summary makes every task below it wait, also those that could start, or hands on the date of "
        "whichever is last. Nobody sees it on the tasks themselves, and P6 does not know such links at all."
    ),
    "rule.links-on-summaries.mend": (
        "Find the task below the summary that is really waited for, and the one that really waits, and link these two. "
        "Milestones such as 'Phase 1 approved' make good joints between phases. Then take the summary's link out."
    ),
    "rule.links-on-summaries.row.predecessor": (
        "{successor} waits for the summary {predecessor} ({kind}): for all that stands below it."
    ),
    "rule.links-on-summaries.row.successor": (
        "All tasks below the summary {successor} wait for {predecessor} ({kind})."
    ),
    "rule.links-on-summaries.row.both": (
        "All tasks below the summary {successor} wait for all below {predecessor} ({kind})."
    ),
    "rule.summary-only-logic.title": "Linked only through a summary",
    "rule.summary-only-logic.test": (
        "At most {most_percent} % of the unfinished tasks and milestones have no link but that of a summary above them."
    ),
    "rule.summary-only-logic.why": (
        "A task that is linked only through its summary starts with the whole phase and ends somewhere in it. When it "
        "slips you cannot see whom that hurts until the whole phase is late."
    ),
    "rule.summary-only-logic.mend": (
        "Inside each phase, put the tasks in order: link each one to what it needs and to who needs it. When all tasks "
        "of a summary are linked, take the link off the summary."
    ),
    "rule.summary-only-logic.row": "{task} has no link of its own; only its summary {summary} is linked.",
    "rule.milestones-without-logic.title": "Milestones without logic",
    "rule.milestones-without-logic.test": "No milestone ahead stands on its own, without work that leads to it.",
    "rule.milestones-without-logic.why": (
        "A milestone is what others look at, and it should tell them when the work before it will be done. One that "
        "waits for nothing keeps its date whatever happens, and everybody believes it."
    ),
    "rule.milestones-without-logic.mend": (
        "Link each milestone to the last tasks that must be done for it to be reached. If it stands for something from "
        "outside, such as a delivery, give it that date with 'start no earlier than' and link what waits for it."
    ),
    "rule.milestones-without-logic.row.alone": "The milestone {task} waits for nothing, and nothing waits for it.",
    "rule.milestones-without-logic.row.undated": (
        "The milestone {task} waits for nothing and has no date of its own: it stands where the project starts."
    ),
    "rule.inactive-predecessor.title": "Waiting for inactive work",
    "rule.inactive-predecessor.test": "No active task has a link from an inactive one.",
    "rule.inactive-predecessor.why": (
        "The link looks as if it held the task, but work that is switched off holds nothing. The task may have lost "
        "the only thing it waited for without anybody noticing."
    ),
    "rule.inactive-predecessor.mend": (
        "Ask whether the work that was switched off is still needed. If so, make it active; if not, link the task to "
        "what the inactive work waited for, and take the old link out."
    ),
    "rule.inactive-predecessor.row": (
        "{successor} is linked to {predecessor} ({kind}), which is inactive and holds nothing."
    ),
    "rule.delays-arrive.title": "Delays that do not arrive",
    "rule.delays-arrive.test": (
        "Of up to {samples} tasks, tried one by one, at most {most_percent} % can be very late without moving the end."
    ),
    "rule.delays-arrive.why": (
        "Each of these tasks was made longer by all its float and {days} working days more, and the end of the plan "
        "did not move. The plan will not tell you when such a task is late."
    ),
    "rule.delays-arrive.mend": (
        "Follow the links from the task towards the end and find where they stop: nothing waits for it, or a typed or "
        "fixed date stands in the way. Put in the link that is missing, or let logic move what stands fixed."
    ),
    "rule.delays-arrive.row": "However late {task} is, {end} keeps its date.",
    "rule.critical-path-gaps.title": "Gaps in the critical path",
    "rule.critical-path-gaps.test": "No task on the critical path waits for a date instead of for work.",
    "rule.critical-path-gaps.why": (
        "Before such a task the path stands still. What comes before it looks as if it had time, and the finish "
        "depends on a date that somebody typed."
    ),
    "rule.critical-path-gaps.mend": (
        "Ask why each task cannot start earlier. If work or a delivery holds it, put that in and link it; if nothing "
        "does, take the date out, and the finish may come earlier."
    ),
    "rule.critical-path-gaps.row.constraint": (
        "{task} is on the critical path and starts on {start} because of its constraint, not of the work before it."
    ),
    "rule.critical-path-gaps.row.manual": (
        "{task} is on the critical path and starts on {start} because that date is typed."
    ),
    "rule.critical-path-gaps.row.delay": (
        "{task} is on the critical path and starts on {start} because it was delayed to level the work load."
    ),
    "rule.critical-path-gaps.row.external": (
        "{task} is on the critical path and starts on {start} because another project says so."
    ),
    "rule.summaries-agree.title": "Summaries that show other dates",
    "rule.summaries-agree.test": "Every summary begins and ends with the work below it.",
    "rule.summaries-agree.why": (
        "Sponsors read the summary lines. One with typed dates of its own shows a wish, while the work below it says "
        "something else."
    ),
    "rule.summaries-agree.mend": (
        "Set the summary to 'automatically scheduled', so that it takes its dates from the work below. If its typed "
        "finish is a promise, keep it as a deadline on the summary."
    ),
    "rule.summaries-agree.row": "{task} shows {start} to {finish}, but the work below it runs from {first} to {last}.",
    "rule.finish-milestone.title": "A milestone at the end",
    "rule.finish-milestone.test": "The plan ends with a milestone that work leads to.",
    "rule.finish-milestone.why": (
        "Without one event that everything leads to, 'when are we done?' has no single answer, and no critical path "
        "ends anywhere in particular. It is also what sponsors ask for first."
    ),
    "rule.finish-milestone.mend": (
        "Add a milestone such as 'Project complete' at the end, and link to it the last task of each strand of work. "
        "Then compare its date, not that of the last task, with what was promised."
    ),
    "rule.finish-milestone.row": "The plan ends with {task} on {finish}, and no milestone stands there or later.",
}

_ESTIMATES: Mapping[str, str | Plural] = {
    "rule.manual-tasks.title": "Dates typed by hand",
    "rule.manual-tasks.test": (
        "At most {most_percent} % of the unfinished tasks and milestones have dates typed by hand (manual tasks)."
    ),
    "rule.manual-tasks.why": (
        "A typed date does not move when the work before it slips, so the plan shows what somebody once hoped. With "
        "many of them it is a drawing, not a plan."
    ),
    "rule.manual-tasks.mend": (
        "First give each task its duration and its links, then set it to 'automatically scheduled' and look where it "
        "moves. Where it moves to is what the plan really says; where a date from outside is real, use 'start no "
        "earlier than'."
    ),
    "rule.manual-tasks.row.linked": "{task} stands on typed dates; its links do not move it.",
    "rule.manual-tasks.row.alone": "{task} stands on typed dates and waits for nothing.",
    "rule.estimated-durations.title": "Durations with a question mark",
    "rule.estimated-durations.test": "At most {most_percent} % of the tasks ahead have a duration marked as a guess.",
    "rule.estimated-durations.why": (
        "The question mark stands where nobody has entered a duration yet: the program put in a day, or whatever was "
        "there before. All dates behind it rest on a number that nobody gave."
    ),
    "rule.estimated-durations.mend": (
        "Ask whoever will do the task how long it takes when nothing special happens, and what could make it longer. "
        "Enter the answer; the question mark goes when you type a duration without one."
    ),
    "rule.estimated-durations.row": "{task} takes {duration} with a question mark.",
    "rule.elapsed-durations.title": "Durations in calendar days",
    "rule.elapsed-durations.test": (
        "At most {most_percent} % of the unfinished tasks have a duration that counts nights and weekends."
    ),
    "rule.elapsed-durations.why": (
        "Such a task goes on through weekends and holidays, so '10 days' is two weeks for one task and less than one "
        "and a half for the next. Mixed up, durations can no longer be compared or added."
    ),
    "rule.elapsed-durations.mend": (
        "Keep calendar days for what truly does not stop, such as concrete that hardens. Enter all other durations in "
        "working days; for work that goes on at weekends give the task a calendar that says so."
    ),
    "rule.elapsed-durations.row": "{task} takes {duration}, nights and weekends included.",
    "rule.empty-elements.title": "Parts of the breakdown without tasks",
    "rule.empty-elements.test": "Every element of the work breakdown has at least one task.",
    "rule.empty-elements.why": (
        "An empty element is either work that nobody has planned yet or a heading that nobody needs. Reports by "
        "element show it as if nothing were to be done."
    ),
    "rule.empty-elements.mend": (
        "Ask whoever owns the element what has to be done there and put in the tasks, even as rough ones. If nothing "
        "has to be done, take the element out."
    ),
    "rule.empty-elements.row": "{task} has no task below it.",
    "rule.task-names.title": "Names of tasks",
    "rule.task-names.test": (
        "At most {most_percent} % of the unfinished tasks and milestones have no name, or the same one as a neighbour."
    ),
    "rule.task-names.why": (
        "In a report, a list of links or a mail a task stands without its summary. 'Review' three times tells nobody "
        "which one is late."
    ),
    "rule.task-names.mend": (
        "Name each task by what is done to what, so that it can be understood alone: 'Review fire safety drawings'. A "
        "milestone is named by what is reached: 'Fire safety drawings approved'."
    ),
    "rule.task-names.row.none": "The task with the number {number} has no name.",
    "rule.task-names.row.shared": "{count} tasks under the same summary are called {task}.",
    "rule.round-estimates.title": "Durations in whole weeks",
    "rule.round-estimates.test": (
        "At most {most_percent} % of the unfinished tasks last whole weeks, where there are {least_tasks} or more."
    ),
    "rule.round-estimates.why": (
        "Work does not come in whole weeks. When most durations do, they were likely filled in from the top by one "
        "person, with room to spare in some and none in others, and nobody knows which."
    ),
    "rule.round-estimates.mend": (
        "Begin with the critical tasks of the next two months. Ask those who do them for an estimate in days and what "
        "it rests on, and split tasks that they can only guess at. Work far ahead may stay round."
    ),
    "rule.round-estimates.row": Plural("{task} lasts exactly {count} week.", "{task} lasts exactly {count} weeks."),
    "rule.not-in-baseline.title": "Work that is not in the baseline",
    "rule.not-in-baseline.test": (
        "At most {most_percent} % of the unfinished tasks and milestones are not in the baseline."
    ),
    "rule.not-in-baseline.why": (
        "What was never baselined can never be late: it is missing from every comparison with what was agreed. Much of "
        "it means that the scope has grown without anybody deciding so."
    ),
    "rule.not-in-baseline.mend": (
        "For each task find out who asked for it and who agreed. If it is agreed, add it to the baseline (in Microsoft "
        "Project: set the baseline for the selected tasks only); if not, raise it as a change before work begins."
    ),
    "rule.not-in-baseline.row": "{task} is not in the baseline.",
}

_PROGRESS: Mapping[str, str | Plural] = {
    "rule.stale-progress.title": "Stale progress",
    "rule.stale-progress.test": (
        "At most {most_percent} % of the tasks in progress have shown no progress for more than {days} working days."
    ),
    "rule.stale-progress.why": (
        "Either the work has stopped and nobody says so, or it goes on and nobody enters it. In both cases the dates "
        "behind it are made up."
    ),
    "rule.stale-progress.mend": (
        "Ring whoever does the task and ask two things: what is left to do, in days, and is anything in the way? Enter "
        "the remaining duration rather than a percentage. If the work has stopped, move the rest to when it goes on."
    ),
    "rule.stale-progress.row.none": "{task} began on {since} and shows no progress since.",
    "rule.stale-progress.row.some": "{task} has shown no progress beyond {since}.",
    "rule.long-in-progress.title": "Long in progress",
    "rule.long-in-progress.test": (
        "At most {most_percent} % of the tasks in progress began more than {days} working days before the data date."
    ),
    "rule.long-in-progress.why": (
        "A task that has been open for months is usually waiting for something, or was begun only to show that "
        "something happens. The longer it is open, the less its percentage means."
    ),
    "rule.long-in-progress.mend": (
        "Ask what is finished and what is left. Close the part that is done, and put the rest in as tasks of its own "
        "with durations, links and an owner."
    ),
    "rule.long-in-progress.row": "{task} began on {start}, {age} before the data date, and is not finished.",
    "rule.missed-dates.title": "Deadlines and latest dates already missed",
    "rule.missed-dates.test": "No unfinished task is scheduled after its deadline or the latest date it was given.",
    "rule.missed-dates.why": (
        "Somebody promised this date, and the plan already says that it will not be kept. Told today it is a choice "
        "between ways out; found out on the day it is a surprise."
    ),
    "rule.missed-dates.mend": (
        "Find out what drives each task (the command 'headway explain' tells) and try to shorten that. If the date "
        "cannot be kept, tell whoever was promised it now, agree a new one and enter it as the deadline."
    ),
    "rule.missed-dates.row.deadline": (
        "{task} is scheduled to finish on {scheduled}, {late} after its deadline on {promised}."
    ),
    "rule.missed-dates.row.finish": (
        "{task} is scheduled to finish on {scheduled}, {late} after its latest date, {promised}."
    ),
    "rule.missed-dates.row.start": (
        "{task} is scheduled to start on {scheduled}, {late} after its latest date, {promised}."
    ),
}

_PEOPLE: Mapping[str, str | Plural] = {
    "rule.no-owner.title": "Tasks without owner",
    "rule.no-owner.test": (
        "At most {most_percent} % of the unfinished tasks have neither an owner nor anybody assigned."
    ),
    "rule.no-owner.why": (
        "If nobody's name stands at a task, everybody thinks that somebody else does it. There is nobody to ask how it "
        "is going, either."
    ),
    "rule.no-owner.mend": (
        "Begin with tasks that start in the next four weeks: agree one name for each with the team lead, and tell that "
        "person. A company or a team will do until you have a name, but not for work that has begun."
    ),
    "rule.no-owner.row": "Nobody is named for {task}.",
    "rule.over-allocation.title": "People booked for more time than they have",
    "rule.over-allocation.test": (
        "Nobody is booked for more than there is of them for {days} working day or more, from the data date on."
    ),
    "rule.over-allocation.why": (
        "Nobody does two full days' work in one day, so one of these tasks will be late, whatever the plan says. If "
        "you do not choose which one, chance does."
    ),
    "rule.over-allocation.mend": (
        "Begin with the worst day named in each row and decide which task comes first: let the others start later, as "
        "far as they have float. Or bring in somebody else, or agree that each task takes longer at part time."
    ),
    "rule.over-allocation.row": (
        "{resource} is booked for more than there is, in all for {days}, first on {first}. At worst it is {peak} % of "
        "{limit} %: {tasks}."
    ),
}

_REASONS: Mapping[str, str | Plural] = {
    "rule.reason.nothing_begun": "No work has begun yet.",
    "rule.reason.nothing_in_progress": "No task is in progress.",
    "rule.reason.no_owners": (
        "No task of this plan names anybody. If owners are kept elsewhere, nothing is amiss; if not, name them here."
    ),
    "rule.reason.too_few_tasks": Plural(
        "The plan has {count} unfinished task with duration, too few to say.",
        "The plan has {count} unfinished tasks with duration, too few to say.",
    ),
    "rule.reason.nobody_booked": "No open task has anybody assigned with units.",
    "rule.reason.not_in_p6": "Plans from P6 have nothing of the kind.",
    "rule.reason.nothing_inactive": "No task of this plan is inactive.",
    "rule.reason.no_promised_dates": "No unfinished task has a deadline or a latest date.",
    "rule.reason.from_finish": (
        "The plan is scheduled backwards from its finish, so delays move the start, not the end."
    ),
    "rule.reason.no_summary_linked": "No summary of this plan is linked.",
    "rule.reason.no_elements": "The plan has no elements of a work breakdown, only tasks and summaries.",
    "rule.reason.no_dates": "No unfinished task has a date.",
}

EXTRA: Mapping[str, str | Plural] = {**_LOGIC, **_ESTIMATES, **_PROGRESS, **_PEOPLE, **_REASONS}
