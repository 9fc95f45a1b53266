"""The tables. Importing the package maps them all."""

from app.models import counter, customer, groups, points, printing, product, purchase, records, shop, summary, surveys

__all__ = ["counter", "customer", "groups", "points", "printing", "product", "purchase", "records", "shop", "summary", "surveys"]
