"""What the guide is: its parts as checked models, its texts, its languages, its addresses.

In: plain data, already read. Out: a `Guide`, and the guide as spoken in one language (`Voice`) or several
at once (`Chorus`). Knows no file, no page and no format of a file.
"""
