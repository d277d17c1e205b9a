"""Tests of `scripts.books`."""
