"""PDF, read by pypdfium2 with the position and the size of every character."""

from kursk_tui.documents.extracted import DocumentError, Extracted


def extract(_data: bytes, _name: str) -> Extracted:
    """Return the text of a PDF; raise DocumentError."""
    raise DocumentError("PDF cannot be read yet")
