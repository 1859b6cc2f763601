"""The report of an invented plan as the files that are sent."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdf
import pytest

from headway.core.review import review
from headway.core.review.thresholds import USUAL
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY
from headway.reports import page, pdf, workbook
from headway.reports.plan_report import Judged, Source, compose, report_facts
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from headway.reports.document import Document

TODAY = 20_900 * TENTHS_PER_DAY


def report(name: str = "Bridge over the stream", locale: str = "en_GB") -> Document:
    dated = schedule(example(name))
    facts = report_facts(dated, Source("bridge.xml", TODAY), judged=Judged(review(dated, USUAL), USUAL, None))
    return compose(facts, locale)


@pytest.fixture(scope="module")
def document() -> Document:
    return report()


def test_on_paper_it_is_two_pages_for_everybody_in_our_own_font(document: Document) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(document)))
    assert len(reader.pages) == 2
    root: Any = reader.trailer["/Root"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    resources: list[Any] = [each["/Resources"] for each in reader.pages]
    fonts = {str(font["/BaseFont"]) for each in resources for font in each["/Font"].values()}
    assert all("SourceSansPro" in font for font in fonts)
    text = re.sub(r"\s+", " ", " ".join(each.extract_text() for each in reader.pages))
    for part in (document.headline, *(section.title for section in document.sections), "Bridge open"):
        assert part in text


def test_page_paper_and_workbook_say_the_same(document: Document) -> None:
    on_page = page.render(document)
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(document)))
    in_book = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    on_paper = "".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(pdf.render(document))).pages)
    bare = re.sub(r"\s", "", on_paper)
    for sentence in (document.headline, *document.summary, document.ask):
        assert sentence in in_book
        assert re.sub(r"\s", "", sentence) in bare
        assert sentence.split("“")[0].split("'")[0] in on_page


def test_the_workbook_has_a_sheet_for_each_question(document: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(document)))
    assert book.sheetnames[0] == document.overview
    assert book.sheetnames[1:7] == ["Milestones", "Next six weeks", "Critical path", "Float", "Load", "Review"]


@pytest.mark.parametrize("locale", ["de_DE", "fr_FR", "pl_PL", "en_US", "ja_JP", "ar_EG"])
def test_every_locale_can_be_set(locale: str) -> None:
    written = report(locale=locale)
    assert pdf.render(written).startswith(b"%PDF-")
    assert len(openpyxl.load_workbook(io.BytesIO(workbook.render(written))).sheetnames) > 5


def test_a_hostile_name_of_a_project_is_a_name(document: Document) -> None:
    name = '=HYPERLINK("x") #read("/etc/passwd") $x$ <b>'
    named = replace(report(name), author=name)
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(named)))
    assert name.replace(" ", "") in reader.pages[0].extract_text().replace(" ", "").replace("\u200b", "")
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(named)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert cells
    assert all(sheet.title for sheet in book)
