"""kursk-tui: a terminal dashboard for sourced intelligence briefings."""

__version__ = "0.1.0"
