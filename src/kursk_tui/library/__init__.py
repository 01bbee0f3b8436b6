"""Libraries: many briefings, shown as one.

An edition is a briefing file, which never changes. A library is some editions, and the reader's
decisions in `library.json`. It is composed into one briefing, whose ids begin with the key of
their edition, so that every pane, query and format works on it as on any other.
"""
