from framework.runtime import model
class A(model.ClosedModel): x: int
