"""Tests of reading English."""
