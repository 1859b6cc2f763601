"""What changed since the last plan, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.reports.document import Block, Cell, Column, Item, Items, Kind, Paragraph, Section, Table

if TYPE_CHECKING:
    from headway.reports.plan_report.values import ReportFacts, Since
    from headway.reports.plan_report.words import Words

SHOWN = 6


def change_section(since: Since, facts: ReportFacts, words: Words) -> Section:
    """How the finish moved, step by step, then the causes that weigh most, then all changes counted."""
    return Section("changes", words.text("section.changes"), tuple(_blocks(since, facts, words)))


def _blocks(since: Since, facts: ReportFacts, words: Words) -> list[Block]:
    if not since.changes and not since.lines:
        return [Paragraph(words.text("changes.same"))]
    blocks: list[Block] = []
    if since.moved or any(step.span for step in since.steps):
        blocks.append(_steps(since, facts, words))
    if since.lines:
        items = tuple(
            Item("", _ended(words.say(line.sentence)), words.text("changes.on_finish") if line.on_finish else "")
            for line in since.lines[:SHOWN]
        )
        blocks.append(Items(items, title=words.text("changes.main")))
    elif since.changes:
        blocks.append(Paragraph(words.text("changes.still", count=since.changes)))
    rest = len(since.lines) - SHOWN
    notes = [words.text("changes.more", count=rest)] if rest > 0 else []
    if since.groups:
        groups = ", ".join(words.say(heading) for heading, _ in since.groups)
        notes.append(words.text("changes.counted", groups=groups))
    if notes:
        blocks.append(Paragraph(" ".join(notes), quiet=True))
    return blocks


def _ended(sentence: str) -> str:
    """With its full stop: more follows on the line."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _steps(since: Since, facts: ReportFacts, words: Words) -> Table:
    """The steps that moved the finish; they add up to the last row."""
    moving = [step for step in since.steps if step.span]
    before, after = words.finish(since.finish), words.finish(facts.finish.now)
    total = Cell(words.text("changes.total", before=before, after=after), strong=True)
    rows = (
        *((Cell(words.say(step.sentence)), words.days_cell(step.span, sign=True)) for step in moving),
        (total, words.days_cell(since.moved, sign=True)),
    )
    columns = (Column(words.text("column.step"), grow=True), Column(words.text("column.effect"), Kind.DAYS))
    return Table("finish-steps", words.text("table.steps"), columns, rows)


def change_annex(since: Since, words: Words) -> Table:
    """All root causes."""
    columns = (
        Column(words.text("column.change"), grow=True),
        Column(words.text("column.effect"), Kind.DAYS),
        Column(words.text("column.on_finish")),
    )
    rows = tuple(
        (
            Cell(words.say(line.sentence)),
            words.days_cell(line.span, sign=True),
            Cell(words.text("yes") if line.on_finish else ""),
        )
        for line in since.lines
    )
    return Table("all-changes", words.text("table.changes"), columns, rows)
