"""Tests of the comparison of two editions."""
