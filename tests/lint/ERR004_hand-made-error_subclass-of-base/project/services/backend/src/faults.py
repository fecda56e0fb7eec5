from framework.runtime.errors import DeclaredError as Base


class OutOfPaper(Base):
    code = "out_of_paper"
    status = 507
    title = "There is no paper"
