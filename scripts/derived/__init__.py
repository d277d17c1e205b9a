"""What follows from the guide, the same for every page, paper and file: checklists, questionnaires, quizzes.

In: a `Guide`. Out: which acts, signs and questions belong together and in which order. Knows no page and
no format.
"""
