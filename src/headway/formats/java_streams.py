"""Tests over many Java rows that run inside the Java machine: a call from Python costs 5 microseconds, and a plan has
100,000 rows.  The tests are put together from method handles, so no Java compiler is needed."""

from __future__ import annotations

from typing import Any


class TaskTests:
    """Predicates over tasks, to be given to the ``filter`` of a Java stream."""

    def __init__(self, jpype: Any) -> None:
        find_class = jpype.JClass
        handles = find_class("java.lang.invoke.MethodHandles")
        kinds = find_class("java.lang.invoke.MethodType")
        truth = find_class("java.lang.Boolean").TYPE
        task, duration = find_class("org.mpxj.Task").class_, find_class("org.mpxj.Duration").class_
        unit, number = find_class("org.mpxj.TimeUnit").class_, find_class("java.lang.Integer").class_
        anything = find_class("java.lang.Object").class_
        lookup = handles.publicLookup()
        exists = lookup.findStatic(find_class("java.util.Objects").class_, "nonNull", kinds.methodType(truth, anything))

        def getter(owner: Any, name: str, result: Any) -> Any:
            return lookup.findVirtual(owner, name, kinds.methodType(result))

        def given(handle: Any, result: Any) -> Any:
            return handles.filterReturnValue(handle, exists.asType(kinds.methodType(truth, result)))

        def predicate(handle: Any) -> Any:
            make = find_class("java.lang.invoke.MethodHandleProxies").asInterfaceInstance
            return make(find_class("java.util.function.Predicate").class_, handle)

        span = getter(task, "getDuration", duration)
        units = handles.filterReturnValue(span, getter(duration, "getUnits", unit))
        self._summary = predicate(getter(task, "getSummary", truth))
        self._numbered = predicate(given(getter(task, "getUniqueID", number), number))
        self._has_duration = predicate(given(span, duration))
        self._elapsed = predicate(handles.filterReturnValue(units, getter(unit, "isElapsed", truth)))

    def count_leaves(self, project: Any) -> int:
        """Rows that are no summary."""
        numbered = project.getTasks().stream().filter(self._numbered)
        return int(numbered.filter(self._summary.negate()).count())

    def elapsed(self, project: Any) -> list[int]:
        """Ids of the tasks whose duration counts calendar time."""
        rows = project.getTasks().stream().filter(self._numbered).filter(self._has_duration).filter(self._elapsed)
        return [int(task.getUniqueID()) for task in rows.toList()]
