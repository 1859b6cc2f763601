"""English: the ten practices of the GAO schedule guide: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.messages.catalogue import Plural

GAO: Mapping[str, str | Plural] = {
    "rule.gao.failed": "Not kept: {failed}.",
    "rule.gao.failed_and_silent": "Not kept: {failed}. Could not be evaluated: {silent}.",
    "rule.gao.passed_and_silent": "Could not be evaluated: {silent}.",
    "rule.gao.silent": "None of its rules could be evaluated ({rules}). {reason}",
    "rule.gao-01.title": "All the work is in the plan",
    "rule.gao-01.test": (
        "Every part of the work breakdown has tasks, tasks have names of their own, and the plan has an end."
    ),
    "rule.gao-01.why": (
        "Work that is not in the plan has no date, no owner and no budget until the day it is missed. No program can "
        "see what you forgot: this practice looks only for signs of it."
    ),
    "rule.gao-01.mend": (
        "Go through the contract or the list of deliverables and tick off the tasks for each one. Then ask the "
        "customer and each supplier what you need from them, and put that in as well: access, decisions, deliveries, "
        "sign-offs."
    ),
    "rule.gao-02.title": "All the work is in order",
    "rule.gao-02.test": "All rules on links, lags, constraints and open ends pass.",
    "rule.gao-02.why": (
        "Only when each task knows what it waits for can the plan answer the question that you are asked most: what "
        "happens if this is late?"
    ),
    "rule.gao-02.mend": (
        "Begin with tasks without links, then with fixed dates, then with lags. The rules named here say what to do "
        "for each row; an hour with the team leads and the list of open ends does most of it."
    ),
    "rule.gao-03.title": "Somebody is there to do the work",
    "rule.gao-03.test": "Tasks have work or cost and an owner, and nobody is booked for more than there is of them.",
    "rule.gao-03.why": (
        "Dates hold only if there is somebody to do the work at that time. Without people in the plan it shows when "
        "the work could be done, not when it will be."
    ),
    "rule.gao-03.mend": (
        "Name an owner for each task of the next weeks first, then enter who works on it and how much. Then look at "
        "who is booked twice, and decide what waits."
    ),
    "rule.gao-04.title": "Durations are realistic",
    "rule.gao-04.test": "Durations are estimated, not guessed, short enough to follow, and in the same units.",
    "rule.gao-04.why": (
        "Every date is a sum of durations. Long, round or unasked-for ones make a plan that looks exact and is wrong."
    ),
    "rule.gao-04.mend": (
        "Ask those who do the work, for the next two months first. Split what takes longer than two status reports, "
        "and keep to working days throughout."
    ),
    "rule.gao-05.title": "Dates agree, along the links and up the outline",
    "rule.gao-05.test": (
        "A delay of any task reaches the end of the plan, and every summary shows the dates of the work below it."
    ),
    "rule.gao-05.why": (
        "The date you report from the summary line and the date the team works to must be the same one. And a delay "
        "has to show at the end on the day you hear of it, not when it gets there."
    ),
    "rule.gao-05.mend": (
        "Follow each task named here along its links to the end, and close the gap where the chain breaks: a missing "
        "link, a typed date, a fixed date. Let summaries work out their own dates."
    ),
    "rule.gao-06.title": "The critical path holds",
    "rule.gao-06.test": "A delay at its beginning arrives at the finish in full, and no date stands in between.",
    "rule.gao-06.why": (
        "The critical path is where you spend your attention and your money. If it is broken by a fixed date, you "
        "spend them in the wrong place."
    ),
    "rule.gao-06.mend": (
        "Read the critical path from the data date to the finish as a story: this, because of that. Where you cannot "
        "say 'because', replace the date by the link that is missing."
    ),
    "rule.gao-07.title": "Float is reasonable",
    "rule.gao-07.test": "No task has negative float, and few have a great deal of it.",
    "rule.gao-07.why": (
        "Float tells you which tasks may wait. Negative float says that a promise is already broken; very much of it "
        "says that a link is missing, so that you would let the wrong tasks wait."
    ),
    "rule.gao-07.mend": (
        "Settle negative float first: follow it to the date that cannot be kept. Then take the tasks with the most "
        "float and ask of each who needs its result."
    ),
    "rule.gao-08.title": "The risk to the dates has been analysed",
    "rule.gao-08.test": "A risk analysis says how likely the committed date is.",
    "rule.gao-08.why": (
        "A plan shows one finish, but durations are ranges and paths meet. The date a plan shows is often kept in "
        "fewer than half of all cases."
    ),
    "rule.gao-08.mend": (
        "Ask for three durations (best, likely, worst) for the tasks on and near the critical path, and list the risks "
        "with their chance and their delay. Then have a simulation run, and commit to a date that is kept in eight "
        "cases of ten."
    ),
    "rule.gao-08.not_recorded": (
        "No risk analysis is recorded in this plan; plan files do not hold one. If you have had one made, look up when "
        "it was run and how likely it found the committed date."
    ),
    "rule.gao-09.title": "The plan is kept up to date",
    "rule.gao-09.test": "Progress is entered up to the data date, moves, and follows the links.",
    "rule.gao-09.why": "A plan that is not fed every week or two is a memory. Decisions taken from it are taken blind.",
    "rule.gao-09.mend": (
        "Set one day a week as the data date. For each task in progress enter actual start and days left; what should "
        "have happened and did not is moved to after the data date."
    ),
    "rule.gao-10.title": "A baseline is kept",
    "rule.gao-10.test": "The plan has a baseline, the work is in it, and it is followed closely.",
    "rule.gao-10.why": (
        "Without a copy of what was agreed nobody can say whether the project is late, or by how much. Every slip "
        "then quietly becomes the plan."
    ),
    "rule.gao-10.mend": (
        "When the dates are agreed, save them as the baseline, with date and approver. Change it only by a recorded "
        "decision; explain what differs from it in each report."
    ),
    "rule.gao-10.no_baseline": "The plan has no baseline.",
}
