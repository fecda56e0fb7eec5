"""What the specs of `mailer` have become. Written by `autogen generate`; edit the specs, not these files."""
