"""From Markdown to a finished site: mkdocs, the root's files, what is kept offline, every link followed.

In: the pages' Markdown and addresses. Out: a folder that any web server can serve. Knows no entry's content.
"""
