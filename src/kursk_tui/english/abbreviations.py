"""Abbreviations whose full stop does not end a sentence: `lexicon/abbreviations.toml`."""

from kursk_tui.english.lexicon import word_set

NEVER_LAST = word_set("abbreviations", "never_last")
"""Abbreviations that never end a sentence."""

MAYBE_LAST = word_set("abbreviations", "maybe_last")
"""Abbreviations that may end a sentence, depending on the next word."""

OPENERS = word_set("abbreviations", "sentence_openers")
"""Words that begin a sentence more often than they continue one after an abbreviation."""
