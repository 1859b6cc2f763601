"""Links with a lag."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "dcma-03"


def links(count: int) -> str:
    """A task with so many plain successors."""
    return "A 1d\n" + "\n".join(f"S{i} 1d after A" for i in range(count))


def test_five_percent_is_just_enough() -> None:
    assert asked(RULE, drawn(links(19) + "\nL 1d after A FS+1d")).status is Status.PASS
    result = asked(RULE, drawn(links(18) + "\nL 1d after A FS+1d"))
    assert (result.status, result.count, result.population) == (Status.FAIL, 1, 19)


def test_leads_are_no_lags() -> None:
    assert asked(RULE, drawn("A 3d\nL 1d after A FS-1d")).value == 0


def test_a_row_says_how_long_the_lag_is() -> None:
    text = "A 4d\nB 1d after A FS+2d\nC 1d after A FS+3ed\nD 1d after A +25%\nE 1d after A SS+4h\n"
    text += "F 1d after A FF+1d\nG 1d after A SF+1d"
    result = asked(RULE, drawn(text))
    assert texts_of(result) == [
        "'B' waits another 2 working days after 'A' is finished.",
        "'C' waits another 3 calendar days after 'A' is finished.",
        "'D' waits another 25 % of the first task's duration after 'A' is finished.",
        "'E' waits another 4 hours after 'A' has started.",
        "'F' cannot be finished until 1 working day after 'A' is.",
        "'G' cannot be finished until 1 working day after 'A' has started.",
    ]


def test_the_share_is_a_setting() -> None:
    found = drawn("A 4d\nB 1d after A FS+2d\nC 1d after B")
    assert asked(RULE, found, most_percent=50).status is Status.PASS
    assert asked(RULE, found, most_percent=49).status is Status.FAIL


def test_a_plan_without_links_is_not_evaluated() -> None:
    assert asked(RULE, drawn("A 5d")).status is Status.NOT_EVALUATED
