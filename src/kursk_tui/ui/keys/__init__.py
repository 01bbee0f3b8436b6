"""Actions, the keys that run them, and the table of both."""
