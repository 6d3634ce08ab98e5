"""Drawings made from geometry: the outline of the South Baltic, and where marks stand on it.

`frame` says what part of the earth is drawn and where a point falls, `coast` reads the geometry,
`shapes` cuts and thins it, `outline` writes the picture, and `marks` keeps marks and names apart.
"""
