"""Tests of what a view is written as."""
