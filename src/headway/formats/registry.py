"""The formats table: every kind of plan file we know, its reader, and what we refuse and why.

This module imports nothing heavy: the child process that runs the Java readers uses it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of plan file."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reader: str | None
    """The Java class that reads it; ``None`` for our own format and for refused ones."""
    writer: str | None = None
    """The Java class that writes it, where there is one."""
    p6: bool = False
    """The program that writes it computes dates by P6's rules."""
    keeps_starts: bool = False
    """Its tasks stay where they were put and only move later when a link pushes them."""
    xml: bool = False
    refused: str | None = None
    """Why it is never read."""


_TABLE = (
    Format("headway", "Headway plan", (".headway",), None),
    Format("mpp", "Microsoft Project", (".mpp", ".mpt"), "org.mpxj.mpp.MPPReader"),
    Format(
        "mspdi",
        "Microsoft Project XML",
        (".xml",),
        "org.mpxj.mspdi.MSPDIReader",
        writer="org.mpxj.mspdi.MSPDIWriter",
        xml=True,
    ),
    Format(
        "mpx", "Microsoft Project exchange (MPX)", (".mpx",), "org.mpxj.mpx.MPXReader", writer="org.mpxj.mpx.MPXWriter"
    ),
    Format("mpd", "Microsoft Project database", (".mpd", ".mdb"), "org.mpxj.mpd.MPDFileReader"),
    Format(
        "xer",
        "Primavera P6 XER",
        (".xer",),
        "org.mpxj.primavera.PrimaveraXERFileReader",
        writer="org.mpxj.primavera.PrimaveraXERFileWriter",
        p6=True,
    ),
    Format(
        "pmxml",
        "Primavera P6 XML",
        (".xml", ".pmxml"),
        "org.mpxj.primavera.PrimaveraPMFileReader",
        writer="org.mpxj.primavera.PrimaveraPMFileWriter",
        p6=True,
        xml=True,
    ),
    Format("gan", "GanttProject", (".gan",), "org.mpxj.ganttproject.GanttProjectReader", keeps_starts=True, xml=True),
    Format("pod", "ProjectLibre", (".pod",), "org.mpxj.projectlibre.ProjectLibreReader"),
    Format(
        "planner",
        "Planner",
        (".planner", ".xml"),
        "org.mpxj.planner.PlannerReader",
        writer="org.mpxj.planner.PlannerWriter",
        xml=True,
    ),
    Format("asta-text", "Asta Powerproject", (".pp",), "org.mpxj.asta.AstaTextFileReader"),
    Format("asta-mdb", "Asta Powerproject database", (".mdb",), "org.mpxj.asta.AstaMdbReader"),
    Format("phoenix", "Phoenix Project Manager", (".ppx",), "org.mpxj.phoenix.PhoenixReader", xml=True),
    Format("fasttrack", "FastTrack Schedule", (".fts",), "org.mpxj.fasttrack.FastTrackReader"),
    Format("turboproject", "TurboProject", (".pep",), "org.mpxj.turboproject.TurboProjectReader"),
    Format("conceptdraw", "ConceptDRAW PROJECT", (".cdpx",), "org.mpxj.conceptdraw.ConceptDrawProjectReader", xml=True),
    Format("synchro", "Synchro", (".sp",), "org.mpxj.synchro.SynchroReader"),
    Format("ganttdesigner", "Gantt Designer", (".gnt",), "org.mpxj.ganttdesigner.GanttDesignerReader", xml=True),
    Format("sdef", "Standard data exchange format (SDEF)", (".sdef", ".sdf"), "org.mpxj.sdef.SDEFReader"),
    Format("sage", "Sage 100 Contractor schedule grid", (".schedule_grid",), "org.mpxj.sage.SageReader"),
    Format("projectcommander", "Project Commander", (".pc",), "org.mpxj.projectcommander.ProjectCommanderReader"),
    Format("openplan", "Deltek Open Plan", (".bk3",), "org.mpxj.openplan.OpenPlanReader"),
    Format("edraw", "Edraw Project", (".edpx", ".xml"), "org.mpxj.edrawproject.EdrawProjectReader", xml=True),
    Format(
        "merlin",
        "Merlin Project",
        (".mproject",),
        None,
        refused="its reader hands hostile bytes to native database code",
    ),
    Format(
        "asta-sqlite",
        "Asta Powerproject",
        (".pp",),
        None,
        refused="its reader hands hostile bytes to native database code",
    ),
    Format(
        "p6-sqlite",
        "Primavera P6 database",
        (".db",),
        None,
        refused="its reader hands hostile bytes to native database code",
    ),
    Format(
        "prx",
        "Primavera P3 archive",
        (".prx",),
        None,
        refused="its reader unpacks a program file to names the file chooses",
    ),
    Format(
        "stx",
        "SureTrak archive",
        (".stx",),
        None,
        refused="its reader unpacks a program file to names the file chooses",
    ),
    Format(
        "p3", "Primavera P3 or SureTrak database", (), None, refused="it is a folder of files; one file says too little"
    ),
)

FORMATS = MappingProxyType({known.name: known for known in _TABLE})
