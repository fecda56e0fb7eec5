MORE = "and good night"
