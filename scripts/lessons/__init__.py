"""What a trainer needs to teach one moment of the purchase: a plan, slides and cards to play with, by Typst.

In: a `Voice`, a phase and a press. Out: the bytes of one PDF. Knows no page of the site and no other file.
"""

from scripts.lessons.lesson import Activity, Lesson, Taught, taught_phases
from scripts.lessons.making import made_as

__all__ = ["Activity", "Lesson", "Taught", "made_as", "taught_phases"]
