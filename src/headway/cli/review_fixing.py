"""``review --fix``: mends carried out, told in words, and the mended plan written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.padding import Padding
from rich.text import Text

from headway import formats
from headway.cli import losses, records, screen
from headway.cli.failures import BadUseError
from headway.cli.review_record import Found, rounded, value_words
from headway.cli.targets import Target, are_same_file, target_for
from headway.core.edits import name_of
from headway.core.edits.link_tasks import LinkTasks
from headway.core.message import Message
from headway.core.plan.plan import Plan
from headway.core.review import RULES, Status
from headway.core.review.fixing import Fixed, Mended, Refused, fix
from headway.core.review.values import Result, Review
from headway.core.schedule.dated import dated
from headway.formats.results import WriteLoss
from headway.reports import wording

EVERYTHING = "all"
SHOWN = 12
"""Mends and refusals of one rule that are told unless all are asked for."""
ALIKE = 3
"""Refusals for one reason that are told unless all are asked for."""
MANY = 5
"""Links to one task from which on it is said that they are weak."""
_INDENT = (0, 0, 0, 3)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mended plan goes; no ``path`` when it is only to be looked at."""

    path: Path | None = None
    target: Target | None = None


@dataclass(frozen=True)
class Answer:
    """What came of the mends, and what the written file does not keep."""

    rules: tuple[str, ...]
    found: Found
    """Before the mends."""
    fixed: Fixed
    place: Place
    lost: tuple[WriteLoss, ...] = ()

    @property
    def plan(self) -> Plan:
        """The mended plan."""
        return self.fixed.schedule.compiled.plan

    def say(self, text: Message) -> str:
        """A message in the words of the catalogue."""
        return self.found.say(text)


def place_for(file: Path, out: Path | None, dry_run: bool) -> Place:
    """Where to write, checked before any work is done: never over the file that is read."""
    if dry_run:
        return Place()
    if out is None:
        raise BadUseError("--fix needs a place for the mended plan", "Say -o OUT.xml, or --dry-run to look first")
    target = target_for(out)
    if target.document:
        raise BadUseError(
            f"-o {out.name!r} is a document, and a mended plan is a plan file",
            f"Use one of {', '.join(formats.WRITTEN)}: .xml, .pmxml, .xer, .mpx, .planner or .headway",
        )
    if are_same_file(out, file):
        raise BadUseError("-o is the plan file itself", "Give the mended plan another name; the old one stays")
    return Place(out, target)


def rules_to_fix(found: Found, named: Sequence[str]) -> tuple[str, ...]:
    """The rules asked for; with ``all`` those that fail and offer something, the dearest first."""
    if EVERYTHING not in named:
        return tuple(named)
    failing = [each for each in found.review.results if each.status is Status.FAIL]
    offering = [each.rule for each in failing if found.offers.get(each.rule)]
    return tuple(sorted(offering, key=lambda rule: -found.lost.get(rule, 0.0)))


def carry_out(found: Found, named: Sequence[str], place: Place) -> Answer:
    """Mend, and write the mended plan with its dates."""
    rules = rules_to_fix(found, named)
    with screen.working("Mending"):
        fixed = fix(found.schedule, rules, found.thresholds, found.say)
    if place.path is None or place.target is None:
        return Answer(rules, found, fixed, place)
    with screen.working(f"Writing {place.path.name}"):
        written = formats.write(dated(fixed.schedule), place.path, place.target.name)
    return Answer(rules, found, fixed, place, written.losses)


def fix_record(answer: Answer) -> dict[str, Any]:
    """The mends as data."""
    fixed, minutes_per_day = answer.fixed, answer.plan.project.minutes_per_day
    return {
        "rules": list(answer.rules),
        "written": None if answer.place.path is None else str(answer.place.path),
        "score_before": fixed.before.score,
        "score_after": fixed.after.score,
        "finish_before": wording.iso(answer.found.schedule.finish),
        "finish_after": wording.iso(fixed.schedule.finish),
        "mended": [
            {
                "rule": each.rule,
                "edit": name_of(each.edit),
                "sentence": answer.say(each.message),
                "tasks": [records.unique_id(answer.plan.tasks[task]) for task in each.tasks],
                "finish_days": rounded(each.finish / (10 * max(minutes_per_day, 1))),
            }
            for each in fixed.mended
        ],
        "refused": [
            {
                "rule": each.rule,
                "edit": name_of(each.edit),
                "sentence": answer.say(each.message),
                "reason": answer.say(each.reason),
            }
            for each in fixed.refused
        ],
        "counts": [
            {"rule": rule, "before": before.count, "after": after.count}
            for rule, before, after in _both(fixed.before, fixed.after)
        ],
        "losses": losses.writing_records(answer.lost, answer.plan),
    }


def show(answer: Answer, everything: bool = False) -> None:
    """Score and finish before and after, each mend, what was refused and why, and where the plan is."""
    console = screen.out()
    console.print(Text(answer.plan.project.name or "Plan", style="bold"))
    console.print(Text(headline(answer)))
    limit = None if everything else SHOWN
    for rule in _told(answer):
        _show_rule(answer, rule, limit)
    _show_worse(answer)
    _show_weak(answer)
    _show_place(answer)


def headline(answer: Answer) -> str:
    """How many mends, and what they did to score and finish."""
    fixed, project = answer.fixed, answer.plan.project
    before, after = answer.found.schedule.finish, fixed.schedule.finish
    moved = sum(each.finish for each in fixed.mended)
    score = f"score {_score(fixed.before)} → {_score(fixed.after)}"
    if fixed.before.score is fixed.after.score is None:
        score = "no score, for too little could be evaluated"
    finish = f"finish {wording.day(before)}"
    if before != after:
        finish += f" → {wording.day(after)} ({_later(moved, project.minutes_per_day)})"
    else:
        finish += ", unchanged"
    refused = f", {len(fixed.refused):,} refused" if fixed.refused else ""
    return f"{wording.count(len(fixed.mended), 'mend')}{refused}; {score}; {finish}."


def _score(review: Review) -> str:
    return "none" if review.score is None else str(review.score)


def _later(span: int, minutes_per_day: int) -> str:
    return f"{wording.days_of(abs(span), minutes_per_day)} {'later' if span > 0 else 'earlier'}"


def _told(answer: Answer) -> list[str]:
    """Rules that were asked for, and parts of a practice that was."""
    concerned = [*(each.rule for each in answer.fixed.mended), *(each.rule for each in answer.fixed.refused)]
    return list(dict.fromkeys((*answer.rules, *concerned)))


def _show_rule(answer: Answer, rule: str, limit: int | None) -> None:
    """One rule: its findings before and after, the mends and the refusals."""
    console, fixed = screen.out(), answer.fixed
    before, after = fixed.before.result(rule), fixed.after.result(rule)
    mended = [each for each in fixed.mended if each.rule == rule]
    refused = [each for each in fixed.refused if each.rule == rule]
    if before.parts and not mended and not refused:
        return
    console.print()
    title = f"{answer.found.words(rule, 'title')} ({rule})"
    console.print(Text.assemble((title, "bold"), f": {_change(before, after)}"))
    _show_list((_mended(answer, each) for each in mended), len(mended), limit)
    _show_refused(answer, refused, limit)
    if not mended and not refused:
        console.print(Padding(Text(_nothing_done(answer, before, after)), _INDENT))


def _nothing_done(answer: Answer, before: Result, after: Result) -> str:
    """Why a rule has neither mends nor refusals."""
    if not before.rows:
        return "Nothing to mend."
    if not after.rows:
        return "The mends of other rules took it away."
    return f"Nothing here mends itself: {answer.found.words(before.rule, 'mend')}"


def _show_list(lines: Iterable[Text], count: int, limit: int | None) -> None:
    console = screen.out()
    for number, line in enumerate(lines):
        if limit is not None and number >= limit:
            console.print(Padding(Text(f"… and {count - limit:,} more: --all", style=screen.FAINT), _INDENT))
            return
        console.print(Padding(line, _INDENT))


def _show_refused(answer: Answer, refused: Iterable[Refused], limit: int | None) -> None:
    """Refusals by their reason: one reason often stands behind hundreds."""
    reasons: dict[str, list[Refused]] = {}
    for each in refused:
        reasons.setdefault(answer.say(each.reason), []).append(each)
    console = screen.out()
    for number, (reason, alike) in enumerate(reasons.items()):
        if limit is not None and number >= limit:
            rest = sum(len(each) for each in list(reasons.values())[number:])
            console.print(Padding(Text(f"… and {rest:,} more refused: --all", style=screen.FAINT), _INDENT))
            return
        if len(alike) == 1:
            console.print(Padding(_refused(answer, alike[0]), _INDENT))
            continue
        head = Text.assemble((f"✗ Refused: {len(alike):,} mends.", screen.WEAK), (f" Why: {reason}", screen.FAINT))
        console.print(Padding(head, _INDENT))
        lines = (Text(f"- {answer.say(each.message)}", style=screen.WEAK) for each in alike)
        _show_list(lines, len(alike), None if limit is None else ALIKE)


def _mended(answer: Answer, each: Mended) -> Text:
    minutes = answer.plan.project.minutes_per_day
    effect = f" Finish {_later(each.finish, minutes)}." if each.finish else ""
    return Text.assemble(("✓ ", screen.GOOD), answer.say(each.message), (effect, screen.WEAK))


def _refused(answer: Answer, each: Refused) -> Text:
    return Text.assemble(
        ("✗ Refused: ", screen.WEAK), answer.say(each.message), (f" Why: {answer.say(each.reason)}", screen.FAINT)
    )


def _change(before: Result, after: Result) -> str:
    if before.status is Status.NOT_EVALUATED:
        return "not evaluated"
    if after.status is Status.NOT_EVALUATED:
        return f"{before.count:,} → 0 found; nothing is left that it looks at"
    word = "holds now" if after.status is Status.PASS else "still fails"
    if before.status is after.status is Status.PASS:
        word = "holds"
    return f"{before.count:,} → {after.count:,} found; {word} ({value_words(after)})"


def _both(before: Review, after: Review) -> list[tuple[str, Result, Result]]:
    """Rules whose findings changed in number."""
    pairs = ((each.rule, each, after.result(each.rule)) for each in before.results)
    return [(rule, was, now) for rule, was, now in pairs if was.count != now.count]


def _show_worse(answer: Answer) -> None:
    """Rules that failed before and now find more: the mends showed what was hidden."""
    worse = [
        (rule, was, now)
        for rule, was, now in _both(answer.fixed.before, answer.fixed.after)
        if now.count > was.count and now.status is Status.FAIL and RULES[rule].weight
    ]
    if not worse:
        return
    screen.out().print()
    screen.out().print(Text("Look at these next: they failed before, and more of it shows now", style="bold"))
    rows = [[rule, f"{answer.found.words(rule, 'title')}: {was.count:,} → {now.count:,}"] for rule, was, now in worse]
    screen.out().print(screen.lines(rows, widths=(max(len(rule) for rule, *_ in worse),)))


def _show_weak(answer: Answer) -> None:
    """One milestone that many tasks were linked to: nobody said who needs their work."""
    links = [each.edit for each in answer.fixed.mended if isinstance(each.edit, LinkTasks)]
    for successor, count in Counter(each.successor for each in links).most_common(1):
        if count < MANY:
            return
        name = answer.plan.tasks[successor].name or str(successor)
        screen.out().print()
        screen.out().print(
            Text(
                f"{count:,} tasks now lead to '{name}', because nothing else in the plan waits for them. That is true "
                "but weak: where you know who needs the work, link it there instead.",
                style=screen.WEAK,
            )
        )


def _show_place(answer: Answer) -> None:
    console = screen.out()
    losses.show("What this kind of file does not keep", losses.writing_records(answer.lost, answer.plan))
    console.print()
    if answer.place.path is None:
        keep = " To keep this, say -o OUT.xml instead." if answer.fixed.mended else ""
        console.print(Text(f"Nothing is written (--dry-run).{keep}"))
    else:
        console.print(Text(f"Written to {answer.place.path}, with computed dates; the file read is as it was."))
