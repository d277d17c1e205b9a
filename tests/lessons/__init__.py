"""Tests of `scripts.lessons`."""
