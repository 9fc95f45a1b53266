"""Words that come up often in remarks, in either language.

Japanese is written without gaps. Where a dictionary (SudachiPy) is installed its nouns, verbs and adjectives are counted; else pieces
of two to six signs are: a piece begins with a kanji or katakana, has no particle in it, and gives way to a longer one that stands
nearly everywhere it does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec

from app.domain.survey_results import WordCount

Tokenize = Callable[[str], Iterable[str]]

SHORTEST, LONGEST = 2, 6
FEWEST = 2
MOST_WORDS = 12
MOST_READ = 200_000
"""Letters that one go reads at most."""
MOST_COMPARED = 400
# A piece within a longer one goes when the longer one is nearly as frequent.
SWALLOWED_FROM = 0.6
SHARED_FROM = 0.9
# A longer piece goes when it is that much rarer than its part.
RARE_BELOW = 0.3

_TELLING = ("名詞", "動詞", "形容詞", "形状詞")
_RUN = re.compile(r"[㐀-鿿豈-﫿々〆ヵヶぁ-ゖァ-ヺーｦ-ﾟ]+")
_LATIN = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]+")
_KANA = re.compile("[ぁ-ゖ]")
# Hiragana has no edges: of it these alone are counted, which remarks are full of.
_IN_HIRAGANA_TEXT = """
きれい ていねい おいしい うれしい やさしい たのしい おしゃれ ゆっくり わかりやすい さわやか にぎやか ざんねん せまい
うるさい きたない くさい いたい つめたい ぬるい まずい すくない たかい やすい おそい はやい しつこい ありがたい すてき
かわいい にこやか てきぱき はきはき
"""
_IN_HIRAGANA = tuple(_IN_HIRAGANA_TEXT.split())
# What makes one word of kanji with hiragana between or behind them: 待ち時間, 仕上がり, 高い.
_JOINT = "(?:[いきちみりしえけせれめ]|がり)"
_WORD = re.compile(f"[㐀-鿿豈-﫿々〆ァ-ヺー]+(?:{_JOINT}[㐀-鿿々]+)?(?P<tail>{_JOINT}|しい|かい|らか)?")
# A word ends where one of these follows.
_AFTER_WORD = frozenset("がはをにのでともへだなよ")
_STOPPED_TEXT = """
です ます でした ました ません ください ありがとう ございます ありがとうございます こと もの とき ところ ため それ
これ あれ ここ そこ よう ほう から まで など だけ ほど くらい ので のに けど けれど もっと とても すごく いつも
また まだ もう 少し 特に 今回 前回 次回 今後 思い 思う 思った 来て 行き 行っ 来ま 利用 お願い 感じ 感じま 自分
本当 一番 場合 以上 何も 特にな 頂き 頂い 下さ 言っ 出来 有難 様子 お世話 世話 毎回 今日
"""
_STOPPED = frozenset(_STOPPED_TEXT.split())
_STOPPED_LENGTHS = tuple(sorted({len(word) for word in _STOPPED}))
_STOPPED_LATIN_TEXT = """
the and for you your was were are is be been with that this they them there have has had very would could not but from
all its it's our just too also more much when what who how a an to of in on at it my me we so as or if than then will
did do does done like rather felt feel got get one two time times about little bit always again really nothing special everything anything
"""
_STOPPED_LATIN = frozenset(_STOPPED_LATIN_TEXT.split())


def frequent_words(texts: Sequence[str], tokenize: Tokenize | None = None, most: int = MOST_WORDS) -> tuple[WordCount, ...]:
    """In how many of `texts` each stands, the most frequent first, from two texts on. `tokenize` divides Japanese into words to count."""
    counts: Counter[str] = Counter()
    left = MOST_READ
    for text in texts:
        left -= len(text)
        if left < 0:
            break
        plain = unicodedata.normalize("NFKC", text).casefold()
        counts.update(set(_latin_words(plain)) | (set(_pieces(plain)) if tokenize is None else _told(plain, tokenize)))
    kept = {word: count for word, count in counts.most_common(MOST_COMPARED) if count >= FEWEST}
    chosen = _without_parts(kept) if tokenize is None else kept
    ordered = sorted(chosen.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    return tuple(WordCount(word, count) for word, count in ordered[:most])


def installed_tokenizer() -> Tokenize | None:
    """The words of SudachiPy, in the form a dictionary has them; None where it is not installed."""
    if find_spec("sudachipy") is None:
        return None
    dictionary = import_module("sudachipy").Dictionary().create()

    def words(text: str) -> list[str]:
        return [one.dictionary_form() for one in dictionary.tokenize(text) if one.part_of_speech()[0] in _TELLING]

    return words


def _told(text: str, tokenize: Tokenize) -> set[str]:
    return {word for run in _RUN.findall(text) for word in tokenize(run) if len(word) >= SHORTEST and word not in _STOPPED}


def _latin_words(text: str) -> Iterable[str]:
    return (word for word in _LATIN.findall(text) if len(word) > SHORTEST and word not in _STOPPED_LATIN)


def _pieces(text: str) -> Iterable[str]:
    for run in _RUN.findall(text):
        yield from (word for word in _IN_HIRAGANA if word in run)
        for start in range(len(run) - SHORTEST + 1):
            # No word begins with hiragana, and none that is told from a stopped one by its end alone.
            if _KANA.match(run, start) or any(run[start : start + length] in _STOPPED for length in _STOPPED_LENGTHS):
                continue
            for end in range(start + SHORTEST, min(start + LONGEST, len(run)) + 1):
                if _is_word(run[start:end], run[end : end + 1]):
                    yield run[start:end]


def _is_word(piece: str, after: str) -> bool:
    found = _WORD.fullmatch(piece)
    return found is not None and (found["tail"] is None or not _KANA.match(after) or after in _AFTER_WORD)


def _without_parts(counts: dict[str, int]) -> dict[str, int]:
    """Without what nearly always stands within a longer piece, or within one of several, and without a longer piece that is much rarer
    than its part."""
    whole: dict[str, int] = {}
    for word, count in sorted(counts.items(), key=lambda item: (-len(item[0]), -item[1], item[0])):
        holders = [more for other, more in whole.items() if word in other]
        if max(holders, default=0) < SWALLOWED_FROM * count and sum(holders) < SHARED_FROM * count:
            whole[word] = count
    return {
        word: count
        for word, count in whole.items()
        if not any(other in word and other != word and count < RARE_BELOW * more for other, more in whole.items())
    }
