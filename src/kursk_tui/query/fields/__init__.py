"""The fields of the query language, a module each; `registry` finds them."""
