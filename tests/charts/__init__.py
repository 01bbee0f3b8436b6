"""Tests of the geometry of the charts."""
