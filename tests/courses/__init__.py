"""Tests of `scripts.courses`."""
