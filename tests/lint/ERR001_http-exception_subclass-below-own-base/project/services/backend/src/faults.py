from starlette.exceptions import HTTPException as Problem


class Refused(Problem):
    """Ours."""
