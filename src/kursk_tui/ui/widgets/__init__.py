"""Widgets: the list of every pane, one-line bars, the query bar."""
