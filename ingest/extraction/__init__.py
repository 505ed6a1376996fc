"""Text in, reading out: plain Python, without Django and without a database."""

import os

# Before NumPy is imported: two BLAS threads were slower than one on two cores, and workers are processes.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
