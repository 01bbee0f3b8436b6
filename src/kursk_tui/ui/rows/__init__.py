"""The rows of panes: what they are, which are in sight, and how they are styled."""
