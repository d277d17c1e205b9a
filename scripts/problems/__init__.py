"""What can be wrong with the data, and how it is said to a contributor.

In: the name of a rule that is broken, with its values and its place in a file. Out: a `Problem`, and its
sentence and remedy in the contributor's language (`rules/<locale>.yml`), as well as what each field is
for (`fields/<locale>.yml`). Knows no entry, no model and no page.
"""
