"""The version of the reader, in a file of its own: whoever only asks for it loads no models."""

VERSION = "3"  # raise it with every change that can alter a reading
