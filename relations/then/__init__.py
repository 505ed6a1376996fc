"""`?as_of=2024-02-09` on any page: what was known at the end of that day, which is Moscow's.

The middleware sets the moment (`relations.knowledge`), and every manager gives what was known then. Links and forms
of such a page keep the day, so that a reader stays in the past until the banner leads back.
"""
