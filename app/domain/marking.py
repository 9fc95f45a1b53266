"""Mark text for translation where Qt may not be imported.

`QT_TRANSLATE_NOOP(context, text)` returns `text`; lupdate knows the name and collects the pair. Whoever shows
the text translates it under the same context.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    return text
