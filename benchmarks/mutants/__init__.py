"""Mutation testing: how many small faults put into the source the tests find."""
