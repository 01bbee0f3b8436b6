"""Tests of the helpers for text."""
