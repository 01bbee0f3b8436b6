"""Actions, the keys that run them, and a table of both."""
