"""One chart of each kind with ordinary data, and texts that try to get out of their place."""

from __future__ import annotations

from datetime import datetime, timedelta

from headway.reports.charts.values import (
    Band,
    BandsData,
    Bar,
    ChartData,
    GanttData,
    LoadData,
    Month,
    Series,
    Tick,
)

FIRST = datetime(2027, 3, 1)
NAMES = ("Design sign-off", "Foundations & drainage", "Roof <north> “wing”", "Hand over")

PAYLOADS = (
    '"]); datum.secret; ("',
    "<script>alert(1)</script>",
    "]]><image href='file:///etc/passwd'/>",
    "&xxe;",
    "{{7*7}} ${7*7}",
    "\x00\x1b[31mred\x07",
    "a\nb\tc",
    "\ud800 half",
    "=HYPERLINK(1)",
    "'; drop",
    "",
    "名" * 400,
)


def day(number: int) -> datetime:
    return FIRST + timedelta(days=number)


TICKS = (Tick(day(0), "Mar 2027"), Tick(day(31), "Apr"), Tick(day(61), "May"), Tick(day(92), ""))


def bands(names: tuple[str, ...] = NAMES) -> BandsData:
    return BandsData(
        tuple(Band(name, at * 7, f"{at * 7} x", at == 1, at < 1) for at, name in enumerate(names)), "Float", "Tasks"
    )


def gantt(names: tuple[str, ...] = NAMES) -> GanttData:
    bars = tuple(
        Bar(name, name, day(at), day(at + at % 3 * 9), at / 9, at % 3 == 0, at % 2 == 0, day(at), day(at + 2))
        for at, name in enumerate(names)
    )
    return GanttData(bars, TICKS, day(0), day(99), day(20), "21 Mar 2027")


def load(names: tuple[str, ...] = NAMES) -> LoadData:
    months = tuple(Month(day(30 * at), f"M{at}", at < 2) for at in range(6))
    series = tuple(Series(name, tuple(float(at * place) for at in range(6))) for place, name in enumerate(names, 1))
    return LoadData(months, series, "Hours", "now")


def one_of_each(names: tuple[str, ...] = NAMES) -> dict[str, ChartData]:
    return {
        "bands": bands(names),
        "gantt": gantt(names),
        "load": load(names),
    }


NOTHING: dict[str, ChartData] = {
    "bands": BandsData((), "Float", "Tasks"),
    "gantt": GanttData((), (), FIRST, FIRST, FIRST, "now"),
    "load": LoadData((), (), "Hours", "now"),
}
