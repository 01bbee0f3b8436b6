"""The charts of the dashboard as pictures in SVG, in tables of HTML."""
