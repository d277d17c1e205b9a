"""Tests of `scripts.problems`."""
