"""What other programs are given of the guide."""
