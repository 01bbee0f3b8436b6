"""What surrounds the program: terminal, clipboard, configuration, state. Standard library alone."""
