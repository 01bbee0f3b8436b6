"""A list of everything there is to do or to go to, searched by a few letters."""
