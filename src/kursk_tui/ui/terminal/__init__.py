"""Output to the terminal: Textual's driver, reduced to the cells that change."""
