"""From a file, such as a PDF, to the text that `draft` reads, with remarks on what is left out."""

from kursk_tui.documents.extracted import DocumentError, Extracted, MissingExtraError
from kursk_tui.documents.registry import extract

__all__ = ["DocumentError", "Extracted", "MissingExtraError", "extract"]
