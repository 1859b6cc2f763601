"""The Gantt chart of a whole plan, as a drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import msgspec
import pytest

from headway.core.plan.entities import SavedDates, Task
from headway.core.plan.plan import Plan
from headway.core.time import TENTHS_PER_DAY
from headway.formats.tables.origin import Origin
from headway.reports.gantt_picture import PictureOptions
from tests.drawn import build
from tests.unit.formats.tables.hostile import FORMULAS, MARKUP, hostile
from tests.unit.reports.example import example
from tests.unit.reports.gantt_picture.drawings import SVG, drawing_of, scheduled

ALLOWED = {"svg", "title", "desc", "defs", "pattern", "rect", "line", "polygon", "g", "text"}


def bridge() -> Plan:
    return scheduled(example())


def test_it_is_named_and_described_for_those_who_hear_it() -> None:
    root = drawing_of(bridge()).root
    assert root.get("role") == "img"
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    assert root[0].text == "Bridge over the stream"
    about = root[1].text or ""
    assert "01 Mar 2027 to 01 Apr 2027" in about
    assert "Bridge open on 01 Apr 2027" in about
    assert "critical" in about


def test_every_task_has_its_name_its_dates_and_its_row() -> None:
    drawing = drawing_of(bridge())
    for task in example().tasks.values():
        assert task.name in drawing.texts()
    assert drawing.title("Deck") == "Deck: 26 Mar 2027 to 01 Apr 2027, critical, baseline finish 29 Mar 2027"
    assert drawing.title("Permit") == (
        "Permit: 04 Mar 2027 to 10 Mar 2027, 40 % done, critical, baseline finish 07 Mar 2027"
    )
    row = drawing.row("Foundations")
    assert [each.text for each in row.findall(f"{SVG}text")] == ["Foundations", "11 Mar 2027", "24 Mar 2027"]


def test_indent_follows_the_outline() -> None:
    drawing = drawing_of(bridge())
    first = {name: float(drawing.shapes(name, "text")[0]["x"]) for name in ("Prepare", "Survey", "Build", "Deck")}
    assert first["Prepare"] == first["Build"] < first["Survey"] == first["Deck"]


def test_bars_lie_where_their_dates_are() -> None:
    drawing = drawing_of(scheduled(build("project: start 2027-03-01\nA 5d\nB 5d; after A\nC 10d")))
    (a,), (b,), (c,) = (drawing.shapes(name, "rect") for name in "ABC")
    assert float(a["x"]) == float(c["x"]) < float(b["x"])
    assert float(b["x"]) + float(b["width"]) == pytest.approx(float(c["x"]) + float(c["width"]), abs=0.2)
    # A runs from Monday 08:00 to Friday 17:00, C to the Friday after: 4.375 and 11.375 days.
    assert float(c["width"]) / float(a["width"]) == pytest.approx(11.375 / 4.375, rel=0.01)


def test_progress_is_a_share_of_the_bar() -> None:
    drawing = drawing_of(scheduled(build("project: start 2027-03-01\nA 10d; percent 40\nB 20d")))
    whole, done = drawing.shapes("A", "rect")
    assert float(done["width"]) == pytest.approx(0.4 * float(whole["width"]), abs=0.1)
    assert done["fill"] != whole["fill"]


def test_critical_work_differs_by_hatching_and_a_word_not_by_colour_alone() -> None:
    drawing = drawing_of(bridge())
    assert drawing.shapes("Deck", "rect")[1]["fill"] == "url(#critical)"
    assert drawing.root.find(f"{SVG}defs/{SVG}pattern[@id='critical']") is not None
    assert all(each["fill"] != "url(#critical)" for each in drawing.shapes("Railing", "rect"))
    assert "critical" in drawing.texts()


def test_a_milestone_is_a_diamond_with_its_date() -> None:
    drawing = drawing_of(scheduled(build("project: start 2027-03-01\nA 5d\nLaunch milestone; after A\nB 30d")))
    (diamond,) = drawing.shapes("Launch", "polygon")
    assert len(diamond["points"].split()) == 4
    assert "5 Mar" in drawing.texts()
    ring, _, *_ = drawing_of(bridge()).shapes("Bridge open", "polygon")[1:]
    assert ring["fill"] == "none", "a critical one has a ring"


def test_dates_are_as_exact_as_the_scale() -> None:
    hours = drawing_of(scheduled(build("project: start 2027-03-01\nA 90m\nLaunch milestone; after A")))
    assert {"1 Mar 08:00", "1 Mar 09:30"} <= set(hours.texts())
    years = drawing_of(scheduled(build("project: start 2027-03-01\nA 900d\nLaunch milestone; after A\nB 1000d")))
    assert "9 Aug 2030" in years.texts()


def test_midnight_is_the_end_of_the_day_before() -> None:
    saved = {1: SavedDates(1, 20_000 * TENTHS_PER_DAY, 20_003 * TENTHS_PER_DAY)}
    drawing = drawing_of(Plan(tasks={1: Task(1, "A", duration=4_800)}, saved=saved))
    assert drawing.title("A") == "A: 04 Oct 2024 to 06 Oct 2024"


def test_baselines_are_ghosts_below_the_bars() -> None:
    drawing = drawing_of(bridge())
    ghost, bar, *_ = drawing.shapes("Deck", "rect")
    assert float(ghost["y"]) > float(bar["y"])
    assert float(ghost["height"]) < float(bar["height"])
    assert float(ghost["width"]) < float(bar["width"])
    assert "baseline" in drawing.texts()
    assert "baseline" not in drawing_of(scheduled(build("A 1d"))).texts()


def test_a_summary_is_a_bracket() -> None:
    (bracket,) = drawing_of(scheduled(build("Phase\n  A 5d\n  B 3d"))).shapes("Phase", "polygon")
    assert len(bracket["points"].split()) == 6


def test_the_data_date_is_a_dashed_line_of_full_height() -> None:
    drawing = drawing_of(bridge())
    assert "data date 10 Mar 2027" in " ".join(drawing.texts())
    dashed = [each for each in drawing.root.iter(f"{SVG}line") if each.get("stroke-dasharray")]
    lengths = [float(each.get("y2", 0)) - float(each.get("y1", 0)) for each in dashed]
    assert max(lengths) > 200


def test_free_days_are_shaded_where_a_day_is_wide_enough() -> None:
    near = scheduled(build("project: start 2027-03-01\nA 15d"))
    far = scheduled(build("project: start 2027-03-01\nA 900d"))
    shaded = [
        [each for each in drawing_of(plan).root.iter(f"{SVG}g") if each.get("opacity") == "0.4"] for plan in (near, far)
    ]
    assert len(shaded[0]) == 1
    assert shaded[1] == []
    weekends = shaded[0][0].findall(f"{SVG}rect")
    day = float(weekends[1].get("width", 0)) / 2
    assert [round(float(each.get("width", 0)) / day) for each in weekends[1:-1]] == [2, 2]
    steps = [float(b.get("x", 0)) - float(a.get("x", 0)) for a, b in pairwise(weekends[1:])]
    assert [round(step / day) for step in steps] == [7, 7]


def test_a_missed_deadline_is_filled() -> None:
    drawing = drawing_of(
        scheduled(build("project: start 2027-03-01\nA 5d; deadline 2027-03-02\nB 5d; deadline 2027-04-02"))
    )
    (missed,), (kept,) = drawing.shapes("A", "polygon"), drawing.shapes("B", "polygon")
    assert missed["fill"] == missed["stroke"]
    assert kept["fill"] != kept["stroke"]


def test_one_odd_date_does_not_press_the_others_together() -> None:
    near = scheduled(build("project: start 2027-03-01\nA 5d; deadline 2027-03-20\nB 20d; after A"))
    far = scheduled(build("project: start 2027-03-01\nA 5d; deadline 1984-01-01\nB 20d; after A"))
    assert far.tasks[1].deadline is not None
    widths = [float(drawing_of(plan).shapes("B", "rect")[0]["width"]) for plan in (near, far)]
    assert widths[0] == widths[1]
    assert drawing_of(far).shapes("A", "polygon") == []
    assert "deadline 01 Jan 1984" in drawing_of(far).title("A")


def test_inactive_tasks_are_outlines() -> None:
    drawing = drawing_of(scheduled(build("A 5d")))
    plan = Plan(tasks={1: Task(1, "A", inactive=True)}, saved={1: SavedDates(1, 0, TENTHS_PER_DAY)})
    assert drawing_of(plan).shapes("A", "rect")[0]["fill"] == "none"
    assert "inactive" in drawing_of(plan).texts()
    assert "inactive" not in drawing.texts()


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP, "<b>&amp;</b>", "a" * 5_000, "漢字" * 50])
def test_texts_of_the_plan_are_only_ever_texts(text: str) -> None:
    drawing = drawing_of(scheduled(hostile(text)), origin=Origin(text))
    tags = {each.tag.removeprefix(SVG) for each in drawing.root.iter()}
    assert tags <= ALLOWED
    attributes = {name for each in drawing.root.iter() for name in each.attrib}
    assert not [name for name in attributes if name.startswith("on") or "href" in name or name == "style"]
    assert "file:" not in drawing.text.partition("<defs>")[0] or "&lt;!DOCTYPE" in drawing.text


def test_names_are_cut_to_their_column_and_whole_in_the_title() -> None:
    long = "Foundations of the southern abutment " * 6
    plan = bridge()
    renamed = {key: msgspec.structs.replace(each, name=long.strip()) for key, each in plan.tasks.items()}
    drawing = drawing_of(msgspec.structs.replace(plan, tasks=renamed))
    shown = [text for text in drawing.texts() if text.startswith("Foundations")]
    assert all(text.endswith("…") for text in shown)
    assert drawing.title(long.strip())


def test_fonts_are_named_with_what_stands_in_for_them() -> None:
    (family,) = {each.get("font-family") for each in drawing_of(bridge()).root.iter()} - {None}
    assert str(family).startswith("'Source Sans Pro'")
    assert str(family).endswith("sans-serif")


def test_a_plan_without_dates_says_so() -> None:
    for plan in (Plan(), Plan(tasks={1: Task(1, "Someday")})):
        drawing = drawing_of(plan)
        assert [text for text in drawing.texts() if "no tasks with dates" in text or "without dates" in text]


def test_it_is_as_wide_as_asked_and_nothing_lies_outside() -> None:
    for width in (700, 1_500, 3_000):
        drawing = drawing_of(bridge(), PictureOptions(width=width))
        assert drawing.size[0] == width
        for each in drawing.root.iter(f"{SVG}rect"):
            if each.get("x"):
                assert 0 <= float(each.get("x", 0)) <= width
                assert float(each.get("x", 0)) + float(each.get("width", 0)) <= width + 1


def test_dark_is_light_on_dark() -> None:
    light, dark = drawing_of(bridge()), drawing_of(bridge(), PictureOptions(dark=True))
    grounds = [next(each for each in drawing.root if each.tag == f"{SVG}rect").get("fill") for drawing in (light, dark)]
    assert grounds == ["#ffffff", "#16181b"]
    assert light.texts() == dark.texts()


def test_the_legend_wraps_in_a_narrow_picture() -> None:
    narrow, wide = (drawing_of(bridge(), PictureOptions(width=width)) for width in (700, 1_500))
    assert narrow.size[1] > wide.size[1]


def test_the_same_plan_gives_the_same_drawing() -> None:
    assert drawing_of(bridge()).text == drawing_of(bridge()).text
    assert ET.canonicalize(drawing_of(bridge()).text)
