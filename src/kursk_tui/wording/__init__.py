"""What a claim states, in words: shared by the screen, the text formats and the clipboard."""
