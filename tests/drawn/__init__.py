"""Plans as text, for tests: write or draw a plan, schedule it, compare with the dates in the same text.

A list, one task a line, hierarchy by indentation (``build``)::

    project: start 2027-03-01; rules p6; data date 2027-03-03
    calendar Night: Mon-Fri 22:00-30:00; off 2027-03-05; work 2027-03-06 08:00-12:00
    resource Ann: calendar Night; units 50%
    A 3d                                   => 2027-03-01..2027-03-03; critical
    B 2d after A; after C SS+1d            => float 1d
    Phase
      C 4h; SNET 2027-03-04; calendar Night
      M milestone; after C, B FF-50%

A drawing, one column a day, which is also what is expected (``plan_of`` and ``assert_schedule``)::

    days | MTWTFSSMTWTFSS | starts 2027-03-01
    A    | XX             |
    B    |   XXX..X       | after A
    M    |        >       | after B

``X`` is a day of work, ``.`` a day off inside the task, ``<`` and ``>`` a milestone at the start and at the end of a
day, ``M`` one anywhere in it.  Ids follow the lines: the first task is 1.  What the words mean:
:mod:`tests.drawn.tasks` and :mod:`tests.drawn.settings`.
"""

from tests.drawn.case import Case, assert_schedule, build, id_of, parse, plan_of
from tests.drawn.words import DrawnError

__all__ = ["Case", "DrawnError", "assert_schedule", "build", "id_of", "parse", "plan_of"]
