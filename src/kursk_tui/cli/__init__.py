"""The command line: entry point, parser, and one module per command in `commands`."""
