"""Views as files and streams: one module for each form."""
