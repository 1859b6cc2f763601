"""Dates, durations, names and lists in a text."""

from __future__ import annotations

from datetime import datetime

import pytest

from headway.core.message import Days, Length, Message, Moment, Param, TaskName, message
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.messages import UnknownMessageError, render

DAY, HOUR, MINUTE = 4_800, 600, 10


def at(day: int, hour: int = 0, minute: int = 0, *, year: int = 2027) -> int:
    """An instant of March."""
    return to_instant(datetime(year, 3, day, hour, minute))


def shown(value: Param, minutes_per_day: int = 480) -> str:
    """A value as it reads in a text that is nothing else."""
    return render(message("name", name=value), minutes_per_day=minutes_per_day)


def test_a_date_has_weekday_and_year() -> None:
    assert shown(Moment(at(4, 8))) == "Thu 4 Mar 2027"


def test_a_time_is_shown_where_it_matters() -> None:
    assert shown(Moment(at(4, 8, 5), timed=True)) == "Thu 4 Mar 2027 08:05"


def test_midnight_belongs_to_the_day_before_for_a_finish() -> None:
    assert shown(Moment(at(5), finish=True)) == "Thu 4 Mar 2027"
    assert shown(Moment(at(5))) == "Fri 5 Mar 2027"
    assert shown(Moment(at(5), finish=True, timed=True)) == "Thu 4 Mar 2027 24:00"


def test_the_year_stands_once() -> None:
    text = message("list.and", items=(Moment(at(4)), Moment(at(5)), Moment(at(6, year=2028)), Moment(at(7, year=2028))))
    assert render(text) == "Thu 4 Mar 2027, Fri 5 Mar, Mon 6 Mar 2028 and Tue 7 Mar"


def test_the_year_stands_with_the_first_date_that_is_read() -> None:
    # The parameters come in another order than the text has them.
    text = Message("deadline_missed", {"deadline": Moment(at(2)), "task": TaskName(1, "A"), "finish": Moment(at(4))})
    assert render(text) == "'A' finishes Thu 4 Mar 2027, after its deadline, Tue 2 Mar."


def test_parameters_that_the_text_does_not_use_leave_no_trace() -> None:
    text = message("late.limited", spare=Moment(at(1)), late=Moment(at(2)), limit="so it is")
    assert render(text) == "Must finish by Tue 2 Mar 2027: so it is."


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (DAY, "1 working day"),
        (2 * DAY, "2 working days"),
        (HOUR, "1 hour"),
        (4 * HOUR, "4 hours"),
        (DAY + 4 * HOUR, "1 working day 4 hours"),
        (30 * MINUTE, "30 minutes"),
        (MINUTE, "1 minute"),
        (DAY + HOUR + MINUTE, "1 working day 1 hour 1 minute"),
        (0, "no time"),
        (4, "no time"),
        (6, "1 minute"),
        (-2 * DAY, "−2 working days"),
    ],
)
def test_working_time(span: int, text: str) -> None:
    assert shown(Length(span)) == text


@pytest.mark.parametrize(
    ("span", "text"),
    [(TENTHS_PER_DAY, "1 calendar day"), (3 * TENTHS_PER_DAY, "3 calendar days"), (DAY, "8 hours")],
)
def test_elapsed_time(span: int, text: str) -> None:
    assert shown(Length(span, elapsed=True)) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(480, "2 working days"), (450, "2 working days 1 hour"), (600, "1 working day 6 hours")]
)
def test_the_project_says_how_long_a_day_is(minutes: int, text: str) -> None:
    assert shown(Length(2 * DAY), minutes_per_day=minutes) == text


def test_a_day_is_never_without_minutes() -> None:
    assert shown(Length(DAY), minutes_per_day=0) == "480 working days"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (Days(at(9) // TENTHS_PER_DAY, at(9) // TENTHS_PER_DAY), "Tue 9 Mar 2027"),
        (Days(at(9) // TENTHS_PER_DAY, at(10) // TENTHS_PER_DAY), "Tue 9 Mar 2027 – Wed 10 Mar"),
    ],
)
def test_days(days: Days, text: str) -> None:
    assert shown(days) == text


def test_tasks_are_quoted() -> None:
    assert shown(TaskName(7, "Sign contract")) == "'Sign contract'"
    assert shown(TaskName(7, "")) == "task 7"


@pytest.mark.parametrize("name", ["{moment}", "100 % {", "}{", "'", "%s"])
def test_names_are_never_read_as_places(name: str) -> None:
    assert shown(TaskName(7, name)) == f"'{name}'"


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "'T0'"), (2, "'T0' and 'T1'"), (3, "'T0', 'T1' and 'T2'"), (4, "'T0', 'T1', 'T2' and 'T3'")],
)
def test_lists(count: int, text: str) -> None:
    assert render(message("list.and", items=tuple(TaskName(i, f"T{i}") for i in range(count)))) == text


def test_lists_of_one_need_no_tuple() -> None:
    assert render(message("list.and", items=TaskName(1, "A"))) == "'A'"


def test_remarks_are_set_apart() -> None:
    items = (message("name", name="one"), message("name", name="two"), message("name", name="three"))
    assert render(message("list.details", items=items)) == "one; two; three"


def test_bare_tuples_are_listed() -> None:
    assert shown((TaskName(1, "A"), TaskName(2, "B"))) == "'A', 'B'"


def test_counts_choose_the_form() -> None:
    assert render(message("gap.weekends", count=1)) == "1 weekend in between"
    assert render(message("gap.weekends", count=2)) == "2 weekends in between"


def test_messages_nest() -> None:
    inner = message("anchor.finished", task=TaskName(1, "Sign contract"), moment=Moment(at(2, 17), finish=True))
    lag = message("link.lag", anchor=inner, lag=Length(2 * DAY))
    outer = message("start.link", start=Moment(at(4, 8)), reason=lag)
    assert render(outer) == ("Starts Thu 4 Mar 2027 because 'Sign contract' finished Tue 2 Mar + 2 working days.")


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownMessageError):
        render(message("no.such"))


def test_an_unknown_language_gives_english() -> None:
    assert render(message("earlier.done"), locale="tlh") == "It is done."
