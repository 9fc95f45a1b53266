"""Two counters of one shop give the last piece at the same moment: only one of them does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.domain.rewards import RewardFields, RewardKind
from app.models.database import Database
from app.queries.points import standing
from app.queries.rewards import rewards
from app.services.ledger import ledger_faults
from app.services.points import adjust_points
from app.services.rewards import add_reward
from tests.factories import NOW, TODAY, add_customer

ROOT = Path(__file__).parents[2]
COUNTER = """
import sys
from pathlib import Path
from app.domain.errors import DomainError
from app.models.database import Database
from app.services.rewards import give_reward
from tests.factories import NOW, TODAY

database = Database.of_file(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    with database.write() as session:
        give_reward(session, int(sys.argv[2]), int(sys.argv[3]), now=NOW, today=TODAY)
    print("given")
except DomainError as error:
    print(type(error).__name__)
database.close()
"""


def test_the_last_piece_is_given_once(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        adjust_points(session, customer, 700, "開店のお礼", now=NOW, today=TODAY)
        reward = add_reward(session, RewardFields(RewardKind.GIFT, "ヘッドスパ", 300, stock=1), now=NOW).reward_id
    command = [sys.executable, "-c", COUNTER, str(database.path), str(customer), str(reward)]
    counters = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") for _ in range(2)
    ]
    for counter in counters:
        assert counter.stdout is not None and counter.stdout.readline() == "ready\n"
    for counter in counters:
        assert counter.stdin is not None
        counter.stdin.write("\n")
        counter.stdin.flush()
    said = sorted(counter.communicate(timeout=60)[0].strip() for counter in counters)
    assert said == ["RewardOutOfStock", "given"]
    with database.read() as session:
        assert ledger_faults(session) == []
        assert standing(session, customer, TODAY).balance == 400
        assert rewards(session)[0].fields.stock == 0
