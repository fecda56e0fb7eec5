import pickle
def f(b): return pickle.loads(b)
