import pandas as pd
df = pd.DataFrame()
df.get("x")
class X(pd.DataFrame): ...
