"""Helpers for text that every layer may use: sanitizing, widths, folding, messages."""
