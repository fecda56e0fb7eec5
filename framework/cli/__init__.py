"""The command `autogen`: a file per verb, and one object that prints."""
