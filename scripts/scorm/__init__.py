"""Quizzes as packages that a course system opens and keeps the score of: SCORM 1.2.

In: a quiz and a `Voice`. Out: a zip that holds the site's own quiz. Knows how a package is put together and
nothing of what a question is.
"""

from scripts.scorm.packages import scorm_package

__all__ = ["scorm_package"]
