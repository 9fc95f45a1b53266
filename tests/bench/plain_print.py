"""The pieces of a template by ReportLab as its manual shows it: drawString and drawPath on every page, or paragraphs that flow.

The same words, type, sizes, pictures and squares at the same places; without kinsoku, vertical forms, and words that make way.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import segno
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from app.domain.cards import Card, FieldValue, Recipient
from app.domain.templates import Align, Element, ElementKind, Template
from app.paths import resource as program_file
from app.printing.art import ART
from app.printing.geometry import PAPERS, Box
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from tests.bench.bench_cards import plain_address_side

FONT = "Mincho"
_MODULES = 21
_PATH = {"m": ("moveTo", 2), "l": ("lineTo", 2), "c": ("curveTo", 6), "re": ("rect", 4), "h": ("close", 0)}
_STATE = {
    "q": ("saveState", 0), "Q": ("restoreState", 0), "cm": ("transform", 6), "w": ("setLineWidth", 1), "rg": ("setFillColorRGB", 3),
    "RG": ("setStrokeColorRGB", 3), "J": ("setLineCap", 1), "j": ("setLineJoin", 1),
}  # fmt: skip
_ENDS = {"f": (0, 1), "S": (1, 0), "B": (1, 1)}
_SIDES = {Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT, Align.LEFT: TA_LEFT, Align.JUSTIFY: TA_JUSTIFY}
Stroke = tuple[str, tuple[float, ...], tuple[tuple[str, tuple[float, ...]], ...]]


def register_font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(program_file("fonts", "BIZUDPMincho-Regular.ttf"))))


class PlainPress:
    """Draws the pieces of one template, each page by itself."""

    def __init__(self, job: Card) -> None:
        assert job.template is not None
        self.template: Template = job.template
        self.job = job
        self.paper = PAPERS[job.template.paper]
        self.size = (self.paper.width * mm, self.paper.height * mm)
        self._strokes = _strokes_of(job.template)

    def pages(self, recipients: Sequence[Recipient], *, with_address_side: bool = False) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=self.size, invariant=1)
        for person in recipients:
            self._page(canvas, person)
            canvas.showPage()
            if with_address_side:
                plain_address_side(canvas, person, self.job.sender)
                canvas.showPage()
        canvas.save()
        return out.getvalue()

    def flowing(self, recipients: Sequence[Recipient]) -> bytes:
        """The same by paragraphs that flow down the page; pictures and squares as above."""
        out = io.BytesIO()
        left, right = 24 * mm, 24 * mm
        frame = Frame(left, 12 * mm, self.size[0] - left - right, self.size[1] - 26 * mm, 0, 0, 0, 0)
        document = BaseDocTemplate(out, pagesize=self.size, invariant=1)
        document.addPageTemplates(PageTemplate("letter", [frame], onPage=lambda canvas, _: self.art(canvas)))
        styles = {one.name: _style(one) for one in self.template.elements}
        story: list[Any] = []
        for person in recipients:
            story += [*self._story(person, styles), PageBreak()]
        document.build(story)
        return out.getvalue()

    def art(self, canvas: Canvas) -> None:
        canvas.saveState()
        for name, numbers, path in self._strokes:
            if not path:
                getattr(canvas, name)(*numbers)
                continue
            drawn = canvas.beginPath()
            for step, places in path:
                getattr(drawn, step)(*places)
            if name == "clip":
                canvas.clipPath(drawn, stroke=0, fill=0)
            else:
                canvas.drawPath(drawn, *numbers)
        canvas.restoreState()

    def _page(self, canvas: Canvas, person: Recipient) -> None:
        self.art(canvas)
        below = 0.0
        for element in self.template.elements:
            frame, leading = element.frame, element.leading * element.size
            if element.kind is ElementKind.TEXT:
                top = max(frame.top, below + element.gap) if element.follows else frame.top
                below = self._lines(canvas, element, _said(element, person, self.job), top, leading)
            elif element.kind is ElementKind.ADDRESSEE:
                for number, line in enumerate(_address(person)):
                    canvas.setFont(FONT, element.size)
                    canvas.drawString(frame.left * mm, self._up(frame.top + 4 + 6 * number), line)
            elif element.kind is ElementKind.WRITING:
                for number in range(5):
                    y = self._up(below + 8 * (number + 1))
                    canvas.line(frame.left * mm, y, (frame.left + frame.width) * mm, y)
            elif element.kind is ElementKind.LINE:
                y = self._up(frame.top)
                canvas.line(frame.left * mm, y, (frame.left + frame.width) * mm, y)
            elif element.kind is ElementKind.COUPON:
                self._coupon(canvas, element)
            elif element.kind is ElementKind.CODE:
                self._code(canvas, element, person)

    def _lines(self, canvas: Canvas, element: Element, said: str, top: float, leading: float) -> float:
        canvas.setFont(FONT, element.size)
        frame = element.frame
        lines = [line for one in said.split("\n") for line in simpleSplit(one, FONT, element.size, frame.width * mm) or [""]]
        for number, line in enumerate(lines):
            y = self._up(top) - element.size - number * leading
            if element.align is Align.CENTRE:
                canvas.drawCentredString((frame.left + frame.width / 2) * mm, y, line)
            elif element.align is Align.RIGHT:
                canvas.drawRightString((frame.left + frame.width) * mm, y, line)
            else:
                canvas.drawString(frame.left * mm, y, line)
        return float(top + len(lines) * leading / mm)

    def _coupon(self, canvas: Canvas, element: Element) -> None:
        frame, offer = element.frame, self.job.offer
        middle = (frame.left + frame.width / 2) * mm
        canvas.roundRect(frame.left * mm, self._up(frame.top + frame.height), frame.width * mm, frame.height * mm, element.radius * mm)
        canvas.setFont(FONT, element.size)
        canvas.drawCentredString(middle, self._up(frame.top + 10), offer.words)
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(middle, self._up(frame.top + 16), offer.note)

    def _code(self, canvas: Canvas, element: Element, person: Recipient) -> None:
        frame = element.frame
        draw_squares(canvas, person.code, frame.left * mm, self._up(frame.top), frame.width * mm / _MODULES)
        canvas.setFont(FONT, 8)
        canvas.drawCentredString((frame.left + frame.width / 2) * mm, self._up(frame.top + frame.height), person.code)

    def _story(self, person: Recipient, styles: dict[str, ParagraphStyle]) -> list[Any]:
        story: list[Any] = []
        for element in self.template.elements:
            style = styles[element.name]
            if element.kind is ElementKind.TEXT:
                said = _said(element, person, self.job).split("\n")
                story += [Paragraph(line, style) if line else Spacer(1, element.size) for line in said]
            elif element.kind is ElementKind.ADDRESSEE:
                story += [Paragraph(line, style) for line in _address(person)]
            elif element.kind is ElementKind.COUPON:
                offer = self.job.offer
                rows = [[Paragraph(offer.words, style)], [Paragraph(offer.note, style)]]
                story.append(Table(rows, [element.frame.width * mm], style=[("BOX", (0, 0), (-1, -1), 0.5, "#85601F")]))
            elif element.kind is ElementKind.CODE:
                story += [_Squares(person.code, element.frame.width * mm / _MODULES), Paragraph(person.code, style)]
        return story

    def _up(self, y: float) -> float:
        return float((self.paper.height - y) * mm)


class _Squares(Flowable):  # type: ignore[misc]
    def __init__(self, code: str, module: float) -> None:
        super().__init__()
        self._code, self._module = code, module
        self.width = self.height = module * _MODULES

    def draw(self) -> None:
        draw_squares(self.canv, self._code, 0, self.height, self._module)


def draw_squares(canvas: Canvas, code: str, left: float, top: float, module: float) -> None:
    """One rectangle for each dark square; the least work in which a code can be drawn by rect()."""
    for row, line in enumerate(segno.make(code, version=1, error="h", mode="alphanumeric", mask=2).matrix):
        for column, is_dark in enumerate(line):
            if is_dark:
                canvas.rect(left + column * module, top - (row + 1) * module, module, module, stroke=0, fill=1)


def _style(element: Element) -> ParagraphStyle:
    leading = element.leading * element.size
    return ParagraphStyle(
        element.name, fontName=FONT, fontSize=element.size, leading=leading, wordWrap="CJK", alignment=_SIDES[element.align]
    )


def _address(person: Recipient) -> tuple[str, ...]:
    return (f"〒{person.postal_code}", person.address, person.building, f"{person.name} {person.honorific}")


def _said(element: Element, person: Recipient, job: Card) -> str:
    visit: FieldValue = person.fields["last_visit"]
    day = f"{visit:%-m月%-d日}" if visit else ""
    said = element.text.replace("{{前回来店日|date:M月D日}}", day).replace("{{前回来店日|date:M月}}", day)
    points = f"{person.fields['points']:,}"
    said = said.replace("{{日付|date:YYYY年M月D日}}", f"{job.day:%Y年%-m月%-d日}").replace("{{ポイント|number}}", points)
    said = said.replace("{{氏名}}", person.name).replace("{{敬称}}", person.honorific).replace("{{店名}}", job.sender.shop)
    return said.replace("{{差出人}}", job.sender.name).replace("{{電話}}", job.sender.phone).replace("{{備考}}", job.sender.note)


def _strokes_of(template: Template) -> list[Stroke]:
    """The drawings of a template as calls of a canvas, in their order: (call, numbers, path)."""
    ink = Ink(PdfFile(io.BytesIO(), title=""), PAPERS[template.paper])
    for element in template.elements:
        if element.kind is ElementKind.ART:
            frame = element.frame
            ART[element.art](ink, Box(frame.left, frame.top, frame.width, frame.height))
    found: list[Stroke] = []
    path: list[tuple[str, tuple[float, ...]]] = []
    numbers: list[float] = []
    is_clip = False
    for word in ink.content().decode().split():
        if word in _PATH:
            path.append((_PATH[word][0], tuple(numbers)))
        elif word in _STATE:
            found.append((_STATE[word][0], tuple(numbers[: _STATE[word][1]]), ()))
        elif word in _ENDS:
            found.append(("draw", _ENDS[word], tuple(path)))
        elif word == "W":
            is_clip = True
            continue
        elif word == "n":
            assert is_clip
            found.append(("clip", (), tuple(path)))
        else:
            numbers.append(float(word))
            continue
        numbers = []
        if word in _ENDS or word == "n":
            path, is_clip = [], False
    return found
