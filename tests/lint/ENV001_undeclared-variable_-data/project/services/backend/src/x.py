import os
x = os.environ._data[b'SECRET_A']
