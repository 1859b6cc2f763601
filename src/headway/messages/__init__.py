"""Texts for what the engines say, and their rendering at the edge."""

from __future__ import annotations

from headway.messages.catalogue import Catalogue, Plural, UnknownMessageError
from headway.messages.rendering import catalogue_for, render

__all__ = ["Catalogue", "Plural", "UnknownMessageError", "catalogue_for", "render"]
