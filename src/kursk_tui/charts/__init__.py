"""Geometry of the charts: where a value lies, and what is labelled. Nothing is drawn here.

A width is in cells, of which a character takes one on a screen and several in a picture. The sizes
that are constant are in characters.
"""
