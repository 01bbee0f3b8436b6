"""Figures in a sentence: what is counted, what happened to it, and how it is asserted."""
