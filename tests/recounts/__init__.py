"""Figures counted a second time, by other means."""
