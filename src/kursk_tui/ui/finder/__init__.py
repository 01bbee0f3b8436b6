"""A list of actions, claims and queries, searched by a few letters."""
