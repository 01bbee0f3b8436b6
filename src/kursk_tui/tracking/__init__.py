"""Figures through time: the statements about one count, and what each says about the others."""
