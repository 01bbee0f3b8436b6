"""The error for a change that would make a draft wrong."""


class EditError(ValueError):
    """A change is not possible; the message is a sentence for the analyst."""
