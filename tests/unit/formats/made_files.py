"""The made files themselves, by name."""

from __future__ import annotations

from typing import Any

from tests.unit.formats.texts import (
    MSPDI_EXTRA_CALENDAR,
    XER_CALENDAR,
    mpx,
    mspdi,
    mspdi_link,
    mspdi_task,
    xer,
    xer_project,
    xer_task,
    xer_wbs,
)

_SAVED = {
    "Start": "2026-03-02T08:00:00",
    "Finish": "2026-03-03T17:00:00",
    "EarlyStart": "2026-03-02T08:00:00",
    "EarlyFinish": "2026-03-03T17:00:00",
    "LateStart": "2026-03-02T08:00:00",
    "LateFinish": "2026-03-03T17:00:00",
    "TotalSlack": 0,
    "Critical": 1,
}

_MSPDI_TASKS = "".join(
    (
        mspdi_task(0, "Whole project", OutlineLevel=0, OutlineNumber=0),
        mspdi_task(1, "Building", OutlineNumber=1, WBS=1, Summary=1),
        mspdi_task(2, "Dig", OutlineLevel=2, OutlineNumber="1.1", WBS="1.1", Duration="PT16H0M0S", **_SAVED),
        mspdi_task(
            3,
            "Cure",
            OutlineLevel=2,
            OutlineNumber="1.2",
            WBS="CURE",
            Duration="PT48H0M0S",
            DurationFormat=8,
            Deadline="2026-03-20T17:00:00",
            inner=mspdi_link(2, 1, 50, 19),
        ),
        mspdi_task(
            4,
            "Typed in",
            OutlineNumber=2,
            WBS=2,
            Manual=1,
            ManualStart="2026-03-10T08:00:00",
            ManualFinish="2026-03-11T17:00:00",
            ManualDuration="PT16H0M0S",
            Start="2026-03-10T08:00:00",
            Finish="2026-03-11T17:00:00",
            Duration="PT16H0M0S",
            DurationFormat=7,
            inner=mspdi_link(3, 3, -4800, 7),
        ),
        mspdi_task(5, "Switched off", OutlineNumber=3, WBS=3, Active=0, Duration="PT8H0M0S"),
        mspdi_task(6, "Handed over", OutlineNumber=4, WBS=4, Milestone=1, inner=mspdi_link(3, 0, 14400, 8)),
        mspdi_task(
            7,
            "Half done",
            OutlineNumber=5,
            WBS=5,
            Priority=700,
            Type=1,
            EffortDriven=1,
            CalendarUID=3,
            IgnoreResourceCalendar=1,
            ConstraintType=4,
            ConstraintDate="2026-03-04T08:00:00",
            Start="2026-03-04T08:00:00",
            Finish="2026-03-05T17:00:00",
            Duration="PT16H0M0S",
            DurationFormat=7,
            ActualStart="2026-03-04T08:00:00",
            PercentComplete=50,
            ActualDuration="PT8H0M0S",
            RemainingDuration="PT8H0M0S",
            Stop="2026-03-04T17:00:00",
            Resume="2026-03-05T08:00:00",
            LevelingDelay=14400,
            LevelingDelayFormat=8,
            Notes="Mind the pipe",
            FixedCost=120000,
            Cost=120000,
            inner="<ExtendedAttribute><FieldID>188743731</FieldID><Value>North</Value></ExtendedAttribute>"
            "<Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish>"
            "<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT8H0M0S</Work></Baseline>"
            "<Baseline><Number>2</Number><Start>2026-03-01T08:00:00</Start></Baseline>",
        ),
        "<Task><UID>8</UID><ID>8</ID><IsNull>1</IsNull></Task>",
        mspdi_task(
            9, "As late as can be", OutlineNumber=7, WBS=7, ConstraintType=1, Duration="PT8H0M20S", DurationFormat=7
        ),
    )
)

_MSPDI_PEOPLE = """<Resources>
<Resource><UID>1</UID><ID>1</ID><Name>Digger</Name><Type>1</Type><MaxUnits>2</MaxUnits><CalendarUID>3</CalendarUID>
<StandardRate>45</StandardRate><StandardRateFormat>2</StandardRateFormat><Group>Plant</Group><Initials>D</Initials>
<Rates><Rate><RatesFrom>1984-01-01T00:00:00</RatesFrom><RatesTo>2049-12-31T23:59:00</RatesTo><RateTable>0</RateTable>
<StandardRate>45</StandardRate><StandardRateFormat>3</StandardRateFormat><OvertimeRate>60</OvertimeRate>
<OvertimeRateFormat>2</OvertimeRateFormat><CostPerUse>500</CostPerUse></Rate></Rates>
<AvailabilityPeriods><AvailabilityPeriod><AvailableFrom>2026-03-01T00:00:00</AvailableFrom>
<AvailableTo>2026-06-30T00:00:00</AvailableTo><AvailableUnits>1.5</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods>
</Resource>
<Resource><UID>2</UID><ID>2</ID><Name>Concrete</Name><Type>0</Type><MaterialLabel>m3</MaterialLabel></Resource>
<Resource><UID>3</UID><ID>3</ID><Name>Fee</Name><Type>2</Type></Resource></Resources>
<Assignments><Assignment><UID>10</UID><TaskUID>7</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units>
<Work>PT8H0M0S</Work><ActualWork>PT2H0M0S</ActualWork><RemainingWork>PT6H0M0S</RemainingWork><WorkContour>8</WorkContour>
<Start>2026-03-04T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish></Assignment>
<Assignment><UID>11</UID><TaskUID>2</TaskUID><ResourceUID>-65535</ResourceUID><Units>1</Units><Work>PT16H0M0S</Work>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish></Assignment></Assignments>"""

_MSPDI_FIELDS = """<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName>
<Alias>Area</Alias></ExtendedAttribute></ExtendedAttributes>"""

_SETTINGS = """<StatusDate>2026-03-04T17:00:00</StatusDate><CriticalSlackLimit>2</CriticalSlackLimit>
<CurrencyCode>EUR</CurrencyCode><Manager>M. Example</Manager><SplitsInProgressTasks>1</SplitsInProgressTasks>
<MultipleCriticalPaths>1</MultipleCriticalPaths>"""

_XER_TASKS = [
    xer_task(100, 1, 11, "A10", status_code="TK_Complete", act_start_date="2026-03-02 08:00",
             act_end_date="2026-03-03 17:00", remain_drtn_hr_cnt=0, total_float_hr_cnt="", free_float_hr_cnt=""),
    xer_task(101, 1, 11, "A20", status_code="TK_Active", act_start_date="2026-03-04 08:00", remain_drtn_hr_cnt=16,
             complete_pct_type="CP_Phys", phys_complete_pct=25, suspend_date="2026-03-05 08:00",
             resume_date="2026-03-09 08:00"),
    xer_task(102, 1, 11, "A30", task_type="TT_Mile", target_drtn_hr_cnt=0, remain_drtn_hr_cnt=0, total_float_hr_cnt=16,
             cstr_type="CS_MANDSTART", cstr_date="2026-03-20 08:00", cstr_type2="CS_MEOB",
             cstr_date2="2026-03-27 17:00"),
    xer_task(103, 1, 11, "A40", task_type="TT_FinMile", target_drtn_hr_cnt=0, remain_drtn_hr_cnt=0),
    xer_task(104, 1, 11, "A50", task_type="TT_LOE", driving_path_flag="Y"),
    xer_task(105, 1, 11, "A60", task_type="TT_WBS", expect_end_date="2026-04-10 17:00"),
    xer_task(106, 1, 11, "A70", task_type="TT_Rsrc", external_early_start_date="2026-03-12 08:00"),
    xer_task(200, 2, 20, "B10"),
]  # fmt: skip

XER_TABLES: dict[str, Any] = {
    "PROJECT": [
        xer_project(1, "ONE", plan_end_date="2026-05-29 17:00", critical_path_type="CT_DrivPath"),
        xer_project(2, "TWO", export_flag="N"),
    ],
    "CALENDAR": [XER_CALENDAR],
    "SCHEDOPTIONS": [
        {
            "schedoptions_id": 1,
            "proj_id": 1,
            "sched_calendar_on_relationship_lag": "rcal_24Hour",
            "sched_float_type": "FT_SS",
            "sched_open_critical_flag": "Y",
            "sched_use_expect_end_flag": "N",
            "sched_lag_early_start_flag": "N",
            "sched_retained_logic": "N",
            "sched_progress_override": "Y",
            "sched_outer_depend_type": "SD_Both",
        }
    ],
    "PROJWBS": [
        xer_wbs(10, 1, "Tower", top=True),
        xer_wbs(11, 1, "Ground", 10),
        xer_wbs(20, 2, "Road", top=True),
    ],
    "ACTVTYPE": [{"actv_code_type_id": 1, "seq_num": 1, "actv_code_type": "Zone", "actv_code_type_scope": "AS_Global"}],
    "ACTVCODE": [
        {"actv_code_id": 5, "actv_code_type_id": 1, "actv_code_name": "North wing", "short_name": "N", "seq_num": 1}
    ],
    "RSRC": [
        {"rsrc_id": 1, "clndr_id": 1, "rsrc_name": "Crew", "rsrc_type": "RT_Labor", "active_flag": "Y"},
        {"rsrc_id": 2, "clndr_id": 1, "rsrc_name": "Crane", "rsrc_type": "RT_Equip", "active_flag": "Y"},
    ],
    "TASK": _XER_TASKS,
    "TASKPRED": [
        {"task_pred_id": 1, "task_id": 101, "pred_task_id": 100, "proj_id": 1, "pred_proj_id": 1, "pred_type": "PR_SS",
         "lag_hr_cnt": 8},
        {"task_pred_id": 2, "task_id": 102, "pred_task_id": 200, "proj_id": 1, "pred_proj_id": 2, "pred_type": "PR_FS",
         "lag_hr_cnt": 0},
    ],
    "TASKACTV": [{"task_id": 101, "actv_code_type_id": 1, "actv_code_id": 5, "proj_id": 1}],
    "TASKRSRC": [
        {"taskrsrc_id": 7, "task_id": 106, "proj_id": 1, "rsrc_id": 1, "remain_qty": 80, "target_qty": 80,
         "remain_qty_per_hr": 2, "target_qty_per_hr": 2, "target_start_date": "2026-03-12 08:00",
         "target_end_date": "2026-03-18 17:00", "rate_type": "COST_PER_QTY"},
    ],
}  # fmt: skip

_CYRILLIC = {**XER_TABLES, "TASK": [xer_task(100, 1, 11, "A10", task_name="Земляные работы")]}
_SAME_NAME = {
    "PROJECT": [xer_project(1, "ONE"), xer_project(2, "TWO")],
    "CALENDAR": [XER_CALENDAR],
    "PROJWBS": [xer_wbs(10, 1, "Same", top=True), xer_wbs(20, 2, "Same", top=True)],
    "TASK": [xer_task(100, 1, 10, "A10"), xer_task(200, 2, 20, "B10")],
}

_MPX_TASKS = (
    "70,1,1,Dig,2d,1,,02/03/26,03/03/26,No\r\n"
    "70,2,2,Cure,2ed,1,1FS+50%,04/03/26,05/03/26,No\r\n"
    "70,3,3,Build,3d,1,2SS-1ed,04/03/26,05/03/26,No\r\n"
)

_GERMAN_TASKS = "70;1;1;Graben;2t;1;;02.03.26;03.03.26;Nein\r\n70;2;2;Gießen;3t;1;1EA+1t;04.03.26;05.03.26;Nein\r\n"

_GANTTPROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<project name="Shed" company="" webLink="" view-date="2026-03-02" view-index="0" gantt-divider-location="300"
resource-divider-location="300" version="3.0.2900" locale="en">
<description/><view zooming-state="default:2" id="gantt-chart"/><view id="resource-table"/>
<calendars base-id="none"><day-types><day-type id="0"/><day-type id="1"/>
<default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/>
<only-show-weekends value="false"/><overriden-day-types/><days/></day-types></calendars>
<tasks empty-milestones="true"><taskproperties/>
<task id="1" name="Dig" start="2026-03-03" duration="3" complete="0"><depend id="2" type="2" difference="0"/></task>
<task id="2" name="Pour" start="2026-03-06" duration="2" complete="0"/>
<task id="3" name="Order timber" start="2026-03-10" duration="5" complete="0"/>
<task id="4" name="Timber is here" start="2026-03-17" duration="0" complete="0" meeting="true"/>
</tasks><resources/><allocations/><vacations/><roles roleset-name="Default"/></project>
"""

FILES: dict[str, bytes] = {
    "shed.gan": _GANTTPROJECT.encode(),
    "plan.xml": mspdi(
        _MSPDI_TASKS, settings=_SETTINGS, fields=_MSPDI_FIELDS, calendars=MSPDI_EXTRA_CALENDAR, after=_MSPDI_PEOPLE
    ).encode(),
    "marked.xml": b"\xef\xbb\xbf" + mspdi(mspdi_task(1, "Alone", Duration="PT8H0M0S")).encode(),
    "wide.xml": mspdi(mspdi_task(1, "Größe", Duration="PT8H0M0S")).replace("UTF-8", "UTF-16").encode("utf-16"),
    "summary_only.xml": mspdi(mspdi_task(0, "Only row", OutlineLevel=0, Duration="PT8H0M0S")).encode(),
    "plan.xer": xer(XER_TABLES).encode("cp1252"),
    "cyrillic.xer": xer(_CYRILLIC).encode("cp1251"),
    "utf8.xer": xer(_CYRILLIC).encode(),
    "no_options.xer": xer({k: v for k, v in XER_TABLES.items() if k != "SCHEDOPTIONS"}).encode("cp1252"),
    "same_name.xer": xer(_SAME_NAME).encode("cp1252"),
    "no_project.xer": xer({"CALENDAR": [XER_CALENDAR]}).encode("cp1252"),
    "plan.mpx": mpx(_MPX_TASKS).encode("cp1252"),
    "german.mpx": mpx(_GERMAN_TASKS, delimiter=";").encode("cp1252"),
    "weak.pc": b"\x00\x80\x01\x00" + b"no schedule in here " * 40,
    "cut_short.xml": mspdi(_MSPDI_TASKS).encode()[:4000],
    "nonsense.mpp": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"MSProject.MPP14" + bytes(range(256)) * 40,
}
