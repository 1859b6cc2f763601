"""The command that writes reports: forms, options, what it prints, and what it refuses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.cli.commands.report import RENDERERS
from headway.formats.own import encode_own
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_report_writes_a_page(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    answer = headway("report", plan_file, "-o", tmp_path / "plan.html")
    assert answer.code == 0
    assert "Bridge over the stream finishes on Thu 1 Apr 2027" in (tmp_path / "plan.html").read_text()
    found = headway("report", plan_file, "-o", tmp_path / "plan.html", "--json").json
    assert found["facts"]["numbers"]["tasks"] == 8


def test_report_as_data_has_dates_minutes_and_the_ids_of_the_file(
    headway: Run, plan_file: Path, tmp_path: Path
) -> None:
    facts = headway("report", plan_file, "-o", tmp_path / "plan.html", "--json").json["facts"]
    tasks = {each["unique_id"]: each for each in headway("schedule", plan_file, "--json").json["tasks"]}
    assert facts["finish"]["now"] == "2027-04-01T17:00:00"
    assert 0 <= facts["numbers"]["done_percent"] <= 100
    assert facts["work_ends"] == max(each["finish"] for each in tasks.values())
    assert facts["critical"]
    for shown in facts["critical"]:
        of_schedule = tasks[shown["unique_id"]]
        for name in ("name", "start", "finish", "total_float_minutes", "critical"):
            assert shown[name] == of_schedule[name]
    assert all(isinstance(each["reason"], str) for each in facts["dimensions"])


@pytest.mark.parametrize("ending", [".html", ".pdf", ".xlsx"])
def test_each_form_is_written(headway: Run, plan_file: Path, tmp_path: Path, ending: str) -> None:
    beginnings = {".html": b"<!doctype html>", ".pdf": b"%PDF-", ".xlsx": b"PK\x03\x04"}
    out = tmp_path / f"plan{ending}"
    assert headway("report", plan_file, "-o", out).code == 0
    assert out.read_bytes().startswith(beginnings[ending])
    assert list(tmp_path.glob("*.tmp")) == []


def test_an_ending_that_is_no_report_is_refused_before_any_work(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    answer = headway("report", plan_file, "-o", tmp_path / "plan.docx")
    assert answer.code == 2
    assert ".html, .pdf or .xlsx" in answer.err
    assert headway("report", plan_file).code == 2


def test_a_page_does_not_wait_for_the_other_forms(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    loaded = {name for name in sys.modules if name.split(".")[0] in ("typst", "xlsxwriter")}
    for name in loaded:
        del sys.modules[name]
    assert headway("report", plan_file, "-o", tmp_path / "plan.html").code == 0
    assert not {"typst", "xlsxwriter"} & {name.split(".")[0] for name in sys.modules}
    assert set(RENDERERS) >= {".html", ".pdf", ".xlsx"}


def test_the_last_plan_is_compared(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    plan = example()
    link = next(link for link in plan.links.values() if link.lag)
    without = msgspec.structs.replace(link, lag=0)
    old = tmp_path / "old.headway"
    old.write_bytes(encode_own(msgspec.structs.replace(plan, links={**plan.links, link.id: without})))
    answer = headway("report", plan_file, "--since", old, "-o", tmp_path / "plan.html", "--json")
    assert answer.json["facts"]["since"]["moved_minutes"] == 480
    assert "What changed since the last plan" in (tmp_path / "plan.html").read_text()


def test_a_locale_writes_dates(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    assert headway("report", plan_file, "-o", tmp_path / "plan.html", "--locale", "de_DE").code == 0
    page = (tmp_path / "plan.html").read_text()
    assert "finishes on 01.04.2027" in page
    assert 'lang="en"' in page


@pytest.mark.parametrize("locale", ["xx_YY", "", "../../etc", "de_DE; DROP"])
def test_a_locale_that_is_none_is_refused(headway: Run, plan_file: Path, tmp_path: Path, locale: str) -> None:
    answer = headway("report", plan_file, "-o", tmp_path / "plan.html", "--locale", locale)
    assert answer.code == 2
    assert "en_GB" in answer.err
    assert not (tmp_path / "plan.html").exists()


def test_a_brand_is_on_the_page(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    brand = tmp_path / "house.toml"
    brand.write_text('name = "Stream Bridge Trust"\naccent = "#004488"\n')
    assert headway("report", plan_file, "-o", tmp_path / "plan.html", "--branding", brand).code == 0
    page = (tmp_path / "plan.html").read_text()
    assert "Stream Bridge Trust" in page
    assert "--accent: #004488" in page


def test_a_brand_that_cannot_be_read_is_refused(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    brand = tmp_path / "house.toml"
    brand.write_text('accent = "#ffee00"\n')
    answer = headway("report", plan_file, "-o", tmp_path / "plan.html", "--branding", brand)
    assert answer.code == 3
    assert "accent" in answer.err
    assert "house.toml" in answer.err
    assert "#" in answer.err.splitlines()[-1]


def test_the_plan_itself_is_never_written_over(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.html"
    plan.write_bytes(plan_file.read_bytes())
    answer = headway("report", plan, "-o", plan)
    assert answer.code == 2
    assert "is the plan file itself" in answer.err
    assert plan.read_bytes() == plan_file.read_bytes()
