"""Small commands of the front door, one module each: `bench`, `export`."""
