"""The host system: terminal, clipboard, editor, files, configuration and saved state."""
