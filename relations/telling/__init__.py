"""What a fact's page tells beside its values: why each was chosen, what others say, who goes back to whom, what was
known before."""
