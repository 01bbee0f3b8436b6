"""From the characters of a page and where they stand to paragraphs in reading order."""
