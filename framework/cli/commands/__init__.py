"""A command is a file here that binds `COMMAND`. Each imports its stage inside the function that runs it."""
