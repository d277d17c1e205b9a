"""Tests of `scripts.texts`."""
