"""What the specs ask of code, and what code does of it: the questions that rules of several families share."""
