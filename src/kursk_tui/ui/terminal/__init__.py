"""What goes to the terminal: Textual's driver, and the cells that differ."""
