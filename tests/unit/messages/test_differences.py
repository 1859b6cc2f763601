"""Texts about changes: each code has one, each text has a use, and clauses fit after "because"."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import headway
from headway.core.diff import Group, StepKind
from headway.core.diff.clauses import CLAUSES as OWN
from headway.core.diff.group_tasks import OTHER
from headway.core.diff.values import CauseKind
from headway.core.message import Length, Message, Moment, TaskName, message
from headway.core.plan.plan import Rules
from headway.messages import Plural, render
from headway.messages.differences import CLAUSES, DIFFERENCES, GROUPS, ITEMS, MOVES

SOURCES = sorted((Path(headway.__file__).parent / "core" / "diff").glob("*.py"))
WAYS = ("later", "earlier", "same")
KNOWN = {
    *(f"step.{kind}.{way}" for kind in StepKind for way in WAYS),
    *(f"project.{way}" for way in WAYS),
    *(f"move.{edge}.{way}" for edge in ("finish", "start") for way in WAYS[:2]),
    *(f"effect.{way}" for way in WAYS[:2]),
    *(f"group.{group}" for group in Group),
    *(f"rules.{rules}" for rules in Rules),
    *(f"field.{field}" for field in OTHER),
    *(f"item.{field}{end}" for field in ("owner", "team") for end in ("", "_new", "_gone")),
    *(f"item.{code}.under" for code in ("added", "removed")),
    *(f"item.exception_{what}{end}" for what in ("new", "gone") for end in ("", ".named")),
    *(f"item.{what}_{how}" for what in ("baseline", "sprint") for how in ("added", "removed", "changed")),
    *(f"item.{field}{end}" for field in ("data_date", "start", "finish") for end in ("", "_new")),
    *(f"item.{field}" for field in ("cost", "actual_cost")),
    *(f"clause.{kind}" for kind in CauseKind if kind not in OWN),
}
"""Codes that the source puts together."""
NEVER_ASKED = {"clause.calendar", "clause.activation", "clause.settings"}
"""Kinds of causes with words of their own."""


def literals() -> set[str]:
    """All texts in the source that look like a code of this catalogue."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"[a-z]+\.[\w.]+", node.value)
            ):
                found.add(node.value)
    return found


def fields() -> set[str]:
    """Names of fields that the source has texts for."""
    return {code for code in DIFFERENCES if code.startswith("field.")}


def test_the_parts_have_no_code_in_common() -> None:
    assert len(DIFFERENCES) == len(CLAUSES) + len(MOVES) + len(GROUPS) + len(ITEMS)


@pytest.mark.parametrize("code", sorted(KNOWN - NEVER_ASKED))
def test_each_code_that_is_put_together_has_a_text(code: str) -> None:
    assert code in DIFFERENCES


@pytest.mark.parametrize("code", sorted(DIFFERENCES))
def test_each_text_has_a_use(code: str) -> None:
    assert code in KNOWN | literals() | fields()


@pytest.mark.parametrize("code", sorted(each for each in CLAUSES if each.startswith("clause.") and each != "clause.it"))
def test_a_clause_fits_after_because(code: str) -> None:
    text = CLAUSES[code]
    assert isinstance(text, str)
    assert not text.endswith(".")
    assert text[0] == "{" or text[0].islower()


@pytest.mark.parametrize("code", sorted(ITEMS))
def test_an_item_is_no_whole_sentence(code: str) -> None:
    text = ITEMS[code]
    assert isinstance(text, str)
    assert not text.endswith(".")


@pytest.mark.parametrize("code", sorted(GROUPS))
def test_a_heading_counts(code: str) -> None:
    text = GROUPS[code]
    assert isinstance(text, Plural)
    assert text.one.startswith("{count} ")
    assert text.one != text.other
    assert render(Message(code, {"count": 1})).startswith("1 ")
    assert render(Message(code, {"count": 7})).startswith("7 ")


def test_a_move_with_its_reason() -> None:
    wiring = message("clause.longer", task=TaskName(2, "Wiring"), amount=Length(14_400))
    day = 14_400
    fact = message(
        "move.finish.later",
        task=TaskName(4, "Inspection"),
        amount=Length(19_200),
        before=Moment(20_889 * day + 10_200, finish=True),
        after=Moment(20_895 * day + 10_200, finish=True),
    )
    assert render(message("move.because", fact=fact, reason=wiring)) == (
        "'Inspection' finishes 4 working days later (Fri 12 Mar 2027 → Thu 18 Mar) "
        "because 'Wiring' takes 3 working days longer."
    )


def test_it_stands_for_the_task_of_the_sentence() -> None:
    assert render(message("clause.added", task=Message("clause.it"))) == "it was added"
