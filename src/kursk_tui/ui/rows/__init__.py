"""Rows of panes: what they hold and how they are styled. Nothing here draws."""
