"""The comparison of two plans on a screen: the finish and why, milestones, tasks, then the changes by group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from headway.cli import screen
from headway.cli.diff_record import Compared
from headway.core.diff import ChangeGroup, DateMove, FinishStep, Group, StepKind
from headway.core.message import Length
from headway.reports import wording

STEPS = {
    StepKind.SCOPE: "Scope",
    StepKind.LOGIC: "Logic",
    StepKind.DURATIONS: "Durations",
    StepKind.PROGRESS: "Progress",
    StepKind.CONSTRAINTS: "Constraints",
    StepKind.CALENDARS: "Calendars",
    StepKind.RESOURCES: "Resources",
    StepKind.SETTINGS: "Data date, settings",
    StepKind.REST: "Not told apart",
}
MINOR = (Group.OTHER, Group.BASELINES)
"""Groups that stand last, however many changes they have."""
MOST_CAUSES = 5


def show(compared: Compared, limit: int) -> None:
    """Everything, at most ``limit`` lines of each part (0 for all)."""
    console, summary = screen.out(), compared.diff.summary
    project = compared.new.project
    console.print(Text(project.name or "Plan", style="bold"))
    console.print(Text(" → ".join(Path(name).name for name in compared.names), style=screen.FAINT))
    console.print(Text(compared.text(summary.headline), style=tone(summary.finish.slip)))
    if compared.diff.same:
        return
    show_steps(compared)
    show_lines("What mattered most", [compared.text(each.message) for each in summary.causes[:MOST_CAUSES]], 0)
    show_milestones(compared, summary.milestones, limit)
    leaves = [move for move in summary.dates if not move.summary]
    others = [move for move in leaves or summary.dates if not move.milestone]
    title = f"{wording.count(len(others), 'task')} moved, the most moved first"
    show_lines(title, [compared.text(move.message) for move in others], limit)
    for group in ordered(summary.groups):
        lines = [compared.text(item.message) for item in group.items]
        show_lines(compared.text(group.message), lines, limit)
    show_totals(compared)


def ordered(groups: Sequence[ChangeGroup]) -> list[ChangeGroup]:
    """The group with the most changes first, what moves nothing last."""
    return sorted(groups, key=lambda group: (group.group in MINOR, -len(group.items)))


def tone(slip: Length) -> str:
    """The colour of a slip: later is weak, earlier is good."""
    return "bold " + (screen.WEAK if slip.span > 0 else screen.GOOD) if slip.span else "bold"


def head(title: str) -> None:
    """A heading with an empty line before it."""
    console = screen.out()
    console.print()
    console.print(Text(title, style="bold"))


def show_lines(title: str, lines: Sequence[str], limit: int) -> None:
    """A heading and sentences under it; nothing at all without any."""
    if not lines:
        return
    head(title)
    shown = lines[:limit] if limit else lines
    screen.out().print(screen.lines([["·", capitalised(line)] for line in shown], widths=(1,)))
    show_rest(len(lines) - len(shown))


def show_rest(rest: int) -> None:
    """What was left out, and how to see it."""
    if rest > 0:
        text = f"… {rest:,} more; --limit 0 shows all, --json has them as data."
        screen.out().print(Text(text, style=screen.FAINT))


def capitalised(text: str) -> str:
    """With a large letter at the beginning, so that a clause stands alone."""
    return text[:1].upper() + text[1:]


def show_steps(compared: Compared) -> None:
    """The finish step by step, where it moved; the last line adds up."""
    finish, project = compared.diff.summary.finish, compared.new.project
    if not any(step.slip.span for step in finish.steps):
        return
    head("The finish, step by step")
    rows = [step_row(compared, step) for step in finish.steps if step.slip.span]
    rows.append(
        [
            Text("Together", "bold"),
            slip_text(finish.slip, project.minutes_per_day),
            wording.day(finish.after.instant),
            "",
        ]
    )
    screen.out().print(screen.table(("Step", "Moved", "Finish", "Mainly because"), rows, right=(1,), gives=3))
    for step in finish.steps:
        if step.slip.span and step.causes:
            show_causes(compared, step)


def step_row(compared: Compared, step: FinishStep) -> list[str | Text]:
    """One step; its causes stand below the table in full."""
    slip = slip_text(step.slip, compared.new.project.minutes_per_day)
    names = ", ".join(dict.fromkeys(cause.task.name for cause in step.causes if cause.task is not None))
    return [STEPS[step.kind], slip, wording.day(step.after.instant), names]


def show_causes(compared: Compared, step: FinishStep) -> None:
    """The causes of one step as a sentence."""
    causes = "; ".join(compared.text(cause.message) for cause in step.causes)
    screen.out().print(Text(f"{STEPS[step.kind]}: {causes}.", style=screen.FAINT))


def slip_text(slip: Length, minutes_per_day: int) -> Text:
    """``+4d``; with a star where it is calendar time."""
    text = wording.days_of(slip.span, 1_440 if slip.elapsed else minutes_per_day, sign=True)
    return Text(text + ("*" if slip.elapsed else ""), style=screen.WEAK if slip.span > 0 else screen.GOOD)


def show_milestones(compared: Compared, moves: Sequence[DateMove], limit: int) -> None:
    """Milestones with both dates."""
    if not moves:
        return
    head(f"{wording.count(len(moves), 'milestone')} moved")
    shown = moves[:limit] if limit else moves
    rows = [milestone_row(compared, move) for move in shown]
    screen.out().print(screen.table(("Milestone", "Before", "Now", "Moved"), rows, right=(3,), gives=0))
    show_rest(len(moves) - len(shown))


def milestone_row(compared: Compared, move: DateMove) -> list[str | Text]:
    """One milestone."""
    before, after = (None if each is None else each.instant for each in (move.finish_before, move.finish_after))
    slip = slip_text(move.slip, compared.new.project.minutes_per_day)
    return [f"◆ {move.task.name}", wording.day(before), wording.day(after), slip]


def show_totals(compared: Compared) -> None:
    """Work and cost of everything, where they changed."""
    totals, project = compared.diff.summary.totals, compared.new.project
    lines = []
    if totals.work_before != totals.work_after:
        work = wording.days(totals.work_before, project), wording.days(totals.work_after, project)
        lines.append(f"Work in all: {work[0]} → {work[1]}")
    if totals.cost_before != totals.cost_after:
        lines.append(f"Cost in all: {totals.cost_before / 10_000:,.2f} → {totals.cost_after / 10_000:,.2f}")
    show_lines("Totals", lines, 0)
