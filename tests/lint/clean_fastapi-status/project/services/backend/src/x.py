from fastapi import status
X = status.HTTP_200_OK
