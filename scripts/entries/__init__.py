"""From YAML to a checked guide, and everything that is said about entries.

In: a folder with `content/` and `tricks/`. Out: a `Guide` and the `Problem`s found on the way, each at its
line and column; advice, spelling, what waits for translation; the JSON Schemas of the files. Knows no page.
"""
