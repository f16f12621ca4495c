"""Makes pages of templates: the environment, its filters, and what every page has."""

from __future__ import annotations

import os
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from hearsay.outputs.wording import one_line
from hearsay.web.words import day, many

_ENVIRONMENT = Environment(
    loader=PackageLoader("hearsay.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)
# Another language is a catalogue of these sentences, installed here.
_ENVIRONMENT.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
_ENVIRONMENT.filters |= {"one_line": one_line, "day": day}
_ENVIRONMENT.globals |= {"many": many}


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, made of its template and of what every page has: the site, where one is in it."""
    state = request.app.state
    made = _ENVIRONMENT.get_template(template).render(
        case_name=os.path.basename(state.site.case_path),
        navigation=state.navigation,
        here=request.url.path,
        **values,
    )
    return HTMLResponse(made, status)
