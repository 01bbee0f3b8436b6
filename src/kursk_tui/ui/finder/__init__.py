"""The finder: a searchable list of actions, claims and queries."""
