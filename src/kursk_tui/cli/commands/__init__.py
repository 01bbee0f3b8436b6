"""The commands: one module each, with a function `run` from parsed arguments to an exit code.

Only the module of the command that runs is imported, so it may import what it needs at its top.
"""
