"""Tests of what surrounds the program."""
