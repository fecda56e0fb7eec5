"""The guard over hand-written code. Its rules are found in `framework.lint.rules`."""
