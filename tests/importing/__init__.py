"""Tests of tables and their import; every row is made up."""
