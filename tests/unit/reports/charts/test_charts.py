"""Every kind of chart, opened as what it is: SVG as XML, PNG as a picture, the specification as data."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from headway.reports.charts import DARK, LIGHT, STYLED, Look, chart_png, chart_svg, png, specification, svg, with_accent
from headway.reports.charts.load import round_steps
from headway.reports.charts.theme import Theme, properties
from headway.reports.charts.values import Tick
from headway.reports.document import Chart, Table
from tests.unit.reports.charts import samples

KINDS = tuple(samples.one_of_each())
LOOK = Look(LIGHT, 400)
SVG = "{http://www.w3.org/2000/svg}"


def texts(drawn: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


def layers(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["layer"]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_data_is_in_the_drawing(kind: str) -> None:
    shown = " ".join(texts(svg(specification(samples.one_of_each()[kind], LOOK))))
    expected = {
        "bands": (*samples.NAMES, "21 x", "Float", "Tasks"),
        "gantt": (*samples.NAMES, "Mar 2027", "Apr", "21 Mar 2027"),
        "load": (*samples.NAMES, "M0", "M5", "now", "50", "Hours"),
    }
    for text in expected[kind]:
        assert text in shown


@pytest.mark.parametrize("kind", KINDS)
def test_letters_are_drawn_in_the_picture_too(kind: str) -> None:
    """Without a font vl-convert leaves all text out and says nothing: the picture must change with its text."""
    data = samples.one_of_each()[kind]
    written = specification(data, LOOK)
    silent = json.loads(json.dumps(written).replace("Design sign-off", " " * 15))
    first, second = png(written), png(silent)
    assert first != second
    assert len(first) > len(second)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_data_gives_the_same_bytes(kind: str) -> None:
    data = samples.one_of_each()[kind]
    assert svg(specification(data, LOOK)) == svg(specification(data, LOOK))
    assert png(specification(data, LOOK)) == png(specification(data, LOOK))


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_as_wide_as_told(kind: str) -> None:
    data = samples.one_of_each()[kind]
    root = ElementTree.fromstring(svg(specification(data, LOOK)))
    assert float(root.attrib["width"]) == pytest.approx(400, abs=1)
    assert struct.unpack(">I", png(specification(data, LOOK), 3)[16:20])[0] == pytest.approx(1200, abs=3)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_without_data_is_a_picture_without_data(kind: str) -> None:
    drawn = svg(specification(samples.NOTHING[kind], LOOK))
    assert "NaN" not in drawn
    assert "undefined" not in drawn


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_stay_text(kind: str) -> None:
    drawn = svg(specification(samples.one_of_each(samples.PAYLOADS)[kind], LOOK))
    elements = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(drawn).iter()}
    assert elements <= {"svg", "g", "path", "line", "text", "rect", "title", "desc"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_holds_its_data_and_no_expression_and_no_address(kind: str) -> None:
    spec = specification(samples.one_of_each()[kind], LOOK)
    assert spec.pop("$schema").endswith("/v6.json")
    written = json.dumps(spec)
    for word in ('"url"', '"expr"', '"signal"', "labelExpr", '"calculate"', '"href"', "http"):
        assert word not in written
    assert all("values" in layer["data"] for layer in layers(spec))


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_can_stand_in_a_page_with_others_under_a_strict_policy(kind: str) -> None:
    drawn = svg(specification(samples.one_of_each()[kind], Look(STYLED, 300)))
    for part in (" id=", "style=", "<style", "<script", "url("):
        assert part not in drawn
    assert "#" not in drawn


def test_every_colour_of_a_styled_drawing_is_a_property_that_each_look_gives() -> None:
    for theme in (LIGHT, DARK):
        given = properties(theme)
        for kind, data in samples.one_of_each().items():
            used = svg(specification(data, Look(STYLED, 300))).split("var(")[1:]
            assert used, kind
            assert {name.split(")")[0] for name in used} <= set(given)


def test_a_drawing_is_named_and_described_for_those_who_hear_it() -> None:
    table = Table("t", "t", (), ())
    chart = Chart("c", samples.bands(), "Float", "Three of <five> tasks & one have none.", table, "As a table")
    root = ElementTree.fromstring(chart_svg(chart, LOOK))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == "Float. Three of <five> tasks & one have none."
    assert [element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")] == [
        "Float",
        "Three of <five> tasks & one have none.",
    ]
    assert chart_png(chart, LOOK)[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_drawing_without_words_is_decoration() -> None:
    assert 'aria-hidden="true"' in svg(specification(samples.bands(), LOOK)).split(">")[0]


def test_nothing_is_fetched() -> None:
    spec = specification(samples.bands(), LOOK)
    spec["layer"][0]["data"] = {"url": "https://127.0.0.1:9/names.json"}
    with pytest.raises(ValueError, match="External data url"):
        svg(spec)


def test_what_is_done_is_full_and_the_baseline_lies_below() -> None:
    data = samples.gantt()
    rects = [layer["data"]["values"] for layer in layers(specification(data, LOOK)) if layer["mark"]["type"] == "rect"]
    todo, done, promised = rects
    assert len(todo) == len(promised) == 2
    share = (done[0]["to"] - done[0]["from"]) / (todo[0]["to"] - todo[0]["from"])
    assert share == pytest.approx(data.bars[1].done)
    assert all(low["top"] > bar["foot"] for low, bar in zip(promised, todo, strict=True))


def test_a_stack_adds_up() -> None:
    data = samples.load()
    spec = specification(data, LOOK)
    bars = next(layer for layer in layers(spec) if layer["mark"]["type"] == "rect")["data"]["values"]
    tops = [max((bar["top"] for bar in bars if int(bar["left"]) == month), default=0) for month in range(6)]
    assert tops == [sum(series.hours[month] for series in data.series) for month in range(6)]


def test_two_resources_of_one_name_are_two_entries() -> None:
    shown = texts(svg(specification(samples.load(("Smith", "Smith", "Jones")), LOOK)))
    assert "Smith" in shown
    assert "Smith (2)" in shown


def test_many_months_name_only_as_many_as_fit() -> None:
    data = samples.load(("One",))
    months = tuple(replace(data.months[0], label=f"Sep {year}") for year in range(2000, 2060))
    many = replace(data, months=months, series=(replace(data.series[0], hours=(1.0,) * 60),))
    named = [text for text in texts(svg(specification(many, LOOK))) if text.startswith("Sep")]
    assert 3 <= len(named) <= 12


def test_a_name_of_ninety_letters_is_cut_with_dots() -> None:
    name = "Frame and roof of the northern wing including all temporary works and the scaffold " + "x" * 9
    shown = texts(svg(specification(samples.gantt((name, "short")), LOOK)))
    assert any(text.endswith("…") and name.startswith(text[:-1]) for text in shown)


def test_a_date_at_the_right_edge_is_still_written() -> None:
    data = samples.gantt()
    late = replace(data, ticks=(Tick(samples.day(98), "Sep 2027"),))
    assert "Sep 2027" in texts(svg(specification(late, LOOK)))


def test_now_outside_the_axis_is_not_drawn() -> None:
    early = replace(samples.gantt(), now=samples.day(-30))
    assert "21 Mar 2027" not in texts(svg(specification(early, LOOK)))


@pytest.mark.parametrize(("locale", "written"), [("en", "5,000"), ("de_DE", "5.000"), ("de-CH", "5’000")])
def test_numbers_of_an_axis_are_written_as_the_reader_does(locale: str, written: str) -> None:
    data = samples.load(("One",))
    big = replace(data, series=(replace(data.series[0], hours=(5000.0,) * 6),))
    assert written in texts(svg(specification(big, replace(LOOK, locale=locale))))


@pytest.mark.parametrize("highest", [0.003, 0.7, 1, 3, 9.99, 10, 87, 100, 1001, 123_456.7])
def test_steps_are_round_few_and_reach_the_top(highest: float) -> None:
    steps = round_steps(highest)
    assert 2 <= len(steps) <= 6
    assert steps[-2] < highest <= steps[-1]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_is_readable_and_neighbours_differ_in_grey(theme: Theme) -> None:
    for colour in (theme.ink, theme.quiet, theme.accent, theme.good, theme.bad):
        assert contrast(colour, theme.page) >= 4.5
    for one, other in zip(theme.series, (*theme.series[1:], theme.rest), strict=True):
        assert contrast(one, other) >= 1.5
    assert contrast(theme.bar, theme.page) >= 3
    assert contrast(theme.accent, theme.accent_soft) >= 1.9


def test_an_accent_brings_its_soft_form() -> None:
    theme = with_accent(LIGHT, "#003366")
    assert (theme.accent, theme.accent_soft) == ("#003366", "#a6b8c9")


def test_trouble_does_not_take_on_the_colour_of_a_house() -> None:
    theme = with_accent(LIGHT, "#008833")
    drawn = layers(specification(samples.bands(), replace(LOOK, theme=theme)))
    bars = next(layer for layer in drawn if layer["mark"]["type"] == "rect")["data"]["values"]
    assert [bar["colour"] for bar in bars] == [LIGHT.bad, "#008833", LIGHT.bar, LIGHT.bar]
    assert LIGHT.bad != LIGHT.accent
