"""The tables. Importing the package maps them all."""

from app.models import counter, customer, points, product, purchase, records, shop, summary

__all__ = ["counter", "customer", "points", "product", "purchase", "records", "shop", "summary"]
