"""Everything that has to hold. A test is a folder wherever it can be; see CONTRIBUTING.md."""
