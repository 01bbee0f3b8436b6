"""Tests of figures through time."""
