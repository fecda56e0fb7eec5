"""What the specs of `hello` have become. Written by `autogen generate`; edit the specs, not these files."""
