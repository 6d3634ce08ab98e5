"""Offline packs: the site in one language as a zip file that works without a network or a server.

`pack` decides what is in one and puts it together, `links` makes every link of a page name a file, `classic`
makes one script of our modules, `index` writes what the search of a pack reads.
"""
