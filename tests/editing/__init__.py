"""Tests of the changes that an analyst makes to a draft."""
