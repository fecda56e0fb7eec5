from framework.runtime.model import Model
class A(Model): x: int
