"""Phrases of a sentence: noun phrases and insertions."""
