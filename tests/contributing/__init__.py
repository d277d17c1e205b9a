"""Tests of `scripts.contributing`."""
