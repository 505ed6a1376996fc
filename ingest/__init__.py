"""Gets articles in and reads them."""
