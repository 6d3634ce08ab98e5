"""The site generator's edge: nothing outside this folder imports MkDocs."""
