"""The tables. Importing the package maps them all."""

from app.models import customer, purchase, records, shop, summary

__all__ = ["customer", "purchase", "records", "shop", "summary"]
