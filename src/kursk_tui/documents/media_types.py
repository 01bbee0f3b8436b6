"""The media types of the kinds of files that are read."""

PLAIN = "text/plain"
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
HTML = "text/html"
UNKNOWN = "application/octet-stream"
