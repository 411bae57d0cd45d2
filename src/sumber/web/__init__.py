"""Readings as people see them: what is marked, the words around it, one self-contained page.

`Page` writes readings to one HTML file; it imports no reading step and fetches nothing.
"""
