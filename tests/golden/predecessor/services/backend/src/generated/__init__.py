"""What the specs of `backend` have become. Written by `autogen generate`; edit the specs, not these files."""
