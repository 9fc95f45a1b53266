"""Kanji of names that people write in more than one way. Search takes them for one another; nothing stored is changed.

Each group begins with the form that the others are read as. Pairs that are different names but are mixed up on paper
(斎 and 斉, 渕 and 淵) stand together on purpose: a shop that types one must find the other.
"""

from __future__ import annotations

_GROUPS = """
高髙 崎﨑碕嵜㟢﨏 辺邊邉 吉𠮷 斎齋齊斉斊 浜濱濵 柳栁桺 徳德 沢澤 桜櫻 広廣 国國圀 島嶋嶌 竜龍 滝瀧 恵惠 真眞 実實 関關 蔵藏 鉄鐵銕
鶴靏靍鸖 淵渕渊 条條 塩鹽 富冨 峰峯 岳嶽 巌巖 巣巢 桑桒 梅楳 横橫 桧檜 槙槇 清淸 渋澁 瀬瀨 為爲 猪豬 祢禰 秋穐龝
穂穗 籠篭 経經 緑綠 縄繩 総總惣 聡聰 艶艷 芸藝 荘莊庄 萌萠 園薗 薫薰 蛍螢 衛衞 覚覺 観觀 譲讓 豊豐 弥彌 栄榮
円圓 奥奧 応應 温溫 寿壽 将將 尚尙 帯帶 静靜 鋭銳 青靑 黄黃 黒黑 戸戶 内內 両兩 乗乘 亀龜 来來 児兒 党黨
剣劍劒 勲勳 区區 参參 収收 増增 壮壯 寛寬 宝寶寳 尭堯 遥遙 従從 徴徵 恒恆 悦悅 懐懷 拡擴 挙擧 晋晉 暁曉 曽曾
栃杤 検檢 楽樂 様樣 権權 歩步 歴歷 毎每 気氣 灯燈 点點 熙煕凞 狭狹 瑶瑤 画畫 当當 発發 県縣 砺礪 祷禱 礼禮
稲稻 穣穰 竈竃 粛肅 糸絲 絵繪 継繼 続續 聴聽 与與 舗舖 芦蘆 莱萊 蒋蔣 薮藪 虎乕 虫蟲 証證 諌諫 軽輕 郷鄕
野埜 釈釋 録錄 鑑鑒 間閒 隠隱 雑雜 霊靈 頼賴 顔顏 駅驛 騨驒 験驗 鯵鰺 鴎鷗 鴬鶯 麦麥 麹麴糀 凛凜 禄祿 頬頰
櫟檪 梼檮 涛濤 箪簞 蛎蠣 掴摑 掻搔 填塡 嘘噓 侠俠 倶俱 呑吞 唖啞 嚢囊 屏屛 溌潑 焼燒 痩瘦 繍繡 繋繫 醤醬
頚頸 鹸鹼 靭靱 館舘 峡峽 巻卷 帰歸 弾彈 教敎 数數 桝枡舛 湾灣 満滿 略畧 磯礒 鉤鈎 迩邇 鎮鎭 隣鄰 穎頴 鶏鷄雞
昇曻 喜㐂 兎兔 体體 仏佛 伝傳 価價 涼凉 処處 励勵 卯夘 即卽 厨廚 厩廐廏 厳嚴 双雙 叙敍敘 台臺 号號 壱壹 声聲
変變 学學斈 対對 専專 尽盡 属屬 慎愼 戯戲 抜拔 択擇 拝拜 挿插 摂攝 断斷 旧舊 昼晝 松枩 楼樓 欧歐 殻殼 浄淨
浅淺 渉涉 潜潛 畳疊 称稱 穏穩 縁緣 缶罐 胆膽 脳腦 万萬 世丗 亜亞 仮假 会會 余餘 冊册 写寫 出岀 別别 医醫
単單 営營 図圖 団團 圧壓 塁壘 壌壤 姉姊 姫姬 娯娛 岡堈罡 庁廳 弁辨瓣辯 弐貳 径徑 悩惱 悪惡 恋戀 担擔 拠據 撹攪
枢樞 柵栅 桟棧 欠缺 歓歡 歯齒 残殘 毀毁 没沒 沿㳂 渓溪 湿濕 潅灌 炉爐 焔焰 犠犧 献獻 獣獸 瓶甁 産產 研硏
禅禪 窓窗 並竝 竪豎 糧粮 紘絋 繊纖 脇𦚰 脱脫 臓臟 苺莓 茎莖 薬藥 蛮蠻 蝋蠟 裏裡 覇霸 触觸 訳譯 説說 読讀
謡謠 賎賤 践踐 辞辭 逓遞 遅遲 醸釀 鉱鑛 銭錢 鋳鑄 閲閱 闘鬪 随隨 険險 雁鴈 鬱欝
"""


def _folding() -> dict[int, str]:
    return {ord(variant): group[0] for group in _GROUPS.split() for variant in group[1:]}


KANJI_FOLDING = _folding()
