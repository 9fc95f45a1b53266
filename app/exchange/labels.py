"""What columns are called: the label of each field in both languages, and what shops and programs call it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

OWN_FIELD = "field:"
ADDRESS = "address"
ADDRESS_2 = "address2"
DECEASED = "deceased"
# Columns whose attribute in a customer's fields is called otherwise.
ATTRIBUTES: Mapping[str, str] = MappingProxyType({DECEASED: "is_deceased"})

CUSTOMER_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "code": ("お客様番号", "Customer no."),
        "name": ("お名前", "Name"),
        "family_name": ("姓", "Family name"),
        "given_name": ("名", "Given name"),
        "kana": ("ふりがな", "Furigana"),
        "family_kana": ("ふりがな(姓)", "Furigana (family name)"),
        "given_kana": ("ふりがな(名)", "Furigana (given name)"),
        "honorific": ("敬称", "Honorific"),
        "company": ("会社名", "Company"),
        "department": ("部署", "Department"),
        "role": ("役職", "Role"),
        "postal_code": ("郵便番号", "Postcode"),
        "prefecture": ("都道府県", "Prefecture"),
        "city": ("市区町村", "City"),
        "street": ("町名・番地", "Street"),
        "building": ("建物名", "Building"),
        "phone": ("お電話", "Phone"),
        "mobile": ("携帯電話", "Mobile"),
        "email": ("メール", "E-mail"),
        "birthday": ("お誕生日", "Birthday"),
        "gender": ("性別", "Gender"),
        "joined_on": ("登録日", "Joined on"),
        "channel": ("きっかけ", "How they came"),
        "referred_by": ("ご紹介者", "Referred by"),
        "staff": ("担当", "Staff"),
        "note": ("メモ", "Note"),
        "tags": ("目印", "Tags"),
        "post_consent": ("はがき・DM", "Post consent"),
        "post_consent_on": ("はがき・DMを伺った日", "Post consent on"),
        "post_consent_source": ("はがき・DMの伺い方", "Post consent source"),
        "email_consent": ("メールのご案内", "E-mail consent"),
        "email_consent_on": ("メールのご案内を伺った日", "E-mail consent on"),
        "email_consent_source": ("メールのご案内の伺い方", "E-mail consent source"),
        "do_not_contact": ("連絡しない", "Do not contact"),
        "mourning_until": ("喪中(この日まで)", "Mourning until"),
        DECEASED: ("故人", "Deceased"),
        "bad_address": ("宛先不明", "Bad address"),
        "joint_names": ("連名", "Joint names"),
        "points_opening": ("はじめのポイント", "Opening points"),
    }
)
PURCHASE_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "receipt": ("伝票番号", "Receipt"),
        "line": ("行", "Line"),
        "date": ("日付", "Date"),
        "time": ("時刻", "Time"),
        "customer_code": ("お客様番号", "Customer no."),
        "customer_name": ("お名前", "Name"),
        "phone": ("お電話", "Phone"),
        "product_code": ("商品コード", "Product code"),
        "product": ("商品", "Product"),
        "group": ("商品の種類", "Product group"),
        "quantity": ("数量", "Quantity"),
        "unit_price": ("単価", "Unit price"),
        "amount": ("金額", "Amount"),
        "discount": ("値引き", "Discount"),
        "tax_rate": ("税率", "Tax rate"),
        "staff": ("担当", "Staff"),
        "payment": ("お支払い", "Payment"),
        "note": ("メモ", "Note"),
        "refund_of": ("返品の元の伝票", "Refund of"),
    }
)
POINT_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "customer_code": ("お客様番号", "Customer no."),
        "customer_name": ("お名前", "Name"),
        "phone": ("お電話", "Phone"),
        "points": ("ポイント", "Points"),
        "expires": ("使える最後の日", "Last valid day"),
    }
)
CONTRACT_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "customer_code": ("お客様番号", "Customer no."),
        "customer_name": ("お名前", "Name"),
        "phone": ("お電話", "Phone"),
        "plan": ("契約の内容", "Contract"),
        "start": ("始まった日", "Start"),
        "end": ("終わった日", "End"),
        "price": ("値段", "Price"),
        "reason": ("終わった理由", "Reason"),
        "term_months": ("更新までの月数", "Months to renewal"),
        "renews_on": ("更新日", "Renewal"),
        "every": ("値段の期間", "Price per"),
    }
)
PRODUCT_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "product_code": ("商品コード", "Product code"),
        "product": ("商品", "Product"),
        "kana": ("ふりがな", "Furigana"),
        "barcode": ("バーコード", "Barcode"),
        "group": ("商品の種類", "Product group"),
        "price": ("値段", "Price"),
        "tax_rate": ("税率", "Tax rate"),
        "margin_rate": ("粗利率", "Gross margin"),
        "earns_points": ("ポイントが付く", "Earns points"),
        "service": ("サービス", "Service"),
        "reuse_days": ("次の目安の日数", "Again after days"),
        "former_names": ("前の名前", "Former names"),
        "archived": ("しまってある", "Put aside"),
        "group_tax_rate": ("種類の税率", "Tax rate of the group"),
        "group_margin_rate": ("種類の粗利率", "Gross margin of the group"),
        "group_earns_points": ("種類にポイントが付く", "The group earns points"),
    }
)
ANSWER_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "answered_at": ("回答の日時", "Answered at"),
        "response_id": ("回答の番号", "Response no."),
        "customer_code": ("お客様番号", "Customer no."),
        "name": ("お名前", "Name"),
        "family_name": ("姓", "Family name"),
        "given_name": ("名", "Given name"),
        "kana": ("ふりがな", "Furigana"),
        "email": ("メール", "E-mail"),
        "phone": ("お電話", "Phone"),
        "staff": ("担当", "Staff"),
        "note": ("メモ", "Note"),
    }
)
READING_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {ADDRESS: ("ご住所(1つの列)", "Address (one column)"), ADDRESS_2: ("ご住所の続き", "Address, second part")}
)

# In order of trust: where two columns claim one field, the word that stands first wins.
CUSTOMER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "code": "お客様番号|顧客コード|顧客番号|お客様コード|会員コード|会員番号|会員no|顧客no|顧客id|会員id|お客様id"
        "|カルテ番号|カルテno|得意先コード|レコード番号|コード|番号|no|id|customer no|customer code|customer id"
        "|customerid|member id|member no|reference id|contact id|record id|square customer id",
        "name": "お名前|氏名|名前|顧客名|お客様名|会員名|顧客氏名|お客様氏名|フルネーム|宛名|顧客名1|得意先名|担当者名|name"
        "|full name|customer name|customer|contact name",
        "family_name": "姓|氏|苗字|名字|お名前(姓)|氏名(姓)|顧客姓|family name|last name|lastname|surname",
        "given_name": "名|お名前(名)|氏名(名)|顧客名(名)|given name|first name|firstname",
        "kana": "ふりがな|フリガナ|カナ|かな|よみがな|ヨミガナ|読み|よみ|読み仮名|氏名カナ|氏名かな|氏名フリガナ|氏名ふりがな"
        "|名前カナ|顧客名カナ|顧客名フリガナ|お名前カナ|お名前フリガナ|お名前ふりがな|カナ氏名|会員名カナ|furigana|kana"
        "|name kana|phonetic",
        "family_kana": "ふりがな(姓)|姓フリガナ|姓ふりがな|姓カナ|姓かな|姓(カナ)|姓(かな)|フリガナ(姓)|カナ(姓)|セイ|せい|family kana"
        "|last name kana|last name phonetic",
        "given_kana": "ふりがな(名)|名フリガナ|名ふりがな|名カナ|名かな|名(カナ)|名(かな)|フリガナ(名)|カナ(名)|メイ|めい|given kana"
        "|first name kana|first name phonetic",
        "honorific": "敬称|honorific|salutation",
        "company": "会社名|会社|法人名|企業名|勤務先|取引先名|団体名|company|company name|account name|organization|organisation",
        "department": "部署|部署名|部署名1|所属|department",
        "role": "役職|役職名|肩書|肩書き|role|title|job title|position",
        "postal_code": "郵便番号|自宅郵便番号|自宅〒|〒|郵便|郵便番号(郵送先)|住所郵便番号|postal code|postcode|zip|zip code|zipcode"
        "|mailing zip/postal code|mailing postal code",
        "prefecture": "都道府県|都道府県名|都道府県(郵送先)|県|prefecture|state|state/region|state/province|mailing state/province"
        "|province",
        "city": "市区町村|市区郡|市区郡(郵送先)|市町村|市区|city|mailing city|town",
        "street": "町名・番地|町名・番地(郵送先)|町域番地|町名番地|番地|丁目番地|street|street address 1|mailing street|street address",
        "building": "建物名|建物|マンション名|ビル名|建物名等|アパート・マンション名|方書|building|apartment|street address 2",
        ADDRESS: "住所|ご住所|住所1|自宅住所|自宅住所1|現住所|住所(上段)|address|address 1|address line 1|full address"
        "|ご住所(1つの列)|address (one column)",
        ADDRESS_2: "住所2|自宅住所2|住所(下段)|ご住所の続き|address 2|address line 2|address, second part",
        "phone": "お電話|電話番号|電話|自宅電話番号|自宅電話|tel|tel1|電話1|電話番号1|お電話番号|連絡先|連絡先電話番号|固定電話"
        "|phone|phone number|telephone|tel no|home phone|phone1",
        "mobile": "携帯電話|携帯電話番号|携帯番号|携帯|自宅携帯|tel2|電話2|電話番号2|スマホ|mobile|mobile phone"
        "|mobile phone number|cell|cell phone|phone2",
        "email": "メール|メールアドレス|eメール|電子メール|e-mail|email|mail|email address|e-mail address|e-mailアドレス"
        "|emailアドレス|mailアドレス|自宅メール",
        "birthday": "お誕生日|誕生日|生年月日|誕生年月日|birthday|birthdate|date of birth|birth date|dob",
        "gender": "性別|gender|sex",
        "joined_on": "登録日|入会日|会員登録日|入会年月日|登録年月日|初回来店日|初回来店|作成日|作成日時|登録日時|joined on|joined"
        "|create date|created date|created at|first visit|member since",
        "channel": "きっかけ|来店きっかけ|来店動機|ご来店のきっかけ|媒体|集客媒体|流入元|リードソース|how they came|channel|source"
        "|lead source|creation source",
        "referred_by": "ご紹介者|紹介者|紹介元|紹介者コード|referred by|referrer",
        "staff": "担当|担当者|担当スタッフ|スタッフ|販売員|担当美容師|営業担当|staff|owner|contact owner|stylist|assigned to",
        "note": "メモ|備考|備考1|備考欄|特記事項|コメント|摘要|note|notes|memo|comment|comments|remarks|description",
        "tags": "目印|タグ|分類|顧客区分|会員ランク|ランク|グループ|tags|tag|labels|groups",
        "post_consent": "はがき・dm|dm|dm区分|dm可否|dm希望|dm発送|はがき|ハガキ|郵送可否|post consent|dm consent",
        "post_consent_on": "はがき・dmを伺った日|post consent on",
        "post_consent_source": "はがき・dmの伺い方|dm同意の取得方法|post consent source|post consent by|dm consent source",
        "email_consent": "メールのご案内|メルマガ|メルマガ受信許可|メール配信|メルマガ希望|メルマガ可否|email consent|e-mail consent"
        "|email subscription status",
        "email_consent_on": "メールのご案内を伺った日|email consent on|e-mail consent on",
        "email_consent_source": "メールのご案内の伺い方|メルマガ同意の取得方法|email consent source|e-mail consent source|opt-in source",
        "do_not_contact": "連絡しない|連絡不可|連絡拒否|do not contact|do not call",
        "mourning_until": "喪中(この日まで)|喪中|mourning until",
        DECEASED: "故人|ご逝去|逝去|死亡|deceased|passed away",
        "bad_address": "宛先不明|住所不明|転居先不明|bad address",
        "joint_names": "連名|連名者|連名1|ご家族の連名|joint names|joint name|joint addressees",
        "points_opening": "はじめのポイント|ポイント|ポイント残高|保有ポイント|残ポイント|現在ポイント|opening points|points|point balance",
    }
)
PURCHASE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "receipt": "伝票番号|伝票no|レシート番号|レシートno|会計番号|会計id|取引id|取引番号|注文番号|売上番号|受注番号|領収書番号"
        "|receipt|receipt no|receipt number|receipt id|invoiceno|invoice no|invoice number|invoice|transaction id"
        "|order id|order no|order number|sale id",
        "line": "行|行番号|明細番号|明細no|取引明細id|line|line no|line number",
        "date": "日付|売上日|取引日時|取引日|購入日|購入日時|来店日|来店日時|会計日|会計日時|販売日|利用日|ご利用日|注文日"
        "|売上日時|締め日|伝票日付|date|invoicedate|invoice date|order date|sale date|purchase date|transaction date"
        "|visit date|day|datetime|timestamp",
        "time": "時刻|時間|売上時刻|会計時刻|来店時刻|time",
        "customer_code": CUSTOMER_WORDS["code"].replace("|コード|番号|no|id", "") + "|customer reference id",
        "customer_name": "お名前|氏名|名前|顧客名|お客様名|会員名|顧客氏名|お客様氏名|得意先名|name|customer name|customer|client",
        "phone": CUSTOMER_WORDS["phone"] + "|携帯電話|携帯電話番号|携帯番号|携帯|mobile",
        "product_code": "商品コード|商品番号|商品id|品番|jan|janコード|メニューコード|stockcode|stock code|product code|sku|item code",
        "product": "商品|商品名|品名|メニュー|メニュー名|サービス|サービス名|内容|施術|施術内容|明細|product|product name|item"
        "|item name|description|service|menu",
        "group": "商品の種類|部門|部門名|カテゴリ|カテゴリー|カテゴリ名|商品分類|分類|大分類|product group|group|category|department",
        "quantity": "数量|個数|点数|quantity|qty",
        "unit_price": "単価|販売単価|価格|商品単価|unitprice|unit price|price",
        "amount": "金額|税込金額|売上金額|小計|明細金額|購入金額|利用金額|ご利用金額|お買上金額|売上|支払金額|合計金額|合計|総額"
        "|税込合計|会計金額|amount|line total|net sales|net amount|total|sales|subtotal|gross sales",
        "discount": "値引き|値引|値引額|割引|割引額|値引き金額|discount|discounts",
        "tax_rate": "税率|消費税率|tax rate",
        "staff": "担当|担当者|担当スタッフ|スタッフ|販売員|販売員名|担当美容師|staff|employee|cashier|stylist",
        "payment": "お支払い|支払方法|支払い方法|お支払い方法|決済方法|支払種別|payment|payment method|payment type",
        "note": "メモ|備考|摘要|取引メモ|note|notes|memo|comment",
        "refund_of": "返品の元の伝票|返品元伝票番号|返品元伝票|返品元|元伝票番号|元伝票|取消伝票番号|取消伝票"
        "|取消元伝票番号|取消元伝票|取消元|取消元取引id|打消取引id"
        "|元レシート番号|元取引id|元の取引|refund of|original receipt|refunded receipt|original invoice",
    }
)
POINT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "customer_code": CUSTOMER_WORDS["code"].replace("|コード|番号|no|id", "") + "|code",
        "customer_name": PURCHASE_WORDS["customer_name"],
        "phone": PURCHASE_WORDS["phone"],
        "points": CUSTOMER_WORDS["points_opening"] + "|残高|balance|pt",
        "expires": "使える最後の日|有効期限|期限|失効日|ポイント有効期限|ポイント期限|expires|expires on|expiry|expiry date"
        "|expiration date|valid until|last valid day",
    }
)
CONTRACT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "customer_code": POINT_WORDS["customer_code"],
        "customer_name": PURCHASE_WORDS["customer_name"],
        "phone": PURCHASE_WORDS["phone"],
        "plan": "契約の内容|契約内容|契約|契約名|契約プラン|プラン|プラン名|コース|コース名|plan|plan name|contract|subscription"
        "|membership",
        "start": "始まった日|開始日|契約開始日|契約日|入会日|加入日|start|start date|started on|begin|from|since",
        "end": "終わった日|終了日|契約終了日|解約日|退会日|end|end date|ended on|cancelled on|canceled on|until",
        "price": "値段|料金|金額|月額|月会費|会費|契約金額|単価|価格|price|fee|amount|monthly fee",
        "reason": "終わった理由|理由|解約理由|退会理由|終了理由|reason|cancel reason|cancellation reason|churn reason",
        "term_months": "更新までの月数|契約期間|期間|期間(月)|契約月数|term_months|term|term months|months",
        "renews_on": "更新日|次回更新日|契約更新日|満了日|契約満了日|renews_on|renewal|renewal date|renews on|expires",
        "every": "値段の期間|支払周期|支払い周期|請求周期|支払い|支払|お支払い|支払区分|支払い区分|支払間隔|every|price per|billing"
        "|billing cycle|interval",
    }
)
PRODUCT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "product_code": "商品コード|商品番号|商品id|品番|メニューコード|部門商品コード|コード|stockcode|stock code|product code|product id"
        "|item code|item no|sku|code",
        "product": "商品|商品名|品名|商品名称|メニュー|メニュー名|サービス名|施術名|名称|名前|product|product name|item|item name"
        "|menu|menu name|title|name|description",
        "kana": "ふりがな|フリガナ|商品カナ|商品名カナ|商品名かな|メニューカナ|カナ|かな|よみがな|読み|furigana|kana",
        "barcode": "バーコード|jan|janコード|jan/ean|ean|gtin|upc|barcode",
        "group": "商品の種類|部門|部門名|カテゴリ|カテゴリー|カテゴリ名|商品分類|分類|大分類|種類|グループ|product group|category"
        "|category name|group|department|区分|kind|type",
        "price": "値段|価格|単価|販売価格|販売単価|税込価格|税込単価|商品単価|売価|上代|定価|標準価格|料金|金額"
        "|price|unit price|selling price|retail price|amount",
        "tax_rate": "税率|消費税率|税区分|課税区分|税|tax rate|tax|vat|vat rate",
        "margin_rate": "粗利率|利益率|粗利益率|粗利|gross margin|margin|margin rate",
        "earns_points": "ポイントが付く|ポイント対象|ポイント付与|ポイント付与対象|ポイント|earns points|points|point eligible",
        "service": "サービス|サービス区分|service|is service|service or product",
        "reuse_days": "次の目安の日数|次の目安|目安の日数|目安日数|使用日数|使い切り日数|再来店日数|次回目安日数|周期"
        "|again after days|again after|reuse days",
        "former_names": "前の名前|旧商品名|旧名称|former names",
        "archived": "しまってある|販売終了|販売停止|非表示|put aside|archived|discontinued",
        "group_tax_rate": "種類の税率|tax rate of the group",
        "group_margin_rate": "種類の粗利率|gross margin of the group",
        "group_earns_points": "種類にポイントが付く|the group earns points",
    }
)
ANSWER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "answered_at": "回答の日時|タイムスタンプ|完了時刻|完了日時|回答日時|送信日時|提出日時|登録日時|受付日時|回答日|送信日|回答時刻"
        "|終了日時|更新日時"
        "|timestamp|completion time|submitted at|submit date|submit date (utc)|date submitted|submission date|submission time"
        "|end date|date modified|date created|created at|recorded date|開始時刻|開始日時|start time|start date|日時|日付|date",
        "response_id": "回答の番号|回答id|回答番号|回答no|受付番号|受付id|respondent id|response id|submission id|response no"
        "|token|id|no|#",
        "customer_code": POINT_WORDS["customer_code"].removesuffix("|code"),
        "name": CUSTOMER_WORDS["name"].replace("|担当者名", "") + "|ご氏名|your name",
        "family_name": CUSTOMER_WORDS["family_name"],
        "given_name": CUSTOMER_WORDS["given_name"],
        "kana": CUSTOMER_WORDS["kana"],
        "email": CUSTOMER_WORDS["email"] + "|ユーザー名|username|your email|your email address|ご連絡先メールアドレス",
        "phone": PURCHASE_WORDS["phone"] + "|mobile phone|cell phone|ご連絡先電話番号|your phone number",
        "staff": CUSTOMER_WORDS["staff"],
        "note": "メモ|備考|備考欄|note|notes|memo|remarks",
    }
)

_DROPPED = re.compile(r"[\s.*＊※★●■◆:・_\-‐－/「」『』【】\[\]<>]|[(（](?:必須|任意|required|optional)[)）]|^\ufeff")


def label_key(label: str) -> str:
    """A label without width, case, spaces, hyphens and marks such as * or (必須)."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", label).casefold())
