"""The error of the package."""


class NotDraftableError(ValueError):
    """Raised for a text that cannot be drafted; the message is one sentence for the reader."""
