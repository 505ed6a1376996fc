"""What persons decide about facts, as pages offer it: forms, candidates, the log and the queue.

The decisions themselves are carried out by `relations.reviewing`.
"""
