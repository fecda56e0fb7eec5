# Made by `autogen generate` from services/backend/spec/parcels.yaml. Edit that, not this file.
"""The routes of `parcels`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer, Nothing
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.backend.src.generated import protocols
from shared.generated import schemas as shared

LIST_PARCELS: Answer[list[shared.ParcelRead]] = Answer(list[shared.ParcelRead], 200)
GET_PARCEL: Answer[shared.ParcelRead] = Answer(shared.ParcelRead, 200)
GET_LABEL: Answer[shared.ParcelLabel] = Answer(shared.ParcelLabel, 200)
UPDATE_PARCEL: Answer[shared.ParcelRead] = Answer(shared.ParcelRead, 200)
DELETE_PARCEL = Nothing(204)
DISPATCH: Answer[shared.ParcelRead] = Answer(shared.ParcelRead, 202)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/parcels", tags=["parcels"])

    @router.get(
        "",
        operation_id="list_parcels",
        response_model=list[shared.ParcelRead],
        responses=problems({422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def list_parcels(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        limit: Annotated[t.IntParam, Query()] = 50,
        station: Annotated[t.Text | None, Query()] = None,
        fragile: Annotated[t.BoolParam | None, Query()] = None,
    ) -> Response:
        return await LIST_PARCELS.answer(
            controller.list_parcels,
            session=session,
            limit=limit,
            station=station,
            fragile=fragile,
        )

    @router.get(
        "/{parcel_id}",
        operation_id="get_parcel",
        response_model=shared.ParcelRead,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def get_parcel(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        parcel_id: Annotated[t.Text, Path()],
    ) -> Response:
        return await GET_PARCEL.answer(controller.get_parcel, session=session, parcel_id=parcel_id)

    @router.get(
        "/{parcel_id}/labels/{copy_number}",
        operation_id="get_label",
        response_model=shared.ParcelLabel,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def get_label(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        parcel_id: Annotated[t.Text, Path()],
        copy_number: Annotated[t.IntParam, Path()],
    ) -> Response:
        return await GET_LABEL.answer(
            controller.get_label,
            session=session,
            parcel_id=parcel_id,
            copy_number=copy_number,
        )

    @router.patch(
        "/{parcel_id}",
        operation_id="update_parcel",
        response_model=shared.ParcelRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "Not Found",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def update_parcel(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        parcel_id: Annotated[t.Text, Path()],
        payload: shared.ParcelUpdate,
    ) -> Response:
        return await UPDATE_PARCEL.answer(
            controller.update_parcel,
            session=session,
            parcel_id=parcel_id,
            payload=payload,
        )

    @router.delete(
        "/{parcel_id}",
        status_code=204,
        operation_id="delete_parcel",
        response_class=Response,
        responses=problems({404: "Not Found", 422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def delete_parcel(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        parcel_id: Annotated[t.Text, Path()],
    ) -> Response:
        return await DELETE_PARCEL.answer(controller.delete_parcel, session=session, parcel_id=parcel_id)

    @router.post(
        "/dispatch",
        status_code=202,
        operation_id="dispatch",
        response_model=shared.ParcelRead,
        responses=problems(
            {
                400: "The body is no JSON",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def dispatch(
        *,
        controller: Annotated[protocols.ParcelsControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.ParcelCreate,
    ) -> Response:
        return await DISPATCH.answer(controller.dispatch, session=session, payload=payload)

    return router
