"""Tables: rows of CSV files become claims, or prose that is drafted; nothing is left out unsaid."""
