"""Tests of `scripts.guide`."""
