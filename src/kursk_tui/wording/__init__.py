"""The contents of claims in words, shared by the screen, the text formats and the clipboard."""
