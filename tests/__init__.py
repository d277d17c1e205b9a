"""Tests of Forewarned / Prevenido; one module mirrors each module of `scripts`."""
