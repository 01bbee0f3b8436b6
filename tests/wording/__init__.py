"""Tests of the package that puts facts into words."""
