"""Dates as English writes them, and the EDTF expressions they resolve to."""
