"""Tests of `scripts.derived`."""
