"""Tests of `scripts.pages`."""
