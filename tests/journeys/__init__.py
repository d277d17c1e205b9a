"""What readers do, in a real Chromium on the built site."""
