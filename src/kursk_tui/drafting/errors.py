"""What cannot be drafted, said in one sentence."""


class NotDraftableError(ValueError):
    """A text that no draft can be made of; its message is a sentence for the reader."""
