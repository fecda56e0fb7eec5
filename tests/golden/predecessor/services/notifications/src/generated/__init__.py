"""What the specs of `notifications` have become. Written by `autogen generate`; edit the specs, not these files."""
