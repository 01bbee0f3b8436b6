"""Tests of the model of a briefing."""
