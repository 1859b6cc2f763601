"""Canonical JSON: the same plan, the same bytes; what cannot be read is named."""

from __future__ import annotations

import json
import types
from typing import Any

import msgspec
import pytest

from headway.core.plan import codec
from headway.core.plan.codec import PlanDecodeError, decode, encode, encode_entity
from headway.core.plan.entities import Agile, Assignment, Calendar, Link, Resource, Task
from headway.core.plan.plan import SCHEMA, Plan, Project
from tests.drawn import build

BRIDGE = build("""
    project: start 2027-03-01; rules p6; data date 2027-03-03
    calendar Night: Mon-Fri 22:00-30:00; off 2027-03-05
    resource Crew: calendar Night; units 50%
    Piers
      Piles 3d; resource Crew 50%; percent 40; actual start=2027-03-01
      Caps 2d after Piles SS+1d; SNET 2027-03-04
    Deck 5d after Caps; parts 2027-03-08..2027-03-09, 2027-03-11..2027-03-12
    Open milestone; after Deck
""")


def _five_hundred() -> int:
    """500 as an object of its own, as it comes out of a computation."""
    return int("500")


def test_a_plan_comes_back_as_it_was() -> None:
    assert decode(encode(BRIDGE)) == BRIDGE
    assert encode(decode(encode(BRIDGE))) == encode(BRIDGE)


def test_an_empty_plan_is_one_line() -> None:
    assert encode(Plan()) == b'{"schema":1,"project":{}}'
    assert decode(b'{"schema":1}') == Plan()
    assert encode(decode(b'{"schema":1}')) == encode(Plan())


def test_entities_stand_sorted_by_id_and_fields_in_declared_order() -> None:
    plan = Plan(tasks={2: Task(id=2, duration=10, name="Pour"), 1: Task(id=1, name="Dig")})
    assert encode(plan) == (
        b'{"schema":1,"project":{},"tasks":[{"id":1,"name":"Dig"},{"id":2,"name":"Pour","duration":10}]}'
    )


def test_the_same_plan_gives_the_same_bytes_whatever_the_order_of_its_mappings() -> None:
    turned = msgspec.structs.replace(BRIDGE, tasks=dict(reversed(BRIDGE.tasks.items())))
    assert encode(turned) == encode(BRIDGE)


def test_keys_of_custom_fields_are_sorted() -> None:
    one = Plan(tasks={1: Task(id=1, custom={"b": 1, "a": "x"})})
    two = Plan(tasks={1: Task(id=1, custom={"a": "x", "b": 1})})
    assert encode(one) == encode(two)
    assert b'"custom":{"a":"x","b":1}' in encode(one)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(tasks={1: Task(id=1, priority=_five_hundred())}),
        Plan(resources={1: Resource(id=1, max_units=int("10000"))}),
        Plan(assignments={1: Assignment(id=1, task=1, units=int("10000"))}),
        Plan(calendars={1: Calendar(id=1, days=tuple([None] * 7))}),
        Plan(project=Project(minutes_per_day=int("480"), default_start_time=int("4800"))),
    ],
    ids=["priority", "max_units", "units", "days", "project"],
)
def test_a_default_that_was_computed_is_left_out_too(plan: Plan) -> None:
    assert encode(plan) == encode(decode(encode(plan)))
    assert not any(word in encode(plan) for word in (b"500", b"10000", b"null", b"480"))


def test_custom_values_keep_their_type() -> None:
    custom: dict[str, str | int | float | bool] = {"i": 1, "f": 1.0, "b": True, "s": "1"}
    found = decode(encode(Plan(tasks={1: Task(id=1, custom=custom, agile=Agile(points=2.5))}))).tasks[1].custom
    assert found is not None
    assert {key: type(value) for key, value in found.items()} == {"i": int, "f": float, "b": bool, "s": str}


def test_one_entity_is_written_as_in_the_plan() -> None:
    link = Link(id=3, predecessor=1, successor=2)
    assert encode_entity("link", link) == b'{"id":3,"predecessor":1,"successor":2}'
    assert encode_entity("link", link) in encode(Plan(links={3: link}))


def _changed(**fields: Any) -> bytes:
    stored = json.loads(encode(BRIDGE))
    stored.update(fields)
    return json.dumps(stored, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("data", "entity", "number", "field", "words"),
    [
        (_changed(tasks=[{"id": 4}, {"id": 77, "duration": "3d"}]), "task", 77, "duration", "Expected `int`"),
        (_changed(tasks=[{"id": 77, "colour": "red"}]), "task", 77, None, "unknown field `colour`"),
        (_changed(links=[{"id": 8, "predecessor": 1}]), "link", 8, None, "missing required field `successor`"),
        (_changed(links=[{"predecessor": 1, "successor": 2}]), "link", None, None, "without id"),
        (_changed(calendars=[{"id": 3, "days": [[{"start": 1}]]}]), "calendar", 3, "days[0][0]", "finish"),
        (_changed(project={"rules": "asta"}), "project", 0, "rules", "Invalid enum value"),
        (_changed(tasks=[{"id": 5}, {"id": 6}, {"id": 5}]), "task", 5, None, "twice"),
    ],
    ids=["type", "unknown", "missing", "without id", "inside", "project", "twice"],
)
def test_the_error_names_entity_id_and_field(
    data: bytes, entity: str, number: int | None, field: str | None, words: str
) -> None:
    with pytest.raises(PlanDecodeError, match=words.replace("(", r"\(")) as caught:
        decode(data)
    assert (caught.value.entity, caught.value.id, caught.value.field) == (entity, number, field)
    assert entity in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a stored plan"),
        (b"PK\x03\x04", "not a stored plan"),
        (b"[]", "not a stored plan"),
        (b'{"tasks":[]}', "not a stored plan"),
        (b'{"schema":1,"tasks":[{"id":1', "damaged"),
        (b'{"schema":1,"tasks":{}}', "tasks: Expected `array`"),
        (b'{"schema":1,"colour":1}', "does not fit schema 1"),
        (b'{"schema":2}', "use a newer version"),
        (b'{"schema":0}', "no version ever wrote"),
    ],
)
def test_what_is_no_plan_is_told_so(data: bytes, words: str) -> None:
    with pytest.raises(PlanDecodeError, match=words):
        decode(data)


def test_white_space_and_the_order_of_the_keys_do_not_matter_when_reading() -> None:
    stored = json.loads(encode(BRIDGE))
    pretty = json.dumps(dict(reversed(stored.items())), indent=2).encode()
    assert decode(pretty) == BRIDGE


def test_an_older_schema_is_raised_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def from_minus_1(stored: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in stored.items() if key != "activities"} | {"jobs": stored["activities"]}

    def from_0(stored: dict[str, Any]) -> dict[str, Any]:
        tasks = [{"id": job["id"], "name": job["title"]} for job in stored["jobs"]]
        return {key: value for key, value in stored.items() if key != "jobs"} | {"tasks": tasks}

    monkeypatch.setattr(codec, "UPCASTERS", types.MappingProxyType({-1: from_minus_1, 0: from_0}))
    assert decode(b'{"schema":-1,"activities":[{"id":1,"title":"Dig"}]}').tasks == {1: Task(id=1, name="Dig")}
    with pytest.raises(PlanDecodeError, match="task 1, field name: Expected `str`"):
        decode(b'{"schema":0,"jobs":[{"id":1,"title":5}]}')


def test_every_schema_that_was_ever_written_can_be_raised() -> None:
    assert sorted(codec.UPCASTERS) == list(range(1, SCHEMA))
