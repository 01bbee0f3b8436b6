"""A reader of English sentences: tokens, numbers, qualifiers, dates. Standard library only."""
