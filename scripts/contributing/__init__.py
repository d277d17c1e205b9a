"""A contributor's commands: new entries, reports turned into entries, translations, spelling.

In: answers, options, the text of an issue. Out: drafts that never overwrite a file. Knows no page.
"""
