"""The commands, a module each with a function `run`: from parsed arguments to an exit code.

Only the module of the command that is run is imported, so each imports what it needs at its top.
"""
