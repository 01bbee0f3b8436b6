"""The terminal user interface: each pane shows the claims of a view in its own way."""
