from fastapi import APIRouter
class R(APIRouter): pass
