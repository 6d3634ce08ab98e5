"""From the catalogue to pages: each page is a file whose front matter holds all that a template shows.

`markup` turns texts into safe HTML, `wording` writes numbers and dates as a language does,
`page` makes what every page has, one module per kind makes the rest, and `writer` puts it on disk.
"""
