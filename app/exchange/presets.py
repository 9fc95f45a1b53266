"""Lists as other programs write them: what only they call so, beside the words everybody uses (labels.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.exchange.labels import ADDRESS, ADDRESS_2


@dataclass(frozen=True, slots=True)
class Preset:
    """`signature`: headers that together give the program away. A label mapped to "" is left out."""

    key: str
    title: str
    signature: tuple[str, ...]
    customers: Mapping[str, str] = field(default_factory=dict)
    purchases: Mapping[str, str] = field(default_factory=dict)


_ALL = (
    Preset(
        "yayoi",
        "やよいの顧客管理",
        ("顧客コード", "顧客名", "カナ名", "住所1", "住所2"),
        {
            "カナ名": "kana",
            "顧客名": "name",
            "顧客コード": "code",
            "住所1": ADDRESS,
            "住所2": ADDRESS_2,
            "FAX番号": "",
            "URL": "",
            "自社担当": "staff",
        },
        {"売上日": "date", "伝票番号": "receipt", "顧客コード": "customer_code", "売上額": "amount"},
    ),
    Preset(
        "kokyaku-o",
        "顧客王",
        ("顧客コード", "顧客名1", "顧客名2"),
        {"顧客名1": "name", "顧客名2": "company", "顧客名カナ": "kana", "TEL": "phone", "FAX": "", "DM区分": "post_consent"},
        {"売上日付": "date", "伝票番号": "receipt", "顧客コード": "customer_code", "商品名": "product", "金額": "amount"},
    ),
    Preset(
        "fudemame",
        "筆まめ",
        ("氏名", "自宅住所1", "連名1"),
        {
            "氏名": "name",
            "フリガナ": "kana",
            "自宅〒": "postal_code",
            "自宅郵便番号": "postal_code",
            "自宅住所1": ADDRESS,
            "自宅住所2": ADDRESS_2,
            "自宅電話": "phone",
            "自宅携帯": "mobile",
            "自宅E-mail": "email",
            "会社電話": "",
            "会社住所1": "",
            "会社〒": "",
        },
    ),
    Preset(
        "smaregi",
        "スマレジ",
        ("会員コード", "姓フリガナ", "名フリガナ"),
        {"会員ID": "", "会員コード": "code", "メールマガジン受信": "email_consent", "ポイント": "points_opening", "入会日": "joined_on"},
        {
            "取引ID": "receipt",
            "取引明細ID": "line",
            "取引日時": "date",
            "会員コード": "customer_code",
            "会員ID": "",
            "部門名": "group",
            "小計": "amount",
            "合計": "",
        },
    ),
    Preset(
        "square",
        "Square",
        ("Transaction ID", "Net Sales", "Item"),
        {
            "Square Customer ID": "code",
            "Reference ID": "",
            "First Name": "given_name",
            "Last Name": "family_name",
            "Surname": "family_name",
            "Email Address": "email",
            "Street Address 1": "street",
            "Street Address 2": "building",
            "Email Subscription Status": "email_consent",
            "Memo": "note",
        },
        {
            "Transaction ID": "receipt",
            "Net Sales": "amount",
            "Gross Sales": "",
            "Discounts": "",
            "Qty": "quantity",
            "Item": "product",
            "SKU": "product_code",
            "Category": "group",
            "Customer ID": "customer_code",
            "Customer Reference ID": "",
        },
    ),
    Preset(
        "kintone",
        "kintone",
        ("レコード番号", "作成者", "更新者"),
        {
            "レコード番号": "",
            "会社名": "company",
            "担当者名": "name",
            "TEL": "phone",
            "作成者": "",
            "更新者": "",
            "更新日時": "",
            "作成日時": "",
        },
    ),
    Preset(
        "salesforce",
        "Salesforce",
        ("Mailing Street", "Account Name"),
        {
            "Contact ID": "code",
            "取引先責任者 ID": "code",
            "取引先名": "company",
            "Account Name": "company",
            "Mailing Street": "street",
            "Mailing State/Province": "prefecture",
            "Mailing Zip/Postal Code": "postal_code",
            "Mailing Country": "",
            "Birthdate": "birthday",
            "Do Not Call": "",
            "Email Opt Out": "",
        },
    ),
    Preset(
        "hubspot",
        "HubSpot",
        ("Record ID", "Lifecycle Stage"),
        {
            "Record ID": "code",
            "Company Name": "company",
            "Job Title": "role",
            "Date of birth": "birthday",
            "Create Date": "joined_on",
            "Contact owner": "staff",
            "Street Address": "street",
            "State/Region": "prefecture",
            "Lifecycle Stage": "",
        },
    ),
    Preset(
        "online-retail",
        "Online Retail",
        ("InvoiceNo", "InvoiceDate", "CustomerID"),
        {},
        {
            "InvoiceNo": "receipt",
            "StockCode": "product_code",
            "Description": "product",
            "Quantity": "quantity",
            "InvoiceDate": "date",
            "UnitPrice": "unit_price",
            "CustomerID": "customer_code",
            "Country": "",
            "amount": "amount",
            "lines": "",
            "cancelled": "",
        },
    ),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.key: preset for preset in _ALL})
