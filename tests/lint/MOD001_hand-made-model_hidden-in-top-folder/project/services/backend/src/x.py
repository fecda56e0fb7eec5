from common.models import A
