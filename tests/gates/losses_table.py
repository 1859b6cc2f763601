"""The table of documented losses in the page on formats, made from the program.  Run as a program (``bin/docs``) it
writes the table."""

from __future__ import annotations

from headway.formats.writing import WRITTEN
from headway.formats.writing.known import KNOWN
from tests.gates.sources import ROOT

PAGE = ROOT / "docs/reference/formats.md"
BEGIN, END = "<!-- losses: made by bin/docs -->", "<!-- end of losses -->"


def table() -> str:
    """What is lost, in which formats, and why."""
    rows = ["| of | field | lost in | why |", "|---|---|---|---|"]
    for known in KNOWN:
        fields = ", ".join(f"`{field}`" for field in known.fields)
        formats = ", ".join(name for name in WRITTEN if name in known.formats)
        rows.append(f"| {known.entity.replace(' ', ', ')} | {fields} | {formats} | {known.reason} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The page with the table as it should be."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{table()}\n\n{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
