"""Tests of the query language: syntax, errors, predicates and three-valued answers."""
