"""Tests of counts and statements."""
