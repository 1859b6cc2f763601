"""How cells of a workbook look, each combination made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from headway.formats.tables.columns import Kind

FONT = "Calibri"
SIZE = 10
INK = "#1f2933"
FAINT = "#6b7785"
RULE = "#d9dee4"
HEAD = "#22384f"
SUMMARY = "#eef2f6"
CRITICAL = "#b3261e"
DATE = "dd mmm yyyy"
TIMED = "dd mmm yyyy hh:mm"
_NUMBER_FORMATS = MappingProxyType(
    {
        Kind.TEXT: "@",
        Kind.LONG_TEXT: "@",
        Kind.COUNT: "0",
        Kind.NUMBER: "#,##0.##;-#,##0.##;0",
        Kind.DAYS: "#,##0.##;-#,##0.##;0",
        Kind.MINUTES: "#,##0",
        Kind.HOURS: "#,##0.##;-#,##0.##;0",
        Kind.PERCENT: "0%",
        Kind.MONEY: "#,##0.00",
        Kind.FLAG: "@",
        Kind.AS_IS: "General",
    }
)


LEFT = (Kind.TEXT, Kind.LONG_TEXT, Kind.FLAG, Kind.AS_IS)
"""What stands at the left of its column."""


@dataclass(frozen=True, slots=True)
class Look:
    """What sets one cell apart."""

    kind: Kind = Kind.TEXT
    indent: int = 1
    """Steps that a text stands away from the line; numbers stand at the other side."""
    summary: bool = False
    critical: bool = False
    faint: bool = False
    quoted: bool = False
    """Stays a text when somebody edits it."""
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook; ``timed`` dates show their time of day."""

    workbook: Any
    timed: bool
    _made: dict[Look, Any] = field(default_factory=dict)

    def of(self, look: Look) -> Any:
        """The format of a look."""
        if look not in self._made:
            self._made[look] = self.workbook.add_format(self._properties(look))
        return self._made[look]

    def head(self, right: bool = False) -> Any:
        """The format of a column's head."""
        return self.workbook.add_format(
            {
                "font_name": FONT,
                "font_size": SIZE,
                "bold": True,
                "font_color": "#ffffff",
                "bg_color": HEAD,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "right" if right else "left",
                "indent": 0 if right else 1,
            }
        )

    def title(self) -> Any:
        """The format of the largest words."""
        return self.workbook.add_format({"font_name": FONT, "font_size": 16, "bold": True, "font_color": HEAD})

    def label(self) -> Any:
        """The format of the name of a fact."""
        return self.workbook.add_format({"font_name": FONT, "font_size": SIZE, "font_color": FAINT, "valign": "top"})

    def _properties(self, look: Look) -> dict[str, Any]:
        timed = TIMED if self.timed else DATE
        properties: dict[str, Any] = {
            "font_name": FONT,
            "font_size": SIZE,
            "font_color": CRITICAL if look.critical else FAINT if look.faint else INK,
            "num_format": timed if look.kind is Kind.INSTANT else _NUMBER_FORMATS[look.kind],
            "valign": "top",
            "bottom": 4,
            "bottom_color": RULE,
        }
        if look.kind in LEFT:
            properties |= {"align": "left", "indent": min(look.indent, 15)}
        if look.summary:
            properties |= {"bold": True, "bg_color": SUMMARY}
        if look.faint:
            properties["italic"] = True
        if look.quoted:
            properties["quote_prefix"] = True
        if look.wrap:
            properties["text_wrap"] = True
        return properties
