"""What the fields of a customer's record are called."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.marking import QT_TRANSLATE_NOOP

FIELD_NAMES: Mapping[str, str] = {
    "code": QT_TRANSLATE_NOOP("CustomerFields", "Customer number"),
    "kind": QT_TRANSLATE_NOOP("CustomerFields", "Person or company"),
    "name": QT_TRANSLATE_NOOP("CustomerFields", "Name"),
    "family_name": QT_TRANSLATE_NOOP("CustomerFields", "Family name"),
    "given_name": QT_TRANSLATE_NOOP("CustomerFields", "Given name"),
    "kana": QT_TRANSLATE_NOOP("CustomerFields", "Reading"),
    "honorific": QT_TRANSLATE_NOOP("CustomerFields", "Form of address"),
    "company": QT_TRANSLATE_NOOP("CustomerFields", "Company"),
    "department": QT_TRANSLATE_NOOP("CustomerFields", "Department"),
    "role": QT_TRANSLATE_NOOP("CustomerFields", "Role"),
    "postal_code": QT_TRANSLATE_NOOP("CustomerFields", "Postal code"),
    "prefecture": QT_TRANSLATE_NOOP("CustomerFields", "Prefecture"),
    "city": QT_TRANSLATE_NOOP("CustomerFields", "City"),
    "street": QT_TRANSLATE_NOOP("CustomerFields", "Town and number"),
    "building": QT_TRANSLATE_NOOP("CustomerFields", "Building and room"),
    "phone": QT_TRANSLATE_NOOP("CustomerFields", "Phone"),
    "mobile": QT_TRANSLATE_NOOP("CustomerFields", "Mobile"),
    "email": QT_TRANSLATE_NOOP("CustomerFields", "E-mail"),
    "birthday": QT_TRANSLATE_NOOP("CustomerFields", "Birthday"),
    "gender": QT_TRANSLATE_NOOP("CustomerFields", "Gender"),
    "joined_on": QT_TRANSLATE_NOOP("CustomerFields", "Customer since"),
    "channel": QT_TRANSLATE_NOOP("CustomerFields", "How they came"),
    "referred_by": QT_TRANSLATE_NOOP("CustomerFields", "Referred by"),
    "staff": QT_TRANSLATE_NOOP("CustomerFields", "In charge"),
    "note": QT_TRANSLATE_NOOP("CustomerFields", "To remember"),
    "tags": QT_TRANSLATE_NOOP("CustomerFields", "Tags"),
    "own": QT_TRANSLATE_NOOP("CustomerFields", "Own fields"),
    "post_consent": QT_TRANSLATE_NOOP("CustomerFields", "Cards and letters"),
    "post_consent_on": QT_TRANSLATE_NOOP("CustomerFields", "Asked about letters on"),
    "post_consent_source": QT_TRANSLATE_NOOP("CustomerFields", "How we learned about letters"),
    "email_consent": QT_TRANSLATE_NOOP("CustomerFields", "E-mails"),
    "email_consent_on": QT_TRANSLATE_NOOP("CustomerFields", "Asked about e-mails on"),
    "email_consent_source": QT_TRANSLATE_NOOP("CustomerFields", "How we learned about e-mails"),
    "do_not_contact": QT_TRANSLATE_NOOP("CustomerFields", "Do not contact"),
    "mourning_until": QT_TRANSLATE_NOOP("CustomerFields", "In mourning until"),
    "is_deceased": QT_TRANSLATE_NOOP("CustomerFields", "Has passed away"),
    "bad_address": QT_TRANSLATE_NOOP("CustomerFields", "Mail came back"),
    "joint_names": QT_TRANSLATE_NOOP("CustomerFields", "Family on the same post"),
    "household": QT_TRANSLATE_NOOP("CustomerFields", "Same household"),
    "left_on": QT_TRANSLATE_NOOP("CustomerFields", "Left on"),
    "archived_at": QT_TRANSLATE_NOOP("CustomerFields", "Archived"),
    "points_opening": QT_TRANSLATE_NOOP("CustomerFields", "Points brought along"),
    "merged": QT_TRANSLATE_NOOP("CustomerFields", "Made one with"),
}
