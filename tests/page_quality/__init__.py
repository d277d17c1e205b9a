"""What three programs of others say of the built pages: Lighthouse, the Nu HTML checker, IBM's checker.

`python -m tests.page_quality SITE` prints one table; it needs Chromium, Node with npm, nginx and Java.
"""
