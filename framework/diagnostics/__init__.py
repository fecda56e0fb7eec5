"""What is wrong, where, and what to do about it: the one thing that every other surface is a view of."""

from framework.diagnostics.code import Code, Severity
from framework.diagnostics.diagnostic import Diagnostic, Edit, Fix, Related, replace
from framework.diagnostics.nearest import nearest
from framework.diagnostics.report import Report
from framework.diagnostics.span import Span

__all__ = ["Code", "Diagnostic", "Edit", "Fix", "Related", "Report", "Severity", "Span", "nearest", "replace"]
