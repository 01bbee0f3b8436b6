"""What figures count, which counts contain others, and what statements say about each other.

Values and pure functions; nothing here reads a briefing or knows of a screen. If everything that
one count counts is also counted by another, the number of the first is at most the number of the
second. Lower bounds pass up and upper bounds pass down: that is all the arithmetic there is.
"""
