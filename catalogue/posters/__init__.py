"""Drawn posters: an SVG composed from a film's card, always the same for the film. Knows no Django.

A poster is lettering (lettering, fitting) set in inks (inks) on a sheet (sheet) by one of the families of compositions.
"""
