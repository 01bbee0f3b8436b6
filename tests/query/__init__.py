"""Tests of the query language: its grammar, its errors, and its three-valued answers."""
