"""What is known of Russia–China relations, and the pages that show it. Imports nothing, by design."""
