"""Tests of `scripts.entries`."""
