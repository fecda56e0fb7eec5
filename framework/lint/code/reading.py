"""Who binds which name where: one pass over a file, and the only one that sees every node of it."""

from __future__ import annotations

import ast
from typing import Any

from framework.lint.code.scopes import Binding, Path, Scope, Sites


class Reader:
    """Fills the scopes of a module and keeps the nodes that rules ask for."""

    def __init__(self, file: str, module: str, wanted: frozenset[type]) -> None:
        self.scope = Scope("module", None, None, file, module)
        self.sites: Sites = {kind: [] for kind in wanted}
        self.imports: list[tuple[ast.Import | ast.ImportFrom, Scope]] = []
        self.handlers = {
            ast.Name: self.name, ast.Assign: self.assign, ast.AnnAssign: self.annotated, ast.AugAssign: self.augmented,
            ast.FunctionDef: self.function, ast.AsyncFunctionDef: self.function, ast.Lambda: self.function,
            ast.ClassDef: self.class_, ast.Import: self.import_, ast.ImportFrom: self.import_from,
            ast.For: self.loop, ast.AsyncFor: self.loop, ast.comprehension: self.loop, ast.withitem: self.enter,
            ast.ExceptHandler: self.caught, ast.NamedExpr: self.walrus, ast.Global: self.global_,
            ast.Nonlocal: self.nonlocal_, ast.ListComp: self.comprehension, ast.SetComp: self.comprehension,
            ast.DictComp: self.comprehension, ast.GeneratorExp: self.comprehension, ast.Return: self.return_,
            ast.Yield: self.yield_, ast.Match: self.match, ast.Constant: self.constant, ast.Expr: self.statement,
        }  # fmt: skip

    def read(self, tree: ast.Module) -> Scope:
        self.scope.node = tree
        if ast.Module in self.sites:
            self.sites[ast.Module].append((tree, self.scope))
        for statement in tree.body:
            self.visit(statement)
        return self.scope

    def visit(self, node: ast.AST) -> None:
        kind = node.__class__
        kept = self.sites.get(kind)
        if kept is not None:
            kept.append((node, self.scope))
        handler: Any = self.handlers.get(kind)
        if handler is not None:
            handler(node)
        else:
            self.children(node)

    def children(self, node: ast.AST) -> None:
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, ast.AST):
                self.visit(value)
            elif value.__class__ is list:
                self.each(value)

    def each(self, nodes: list[object]) -> None:
        for node in nodes:
            if isinstance(node, ast.AST):
                self.visit(node)

    def bind(self, name: str, kind: str, node: Any, path: Path = ()) -> None:
        scope = self.scope.outer.get(name, self.scope)
        while scope.kind == "comprehension" and kind != "item" and scope.parent is not None:
            scope = scope.parent
        scope.names.setdefault(name, []).append(Binding(kind, node, path))

    def target(self, target: ast.expr, kind: str, node: Any, path: Path = ()) -> None:
        """Bind what an assignment names, part by part."""
        if isinstance(target, ast.Name):
            self.bind(target.id, kind, node, path)
        elif isinstance(target, ast.Starred):
            self.target(target.value, kind, node, (*path[:-1], f"*{path[-1]}" if path else "*0"))
        elif isinstance(target, (ast.Tuple, ast.List)):
            for index, part in enumerate(target.elts):
                self.target(part, kind, node, (*path, index))
        elif isinstance(target, (ast.Attribute, ast.Subscript)):
            if kind == "value" and not path:
                key = f".{target.attr}" if isinstance(target, ast.Attribute) else "[]"
                self.scope.top.sets.setdefault(key, []).append((target, node, self.scope))
                self.global_name(target, node)
            self.visit(target)

    def global_name(self, target: ast.Attribute | ast.Subscript, node: ast.expr) -> None:
        """`globals()["name"] = value` binds a name of the module."""
        if not isinstance(target, ast.Subscript) or not isinstance(target.slice, ast.Constant):
            return
        owner = target.value
        if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name) and owner.func.id == "globals":
            self.scope.top.names.setdefault(str(target.slice.value), []).append(Binding("value", node))

    def name(self, node: ast.Name) -> None:
        """A name that is read binds nothing."""

    def constant(self, node: ast.Constant) -> None:
        """Nor does a constant."""

    def assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self.target(target, "value", node.value)
        self.visit(node.value)

    def annotated(self, node: ast.AnnAssign) -> None:
        self.target(node.target, "value" if node.value is not None else "annotation", node.value or node.annotation)
        if node.value is not None:
            self.target(node.target, "annotation", node.annotation)
            self.visit(node.value)
        self.visit(node.annotation)

    def augmented(self, node: ast.AugAssign) -> None:
        self.target(node.target, "augment", node)
        self.visit(node.value)

    def walrus(self, node: ast.NamedExpr) -> None:
        self.bind(node.target.id, "value", node.value)
        self.visit(node.value)

    def loop(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        self.target(node.target, "item", node.iter)
        if isinstance(node, ast.comprehension):
            self.visit(node.iter)
            for test in node.ifs:
                self.visit(test)
            return
        self.visit(node.iter)
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def enter(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self.target(node.optional_vars, "enter", node.context_expr)
        self.visit(node.context_expr)

    def caught(self, node: ast.ExceptHandler) -> None:
        if node.name and node.type is not None:
            self.bind(node.name, "caught", node.type)
        self.children(node)

    def match(self, node: ast.Match) -> None:
        for case in node.cases:
            for part in ast.walk(case.pattern):
                name = getattr(part, "name", None) or getattr(part, "rest", None)
                if isinstance(part, (ast.MatchAs, ast.MatchStar, ast.MatchMapping)) and name:
                    whole = part is case.pattern or isinstance(case.pattern, ast.MatchAs)
                    self.bind(name, "value" if whole else "matched", node.subject)
        self.children(node)

    def statement(self, node: ast.Expr) -> None:
        """A call for its effect may put something into a thing: `kinds.append(X)`, `setattr(holder, "model", X)`."""
        call = node.value
        if isinstance(call, ast.Call):
            for key, owner, value in put(call):
                self.scope.top.sets.setdefault(key, []).append((owner, value, self.scope))
        self.visit(call)

    def import_(self, node: ast.Import) -> None:
        self.imports.append((node, self.scope))
        for alias in node.names:
            self.bind(alias.asname or alias.name.split(".")[0], "import", alias)

    def import_from(self, node: ast.ImportFrom) -> None:
        self.imports.append((node, self.scope))
        for alias in node.names:
            if alias.name == "*":
                self.scope.stars.append(node)
            else:
                self.bind(alias.asname or alias.name, "from", (node, alias.name))

    def global_(self, node: ast.Global) -> None:
        self.scope.outer.update(dict.fromkeys(node.names, self.scope.top))

    def nonlocal_(self, node: ast.Nonlocal) -> None:
        for name in node.names:
            scope = self.scope.parent
            while scope is not None and (scope.kind == "class" or name not in scope.names):
                scope = scope.parent
            if scope is not None:
                self.scope.outer[name] = scope

    def return_(self, node: ast.Return) -> None:
        if node.value is not None:
            self.scope.returns.append(node.value)
            self.visit(node.value)

    def yield_(self, node: ast.Yield) -> None:
        if node.value is not None:
            self.scope.yields.append(node.value)
            self.visit(node.value)

    def function(self, node: Any) -> None:
        arguments: ast.arguments = node.args
        for part in (*arguments.defaults, *(d for d in arguments.kw_defaults if d is not None)):
            self.visit(part)
        for part in getattr(node, "decorator_list", ()):
            self.visit(part)
        if not isinstance(node, ast.Lambda):
            self.bind(node.name, "def", node)
            if node.returns is not None:
                self.visit(node.returns)
        with_self = self.scope
        self.scope = self.inside("lambda" if isinstance(node, ast.Lambda) else "function", node)
        for argument in every(arguments):
            self.bind(argument.arg, "param", argument)
            if argument.annotation is not None:
                self.visit(argument.annotation)
        for statement in [node.body] if isinstance(node, ast.Lambda) else node.body:
            self.visit(statement)
        if isinstance(node, ast.Lambda):
            self.scope.returns.append(node.body)
        self.scope = with_self

    def class_(self, node: ast.ClassDef) -> None:
        self.bind(node.name, "class", node)
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(part)
        around = self.scope
        self.scope = self.inside("class", node)
        for statement in node.body:
            self.visit(statement)
        self.scope = around

    def comprehension(self, node: Any) -> None:
        around = self.scope
        self.scope = self.inside("comprehension", node)
        self.children(node)
        self.scope = around

    def inside(self, kind: str, node: ast.AST) -> Scope:
        scope = Scope(kind, node, self.scope, self.scope.file, self.scope.module)
        self.scope.inner[node] = scope
        return scope


def put(call: ast.Call) -> list[tuple[str, ast.expr, ast.expr]]:
    """What a call puts where: the kind of change, what is changed, what goes in."""
    function, args = call.func, call.args
    if isinstance(function, ast.Name) and function.id == "setattr" and len(args) == 3:
        word = args[1]
        return [(f".{word.value!s}", args[0], args[2])] if isinstance(word, ast.Constant) else []
    if not isinstance(function, ast.Attribute):
        return []
    if function.attr in ("append", "add", "appendleft") and len(args) == 1:
        return [("append", function.value, args[0])]
    if function.attr == "insert" and len(args) == 2:
        return [("append", function.value, args[1])]
    if function.attr == "extend" and len(args) == 1 and isinstance(args[0], (ast.List, ast.Tuple)):
        return [("append", function.value, part) for part in args[0].elts]
    if function.attr == "update":
        words = ast.Dict([ast.Constant(word.arg) for word in call.keywords], [word.value for word in call.keywords])
        return [("update", function.value, part) for part in (*args[:1], *([words] if words.keys else []))]
    if function.attr == "setdefault" and len(args) == 2:
        return [("[]", ast.Subscript(function.value, args[0]), args[1])]
    return []


def every(arguments: ast.arguments) -> list[ast.arg]:
    """The parameters of a function in their order."""
    rest = [found for found in (arguments.vararg, arguments.kwarg) if found is not None]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *rest]
