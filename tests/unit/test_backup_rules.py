"""Which backups stay, when one is asked about, and which folders tear data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backups import Backup, BackupState, SyncedFolder, is_stale, shrinks, superseded, synced_folder

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def made(*ages: timedelta, state: BackupState = BackupState.VERIFIED) -> list[Backup]:
    return [Backup(Path(f"{number}.db"), NOW - age, number, 1, state) for number, age in enumerate(ages)]


def names(backups: list[Backup]) -> set[str]:
    return {backup.path.stem for backup in backups}


def test_everything_of_the_last_24_hours_stays() -> None:
    assert superseded(made(*(timedelta(hours=h) for h in range(25))), NOW) == []


def test_only_the_last_of_a_day_stays_for_thirty_days() -> None:
    recent = made(timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=3))
    noon, evening, too_old = timedelta(days=5), timedelta(days=5, hours=-3), timedelta(days=31)
    older = [Backup(Path(f"{name}.db"), NOW - age, 9, 1) for name, age in (("noon", noon), ("evening", evening), ("old", too_old))]
    assert names(superseded(recent + older, NOW)) == {"noon"}  # the old one is the last of October


def test_a_day_is_the_shops_day() -> None:
    recent = made(timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=3))
    before_midnight = Backup(Path("before.db"), datetime(2026, 11, 10, 14, 50, tzinfo=UTC), 1, 1)
    after_midnight = Backup(Path("after.db"), datetime(2026, 11, 10, 15, 10, tzinfo=UTC), 2, 1)
    backups = [*recent, before_midnight, after_midnight]
    assert names(superseded(backups, NOW, UTC)) == {"before"}
    assert superseded(backups, NOW, ZoneInfo("Asia/Tokyo")) == []


def test_the_last_of_a_month_stays_for_twelve_months() -> None:
    monthly = [Backup(Path(f"{m}.db"), datetime(2025, m, day, tzinfo=UTC), m, 1) for m in (11, 12) for day in (3,)]
    early_in_december = Backup(Path("early.db"), datetime(2025, 12, 1, tzinfo=UTC), 5, 1)
    recent = made(timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=3))
    assert names(superseded([*recent, *monthly, early_in_december], NOW)) == {"11", "early"}


def test_the_newest_three_stay_however_old() -> None:
    ages = [timedelta(days=365 * years) for years in (3, 4, 5, 6)]
    assert names(superseded(made(*ages), NOW)) == {"3"}


def test_damaged_ones_neither_count_nor_go() -> None:
    damaged = [Backup(Path(f"damaged{n}.db"), NOW - timedelta(days=800), n, 1, BackupState.DAMAGED) for n in range(3)]
    good = made(*(timedelta(days=900 + n) for n in range(3)))
    assert superseded(damaged + good, NOW) == []


@given(st.lists(st.integers(min_value=0, max_value=800 * 24), max_size=200))
def test_three_are_left_and_the_newest_is_among_them(hours: list[int]) -> None:
    backups = made(*(timedelta(hours=h) for h in hours))
    going = superseded(backups, NOW)
    left = [b for b in backups if b not in going]
    assert len(left) >= min(3, len(backups))
    assert not backups or max(backups, key=lambda b: b.at).at == max(left, key=lambda b: b.at).at
    assert len(left) <= 24 + 1 + 30 + 12 + 3 + len([h for h in hours if h <= 24])


@pytest.mark.parametrize(
    ("before", "after", "asks"), [(100, 80, False), (100, 79, True), (0, 0, False), (1, 0, True), (10, 12, False), (5, 4, False)]
)
def test_losing_more_than_a_fifth_is_asked_about(before: int, after: int, asks: bool) -> None:
    assert shrinks(before, after) is asks


def test_few_rows_are_not_worth_a_question() -> None:
    assert not shrinks(10, 1, fewest=20)
    assert shrinks(100, 70, fewest=20)


def test_a_backup_is_stale_after_seven_days() -> None:
    assert is_stale(None, NOW)
    assert not is_stale(NOW - timedelta(days=7), NOW)
    assert is_stale(NOW - timedelta(days=7, seconds=1), NOW)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\misaki\OneDrive\Okaeri"), SyncedFolder.ONEDRIVE),
        (PureWindowsPath(r"C:\Users\misaki\OneDrive - Komorebi\Okaeri"), SyncedFolder.ONEDRIVE),
        (PureWindowsPath(r"D:\Cloud\Okaeri"), SyncedFolder.ONEDRIVE),
        (PureWindowsPath(r"\\server\share\Okaeri"), SyncedFolder.NETWORK),
        (PureWindowsPath(r"G:\マイドライブ\Okaeri"), SyncedFolder.GOOGLE_DRIVE),
        (PurePosixPath("/Users/misaki/Dropbox/Okaeri"), SyncedFolder.DROPBOX),
        (PurePosixPath("/Users/misaki/Dropbox (Komorebi)/Okaeri"), SyncedFolder.DROPBOX),
        (PurePosixPath("/Users/misaki/Library/Mobile Documents/com~apple~CloudDocs/Okaeri"), SyncedFolder.ICLOUD),
        (PurePosixPath("/Users/misaki/Library/CloudStorage/OneDrive-Personal/Okaeri"), SyncedFolder.ONEDRIVE),
        (PurePosixPath("/home/misaki/Dropboxes/Okaeri"), None),
        (PureWindowsPath(r"C:\Users\misaki\AppData\Local\Okaeri"), None),
    ],
)
def test_folders_that_are_copied_while_in_use_are_known(path: PureWindowsPath | PurePosixPath, service: SyncedFolder | None) -> None:
    environ = {"OneDriveCommercial": r"D:\Cloud"} if isinstance(path, PureWindowsPath) else {}
    assert synced_folder(path, environ) is service
