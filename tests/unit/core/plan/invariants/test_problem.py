"""Each problem becomes a sentence that names the place and the mend."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.message import Message
from headway.core.plan.invariants import CODES, Problem, check
from headway.core.plan.plan import Plan
from headway.messages.english import ENGLISH
from headway.messages.problems import PROBLEMS
from headway.messages.rendering import _Rendering
from tests.drawn import build


def said(problem: Problem) -> str:
    catalogue = msgspec.structs.replace(ENGLISH, texts={**ENGLISH.texts, **PROBLEMS})
    return _Rendering(catalogue, 480).message(problem.message())


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_text_that_says_how_to_mend_it(code: str) -> None:
    problem = Problem(code, "task", 7, "name", 5, 9, 3, "Dig", (7, 8), ("Dig", "Pour"), (1,))
    assert isinstance(problem.message(), Message)
    text = said(problem)
    assert text.startswith("Row 3, 'Dig'")
    assert text.endswith(".")
    assert "{" not in text


def test_there_is_no_text_without_a_code() -> None:
    texts = {code.removeprefix("problem.") for code in PROBLEMS if not code.startswith("problem.where.")}
    assert texts == set(CODES)


def test_a_loop_names_all_its_tasks_in_order() -> None:
    (problem,) = check(build("A 1d after C\nB 1d after A\nC 1d after B"))
    assert said(problem) == (
        "Row 1, 'A': these tasks wait for each other in a circle: 'A', 'B', 'C'; remove one of the links."
    )


@pytest.mark.parametrize(
    ("problem", "opening"),
    [
        (Problem("calendar.no_working_time", "calendar", 3, name="Night"), "The calendar 'Night' has"),
        (Problem("calendar.no_working_time", "calendar", 3), "The calendar 3 has"),
        (Problem("project.finish_missing", "project", 0), "The project is"),
    ],
)
def test_what_has_no_row_is_named_by_kind(problem: Problem, opening: str) -> None:
    assert said(problem).startswith(opening)


def test_the_problem_of_a_task_is_the_same_whichever_row_it_stands_in() -> None:
    one, two = Problem("link.self", "link", 1, row=3, name="A"), Problem("link.self", "link", 1, row=9, name="B")
    assert one != two
    assert one.key == two.key


def test_an_empty_plan_says_nothing() -> None:
    assert [said(problem) for problem in check(Plan())] == []
