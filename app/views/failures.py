"""Saying what went wrong where it can be mended."""

from __future__ import annotations

from collections.abc import Mapping

from app.context import Messages
from app.domain.errors import DomainError
from app.views.widgets.form_field import FormField


def show_failure(messages: Messages, error: Exception, fields: Mapping[str, FormField]) -> None:
    """Beside the field it is about, which takes the cursor; what is about none of these as a message. `fields`: by the name the error
    has for each."""
    field = fields.get(error.field) if isinstance(error, DomainError) else None
    if field is None:
        messages.error(error)
    else:
        field.set_error(messages.sentence(error))
        field.field.setFocus()
