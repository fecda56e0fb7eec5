"""What services share: written by `autogen generate` from shared/spec. Edit the specs, not these files."""
