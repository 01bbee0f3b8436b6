"""The terminal user interface: panes are lenses on the claims of a view."""
