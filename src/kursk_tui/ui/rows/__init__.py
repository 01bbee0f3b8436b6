"""The rows of panes: row models, the viewport, and styled text."""
