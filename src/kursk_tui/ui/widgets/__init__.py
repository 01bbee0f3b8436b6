"""Widgets: one list for all panes, one-line bars, the query bar."""
