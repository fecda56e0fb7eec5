"""A file that its author has written, with the signature of a method as the specs ask for it.

What fits stays as it is written: only the parameters and the result that differ are taken from the file that would be
written today.
"""

from collections.abc import Collection, Sequence

import libcst as cst

from framework.output.imports import place
from framework.output.stubs import Renaming, class_, methods_, needed_

RESULT = "return"


def corrected(data: bytes, fresh: str, member: str, wrong: Collection[str]) -> bytes | None:
    """The file with the method `Class.name` changed where it is wrong: the names of parameters, and `return`. None
    where the file cannot be kept as it is around it."""
    stub, module = cst.parse_module(fresh), cst.parse_module(data)
    owner, _, name = member.rpartition(".")
    if module.bytes != data:
        return None
    asked = next(one for one in methods_(class_(stub, owner)) if one.name.value == name)
    own = [one for one in methods_(class_(module, owner)) if one.name.value == name][-1]
    asked = asked.with_changes(
        params=asked.params.with_changes(params=_pruned(asked, own, wrong)),
        returns=asked.returns if RESULT in wrong else None,
        body=cst.SimpleStatementSuite([cst.Pass()]),
    )
    needed, renamed = needed_(stub, [asked], module, owner)
    asked = cst.ensure_type(asked.visit(Renaming(renamed)), cst.FunctionDef)
    changed = module.deep_replace(own, _merged(own, asked, wrong))
    assert isinstance(changed, cst.Module)
    return place(changed, needed, owner).bytes


def _pruned(asked: cst.FunctionDef, own: cst.FunctionDef, wrong: Collection[str]) -> Sequence[cst.Param]:
    """All parameters that are asked for, annotated only where that is taken over."""
    has = {param.name.value for param in _named(own)}
    return [
        param if param.name.value in wrong or param.name.value not in has else param.with_changes(annotation=None)
        for param in asked.params.params
    ]


def _merged(own: cst.FunctionDef, asked: cst.FunctionDef, wrong: Collection[str]) -> cst.FunctionDef:
    changed = own.with_changes(
        asynchronous=own.asynchronous or asked.asynchronous,
        returns=asked.returns or own.returns,
    )
    written = {param.name.value: param for param in _named(own)}
    wanted = {param.name.value: param for param in asked.params.params}
    if set(wanted) <= set(written) and not own.params.posonly_params and set(written) - set(wanted) <= _optional(own):
        return changed.with_changes(params=_annotated(own.params, wanted, wrong))
    kept = [_plain(written.get(name, param), param) for name, param in wanted.items()]
    kept += [param for param in _named(own) if param.name.value in _optional(own) - set(wanted)]
    kept.sort(key=lambda param: param.default is not None)
    params = cst.Parameters(
        params=[param.with_changes(star="", comma=cst.MaybeSentinel.DEFAULT) for param in kept],
        star_arg=own.params.star_arg if isinstance(own.params.star_arg, cst.Param) else cst.MaybeSentinel.DEFAULT,
        star_kwarg=own.params.star_kwarg,
    )
    return changed.with_changes(params=params, whitespace_before_params=cst.SimpleWhitespace(""))


def _annotated(params: cst.Parameters, wanted: dict[str, cst.Param], wrong: Collection[str]) -> cst.Parameters:
    """The parameters as they stand, with other annotations."""

    def changed(param: cst.Param) -> cst.Param:
        name = param.name.value
        return param.with_changes(annotation=wanted[name].annotation) if name in wrong and name in wanted else param

    return params.with_changes(
        params=[changed(param) for param in params.params],
        kwonly_params=[changed(param) for param in params.kwonly_params],
    )


def _plain(own: cst.Param, asked: cst.Param) -> cst.Param:
    return own.with_changes(annotation=asked.annotation or own.annotation)


def _named(function: cst.FunctionDef) -> list[cst.Param]:
    params = function.params
    return [*params.posonly_params, *params.params, *params.kwonly_params]


def _optional(function: cst.FunctionDef) -> set[str]:
    return {param.name.value for param in _named(function) if param.default is not None}
