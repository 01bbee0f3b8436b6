"""The commands: one module each, whose `run` takes the parsed arguments and returns an exit code.

Only the module of the requested command is imported, so it can import what it needs at the top.
"""
