"""Who says what in a sentence."""
