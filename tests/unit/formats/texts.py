"""Small plan files written out by hand, to read back: invented plans in the vendors' formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Rows = Sequence[Mapping[str, object]]

_CALENDAR_DAYS = "".join(
    f"""<WeekDay><DayType>{day}</DayType><DayWorking>{int(day not in (1, 7))}</DayWorking>{
        ""
        if day in (1, 7)
        else "<WorkingTimes>"
        "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
        "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"
    }</WeekDay>"""
    for day in range(1, 8)
)

MSPDI_EXTRA_CALENDAR = f"""<Calendar><UID>3</UID><Name>Night</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>
{_CALENDAR_DAYS.replace("13:00:00", "22:00:00").replace("17:00:00", "06:00:00")}</WeekDays>
<Exceptions>
<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2026-12-24T00:00:00</FromDate>
<ToDate>2026-12-26T23:59:00</ToDate></TimePeriod><Occurrences>3</Occurrences><Name>Holidays</Name><Type>1</Type>
<DayWorking>0</DayWorking></Exception>
<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2026-03-06T00:00:00</FromDate>
<ToDate>2026-05-29T23:59:00</ToDate></TimePeriod><Occurrences>7</Occurrences><Name>Off</Name><Type>6</Type>
<Period>2</Period><DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking></Exception>
</Exceptions>
<WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-06-01T00:00:00</FromDate><ToDate>2026-06-30T00:00:00</ToDate></TimePeriod>
<Name>June</Name><WeekDays><WeekDay><DayType>7</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>
<FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks>
</Calendar>"""


def mspdi_task(uid: int, name: str, **fields: object) -> str:
    """One task element; keyword arguments become its children, ``inner`` is put in as it stands."""
    inner = str(fields.pop("inner", ""))
    given = {"UID": uid, "ID": uid, "Name": name, "Active": 1, "Type": 0, "OutlineLevel": 1, **fields}
    return "<Task>" + "".join(f"<{key}>{value}</{key}>" for key, value in given.items()) + inner + "</Task>"


def mspdi_link(predecessor: int, kind: int = 1, lag: int = 0, lag_format: int = 7) -> str:
    """A predecessor of a task: kind 0 FF, 1 FS, 2 SF, 3 SS; lag in tenths of a minute, or percent with format 19."""
    return (
        f"<PredecessorLink><PredecessorUID>{predecessor}</PredecessorUID><Type>{kind}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{lag_format}</LagFormat></PredecessorLink>"
    )


def mspdi(tasks: str, *, settings: str = "", fields: str = "", calendars: str = "", after: str = "") -> str:
    """A Microsoft Project XML file around some tasks; ``after`` holds resources and assignments."""
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Name>made.xml</Name>
<Title>Made plan</Title><ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-03-02T08:00:00</StartDate>
<FinishDate>2026-04-01T17:00:00</FinishDate><CalendarUID>1</CalendarUID><DefaultStartTime>08:00:00</DefaultStartTime>
<DefaultFinishTime>17:00:00</DefaultFinishTime><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>
<DaysPerMonth>20</DaysPerMonth><DurationFormat>7</DurationFormat>{settings}{fields}
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<WeekDays>{_CALENDAR_DAYS}</WeekDays></Calendar>{calendars}</Calendars>
<Tasks>{tasks}</Tasks>{after}</Project>"""


def xer(tables: Mapping[str, Rows]) -> str:
    """A XER file: tables of rows, the columns being the keys of the first row."""
    lines = ["ERMHDR\t20.12\t2026-03-01\tProject\tADMIN\tuser\tdb\tProject Management\tUSD"]
    for name, rows in tables.items():
        columns = list(rows[0])
        lines += [f"%T\t{name}", "\t".join(["%F", *columns])]
        lines += ["\t".join(["%R", *(str(row.get(column, "")) for column in columns)]) for row in rows]
    return "\r\n".join([*lines, "%E", ""])


_DAY = "(0||{day}()((0||0(f|12:00|s|08:00)())(0||1(f|17:00|s|13:00)())))"
XER_WEEK = (
    "(0||CalendarData()((0||DaysOfWeek()((0||1()())"
    + "".join(_DAY.format(day=day) for day in range(2, 7))
    + "(0||7()())))(0||Exceptions()((0||0(d|46086)())))))"
)
"""Monday to Friday, 8-12 and 13-17; 2026-03-05 off (days are counted from 1899-12-30)."""


def xer_project(number: int, code: str, **fields: object) -> dict[str, object]:
    """One row of the table PROJECT."""
    return {
        "proj_id": number,
        "proj_short_name": code,
        "clndr_id": 1,
        "plan_start_date": "2026-03-02 08:00",
        "last_recalc_date": "2026-03-02 08:00",
        "plan_end_date": "",
        "export_flag": "Y",
        "critical_path_type": "CT_TotFloat",
        "critical_drtn_hr_cnt": 0,
        **fields,
    }


def xer_wbs(number: int, project: int, name: str, parent: object = "", *, top: bool = False) -> dict[str, object]:
    """One row of the table PROJWBS."""
    return {
        "wbs_id": number,
        "proj_id": project,
        "seq_num": number,
        "proj_node_flag": "Y" if top else "N",
        "wbs_short_name": name.upper()[:4],
        "wbs_name": name,
        "parent_wbs_id": parent,
    }


def xer_task(number: int, project: int, wbs: int, code: str, **fields: object) -> dict[str, object]:
    """One row of the table TASK: 40 hours, not started."""
    return {
        "task_id": number,
        "proj_id": project,
        "wbs_id": wbs,
        "clndr_id": 1,
        "complete_pct_type": "CP_Drtn",
        "task_type": "TT_Task",
        "duration_type": "DT_FixedDrtn",
        "status_code": "TK_NotStart",
        "task_code": code,
        "task_name": f"Activity {code}",
        "total_float_hr_cnt": 0,
        "free_float_hr_cnt": 0,
        "remain_drtn_hr_cnt": 40,
        "target_drtn_hr_cnt": 40,
        "phys_complete_pct": 0,
        "cstr_type": "",
        "cstr_date": "",
        "cstr_type2": "",
        "cstr_date2": "",
        "act_start_date": "",
        "act_end_date": "",
        "early_start_date": "2026-03-02 08:00",
        "early_end_date": "2026-03-09 17:00",
        "late_start_date": "2026-03-02 08:00",
        "late_end_date": "2026-03-09 17:00",
        "target_start_date": "2026-03-02 08:00",
        "target_end_date": "2026-03-09 17:00",
        "suspend_date": "",
        "resume_date": "",
        "expect_end_date": "",
        "external_early_start_date": "",
        "priority_type": "PT_Normal",
        "driving_path_flag": "N",
        **fields,
    }


XER_CALENDAR = {
    "clndr_id": 1,
    "default_flag": "Y",
    "clndr_name": "Five days",
    "clndr_type": "CA_Base",
    "day_hr_cnt": 8,
    "week_hr_cnt": 40,
    "month_hr_cnt": 172,
    "year_hr_cnt": 2000,
    "clndr_data": XER_WEEK,
}


def mpx(rows: str, *, delimiter: str = ",") -> str:
    """An MPX file around some task rows; its own rows have the delimiter of the program's language."""
    lines = [
        "MPX,Microsoft Project for Windows,4.0,ANSI",
        '10,$,0,2,",",.' if delimiter == "," else '10,$,0,2,.,","',
        "11,2,0,1,8,40,0/h,0/h,1,1",
        "12,1,1,480,/,:,,,9",
        "20,Standard,0,1,1,1,1,1,0",
        *(f"25,{day},08:00,12:00,13:00,17:00" for day in range(2, 7)),
        "30,Made,,,Standard,02/03/26,,0,02/03/26",
        "61,90,98,1,40,3,70,50,51,80",
    ]
    if delimiter != ",":
        lines = [line.replace('","', "\0").replace(",", delimiter).replace("\0", ",") for line in lines]
        lines = [line.replace("02/03/26", "02.03.26").replace(";/;", ";.;") for line in lines]
    return "\r\n".join([*lines, ""]) + rows
