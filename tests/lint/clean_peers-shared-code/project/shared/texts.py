GREETING = "Good day"
