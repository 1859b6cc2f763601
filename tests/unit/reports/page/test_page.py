"""A document as a page: one safe, self-contained file that people and machines can read."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from html.parser import HTMLParser

import msgspec
import pytest

from headway.core.review import review
from headway.core.schedule import schedule
from headway.core.time import to_instant
from headway.reports.contrast import contrast
from headway.reports.document import SIGNS, Brand, Chart, Document, Kind, Logo, Table, Tone
from headway.reports.page import render
from headway.reports.page.page import beside_each_other
from headway.reports.plan_report import Judged, Source, compose, report_facts
from headway.reports.plan_report.values import Loss
from tests.unit.reports.example import example
from tests.unit.reports.sample_document import document as sample

TODAY = to_instant(datetime(2027, 3, 12))
HOSTILE = "</style></title><script>alert(1)</script>\" onload='x' <img src=x onerror=y>\x00\x1b[2J\u202e"
VOID = {"meta", "br", "img"}


def report(name: str = "Bridge over the stream", losses: tuple[Loss, ...] = ()) -> Document:
    dated = schedule(example(name))
    return compose(report_facts(dated, Source("bridge.mpp", TODAY, losses), judged=Judged(review(dated))))


class Outline(HTMLParser):
    """Tags that are open, all tags seen and their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


REPORT = render(report())
SAMPLE = render(sample())
PAGES = pytest.mark.parametrize("page", [REPORT, SAMPLE], ids=["report", "sample"])


@PAGES
def test_the_page_is_well_formed_and_stands_alone(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    tags = {tag for tag, _ in outline.seen}
    assert not tags & {"script", "link", "iframe", "object", "form", "base", "foreignobject"}
    names = {name for _, attributes in outline.seen for name in attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "href", "style", "xlink:href"}
    assert "url(" not in page
    assert "@import" not in page


@PAGES
def test_its_policy_allows_its_own_style_and_nothing_else(page: str) -> None:
    outline = Outline(page)
    policy = next(a["content"] for _, a in outline.seen if a.get("http-equiv") == "Content-Security-Policy") or ""
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert page.count("<style") == 1


@PAGES
def test_people_who_do_not_see_it_can_read_it(page: str) -> None:
    outline = Outline(page)
    assert ("html", {"lang": "en"}) in outline.seen
    assert [tag for tag, _ in outline.seen].count("h1") == 1
    ids = [attributes["id"] for _, attributes in outline.seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = [a["aria-labelledby"] for _, a in outline.seen if "aria-labelledby" in a]
    assert set(named) <= set(ids)
    drawings = [a for tag, a in outline.seen if tag == "svg"]
    assert drawings
    assert all(a.get("aria-label") for a in drawings)
    assert all(a.get("scope") for tag, a in outline.seen if tag == "th")
    tags = [tag for tag, _ in outline.seen]
    assert tags.count("caption") == tags.count("table")


def test_every_chart_has_its_words_and_its_numbers_as_a_table() -> None:
    outline = Outline(REPORT)
    charts = [block for section in report().sections for block in section.blocks if isinstance(block, Chart)]
    assert len(charts) >= 2
    for chart in charts:
        assert chart.title in "".join(outline.texts)
        assert chart.description in "".join(outline.texts)
        for row in chart.twin.rows:
            assert all(cell.text in "".join(outline.texts) for cell in row)
    assert [tag for tag, _ in outline.seen].count("figure") == len(charts)


def test_signs_always_stand_with_words() -> None:
    # A sign is hidden from those who hear the page, and never without text behind it.
    for tone in Tone:
        for found in re.finditer(re.escape(SIGNS[tone]) + r"</span>\s*([^<]*)", REPORT):
            assert found[1].strip(), found[0]
    assert REPORT.count('<span aria-hidden="true">') >= 4


def test_a_document_of_every_kind_of_block_is_all_on_the_page() -> None:
    text = " ".join("".join(Outline(SAMPLE).texts).split())
    document = sample()
    for wanted in (document.headline, *document.summary, document.ask, *document.footnotes, document.kicker):
        assert wanted in text
    for section in document.sections:
        assert section.title in text


def test_names_cannot_break_out_of_their_place() -> None:
    plan = example(HOSTILE)
    tasks = {task_id: msgspec.structs.replace(task, name=HOSTILE) for task_id, task in plan.tasks.items()}
    resources = {i: msgspec.structs.replace(each, name=HOSTILE) for i, each in plan.resources.items()}
    dated = schedule(msgspec.structs.replace(plan, tasks=tasks, resources=resources))
    source = Source(HOSTILE, TODAY, (Loss(HOSTILE, 1, HOSTILE),))
    brand = Brand(name=HOSTILE, logo=Logo("image/png", b"\x89PNG", HOSTILE))
    document = replace(compose(report_facts(dated, source, judged=Judged(review(dated)))), brand=brand, author=HOSTILE)
    page = render(document)
    outline = Outline(page)
    assert outline.open == []
    assert "script" not in {tag for tag, _ in outline.seen}
    assert not {name for _, attributes in outline.seen for name in attributes if name.startswith("on")}
    assert [(a.get("src") or "")[:22] for tag, a in outline.seen if tag == "img"] == ["data:image/png;base64,"]
    assert not set(page) & {"\x00", "\x1b"}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("brand", [Brand(), Brand(accent="#004488", accent_dark="#88bbff")], ids=["plain", "brand"])
def test_text_has_the_contrast_of_wcag_aa(scheme: int, brand: Brand) -> None:
    page = render(replace(report(), brand=brand))
    blocks = re.findall(r":root \{([^}]*)\}", page)
    colours = [dict(re.findall(r"(--[\w-]+): (#\w{6})", block)) for block in blocks]
    names = ["--ink", "--quiet", "--accent", *(f"--tone-{tone.value}" for tone in Tone)]
    assert all(contrast(colours[scheme][name], colours[scheme]["--page"]) >= 4.5 for name in names)
    assert contrast(colours[scheme]["--bar"], colours[scheme]["--page"]) >= 3
    assert colours[scheme]["--accent"] == (brand.accent_dark if scheme else brand.accent)


def test_a_logo_is_part_of_the_page() -> None:
    logo = Logo("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Stream Bridge Trust")
    page = render(replace(report(), brand=Brand("Stream Bridge Trust", logo)))
    image = next(a for tag, a in Outline(page).seen if tag == "img")
    assert image["alt"] == "Stream Bridge Trust"
    assert "img-src data:" in page
    assert "img-src 'none'" in unescape(REPORT)


def test_neighbours_of_half_width_share_a_row() -> None:
    one, two, three = (replace(sample().sections[0], id=name, half=True) for name in "abc")
    full = replace(one, id="d", half=False)
    rows = beside_each_other((one, two, three, full, one, full))
    assert [[section.id for section in row] for row in rows] == [["a", "b"], ["c"], ["d"], ["a"], ["d"]]


def test_wide_tables_name_their_cells_for_a_phone() -> None:
    milestones = next(block for section in report().sections if section.id == "milestones" for block in section.blocks)
    assert isinstance(milestones, Table)
    assert len(milestones.columns) >= 5
    assert milestones.columns[-1].kind is Kind.STATUS
    assert 'data-label="Baseline"' in REPORT
