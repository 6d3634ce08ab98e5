"""Proposals by people without git: what is asked of them, and how their answers become records.

`forms` says which fields of which model each form asks for, `questions` makes them from the models. The
page "Propose" and the issue forms of the repository host show the same questions; `answers` reads an
issue's text, and `records` makes files of answers, as the page's script does in the browser.
"""
