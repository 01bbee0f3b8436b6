"""Tests of what deserves a second look."""
