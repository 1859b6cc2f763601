"""Inside the child process: build a project from a draft and write it with the library's writer for the format.

Only what the draft names is set.  What the rows mean was decided by :mod:`headway.formats.writing`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from headway.formats.jvm_calendars import CalendarBuilder
from headway.formats.jvm_values import ANY_DATE, JavaValues
from headway.formats.p6_text import mended_pmxml, mended_xer

Row = dict[str, Any]


class DraftWriter:
    """Writes drafts with one running Java machine; one after the other."""

    def __init__(self, jpype: Any) -> None:
        self._find = jpype.JClass
        self._values = JavaValues(jpype)
        self._calendars = CalendarBuilder(self._values)
        self._setters: dict[tuple[str, str], Any] = {}

    def write(self, draft: Row, writer_class: str, charset: str | None, target: Path) -> None:
        """Write one draft.  Whatever the Java side throws goes to the caller."""
        project = self.project(draft)
        writer = self._find(writer_class)()
        if any(row.get("worked") for row in draft.get("assignments", ())):
            writer.setWriteTimephasedData(True)
        if hasattr(writer, "setUseLocaleDefaults"):
            writer.setUseLocaleDefaults(False)  # its own date format has no time of day
        if charset is not None:
            writer.setCharset(self._find("java.nio.charset.Charset").forName(charset))
        writer.write(project, str(target))
        if target.suffix == ".xer":
            minutes = {row["id"]: tuple(row["minutes"]) for row in draft.get("calendars", ()) if "minutes" in row}
            target.write_bytes(mended_xer(target.read_bytes(), minutes))
        elif target.suffix == ".pmxml":
            target.write_bytes(mended_pmxml(target.read_bytes()))
        if draft.get("stand_ins"):
            table = str.maketrans(dict(draft["stand_ins"]))
            target.write_text(target.read_text("utf-8").translate(table), "utf-8", newline="")

    def project(self, draft: Row) -> Any:
        """The project the draft describes."""
        self._values.limit_dates(tuple(draft.get("dates") or ANY_DATE))
        project = self._empty()
        self._calendars.build(project, draft.get("calendars", ()))
        self._set_all(project.getProjectProperties(), "ProjectField", draft["settings"])
        if draft.get("currency"):
            self._add_currency(project, draft["currency"])
        self._add_names(project, draft.get("names", ()))
        resources = self._add_resources(project, draft.get("resources", ()))
        tasks = self._add_tasks(project, draft.get("tasks", ()))
        self._add_links(tasks, draft.get("links", ()))
        self._add_assignments(draft.get("assignments", ()), tasks, resources)
        return project

    def _empty(self) -> Any:
        """A project that numbers nothing by itself: the draft's numbers count."""
        project = self._find("org.mpxj.ProjectFile")()
        config = project.getProjectConfig()
        for what in ("Calendar", "Resource", "Task", "Assignment", "Relation"):
            getattr(config, f"setAuto{what}UniqueID")(False)
        config.setAutoResourceID(False)
        config.setAutoTaskID(False)
        config.setAutoWBS(False)
        config.setAutoOutlineLevel(False)
        config.setAutoOutlineNumber(False)
        return project

    def _set_all(self, target: Any, fields_class: str, fields: Row) -> None:
        setters = self._setters
        put = target.set
        for name, value in fields.items():
            found = setters.get((fields_class, name))
            if found is None:
                field = getattr(self._find(f"org.mpxj.{fields_class}"), name)
                found = setters[fields_class, name] = field, self._values.maker(str(field.getDataType().name()))
            field, make = found
            put(field, make(value))

    def _add_names(self, project: Any, names: list[Row]) -> None:
        classes = {"task": "TaskField", "resource": "ResourceField"}
        for row in names:
            field = getattr(self._find(f"org.mpxj.{classes[row['entity']]}"), row["field"])
            project.getCustomFields().getOrCreate(field).setAlias(self._values.text(row["name"]))

    def _add_currency(self, project: Any, code: str) -> None:
        """The currency as the first one of the list, which counts for the whole file."""
        text, made = self._values.text, self._find("org.mpxj.Currency$Builder")(project)
        made = made.uniqueID(self._values.integer(1)).currencyID(text(code)).name(text(code)).symbol(text(code))
        made = made.numberOfDecimalPlaces(self._values.integer(2)).exchangeRate(self._values.number(1.0))
        made = made.decimalSymbol(text(".")).digitGroupingSymbol(text(","))
        made = made.positiveCurrencyFormat(text("#1.1")).negativeCurrencyFormat(text("(#1.1)"))
        project.getCurrencies().add(made.build())

    def _add_resources(self, project: Any, rows: list[Row]) -> dict[int, Any]:
        made: dict[int, Any] = {}
        for row in rows:
            above = made.get(row.get("parent", 0))
            resource = project.addResource() if above is None else above.addResource()
            self._set_all(resource, "ResourceField", row["fields"])
            if row.get("unit"):
                unit = project.getUnitsOfMeasure().getOrCreateByAbbreviation(self._values.text(row["unit"]))
                resource.setUnitOfMeasure(unit)
            self._add_rates(resource, row.get("rates", ()))
            self._add_availability(resource, row.get("availability", ()))
            made[row["fields"]["UNIQUE_ID"]] = resource
        return made

    def _add_rates(self, resource: Any, rows: list[Row]) -> None:
        entry, rate = self._find("org.mpxj.CostRateTableEntry"), self._find("org.mpxj.Rate")
        table_class = self._find("org.mpxj.CostRateTable")
        hour, edges = self._find("org.mpxj.TimeUnit").HOURS, self._find("org.mpxj.common.LocalDateTimeHelper")
        tables: dict[int, Any] = {}
        for row in rows:
            table = tables.setdefault(row["table"], None) or table_class()
            tables[row["table"]] = table
            start = edges.START_DATE_NA if row["start"] is None else self._values.moment(row["start"])
            finish = edges.END_DATE_NA if row["finish"] is None else self._values.moment(row["finish"])
            rates = [rate(float(row[name]), hour) for name in ("standard", "overtime")]
            table.add(entry(start, finish, self._values.number(row["per_use"]), rates))
        for number, table in tables.items():
            resource.setCostRateTable(number, table)

    def _add_availability(self, resource: Any, rows: list[Any]) -> None:
        available = self._find("org.mpxj.Availability")
        edges = self._find("org.mpxj.common.LocalDateTimeHelper")
        for start, finish, units in rows:
            first = edges.START_DATE_NA if start is None else self._values.moment(start)
            last = edges.END_DATE_NA if finish is None else self._values.moment(finish)
            resource.getAvailability().add(available(first, last, self._values.number(units)))

    def _add_tasks(self, project: Any, rows: list[Row]) -> dict[int, Any]:
        made: dict[int, Any] = {}
        chain: list[Any] = []
        for row in rows:
            level = row["level"]
            del chain[max(level - 1, 0) :]
            task = chain[-1].addTask() if level > 1 and chain else project.addTask()
            self._set_all(task, "TaskField", row["fields"])
            task.setOutlineLevel(self._values.integer(level))
            if level:
                chain.append(task)
            if row.get("rule"):
                self._calendars.fill_rule(task.addRecurringTask(), row["rule"])
            if row.get("expense"):
                self._add_expense(task, row["expense"])
            made[row["fields"]["UNIQUE_ID"]] = task
        return made

    def _add_expense(self, task: Any, row: Row) -> None:
        number = self._values.number
        item = self._find("org.mpxj.ExpenseItem$Builder")(task).name(self._values.text(row["name"]))
        actual, remaining = row["actual"], row["remaining"]
        item = item.actualCost(number(actual)).remainingCost(number(remaining))
        item = item.atCompletionCost(number(actual + remaining)).plannedCost(number(actual + remaining))
        item = item.accrueType(self._find("org.mpxj.AccrueType").PRORATED)
        task.getExpenseItems().add(item.build())

    def _add_links(self, tasks: dict[int, Any], rows: list[Row]) -> None:
        builder = self._find("org.mpxj.Relation$Builder")
        kinds = {str(kind): kind for kind in self._find("org.mpxj.RelationType").values()}
        for row in rows:
            link = builder().predecessorTask(tasks[row["predecessor"]]).type(kinds[row["kind"]])
            link = link.lag(self._values.span(row["lag"])).uniqueID(self._values.integer(row["id"]))
            tasks[row["successor"]].addPredecessor(link)

    def _add_assignments(self, rows: list[Row], tasks: dict[int, Any], resources: dict[int, Any]) -> None:
        contours = self._contours()
        for row in rows:
            assignment = tasks[row["task"]].addResourceAssignment(resources.get(row.get("resource") or 0))
            self._set_all(assignment, "AssignmentField", row["fields"])
            if row.get("worked"):
                self._divide(assignment, row["worked"])
            contour = contours.get((row.get("contour") or "").upper())
            if contour is not None:
                assignment.setWorkContour(contour)

    def _divide(self, assignment: Any, rows: list[Row]) -> None:
        """Set the work as it is divided over time."""
        fields, stretch = self._find("org.mpxj.AssignmentField"), self._find("org.mpxj.TimephasedWork")
        lists = {True: self._find("java.util.ArrayList")(), False: self._find("java.util.ArrayList")()}
        for row in rows:
            item = stretch()
            item.setStart(self._values.moment(row["start"]))
            item.setFinish(self._values.moment(row["finish"]))
            item.setTotalAmount(self._values.span((row["work"] / 10, "MINUTES")))
            item.setAmountPerHour(self._values.span((60.0 if row["work"] else 0.0, "MINUTES")))
            lists[row["done"]].add(item)
        assignment.set(fields.RAW_TIMEPHASED_ACTUAL_REGULAR_WORK, lists[True])
        assignment.set(fields.RAW_TIMEPHASED_REMAINING_REGULAR_WORK, lists[False])

    def _contours(self) -> dict[str, Any]:
        shapes = self._find("org.mpxj.WorkContour")
        names = [str(each.getName()) for each in shapes.class_.getFields() if str(each.getName()).isupper()]
        return {str(getattr(shapes, name)).upper(): getattr(shapes, name) for name in names}


def load_draft(path: str) -> Row:
    """The draft in the file the parent left."""
    draft: Row = json.loads(Path(path).read_bytes())
    return draft
