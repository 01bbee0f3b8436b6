"""Geometry of the charts: where a value lies, and what is labelled. Nothing is drawn here."""
