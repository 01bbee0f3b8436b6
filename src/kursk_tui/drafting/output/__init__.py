"""From findings to a draft briefing."""
