"""The registry names everything a plan holds."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan import entities
from headway.core.plan.plan import P6Options, Plan
from headway.core.plan.registry import COLLECTIONS, ENTITIES, EntityType


def test_every_field_of_a_plan_is_an_entity() -> None:
    assert sorted(row.collection for row in ENTITIES.values()) == sorted(Plan.__struct_fields__)


@pytest.mark.parametrize("row", COLLECTIONS, ids=lambda row: row.name)
def test_the_key_holds_the_id(row: EntityType) -> None:
    assert row.fields[row.key] is int
    required = {field.name: 1 for field in msgspec.structs.fields(row.struct) if field.required}
    assert row.id_of(row.struct(**{**required, row.key: 5})) == 5


def test_the_project_has_the_id_0() -> None:
    assert ENTITIES["project"].id_of(Plan().project) == 0


def test_fields_stand_in_declared_order() -> None:
    assert list(ENTITIES["link"].fields) == ["id", "predecessor", "successor", "kind", "lag", "lag_kind"]


def test_no_struct_inside_an_entity_has_a_default_that_python_does_not_share() -> None:
    """The codec puts shared defaults in place on the entities only; a struct inside them would not be canonical."""
    top = {row.struct for row in ENTITIES.values()}
    inner = [
        value
        for value in (*vars(entities).values(), P6Options)
        if isinstance(value, type) and issubclass(value, entities.Entity) and value not in {*top, entities.Entity}
    ]
    assert len(inner) > 10
    for struct in inner:
        for field in msgspec.structs.fields(struct):
            assert type(field.default) is not int or field.default < 257, (struct, field.name)
            assert not isinstance(field.default, tuple) or field.default == (), (struct, field.name)
