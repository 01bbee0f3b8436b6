"""Tests of reading a briefing from bytes."""
