"""The sample shop: how large it is, as the first screen says it."""

DEMO_CUSTOMERS = 850
DEMO_YEARS = 2
DEMO_SEED = 20261120
