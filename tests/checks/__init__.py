"""Tests of `scripts.checks`."""
