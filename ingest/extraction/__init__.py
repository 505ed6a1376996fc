"""Text in, reading out: plain Python, without Django and without a database."""
