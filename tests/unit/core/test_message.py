"""Messages: codes and typed values, as JSON and back."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.message import Days, Length, Message, Moment, Param, TaskName, message


def test_parameters_go_by_name() -> None:
    assert message("hold.delay", delay=Length(4_800)) == Message("hold.delay", {"delay": Length(4_800)})


@pytest.mark.parametrize(
    "value",
    [
        "text",
        7,
        Moment(300_648_000),
        Moment(300_648_000, finish=True, timed=True),
        Length(4_800, elapsed=True),
        TaskName(3, "Sign contract"),
        Days(20_000, 20_001),
        Message("earlier.done"),
        (TaskName(3, "A"), Message("tasks.more", {"count": 2})),
    ],
)
def test_every_value_survives_json(value: Param) -> None:
    sent = message("code", value=value)
    assert msgspec.json.decode(msgspec.json.encode(sent), type=Message) == sent


def test_messages_are_values() -> None:
    with pytest.raises(AttributeError):
        message("code").code = "other"  # type: ignore[misc]
