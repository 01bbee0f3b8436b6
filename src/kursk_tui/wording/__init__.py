"""Facts of a claim in words: the same on the screen, in plain text and in copies."""
