import math
X = {k: v for k, v in vars(math).items()}
