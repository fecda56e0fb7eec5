import operator
from pydantic import create_model
W = operator.call(create_model, 'W', x=(int, 1))
