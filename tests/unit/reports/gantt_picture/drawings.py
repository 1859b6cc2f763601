"""A drawing read as XML, and what tests look for in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import tables_of
from headway.reports.gantt_picture import PictureOptions, draw_svg

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

SVG = "{http://www.w3.org/2000/svg}"
ORIGIN = Origin("bridge.mpp")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The tree of a drawing."""

    text: str
    root: ET.Element

    def texts(self) -> list[str]:
        """What can be read in the picture, in order."""
        return [each.text or "" for each in self.root.iter(f"{SVG}text")]

    def row(self, name: str) -> ET.Element:
        """The group of a task's row."""
        for group in self.root.iter(f"{SVG}g"):
            title = group.find(f"{SVG}title")
            if title is not None and (title.text or "").startswith(f"{name}:"):
                return group
        raise AssertionError(f"no row of {name}")

    def title(self, name: str) -> str:
        """What a pointer shows over a row."""
        return self.row(name).findtext(f"{SVG}title") or ""

    def shapes(self, name: str, kind: str) -> list[dict[str, str]]:
        """Attributes of the shapes of a kind in a row."""
        return [dict(each.attrib) for each in self.row(name).iter(f"{SVG}{kind}")]

    @property
    def size(self) -> tuple[float, float]:
        return float(self.root.get("width", "0")), float(self.root.get("height", "0"))


def drawing_of(plan: Plan, options: PictureOptions | None = None, origin: Origin = ORIGIN) -> Drawing:
    """The drawing of a plan with the dates it carries."""
    text = draw_svg(tables_of(plan), origin, options)
    return Drawing(text, ET.fromstring(text))


def scheduled(plan: Plan) -> Plan:
    """The plan with computed dates."""
    return dated(schedule(plan))
