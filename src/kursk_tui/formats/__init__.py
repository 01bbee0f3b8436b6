"""Briefings as files: one module per format, listed in `registry`."""
