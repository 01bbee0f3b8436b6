"""Tests of reading and writing briefings."""
