"""How templates become Python: as Jinja2 has it, but for what costs most in a page of many small pieces.

Pages come out the same as from Jinja2's own classes, which these inherit.
"""

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro, Undefined, missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, _escape_inner, escape

WITH_VALUES = ("_", "pgettext")  # functions whose phrase is the same whatever its values
OF_SCOPES = frozenset(["_loop_vars", "_block_vars"])  # what compiled code says beside the inputs of a call


class CallsAsFilters(NodeTransformer):
    """Makes `f(x, …)` of the project's functions the filter `x | f(…)`. Jinja2 calls a filter directly; where it
    is given constants alone, Jinja2 evaluates it at compile time. A phrase with values is such a constant: it is
    filled in later.
    """

    def __init__(self, functions):
        self.functions = functions

    def visit_Call(self, node):  # noqa: N802 - as Jinja2 looks for it
        self.generic_visit(node)
        name = getattr(node.node, "name", None)
        if name not in self.functions or not node.args or node.dyn_args or node.dyn_kwargs:
            return node
        first, *others = node.args
        if name in WITH_VALUES and node.kwargs:
            return _filter(_filter(first, name, others), "filled", [], node.kwargs)
        return _filter(first, name, others, node.kwargs)


def _filter(value, name, args, kwargs=()):
    return nodes.Filter(value, name, args, list(kwargs), None, None, lineno=value.lineno)


def escaped(value):
    """Return a value as it is written into a page; `escape` makes a Markup of each, which costs more than to escape."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    if kind is Markup:
        return value
    if kind is Undefined:
        return ""
    return str(value) if kind is int else escape(value)


class EscapingDirectly(CodeGenerator):
    """Code in which `escape` is `escaped`."""

    def write_commons(self):
        super().write_commons()
        self.writeline("escape = environment.escaped")


class Components(Template):
    """Components are the same whatever page imports them; Jinja2 looks at each import whether they are."""

    def _get_default_module(self, ctx=None):
        return self._module or super()._get_default_module()


class CallingComponents(Context):
    """Calls a component with its inputs in their order; anything else as Jinja2 does."""

    def call(self, component, /, *inputs, **options):
        if type(component) is Macro and not component.caller and options.keys() <= OF_SCOPES:
            left_out = component._argument_count - len(inputs)
            if left_out >= 0:
                return Markup(component._func(*inputs, *(missing,) * left_out))  # noqa: S704 - it has escaped
        return super().call(component, *inputs, **options)
