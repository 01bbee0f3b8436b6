"""Tests of the wording of facts."""
