"""Measure the load of a review: the keys and the machine time from a draft to right claims."""
