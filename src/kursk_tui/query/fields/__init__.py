"""The fields of the query language, one module each, which `registry` discovers."""
