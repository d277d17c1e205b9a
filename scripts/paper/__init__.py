"""The guide as PDF, by Typst: checklists and quizzes on A4 and Letter.

In: a `Guide` and the site's fonts. Out: PDF files below the addresses that pages link. Knows no HTML and no
other file format.
"""
