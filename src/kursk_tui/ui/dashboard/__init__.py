"""Screens: the dashboard, in parts, and the finder."""
