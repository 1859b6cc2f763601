"""What is written is read back equal, but for the losses that are known and explained, and they only get fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.formats.writing.known import KNOWN
from tests.files.reading import index_of
from tests.files.round_trip.losses import TARGETS, expected, lost_in, written

if TYPE_CHECKING:
    from pathlib import Path

    from headway.formats import WriteResult

SAMPLE_STEP = 11
LARGEST_OF_SAMPLE = 120

Results = list[tuple[str, str, "WriteResult"]]


@pytest.fixture(scope="module")
def sample(cases: Path) -> Results:
    small = [row for row in index_of(cases) if int(row["leaf_tasks"] or 0) <= LARGEST_OF_SAMPLE]
    return written(cases, small[::SAMPLE_STEP])


@pytest.fixture(scope="module")
def all_files(cases: Path) -> Results:
    return written(cases, index_of(cases))


def silent(results: Results) -> list[str]:
    """Losses nobody has explained."""
    return [
        f"{name} to {result.format}: {loss.entity}.{loss.field} of {loss.count}, {loss.before!r} is {loss.after!r}"
        for _, name, result in results
        for loss in result.losses
        if not loss.reason
    ]


def test_each_loss_of_a_sample_is_known(sample: Results) -> None:
    known = expected()
    assert {result.format for *_, result in sample} == set(TARGETS)
    new = {way: sorted(set(fields) - set(known.get(way, {}))) for way, fields in lost_in(sample).items()}
    assert {way: fields for way, fields in new.items() if fields} == {}
    assert silent(sample) == []


def test_microsoft_project_xml_keeps_what_it_can_hold() -> None:
    """A plan of Microsoft Project loses seven things in its own XML, none of them a date, a link or an amount."""
    assert set(expected()["MPP to mspdi"]) <= {
        "baseline.taken",
        "project.honour_constraints",
        "resource.name",
        "task.external_link",
        "task.parts",
        "task.recurrence",
    }


def test_xer_to_xer_is_equal() -> None:
    """But for a file with a second project, and one whose planned costs are not those of its work."""
    fields = expected()["XER to xer"]
    assert set(fields) <= {
        "baseline.dates",
        "baseline.dates.cost",
        "task.external.code",
        "task.external_link",
        "task.manual",
        "task.order",
        "task.wbs",
    }
    assert max(fields.values()) == 1


@pytest.mark.full
def test_each_loss_of_all_files_is_explained(all_files: Results) -> None:
    assert silent(all_files) == []


@pytest.mark.full
def test_losses_only_get_fewer(all_files: Results) -> None:
    lost = {way: dict(sorted(fields.items())) for way, fields in sorted(lost_in(all_files).items()) if fields}
    known = expected()
    more = {way: {f: c for f, c in fields.items() if c > known.get(way, {}).get(f, 0)} for way, fields in lost.items()}
    assert {way: fields for way, fields in more.items() if fields} == {}, "a field that was kept is lost now"
    assert lost == {way: fields for way, fields in known.items() if fields}, (
        "better than before: run python -m tests.files.round_trip.losses"
    )


def test_every_reason_is_a_text() -> None:
    assert all(len(known.reason) > 15 and not known.reason.endswith(".") for known in KNOWN)
