"""Formats that other systems read: STIX 2.1, MISP and W3C Web Annotation."""
