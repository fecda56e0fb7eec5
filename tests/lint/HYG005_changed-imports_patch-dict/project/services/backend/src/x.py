import unittest.mock as m
m.patch.dict('sys.modules', {'shared.generated.schemas': None})
