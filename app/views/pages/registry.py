"""The areas of the program in the order of the sidebar. A page's module is imported when the page is first shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.pages.page import Page

CONTEXT = "Areas"


@dataclass(frozen=True, slots=True)
class Area:
    """`title` and `group` are marked English; `page` is "module:class"; `in_sidebar` False: reached from elsewhere,
    and shown there as part of its `parent`."""

    name: str
    title: str
    icon: str
    page: str
    shortcut: str = ""
    group: str = ""
    at_foot: bool = False
    in_sidebar: bool = True
    parent: str = ""


GROW = QT_TRANSLATE_NOOP("Areas", "Grow")
LEARN = QT_TRANSLATE_NOOP("Areas", "Learn & make")
AREAS: Sequence[Area] = (
    Area("today", QT_TRANSLATE_NOOP("Areas", "Today"), "sun", "app.views.today.page:TodayPage", "Ctrl+1"),
    Area("customers", QT_TRANSLATE_NOOP("Areas", "Customers"), "users", "app.views.customers.page:CustomersPage", "Ctrl+2"),
    Area("follow_ups", QT_TRANSLATE_NOOP("Areas", "Follow-ups"), "calendar-check", "app.views.care.page:FollowUpsPage", "Ctrl+3"),
    Area("inquiries", QT_TRANSLATE_NOOP("Areas", "Voices"), "message-square-text", "app.views.inquiries.page:InquiriesPage", "Ctrl+4"),
    Area("surveys", QT_TRANSLATE_NOOP("Areas", "Surveys"), "clipboard-list", "app.views.surveys.page:SurveysPage", "Ctrl+5"),
    Area("measures", QT_TRANSLATE_NOOP("Areas", "Campaigns"), "megaphone", "app.views.measures.page:MeasuresPage", "Ctrl+6", GROW),
    Area("proposals", QT_TRANSLATE_NOOP("Areas", "Suggestions"), "lightbulb", "app.views.proposals.page:ProposalsPage", "Ctrl+7", GROW),
    Area("points", QT_TRANSLATE_NOOP("Areas", "Points & tiers"), "gift", "app.views.points.page:PointsPage", "Ctrl+8", GROW),
    Area("insights", QT_TRANSLATE_NOOP("Areas", "Insights"), "chart-line", "app.views.insights.page:InsightsPage", "Ctrl+9", LEARN),
    Area(
        "report", QT_TRANSLATE_NOOP("Areas", "Monthly report"), "file-chart-column", "app.views.reports.page:ReportsPage", "Ctrl+0", LEARN
    ),
    Area("printing", QT_TRANSLATE_NOOP("Areas", "Print"), "printer", "app.views.printing.page:PrintingPage", "Ctrl+P", LEARN),
    Area("import", QT_TRANSLATE_NOOP("Areas", "Import"), "download", "app.views.importing.page:ImportPage", "", "", True),
    Area("settings", QT_TRANSLATE_NOOP("Areas", "Settings"), "settings", "app.views.settings.page:SettingsPage", "Ctrl+,", "", True),
    Area("people", QT_TRANSLATE_NOOP("Areas", "List of names"), "users", "app.views.people.page:PeoplePage", in_sidebar=False),
    Area(
        "products",
        QT_TRANSLATE_NOOP("Areas", "Products"),
        "shopping-bag",
        "app.views.settings.product_page:ProductsPage",
        in_sidebar=False,
    ),
    Area(
        "contracts",
        QT_TRANSLATE_NOOP("Areas", "Contracts and renewals"),
        "file-text",
        "app.views.contracts.page:ContractsPage",
        in_sidebar=False,
        parent="customers",
    ),
    Area("groups", QT_TRANSLATE_NOOP("Areas", "Groups"), "users", "app.views.groups.page:GroupsPage", in_sidebar=False),
    Area(
        "templates",
        QT_TRANSLATE_NOOP("Areas", "Templates"),
        "palette",
        "app.views.designer.page:TemplatesPage",
        in_sidebar=False,
        parent="printing",
    ),
    Area(
        "health",
        QT_TRANSLATE_NOOP("Areas", "Health score"),
        "heart-pulse",
        "app.views.health.page:HealthPage",
        in_sidebar=False,
        parent="insights",
    ),
    Area("team", QT_TRANSLATE_NOOP("Areas", "Staff"), "users", "app.views.team.page:TeamPage", in_sidebar=False),
    Area("actions", QT_TRANSLATE_NOOP("Areas", "Recent actions"), "undo-2", "app.views.actions.page:ActionsPage", in_sidebar=False),
)


def build_page(area: Area, context: AppContext) -> Page:
    module, _, name = area.page.partition(":")
    page = getattr(import_module(module), name)(context)
    if not isinstance(page, Page):
        raise TypeError(f"{area.page} is no page")
    return page
