"""Text below the model: what may reach a terminal, cell widths, folding. Standard library only."""
