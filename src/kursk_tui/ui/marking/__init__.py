"""Marking words of a document: a span whose ends move from word to word."""
