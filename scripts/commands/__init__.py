"""Commands of the front door, one module each, loaded when they are called.

In: options as people type them. Out: files, or lines on the terminal. Decides nothing about the guide.
"""
