"""What people take home: guides, cases and meetings as PDF, DOCX and EPUB, and in two languages at once.

`compose` turns the view model of a page into a document, plain JSON that holds every word; `blocks` does so
for texts. One writer per format makes bytes of it: `pdf` (through Typst and the templates beside it),
`docx` and `epub`. `shelf` makes what is wanted and remembers what was made.
"""
