"""Reading English: tokens, sentences, dates, and numbers with their qualifiers.

`AnnotatedSentence.of` reads a sentence; `non_counts` says which of its numbers are not counts.
"""
