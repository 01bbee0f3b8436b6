"""Reading English: tokens, sentences, dates, numbers and what qualifies them.

`AnnotatedSentence.of` reads a sentence; `non_counts` says which of its numbers are not counts.
"""
