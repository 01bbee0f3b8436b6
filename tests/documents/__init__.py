"""Tests of taking text from files."""
