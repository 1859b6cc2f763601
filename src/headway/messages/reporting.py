"""English: the words of reports.

Titles and labels have no full stop, sentences have one.  ``{name}`` is the project or a task as its file writes it.
"""

from __future__ import annotations

from headway.messages.catalogue import Plural

HEADLINE: dict[str, str | Plural] = {
    "report.title": "{name}: plan report",
    "report.sheet.milestones": "Milestones",
    "report.sheet.changes": "Changes",
    "report.sheet.critical": "Critical path",
    "report.sheet.float": "Float",
    "report.sheet.load": "Load",
    "report.sheet.weeks": "Next six weeks",
    "report.sheet.review": "Review",
    "report.sheet.trust": "Trust",
    "report.overview": "Overview",
    "report.kicker.data_date": "Plan report as of {date}",
    "report.kicker.today": "Plan report as of today, {date}: the plan has no data date",
    "report.kicker.progress": "Plan report as of its last progress, {date}: the plan has no data date",
    "report.kicker.done": "Plan report of finished work",
    "report.kicker.start": "Plan report from its start, {date}: the plan has no data date",
    "report.fact.manager": "Manager",
    "report.fact.source": "File",
    "report.fact.last": "Compared with",
    "report.fact.last.dated": "{file}, as of {date}",
    "report.unnamed": "(no name)",
    "report.quoted": "“{name}”",
    "report.headline.finishes": "{name} finishes on {date}.",
    "report.headline.finishes.later": "{name} finishes on {date}, {length} later than its baseline.",
    "report.headline.finishes.earlier": "{name} finishes on {date}, {length} earlier than its baseline.",
    "report.headline.finishes.same": "{name} finishes on {date}, as in its baseline.",
    "report.headline.was": "{name} was to finish on {date}.",
    "report.headline.was.later": "{name} was to finish on {date}, {length} later than its baseline.",
    "report.headline.was.earlier": "{name} was to finish on {date}, {length} earlier than its baseline.",
    "report.headline.was.same": "{name} was to finish on {date}, as in its baseline.",
    "report.headline.finished": "{name} finished on {date}.",
    "report.headline.finished.later": "{name} finished on {date}, {length} later than its baseline.",
    "report.headline.finished.earlier": "{name} finished on {date}, {length} earlier than its baseline.",
    "report.headline.finished.same": "{name} finished on {date}, as in its baseline.",
    "report.headline.empty": "{name} has no tasks yet.",
    "report.summary.impossible": "A date cannot be kept: {why}",
    "report.summary.too_late": "{task} is {amount} too late: {limit}.",
    "report.summary.critical": Plural(
        "{count} of its {open} unfinished tasks is critical: a day lost there is a day lost at the end.",
        "{count} of its {open} unfinished tasks are critical: a day lost on one of them is a day lost at the end.",
    ),
    "report.summary.critical.only": "The one task that is left is critical: a day lost on it is a day lost at the end.",
    "report.summary.critical.both": (
        "Both unfinished tasks are critical: a day lost on one of them is a day lost at the end."
    ),
    "report.summary.longest": Plural(
        "{count} task decides the finish: the longest path.", "{count} tasks decide the finish: the longest path."
    ),
    "report.summary.longest.room": Plural(
        "{count} task decides the finish; it can slip by {amount} before a date is missed.",
        "{count} tasks decide the finish; they can slip by {amount} before a date is missed.",
    ),
    "report.summary.work_ends": (
        "All work ends by {date}: only a summary row or a level of effort runs on until {finish}."
    ),
    "report.summary.critical.all": (
        "All {count} unfinished tasks are critical: a day lost on one of them is a day lost at the end."
    ),
    "report.summary.room": Plural(
        "{count} task is left; it has {amount} of float.",
        "None of the {count} unfinished tasks is critical; the tightest, “{name}”, has {amount} of float.",
    ),
    "report.summary.room.none": Plural(
        "{count} task is left; it has no float.",
        "None of the {count} unfinished tasks is critical, but the tightest, “{name}”, has no float.",
    ),
    "report.summary.open": Plural("{count} task is left.", "{count} tasks are left."),
    "report.summary.milestone.next": "The next milestone is “{name}” on {date}.",
    "report.summary.milestone.late": Plural(
        "{count} milestone is later than promised or overdue; next comes “{name}” on {date}.",
        "{count} milestones are later than promised or overdue; next comes “{name}” on {date}.",
    ),
    "report.summary.done": "Done: {done} of {tasks} tasks, {share} of the planned duration.",
    "report.summary.done.overdue": (
        "Done: {done} of {tasks} tasks, {share} of the planned duration; {count} more should be."
    ),
    "report.summary.done.none": "No task is done yet.",
    "report.summary.done.none.overdue": "No task is reported done, though {count} should be.",
    "report.summary.all_done": "All of its work is done.",
    "report.ask.empty": "Add the tasks, or read the file that holds them.",
    "report.ask.impossible": (
        "Decide what gives: let “{name}” have until {date}, or shorten the work before it, “{first}” first."
    ),
    "report.ask.impossible.alone": "Decide what gives: let “{name}” have until {date}, or shorten it.",
    "report.ask.overdue": Plural(
        "Ask how “{name}” stands, due {date}: it should be done, and all dates after it rest on a guess.",
        "Ask how the {count} overdue tasks stand, “{name}” (due {date}) first: all dates after them rest on guesses.",
    ),
    "report.ask.old.data_date": "Have the progress brought up to date: the data date is {date}.",
    "report.ask.old.progress": "Have the progress brought up to date: the last that was reported is of {date}.",
    "report.ask.old.start": "Have the progress brought up to date: none was ever reported since {date}.",
    "report.ask.win_back": "Win time back on the critical path: its longest task is “{name}”, {length} until {date}.",
    "report.ask.baseline": "Agree on a baseline: nothing is promised yet that the dates could be held against.",
    "report.ask.protect": "Protect “{name}”: it is next on the critical path and due {date}.",
}

STATUS: dict[str, str | Plural] = {
    "report.section.status": "Where it stands",
    "report.dimension.schedule": "Schedule",
    "report.dimension.progress": "Progress",
    "report.dimension.cost": "Cost",
    "report.verdict.on track": "on track",
    "report.verdict.at risk": "at risk",
    "report.verdict.off track": "off track",
    "report.verdict.stale": "stale",
    "report.verdict.not assessed": "not assessed",
    "report.status.must_finish_by": "It must finish by {date} and is {late} later.",
    "report.status.beyond": "{late} later than the baseline, beyond the tolerance of {allowed}.",
    "report.status.within": "{late} later than the baseline, within the tolerance of {allowed}.",
    "report.status.deadlines": Plural(
        "The finish holds, but {count} task misses its deadline.",
        "The finish holds, but {count} tasks miss their deadlines.",
    ),
    "report.status.milestones": Plural(
        "The finish holds, but {count} milestone is later than its baseline.",
        "The finish holds, but {count} milestones are later than their baseline.",
    ),
    "report.status.unpromised": "Nothing is promised: set a baseline, or a date that the project must finish by.",
    "report.status.planned_only": (
        "Nothing is promised: P6's planned dates move with the plan. Set a baseline, or a date to finish by."
    ),
    "report.status.kept": "The finish and all milestones keep what was promised.",
    "report.status.unbelieved": "The dates keep what was promised, as far as the progress can be believed.",
    "report.status.done_in_time": "It finished when promised.",
    "report.status.done_late": "It finished {late} later than promised.",
    "report.status.done_unpromised": "It is finished; without a baseline nobody can say whether in time.",
    "report.status.all_done": "All tasks are done.",
    "report.status.old": Plural(
        "The data date, {date}, is {count} day old.",
        "The data date, {date}, is {count} days old.",
    ),
    "report.status.old_progress": Plural(
        "The last progress, {date}, is {count} day old.", "The last progress, {date}, is {count} days old."
    ),
    "report.status.unreported": Plural(
        "No progress is reported, though the last task was due {date}, {count} day ago.",
        "No progress is reported, though the last task was due {date}, {count} days ago.",
    ),
    "report.status.overdue": Plural(
        "{count} task should be finished by now and is not.", "{count} tasks should be finished by now and are not."
    ),
    "report.status.unstarted": Plural(
        "{count} task should have started by now and has not.", "{count} tasks should have started by now and have not."
    ),
    "report.status.current": "Every task that should have started or finished by now has.",
    "report.status.undated": "The plan has no data date: nobody can say until when its progress counts.",
    "report.status.no_baseline": "The plan has no baseline, so there is no cost to compare with.",
    "report.status.no_cost": "The baseline holds no cost to compare with.",
    "report.status.cost_over": Plural(
        "{percent}% above the baseline, over the {count} task that has a cost in both.",
        "{percent}% above the baseline, over the {count} tasks that have a cost in both.",
    ),
    "report.status.cost_within": Plural(
        "Not above the baseline, over the {count} task that has a cost in both.",
        "Not above the baseline, over the {count} tasks that have a cost in both.",
    ),
    "report.figure.finish": "Finish",
    "report.figure.finish.under": "began {date}",
    "report.figure.finish.under.begins": "begins {date}",
    "report.figure.slip": "Against baseline",
    "report.figure.slip.under": "working days",
    "report.figure.slip.under.named": "{name}, working days",
    "report.figure.moved": "Against last plan",
    "report.figure.moved.under": "was {date}",
    "report.figure.tightest": "Tightest float",
    "report.figure.done": "Done",
    "report.figure.done.under": "{finished} of {tasks} tasks",
    "report.figure.critical": "Critical",
    "report.figure.critical.under": "of {count} unfinished",
    "report.figure.overdue": "Overdue",
    "report.figure.overdue.under": "due before {date}",
    "report.figure.must": "Must finish by",
    "report.figure.must.missed": "missed",
    "report.figure.must.kept": "kept",
    "report.figure.score": "Plan review",
    "report.figure.score.value": "{score} of 100",
    "report.figure.score.under": Plural("{count} rule fails", "{count} rules fail"),
}

MILESTONES: dict[str, str | Plural] = {
    "report.section.milestones": "Finish and milestones",
    "report.table.milestones": "Milestones",
    "report.column.milestone": "Milestone",
    "report.column.promise": "To be kept",
    "report.column.baseline": "Baseline",
    "report.column.last": "Last plan",
    "report.column.now": "Now",
    "report.column.slip": "Slip",
    "report.column.moved": "Moved",
    "report.column.float": "Float",
    "report.column.status": "Status",
    "report.milestone.finish": "Finish of the plan",
    "report.milestone.deadline": "deadline {date}",
    "report.milestone.must": "must finish by {date}",
    "report.standing.done": "done",
    "report.standing.done late": "done late",
    "report.standing.misses its deadline": "misses its deadline",
    "report.standing.overdue": "overdue",
    "report.standing.later": "later",
    "report.standing.moved": "later than last",
    "report.standing.earlier": "earlier",
    "report.standing.on time": "on time",
    "report.standing.before its deadline": "keeps its deadline",
    "report.standing.stale": "{standing}, stale",
    "report.standing.nothing promised": "nothing promised",
    "report.milestones.none": (
        "The plan has no milestones. Mark the dates that others wait for as milestones, and they stand here."
    ),
    "report.milestones.note": "Slip and float in working days.",
    "report.milestones.note.float": "Float in working days.",
    "report.milestones.more": Plural("{count} more is not shown.", "{count} more are not shown."),
}

CHANGES: dict[str, str | Plural] = {
    "report.section.changes": "What changed since the last plan, and why",
    "report.table.steps": "How the finish moved",
    "report.table.changes": "Changes",
    "report.column.step": "From the last finish to this one",
    "report.column.effect": "Days",
    "report.column.change": "What changed",
    "report.column.on_finish": "Moves the finish",
    "report.changes.total": "In all: {before} to {after}",
    "report.changes.same": "Nothing changed since the last plan.",
    "report.changes.still": Plural("{count} detail changed; no date moved.", "{count} details changed; no date moved."),
    "report.changes.main": "What weighs most",
    "report.changes.on_finish": "Moves the finish.",
    "report.changes.more": Plural("{count} smaller cause is not shown.", "{count} smaller causes are not shown."),
    "report.changes.counted": "All changes, counted: {groups}.",
    "report.yes": "yes",
}

PATH: dict[str, str | Plural] = {
    "report.section.critical": "Critical path",
    "report.section.longest": "Longest path",
    "report.table.critical": "Critical tasks",
    "report.column.task": "Task",
    "report.column.phase": "Phase",
    "report.column.people": "People",
    "report.column.start": "Start",
    "report.column.finish": "Finish",
    "report.column.done": "Done",
    "report.chart.critical": "Critical path over time",
    "report.chart.critical.text": Plural(
        "{count} critical task from {start} to {finish}.", "{count} critical tasks from {start} to {finish}."
    ),
    "report.chart.critical.tip": "{name}: {start} to {finish}",
    "report.critical.note": "What must not slip.",
    "report.longest.note": "What decides the finish.",
    "report.critical.note.done": "Dark: done.",
    "report.critical.note.baseline": "Grey: as in the baseline.",
    "report.critical.note.data_date": "Dashed: the data date, {date}.",
    "report.critical.note.today": "Dashed: today, {date}.",
    "report.critical.note.progress": "Dashed: the last progress, {date}.",
    "report.critical.note.start": "Dashed: the start, {date}.",
    "report.critical.more": Plural("{count} task in between is not drawn.", "{count} tasks in between are not drawn."),
    "report.critical.none": "No unfinished task is critical.",
    "report.chart.twin": "The same as a table",
    "report.chain": "What the finish hangs on, last task first",
    "report.chain.item": "{date}. {why}",
    "report.now.data_date": "data date",
    "report.now.today": "today",
    "report.now.progress": "last progress",
    "report.now.start": "start",
    "report.section.float": "How much room there is",
    "report.chart.float": "Unfinished tasks by total float",
    "report.chart.float.text": (
        "{none} of {open} unfinished tasks have no float or less; {roomy} have more than {days}."
    ),
    "report.float.note": "Working days a task can slip before it moves the finish or a date that was set.",
    "report.column.band": "Total float",
    "report.column.tasks": "Tasks",
    "report.band.negative": "below zero",
    "report.band.none": "none",
    "report.band.up_to": "up to {days}d",
    "report.band.over": "over {days}d",
    "report.float.nothing": "Nothing is left to be done.",
}

WORK: dict[str, str | Plural] = {
    "report.section.load": "Who has how much work",
    "report.chart.load": "Work by period and resource",
    "report.chart.load.text": (
        "{hours} hours of work for {people}; the most falls into {peak}, with {most} hours, "
        "and “{name}” has the most, {own} hours."
    ),
    "report.load.people": Plural("{count} resource", "{count} resources"),
    "report.load.others": Plural("{count} other", "{count} others"),
    "report.load.nobody": "nobody yet",
    "report.load.hours": "hours",
    "report.load.note": "Hours of work, spread evenly over the working time of each task.",
    "report.load.note.past": "Hours of work, spread evenly over the working time of each task. Paler: already over.",
    "report.load.unspread": "{hours} hours belong to tasks without dates and are left out.",
    "report.load.none": "No task has work assigned. Assign people with their work, and the load by month stands here.",
    "report.column.period": "Period",
    "report.column.total": "Total",
    "report.column.resource": "Resource",
    "report.table.load": "Work by resource",
    "report.section.weeks": "The next six weeks",
    "report.table.weeks": "Next six weeks",
    "report.table.week_tasks": "Starts and finishes",
    "report.column.week": "Week of",
    "report.column.starts": "Starting",
    "report.column.finishes": "Finishing",
    "report.column.happens": "What happens",
    "report.happening.starts": "starts",
    "report.happening.finishes": "finishes",
    "report.happening.starts and finishes": "starts and finishes",
    "report.happening.due": "milestone",
    "report.weeks.more": "and {count} more",
    "report.weeks.note": "Milestones (◆) and critical tasks (!) come first.",
    "report.weeks.milestone": "◆\u00a0{name}",
    "report.weeks.critical": "{name}\u00a0(!)",
    "report.weeks.empty": "Weeks in which nothing starts or finishes are left out.",
    "report.weeks.none": "Nothing starts or finishes from {begin} until {end}.",
}

QUALITY: dict[str, str | Plural] = {
    "report.section.review": "How good the plan is, and what would mend it",
    "report.review.score": "{score} of 100: {passed}, {failed}, {open}.",
    "report.review.score.before": "{score} of 100, {before} in the last plan: {passed}, {failed}, {open}.",
    "report.review.score.none": "No rule could be evaluated.",
    "report.review.passed": Plural("{count} rule passes", "{count} rules pass"),
    "report.review.failed": Plural("{count} fails", "{count} fail"),
    "report.review.open": Plural("{count} could not be evaluated", "{count} could not be evaluated"),
    "report.review.mends": "The mends that are worth most",
    "report.review.found": Plural("{count} found: {names}.", "{count} found, such as {names}."),
    "report.review.found.unnamed": "{count} found.",
    "report.review.title": "{title}:",
    "report.review.clean": "No rule fails.",
    "report.table.mends": "Mends",
    "report.column.rule": "Rule",
    "report.column.title": "What it looks at",
    "report.column.count": "Found",
    "report.column.why": "Why it matters",
    "report.column.mend": "How to mend it",
    "report.section.trust": "Can these numbers be trusted?",
    "report.trust.all": Plural(
        "The one task has the dates that the file was saved with.",
        "All {count} tasks have the dates that the file was saved with.",
    ),
    "report.trust.some": (
        "{agreeing} of {count} tasks have the dates that the file was saved with; where they differ, the file was "
        "changed without being calculated, or our rules differ."
    ),
    "report.trust.unsaved": "The file was saved without dates, so there is nothing to compare with.",
    "report.trust.fields": "Agreement, date by date",
    "report.table.agreement": "Agreement with the file",
    "report.column.field": "Date",
    "report.column.same": "Same",
    "report.column.of": "Of",
    "report.column.share": "Share",
    "report.field.start": "start",
    "report.field.finish": "finish",
    "report.field.early_start": "early start",
    "report.field.early_finish": "early finish",
    "report.field.late_start": "late start",
    "report.field.late_finish": "late finish",
    "report.field.total_float": "total float",
    "report.trust.findings": "What the dates stumble over",
    "report.trust.sound": "No loops, broken links, missed dates or open ends were found.",
    "report.severity.error": "error",
    "report.severity.warning": "warning",
    "report.severity.note": "note",
    "report.trust.more": "And {count} more of this kind.",
    "report.trust.losses": Plural("Not kept from the file: {count} field", "Not kept from the file: {count} fields"),
    "report.table.losses": "Not kept from the file",
    "report.table.findings": "Findings",
    "report.column.what": "What",
    "report.column.rows": "Rows",
    "report.column.remark": "Remark",
    "report.column.severity": "Severity",
}

FOOTNOTES: dict[str, str | Plural] = {
    "report.foot.computed": (
        "From {file} by the rules of {rules}. Every date is computed afresh; working days are of {hours} hours."
    ),
    "report.foot.status": (
        "Schedule: off track when later than the baseline by more than {allowed} (5% of its length, 5 working days at "
        "least) or than the date the project must finish by; at risk when any promise is missed; never on track on "
        "progress that is older than 35 days or missing. Cost by the same tolerance. Scope, risks and benefits are not "
        "in a plan file and are not assessed."
    ),
    "report.foot.signs": "● as promised, ▲ at risk or later, ■ off track, overdue or deadline missed, ○ not assessed.",
    "report.foot.load": (
        "Load: done work lies before the data date, open work after it; contours inside a task are not followed."
    ),
    "report.foot.score": "Plan review: 100 means that no rule fails; each rule counts by its weight.",
}

REPORTING: dict[str, str | Plural] = {
    **HEADLINE,
    **STATUS,
    **MILESTONES,
    **CHANGES,
    **PATH,
    **WORK,
    **QUALITY,
    **FOOTNOTES,
}
