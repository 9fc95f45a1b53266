<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutPart</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Likes tea · left-handed · daughter starts school in April</source>
        <translation>お茶がお好き・左利き・4月にお子さんが入学</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>決めない</translation>
    </message>
    <message>
        <source>S33.6.2, 1958/6/2 or 6/2 can be typed as well.</source>
        <translation>「S33.6.2」「1958/6/2」「6/2」でも入力できます。</translation>
    </message>
    <message>
        <source>Several, with commas between.</source>
        <translation>いくつでも。「、」で区切ります。</translation>
    </message>
</context>
<context>
    <name>ActCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>ほか %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not to be contacted.</source>
        <translation><numerusform>うち %n名には連絡できません。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a name.</source>
        <translation><numerusform>うち %n名は無記名です。</numerusform></translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>(ことばなし)</translation>
    </message>
    <message>
        <source>All {all} who are known were given a card for somebody they bring.</source>
        <translation>{all}のうちお名前の分かる方には、みなさんにご紹介カードをお渡ししました。</translation>
    </message>
    <message>
        <source>Came again: {group}</source>
        <translation>また来てくださった方:{group}</translation>
    </message>
    <message>
        <source>Came within {days} days of the answer, of {happy} and {unhappy}.</source>
        <translation>お答えから {days}日以内の再来店です({happy}と{unhappy}のうち)。</translation>
    </message>
    <message>
        <source>Did they come again?</source>
        <translation>また来てくださったか</translation>
    </message>
    <message numerus="yes">
        <source>Known %n day(s) after the answers.</source>
        <translation><numerusform>お答えから %n日たつと分かります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make cards for %n customer(s)</source>
        <translation><numerusform>%n名のカードを作る</numerusform></translation>
    </message>
    <message>
        <source>Nobody answered with 9 or 10.</source>
        <translation>9・10 のお答えはありません。</translation>
    </message>
    <message>
        <source>Nobody answered with {limit} or less.</source>
        <translation>{limit} 以下のお答えはありません。</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>まだお返事していない方</translation>
    </message>
    <message>
        <source>Of {all} who answered with {limit} or less, {done} were answered or are planned.</source>
        <translation>{limit} 以下のお答え {all}のうち {done}には、もうお返事したか、予定があります。</translation>
    </message>
    <message>
        <source>Of {all}, {count} were never given a card for somebody they bring.</source>
        <translation>{all}のうち {count}に、ご紹介カードをまだお渡ししていません。</translation>
    </message>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>%n名の予定を入れる</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Planned a follow-up today for %n customer(s)</source>
        <translation><numerusform>%n名の予定を今日に入れました</numerusform></translation>
    </message>
    <message>
        <source>The content came less often.</source>
        <translation>すすめる方のほうが少ない結果でした。</translation>
    </message>
    <message>
        <source>The content came more often.</source>
        <translation>すすめる方のほうが多く来てくださいました。</translation>
    </message>
    <message>
        <source>The difference may be chance.</source>
        <translation>差は偶然かもしれません。</translation>
    </message>
    <message>
        <source>Those who would recommend you</source>
        <translation>すすめる と答えた方</translation>
    </message>
    <message>
        <source>Under 30 people it is for reference.</source>
        <translation>30名に満たないので参考です。</translation>
    </message>
    <message>
        <source>{all} answered with {limit} or less.</source>
        <translation>{limit} 以下のお答えが {all}あります。</translation>
    </message>
    <message>
        <source>{group}: {percent}% ({range})</source>
        <translation>{group} {percent}%({range})</translation>
    </message>
    <message>
        <source>{line}, see the customers</source>
        <translation>{line}、お客様を見る</translation>
    </message>
    <message>
        <source>{name}, see the customer</source>
        <translation>{name}、お客様のページを見る</translation>
    </message>
    <message>
        <source>{title}: answered with {score}.</source>
        <translation>{title}:{score} とお答え。</translation>
    </message>
    <message>
        <source>{title}: answered with {score}. “{words}”</source>
        <translation>{title}:{score} とお答え。「{words}」</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Added a contact person of {name}</source>
        <translation>{name}様の窓口の方を足しました</translation>
    </message>
    <message>
        <source>Added a contract of {name}</source>
        <translation>{name}様の契約を足しました</translation>
    </message>
    <message>
        <source>Added a rule for follow-ups</source>
        <translation>フォローのきまりを足しました</translation>
    </message>
    <message>
        <source>Added the product group {name}</source>
        <translation>商品の種類「{name}」を足しました</translation>
    </message>
    <message>
        <source>Added the reward {reward}</source>
        <translation>特典「{reward}」を足しました</translation>
    </message>
    <message>
        <source>Added the survey {name}</source>
        <translation>アンケート「{name}」を作りました</translation>
    </message>
    <message>
        <source>Added the template {name}</source>
        <translation>テンプレート「{name}」を追加しました</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>{name} 様を登録しました</translation>
    </message>
    <message>
        <source>Added {name} to the products</source>
        <translation>商品「{name}」を足しました</translation>
    </message>
    <message>
        <source>Added {name} to the staff</source>
        <translation>担当に {name} を加えました</translation>
    </message>
    <message>
        <source>Archived the survey {name}</source>
        <translation>アンケート「{name}」をしまいました</translation>
    </message>
    <message>
        <source>Archived {name}</source>
        <translation>{name} 様をしまいました</translation>
    </message>
    <message>
        <source>Brought in households, groups, templates and printers of another computer</source>
        <translation>別のパソコンの世帯・グループ・テンプレート・プリンターを取り込みました</translation>
    </message>
    <message>
        <source>Brought in the campaign {name}</source>
        <translation>キャンペーン「{name}」を取り込みました</translation>
    </message>
    <message>
        <source>Brought in {count} contracts</source>
        <translation>契約{count}件を取り込みました</translation>
    </message>
    <message>
        <source>Brought the product {name} back</source>
        <translation>商品「{name}」を元に戻しました</translation>
    </message>
    <message>
        <source>Brought the reward {reward} back</source>
        <translation>特典「{reward}」を戻しました</translation>
    </message>
    <message>
        <source>Brought the survey {name} back from the archive</source>
        <translation>アンケート「{name}」を戻しました</translation>
    </message>
    <message>
        <source>Brought {name} back from the archive</source>
        <translation>{name} 様を一覧に戻しました</translation>
    </message>
    <message>
        <source>Changed a contact person of {name}</source>
        <translation>{name}様の窓口の方を変えました</translation>
    </message>
    <message>
        <source>Changed a contract of {name}</source>
        <translation>{name}様の契約を変えました</translation>
    </message>
    <message>
        <source>Changed a follow-up for {name}</source>
        <translation>{name} 様の予定を変えました</translation>
    </message>
    <message>
        <source>Changed a note on {name}</source>
        <translation>{name} 様のメモを直しました</translation>
    </message>
    <message>
        <source>Changed a rule for follow-ups</source>
        <translation>フォローのきまりを変えました</translation>
    </message>
    <message>
        <source>Changed a suggestion for {name}</source>
        <translation>{name}様へのご提案を変えました</translation>
    </message>
    <message>
        <source>Changed a visit of {name}</source>
        <translation>{name} 様のご来店の記録を直しました</translation>
    </message>
    <message>
        <source>Changed how much care a day can take</source>
        <translation>1日の上限などを変えました</translation>
    </message>
    <message>
        <source>Changed how points and tiers are decided</source>
        <translation>ポイントとランクの決め方を変えました</translation>
    </message>
    <message>
        <source>Changed how {name} may be contacted</source>
        <translation>{name} 様へのご連絡の決まりを変えました</translation>
    </message>
    <message>
        <source>Changed the answer to {name}</source>
        <translation>「{name}」の答えを直しました</translation>
    </message>
    <message>
        <source>Changed the campaign {name}</source>
        <translation>キャンペーン「{name}」を変えました</translation>
    </message>
    <message>
        <source>Changed the group {name}</source>
        <translation>グループ「{name}」を変えました</translation>
    </message>
    <message>
        <source>Changed the monthly report</source>
        <translation>月次レポートを変えました</translation>
    </message>
    <message>
        <source>Changed the product group {name}</source>
        <translation>商品の種類「{name}」を直しました</translation>
    </message>
    <message>
        <source>Changed the product {name}</source>
        <translation>商品「{name}」を直しました</translation>
    </message>
    <message>
        <source>Changed the record of {name}</source>
        <translation>{name} 様の記録を直しました</translation>
    </message>
    <message>
        <source>Changed the reply {name}</source>
        <translation>お返事の文例「{name}」を変えました</translation>
    </message>
    <message>
        <source>Changed the reward {reward}</source>
        <translation>特典「{reward}」を変えました</translation>
    </message>
    <message>
        <source>Changed the rules of points</source>
        <translation>ポイントのきまりを変えました</translation>
    </message>
    <message>
        <source>Changed the settings of the figures</source>
        <translation>数字の設定を変えました</translation>
    </message>
    <message>
        <source>Changed the shop&apos;s settings</source>
        <translation>お店の設定を変えました</translation>
    </message>
    <message>
        <source>Changed the staff member {name}</source>
        <translation>担当 {name} の内容を直しました</translation>
    </message>
    <message>
        <source>Changed the steps to follow</source>
        <translation>手順のカードを変えました</translation>
    </message>
    <message>
        <source>Changed the survey {name}</source>
        <translation>アンケート「{name}」を変えました</translation>
    </message>
    <message>
        <source>Changed the target of a figure</source>
        <translation>数字の目標を変えました</translation>
    </message>
    <message>
        <source>Changed the template {name}</source>
        <translation>テンプレート「{name}」を変えました</translation>
    </message>
    <message>
        <source>Changed the tier of {name}</source>
        <translation>{name}のランクを変えました</translation>
    </message>
    <message>
        <source>Changed the tiers</source>
        <translation>ランクを変えました</translation>
    </message>
    <message>
        <source>Changed the words of {name}</source>
        <translation>「{name}」の文面を変えました</translation>
    </message>
    <message>
        <source>Changed what is done with answers to {name}</source>
        <translation>「{name}」の回答のあとの扱いを変えました</translation>
    </message>
    <message>
        <source>Changed what is known of {name}</source>
        <translation>{name}様の会社情報を変えました</translation>
    </message>
    <message>
        <source>Changed what printing costs</source>
        <translation>印刷の費用を変えました</translation>
    </message>
    <message>
        <source>Changed what the campaign {name} costs</source>
        <translation>キャンペーン「{name}」の費用を変えました</translation>
    </message>
    <message>
        <source>Changed what {name} needs again</source>
        <translation>{name}様の次に要るものを変えました</translation>
    </message>
    <message>
        <source>Changed what {name} said</source>
        <translation>{name}様のご意見を直しました</translation>
    </message>
    <message>
        <source>Changed whom the household&apos;s post is addressed to: {name}</source>
        <translation>世帯あての郵便を{name} 様のお名前にしました</translation>
    </message>
    <message>
        <source>Changed whose sheet of {name} it is</source>
        <translation>「{name}」の回答がどなたのものかを変えました</translation>
    </message>
    <message>
        <source>Closed what {name} said</source>
        <translation>{name}様のご意見を終わりにしました</translation>
    </message>
    <message>
        <source>Corrected a sheet of {name}</source>
        <translation>「{name}」の回答を1枚直しました</translation>
    </message>
    <message>
        <source>Corrected the points of {name}</source>
        <translation>{name} 様のポイントを直しました</translation>
    </message>
    <message>
        <source>Decided how a sheet of {name} counts</source>
        <translation>「{name}」の用紙の数え方を決めました</translation>
    </message>
    <message>
        <source>Decided question {number} of a sheet of {name}</source>
        <translation>「{name}」の用紙の {number}問目を決めました</translation>
    </message>
    <message>
        <source>Deleted a contact person of {name}</source>
        <translation>{name}様の窓口の方を消しました</translation>
    </message>
    <message>
        <source>Deleted a contract of {name}</source>
        <translation>{name}様の契約を消しました</translation>
    </message>
    <message>
        <source>Deleted a follow-up for {name}</source>
        <translation>{name} 様の予定を消しました</translation>
    </message>
    <message>
        <source>Deleted a note on {name}</source>
        <translation>{name} 様のメモを消しました</translation>
    </message>
    <message>
        <source>Deleted a rule for follow-ups</source>
        <translation>フォローのきまりを消しました</translation>
    </message>
    <message>
        <source>Deleted a sheet of {name}</source>
        <translation>「{name}」の回答を1枚消しました</translation>
    </message>
    <message>
        <source>Deleted a suggestion for {name}</source>
        <translation>{name}様へのご提案を消しました</translation>
    </message>
    <message>
        <source>Deleted a visit of {name}</source>
        <translation>{name} 様のご来店の記録を消しました</translation>
    </message>
    <message>
        <source>Deleted the answer to {name}</source>
        <translation>「{name}」の答えを消しました</translation>
    </message>
    <message>
        <source>Deleted the campaign {name}</source>
        <translation>キャンペーン「{name}」を消しました</translation>
    </message>
    <message>
        <source>Deleted the group {name}</source>
        <translation>グループ「{name}」を消しました</translation>
    </message>
    <message>
        <source>Deleted the survey {name}</source>
        <translation>アンケート「{name}」を消しました</translation>
    </message>
    <message>
        <source>Deleted the template {name}</source>
        <translation>テンプレート「{name}」を消しました</translation>
    </message>
    <message>
        <source>Deleted what {name} needs again</source>
        <translation>{name}様の次に要るものを消しました</translation>
    </message>
    <message>
        <source>Deleted what {name} said</source>
        <translation>{name}様のご意見を消しました</translation>
    </message>
    <message>
        <source>Ended a contract of {name}</source>
        <translation>{name}様の契約を終わりにしました</translation>
    </message>
    <message>
        <source>Filed a remark under {tags}</source>
        <translation>いただいた声に「{tags}」の印を付けました</translation>
    </message>
    <message>
        <source>Finished a follow-up for {name}</source>
        <translation>{name} 様のフォローを済みにしました</translation>
    </message>
    <message>
        <source>Finished {count} follow-ups</source>
        <translation>予定{count}件を済みにしました</translation>
    </message>
    <message>
        <source>Forgot how the printer {name} is adjusted</source>
        <translation>プリンター「{name}」の位置合わせを消しました</translation>
    </message>
    <message>
        <source>Gave up {count} pieces that were not printed</source>
        <translation>印刷できなかった{count}通を取りやめました</translation>
    </message>
    <message>
        <source>Gave {count} follow-ups to {to}</source>
        <translation>予定{count}件の担当を{to}にしました</translation>
    </message>
    <message>
        <source>Gave {name} the reward {reward}</source>
        <translation>{name}に特典「{reward}」をお渡ししました</translation>
    </message>
    <message>
        <source>Handed the customers of {name} over to {to}</source>
        <translation>{name} のお客様を {to} に引き継ぎました</translation>
    </message>
    <message>
        <source>Kept how the printer {name} is adjusted</source>
        <translation>プリンター「{name}」の位置合わせを保存しました</translation>
    </message>
    <message>
        <source>Kept the answer to {name}</source>
        <translation>「{name}」の答えを残しました</translation>
    </message>
    <message>
        <source>Left a sheet of {name} out of the figures</source>
        <translation>「{name}」の回答を1枚、集計から外しました</translation>
    </message>
    <message>
        <source>Left the page {name} out</source>
        <translation>{name} を除きました</translation>
    </message>
    <message>
        <source>Let a suggestion for {name} rest</source>
        <translation>{name}様へのご提案を今回は見送りました</translation>
    </message>
    <message>
        <source>Made the group {name}</source>
        <translation>グループ「{name}」を作りました</translation>
    </message>
    <message>
        <source>Made the records of {name} and {other} into one</source>
        <translation>{name} 様 と {other} 様の記録をひとつにしました</translation>
    </message>
    <message>
        <source>Made {count} products of what was sold</source>
        <translation>売れたものから商品を{count}件つくりました</translation>
    </message>
    <message>
        <source>Moved a follow-up for {name} to another day</source>
        <translation>{name} 様の予定を別の日に移しました</translation>
    </message>
    <message>
        <source>Moved {count} follow-ups</source>
        <translation>予定{count}件の日を変えました</translation>
    </message>
    <message>
        <source>Noted a contact with {name}</source>
        <translation>{name} 様とのやりとりを書きました</translation>
    </message>
    <message>
        <source>Noted a reply to {name}</source>
        <translation>{name}様へのお返事を記録しました</translation>
    </message>
    <message>
        <source>Noted that the follow-up for {name} is not needed</source>
        <translation>{name}様の予定を「今回は不要」にしました</translation>
    </message>
    <message>
        <source>Noted that {count} follow-ups are not needed</source>
        <translation>予定{count}件を「今回は不要」にしました</translation>
    </message>
    <message>
        <source>Noted that {count} pieces did not come out of the printer</source>
        <translation>{count}通を「印刷できなかった」にしました</translation>
    </message>
    <message>
        <source>Noted that {name} has had it</source>
        <translation>{name}様の分が済んだことを記録しました</translation>
    </message>
    <message>
        <source>Noted that {name} was not reached</source>
        <translation>{name}様につながらなかったことを記録しました</translation>
    </message>
    <message>
        <source>Noted what {name} decided</source>
        <translation>{name}様のお返事を記録しました</translation>
    </message>
    <message>
        <source>Noted what {name} needs again</source>
        <translation>{name}様の次に要るものを記録しました</translation>
    </message>
    <message>
        <source>Noted who came to {name}</source>
        <translation>「{name}」に来られた方を記録しました</translation>
    </message>
    <message>
        <source>Opened a follow-up for {name} again</source>
        <translation>{name} 様の予定をもう一度開きました</translation>
    </message>
    <message>
        <source>Opened what {name} said again</source>
        <translation>{name}様のご意見をもう一度開きました</translation>
    </message>
    <message>
        <source>Planned a follow-up for {count} customers</source>
        <translation>{count}名の予定を入れました</translation>
    </message>
    <message>
        <source>Planned a follow-up for {name}</source>
        <translation>{name} 様の予定を入れました</translation>
    </message>
    <message>
        <source>Planned a suggestion for {name}</source>
        <translation>{name}様へのご提案を用意しました</translation>
    </message>
    <message>
        <source>Planned the campaign {name}</source>
        <translation>キャンペーン「{name}」の下書きを作りました</translation>
    </message>
    <message>
        <source>Put requests together: {name}</source>
        <translation>ご要望をまとめました:{name}</translation>
    </message>
    <message>
        <source>Put the product group {name} aside</source>
        <translation>商品の種類「{name}」をしまいました</translation>
    </message>
    <message>
        <source>Put the product {name} aside</source>
        <translation>商品「{name}」をしまいました</translation>
    </message>
    <message>
        <source>Put the reward {reward} aside</source>
        <translation>特典「{reward}」をしまいました</translation>
    </message>
    <message>
        <source>Put the template {name} back as it came with the program</source>
        <translation>テンプレート「{name}」を最初の状態に戻しました</translation>
    </message>
    <message>
        <source>Put {count} customers into the group {name}</source>
        <translation>{count}名をグループ「{name}」に入れました</translation>
    </message>
    <message>
        <source>Put {name} and {other} in one household</source>
        <translation>{name} 様と{other} 様を同じ世帯にしました</translation>
    </message>
    <message>
        <source>Read {count} scanned pages: {name}</source>
        <translation>読み取り {count}枚: {name}</translation>
    </message>
    <message>
        <source>Received what {name} said</source>
        <translation>{name}様のご意見を受け付けました</translation>
    </message>
    <message>
        <source>Recorded a sheet of {name}</source>
        <translation>「{name}」の回答を1枚記録しました</translation>
    </message>
    <message>
        <source>Recorded a visit of {name}</source>
        <translation>{name} 様のご来店を記録しました</translation>
    </message>
    <message>
        <source>Recorded the remaining {count} pieces as sent</source>
        <translation>残りの{count}通を送付済みにしました</translation>
    </message>
    <message>
        <source>Recorded {count} pieces of post as returned</source>
        <translation>戻ってきた郵便{count}通を記録しました</translation>
    </message>
    <message>
        <source>Recorded {count} printed pieces as sent</source>
        <translation>印刷した{count}通を送付済みにしました</translation>
    </message>
    <message>
        <source>Refunded a purchase of {name}</source>
        <translation>{name} 様への返金を記録しました</translation>
    </message>
    <message>
        <source>Removed {name} from the staff</source>
        <translation>担当から {name} を外しました</translation>
    </message>
    <message>
        <source>Renewed a contract of {name}</source>
        <translation>{name}様の契約を更新しました</translation>
    </message>
    <message>
        <source>Showed where the sheet of {name} is in the picture</source>
        <translation>「{name}」の用紙の場所を決めました</translation>
    </message>
    <message>
        <source>Started the campaign {name} for {count}</source>
        <translation>キャンペーン「{name}」を{count}名に始めました</translation>
    </message>
    <message>
        <source>Stopped the campaign {name}</source>
        <translation>キャンペーン「{name}」を中止しました</translation>
    </message>
    <message>
        <source>Switched a rule for follow-ups on or off</source>
        <translation>フォローのきまりの入・切を変えました</translation>
    </message>
    <message>
        <source>The record that the remaining {count} pieces were sent was taken back</source>
        <translation>残りの{count}通の送った記録を取り消しました</translation>
    </message>
    <message>
        <source>The record that {count} pieces were sent was taken back</source>
        <translation>{count}通の送った記録を取り消しました</translation>
    </message>
    <message>
        <source>Took a sheet of {name} into the figures again</source>
        <translation>「{name}」の回答を1枚、集計に戻しました</translation>
    </message>
    <message>
        <source>Took {count} customers out of the group {name}</source>
        <translation>{count}名をグループ「{name}」から外しました</translation>
    </message>
    <message>
        <source>Took {name} out of the household</source>
        <translation>{name} 様を世帯から外しました</translation>
    </message>
    <message>
        <source>Used the code {code} of {name}</source>
        <translation>{name}様のはがきの記号 {code} を使いました</translation>
    </message>
    <message>
        <source>a customer without a name</source>
        <translation>お名前のない</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Nothing was changed yet</source>
        <translation>まだ操作はありません</translation>
    </message>
    <message>
        <source>Recent actions</source>
        <translation>最近の操作</translation>
    </message>
    <message>
        <source>The last 50 are kept, also after closing the program.</source>
        <translation>新しい順に50件まで、閉じた後も残ります。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>What you add, change or print is listed here, and each can be undone.</source>
        <translation>登録・変更・印刷をするとここに並び、一つずつ元に戻せます。</translation>
    </message>
</context>
<context>
    <name>AddressPart</name>
    <message>
        <source>3 % off from 1,000 like pieces and not on cards issued by Japan Post</source>
        <translation>同じもの1,000通以上で3%引き(郵便はがきは対象外)</translation>
    </message>
    <message>
        <source>A postal code has seven digits, like 150-0001.</source>
        <translation>郵便番号は7桁です(例:150-0001)。</translation>
    </message>
    <message>
        <source>As on the pieces of the run, so that both belong together.</source>
        <translation>同封するものと合うように、その印刷と同じにしています。</translation>
    </message>
    <message>
        <source>Direction of the address</source>
        <translation>宛名の向き</translation>
    </message>
    <message>
        <source>Fills in the address.</source>
        <translation>住所が自動で入ります。</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>敬称</translation>
    </message>
    <message>
        <source>Numbers of the address</source>
        <translation>番地の数字</translation>
    </message>
    <message>
        <source>One typed with a customer comes first.</source>
        <translation>お客様ごとに決めた敬称があれば、そちらを使います。</translation>
    </message>
    <message>
        <source>Only where the address runs down the page.</source>
        <translation>住所が縦書きのときだけ選べます。</translation>
    </message>
    <message>
        <source>Print the family&apos;s names as well</source>
        <translation>連名(ご家族)も印刷する</translation>
    </message>
    <message>
        <source>Print the post&apos;s barcode</source>
        <translation>カスタマバーコードを印刷する</translation>
    </message>
    <message>
        <source>Print the sender</source>
        <translation>差出人を印刷する</translation>
    </message>
    <message>
        <source>This postal code is not known. It can be saved all the same.</source>
        <translation>この郵便番号は一覧にありません。このまま保存できます。</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>宛名の文字</translation>
    </message>
    <message>
        <source>{rule}: you would save {saved} this time.</source>
        <translation>{rule}。今回の割引は{saved}です。</translation>
    </message>
</context>
<context>
    <name>AlignSection</name>
    <message>
        <source>Line up at the bottom</source>
        <translation>下にそろえる</translation>
    </message>
    <message>
        <source>Line up at the left</source>
        <translation>左にそろえる</translation>
    </message>
    <message>
        <source>Line up at the right</source>
        <translation>右にそろえる</translation>
    </message>
    <message>
        <source>Line up at the top</source>
        <translation>上にそろえる</translation>
    </message>
    <message>
        <source>Line up in the middle from left to right</source>
        <translation>左右の中央にそろえる</translation>
    </message>
    <message>
        <source>Line up in the middle from top to bottom</source>
        <translation>上下の中央にそろえる</translation>
    </message>
</context>
<context>
    <name>AllRunsPanel</name>
    <message>
        <source>All print runs</source>
        <translation>すべての印刷</translation>
    </message>
    <message>
        <source>Find by heading, occasion, day, customer or code</source>
        <translation>見出し・用件・日付・お客様・コードで探す</translation>
    </message>
    <message>
        <source>No run fits the search.</source>
        <translation>当てはまる印刷はありません。</translation>
    </message>
    <message>
        <source>Print runs</source>
        <translation>印刷の一覧</translation>
    </message>
</context>
<context>
    <name>AnswerActs</name>
    <message>
        <source>The sheet counts again</source>
        <translation>回答を集計に戻しました</translation>
    </message>
    <message>
        <source>The sheet is deleted</source>
        <translation>回答を消しました</translation>
    </message>
    <message>
        <source>The sheet is left out of the figures</source>
        <translation>回答を集計から外しました</translation>
    </message>
    <message>
        <source>The sheet is somebody else&apos;s now</source>
        <translation>別の方の回答にしました</translation>
    </message>
    <message>
        <source>The sheet stands without a name</source>
        <translation>回答を無記名にしました</translation>
    </message>
</context>
<context>
    <name>AnswerColumns</name>
    <message>
        <source>Kind of characters</source>
        <translation>文字の種類</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>No column says when was answered: all answers are taken to be of today.</source>
        <translation>回答した日の列がないため、すべて今日の回答として取り込みます。</translation>
    </message>
    <message>
        <source>Please choose the column of at least one question.</source>
        <translation>質問の列を、ひとつ以上選んでください。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>ファイルのはじめの行</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>列を合わせる</translation>
    </message>
    <message>
        <source>Without one: {questions}</source>
        <translation>列のない質問: {questions}</translation>
    </message>
    <message>
        <source>{matched} of {all} questions have a column.</source>
        <translation>{all}問のうち{matched}問に列があります。</translation>
    </message>
</context>
<context>
    <name>AnswerFile</name>
    <message>
        <source>As Google Forms, Microsoft Forms, SurveyMonkey and others save it: a row for each who answered, a column for each question.</source>
        <translation>Googleフォーム、Microsoft Forms、SurveyMonkeyなどで保存した、1行にお一人・1列に1問の一覧をそのまま読めます。</translation>
    </message>
    <message>
        <source>Drop the file with the answers here, or choose it</source>
        <translation>回答のファイルを、ここに置いてください</translation>
    </message>
    <message>
        <source>{rows} came in, {unnamed} of them without a customer</source>
        <translation>{rows}を取り込み、うちお客様なし{unnamed}件</translation>
    </message>
</context>
<context>
    <name>AnswerRows</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Answers from a file make no follow-ups and no points: they were given some time ago.</source>
        <translation>ファイルの回答は以前のものなので、フォローの予定もポイントも付きません。</translation>
    </message>
    <message>
        <source>Every answer fits the questions of the survey.</source>
        <translation>どの回答も、アンケートの質問に合っています。</translation>
    </message>
    <message>
        <source>Every row came in</source>
        <translation>すべての行を取り込みました</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>入らない行</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>見ておきたい行</translation>
    </message>
    <message>
        <source>There is nothing to look at</source>
        <translation>確かめることはありません</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>どの行を見るか</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>cannot come in</source>
        <translation>入りません</translation>
    </message>
    <message>
        <source>come in</source>
        <translation>取り込みます</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>入りませんでした</translation>
    </message>
    <message>
        <source>of a customer you know</source>
        <translation>お客様がわかります</translation>
    </message>
    <message>
        <source>there already, left out</source>
        <translation>取り込み済みのため入れません</translation>
    </message>
    <message>
        <source>without a customer</source>
        <translation>お客様なし</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Brought in from a file</source>
        <translation>ファイルから取り込み</translation>
    </message>
    <message>
        <source>Noted in a talk</source>
        <translation>話しながらメモ</translation>
    </message>
    <message>
        <source>Recommends {score}/10</source>
        <translation>おすすめ度 {score}/10</translation>
    </message>
    <message>
        <source>Satisfied {mean}/5</source>
        <translation>満足度 {mean}/5</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>{words} ({day})</source>
        <translation>{words}({day})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
</context>
<context>
    <name>AnswersExport</name>
    <message numerus="yes">
        <source>%n answer(s) are saved in {file}</source>
        <translation><numerusform>お答え %n枚を {file} に保存しました</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv);;Excel (*.xlsx)</source>
        <translation>Excel で開ける CSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>入れかた</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>お答えを取り出す</translation>
    </message>
    <message>
        <source>Saving the answers</source>
        <translation>お答えを取り出しています</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>回</translation>
    </message>
    <message>
        <source>{title} {wave}</source>
        <translation>{title} {wave}</translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message>
        <source>A word or two</source>
        <translation>ひとこと</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>アンケートの回答</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>集計に戻す</translation>
    </message>
    <message>
        <source>Day of the answers</source>
        <translation>回答の日</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>この回答を消す</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Leave out of the figures</source>
        <translation>集計から外す</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>無記名にする</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Please type the day.</source>
        <translation>日付を入力してください。</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation>直して記録</translation>
    </message>
    <message>
        <source>Somebody else wrote it</source>
        <translation>別の方の回答にする</translation>
    </message>
    <message>
        <source>The sheet is corrected</source>
        <translation>回答を直しました</translation>
    </message>
    <message>
        <source>What stands at question {number} cannot be read. Please correct it.</source>
        <translation>質問{number}の入力が読み取れません。直してください。</translation>
    </message>
    <message>
        <source>Why does it not count?</source>
        <translation>外す理由</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無記名</translation>
    </message>
    <message>
        <source>left out: {reason}</source>
        <translation>集計から外した理由:{reason}</translation>
    </message>
    <message>
        <source>sheet {number}</source>
        <translation>用紙 {number}</translation>
    </message>
</context>
<context>
    <name>AnswersTab</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>回答 %n問</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) in the figures</source>
        <translation><numerusform>集計に入っている回答 %n枚</numerusform></translation>
    </message>
    <message>
        <source>Answered surveys</source>
        <translation>お答えになったアンケート</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>集計に戻す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>集計から外す</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>集計から外した</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>見る・直す</translation>
    </message>
    <message>
        <source>Low score</source>
        <translation>低い評価</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>まだ回答がありません</translation>
    </message>
    <message>
        <source>Note a talk</source>
        <translation>話しながらメモ</translation>
    </message>
    <message>
        <source>Recommends</source>
        <translation>おすすめの方</translation>
    </message>
    <message>
        <source>Somebody else wrote it</source>
        <translation>別の方の回答にする</translation>
    </message>
    <message>
        <source>What this customer writes on a sheet or says in a talk stands here, newest first.</source>
        <translation>用紙に書かれたことや、お話しの中でうかがったことが、新しい順に並びます。</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>担当 {name}</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>お客様グループ</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>育てる</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>データの取り込み</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Learn &amp; make</source>
        <translation>調べる・作る</translation>
    </message>
    <message>
        <source>List of names</source>
        <translation>お名前の一覧</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月次レポート</translation>
    </message>
    <message>
        <source>Points &amp; tiers</source>
        <translation>ポイント・ランク</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品・メニュー</translation>
    </message>
    <message>
        <source>Recent actions</source>
        <translation>最近の操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>AverageCard</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Average purchase</source>
        <translation>平均購入額</translation>
    </message>
    <message>
        <source>Average purchase month by month</source>
        <translation>月ごとの平均購入額</translation>
    </message>
    <message>
        <source>Customers of {month}</source>
        <translation>{month}のお客様</translation>
    </message>
    <message>
        <source>Enter opens the customers of the month. What was given back in full is not counted.</source>
        <translation>Enterで、その月のお客様のお名前が出ます。すべて返品されたお買上げは数えません。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>伝票</translation>
    </message>
    <message>
        <source>The first finished month comes with its average.</source>
        <translation>はじめの1か月が終わると、平均が出ます。</translation>
    </message>
    <message>
        <source>{month} (so far)</source>
        <translation>{month}(途中)</translation>
    </message>
    <message>
        <source>{month}: {average} a receipt, {before} a year before.</source>
        <translation>{month}は1回あたり{average}、前の年の同じ月は{before}でした。</translation>
    </message>
    <message>
        <source>{month}: {average} a receipt.</source>
        <translation>{month}は1回あたり{average}です。</translation>
    </message>
    <message numerus="yes">
        <source>{month}: {average} on %n receipt(s)</source>
        <translation><numerusform>{month}:{average}(伝票%n枚)</numerusform></translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message numerus="yes">
        <source>At close, and every %n minute(s)</source>
        <translation><numerusform>閉じるときと、%n分ごと</numerusform></translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>自動で取る</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>控え(バックアップ)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Change the folder for backups</source>
        <translation>控えの置き場所を変える</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>控えの置き場所</translation>
    </message>
    <message>
        <source>Go back to a backup…</source>
        <translation>控えから戻す…</translation>
    </message>
    <message>
        <source>Last backup {moment}</source>
        <translation>最後の控え {moment}</translation>
    </message>
    <message numerus="yes">
        <source>No backup for %n day(s)</source>
        <translation><numerusform>控えを%n日間 取っていません</numerusform></translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>控えはまだありません</translation>
    </message>
    <message>
        <source>Only at close</source>
        <translation>閉じるときだけ</translation>
    </message>
    <message numerus="yes">
        <source>Opened and checked · %n kept</source>
        <translation><numerusform>開いて、中身を確かめました・%n個を残しています</numerusform></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>置き場所</translation>
    </message>
    <message>
        <source>Save a backup now</source>
        <translation>今すぐ控えを取る</translation>
    </message>
    <message>
        <source>Such services can damage a file that is in use. Please keep the data on this computer and only the backups there.</source>
        <translation>使っている最中のファイルが壊れることがあります。データはこのパソコンの中に置き、控えだけをそちらに置いてください。</translation>
    </message>
    <message>
        <source>The data are on this computer only. A copy on a USB stick is a good idea.</source>
        <translation>データはこのパソコンの中だけにあります。USBメモリーなどに控えを取ることをおすすめします。</translation>
    </message>
    <message>
        <source>The data lie in {service}</source>
        <translation>データが{service}の中にあります</translation>
    </message>
    <message>
        <source>The first is made when the program is closed.</source>
        <translation>最初の控えは、閉じるときに取ります。</translation>
    </message>
</context>
<context>
    <name>BackupChooser</name>
    <message>
        <source>Backups (*.db)</source>
        <translation>控え (*.db)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>控えを選ぶ</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Dropbox</source>
        <translation>Dropbox</translation>
    </message>
    <message>
        <source>Google Drive</source>
        <translation>Google ドライブ</translation>
    </message>
    <message>
        <source>OneDrive</source>
        <translation>OneDrive</translation>
    </message>
    <message>
        <source>a network folder</source>
        <translation>共有フォルダー</translation>
    </message>
    <message>
        <source>iCloud Drive</source>
        <translation>iCloud Drive</translation>
    </message>
</context>
<context>
    <name>BalancePart</name>
    <message>
        <source>Balance on</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Balance on which day</source>
        <translation>いつの残高</translation>
    </message>
</context>
<context>
    <name>BalanceTable</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>%n日前</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Held back %n</source>
        <translation><numerusform>様子を見る %n名</numerusform></translation>
    </message>
    <message>
        <source>How fair the lot is</source>
        <translation>くじの公平さ</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <translation><numerusform>送る %n名</numerusform></translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count}回</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Balances may be wrong; your sales are not affected. A backup from before can be restored.</source>
        <translation>残高が正しくないおそれがあります。売上には影響ありません。その前のバックアップに戻せます。</translation>
    </message>
    <message>
        <source>No backup for over a week</source>
        <translation>バックアップを1週間以上取っていません</translation>
    </message>
    <message>
        <source>Remove the sample and begin</source>
        <translation>見本を消して始める</translation>
    </message>
    <message>
        <source>Save a backup now</source>
        <translation>今すぐ控えを取る</translation>
    </message>
    <message>
        <source>See the backups</source>
        <translation>バックアップを見る</translation>
    </message>
    <message>
        <source>The data are on this computer only. A copy on a USB stick is a good idea.</source>
        <translation>データはこのパソコンの中だけにあります。USBメモリーなどに控えを取ることをおすすめします。</translation>
    </message>
    <message>
        <source>The points do not add up</source>
        <translation>ポイントの計算が合っていません</translation>
    </message>
    <message>
        <source>This is sample data</source>
        <translation>これは見本です</translation>
    </message>
    <message>
        <source>Try whatever you like: an invented shop, nothing of it is real.</source>
        <translation>架空のお店です。何を試しても大丈夫です。</translation>
    </message>
</context>
<context>
    <name>BeginStep</name>
    <message>
        <source>A shop with {count} invented customers to try everything with. It can be removed at any time.</source>
        <translation>架空のお客様 {count}名が入ったお店で、すべての機能を試せます。いつでも消せます。</translation>
    </message>
    <message>
        <source>Add customers one by one. A list can be brought in later too.</source>
        <translation>お客様をお一人ずつ登録します。後から取り込むこともできます。</translation>
    </message>
    <message>
        <source>Begin with nothing</source>
        <translation>ゼロから始める</translation>
    </message>
    <message>
        <source>Bring in the list you have</source>
        <translation>今の名簿を取り込む</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Customers&apos; data stay on this computer. Nothing is sent over the internet.</source>
        <translation>お客様の情報はこのパソコンの中だけに保存します。インターネットには送りません。</translation>
    </message>
    <message>
        <source>From Excel, CSV or a postcard program. You see what is in it before anything is stored.</source>
        <translation>Excel・CSV・はがきソフトの住所録から。取り込む前に、内容を確かめられます。</translation>
    </message>
    <message>
        <source>Not to forget a customer, and not to be forgotten: that is what it is for. Where would you like to begin?</source>
        <translation>来てくださったお客様を忘れない。忘れられない。そのための道具です。どこから始めますか。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>見本で試す</translation>
    </message>
    <message>
        <source>Try the sample shop</source>
        <translation>見本のお店で試す</translation>
    </message>
    <message>
        <source>Type the shop&apos;s name</source>
        <translation>お店の名前を入れる</translation>
    </message>
    <message>
        <source>Welcome to Okaeri</source>
        <translation>おかえりへようこそ</translation>
    </message>
</context>
<context>
    <name>BesideCard</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Also good to know</source>
        <translation>あわせて知っておくこと</translation>
    </message>
    <message>
        <source>Before it was sent, in both groups: {list}.</source>
        <translation>送る前の二つの組(送った方と様子を見る方): {list}。</translation>
    </message>
    <message>
        <source>Other campaigns for the same aim:</source>
        <translation>同じねらいのほかのキャンペーン:</translation>
    </message>
    <message>
        <source>{name}, see its result</source>
        <translation>{name}の結果を見る</translation>
    </message>
    <message>
        <source>{trait} {sent} and {held}</source>
        <translation>{trait} {sent}と{held}</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Consumption tax</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>Consumption tax in it: {taxes}</source>
        <translation>うち消費税 {taxes}</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>Discount (card)</source>
        <translation>値引き(はがき)</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message numerus="yes">
        <source>Subtotal (%n item(s))</source>
        <translation><numerusform>小計(%n点)</numerusform></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>お会計</translation>
    </message>
    <message>
        <source>{rate} {amount}</source>
        <translation>{rate} {amount}</translation>
    </message>
</context>
<context>
    <name>BirthdayPart</name>
    <message>
        <source>times the points; 1: as always</source>
        <translation>倍。1 ならいつもどおり</translation>
    </message>
</context>
<context>
    <name>BonusPart</name>
    <message>
        <source>5, 15, 25</source>
        <translation>5, 15, 25</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>毎月の日</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>Please type days from 1 to 31, as in 5, 15, 25.</source>
        <translation>1から31までの日を、5, 15, 25 のように入力してください。</translation>
    </message>
    <message>
        <source>times the points; 1: as always</source>
        <translation>倍。1 ならいつもどおり</translation>
    </message>
</context>
<context>
    <name>BoughtPart</name>
    <message>
        <source>Amount paid</source>
        <translation>お会計の金額</translation>
    </message>
    <message>
        <source>Enter the items</source>
        <translation>内訳を入れる</translation>
    </message>
    <message>
        <source>Only the amount</source>
        <translation>金額だけで記録</translation>
    </message>
    <message>
        <source>Please enter the amount.</source>
        <translation>金額を入れてください。</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>{offer}: −{amount}</source>
        <translation>{offer} −{amount}</translation>
    </message>
    <message>
        <source>“{text}” is not on the receipt yet. Press Enter to add it, or delete the words.</source>
        <translation>「{text}」はまだ足されていません。Enterで足すか、消してください。</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>2 of A5</source>
        <translation>A5を2枚</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Begin from a ready-made survey</source>
        <translation>ひな形から始める</translation>
    </message>
    <message>
        <source>Change the language of the sheet</source>
        <translation>用紙の言葉を変える</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>用紙の確認</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>用紙の言葉</translation>
    </message>
    <message>
        <source>Make a PDF</source>
        <translation>PDFにする</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>題名がありません</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Print sheets</source>
        <translation>用紙を印刷</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Questions or checks</source>
        <translation>質問か、用紙の確認か</translation>
    </message>
    <message>
        <source>The question “{text}” is removed</source>
        <translation>質問「{text}」を取り除きました</translation>
    </message>
    <message>
        <source>The sheet as it looks, to show to somebody. It has no code: sheets to be filled in are printed.</source>
        <translation>用紙の見本です。どなたかに見ていただくときに使います。記号が入らないので、ご記入いただく用紙は「用紙を印刷」から作ってください。</translation>
    </message>
</context>
<context>
    <name>BuilderActs</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the sheet as a PDF</source>
        <translation>用紙をPDFで保存</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>The rules of the survey are changed</source>
        <translation>アンケートの決まりを変えました</translation>
    </message>
    <message>
        <source>The sheet is saved in {file}</source>
        <translation>用紙を{file}に保存しました</translation>
    </message>
</context>
<context>
    <name>BuilderCard</name>
    <message>
        <source>Copy</source>
        <translation>複製する</translation>
    </message>
    <message>
        <source>Drag to another place  Alt+↑↓</source>
        <translation>つまんで動かす  Alt+↑↓</translation>
    </message>
    <message>
        <source>More with this question</source>
        <translation>この質問のほかの操作</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ動かす</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ動かす</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Title of the survey</source>
        <translation>アンケートの題名</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>質問の言葉</translation>
    </message>
</context>
<context>
    <name>CalculatorCard</name>
    <message>
        <source>+{points} points</source>
        <translation>100名に+{points}名</translation>
    </message>
    <message>
        <source>A new customer costs</source>
        <translation>新しい1名の費用</translation>
    </message>
    <message>
        <source>A plain reckoning from your own figures: how many customers more would stay, and what each of them brings in a year. It is no forecast, and says nothing of how to get there.</source>
        <translation>自店の数字からの簡単な計算です。続けて来てくださる方が何名増え、お一人が1年にいくらもたらすかを掛けています。見通しではなく、どうすればそうなるかも示しません。</translation>
    </message>
    <message>
        <source>About {money} more margin a year</source>
        <translation>粗利が1年に約{money}増えます</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>By your campaigns of the last 12 months a new customer costs {ratio} times as much as keeping one.</source>
        <translation>直近12か月のキャンペーンでは、新しいお客様の費用は、続けていただく費用の{ratio}倍です。</translation>
    </message>
    <message>
        <source>Claim: 5 points more raise profit by {low} to {high}, depending on the trade. Source: F. Reichheld (Bain) and W. E. Sasser, Harvard Business Review 1990, where it is 25 to 85%; as 25 to 95% in Reichheld and Schefter, Harvard Business Review 2000. Their numbers are of large companies, not of your shop.</source>
        <translation>一般に言われること:続けて来る方が100名あたり5名増えると、利益が{low}〜{high}増える(業種によって違います)。出どころ:F. ライクヘルド(ベイン)とW. E. サッサー、ハーバード・ビジネス・レビュー 1990年では25〜85%、ライクヘルドとシェフター、同誌 2000年では25〜95%。大きな会社の数字で、あなたのお店のものではありません。</translation>
    </message>
    <message>
        <source>Claim: winning a customer costs {times} times as much as keeping one. It is mostly traced to studies of TARP (USA) in the 1980s and differs much between trades.</source>
        <translation>一般に言われること:新しいお客様を迎える費用は、今のお客様との付き合いの{times}倍。多くは1980年代の米国TARPの調査によるとされ、業種によって大きく違います。</translation>
    </message>
    <message>
        <source>Customers more</source>
        <translation>増えるお客様</translation>
    </message>
    <message>
        <source>Customers of a year ago</source>
        <translation>1年前のお客様</translation>
    </message>
    <message>
        <source>Customers of a year ago who still come</source>
        <translation>1年前から続けて来てくださっているお客様</translation>
    </message>
    <message>
        <source>Example: 200 customers, 5 more of a hundred stay = 10 customers × ¥16,000 = ¥160,000 a year.</source>
        <translation>例:200名のうち100名あたり5名多く続く=10名×16,000円=1年に16万円。</translation>
    </message>
    <message>
        <source>How many more of a hundred customers stay</source>
        <translation>100名のうち何名多く続けて来てくださるか</translation>
    </message>
    <message>
        <source>It needs the customers of a year ago and those of them who still come.</source>
        <translation>1年前のお客様と、そのうち今も来てくださっている方の数が必要です。</translation>
    </message>
    <message>
        <source>Keeping one costs</source>
        <translation>続けていただく1名の費用</translation>
    </message>
    <message>
        <source>Margin more = customers × points ÷ 100 × yearly margin of a customer. Years a customer stays = 1 ÷ (1 − return rate over a year), at most 20. Cost of a new one = what campaigns for new customers cost in 12 months ÷ customers won.</source>
        <translation>増える粗利=お客様の数×増やす人数÷100×お一人の1年の粗利。お付き合いの年数=1÷(1−1年の再来店率)、長くても20年。新しい1名の費用=12か月の新しいお客様向けキャンペーンの費用÷来てくださった人数。</translation>
    </message>
    <message>
        <source>Margin more in a year</source>
        <translation>1年に増える粗利</translation>
    </message>
    <message>
        <source>More of a hundred stay</source>
        <translation>続く方の増え方</translation>
    </message>
    <message>
        <source>Over the years a customer would bring {then} instead of {now}, {share} more.</source>
        <translation>お一人の生涯の粗利は、{now}から{then}へ、{share}増える計算です。</translation>
    </message>
    <message>
        <source>Per customer over the years</source>
        <translation>お一人の生涯の粗利</translation>
    </message>
    <message>
        <source>Reckoned from your own figures: the return rate over a year and what a customer brings. Nothing is measured here.</source>
        <translation>自店の数字から計算しています。1年の再来店率と、お一人がもたらす粗利です。測ったものではありません。</translation>
    </message>
    <message>
        <source>See who stayed</source>
        <translation>続いている方を見る</translation>
    </message>
    <message>
        <source>Shown once there are visits of a year</source>
        <translation>1年分の来店がそろうと表示します</translation>
    </message>
    <message>
        <source>So a new customer costs {ratio} times as much as keeping one.</source>
        <translation>新しいお客様の費用は、続けていただく費用の{ratio}倍です。</translation>
    </message>
    <message>
        <source>Type what winning a customer and keeping one costs you; campaigns fill it in when their cost is recorded.</source>
        <translation>新しいお客様を迎える費用と、今のお客様との付き合いの費用を入れてください。キャンペーンの費用を記録すると、自動で入ります。</translation>
    </message>
    <message>
        <source>What if more customers stayed</source>
        <translation>もし、もっと続けて来てくださったら</translation>
    </message>
    <message>
        <source>{points}% of your {people} are about {more}; each brings {each} a year. Return rate over a year now: {rate}% ({stayed} of {start}, {low} to {high}).</source>
        <translation>{people}の{points}%は約{more}名で、お一人は1年に{each}をもたらします。今の1年の再来店率は{rate}%({start}名のうち{stayed}名、{low}〜{high})です。</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message numerus="yes">
        <source>%n plan(s) without a day to come stand under “Which one first”.</source>
        <translation><numerusform>これからの日付のない計画が%n件あります。「どれから始めるか」にあります。</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>同じ時期の数</translation>
    </message>
    <message>
        <source>At the same time as {names}.</source>
        <translation>{names}と同じ時期です。</translation>
    </message>
    <message>
        <source>At the same time in {months}: whoever is in one of them is left out of the other.</source>
        <translation>{months}は重なっています。どちらかに入った方は、もう一方には入りません。</translation>
    </message>
    <message>
        <source>Calendar of campaigns</source>
        <translation>キャンペーンの予定表</translation>
    </message>
    <message>
        <source>Filled: running · grey: over · dashed: planned or proposed. A press opens it; a proposal becomes a plan.</source>
        <translation>塗りつぶし:実施中 · 灰色:終了 · 点線:計画または提案。押すと開きます。提案は計画になります。</translation>
    </message>
    <message>
        <source>From now on no two campaigns run at the same time.</source>
        <translation>これから、同じ時期に重なるキャンペーンはありません。</translation>
    </message>
    <message>
        <source>No campaign is planned or running. What the season proposes is dashed; a press makes a plan of it.</source>
        <translation>計画中や実施中のキャンペーンはありません。点線は季節の提案です。押すと計画になります。</translation>
    </message>
    <message>
        <source>Proposed: {what}</source>
        <translation>提案:{what}</translation>
    </message>
    <message>
        <source>Proposed: {what}, to be sent on {start}. Enter makes a plan of it.</source>
        <translation>提案:{what}。{start}に送ります。Enterで計画になります。</translation>
    </message>
    <message>
        <source>{name}: planned for {start}, visits would count until {end}.</source>
        <translation>{name}:{start}に送る計画です。{end}より前の来店を数えます。</translation>
    </message>
    <message>
        <source>{name}: sent on {start}, over since {end}.</source>
        <translation>{name}:{start}に送り、{end}に終わりました。</translation>
    </message>
    <message>
        <source>{name}: sent on {start}, visits count until {end}.</source>
        <translation>{name}:{start}に送り、{end}より前の来店を数えています。</translation>
    </message>
    <message>
        <source>{what}, {day}</source>
        <translation>{what} {day}</translation>
    </message>
</context>
<context>
    <name>CameCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n日</numerusform></translation>
    </message>
    <message>
        <source>After</source>
        <translation>発送から</translation>
    </message>
    <message>
        <source>Customers who came</source>
        <translation>ご来店のお客様</translation>
    </message>
    <message>
        <source>Enter opens the names of those who came.</source>
        <translation>Enterでご来店になった方のお名前が出ます。</translation>
    </message>
    <message>
        <source>Who had come by when</source>
        <translation>発送してから来店した割合</translation>
    </message>
    <message>
        <source>{day}: {sent}, held back {held}</source>
        <translation>{day}: 送った {sent}、送っていない {held}</translation>
    </message>
</context>
<context>
    <name>CameOut</name>
    <message>
        <source>Opened to be printed: {pieces}. Did all come out?</source>
        <translation>{pieces}のPDFを開きました。すべて印刷できましたか?</translation>
    </message>
    <message>
        <source>Saved to be printed: {pieces}. Did all come out?</source>
        <translation>{pieces}のPDFを保存しました。すべて印刷できましたか?</translation>
    </message>
    <message>
        <source>Sent to {printer}: {pieces}. Did all come out?</source>
        <translation>「{printer}」へ{pieces}を送りました。すべて出ましたか?</translation>
    </message>
    <message>
        <source>They are noted as sent. Save the PDF and print it from another program or computer.</source>
        <translation>送付済みとして記録してあります。PDFを保存し、ほかのソフトかパソコンで印刷してください。</translation>
    </message>
    <message>
        <source>This computer has no program that opens PDF files. Nothing was printed: {pieces}</source>
        <translation>PDFを開くソフトがないため、まだ印刷していません:{pieces}</translation>
    </message>
    <message>
        <source>Until you answer, all of them are noted as sent.</source>
        <translation>お答えがあるまで、すべて送ったものとして記録しておきます。</translation>
    </message>
</context>
<context>
    <name>CameOutBar</name>
    <message>
        <source>All came out</source>
        <translation>すべて出ました</translation>
    </message>
    <message>
        <source>It stopped at…</source>
        <translation>途中で止まった…</translation>
    </message>
    <message>
        <source>Save the PDF…</source>
        <translation>PDFを保存する…</translation>
    </message>
    <message>
        <source>Was not sent</source>
        <translation>送っていません</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%n part(s) selected</source>
        <translation><numerusform>部品を%n個選んでいます</numerusform></translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>大きさを変える</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>動かす</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>何も選んでいません</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>{part}: {left} mm from the left, {top} mm from the top, {width} x {height} mm</source>
        <translation>{part}:左から{left}mm、上から{top}mm、{width} x {height}mm</translation>
    </message>
</context>
<context>
    <name>CanvasActs</name>
    <message>
        <source>Change the size</source>
        <translation>大きさを変える</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>動かす</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Address side only</source>
        <translation>宛名面だけ</translation>
    </message>
    <message>
        <source>Arabic numerals</source>
        <translation>算用数字</translation>
    </message>
    <message>
        <source>Autumn welcome (maple)</source>
        <translation>秋のおかえり(もみじ)</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>両面</translation>
    </message>
    <message>
        <source>Gothic</source>
        <translation>ゴシック体</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>横書き</translation>
    </message>
    <message>
        <source>Kanji numerals</source>
        <translation>漢数字</translation>
    </message>
    <message>
        <source>Message side only</source>
        <translation>文面だけ</translation>
    </message>
    <message>
        <source>Mincho</source>
        <translation>明朝体</translation>
    </message>
    <message>
        <source>Notice of points that lapse</source>
        <translation>ポイントのお知らせ(期限)</translation>
    </message>
    <message>
        <source>Plain letter (room to write)</source>
        <translation>白のお便り(手書きの余白つき)</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>縦書き</translation>
    </message>
    <message>
        <source>一ノ二</source>
        <translation>一ノ二</translation>
    </message>
    <message>
        <source>一ー二</source>
        <translation>一ー二</translation>
    </message>
</context>
<context>
    <name>ChartColumn</name>
    <message>
        <source>None of these customers first came in these months</source>
        <translation>この期間に初めて来店された方が、このお客様の中にはいません</translation>
    </message>
    <message>
        <source>None of these customers has answered so far</source>
        <translation>このお客様からの回答は、まだありません</translation>
    </message>
    <message>
        <source>None of these customers has come so far</source>
        <translation>このお客様には、まだ来店がありません</translation>
    </message>
    <message>
        <source>None of these customers was with you {months} months before</source>
        <translation>{months}か月前から通われている方が、このお客様の中にはいません</translation>
    </message>
    <message>
        <source>Sales without a customer: {percent}</source>
        <translation>お客様の記録がない売上 {percent}</translation>
    </message>
    <message>
        <source>Sales without a customer: {percent} ({receipts}), in no figure about customers</source>
        <translation>お客様の記録がない売上 {percent}({receipts})。お客様の数字には入っていません</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Answers (%)</source>
        <translation>回答の割合(%)</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>お帰りの方</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Customers a month</source>
        <translation>お客様(月)</translation>
    </message>
    <message>
        <source>First</source>
        <translation>初回</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>どちらでも</translation>
    </message>
    <message>
        <source>Kept coming</source>
        <translation>続けてご来店</translation>
    </message>
    <message>
        <source>Lost (below)</source>
        <translation>離れた方(下)</translation>
    </message>
    <message>
        <source>NPS with its range of chance</source>
        <translation>NPSと偶然の幅</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新しい方</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>売上</translation>
    </message>
    <message>
        <source>Would not</source>
        <translation>すすめない</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>すすめる</translation>
    </message>
    <message>
        <source>cost covered</source>
        <translation>費用と同じ</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少ない</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>費用なし</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>比べる相手がいません</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>too few people</source>
        <translation>人数が少なすぎます</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}〜{high}</translation>
    </message>
    <message>
        <source>{margin} a year · {people}</source>
        <translation>年 {margin}・{people}</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months}か月</translation>
    </message>
    <message>
        <source>{number} visits</source>
        <translation>{number}回</translation>
    </message>
    <message>
        <source>{people}, few</source>
        <translation>{people} 少ない</translation>
    </message>
    <message>
        <source>× amount a visit</source>
        <translation>× 1回の金額</translation>
    </message>
    <message>
        <source>× visits each</source>
        <translation>× お一人の回数</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation><numerusform>%n組</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation><numerusform>商品%n件</numerusform></translation>
    </message>
    <message>
        <source>Every row can come in as it stands.</source>
        <translation>すべての行が、そのまま入ります。</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>{count}を取り込む</translation>
    </message>
    <message>
        <source>See how it comes in</source>
        <translation>取り込んだあとの姿を見る</translation>
    </message>
    <message>
        <source>There is nothing to look at</source>
        <translation>気になるところはありません</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>見るところ</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>気になるところ</translation>
    </message>
    <message>
        <source>are mended and come in</source>
        <translation>直して取り込みます</translation>
    </message>
    <message>
        <source>cannot come in</source>
        <translation>入りません</translation>
    </message>
    <message>
        <source>cannot come in as they stand</source>
        <translation>このままでは入りません</translation>
    </message>
    <message>
        <source>come in</source>
        <translation>取り込みます</translation>
    </message>
    <message>
        <source>come in as they stand</source>
        <translation>そのまま取り込みます</translation>
    </message>
    <message>
        <source>come in or bring a product up to date</source>
        <translation>が入るか、今の商品を新しくします</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>種類の商品</translation>
    </message>
    <message>
        <source>may be the same person</source>
        <translation>同じ方かもしれません</translation>
    </message>
    <message numerus="yes">
        <source>may be the same person, %n decided</source>
        <translation><numerusform>同じ方かもしれません(%n組は決めました)</numerusform></translation>
    </message>
    <message>
        <source>points in all</source>
        <translation>ポイント(合計)</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>伝票</translation>
    </message>
    <message>
        <source>refunds</source>
        <translation>返品・取消</translation>
    </message>
    <message>
        <source>there already, left out</source>
        <translation>すでにあるので入れません</translation>
    </message>
    <message>
        <source>without a customer</source>
        <translation>お客様なし</translation>
    </message>
</context>
<context>
    <name>ChecksColumn</name>
    <message numerus="yes">
        <source>%n answer(s) so far.</source>
        <translation><numerusform>これまでのお答えは%n件です。</numerusform></translation>
    </message>
    <message>
        <source>Answer it yourself</source>
        <translation>自分で答えてみる</translation>
    </message>
    <message>
        <source>Answers to version {version} stay as they are</source>
        <translation>第{version}版のお答えは変わりません</translation>
    </message>
    <message>
        <source>Each sheet has its own code, and the answers stand on the customer&apos;s page.</source>
        <translation>お一人ずつ違う記号を印刷し、お客様のページに残します。</translation>
    </message>
    <message numerus="yes">
        <source>For the %n customer(s) who came within {days} days, or those you choose.</source>
        <translation><numerusform>{days}日以内に来られた%n名か、選んだ方の分です。</numerusform></translation>
    </message>
    <message>
        <source>If you change it, it becomes version {version}.</source>
        <translation>直すと第{version}版になります。</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>文字を大きくする</translation>
    </message>
    <message>
        <source>Nobody can be told from the answers, and nothing is shown before 5 have answered.</source>
        <translation>どなたの答えかは分かりません。5名の答えがそろうまで、結果は出しません。</translation>
    </message>
    <message>
        <source>Not ready to print yet</source>
        <translation>まだ印刷できません</translation>
    </message>
    <message>
        <source>Nothing is printed or answered yet</source>
        <translation>まだ印刷していません</translation>
    </message>
    <message>
        <source>The sheet, checked</source>
        <translation>用紙の確認</translation>
    </message>
    <message>
        <source>This is version {version}</source>
        <translation>第{version}版のとおりです</translation>
    </message>
    <message>
        <source>Tied to the name</source>
        <translation>お名前と結び付ける</translation>
    </message>
    <message>
        <source>What you changed becomes version {version}.</source>
        <translation>直した内容は第{version}版になります。</translation>
    </message>
    <message>
        <source>Whose sheets</source>
        <translation>どなたの用紙か</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無記名</translation>
    </message>
    <message>
        <source>Without names, for the staff</source>
        <translation>担当のアンケートは無記名です</translation>
    </message>
    <message>
        <source>You can change everything freely.</source>
        <translation>自由に直せます。</translation>
    </message>
</context>
<context>
    <name>ChoosePanel</name>
    <message>
        <source>As proposed</source>
        <translation>おすすめに戻す</translation>
    </message>
    <message>
        <source>Choose the figures</source>
        <translation>項目を選ぶ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>月次レポート</translation>
    </message>
    <message>
        <source>Keep this choice</source>
        <translation>この選び方にする</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>The choice of figures is kept.</source>
        <translation>表示する項目を決めました。</translation>
    </message>
    <message>
        <source>Tick what you want to see. Drag a line to its place, or press Alt with the up or down arrow.</source>
        <translation>見たい項目に印を付けます。行は引っぱるか、Altを押しながら上下の矢印で動かせます。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>どこに表示するか</translation>
    </message>
</context>
<context>
    <name>ChoosePicture</name>
    <message>
        <source>Choose a picture</source>
        <translation>写真を選ぶ</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>写真・画像 (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Easy and quick</source>
        <translation>やさしく、早く戻ります</translation>
    </message>
    <message>
        <source>Easy, but slow to pay back</source>
        <translation>やさしいですが、戻るまで時間がかかります</translation>
    </message>
    <message>
        <source>Quick, but takes more</source>
        <translation>早く戻りますが、手間や費用がかかります</translation>
    </message>
    <message>
        <source>Takes more and is slow to pay back</source>
        <translation>手間や費用がかかり、戻るまで時間もかかります</translation>
    </message>
    <message>
        <source>The expected effect is not given yet</source>
        <translation>見込みの効果がまだ入っていません</translation>
    </message>
</context>
<context>
    <name>ChoosingView</name>
    <message>
        <source>All four count the same.</source>
        <translation>4つの見方の重みは同じです。</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Can grow</source>
        <translation>広がり</translation>
    </message>
    <message>
        <source>Change the weights</source>
        <translation>重みを変える</translation>
    </message>
    <message>
        <source>Cost and effect are rated in the middle until the shop has sales of a whole month.</source>
        <translation>1か月分のお買上げがそろうまで、費用と効果は中ほどの点にしています。</translation>
    </message>
    <message>
        <source>Each plan is rated 1 to 5 four times. Initial cost and effect come from the plan&apos;s own numbers, by their share of what the shop earns in a month; how easy it is and whether it can grow you say. Easy and quick ones stand first.</source>
        <translation>計画ごとに、4つの見方で1〜5の点を付けます。初めの費用と効果は、計画の数字がお店の1か月の粗利のどれだけに当たるかで決まります。やりやすさと広がりはご自身で付けます。やさしくて早く戻るものが先に並びます。</translation>
    </message>
    <message>
        <source>Easy to do</source>
        <translation>やりやすさ</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>効果</translation>
    </message>
    <message>
        <source>Example: cost 5, effect 3, easy 4, growing 2, all weighing the same: total 3.5.</source>
        <translation>例:費用5、効果3、やりやすさ4、広がり2で、重みが同じなら、総合は3.5です。</translation>
    </message>
    <message>
        <source>Initial cost</source>
        <translation>初めの費用</translation>
    </message>
    <message>
        <source>It also saves {hours} working hours a year.</source>
        <translation>ほかに、年に{hours}時間の手間が減ります。</translation>
    </message>
    <message>
        <source>No campaign is planned yet</source>
        <translation>計画中のキャンペーンはまだありません</translation>
    </message>
    <message>
        <source>Nobody is on its list yet: open it and choose whom it is for.</source>
        <translation>届ける方がまだいません。開いて、どなたに届けるかを選んでください。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順番</translation>
    </message>
    <message>
        <source>Paid back in</source>
        <translation>戻るまで</translation>
    </message>
    <message>
        <source>Planned campaigns</source>
        <translation>計画中のキャンペーン</translation>
    </message>
    <message>
        <source>Plans you keep as drafts stand here beside each other, with what they cost and bring: the easy and quick ones first.</source>
        <translation>下書きのまま残した計画が、費用と見込みとともにここに並びます。やさしくて早く戻るものから順に並びます。</translation>
    </message>
    <message>
        <source>Profit on cost</source>
        <translation>費用に対する利益</translation>
    </message>
    <message>
        <source>Start this one</source>
        <translation>これを始める</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>総合</translation>
    </message>
    <message>
        <source>Total = weighted mean. Initial cost = one-off costs + printing + postage. Paid back in = initial cost ÷ (expected margin a month − running cost); a plan that ends in a loss does not pay back. Easy: cost and “easy to do” 4 or more; quick: paid back within 3 months. Of equal totals the higher profit on cost stands first.</source>
        <translation>総合=重みを付けた平均。初めの費用=一度だけの費用+印刷+郵送。戻るまで=初めの費用÷(1か月の粗利の見込み−毎月の費用)。損になる計画は元が取れません。費用とやりやすさが4以上なら「やさしい」、3か月以内に戻れば「早い」です。総合が同じなら、費用に対する利益が高いほうが先です。</translation>
    </message>
    <message>
        <source>Weights: {weights}.</source>
        <translation>重み:{weights}</translation>
    </message>
    <message>
        <source>Which one first</source>
        <translation>どれから始めるか</translation>
    </message>
    <message>
        <source>does not pay back</source>
        <translation>元は取れません</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months}か月</translation>
    </message>
    <message>
        <source>{pace}: open it and say how many come because of it and what they bring.</source>
        <translation>{pace}。開いて、何名が来てくださり、いくらの粗利になるかを入れてください。</translation>
    </message>
    <message>
        <source>{pace}: {people} get it, {outlay} is paid first, and {gain} of margin is expected within {days} days.</source>
        <translation>{pace}。{people}にお届けし、先に{outlay}かかり、{days}日のうちに粗利{gain}の見込みです。</translation>
    </message>
    <message>
        <source>{place}. {name}</source>
        <translation>{place}. {name}</translation>
    </message>
    <message>
        <source>“Easy to do” and “Can grow” are yours to rate: click, or stand on the cell and press 1 to 5.</source>
        <translation>「やりやすさ」と「広がり」はご自身で付けます。押すか、マスの上で1〜5のキーを押してください。</translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>Card {amount} off</source>
        <translation>はがき {amount}引き</translation>
    </message>
    <message>
        <source>Card {percent}% off</source>
        <translation>はがき {percent}%引き</translation>
    </message>
    <message>
        <source>Code of a card</source>
        <translation>はがきの記号</translation>
    </message>
    <message>
        <source>Code of a card or an introduction</source>
        <translation>はがき・ご紹介の記号</translation>
    </message>
    <message>
        <source>Introduced by {name}</source>
        <translation>{name}のご紹介</translation>
    </message>
    <message>
        <source>It was valid until {day}. The sale goes on without it.</source>
        <translation>{day}までの特典でした。割引なしで記録できます。</translation>
    </message>
    <message>
        <source>Nothing on the receipt fits the card yet.</source>
        <translation>はがきの特典に当たるものが、まだお買上げにありません。</translation>
    </message>
    <message>
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>This is the visit of {name}</source>
        <translation>{name}のご来店にする</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>このまま使う</translation>
    </message>
    <message>
        <source>Used already on {day} by {name}. The sale goes on without it.</source>
        <translation>{day}に{name}がお使いです。割引なしで記録できます。</translation>
    </message>
    <message>
        <source>With this code {name} introduces new customers; for others it is written down among their details.</source>
        <translation>{name}が新しいお客様をご紹介くださる記号です。すでにお客様の方のご紹介者は、基本情報に入れられます。</translation>
    </message>
    <message>
        <source>{card} · sent {day}</source>
        <translation>{card}({day}にお送りしました)</translation>
    </message>
    <message>
        <source>{card} · {offer}</source>
        <translation>{card}・{offer}</translation>
    </message>
    <message>
        <source>{card} · {offer} (until {day})</source>
        <translation>{card}・{offer}({day}まで)</translation>
    </message>
    <message>
        <source>{why} The sale goes on without it.</source>
        <translation>{why}記号を使わずに記録できます。</translation>
    </message>
</context>
<context>
    <name>CohortCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Customers by first visit</source>
        <translation>初めて来た月ごとのお客様</translation>
    </message>
    <message>
        <source>First</source>
        <translation>初回</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>初めて来た月</translation>
    </message>
    <message>
        <source>First visit in {month}</source>
        <translation>{month}に初めて来た方</translation>
    </message>
    <message numerus="yes">
        <source>First visit in {month}, back %n month(s) later</source>
        <translation><numerusform>{month}に初めて来て、%nか月後にも来た方</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>First visit in {month}: {came} of {people} came %n month(s) later ({percent}%)</source>
        <translation><numerusform>{month}に初めて来た{people}のうち、%nか月後に{came}名がご来店({percent}%)</numerusform></translation>
    </message>
    <message>
        <source>First visit in {month}: {people}</source>
        <translation>{month}に初めて来た方 {people}</translation>
    </message>
    <message>
        <source>Of {people} newcomers, {came} came again in the month after ({percent}%).</source>
        <translation>初めて来た{people}名のうち、翌月も来た方は{came}名({percent}%)です。</translation>
    </message>
    <message>
        <source>Percent of those who first came in the month. Months still running are blank. Enter opens the names.</source>
        <translation>その月に初めて来た方のうち、また来た方の割合(%)です。途中の月は空けてあります。行を選んでEnterを押すと、お名前が出ます。</translation>
    </message>
    <message>
        <source>Return by first-visit month (%)</source>
        <translation>初めて来た月ごとの、また来た割合(%)</translation>
    </message>
    <message>
        <source>The first finished month is not here yet.</source>
        <translation>まだ、まとまった月がありません。</translation>
    </message>
    <message>
        <source>across: months later</source>
        <translation>横は何か月後か</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months}か月</translation>
    </message>
    <message>
        <source>{number} people</source>
        <translation>{number}名</translation>
    </message>
    <message>
        <source>{number} people, few</source>
        <translation>{number}名 少ない</translation>
    </message>
    <message>
        <source>{sentence}, few people</source>
        <translation>{sentence}。人数が少ないので参考です</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose a colour, now {colour}</source>
        <translation>色を選ぶ(今は{colour})</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>%n column(s) is/are not imported.</source>
        <translation><numerusform>取り込まない列が%n個あります。</numerusform></translation>
    </message>
    <message>
        <source>Above the headings: {text}</source>
        <translation>見出しの上:{text}</translation>
    </message>
    <message>
        <source>As a field of our own</source>
        <translation>自分の項目として</translation>
    </message>
    <message>
        <source>Between the columns</source>
        <translation>列の区切り</translation>
    </message>
    <message>
        <source>Customers who are not registered</source>
        <translation>登録のないお客様</translation>
    </message>
    <message>
        <source>Every column is imported.</source>
        <translation>すべての列を取り込みます。</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>見出しの行</translation>
    </message>
    <message>
        <source>Kind of characters</source>
        <translation>文字の種類</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Leave them out and list them</source>
        <translation>取り込まず一覧にする</translation>
    </message>
    <message>
        <source>Register them</source>
        <translation>新しく登録する</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>ファイルのはじめの行</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>見出しなし</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>列を合わせる</translation>
    </message>
    <message>
        <source>What the list is</source>
        <translation>一覧の種類</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>元のソフト</translation>
    </message>
    <message>
        <source>in row {row}</source>
        <translation>{row}行目</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>  row {row}: {text}</source>
        <translation>  {row}行目: {text}</translation>
    </message>
    <message>
        <source>  {customer}: {points}</source>
        <translation>  {customer}:{points}</translation>
    </message>
    <message>
        <source>  {day} {what} {points} → {balance}</source>
        <translation>  {day} {what} {points} → {balance}</translation>
    </message>
    <message>
        <source>  {day} {what} {points} → {balance} (last valid day {expires})</source>
        <translation>  {day} {what} {points} → {balance}({expires}まで)</translation>
    </message>
    <message>
        <source>--for-run prints for the people of a run, in its order. Please give it without --customer, --group and --sort.</source>
        <translation>--for-run は前の印刷と同じ方々へ、同じ順で印刷します。--customer、--group、--sort とは一緒に使えません。</translation>
    </message>
    <message>
        <source>A forecast that misses by more than {most} is not shown in the window.</source>
        <translation>{most}を超えて外れた見込みは、画面に出しません。</translation>
    </message>
    <message>
        <source>A new survey from a file</source>
        <translation>ファイルから新しいアンケートを作る</translation>
    </message>
    <message>
        <source>A purchase of {amount} earns {points}.</source>
        <translation>{amount}のお買上げでたまるのは{points}ポイントです。</translation>
    </message>
    <message>
        <source>Address number: {number}. Bars: {bars}</source>
        <translation>住所表示番号:{number}　バー:{bars}</translation>
    </message>
    <message>
        <source>Addresses on envelopes</source>
        <translation>封筒の宛名</translation>
    </message>
    <message>
        <source>Addresses on postcards</source>
        <translation>はがきの宛名</translation>
    </message>
    <message>
        <source>Addresses on sheets of labels</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>All that those sent to bought, whatever brought them: {last_touch}</source>
        <translation>送った方のお買い上げの合計(効果ではありません): {last_touch}</translation>
    </message>
    <message>
        <source>Answers taken out again: {answers}</source>
        <translation>取り除いた回答: {answers}件</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>{day} 時点</translation>
    </message>
    <message>
        <source>As of {day} customers have {points} points, {money} in money.</source>
        <translation>{day}の時点で、お客様のポイントは合わせて{points}ポイント({money}分)です。</translation>
    </message>
    <message>
        <source>Average purchase amount: {amount}</source>
        <translation>お買い上げの平均 {amount}</translation>
    </message>
    <message>
        <source>Backed up to {file} and checked. Customers: {customers}, purchases: {purchases}.</source>
        <translation>控えを {file} に取り、中身を確かめました。お客様 {customers}名、お買い上げ {purchases}件です。</translation>
    </message>
    <message>
        <source>Begin a new shop</source>
        <translation>新しいお店を始めます</translation>
    </message>
    <message>
        <source>Bring in a campaign that was drawn and sent elsewhere</source>
        <translation>ほかで割り付けて送ったキャンペーンを取り込みます</translation>
    </message>
    <message>
        <source>Bring in a list from a file, or what a shop has beside its lists</source>
        <translation>ファイルから一覧を取り込みます。一覧のほかの、お店の内容も取り込めます</translation>
    </message>
    <message>
        <source>Brought in. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}.</source>
        <translation>取り込みました。世帯 {households}、グループ {groups}、テンプレート {templates}、プリンター {profiles}。</translation>
    </message>
    <message>
        <source>Buying (BG/NBD), in weeks: r {r:.4f}, alpha {alpha:.4f}, a {a:.4f}, b {b:.4f}</source>
        <translation>ご購入(BG/NBD、週単位): r {r:.4f}、alpha {alpha:.4f}、a {a:.4f}、b {b:.4f}</translation>
    </message>
    <message>
        <source>Came: {came_sent} of those sent to ({sent_rate}), {came_held} of those held back ({held_rate})</source>
        <translation>来店: 送った方 {came_sent}名({sent_rate})、様子を見る方 {came_held}名({held_rate})</translation>
    </message>
    <message>
        <source>Campaign {measure}: {name}, sent: {sent}, held back: {held}</source>
        <translation>キャンペーン {measure}: {name}、送付: {sent}、様子見: {held}</translation>
    </message>
    <message>
        <source>Campaigns and what came of them</source>
        <translation>キャンペーンとその結果</translation>
    </message>
    <message>
        <source>Cards after a template</source>
        <translation>テンプレートのはがき</translation>
    </message>
    <message>
        <source>Cards as chosen in the window</source>
        <translation>画面で選んだとおりのはがき</translation>
    </message>
    <message>
        <source>Cards to hand on</source>
        <translation>紹介カード</translation>
    </message>
    <message>
        <source>Cards to hand on to friends, ten on a sheet</source>
        <translation>ご紹介カード(1枚に10面)</translation>
    </message>
    <message>
        <source>Codes that do not agree: {count}</source>
        <translation>番号が合わないもの: {count}枚</translation>
    </message>
    <message>
        <source>Columns that were not imported: {columns}</source>
        <translation>取り込まなかった列: {columns}</translation>
    </message>
    <message>
        <source>Copy the data to a file and check the copy</source>
        <translation>控え(バックアップ)を取り、中身を確かめます</translation>
    </message>
    <message>
        <source>Could not be opened: {count}</source>
        <translation>開けなかったもの: {count}個</translation>
    </message>
    <message>
        <source>Customers: {customers}, of whom bought: {buyers}, once only: {one_time}</source>
        <translation>お客様 {customers}名(お買い上げのあった方 {buyers}名、うち1回だけの方 {one_time}名)</translation>
    </message>
    <message>
        <source>Day {day} of {days}. The verdict is known on {end}.</source>
        <translation>{day}日目({days}日中)。判定は{end}です。</translation>
    </message>
    <message>
        <source>Difference of the shares: {difference} ({range})</source>
        <translation>割合の差: {difference}({range})</translation>
    </message>
    <message>
        <source>Ending (sBG): alpha {alpha:.3f}, beta {beta:.3f}</source>
        <translation>終わり方(sBG): alpha {alpha:.3f}、beta {beta:.3f}</translation>
    </message>
    <message>
        <source>Envelopes and addresses</source>
        <translation>封筒・宛名</translation>
    </message>
    <message>
        <source>Every entry of one customer, the oldest first</source>
        <translation>お一人の明細を古い順に</translation>
    </message>
    <message>
        <source>Figures of the shop</source>
        <translation>お店の数字を出します</translation>
    </message>
    <message>
        <source>First bought {cohort} ({size}), {k} months later: {rate}</source>
        <translation>{cohort} に初めての方({size}名)の {k}か月後: {rate}</translation>
    </message>
    <message>
        <source>Fit buying and spending to all purchases, and try the last months</source>
        <translation>すべての購入から回数と金額の見込みを立て、直近の月で確かめる</translation>
    </message>
    <message>
        <source>Fit how contracts end to the survivors of one cohort</source>
        <translation>一つの集まりの残り人数から契約の終わり方を見積もる</translation>
    </message>
    <message>
        <source>Follow-ups planned to ask for the new address: {count}</source>
        <translation>新しい住所をおたずねする予定を{count}件入れました。</translation>
    </message>
    <message>
        <source>From now on every {amount} earns points: {points}.</source>
        <translation>これからのお買上げは、{amount}ごとに{points}ポイントたまります。</translation>
    </message>
    <message>
        <source>From now on purchases earn no points.</source>
        <translation>これからのお買上げにはポイントがつきません。</translation>
    </message>
    <message>
        <source>Gross profit for each person: {effect} ({low} to {high})</source>
        <translation>お一人あたりの粗利の差: {effect}({low}〜{high})</translation>
    </message>
    <message>
        <source>Import {id} was undone. Removed: {customers} customers, {purchases} purchases; put back: {restored}; kept: {kept}.</source>
        <translation>取り込み {id} を取り消しました。消したもの: お客様 {customers}名、お買い上げ {purchases}件。元に戻したお客様 {restored}名、残したお客様 {kept}名。</translation>
    </message>
    <message>
        <source>Import {import_id} is done. Answers: {accepted}; without a customer: {without_customer}.</source>
        <translation>取り込み {import_id} が終わりました。回答: {accepted}件、お客様なし: {without_customer}件。</translation>
    </message>
    <message>
        <source>Import {import_id} is done. Rows: {accepted}; new customers: {created}; changed: {updated}.</source>
        <translation>取り込みました(取り込み {import_id})。{accepted}行、新しいお客様 {created}名、変わったお客様 {updated}名。</translation>
    </message>
    <message>
        <source>Import {import_id} is done. Rows: {accepted}; new products: {created}; changed: {updated}.</source>
        <translation>取り込み {import_id} が終わりました。行:{accepted}、新しい商品:{created}、新しくした商品:{updated}。</translation>
    </message>
    <message>
        <source>It promises nothing; that it came back is noted.</source>
        <translation>特典のないはがきです。お持ちになったことを記録しました。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>お送りしない方:</translation>
    </message>
    <message>
        <source>Left out: {count}</source>
        <translation>除いたもの: {count}枚</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>Letters after a template</source>
        <translation>テンプレートの手紙</translation>
    </message>
    <message>
        <source>Look whether the data are whole</source>
        <translation>データが無事かどうか確かめます</translation>
    </message>
    <message>
        <source>Make a survey, or see what was answered</source>
        <translation>アンケートを作る・結果を見る</translation>
    </message>
    <message>
        <source>Make two records of one customer into one</source>
        <translation>同じお客様のふたつの記録をひとつにする</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Member cards, ten on a sheet</source>
        <translation>会員カード(1枚に10面)</translation>
    </message>
    <message>
        <source>Models of what customers are still worth</source>
        <translation>これからのお付き合いの見込み</translation>
    </message>
    <message>
        <source>NPS {nps} ± {margin} ({n} people: {promoters} promoters, {detractors} detractors)</source>
        <translation>すすめたい度 {nps} ± {margin}({n}名:すすめる {promoters}名、すすめない {detractors}名)</translation>
    </message>
    <message>
        <source>Net sales: {amount}</source>
        <translation>売上 {amount}</translation>
    </message>
    <message>
        <source>No column says when was answered. All answers are taken to be of today.</source>
        <translation>回答した日の列がないため、すべて今日の回答とします。</translation>
    </message>
    <message>
        <source>No file was named. Please give --out.</source>
        <translation>書き出す先がありません。--out で指定してください。</translation>
    </message>
    <message>
        <source>No offer was chosen in the window yet, so none stands on the pieces.</source>
        <translation>画面で特典がまだ選ばれていないため、特典は印刷していません。</translation>
    </message>
    <message>
        <source>No post came back yet.</source>
        <translation>戻ってきた郵便はまだありません。</translation>
    </message>
    <message>
        <source>No row could be brought in. Nothing was changed. The first reason, row {row}: {reason}</source>
        <translation>取り込める行がありませんでした。何も変わっていません。はじめの理由({row}行目): {reason}</translation>
    </message>
    <message>
        <source>No run was named. Please give --run with its number; the verb print-log lists them.</source>
        <translation>印刷の番号がありません。--run で番号を指定してください。番号は print-log で一覧できます。</translation>
    </message>
    <message>
        <source>No sheet found in the picture: {count}</source>
        <translation>用紙の場所が分からない画像: {count}枚</translation>
    </message>
    <message>
        <source>Nobody was held back, so there is nothing to compare with and no verdict.</source>
        <translation>様子を見る方がいないため、比べるものがなく、判定は出せません。</translation>
    </message>
    <message>
        <source>Nobody was named. Please give --customer or --group.</source>
        <translation>宛先がありません。--customer か --group を付けてください。</translation>
    </message>
    <message>
        <source>None of the rows could be imported. Nothing was changed. The first reason, row {row}: {reason}</source>
        <translation>取り込める行がありませんでした。何も変わっていません。最初の理由({row}行目): {reason}</translation>
    </message>
    <message>
        <source>Not named, and so no longer part of the rule: {option} {value}.</source>
        <translation>指定がないので、これまでのきまりから外れます: {option} {value}</translation>
    </message>
    <message>
        <source>Not sheets of this shop: {count}</source>
        <translation>当店の用紙でないもの: {count}枚</translation>
    </message>
    <message>
        <source>Note post that came back, or list what did</source>
        <translation>戻ってきた郵便を記録する、または一覧にする</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>まだ何も印刷していません。</translation>
    </message>
    <message>
        <source>Of the last {months} months {expected} purchases were foretold; there were {actual}: a miss of {error}.</source>
        <translation>直近{months}か月の購入を{expected}回と見込み、実際は{actual}回でした(差 {error})。</translation>
    </message>
    <message>
        <source>Of the staff nothing is shown before five have answered.</source>
        <translation>スタッフのアンケートは、5名のお答えがそろうまで何も表示しません。</translation>
    </message>
    <message>
        <source>Of these people, {count} were in another campaign at the same time. What each of the two did cannot be told apart.</source>
        <translation>このうち {count} 名は、同じ期間に別のキャンペーンにも入っています。それぞれの効果を分けて見ることはできません。</translation>
    </message>
    <message>
        <source>On a landscape envelope the address is written horizontally, so --direction vertical was not followed.</source>
        <translation>横長の封筒の宛名は横書きです。--direction vertical には従っていません。</translation>
    </message>
    <message>
        <source>Only tried, nothing was stored. Answers: {accepted}; without a customer: {without_customer}.</source>
        <translation>試しただけで、何も保存していません。回答: {accepted}件、お客様なし: {without_customer}件。</translation>
    </message>
    <message>
        <source>Only tried, nothing was stored. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}.</source>
        <translation>試しただけで、何も保存していません。世帯 {households}、グループ {groups}、テンプレート {templates}、プリンター {profiles}。</translation>
    </message>
    <message>
        <source>Only tried, nothing was stored. Rows: {accepted}; new customers: {created}; changed: {updated}.</source>
        <translation>試しただけで、保存していません。{accepted}行、新しいお客様 {created}名、変わったお客様 {updated}名。</translation>
    </message>
    <message>
        <source>Only tried, nothing was stored. Rows: {accepted}; new products: {created}; changed: {updated}.</source>
        <translation>試しただけで、何も保存していません。行:{accepted}、新しい商品:{created}、新しくした商品:{updated}。</translation>
    </message>
    <message>
        <source>Pieces not sent to these addresses since: {count}, saved: {yen}</source>
        <translation>その後、これらの住所あてに送らずにすんだ数:{count}、節約:{yen}</translation>
    </message>
    <message>
        <source>Pieces: {count}, pages: {pages}, in {file}. They are recorded as handed over.</source>
        <translation>{count}件・{pages}ページを{file}に作りました。お渡し済みとして記録しました。</translation>
    </message>
    <message>
        <source>Pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.</source>
        <translation>{count}件、{pages}ページを {file} に作りました。送付済みとして記録しました。</translation>
    </message>
    <message>
        <source>Please give --customer or --group for sheets with names, or --copies for sheets without.</source>
        <translation>お名前入りの用紙は --customer か --group を、お名前なしの用紙は --copies をお付けください。</translation>
    </message>
    <message>
        <source>Points count for {months} months after the last visit, the last day included.</source>
        <translation>ポイントは最後のご来店から{months}か月使えます(最後の日も使えます)。</translation>
    </message>
    <message>
        <source>Points count for {months} months after they are earned, the last day included.</source>
        <translation>ポイントはたまった日から{months}か月使えます(最後の日も使えます)。</translation>
    </message>
    <message>
        <source>Points count to the end of the month {months} months after the last visit.</source>
        <translation>ポイントは最後のご来店から{months}か月後の月末まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>Points count to the end of the month {months} months after they are earned.</source>
        <translation>ポイントはたまった日から{months}か月後の月末まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>Points count up to and including {month}/{day} of the year.</source>
        <translation>ポイントは{month}月{day}日まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>Points do not lapse.</source>
        <translation>ポイントに期限はありません。</translation>
    </message>
    <message>
        <source>Points taken off again: {points}</source>
        <translation>取り消したポイント:{points}</translation>
    </message>
    <message>
        <source>Post came back. Please ask for the new address.</source>
        <translation>郵便が戻ってきました。新しいご住所をうかがってください。</translation>
    </message>
    <message>
        <source>Postcards</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Print pieces as a PDF and record them as sent</source>
        <translation>印刷物をPDFにして、送付済みとして記録します</translation>
    </message>
    <message>
        <source>Printed, but please look:</source>
        <translation>印刷しましたが、ご確認ください:</translation>
    </message>
    <message>
        <source>Products taken out again: {products}</source>
        <translation>取り消した商品:{products}</translation>
    </message>
    <message>
        <source>Profit on cost: {value} ({low} to {high})</source>
        <translation>もうけの見込み(費用に対する利益): {value}({low}〜{high})</translation>
    </message>
    <message>
        <source>Purchases from {day} on earn points for every {amount}: {points}.</source>
        <translation>{day}からのお買上げは、{amount}ごとに{points}ポイントたまります。</translation>
    </message>
    <message>
        <source>Put a backup in the place of the data</source>
        <translation>控えから戻します</translation>
    </message>
    <message>
        <source>Read before, counted once: {count}</source>
        <translation>前に読み取った用紙(二重には数えません): {count}枚</translation>
    </message>
    <message>
        <source>Read filled-in sheets of surveys from pictures</source>
        <translation>記入したアンケートの用紙を画像から読み取る</translation>
    </message>
    <message>
        <source>Read without a doubt: {count}</source>
        <translation>そのまま読めた用紙: {count}枚</translation>
    </message>
    <message>
        <source>Receipts: {receipts}</source>
        <translation>お会計 {receipts}件</translation>
    </message>
    <message>
        <source>Report of {month}: {pages} pages, in {file}.</source>
        <translation>{month}のまとめ: {pages}ページ、{file}に書きました。</translation>
    </message>
    <message>
        <source>Restored from {file}. Customers: {customers}, purchases: {purchases}.</source>
        <translation>{file} から戻しました。お客様 {customers}名、お買い上げ {purchases}件です。</translation>
    </message>
    <message>
        <source>Rows that were refused: {rows}</source>
        <translation>取り込めなかった行: {rows}行</translation>
    </message>
    <message>
        <source>Rows without a customer: {rows}</source>
        <translation>お客様の分からない行: {rows}行</translation>
    </message>
    <message>
        <source>Rows written to {file}: {rows}</source>
        <translation>{file} に {rows}行を書き出しました。</translation>
    </message>
    <message>
        <source>Rules, statements and balances of points</source>
        <translation>ポイントのきまり・明細・残高</translation>
    </message>
    <message>
        <source>Run {run} stopped: {count} pieces from number {next} on are not noted as sent any more.</source>
        <translation>印刷{run}は止まりました。{next}枚目からの{count}枚を、まだ送っていないものに戻しました。</translation>
    </message>
    <message>
        <source>Run {run}: {count} pieces were left out.</source>
        <translation>印刷{run}:{count}枚を取りやめました。</translation>
    </message>
    <message>
        <source>Sales without a customer: {amount} ({rows} rows)</source>
        <translation>お客様の分からない売上 {amount}({rows}行)</translation>
    </message>
    <message>
        <source>Second visit within {days} days: {rate}</source>
        <translation>{days}日以内の2回目のご来店 {rate}</translation>
    </message>
    <message>
        <source>Sent: {sent}, held back: {held}. An effect of {margin} or more for each person can be seen, four times in five; of those who come, {points} points.</source>
        <translation>送る方: {sent}、様子を見る方: {held}。お一人あたり {margin} 以上の差なら、8割の確かさで見分けられます。来店の割合では {points} ポイントです。</translation>
    </message>
    <message>
        <source>Sent: {sent}, held back: {held}. With these no effect can be seen.</source>
        <translation>送る方: {sent}、様子を見る方: {held}。この人数では効果は分かりません。</translation>
    </message>
    <message>
        <source>Sheets of a survey to fill in</source>
        <translation>アンケートの用紙</translation>
    </message>
    <message>
        <source>Sheets: {count}, pages: {pages}, in {file}. They are recorded as handed over.</source>
        <translation>用紙{count}枚、{pages}ページを {file} に作り、お渡し済みとして記録しました。</translation>
    </message>
    <message>
        <source>So many more people would settle it: {needed}</source>
        <translation>はっきりするまでの人数: あと約{needed}名</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({kind}). What was saved before is safe. Run it again with OKAERI_DEBUG=1 for details.</source>
        <translation>プログラムの中で問題が起きました({kind})。これまでに保存した内容は無事です。詳しく調べるときは OKAERI_DEBUG=1 を付けてもう一度実行してください。</translation>
    </message>
    <message>
        <source>Spending (gamma-gamma): p {p:.4f}, q {q:.4f}, v {v:.2f}</source>
        <translation>金額(gamma-gamma): p {p:.4f}、q {q:.4f}、v {v:.2f}</translation>
    </message>
    <message>
        <source>State the whole rule for what is recorded from now on; what is not named counts plainly</source>
        <translation>これから記録するお買上げのきまりを、まるごと決めます(指定のないものは、ふつうの扱いになります)</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>中止しました。何も変わっていません。</translation>
    </message>
    <message>
        <source>Survey sheets</source>
        <translation>アンケート用紙</translation>
    </message>
    <message>
        <source>Survey {survey}, version {version}: {title}, questions: {questions}</source>
        <translation>アンケート{survey} 第{version}版: {title}、質問{questions}問</translation>
    </message>
    <message>
        <source>Take a whole import back</source>
        <translation>取り込みをまるごと取り消します</translation>
    </message>
    <message>
        <source>The campaigns, drafts first, then those running, then the others</source>
        <translation>キャンペーンの一覧。下書き、実施中、そのほかの順です</translation>
    </message>
    <message>
        <source>The customer barcode of an address</source>
        <translation>住所のカスタマバーコードを作ります</translation>
    </message>
    <message>
        <source>The data are whole. Customers: {customers}, purchases: {purchases}.</source>
        <translation>データは無事です。お客様 {customers}名、お買い上げ {purchases}件です。</translation>
    </message>
    <message>
        <source>The data file is damaged. Please restore the latest backup. What was found:</source>
        <translation>データのファイルが壊れています。最後の控えから戻してください。見つかった点:</translation>
    </message>
    <message>
        <source>The figures kept beside the purchases differ from them. “check --repair” counts them anew.</source>
        <translation>集計の数字がお買い上げと合っていません。「check --repair」で数え直せます。</translation>
    </message>
    <message>
        <source>The figures were counted anew from the purchases.</source>
        <translation>お買い上げから数字を数え直しました。</translation>
    </message>
    <message>
        <source>The folder is copied by {service} while it is in use, which can tear the data. Please choose another; backups may lie there.</source>
        <translation>このフォルダーは使っている間に{service}が同期するため、データが壊れることがあります。別のフォルダーを選んでください。控えの置き場所にはお使いいただけます。</translation>
    </message>
    <message>
        <source>The groups of customers, with how many are in each</source>
        <translation>お客様グループと、それぞれの人数</translation>
    </message>
    <message>
        <source>The groups were drawn outside this program.</source>
        <translation>組はほかで分けたものです。</translation>
    </message>
    <message>
        <source>The groups were not alike before: do not trust this result.</source>
        <translation>二つの組は、送る前から似ていませんでした。この結果は当てにしないでください。</translation>
    </message>
    <message>
        <source>The month-end report as a PDF; the same month gives the same file</source>
        <translation>月次レポートのPDF。同じ月からは同じファイルができます</translation>
    </message>
    <message>
        <source>The points do not add up: balances may be wrong. Please restore a backup from before it. What was found:</source>
        <translation>ポイントの計算が合っていません。残高が正しくないおそれがあります。その前のバックアップに戻してください。見つかったこと:</translation>
    </message>
    <message>
        <source>The print log and the codes on cards and coupons handed out so far stay with the old shop; restore a backup to keep them.</source>
        <translation>印刷の記録と、これまでにお渡ししたカードやクーポンの記号は前のお店に残ります。引き継ぐには控えから戻してください。</translation>
    </message>
    <message>
        <source>The rest: pieces: {count}, pages: {pages}, in {file}. They are recorded as handed over.</source>
        <translation>残りの{count}件・{pages}ページを{file}に作りました。お渡し済みとして記録しました。</translation>
    </message>
    <message>
        <source>The rest: pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.</source>
        <translation>残りの{count}枚({pages}ページ)を {file} に書き出し、送付済みにしました。</translation>
    </message>
    <message>
        <source>The rule so far let points lapse; those earned under the new one do not.</source>
        <translation>これまでのきまりには有効期限がありました。新しいきまりでたまるポイントには期限がありません。</translation>
    </message>
    <message>
        <source>The same as run {run} of the same day, in its order and laid for this printer: in {file}. Nothing was recorded a second time.</source>
        <translation>同じ日の印刷{run}と同じものを、その順番のまま、このプリンターに合わせて{file}に作りました。二重には記録していません。</translation>
    </message>
    <message>
        <source>The same as run {run} of the same day, the same bytes: in {file}. Nothing was recorded a second time.</source>
        <translation>同じ日の印刷{run}とまったく同じものを{file}に作りました。二重には記録していません。</translation>
    </message>
    <message>
        <source>The same once more: pieces: {count}, in {file}. Nothing was recorded.</source>
        <translation>同じもの{count}枚を {file} に書き出しました。記録はしていません。</translation>
    </message>
    <message>
        <source>The shop {name} begins in {file}.</source>
        <translation>{name} を始めました。データの場所: {file}</translation>
    </message>
    <message>
        <source>The sizes of the groups do not come from such a draw: do not trust this result.</source>
        <translation>組の人数が、決めた割合でのくじ引きとは合いません。この結果は当てにしないでください。</translation>
    </message>
    <message>
        <source>The surveys, with how many sheets were handed out and answered</source>
        <translation>アンケートの一覧と、お渡しした枚数・回答の数</translation>
    </message>
    <message>
        <source>The templates to print with</source>
        <translation>印刷に使えるテンプレートの一覧</translation>
    </message>
    <message>
        <source>The verb has ended, but its answer cannot be written: {reason}.</source>
        <translation>処理は終わりましたが、結果を書き出せません: {reason}</translation>
    </message>
    <message>
        <source>The whole list comes with --json.</source>
        <translation>すべての一覧は --json で出ます。</translation>
    </message>
    <message>
        <source>There are not enough purchases yet for this figure (as of {day}).</source>
        <translation>この数字を出せるだけのお買い上げがまだありません({day} 時点)。</translation>
    </message>
    <message>
        <source>There are not enough purchases yet to say from them what effect can be seen.</source>
        <translation>お買上げの記録がまだ少なく、見分けられる差は分かりません。</translation>
    </message>
    <message>
        <source>There is no campaign yet.</source>
        <translation>キャンペーンはまだありません。</translation>
    </message>
    <message>
        <source>There is no picture among these files. Nothing was read.</source>
        <translation>この中に画像がありません。何も読み取っていません。</translation>
    </message>
    <message>
        <source>There is no survey yet.</source>
        <translation>アンケートはまだありません。</translation>
    </message>
    <message>
        <source>There is too little to fit: {customers} customers, {repeaters} of whom came again, and {months} months are needed. Nothing was done.</source>
        <translation>記録が足りません。お客様{customers}名、うち再来店{repeaters}名、{months}か月分が要ります。何もしていません。</translation>
    </message>
    <message>
        <source>These are no survivors of one cohort: at least three numbers that fall, the first above zero. Nothing was done.</source>
        <translation>一つの集まりの残り人数ではありません。減っていく3つ以上の数(最初は0より大きい数)が要ります。何もしていません。</translation>
    </message>
    <message>
        <source>This file was imported before, on {day}, as import {id}.</source>
        <translation>このファイルは {day} にも取り込んでいます(取り込み {id})。</translation>
    </message>
    <message>
        <source>This was sent to {name}; it was used by somebody else.</source>
        <translation>{name}様宛てのものを、別の方がお使いになりました。</translation>
    </message>
    <message>
        <source>Use the code of a printed piece</source>
        <translation>印刷物の記号を使う</translation>
    </message>
    <message>
        <source>Was taken out by hand.</source>
        <translation>手で外しました。</translation>
    </message>
    <message>
        <source>What a campaign did: effect, profit on cost, verdict</source>
        <translation>キャンペーンの結果: 効果・もうけ・判定</translation>
    </message>
    <message>
        <source>What came back: rate of return, NPS and every question</source>
        <translation>集計:回収率、すすめたい度、質問ごとのお答え</translation>
    </message>
    <message>
        <source>What effect can be seen with so many people</source>
        <translation>この人数で見分けられる差</translation>
    </message>
    <message>
        <source>What every customer has, and what that is in money</source>
        <translation>お一人ごとの残りと、その金額</translation>
    </message>
    <message>
        <source>What was printed, the latest first</source>
        <translation>印刷の記録(新しい順)</translation>
    </message>
    <message>
        <source>What was there before is kept as {file}.</source>
        <translation>戻す前のデータは {file} に残してあります。</translation>
    </message>
    <message>
        <source>With doubts, waiting to be looked at: {count}</source>
        <translation>迷ったところがあり、確認待ちの用紙: {count}枚</translation>
    </message>
    <message>
        <source>Worth a look: {count}</source>
        <translation>気になるところ: {count}件</translation>
    </message>
    <message>
        <source>Write a list to a file, or what the shop has beside its lists</source>
        <translation>一覧をファイルに書き出します。一覧のほかの、お店の内容も書き出せます</translation>
    </message>
    <message>
        <source>Write the rows a result was worked out from, so that anybody can check it</source>
        <translation>結果の元になった明細を書き出す(だれでもたしかめられます)</translation>
    </message>
    <message>
        <source>Written to {file}. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}.</source>
        <translation>{file} に書き出しました。世帯 {households}、グループ {groups}、テンプレート {templates}、プリンター {profiles}。</translation>
    </message>
    <message>
        <source>Written: {rows} rows to {file}</source>
        <translation>{file}に{rows}行を書き出しました</translation>
    </message>
    <message>
        <source>a question of the survey</source>
        <translation>アンケートの質問</translation>
    </message>
    <message>
        <source>also for whoever was sent post on one of the last 30 days; else they are left out</source>
        <translation>30日以内に郵便をお送りした方にも印刷します(指定しなければ除きます)</translation>
    </message>
    <message>
        <source>also make records of customers that are named only there</source>
        <translation>まだ登録のないお客様も登録する</translation>
    </message>
    <message>
        <source>also where it would hold far less than the last one</source>
        <translation>前の控えよりずっと少なくても書き出す</translation>
    </message>
    <message>
        <source>answered surveys: {count}</source>
        <translation>アンケートの回答:{count}枚</translation>
    </message>
    <message>
        <source>as few points as can be used</source>
        <translation>使えるのはこのポイント数から</translation>
    </message>
    <message>
        <source>as it stood on this day; else today</source>
        <translation>この日の時点(なければ今日)</translation>
    </message>
    <message>
        <source>as the figures stood on this day</source>
        <translation>この日の時点で</translation>
    </message>
    <message>
        <source>at the end of this day</source>
        <translation>この日の終わりの残り</translation>
    </message>
    <message>
        <source>calls and notes: {count}</source>
        <translation>やりとり: {count}</translation>
    </message>
    <message>
        <source>came back by post: {count}</source>
        <translation>郵便で戻った:{count}</translation>
    </message>
    <message>
        <source>card</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>codes of the pieces that came back; none: list those noted</source>
        <translation>戻ってきた郵便の記号(なければ記録の一覧)</translation>
    </message>
    <message>
        <source>codes used: {count}</source>
        <translation>使った記号: {count}</translation>
    </message>
    <message>
        <source>contracts: {count}</source>
        <translation>契約:{count}</translation>
    </message>
    <message>
        <source>count anew the figures that are kept beside the purchases</source>
        <translation>お買上げとは別に覚えている数字を数え直す</translation>
    </message>
    <message>
        <source>customers they sent: {count}</source>
        <translation>ご紹介くださった方: {count}</translation>
    </message>
    <message>
        <source>days of the month with the bonus rate, such as 5,20</source>
        <translation>割合が変わる毎月の日(例: 5,20)</translation>
    </message>
    <message>
        <source>do nothing when there is a warning</source>
        <translation>気になるところがあれば何もしない</translation>
    </message>
    <message>
        <source>excel: to look at; moving: to bring in elsewhere without loss</source>
        <translation>excel=見るため、moving=ほかへ移すため(何も失われません)</translation>
    </message>
    <message>
        <source>file to say in where everything lies, in points from the lower left corner</source>
        <translation>各部品の位置を書き出すファイル(左下からのポイント)</translation>
    </message>
    <message>
        <source>file to say in where the boxes of one sheet lie, in points from the lower left corner</source>
        <translation>1枚の□の位置を書き出すファイル(左下からのポイント)</translation>
    </message>
    <message>
        <source>first free place of the first sheet, counted from 1; else as in the window</source>
        <translation>1枚目の空いている最初の面(1から数えて。省略すると画面のとおり)</translation>
    </message>
    <message>
        <source>folder that holds the shop&apos;s data</source>
        <translation>お店のデータがあるフォルダー</translation>
    </message>
    <message>
        <source>follow-ups: {count}</source>
        <translation>予定: {count}</translation>
    </message>
    <message>
        <source>for answers: number or title of the survey; the verb surveys lists them</source>
        <translation>answers のとき: アンケートの番号か題名(surveys で一覧)</translation>
    </message>
    <message>
        <source>for every so much money (minor units)</source>
        <translation>この金額ごとに(円)</translation>
    </message>
    <message>
        <source>for purchases of this day and later; else for all that are recorded from now on</source>
        <translation>この日からのお買上げに(なければ、これから記録するすべてに)</translation>
    </message>
    <message>
        <source>for the pieces of that run of the print log, in its order and with its codes</source>
        <translation>印刷の記録のその回と同じ方々へ、同じ順・同じ番号で</translation>
    </message>
    <message>
        <source>goes with run {count}</source>
        <translation>印刷{count}と組</translation>
    </message>
    <message>
        <source>how many of them are held back; else as many as usual</source>
        <translation>そのうち様子を見る方の人数。なければ、おすすめの人数</translation>
    </message>
    <message>
        <source>how many people there are, those held back included</source>
        <translation>人数(様子を見る方を含みます)</translation>
    </message>
    <message>
        <source>how many there were at first and after each renewal, such as 1000,869,743</source>
        <translation>最初と更新ごとの残り人数(例 1000,869,743)</translation>
    </message>
    <message>
        <source>in larger letters</source>
        <translation>大きな文字で</translation>
    </message>
    <message>
        <source>in which order the pieces come out; else as in the window</source>
        <translation>印刷の順番(省略すると画面のとおり)</translation>
    </message>
    <message>
        <source>its aim; results of a kind are put together</source>
        <translation>目的。同じ目的の結果はまとめて見ます</translation>
    </message>
    <message>
        <source>key or name of a template; else the one chosen last in the window</source>
        <translation>テンプレートのキーか名前(省略すると画面で最後に選んだもの)</translation>
    </message>
    <message>
        <source>key or name of a template; the verb templates lists them</source>
        <translation>テンプレートのキーか名前(templatesで一覧)</translation>
    </message>
    <message>
        <source>kind of characters of a text file; else found out</source>
        <translation>文字の種類(省略すると自動)</translation>
    </message>
    <message>
        <source>language of the sentences</source>
        <translation>表示する言葉</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>moved, sized and turned as is kept for this printer and the paper</source>
        <translation>このプリンターと用紙について保存した位置・大きさ・向きで印刷します</translation>
    </message>
    <message>
        <source>name of a group; the verb groups lists them; may stand several times</source>
        <translation>グループの名前(groupsで一覧が出ます。何度でも書けます)</translation>
    </message>
    <message>
        <source>name of the envelope; else the one chosen last in the window</source>
        <translation>封筒の名前(省略すると画面で最後に選んだもの)</translation>
    </message>
    <message>
        <source>no more than so many</source>
        <translation>何件まで</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>まだ印刷していません</translation>
    </message>
    <message>
        <source>not printed: {count}</source>
        <translation>印刷できなかった:{count}</translation>
    </message>
    <message>
        <source>note that the pieces from this number on did not come out</source>
        <translation>この番号から先が印刷されなかったと記録する</translation>
    </message>
    <message>
        <source>number of a customer (#12: the one of id 12 without a number); may stand several times</source>
        <translation>お客様番号(#12は番号のない方。何度でも)</translation>
    </message>
    <message>
        <source>number of a customer; may stand several times</source>
        <translation>お客様番号(何度でも書けます)</translation>
    </message>
    <message>
        <source>number of the campaign; measure list names them</source>
        <translation>キャンペーンの番号(measure listで出ます)</translation>
    </message>
    <message>
        <source>number of the customer</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>number of the customer who stays</source>
        <translation>残すお客様の番号</translation>
    </message>
    <message>
        <source>number of the import, as it was said then</source>
        <translation>取り込みの番号</translation>
    </message>
    <message>
        <source>number of the one who is taken into the first</source>
        <translation>ひとつにまとめて消えるほうの番号</translation>
    </message>
    <message>
        <source>number of whoever brought it, when another one than it was sent to</source>
        <translation>持ってこられた方の番号(お送りした方と違うとき)</translation>
    </message>
    <message>
        <source>number or title of a survey; the verb surveys lists them</source>
        <translation>アンケートの番号か題(surveysで一覧が出ます)</translation>
    </message>
    <message>
        <source>of a last step that is not full</source>
        <translation>端数の扱い(down=切り捨て、nearest=四捨五入、up=切り上げ)</translation>
    </message>
    <message>
        <source>of each row, for retention</source>
        <translation>retentionの1行の期間</translation>
    </message>
    <message>
        <source>of the address; else as in the window</source>
        <translation>宛名の向き(省略すると画面のとおり)</translation>
    </message>
    <message>
        <source>one JSON object instead of sentences</source>
        <translation>文の代わりにJSONを1つ出す</translation>
    </message>
    <message>
        <source>one run, with everybody on it</source>
        <translation>一つの印刷と、その宛先</translation>
    </message>
    <message>
        <source>only the answers to sheets of this month (YYYY-MM)</source>
        <translation>この月の用紙の回答だけ(YYYY-MM)</translation>
    </message>
    <message>
        <source>only those of a kind</source>
        <translation>この種類だけ</translation>
    </message>
    <message>
        <source>only those that are drafts, in use or archived</source>
        <translation>下書き・使用中・しまったもののどれかだけ</translation>
    </message>
    <message>
        <source>only try it; nothing is stored</source>
        <translation>試すだけで保存しない</translation>
    </message>
    <message>
        <source>over</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>points added to a first visit</source>
        <translation>はじめてのご来店に足すポイント</translation>
    </message>
    <message>
        <source>points count for so many months, the last day included</source>
        <translation>たまってから何か月使えるか(最後の日も使えます)</translation>
    </message>
    <message>
        <source>points count up to this day of a year, that day included</source>
        <translation>毎年この日まで使えます(その日も使えます)</translation>
    </message>
    <message>
        <source>points for either side of an introduction</source>
        <translation>ご紹介くださった方と、ご紹介で来られた方のそれぞれにつくポイント</translation>
    </message>
    <message>
        <source>points: {count}</source>
        <translation>ポイント: {count}</translation>
    </message>
    <message>
        <source>printed pieces: {count}</source>
        <translation>印刷物: {count}</translation>
    </message>
    <message>
        <source>product of the sheet, such as 28171, or its measures; else the one used last in the window</source>
        <translation>ラベル用紙の品番(28171など)か寸法(省略すると画面で最後に使ったもの)</translation>
    </message>
    <message>
        <source>program the file comes from; else found out</source>
        <translation>書き出し元のソフト(省略すると自動)</translation>
    </message>
    <message>
        <source>purchases below this amount earn nothing</source>
        <translation>この金額に満たないお買上げにはつきません</translation>
    </message>
    <message>
        <source>purchases count for so many days, the day of sending included</source>
        <translation>お買上げを数える日数(送った日を含みます)</translation>
    </message>
    <message>
        <source>purchases earn no points any more; what is there can still be used</source>
        <translation>これからはポイントがたまりません(お持ちの分は使えます)</translation>
    </message>
    <message>
        <source>purchases: {count}</source>
        <translation>お買上げ: {count}</translation>
    </message>
    <message>
        <source>rate in the month of the birthday: 200 = twice</source>
        <translation>お誕生月の割合(200=2倍)</translation>
    </message>
    <message>
        <source>rate on the days named by --bonus-days and --bonus-weekdays: 200 = twice</source>
        <translation>--bonus-days と --bonus-weekdays の日の割合(200=2倍)</translation>
    </message>
    <message>
        <source>referral card</source>
        <translation>ご紹介カード</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実施中</translation>
    </message>
    <message>
        <source>scans or photos of filled-in sheets: PDF, TIFF, JPEG, PNG, or folders of them</source>
        <translation>記入した用紙の画像(PDF・TIFF・JPEG・PNG)か、そのフォルダー</translation>
    </message>
    <message>
        <source>seven digits, with or without a hyphen</source>
        <translation>郵便番号7桁(ハイフンはあってもなくても)</translation>
    </message>
    <message>
        <source>shop: households, groups, templates, printers, print settings and prices, who is archived; a JSON file</source>
        <translation>shop: 世帯、グループ、テンプレート、プリンター、印刷の設定と費用、しまったお客様(JSONファイル)</translation>
    </message>
    <message>
        <source>shop: households, groups, templates, printers, print settings and prices, who is archived; a JSON file; answers: of a web form, to the survey named by --survey</source>
        <translation>shop: 世帯・グループ・テンプレート・プリンター・印刷の設定と料金・しまってある方。JSONファイル。answers: Webフォームの回答を、--survey のアンケートへ</translation>
    </message>
    <message>
        <source>show this help and do nothing else</source>
        <translation>この説明を表示して終わる</translation>
    </message>
    <message>
        <source>size of a sheet; a5x2: two pages of A5 on one of A4</source>
        <translation>用紙の大きさ(a5x2: A4にA5を2ページ)</translation>
    </message>
    <message>
        <source>small cards</source>
        <translation>名刺サイズ</translation>
    </message>
    <message>
        <source>so many for each; else as in the window</source>
        <translation>1件あたりの枚数(省略すると画面のとおり)</translation>
    </message>
    <message>
        <source>so many points are earned</source>
        <translation>たまるポイント数</translation>
    </message>
    <message>
        <source>so many sheets that carry no customer</source>
        <translation>お名前のない用紙の枚数</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>suggestions: {count}</source>
        <translation>ご提案:{count}</translation>
    </message>
    <message>
        <source>the PDF to write</source>
        <translation>書き出すPDF</translation>
    </message>
    <message>
        <source>the address, or what of it follows the town</source>
        <translation>住所、または町名のあとの部分</translation>
    </message>
    <message>
        <source>the copy to put back</source>
        <translation>戻す控えのファイル</translation>
    </message>
    <message>
        <source>the copy to write</source>
        <translation>書き出す控えのファイル</translation>
    </message>
    <message>
        <source>the day it was sent; a date in the list counts before it</source>
        <translation>送った日。一覧に日付があれば、そちらを使います</translation>
    </message>
    <message>
        <source>the day of the run; else today</source>
        <translation>印刷の日(なければ今日)</translation>
    </message>
    <message>
        <source>the day that stands on it; else today</source>
        <translation>印刷物に入れる日付(省略すると今日)</translation>
    </message>
    <message>
        <source>the day they came back; else today</source>
        <translation>戻ってきた日(省略すると今日)</translation>
    </message>
    <message>
        <source>the day they go off; else today</source>
        <translation>送る日(省略時は今日)</translation>
    </message>
    <message>
        <source>the file to read: .csv, .tsv, .txt, .xlsx, .xls, .ods; for shop .json</source>
        <translation>読み込むファイル(.csv、.tsv、.txt、.xlsx、.xls、.ods。shopは.json)</translation>
    </message>
    <message>
        <source>the file to write: .csv, .tsv, .xlsx</source>
        <translation>書き出すファイル: .csv、.tsv、.xlsx</translation>
    </message>
    <message>
        <source>the file to write: .csv, .tsv, .xlsx; for shop .json</source>
        <translation>書き出すファイル(.csv、.tsv、.xlsx。shopは.json)</translation>
    </message>
    <message>
        <source>the month it is of; of the one that runs as far as it has come</source>
        <translation>どの月か。途中の月は今日までの分</translation>
    </message>
    <message>
        <source>the months begin anew with each visit</source>
        <translation>ご来店のたびに期限がのびます</translation>
    </message>
    <message>
        <source>the pieces that did not come out are not printed any more</source>
        <translation>印刷されなかった分を取りやめる</translation>
    </message>
    <message>
        <source>the survey as a JSON file</source>
        <translation>アンケートのJSONファイル</translation>
    </message>
    <message>
        <source>three letters: JPY, EUR …</source>
        <translation>通貨の3文字(JPY、EURなど)</translation>
    </message>
    <message>
        <source>to the end of that month</source>
        <translation>その月の末日まで</translation>
    </message>
    <message>
        <source>use the sample shop</source>
        <translation>見本のお店を使う</translation>
    </message>
    <message>
        <source>voices: {count}</source>
        <translation>ご意見・ご相談:{count}</translation>
    </message>
    <message>
        <source>weekdays with the bonus rate, such as mon,sat</source>
        <translation>割合が変わる曜日(例: mon,sat)</translation>
    </message>
    <message>
        <source>what of each sale is left, from 0 to 1</source>
        <translation>売上のうち残る割合(0から1)</translation>
    </message>
    <message>
        <source>what one point pays for (minor units)</source>
        <translation>1ポイントで払える金額(円)</translation>
    </message>
    <message>
        <source>what stands on the piece</source>
        <translation>印刷物の記号</translation>
    </message>
    <message>
        <source>what the campaign is called</source>
        <translation>キャンペーンの名前</translation>
    </message>
    <message>
        <source>what the shop is called</source>
        <translation>お店の名前</translation>
    </message>
    <message>
        <source>what the whole of it cost (minor units)</source>
        <translation>全体でかかった費用(最小の通貨単位)</translation>
    </message>
    <message>
        <source>where the shop is: Asia/Tokyo …</source>
        <translation>お店の地域(Asia/Tokyoなど)</translation>
    </message>
    <message>
        <source>whether the amount with or without tax counts</source>
        <translation>in=税込、out=税抜の金額で数えます</translation>
    </message>
    <message>
        <source>which column is which field, for answers which question; COLUMN= leaves one out; may stand several times</source>
        <translation>どの列がどの項目か(answers では質問)。「列=」で取り込まない。何度でも</translation>
    </message>
    <message>
        <source>which of them</source>
        <translation>どの数字か</translation>
    </message>
    <message>
        <source>which sides of the cards; else as in the window</source>
        <translation>はがきのどの面か(省略すると画面のとおり)</translation>
    </message>
    <message>
        <source>who is in them on this day; else today</source>
        <translation>この日の顔ぶれ(省略すると今日)</translation>
    </message>
    <message>
        <source>who was sent to and who was held back: columns customer_code and arm (sent or held), also date and cost of each</source>
        <translation>どなたに送り、どなたを残したか。列は customer_code と arm(sent または held)。お一人ごとの date と cost も使えます</translation>
    </message>
    <message>
        <source>with the customer barcode of the post (cheaper from 1,000 like pieces, though not on cards that the post issues)</source>
        <translation>カスタマバーコードを付けます(同じものを1,000通以上出すと割引。郵便局が発行するはがきを除く)</translation>
    </message>
    <message>
        <source>with the offer chosen last in the window</source>
        <translation>画面で最後に選んだ特典を付ける</translation>
    </message>
    <message>
        <source>within so many days of a visit a customer counts as coming</source>
        <translation>ご来店から何日のあいだを、通ってくださっていると数えるか</translation>
    </message>
    <message>
        <source>write the pieces that did not come out and note them as sent</source>
        <translation>印刷されなかった分を作り、送付済みにする</translation>
    </message>
    <message>
        <source>write the same pages again; nothing is noted</source>
        <translation>同じ紙面をもう一度書き出す(記録はしません)</translation>
    </message>
    <message>
        <source>{code}: sent to {name}. {offer}</source>
        <translation>{code}: {name}様宛て。{offer}</translation>
    </message>
    <message>
        <source>{code}: this piece is noted as returned already.</source>
        <translation>{code}:この郵便は、戻ってきたと記録してあります。</translation>
    </message>
    <message>
        <source>{code}: {customer}. The address is marked, and no post goes there until it is changed.</source>
        <translation>{code}:{customer}。住所に印を付けました。住所が変わるまで郵便は送りません。</translation>
    </message>
    <message>
        <source>{code}: {customer}. The address was changed since, so it is not marked.</source>
        <translation>{code}:{customer}。その後に住所が変わっているので、印は付けません。</translation>
    </message>
    <message>
        <source>{customer} has {points} points.</source>
        <translation>{customer}のポイントは{points}ポイントです。</translation>
    </message>
    <message>
        <source>{customer}: R{r} F{f} M{m}, {segment}</source>
        <translation>{customer}: R{r} F{f} M{m}、{segment}</translation>
    </message>
    <message>
        <source>{customer}: the record has another address now than that piece has.</source>
        <translation>{customer}: お客様の住所が、その印刷のあとで変わっています。</translation>
    </message>
    <message>
        <source>{field}: {text}</source>
        <translation>{field}: {text}</translation>
    </message>
    <message>
        <source>{field}: “{before}” was mended to “{after}”.</source>
        <translation>{field}: 「{before}」を「{after}」に直しました。</translation>
    </message>
    <message>
        <source>{gone} is one record with {keep} now.</source>
        <translation>{gone} は {keep} とひとつの記録になりました。</translation>
    </message>
    <message>
        <source>{line} (unfinished)</source>
        <translation>{line}(途中)</translation>
    </message>
    <message>
        <source>{measure}: {name}, draft</source>
        <translation>{measure}: {name}、下書き</translation>
    </message>
    <message>
        <source>{measure}: {name}, {state}, from {sent_on} for {window} days, sent: {sent}, held back: {held}</source>
        <translation>{measure}: {name}、{state}、{sent_on} から {window} 日間、送付: {sent}、様子見: {held}</translation>
    </message>
    <message>
        <source>{name} ({count}): {words}</source>
        <translation>{name}({count}名):{words}</translation>
    </message>
    <message>
        <source>{name}: sent to {sent} people, {held} held back; visits count from {start} to {end}</source>
        <translation>{name}: 送った方 {sent}名、様子を見る方 {held}名。{start}〜{end}のご来店を数えます</translation>
    </message>
    <message>
        <source>{number}. {text}: {counts}</source>
        <translation>{number}. {text}:{counts}</translation>
    </message>
    <message>
        <source>{number}. {text}: {mean} ({low} to {high}), {n} answers</source>
        <translation>{number}. {text}:{mean}({low}〜{high})、{n}枚</translation>
    </message>
    <message>
        <source>{number}. {text}: {n} answers</source>
        <translation>{number}. {text}:{n}枚</translation>
    </message>
    <message>
        <source>{run}: {day} {time}, {title}, {paper}, pieces: {pieces}</source>
        <translation>{run}: {day} {time}、{title}、{paper}、{pieces}通</translation>
    </message>
    <message>
        <source>{start} → {end}: {rate}</source>
        <translation>{start} → {end}: {rate}</translation>
    </message>
    <message>
        <source>{survey}: {title}, version {version}, questions: {questions}, handed out: {handed_out}, answers: {answers}</source>
        <translation>{survey}: {title}、第{version}版、質問{questions}問、お渡し{handed_out}枚、回答{answers}枚</translation>
    </message>
    <message>
        <source>{title}: {answers} answers</source>
        <translation>{title}:お答え {answers}枚</translation>
    </message>
    <message>
        <source>{title}: {answers} answers; {returned} of {handed_out} sheets came back ({percent}, {range})</source>
        <translation>{title}:お答え {answers}枚、お渡し {handed_out}枚のうち {returned}枚が戻りました({percent}、{range})</translation>
    </message>
    <message>
        <source>“{name}” was here already; the one from the file takes its place.</source>
        <translation>「{name}」はすでにあったので、ファイルのものに入れ替えました。</translation>
    </message>
</context>
<context>
    <name>CommentCard</name>
    <message>
        <source>From the owner</source>
        <translation>店長からのひとこと</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>保存しました {time}</translation>
    </message>
    <message>
        <source>What happened this month, in your own words</source>
        <translation>この月のできごとを一言で</translation>
    </message>
    <message>
        <source>stands on the paper</source>
        <translation>紙に入ります</translation>
    </message>
    <message>
        <source>{count} / {high} characters</source>
        <translation>{count} / {high}字</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>All as one (%n)</source>
        <translation><numerusform>まとめて(%n件)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, %n campaign(s) of this kind brought a profit: {roi} on cost ({low} to {high}).</source>
        <translation><numerusform>この種類の%n件をまとめると、もうけがありました。費用に対する利益は{roi}({low}〜{high})です。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, %n campaign(s) of this kind cost more than they brought: {roi} ({low} to {high}).</source>
        <translation><numerusform>この種類の%n件をまとめると、費用のほうが大きくなりました。費用に対する利益は{roi}({low}〜{high})です。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, it is not clear whether %n campaign(s) paid: {roi} on cost ({low} to {high}).</source>
        <translation><numerusform>この種類の%n件をまとめても、もうけがあったかはまだ何とも言えません。費用に対する利益は{roi}({low}〜{high})です。</numerusform></translation>
    </message>
    <message>
        <source>Campaigns of a kind beside each other</source>
        <translation>同じ種類のキャンペーンを比べる</translation>
    </message>
    <message>
        <source>Dot: measured, with its range of chance · upright line: expected before · diamond: all as one · square: elsewhere</source>
        <translation>丸:実際と偶然の幅 · たて線:始める前の見込み · ひし形:まとめて · 四角:よその数字</translation>
    </message>
    <message>
        <source>Each finished campaign that left people out shows its profit on cost with the range of chance. All as one weighs them by how exact they are. A figure from elsewhere can be typed in, with where it is from.</source>
        <translation>送らない方を残して終わったキャンペーンごとに、費用に対する利益と偶然の幅を示します。「まとめて」は、確かなものほど重く数えます。よその数字は、出どころとともに入れられます。</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>よその数字</translation>
    </message>
    <message>
        <source>Elsewhere: {roi}, {source}</source>
        <translation>よその数字:{roi}、{source}</translation>
    </message>
    <message>
        <source>Example: three campaigns with 10%, 40% and −5% make 18% as one, if they are equally exact and cost alike.</source>
        <translation>例:10%、40%、−5%の3件は、確かさと費用が同じくらいなら、まとめて18%ほどです。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Kind of campaign</source>
        <translation>キャンペーンの種類</translation>
    </message>
    <message>
        <source>No campaign of this kind is over yet</source>
        <translation>この種類で終わったキャンペーンはまだありません</translation>
    </message>
    <message>
        <source>Nothing can be said of this kind as a whole yet: no finished campaign of it left enough people out.</source>
        <translation>この種類全体については、まだ何とも言えません。送らない方を十分に残して終わったキャンペーンがありません。</translation>
    </message>
    <message>
        <source>Profit on cost = (people × effect − cost) ÷ cost; all as one: DerSimonian and Laird</source>
        <translation>費用に対する利益=(人数×1人あたりの効果−費用)÷費用。「まとめて」はDerSimonianとLairdの方法です。</translation>
    </message>
    <message>
        <source>Profit on cost elsewhere</source>
        <translation>よその、費用に対する利益</translation>
    </message>
    <message>
        <source>Profit on cost of each campaign</source>
        <translation>キャンペーンごとの、費用に対する利益</translation>
    </message>
    <message>
        <source>Profit on cost {roi}.</source>
        <translation>費用に対する利益は{roi}です。</translation>
    </message>
    <message>
        <source>The figure from elsewhere is saved</source>
        <translation>よその数字を保存しました</translation>
    </message>
    <message>
        <source>When the time of the first one is over, its result stands here beside what was expected, and every further one with it.</source>
        <translation>最初の1件の期間が終わると、見込みと並べて結果が出ます。その後も1件ずつ加わります。</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>出どころ</translation>
    </message>
    <message>
        <source>cost covered</source>
        <translation>費用と同じ</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>比べる相手がいません</translation>
    </message>
    <message>
        <source>source not given</source>
        <translation>出どころの記入なし</translation>
    </message>
    <message>
        <source>too few people</source>
        <translation>人数が少なすぎます</translation>
    </message>
    <message>
        <source>{money} expected</source>
        <translation>見込み {money}</translation>
    </message>
    <message>
        <source>{money} for each person</source>
        <translation>お一人あたり {money}</translation>
    </message>
    <message>
        <source>{money} measured</source>
        <translation>実際 {money}</translation>
    </message>
</context>
<context>
    <name>ConsentChannel</name>
    <message>
        <source>Asked on</source>
        <translation>伺った日</translation>
    </message>
    <message>
        <source>By letter or e-mail</source>
        <translation>お手紙・メールで</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>お電話で</translation>
    </message>
    <message>
        <source>Form at the shop</source>
        <translation>ご来店時の用紙</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>伺い方</translation>
    </message>
    <message>
        <source>Told us at the shop</source>
        <translation>店頭でのお話</translation>
    </message>
</context>
<context>
    <name>ConsentPart</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Does not want to be contacted</source>
        <translation>連絡しないでほしいとのこと</translation>
    </message>
    <message>
        <source>Family members without a record of their own. Several, with commas between.</source>
        <translation>お客様として登録していないご家族です。複数のときは「、」で区切ります。</translation>
    </message>
    <message>
        <source>Has passed away</source>
        <translation>故人(お亡くなりになった方)</translation>
    </message>
    <message>
        <source>Mail came back from this address</source>
        <translation>この住所から郵便が戻ってきた</translation>
    </message>
    <message>
        <source>No festive cards until then.</source>
        <translation>この日までお祝いのはがきを控えます。</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>決めない</translation>
    </message>
    <message>
        <source>Note a contact</source>
        <translation>電話・お話のメモ</translation>
    </message>
    <message>
        <source>Please enter today or an earlier day.</source>
        <translation>今日までの日付を入れてください。</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>メモを保存する</translation>
    </message>
    <message>
        <source>The note is saved</source>
        <translation>メモを保存しました</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>メモを捨てる</translation>
    </message>
    <message>
        <source>Throw the note away?</source>
        <translation>書きかけのメモを捨てますか?</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>お話の内容</translation>
    </message>
    <message>
        <source>What was said, in a word or two</source>
        <translation>ひとことでかまいません</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>書いた内容はまだ保存していません。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation>メールアドレスの形になっていないようです。</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>お話</translation>
    </message>
</context>
<context>
    <name>Contracts</name>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Job or project</source>
        <translation>お仕事・ご依頼</translation>
    </message>
</context>
<context>
    <name>CornerPicture</name>
    <message>
        <source>Lower left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>Picture with the four corners of the sheet</source>
        <translation>用紙の四隅を合わせる画像</translation>
    </message>
    <message>
        <source>Upper left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>Upper right</source>
        <translation>右上</translation>
    </message>
</context>
<context>
    <name>CorrectionPart</name>
    <message>
        <source>Correct</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Correct the points</source>
        <translation>ポイントを直す</translation>
    </message>
    <message>
        <source>Give or take</source>
        <translation>足すか引くか</translation>
    </message>
    <message>
        <source>Give points</source>
        <translation>足す</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>ポイント数</translation>
    </message>
    <message>
        <source>Last valid day (empty: they stay)</source>
        <translation>使える最後の日(空欄なら期限なし)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Please enter today or a later day.</source>
        <translation>今日か、今日より後の日を入れてください。</translation>
    </message>
    <message>
        <source>Please type how many points.</source>
        <translation>ポイント数を入れてください。</translation>
    </message>
    <message>
        <source>Please type why, so that it can be seen later.</source>
        <translation>あとで分かるように、理由を入れてください。</translation>
    </message>
    <message>
        <source>Take points</source>
        <translation>引く</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>e.g. forgotten at the counter</source>
        <translation>例:お会計のときに付け忘れたため</translation>
    </message>
    <message>
        <source>{name} has {points} less</source>
        <translation>{name}から{points}を引きました</translation>
    </message>
    <message>
        <source>{name} has {points} more</source>
        <translation>{name}に{points}を足しました</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Please enter a number that can be.</source>
        <translation>数字を確かめてください。</translation>
    </message>
    <message>
        <source>Save the costs</source>
        <translation>費用を保存する</translation>
    </message>
    <message>
        <source>The costs are corrected</source>
        <translation>費用を直しました</translation>
    </message>
    <message>
        <source>The result is worked out anew from these. Who came is not touched by it.</source>
        <translation>この費用で結果を計算し直します。ご来店の数は変わりません。</translation>
    </message>
    <message>
        <source>What it really cost</source>
        <translation>実際にかかった費用</translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>Anything else, once ({unit})</source>
        <translation>そのほかの費用({unit})</translation>
    </message>
    <message>
        <source>Bought once: design, equipment ({unit})</source>
        <translation>準備・デザイン・道具({unit})</translation>
    </message>
    <message>
        <source>Offer, for each one used ({unit})</source>
        <translation>特典1回あたり({unit})</translation>
    </message>
    <message>
        <source>Paper and ink for each ({unit})</source>
        <translation>1通の用紙とインク({unit})</translation>
    </message>
    <message>
        <source>Postage for each ({unit})</source>
        <translation>1通の郵便代({unit})</translation>
    </message>
    <message>
        <source>Profit each of them then brings ({unit})</source>
        <translation>お一人がもたらす粗利({unit})</translation>
    </message>
    <message>
        <source>Running, each month ({unit})</source>
        <translation>毎月の費用({unit})</translation>
    </message>
    <message>
        <source>Spread over (months)</source>
        <translation>準備の費用を割りふる期間(か月)</translation>
    </message>
    <message>
        <source>Training, once ({unit})</source>
        <translation>研修の費用({unit})</translation>
    </message>
    <message>
        <source>Used by (%)</source>
        <translation>使う方の割合(%)</translation>
    </message>
    <message>
        <source>Wage an hour ({unit})</source>
        <translation>時給({unit})</translation>
    </message>
    <message>
        <source>Who comes because of it (%)</source>
        <translation>これで来る方の割合(%)</translation>
    </message>
    <message>
        <source>Work for all (minutes)</source>
        <translation>全体の作業(分)</translation>
    </message>
    <message>
        <source>Work for each (minutes)</source>
        <translation>お一人あたりの作業(分)</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>People</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>{people} came as guests</source>
        <translation>名簿にない方の来場 {people}</translation>
    </message>
    <message>
        <source>{people} held back</source>
        <translation>様子を見る {people}</translation>
    </message>
    <message>
        <source>{people} of them came</source>
        <translation>うち来店 {people}</translation>
    </message>
    <message>
        <source>{people} of those held back came</source>
        <translation>うち来店 {people}</translation>
    </message>
    <message>
        <source>{reached} {people}</source>
        <translation>{reached} {people}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation>プログラムの問題</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>写しました</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>報告を写す</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>続けて使う</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>プログラムの中で問題が起きました</translation>
    </message>
    <message>
        <source>What was saved before is safe, and you can go on working. If it happens again, please copy the report and send it to whoever helps you with the program. It holds no customer&apos;s words.</source>
        <translation>これまでに保存した内容は無事で、このまま続けて使えます。また起きるときは、報告を写して、お使いの相談先にお送りください。お客様の情報は入っていません。</translation>
    </message>
</context>
<context>
    <name>CropPicture</name>
    <message>
        <source>Picture of the question</source>
        <translation>質問の画像</translation>
    </message>
    <message>
        <source>The picture is not kept any more.</source>
        <translation>画像は、もう残っていません。</translation>
    </message>
</context>
<context>
    <name>CrossCard</name>
    <message numerus="yes">
        <source>%n answer(s) without a name are in no row.</source>
        <translation><numerusform>無記名の %n枚はどの行にも入っていません。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more clear difference(s) are coloured.</source>
        <translation><numerusform>はっきりした差はほかに %n件、色が付いています。</numerusform></translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>By parts of the customers</source>
        <translation>お客様の分けかたべつ</translation>
    </message>
    <message>
        <source>By what the answers are divided</source>
        <translation>お答えの分けかた</translation>
    </message>
    <message>
        <source>Coloured is only what outlasts the question whether it is chance, for as many cells as were looked at.</source>
        <translation>色が付くのは、見たマスの数を考えに入れても偶然とは言いにくい差だけです。</translation>
    </message>
    <message>
        <source>Each part beside all others. Parts under 30 people are for reference, those under 10 are not shown.</source>
        <translation>それぞれを、ほかのみなさんと比べます。30名に満たない行は参考、10名に満たないものは「少ない」とだけ出します。</translation>
    </message>
    <message>
        <source>Enter opens the people of the row.</source>
        <translation>Enter でその行のお客様が開きます。</translation>
    </message>
    <message>
        <source>Everything else may be chance.</source>
        <translation>ほかは偶然かもしれません。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Rows under 30 people are for reference.</source>
        <translation>30名に満たない行は参考です。</translation>
    </message>
    <message>
        <source>There is no clear difference: all of it may be chance.</source>
        <translation>はっきりした差はありません。どれも偶然かもしれません。</translation>
    </message>
    <message>
        <source>Two parts of 30 people each are needed to compare them.</source>
        <translation>比べるには、30名以上の行が2つ要ります。</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test of each part against all others; Benjamini–Hochberg over all tested cells of the table, q = 0.10.</source>
        <translation>それぞれとほかの全員とのウェルチのt検定。表の中で比べた全マスにベンジャミニ・ホッホバーグ法(q = 0.10)。</translation>
    </message>
    <message>
        <source>{row} stands out with {question}: {size} above all others.</source>
        <translation>{row} の{question}は、ほかより {size} はっきり高いです。</translation>
    </message>
    <message>
        <source>{row} stands out with {question}: {size} below all others.</source>
        <translation>{row} の{question}は、ほかより {size} はっきり低いです。</translation>
    </message>
</context>
<context>
    <name>CustomerActs</name>
    <message>
        <source>A follow-up is planned.</source>
        <translation>フォロー予定を入れました。</translation>
    </message>
    <message>
        <source>Is a customer again</source>
        <translation>退会を取り消しました</translation>
    </message>
    <message>
        <source>Marked as having left</source>
        <translation>退会にしました</translation>
    </message>
    <message>
        <source>No post goes to this address any more.</source>
        <translation>この住所には郵便を送らないようにしました。</translation>
    </message>
    <message>
        <source>Now in one household</source>
        <translation>同じ世帯にしました</translation>
    </message>
    <message>
        <source>Post came back. Please ask for the new address.</source>
        <translation>郵便が戻ってきました。新しいご住所をうかがってください。</translation>
    </message>
    <message>
        <source>Recorded. Nothing is sent or planned any more.</source>
        <translation>記録しました。今後のご案内は出ません。</translation>
    </message>
    <message>
        <source>Taken back. This customer is in the lists again.</source>
        <translation>取り消しました。一覧に戻りました。</translation>
    </message>
    <message>
        <source>Taken out of the household</source>
        <translation>世帯から外しました</translation>
    </message>
    <message>
        <source>The customer is archived</source>
        <translation>お客様をしまいました</translation>
    </message>
    <message>
        <source>The customer is back in the list</source>
        <translation>お客様を一覧に戻しました</translation>
    </message>
    <message>
        <source>The note is deleted</source>
        <translation>メモを消しました</translation>
    </message>
    <message>
        <source>The note is saved</source>
        <translation>メモを保存しました</translation>
    </message>
    <message>
        <source>The post of the household is addressed otherwise now</source>
        <translation>世帯の宛名を変えました</translation>
    </message>
    <message>
        <source>The purchase is deleted</source>
        <translation>お買上げを消しました</translation>
    </message>
    <message>
        <source>This customer may be contacted again</source>
        <translation>また連絡してよいことにしました</translation>
    </message>
    <message>
        <source>This customer will not be contacted</source>
        <translation>連絡しないことにしました</translation>
    </message>
</context>
<context>
    <name>CustomerBar</name>
    <message>
        <source>Counts in the sales, not in the return rate.</source>
        <translation>売上に入り、再来店率には入りません。</translation>
    </message>
    <message>
        <source>Is added together with this visit.</source>
        <translation>この来店といっしょに登録します。</translation>
    </message>
    <message>
        <source>Last {day} {amount}</source>
        <translation>前回 {day} {amount}</translation>
    </message>
    <message>
        <source>Last {day} {amount} · usually every {days} days</source>
        <translation>前回 {day} {amount}・いつも{days}日ごと</translation>
    </message>
    <message>
        <source>Last {day} {products} {amount}</source>
        <translation>前回 {day} {products} {amount}</translation>
    </message>
    <message>
        <source>Last {day} {products} {amount} · usually every {days} days</source>
        <translation>前回 {day} {products} {amount}・いつも{days}日ごと</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しいお客様</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>別の方にする</translation>
    </message>
    <message>
        <source>The first visit</source>
        <translation>初めてのご来店です</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>お客様なし</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>About this customer</source>
        <translation>このお客様について</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>日を変える</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済んだ</translation>
    </message>
    <message>
        <source>Next: ask how they are</source>
        <translation>次にすること:様子をうかがう</translation>
    </message>
    <message>
        <source>Next: invite for the second visit</source>
        <translation>次にすること:2回目のご来店をお誘いする</translation>
    </message>
    <message>
        <source>Next: today, {kind}</source>
        <translation>次にすること:今日、{kind}</translation>
    </message>
    <message>
        <source>Next: wait for the next visit</source>
        <translation>次のご来店をお待ちしています</translation>
    </message>
    <message>
        <source>Next: {kind} ({days})</source>
        <translation>次にすること:{kind}({days})</translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation>電話のメモを書く</translation>
    </message>
    <message>
        <source>Others come every {usual} days. Not seen for {days} days.</source>
        <translation>同じような方は{usual}日ごと。{days}日空いています。</translation>
    </message>
    <message>
        <source>Planned and to remember</source>
        <translation>予定・覚えておくこと</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>基本情報</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>これまでのこと</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>The first visit was {days} days ago.</source>
        <translation>はじめてのご来店から{days}日です。</translation>
    </message>
    <message>
        <source>Usually every {usual} days. Not seen for {days} days.</source>
        <translation>いつもは{usual}日ごと。{days}日空いています。</translation>
    </message>
    <message>
        <source>{reason} Does not want to be contacted.</source>
        <translation>{reason}連絡しないでほしいとのことです。</translation>
    </message>
    <message>
        <source>{reason} Last time: “{words}”</source>
        <translation>{reason}前回「{words}」</translation>
    </message>
</context>
<context>
    <name>CustomerFields</name>
    <message>
        <source>Archived</source>
        <translation>しまった日</translation>
    </message>
    <message>
        <source>Asked about e-mails on</source>
        <translation>メールについて伺った日</translation>
    </message>
    <message>
        <source>Asked about letters on</source>
        <translation>はがきについて伺った日</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>お誕生日</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物・部屋番号</translation>
    </message>
    <message>
        <source>Cards and letters</source>
        <translation>はがき・お手紙</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>会員番号</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>お客様になった日</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>連絡しない</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>メールでのご案内</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Family on the same post</source>
        <translation>連名(ご家族)</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>敬称</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Has passed away</source>
        <translation>故人</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>きっかけ</translation>
    </message>
    <message>
        <source>How we learned about e-mails</source>
        <translation>メールのご案内の伺い方</translation>
    </message>
    <message>
        <source>How we learned about letters</source>
        <translation>はがき・DMの伺い方</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>In mourning until</source>
        <translation>喪中の期限</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>退会日</translation>
    </message>
    <message>
        <source>Made one with</source>
        <translation>ひとつにした記録</translation>
    </message>
    <message>
        <source>Mail came back</source>
        <translation>郵便が戻った</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>携帯電話</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>No, do not send</source>
        <translation>送らない</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>まだ伺っていない</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>独自の項目</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>個人・会社</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Points brought along</source>
        <translation>引き継いだポイント</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>ご紹介者</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>同じ世帯</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>しるし</translation>
    </message>
    <message>
        <source>To remember</source>
        <translation>覚えておくこと</translation>
    </message>
    <message>
        <source>Town and number</source>
        <translation>町名・番地</translation>
    </message>
    <message>
        <source>Yes, may be sent</source>
        <translation>送ってよい</translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>Archive</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>しまった方</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>一覧に戻す</translation>
    </message>
    <message>
        <source>Choose the tier by hand</source>
        <translation>ランクを選びなおす</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>住所を写す</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>連絡しない</translation>
    </message>
    <message>
        <source>Edit the record</source>
        <translation>基本情報を直す</translation>
    </message>
    <message>
        <source>Has passed away</source>
        <translation>故人</translation>
    </message>
    <message>
        <source>In mourning</source>
        <translation>喪中</translation>
    </message>
    <message>
        <source>Is a customer again</source>
        <translation>退会を取り消す</translation>
    </message>
    <message>
        <source>Mail came back</source>
        <translation>宛先不明</translation>
    </message>
    <message>
        <source>Make one with another record…</source>
        <translation>別の方の記録とひとつにする…</translation>
    </message>
    <message>
        <source>Mark as having left</source>
        <translation>退会にする</translation>
    </message>
    <message>
        <source>May be contacted again</source>
        <translation>また連絡してよい</translation>
    </message>
    <message>
        <source>More</source>
        <translation>そのほかの操作</translation>
    </message>
    <message>
        <source>Note a phone call</source>
        <translation>電話のメモを書く</translation>
    </message>
    <message>
        <source>Note a talk</source>
        <translation>お話のメモを書く</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>予定を入れる</translation>
    </message>
    <message>
        <source>Post came back</source>
        <translation>郵便が戻ってきた</translation>
    </message>
    <message>
        <source>Print a thank-you card</source>
        <translation>お礼のはがきを印刷</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>常連</translation>
    </message>
    <message>
        <source>Was recorded as passed away by mistake</source>
        <translation>故人の記録を取り消す</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>2nd visit</source>
        <translation>2回目へ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>しまった方</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常連</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>五十音順</translation>
    </message>
    <message>
        <source>largest purchases first</source>
        <translation>お買上げが多い順</translation>
    </message>
    <message>
        <source>last visit first</source>
        <translation>最終来店が新しい順</translation>
    </message>
    <message>
        <source>most visits first</source>
        <translation>来店回数が多い順</translation>
    </message>
    <message>
        <source>newest customers first</source>
        <translation>登録が新しい順</translation>
    </message>
</context>
<context>
    <name>CustomerListPane</name>
    <message>
        <source>Add as a new customer</source>
        <translation>新しいお客様として追加</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>一覧に戻す</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Find by name, reading, phone</source>
        <translation>お名前・かな・電話で探す</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Pick several</source>
        <translation>何名か選ぶ</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>グループに入れる</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>どのお客様</translation>
    </message>
    <message>
        <source>{count} · {order}</source>
        <translation>{count}・{order}</translation>
    </message>
    <message>
        <source>{customer}, picked</source>
        <translation>{customer}、選択済み</translation>
    </message>
</context>
<context>
    <name>CustomerMap</name>
    <message>
        <source>15+ visits</source>
        <translation>15回〜</translation>
    </message>
    <message>
        <source>2–3 visits</source>
        <translation>2〜3回</translation>
    </message>
    <message>
        <source>4–7 visits</source>
        <translation>4〜7回</translation>
    </message>
    <message>
        <source>8–14 visits</source>
        <translation>8〜14回</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>それより前</translation>
    </message>
    <message>
        <source>To 1 visit</source>
        <translation>〜1回</translation>
    </message>
    <message>
        <source>To 120 days</source>
        <translation>〜120日</translation>
    </message>
    <message>
        <source>To 240 days</source>
        <translation>〜240日</translation>
    </message>
    <message>
        <source>To 60 days</source>
        <translation>〜60日</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30日以内</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>A name is enough. Everything else can wait.</source>
        <translation>お名前だけで登録できます。ほかは後からでかまいません。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>お客様のこと</translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>お客様を追加</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Edit the record</source>
        <translation>基本情報を直す</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで閉じる</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>このお客様を開く</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>The record of {name} is saved</source>
        <translation>{name}の基本情報を保存しました</translation>
    </message>
    <message>
        <source>There is already a {name} ({phone}).</source>
        <translation>{name}({phone})はすでに登録されています。</translation>
    </message>
    <message>
        <source>There is already a {name}.</source>
        <translation>{name}はすでに登録されています。</translation>
    </message>
    <message>
        <source>What may be sent</source>
        <translation>ご案内の可否</translation>
    </message>
    <message>
        <source>Where to reach</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>{name} has the same phone number.</source>
        <translation>{name}と電話番号が同じです。</translation>
    </message>
    <message>
        <source>{name} is added</source>
        <translation>{name}を追加しました</translation>
    </message>
    <message>
        <source>{sentence} (archived)</source>
        <translation>{sentence}(しまった方)</translation>
    </message>
</context>
<context>
    <name>CustomerRow</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Has passed away</source>
        <translation>故人</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>{day}生まれ</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>ご来店前</translation>
    </message>
    <message>
        <source>phone …{digits}</source>
        <translation>電話…{digits}</translation>
    </message>
    <message>
        <source>seen {day}</source>
        <translation>{day} ご来店</translation>
    </message>
</context>
<context>
    <name>CustomerSearch</name>
    <message>
        <source>Add “{text}” as a new customer</source>
        <translation>「{text}」を新しいお客様として登録</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Name, reading, phone or code</source>
        <translation>お名前・かな・電話・記号で探す</translation>
    </message>
    <message>
        <source>Nobody is found for “{text}”.</source>
        <translation>「{text}」のお客様は見つかりません。</translation>
    </message>
    <message>
        <source>Record without a customer</source>
        <translation>お客様なしで記録</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Add a customer</source>
        <translation>お客様を追加</translation>
    </message>
    <message>
        <source>Bring in a list</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>お客様を選んでください</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Due again soon</source>
        <translation>使い終わるころのお客様</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Groups of customers</source>
        <translation>お客様グループを開く</translation>
    </message>
    <message>
        <source>Nobody is registered yet</source>
        <translation>まだどなたも登録されていません</translation>
    </message>
    <message>
        <source>Put those listed into a group</source>
        <translation>いま一覧にいる方をグループに入れる</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSVで取り出す</translation>
    </message>
    <message>
        <source>The list at the left shows everyone, last visit first.</source>
        <translation>左の一覧から選ぶと、ここに詳しく出ます。</translation>
    </message>
    <message>
        <source>With your customers here you see who comes back, and whom to thank.</source>
        <translation>お客様を登録すると、どなたがまた来てくださったか、どなたにお礼を送るかが分かります。</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message numerus="yes">
        <source>%n earlier import(s)</source>
        <translation><numerusform>ほか%n件の取り込み</numerusform></translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>ほかのソフト</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>ファイルに</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Each list that is taken out is noted.</source>
        <translation>書き出した記録が残ります。</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Keep the import</source>
        <translation>元に戻さない</translation>
    </message>
    <message>
        <source>Lists and imports</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>取り込みはまだありません。</translation>
    </message>
    <message>
        <source>Past imports</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Save all customers</source>
        <translation>お客様を書き出す</translation>
    </message>
    <message>
        <source>Save all products</source>
        <translation>商品を書き出す</translation>
    </message>
    <message>
        <source>Save all purchases</source>
        <translation>お買上げを書き出す</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧を書き出す</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>一覧を書き出しています</translation>
    </message>
    <message>
        <source>The import is undone: {count} answers are taken out</source>
        <translation>取り込みを元に戻しました。回答{count}件を取り除きました</translation>
    </message>
    <message>
        <source>The import is undone: {count} products are taken out</source>
        <translation>取り込みを取り消しました。商品{count}件を外しました</translation>
    </message>
    <message>
        <source>The import is undone: {customers} and {purchases} purchases are taken out</source>
        <translation>取り込みを元に戻しました(お客様{customers}、お買上げ{purchases}件)</translation>
    </message>
    <message>
        <source>The import is undone: {customers} and {purchases} purchases are taken out, {kept} customers stay</source>
        <translation>取り込みを元に戻しました(お客様{customers}、お買上げ{purchases}件。{kept}名は残しました)</translation>
    </message>
    <message>
        <source>To be read by</source>
        <translation>書き出す相手</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>取り込みを元に戻す</translation>
    </message>
    <message>
        <source>Undo the import of {count}</source>
        <translation>{count}を元に戻す</translation>
    </message>
    <message>
        <source>Undo the import of {file}?</source>
        <translation>{file} の取り込みを元に戻しますか?</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>取り込みを元に戻しています</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>{count} rows are saved in {file}</source>
        <translation>{file} に{count}行を書き出しました</translation>
    </message>
    <message>
        <source>{count} that came with it are taken out again, and what it changed becomes as before. Customers for whom something was recorded since stay.</source>
        <translation>取り込んだ{count}を取り除き、書き換えたところは前の内容に戻します。そのあとに記録のあるお客様は残ります。</translation>
    </message>
    <message>
        <source>{moment} · {count} added</source>
        <translation>{moment}・{count}を追加</translation>
    </message>
    <message>
        <source>{moment} · {count} added, {updated} completed</source>
        <translation>{moment}・{count}を追加、{updated}を補いました</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Another day</source>
        <translation>日を選ぶ</translation>
    </message>
    <message>
        <source>Days meant often</source>
        <translation>よく選ぶ日</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>1か月後</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>1週間後</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>Usual gap {day}</source>
        <translation>いつもの間隔 {day}</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message numerus="yes">
        <source>%n slip(s) recorded</source>
        <translation><numerusform>%n件を記録しました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) to look at</source>
        <translation><numerusform>%n件を確かめてください</numerusform></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Customer (Enter: without one)</source>
        <translation>お客様(空のままEnterでお客様なし)</translation>
    </message>
    <message>
        <source>Enter a day of slips</source>
        <translation>伝票をまとめて入力</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Leave without recording</source>
        <translation>記録せずに閉じる</translation>
    </message>
    <message>
        <source>Leave without recording the open slips?</source>
        <translation>入力中の伝票を記録せずに閉じますか?</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>使うポイント</translation>
    </message>
    <message>
        <source>Product or amount</source>
        <translation>商品・メニューか金額</translation>
    </message>
    <message>
        <source>Slips with a check mark are recorded. What is still being typed is not.</source>
        <translation>チェックの付いた伝票は記録してあります。入力中のものは記録されていません。</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>で閉じる</translation>
    </message>
    <message>
        <source>field</source>
        <translation>で欄を移る</translation>
    </message>
    <message>
        <source>next</source>
        <translation>で次へ</translation>
    </message>
</context>
<context>
    <name>DaysStep</name>
    <message>
        <source>Days without a visit until a customer counts as long not seen</source>
        <translation>「長くお見えでない」とみなすまでの日数</translation>
    </message>
    <message>
        <source>Period of the figures</source>
        <translation>集計の区切り</translation>
    </message>
    <message>
        <source>Please type a number of days from {low} to {high}.</source>
        <translation>{low}から{high}までの日数を入れてください。</translation>
    </message>
    <message>
        <source>The return rate counts who is still coming. With {days} days, a customer whose last visit is longer ago no longer counts. Each customer&apos;s own rhythm is looked at as well, once there are four visits.</source>
        <translation>再来店率は、今も来てくださっている方の割合です。{days}日なら、最後のご来店がそれより前の方は数えません。4回以上お見えの方は、その方ごとの間隔も見ます。</translation>
    </message>
    <message>
        <source>The usual number of days</source>
        <translation>目安の日数</translation>
    </message>
    <message>
        <source>Usual for this trade: {days} days.</source>
        <translation>この業種の目安は {days}日です。</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message numerus="yes">
        <source>%n piece(s) wait in the log of print runs, where you can go on with them: number {numbers}.</source>
        <translation><numerusform>%n通({numbers}番)は未印刷です。「これまでに印刷したもの」から続きを印刷できます。</numerusform></translation>
    </message>
    <message>
        <source>One side of all cards is with the printer. When they have come out, put them back so that the card of {name} comes first.</source>
        <translation>片面をすべてプリンターへ送りました。出そろったら裏返して、{name}のはがきが最初に印刷される向きで用紙を戻してください。</translation>
    </message>
    <message>
        <source>Print the other side</source>
        <translation>もう片面を印刷する</translation>
    </message>
    <message>
        <source>Sending the test sheet</source>
        <translation>試し刷りを送っています</translation>
    </message>
    <message>
        <source>Sending to the printer: {pieces}</source>
        <translation>{pieces}をプリンターへ送っています</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>ここで止める</translation>
    </message>
    <message>
        <source>Test sheet</source>
        <translation>試し刷り</translation>
    </message>
    <message>
        <source>The printer took no more pages.</source>
        <translation>プリンターが途中で受け付けなくなりました。</translation>
    </message>
    <message>
        <source>The test sheet is with the printer. When it has come out, read off where the lines lie.</source>
        <translation>試し刷りをプリンターに送りました。出てきたら、線の位置を読み取ってください。</translation>
    </message>
    <message>
        <source>Turn the printed cards over</source>
        <translation>印刷したはがきを裏返してください</translation>
    </message>
    <message>
        <source>You stopped the printing.</source>
        <translation>印刷を止めました。</translation>
    </message>
</context>
<context>
    <name>DesignDesk</name>
    <message>
        <source>Larger  Ctrl++</source>
        <translation>大きく表示  Ctrl++</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number} / {count}ページ</translation>
    </message>
    <message>
        <source>Size of the paper: {percent}. Press for true size.</source>
        <translation>用紙の表示:{percent}。押すと実際の大きさになります。</translation>
    </message>
    <message>
        <source>Smaller  Ctrl+-</source>
        <translation>小さく表示  Ctrl+-</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>全体を表示</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Change what is selected, or all parts</source>
        <translation>選んだ部品を直すか、部品の一覧</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>ファイルに書き出す</translation>
    </message>
    <message>
        <source>Leave {name} without saving?</source>
        <translation>「{name}」を保存せずに移りますか?</translation>
    </message>
    <message>
        <source>More with this template</source>
        <translation>このテンプレートのそのほかの操作</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>まだ保存していません</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Put back as it came with the program</source>
        <translation>最初の状態に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>やり直す:{step}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>別のテンプレートとして保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>元に戻す:{step}</translation>
    </message>
    <message>
        <source>{name} was changed elsewhere. Here it stays as you have it; you are asked when you save.</source>
        <translation>「{name}」がほかの画面で変わりました。ここではそのままにしています。保存するときに確認します。</translation>
    </message>
    <message>
        <source>{part}: not all words fit in the frame for {name}.</source>
        <translation>{part}:{name}の分は、文字が枠に入りきりません。</translation>
    </message>
    <message>
        <source>{part}: not all words fit in the frame.</source>
        <translation>{part}:文字が枠に入りきりません。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A word for this person</source>
        <translation>この方へのひとこと</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Next piece</source>
        <translation>次の1枚</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number} / {count}ページ</translation>
    </message>
    <message>
        <source>Piece before</source>
        <translation>前の1枚</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>印刷しない方</translation>
    </message>
</context>
<context>
    <name>DoneBar</name>
    <message>
        <source>Done</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>In {file}. In the log it is run {run}.</source>
        <translation>{file}に作りました。印刷の記録では{run}番です。</translation>
    </message>
    <message>
        <source>Made and recorded: {pieces}</source>
        <translation>{pieces}を作り、送った記録をつけました</translation>
    </message>
    <message>
        <source>Print the same pages again</source>
        <translation>同じものをもう一度印刷する</translation>
    </message>
    <message>
        <source>Was recorded today already: {pieces}</source>
        <translation>本日すでに記録しています: {pieces}</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Done</source>
        <translation>済んだ</translation>
    </message>
    <message>
        <source>Done, with a note</source>
        <translation>ひとこと残して済ませる</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>書き続ける</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>いかがでしたか</translation>
    </message>
    <message>
        <source>It is kept in the history of the customer.</source>
        <translation>「これまでのこと」に残ります。</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>まだ済ませない</translation>
    </message>
    <message>
        <source>The follow-up for {name} is done</source>
        <translation>{name}のフォローを済みにしました</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>Throw the note away?</source>
        <translation>書いたものを捨てますか</translation>
    </message>
    <message>
        <source>What was said, in a word or two</source>
        <translation>お話ししたことを、ひとことで</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>{kind}: {note}</source>
        <translation>{kind}:{note}</translation>
    </message>
</context>
<context>
    <name>DoublesCard</name>
    <message>
        <source>Add separately</source>
        <translation>別の方として加える</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>あとで決める</translation>
    </message>
    <message numerus="yes">
        <source>Decide the other %n as suggested</source>
        <translation><numerusform>残りの%n組をおすすめどおりに決める</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Decisions are remembered. %n pair(s) without one stay out of the import.</source>
        <translation><numerusform>決めたことは覚えておきます。決めていない%n組は、取り込まずに残します。</numerusform></translation>
    </message>
    <message>
        <source>Every pair is decided.</source>
        <translation>すべての組を決めました。</translation>
    </message>
    <message>
        <source>In the file ({row})</source>
        <translation>ファイルの方({row})</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>1人にまとめる</translation>
    </message>
    <message>
        <source>May be the same person</source>
        <translation>同じ方かもしれません</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>次の組</translation>
    </message>
    <message>
        <source>Pair before</source>
        <translation>前の組</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録ずみの方</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}組</translation>
    </message>
    <message>
        <source>“Do not send” is never turned into “may be sent” by an import.</source>
        <translation>「送らない」は取り込みで「送ってよい」に変わりません。</translation>
    </message>
</context>
<context>
    <name>DrawingChooser</name>
    <message>
        <source>Choose a drawing</source>
        <translation>絵柄を選ぶ</translation>
    </message>
</context>
<context>
    <name>DrawingList</name>
    <message>
        <source>Drawings</source>
        <translation>絵柄</translation>
    </message>
</context>
<context>
    <name>DrawingSection</name>
    <message>
        <source>Choose a drawing</source>
        <translation>絵柄を選ぶ</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>絵柄</translation>
    </message>
    <message>
        <source>Drawing: {name}. Press to choose another.</source>
        <translation>絵柄: {name}。押すとほかの絵柄を選べます。</translation>
    </message>
</context>
<context>
    <name>Drawings</name>
    <message>
        <source>Autumn grasses</source>
        <translation>すすき</translation>
    </message>
    <message>
        <source>Birthday cake</source>
        <translation>誕生日のケーキ</translation>
    </message>
    <message>
        <source>Bouquet</source>
        <translation>花束</translation>
    </message>
    <message>
        <source>Cherry branch</source>
        <translation>桜の枝</translation>
    </message>
    <message>
        <source>Door curtain</source>
        <translation>のれん</translation>
    </message>
    <message>
        <source>First sunrise</source>
        <translation>初日の出</translation>
    </message>
    <message>
        <source>Flower garland</source>
        <translation>花飾り</translation>
    </message>
    <message>
        <source>Gold frame</source>
        <translation>金の枠</translation>
    </message>
    <message>
        <source>Goldfish</source>
        <translation>金魚</translation>
    </message>
    <message>
        <source>Hydrangea</source>
        <translation>あじさい</translation>
    </message>
    <message>
        <source>Line to cut along</source>
        <translation>切り取り線</translation>
    </message>
    <message>
        <source>Maple leaves</source>
        <translation>もみじ</translation>
    </message>
    <message>
        <source>Paper cord</source>
        <translation>水引</translation>
    </message>
    <message>
        <source>Quiet grass</source>
        <translation>草の葉(控えめ)</translation>
    </message>
    <message>
        <source>Ribbon and wrapping</source>
        <translation>リボンと包み</translation>
    </message>
    <message>
        <source>Scissors and comb</source>
        <translation>はさみと櫛</translation>
    </message>
    <message>
        <source>Snow and berries</source>
        <translation>雪と南天</translation>
    </message>
    <message>
        <source>Snowy bamboo</source>
        <translation>雪と笹</translation>
    </message>
    <message>
        <source>Sprig</source>
        <translation>小枝</translation>
    </message>
    <message>
        <source>Stamp card</source>
        <translation>スタンプカード</translation>
    </message>
    <message>
        <source>Swallow and leaves</source>
        <translation>つばめと若葉</translation>
    </message>
    <message>
        <source>Tea cup</source>
        <translation>湯のみ</translation>
    </message>
    <message>
        <source>Two birds</source>
        <translation>二羽の小鳥</translation>
    </message>
    <message>
        <source>Wind-bell</source>
        <translation>風鈴</translation>
    </message>
    <message>
        <source>Young leaves</source>
        <translation>若葉</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Drop the list here, or choose it</source>
        <translation>名簿や売上のファイルを、ここに置いてください</translation>
    </message>
    <message>
        <source>Excel, OpenDocument, CSV and other text lists can be read.
The file itself is never changed.</source>
        <translation>Excel・OpenDocument・CSVなどの一覧を読めます。
元のファイルは変わりません。</translation>
    </message>
</context>
<context>
    <name>DropField</name>
    <message>
        <source>Drop scans or photos of the sheets here</source>
        <translation>用紙の画像をここに置いてください</translation>
    </message>
    <message>
        <source>PDF, TIFF, JPEG and PNG, as many as you like, in any order. Upside down is fine. The files stay as they are.</source>
        <translation>PDF・TIFF・JPEG・PNG を、何枚でも、順番も向きもそのままでかまいません。元のファイルは変わりません。</translation>
    </message>
</context>
<context>
    <name>DueAgain</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message numerus="yes">
        <source>Due again within %n day(s)</source>
        <translation><numerusform>%n日以内に使い終わるころのお客様</numerusform></translation>
    </message>
    <message>
        <source>Next {product}: about {day}</source>
        <translation>次の{product}:{day}ごろ</translation>
    </message>
    <message>
        <source>{product}: was due about {day}</source>
        <translation>{product}:{day}ごろが目安でした</translation>
    </message>
</context>
<context>
    <name>ElementsPanel</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add: {part}</source>
        <translation>追加: {part}</translation>
    </message>
    <message>
        <source>Behind all others</source>
        <translation>いちばん後ろに</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>重なりの変更</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>In front of all others</source>
        <translation>いちばん手前に</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>確認が必要です</translation>
    </message>
    <message>
        <source>Nothing stands on this page yet. Press “Add” and choose a text, a picture or a drawing.</source>
        <translation>このページにはまだ何もありません。「追加」を押して、文字や写真、絵柄を選んでください。</translation>
    </message>
    <message>
        <source>One further back, Alt+↓</source>
        <translation>一つ後ろに(Alt+↓)</translation>
    </message>
    <message>
        <source>One further forward, Alt+↑</source>
        <translation>一つ手前に(Alt+↑)</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>このページの部品</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
</context>
<context>
    <name>EndsPart</name>
    <message>
        <source>Words at the high end</source>
        <translation>高いほうの言葉</translation>
    </message>
    <message>
        <source>Words at the low end</source>
        <translation>低いほうの言葉</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Do not mend</source>
        <translation>直さない</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>入力する</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>10</source>
        <translation>10</translation>
    </message>
    <message>
        <source>Answer it yourself</source>
        <translation>自分で答えてみる</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>回答の日</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>はじめから</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note of a talk</source>
        <translation>話しながらメモ</translation>
    </message>
    <message>
        <source>Please type the day.</source>
        <translation>日付を入力してください。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation>直して記録</translation>
    </message>
    <message>
        <source>Recorded just now</source>
        <translation>いま記録したもの</translation>
    </message>
    <message>
        <source>Recorded: {name}</source>
        <translation>記録しました:{name}</translation>
    </message>
    <message>
        <source>Sheet number</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Sheet number or customer</source>
        <translation>用紙の番号かお客様</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>用紙 {number}</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Take the first sheet in hand</source>
        <translation>1枚目を手に取ってください</translation>
    </message>
    <message>
        <source>That was the last question.</source>
        <translation>最後の質問まで入りました。</translation>
    </message>
    <message>
        <source>That was the last question. Nothing is recorded: it was only tried out.</source>
        <translation>最後の質問まで進みました。試しなので、何も記録していません。</translation>
    </message>
    <message>
        <source>Type answers in</source>
        <translation>回答を入力</translation>
    </message>
    <message>
        <source>Type the number at its foot or the customer&apos;s name and press Enter. Then one key answers each question.</source>
        <translation>用紙の下の番号かお名前を入力してEnterを押すと、あとは質問ごとにキー1つで入力できます。</translation>
    </message>
    <message>
        <source>What is typed in</source>
        <translation>入力するもの</translation>
    </message>
    <message>
        <source>What stands at question {number} cannot be read. Please correct it.</source>
        <translation>質問{number}の入力が読み取れません。直してください。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>うかがったこと</translation>
    </message>
    <message>
        <source>With whom you talked</source>
        <translation>お話しした方</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無記名</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>無回答</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>follow-up today</source>
        <translation>今日フォロー</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>one back</source>
        <translation>ひとつ戻る</translation>
    </message>
    <message>
        <source>record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>{count}/{all} answered</source>
        <translation>{count}/{all}問</translation>
    </message>
    <message>
        <source>{score} of 10</source>
        <translation>おすすめ度 {score}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A barcode needs a postcode of seven digits. Nothing was made. Please correct the postcode.</source>
        <translation>バーコードには7けたの郵便番号が必要です。何も作られていません。郵便番号を直してください。</translation>
    </message>
    <message>
        <source>A campaign can start today or later: its window must be fixed before anything is sent.</source>
        <translation>キャンペーンを始める日は、今日から先の日にしてください。数える期間は、お送りする前に決めておきます。</translation>
    </message>
    <message>
        <source>A field in the text cannot be read: {part}. Please write it like {{{{name}}}}.</source>
        <translation>文面の差し込み項目を読み取れません:{part}。{{{{氏名}}}} のように書いてください。</translation>
    </message>
    <message>
        <source>A file called {name} cannot be written. Nothing was written. Please let its name end in .csv, .tsv or .xlsx.</source>
        <translation>{name} という名前では書き出せません。何も書き出していません。名前の終わりを .csv、.tsv、.xlsx のどれかにしてください。</translation>
    </message>
    <message>
        <source>A group needs at least one condition. Please add one.</source>
        <translation>グループには条件が1つ以上必要です。条件を足してください。</translation>
    </message>
    <message>
        <source>A household needs at least two people. Please choose somebody else to add.</source>
        <translation>世帯にはお二人以上が必要です。もうお一人をお選びください。</translation>
    </message>
    <message>
        <source>A number of a condition must be between {low} and {high}. Please change it.</source>
        <translation>条件の数は{low}から{high}までです。直してください。</translation>
    </message>
    <message>
        <source>A period of a condition ends before it begins. Please change one of the days.</source>
        <translation>条件の期間は、終わりの日が始まりの日より前になっています。どちらかの日を直してください。</translation>
    </message>
    <message>
        <source>A refund cannot be earlier than its purchase. Nothing was recorded. Please choose a later day.</source>
        <translation>お買上げより前の日に返金することはできません。何も記録していません。お買上げの日以降を選んでください。</translation>
    </message>
    <message>
        <source>A refund is not changed afterwards. Nothing was changed. Please delete it and record it again.</source>
        <translation>返金の記録はあとから変えられません。何も変わっていません。削除してから、もう一度記録してください。</translation>
    </message>
    <message>
        <source>A survey of the staff is answered without names. Nothing was printed. Please print sheets that carry no name.</source>
        <translation>スタッフのアンケートはお名前なしでお答えいただきます。何も印刷していません。無記名の用紙を印刷してください。</translation>
    </message>
    <message>
        <source>A template can have at most {most} parts. Nothing was changed. Please take some away.</source>
        <translation>1つのテンプレートに置ける部品は{most}個までです。何も変更していません。いくつか取り除いてください。</translation>
    </message>
    <message>
        <source>A tier can be kept for up to {most} months. Please type fewer.</source>
        <translation>待てるのは{most}か月までです。少なくしてください。</translation>
    </message>
    <message>
        <source>A visit cannot be later than its refund. Nothing was changed. Please choose an earlier day.</source>
        <translation>来店日を、返金した日より後にすることはできません。何も変更していません。もっと前の日付を選んでください。</translation>
    </message>
    <message>
        <source>A word of a condition is still missing. Please press it and choose one.</source>
        <translation>条件のことばがまだ選ばれていません。押して選んでください。</translation>
    </message>
    <message>
        <source>An introduction counts with the first visit; this customer has been here before.</source>
        <translation>ご紹介は、はじめてのご来店のときだけ数えます。このお客様は前にもお見えです。</translation>
    </message>
    <message>
        <source>Another program is writing to the data just now. What was saved before is safe. Please try again in a moment.</source>
        <translation>ほかのプログラムがデータを書き込んでいます。これまでに保存した内容は無事です。少し待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>At least one of the four must count for something. Nothing was changed.</source>
        <translation>4つのうち少なくとも1つは、重みを0より大きくしてください。何も変更していません。</translation>
    </message>
    <message>
        <source>Cards were printed somewhere else at the same moment. Nothing was recorded as sent. Please print once more.</source>
        <translation>ちょうど同じときに別の画面で印刷されました。送った記録はつけていません。もう一度印刷してください。</translation>
    </message>
    <message>
        <source>Every piece of this run was printed. Nothing was changed.</source>
        <translation>この印刷はすべて終わっています。何も変更していません。</translation>
    </message>
    <message>
        <source>More points than the amount to pay. Nothing was recorded. Please use at most {most}.</source>
        <translation>お会計より多いポイントです。何も記録していません。{most} ポイントまでにしてください。</translation>
    </message>
    <message>
        <source>More than this amount has already been given back. Nothing was changed. Please delete the refund first.</source>
        <translation>この金額より多く返金してあります。何も変わっていません。先に返金の記録を削除してください。</translation>
    </message>
    <message>
        <source>No address fits on labels this small. Nothing was changed. Please choose labels of at least {width} x {height} mm.</source>
        <translation>この大きさのラベルには宛名が入りません。何も変更していません。{width}×{height} mm以上のラベルを選んでください。</translation>
    </message>
    <message>
        <source>No column could be matched with what is needed ({fields}). Nothing was imported. Please match the columns by hand.</source>
        <translation>必要な項目({fields})に合う列が見つかりません。何も取り込んでいません。列を手で合わせてください。</translation>
    </message>
    <message>
        <source>No more of “{name}” is left. Nothing was changed. Please choose another reward.</source>
        <translation>「{name}」はもう残っていません。何も変えていません。ほかの特典を選んでください。</translation>
    </message>
    <message>
        <source>No piece of this shop carries the code {code}. Nothing was recorded for it.</source>
        <translation>コード{code}の郵便は、このお店からは出ていません。この分は記録していません。</translation>
    </message>
    <message>
        <source>No template was chosen. Nothing was printed. Please choose one.</source>
        <translation>テンプレートが選ばれていません。何も印刷していません。テンプレートを選んでください。</translation>
    </message>
    <message>
        <source>Nobody called {name} is on the staff list. Nothing was recorded. Please choose from the list.</source>
        <translation>担当の一覧に「{name}」という方はいません。何も記録していません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>Nobody can be introduced by themselves. Please choose somebody else.</source>
        <translation>ご本人をご紹介者にはできません。別の方をお選びください。</translation>
    </message>
    <message>
        <source>Nobody is left to plan this for: they do not want to be contacted, have left, or have the very same follow-up already. Nothing was changed.</source>
        <translation>予定を入れる方がいません。連絡を望まない方、離れた方、同じ予定がすでにある方を除きました。何も変えていません。</translation>
    </message>
    <message>
        <source>Nobody is left to print for. Nothing was printed. Please choose at least one person.</source>
        <translation>印刷するお客様がいません。何も印刷していません。お一人以上選んでください。</translation>
    </message>
    <message>
        <source>Nobody is left to send this to. Nothing was started. Please choose another group.</source>
        <translation>お送りする方がいません。まだ始めていません。ほかのグループを選んでください。</translation>
    </message>
    <message>
        <source>None of these codes is on a piece of this shop. Nothing was recorded.</source>
        <translation>このお店の郵便のコードは一つもありませんでした。何も記録していません。</translation>
    </message>
    <message>
        <source>Nothing is answered on this sheet yet. Please answer a question, or leave the sheet out.</source>
        <translation>まだどの質問にも回答がありません。回答を入れるか、この用紙を飛ばしてください。</translation>
    </message>
    <message>
        <source>Nothing is kept about the printer {printer} with the paper {stock}. Nothing was printed. Known are: {known}.</source>
        <translation>プリンター「{printer}」と用紙「{stock}」の組み合わせは登録されていません。何も印刷していません。登録済み: {known}</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>何も印刷していません。</translation>
    </message>
    <message>
        <source>Of each piece, 1 to {most} can be printed. Nothing was printed. Please enter another number.</source>
        <translation>同じものは1〜{most}枚まで印刷できます。何も印刷していません。枚数を入力し直してください。</translation>
    </message>
    <message>
        <source>Of run {run}, {unsent} pieces have not come out yet. Nothing was printed. Please go on with it or leave the rest first, so that both stacks have the same order.</source>
        <translation>印刷{run}には、まだ印刷していないものが{unsent}枚あります。何も印刷していません。順番がそろうように、先に続きを印刷するか、残りを取りやめてください。</translation>
    </message>
    <message>
        <source>Okaeri is already open with this data. Nothing was changed. Please use the window that is open.</source>
        <translation>このデータはすでにおかえりで開いています。何も変えていません。開いている画面をお使いください。</translation>
    </message>
    <message>
        <source>One of the texts is too long: at most {most} letters. Please shorten it.</source>
        <translation>長すぎる文があります。{most}文字までです。短くしてください。</translation>
    </message>
    <message>
        <source>Only a letter can have more than one page. Please take away what stands on the others.</source>
        <translation>2ページ以上にできるのは手紙だけです。2ページ目からあとにあるものを取り除いてください。</translation>
    </message>
    <message>
        <source>Only {left} points can be used, not {wanted}. Nothing was recorded. Please use fewer points.</source>
        <translation>使えるのは {left} ポイントまでで、{wanted} ポイントには足りません。何も記録していません。使うポイントを減らしてください。</translation>
    </message>
    <message>
        <source>Please add at least one tier, or switch the tiers off.</source>
        <translation>ランクを1つ以上足すか、「ランクを使う」を切ってください。</translation>
    </message>
    <message>
        <source>Please choose a day that is not over yet.</source>
        <translation>まだ過ぎていない日を選んでください。</translation>
    </message>
    <message>
        <source>Please choose a number of sheets from 1 to {most}.</source>
        <translation>枚数は1から{most}までで入力してください。</translation>
    </message>
    <message>
        <source>Please choose somebody else to hand the customers over to.</source>
        <translation>引き継ぐ相手には別の担当を選んでください。</translation>
    </message>
    <message>
        <source>Please choose today or a later day for the follow-up.</source>
        <translation>ご予定は今日か、それより後の日にしてください。</translation>
    </message>
    <message>
        <source>Please choose today or an earlier day for the answers.</source>
        <translation>回答の日には今日か、それより前の日を選んでください。</translation>
    </message>
    <message>
        <source>Please count for {low} to {high} days.</source>
        <translation>数える日数は {low} 日から {high} 日までにしてください。</translation>
    </message>
    <message>
        <source>Please enter a name. What you typed is still here.</source>
        <translation>お名前を入れてください。入力した内容はそのまま残っています。</translation>
    </message>
    <message>
        <source>Please enter a number as the target. Nothing was changed.</source>
        <translation>目標は数で入力してください。何も変更していません。</translation>
    </message>
    <message>
        <source>Please enter a number from 0 to {most}. Nothing was changed.</source>
        <translation>0から{most}までの数を入力してください。何も変更していません。</translation>
    </message>
    <message>
        <source>Please enter a number from {low} to {high}. Nothing was changed.</source>
        <translation>{low}から{high}までの数を入れてください。何も変えていません。</translation>
    </message>
    <message>
        <source>Please enter an amount from 0 to {most}. Nothing was changed.</source>
        <translation>0 から {most} までの金額を入力してください。何も変わっていません。</translation>
    </message>
    <message>
        <source>Please enter the name of the contact person.</source>
        <translation>窓口の方のお名前を入れてください。</translation>
    </message>
    <message>
        <source>Please give the campaign a name.</source>
        <translation>キャンペーンの名前を入力してください。</translation>
    </message>
    <message>
        <source>Please give the label sheet a name of up to {most} letters. Nothing was changed.</source>
        <translation>ラベル用紙の名前を{most}文字までで入力してください。何も変えていません。</translation>
    </message>
    <message>
        <source>Please leave out between 0 and {high} people, so that somebody gets it.</source>
        <translation>様子を見る方は 0 名から {high} 名までにしてください。お送りする方が必要です。</translation>
    </message>
    <message>
        <source>Please name the survey the answers belong to with --survey: its number or its title. Nothing was imported.</source>
        <translation>どのアンケートの回答かを --survey で番号か題名にて指定してください。取り込んでいません。</translation>
    </message>
    <message>
        <source>Please say which printer and which paper this is for. Nothing was changed.</source>
        <translation>プリンターと用紙を入力してください。何も変更していません。</translation>
    </message>
    <message>
        <source>Please type a name and how many points the reward takes.</source>
        <translation>特典の名前と、必要なポイント数を入れてください。</translation>
    </message>
    <message>
        <source>Please type a name for the tier.</source>
        <translation>ランクの名前を入力してください。</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>お名前を入力してください。</translation>
    </message>
    <message>
        <source>Please type from how much on the tier {name} begins; every tier needs its own figure.</source>
        <translation>「{name}」がいくつから始まるかを入力してください。ランクごとに違う値が必要です。</translation>
    </message>
    <message>
        <source>Please type how many points, not zero.</source>
        <translation>ポイント数を入れてください(0以外)。</translation>
    </message>
    <message>
        <source>Please type the name of the shop.</source>
        <translation>お店の名前を入力してください。</translation>
    </message>
    <message>
        <source>Please type what the group is called.</source>
        <translation>種類の名前を入れてください。</translation>
    </message>
    <message>
        <source>Please type what the group of customers is called.</source>
        <translation>お客様グループの名前を入れてください。</translation>
    </message>
    <message>
        <source>Please type what the product is called.</source>
        <translation>商品の名前を入れてください。</translation>
    </message>
    <message>
        <source>Please type why the points are corrected.</source>
        <translation>ポイントを直す理由を入れてください。</translation>
    </message>
    <message>
        <source>Please type why these answers do not count.</source>
        <translation>集計から外す理由を入力してください。</translation>
    </message>
    <message>
        <source>Please write a word or two about the contact.</source>
        <translation>やりとりの内容をひとこと書いてください。</translation>
    </message>
    <message>
        <source>Points can be used from {least} on. Nothing was recorded.</source>
        <translation>ポイントは {least} ポイントから使えます。何も記録していません。</translation>
    </message>
    <message>
        <source>Points need a customer. Nothing was recorded.</source>
        <translation>ポイントを使うにはお客様を選んでください。何も記録していません。</translation>
    </message>
    <message>
        <source>Products ({count}) still stand in the group {name}. Nothing was changed. Please move them to another group first.</source>
        <translation>種類「{name}」にはまだ商品が{count}件あります。何も変えていません。先に、ほかの種類に移してください。</translation>
    </message>
    <message>
        <source>Question {number} allows no number: its lowest is above its highest. Please change one.</source>
        <translation>質問{number}に入力できる数値がありません。下限が上限より大きくなっています。どちらかを直してください。</translation>
    </message>
    <message>
        <source>Question {number} has no text yet. Please type one.</source>
        <translation>質問{number}の文がまだありません。入力してください。</translation>
    </message>
    <message>
        <source>Question {number} needs at least two answers to choose from. Please add some.</source>
        <translation>質問{number}には選択肢が2つ以上要ります。足してください。</translation>
    </message>
    <message>
        <source>Question {number} offers “{option}” twice. Please change one of them.</source>
        <translation>質問{number}に「{option}」が2つあります。どちらかを変えてください。</translation>
    </message>
    <message>
        <source>Reading “{name}” took more than {seconds} seconds and was stopped. Nothing was imported. Please save only the list as CSV.</source>
        <translation>「{name}」を読むのに{seconds}秒よりかかったので、止めました。何も取り込んでいません。一覧だけをCSVで保存してください。</translation>
    </message>
    <message>
        <source>Sheets of this survey were printed or answered, so it cannot be deleted. Nothing was changed. Please archive it instead.</source>
        <translation>このアンケートは用紙の印刷か回答が済んでいるため、消せません。何も変えていません。代わりにしまってください。</translation>
    </message>
    <message>
        <source>Something was noted against post to {names} while the pages were being made. Nothing was recorded. Please choose the people anew.</source>
        <translation>ページを作っている間に、{names}さまへの郵送を止める記録が入りました。発送は記録していません。宛先を選び直してください。</translation>
    </message>
    <message>
        <source>That is more than fits: at most {most}. Please take some away.</source>
        <translation>多すぎます。{most}までです。減らしてください。</translation>
    </message>
    <message>
        <source>The amount must be above zero. Nothing was recorded. To give money back, open the purchase and choose refund.</source>
        <translation>金額は0より大きく入れてください。何も記録していません。返金するときは、お買上げを開いて「返金する」を選んでください。</translation>
    </message>
    <message>
        <source>The answers of this sheet are recorded already, as of {day}. Nothing was recorded. Please look at them, or correct them.</source>
        <translation>この用紙の回答は{day}付けで記録済みです。何も記録していません。記録を確かめるか、直してください。</translation>
    </message>
    <message>
        <source>The barcode {barcode} belongs to {name} already. Please check the digits.</source>
        <translation>バーコード {barcode} は「{name}」のものです。数字をお確かめください。</translation>
    </message>
    <message>
        <source>The code in the part “{name}” would be too small to be read. Please make it at least {width} x {height} mm.</source>
        <translation>「{name}」のコードは小さすぎて読み取れません。{width}×{height}mm以上にしてください。</translation>
    </message>
    <message>
        <source>The code {code} belongs to {name} already. Please choose another.</source>
        <translation>商品コード {code} は「{name}」のものです。別のコードにしてください。</translation>
    </message>
    <message>
        <source>The comment can have {high} characters at most, so that it fits on the page.</source>
        <translation>ひとことは紙に入るよう{high}文字までにしてください。</translation>
    </message>
    <message>
        <source>The conditions of this group cannot be read. Nothing was changed. Please build the group anew.</source>
        <translation>このグループの条件を読み取れませんでした。何も変えていません。グループを作り直してください。</translation>
    </message>
    <message>
        <source>The currency cannot change any more, because purchases are recorded in {currency}. Nothing was changed.</source>
        <translation>{currency} でお買い上げが記録されているため、通貨は変えられません。何も変わっていません。</translation>
    </message>
    <message>
        <source>The currency “{code}” is not known. Nothing was changed. Please choose JPY, GBP, EUR, USD or another listed one.</source>
        <translation>通貨「{code}」は扱っていません。何も変えていません。JPY、GBP、EUR、USD など一覧にある通貨を選んでください。</translation>
    </message>
    <message>
        <source>The customer number {code} belongs to another customer. Please choose another number.</source>
        <translation>お客様番号 {code} は別の方のものです。ほかの番号にしてください。</translation>
    </message>
    <message>
        <source>The data could not be read or written. What was saved before is safe. Please try again.</source>
        <translation>データを読み書きできませんでした。これまでに保存した内容は無事です。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The data file is damaged. Your backups are untouched. Please restore the latest backup from Settings.</source>
        <translation>データのファイルが壊れています。控え(バックアップ)は無事です。設定から最新の控えに戻してください。</translation>
    </message>
    <message>
        <source>The data file is not where it was. Nothing was created in its place. Please connect the drive, or restore a backup.</source>
        <translation>データのファイルが元の場所にありません。代わりのファイルは作っていません。ドライブをつなぐか、控えから戻してください。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to. What was saved before is safe. Please check the folder&apos;s permissions.</source>
        <translation>データのフォルダーに書き込めません。これまでに保存した内容は無事です。フォルダーの権限を確かめてください。</translation>
    </message>
    <message>
        <source>The data was saved by a newer version of this program. Nothing was changed. Please update the program.</source>
        <translation>このデータは新しい版のプログラムで保存されています。何も変えていません。プログラムを新しくしてください。</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe; this change was not saved. Please free some space and try again.</source>
        <translation>ディスクの空きがありません。これまでに保存した内容は無事ですが、今の変更は保存していません。空きを作ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The file has no column “{column}”. Nothing was imported. Please check the spelling.</source>
        <translation>ファイルに「{column}」という列がありません。何も取り込んでいません。つづりを確かめてください。</translation>
    </message>
    <message>
        <source>The file has no sheet “{sheet}”. Nothing was imported. These exist: {known}.</source>
        <translation>ファイルに「{sheet}」というシートがありません。何も取り込んでいません。あるもの:{known}</translation>
    </message>
    <message>
        <source>The file has “{name}” more than once. The first one was taken.</source>
        <translation>ファイルに「{name}」が2つ以上あります。最初のものを取り込みました。</translation>
    </message>
    <message>
        <source>The file {name} cannot be written there. Nothing was written. Please choose another folder.</source>
        <translation>{name} をここに書き出せません。何も書き出していません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The file {name} is not a whole backup of this program. Nothing was changed. Please choose another backup.</source>
        <translation>{name} は、このプログラムの控えとして使えません(途中で切れているか、別のファイルです)。何も変わっていません。別の控えを選んでください。</translation>
    </message>
    <message>
        <source>The file {name} was not found. Nothing was changed. Please check its name and place.</source>
        <translation>{name} が見つかりません。何も変わっていません。名前と場所を確かめてください。</translation>
    </message>
    <message>
        <source>The file “{name}” is not there any more or cannot be opened. Nothing was imported. Please choose it again.</source>
        <translation>ファイル「{name}」が見つからないか、開けません。何も取り込んでいません。もう一度選んでください。</translation>
    </message>
    <message>
        <source>The gross margin must be between 0 and 100 per cent of sales.</source>
        <translation>粗利率は 0〜100% の間で入力してください。</translation>
    </message>
    <message>
        <source>The gross margin must be between 0 and 100 per cent.</source>
        <translation>粗利率は0〜100%で入れてください。</translation>
    </message>
    <message>
        <source>The group “{name}” was left out: “{word}”, which it speaks of, is not here.</source>
        <translation>グループ「{name}」は取り込みませんでした。条件にある「{word}」が、ここにはありません。</translation>
    </message>
    <message>
        <source>The household was changed in the meantime. Nothing was changed now. Please look at it again.</source>
        <translation>この世帯は、ほかで変更されていました。何も変更していません。もう一度ご確認ください。</translation>
    </message>
    <message>
        <source>The labels overlap. Nothing was changed. Please enter a distance from label to label that is at least their size.</source>
        <translation>ラベルどうしが重なります。何も変更していません。間隔はラベルの大きさ以上にしてください。</translation>
    </message>
    <message>
        <source>The labels reach beyond the edge of the paper ({paper}). Nothing was changed. Please check number, size and margins.</source>
        <translation>ラベルが用紙({paper})からはみ出します。何も変更していません。面数・大きさ・余白を確かめてください。</translation>
    </message>
    <message>
        <source>The layout of this survey sheet cannot be read any more. Nothing was changed.</source>
        <translation>この用紙の配置が読み出せません。何も変えていません。</translation>
    </message>
    <message>
        <source>The list of postal codes is missing or damaged. Your data are untouched. Please install the program again.</source>
        <translation>郵便番号の一覧がないか、壊れています。お店のデータはそのままです。プログラムを入れ直してください。</translation>
    </message>
    <message>
        <source>The list of this campaign has changed since it was shown: it was {shown} people and is {now} now. Nothing was started. Please look at it once more.</source>
        <translation>表示したあとに、このキャンペーンの対象の方が変わりました({shown}名→{now}名)。まだ開始していません。もう一度ご確認ください。</translation>
    </message>
    <message>
        <source>The name of a campaign can have {high} characters at most.</source>
        <translation>キャンペーンの名前は {high} 文字までにしてください。</translation>
    </message>
    <message>
        <source>The name of a group has at most {high} characters. Please shorten it.</source>
        <translation>グループの名前は{high}文字までです。短くしてください。</translation>
    </message>
    <message>
        <source>The number of days must be between 1 and {high}.</source>
        <translation>日数は1〜{high}で入れてください。</translation>
    </message>
    <message>
        <source>The offer of this code was valid until {valid_until}. Nothing was used up.</source>
        <translation>この特典は{valid_until}までのものでした。何も使われていません。</translation>
    </message>
    <message>
        <source>The offer would be over before it is printed ({valid_until}). Please choose a later day.</source>
        <translation>特典の期限({valid_until})が過ぎています。先の日付をお選びください。</translation>
    </message>
    <message>
        <source>The pages of this run are no longer kept. Nothing was printed.</source>
        <translation>この回のはがきはもう残っていません。何も印刷していません。</translation>
    </message>
    <message>
        <source>The part “{name}” cannot stand below “{followed}”. Please choose another part of the same page.</source>
        <translation>「{name}」を「{followed}」の下に続けることはできません。同じページの別の部品を選んでください。</translation>
    </message>
    <message>
        <source>The part “{name}” does not lie wholly on the paper. Please move it or make it smaller.</source>
        <translation>「{name}」が用紙からはみ出しています。位置を動かすか、小さくしてください。</translation>
    </message>
    <message>
        <source>The part “{name}” has a place, size or colour that is not possible. Please correct it.</source>
        <translation>「{name}」の位置・大きさ・色のどれかが正しくありません。直してください。</translation>
    </message>
    <message>
        <source>The part “{name}” of the template cannot be printed. Please correct it.</source>
        <translation>テンプレートの「{name}」は印刷できません。直してください。</translation>
    </message>
    <message>
        <source>The picture in the part “{name}” cannot be read. Please choose a PNG or JPEG file.</source>
        <translation>「{name}」の画像を読み込めません。PNGかJPEGのファイルを選んでください。</translation>
    </message>
    <message>
        <source>The picture in the part “{name}” is too large. Please choose one of at most 5 megabytes and 6,000 x 6,000 dots.</source>
        <translation>「{name}」の画像が大きすぎます。5MB以下、6,000×6,000ドット以下の画像を選んでください。</translation>
    </message>
    <message>
        <source>The pictures of the template are too large together: at most {most} million dots. Please choose smaller ones.</source>
        <translation>テンプレートの画像が合わせて大きすぎます(合計{most}00万画素まで)。小さい画像を選んでください。</translation>
    </message>
    <message>
        <source>The piece cannot be made as it stands. Nothing was printed.</source>
        <translation>このままでは印刷できません。何も印刷していません。</translation>
    </message>
    <message>
        <source>The piece does not say yet what it promises. Please type the words of the offer.</source>
        <translation>特典のことばがまだ入っていません。載せることばを入れてください。</translation>
    </message>
    <message>
        <source>The points of the tier {name} can be multiplied by 1 to 10. Please check the rate.</source>
        <translation>「{name}」のポイントは1倍から10倍までにできます。倍率を確かめてください。</translation>
    </message>
    <message>
        <source>The position can be moved by at most 10 mm and the size changed by 2 %. Nothing was changed. Please enter a smaller value.</source>
        <translation>位置は10mmまで、大きさは2%まで調整できます。何も変えていません。もっと小さい値を入れてください。</translation>
    </message>
    <message>
        <source>The post could not read the bars in the part “{name}”. Please make it at least {width} x {height} mm.</source>
        <translation>「{name}」のカスタマバーコードは小さすぎて読み取れません。{width}×{height}mm以上にしてください。</translation>
    </message>
    <message>
        <source>The printer took no more pages.</source>
        <translation>プリンターが途中で受け付けなくなりました。</translation>
    </message>
    <message>
        <source>The printer {printer} was not found. Nothing was printed or recorded. Please switch it on, or choose another printer.</source>
        <translation>プリンター「{printer}」が見つかりません。印刷も記録もしていません。電源を入れるか、別のプリンターを選んでください。</translation>
    </message>
    <message>
        <source>The setting of a printer was left out, for it lacks the printer or the paper: “{printer}”, “{stock}”.</source>
        <translation>プリンターの設定を1つ取り込みませんでした。プリンターか用紙の名前がありません: 「{printer}」「{stock}」</translation>
    </message>
    <message>
        <source>The sheet has {places} places. Nothing was printed. Please begin at one of them.</source>
        <translation>この用紙は{places}面です。何も印刷していません。開始位置は1〜{places}で指定してください。</translation>
    </message>
    <message>
        <source>The shop gives no points yet. Nothing was recorded. Please set the rule first.</source>
        <translation>まだポイントのきまりがありません。何も記録していません。先にきまりを決めてください。</translation>
    </message>
    <message>
        <source>The shop uses no tiers yet. Nothing was changed. Please switch them on first.</source>
        <translation>まだランクを使っていません。何も変えていません。先に「ランクを使う」を入れてください。</translation>
    </message>
    <message>
        <source>The staff answer without a name: these answers are linked to nobody. Nothing was changed.</source>
        <translation>スタッフのアンケートは無記名です。どなたとも結び付けません。何も変えていません。</translation>
    </message>
    <message>
        <source>The survey asks nothing yet. Please add a question.</source>
        <translation>質問がまだありません。質問を足してください。</translation>
    </message>
    <message>
        <source>The survey has no title yet. Please type one.</source>
        <translation>アンケートの題がまだありません。入力してください。</translation>
    </message>
    <message>
        <source>The survey was changed while the file was read. Nothing was imported. Please choose the file once more.</source>
        <translation>ファイルを読んでいる間にアンケートが変わりました。取り込んでいません。もう一度ファイルを選んでください。</translation>
    </message>
    <message>
        <source>The tax rate must be between 0 and 50 per cent.</source>
        <translation>税率は0〜50%で入れてください。</translation>
    </message>
    <message>
        <source>The template has no name yet. Nothing was saved. Please type one.</source>
        <translation>テンプレートに名前がありません。何も保存していません。名前を入力してください。</translation>
    </message>
    <message>
        <source>The text names a field that does not exist: {name}. Please choose a field from the list.</source>
        <translation>一覧にない項目が文面にあります:{name}。項目は一覧から選んでください。</translation>
    </message>
    <message>
        <source>The time zone “{name}” is not known. Please give one like Asia/Tokyo.</source>
        <translation>時間帯「{name}」が分かりません。Asia/Tokyo のように入力してください。</translation>
    </message>
    <message>
        <source>The usual number of days must be between {low} and {high}.</source>
        <translation>目安の日数は {low}〜{high}日の間で入力してください。</translation>
    </message>
    <message>
        <source>There are no figures of {month} yet. Nothing was made.</source>
        <translation>{month}の数字はまだありません。何も作っていません。</translation>
    </message>
    <message>
        <source>There is a label sheet called {name} already. Nothing was changed. Please type another name.</source>
        <translation>「{name}」というラベル用紙はもうあります。何も変えていません。ほかの名前を入力してください。</translation>
    </message>
    <message>
        <source>There is a reward called {name} already. Please tell the two apart in the name.</source>
        <translation>「{name}」という特典はすでにあります。名前を変えてください。</translation>
    </message>
    <message>
        <source>There is a shop in this folder already. Nothing was changed. Please choose another folder for a new shop.</source>
        <translation>このフォルダーにはすでにお店があります。何も変わっていません。新しいお店には別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is already a group called {name}. Please choose another name.</source>
        <translation>種類「{name}」はもうあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is already a group of customers called {name}. Please choose another name.</source>
        <translation>「{name}」というお客様グループはもうあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is already somebody called {name}. Please tell the two apart in the name.</source>
        <translation>{name} さんはすでにいます。区別できるお名前にしてください。</translation>
    </message>
    <message>
        <source>There is already something called {name}. Please tell the two apart in the name, or give each a code.</source>
        <translation>「{name}」はもうあります。名前で見分けられるようにするか、それぞれに商品コードを付けてください。</translation>
    </message>
    <message>
        <source>There is no customer with the number {code}.</source>
        <translation>お客様番号{code}の方は登録されていません。</translation>
    </message>
    <message>
        <source>There is no customer with the number {code}. Nothing was printed.</source>
        <translation>番号 {code} のお客様は見つかりません。何も印刷していません。</translation>
    </message>
    <message>
        <source>There is no drawing called “{art}”. Please choose another.</source>
        <translation>「{art}」という絵柄はありません。別の絵柄を選んでください。</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Nothing was written and nothing recorded.</source>
        <translation>{folder} というフォルダーがありません。何も書き出さず、記録もしていません。</translation>
    </message>
    <message>
        <source>There is no group called “{name}”. Nothing was printed. The groups are: {names} and {more} more.</source>
        <translation>「{name}」というグループはありません。何も印刷していません。使えるグループ: {names}、ほか{more}</translation>
    </message>
    <message>
        <source>There is no group called “{name}”. Nothing was printed. The groups are: {names}.</source>
        <translation>「{name}」というグループはありません。何も印刷していません。使えるグループ: {names}</translation>
    </message>
    <message>
        <source>There is no label sheet called {name}. Nothing was printed. Please choose one of the list.</source>
        <translation>「{name}」というラベル用紙はありません。何も印刷していません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>There is no paper called “{paper}”. Please choose another; there are: {papers}.</source>
        <translation>「{paper}」という用紙はありません。次の中から選んでください: {papers}</translation>
    </message>
    <message>
        <source>There is no sheet “{code}” of this survey. Nothing was changed. Please compare it with the paper.</source>
        <translation>「{code}」という用紙は、このアンケートにありません。何も変えていません。紙の番号と見比べてください。</translation>
    </message>
    <message>
        <source>There is no sheet “{code}”. Please look at the number at the foot of the sheet once more.</source>
        <translation>「{code}」という用紙はありません。用紙の下にある番号をもう一度ご確認ください。</translation>
    </message>
    <message>
        <source>There is no survey “{name}”. Nothing was done. The list of surveys shows which there are.</source>
        <translation>「{name}」というアンケートはありません。何もしていません。アンケートの一覧でご確認ください。</translation>
    </message>
    <message>
        <source>There is no template called “{name}”. Nothing was printed. The templates are: {names}.</source>
        <translation>「{name}」というテンプレートはありません。何も印刷していません。使えるテンプレート: {names}</translation>
    </message>
    <message>
        <source>There is no template “{preset}” for lists. Nothing was imported. These exist: {known}.</source>
        <translation>「{preset}」というひな形はありません。何も取り込んでいません。使えるもの:{known}</translation>
    </message>
    <message>
        <source>There is nothing in “{name}”. Nothing was imported. Please choose another file.</source>
        <translation>「{name}」には何も入っていません。何も取り込んでいません。ほかのファイルを選んでください。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>やり直せる操作はありません。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>元に戻せる操作はありません。</translation>
    </message>
    <message>
        <source>There is something to look at, and --strict was given. Nothing was changed.</source>
        <translation>気になるところがあり、--strict が付いているため、何もしませんでした。</translation>
    </message>
    <message>
        <source>These answers are no longer there. Nothing was changed.</source>
        <translation>この回答はもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>These are the pieces of run {run}, which waits: {unsent} have not come out. Nothing was printed. Please go on from the print log.</source>
        <translation>これは印刷 {run} と同じ内容です。その{unsent}枚がまだ印刷されていません。何も印刷していません。印刷の記録から続けてください。</translation>
    </message>
    <message>
        <source>These measures of a label sheet cannot be read: {text}. Nothing was printed. Please enter them as numbers in millimetres.</source>
        <translation>ラベル用紙の寸法「{text}」を読み取れません。何も印刷していません。数字(mm)で入力してください。</translation>
    </message>
    <message>
        <source>These sheets were laid out by another version of the program, so the rest of them would not be read back. Please print the survey anew for those who have none yet.</source>
        <translation>この用紙は別の版のプログラムで配置したため、残りを印刷しても読み取れません。まだお持ちでない方の分を、新しく印刷してください。</translation>
    </message>
    <message>
        <source>This amount is too large. Nothing was recorded. Please check the digits.</source>
        <translation>金額が大きすぎます。何も記録していません。けた数を確かめてください。</translation>
    </message>
    <message>
        <source>This backup would hold far less than the last one ({after} rows instead of {before}). Nothing was replaced. Please look whether something is missing before you back up anyway.</source>
        <translation>この控えは前の控えよりずっと少なくなります({before}行が{after}行に)。前の控えはそのままです。なくなったものがないか確かめてから、もう一度控えを取ってください。</translation>
    </message>
    <message>
        <source>This campaign has not started yet. Nothing was changed.</source>
        <translation>このキャンペーンはまだ始まっていません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This campaign has started, so its list and its plan cannot change any more. Nothing was changed.</source>
        <translation>このキャンペーンは始まっているため、一覧と計画は変えられません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This campaign is not there any more. Nothing was changed.</source>
        <translation>このキャンペーンはもうありません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This campaign was taken back and is a draft again, so nothing was printed. Please start it again under Campaigns.</source>
        <translation>このキャンペーンは取り消されて、下書きに戻っています。何も印刷していません。キャンペーンの画面で、もう一度始めてください。</translation>
    </message>
    <message>
        <source>This cannot be done as it stands. Nothing was changed.</source>
        <translation>このままではできません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This cannot be for a reward. Please check the figure.</source>
        <translation>この値は特典に使えません。数字を確かめてください。</translation>
    </message>
    <message>
        <source>This code is not one of this shop&apos;s. Nothing was used up.</source>
        <translation>この記号は当店のものではありません。何も使われていません。</translation>
    </message>
    <message>
        <source>This code stands on a card and introduces nobody. Please enter it as the code of the card.</source>
        <translation>これははがきの記号で、ご紹介の記号ではありません。「はがきの記号」の欄に入れてください。</translation>
    </message>
    <message>
        <source>This code was mistyped. Please compare it with the paper, sign by sign.</source>
        <translation>記号が読み取れません。印刷物と1文字ずつ見くらべてください。</translation>
    </message>
    <message>
        <source>This code was used already, on {day} by {name}. It counts once.</source>
        <translation>この記号は{day}に{name}様がお使いになりました。使えるのは1回です。</translation>
    </message>
    <message>
        <source>This computer cannot print from here. Nothing was printed or recorded. Please choose “Open the PDF” as the printer.</source>
        <translation>このパソコンでは、ここから直接印刷できません。印刷も記録もしていません。プリンターに「PDFを開く」を選んでください。</translation>
    </message>
    <message>
        <source>This contact person is not there any more. Nothing was changed.</source>
        <translation>この窓口の方は、もういらっしゃいません。何も変えていません。</translation>
    </message>
    <message>
        <source>This contract is not there any more. Nothing was changed.</source>
        <translation>この契約は、もうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This customer is no longer there. Nothing was changed. Please look at the list again.</source>
        <translation>このお客様はもう登録されていません。何も変わっていません。一覧をもう一度見てください。</translation>
    </message>
    <message>
        <source>This customer is no longer there. The import or entry was undone. Nothing was changed.</source>
        <translation>このお客様はもう登録されていません(取り込みや登録が元に戻されました)。何も変えていません。</translation>
    </message>
    <message>
        <source>This customer was introduced by {name} already. An introduction counts once.</source>
        <translation>このお客様は{name}様のご紹介として記録されています。ご紹介は1回だけです。</translation>
    </message>
    <message>
        <source>This day is still to come. Nothing was recorded. Please choose today or an earlier day.</source>
        <translation>この日はまだ来ていません。何も記録していません。今日かそれより前の日を選んでください。</translation>
    </message>
    <message>
        <source>This file is no template of this program, or one of a newer version. Nothing was changed. Please choose another file.</source>
        <translation>このファイルはテンプレートとして読み込めません(新しい版で作られたものかもしれません)。何も変更していません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>This follow-up is not there any more. Nothing was changed.</source>
        <translation>このご予定はもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This group is no longer in the list. Nothing was changed.</source>
        <translation>この種類はもう一覧にありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This group of customers is no longer there. Nothing was changed.</source>
        <translation>このお客様グループはもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This import is not there any more. Nothing was changed.</source>
        <translation>この取り込みはもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This import is older than {days} days and can no longer be undone. Nothing was changed. A backup from before it can still be restored.</source>
        <translation>この取り込みは{days}日を過ぎたため、元に戻せません。何も変えていません。取り込み前の控えからは戻せます。</translation>
    </message>
    <message>
        <source>This import was undone already. Nothing was changed.</source>
        <translation>この取り込みはすでに元に戻してあります。何も変えていません。</translation>
    </message>
    <message>
        <source>This is more than is left of the purchase. Nothing was recorded. Please enter a smaller amount.</source>
        <translation>このお買上げの残りの金額を超えています。何も記録していません。もっと小さい金額を入れてください。</translation>
    </message>
    <message>
        <source>This is no survey of this program: {what} is not understood. Nothing was changed.</source>
        <translation>このプログラムのアンケートではありません({what} が読み取れません)。何も変えていません。</translation>
    </message>
    <message>
        <source>This is the code with which {name} introduces others. Please enter it as the introduction.</source>
        <translation>{name}様のご紹介の記号です。「ご紹介」の欄に入れてください。</translation>
    </message>
    <message>
        <source>This is the same record. Please choose another one.</source>
        <translation>同じ記録です。別の記録を選んでください。</translation>
    </message>
    <message>
        <source>This is the shop&apos;s own file, so it cannot be its backup too. Nothing was changed. Please choose another place.</source>
        <translation>これはいま使っているデータのファイルなので、控えにはできません。何も変わっていません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>This kind of template cannot be printed on “{paper}”. Please choose another paper; there are: {papers}.</source>
        <translation>この種類のテンプレートは「{paper}」には印刷できません。ほかの用紙を選んでください。選べるのは次のとおりです: {papers}</translation>
    </message>
    <message>
        <source>This last day is over already. Nothing was changed. Please choose today or a later day.</source>
        <translation>この有効期限はもう過ぎています。何も変えていません。今日か、それより後の日にしてください。</translation>
    </message>
    <message>
        <source>This member of staff is no longer in the list. Nothing was changed.</source>
        <translation>この担当は、もう一覧にいません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This need is not there any more. Nothing was changed.</source>
        <translation>この予定は、もうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This offer cannot be. Please type 1 to 100 per cent, or an amount above zero.</source>
        <translation>この内容では特典になりません。割引は1〜100%、金額やポイントは1以上を入れてください。</translation>
    </message>
    <message>
        <source>This page is no longer there to be decided. Nothing was changed.</source>
        <translation>このページは、もう確かめるところにありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This price cannot be. Please check the digits.</source>
        <translation>この値段は使えません。数字をお確かめください。</translation>
    </message>
    <message>
        <source>This print run is not there any more. Nothing was changed.</source>
        <translation>この印刷の記録はもうありません。何も変更していません。</translation>
    </message>
    <message>
        <source>This product is no longer in the list. Nothing was changed.</source>
        <translation>この商品はもう一覧にありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This purchase has already been given back in full. Nothing was changed.</source>
        <translation>このお買上げは、もう全額を返金してあります。何も変わっていません。</translation>
    </message>
    <message>
        <source>This purchase is no longer there. Nothing was changed. Please look at the list again.</source>
        <translation>このお買上げはもうありません。何も変わっていません。一覧をもう一度見てください。</translation>
    </message>
    <message>
        <source>This reward is not offered any more. Nothing was changed.</source>
        <translation>この特典は今は扱っていません。何も変えていません。</translation>
    </message>
    <message>
        <source>This rule cannot be. Nothing was changed. Please check the figures.</source>
        <translation>このきまりにはできません。何も変えていません。数字を確かめてください。</translation>
    </message>
    <message>
        <source>This rule is not there any more. Nothing was changed.</source>
        <translation>このきまりは、もうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This run has pieces 1 to {pieces}, and {position} is not one that was sent. Nothing was changed. Please type its number.</source>
        <translation>この印刷は1から{pieces}までで、{position}は送付済みのものではありません。何も変更していません。番号を入力し直してください。</translation>
    </message>
    <message>
        <source>This run was changed while its pages were being made. Nothing was noted as sent. Please open the run and go on once more.</source>
        <translation>ページを作っている間に、この印刷の記録が変わりました。発送は記録していません。印刷の記録を開いて、もう一度続けてください。</translation>
    </message>
    <message>
        <source>This sheet belongs to the survey “{title}”. Nothing was recorded. Please enter it there.</source>
        <translation>この用紙はアンケート「{title}」のものです。何も記録していません。そちらで入力してください。</translation>
    </message>
    <message>
        <source>This sheet was printed for {name}. Nothing was recorded. Please enter it without choosing somebody else.</source>
        <translation>この用紙は{name}あてに印刷したものです。何も記録していません。ほかの方を選ばずに入力してください。</translation>
    </message>
    <message>
        <source>This suggestion is not on the report any more. Nothing was changed.</source>
        <translation>この案はもうレポートにありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This suggestion is not there any more. Nothing was changed.</source>
        <translation>このご提案は、もうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This survey is no longer there. Nothing was changed.</source>
        <translation>このアンケートはもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This template is no longer there. Nothing was changed.</source>
        <translation>このテンプレートはもうありません。何も変更していません。</translation>
    </message>
    <message>
        <source>This tier is not there any more. Nothing was changed.</source>
        <translation>このランクはもうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This tier was not set by hand. Nothing was changed.</source>
        <translation>お店で決めたランクではありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This voice is not there any more. Nothing was changed.</source>
        <translation>このご意見は、もうありません。何も変えていません。</translation>
    </message>
    <message>
        <source>This was changed again afterwards, so it cannot be undone by itself. Nothing was changed. Please undo the later change first.</source>
        <translation>このあとにもう一度変更されているため、これだけを元に戻すことはできません。何も変えていません。先に後の変更を元に戻してください。</translation>
    </message>
    <message>
        <source>This was sent to {name}. Nothing was used up. Please decide whether it counts here too.</source>
        <translation>{name}様宛てのものです。まだ使われていません。このお客様に使うかどうかをお決めください。</translation>
    </message>
    <message>
        <source>Two parts of the template are both called “{name}”. Please give one of them another name.</source>
        <translation>テンプレートに「{name}」という部品が2つあります。どちらかの名前を変えてください。</translation>
    </message>
    <message>
        <source>Two tiers are called {name}. Please tell them apart in the name.</source>
        <translation>「{name}」というランクが2つあります。名前を変えてください。</translation>
    </message>
    <message>
        <source>Where a figure is from can have {high} characters at most. Nothing was changed.</source>
        <translation>数字の出どころは{high}文字までです。何も変更していません。</translation>
    </message>
    <message>
        <source>Who is in {name} follows from its conditions. Nothing was changed. Please choose a group filled by hand.</source>
        <translation>「{name}」に入る方は条件で決まります。何も変えていません。手で選ぶグループをお選びください。</translation>
    </message>
    <message>
        <source>Why is the sheet to be left out? Please type a word or two.</source>
        <translation>用紙を除く理由を、ひとこと入れてください。</translation>
    </message>
    <message>
        <source>{count} of these people are in a run of today with the very same piece. Nothing was recorded. Please choose the people anew: the others stay.</source>
        <translation>このうち{count}名は、きょうの印刷に同じものがすでに入っています。何も記録していません。宛先を選び直してください。ほかの方はそのまま残ります。</translation>
    </message>
    <message>
        <source>{count} of these people, {name} among them, are in the campaign “{other}”, which still counts. Two at once could not be told apart. Nothing was started.</source>
        <translation>{name} 様を含む {count} 名が、実施中のキャンペーン「{other}」に入っています。同時に二つ行うと効果を分けて見られません。まだ始めていません。</translation>
    </message>
    <message>
        <source>{missing} of the points this earned are used already, so the balance would go below zero. Nothing was changed. Please decide whether that is all right.</source>
        <translation>このお買上げでたまったポイントのうち {missing} ポイントはもう使われているので、残りが0より少なくなります。何も変えていません。それでよいかを決めてください。</translation>
    </message>
    <message>
        <source>{name} came here through this very customer, so it cannot be the other way round as well.</source>
        <translation>{name}様はこのお客様のご紹介でいらした方なので、ご紹介者にはできません。</translation>
    </message>
    <message>
        <source>{name} cannot be opened as a picture or a PDF. The other files were read.</source>
        <translation>{name} は画像やPDFとして開けません。ほかのファイルは読み取りました。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a survey. Nothing was changed. Please choose another file.</source>
        <translation>{name} はアンケートとして読めません。何も変えていません。別のファイルをお選びください。</translation>
    </message>
    <message>
        <source>{name} cannot be written there. Nothing was recorded as sent. Please close the file if it is open, or choose another place.</source>
        <translation>{name} をそこに書き込めませんでした。送った記録はつけていません。ファイルを開いていれば閉じるか、ほかの場所をお選びください。</translation>
    </message>
    <message>
        <source>{name} cannot be written there. Please close the file if it is open, or choose another place.</source>
        <translation>{name} をそこに保存できません。ファイルを開いている場合は閉じるか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{name} could not be read: the part of the program that reads pictures stopped. The rest goes on.</source>
        <translation>{name} は、画像を読む部分が止まったため読み取れませんでした。残りは続けます。</translation>
    </message>
    <message>
        <source>{name} has been working on this since {time}. Nothing was changed. You can take it over.</source>
        <translation>{name}さんが{time}から対応中です。何も変えていません。引き継ぐこともできます。</translation>
    </message>
    <message>
        <source>{name} has more than {most} million dots. It was left out. Please scan it at 200 to 300 dpi.</source>
        <translation>{name} は{most}百万画素を超えています。除きました。200〜300dpiで読み取り直してください。</translation>
    </message>
    <message>
        <source>{name} has more than {most} pages. It was left out. Please scan the pile in smaller parts.</source>
        <translation>{name} は{most}ページを超えています。除きました。束を分けて読み取ってください。</translation>
    </message>
    <message>
        <source>{name} is a company. Only people can share a household. Nothing was changed.</source>
        <translation>{name}は会社です。同じ世帯にできるのは個人のお客様だけです。何も変更していません。</translation>
    </message>
    <message>
        <source>{name} is larger than {most} MB. It was left out. Please scan the pile in smaller parts.</source>
        <translation>{name}は{most}MBより大きいため、読み取りませんでした。用紙の束を少なめに分けてスキャンしてください。</translation>
    </message>
    <message>
        <source>{name} is no file that was written for moving a shop. Nothing was changed. Please choose the one that was exported.</source>
        <translation>{name} は、お店を移すために書き出したファイルではありません。何も変わっていません。書き出したファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} still looks after customers ({count}). Nothing was changed. Please hand them over to somebody first.</source>
        <translation>{name} さんには担当のお客様が{count}名います。何も変わっていません。先に引き継いでください。</translation>
    </message>
    <message>
        <source>{name} took longer than {seconds} seconds to read. It was left out.</source>
        <translation>{name} の読み取りに{seconds}秒を超えました。除きました。</translation>
    </message>
    <message>
        <source>{wanted} points were used for this visit, and on that day only {left} can be: the others were not there yet, or paid for another visit. Nothing was changed. Please leave the day as it is; or take the points off the other visit first, move this one, and enter them there again.</source>
        <translation>この会計では {wanted} ポイント使われていますが、その日に使えるのは {left} ポイントまでです(まだたまっていなかったか、ほかの会計で使われています)。変更はしていません。日付はそのままにしてください。変えるときは、先にほかの会計で使ったポイントを 0 にして、この会計の日付を変えてから、もう一度入れてください。</translation>
    </message>
    <message>
        <source>“{encoding}” is not a known kind of characters. Nothing was imported. These exist: {known}.</source>
        <translation>「{encoding}」という文字の種類はありません。何も取り込んでいません。使えるもの:{known}</translation>
    </message>
    <message>
        <source>“{name}” has a header but no rows below it. Nothing was imported. Please choose another file.</source>
        <translation>「{name}」には見出しだけで、その下の行がありません。何も取り込んでいません。ほかのファイルを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” in the file was left out.</source>
        <translation>ファイルの「{name}」は取り込みませんでした。</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read. Nothing was imported. Please open it in the program it came from and save it again.</source>
        <translation>「{name}」はこわれていて読み取れません。何も取り込んでいません。元のソフトで開いて、保存し直してください。</translation>
    </message>
    <message>
        <source>“{name}” is for {tier} only. Nothing was changed. Please choose another reward.</source>
        <translation>「{name}」は{tier}以上の方の特典です。何も変えていません。ほかの特典を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is larger inside than can be read safely. Nothing was imported. Please split it, or save only the list as CSV.</source>
        <translation>「{name}」の中身が大きすぎて、安全に読み取れません。何も取り込んでいません。分けるか、一覧だけをCSVで保存してください。</translation>
    </message>
    <message>
        <source>“{name}” is not a list that can be read. Nothing was imported. Please save it as Excel (.xlsx) or CSV and try again.</source>
        <translation>「{name}」は読み取れる一覧ではありません。何も取り込んでいません。Excel(.xlsx)かCSVで保存し直して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>“{name}” is protected with a password. Nothing was imported. Please save a copy without a password and choose that.</source>
        <translation>「{name}」にはパスワードがかかっています。何も取り込んでいません。パスワードなしの控えを保存して、そちらを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” takes {points} points and {left} can be used. Nothing was changed. Please choose another reward.</source>
        <translation>「{name}」には{points}ポイント必要ですが、使えるのは{left}ポイントです。何も変えていません。ほかの特典を選んでください。</translation>
    </message>
    <message>
        <source>“{target}” is not something that can be imported. Nothing was imported. Please check the spelling.</source>
        <translation>「{target}」は取り込める項目ではありません。何も取り込んでいません。つづりを確かめてください。</translation>
    </message>
    <message>
        <source>“{value}” is no answer to question {number}. Please correct it.</source>
        <translation>「{value}」は質問{number}の答えにできません。直してください。</translation>
    </message>
    <message>
        <source>“{what}” names the customer {code}, who is not here. Please import the customers first.</source>
        <translation>「{what}」にあるお客様 {code} が、ここには登録されていません。先にお客様の一覧を取り込んでください。</translation>
    </message>
</context>
<context>
    <name>EventActs</name>
    <message>
        <source>Came to {name}</source>
        <translation>{name}に来た方</translation>
    </message>
    <message>
        <source>No longer noted as come</source>
        <translation>来た方から外しました</translation>
    </message>
    <message>
        <source>Noted as come</source>
        <translation>来た方に加えました</translation>
    </message>
    <message numerus="yes">
        <source>Planned a call tomorrow for %n customer(s)</source>
        <translation><numerusform>明日のお電話を%n件、予定に入れました</numerusform></translation>
    </message>
</context>
<context>
    <name>EventResultsCard</name>
    <message numerus="yes">
        <source>%n came without being invited.</source>
        <translation><numerusform>ご案内していない方が%n名来てくださいました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of those who came have nothing planned yet.</source>
        <translation><numerusform>来てくださった方のうち%n名に、まだ予定がありません。</numerusform></translation>
    </message>
    <message>
        <source>A campaign of the kind “Event” keeps who was invited and who came; what follows from it stands here.</source>
        <translation>種類が「イベント」のキャンペーンは、ご案内した方と来てくださった方を残します。その後のこともここに出ます。</translation>
    </message>
    <message>
        <source>Answered a survey</source>
        <translation>アンケート回答</translation>
    </message>
    <message>
        <source>Answered a survey ({count})</source>
        <translation>アンケート回答({count})</translation>
    </message>
    <message>
        <source>Answered a survey after {event}</source>
        <translation>{event}のあと、アンケートに答えてくださった方</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>ご来場</translation>
    </message>
    <message>
        <source>Came ({count})</source>
        <translation>ご来場({count})</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>また来店</translation>
    </message>
    <message>
        <source>Came again ({count})</source>
        <translation>また来店({count})</translation>
    </message>
    <message>
        <source>Came again after {event}</source>
        <translation>{event}のあと、また来てくださった方</translation>
    </message>
    <message>
        <source>Came to {event}</source>
        <translation>{event}に来てくださった方</translation>
    </message>
    <message>
        <source>Came to {event}, nothing planned yet</source>
        <translation>{event}に来てくださり、まだ予定のない方</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>フォロー済み</translation>
    </message>
    <message>
        <source>Held at {place}.</source>
        <translation>会場:{place}。</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>ご案内</translation>
    </message>
    <message>
        <source>No event has been held yet</source>
        <translation>開いたイベントはまだありません</translation>
    </message>
    <message>
        <source>Nothing planned yet ({count})</source>
        <translation>予定がまだ({count})</translation>
    </message>
    <message>
        <source>Of those invited</source>
        <translation>ご案内した方のうち</translation>
    </message>
</context>
<context>
    <name>EventView</name>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation><numerusform>お連れ様%n名</numerusform></translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>このあと</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Back to all campaigns</source>
        <translation>キャンペーンの一覧に戻る</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>来た方</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>お連れ様</translation>
    </message>
    <message>
        <source>Invited people and guests</source>
        <translation>ご招待した方とお連れ様</translation>
    </message>
    <message>
        <source>More for those who came</source>
        <translation>来た方に、このあと</translation>
    </message>
    <message>
        <source>Nobody is in this list yet.</source>
        <translation>まだどなたもいません。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだの方</translation>
    </message>
    <message>
        <source>Plan a call to each of them tomorrow</source>
        <translation>明日のお電話の予定を入れる</translation>
    </message>
    <message numerus="yes">
        <source>Print thank-you cards for %n</source>
        <translation><numerusform>お礼状%n枚を用意する</numerusform></translation>
    </message>
    <message>
        <source>Print the survey “{title}” for them</source>
        <translation>アンケート「{title}」を印刷する</translation>
    </message>
    <message>
        <source>See the names of those who came</source>
        <translation>来た方のお名前を見る</translation>
    </message>
    <message>
        <source>Type a name and press Enter: whoever is invited is ticked off, anybody else comes in as a guest.</source>
        <translation>お名前を入れてEnterを押すと、ご招待した方には印がつき、ほかの方はお連れ様として加わります。</translation>
    </message>
    <message>
        <source>Was not invited</source>
        <translation>ご招待していない方</translation>
    </message>
    <message>
        <source>Which people are shown</source>
        <translation>表示する方</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>来た方</translation>
    </message>
    <message>
        <source>came</source>
        <translation>来た</translation>
    </message>
    <message>
        <source>open the customer</source>
        <translation>お客様を開く</translation>
    </message>
    <message>
        <source>{came} of {invited} invited came</source>
        <translation>ご招待{invited}名のうち{came}名</translation>
    </message>
</context>
<context>
    <name>ExcludedPanel</name>
    <message numerus="yes">
        <source>%n more product(s): type a part of the name.</source>
        <translation><numerusform>ほかに%n件あります。名前の一部を入力してください。</numerusform></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Name, reading or code</source>
        <translation>名前・よみ・コード</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Take the tick off what earns no points. It holds for purchases recorded from now on and is saved at once.</source>
        <translation>ポイントのつかないものからチェックを外します。これから記録するお買上げに効き、その場で保存されます。</translation>
    </message>
    <message>
        <source>There are no products yet. They are kept in the settings.</source>
        <translation>商品がまだありません。商品は設定で登録できます。</translation>
    </message>
    <message>
        <source>{name} earns no points from now on</source>
        <translation>{name}には、これからポイントがつきません</translation>
    </message>
    <message>
        <source>{name} earns points again</source>
        <translation>{name}に、またポイントがつきます</translation>
    </message>
</context>
<context>
    <name>ExpiryPart</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Points of today count until {day}, that day included.</source>
        <translation>今日たまる分は {day} まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>Some months after the last visit</source>
        <translation>最後のご来店から何か月</translation>
    </message>
    <message>
        <source>Some months after they were earned</source>
        <translation>たまった日から何か月</translation>
    </message>
    <message>
        <source>Until a day of the year</source>
        <translation>毎年の決まった日まで</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>to the end of that month</source>
        <translation>その月の末日まで</translation>
    </message>
</context>
<context>
    <name>ExplanationButton</name>
    <message>
        <source>What is “{word}”?</source>
        <translation>「{word}」とは</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>(People × effect for each − cost) ÷ cost. Where several are compared, only what outlasts that (10% false finds at most) is called a success.</source>
        <translation>(人数×お一人の効果−費用)÷費用。いくつも比べるときは、偶然の当たりが1割以内に収まるものだけを「効果があった」とします。</translation>
    </message>
    <message>
        <source>100 × (9 and 10 − 0 to 6) ÷ answers; of each person and wave the latest answer. Below 100 answers, look at the range first.</source>
        <translation>100×(9・10の数−0〜6の数)÷回答数。お一人・1回の調査につき最後の回答を数えます。100件より少ないときは、先に偶然の幅を見てください。</translation>
    </message>
    <message>
        <source>100 × (would recommend − would not) ÷ answers, with its 95% range. Below 100 answers the range comes first; below 5 nothing is shown.</source>
        <translation>100×(すすめる−すすめない)÷回答数と、その95%の幅。回答が100件に満たないときは幅を先に示し、5件に満たないときは示しません。</translation>
    </message>
    <message>
        <source>100% − return rate. Usual in general, over a whole year: 10–30%.</source>
        <translation>100%−再来店率。一般には1年で10〜30%といわれます。</translation>
    </message>
    <message>
        <source>95% interval of a share after Wilson. Below 30 people a figure is for reference only.</source>
        <translation>割合の95%区間(ウィルソンの方法)。30名より少ない数字は参考です。</translation>
    </message>
    <message>
        <source>A row holds the customers who first came in that month. Further to the right, more time has passed since their first visit.</source>
        <translation>1行が、その月に初めて来たお客様です。横に進むほど、初来店から時間がたった割合です。</translation>
    </message>
    <message>
        <source>A visit this month with at least 90 days since the visit before.</source>
        <translation>今月のご来店のうち、その前のご来店から90日以上空いたもの</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>お付き合いのあるお客様</translation>
    </message>
    <message>
        <source>Average purchase</source>
        <translation>1回のお買上げ</translation>
    </message>
    <message>
        <source>Customer map</source>
        <translation>お客様の分布</translation>
    </message>
    <message>
        <source>Customers active then and active now ÷ customers active then. New customers do not count.</source>
        <translation>3か月前も今もお付き合いのある人数÷3か月前にお付き合いのあった人数。新しいお客様は入りません。</translation>
    </message>
    <message>
        <source>Customers count as coming while their last visit was within {window} days. Above the line: who kept coming, who came back after more than that, and who came for the first time. Below it: who no longer came by the end of the month.</source>
        <translation>最後の来店から{window}日以内の方を「お付き合いのある方」と数えます。線の上は続けて来られた方、それより空いてお帰りになった方、初めての方です。線の下は、月の終わりには離れていた方です。</translation>
    </message>
    <message>
        <source>Customers of both months ÷ customers of the first month.</source>
        <translation>両方の月に来た人数÷はじめの月に来た人数</translation>
    </message>
    <message>
        <source>Customers of the group ÷ all customers; net sales of the group in 365 days ÷ those of all. Who has left is not counted.</source>
        <translation>グループの人数÷全員の人数、グループの365日の純売上÷全員の純売上。退会された方は数えません。</translation>
    </message>
    <message>
        <source>Customers of the row who came in that month ÷ customers of the row. The running month stays blank.</source>
        <translation>その月に来た人数÷行の人数。途中の月は空けておきます。</translation>
    </message>
    <message>
        <source>Customers who are past 1.5 times their own usual gap between visits.</source>
        <translation>いつもの来店間隔の1.5倍を過ぎたお客様です。</translation>
    </message>
    <message>
        <source>Customers who are past 1.5 times their usual gap between visits. A word now often brings them back.</source>
        <translation>いつもの来店間隔の1.5倍を過ぎたお客様です。今お声がけすると、戻っていただけることが多い時期です。</translation>
    </message>
    <message>
        <source>Customers who came in the period. Each counts once, however often.</source>
        <translation>期間中に来店されたお客様です。何度来店されてもお一人は1名です。</translation>
    </message>
    <message>
        <source>Customers who came this month after staying away for 90 days or more.</source>
        <translation>90日以上ぶりに、今月戻られたお客様です。</translation>
    </message>
    <message>
        <source>Customers who came this month up to today, beside those who came last month up to the same day. Each counts once.</source>
        <translation>今月、今日までに来たお客様の人数です。先月の同じ日までと比べます。お一人は1名と数えます。</translation>
    </message>
    <message>
        <source>Customers with a visit within {window} days ÷ customers with any purchase.</source>
        <translation>{window}日以内に来た人数÷お買い上げのあった人数</translation>
    </message>
    <message>
        <source>Customers with whom nobody was in touch for {window} days: no visit, no talk or call, no e-mail, no card. The list begins with the longest ago.</source>
        <translation>{window}日のあいだ、来店も、会話や電話も、メールも、はがきもなかったお客様です。一覧はいちばん長く間のあいた方から始まります。</translation>
    </message>
    <message>
        <source>Days since the last visit ≥ 1.5 × usual gap, and not yet long away.</source>
        <translation>最後のご来店からの日数≧いつもの間隔×1.5(長くお見えでないお客様は別)</translation>
    </message>
    <message>
        <source>Days since the last visit ≥ 1.5 × usual gap; newcomers of the last 60 days and those long away are apart.</source>
        <translation>最後のご来店からの日数≧いつもの間隔×1.5(60日以内にはじめて来た方と、長くお見えでない方は別)</translation>
    </message>
    <message>
        <source>Different customers with a purchase from the 1st up to and with today.</source>
        <translation>1日から今日までにお買い上げのあった人数</translation>
    </message>
    <message>
        <source>Different customers with a purchase in the period.</source>
        <translation>期間中にお買上げのあったお客様の数(重なりなし)</translation>
    </message>
    <message>
        <source>Down: how long ago the last visit was. Across: how often a customer came within the last 365 days. Press a cell to see the names.</source>
        <translation>縦は最後の来店、横は直近365日の来店回数です。マスを押すとお名前が出ます。</translation>
    </message>
    <message>
        <source>Each purchase × the share of profit of its product (else of its group or the shop), added up ÷ customers who have bought. Points that paid for a part count with the costs of the points.</source>
        <translation>お買上げ×その商品の粗利率(なければ種類の、なければお店の粗利率)の合計÷お買上げのあったお客様の数。ポイントで払われた分は、ポイントの費用として数えます。</translation>
    </message>
    <message>
        <source>Every customer is in exactly one group. The first that fits counts: new, away, slipping, regulars, room to grow, steady.</source>
        <translation>お客様は必ずどれか1つに入ります。はじめて、ご無沙汰、離れそう、常連、伸びしろ、おつきあいの順に、最初に当てはまるものです。</translation>
    </message>
    <message>
        <source>Everything sold in the period, less what was given back in it. Sales without a customer are in it.</source>
        <translation>期間中の売上から、その期間に返金した分を引いた額です。お客様の分からない売上も含みます。</translation>
    </message>
    <message>
        <source>Everything this customer has bought so far, less what was given back.</source>
        <translation>このお客様のこれまでのお買い上げから、返金を引いた金額です。</translation>
    </message>
    <message>
        <source>Example: 100 customers at the start of October, 88 of them also at its end: 88 kept coming, 12 lost.</source>
        <translation>例:10月の初めに100名、そのうち月の終わりにも88名なら、続けてご来店が88名、離れた方が12名です。</translation>
    </message>
    <message>
        <source>Example: 100 customers × 1.5 visits × ¥4,000 = ¥600,000.</source>
        <translation>例:100名×1.5回×¥4,000=¥600,000。</translation>
    </message>
    <message>
        <source>Example: 165 regulars of 850 customers: 19.4%.</source>
        <translation>例: お客様850名のうち常連が165名なら19.4%です。</translation>
    </message>
    <message>
        <source>Example: 200 customers at the beginning, 63 of them not seen lately. 63 ÷ 200 = 31.5%.</source>
        <translation>例: はじめに200名、そのうち63名が最近お見えでない。63÷200=31.5%</translation>
    </message>
    <message>
        <source>Example: 200 customers on the first day, 137 of them still come on the last. 137 ÷ 200 = 68.5%.</source>
        <translation>例: 最初の日のお客様200名のうち、最後の日にも続いているのが137名。137÷200=68.5%</translation>
    </message>
    <message>
        <source>Example: 200 customers {months} months before, 137 of them visited lately. 137 ÷ 200 = 68.5%.</source>
        <translation>例: {months}か月前のお客様200名のうち、最近も来店されたのが137名。137÷200=68.5%</translation>
    </message>
    <message>
        <source>Example: 240 cards for ¥24,000 brought ¥43,200 more gross profit than without: (43,200 − 24,000) ÷ 24,000 = +80%.</source>
        <translation>例:はがき240枚に¥24,000かけ、送らない場合より粗利が¥43,200増えたとき、(43,200−24,000)÷24,000=+80%です。</translation>
    </message>
    <message>
        <source>Example: 30 of 200 customers are regulars (15.0%) and bring 42.0% of the sales.</source>
        <translation>例:お客様200名のうち常連が30名(15.0%)で、売上の42.0%です。</translation>
    </message>
    <message>
        <source>Example: 300 customers bought for ¥9,000,000 in all: ¥30,000 each.</source>
        <translation>例:300名のお買上げが合わせて900万円なら、お一人3万円です。</translation>
    </message>
    <message>
        <source>Example: 300 customers came 1,260 times: 4.2 visits each.</source>
        <translation>例:300名のご来店が合わせて1,260回なら、お一人4.2回です。</translation>
    </message>
    <message>
        <source>Example: 40 customers came first long enough ago, 30 came again in time. 30 ÷ 40 = 75.0%.</source>
        <translation>例: 初来店から十分たったお客様が40名、そのうち30名が期限までに再来店。30÷40=75.0%</translation>
    </message>
    <message>
        <source>Example: 40 customers first came in April, 20 of them came in May. The cell “1 month” shows 50.</source>
        <translation>例:4月に初めて来た40名のうち、5月に20名がご来店。「1か月」のマスは50です。</translation>
    </message>
    <message>
        <source>Example: 50 customers came first long enough ago, 27 came again in time. 27 ÷ 50 = 54.0%.</source>
        <translation>例:対象の50名のうち、27名が期間内に2回目のご来店。27÷50=54.0%</translation>
    </message>
    <message>
        <source>Example: 50 customers came first long enough ago, 31 came again in time. 31 ÷ 50 = 62.0%.</source>
        <translation>例: 初来店から十分たったお客様が50名、そのうち31名が期限までに再来店。31÷50=62.0%</translation>
    </message>
    <message>
        <source>Example: 6 purchases expected of ¥5,000 each at a profit share of 60% make about ¥16,000 today.</source>
        <translation>例: これから6回、1回5,000円、粗利率60%の見込みなら、今の価値で約16,000円です。</translation>
    </message>
    <message>
        <source>Example: 8 of 10 may stand for anything from 49% to 94%; 800 of 1,000 for 77% to 82%.</source>
        <translation>例:10名中8名なら49〜94%、1,000名中800名なら77〜82%の幅があります。</translation>
    </message>
    <message>
        <source>Example: 80 customers bought in May, 28 of them again in June. 28 ÷ 80 = 35.0%.</source>
        <translation>例:5月に80名、そのうち6月にも28名。28÷80=35.0%</translation>
    </message>
    <message>
        <source>Example: 850 customers ever bought, 340 visited lately. 340 ÷ 850 = 40.0%.</source>
        <translation>例:これまでに850名、そのうち最近340名。340÷850=40.0%</translation>
    </message>
    <message>
        <source>Example: answers of 5, 4 and 3 make 4.00.</source>
        <translation>例: 回答が5、4、3なら4.00です。</translation>
    </message>
    <message>
        <source>Example: cut and hair care are two groups; who buys only cuts counts as one.</source>
        <translation>例:カットとヘアケアで2種類です。カットだけの方は1種類と数えます。</translation>
    </message>
    <message>
        <source>Example: first visit 20 days ago: new, whatever was bought.</source>
        <translation>例:はじめてのご来店が20日前なら、金額によらず「はじめて」です。</translation>
    </message>
    <message>
        <source>Example: gaps of 30, 35 and 90 days give 35 days; one long gap does not change the habit.</source>
        <translation>例:30日、35日、90日なら35日。一度長く空いても、いつもの間隔は変わりません。</translation>
    </message>
    <message>
        <source>Example: last here on 3 August, back on 1 November: 90 days, so this customer counts.</source>
        <translation>例:8月3日の次が11月1日なら、ちょうど90日ぶりなので入ります。</translation>
    </message>
    <message>
        <source>Example: last visit 20 days ago, 9 visits within a year: top row, “8–14 visits”, a regular.</source>
        <translation>例:最後の来店が20日前、1年に9回。一番上の行の「8〜14回」で、常連のお客様です。</translation>
    </message>
    <message>
        <source>Example: last visit in March, a card in April, nothing since: on the list from July on.</source>
        <translation>例: 最後の来店が3月、はがきが4月、その後は何もない。7月から一覧に出ます。</translation>
    </message>
    <message>
        <source>Example: of 100 answers 60 would recommend and 15 would not: NPS +45, give or take 15.</source>
        <translation>例:回答100件のうち、すすめるが60件、すすめないが15件なら、NPSは+45(±15)です。</translation>
    </message>
    <message>
        <source>Example: of 50 answers 25 are 9 or 10 and 10 are 0 to 6: 50% − 20% = 30.</source>
        <translation>例: 50件の回答のうち9・10が25件、0〜6が10件なら、50%−20%で30です。</translation>
    </message>
    <message>
        <source>Example: on 20 November, 1–20 November stands beside 1–20 October.</source>
        <translation>例:11月20日なら、11月1〜20日と10月1〜20日を比べます。</translation>
    </message>
    <message>
        <source>Example: purchases of ¥100,000 at a profit share of 60% make ¥60,000.</source>
        <translation>例:お買い上げ10万円×粗利率60%=6万円</translation>
    </message>
    <message>
        <source>Example: somebody who came three times in October is one visitor of October.</source>
        <translation>例: 10月に3回来店された方も、10月の来店客1名です。</translation>
    </message>
    <message>
        <source>Example: somebody who comes every 40 days is listed from the 60th day, and needs attention from the 80th.</source>
        <translation>例:40日ごとのお客様は、60日目から「気がかり」、80日目から「要注意」になります。</translation>
    </message>
    <message>
        <source>Example: two purchases of ¥6,000 and ¥500 given back make ¥11,500. Two receipts on one day are one visit.</source>
        <translation>例:¥6,000が2回、返金が¥500なら¥11,500。同じ日のレシート2枚は、ご来店1回です。</translation>
    </message>
    <message>
        <source>Example: two visits and a card for one customer, one call for another: 4 ÷ 2 = 2.0.</source>
        <translation>例: お一人は来店2回とはがき1枚、もうお一人は電話1回。4÷2=2.0回</translation>
    </message>
    <message>
        <source>Example: usually every 35 days, now 71 days ago.</source>
        <translation>例:いつもは35日ごと、今は71日空いています。</translation>
    </message>
    <message>
        <source>Example: ¥120,000 of ¥1,000,000 were sold without a name: 12.0%.</source>
        <translation>例:100万円のうち12万円なら12.0%</translation>
    </message>
    <message>
        <source>Example: ¥5,000, ¥7,000 and ¥9,000 make ¥7,000 on average.</source>
        <translation>例:¥5,000、¥7,000、¥9,000なら、平均は¥7,000</translation>
    </message>
    <message>
        <source>Example: ¥520,000 sold and ¥20,000 given back make ¥500,000.</source>
        <translation>例: 売上520,000円、返金20,000円なら500,000円です。</translation>
    </message>
    <message>
        <source>Example: ¥6,200,000 of ¥10,000,000 in a year: 62.0%.</source>
        <translation>例: 1年の売上1,000万円のうち620万円なら62.0%です。</translation>
    </message>
    <message>
        <source>Example: ¥73,000 bought over two years at a profit share of 50%: ¥18,250 a year.</source>
        <translation>例:2年で¥73,000のお買上げ、粗利率50%なら、年¥18,250です。</translation>
    </message>
    <message>
        <source>From how many of your product groups one customer bought in the period, on average. More groups make a closer bond.</source>
        <translation>期間中にお一人がいくつの商品グループから買われたかの平均です。多いほどつながりが深くなります。</translation>
    </message>
    <message>
        <source>Gross profit at stake</source>
        <translation>離れると失われる粗利</translation>
    </message>
    <message>
        <source>Gross profit so far ÷ years from the first to the last visit, at least one year. Who has left is not counted.</source>
        <translation>これまでの粗利÷初来店から最後の来店までの年数(1年未満は1年)。退会された方は数えません。</translation>
    </message>
    <message>
        <source>Groups from which something was bought and kept in the period ÷ customers who came in it. The group is that of the product, else the one on the receipt.</source>
        <translation>期間中にお買上げのあったグループの数÷その期間に来店されたお客様の数。グループは商品のもの、なければレシートのものです。</translation>
    </message>
    <message>
        <source>Groups of customers</source>
        <translation>お客様のグループ</translation>
    </message>
    <message>
        <source>Groups: customers and sales</source>
        <translation>グループごとの人数と売上</translation>
    </message>
    <message>
        <source>How customers answered the scales of your surveys, brought to 1 (poor) to 5 (good).</source>
        <translation>アンケートの段階式の質問へのお答えを、1(低い)〜5(高い)にそろえた平均です。</translation>
    </message>
    <message>
        <source>How long customers have been away, and the gross profit these same customers brought in a year while they came. The longer they stay away, the less of it comes back by itself.</source>
        <translation>最後の来店からの日数と、その方々が通っていらしたころの1年の粗利です。間が空くほど、自然には戻りにくくなります。</translation>
    </message>
    <message>
        <source>How many customers would recommend you (9 or 10), less those who would not (0 to 6), of 100.</source>
        <translation>100名のうち、すすめたい方(9・10)からすすめたくない方(0〜6)を引いた数です。</translation>
    </message>
    <message>
        <source>How many of your customers are regulars: they come often and buy much.</source>
        <translation>お客様のうち、よく来てたくさん買ってくださる常連の割合です。</translation>
    </message>
    <message>
        <source>How many of your customers belong to each group, and how much of the sales of the last 365 days they bring.</source>
        <translation>各グループのお客様の割合と、直近365日の売上に占める割合です。</translation>
    </message>
    <message>
        <source>How much of what customers buy is bought by your regulars.</source>
        <translation>お客様の売上のうち、常連のお客様の分の割合です。</translation>
    </message>
    <message>
        <source>How often one customer came in the period, on average. Two receipts on one day are one visit.</source>
        <translation>期間中のお一人の来店回数の平均です。同じ日のレシート2枚は1回と数えます。</translation>
    </message>
    <message>
        <source>How often you and a customer were in touch: visits, talks and calls, e-mails, cards and letters. Remarks you note are none.</source>
        <translation>お客様とお店がふれあった回数です。来店、会話と電話、メール、はがきと手紙を数え、覚え書きは数えません。</translation>
    </message>
    <message>
        <source>If the same were done 100 times, the true value would lie in such a range about 95 times. Fewer people, wider range.</source>
        <translation>同じことを100回すれば、およそ95回はこうした幅に本当の値が入ります。人数が少ないほど広くなります。</translation>
    </message>
    <message>
        <source>Kept + lost = all at the start. New: first visit ever in the month. Back again: a visit in the month, neither among those at its start nor new. The running month goes up to today.</source>
        <translation>続けてご来店+離れた方=月の初めの人数。新しい方はその月が初来店の方、お帰りの方はその月に来店し、月の初めの人数にも新しい方にも入らない方です。今月は今日までの分です。</translation>
    </message>
    <message>
        <source>Lifetime profit per customer</source>
        <translation>お一人の生涯の粗利</translation>
    </message>
    <message>
        <source>Lifetime profit to come</source>
        <translation>お一人の生涯の粗利(これから)</translation>
    </message>
    <message>
        <source>Mean over all answers of the period, each the mean of its scales. The range says what may be chance. Shown from 5 answers on.</source>
        <translation>期間中の回答ごとに段階式の平均をとり、さらに全体で平均します。幅は偶然のばらつきです。5件から表示します。</translation>
    </message>
    <message>
        <source>Median of the days between visits, from 4 visits on.</source>
        <translation>ご来店の間の日数の中央値(4回から)</translation>
    </message>
    <message>
        <source>Month to next month</source>
        <translation>翌月も来た割合</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>売上</translation>
    </message>
    <message>
        <source>Net sales of 365 days to regulars ÷ those to all customers who have not left.</source>
        <translation>365日間の常連の売上÷退会していないお客様全員の売上</translation>
    </message>
    <message>
        <source>Net sales of the period to customers ÷ those who came in it.</source>
        <translation>期間中のお客様の売上÷その期間に来店されたお客様の数</translation>
    </message>
    <message>
        <source>Net sales without a customer ÷ all net sales.</source>
        <translation>お客様の記録がない売上÷すべての売上(返金を引いたもの)</translation>
    </message>
    <message>
        <source>New: first visit within 60 days. Away: over {window} days and 2.5 usual gaps. Slipping: 1.5 usual gaps. Regulars: visits and amount among the best 40%. Room to grow: few visits, but at least the middle amount per visit.</source>
        <translation>はじめて:初来店から60日以内。ご無沙汰:{window}日といつもの間隔の2.5倍を過ぎた方。離れそう:いつもの間隔の1.5倍を過ぎた方。常連:回数も金額も上位40%。伸びしろ:回数は少なく、1回の金額が真ん中以上。</translation>
    </message>
    <message>
        <source>No longer coming</source>
        <translation>離れた割合</translation>
    </message>
    <message>
        <source>Not contacted lately</source>
        <translation>しばらくふれあいのないお客様</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>しばらくお見えでない</translation>
    </message>
    <message>
        <source>Of all customers who ever bought, the share who visited within the last {window} days.</source>
        <translation>お買い上げのあったすべてのお客様のうち、直近{window}日にご来店のあった割合です。</translation>
    </message>
    <message>
        <source>Of the answers from 0 to 10, 9 and 10 would recommend you and 0 to 6 would not. NPS is the difference, from −100 to +100.</source>
        <translation>0〜10のお答えのうち、9と10は「すすめる」、0〜6は「すすめない」です。NPSはその差で、−100から+100までです。</translation>
    </message>
    <message>
        <source>Of the customers who bought in a month, the share who also bought in the month after.</source>
        <translation>ある月にお買い上げのあったお客様のうち、次の月にもお買い上げのあった割合です。</translation>
    </message>
    <message>
        <source>Of the customers who were with you on the first day (who had visited within {window} days), the share who still come on the last.</source>
        <translation>最初の日に通われていたお客様(その前の{window}日以内に来店)のうち、最後の日にも来店が続いている方の割合です。</translation>
    </message>
    <message>
        <source>Of the customers who were with you {months} months before (who had visited within {window} days), the share who still come.</source>
        <translation>{months}か月前に通われていたお客様(その前の{window}日以内に来店)のうち、いまも来店されている方の割合です。</translation>
    </message>
    <message>
        <source>Of the customers whose first visit was at least 180 days ago, the share who came a second time within 180 days of it.</source>
        <translation>初来店から180日以上たったお客様のうち、180日以内に2回目の来店があった割合です。</translation>
    </message>
    <message>
        <source>Of the customers whose first visit was at least 365 days ago, the share who came a second time within 365 days of it.</source>
        <translation>初来店から365日以上たったお客様のうち、365日以内に2回目の来店があった割合です。</translation>
    </message>
    <message>
        <source>Of the customers whose first visit was at least 90 days ago, the share who came a second time within 90 days of it.</source>
        <translation>はじめてのご来店から90日以上たったお客様のうち、90日以内に2回目のご来店があった割合です。</translation>
    </message>
    <message>
        <source>Of the very customers of the return rate, the share who no longer come. Both make 100%.</source>
        <translation>再来店率と同じお客様のうち、もう来ていない方の割合です。合わせて100%になります。</translation>
    </message>
    <message>
        <source>Product groups per customer</source>
        <translation>お一人あたりの商品の種類</translation>
    </message>
    <message>
        <source>Profit on cost of each finished campaign, against people it was not sent to. Right of 0% it brought more than it cost. The line is the range of chance; an open mark means that nothing can be said.</source>
        <translation>終わったキャンペーンごとの、費用に対する利益です。送らなかった方と比べています。0%より右なら、費用より利益が大きかったことを表します。横線は偶然の幅で、白い丸は効果が分からないことを表します。</translation>
    </message>
    <message>
        <source>Profit share × expected amount × expected purchases, each year to come taken at 10% less (models BG/NBD and gamma-gamma). Shown from 200 customers on, and never when it missed the last six months by more than 25%.</source>
        <translation>粗利率×見込みの金額×見込みの回数。先の分は1年ごとに10%割り引きます(BG/NBDモデルとガンマ・ガンマモデル)。お客様200名から表示し、直近6か月の予測が25%を超えて外れたときは表示しません。</translation>
    </message>
    <message>
        <source>Purchases in all</source>
        <translation>お買上げの合計</translation>
    </message>
    <message>
        <source>Purchases per customer</source>
        <translation>お一人あたりのお買上げ</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>おすすめ度(NPS)</translation>
    </message>
    <message>
        <source>Regulars among customers</source>
        <translation>常連の割合</translation>
    </message>
    <message>
        <source>Regulars ÷ all customers who have bought and not left.</source>
        <translation>常連÷お買上げがあり退会していないお客様全員</translation>
    </message>
    <message>
        <source>Return by first-visit month</source>
        <translation>初めて来た月ごとの、また来た割合</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Sales that carry nobody&apos;s name. They count as sales, but no figure about customers knows them.</source>
        <translation>どなたのお買い上げか分からない売上です。売上には入りますが、お客様の数字には入りません。</translation>
    </message>
    <message>
        <source>Sales to customers are customers × visits each × amount a visit. The three lines show which of them moved.</source>
        <translation>お客様への売上は、お客様の人数×お一人の来店回数×1回の金額です。3本の線で、どれが動いたかが分かります。</translation>
    </message>
    <message>
        <source>Sales to regulars</source>
        <translation>常連の売上の割合</translation>
    </message>
    <message>
        <source>Sales without a customer</source>
        <translation>お客様の記録がない売上</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>満足度</translation>
    </message>
    <message>
        <source>Second visit</source>
        <translation>2回目のご来店</translation>
    </message>
    <message>
        <source>Second visit in 180 days</source>
        <translation>2回目のご来店(180日以内)</translation>
    </message>
    <message>
        <source>Second visit in a year</source>
        <translation>2回目のご来店(1年以内)</translation>
    </message>
    <message>
        <source>Second visit within the days ÷ first visit at least that many days ago.</source>
        <translation>期間内に2回目のあった人数÷はじめてのご来店からその日数がたった人数</translation>
    </message>
    <message>
        <source>Slipping customers</source>
        <translation>離れそうなお客様</translation>
    </message>
    <message>
        <source>Solid frame: 8 visits or more, the last within 60 days. Dashed frame: 8 visits or more, the last over 120 days ago.</source>
        <translation>実線の枠は8回以上で60日以内にご来店、点線の枠は8回以上で120日より長くお見えでないお客様です。</translation>
    </message>
    <message>
        <source>Sum of all receipts, refunds taken off on their day.</source>
        <translation>すべてのレシートの合計。返金はその日に引きます。</translation>
    </message>
    <message>
        <source>Sum of all receipts; refunds count on the day of the refund.</source>
        <translation>すべてのレシートの合計。返金は返金した日に数えます。</translation>
    </message>
    <message>
        <source>Sum of the receipts above zero ÷ their number.</source>
        <translation>0円より大きいレシートの合計÷枚数</translation>
    </message>
    <message>
        <source>The gross profit one customer has brought so far, on average. It is profit, not sales.</source>
        <translation>お一人がこれまでにもたらした粗利の平均です。売上ではなく、もうけの金額です。</translation>
    </message>
    <message>
        <source>The gross profit one customer is still expected to bring, from how your own customers came back so far. What is far off counts less. It is a forecast: how far it missed the last six months stands beside it.</source>
        <translation>このお店のお客様のこれまでの再来店から見込んだ、お一人がこれからもたらす粗利です。先のことほど小さく数えます。予測なので、直近6か月がどれだけ外れたかを添えています。</translation>
    </message>
    <message>
        <source>The middle one of the gaps between this customer&apos;s visits. Before the fourth visit, that of similar customers is used.</source>
        <translation>このお客様のご来店の間隔を並べたときの、真ん中の日数です。4回目より前は、似たお客様の間隔を使います。</translation>
    </message>
    <message>
        <source>Touch points of the period ÷ customers with at least one.</source>
        <translation>期間中のふれあいの回数÷1回以上あったお客様の数</translation>
    </message>
    <message>
        <source>Touch points per customer</source>
        <translation>お一人とのふれあい</translation>
    </message>
    <message>
        <source>Usual gap</source>
        <translation>来店の間隔</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>来店されたお客様</translation>
    </message>
    <message>
        <source>Visitors this month</source>
        <translation>今月のご来店</translation>
    </message>
    <message>
        <source>Visits of the month ÷ customers of the month; net sales ÷ visits. Sales without a customer are left out.</source>
        <translation>月の来店回数÷月のお客様、純売上÷来店回数。お客様の分からない売上は入りません。</translation>
    </message>
    <message>
        <source>Visits of the period ÷ customers who came in it.</source>
        <translation>期間中の来店回数÷その期間に来店されたお客様の数</translation>
    </message>
    <message>
        <source>Visits per customer</source>
        <translation>お一人あたりのご来店</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>おかえりなさい</translation>
    </message>
    <message>
        <source>What one customer bought in the period, on average. Who did not come at all is left out.</source>
        <translation>期間中のお一人のお買上げの平均です。来店のなかった方は含みません。</translation>
    </message>
    <message>
        <source>What one receipt comes to on average. Receipts taken back in full do not count.</source>
        <translation>レシート1枚あたりの平均の金額です。全額を返金したものは入りません。</translation>
    </message>
    <message>
        <source>What the campaigns brought</source>
        <translation>キャンペーンの成果</translation>
    </message>
    <message>
        <source>What the sales are made of</source>
        <translation>売上の内訳(人数 × 回数 × 金額)</translation>
    </message>
    <message>
        <source>Who came and who was lost</source>
        <translation>増えた方・離れた方</translation>
    </message>
    <message>
        <source>Whoever does not want to be contacted, has left or was added lately is not on it.</source>
        <translation>連絡を望まない方、退会された方、最近登録した方は含みません。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation><numerusform>%nか月</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation><numerusform>%n年</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Between visits</source>
        <translation>来店の間隔</translation>
    </message>
    <message>
        <source>Gross profit so far {profit}</source>
        <translation>これまでの粗利 {profit}</translation>
    </message>
    <message numerus="yes">
        <source>Gross profit so far {profit} · %n product group(s): {groups}</source>
        <translation><numerusform>これまでの粗利 {profit}・商品は%n種類:{groups}</numerusform></translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後のご来店</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>まだご来店がありません</translation>
    </message>
    <message>
        <source>Per purchase</source>
        <translation>1件あたり</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Purchases in all</source>
        <translation>お買上げの合計</translation>
    </message>
    <message>
        <source>known after some visits</source>
        <translation>何回かのご来店で分かります</translation>
    </message>
    <message numerus="yes">
        <source>on average of %n receipt(s)</source>
        <translation><numerusform>お買上げ%n件の平均</numerusform></translation>
    </message>
    <message>
        <source>since this month</source>
        <translation>今月から</translation>
    </message>
    <message>
        <source>this customer&apos;s usual</source>
        <translation>いつもの目安</translation>
    </message>
    <message>
        <source>usual of similar customers</source>
        <translation>同じような方の目安</translation>
    </message>
    <message>
        <source>usual of the shop</source>
        <translation>お店の目安</translation>
    </message>
    <message>
        <source>{points} up to {day}</source>
        <translation>{day}に {points} 失効</translation>
    </message>
    <message>
        <source>{times} · {since}</source>
        <translation>{times}・{since}</translation>
    </message>
    <message>
        <source>{years} yr {months} mo</source>
        <translation>{years}年{months}か月</translation>
    </message>
</context>
<context>
    <name>FieldChooser</name>
    <message>
        <source>Please type a day.</source>
        <translation>日付を入れてください。</translation>
    </message>
    <message>
        <source>Please type a number from {low} to {high}.</source>
        <translation>{low}から{high}までの数を入れてください。</translation>
    </message>
    <message>
        <source>Please type a word.</source>
        <translation>言葉を入れてください。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>決める</translation>
    </message>
</context>
<context>
    <name>FieldMenus</name>
    <message>
        <source>As it is kept</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>How the field is written</source>
        <translation>差し込みの書き方</translation>
    </message>
    <message>
        <source>Put the cursor into a field, as in {example}, first.</source>
        <translation>先に、{example}のような差し込みの中にカーソルを置いてください。</translation>
    </message>
    <message>
        <source>When empty, write nothing</source>
        <translation>空のときは何も書かない</translation>
    </message>
    <message>
        <source>When empty, write “{words}”</source>
        <translation>空のときは「{words}」と書く</translation>
    </message>
    <message>
        <source>our staff</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>valued customer</source>
        <translation>お客様</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>90+ days</source>
        <translation>90日以上ぶり</translation>
    </message>
    <message>
        <source>As many as a week ago</source>
        <translation>先週と同じです</translation>
    </message>
    <message>
        <source>As many as on this day last month</source>
        <translation>先月の同じ日と同じです</translation>
    </message>
    <message>
        <source>Back after 90 days or more</source>
        <translation>90日以上ぶりに戻られたお客様</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>しばらくお見えでない</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Shown from the fourth month on</source>
        <translation>4か月目から表示します</translation>
    </message>
    <message>
        <source>The same as the month before</source>
        <translation>先月と同じです</translation>
    </message>
    <message>
        <source>Visitors this month</source>
        <translation>今月のご来店</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>おかえりなさい</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>変わりなし</translation>
    </message>
    <message>
        <source>{number} fewer than a week ago</source>
        <translation>先週より {number}名 減りました</translation>
    </message>
    <message>
        <source>{number} fewer than on this day last month</source>
        <translation>先月の同じ日より {number}名 少ない</translation>
    </message>
    <message>
        <source>{number} more than a week ago</source>
        <translation>先週より {number}名 増えています</translation>
    </message>
    <message>
        <source>{number} more than on this day last month</source>
        <translation>先月の同じ日より {number}名 多い</translation>
    </message>
    <message>
        <source>{points} points down on the month before</source>
        <translation>先月より {points}ポイント 下降</translation>
    </message>
    <message>
        <source>{points} points up on the month before</source>
        <translation>先月より {points}ポイント 上昇</translation>
    </message>
    <message>
        <source>{points} pts</source>
        <translation>{points}ポイント</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>See the names</source>
        <translation>お名前を見る</translation>
    </message>
    <message>
        <source>of {people} only: for reference</source>
        <translation>{people}だけなので参考です</translation>
    </message>
    <message>
        <source>{numerator} of {denominator} customers</source>
        <translation>{denominator}名のうち{numerator}名</translation>
    </message>
</context>
<context>
    <name>FiguresBar</name>
    <message>
        <source>All customers</source>
        <translation>すべてのお客様</translation>
    </message>
    <message>
        <source>Beside a year before</source>
        <translation>前年の同じ期間と比べる</translation>
    </message>
    <message>
        <source>Beside the one before</source>
        <translation>ひとつ前の期間と比べる</translation>
    </message>
    <message>
        <source>Choose the figures</source>
        <translation>項目を選ぶ</translation>
    </message>
    <message>
        <source>Held against</source>
        <translation>何と比べるか</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>どなたについてか</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>A profit on cost you read or heard of, to hold your own beside. Write down where it is from.</source>
        <translation>読んだり聞いたりした、費用に対する利益です。自店の数字と並べます。出どころも書いておいてください。</translation>
    </message>
    <message>
        <source>At 0 the time is not counted.</source>
        <translation>0なら時間は数えません。</translation>
    </message>
    <message>
        <source>Can grow</source>
        <translation>広がり</translation>
    </message>
    <message>
        <source>Easy to do</source>
        <translation>やりやすさ</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>効果</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>よその数字</translation>
    </message>
    <message>
        <source>Empty: what your campaigns for new customers cost for each one won.</source>
        <translation>空欄なら、新しいお客様のためのキャンペーンの費用を、来てくださった人数で割ります。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字の決めごと</translation>
    </message>
    <message>
        <source>How far ahead the expected lifetime profit is counted, and by how much a year later profit counts less.</source>
        <translation>生涯の粗利を何か月先まで数えるか、1年先の粗利を何%少なく見るかです。</translation>
    </message>
    <message>
        <source>How much each counts when planned campaigns are put in order, 0 to {most}.</source>
        <translation>計画中のキャンペーンを並べるときの重みです。0〜{most}。</translation>
    </message>
    <message>
        <source>Initial cost</source>
        <translation>初めの費用</translation>
    </message>
    <message>
        <source>Its source</source>
        <translation>出どころ</translation>
    </message>
    <message>
        <source>Kind of campaign</source>
        <translation>キャンペーンの種類</translation>
    </message>
    <message>
        <source>Less each year</source>
        <translation>1年ごとに減らす</translation>
    </message>
    <message>
        <source>Lifetime profit</source>
        <translation>生涯の粗利</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新しいお客様</translation>
    </message>
    <message>
        <source>Of what campaigns cost, the planned part for new customers. Empty: {new} as usual for your trade, {kept} for keeping.</source>
        <translation>キャンペーンの費用のうち、新しいお客様に使う計画の割合です。空欄なら、業種のめやすで新しい方{new}、今の方{kept}です。</translation>
    </message>
    <message>
        <source>Please type a number within the range.</source>
        <translation>範囲の中の数を入力してください。</translation>
    </message>
    <message>
        <source>Profit on cost elsewhere</source>
        <translation>よその、費用に対する利益</translation>
    </message>
    <message>
        <source>Staff time</source>
        <translation>担当の時間</translation>
    </message>
    <message>
        <source>The change is saved</source>
        <translation>変更を保存しました</translation>
    </message>
    <message>
        <source>Weight of “{what}”</source>
        <translation>「{what}」の重み</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>出どころ</translation>
    </message>
    <message>
        <source>Winning one</source>
        <translation>新しい1名の費用</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>1時間あたり</translation>
    </message>
    <message>
        <source>months ahead</source>
        <translation>か月先まで</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>A backup is made before an import is undone.</source>
        <translation>元に戻す前に、控えを取ります。</translation>
    </message>
    <message>
        <source>Brought in before</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>Each import is listed here and can be undone as a whole.</source>
        <translation>取り込みはここに並び、まとめて元に戻せます。</translation>
    </message>
    <message>
        <source>Go on with this file</source>
        <translation>このファイルで続ける</translation>
    </message>
    <message>
        <source>Nothing was brought in yet</source>
        <translation>まだ取り込んだものはありません</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>取り込みを元に戻す</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>can be undone for {days} days</source>
        <translation>{days}日間は元に戻せます</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>%n row(s) in</source>
        <translation><numerusform>%n行を取り込み</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation><numerusform>入らなかった行%n行</numerusform></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>What the list is</source>
        <translation>一覧の種類</translation>
    </message>
    <message>
        <source>{count} brought up to date</source>
        <translation>更新{count}</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新しく{count}</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Save a new filter</source>
        <translation>新しい絞り込みを残す</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Area: {name}</source>
        <translation>地域: {name}</translation>
    </message>
    <message>
        <source>Began with: {name}</source>
        <translation>初回のお買上げ: {name}</translation>
    </message>
    <message>
        <source>Came through: {name}</source>
        <translation>きっかけ: {name}</translation>
    </message>
    <message>
        <source>Group: {name}</source>
        <translation>グループ: {name}</translation>
    </message>
    <message>
        <source>Staff: {name}</source>
        <translation>担当: {name}</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>Add a customer</source>
        <translation>お客様を追加</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>見つかりませんでした。</translation>
    </message>
    <message>
        <source>There are more. Type on to narrow them down.</source>
        <translation>ほかにもいらっしゃいます。続けて入力すると絞り込めます。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>No campaign can be judged: nobody was held back, or too few people were.</source>
        <translation>効果の分かるキャンペーンはありません。送らない方を残していないか、人数が少なすぎます。</translation>
    </message>
    <message>
        <source>No campaign has its result yet.</source>
        <translation>結果の出たキャンペーンはまだありません。</translation>
    </message>
    <message>
        <source>No customer survey has asked for a recommendation yet.</source>
        <translation>おすすめ度をお聞きしたアンケートはまだありません。</translation>
    </message>
    <message>
        <source>Nobody has been away for {low} to {high} days.</source>
        <translation>{low}〜{high}日お見えでない方はいません。</translation>
    </message>
    <message>
        <source>Nobody has bought yet.</source>
        <translation>まだお買上げがありません。</translation>
    </message>
    <message>
        <source>None of the {count} campaigns compared can be told from chance yet.</source>
        <translation>比べた{count}件のキャンペーンは、どれも偶然との区別がまだ付きません。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, of {people} customers only: for reference.</source>
        <translation>{period}の再来店率は{percent}%でした。{people}名だけの数字なので参考です。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, the same as in {before}.</source>
        <translation>{period}の再来店率は{percent}%で、{before}と同じでした。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, {points} points higher than in {before}.</source>
        <translation>{period}の再来店率は{percent}%で、{before}より{points}ポイント上がりました。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, {points} points higher than in {before}; that may be chance.</source>
        <translation>{period}の再来店率は{percent}%で、{before}より{points}ポイント上がりました。偶然かもしれません。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, {points} points lower than in {before}.</source>
        <translation>{period}の再来店率は{percent}%で、{before}より{points}ポイント下がりました。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%, {points} points lower than in {before}; that may be chance.</source>
        <translation>{period}の再来店率は{percent}%で、{before}より{points}ポイント下がりました。偶然かもしれません。</translation>
    </message>
    <message>
        <source>The return rate in {period} was {percent}%.</source>
        <translation>{period}の再来店率は{percent}%でした。</translation>
    </message>
    <message>
        <source>There is no finished period to show yet.</source>
        <translation>まだ、まとまった期間がありません。</translation>
    </message>
    <message>
        <source>{month}: NPS between {low} and {high}, from {n} answers only.</source>
        <translation>{month}のNPSは{low}から{high}の間です(回答{n}件のため幅があります)。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), from {n} answers.</source>
        <translation>{month}のNPSは{nps}(±{margin})でした。回答は{n}件です。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), the same as the time before.</source>
        <translation>{month}のNPSは{nps}(±{margin})で、前回と同じでした。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), {points} points higher than the time before.</source>
        <translation>{month}のNPSは{nps}(±{margin})で、前回より{points}ポイント上がりました。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), {points} points higher than the time before; that may be chance.</source>
        <translation>{month}のNPSは{nps}(±{margin})で、前回より{points}ポイント上がりました。偶然かもしれません。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), {points} points lower than the time before.</source>
        <translation>{month}のNPSは{nps}(±{margin})で、前回より{points}ポイント下がりました。</translation>
    </message>
    <message>
        <source>{month}: NPS {nps} (±{margin}), {points} points lower than the time before; that may be chance.</source>
        <translation>{month}のNPSは{nps}(±{margin})で、前回より{points}ポイント下がりました。偶然かもしれません。</translation>
    </message>
    <message>
        <source>{month}: fewer than 5 answers, too few to say anything.</source>
        <translation>{month}は回答が5件に満たないため、まだ何とも言えません。</translation>
    </message>
    <message>
        <source>{month}: sales of {amount} to customers, as much as in {before}.</source>
        <translation>{month}のお客様への売上は{amount}で、{before}と同じでした。</translation>
    </message>
    <message>
        <source>{month}: sales of {amount} to customers.</source>
        <translation>{month}のお客様への売上は{amount}でした。</translation>
    </message>
    <message>
        <source>{month}: {more} less than in {before}, above all because each came less often.</source>
        <translation>{month}の売上は{before}より{more}少なくなりました。おもに、お一人の来店回数が減ったためです。</translation>
    </message>
    <message>
        <source>{month}: {more} less than in {before}, above all because each visit brought less.</source>
        <translation>{month}の売上は{before}より{more}少なくなりました。おもに、1回の金額が下がったためです。</translation>
    </message>
    <message>
        <source>{month}: {more} less than in {before}, above all because fewer customers came.</source>
        <translation>{month}の売上は{before}より{more}少なくなりました。おもに、来られたお客様が減ったためです。</translation>
    </message>
    <message>
        <source>{month}: {more} more than in {before}, above all because each came more often.</source>
        <translation>{month}の売上は{before}より{more}多くなりました。おもに、お一人の来店回数が増えたためです。</translation>
    </message>
    <message>
        <source>{month}: {more} more than in {before}, above all because each visit brought more.</source>
        <translation>{month}の売上は{before}より{more}多くなりました。おもに、1回の金額が上がったためです。</translation>
    </message>
    <message>
        <source>{month}: {more} more than in {before}, above all because more customers came.</source>
        <translation>{month}の売上は{before}より{more}多くなりました。おもに、来られたお客様が増えたためです。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. As many come now as at its start.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。月の初めと同じ人数です。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. So few are for reference only.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。人数が少ないため参考です。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. {people} fewer come now than at its start.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。月の初めより{people}名減りました。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. {people} fewer than at its start; that may be chance.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。{people}名減りましたが、偶然かもしれません。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. {people} more come now than at its start.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。月の初めより{people}名増えました。</translation>
    </message>
    <message>
        <source>{month}: {new} new, {returned} back again, {lost} lost. {people} more than at its start; that may be chance.</source>
        <translation>{month}は新しい方{new}名、お帰りの方{returned}名、離れた方{lost}名でした。{people}名増えましたが、偶然かもしれません。</translation>
    </message>
    <message>
        <source>{name} did best; with {count} campaigns compared that may be chance.</source>
        <translation>「{name}」が最もよい結果でしたが、{count}件を比べた中では偶然かもしれません。</translation>
    </message>
    <message>
        <source>{name} may have done harm. Profit on cost: {percent}.</source>
        <translation>「{name}」は逆効果だったおそれがあります。費用に対する利益は{percent}です。</translation>
    </message>
    <message>
        <source>{name} worked, and cost nothing of its own.</source>
        <translation>「{name}」は効果がありました。費用はかかっていません。</translation>
    </message>
    <message>
        <source>{name} worked. Profit on cost: {percent} (range of chance {low} to {high}).</source>
        <translation>「{name}」は効果がありました。費用に対する利益は{percent}(偶然の幅 {low}〜{high})です。</translation>
    </message>
    <message>
        <source>{people} have been away for {low} to {high} days. While they came, they brought a gross profit of {margin} a year.</source>
        <translation>{people}が{low}〜{high}日お見えではありません。通っていらしたころの粗利は年{margin}です。</translation>
    </message>
    <message>
        <source>{segment}: {people} of the customers bring {sales} of the sales.</source>
        <translation>「{segment}」はお客様の{people}で、売上の{sales}をもたらしています。</translation>
    </message>
    <message>
        <source>{segment}: {people} of the customers, {sales} of the sales. So few are for reference only.</source>
        <translation>「{segment}」はお客様の{people}で、売上の{sales}です。人数が少ないため参考です。</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>控えの場所</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Begin and choose the file</source>
        <translation>始めてファイルを選ぶ</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>始め方</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Okaeri</source>
        <translation>おかえり</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>お店のこと</translation>
    </message>
    <message>
        <source>Usual days</source>
        <translation>目安の日数</translation>
    </message>
</context>
<context>
    <name>FirstVisitPart</name>
    <message>
        <source>points added; 0: none</source>
        <translation>ポイントを足す。0 なら足さない</translation>
    </message>
</context>
<context>
    <name>FitKeeper</name>
    <message>
        <source>Working out what customers are still expected to bring</source>
        <translation>お客様のこれからの粗利を計算しています</translation>
    </message>
</context>
<context>
    <name>FlowCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>お帰りの方</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差し引き</translation>
    </message>
    <message>
        <source>Enter opens those who were lost. The other pieces open from the chart.</source>
        <translation>Enterで、離れた方のお名前が出ます。ほかの方はグラフから開けます。</translation>
    </message>
    <message>
        <source>Kept coming</source>
        <translation>続けてご来店</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>離れた方</translation>
    </message>
    <message>
        <source>Lost customers</source>
        <translation>離れた方</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新しい方</translation>
    </message>
    <message>
        <source>Shown once there are visits</source>
        <translation>ご来店の記録が入ると表示します</translation>
    </message>
    <message>
        <source>Who came and who was lost</source>
        <translation>増えた方・離れた方</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}(途中)</translation>
    </message>
    <message>
        <source>{month}: back again</source>
        <translation>{month} お帰りの方</translation>
    </message>
    <message>
        <source>{month}: kept coming</source>
        <translation>{month} 続けてご来店の方</translation>
    </message>
    <message>
        <source>{month}: lost</source>
        <translation>{month} 離れた方</translation>
    </message>
    <message>
        <source>{month}: new customers</source>
        <translation>{month} 新しい方</translation>
    </message>
    <message>
        <source>{title}, {people}</source>
        <translation>{title} {people}</translation>
    </message>
</context>
<context>
    <name>FollowUpActs</name>
    <message>
        <source>The follow-up for {name} is done</source>
        <translation>{name}のフォローを済みにしました</translation>
    </message>
    <message>
        <source>The follow-up for {name} is moved to tomorrow</source>
        <translation>{name}の予定を明日へ移しました</translation>
    </message>
    <message>
        <source>The follow-up is deleted</source>
        <translation>予定を消しました</translation>
    </message>
    <message>
        <source>The follow-up is open again</source>
        <translation>予定をもう一度開きました</translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message numerus="yes">
        <source>%n customer(s) were left out.</source>
        <translation><numerusform>%n名は入れていません。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are planned for {day}</source>
        <translation><numerusform>{day}に%n名の予定を入れました</numerusform></translation>
    </message>
    <message>
        <source>Change a follow-up</source>
        <translation>予定を変える</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日にち</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>予定を消す</translation>
    </message>
    <message numerus="yes">
        <source>For %n customer(s)</source>
        <translation><numerusform>%n名のお客様</numerusform></translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>担当を決めない</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ご用件</translation>
    </message>
    <message>
        <source>Nothing was planned: they all have this follow-up, or do not want to be contacted.</source>
        <translation>予定は入れていません。どの方にも同じ予定があるか、ご連絡を希望されていません。</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>予定を入れる</translation>
    </message>
    <message>
        <source>Please enter today or a later day.</source>
        <translation>今日か、これからの日を入れてください。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>別の方にする</translation>
    </message>
    <message>
        <source>The follow-up for {name} is changed</source>
        <translation>{name}の予定を変えました</translation>
    </message>
    <message>
        <source>The follow-up for {name} is planned for {day}</source>
        <translation>{name}の予定を{day}に入れました</translation>
    </message>
    <message>
        <source>The follow-up is deleted</source>
        <translation>予定を消しました</translation>
    </message>
    <message>
        <source>What it is about, in a word or two</source>
        <translation>ご用件をひとことで</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>すること</translation>
    </message>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>{planned} {left_out}</source>
        <translation>{planned}。{left_out}</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Call</source>
        <translation>お電話</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済んだ</translation>
    </message>
    <message>
        <source>Done, with a note</source>
        <translation>ひとこと残して済ませる</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>お手紙</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Talk at the next visit</source>
        <translation>次のご来店でお話</translation>
    </message>
    <message>
        <source>To tomorrow</source>
        <translation>明日へ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>Visit them</source>
        <translation>ご訪問</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>{days}日過ぎ</translation>
    </message>
</context>
<context>
    <name>FollowUpsCard</name>
    <message numerus="yes">
        <source>%n done already.</source>
        <translation><numerusform>%n件はもう済みました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation><numerusform>今日済んだもの %n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation><numerusform>あと%n件。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>期限が過ぎています %n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation><numerusform>今日 %n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n within a week</source>
        <translation><numerusform>1週間のうち %n件</numerusform></translation>
    </message>
    <message>
        <source>Nothing is left for today.</source>
        <translation>今日の分は済みました。</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>予定を入れる</translation>
    </message>
    <message>
        <source>Today&apos;s follow-ups</source>
        <translation>今日のフォロー</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済んだ</translation>
    </message>
    <message>
        <source>done, with a note</source>
        <translation>ひとこと残す</translation>
    </message>
    <message>
        <source>open the customer</source>
        <translation>お客様を開く</translation>
    </message>
    <message>
        <source>to tomorrow</source>
        <translation>明日へ</translation>
    </message>
    <message>
        <source>{left} {done}</source>
        <translation>{left}{done}</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
</context>
<context>
    <name>ForWhom</name>
    <message>
        <source>All customers, whoever is chosen above</source>
        <translation>上の選択にかかわらず、すべてのお客様の図です</translation>
    </message>
    <message>
        <source>Only: {part} ({people})</source>
        <translation>{part}のお客様だけ({people})</translation>
    </message>
    <message>
        <source>Only: {part} as of {day} ({people})</source>
        <translation>{day}の時点で「{part}」のお客様だけ({people})</translation>
    </message>
    <message>
        <source>Only: {part} as of {day} ({people}). The months before that day made them so.</source>
        <translation>{day}の時点で「{part}」のお客様だけ({people})。それより前の月は、このグループになるまでの歩みです。</translation>
    </message>
    <message>
        <source>{title} ({part})</source>
        <translation>{title}({part})</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>A postal code has seven digits, as in 150-0001.</source>
        <translation>郵便番号は 150-0001 のように7けたです。</translation>
    </message>
    <message>
        <source>Day and month could be read either way. Please enter the year first, as in 2026/11/20.</source>
        <translation>月と日のどちらが先か分かりません。2026/11/20 のように年から入れてください。</translation>
    </message>
    <message>
        <source>Please enter a date.</source>
        <translation>日付を入れてください。</translation>
    </message>
    <message>
        <source>Please enter an amount.</source>
        <translation>金額を入れてください。</translation>
    </message>
    <message>
        <source>The 0 in front of this phone number seems to be lost.</source>
        <translation>電話番号の先頭の0が抜けているようです。</translation>
    </message>
    <message>
        <source>The 0 in front of this postal code seems to be lost.</source>
        <translation>郵便番号の先頭の0が抜けているようです。</translation>
    </message>
    <message>
        <source>The era does not have this day. Please check the era and the year.</source>
        <translation>この元号にその日はありません。元号と年をお確かめください。</translation>
    </message>
    <message>
        <source>The postal code belongs to another address.</source>
        <translation>郵便番号とご住所が合っていません。</translation>
    </message>
    <message>
        <source>The postal code does not have seven digits.</source>
        <translation>郵便番号が7けたではありません。</translation>
    </message>
    <message>
        <source>The street number is missing.</source>
        <translation>番地が入っていません。</translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation>ご住所が入っていません。</translation>
    </message>
    <message>
        <source>There is no postal code.</source>
        <translation>郵便番号が入っていません。</translation>
    </message>
    <message>
        <source>There is no such day in this month.</source>
        <translation>その月にこの日はありません。</translation>
    </message>
    <message>
        <source>There is no such month. Please enter a month from 1 to 12.</source>
        <translation>その月はありません。1から12までの月を入れてください。</translation>
    </message>
    <message>
        <source>This amount is in another currency than the shop&apos;s.</source>
        <translation>お店の通貨とは別の通貨の金額です。</translation>
    </message>
    <message>
        <source>This amount is too large. Please check the digits.</source>
        <translation>金額が大きすぎます。けた数をお確かめください。</translation>
    </message>
    <message>
        <source>This could not be read as a date. Examples: 2026/11/20, R8.11.20, S48.11.8.</source>
        <translation>日付として読み取れませんでした。例: 2026/11/20、R8.11.20、S48.11.8</translation>
    </message>
    <message>
        <source>This could not be read as a phone number.</source>
        <translation>電話番号として読み取れませんでした。</translation>
    </message>
    <message>
        <source>This could not be read as a postal code. Example: 150-0001.</source>
        <translation>郵便番号として読み取れませんでした。例: 150-0001</translation>
    </message>
    <message>
        <source>This could not be read as an amount. Example: 1,234.</source>
        <translation>金額として読み取れませんでした。例: 1,234</translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation>まだ来ていない日です。年をお確かめください。</translation>
    </message>
    <message>
        <source>This phone number is too long. Please check the digits.</source>
        <translation>電話番号のけたが多すぎます。番号をお確かめください。</translation>
    </message>
    <message>
        <source>This phone number is too short. Please check the digits.</source>
        <translation>電話番号のけたが足りません。番号をお確かめください。</translation>
    </message>
    <message>
        <source>This postal code is not in the list of the post office.</source>
        <translation>この郵便番号は郵便局の一覧にありません。</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Begin with one that comes with the program: whatever you change is kept as yours, and the original is never lost.</source>
        <translation>はじめから入っているものを選んで直すのが近道です。直したものはお店のものとして残り、元のデザインはいつでも戻せます。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索をやめる</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>ファイルに書き出す</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>ファイルから取り込む</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>お便り・DM</translation>
    </message>
    <message>
        <source>Look at the postcards</source>
        <translation>はがきを見る</translation>
    </message>
    <message>
        <source>Member and introduction cards</source>
        <translation>会員カード・紹介カード</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新しく作る</translation>
    </message>
    <message>
        <source>No template is found for “{words}”</source>
        <translation>「{words}」に合うテンプレートはありません</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Postcards</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Press a template, and it opens as it will be printed.</source>
        <translation>テンプレートを押すと、印刷される姿のまま開きます。</translation>
    </message>
    <message>
        <source>Press a text or a picture on the paper and change it.</source>
        <translation>紙の上の文字や絵を押して、直します。</translation>
    </message>
    <message>
        <source>Put back as it came with the program</source>
        <translation>最初の状態に戻す</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変える</translation>
    </message>
    <message>
        <source>Save it. It is offered wherever you print.</source>
        <translation>保存すると、印刷の画面で選べるようになります。</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>テンプレートを探す</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Which templates</source>
        <translation>テンプレートの種類</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>お店のもの</translation>
    </message>
    <message>
        <source>Your own designs stand here</source>
        <translation>お店だけのデザインが、ここに並びます</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>お店のもの</translation>
    </message>
    <message>
        <source>delete or put back</source>
        <translation>削除・元に戻す</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>名前の変更</translation>
    </message>
</context>
<context>
    <name>GalleryActs</name>
    <message>
        <source>Copied as {name}</source>
        <translation>「{name}」として複製しました</translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation>テンプレートを書き出す</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>テンプレートを取り込む</translation>
    </message>
    <message>
        <source>It is in the other language, and is offered when the program speaks it.</source>
        <translation>別の言語のテンプレートなので、表示の言語を切り替えたときに選べます。</translation>
    </message>
    <message>
        <source>New template ({kind})</source>
        <translation>新しいテンプレート({kind})</translation>
    </message>
    <message>
        <source>Template of Okaeri (*{suffix});;All files (*)</source>
        <translation>おかえりのテンプレート (*{suffix});;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The template is now called {name}</source>
        <translation>テンプレートの名前を「{name}」に変えました</translation>
    </message>
    <message>
        <source>The template is saved in {file}</source>
        <translation>テンプレートを「{file}」に保存しました</translation>
    </message>
    <message>
        <source>The template {name} is already here</source>
        <translation>テンプレート「{name}」は、もう入っています</translation>
    </message>
    <message>
        <source>The template {name} is as it came with the program</source>
        <translation>テンプレート「{name}」を最初の状態に戻しました</translation>
    </message>
    <message>
        <source>The template {name} is deleted</source>
        <translation>テンプレート「{name}」を消しました</translation>
    </message>
    <message>
        <source>The template {name} is imported</source>
        <translation>テンプレート「{name}」を取り込みました</translation>
    </message>
    <message>
        <source>The template {name} is made</source>
        <translation>テンプレート「{name}」を作りました</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}(複製)</translation>
    </message>
</context>
<context>
    <name>GroupActs</name>
    <message>
        <source>The group {name} is deleted</source>
        <translation>グループ「{name}」を消しました</translation>
    </message>
</context>
<context>
    <name>GroupConditions</name>
    <message>
        <source> or </source>
        <translation>または</translation>
    </message>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>(選んでください)</translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>(今はありません)</translation>
    </message>
    <message>
        <source>({conditions})</source>
        <translation>({conditions})</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 ×</source>
        <translation>1倍</translation>
    </message>
    <message>
        <source>1.5 ×</source>
        <translation>1.5倍</translation>
    </message>
    <message>
        <source>2 ×</source>
        <translation>2倍</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齢</translation>
    </message>
    <message>
        <source>Amount bought</source>
        <translation>お買上げの金額</translation>
    </message>
    <message>
        <source>Any field of the record</source>
        <translation>記録のどの項目でも</translation>
    </message>
    <message>
        <source>Average purchase</source>
        <translation>1回のお買上げ</translation>
    </message>
    <message>
        <source>Bought a product</source>
        <translation>商品・メニューのお買上げ</translation>
    </message>
    <message>
        <source>Bought of a product group</source>
        <translation>商品の種類ごとのお買上げ</translation>
    </message>
    <message>
        <source>Brought by somebody</source>
        <translation>ご紹介で来られた方</translation>
    </message>
    <message>
        <source>Brought somebody</source>
        <translation>ご紹介くださった方</translation>
    </message>
    <message>
        <source>Came in a period</source>
        <translation>期間中のご来店</translation>
    </message>
    <message>
        <source>Cards and letters</source>
        <translation>はがき・お手紙</translation>
    </message>
    <message>
        <source>Cards and letters sent</source>
        <translation>お送りしたはがき・お手紙</translation>
    </message>
    <message>
        <source>Code used</source>
        <translation>コードのご利用</translation>
    </message>
    <message>
        <source>Contact wanted</source>
        <translation>ご連絡のご希望</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>お客様になった日</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Follow-up planned</source>
        <translation>フォロー予定</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>きっかけ</translation>
    </message>
    <message>
        <source>How they stand today</source>
        <translation>今のご様子</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>In mourning</source>
        <translation>喪中</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後のご来店</translation>
    </message>
    <message>
        <source>Month of the birthday</source>
        <translation>お誕生月</translation>
    </message>
    <message>
        <source>Number of visits</source>
        <translation>ご来店の回数</translation>
    </message>
    <message>
        <source>Past the usual gap</source>
        <translation>いつもの間隔を過ぎた</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>個人・会社</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points about to lapse</source>
        <translation>もうすぐ失効するポイント</translation>
    </message>
    <message>
        <source>Post that came back</source>
        <translation>戻ってきた郵便</translation>
    </message>
    <message>
        <source>Ready-made group</source>
        <translation>できているグループ</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>しるし</translation>
    </message>
    <message>
        <source>The customer&apos;s record</source>
        <translation>お客様の記録</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Visits and purchases</source>
        <translation>ご来店とお買上げ</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>Where they live</source>
        <translation>お住まいの地域</translation>
    </message>
    <message>
        <source>Who may be contacted</source>
        <translation>ご連絡の可否</translation>
    </message>
    <message>
        <source>a company</source>
        <translation>会社・団体のお客様</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>個人のお客様</translation>
    </message>
    <message>
        <source>aged at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>aged below</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>agreed to e-mail</source>
        <translation>メールに同意</translation>
    </message>
    <message>
        <source>agreed to post</source>
        <translation>郵送に同意</translation>
    </message>
    <message>
        <source>an average purchase of {how} {amount}</source>
        <translation>1回のお買上げが平均{amount}{how}</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>お買い上げ</translation>
    </message>
    <message>
        <source>bought for {how} {amount} in all</source>
        <translation>お買上げの合計が{amount}{how}</translation>
    </message>
    <message>
        <source>bought for {how} {amount} within {days}</source>
        <translation>{days}以内のお買上げが{amount}{how}</translation>
    </message>
    <message>
        <source>bought nothing</source>
        <translation>お買い上げでない</translation>
    </message>
    <message>
        <source>bought something</source>
        <translation>お買い上げ</translation>
    </message>
    <message>
        <source>brought</source>
        <translation>ご紹介</translation>
    </message>
    <message>
        <source>brought by another customer</source>
        <translation>他のお客様からのご紹介</translation>
    </message>
    <message>
        <source>brought nobody</source>
        <translation>ご紹介なし</translation>
    </message>
    <message>
        <source>came</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>came through</source>
        <translation>である</translation>
    </message>
    <message>
        <source>came {how} {times}</source>
        <translation>ご来店が{times}{how}</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>を含む</translation>
    </message>
    <message>
        <source>did not buy</source>
        <translation>お買い上げでない</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>ご来店なし</translation>
    </message>
    <message>
        <source>did not come through</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>did not refuse e-mail</source>
        <translation>メールをお断りでない</translation>
    </message>
    <message>
        <source>did not refuse post</source>
        <translation>郵送をお断りでない</translation>
    </message>
    <message>
        <source>do not contact</source>
        <translation>連絡しない</translation>
    </message>
    <message>
        <source>fewer than</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>gender {how} “{gender}”</source>
        <translation>性別が「{gender}」{how}</translation>
    </message>
    <message>
        <source>got a card or letter</source>
        <translation>はがき・お手紙をお送り済み</translation>
    </message>
    <message>
        <source>got no card or letter</source>
        <translation>はがき・お手紙をお送りしていない</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ご来店あり</translation>
    </message>
    <message>
        <source>holding {how} {points}</source>
        <translation>ポイントの残りが{points}{how}</translation>
    </message>
    <message>
        <source>in</source>
        <translation>の方</translation>
    </message>
    <message>
        <source>in April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>in August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>in December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>in February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>in January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>in July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>in June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>in March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>in May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>in November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>in October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>in September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>in mourning</source>
        <translation>喪中</translation>
    </message>
    <message>
        <source>in no tier</source>
        <translation>ランクなし</translation>
    </message>
    <message>
        <source>in the tier</source>
        <translation>である</translation>
    </message>
    <message>
        <source>is</source>
        <translation>である</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>記入なし</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>記入あり</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>living in</source>
        <translation>お住まい</translation>
    </message>
    <message>
        <source>looked after by</source>
        <translation>である</translation>
    </message>
    <message>
        <source>may be contacted</source>
        <translation>ご連絡してよい</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>来月</translation>
    </message>
    <message>
        <source>no post came back</source>
        <translation>宛先不明でない</translation>
    </message>
    <message>
        <source>not brought by another customer</source>
        <translation>他のお客様からのご紹介でない</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>ご来店なし</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>まだご来店なし</translation>
    </message>
    <message>
        <source>not in</source>
        <translation>以外の方</translation>
    </message>
    <message>
        <source>not in mourning</source>
        <translation>喪中でない</translation>
    </message>
    <message>
        <source>not in the tier</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>not living in</source>
        <translation>お住まいでない</translation>
    </message>
    <message>
        <source>not looked after by</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>not past</source>
        <translation>過ぎていない</translation>
    </message>
    <message>
        <source>not standing at</source>
        <translation>でない</translation>
    </message>
    <message>
        <source>past</source>
        <translation>過ぎた</translation>
    </message>
    <message>
        <source>post came back</source>
        <translation>宛先不明</translation>
    </message>
    <message>
        <source>refused e-mail</source>
        <translation>メールをお断り</translation>
    </message>
    <message>
        <source>refused post</source>
        <translation>郵送をお断り</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>ご登録</translation>
    </message>
    <message>
        <source>standing at</source>
        <translation>である</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>used a code</source>
        <translation>コードのご利用あり</translation>
    </message>
    <message>
        <source>used no code</source>
        <translation>コードのご利用なし</translation>
    </message>
    <message>
        <source>with</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>with a birthday {month}</source>
        <translation>{month}がお誕生月</translation>
    </message>
    <message>
        <source>with a follow-up planned</source>
        <translation>フォロー予定あり</translation>
    </message>
    <message>
        <source>with an address</source>
        <translation>住所あり</translation>
    </message>
    <message>
        <source>with no follow-up planned</source>
        <translation>フォロー予定なし</translation>
    </message>
    <message>
        <source>with nobody in charge</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>with points that lapse</source>
        <translation>失効するポイントあり</translation>
    </message>
    <message>
        <source>without</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>without an address</source>
        <translation>住所なし</translation>
    </message>
    <message>
        <source>without points that lapse</source>
        <translation>失効するポイントなし</translation>
    </message>
    <message>
        <source>{how}</source>
        <translation>{how}</translation>
    </message>
    <message>
        <source>{how} for {days} or more</source>
        <translation>{days}以上{how}</translation>
    </message>
    <message>
        <source>{how} from {from} to {until}</source>
        <translation>{from}から{until}までに{how}</translation>
    </message>
    <message>
        <source>{how} of the group “{group}” within {days}</source>
        <translation>{days}以内に「{group}」の商品を{how}</translation>
    </message>
    <message>
        <source>{how} the group “{segment}”</source>
        <translation>グループ「{segment}」{how}</translation>
    </message>
    <message>
        <source>{how} the tag “{tag}”</source>
        <translation>しるし「{tag}」{how}</translation>
    </message>
    <message>
        <source>{how} within the last {days}</source>
        <translation>{days}以内に{how}</translation>
    </message>
    <message>
        <source>{how} within the next {days}</source>
        <translation>これから{days}以内に{how}</translation>
    </message>
    <message>
        <source>{how} within {days}</source>
        <translation>{days}以内に{how}</translation>
    </message>
    <message>
        <source>{how} {area}</source>
        <translation>{area}に{how}</translation>
    </message>
    <message>
        <source>{how} {days} ago or earlier</source>
        <translation>{days}以上前に{how}</translation>
    </message>
    <message>
        <source>{how} {factor} their own usual gap</source>
        <translation>いつもの間隔の{factor}を{how}</translation>
    </message>
    <message>
        <source>{how} {people} or more</source>
        <translation>{people}以上を{how}</translation>
    </message>
    <message>
        <source>{how} {staff}</source>
        <translation>担当が{staff}{how}</translation>
    </message>
    <message>
        <source>{how} {years}</source>
        <translation>{years}{how}</translation>
    </message>
    <message>
        <source>{how} “{channel}”</source>
        <translation>きっかけが「{channel}」{how}</translation>
    </message>
    <message>
        <source>{how} “{product}” within {days}</source>
        <translation>{days}以内に「{product}」を{how}</translation>
    </message>
    <message>
        <source>{how} “{state}” today</source>
        <translation>今のご様子が「{state}」{how}</translation>
    </message>
    <message>
        <source>{how} “{tier}”</source>
        <translation>ランクが「{tier}」{how}</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years}歳</translation>
    </message>
    <message>
        <source>“{field}” {how}</source>
        <translation>「{field}」に{how}</translation>
    </message>
    <message>
        <source>“{field}” {how} {number}</source>
        <translation>「{field}」が{number}{how}</translation>
    </message>
    <message>
        <source>“{field}” {how} “{text}”</source>
        <translation>「{field}」が「{text}」{how}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Delete the group</source>
        <translation>グループを消す</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>グループの名前</translation>
    </message>
    <message>
        <source>Save the group</source>
        <translation>グループを保存する</translation>
    </message>
    <message>
        <source>The group {name} is saved</source>
        <translation>グループ「{name}」を保存しました</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Birthday next month</source>
        <translation>来月お誕生日の方</translation>
    </message>
    <message>
        <source>Came once, more than 30 days ago</source>
        <translation>1回だけお見えで、30日を過ぎた方</translation>
    </message>
    <message>
        <source>Come often and buy much</source>
        <translation>よくお見えになり、お買上げも多い方</translation>
    </message>
    <message>
        <source>Come seldom, buy much at a time</source>
        <translation>回数は少なく、1回のお買上げが多い方</translation>
    </message>
    <message>
        <source>Filled by hand</source>
        <translation>手で選んだお客様</translation>
    </message>
    <message>
        <source>First visit within the last 60 days</source>
        <translation>初来店から60日以内の方</translation>
    </message>
    <message>
        <source>For a birthday card in good time</source>
        <translation>お誕生日のはがきを早めに</translation>
    </message>
    <message>
        <source>For a card “we miss you”</source>
        <translation>「お待ちしています」のはがきに</translation>
    </message>
    <message>
        <source>For a reminder while the points still count</source>
        <translation>使えるうちのお知らせに</translation>
    </message>
    <message>
        <source>Not seen for long</source>
        <translation>長くお見えでない方</translation>
    </message>
    <message>
        <source>Past 1.5 times their own usual gap</source>
        <translation>いつもの間隔の1.5倍を過ぎた方</translation>
    </message>
    <message>
        <source>Past their own usual gap, or not yet here a second time</source>
        <translation>いつもの間隔を過ぎた方と、2回目がまだの方</translation>
    </message>
    <message>
        <source>Past twice their own usual gap</source>
        <translation>いつもの間隔の2倍を過ぎた方</translation>
    </message>
    <message>
        <source>Points about to lapse</source>
        <translation>ポイントがもうすぐ失効する方</translation>
    </message>
    <message>
        <source>Regulars who have not come</source>
        <translation>しばらくお見えでないおなじみの方</translation>
    </message>
    <message>
        <source>The others who come as usual</source>
        <translation>いつもどおりお見えのほかの方</translation>
    </message>
    <message>
        <source>Their birthday is this month</source>
        <translation>今月がお誕生月の方</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>A group is said in words, as in “bought a cut within 60 days, not here for 90 days or more”. It is read anew every time, so nobody has to keep a list. Begin with one of these:</source>
        <translation>グループは「60日以内にカットをお買い上げ、90日以上ご来店なし」のように言葉で決めます。開くたびに数え直しますので、名簿を作り直す手間がありません。まずはこちらからどうぞ。</translation>
    </message>
    <message>
        <source>Ask who, get the names, print for exactly them</source>
        <translation>条件を言えば、お名前がそろい、そのまま印刷できます</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>Campaign for this group</source>
        <translation>このグループでキャンペーン</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Fill one by hand</source>
        <translation>手で選ぶグループ</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>お客様グループ</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>グループを作る</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>さらに絞る</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>おすすめのグループ</translation>
    </message>
    <message>
        <source>Ready-made groups</source>
        <translation>できているグループ</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧を保存する</translation>
    </message>
    <message>
        <source>Which groups</source>
        <translation>どのグループ</translation>
    </message>
    <message>
        <source>Your groups</source>
        <translation>お店のグループ</translation>
    </message>
    <message>
        <source>change</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>names</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>print</source>
        <translation>印刷</translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message>
        <source>A new group</source>
        <translation>新しい種類</translation>
    </message>
    <message>
        <source>A new group instead</source>
        <translation>新しい種類を足す</translation>
    </message>
    <message>
        <source>As usual ({rate})</source>
        <translation>ふつうの税率({rate})</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>「{name}」を直す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Earns points</source>
        <translation>ポイントが付く</translation>
    </message>
    <message>
        <source>Empty: {margin}, as the shop</source>
        <translation>空ならお店と同じ{margin}</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Hair care</source>
        <translation>ヘアケア</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation>商品の種類</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>The group {name} is saved</source>
        <translation>種類「{name}」を保存しました</translation>
    </message>
    <message>
        <source>The margin is a per cent from 0 to 100. Example: 42</source>
        <translation>粗利率は0〜100の%で入れてください。例:42</translation>
    </message>
    <message>
        <source>The tax rate is a per cent from 0 to 50. Example: 5.5</source>
        <translation>税率は0〜50の%で入れてください。例:5.5</translation>
    </message>
    <message>
        <source>What a product does not say itself, its group says: tax, gross margin, points.</source>
        <translation>税・粗利率・ポイントは、商品ごとに決めなければ、種類に決めたものになります。</translation>
    </message>
    <message>
        <source>margin {rate}</source>
        <translation>粗利率{rate}</translation>
    </message>
    <message>
        <source>no points</source>
        <translation>ポイントなし</translation>
    </message>
    <message>
        <source>tax {rate}</source>
        <translation>税{rate}</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>種類「{name}」を元に戻しました</translation>
    </message>
    <message>
        <source>{name} is put aside</source>
        <translation>種類「{name}」をしまいました</translation>
    </message>
</context>
<context>
    <name>HandOverPanel</name>
    <message numerus="yes">
        <source>%n customer(s) are now with {name}</source>
        <translation><numerusform>お客様%n名を{name}に引き継ぎました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) of {name} get somebody else in charge.</source>
        <translation><numerusform>{name}のお客様 %n名の担当を、別の人に変えます。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hand %n customer(s) over</source>
        <translation><numerusform>お客様%n名を引き継ぐ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hand %n customer(s) over and remove</source>
        <translation><numerusform>お客様%n名を引き継いで外す</numerusform></translation>
    </message>
    <message>
        <source>Hand customers over</source>
        <translation>お客様を引き継ぐ</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>引き継ぐ相手</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>{name} then leaves the list. What was recorded stays.</source>
        <translation>そのあと{name}を担当から外します。これまでの記録は残ります。</translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message>
        <source>Committee of the street festival</source>
        <translation>商店街のお祭りの役員</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Fill a group by hand</source>
        <translation>手で選ぶグループを作る</translation>
    </message>
    <message>
        <source>Find by name, reading, phone</source>
        <translation>お名前・よみ・電話でさがす</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>入っている方</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>見つかりませんでした。</translation>
    </message>
    <message>
        <source>Nobody is in the group yet. Find somebody by name and press “Put in”.</source>
        <translation>まだどなたも入っていません。お名前でさがして「入れる」を押してください。</translation>
    </message>
    <message>
        <source>Put customers in</source>
        <translation>お客様を入れる</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>入れる</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Who is in the group</source>
        <translation>グループのお客様</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>入っています</translation>
    </message>
</context>
<context>
    <name>HouseholdPanel</name>
    <message>
        <source>Add to the household</source>
        <translation>世帯に追加</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめておく</translation>
    </message>
    <message>
        <source>Now in one household</source>
        <translation>同じ世帯にしました</translation>
    </message>
    <message>
        <source>Please choose somebody from the list.</source>
        <translation>一覧からお一人をお選びください。</translation>
    </message>
    <message>
        <source>Put in the household</source>
        <translation>世帯に入れる</translation>
    </message>
    <message>
        <source>They get one card or letter together. Family members without a record are typed on the customer&apos;s own record.</source>
        <translation>はがきや手紙を一通にまとめます。お客様として登録していないご家族は、基本情報の「連名(ご家族)」に入力してください。</translation>
    </message>
</context>
<context>
    <name>HouseholdPart</name>
    <message>
        <source>Add somebody</source>
        <translation>ご家族を追加</translation>
    </message>
    <message>
        <source>Address first</source>
        <translation>宛名にする</translation>
    </message>
    <message>
        <source>One card or letter goes to all of them, addressed to the first who may get post.</source>
        <translation>はがきや手紙は、この世帯に一通だけお送りします。宛名は、お送りできる方のうち一番上の方です。</translation>
    </message>
    <message>
        <source>Put {name} in the same household</source>
        <translation>{name}を同じ世帯にする</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>同じ世帯</translation>
    </message>
    <message>
        <source>Share the post</source>
        <translation>同じ世帯にする</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>世帯から外す</translation>
    </message>
    <message>
        <source>Whoever is added here shares one card or letter with this customer.</source>
        <translation>ここに追加した方とは、はがきや手紙を一通にまとめます。</translation>
    </message>
    <message>
        <source>addressed first</source>
        <translation>宛名の先頭</translation>
    </message>
    <message>
        <source>has passed away</source>
        <translation>故人</translation>
    </message>
    <message>
        <source>is not named on post</source>
        <translation>連名に出しません</translation>
    </message>
    <message>
        <source>{name} has the same family name and address.</source>
        <translation>{name}は、名字とご住所が同じです。</translation>
    </message>
</context>
<context>
    <name>ImageSection</name>
    <message>
        <source>Choose a picture</source>
        <translation>写真を選ぶ</translation>
    </message>
    <message>
        <source>PNG or JPEG, up to 5 MB and 6,000 x 6,000 dots. It is never distorted.</source>
        <translation>PNGかJPEG、5 MB・6,000×6,000ドットまで。形はゆがみません。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>写真・ロゴ</translation>
    </message>
    <message>
        <source>Place in its frame</source>
        <translation>枠の中の位置</translation>
    </message>
    <message>
        <source>That may look coarse: {sharp} or more are better.</source>
        <translation>粗く見えるかもしれません。{sharp}ドット以上だときれいです。</translation>
    </message>
    <message>
        <source>The picture. Press to choose another.</source>
        <translation>写真。押すとほかの写真を選べます。</translation>
    </message>
    <message>
        <source>{width} x {height} dots, printed with {dots} to the inch.</source>
        <translation>{width}×{height}ドット(1インチあたり{dots}ドットで印刷)。</translation>
    </message>
</context>
<context>
    <name>ImportAnswersView</name>
    <message numerus="yes">
        <source>%n answer(s) came in</source>
        <translation><numerusform>%n件の回答を取り込みました</numerusform></translation>
    </message>
    <message>
        <source>A backup is made first. It can be undone for {days} days.</source>
        <translation>先に控えを取ります。{days}日間は元に戻せます。</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>ほかのファイルを取り込む</translation>
    </message>
    <message>
        <source>Answers of a web form</source>
        <translation>Webフォームの回答</translation>
    </message>
    <message>
        <source>Answers that came in then are not taken twice.</source>
        <translation>そのとき取り込んだ回答は、二重に入りません。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Back: File</source>
        <translation>戻る:ファイル</translation>
    </message>
    <message>
        <source>Back: Match columns</source>
        <translation>戻る:列を合わせる</translation>
    </message>
    <message>
        <source>Bring in {rows}</source>
        <translation>{rows}を取り込む</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>列を合わせる</translation>
    </message>
    <message>
        <source>Next: Check</source>
        <translation>次へ:確かめる</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Save the rows left out</source>
        <translation>入らなかった行を保存</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>This very file was imported before, on {day}</source>
        <translation>このファイルは{day}に取り込み済みです</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>この取り込みを元に戻す</translation>
    </message>
</context>
<context>
    <name>ImportBanner</name>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>中止しました。何も変わっていません。</translation>
    </message>
    <message>
        <source>This could not be finished. Nothing was changed.</source>
        <translation>最後まで進められませんでした。何も変わっていません。</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n row(s) was/were imported</source>
        <translation><numerusform>%n行を取り込みました</numerusform></translation>
    </message>
    <message>
        <source>A backup is made first. It can be undone for {days} days.</source>
        <translation>先に控えを取ります。{days}日間は元に戻せます。</translation>
    </message>
    <message>
        <source>Back: File</source>
        <translation>戻る:ファイル</translation>
    </message>
    <message>
        <source>Back: Match columns</source>
        <translation>戻る:列を合わせる</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Going on looks for the same people and receipts again. You can stop at any time.</source>
        <translation>続けると、同じ方や同じ伝票がないかをもう一度確かめます。途中でやめても何も変わりません。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>データの取り込み</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>列を合わせる</translation>
    </message>
    <message>
        <source>Next: Check</source>
        <translation>次へ:確かめる</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>See the figures</source>
        <translation>分析を見る</translation>
    </message>
    <message>
        <source>See the products</source>
        <translation>商品を見る</translation>
    </message>
    <message>
        <source>Something was recorded for them after the import: a visit, a note or a card.</source>
        <translation>取り込みのあとに、来店・メモ・はがきなどが書き足されているためです。</translation>
    </message>
    <message>
        <source>This very file was imported before, on {day}</source>
        <translation>このファイルは{day}に取り込み済みです</translation>
    </message>
    <message>
        <source>{count} stayed</source>
        <translation>{count}は残しました</translation>
    </message>
</context>
<context>
    <name>ImportPairs</name>
    <message>
        <source>Address</source>
        <translation>ご住所</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>送らない</translation>
    </message>
    <message>
        <source>Do not send ({day})</source>
        <translation>送らない({day})</translation>
    </message>
    <message>
        <source>Fields of our own</source>
        <translation>自分の項目</translation>
    </message>
    <message>
        <source>May be sent</source>
        <translation>送ってよい</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>あり</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Address</source>
        <translation>ご住所</translation>
    </message>
    <message>
        <source>How it comes in</source>
        <translation>取り込んだあとの姿</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>the first rows</source>
        <translation>はじめの行</translation>
    </message>
</context>
<context>
    <name>ImportReasons</name>
    <message>
        <source>A cell of the row is too long.</source>
        <translation>長すぎる値があります。</translation>
    </message>
    <message>
        <source>A customer number is needed.</source>
        <translation>お客様番号が必要です。</translation>
    </message>
    <message>
        <source>A date is needed.</source>
        <translation>日付が要ります。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>お名前が要ります。</translation>
    </message>
    <message>
        <source>A number of points is needed.</source>
        <translation>ポイント数が必要です。</translation>
    </message>
    <message>
        <source>A quotation mark in the row is not closed.</source>
        <translation>引用符(&quot;)が閉じられていません。</translation>
    </message>
    <message>
        <source>A refund needs an amount below zero.</source>
        <translation>返品の金額はマイナスでなければなりません。</translation>
    </message>
    <message>
        <source>An amount is needed.</source>
        <translation>金額が要ります。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Day and month cannot be told apart.</source>
        <translation>月と日の区別がつきません。</translation>
    </message>
    <message>
        <source>May be the same person as {other}. Added as another customer.</source>
        <translation>{other} と同じ方かもしれません。別の方として加えました。</translation>
    </message>
    <message>
        <source>May be the same person as {other}. Left out until you decide.</source>
        <translation>{other} と同じ方かもしれません。お決めになるまで取り込みません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>None of the questions is answered.</source>
        <translation>どの質問にも答えがありません。</translation>
    </message>
    <message>
        <source>Points that this purchase earned are used already: the balance of the customer is {value} now.</source>
        <translation>このお買上げでたまったポイントはもう使われています。お客様のポイントの残りは {value} になりました。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Row {other} has points of {value} with the same last valid day already.</source>
        <translation>{other}行目に、{value}の同じ期限のポイントがすでにあります。</translation>
    </message>
    <message>
        <source>Row {other} is about the same customer.</source>
        <translation>{other}行目に同じお客様がいます。</translation>
    </message>
    <message>
        <source>Row {other} is about the same product.</source>
        <translation>{other}行と同じ商品です。</translation>
    </message>
    <message>
        <source>Same customer number</source>
        <translation>お客様番号が同じ</translation>
    </message>
    <message>
        <source>Same name and address</source>
        <translation>お名前とご住所が同じ</translation>
    </message>
    <message>
        <source>Same name and birthday</source>
        <translation>お名前とお誕生日が同じ</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>お電話が同じ</translation>
    </message>
    <message>
        <source>Several customers match {value}.</source>
        <translation>{value} に当てはまるお客様が複数います。</translation>
    </message>
    <message>
        <source>Several customers match {value}. The answers come in without a customer.</source>
        <translation>{value} に当てはまるお客様が何人もいます。お客様なしで取り込みます。</translation>
    </message>
    <message>
        <source>The amount is in another currency than the shop&apos;s.</source>
        <translation>お店の通貨と違う金額です。</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>金額が大きすぎます。</translation>
    </message>
    <message>
        <source>The amount {value} was rounded to {other}.</source>
        <translation>金額{value}を{other}に丸めました。</translation>
    </message>
    <message>
        <source>The barcode {value} belongs to {other}.</source>
        <translation>バーコード {value} は「{other}」のものです。</translation>
    </message>
    <message>
        <source>The customer number {value} belongs to {other}. It was left empty.</source>
        <translation>お客様番号 {value} は {other} のものです。番号は空けて取り込みました。</translation>
    </message>
    <message>
        <source>The date is in the future.</source>
        <translation>先の日付です。</translation>
    </message>
    <message>
        <source>The days must be a whole number between 1 and {other}.</source>
        <translation>日数は1〜{other}の整数で入れてください。</translation>
    </message>
    <message>
        <source>The era does not have this date.</source>
        <translation>その元号にこの日はありません。</translation>
    </message>
    <message>
        <source>The last valid day is past. These points do not count any more.</source>
        <translation>使える最後の日を過ぎています。このポイントはもう使えません。</translation>
    </message>
    <message>
        <source>The list says yes, but {other} said no. It stays no.</source>
        <translation>この一覧では「はい」ですが、{other} 様はお断りです。お断りのままにしました。</translation>
    </message>
    <message>
        <source>The name of the product is needed.</source>
        <translation>商品の名前が要ります。</translation>
    </message>
    <message>
        <source>The points that {value} had before are recorded already.</source>
        <translation>{value}の引き継ぎポイントはすでに記録されています。</translation>
    </message>
    <message>
        <source>The question does not allow this number. It is left out.</source>
        <translation>この質問では使えない数のため、入れません。</translation>
    </message>
    <message>
        <source>The receipt {value} already belongs to another customer ({other}).</source>
        <translation>伝票{value}は、すでにほかのお客様({other})のものです。</translation>
    </message>
    <message>
        <source>The receipt {value} comes in without a row that was refused.</source>
        <translation>伝票{value}は、入らない行を除いて取り込みます。</translation>
    </message>
    <message>
        <source>The receipt {value} has rows of several days. The first day counts.</source>
        <translation>伝票{value}には何日かの行があります。最初の日を使います。</translation>
    </message>
    <message>
        <source>The receipt {value} is recorded already.</source>
        <translation>レシート {value} はすでに記録されています。</translation>
    </message>
    <message>
        <source>The receipt {value} it takes back is not there. It counts as a refund without a purchase.</source>
        <translation>元のレシート {value} が見つかりません。元のない返品として数えます。</translation>
    </message>
    <message>
        <source>The row has characters that cannot be read.</source>
        <translation>読み取れない文字があります。</translation>
    </message>
    <message>
        <source>The row has only {value} cells, but the list has {other} columns.</source>
        <translation>この行には{value}個の値しかありませんが、列は{other}個です。</translation>
    </message>
    <message>
        <source>The row has {value} cells, but the list has {other} columns.</source>
        <translation>この行には{value}個の値がありますが、列は{other}個です。</translation>
    </message>
    <message>
        <source>The same person as {other}: both were made one.</source>
        <translation>{other} と同じ方として1人にまとめました。</translation>
    </message>
    <message>
        <source>The unit price {value} was rounded to {other}.</source>
        <translation>単価{value}を{other}に丸めました。</translation>
    </message>
    <message>
        <source>There are two @ signs.</source>
        <translation>@が2つあります。</translation>
    </message>
    <message>
        <source>There is another product called {value}. To tell the two apart, both need a code.</source>
        <translation>「{value}」という商品がほかにあります。見分けるには、どちらにも商品コードが要ります。</translation>
    </message>
    <message>
        <source>There is no customer {value}.</source>
        <translation>{value} というお客様は登録されていません。</translation>
    </message>
    <message>
        <source>There is no customer {value}. The answers come in without a customer.</source>
        <translation>{value} というお客様はいません。お客様なしで取り込みます。</translation>
    </message>
    <message>
        <source>There is no month {other}.</source>
        <translation>{other}月はありません。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>その日はありません。</translation>
    </message>
    <message>
        <source>There is nobody called {value} among the staff. The answers come in without them.</source>
        <translation>{value} というスタッフはいません。担当なしで取り込みます。</translation>
    </message>
    <message>
        <source>These answers came in before.</source>
        <translation>取り込み済みの回答です。</translation>
    </message>
    <message>
        <source>This cannot be read as a date.</source>
        <translation>日付として読めません。</translation>
    </message>
    <message>
        <source>This cannot be read as a number.</source>
        <translation>数として読めません。</translation>
    </message>
    <message>
        <source>This cannot be read as a time.</source>
        <translation>時刻として読めません。</translation>
    </message>
    <message>
        <source>This cannot be read as an amount.</source>
        <translation>金額として読めません。</translation>
    </message>
    <message>
        <source>This does not look like a phone number. It is kept as it stands.</source>
        <translation>電話番号ではないようです。そのまま残します。</translation>
    </message>
    <message>
        <source>This does not look like a postcode. It is kept as it stands.</source>
        <translation>郵便番号ではないようです。そのまま残します。</translation>
    </message>
    <message>
        <source>This is neither yes nor no.</source>
        <translation>「はい」か「いいえ」か分かりません。</translation>
    </message>
    <message>
        <source>This is none of the answers to choose from. It is left out.</source>
        <translation>選べる答えにないため、この答えは入れません。</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>メールアドレスではありません。</translation>
    </message>
    <message>
        <source>This rate cannot be. It is a per cent between 0 and {other}.</source>
        <translation>この率は使えません。0〜{other}の%で入れてください。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>What the row says of the customer does not fit together. The answers come in without a customer.</source>
        <translation>お客様についての内容が食い違っています。お客様なしで取り込みます。</translation>
    </message>
    <message>
        <source>“{value}” is neither sent nor held.</source>
        <translation>「{value}」は sent でも held でもありません。</translation>
    </message>
</context>
<context>
    <name>ImportUndo</name>
    <message>
        <source>Keep the import</source>
        <translation>取り込んだままにする</translation>
    </message>
    <message>
        <source>Put {count} back</source>
        <translation>{count}を元に戻す</translation>
    </message>
    <message numerus="yes">
        <source>Take %n answer(s) out again</source>
        <translation><numerusform>%n件の回答を取り除く</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n row(s) out again</source>
        <translation><numerusform>%n行を元に戻す</numerusform></translation>
    </message>
    <message>
        <source>The answers that came with “{file}” are taken out again. A backup is made first.</source>
        <translation>「{file}」から取り込んだ回答を取り除きます。先に控えを取ります。</translation>
    </message>
    <message>
        <source>The import was undone: {count} answers taken out</source>
        <translation>取り込みを元に戻しました。回答{count}件を取り除きました</translation>
    </message>
    <message>
        <source>The import was undone: {count} of products taken out, {restored} put back</source>
        <translation>取り込みを取り消しました:商品{count}を外し、{restored}を元に戻しました</translation>
    </message>
    <message>
        <source>The import was undone: {people} and {sales} of sales taken out, {restored} put back</source>
        <translation>取り込みを元に戻しました。お客様{people}と売上{sales}を取り除き、{restored}の内容を戻しました</translation>
    </message>
    <message>
        <source>The import was undone: {points} points taken off again</source>
        <translation>取り込みを取り消しました。{points}ポイントを元に戻しました</translation>
    </message>
    <message>
        <source>The points that came with “{file}” are taken off again. A backup is made first.</source>
        <translation>「{file}」で入ったポイントを元に戻します。先に控えを取ります。</translation>
    </message>
    <message>
        <source>The products that came with “{file}” are taken out, and those it changed become as before. A backup is made first.</source>
        <translation>「{file}」で入った商品を外し、変わった商品を前のとおりに戻します。先に控えを取ります。</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>この取り込みを元に戻しますか?</translation>
    </message>
    <message>
        <source>{rows} of “{file}” go back to what was there before: {created} newly registered and {updated} brought up to date. Customers for whom you recorded something since then stay. A backup is made first.</source>
        <translation>「{file}」から取り込んだ{rows}(新しい登録{created}、更新{updated})を、取り込む前に戻します。そのあと来店やメモを書き足したお客様は残ります。今の状態は自動で控えを取ります。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n行</numerusform></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(お名前がありません)</translation>
    </message>
    <message>
        <source>Answers of a web form</source>
        <translation>Webフォームの回答</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>コンマ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様の名簿</translation>
    </message>
    <message>
        <source>Please choose the column with the names of the products.</source>
        <translation>商品の名前の列を選んでください。</translation>
    </message>
    <message>
        <source>Please choose the column with the names.</source>
        <translation>お名前の列を選んでください。</translation>
    </message>
    <message>
        <source>Please choose the columns with the date and the amount.</source>
        <translation>日付と金額の列を選んでください。</translation>
    </message>
    <message>
        <source>Please choose the columns with the points and with the number or name.</source>
        <translation>ポイントの列と、お客様番号かお名前の列を選んでください。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sales and visits</source>
        <translation>売上・来店</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>{row}行</translation>
    </message>
    <message>
        <source>{value} stays as it is</source>
        <translation>{value} のままにします</translation>
    </message>
</context>
<context>
    <name>ImportWork</name>
    <message>
        <source>Importing {file}</source>
        <translation>{file}を取り込んでいます</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>控えを取っています</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file}を読んでいます</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>取り込みを元に戻しています</translation>
    </message>
</context>
<context>
    <name>Inquiries</name>
    <message>
        <source>Complaint</source>
        <translation>苦情</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>ご相談</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>ご意見</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>ご質問</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>ご要望</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>13 months</source>
        <translation>13か月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3か月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Bring in my lists</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Bring in the sales list you have, or record visits. The return rate is shown once there are visits of three months.</source>
        <translation>お持ちの売上を取り込むか、来店を記録してください。3か月分の来店があると、再来店率を表示します。</translation>
    </message>
    <message>
        <source>How far back the charts look</source>
        <translation>グラフの長さ</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Make the monthly report</source>
        <translation>月次レポートを作る</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>ご来店の記録がまだありません</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Worked out on {moment}</source>
        <translation>{moment} に計算しました</translation>
    </message>
    <message>
        <source>Working out the charts of {part}…</source>
        <translation>{part}の図を計算しています…</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から消す</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Fold away</source>
        <translation>たたむ</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>進んでいる作業</translation>
    </message>
    <message>
        <source>You can go on with other work.</source>
        <translation>このまま他の作業を続けられます。</translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Address sides</source>
        <translation>宛名面</translation>
    </message>
</context>
<context>
    <name>LabelSheetPanel</name>
    <message>
        <source>A number up to {most}, please.</source>
        <translation>{most}までの数を入力してください。</translation>
    </message>
    <message>
        <source>Change the label sheet</source>
        <translation>ラベル用紙を変える</translation>
    </message>
    <message>
        <source>From label to label, across (mm)</source>
        <translation>横の間隔(mm)</translation>
    </message>
    <message>
        <source>From label to label, down (mm)</source>
        <translation>縦の間隔(mm)</translation>
    </message>
    <message>
        <source>Height of a label (mm)</source>
        <translation>ラベルの高さ(mm)</translation>
    </message>
    <message>
        <source>Labels across</source>
        <translation>横の面数</translation>
    </message>
    <message>
        <source>Labels down</source>
        <translation>縦の面数</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Left margin (mm)</source>
        <translation>左の余白(mm)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>New label sheet</source>
        <translation>ラベル用紙を登録する</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Print 1 test sheet</source>
        <translation>試し刷り 1枚</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>The measures stand on the package of the labels. From label to label: from an edge to the same edge of the next.</source>
        <translation>寸法はラベルの箱や説明書にあります。間隔は、ラベルの端から次のラベルの同じ端までの長さです。</translation>
    </message>
    <message>
        <source>Upper margin (mm)</source>
        <translation>上の余白(mm)</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>用紙の呼び名</translation>
    </message>
    <message>
        <source>Width of a label (mm)</source>
        <translation>ラベルの幅(mm)</translation>
    </message>
</context>
<context>
    <name>LapseCard</name>
    <message>
        <source>Balance</source>
        <translation>お持ち</translation>
    </message>
    <message>
        <source>Lapse</source>
        <translation>失効</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n customer(s) archived or gone</source>
        <translation><numerusform>ほかに、離れた方・しまった方%n名は除いています。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n customer(s) not to be contacted</source>
        <translation><numerusform>ほかに、ご連絡を希望されない方%n名は除いています。</numerusform></translation>
    </message>
    <message>
        <source>Left out: {gone} archived or gone, {quiet} not to be contacted</source>
        <translation>ほかに、離れた方・しまった方{gone}、ご連絡を希望されない方{quiet}は除いています。</translation>
    </message>
    <message>
        <source>Make cards for {people}</source>
        <translation>{people}にお知らせのはがきを作る</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>次のご予定</translation>
    </message>
    <message>
        <source>No points have a last valid day.</source>
        <translation>期限のあるポイントはありません。</translation>
    </message>
    <message>
        <source>Nobody who can be reached loses points by then.</source>
        <translation>それまでにポイントが失効する方で、ご連絡できる方はいません。</translation>
    </message>
    <message>
        <source>Nobody&apos;s points lapse by then.</source>
        <translation>この日までに失効するポイントはありません。</translation>
    </message>
    <message>
        <source>Plan follow-ups</source>
        <translation>予定に入れる</translation>
    </message>
    <message>
        <source>Points about to lapse</source>
        <translation>もうすぐ失効するポイント</translation>
    </message>
    <message>
        <source>Points that lapse after {day} at the latest</source>
        <translation>{day}までに失効するポイント</translation>
    </message>
    <message>
        <source>See {people}</source>
        <translation>{people}を見る</translation>
    </message>
    <message>
        <source>The first of them count up to and including {day}</source>
        <translation>いちばん早いものは{day}まで使えます</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>予定なし</translation>
    </message>
    <message>
        <source>planned for {day}</source>
        <translation>{day}に予定</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>{kind} {day}</source>
        <translation>{kind} {day}</translation>
    </message>
    <message>
        <source>{name}, see the customer</source>
        <translation>{name}のページを開く</translation>
    </message>
</context>
<context>
    <name>LeaveOutDialog</name>
    <message>
        <source>A specimen or a trial</source>
        <translation>見本・試し書き</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>Do not leave it out</source>
        <translation>除かない</translation>
    </message>
    <message>
        <source>Filled in for fun</source>
        <translation>いたずら書き</translation>
    </message>
    <message>
        <source>It is kept with the reason, counts in no figure, and can be taken in again.</source>
        <translation>理由といっしょに残り、集計には入りません。あとで戻せます。</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>除く</translation>
    </message>
    <message>
        <source>Not one of our sheets</source>
        <translation>当店の用紙ではない</translation>
    </message>
    <message>
        <source>Please type a word or two.</source>
        <translation>ひとこと入れてください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why is this picture to be left out?</source>
        <translation>この画像を除く理由は何ですか</translation>
    </message>
    <message>
        <source>Why is this sheet to be left out?</source>
        <translation>この用紙を除く理由は何ですか</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>保存せずに閉じますか?</translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation>保存して移る</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>このまま続ける</translation>
    </message>
    <message>
        <source>What you changed is not saved yet.</source>
        <translation>変えたところは、まだ保存していません。</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入れた内容はまだ保存していません。</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>address not usable</source>
        <translation>住所の不備</translation>
    </message>
    <message>
        <source>cannot be printed</source>
        <translation>印刷できない方</translation>
    </message>
    <message>
        <source>in another campaign</source>
        <translation>ほかのキャンペーン中</translation>
    </message>
    <message>
        <source>in mourning</source>
        <translation>喪中</translation>
    </message>
    <message>
        <source>no consent to e-mail yet</source>
        <translation>メールの同意なし</translation>
    </message>
    <message>
        <source>no number or e-mail</source>
        <translation>連絡先なし</translation>
    </message>
    <message>
        <source>no wish for it</source>
        <translation>お断り</translation>
    </message>
    <message>
        <source>not a customer any more</source>
        <translation>お客様でない方</translation>
    </message>
    <message>
        <source>same household</source>
        <translation>同じご家族</translation>
    </message>
    <message>
        <source>sent something lately</source>
        <translation>最近お送りした方</translation>
    </message>
</context>
<context>
    <name>LettersSection</name>
    <message>
        <source>1.7 is easy to read, 1.3 suits headings.</source>
        <translation>文は1.7、見出しは1.3が目安です。</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>そろえ方</translation>
    </message>
    <message>
        <source>At least (pt)</source>
        <translation>最小(pt)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字の形</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行の間隔</translation>
    </message>
    <message>
        <source>Size (pt)</source>
        <translation>大きさ(pt)</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>書体</translation>
    </message>
    <message>
        <source>What does not fit is made smaller, at most down to “At least”.</source>
        <translation>入りきらなければ、最小まで小さくします。</translation>
    </message>
</context>
<context>
    <name>LimitsPart</name>
    <message>
        <source>At least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
</context>
<context>
    <name>LineHeads</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Menu or product</source>
        <translation>商品・メニュー</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Amount only</source>
        <translation>金額だけ</translation>
    </message>
    <message>
        <source>Discount on {product}</source>
        <translation>{product}の値引き</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Please enter how many, at least a part of one.</source>
        <translation>数を入れてください。0.5 のような数も使えます。</translation>
    </message>
    <message>
        <source>Please enter the price as a number.</source>
        <translation>単価を数字で入れてください。</translation>
    </message>
    <message>
        <source>Please type the discount as an amount (500) or a percentage (10%).</source>
        <translation>値引きは金額(500)か割合(10%)で入れてください。</translation>
    </message>
    <message>
        <source>Price of {product}</source>
        <translation>{product}の単価</translation>
    </message>
    <message>
        <source>Quantity of {product}</source>
        <translation>{product}の数</translation>
    </message>
    <message>
        <source>Remove {product}</source>
        <translation>{product}を外す</translation>
    </message>
    <message>
        <source>The discount is larger than the price.</source>
        <translation>値引きが金額より大きくなっています。</translation>
    </message>
    <message>
        <source>Who did {product}</source>
        <translation>{product}の担当</translation>
    </message>
    <message>
        <source>{percent}% off</source>
        <translation>{percent}%引き</translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>Lines to write on</source>
        <translation>書く欄の行数</translation>
    </message>
</context>
<context>
    <name>ListActs</name>
    <message>
        <source>Copied as {title}</source>
        <translation>「{title}」として複製しました</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>キャンペーンを止める</translation>
    </message>
    <message>
        <source>Stop the campaign “{name}”?</source>
        <translation>キャンペーン「{name}」を止めますか?</translation>
    </message>
    <message>
        <source>The draft {name} is deleted</source>
        <translation>下書き「{name}」を消しました</translation>
    </message>
    <message>
        <source>The draft {title} is deleted</source>
        <translation>下書き「{title}」を消しました</translation>
    </message>
    <message>
        <source>The survey {title} is made</source>
        <translation>アンケート「{title}」を作りました</translation>
    </message>
    <message>
        <source>Visits from today on no longer count for it, and there will be no verdict. Whatever was printed, planned or given stays as it is.</source>
        <translation>今日からのご来店は数えなくなり、判定は出ません。印刷したもの、入れた予定、差し上げたポイントはそのまま残ります。</translation>
    </message>
    <message>
        <source>{name} is copied as a new draft</source>
        <translation>「{name}」を写して、新しい下書きにしました</translation>
    </message>
    <message>
        <source>{name} is deleted</source>
        <translation>「{name}」を消しました</translation>
    </message>
    <message>
        <source>{name} is stopped</source>
        <translation>「{name}」を止めました</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title}(複製)</translation>
    </message>
    <message>
        <source>{title} is archived. Sheets that come back are read all the same.</source>
        <translation>「{title}」をしまいました。戻ってきた用紙は、今までどおり読み取れます。</translation>
    </message>
    <message>
        <source>{title} is back in the list</source>
        <translation>「{title}」を一覧に戻しました</translation>
    </message>
</context>
<context>
    <name>ListChooser</name>
    <message>
        <source>Find</source>
        <translation>さがす</translation>
    </message>
</context>
<context>
    <name>ListFile</name>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz);;All files (*)</source>
        <translation>一覧のファイル (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>LiveSummary</name>
    <message numerus="yes">
        <source>%n day(s) after it is sent</source>
        <translation><numerusform>お送りしてから%n日後</numerusform></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Effect that can be seen</source>
        <translation>見分けられる差</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Nobody is held back, so the effect will stay unknown.</source>
        <translation>様子を見る方がいないので、効果は分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>Of {all} people %n are left out ({reasons}).</source>
        <translation><numerusform>{all}名のうち %n名は外しました({reasons})。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Offer {price}, about %n</source>
        <translation><numerusform>特典 {price} × 見込み%n名</numerusform></translation>
    </message>
    <message>
        <source>Once, for this window</source>
        <translation>はじめの費用</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Points, as far as they are used</source>
        <translation>ポイント(使われる見込み分)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>毎月の費用</translation>
    </message>
    <message>
        <source>The days are counted, but without a comparison</source>
        <translation>日数は数えますが、比べる方がいません</translation>
    </message>
    <message>
        <source>The plan now</source>
        <translation>いまの計画</translation>
    </message>
    <message>
        <source>Verdict known on</source>
        <translation>結果が分かる日</translation>
    </message>
    <message>
        <source>Work, {hours} hours</source>
        <translation>手間 {hours}時間</translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation>{amount} 以上</translation>
    </message>
    <message>
        <source>{piece} {price} × {count}</source>
        <translation>{piece} {price} × {count}</translation>
    </message>
</context>
<context>
    <name>LocatePanel</name>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Drag the four corners onto the solid squares of the sheet, pick the survey and read it again.</source>
        <translation>四つの丸を、用紙の四隅の黒い四角に合わせ、アンケートを選んで読み直します。</translation>
    </message>
    <message>
        <source>It says whose the sheet is. Leave it empty where it cannot be read.</source>
        <translation>だれの用紙かが分かります。読めないときは空のままにしてください。</translation>
    </message>
    <message>
        <source>Leave this picture out</source>
        <translation>この画像を除く</translation>
    </message>
    <message>
        <source>Number on the sheet</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Only where there is no number. Without either it counts without a name.</source>
        <translation>番号がないときだけ選べます。どちらもないときは、無記名で数えます。</translation>
    </message>
    <message>
        <source>Page of the sheet</source>
        <translation>用紙のページ</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Where is the sheet?</source>
        <translation>用紙はどこですか</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name} {page}ページ目</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Clear letters</source>
        <translation>文字をはっきり</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>ゆったり</translation>
    </message>
    <message>
        <source>Row spacing</source>
        <translation>行の間</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>When thin letters are hard to read</source>
        <translation>細い文字が読みにくいときに</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Area and lines</source>
        <translation>面と線</translation>
    </message>
    <message>
        <source>Corners (mm)</source>
        <translation>角の丸み(mm)</translation>
    </message>
    <message>
        <source>Distance (mm)</source>
        <translation>線の間隔(mm)</translation>
    </message>
    <message>
        <source>Dotted or dashed</source>
        <translation>点線にする</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>塗りの色</translation>
    </message>
    <message>
        <source>Line colour</source>
        <translation>線の色</translation>
    </message>
    <message>
        <source>Thickness (mm)</source>
        <translation>線の太さ(mm)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>If the program is closed now, this stops here and is not done to its end.</source>
        <translation>今閉じると、ここで中止します。最後までは行われません。</translation>
    </message>
    <message>
        <source>Let it finish</source>
        <translation>終わるまで待つ</translation>
    </message>
    <message>
        <source>Still at work: {work}</source>
        <translation>まだ終わっていません:{work}</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>中止して閉じる</translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customer map (people)</source>
        <translation>お客様の分布(名)</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Enter opens the names of a line.</source>
        <translation>行を選んでEnterを押すと、お名前が出ます。</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>枠</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後の来店</translation>
    </message>
    <message>
        <source>Last visit: {recency}, visits within a year: {visits}</source>
        <translation>最後の来店 {recency}・1年の来店 {visits}</translation>
    </message>
    <message>
        <source>Last visit: {recency}, visits within a year: {visits}, {people}</source>
        <translation>最後の来店 {recency}、1年の来店 {visits}、{people}</translation>
    </message>
    <message>
        <source>Reach out to {people}</source>
        <translation>{people}に声をかける</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常連</translation>
    </message>
    <message>
        <source>Regulars: {regulars}. Regulars who are slipping away: {slipping}.</source>
        <translation>常連{regulars}、離れかけた常連{slipping}です。</translation>
    </message>
    <message>
        <source>Slipping regulars</source>
        <translation>離れかけた常連</translation>
    </message>
    <message>
        <source>Visits within 365 days</source>
        <translation>直近365日の来店</translation>
    </message>
</context>
<context>
    <name>MeasureCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Enter opens the people it was sent to.</source>
        <translation>Enterで、お送りした方のお名前が出ます。</translation>
    </message>
    <message>
        <source>No campaign has its result yet</source>
        <translation>結果の出たキャンペーンはまだありません</translation>
    </message>
    <message>
        <source>Not sent to</source>
        <translation>送らない方</translation>
    </message>
    <message>
        <source>Profit on cost</source>
        <translation>費用に対する利益</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送った日</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送った方</translation>
    </message>
    <message>
        <source>Sent to: {name}</source>
        <translation>お送りした方({name})</translation>
    </message>
    <message>
        <source>Sent to: {people}</source>
        <translation>お送りした方 {people}</translation>
    </message>
    <message>
        <source>The result stands once the time is over that was set before the start.</source>
        <translation>始める前に決めた期間が終わると、ここに結果が出ます。</translation>
    </message>
    <message>
        <source>What the campaigns brought (profit on cost)</source>
        <translation>キャンペーンの成果(費用に対する利益)</translation>
    </message>
    <message>
        <source>{name}: nothing can be said of its profit</source>
        <translation>{name} 効果は分かりません</translation>
    </message>
    <message>
        <source>{name}: profit on cost {percent}, range of chance {range}</source>
        <translation>{name} 費用に対する利益 {percent}・偶然の幅 {range}</translation>
    </message>
</context>
<context>
    <name>MeasureList</name>
    <message>
        <source>(without a name)</source>
        <translation>(名前なし)</translation>
    </message>
    <message>
        <source>A campaign writes to many customers at once and leaves a few of them out, drawn by lot. After some weeks both are compared: so you see who came because of it, and not only who came. Choose what it is for; whom to write to, the card and the cost are prepared then.</source>
        <translation>キャンペーンは、大勢のお客様に一度にお便りし、くじで選んだ何名かには送らずに様子を見ます。数週間後に両方を比べると、来た方の数だけでなく「お便りのおかげで来た方」が分かります。目的を選ぶと、宛先・はがき・費用が用意されます。</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>新しく始める</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Campaigns so far</source>
        <translation>これまでのキャンペーン</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>写して作る</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>下書きを消す</translation>
    </message>
    <message>
        <source>Find out whether it was worth it</source>
        <translation>やってよかったのか、確かめられます</translation>
    </message>
    <message>
        <source>Print the pieces</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>来た方</translation>
    </message>
    <message>
        <source>Without a recipe</source>
        <translation>ひな形を使わない</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>写す</translation>
    </message>
    <message>
        <source>delete a draft</source>
        <translation>下書きを消す</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>MeasureViews</name>
    <message>
        <source>All</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>New and existing</source>
        <translation>新規と既存</translation>
    </message>
    <message>
        <source>Which one first</source>
        <translation>どれから</translation>
    </message>
</context>
<context>
    <name>MeasureWords</name>
    <message numerus="yes">
        <source>%n held back</source>
        <translation><numerusform>様子を見る方 %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sent to</source>
        <translation><numerusform>送った方 %n名</numerusform></translation>
    </message>
    <message>
        <source>Counted until {day}</source>
        <translation>{day}まで数えます</translation>
    </message>
    <message>
        <source>Day {day} of {days}</source>
        <translation>{day}日目({days}日中)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>{day}から</translation>
    </message>
    <message>
        <source>Not started, changed {day}</source>
        <translation>まだ始めていません・{day}に変更</translation>
    </message>
    <message>
        <source>Result known</source>
        <translation>結果が出ました</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Verdict on {day}</source>
        <translation>判定は{day}</translation>
    </message>
    <message>
        <source>drawn outside</source>
        <translation>外部で分けた名簿</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Address not usable</source>
        <translation>住所の不備</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Birthday cards</source>
        <translation>お誕生日カード</translation>
    </message>
    <message>
        <source>Birthday next month</source>
        <translation>来月お誕生日の方</translation>
    </message>
    <message>
        <source>Bought something of a product group</source>
        <translation>商品グループを買った</translation>
    </message>
    <message>
        <source>Bring a friend</source>
        <translation>紹介</translation>
    </message>
    <message>
        <source>Came once and not again yet</source>
        <translation>1回だけで、まだ2回目のない方</translation>
    </message>
    <message>
        <source>Cannot be printed</source>
        <translation>印刷できない方</translation>
    </message>
    <message>
        <source>Days since the last visit</source>
        <translation>最後のご来店からの日数</translation>
    </message>
    <message>
        <source>Does not wish it</source>
        <translation>お断りの方</translation>
    </message>
    <message>
        <source>E-mail, written by yourself</source>
        <translation>メール(ご自分で)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>どなたでも</translation>
    </message>
    <message>
        <source>For reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>For reference only: there is nothing to compare with.</source>
        <translation>参考です。比べる相手がいないので、効果は分かりません。</translation>
    </message>
    <message>
        <source>For reference only: there were too few people.</source>
        <translation>参考です。人数が足りません。</translation>
    </message>
    <message>
        <source>Gross profit in the year before</source>
        <translation>それまでの1年の粗利</translation>
    </message>
    <message>
        <source>Has not agreed to e-mail yet</source>
        <translation>メールの同意がまだの方</translation>
    </message>
    <message>
        <source>In another campaign</source>
        <translation>ほかのキャンペーン中の方</translation>
    </message>
    <message>
        <source>In mourning</source>
        <translation>喪中の方</translation>
    </message>
    <message>
        <source>It is not yet clear whether it works.</source>
        <translation>まだ何とも言えません。</translation>
    </message>
    <message>
        <source>It may have done harm.</source>
        <translation>逆効果だったおそれがあります。</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>効果があったと言えます。</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後のご来店</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>お便り</translation>
    </message>
    <message>
        <source>Long time no see</source>
        <translation>しばらく</translation>
    </message>
    <message>
        <source>May have done harm</source>
        <translation>逆効果のおそれ</translation>
    </message>
    <message>
        <source>Midsummer greetings</source>
        <translation>暑中見舞い</translation>
    </message>
    <message>
        <source>New Year&apos;s cards</source>
        <translation>年賀状</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>はじめての方</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>比較なし</translation>
    </message>
    <message>
        <source>No number or address to reach them</source>
        <translation>連絡先のない方</translation>
    </message>
    <message>
        <source>Not a customer any more</source>
        <translation>お客様でなくなった方</translation>
    </message>
    <message>
        <source>Not seen for 90 days</source>
        <translation>90日お見えでない方</translation>
    </message>
    <message>
        <source>Not yet clear</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>Only the list of names</source>
        <translation>名簿だけ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Past 1.5 times their own usual gap</source>
        <translation>いつもの間隔の1.5倍を過ぎた方</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Purchases in the last year</source>
        <translation>この1年のお買上げ</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常連の方</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>同じご家族</translation>
    </message>
    <message>
        <source>Season&apos;s greetings</source>
        <translation>季節</translation>
    </message>
    <message>
        <source>Second visit</source>
        <translation>2回目</translation>
    </message>
    <message>
        <source>Sent something lately</source>
        <translation>最近お送りした方</translation>
    </message>
    <message>
        <source>Something better</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Telephone calls</source>
        <translation>お電話</translation>
    </message>
    <message>
        <source>Thank-you</source>
        <translation>お礼</translation>
    </message>
    <message>
        <source>Visits in the last year</source>
        <translation>この1年の回数</translation>
    </message>
    <message>
        <source>Visits in the year before</source>
        <translation>それまでの1年の来店回数</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>効果あり</translation>
    </message>
</context>
<context>
    <name>MeasuresPage</name>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新しいキャンペーン</translation>
    </message>
    <message>
        <source>To “{list}”</source>
        <translation>「{list}」の方へ</translation>
    </message>
    <message>
        <source>Ways to look at campaigns</source>
        <translation>キャンペーンの見方</translation>
    </message>
</context>
<context>
    <name>MergeFields</name>
    <message>
        <source>Address</source>
        <translation>ご住所</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Day of printing</source>
        <translation>印刷する日</translation>
    </message>
    <message>
        <source>Day of the last visit</source>
        <translation>前回の来店日</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>敬称</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>両方とも残す</translation>
    </message>
    <message>
        <source>Last day to use them</source>
        <translation>その有効期限</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Number of visits</source>
        <translation>来店回数</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points that lapse next</source>
        <translation>次に失効するポイント</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Reading of the name</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Remark of the sender</source>
        <translation>差出人の備考</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Telephone of the shop</source>
        <translation>お店の電話</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>The shop and the day</source>
        <translation>お店と日付</translation>
    </message>
    <message>
        <source>Visits and points</source>
        <translation>ご来店とポイント</translation>
    </message>
    <message>
        <source>Who is in charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>お店の項目</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Another record</source>
        <translation>別の記録にする</translation>
    </message>
    <message>
        <source>Answered surveys</source>
        <translation>お答えになったアンケート</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>しまった方</translation>
    </message>
    <message>
        <source>Calls and notes</source>
        <translation>電話・メモ</translation>
    </message>
    <message>
        <source>Cards sent</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>使った記号</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Customers they sent</source>
        <translation>ご紹介くださった方</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>Make one record</source>
        <translation>ひとつにする</translation>
    </message>
    <message>
        <source>Make one record of two</source>
        <translation>記録をひとつにする</translation>
    </message>
    <message>
        <source>Marks like “do not contact” stay when either record has them. Tags and own fields of both are kept.</source>
        <translation>「連絡しない」などの印は、どちらかにあれば残ります。タグと独自の項目は両方とも残します。</translation>
    </message>
    <message>
        <source>Nothing contradicts. What one record does not say is taken from the other.</source>
        <translation>違っているところはありません。片方にしかない内容は、そのまま引き継ぎます。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>ご提案</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>入れ替える</translation>
    </message>
    <message>
        <source>The other record holds nothing yet.</source>
        <translation>まとめる記録には、まだ何もありません。</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>同じお名前</translation>
    </message>
    <message>
        <source>The same phone number</source>
        <translation>同じ電話番号</translation>
    </message>
    <message>
        <source>The two records are one now</source>
        <translation>ふたつの記録をひとつにしました</translation>
    </message>
    <message>
        <source>These may be the same customer</source>
        <translation>同じ方かもしれません</translation>
    </message>
    <message>
        <source>This is the same record. Please choose another one.</source>
        <translation>同じ記録です。別の記録を選んでください。</translation>
    </message>
    <message>
        <source>This one is added to it</source>
        <translation>まとめる記録</translation>
    </message>
    <message>
        <source>This record stays</source>
        <translation>残す記録</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>ご意見・ご相談</translation>
    </message>
    <message>
        <source>What moves over</source>
        <translation>移るもの</translation>
    </message>
    <message>
        <source>When somebody is in the list twice, choose the other record here. Visits, notes, cards and points come together.</source>
        <translation>同じ方が二度登録されているときに、もうひとつの記録を選びます。ご来店・やりとり・はがき・ポイントがひとつにまとまります。</translation>
    </message>
    <message>
        <source>Where the two differ</source>
        <translation>違っているところ</translation>
    </message>
    <message>
        <source>You can take it back afterwards.</source>
        <translation>あとで元に戻せます</translation>
    </message>
</context>
<context>
    <name>MergeSideBox</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation><numerusform>%nポイント</numerusform></translation>
    </message>
    <message>
        <source>No. {code}</source>
        <translation>番号 {code}</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>しまった方</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最後のご来店 {day}</translation>
    </message>
    <message>
        <source>{visits} · {amount}</source>
        <translation>{visits}・{amount}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong in the program. What was saved before is safe. You can go on working.</source>
        <translation>プログラムの中で問題が起きました。これまでに保存した内容は無事です。このまま続けて使えます。</translation>
    </message>
</context>
<context>
    <name>MinimumPart</name>
    <message>
        <source>0: every purchase counts</source>
        <translation>0 なら、すべてのお買上げに</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Brought in: {each} x {people} people; allowing for chance {low} to {high}.</source>
        <translation>増えた粗利: {each} × {people}名。偶然の幅を考えると{low}〜{high}です。</translation>
    </message>
    <message>
        <source>Correct the costs</source>
        <translation>費用を直す</translation>
    </message>
    <message>
        <source>Gross profit brought in</source>
        <translation>増えた粗利の見込み</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>残る利益</translation>
    </message>
    <message>
        <source>Money in and out</source>
        <translation>お金の内訳</translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message>
        <source>As the list says</source>
        <translation>名簿に書かれた費用</translation>
    </message>
    <message>
        <source>Bought once, training and other</source>
        <translation>準備・研修など</translation>
    </message>
    <message>
        <source>Cost in all</source>
        <translation>費用の合計</translation>
    </message>
    <message>
        <source>Of it taken from the profit already</source>
        <translation>うち粗利から差引き済み</translation>
    </message>
    <message>
        <source>Paper and ink</source>
        <translation>用紙とインク</translation>
    </message>
    <message>
        <source>Points and gifts are charged in full, because they have not lowered the profit.</source>
        <translation>ポイントやプレゼントは粗利から引かれていないので、全額を費用に入れています。</translation>
    </message>
    <message>
        <source>Points and offers</source>
        <translation>ポイントと特典</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>郵便代</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>毎月の費用</translation>
    </message>
    <message>
        <source>The other {amount} is charged on top.</source>
        <translation>残りの{amount}は費用に入れています。</translation>
    </message>
    <message>
        <source>Work of the staff</source>
        <translation>作業の手間</translation>
    </message>
    <message>
        <source>{amount} of points and offers has lowered the profit already and is not taken off a second time.</source>
        <translation>ポイントと特典のうち{amount}は、粗利からすでに引かれているので、二重には引いていません。</translation>
    </message>
</context>
<context>
    <name>MonthReport</name>
    <message>
        <source>* of fewer than 30: for reference</source>
        <translation>* 30未満のため参考</translation>
    </message>
    <message>
        <source>A year before it was {percent_before}%, about the same.</source>
        <translation>1年前は{percent_before}%で、ほぼ同じです。</translation>
    </message>
    <message>
        <source>A year before it was {percent_before}%: it has fallen by {points} points.</source>
        <translation>1年前は{percent_before}%でした。{points}ポイント下がっています。</translation>
    </message>
    <message>
        <source>A year before it was {percent_before}%: it has risen by {points} points.</source>
        <translation>1年前は{percent_before}%でした。{points}ポイント上がっています。</translation>
    </message>
    <message>
        <source>Answer the {count} who were not content</source>
        <translation>ご不満のあった{count}名にお返事</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>{day}現在</translation>
    </message>
    <message>
        <source>Ask {count} regulars to bring a friend</source>
        <translation>常連{count}名にご紹介のお願い</translation>
    </message>
    <message>
        <source>Birthday cards for {count}</source>
        <translation>{count}名に誕生日のはがき</translation>
    </message>
    <message>
        <source>Call on the {count} who are past their usual gap</source>
        <translation>いつもの間隔を過ぎた{count}名に声をかける</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>また来た方</translation>
    </message>
    <message>
        <source>Came again, by first month (%)</source>
        <translation>初めて来た月ごとの、また来た割合(%)</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>お帰りの方</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Comes when there are visits of {months} months and more.</source>
        <translation>{months}か月以上の来店がたまると出ます。</translation>
    </message>
    <message>
        <source>Comes with the second month of visits.</source>
        <translation>2か月目の来店から出ます。</translation>
    </message>
    <message>
        <source>Comparison with the year before: from the report of {month} on.</source>
        <translation>前の年との比較は{month}のまとめから出ます。</translation>
    </message>
    <message>
        <source>Customers with points</source>
        <translation>ポイントをお持ちの方</translation>
    </message>
    <message>
        <source>Customers won and lost</source>
        <translation>増えた方・減った方</translation>
    </message>
    <message>
        <source>Customers won and lost by month</source>
        <translation>増えた方・減った方(名)</translation>
    </message>
    <message>
        <source>Customers won and lost: from the report of {month} on.</source>
        <translation>増えた方・減った方は{month}のまとめから出ます。</translation>
    </message>
    <message>
        <source>Everything is as of the end of the month. Sales without a customer are in the sales and in no figure about customers.</source>
        <translation>すべて月末時点の数字です。お客様のない売上は、売上には入り、お客様の数字には入りません。</translation>
    </message>
    <message>
        <source>Fewer new customers ({new}) than lost ones ({lost}).</source>
        <translation>新しい方({new}名)が離れた方({lost}名)より少ない月でした。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Figures and campaigns of {month}</source>
        <translation>{month}の数字とキャンペーン</translation>
    </message>
    <message>
        <source>From the owner</source>
        <translation>店長から</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>目標との差</translation>
    </message>
    <message>
        <source>Groups: share of customers and of sales</source>
        <translation>お客様の内わけ(人数と売上)</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>様子見の方</translation>
    </message>
    <message>
        <source>How the figures are worked out</source>
        <translation>数の出し方</translation>
    </message>
    <message>
        <source>Invite {count} a second time</source>
        <translation>初めての{count}名に2回目のご案内</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>続いた方</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後の来店</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>離れた方</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>前の月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Names of {month}</source>
        <translation>{month}の名簿</translation>
    </message>
    <message>
        <source>Net sales were {amount}, as much as in {before}.</source>
        <translation>売上は{amount}で、{before}と同じです。</translation>
    </message>
    <message>
        <source>Net sales were {amount}, {difference} less than in {before}.</source>
        <translation>売上は{amount}です。{before}より{difference}少なくなりました。</translation>
    </message>
    <message>
        <source>Net sales were {amount}, {difference} more than in {before}.</source>
        <translation>売上は{amount}です。{before}より{difference}多くなりました。</translation>
    </message>
    <message>
        <source>Net sales were {amount}.</source>
        <translation>売上は{amount}です。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新しい方</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新しい方</translation>
    </message>
    <message>
        <source>New: first visit in the month. Came back: visited, and had not for {window} days before the month. Lost: no visit for {window} days at the end of the month, and had at its start.</source>
        <translation>新しい方: この月が初めての方。お帰りの方: 月の前{window}日に来ておらず、この月に来た方。離れた方: 月の始まりには{window}日以内に来ていて、終わりには来ていない方。</translation>
    </message>
    <message>
        <source>Next month {points} points of {people} customers lapse.</source>
        <translation>翌月に{people}名の{points}ポイントが失効します。</translation>
    </message>
    <message>
        <source>No campaign ran in this month.</source>
        <translation>この月に行ったキャンペーンはありません。</translation>
    </message>
    <message>
        <source>Nobody has come yet.</source>
        <translation>まだ来店がありません。</translation>
    </message>
    <message>
        <source>Nobody has spoken to them since.</source>
        <translation>その後まだ誰も話していません。</translation>
    </message>
    <message>
        <source>Of {people} who first came in {month}, {percent}% came again the month after.</source>
        <translation>{month}に初めて来た{people}名のうち、翌月も来た方は{percent}%です。</translation>
    </message>
    <message>
        <source>Owed at the end of the month: {points} points, worth {amount}.</source>
        <translation>月末のお預かりは{points}ポイント、{amount}相当です。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points owed: {points} points, worth {amount}.</source>
        <translation>お預かりしているポイントは{points}ポイント、{amount}相当です。</translation>
    </message>
    <message>
        <source>Profit each (95 % range)</source>
        <translation>お一人の粗利(95%の幅)</translation>
    </message>
    <message>
        <source>Report of {month}</source>
        <translation>{month}のまとめ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率(帯は偶然の幅)</translation>
    </message>
    <message>
        <source>Return rate: from the report of {month} on.</source>
        <translation>再来店率は{month}のまとめから出ます。</translation>
    </message>
    <message>
        <source>Return rate: of the customers who had visited within {window} days before the start of a period of {months} months, the share who have visited within {window} days before its end. New customers do not count.</source>
        <translation>再来店率: {months}か月の期間の始まりまでの{window}日に来た方のうち、終わりまでの{window}日にも来た方の割合です。新しい方は数えません。</translation>
    </message>
    <message>
        <source>Sales without a customer: {percent}. How the figures are worked out stands on page 2.</source>
        <translation>お客様のない売上は{percent}。数の出し方は2ページ目に書いてあります。</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送った方</translation>
    </message>
    <message>
        <source>Stopped coming</source>
        <translation>離れた方</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Thank the {count} regulars</source>
        <translation>常連{count}名にお礼</translation>
    </message>
    <message>
        <source>The range in brackets holds the true rate in 95 of 100 cases (Wilson). A change is only called one where chance is ruled out (Newcombe; several together after Benjamini and Hochberg).</source>
        <translation>かっこの幅には、本当の割合が100回中95回入ります(Wilson)。偶然では説明できないときだけ、変わったと書きます(Newcombe、まとめて比べるときはBenjamini-Hochberg)。</translation>
    </message>
    <message>
        <source>The result of a campaign compares those it was sent to with those who were held back at random, with its 95 % range, and is only told when its time is over.</source>
        <translation>キャンペーンの結果は、送った方と、くじで様子を見た方を比べたもので、95%の幅を付け、期間が終わってから書きます。</translation>
    </message>
    <message>
        <source>The return rate is {percent}% ({span}), about as in {before} ({percent_before}%).</source>
        <translation>再来店率は{percent}%({span})で、{before}の{percent_before}%とほぼ同じです。</translation>
    </message>
    <message>
        <source>The return rate is {percent}% ({span}), {points} points higher than in {before}.</source>
        <translation>再来店率は{percent}%({span})で、{before}より{points}ポイント上がりました。</translation>
    </message>
    <message>
        <source>The return rate is {percent}% ({span}), {points} points lower than in {before}.</source>
        <translation>再来店率は{percent}%({span})で、{before}より{points}ポイント下がりました。</translation>
    </message>
    <message>
        <source>The return rate is {percent}% ({span}).</source>
        <translation>再来店率は{percent}%({span})です。</translation>
    </message>
    <message>
        <source>The return rate is {percent}%, of {people} customers only: for reference.</source>
        <translation>再来店率は{percent}%です。{people}名だけのため、参考の数字です。</translation>
    </message>
    <message>
        <source>Their birthday is in the month after.</source>
        <translation>翌月がお誕生日です。</translation>
    </message>
    <message>
        <source>There is no return rate yet. It begins in {month}.</source>
        <translation>再来店率はまだありません。{month}から出ます。</translation>
    </message>
    <message>
        <source>There is no return rate: nobody was a customer when the time looked at began.</source>
        <translation>再来店率はありません。見る期間の始まりに、来ていた方がいなかったためです。</translation>
    </message>
    <message>
        <source>They bought for {amount} in the last 365 days.</source>
        <translation>この365日に{amount}のお買上げがありました。</translation>
    </message>
    <message>
        <source>They bring {percent} of the sales.</source>
        <translation>売上の{percent}を占めています。</translation>
    </message>
    <message>
        <source>They came before, and not in the last {days} days.</source>
        <translation>以前は来ていて、この{days}日は来ていません。</translation>
    </message>
    <message>
        <source>They came once, more than 30 days ago.</source>
        <translation>30日より前に1回だけ来ています。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>この月</translation>
    </message>
    <message>
        <source>This month is not over: its figures are drawn hollow, and what they mean is said at its end.</source>
        <translation>この月はまだ途中です。数字は白抜きで描き、何が言えるかは月の終わりにまとめます。</translation>
    </message>
    <message>
        <source>To do next month</source>
        <translation>来月にすること</translation>
    </message>
    <message>
        <source>Used in the month: {used} points for {money}, rewards for {rewards}. Newly given: {given} points.</source>
        <translation>この月に使われたのは{used}ポイント({money}分)、特典は{rewards}分です。新しく付いたのは{given}ポイントです。</translation>
    </message>
    <message>
        <source>Used in the month: {used} points for {money}. Newly given: {given} points.</source>
        <translation>この月に使われたのは{used}ポイント({money}分)です。新しく付いたのは{given}ポイントです。</translation>
    </message>
    <message>
        <source>Visitors of the month</source>
        <translation>この月に来た方</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来店回数</translation>
    </message>
    <message>
        <source>Voices of customers</source>
        <translation>お客様の声</translation>
    </message>
    <message>
        <source>Whether “{name}” works is not yet clear: {effect} each ({low} to {high}).</source>
        <translation>「{name}」の効果はまだはっきりしません。お一人あたり{effect}({low}～{high})。</translation>
    </message>
    <message>
        <source>Which figures come when</source>
        <translation>数字が出る時期</translation>
    </message>
    <message>
        <source>Write to the {count} who stopped coming</source>
        <translation>離れた{count}名にお便り</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>前の年</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}名</translation>
    </message>
    <message>
        <source>and {count} more campaigns</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>axis from {start}; band: chance</source>
        <translation>目もりは{start}から</translation>
    </message>
    <message>
        <source>known on {end}</source>
        <translation>{end}に判明</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>昨年</translation>
    </message>
    <message>
        <source>may have done harm</source>
        <translation>逆効果かも</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>比べる相手なし</translation>
    </message>
    <message>
        <source>not yet clear</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>reference only</source>
        <translation>参考のみ</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>works</source>
        <translation>効果あり</translation>
    </message>
    <message>
        <source>{each} ({low} to {high})</source>
        <translation>{each}({low}～{high})</translation>
    </message>
    <message>
        <source>{lost} stopped coming and only {new} are new: new customers do not make up for those lost.</source>
        <translation>離れた方{lost}名に対して新しい方は{new}名です。新しい方では補えていません。</translation>
    </message>
    <message>
        <source>{new} new customers, {back} came back, {lost} stopped coming ({before}: {lost_before}).</source>
        <translation>新しい方{new}名、お帰りの方{back}名、離れた方{lost}名です({before}は{lost_before}名)。</translation>
    </message>
    <message>
        <source>{new} new customers, {back} came back, {lost} stopped coming.</source>
        <translation>新しい方{new}名、お帰りの方{back}名、離れた方{lost}名です。</translation>
    </message>
    <message>
        <source>{question}: {mean} on average of {answers} answers.</source>
        <translation>{question}: {answers}件の平均は{mean}です。</translation>
    </message>
    <message>
        <source>{title}. {reason}</source>
        <translation>{title}。{reason}</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title} {count}名</translation>
    </message>
    <message>
        <source>“{name}” is over. Nobody was held back, so there is nothing to compare with.</source>
        <translation>「{name}」が終わりました。様子を見た方がいないため、比べられません。</translation>
    </message>
    <message>
        <source>“{name}” is over. There were too few people for a verdict.</source>
        <translation>「{name}」が終わりました。人数が少なく、判定はできません。</translation>
    </message>
    <message>
        <source>“{name}” may have done harm: {effect} each ({low} to {high}).</source>
        <translation>「{name}」は逆効果だったかもしれません。お一人あたり{effect}({low}～{high})。</translation>
    </message>
    <message>
        <source>“{name}” went to {people} customers. Its result is known on {day}.</source>
        <translation>「{name}」を{people}名に送りました。結果は{day}にまとまります。</translation>
    </message>
    <message>
        <source>“{name}” works: {effect} more profit each ({low} to {high}).</source>
        <translation>「{name}」は効果がありました。お一人あたり粗利{effect}({low}～{high})。</translation>
    </message>
    <message>
        <source>“{name}”: {answers} answers, NPS {nps} ± {margin}.</source>
        <translation>「{name}」は回答{answers}件、NPS {nps} ± {margin}です。</translation>
    </message>
    <message>
        <source>“{name}”: {answers} answers.</source>
        <translation>「{name}」は回答{answers}件です。</translation>
    </message>
    <message>
        <source>“{name}”: {people} answers, NPS {nps} ± {margin}, {step} since {before}.</source>
        <translation>「{name}」は回答{people}件、NPS {nps} ± {margin}、{before}から{step}です。</translation>
    </message>
    <message>
        <source>“{name}”: {people} answers, NPS {nps} ± {margin}.</source>
        <translation>「{name}」は回答{people}件、NPS {nps} ± {margin}です。</translation>
    </message>
    <message>
        <source>“{name}”: {people} answers.</source>
        <translation>「{name}」は回答{people}件です。</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>NamePart</name>
    <message>
        <source>Comes from what you type. Change it if it is wrong.</source>
        <translation>お名前から自動で入ります。違うときは直してください。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>ご担当者</translation>
    </message>
    <message>
        <source>Contact person, family name</source>
        <translation>ご担当者の姓</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>個人</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>個人か会社か</translation>
    </message>
    <message>
        <source>Please enter a name. It is the only thing needed.</source>
        <translation>お名前を入れてください。必要なのはお名前だけです。</translation>
    </message>
    <message>
        <source>Please enter the company&apos;s name.</source>
        <translation>会社名を入れてください。</translation>
    </message>
    <message>
        <source>Please write the reading in kana only.</source>
        <translation>ふりがなは、かなだけで入れてください。</translation>
    </message>
</context>
<context>
    <name>NameReasons</name>
    <message>
        <source>Last in touch: {day}</source>
        <translation>最後のふれあい: {day}</translation>
    </message>
    <message>
        <source>Never in touch so far</source>
        <translation>まだふれあいがありません</translation>
    </message>
    <message>
        <source>Points: {points}</source>
        <translation>{points}ポイント</translation>
    </message>
    <message>
        <source>{points} points lapse, the first of them count up to and including {day}</source>
        <translation>{points}ポイントが失効します。いちばん早いものは{day}まで使えます</translation>
    </message>
</context>
<context>
    <name>NewcomerForm</name>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Please type a name, so that the customer can be found again.</source>
        <translation>次に探せるように、お名前を入れてください。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message numerus="yes">
        <source>A follow-up can be planned for each of them, %n days from today.</source>
        <translation><numerusform>お一人ずつ、%n日後に声かけの予定を入れられます。</numerusform></translation>
    </message>
    <message>
        <source>All of them are planned already, or are not to be contacted.</source>
        <translation>どなたも、すでに予定があるか、ご連絡しない方です。</translation>
    </message>
    <message>
        <source>Came after “{name}”: a second visit</source>
        <translation>「{name}」のあとにご来店。2回目のお声かけ</translation>
    </message>
    <message>
        <source>Campaigns of a kind are put together, so the range of chance becomes narrower.</source>
        <translation>同じ種類の結果は合わせて見るので、偶然の幅がせまくなります。</translation>
    </message>
    <message>
        <source>Change what is sent, or leave it</source>
        <translation>送るものを変えるか、見合わせる</translation>
    </message>
    <message>
        <source>Choose those last seen {band} before</source>
        <translation>次は、最後のご来店から{band}のお客様にしぼる</translation>
    </message>
    <message>
        <source>Do it again for the same aim</source>
        <translation>同じねらいでもう一度行う</translation>
    </message>
    <message numerus="yes">
        <source>Lead the %n who came to a second visit</source>
        <translation><numerusform>ご来店の%n名を2回目につなげる</numerusform></translation>
    </message>
    <message>
        <source>Leave out some people next time</source>
        <translation>次回は様子を見る方を残す</translation>
    </message>
    <message>
        <source>Look at the offer and at whom it is sent to before it is done again.</source>
        <translation>もう一度行う前に、特典と送る相手を見直しましょう。</translation>
    </message>
    <message>
        <source>Of them {sent} came with it and {held} without: more was brought than of the others.</source>
        <translation>この方々は、送ると{sent}、送らないと{held}がご来店。ほかの方より増えました。</translation>
    </message>
    <message>
        <source>Only then can it be told who came because of it.</source>
        <translation>残しておくと、送ったから来た方がどれだけか分かります。</translation>
    </message>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>%n名の予定を入れる</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Planned a follow-up for %n customer(s)</source>
        <translation><numerusform>%n名の予定を入れました</numerusform></translation>
    </message>
    <message>
        <source>See their names</source>
        <translation>お名前を見る</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>次の一手</translation>
    </message>
    <message>
        <source>{number}. {step}</source>
        <translation>{number}. {step}</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>Choose a day…</source>
        <translation>日を選ぶ…</translation>
    </message>
    <message>
        <source>Day of the next appointment</source>
        <translation>次のご予定の日</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>In a month {day}</source>
        <translation>1か月後 {day}</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Is put among the follow-ups with the visit</source>
        <translation>記録と同時に「フォロー予定」に入ります</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>次のご予定</translation>
    </message>
    <message>
        <source>Nobody in charge</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>None</source>
        <translation>入れない</translation>
    </message>
    <message>
        <source>Please choose today or a later day for the next appointment.</source>
        <translation>次のご予定は、今日か今日より後の日にしてください。</translation>
    </message>
    <message>
        <source>Usual interval {day}</source>
        <translation>いつもの間隔 {day}</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>ご用件</translation>
    </message>
    <message>
        <source>{name} in charge</source>
        <translation>担当 {name}</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Leave as it was</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Likes tea · left-handed · daughter starts school in April</source>
        <translation>お茶がお好き・左利き・4月にお子さんが入学</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>To remember</source>
        <translation>覚えておくこと</translation>
    </message>
    <message>
        <source>What you write here is seen by everyone before the next visit.</source>
        <translation>書いておくと、次のご来店の前に思い出せます。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Close what to remember</source>
        <translation>たたむ</translation>
    </message>
    <message>
        <source>Open what to remember</source>
        <translation>覚えておくことを開く</translation>
    </message>
</context>
<context>
    <name>NpsCard</name>
    <message>
        <source>All together: {score} ({range}), {people}.</source>
        <translation>すべて合わせて {score}({range})、{people}です。</translation>
    </message>
    <message>
        <source>Answered in {wave}</source>
        <translation>{wave}に答えた方</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>お答え</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>戻った割合</translation>
    </message>
    <message>
        <source>Enter opens the people of the wave.</source>
        <translation>Enter でその回に答えた方が開きます。</translation>
    </message>
    <message>
        <source>Example: of 200 people 100 would and 40 would not: 50% − 20% = +30.</source>
        <translation>例:200名のうち すすめる 100名、すすめない 40名なら、50% − 20% = +30。</translation>
    </message>
    <message>
        <source>Nobody has answered this question yet.</source>
        <translation>この質問へのお答えはまだありません。</translation>
    </message>
    <message>
        <source>Of ten points, 9 and 10 would recommend the shop, 0 to 6 would not. The score is the one share minus the other.</source>
        <translation>0〜10 のうち 9・10 が「すすめる」、0〜6 が「すすめない」です。すすめる方の割合から、すすめない方の割合を引きます。</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>The bars are the range of chance (95%): 1.96 × 100 × √((p + d − (p − d)²) ÷ n). Each person counts once a wave.</source>
        <translation>縦の線は偶然の幅(95%):1.96 × 100 × √((p + d − (p − d)²) ÷ n)。お一人は1回につき1度だけ、最後のお答えで数えます。</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>すすめたい度</translation>
    </message>
    <message>
        <source>Would recommend (NPS)</source>
        <translation>すすめたい度(NPS)</translation>
    </message>
    <message>
        <source>{wave}: {people} only, for reference: {score} ({range}).</source>
        <translation>{wave}は {people}だけなので参考です。{score}({range})。</translation>
    </message>
    <message>
        <source>{wave}: {score} ({range}).</source>
        <translation>{wave}は {score}({range})です。</translation>
    </message>
    <message>
        <source>{wave}: {score} ({range}). Clearly higher than in {before} ({more}).</source>
        <translation>{wave}は {score}({range})。{before}よりはっきり上がりました({more})。</translation>
    </message>
    <message>
        <source>{wave}: {score} ({range}). Clearly lower than in {before} ({more}).</source>
        <translation>{wave}は {score}({range})。{before}よりはっきり下がりました({more})。</translation>
    </message>
    <message>
        <source>{wave}: {score} ({range}). The difference of {more} to {before} is within the range of chance.</source>
        <translation>{wave}は {score}({range})。{before}との差 {more} は偶然の幅の中です。</translation>
    </message>
    <message>
        <source>{wave}: {score}, {people}</source>
        <translation>{wave} {score}、{people}</translation>
    </message>
</context>
<context>
    <name>NpsCourseCard</name>
    <message>
        <source>A customer survey with the question from 0 to 10 fills this place.</source>
        <translation>0〜10でおすすめ度をお聞きするアンケートの回答が入ると、ここに出ます。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Enter opens who would not recommend you. Fewer than 5 answers are not shown.</source>
        <translation>Enterで、「すすめない」とお答えの方のお名前が出ます。5件に満たない回は示しません。</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>どちらでも</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>No recommendations yet</source>
        <translation>おすすめ度の回答はまだありません</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Recommendation by your customers (NPS)</source>
        <translation>お客様のおすすめ度(NPS)</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Would not</source>
        <translation>すすめない</translation>
    </message>
    <message>
        <source>Would not recommend</source>
        <translation>「すすめない」とお答えの方</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>すすめる</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}(途中)</translation>
    </message>
    <message>
        <source>{month}: NPS {nps}, range of chance {range}</source>
        <translation>{month} NPS {nps}・偶然の幅 {range}</translation>
    </message>
    <message>
        <source>{month}: in between</source>
        <translation>{month} 「どちらでも」とお答えの方</translation>
    </message>
    <message>
        <source>{month}: would not recommend</source>
        <translation>{month} 「すすめない」とお答えの方</translation>
    </message>
    <message>
        <source>{month}: would recommend</source>
        <translation>{month} 「すすめる」とお答えの方</translation>
    </message>
    <message>
        <source>{title}, {count} of {answers} answers</source>
        <translation>{title} 回答{answers}件のうち{count}件</translation>
    </message>
</context>
<context>
    <name>OfferPart</name>
    <message>
        <source>All of {group}</source>
        <translation>{group}すべて</translation>
    </message>
    <message>
        <source>Every piece carries a code. Entered at the next visit it tells whose came back, and the offer counts once.</source>
        <translation>一枚ごとに記号が入ります。次のご来店で入力すると、どなたの分かがわかり、特典は一度だけ使えます。</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>どの商品に</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>どれだけ</translation>
    </message>
    <message>
        <source>Note below the offer</source>
        <translation>特典の下のひとこと</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>The whole purchase</source>
        <translation>お買上げ全体</translation>
    </message>
    <message>
        <source>These words are printed, but nobody counts them. Choose above what is offered to have it counted.</source>
        <translation>このことばは印刷されますが、使われた数は数えません。数えるには、上で特典を選んでください。</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>いつまで</translation>
    </message>
    <message>
        <source>Words on the card</source>
        <translation>はがきに載せることば</translation>
    </message>
    <message>
        <source>Words on the letter</source>
        <translation>手紙に載せることば</translation>
    </message>
    <message>
        <source>Words on the small card</source>
        <translation>カードに載せることば</translation>
    </message>
    <message>
        <source>e.g. 10% off a cut</source>
        <translation>例: カット 10%引き</translation>
    </message>
    <message>
        <source>e.g. please bring this along</source>
        <translation>例: これをお持ちください</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>A gift</source>
        <translation>プレゼント・その他</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>値引き(金額)</translation>
    </message>
    <message>
        <source>No offer</source>
        <translation>特典なし</translation>
    </message>
    <message>
        <source>Per cent off</source>
        <translation>割引(%)</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント進呈</translation>
    </message>
</context>
<context>
    <name>OnceMore</name>
    <message>
        <source>Do not print</source>
        <translation>印刷しない</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>印刷しない</translation>
    </message>
    <message>
        <source>Print for {name} all the same?</source>
        <translation>それでも{name}の分を印刷しますか。</translation>
    </message>
    <message>
        <source>Print once more</source>
        <translation>もう一度印刷する</translation>
    </message>
    <message numerus="yes">
        <source>Print once more for %n customer(s)?</source>
        <translation><numerusform>%n名にもう一度印刷しますか?</numerusform></translation>
    </message>
    <message>
        <source>Print this one</source>
        <translation>この1枚を印刷</translation>
    </message>
    <message>
        <source>The record says: {reason}</source>
        <translation>記録には「{reason}」とあります。印刷するのはこのお一人だけです。</translation>
    </message>
    <message>
        <source>They were sent something today already. The very same pages are printed again without being recorded twice; anything that was changed since goes out as a second piece and is recorded as sent.</source>
        <translation>本日すでにお送りしています。まったく同じものは、二重に記録せずにもう一度印刷します。あとから変えたものは2通目として印刷し、送付済みとして記録します。</translation>
    </message>
</context>
<context>
    <name>OpenSheets</name>
    <message>
        <source>Made and recorded: {pieces}</source>
        <translation>{pieces}を作り、記録しました</translation>
    </message>
    <message>
        <source>Made in {file} and recorded: {pieces}</source>
        <translation>{pieces}を {file} に作り、記録しました</translation>
    </message>
</context>
<context>
    <name>OptionField</name>
    <message>
        <source>Answer {number}</source>
        <translation>選択肢{number}</translation>
    </message>
</context>
<context>
    <name>OptionPanel</name>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>見立て</translation>
    </message>
    <message>
        <source>Leave it as a picture, next</source>
        <translation>画像のまま残して次へ</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無回答</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>ひとつ選んでください</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Take “{answer}”, next</source>
        <translation>「{answer}」で決めて次へ</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>この用紙を除く</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回答にする</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>ひとつ戻る</translation>
    </message>
    <message>
        <source>put or take a tick</source>
        <translation>印を付ける・消す</translation>
    </message>
    <message>
        <source>take it and go on</source>
        <translation>決めて次へ</translation>
    </message>
    <message>
        <source>take the guess</source>
        <translation>見立てのとおり</translation>
    </message>
    <message>
        <source>whole sheet</source>
        <translation>用紙全体</translation>
    </message>
</context>
<context>
    <name>OptionsPart</name>
    <message>
        <source>Add an answer</source>
        <translation>選択肢を足す</translation>
    </message>
    <message>
        <source>Take this answer away</source>
        <translation>この選択肢を取り除く</translation>
    </message>
    <message>
        <source>This answer one place down  Alt+↓</source>
        <translation>この選択肢を後へ  Alt+↓</translation>
    </message>
    <message>
        <source>This answer one place up  Alt+↑</source>
        <translation>この選択肢を前へ  Alt+↑</translation>
    </message>
    <message>
        <source>With “other”</source>
        <translation>「その他」を付ける</translation>
    </message>
</context>
<context>
    <name>OrderSection</name>
    <message>
        <source>Also typed when printing, as</source>
        <translation>印刷の画面でも直せる欄</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>いつも</translation>
    </message>
    <message>
        <source>Begins below</source>
        <translation>どの部品の下から始めるか</translation>
    </message>
    <message>
        <source>Goes on on the next page</source>
        <translation>入らない分は次のページへ</translation>
    </message>
    <message>
        <source>Messages call it by this name.</source>
        <translation>お知らせの中では、この名前で呼びます。</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>部品の名前</translation>
    </message>
    <message>
        <source>Nothing: it has its own place</source>
        <translation>なし(決まった位置に置く)</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>ここだけで直す</translation>
    </message>
    <message>
        <source>Order and conditions</source>
        <translation>つながりと条件</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>{number}ページ目</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>印刷する条件</translation>
    </message>
    <message>
        <source>Space between (mm)</source>
        <translation>間の空き(mm)</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>置くページ</translation>
    </message>
    <message>
        <source>Where there is a code</source>
        <translation>コードがあるとき</translation>
    </message>
    <message>
        <source>Where there is a word for this person</source>
        <translation>ひとことを書いた方だけ</translation>
    </message>
    <message>
        <source>Where there is an offer</source>
        <translation>特典があるとき</translation>
    </message>
    <message>
        <source>Where “{field}” is not empty</source>
        <translation>「{field}」が空でないとき</translation>
    </message>
</context>
<context>
    <name>OwedCard</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Example: a bar of ¥12,800 in December: points of that worth lapse after their last day in December.</source>
        <translation>例: 12月の棒が ¥12,800 なら、その分のポイントが12月中に期限を迎えます。</translation>
    </message>
    <message>
        <source>No points are owed.</source>
        <translation>お預かりしているポイントはありません。</translation>
    </message>
    <message>
        <source>Owed on another day</source>
        <translation>ほかの日の残高</translation>
    </message>
    <message>
        <source>Points lapse in {month}</source>
        <translation>{month}にポイントが失効するお客様</translation>
    </message>
    <message>
        <source>What customers have in points, by the month of the last day on which they count. What is used before does not lapse.</source>
        <translation>お持ちのポイントを、使える最後の日の月ごとに分けたものです。それまでに使われた分は失効しません。</translation>
    </message>
    <message>
        <source>When owed points lapse</source>
        <translation>お預かり分が失効する月</translation>
    </message>
    <message>
        <source>later: {amount}</source>
        <translation>それより先は {amount}</translation>
    </message>
    <message>
        <source>most in {month}: {amount}</source>
        <translation>いちばん多いのは{month}の {amount}</translation>
    </message>
    <message>
        <source>without end: {amount}</source>
        <translation>期限のない分は {amount}</translation>
    </message>
    <message>
        <source>{month}: {amount}</source>
        <translation>{month}は {amount}</translation>
    </message>
    <message>
        <source>{month}: {amount} ({points})</source>
        <translation>{month}: {amount}({points})</translation>
    </message>
</context>
<context>
    <name>OwedPanel</name>
    <message>
        <source>At the end of</source>
        <translation>この日の終わりに</translation>
    </message>
    <message>
        <source>Customers with points on {day}</source>
        <translation>{day}にポイントをお持ちのお客様</translation>
    </message>
    <message>
        <source>Owed on another day</source>
        <translation>ほかの日の残高</translation>
    </message>
    <message>
        <source>Please type a day up to today.</source>
        <translation>今日までの日付を入力してください。</translation>
    </message>
    <message>
        <source>See the customers</source>
        <translation>お客様を見る</translation>
    </message>
    <message>
        <source>The sum of the ledger at the end of the day, at what a point was worth then. Points that had lapsed do not count.</source>
        <translation>その日の終わりの台帳の合計を、当時の1ポイントの値打ちで金額にしています。失効した分は入りません。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{points} of {people}</source>
        <translation>{people}・{points}</translation>
    </message>
</context>
<context>
    <name>OwnSheets</name>
    <message>
        <source>Put back {name}</source>
        <translation>「{name}」を戻す</translation>
    </message>
    <message>
        <source>Removed the label sheet {name}. What was printed on it stays in the log.</source>
        <translation>ラベル用紙「{name}」を削除しました。印刷の記録は残ります。</translation>
    </message>
    <message>
        <source>Take back the change of {name}</source>
        <translation>「{name}」の変更を取り消す</translation>
    </message>
</context>
<context>
    <name>PagesCard</name>
    <message>
        <source>1 Summary</source>
        <translation>1 まとめ</translation>
    </message>
    <message>
        <source>2 Figures</source>
        <translation>2 数字と施策</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>中身</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名簿</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>お客様の声</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>昨年と比べる</translation>
    </message>
    <message>
        <source>{number} More figures</source>
        <translation>{number} 数字の続き</translation>
    </message>
    <message>
        <source>{number} Names</source>
        <translation>{number} 名簿</translation>
    </message>
</context>
<context>
    <name>PalettePopover</name>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Or type its number, as in #0B6B5B.</source>
        <translation>#0B6B5Bのような番号でも入力できます。</translation>
    </message>
</context>
<context>
    <name>PaperColours</name>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Chestnut</source>
        <translation>栗色</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>生成り</translation>
    </message>
    <message>
        <source>Dark brown</source>
        <translation>こげ茶</translation>
    </message>
    <message>
        <source>Evergreen</source>
        <translation>常磐緑</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金茶</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>ねずみ</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨</translation>
    </message>
    <message>
        <source>Leaf green</source>
        <translation>若竹</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>うすねずみ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Pale green</source>
        <translation>白緑</translation>
    </message>
    <message>
        <source>Persimmon</source>
        <translation>柿</translation>
    </message>
    <message>
        <source>Plum red</source>
        <translation>紅梅</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>砂色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>1 to {count}, counted in rows from the upper left</source>
        <translation>左上から横に数えて 1〜{count}</translation>
    </message>
    <message>
        <source>Begin at place</source>
        <translation>何枚目の場所から</translation>
    </message>
    <message>
        <source>Blank card, boxes drawn</source>
        <translation>白いカード(郵便番号枠も印刷)</translation>
    </message>
    <message>
        <source>Blank, boxes drawn</source>
        <translation>無地(枠も印刷する)</translation>
    </message>
    <message>
        <source>Boxes are printed on it</source>
        <translation>枠が印刷してある封筒</translation>
    </message>
    <message>
        <source>Boxes of the postcode</source>
        <translation>郵便番号の枠</translation>
    </message>
    <message>
        <source>Change this sheet</source>
        <translation>この用紙を変える</translation>
    </message>
    <message>
        <source>Down (mm)</source>
        <translation>上下(mm)</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>Every printer is off by a little. Measure on the test sheet; a minus moves left or up.</source>
        <translation>プリンターごとに少しずれます。試し刷りで測ってください。マイナスで左・上に動きます。</translation>
    </message>
    <message>
        <source>How many of each</source>
        <translation>お一人あたりの枚数</translation>
    </message>
    <message>
        <source>Label sheet</source>
        <translation>ラベル用紙</translation>
    </message>
    <message>
        <source>Own sheet</source>
        <translation>自分で用紙を登録</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Paper (of the template)</source>
        <translation>用紙(デザインで決まります)</translation>
    </message>
    <message>
        <source>Plain A4 sheet, with cut marks</source>
        <translation>A4 普通紙(切り取り線つき)</translation>
    </message>
    <message>
        <source>Position for {printer}: {shift}. It is changed with the printer, below the recipients.</source>
        <translation>「{printer}」の位置合わせ: {shift}。宛先の下の「プリンター」の「変更」で直せます。</translation>
    </message>
    <message>
        <source>Postcard 100×148 mm</source>
        <translation>郵便はがき 100×148mm</translation>
    </message>
    <message>
        <source>Print 1 test sheet</source>
        <translation>試し刷り 1枚</translation>
    </message>
    <message>
        <source>Ready-cut A4 sheet, 10 cards</source>
        <translation>A4 名刺用紙 10面</translation>
    </message>
    <message>
        <source>Remove this sheet</source>
        <translation>この用紙を消す</translation>
    </message>
    <message>
        <source>Right (mm)</source>
        <translation>左右(mm)</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>印刷する面</translation>
    </message>
    <message>
        <source>Up to 10.0 mm either way.</source>
        <translation>±10.0mmまでです。</translation>
    </message>
    <message numerus="yes">
        <source>{product}, %n label(s)</source>
        <translation><numerusform>{product}(%n面)</numerusform></translation>
    </message>
    <message>
        <source>{size}; the same as {products}</source>
        <translation>{size}、{products} も同じ</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Address side</source>
        <translation>宛名面</translation>
    </message>
    <message>
        <source>As it was before: these words cannot be printed yet</source>
        <translation>直す前の見本です。今の文面では、まだ印刷できません</translation>
    </message>
    <message>
        <source>Message side</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>{number}ページ目</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>仕上がり見本</translation>
    </message>
    <message>
        <source>These words cannot be printed yet</source>
        <translation>この文面では、まだ印刷できません</translation>
    </message>
</context>
<context>
    <name>PartTables</name>
    <message>
        <source>Against all others</source>
        <translation>ほかの方と比べて</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>はじめ</translation>
    </message>
    <message>
        <source>Cards and letters</source>
        <translation>はがき・手紙</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Groups as they were when the period began; your own groups and what stands on the record as they are now. “May be chance”: with so many lines some differ by chance alone.</source>
        <translation>区分は期間のはじめの時点、お店のグループと登録内容は今の時点です。「偶然かもしれません」: 行が多いと、偶然だけで違って見える行も出ます。</translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation>お一人あたり</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Still coming</source>
        <translation>今も来店</translation>
    </message>
    <message>
        <source>Talks and calls</source>
        <translation>会話・電話</translation>
    </message>
    <message>
        <source>The return rate of every group</source>
        <translation>区分ごとの再来店率を計算しています</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来店</translation>
    </message>
    <message>
        <source>What was posted counts for whoever looks after the customer. Enter opens the names.</source>
        <translation>お送りしたものは、お客様の担当の分に数えます。Enterでお名前が出ます。</translation>
    </message>
    <message>
        <source>few people</source>
        <translation>少人数</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>高い</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>低い</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>偶然かもしれません</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>{figure}, {period}</source>
        <translation>{figure} {period}</translation>
    </message>
</context>
<context>
    <name>PassedAway</name>
    <message>
        <source>Leave it as it is</source>
        <translation>今はやめておく</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Record that this customer has passed away?</source>
        <translation>お亡くなりになったことを記録しますか?</translation>
    </message>
    <message>
        <source>The name and everything so far stay. No card, no call and no reminder is planned any more. It can be changed back later.</source>
        <translation>お名前とこれまでの記録は、そのまま残ります。はがき・お電話・フォローのご案内は、今後出なくなります。あとから取り消すこともできます。</translation>
    </message>
</context>
<context>
    <name>PassingFiles</name>
    <message>
        <source>No program for PDF files was found. The pages are in {file}.</source>
        <translation>PDFを開くソフトが見つかりません。ページは{file}にあります。</translation>
    </message>
    <message>
        <source>pages-{day}-{number}.pdf</source>
        <translation>印刷-{day}-{number}.pdf</translation>
    </message>
</context>
<context>
    <name>PatternCard</name>
    <message>
        <source>A year before</source>
        <translation>1年前</translation>
    </message>
    <message>
        <source>After {first}, {percent}% buy {then}: {lift} times as often as usual.</source>
        <translation>「{first}」のあと{percent}%の方が「{then}」を買われています(ふだんの{lift}倍)。</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>ほかの方と比べて</translation>
    </message>
    <message>
        <source>Against others</source>
        <translation>ほかの方と比べて</translation>
    </message>
    <message>
        <source>Bought after</source>
        <translation>続けて買われるもの</translation>
    </message>
    <message>
        <source>Bought first</source>
        <translation>先のお買上げ</translation>
    </message>
    <message>
        <source>Counted from ten customers on. Of many pairs some stand out by chance: only those that outlast it are said (Benjamini and Hochberg, one in ten may be wrong).</source>
        <translation>10名から数えます。組み合わせが多いと偶然目立つものも出るため、偶然では説明しにくいものだけを文にします(ベンジャミニ・ホッホベルグ法。10件に1件は外れることがあります)。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Example: of 120 who bought shampoo 48 bought a conditioner within 90 days; of the others 10 in a hundred did.</source>
        <translation>例: シャンプーを買われた120名のうち48名が90日以内にコンディショナーを購入。ほかの方では100名に10名でした。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Look for patterns</source>
        <translation>傾向を調べる</translation>
    </message>
    <message>
        <source>Looking for patterns</source>
        <translation>傾向を調べています</translation>
    </message>
    <message>
        <source>No longer coming</source>
        <translation>離れた方</translation>
    </message>
    <message>
        <source>Not bought yet</source>
        <translation>まだお買上げのない方</translation>
    </message>
    <message>
        <source>Nothing that is more than chance so far.</source>
        <translation>偶然とはいえないものは、まだありません。</translation>
    </message>
    <message>
        <source>Of all customers</source>
        <translation>全体での割合</translation>
    </message>
    <message>
        <source>Of them then</source>
        <translation>そのうち次も</translation>
    </message>
    <message>
        <source>Of those who came a year before the last month&apos;s end. With so many lines some differ by chance alone. Enter opens them.</source>
        <translation>先月末の1年前にお付き合いのあった方についてです。行が多いと、偶然だけで違って見える行も出ます。Enterでお名前が出ます。</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>傾向</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>次のお買上げ</translation>
    </message>
    <message>
        <source>Times as often as usual</source>
        <translation>ふだんの何倍</translation>
    </message>
    <message>
        <source>Two products that follow each other more often than chance makes them, and parts of your customers who leave more often.</source>
        <translation>偶然とはいえないほど続けて買われる商品と、離れやすいお客様です。</translation>
    </message>
    <message>
        <source>What do customers buy next, and who stops coming? Worked out from a year of receipts.</source>
        <translation>次に何を買われるか、どなたが離れるかを、1年分のレシートから調べます。</translation>
    </message>
    <message>
        <source>What is bought after what</source>
        <translation>何のあとに何を買われるか</translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation>どなたが離れるか</translation>
    </message>
    <message>
        <source>Within {days} days after, over one year. Enter opens those who have not bought it yet.</source>
        <translation>1年間のお買上げで、{days}日以内に続いたものです。Enterで、まだお買上げのない方のお名前が出ます。</translation>
    </message>
    <message>
        <source>few people</source>
        <translation>少人数</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>高い</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>低い</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>偶然かもしれません</translation>
    </message>
    <message>
        <source>more often</source>
        <translation>多い</translation>
    </message>
    <message>
        <source>{part}: only {percent}% no longer come, fewer than of all others.</source>
        <translation>{part}: 離れた方は{percent}%だけで、ほかの方より少なめです。</translation>
    </message>
    <message>
        <source>{part}: {percent}% no longer come, more than of all others.</source>
        <translation>{part}: {percent}%の方が離れ、ほかの方より多めです。</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>As soon as there is someone, the names are listed here.</source>
        <translation>当てはまる方がいらっしゃると、ここにお名前が並びます。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Campaign for these people</source>
        <translation>この方々でキャンペーン</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>List of names</source>
        <translation>お名前の一覧</translation>
    </message>
    <message>
        <source>Nobody is behind this figure</source>
        <translation>当てはまる方はいません</translation>
    </message>
    <message>
        <source>Print thank-you cards</source>
        <translation>お礼のはがきを印刷</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>グループに入れる</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧を保存する</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Figures of a</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>日付を決める</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>四半期</translation>
    </message>
    <message>
        <source>The first day is after the last day.</source>
        <translation>最初の日が、最後の日より後になっています。</translation>
    </message>
    <message>
        <source>The last day can be today at the latest.</source>
        <translation>最後の日は、今日までの日にしてください。</translation>
    </message>
    <message>
        <source>The one after</source>
        <translation>次の期間</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>前の期間</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>PickingBar</name>
    <message numerus="yes">
        <source>%n customer(s) picked</source>
        <translation><numerusform>%n名を選んでいます</numerusform></translation>
    </message>
    <message>
        <source>Campaign for these people</source>
        <translation>この方々でキャンペーン</translation>
    </message>
    <message>
        <source>Pick all listed</source>
        <translation>一覧の全員を選ぶ</translation>
    </message>
    <message>
        <source>Pick customers with Space or a click on their box; Shift picks all between.</source>
        <translation>四角をクリックするか、スペースキーで選びます。Shiftキーで間の方もまとめて選べます。</translation>
    </message>
    <message numerus="yes">
        <source>Print for these %n…</source>
        <translation><numerusform>この%n名に印刷する…</numerusform></translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>グループに入れる</translation>
    </message>
    <message>
        <source>Stop picking</source>
        <translation>選ぶのをやめる</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Customers to reach out to</source>
        <translation>声をかけたいお客様</translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation><numerusform>はがき%n枚</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n envelope(s)</source>
        <translation><numerusform>封筒%n枚</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation><numerusform>お便り%n通</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n survey sheet(s)</source>
        <translation><numerusform>アンケート用紙%n枚</numerusform></translation>
    </message>
    <message>
        <source>Envelopes</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>For the letters of {day} ({count})</source>
        <translation>{day}のお便り({count}通)の分</translation>
    </message>
    <message>
        <source>For the run of {day} ({count})</source>
        <translation>{day}に印刷した分({count}枚)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>お便り・DM</translation>
    </message>
    <message>
        <source>Letters {count} × {price}</source>
        <translation>お便り {count}通 × {price}</translation>
    </message>
    <message numerus="yes">
        <source>Making %n card(s)</source>
        <translation><numerusform>はがき%n枚を作っています</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n envelope(s)</source>
        <translation><numerusform>封筒%n枚を作っています</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n letter(s)</source>
        <translation><numerusform>お便り%n通を作っています</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n survey sheet(s)</source>
        <translation><numerusform>アンケート用紙%n枚を作っています</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making labels for %n customer(s)</source>
        <translation><numerusform>%n名分のラベルを作っています</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making small cards for %n customer(s)</source>
        <translation><numerusform>%n名分のカードを作っています</numerusform></translation>
    </message>
    <message>
        <source>Postcards</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Postcards {count} × {price}</source>
        <translation>はがき {count}枚 × {price}</translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>はがき%n枚を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n envelope(s)</source>
        <translation><numerusform>封筒%n枚を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation><numerusform>ラベル%n枚を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation><numerusform>お便り%n通を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n sheet(s)</source>
        <translation><numerusform>%n枚を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n small card(s)</source>
        <translation><numerusform>カード%n枚を印刷</numerusform></translation>
    </message>
    <message>
        <source>Small cards</source>
        <translation>カード類</translation>
    </message>
    <message>
        <source>Survey sheets</source>
        <translation>アンケート用紙</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>印刷するもの</translation>
    </message>
    <message numerus="yes">
        <source>labels for %n customer(s)</source>
        <translation><numerusform>ラベル%n名分</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>small cards for %n customer(s)</source>
        <translation><numerusform>カード%n名分</numerusform></translation>
    </message>
</context>
<context>
    <name>PlaceSection</name>
    <message>
        <source>At least {width} x {height} mm, so that it can be read.</source>
        <translation>読み取れるように、{width}×{height} mm以上にします。</translation>
    </message>
    <message>
        <source>From the left (mm)</source>
        <translation>左から(mm)</translation>
    </message>
    <message>
        <source>From the top (mm)</source>
        <translation>上から(mm)</translation>
    </message>
    <message>
        <source>Height (mm)</source>
        <translation>高さ(mm)</translation>
    </message>
    <message>
        <source>It begins where {part} ends, but never above “From the top”.</source>
        <translation>「{part}」のすぐ下から始まります。「上から」の位置より上には行きません。</translation>
    </message>
    <message>
        <source>Place and size</source>
        <translation>位置と大きさ</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>幅(mm)</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>A USB stick or another drive keeps the data safe even if this computer breaks.</source>
        <translation>USBメモリーや別のドライブにすると、パソコンが壊れても安心です。</translation>
    </message>
    <message>
        <source>A checked backup is made whenever you close the program and every 30 minutes while something changes.</source>
        <translation>閉じるときと、変更があれば30分ごとに、中身を確かめた控えを自動で取ります。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>控え(バックアップ)</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>フォルダーを変える</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>控えのフォルダー</translation>
    </message>
    <message>
        <source>Such services can damage a file that is in use. Please keep the data on this computer and only the backups there.</source>
        <translation>使用中のファイルが壊れることがあります。データはこのパソコンに置き、控えだけをクラウドに置いてください。</translation>
    </message>
    <message>
        <source>This folder is copied by a cloud service</source>
        <translation>このフォルダーはクラウドに写されています</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>保存する場所</translation>
    </message>
</context>
<context>
    <name>PlannedCard</name>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>予定はまだありません。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>入れる</translation>
    </message>
    <message>
        <source>What is planned</source>
        <translation>次のご予定</translation>
    </message>
</context>
<context>
    <name>PointEntries</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Brought along</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>たまった</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>お渡し</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>戻り</translation>
    </message>
    <message>
        <source>In parts: {parts}.</source>
        <translation>内訳:{parts}</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>These points count up to and including {day}.</source>
        <translation>{day}まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>These points do not lapse.</source>
        <translation>このポイントに期限はありません。</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使った</translation>
    </message>
    <message>
        <source>a purchase</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>answered the survey “{title}”</source>
        <translation>アンケート「{title}」へのご回答</translation>
    </message>
    <message>
        <source>first visit plus {points}</source>
        <translation>はじめてのご来店で+{points}</translation>
    </message>
    <message>
        <source>month of the birthday</source>
        <translation>お誕生月</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>伝票 {number}</translation>
    </message>
    <message>
        <source>special day</source>
        <translation>特別な日</translation>
    </message>
    <message>
        <source>the last valid day was {day}</source>
        <translation>{day}まで有効でした</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>what had lapsed</source>
        <translation>失効していた分</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>{base} ({points} per {amount})</source>
        <translation>{base}({amount}で{points})</translation>
    </message>
    <message>
        <source>{name} {rate}</source>
        <translation>{name}{rate}</translation>
    </message>
    <message>
        <source>{points} (up to {day})</source>
        <translation>{points}({day}まで)</translation>
    </message>
    <message>
        <source>{points} (without end)</source>
        <translation>{points}(期限なし)</translation>
    </message>
</context>
<context>
    <name>PointRules</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A first visit adds {0}.</source>
        <translation>はじめてのご来店は{0}を足します。</translation>
    </message>
    <message>
        <source>A point is worth {0} and can be used from {1} on.</source>
        <translation>1ポイントは{0}として、{1}から使えます。</translation>
    </message>
    <message>
        <source>Amount for points</source>
        <translation>ポイントのつく金額</translation>
    </message>
    <message>
        <source>Being brought</source>
        <translation>ご紹介で来られた方</translation>
    </message>
    <message>
        <source>Bringing a customer</source>
        <translation>ご紹介</translation>
    </message>
    <message>
        <source>Can be added: {words}.</source>
        <translation>ほかに{words}も決められます。</translation>
    </message>
    <message>
        <source>Every {0} spent earns {1} ({2}, {3} on each purchase).</source>
        <translation>お買上げ{0}ごとに{1}たまります({2}・1回ごとに{3})。</translation>
    </message>
    <message>
        <source>Examples: {examples}</source>
        <translation>例: {examples}</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>はじめてのご来店</translation>
    </message>
    <message>
        <source>From the day they were earned points last {0}; the last day counts.</source>
        <translation>たまった日から{0}まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>From the last visit points last {0}; the last day counts.</source>
        <translation>最後のご来店から{0}まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>How long points last</source>
        <translation>ポイントの期限</translation>
    </message>
    <message>
        <source>Least amount</source>
        <translation>最低額</translation>
    </message>
    <message>
        <source>Month of the birthday</source>
        <translation>お誕生月</translation>
    </message>
    <message>
        <source>Months of birthdays count {0}, a first visit adds {1}.</source>
        <translation>お誕生月は{0}、はじめてのご来店は{1}を足します。</translation>
    </message>
    <message>
        <source>Months of birthdays count {0}.</source>
        <translation>お誕生月は{0}です。</translation>
    </message>
    <message>
        <source>No points for {0}.</source>
        <translation>{0}にはつきません。</translation>
    </message>
    <message>
        <source>Points for it</source>
        <translation>つくポイント</translation>
    </message>
    <message>
        <source>Points last until the next {0} at least a month away; that day counts.</source>
        <translation>たまった日から1か月より先の、次の{0}まで使えます(その日も使えます)。</translation>
    </message>
    <message>
        <source>Points stay {0}.</source>
        <translation>ポイントは{0}使えます。</translation>
    </message>
    <message>
        <source>Points to be used at least</source>
        <translation>使いはじめのポイント</translation>
    </message>
    <message>
        <source>Purchases below {0} earn none.</source>
        <translation>{0}未満のお買上げにはつきません。</translation>
    </message>
    <message>
        <source>Purchases earn no points now.</source>
        <translation>いまはお買上げにポイントはつきません。</translation>
    </message>
    <message>
        <source>Purchases on {0} count {1}.</source>
        <translation>{0}は{1}です。</translation>
    </message>
    <message>
        <source>Rate of special days</source>
        <translation>特別な日の倍率</translation>
    </message>
    <message>
        <source>Special days</source>
        <translation>特別な日</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation>端数</translation>
    </message>
    <message>
        <source>Who brings a customer gets {0}, who is brought gets {1}.</source>
        <translation>ご紹介者に{0}、ご紹介で来られた方に{1}をつけます。</translation>
    </message>
    <message>
        <source>With {points} per {amount}, a purchase of {below} earns 0.</source>
        <translation>{amount}で{points}だと、{below} は 0 です。</translation>
    </message>
    <message>
        <source>Without points</source>
        <translation>つかない商品</translation>
    </message>
    <message>
        <source>Worth of a point</source>
        <translation>1ポイントの値打ち</translation>
    </message>
    <message>
        <source>birthday month {rate}</source>
        <translation>お誕生月は{rate}</translation>
    </message>
    <message>
        <source>day {days} of the month</source>
        <translation>毎月{days}日</translation>
    </message>
    <message>
        <source>first visit +{points}</source>
        <translation>はじめてのご来店は+{points}</translation>
    </message>
    <message>
        <source>rounded down</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>rounded to the nearest</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>rounded up</source>
        <translation>切り上げ</translation>
    </message>
    <message>
        <source>special day {rate}</source>
        <translation>特別な日は{rate}</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>税込</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>期限なく</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>税抜</translation>
    </message>
    <message>
        <source>{amount} → {points}</source>
        <translation>{amount} → {points}</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months}か月後</translation>
    </message>
    <message>
        <source>{months} months, to the end of that month</source>
        <translation>{months}か月後の月末</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names}ほか{more}件</translation>
    </message>
    <message>
        <source>{points} per {amount}</source>
        <translation>{amount}で{points}</translation>
    </message>
    <message>
        <source>{rounding}</source>
        <translation>端数は{rounding}</translation>
    </message>
    <message>
        <source>{tier} {amount} → {points}</source>
        <translation>{tier}の {amount} → {points}</translation>
    </message>
    <message>
        <source>{tier} {rate}</source>
        <translation>{tier}は{rate}</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times}倍</translation>
    </message>
    <message>
        <source>{weekdays} and {days}</source>
        <translation>{weekdays}と{days}</translation>
    </message>
</context>
<context>
    <name>PointTables</name>
    <message>
        <source>Cost</source>
        <translation>負担</translation>
    </message>
    <message>
        <source>Cost month by month</source>
        <translation>月ごとの負担</translation>
    </message>
    <message>
        <source>Customers in the month</source>
        <translation>その月に来られたお客様</translation>
    </message>
    <message>
        <source>Customers whose points lapse in the month</source>
        <translation>その月にポイントが失効するお客様</translation>
    </message>
    <message>
        <source>In money</source>
        <translation>金額にして</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Of sales</source>
        <translation>売上の</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>ポイントでのお支払い</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points given</source>
        <translation>つけたポイント</translation>
    </message>
    <message>
        <source>Points given cost nothing until they are used. Enter opens the names of those who used points.</source>
        <translation>つけたポイントは、使われたときに負担になります。行で Enter を押すと、使ったお客様のお名前が出ます。</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>使われたポイント</translation>
    </message>
    <message>
        <source>Rewards at cost</source>
        <translation>特典の原価</translation>
    </message>
    <message>
        <source>The month of the last day on which points count. Enter opens the names.</source>
        <translation>使える最後の日の月です。行で Enter を押すとお名前が出ます。</translation>
    </message>
    <message>
        <source>Today&apos;s rule</source>
        <translation>いまのきまり</translation>
    </message>
    <message>
        <source>Try before you change</source>
        <translation>変える前に確かめる</translation>
    </message>
    <message>
        <source>What the rule would have cost on the sales of the month. Enter opens the names of those who came.</source>
        <translation>その月の売上で計算した負担です。行で Enter を押すと、来られたお客様のお名前が出ます。</translation>
    </message>
    <message>
        <source>When owed points lapse</source>
        <translation>お預かり分が失効する月</translation>
    </message>
    <message>
        <source>Who used points in the month</source>
        <translation>その月にポイントを使ったお客様</translation>
    </message>
</context>
<context>
    <name>PointTiles</name>
    <message>
        <source>Cost in 12 months</source>
        <translation>この12か月の負担</translation>
    </message>
    <message>
        <source>Customers with points</source>
        <translation>ポイントをお持ちのお客様</translation>
    </message>
    <message>
        <source>Example: 186,420 points at 1 yen each are ¥186,420.</source>
        <translation>例: 1ポイント1円で 186,420ポイントなら ¥186,420 です。</translation>
    </message>
    <message>
        <source>Example: of 10,000 points whose time was up 8,200 had been used: 82%.</source>
        <translation>例: 期限の来た 10,000ポイントのうち 8,200ポイントが使われていたら 82% です。</translation>
    </message>
    <message>
        <source>Example: points used for ¥180,000 and rewards for ¥4,200 make ¥184,200.</source>
        <translation>例: 使われたポイント ¥180,000 と特典 ¥4,200 で ¥184,200 です。</translation>
    </message>
    <message>
        <source>Lapse after {day}</source>
        <translation>{day}に失効</translation>
    </message>
    <message>
        <source>Lapsing next</source>
        <translation>次に失効</translation>
    </message>
    <message>
        <source>Likely to be used</source>
        <translation>使われる見込み</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>月ごとに見る</translation>
    </message>
    <message>
        <source>Points lapse after {day}</source>
        <translation>{day}にポイントが失効するお客様</translation>
    </message>
    <message>
        <source>Points owed</source>
        <translation>お預かりしているポイント</translation>
    </message>
    <message>
        <source>Points owed × used ÷ (used + lapsed), of the last two years. Below 30 such lots 80% is taken.</source>
        <translation>お預かり × 使われた分 ÷(使われた分 + 失効した分)。直近2年で見ます。30件に満たないうちは 80% とします。</translation>
    </message>
    <message>
        <source>Points used × worth of a point + rewards at cost; beside it the share of net sales</source>
        <translation>使われたポイント × 1ポイントの値打ち + 特典の原価。横は売上に対する割合です。</translation>
    </message>
    <message>
        <source>Sum of all open points × worth of a point</source>
        <translation>残っているポイントの合計 × 1ポイントの値打ち</translation>
    </message>
    <message>
        <source>What all customers have in points, in money as today&apos;s rule counts a point.</source>
        <translation>お客様皆さまがお持ちのポイントを、いまのきまりの値打ちで金額にしたものです。</translation>
    </message>
    <message>
        <source>What of it customers will probably use, estimated from how much was used of the points whose time is up.</source>
        <translation>そのうち使われそうな分です。期限の来たポイントがこれまでどれだけ使われたかで見込みます。</translation>
    </message>
    <message>
        <source>What points paid for in the last 12 finished months, and rewards at what they cost the shop.</source>
        <translation>終わった12か月にポイントで支払われた金額と、特典の原価の合計です。</translation>
    </message>
    <message>
        <source>Who loses points next, and how many, if they are not used before. On the day itself they can still be used.</source>
        <translation>使われなければ次に失効するお客様とポイントです。その日までは使えます。</translation>
    </message>
    <message>
        <source>Who used points</source>
        <translation>ポイントを使ったお客様</translation>
    </message>
    <message>
        <source>Whoever left, is archived or wants no contact is counted too: the shop owes them their points until then.</source>
        <translation>離れた方・しまった方・ご連絡を希望されない方も数えています。それまではお預かりしているポイントだからです。</translation>
    </message>
    <message>
        <source>estimated with {percent}, as usual in shops</source>
        <translation>まだ少ないので、ふつうの {percent} で計算</translation>
    </message>
    <message>
        <source>no points have an end</source>
        <translation>期限のあるポイントはありません</translation>
    </message>
    <message>
        <source>{percent} of sales</source>
        <translation>売上の {percent}</translation>
    </message>
    <message>
        <source>{percent} were used so far</source>
        <translation>これまで {percent} が使われました</translation>
    </message>
    <message>
        <source>{points} · {amount} on {day}</source>
        <translation>{points}・{day}は {amount}</translation>
    </message>
</context>
<context>
    <name>PointTrial</name>
    <message>
        <source>From {now} ({now_share} of sales) to {other} ({other_share}).</source>
        <translation>{now}(売上の {now_share})から {other}({other_share})へ。</translation>
    </message>
    <message>
        <source>It would have cost {amount} less in 12 months</source>
        <translation>負担は 12か月で {amount} 減っていました</translation>
    </message>
    <message>
        <source>It would have cost {amount} more in 12 months</source>
        <translation>負担は 12か月で {amount} 増えていました</translation>
    </message>
    <message>
        <source>It would have cost {other} in 12 months</source>
        <translation>負担は 12か月で {other} でした</translation>
    </message>
    <message>
        <source>Reckoned as if {percent} are used, as usual in shops.</source>
        <translation>使われる割合は、ふつうの {percent} として計算。</translation>
    </message>
    <message>
        <source>Reckoned with the {percent} that are used here.</source>
        <translation>使われる割合 {percent} で計算。</translation>
    </message>
    <message>
        <source>The rule costs {other} in 12 months</source>
        <translation>いまのきまりの負担は 12か月で {other} です</translation>
    </message>
    <message>
        <source>{count} of {all} would have earned 0.</source>
        <translation>{all}のうち {count}は 0ポイントでした。</translation>
    </message>
    <message>
        <source>{first} to {last}, {receipts}</source>
        <translation>{first}〜{last}の会計 {receipts}で計算</translation>
    </message>
    <message>
        <source>{other_share} of sales.</source>
        <translation>売上の {other_share}。</translation>
    </message>
</context>
<context>
    <name>PointsBill</name>
    <message>
        <source>After this visit</source>
        <translation>記録したあと</translation>
    </message>
    <message>
        <source>Earned this time</source>
        <translation>今回たまる</translation>
    </message>
    <message>
        <source>For the introduction</source>
        <translation>ご紹介で</translation>
    </message>
    <message>
        <source>From the card</source>
        <translation>はがきの特典</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points now</source>
        <translation>いまのポイント</translation>
    </message>
    <message>
        <source>Points without this visit</source>
        <translation>このご来店がないときのポイント</translation>
    </message>
    <message>
        <source>The {points} that lapse are used up.</source>
        <translation>失効する {points} は使い切ります。</translation>
    </message>
    <message>
        <source>Used this time</source>
        <translation>今回使う</translation>
    </message>
    <message>
        <source>{rule}. {more}</source>
        <translation>{rule}。{more}</translation>
    </message>
</context>
<context>
    <name>PointsChooser</name>
    <message>
        <source>0: none</source>
        <translation>0にすると付けません</translation>
    </message>
    <message>
        <source>Points for an answer</source>
        <translation>お答えのお礼のポイント</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>この数にする</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Change the rules</source>
        <translation>ルールを変える</translation>
    </message>
    <message>
        <source>Look at statements</source>
        <translation>明細を調べる</translation>
    </message>
    <message>
        <source>Points &amp; tiers</source>
        <translation>ポイント・ランク</translation>
    </message>
    <message>
        <source>Purchases earn points from today on</source>
        <translation>今日のお買上げからポイントがつきます</translation>
    </message>
    <message>
        <source>{people} · worked out on {moment}</source>
        <translation>会員 {people}・{moment} の値</translation>
    </message>
</context>
<context>
    <name>PointsPart</name>
    <message>
        <source>All {points}</source>
        <translation>全部 {points}</translation>
    </message>
    <message>
        <source>At most {points}</source>
        <translation>最大 {points}</translation>
    </message>
    <message>
        <source>Do not use any</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>For this amount at most {points} points can be used.</source>
        <translation>この金額に使えるのは {points} ポイントまでです。</translation>
    </message>
    <message>
        <source>Only {points} points can be used.</source>
        <translation>使えるのは {points} ポイントまでです。</translation>
    </message>
    <message>
        <source>Please enter the points as a whole number.</source>
        <translation>ポイントを整数で入れてください。</translation>
    </message>
    <message>
        <source>Points are taken off the amount before tax, so the tax becomes less as well.</source>
        <translation>ポイントは税抜の金額から引きます。その分、消費税も少なくなります。</translation>
    </message>
    <message>
        <source>Points can be used from {least} on; there are {points} so far.</source>
        <translation>ポイントは {least} から使えます。いまは {points} です。</translation>
    </message>
    <message>
        <source>Points can be used from {points} on.</source>
        <translation>ポイントは {points} から使えます。</translation>
    </message>
    <message>
        <source>Points to use</source>
        <translation>使うポイント</translation>
    </message>
    <message>
        <source>The {points} that lapse</source>
        <translation>失効する {points}</translation>
    </message>
    <message>
        <source>Use points</source>
        <translation>ポイントを使う</translation>
    </message>
    <message>
        <source>points = {amount}</source>
        <translation>ポイント = {amount}</translation>
    </message>
    <message>
        <source>points; at most {points} = {amount}</source>
        <translation>ポイント(最大 {points} = {amount})</translation>
    </message>
    <message>
        <source>{points} of the {all} points lapse after {day}</source>
        <translation>お持ちの {all} のうち {points} は{day}に失効します</translation>
    </message>
</context>
<context>
    <name>PointsTab</name>
    <message>
        <source>Change into a reward</source>
        <translation>特典に換える</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Latest entries</source>
        <translation>最近の明細</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>まだポイントはありません</translation>
    </message>
    <message numerus="yes">
        <source>See all %n entries</source>
        <translation><numerusform>%n件の明細をすべて見る</numerusform></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>明細を見る</translation>
    </message>
    <message>
        <source>What the next purchases earn stands here.</source>
        <translation>次のお買上げからここにたまります。</translation>
    </message>
    <message>
        <source>{points} of them count up to and including {day}</source>
        <translation>うち{points}は{day}まで使えます</translation>
    </message>
</context>
<context>
    <name>PowerCurve</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n名</numerusform></translation>
    </message>
    <message>
        <source>Nothing can be seen: nobody is held back.</source>
        <translation>様子を見る方がいないので、差は分かりません。</translation>
    </message>
    <message>
        <source>Pays for itself from {amount}</source>
        <translation>費用を取り戻せる差 {amount}</translation>
    </message>
    <message>
        <source>People held back</source>
        <translation>様子を見る方の人数</translation>
    </message>
    <message numerus="yes">
        <source>With %n held back, from {amount} each on an effect can be seen. Arrow keys change the number.</source>
        <translation><numerusform>様子を見る方が%n名なら、お一人 {amount} 以上の差を見分けられます。矢印キーで人数を変えられます。</numerusform></translation>
    </message>
</context>
<context>
    <name>PrintActs</name>
    <message numerus="yes">
        <source>%n card(s) made and noted as sent</source>
        <translation><numerusform>はがき%n枚を作り、送った記録をつけました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) made in {file} and noted as sent</source>
        <translation><numerusform>はがき%n枚を {file} に作り、送った記録をつけました</numerusform></translation>
    </message>
    <message>
        <source>Already recorded today: {pieces}. They are the same pages once more.</source>
        <translation>{pieces}は今日すでに記録してあります。同じページをもう一度用意しました。</translation>
    </message>
    <message>
        <source>Made and recorded: {pieces}</source>
        <translation>{pieces}を作り、記録しました</translation>
    </message>
    <message>
        <source>Made in {file} and recorded: {pieces}</source>
        <translation>{pieces}を {file} に作り、記録しました</translation>
    </message>
    <message>
        <source>No piece lies wholly on the pages chosen. Nothing was printed.</source>
        <translation>選ばれたページに全部が収まるものがありません。何も印刷していません。</translation>
    </message>
    <message numerus="yes">
        <source>These %n card(s) were noted as sent today already. They are the same pages once more.</source>
        <translation><numerusform>この%n枚は、今日すでに送付済みになっています。同じページをもう一度出します。</numerusform></translation>
    </message>
</context>
<context>
    <name>PrintCostsCard</name>
    <message>
        <source>A price you change counts from this day on; what was printed before keeps its cost.</source>
        <translation>料金を変更すると、この日からの料金になります。それまでの印刷の費用は変わりません。</translation>
    </message>
    <message>
        <source>At 0 the time is not counted.</source>
        <translation>0なら手間は数えません。</translation>
    </message>
    <message>
        <source>Cost of printing</source>
        <translation>印刷の費用</translation>
    </message>
    <message>
        <source>Costs are worked out for shops that use yen.</source>
        <translation>費用の計算は、通貨が円のお店だけです。</translation>
    </message>
    <message>
        <source>Ink, address side</source>
        <translation>インク(宛名面)</translation>
    </message>
    <message>
        <source>Ink, message side</source>
        <translation>インク(通信面)</translation>
    </message>
    <message>
        <source>One postcard, both sides: {total} (postage {postage}, paper and ink {supplies}, time {labour})</source>
        <translation>はがき両面1枚:{total}(切手{postage}、用紙とインク{supplies}、手間{labour})</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Please type a day.</source>
        <translation>日付を入力してください。</translation>
    </message>
    <message>
        <source>Please type a number from 0 on.</source>
        <translation>0以上の数を入力してください。</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>料金の日</translation>
    </message>
    <message>
        <source>The change is saved</source>
        <translation>変更を保存しました</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>手間</translation>
    </message>
    <message>
        <source>Wage</source>
        <translation>時給</translation>
    </message>
    <message>
        <source>minutes a piece</source>
        <translation>分(1通あたり)</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}から</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>yen a piece</source>
        <translation>円(1通あたり)</translation>
    </message>
    <message>
        <source>yen an hour</source>
        <translation>円(1時間あたり)</translation>
    </message>
    <message>
        <source>{yen} from {day} on</source>
        <translation>{day}からは{yen}</translation>
    </message>
</context>
<context>
    <name>PrintGroups</name>
    <message>
        <source>Birthday this month</source>
        <translation>今月お誕生日の方</translation>
    </message>
    <message>
        <source>Came for the first time lately</source>
        <translation>最近はじめて来た方</translation>
    </message>
    <message>
        <source>Customers to reach out to</source>
        <translation>声をかけたいお客様</translation>
    </message>
    <message>
        <source>Past their own usual gap, or not yet here a second time</source>
        <translation>いつもの間隔を過ぎた方と、2回目がまだの方</translation>
    </message>
    <message>
        <source>To congratulate them in the month of their birthday</source>
        <translation>お誕生月のお祝いに</translation>
    </message>
    <message>
        <source>To thank them within 60 days of the first visit</source>
        <translation>はじめてのご来店から60日以内のお礼に</translation>
    </message>
</context>
<context>
    <name>PrintKinds</name>
    <message>
        <source>As asked for</source>
        <translation>選んだ順</translation>
    </message>
    <message>
        <source>By postcode</source>
        <translation>郵便番号順</translation>
    </message>
    <message>
        <source>By reading</source>
        <translation>ふりがな順</translation>
    </message>
</context>
<context>
    <name>PrintLog</name>
    <message>
        <source>Cards to hand on</source>
        <translation>紹介カード</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳しく見る</translation>
    </message>
    <message>
        <source>Envelopes</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>Envelopes or labels for this run</source>
        <translation>この印刷の封筒・ラベル</translation>
    </message>
    <message>
        <source>Go on from number {position}</source>
        <translation>{position}枚目から続ける</translation>
    </message>
    <message>
        <source>It stopped at…</source>
        <translation>途中で止まった…</translation>
    </message>
    <message>
        <source>It stopped here</source>
        <translation>ここで止まった</translation>
    </message>
    <message>
        <source>Its pages are no longer kept</source>
        <translation>紙面は残っていません</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Leave the rest…</source>
        <translation>残りを取りやめる…</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>手紙</translation>
    </message>
    <message>
        <source>Look through all runs</source>
        <translation>すべての印刷から探す</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>カルテを開く</translation>
    </message>
    <message>
        <source>People of this run</source>
        <translation>この印刷の方の一覧</translation>
    </message>
    <message>
        <source>Postcards</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Save the PDF again…</source>
        <translation>PDFをもう一度保存する…</translation>
    </message>
    <message>
        <source>Survey sheets</source>
        <translation>アンケート用紙</translation>
    </message>
    <message>
        <source>Was taken out by hand.</source>
        <translation>手で外しました。</translation>
    </message>
    <message>
        <source>goes with run {run}</source>
        <translation>印刷{run}と組</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>まだ印刷していません</translation>
    </message>
    <message>
        <source>returned {day}</source>
        <translation>{day} 戻り</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>{day} 送付</translation>
    </message>
    <message>
        <source>sent {day}, code used</source>
        <translation>{day} 送付・コード利用あり</translation>
    </message>
    <message>
        <source>{done} of {pieces} printed</source>
        <translation>{pieces}枚中{done}枚まで</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}:{reason}</translation>
    </message>
</context>
<context>
    <name>PrintProblems</name>
    <message>
        <source>Asked not to be contacted.</source>
        <translation>ご連絡を希望されていません。</translation>
    </message>
    <message>
        <source>Does not wish to receive post.</source>
        <translation>郵便物を希望されていません。</translation>
    </message>
    <message>
        <source>Has left or was archived.</source>
        <translation>離れた方、または名簿から外した方です。</translation>
    </message>
    <message>
        <source>Has no points that lapse, which this piece speaks of.</source>
        <translation>期限の近いポイントがありません(ポイントのお知らせです)</translation>
    </message>
    <message>
        <source>Has passed away.</source>
        <translation>お亡くなりになっています。</translation>
    </message>
    <message>
        <source>Is in a run of today with the very same piece.</source>
        <translation>きょうの印刷に、同じものがすでに入っています。</translation>
    </message>
    <message>
        <source>Is in mourning.</source>
        <translation>喪中です。</translation>
    </message>
    <message>
        <source>No address is recorded.</source>
        <translation>住所が入っていません。</translation>
    </message>
    <message>
        <source>No name is recorded.</source>
        <translation>お名前が入っていません。</translation>
    </message>
    <message>
        <source>No postcode is recorded.</source>
        <translation>郵便番号が入っていません。</translation>
    </message>
    <message>
        <source>No room is left for the code: this label is printed without it.</source>
        <translation>管理コードの入る余白がありません。このラベルにはコードなしで印刷します。</translation>
    </message>
    <message>
        <source>Post came back from this address.</source>
        <translation>郵便が戻ってきた住所です。</translation>
    </message>
    <message>
        <source>Shares the piece that goes to the household.</source>
        <translation>同じ世帯への一通に、ご一緒にお送りします。</translation>
    </message>
    <message>
        <source>Some characters cannot be printed.</source>
        <translation>印刷できない文字があります。</translation>
    </message>
    <message>
        <source>Somebody of the household is in mourning.</source>
        <translation>同じ世帯に喪中の方がいらっしゃいます。</translation>
    </message>
    <message>
        <source>The house number is missing.</source>
        <translation>番地が入っていません。</translation>
    </message>
    <message>
        <source>The postcode does not belong to the address.</source>
        <translation>郵便番号が住所と合っていません。</translation>
    </message>
    <message>
        <source>The postcode does not have seven digits.</source>
        <translation>郵便番号が7桁ではありません。</translation>
    </message>
    <message>
        <source>The run was stopped before this piece was printed.</source>
        <translation>印刷が途中で止まり、この方の分は取りやめました。</translation>
    </message>
    <message>
        <source>The text does not fit on the piece.</source>
        <translation>文字が印刷面に収まりません。</translation>
    </message>
    <message>
        <source>There is no address to post this to.</source>
        <translation>送り先の住所がありません。</translation>
    </message>
    <message>
        <source>There is no such postcode.</source>
        <translation>この郵便番号は使われていません。</translation>
    </message>
    <message>
        <source>Was sent post a short time ago.</source>
        <translation>最近郵便をお送りしたばかりです。</translation>
    </message>
    <message>
        <source>Was sent post today already.</source>
        <translation>本日お送り済みです。</translation>
    </message>
</context>
<context>
    <name>PrintRates</name>
    <message>
        <source>Large, to 100 g</source>
        <translation>定形外 100gまで</translation>
    </message>
    <message>
        <source>Large, to 50 g</source>
        <translation>定形外 50gまで</translation>
    </message>
    <message>
        <source>Letter, to 25 g</source>
        <translation>定形 25gまで</translation>
    </message>
    <message>
        <source>Letter, to 50 g</source>
        <translation>定形 50gまで</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>はがき</translation>
    </message>
</context>
<context>
    <name>PrinterLine</name>
    <message>
        <source> · </source>
        <comment>between short words</comment>
        <translation>・</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Change the printer</source>
        <translation>プリンターを変更</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDFを開く</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
</context>
<context>
    <name>PrinterPanel</name>
    <message>
        <source>How this printer lays: {paper}</source>
        <translation>位置合わせ: {paper}</translation>
    </message>
    <message>
        <source>Kept how {printer} lays: {paper}</source>
        <translation>「{printer}」の{paper}の位置合わせを保存しました</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに戻る</translation>
    </message>
    <message>
        <source>No printer was found on this computer. The PDF can be opened and printed from there.</source>
        <translation>このパソコンにプリンターが見つかりません。PDFを開いて、そこから印刷できます。</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDFを開く</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Print test sheet</source>
        <translation>試し刷り 1枚</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>The pages open as a PDF. They are moved as is set beside the paper, and the viewer prints them.</source>
        <translation>PDFを開いて、その画面から印刷します。位置は「用紙」での設定のとおりです。</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>給紙</translation>
    </message>
    <message>
        <source>{name} (not found now)</source>
        <translation>{name}(今は見つかりません)</translation>
    </message>
    <message>
        <source>{name} (usual one)</source>
        <translation>{name}(いつもの)</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>Address side</source>
        <translation>宛名面</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>両面</translation>
    </message>
    <message>
        <source>Message side</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>Own labels ({measures})</source>
        <translation>自分のラベル({measures})</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Sheet of small cards</source>
        <translation>名刺サイズ10面</translation>
    </message>
    <message>
        <source>The printer decides</source>
        <translation>プリンターに任せる</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>調整なし</translation>
    </message>
    <message>
        <source>right {dx} mm, down {dy} mm</source>
        <translation>右へ{dx} mm・下へ{dy} mm</translation>
    </message>
</context>
<context>
    <name>PrintersCard</name>
    <message>
        <source>Add a printer</source>
        <translation>プリンターを足す</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Every printer is off by a little, differently on each paper. What you measure on a test sheet is kept here.</source>
        <translation>プリンターの位置は、用紙ごとに少しずつずれます。試し刷りで測った値を、ここに残しておけます。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Forgot how {printer} lays: {paper}</source>
        <translation>「{printer}」の{paper}の位置合わせを消しました</translation>
    </message>
    <message>
        <source>How a printer was measured is used wherever it is chosen, also by the command line.</source>
        <translation>ここでの位置合わせは、そのプリンターを選んだ印刷のすべて(コマンドラインも)に使われます。</translation>
    </message>
    <message>
        <source>Position on the paper</source>
        <translation>位置合わせ</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Printers and papers</source>
        <translation>プリンターと用紙</translation>
    </message>
    <message>
        <source>Test sheet</source>
        <translation>試し刷り</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Design and paper</source>
        <translation>デザインと用紙</translation>
    </message>
    <message>
        <source>Make a PDF</source>
        <translation>PDFにする</translation>
    </message>
    <message>
        <source>Make a PDF and record it as sent</source>
        <translation>PDFを作り、送付済みとして記録する</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Recipients or design</source>
        <translation>宛先とデザイン</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>The pages go into a file and are recorded as sent, as when they are printed.</source>
        <translation>ページをファイルに作り、印刷したときと同じように送付済みとして記録します。</translation>
    </message>
    <message>
        <source>There is nobody in “{group}” today.</source>
        <translation>「{group}」に当てはまる方は、今日はいません。</translation>
    </message>
    <message>
        <source>There is nothing to print: {reason}</source>
        <translation>印刷できません: {reason}</translation>
    </message>
    <message>
        <source>“{name}” was taken back, so nothing is printed for it. It can be started again under Campaigns.</source>
        <translation>「{name}」は取り消されたので、印刷しません。キャンペーンの画面で、もう一度始められます。</translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Needs a look</source>
        <translation>確認が必要です</translation>
    </message>
    <message>
        <source>Next to be looked at</source>
        <translation>次の確認へ</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>その場所を見る</translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message numerus="yes">
        <source>%n row(s) that cannot come in are kept in a CSV with the reason.</source>
        <translation><numerusform>入らない%n行は、理由を付けてCSVに残せます。</numerusform></translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Cannot come in</source>
        <translation>入りません</translation>
    </message>
    <message>
        <source>Everything else comes in as it stands.</source>
        <translation>ほかの行は、そのまま入ります。</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>直しました</translation>
    </message>
    <message>
        <source>Only the first {count} are listed here.</source>
        <translation>ここには、はじめの{count}件を並べています。</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>どの行</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>気になるところ</translation>
    </message>
    <message>
        <source>in the order of the rows</source>
        <translation>行の順</translation>
    </message>
</context>
<context>
    <name>ProductActs</name>
    <message>
        <source>{name} is back in the list</source>
        <translation>「{name}」を一覧に戻しました</translation>
    </message>
    <message>
        <source>{name} is put aside</source>
        <translation>「{name}」をしまいました</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>A new group…</source>
        <translation>新しい種類…</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>商品を足す</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>次の目安</translation>
    </message>
    <message>
        <source>Again after so many days</source>
        <translation>次の目安の日数</translation>
    </message>
    <message>
        <source>As the group</source>
        <translation>種類と同じ</translation>
    </message>
    <message>
        <source>As the group ({answer})</source>
        <translation>種類と同じ({answer})</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>Change a product</source>
        <translation>商品を直す</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>商品コード</translation>
    </message>
    <message>
        <source>Earns no points</source>
        <translation>付かない</translation>
    </message>
    <message>
        <source>Earns points</source>
        <translation>付く</translation>
    </message>
    <message>
        <source>Empty: {margin}</source>
        <translation>空なら{margin}</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Hair care</source>
        <translation>ヘアケア</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Left empty, the price is typed at each visit.</source>
        <translation>空なら、来店のたびに値段を入れます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the new group</source>
        <translation>新しい種類の名前</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>種類なし</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>値段</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>The days are a whole number. Example: 45</source>
        <translation>日数は整数で入れてください。例:45</translation>
    </message>
    <message>
        <source>The margin is a per cent from 0 to 100. Example: 42</source>
        <translation>粗利率は0〜100の%で入れてください。例:42</translation>
    </message>
    <message>
        <source>The tax rate is a per cent from 0 to 50. Example: 5.5</source>
        <translation>税率は0〜50の%で入れてください。例:5.5</translation>
    </message>
    <message>
        <source>This could not be read as a price. Example: 2,640</source>
        <translation>値段として読めませんでした。例:2,640</translation>
    </message>
    <message>
        <source>When it is used up or due again, counted from the day it was bought. Shown on the customer&apos;s page.</source>
        <translation>使い終わるころ、またはまた来ていただくころまでの、お買上げからの日数です。お客様のページに出ます。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>{name} is added to the products</source>
        <translation>「{name}」を商品に足しました</translation>
    </message>
    <message>
        <source>{name} is changed</source>
        <translation>「{name}」を直しました</translation>
    </message>
</context>
<context>
    <name>ProductSearch</name>
    <message>
        <source>Add a menu item or product (reading, number, barcode)</source>
        <translation>メニュー・商品を足す(かな・品番・バーコード)</translation>
    </message>
    <message>
        <source>Add “{text}” as it is</source>
        <translation>「{text}」をそのまま足す</translation>
    </message>
    <message>
        <source>Often</source>
        <translation>よく出るもの</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>見つかったメニュー・商品</translation>
    </message>
    <message>
        <source>{product} {price}</source>
        <translation>{product} {price}</translation>
    </message>
</context>
<context>
    <name>ProductWords</name>
    <message>
        <source>no</source>
        <translation>付かない</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>付く</translation>
    </message>
</context>
<context>
    <name>ProductsCard</name>
    <message>
        <source>Add</source>
        <translation>足す</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>商品を足す</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>次の目安</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>表から</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Groups of products</source>
        <translation>商品の種類</translation>
    </message>
    <message>
        <source>Make products of what was sold</source>
        <translation>これまでに売れたものからつくる</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>On the page of all products you also set after how many days something is due again.</source>
        <translation>すべての商品を開くと、使い終わる目安の日数や種類も決められます。</translation>
    </message>
    <message>
        <source>Open all products</source>
        <translation>すべての商品を開く</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>値段</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品・メニュー</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>You can record visits with the amount alone. With products, tax, margin and points are right line by line.</source>
        <translation>金額だけでも記録できます。商品を登録すると、税・粗利・ポイントが品ごとに正しくなります。</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Add a product</source>
        <translation>商品を足す</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>次の目安</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>Bring in a list</source>
        <translation>表から取り込む</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>商品コード</translation>
    </message>
    <message>
        <source>Due again soon</source>
        <translation>使い終わるころのお客様</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>種類を決める</translation>
    </message>
    <message>
        <source>Make products of what was sold</source>
        <translation>これまでに売れたものからつくる</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>More with products</source>
        <translation>商品のほかの操作</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name, furigana, code or barcode</source>
        <translation>名前・ふりがな・商品コード・バーコード</translation>
    </message>
    <message>
        <source>No product is called that</source>
        <translation>その名前の商品はありません</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>商品はまだありません</translation>
    </message>
    <message>
        <source>Please try a part of the name, or another group.</source>
        <translation>名前の一部で探すか、別の種類を選んでください。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>値段</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品・メニュー</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>しまった商品</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>種類なし</translation>
    </message>
    <message>
        <source>You can record visits with the amount alone. With products, tax, margin and points are right line by line.</source>
        <translation>金額だけでも記録できます。商品を登録すると、税・粗利・ポイントが品ごとに正しくなります。</translation>
    </message>
    <message>
        <source>change</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>しまう</translation>
    </message>
</context>
<context>
    <name>ProfileFields</name>
    <message>
        <source>98.0 to 102.0 %.</source>
        <translation>98.0〜102.0 %で入力してください。</translation>
    </message>
    <message>
        <source>Down (mm)</source>
        <translation>下へ(mm)</translation>
    </message>
    <message>
        <source>Paper goes in upside down (turn by 180°)</source>
        <translation>用紙を逆向きに入れる(180°回す)</translation>
    </message>
    <message>
        <source>Print the test sheet on the real paper and measure from the left and the upper edge to the line 10. What lacks to 10 mm goes into the field; a minus where it is more. Size: 80 divided by the length of the 80 mm line, times 100.</source>
        <translation>実際の用紙に試し刷りをして、左端と上端から10の線までを測ります。10 mmに足りない分をそれぞれの欄に入れてください(多いときはマイナス)。大きさは、80 ÷ 80 mmの線を測った長さ × 100 です。</translation>
    </message>
    <message>
        <source>Right (mm)</source>
        <translation>右へ(mm)</translation>
    </message>
    <message>
        <source>Size (%)</source>
        <translation>大きさ(%)</translation>
    </message>
    <message>
        <source>Up to 10.0 mm either way.</source>
        <translation>−10.0〜10.0 mmで入力してください。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Choose a backup</source>
        <translation>控えを選ぶ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>控えを取らずに閉じる</translation>
    </message>
    <message>
        <source>Close without a backup?</source>
        <translation>控えを取らずに閉じますか?</translation>
    </message>
    <message>
        <source>Everything in the sample goes, also what you entered in it. Your own shop is not touched.</source>
        <translation>見本の中に入力した内容も消えます。ご自分のお店のデータには触れません。</translation>
    </message>
    <message>
        <source>Keep the sample</source>
        <translation>消さない</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>閉じない</translation>
    </message>
    <message>
        <source>Okaeri</source>
        <translation>おかえり</translation>
    </message>
    <message>
        <source>Okaeri is already open</source>
        <translation>おかえりはすでに開いています</translation>
    </message>
    <message>
        <source>Preparing the sample shop</source>
        <translation>見本のお店を用意しています</translation>
    </message>
    <message>
        <source>Remove the sample</source>
        <translation>見本を消す</translation>
    </message>
    <message>
        <source>Remove the sample shop?</source>
        <translation>見本のお店を消しますか?</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>控えから戻しています</translation>
    </message>
    <message>
        <source>Save it and close</source>
        <translation>控えに残して閉じる</translation>
    </message>
    <message>
        <source>Save the smaller backup?</source>
        <translation>小さくなったデータを控えに残しますか?</translation>
    </message>
    <message>
        <source>Saving a backup</source>
        <translation>控えを取っています</translation>
    </message>
    <message>
        <source>Saving a backup before closing</source>
        <translation>閉じる前に控えを取っています</translation>
    </message>
    <message>
        <source>The backup is saved and checked</source>
        <translation>控えを取り、中身を確かめました</translation>
    </message>
    <message>
        <source>The shop&apos;s data are as they were when this backup was made</source>
        <translation>お店のデータを、控えを取ったときの内容に戻しました</translation>
    </message>
    <message>
        <source>The shop&apos;s data could not be opened</source>
        <translation>お店のデータを開けませんでした</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>{done} of {total} done</source>
        <translation>{total}件のうち{done}件が済みました</translation>
    </message>
</context>
<context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n個の部品</numerusform></translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>ページの追加</translation>
    </message>
    <message>
        <source>Behind all others</source>
        <translation>いちばん後ろに</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>種類の変更</translation>
    </message>
    <message>
        <source>Change the look</source>
        <translation>見た目の変更</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>重なりの変更</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>用紙の変更</translation>
    </message>
    <message>
        <source>Change the part</source>
        <translation>部品の変更</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>絵や写真の変更</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>位置と大きさの変更</translation>
    </message>
    <message>
        <source>Change the template</source>
        <translation>テンプレートの変更</translation>
    </message>
    <message>
        <source>Change the words</source>
        <translation>文字の変更</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>In front of all others</source>
        <translation>いちばん手前に</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>整列</translation>
    </message>
    <message>
        <source>Lines for a word by hand. They fill what is left of the frame.</source>
        <translation>手書き用の線です。枠の残りに並びます。</translation>
    </message>
    <message>
        <source>More with this part</source>
        <translation>この部品のその他の操作</translation>
    </message>
    <message>
        <source>Not all of it fits. Please make the frame larger, the letters smaller or the words fewer.</source>
        <translation>文字が枠に収まりません。枠を大きくするか、文字を小さくするか、ことばを減らしてください。</translation>
    </message>
    <message>
        <source>One further back</source>
        <translation>一つ後ろに</translation>
    </message>
    <message>
        <source>One further forward</source>
        <translation>一つ手前に</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Postcode, address and name of the customer, in horizontal lines.</source>
        <translation>お客様の郵便番号・住所・お名前を横書きで印刷します。</translation>
    </message>
    <message>
        <source>Press a part on the paper or in the list to change it.</source>
        <translation>紙の上や一覧の部品を押すと、直せます。</translation>
    </message>
    <message>
        <source>Squares and signs that lead back to this customer and this piece. Keep white around them.</source>
        <translation>どのお客様の、どの一枚かが分かるコードです。まわりは白く空けてください。</translation>
    </message>
    <message>
        <source>Take a page away</source>
        <translation>ページの削除</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート全体</translation>
    </message>
    <message>
        <source>The post&apos;s bars of the address; printed when they are switched on for the run.</source>
        <translation>住所の郵便バーコードです。印刷のときに使うと決めた場合だけ印刷します。</translation>
    </message>
    <message>
        <source>The words you type for this one person when printing; without any it is left out.</source>
        <translation>印刷のときに、お一人ずつ書き添えることばです。書かなければ何も印刷しません。</translation>
    </message>
    <message>
        <source>What you change here is changed in all of them.</source>
        <translation>ここで変えたことは、選んだ部品すべてに効きます。</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Analysis</source>
        <translation>くわしく見る</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>お話を聞く</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>案を作る</translation>
    </message>
    <message>
        <source>Presented</source>
        <translation>ご提案した</translation>
    </message>
</context>
<context>
    <name>PurchasesTab</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>返金する</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>No purchases yet</source>
        <translation>お買上げはまだありません</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Record a visit, and what was bought stands here with its lines.</source>
        <translation>来店を記録すると、明細がここに並びます。</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>ご返金</translation>
    </message>
    <message>
        <source>Refund: {products}</source>
        <translation>ご返金:{products}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>paid {amount} with tax</source>
        <translation>お支払い {amount}(税込)</translation>
    </message>
    <message>
        <source>points used {points}</source>
        <translation>使ったポイント {points}</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>伝票 {number}</translation>
    </message>
    <message>
        <source>{amount} is left</source>
        <translation>残り {amount}</translation>
    </message>
    <message>
        <source>{day} · {amount}</source>
        <translation>{day}・{amount}</translation>
    </message>
    <message>
        <source>{day} · {amount} without tax</source>
        <translation>{day}・{amount}(税抜)</translation>
    </message>
</context>
<context>
    <name>PutInPanel</name>
    <message numerus="yes">
        <source>%n customer(s) are now in {name}</source>
        <translation><numerusform>%n名を「{name}」に入れました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are put in. Who is in the group already stays.</source>
        <translation><numerusform>%n名を入れます。すでに入っている方はそのままです。</numerusform></translation>
    </message>
    <message>
        <source>A new group</source>
        <translation>新しいグループ</translation>
    </message>
    <message>
        <source>Groups filled by hand</source>
        <translation>手で選ぶグループ</translation>
    </message>
    <message>
        <source>Make the group</source>
        <translation>グループを作る</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>グループの名前</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>グループに入れる</translation>
    </message>
</context>
<context>
    <name>QuestionBlock</name>
    <message>
        <source>In the customer&apos;s words</source>
        <translation>お客様の言葉</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>いくつでも</translation>
    </message>
    <message>
        <source>required on the sheet</source>
        <translation>必須の質問</translation>
    </message>
    <message>
        <source>{first}: {low} … {last}: {high}</source>
        <translation>{first}:{low} … {last}:{high}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}〜{high}</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>お答え</translation>
    </message>
    <message>
        <source>Answers of the staff are without a name.</source>
        <translation>スタッフのお答えは無記名です。</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Enter opens the people who answered so.</source>
        <translation>Enter でそう答えた方が開きます。</translation>
    </message>
    <message>
        <source>Mean of {wave}</source>
        <translation>平均 {wave}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>clearly {size} above {wave}</source>
        <translation>{wave}より {size} はっきり高い</translation>
    </message>
    <message>
        <source>clearly {size} below {wave}</source>
        <translation>{wave}より {size} はっきり低い</translation>
    </message>
    <message>
        <source>half below {middle}</source>
        <translation>中央の値 {middle}</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>平均 {mean}</translation>
    </message>
    <message>
        <source>several answers each</source>
        <translation>いくつでも</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}〜{last}</translation>
    </message>
    <message>
        <source>{number}. {text}</source>
        <translation>{number}. {text}</translation>
    </message>
    <message>
        <source>{question}: {answer}</source>
        <translation>{question}に {answer} と答えた方</translation>
    </message>
    <message>
        <source>{text} (version {version})</source>
        <translation>{text}(第{version}版)</translation>
    </message>
</context>
<context>
    <name>QuestionEditor</name>
    <message>
        <source>How it is asked</source>
        <translation>答え方</translation>
    </message>
    <message>
        <source>Must be answered</source>
        <translation>必ず答える</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation><numerusform>質問%n個</numerusform></translation>
    </message>
    <message>
        <source>Add a question</source>
        <translation>質問を足す</translation>
    </message>
    <message>
        <source>Adds it below the question at hand</source>
        <translation>今いる質問のすぐ下に足します</translation>
    </message>
    <message>
        <source>Change a question</source>
        <translation>質問を直す</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>題名を直す</translation>
    </message>
    <message>
        <source>Change the words around the questions</source>
        <translation>ごあいさつを直す</translation>
    </message>
    <message>
        <source>Copy a question</source>
        <translation>質問を複製</translation>
    </message>
    <message>
        <source>Move a question</source>
        <translation>質問を動かす</translation>
    </message>
    <message>
        <source>Now at place {place} of {count}</source>
        <translation>{count}個のうち{place}番目です</translation>
    </message>
    <message>
        <source>Ready-made</source>
        <translation>ひな形から選ぶ</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>やり直す:{step}</translation>
    </message>
    <message>
        <source>Remove a question</source>
        <translation>質問を取り除く</translation>
    </message>
    <message>
        <source>Title and words around the questions</source>
        <translation>題名とごあいさつ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>元に戻す:{step}</translation>
    </message>
    <message>
        <source>{number} {text}, {facts}</source>
        <translation>{number} {text}、{facts}</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>What is to be checked</source>
        <translation>確かめるところ</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}問中 {number}問目</translation>
    </message>
</context>
<context>
    <name>RatingTable</name>
    <message>
        <source>1 (poor)</source>
        <translation>1(低い)</translation>
    </message>
    <message>
        <source>5 (good)</source>
        <translation>5(高い)</translation>
    </message>
</context>
<context>
    <name>ReachOutCard</name>
    <message>
        <source>Card</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Customers to reach out to</source>
        <translation>声をかけたいお客様</translation>
    </message>
    <message>
        <source>Nobody needs a word right now</source>
        <translation>声をかけたい方はいません</translation>
    </message>
    <message>
        <source>Past their usual gap, or not yet back after the first visit.</source>
        <translation>いつもの間隔を過ぎた方と、2回目がまだの方です。</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>予定を入れる</translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>はがき %n枚を印刷</numerusform></translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message numerus="yes">
        <source>See all %n customer(s)</source>
        <translation><numerusform>%n名を見る</numerusform></translation>
    </message>
    <message>
        <source>Whoever stays away longer than usual is listed here, with the reason.</source>
        <translation>いつもの間隔を過ぎた方が、理由と一緒にここに並びます。</translation>
    </message>
    <message>
        <source>card</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>open</source>
        <translation>お客様を開く</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>来店</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A complaint is still open</source>
        <translation>お返事していないご意見があります</translation>
    </message>
    <message>
        <source>First visit {days} days ago · not yet a second</source>
        <translation>はじめてのご来店から{days}日・2回目がまだ</translation>
    </message>
    <message>
        <source>Marked as having left</source>
        <translation>退会として記録しています</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>まだご来店がありません</translation>
    </message>
    <message>
        <source>Not seen for {days} days</source>
        <translation>{days}日お見えでない</translation>
    </message>
    <message>
        <source>Usually every {usual} days → not seen for {days} days</source>
        <translation>いつも{usual}日ごと → {days}日お見えでない</translation>
    </message>
    <message>
        <source>Usually every {usual} days, last seen {days} days ago</source>
        <translation>いつも{usual}日ごと・前回から{days}日</translation>
    </message>
</context>
<context>
    <name>RecipeCards</name>
    <message>
        <source>Aims</source>
        <translation>目的</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Birthday wishes</source>
        <translation>お誕生日のお祝い</translation>
    </message>
    <message>
        <source>Bring a friend along</source>
        <translation>お友達のご紹介</translation>
    </message>
    <message>
        <source>Invitation to an event</source>
        <translation>イベントのご招待</translation>
    </message>
    <message>
        <source>News of the season</source>
        <translation>季節のお便り</translation>
    </message>
    <message>
        <source>Please come a second time</source>
        <translation>2回目のご案内</translation>
    </message>
    <message>
        <source>Something we recommend to you</source>
        <translation>おすすめのご案内</translation>
    </message>
    <message>
        <source>Thanks for coming</source>
        <translation>ご来店のお礼</translation>
    </message>
    <message>
        <source>To everybody who may be written to</source>
        <translation>お便りできるすべての方へ</translation>
    </message>
    <message>
        <source>To regulars, who like to tell others</source>
        <translation>お店を広めてくださる常連の方へ</translation>
    </message>
    <message>
        <source>To those not seen for long</source>
        <translation>しばらくお見えでない方へ</translation>
    </message>
    <message>
        <source>To those who came once and not again yet</source>
        <translation>1回だけ来てくださった方へ</translation>
    </message>
    <message>
        <source>To those who have not come for 90 days</source>
        <translation>90日お見えでない方へ</translation>
    </message>
    <message>
        <source>To those who may like something better</source>
        <translation>もっと良いものをお好みの方へ</translation>
    </message>
    <message>
        <source>To those who were here lately</source>
        <translation>最近はじめて来てくださった方へ</translation>
    </message>
    <message>
        <source>To those whose birthday is next month</source>
        <translation>来月お誕生日の方へ</translation>
    </message>
    <message>
        <source>With a day, a place and who came</source>
        <translation>日にち・場所・来た方の記録つき</translation>
    </message>
</context>
<context>
    <name>RecipientLine</name>
    <message>
        <source>Next person</source>
        <translation>次のお客様</translation>
    </message>
    <message>
        <source>Person before</source>
        <translation>前のお客様</translation>
    </message>
    <message>
        <source>Somebody made up</source>
        <translation>見本の方</translation>
    </message>
</context>
<context>
    <name>RecipientsCard</name>
    <message numerus="yes">
        <source>%n address(es) changed since; the one on the piece is printed.</source>
        <translation><numerusform>その後ご住所が変わった方が%n名います。お便りと同じご住所で印刷します。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation><numerusform>宛先 %n名</numerusform></translation>
    </message>
    <message>
        <source>Change</source>
        <translation>選び直す</translation>
    </message>
    <message>
        <source>Choose others</source>
        <translation>選び直す</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Order of the pieces</source>
        <translation>印刷の順番</translation>
    </message>
    <message>
        <source>Order of the pieces: {order}</source>
        <translation>並べる順:{order}</translation>
    </message>
    <message>
        <source>Paper and ink, about</source>
        <translation>用紙・インクの目安</translation>
    </message>
    <message>
        <source>Please check: {count}</source>
        <translation>ご確認ください {count}名</translation>
    </message>
    <message>
        <source>Please check: {count} ({printed} to print)</source>
        <translation>ご確認ください {count}名({printed}名に印刷)</translation>
    </message>
    <message>
        <source>Ready to print: {printed}</source>
        <translation>そのまま印刷 {printed}名</translation>
    </message>
    <message>
        <source>Ready to print: {printed} ({left} left out)</source>
        <translation>そのまま印刷 {printed}名({left}名は除く)</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Same order, names and codes as the run.</source>
        <translation>先の印刷と同じ順番・お名前・コードで印刷します。</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>手間の目安</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>will be printed</source>
        <translation>印刷します</translation>
    </message>
    <message>
        <source>will not be printed</source>
        <translation>印刷しません</translation>
    </message>
</context>
<context>
    <name>RecordTab</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>About</source>
        <translation>お客様のこと</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Edit the record</source>
        <translation>基本情報を直す</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>登録内容</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>独自の項目</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>個人</translation>
    </message>
    <message>
        <source>What may be sent</source>
        <translation>ご案内の可否</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>変更の記録</translation>
    </message>
    <message>
        <source>Where to reach</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>該当する</translation>
    </message>
    <message>
        <source>{answer} ({told})</source>
        <translation>{answer}({told})</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}:{before} → {after}</translation>
    </message>
</context>
<context>
    <name>RecordedPart</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n枚</numerusform></translation>
    </message>
    <message>
        <source>Recorded just now</source>
        <translation>いま記録したもの</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message numerus="yes">
        <source>{sheets} in %n minute(s)</source>
        <translation><numerusform>%n分で{sheets}</numerusform></translation>
    </message>
</context>
<context>
    <name>ReferralCard</name>
    <message numerus="yes">
        <source>%n more brought less.</source>
        <translation><numerusform>ほかに%n名の紹介した方がいます。</numerusform></translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>ご紹介</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>紹介した方</translation>
    </message>
    <message>
        <source>Brought by {name}</source>
        <translation>{name}様のご紹介</translation>
    </message>
    <message>
        <source>Brought somebody, not thanked yet</source>
        <translation>ご紹介くださり、お礼がまだの方</translation>
    </message>
    <message>
        <source>Everybody in whose record it is noted who brought them. Margin is all that those brought have brought so far. Thanks count when points were given for it, or a thank-you card or campaign went out since.</source>
        <translation>紹介した方が記録されているお客様の一覧です。粗利は、紹介で来てくださった方のこれまでの合計です。お礼は、そのためのポイントか、その後のお礼状やお礼のキャンペーンを数えます。</translation>
    </message>
    <message>
        <source>Example: Ms Yoshida brought 3 people, 2 of whom have bought for ¥24,000 of margin.</source>
        <translation>例:吉田様のご紹介で3名、うち2名がお買上げくださり、粗利は2万4千円。</translation>
    </message>
    <message>
        <source>Have bought</source>
        <translation>お買上げあり</translation>
    </message>
    <message>
        <source>Last one</source>
        <translation>最近のご紹介</translation>
    </message>
    <message>
        <source>Margin so far</source>
        <translation>これまでの粗利</translation>
    </message>
    <message>
        <source>Nobody has been brought yet</source>
        <translation>ご紹介で来てくださった方はまだいません</translation>
    </message>
    <message>
        <source>Note with a customer who brought them, or hand out cards with a referral code: then it stands here what that brings.</source>
        <translation>お客様の欄に紹介した方を記録するか、紹介コードのカードをお渡しください。そこから生まれた粗利がここに出ます。</translation>
    </message>
    <message numerus="yes">
        <source>Thank the %n customer(s) not thanked yet</source>
        <translation><numerusform>お礼がまだの%n名にお礼をする</numerusform></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>お礼</translation>
    </message>
    <message>
        <source>Who brought whom</source>
        <translation>どなたのご紹介か</translation>
    </message>
    <message>
        <source>given</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>{referrers} brought {brought}, who have brought {margin} of margin so far.</source>
        <translation>{referrers}のご紹介で{brought}が来てくださり、これまでの粗利は{margin}です。</translation>
    </message>
    <message>
        <source>{thanked} of {brought}</source>
        <translation>{brought}名のうち{thanked}名分</translation>
    </message>
</context>
<context>
    <name>ReferralPart</name>
    <message>
        <source>Code {code}</source>
        <translation>ご紹介の記号 {code}</translation>
    </message>
    <message>
        <source>Introduced by this customer</source>
        <translation>ご紹介でいらした方</translation>
    </message>
    <message>
        <source>Introduced: {people} · gross margin {margin}</source>
        <translation>ご紹介: {people}・粗利 {margin}</translation>
    </message>
    <message>
        <source>Introductions</source>
        <translation>ご紹介</translation>
    </message>
    <message>
        <source>Nobody was introduced yet.</source>
        <translation>ご紹介でいらした方はまだいません。</translation>
    </message>
    <message>
        <source>Through them: {people} · gross margin {margin}</source>
        <translation>その方々からのご紹介: {people}・粗利 {margin}</translation>
    </message>
    <message>
        <source>Whoever names this code when they come was introduced by this customer. Both get the points of the rule, once.</source>
        <translation>この記号を伝えていらした方は、このお客様のご紹介になります。お二人にきまりのポイントが1回つきます。</translation>
    </message>
    <message>
        <source>first visit {day}</source>
        <translation>{day}にはじめてご来店</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>まだご来店なし</translation>
    </message>
    <message>
        <source>points, once; 0: none</source>
        <translation>ポイント(1回)。0 ならなし</translation>
    </message>
    <message>
        <source>through {name}</source>
        <translation>{name}様のご紹介</translation>
    </message>
    <message>
        <source>with a code</source>
        <translation>記号あり</translation>
    </message>
</context>
<context>
    <name>ReferrerField</name>
    <message>
        <source>Find by name, reading, phone</source>
        <translation>お名前・かな・電話で探す</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>決めない</translation>
    </message>
</context>
<context>
    <name>RefundLine</name>
    <message>
        <source>Amount only</source>
        <translation>金額だけ</translation>
    </message>
    <message>
        <source>At most {quantity} can be given back.</source>
        <translation>返せるのは{quantity}までです。</translation>
    </message>
    <message>
        <source>Quantity of {product}</source>
        <translation>{product}の数</translation>
    </message>
    <message>
        <source>of {quantity}</source>
        <translation>/ {quantity}</translation>
    </message>
</context>
<context>
    <name>RefundPanel</name>
    <message>
        <source>Amount given back</source>
        <translation>返金する金額</translation>
    </message>
    <message>
        <source>Choose the items</source>
        <translation>品目を選ぶ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Enter the amount</source>
        <translation>金額を入れる</translation>
    </message>
    <message>
        <source>Everything has been given back already.</source>
        <translation>このお買上げは、すでに全額を返金しています。</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>返金する</translation>
    </message>
    <message>
        <source>Give {amount} back</source>
        <translation>{amount}を返金する</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>How</source>
        <translation>返金のしかた</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Leave without giving money back?</source>
        <translation>返金せずに閉じますか?</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>返金せずに閉じる</translation>
    </message>
    <message>
        <source>Money that goes back</source>
        <translation>お返しする金額</translation>
    </message>
    <message>
        <source>Money that goes back, with tax</source>
        <translation>お返しする金額(税込)</translation>
    </message>
    <message>
        <source>Please choose what is given back.</source>
        <translation>返金する品目を選んでください。</translation>
    </message>
    <message>
        <source>Please enter the amount.</source>
        <translation>金額を入れてください。</translation>
    </message>
    <message>
        <source>Please enter today or an earlier day.</source>
        <translation>今日か、今日より前の日を入れてください。</translation>
    </message>
    <message>
        <source>Points afterwards</source>
        <translation>記録したあとのポイント</translation>
    </message>
    <message>
        <source>Points earned are taken off</source>
        <translation>たまったポイントを取り消す</translation>
    </message>
    <message>
        <source>Points that paid go back</source>
        <translation>使ったポイントを戻す</translation>
    </message>
    <message>
        <source>The purchase stays as it was and the refund stands beside it. Up to {amount} can be given back.</source>
        <translation>お買上げの記録はそのまま残り、返金を並べて記録します。あと{amount}まで返金できます。</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>お客様なし</translation>
    </message>
    <message>
        <source>Without tax, as prices are typed</source>
        <translation>税抜の金額です</translation>
    </message>
    <message>
        <source>{amount} is given back</source>
        <translation>{amount}の返金を記録しました</translation>
    </message>
    <message>
        <source>{amount} without tax</source>
        <translation>{amount}(税抜)</translation>
    </message>
    <message>
        <source>{name} · {day} · {amount}</source>
        <translation>{name}・{day}・{amount}</translation>
    </message>
</context>
<context>
    <name>RefusedRows</name>
    <message>
        <source>CSV for Excel (*.csv)</source>
        <translation>Excel用のCSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the rows left out</source>
        <translation>入らなかった行を残す</translation>
    </message>
    <message>
        <source>{count} rows are saved in {file}</source>
        <translation>{count}行を{file}に残しました</translation>
    </message>
    <message>
        <source>{file} rows left out</source>
        <translation>{file} 入らなかった行</translation>
    </message>
</context>
<context>
    <name>RemarksCard</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation><numerusform>いただいた声 %n件</numerusform></translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>新しい印</translation>
    </message>
    <message>
        <source>File under tags</source>
        <translation>印を付ける</translation>
    </message>
    <message>
        <source>No remark has these words.</source>
        <translation>このことばのある声はありません。</translation>
    </message>
    <message>
        <source>Nobody has written anything yet.</source>
        <translation>まだどなたも書いていません。</translation>
    </message>
    <message>
        <source>Note of a talk</source>
        <translation>話しながらメモ</translation>
    </message>
    <message>
        <source>Often:</source>
        <translation>よく出ることば:</translation>
    </message>
    <message>
        <source>Remarks under {tag}</source>
        <translation>「{tag}」の声</translation>
    </message>
    <message>
        <source>Search for {word}</source>
        <translation>「{word}」を探す</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>ことばで探す</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation><numerusform>あと %n件を見る</numerusform></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>印</translation>
    </message>
    <message>
        <source>The remark is filed</source>
        <translation>印を付けました</translation>
    </message>
    <message>
        <source>without a name · {day}</source>
        <translation>無記名・{day}</translation>
    </message>
    <message>
        <source>{word} {count}</source>
        <translation>{word} {count}</translation>
    </message>
</context>
<context>
    <name>ReportDelivery</name>
    <message numerus="yes">
        <source>%n page(s) are with the printer</source>
        <translation><numerusform>%nページをプリンターに送りました</numerusform></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>The report is saved in {file}</source>
        <translation>レポートを{file}に保存しました</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>As text</source>
        <translation>文字で見る</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Page of the report</source>
        <translation>レポートのページ</translation>
    </message>
    <message>
        <source>See the names</source>
        <translation>名簿を見る</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%n follow-up(s) are planned.</source>
        <translation><numerusform>%n名の予定を入れました。</numerusform></translation>
    </message>
    <message>
        <source>Beside {month}</source>
        <translation>{month}と並べて見る</translation>
    </message>
    <message>
        <source>Bring in my lists</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Comment and to-dos</source>
        <translation>ひとこと・すること</translation>
    </message>
    <message>
        <source>Comment, or pages</source>
        <translation>ひとこと、またはページ</translation>
    </message>
    <message>
        <source>It is made by itself at the end of each month: what happened, in sentences and four charts, and what to do next. The return rate comes when there are visits of three months.</source>
        <translation>毎月の終わりに自動でできます。その月のことを文章と4つのグラフで、来月にすることも添えてお知らせします。再来店率は3か月分の来店がたまると出ます。</translation>
    </message>
    <message>
        <source>Made by itself</source>
        <translation>自動で作りました</translation>
    </message>
    <message>
        <source>Made just now</source>
        <translation>いま作りました</translation>
    </message>
    <message>
        <source>Make a PDF</source>
        <translation>PDFにする</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>前の月</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月次レポート</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>次の月</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s)</source>
        <translation><numerusform>%nページを印刷</numerusform></translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Report of {month}</source>
        <translation>{month}のまとめ</translation>
    </message>
    <message>
        <source>The campaign is begun: look at it, then start it.</source>
        <translation>キャンペーンの下書きができました。内容を見てから始めてください。</translation>
    </message>
    <message>
        <source>The first report comes with the first visits</source>
        <translation>最初の来店があるとレポートができます</translation>
    </message>
    <message>
        <source>The report of {month} is ready.</source>
        <translation>{month}のレポートができました。</translation>
    </message>
    <message>
        <source>Without {month}</source>
        <translation>{month}を閉じる</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Backups</source>
        <translation>控え</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>確認ずみ</translation>
    </message>
    <message>
        <source>Choose a file elsewhere…</source>
        <translation>ほかの場所から選ぶ…</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>壊れています</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>控えから戻す</translation>
    </message>
    <message>
        <source>Go back to the backup of {moment}?</source>
        <translation>{moment}の控えに戻しますか?</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>この控えに戻す</translation>
    </message>
    <message>
        <source>It holds {customers} and {purchases} purchases.</source>
        <translation>この控えには お客様{customers}とお買上げ{purchases}件が入っています。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>No backup in this folder</source>
        <translation>このフォルダーに控えはありません</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation>戻さない</translation>
    </message>
    <message>
        <source>The shop&apos;s data become again what they were then. Nothing is thrown away: the present state is kept as a backup.</source>
        <translation>お店のデータを、控えを取ったときの内容に戻します。今の状態も控えに残るので、無くなりません。</translation>
    </message>
    <message>
        <source>What was recorded after it is no longer there. The present state is saved as a backup first.</source>
        <translation>そのあとに記録したものは無くなります。今の状態は、先に控えに取ります。</translation>
    </message>
    <message>
        <source>{customers} · {purchases} purchases · {size}</source>
        <translation>お客様{customers}・お買上げ{purchases}件・{size}</translation>
    </message>
</context>
<context>
    <name>ResultActs</name>
    <message numerus="yes">
        <source>%n row(s) are saved in {file}</source>
        <translation><numerusform>%n行を{file}に保存しました</numerusform></translation>
    </message>
    <message>
        <source>A new draft is made of it</source>
        <translation>同じ内容で下書きを作りました</translation>
    </message>
    <message>
        <source>Also good to know</source>
        <translation>あわせて知っておくこと</translation>
    </message>
    <message>
        <source>As counted on {day}</source>
        <translation>{day}の集計</translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv);;Excel (*.xlsx)</source>
        <translation>Excel用のCSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Gross profit for what was spent</source>
        <translation>費用に対して増えた粗利</translation>
    </message>
    <message>
        <source>Money in and out</source>
        <translation>お金の内訳</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Profit on cost</source>
        <translation>もうけの見込み(費用に対する利益)</translation>
    </message>
    <message>
        <source>Putting the result on paper</source>
        <translation>結果を紙面にしています</translation>
    </message>
    <message>
        <source>Save the result as a PDF</source>
        <translation>結果をPDFで保存</translation>
    </message>
    <message>
        <source>Save the rows to check it by</source>
        <translation>たしかめるための明細を保存</translation>
    </message>
    <message>
        <source>Saving the rows</source>
        <translation>明細を保存しています</translation>
    </message>
    <message>
        <source>Share of customers who came</source>
        <translation>来店したお客様の割合</translation>
    </message>
    <message>
        <source>The result is saved in {file}</source>
        <translation>結果を{file}に保存しました</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>次の一手</translation>
    </message>
    <message>
        <source>Who had come by when</source>
        <translation>発送してから来店した割合</translation>
    </message>
</context>
<context>
    <name>ResultChart</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Every row came in</source>
        <translation>すべての行が入りました</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>ほかのファイルを取り込む</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ファイルの値</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>入らなかった行</translation>
    </message>
    <message>
        <source>May be the same person as {name}.</source>
        <translation>{name} と同じ方かもしれません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>決めていない方</translation>
    </message>
    <message>
        <source>Only the first {count} are listed here.</source>
        <translation>ここには、はじめの{count}件を並べています。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>ファイルの行</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>見ておきたい行</translation>
    </message>
    <message>
        <source>Save the rows left out as CSV</source>
        <translation>入らなかった行をCSVで残す</translation>
    </message>
    <message>
        <source>See the customers</source>
        <translation>お客様を見る</translation>
    </message>
    <message>
        <source>There is nothing left to look at.</source>
        <translation>残っているものはありません。</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>この取り込みを元に戻す</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>どの行</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <source>brought up to date</source>
        <translation>更新しました</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>入りませんでした</translation>
    </message>
    <message>
        <source>newly registered</source>
        <translation>新しく登録しました</translation>
    </message>
    <message>
        <source>not decided, left out</source>
        <translation>決めていないため残しました</translation>
    </message>
    <message>
        <source>sales without a customer</source>
        <translation>お客様なしの売上</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Came after “{name}”</source>
        <translation>「{name}」を送って来店</translation>
    </message>
    <message>
        <source>Came without “{name}”</source>
        <translation>「{name}」を送らずに来店</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>もう一度行う</translation>
    </message>
    <message>
        <source>Guests of “{name}”</source>
        <translation>「{name}」に来場した方(名簿にない方)</translation>
    </message>
    <message>
        <source>Held back from “{name}”</source>
        <translation>「{name}」で様子を見る方</translation>
    </message>
    <message>
        <source>Nobody is behind this figure.</source>
        <translation>この数字にあたるお客様はいません。</translation>
    </message>
    <message>
        <source>Print the result</source>
        <translation>結果を印刷</translation>
    </message>
    <message>
        <source>Rows to check by</source>
        <translation>明細(CSV)</translation>
    </message>
    <message>
        <source>Stop the campaign</source>
        <translation>途中でやめる</translation>
    </message>
    <message>
        <source>Who came to it</source>
        <translation>来場の記録</translation>
    </message>
    <message>
        <source>“{name}” was sent to</source>
        <translation>「{name}」を送った方</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>About %n customer(s) came back who would not have come otherwise</source>
        <translation><numerusform>送らなければ来なかったお客様が、約%n名お帰りになりました</numerusform></translation>
    </message>
    <message>
        <source>About {count} more people would settle it, were the difference seen the true one</source>
        <translation>今の差が本当なら、あと約{count}名で、はっきりします</translation>
    </message>
    <message>
        <source>All that those it was sent to bought: {amount}. Most of it would have come anyway, so it is no effect.</source>
        <translation>送った方のお買い上げの合計は{amount}です。送らなくても来た方の分を含むので、効果ではありません。</translation>
    </message>
    <message>
        <source>All {count} campaigns “{kind}” together: {effect} of gross profit each ({low} to {high}).</source>
        <translation>「{kind}」のキャンペーン{count}回を合わせると、お一人あたりの粗利の差は{effect}({low}〜{high})です。</translation>
    </message>
    <message>
        <source>Compared with {held} it was not sent to. Allowing for chance, between {few} and {many} people (95% sure).</source>
        <translation>送らずに様子を見た{held}と比べた結果です。偶然の幅を考えても、{few}〜{many}名の間と見込まれます(95%の確からしさ)。</translation>
    </message>
    <message>
        <source>Compared with {held} it was not sent to. Allowing for chance, {low} to {high} of gross profit each (95% sure).</source>
        <translation>送らずに様子を見た{held}と比べた結果です。偶然の幅を考えると、お一人あたりの粗利の差は{low}〜{high}の間と見込まれます(95%の確からしさ)。</translation>
    </message>
    <message>
        <source>Compared would be {sent} with {held}.</source>
        <translation>送った{sent}と様子を見る{held}です。</translation>
    </message>
    <message>
        <source>Day {day} of {days}. The verdict is known on {date}.</source>
        <translation>{day}日目({days}日中)。判定は{date}です。</translation>
    </message>
    <message>
        <source>Difference {points} points ({low} to {high})</source>
        <translation>差 {points}ポイント({low} 〜 {high})</translation>
    </message>
    <message>
        <source>Each of those it was sent to brought about {amount} less gross profit</source>
        <translation>送ったお客様お一人あたりの粗利が、約{amount}減りました</translation>
    </message>
    <message>
        <source>Each of those it was sent to brought about {amount} more gross profit</source>
        <translation>送ったお客様お一人あたりの粗利が、約{amount}増えました</translation>
    </message>
    <message>
        <source>Effects are usually smaller than what is counted once: allowing for that, a gain is {chance} likely.</source>
        <translation>ただ、1回の数字は実力より大きく出やすいもの。その分を控えめに計算すると、得になる見込みは{chance}です。</translation>
    </message>
    <message>
        <source>For reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>For reference only: there is nothing to compare with</source>
        <translation>参考: 比べる相手がありません</translation>
    </message>
    <message>
        <source>For reference: most likely {value}, between {low} and {high}.</source>
        <translation>参考: 真ん中の見込みは{value}、幅は{low}〜{high}です。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>得</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>送っていないお客様</translation>
    </message>
    <message>
        <source>Held back
{percent}</source>
        <translation>送っていない
{percent}</translation>
    </message>
    <message>
        <source>High {percent}</source>
        <translation>多め {percent}</translation>
    </message>
    <message>
        <source>It can be said that this campaign worked</source>
        <translation>効果があったと言えます</translation>
    </message>
    <message>
        <source>It may have done harm</source>
        <translation>逆効果だったおそれがあります</translation>
    </message>
    <message>
        <source>It was sent to</source>
        <translation>送ったお客様</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損</translation>
    </message>
    <message>
        <source>Low {percent}</source>
        <translation>少なめ {percent}</translation>
    </message>
    <message>
        <source>Most likely {percent}</source>
        <translation>見込み {percent}</translation>
    </message>
    <message>
        <source>Most likely {value}. Even at the high end, {high}, the cost does not come back.</source>
        <translation>真ん中の見込みは{value}です。多めに見ても{high}で、費用は戻らない見込みです。</translation>
    </message>
    <message>
        <source>Most likely {value}. Even at the low end of what was counted, {low}, nothing is lost.</source>
        <translation>数えた結果では、真ん中が{value}、少なめに見ても{low}で、損は出ていません。</translation>
    </message>
    <message>
        <source>Most likely {value}; between {low} and {high} both loss and gain are possible.</source>
        <translation>真ん中の見込みは{value}です。{low}〜{high}の間で、損も得もありえます。</translation>
    </message>
    <message>
        <source>No cost is noted, so there is no profit on cost.</source>
        <translation>費用が書かれていないので、もうけの見込みは出せません。</translation>
    </message>
    <message>
        <source>No gain can be seen against those held back</source>
        <translation>様子を見た方と比べて、増えたとは言えません</translation>
    </message>
    <message>
        <source>Nothing can be said yet</source>
        <translation>まだ何とも言えません</translation>
    </message>
    <message>
        <source>Of {held} held back, {came} have come.</source>
        <translation>様子を見る{held}のうち{came}がご来店になりました。</translation>
    </message>
    <message>
        <source>Of {sent} {reached}, {came} have come.</source>
        <translation>{reached}{sent}のうち{came}がご来店になりました。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>発送</translation>
    </message>
    <message>
        <source>Sent {percent}</source>
        <translation>送った {percent}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>途中でやめました</translation>
    </message>
    <message>
        <source>The effect, if there is one, is too small to be seen with this shop&apos;s numbers</source>
        <translation>効果があったとしても、このお店の人数では見分けられない小ささです</translation>
    </message>
    <message>
        <source>The sizes of the two groups do not come from such a draw. Please do not rely on this result.</source>
        <translation>二つの組の人数が、決めた割合でのくじ引きとは合いません。この結果は当てにしないでください。</translation>
    </message>
    <message numerus="yes">
        <source>The smaller group has only %n people, so there is no verdict.</source>
        <translation><numerusform>少ないほうの組が%n名なので、判定はしません。</numerusform></translation>
    </message>
    <message>
        <source>The two groups were not alike before: {traits}. Please do not rely on this result.</source>
        <translation>二つの組は、送る前から似ていませんでした({traits})。この結果は当てにしないでください。</translation>
    </message>
    <message>
        <source>Together nothing can be said yet.</source>
        <translation>合わせても、まだ何とも言えません。</translation>
    </message>
    <message>
        <source>Together they may have done harm.</source>
        <translation>合わせると、逆効果だったおそれがあります。</translation>
    </message>
    <message>
        <source>Together they worked.</source>
        <translation>合わせると、効果があったと言えます。</translation>
    </message>
    <message>
        <source>Visits still count</source>
        <translation>まだ途中です</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>増えた分</translation>
    </message>
    <message>
        <source>Whether it worked cannot be known. Next time, leave out some people to compare with.</source>
        <translation>効果は分かりません。次回は様子を見る方を残しましょう。</translation>
    </message>
    <message>
        <source>With fewer than 30 people in the smaller group, only the counts are shown.</source>
        <translation>少ないほうの組が30名に満たないので、人数だけをお見せします。</translation>
    </message>
    <message>
        <source>between {low} and {high} times</source>
        <translation>{low}〜{high}倍の間</translation>
    </message>
    <message>
        <source>called</source>
        <translation>お電話した方</translation>
    </message>
    <message>
        <source>given points</source>
        <translation>ポイントを差し上げた方</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>名簿の方</translation>
    </message>
    <message>
        <source>sent to</source>
        <translation>送った方</translation>
    </message>
    <message>
        <source>week {n}</source>
        <translation>{n}週</translation>
    </message>
    <message>
        <source>written an e-mail</source>
        <translation>メールをお送りした方</translation>
    </message>
    <message>
        <source>{came} of {people}</source>
        <translation>{people}中 {came}名</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor}倍</translation>
    </message>
    <message>
        <source>{low} days or more</source>
        <translation>{low}日以上</translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation>{low}〜{high}日</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start}〜{end}</translation>
    </message>
    <message>
        <source>{start} to {end} · {reached} {sent}, held back {held}</source>
        <translation>{start}〜{end}・{reached} {sent}、様子を見る方 {held}</translation>
    </message>
    <message>
        <source>{text} · drawn outside</source>
        <translation>{text}・ほかで分けた名簿</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message numerus="yes">
        <source>%n answer(s), all without a name.</source>
        <translation><numerusform>お答え %n枚は、すべて無記名です。</numerusform></translation>
    </message>
    <message>
        <source>As soon as the first sheets are back, the results stand here: typed in, scanned or brought in from a file.</source>
        <translation>はじめの用紙が戻ると、ここに結果が出ます。入力・スキャン・ファイルの取り込みのどれでも集計に入ります。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Bring in answers</source>
        <translation>回答を取り込む</translation>
    </message>
    <message>
        <source>Bring in answers from a file</source>
        <translation>回答のファイルを取り込む</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>お答えはまだありません</translation>
    </message>
    <message>
        <source>Nobody is behind this figure.</source>
        <translation>この数に当たる方はいません。</translation>
    </message>
    <message>
        <source>Not shown yet</source>
        <translation>まだ表示しません</translation>
    </message>
    <message numerus="yes">
        <source>Of the staff nothing is shown before %n have answered, so that nobody can be told.</source>
        <translation><numerusform>スタッフのアンケートは、どなたのお答えか分からないように、%n名のお答えがそろうまで何も表示しません。</numerusform></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>取り出す</translation>
    </message>
    <message>
        <source>Type answers in</source>
        <translation>回答を入力する</translation>
    </message>
    <message>
        <source>{answers} answers</source>
        <translation>お答え {answers}枚</translation>
    </message>
    <message>
        <source>{handed_out} handed out · {answers} answers · {percent} came back</source>
        <translation>お渡し {handed_out}枚・お答え {answers}枚・{percent}</translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message>
        <source>(people sent to x effect on each − cost) ÷ cost. Points and offers are in the effect, so they are not in the cost.</source>
        <translation>(送った人数×お一人の効果−費用)÷費用。ポイントと特典は効果のほうで引いてあるので、費用には入れません。</translation>
    </message>
    <message>
        <source>Customers who came</source>
        <translation>ご来店のお客様</translation>
    </message>
    <message>
        <source>Enter opens the names of those who came.</source>
        <translation>Enterでご来店になった方のお名前が出ます。</translation>
    </message>
    <message>
        <source>Example: 10,000 spent and 47,000 of gross profit brought: 370%.</source>
        <translation>例: 費用1万円で粗利が4万7千円増えたら370%です。</translation>
    </message>
    <message>
        <source>Gross profit for each it was sent to</source>
        <translation>増えた粗利(送った方お一人あたり)</translation>
    </message>
    <message>
        <source>High</source>
        <translation>多め</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>Needed to break even, for each it was sent to</source>
        <translation>元が取れる効果(お一人あたり)</translation>
    </message>
    <message>
        <source>Profit on cost</source>
        <translation>もうけの見込み(費用に対する利益)</translation>
    </message>
    <message>
        <source>Right of 0% the profit was larger than the cost, left of it smaller.</source>
        <translation>0%より右なら、費用より利益が大きかったことを表します。</translation>
    </message>
    <message>
        <source>The same without looking at the year before</source>
        <translation>前の年の分をならさない場合</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
</context>
<context>
    <name>ReturnedPanel</name>
    <message numerus="yes">
        <source>%n piece(s) recorded as returned</source>
        <translation><numerusform>戻ってきた郵便%n通を記録しました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) were not sent to such addresses since.</source>
        <translation><numerusform>その後、こうした住所あての%n通を送らずにすみました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) were not sent to such addresses since: {yen} saved.</source>
        <translation><numerusform>その後、こうした住所あての%n通を送らずにすみ、{yen}の節約になりました。</numerusform></translation>
    </message>
    <message>
        <source>Came back so far</source>
        <translation>これまでに戻ってきた郵便</translation>
    </message>
    <message>
        <source>Code on the piece</source>
        <translation>郵便のコード</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>New address since</source>
        <translation>その後に新住所</translation>
    </message>
    <message>
        <source>No post came back yet</source>
        <translation>戻ってきた郵便はまだありません</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>お客様を開く</translation>
    </message>
    <message>
        <source>Post came back. Please ask for the new address.</source>
        <translation>郵便が戻ってきました。新しいご住所をうかがってください。</translation>
    </message>
    <message>
        <source>Press Enter after each code, or scan one piece after the other.</source>
        <translation>コードを入力してEnterを押すか、バーコードリーダーで続けて読み取ってください。</translation>
    </message>
    <message numerus="yes">
        <source>Record %n returned piece(s)</source>
        <translation><numerusform>戻ってきた%n通を記録する</numerusform></translation>
    </message>
    <message>
        <source>Record returned post</source>
        <translation>戻ってきた郵便を記録する</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>The address is marked, so the next run leaves it out, and a call is planned to ask for the new one.</source>
        <translation>住所に「戻ってきた」の印を付けて次の印刷から外し、新しいご住所をうかがうお電話を予定に入れます。</translation>
    </message>
    <message>
        <source>To be recorded</source>
        <translation>記録する郵便</translation>
    </message>
    <message>
        <source>What you record is listed here.</source>
        <translation>記録すると、ここに並びます。</translation>
    </message>
    <message>
        <source>returned {day}</source>
        <translation>{day}に戻る</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>{day}に送付</translation>
    </message>
    <message>
        <source>{code} of {name} is in the list already.</source>
        <translation>{name}の{code}は、すでに一覧にあります。</translation>
    </message>
    <message>
        <source>{code} of {name} was recorded as returned on {day} already.</source>
        <translation>{name}の{code}は、{day}に戻ってきたと記録してあります。</translation>
    </message>
    <message numerus="yes">
        <source>{recorded}. %n follow-up(s) planned</source>
        <translation><numerusform>{recorded}。フォロー%n件を予定に入れました</numerusform></translation>
    </message>
    <message>
        <source>“{text}”: {reason}</source>
        <translation>「{text}」:{reason}</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Check what was read</source>
        <translation>読み取りの確認</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>あとで続ける</translation>
    </message>
    <message>
        <source>How far you are</source>
        <translation>進みぐあい</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}問中 {number}問目</translation>
    </message>
</context>
<context>
    <name>ReviewLeft</name>
    <message>
        <source>Answer</source>
        <translation>お答え</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Other answers of this sheet</source>
        <translation>この用紙のほかのお答え</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>This picture stays with the answers</source>
        <translation>この切り抜きは、お答えといっしょに残ります</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>確かめるところ</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>用紙全体を見る</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>読み取れました</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>迷った印</translation>
    </message>
    <message>
        <source>read on {day}</source>
        <translation>{day}に読み取り</translation>
    </message>
    <message>
        <source>taken for a mark</source>
        <translation>見立ての印</translation>
    </message>
    <message>
        <source>{done} of {count} are done</source>
        <translation>{count}問のうち {done}問が済みました</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%n sheet(s) are in the figures.</source>
        <translation><numerusform>%n件の回答が集計に入っています。</numerusform></translation>
    </message>
    <message>
        <source>Back to the surveys</source>
        <translation>アンケートへ戻る</translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>迷ったところはありません。</translation>
    </message>
    <message>
        <source>What a scan leaves open is asked here, one question after the other.</source>
        <translation>読み取りで迷ったところを、ここで一問ずつ確かめます。</translation>
    </message>
</context>
<context>
    <name>RewardGivingPanel</name>
    <message>
        <source>Can be used today</source>
        <translation>いま使えるポイント</translation>
    </message>
    <message>
        <source>Change points into a reward</source>
        <translation>ポイントを特典に換える</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Give for {points}</source>
        <translation>{points}で渡す</translation>
    </message>
    <message>
        <source>Give {name} for {points}</source>
        <translation>{name}を{points}で渡す</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>お渡しする担当</translation>
    </message>
    <message>
        <source>No rewards yet</source>
        <translation>特典はまだありません</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>決めない</translation>
    </message>
    <message>
        <source>Rewards are kept on the page “Points &amp; tiers”, behind the tiers.</source>
        <translation>特典は「ポイント・ランク」のページの「ランク」から足せます。</translation>
    </message>
    <message>
        <source>{name} is given for {points}</source>
        <translation>{name}を{points}でお渡ししました</translation>
    </message>
</context>
<context>
    <name>RewardPanel</name>
    <message>
        <source>Add a reward</source>
        <translation>特典を足す</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>値引き額</translation>
    </message>
    <message>
        <source>Change a reward</source>
        <translation>特典を変える</translation>
    </message>
    <message>
        <source>Empty: as many as are wanted.</source>
        <translation>空欄なら数を決めません。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>どなたでも</translation>
    </message>
    <message>
        <source>For the costs of the programme; empty counts as nothing.</source>
        <translation>ポイントの負担の計算に使います。空欄なら0です。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>お渡しできる方</translation>
    </message>
    <message>
        <source>Head spa</source>
        <translation>ヘッドスパ</translation>
    </message>
    <message>
        <source>How many are left</source>
        <translation>残りの数</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで閉じる</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>特典の名前</translation>
    </message>
    <message>
        <source>Not in the list of products</source>
        <translation>商品の一覧にないもの</translation>
    </message>
    <message>
        <source>Please type a number, or leave it empty.</source>
        <translation>数を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Points it takes</source>
        <translation>必要なポイント</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>What it costs the shop</source>
        <translation>お店の原価</translation>
    </message>
    <message>
        <source>{name} is added</source>
        <translation>{name}を足しました</translation>
    </message>
    <message>
        <source>{name} is changed</source>
        <translation>{name}を変えました</translation>
    </message>
    <message>
        <source>{tier} and above</source>
        <translation>{tier}以上</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>For {tier} and above</source>
        <translation>{tier}以上の方向け</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>プレゼント</translation>
    </message>
    <message>
        <source>None left</source>
        <translation>残りがありません</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>given {count}</source>
        <translation>これまで {count}</translation>
    </message>
    <message>
        <source>not given yet</source>
        <translation>まだお渡ししていません</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>{amount} 引き</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>残り {count}</translation>
    </message>
    <message>
        <source>{points} more needed</source>
        <translation>あと {points}</translation>
    </message>
    <message>
        <source>{tier} and above</source>
        <translation>{tier}以上</translation>
    </message>
</context>
<context>
    <name>RewardsPanel</name>
    <message>
        <source>Add a reward</source>
        <translation>特典を足す</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>もう一度使う</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>For example: a head spa for 300 points, ¥500 off for 500 points.</source>
        <translation>例:300ポイントでヘッドスパ、500ポイントで500円引き。</translation>
    </message>
    <message>
        <source>No rewards yet</source>
        <translation>特典はまだありません</translation>
    </message>
    <message>
        <source>Not offered now</source>
        <translation>お休み中</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>What customers can have for their points. It is given on the customer&apos;s page; undoing gives points and piece back.</source>
        <translation>ポイントと引き換えにお渡しするものです。お客様のページでお渡しします。元に戻すと、ポイントも数も戻ります。</translation>
    </message>
    <message>
        <source>{name} is offered again</source>
        <translation>{name}をもう一度使えるようにしました</translation>
    </message>
    <message>
        <source>{name} is put aside</source>
        <translation>{name}をしまいました</translation>
    </message>
</context>
<context>
    <name>RuleActs</name>
    <message>
        <source>The rule holds from today on</source>
        <translation>今日のお買上げから、新しいきまりになります</translation>
    </message>
    <message>
        <source>The rule holds from {day} on</source>
        <translation>{day}のお買上げから、新しいきまりになります</translation>
    </message>
</context>
<context>
    <name>RuleChooser</name>
    <message>
        <source>Change more</source>
        <translation>ほかも変える</translation>
    </message>
    <message>
        <source>Use from today on</source>
        <translation>今日から使う</translation>
    </message>
</context>
<context>
    <name>RuleOutlook</name>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変えたあと</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>いまと同じです</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>A balance may go below zero</source>
        <translation>残高がマイナスになってもよい</translation>
    </message>
    <message>
        <source>A balance may now go below zero</source>
        <translation>残高がマイナスになってもよいことにしました</translation>
    </message>
    <message>
        <source>A balance no longer goes below zero without asking</source>
        <translation>残高がマイナスになるときは、そのつど確認します</translation>
    </message>
    <message>
        <source>A rule cannot begin before today.</source>
        <translation>今日より前から始めることはできません。</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>マイナスの残高</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>ルールを変える</translation>
    </message>
    <message>
        <source>Choose what earns no points</source>
        <translation>つかない商品を選ぶ</translation>
    </message>
    <message>
        <source>Earning</source>
        <translation>ためる</translation>
    </message>
    <message>
        <source>Everything you sell earns points.</source>
        <translation>すべての商品につきます。</translation>
    </message>
    <message>
        <source>For purchases from</source>
        <translation>いつのお買上げから</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>入力を続ける</translation>
    </message>
    <message>
        <source>It never works backwards: points that customers have stay as they are.</source>
        <translation>さかのぼることはありません。お客様がお持ちのポイントはそのままです。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>保存せずに閉じますか。</translation>
    </message>
    <message>
        <source>Make this the rule</source>
        <translation>このきまりにする</translation>
    </message>
    <message>
        <source>More points</source>
        <translation>多くつける</translation>
    </message>
    <message>
        <source>Please type a day.</source>
        <translation>日付を入力してください。</translation>
    </message>
    <message>
        <source>Purchases earn points</source>
        <translation>お買上げにポイントをつける</translation>
    </message>
    <message>
        <source>The rule you typed does not hold yet.</source>
        <translation>入力したきまりは、まだ使われません。</translation>
    </message>
    <message>
        <source>Using</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>When something is given back whose points were used already, the balance goes below zero, and later points fill it up. Off: the program asks each time. Saved at once.</source>
        <translation>使われたあとのポイントを返品で取り消すと残高がマイナスになり、次にたまる分から埋まります。切っておくと、そのつど確認します。その場で保存されます。</translation>
    </message>
</context>
<context>
    <name>RulePart</name>
    <message>
        <source>Please type a number that can be.</source>
        <translation>使える数を入力してください。</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Decide the rule</source>
        <translation>きまりを決める</translation>
    </message>
    <message>
        <source>For answering a survey: {surveys}</source>
        <translation>アンケートのお礼:{surveys}</translation>
    </message>
    <message>
        <source>From {day} on: {rule}</source>
        <translation>{day}から: {rule}</translation>
    </message>
    <message>
        <source>How points are earned and used</source>
        <translation>ためる・使うきまり</translation>
    </message>
    <message>
        <source>There is no rule yet. The points customers have are kept; they can neither be used nor become more.</source>
        <translation>きまりがまだありません。お客様のポイントはそのまま残っていますが、使うことも、たまることもありません。</translation>
    </message>
    <message>
        <source>press a coloured word to change it</source>
        <translation>色の付いた言葉を押すと変えられます</translation>
    </message>
    <message>
        <source>“{title}” {points}</source>
        <translation>「{title}」{points}</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Change the group</source>
        <translation>グループを変える</translation>
    </message>
    <message>
        <source>In the group today</source>
        <translation>今日の人数</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>グループを作る</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>どなたもいません</translation>
    </message>
    <message>
        <source>Open the list of names</source>
        <translation>お名前の一覧を開く</translation>
    </message>
    <message>
        <source>Print for them</source>
        <translation>この方々に印刷する</translation>
    </message>
    <message>
        <source>The first names</source>
        <translation>はじめの方々</translation>
    </message>
    <message>
        <source>Who belongs to it? Press a coloured word to change it.</source>
        <translation>どんな方のグループですか。色のついた言葉を押すと変えられます。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>ほか%n名</numerusform></translation>
    </message>
    <message>
        <source>of {count} in all</source>
        <translation>全{count}のうち</translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message>
        <source>A low score {0}.</source>
        <translation>点数が低くても{0}。</translation>
    </message>
    <message>
        <source>A score of {0} plans for the same day: {1}.</source>
        <translation>点数が{0}なら、その日に{1}を予定します。</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件を足す</translation>
    </message>
    <message>
        <source>After an answer</source>
        <translation>お答えをいただいたら</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>ほかの数</translation>
    </message>
    <message>
        <source>Everybody, as long as there is no condition.</source>
        <translation>条件がないうちは、全員です。</translation>
    </message>
    <message>
        <source>Of sheets without a name nobody is known, so this is left out.</source>
        <translation>無記名の用紙ではどなたか分からないため、行いません。</translation>
    </message>
    <message>
        <source>Or another condition</source>
        <translation>または別の条件</translation>
    </message>
    <message>
        <source>Remove: {condition}</source>
        <translation>外す:{condition}</translation>
    </message>
    <message>
        <source>Whoever answers gets {0}.</source>
        <translation>お礼は{0}です。</translation>
    </message>
    <message>
        <source>and</source>
        <translation>かつ</translation>
    </message>
    <message>
        <source>no points</source>
        <translation>ポイントなし</translation>
    </message>
    <message>
        <source>or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>or …</source>
        <translation>または…</translation>
    </message>
    <message>
        <source>plans nothing</source>
        <translation>予定を入れません</translation>
    </message>
    <message>
        <source>{score} or less</source>
        <translation>{score}以下</translation>
    </message>
</context>
<context>
    <name>RunActs</name>
    <message numerus="yes">
        <source>%n piece(s) were left out</source>
        <translation><numerusform>%n枚を取りやめました</numerusform></translation>
    </message>
    <message>
        <source>Keep them for later</source>
        <translation>あとで続ける</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>このままにする</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n piece(s) of this run?</source>
        <translation><numerusform>この印刷の%n枚を外しますか?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n piece(s) that were not printed?</source>
        <translation><numerusform>印刷していない%n枚を取りやめますか?</numerusform></translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>残りを取りやめる</translation>
    </message>
    <message numerus="yes">
        <source>Making the remaining %n piece(s)</source>
        <translation><numerusform>残りの%n枚を作っています</numerusform></translation>
    </message>
    <message>
        <source>Noted where it stopped. You can go on from there at any time.</source>
        <translation>止まったところを記録しました。いつでもそこから続けられます。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print run {number} of {day}</source>
        <translation>印刷{number} {day}</translation>
    </message>
    <message>
        <source>Print the others</source>
        <translation>ほかを印刷する</translation>
    </message>
    <message>
        <source>Save the PDF again</source>
        <translation>PDFをもう一度保存する</translation>
    </message>
    <message numerus="yes">
        <source>Take back that the %n piece(s) of run {number} were sent?</source>
        <translation><numerusform>印刷{number}の%n通の送った記録を取り消しますか</numerusform></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>記録を取り消す</translation>
    </message>
    <message numerus="yes">
        <source>The remaining %n piece(s) were made and noted as sent</source>
        <translation><numerusform>残りの%n枚を作り、送付済みにしました</numerusform></translation>
    </message>
    <message>
        <source>The run leaves the log and the customers&apos; records, as if it had never been sent. What is printed stays printed.</source>
        <translation>印刷の記録とお客様の記録から、お送りしなかったものとして消えます。印刷した紙はそのままです。</translation>
    </message>
    <message>
        <source>The same pages are in {file}</source>
        <translation>同じページを{file}に保存しました</translation>
    </message>
    <message>
        <source>These people get none from this run, and the run says so. Nothing is printed.</source>
        <translation>この方々にはこの印刷から送りません。印刷の記録にそのことが残ります。何も印刷しません。</translation>
    </message>
    <message>
        <source>This has come up since the run was made:</source>
        <translation>印刷のあとに、次のことが記録されています。</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>People of run {run}</source>
        <translation>印刷{run}の方</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message numerus="yes">
        <source>%n left out</source>
        <translation><numerusform>外した方 %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n枚</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are left, from number {position} ({name}) on. They are made as they were and noted as sent.</source>
        <translation><numerusform>{position}枚目({name})から、残り%n枚です。はじめに決めた内容のまま作り、送付済みにします。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are left. As they were not kept, they cannot be made again from here.</source>
        <translation><numerusform>あと%n枚あります。内容が残っていないため、ここから作り直すことはできません。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n returned by post</source>
        <translation><numerusform>郵便で戻った %n枚</numerusform></translation>
    </message>
    <message>
        <source>All pieces</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>戻ってきた</translation>
    </message>
    <message>
        <source>Code used</source>
        <translation>コード利用あり</translation>
    </message>
    <message>
        <source>Find by name, reading, address or code</source>
        <translation>お名前・よみ・住所・コードで探す</translation>
    </message>
    <message>
        <source>It stopped at…</source>
        <translation>途中で止まった…</translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>残りを取りやめる</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>外した方</translation>
    </message>
    <message>
        <source>Nobody in this run fits the search.</source>
        <translation>この印刷には当てはまる方がいません。</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>まだ印刷していない</translation>
    </message>
    <message>
        <source>Pieces of this run</source>
        <translation>この印刷の一覧</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>もう一度出す</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>印刷{number}</translation>
    </message>
    <message>
        <source>Save the PDF again</source>
        <translation>PDFをもう一度保存する</translation>
    </message>
    <message>
        <source>Was not sent</source>
        <translation>送った記録を取り消す</translation>
    </message>
    <message>
        <source>Which pieces are shown</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>{used} of {coded} codes used</source>
        <translation>コードの利用 {used}/{coded}枚</translation>
    </message>
</context>
<context>
    <name>SalesCard</name>
    <message>
        <source>Amount a visit</source>
        <translation>1回の金額</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Customers of the month</source>
        <translation>その月のお客様</translation>
    </message>
    <message>
        <source>Customers of {month}</source>
        <translation>{month}のお客様</translation>
    </message>
    <message>
        <source>Enter opens the customers of the month. Sales without a customer are in no line.</source>
        <translation>Enterで、その月のお客様のお名前が出ます。お客様の分からない売上は入っていません。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Sales to customers</source>
        <translation>お客様への売上</translation>
    </message>
    <message>
        <source>Shown once there are visits</source>
        <translation>ご来店の記録が入ると表示します</translation>
    </message>
    <message>
        <source>Visits each</source>
        <translation>お一人の回数</translation>
    </message>
    <message>
        <source>What the sales are made of</source>
        <translation>売上の内訳(人数 × 回数 × 金額)</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}(途中)</translation>
    </message>
    <message>
        <source>{month}: {amount} a visit</source>
        <translation>{month} 1回 {amount}</translation>
    </message>
    <message>
        <source>{month}: {customers} customers</source>
        <translation>{month} {customers}名</translation>
    </message>
    <message>
        <source>{month}: {visits} each</source>
        <translation>{month} お一人 {visits}</translation>
    </message>
</context>
<context>
    <name>SaveList</name>
    <message>
        <source>CSV for Excel (*.csv);;Excel (*.xlsx)</source>
        <translation>Excel用のCSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧を保存する</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>一覧を保存しています</translation>
    </message>
    <message>
        <source>{count} rows are saved in {file}</source>
        <translation>{file} に{count}行を保存しました</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Do not save yet</source>
        <translation>まだ保存しない</translation>
    </message>
    <message>
        <source>It is saved as a new template</source>
        <translation>別のテンプレートとして保存しました</translation>
    </message>
    <message>
        <source>It was deleted elsewhere while you were changing it. If you save it, it is there again.</source>
        <translation>変えている間に、ほかの画面で削除されました。保存すると、もう一度使えるようになります。</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>別のテンプレートとして保存</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>もう一度保存する</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>上書きする</translation>
    </message>
    <message>
        <source>Save over the other change of {name}?</source>
        <translation>「{name}」のほかの変更に上書きしますか?</translation>
    </message>
    <message>
        <source>Save the template {name} although it was deleted?</source>
        <translation>テンプレート「{name}」は削除されています。保存しますか?</translation>
    </message>
    <message>
        <source>The template was changed elsewhere while you were changing it. If you save now, that change is lost. You can also keep both: “Save as a new template” in the menu.</source>
        <translation>変えている間に、ほかの画面でもこのテンプレートが変わりました。今保存すると、そちらの変更は消えます。両方残すには、メニューの「別のテンプレートとして保存」を選んでください。</translation>
    </message>
    <message>
        <source>The template you opened stays as it was saved last.</source>
        <translation>開いたテンプレートは、最後に保存したままの形で残ります。</translation>
    </message>
    <message>
        <source>The template {name} is saved</source>
        <translation>テンプレート「{name}」を保存しました</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}(複製)</translation>
    </message>
    <message>
        <source>{name} is saved, but nothing can be printed with it until this part is corrected: {part}</source>
        <translation>{name}を保存しました。ただし、次の部品を直すまで、このテンプレートでは印刷できません: {part}</translation>
    </message>
    <message>
        <source>{name} is saved, but nothing can be printed with it until what is said below the paper is corrected</source>
        <translation>{name}を保存しました。ただし、用紙の下に書かれたことを直すまで、このテンプレートでは印刷できません</translation>
    </message>
</context>
<context>
    <name>ScalePart</name>
    <message>
        <source>A word for each</source>
        <translation>段階ごとの言葉</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>顔の絵</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>段階の数</translation>
    </message>
    <message>
        <source>What stands at the points</source>
        <translation>段階に付けるもの</translation>
    </message>
    <message>
        <source>Word at point {number}</source>
        <translation>{number}の段階の言葉</translation>
    </message>
    <message>
        <source>Words at the ends</source>
        <translation>両端の言葉</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message numerus="yes">
        <source>Read %n page(s).</source>
        <translation><numerusform>用紙を %n枚読み取りました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Read %n page(s); {count} are to be looked at.</source>
        <translation><numerusform>用紙を %n枚読み取りました。{count}枚を確かめてください。</numerusform></translation>
    </message>
    <message>
        <source>Reading survey sheets</source>
        <translation>用紙の読み取り</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation><numerusform>{name} ほか%n件</numerusform></translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message numerus="yes">
        <source>%n more file(s) could not be opened either.</source>
        <translation><numerusform>ほかの%n個も開けませんでした。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) looked at: {name}</source>
        <translation><numerusform>%n枚を読み取りました: {name}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were blank.</source>
        <translation><numerusform>%n枚は白紙でした。</numerusform></translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>フォルダーを変える</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose a folder of scans</source>
        <translation>用紙の画像のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose scans of the sheets</source>
        <translation>用紙の画像を選ぶ</translation>
    </message>
    <message>
        <source>Folder into which the scanner puts its pictures</source>
        <translation>スキャナーが画像を入れるフォルダー</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>進みぐあい</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n page(s)</source>
        <translation><numerusform>%n枚を確かめる</numerusform></translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>ファイルを調べています</translation>
    </message>
    <message>
        <source>Pictures and PDF</source>
        <translation>画像とPDF</translation>
    </message>
    <message>
        <source>Read new pictures of a folder by itself</source>
        <translation>フォルダーに入った画像を自動で読み取る</translation>
    </message>
    <message>
        <source>Read sheets</source>
        <translation>用紙を読み取る</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s): {name}</source>
        <translation><numerusform>%n枚で止めました: {name}</numerusform></translation>
    </message>
    <message>
        <source>Take this reading back</source>
        <translation>この読み取りを取り消す</translation>
    </message>
    <message>
        <source>There was no picture among what was chosen.</source>
        <translation>選んだ中に、画像がありませんでした。</translation>
    </message>
    <message>
        <source>Where the scanner of this computer puts its pictures. Each file is read once; nothing is moved or deleted.</source>
        <translation>このパソコンのスキャナーが画像を入れるフォルダーです。どのファイルも一度だけ読み取り、動かしたり消したりしません。</translation>
    </message>
    <message>
        <source>You can go on with other work meanwhile. What was read stays when you stop.</source>
        <translation>このまま他の作業を続けられます。止めても、読み取った分は残ります。</translation>
    </message>
    <message>
        <source>{done} of {total} pages</source>
        <translation>{total}枚中 {done}枚</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>{count} pages are not sheets of this shop: left out</source>
        <translation>{count}枚は、当店の用紙ではありません。除きました</translation>
    </message>
    <message>
        <source>{count} pages read without a doubt</source>
        <translation>{count}枚は、そのまま読めました</translation>
    </message>
    <message>
        <source>{count} pages were read before: they count once</source>
        <translation>{count}枚は、前に読み取った用紙です。二重には数えません</translation>
    </message>
    <message>
        <source>{count} pages whose two codes do not agree, or with two sheets in one picture: left out</source>
        <translation>{count}枚は、ふたつの番号が合わないか、用紙が2枚写っています。除きました</translation>
    </message>
    <message>
        <source>{count} pages with doubts: they count once you have looked</source>
        <translation>{count}枚に迷ったところがあります。確かめると集計に入ります</translation>
    </message>
    <message>
        <source>{count} pictures in which no sheet was found: show where it is</source>
        <translation>{count}枚は、用紙の場所が分かりません。場所を示してください</translation>
    </message>
    <message>
        <source>{count} sheets on which nothing is filled in: left out</source>
        <translation>{count}枚は、何も記入されていません。除きました</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Please type a colour like #0B6B5B, or press the field beside it.</source>
        <translation>#0B6B5Bのような番号を入力するか、左の色を押して選んでください。</translation>
    </message>
    <message>
        <source>Please type a number from {least} to {most}.</source>
        <translation>{least}から{most}までの数を入力してください。</translation>
    </message>
</context>
<context>
    <name>SegmentCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Customers of the group</source>
        <translation>グループのお客様</translation>
    </message>
    <message>
        <source>Enter opens the customers of the group. Below 30 customers a line is for reference.</source>
        <translation>Enterで、そのグループのお客様のお名前が出ます。30名に満たない行は参考です。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Groups: customers and sales</source>
        <translation>グループごとの人数と売上</translation>
    </message>
    <message>
        <source>Of the customers</source>
        <translation>人数の割合</translation>
    </message>
    <message>
        <source>Of the sales</source>
        <translation>売上の割合</translation>
    </message>
    <message>
        <source>Sales in 365 days</source>
        <translation>365日の売上</translation>
    </message>
    <message>
        <source>Shown once there are visits</source>
        <translation>ご来店の記録が入ると表示します</translation>
    </message>
    <message>
        <source>{segment}: {people} of the customers, {sales} of the sales</source>
        <translation>{segment} お客様の{people}・売上の{sales}</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Away</source>
        <translation>ご無沙汰</translation>
    </message>
    <message>
        <source>New</source>
        <translation>はじめて</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常連</translation>
    </message>
    <message>
        <source>Room to grow</source>
        <translation>伸びしろ</translation>
    </message>
    <message>
        <source>Slipping</source>
        <translation>離れそう</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>おつきあい</translation>
    </message>
</context>
<context>
    <name>SentPieces</name>
    <message>
        <source>A card was sent</source>
        <translation>はがきを送りました</translation>
    </message>
    <message>
        <source>A label was printed</source>
        <translation>宛名ラベルを印刷しました</translation>
    </message>
    <message>
        <source>A letter was sent</source>
        <translation>お便りを送りました</translation>
    </message>
    <message>
        <source>A member card was printed</source>
        <translation>会員カードを印刷しました</translation>
    </message>
    <message>
        <source>A referral card was printed</source>
        <translation>ご紹介カードを印刷しました</translation>
    </message>
    <message>
        <source>A survey sheet was printed</source>
        <translation>アンケート用紙を印刷しました</translation>
    </message>
    <message>
        <source>An envelope or address side was printed</source>
        <translation>封筒・宛名面を印刷しました</translation>
    </message>
    <message>
        <source>brought on {day}</source>
        <translation>{day}にお持ちになりました</translation>
    </message>
    <message>
        <source>brought on {day} by {name}</source>
        <translation>{day}に{name}様がお持ちになりました</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>記号 {code}</translation>
    </message>
    <message>
        <source>post came back on {day}</source>
        <translation>{day}に郵便が戻る</translation>
    </message>
    <message>
        <source>to the household</source>
        <translation>ご家族あて</translation>
    </message>
</context>
<context>
    <name>SentTab</name>
    <message>
        <source>A printed card is noted here in the same step.</source>
        <translation>はがきを印刷すると、送った記録がここに残ります。</translation>
    </message>
    <message>
        <source>Came as a guest</source>
        <translation>お連れ様としてお越しでした</translation>
    </message>
    <message>
        <source>Came on {day}</source>
        <translation>{day}にお越しでした</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>まだ何も送っていません</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Print a thank-you card</source>
        <translation>お礼のはがきを印刷</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>Was in this campaign</source>
        <translation>このキャンペーンをお送りしました</translation>
    </message>
    <message>
        <source>Was left out of it by lot, to compare with</source>
        <translation>くじで、様子を見る方になりました(お送りしていません)</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで数えます</translation>
    </message>
</context>
<context>
    <name>SettingsCard</name>
    <message>
        <source>Address</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Design and paper</source>
        <translation>デザインと用紙</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文面</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Changes are saved at once</source>
        <translation>変更はすぐ保存されます</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を探す</translation>
    </message>
    <message>
        <source>Nothing in the settings is called that.</source>
        <translation>その言葉の設定は見つかりません。</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>設定の項目</translation>
    </message>
    <message>
        <source>See recent actions</source>
        <translation>最近の操作を見る</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>直前の変更を元に戻す</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>Came</source>
        <translation>来店</translation>
    </message>
    <message>
        <source>Customers who came</source>
        <translation>ご来店のお客様</translation>
    </message>
    <message>
        <source>Enter opens the names of those who came.</source>
        <translation>Enterでご来店になった方のお名前が出ます。</translation>
    </message>
    <message>
        <source>Example: 59 of 240 came after the card, 9 of 80 came without it.</source>
        <translation>例: はがきを送った240名のうち59名、送っていない80名のうち9名がご来店。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>組</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Share of customers who came</source>
        <translation>来店したお客様の割合</translation>
    </message>
    <message>
        <source>The share of each group with at least one visit while visits counted. The lines show the range of chance.</source>
        <translation>期間中に一度でもご来店になった方の割合です。線は偶然の幅を表します。</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>来店したお客様の割合</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval for each share, Newcombe&apos;s for their difference.</source>
        <translation>割合の幅はウィルソンの方法、差の幅はニューカムの方法で出しています。</translation>
    </message>
    <message>
        <source>{group}: {share}</source>
        <translation>{group}: {share}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}〜{high}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>A page of this sheet is missing</source>
        <translation>この用紙は、ページが足りません</translation>
    </message>
    <message>
        <source>Both: somebody else filled in a copy</source>
        <translation>両方(別の方が写しに記入)</translation>
    </message>
    <message>
        <source>Earlier: {earlier} / This picture: {now}</source>
        <translation>前: {earlier} / この画像: {now}</translation>
    </message>
    <message>
        <source>Go on waiting</source>
        <translation>このまま待つ</translation>
    </message>
    <message>
        <source>Is it lost, the rest can count without it.</source>
        <translation>見つからないときは、そのページなしで数えられます。</translation>
    </message>
    <message>
        <source>Let it count without this page</source>
        <translation>そのページなしで数える</translation>
    </message>
    <message>
        <source>Page {numbers} did not come yet. The sheet waits for it, and joins the page when it is read.</source>
        <translation>{numbers}ページ目が、まだ読み取られていません。読み取ると、ひとつの用紙になります。</translation>
    </message>
    <message>
        <source>The answers of this picture</source>
        <translation>この画像の答え</translation>
    </message>
    <message>
        <source>The earlier answers</source>
        <translation>前の答え</translation>
    </message>
    <message>
        <source>This sheet was read or typed before, with other answers. Until you decide, the earlier ones count.</source>
        <translation>この用紙は、前に別の答えで読み取ったか、入力しています。決めるまでは、前の答えを数えます。</translation>
    </message>
    <message>
        <source>Which of the two counts?</source>
        <translation>どちらを数えますか</translation>
    </message>
</context>
<context>
    <name>SheetPeopleCard</name>
    <message>
        <source>Came within {days} days</source>
        <translation>{days}日以内に来られた方</translation>
    </message>
    <message>
        <source>Chosen customers</source>
        <translation>選んだお客様</translation>
    </message>
    <message>
        <source>Each sheet has a code of its own, and the answers stand on the customer&apos;s page.</source>
        <translation>お一人ずつ違う記号を印刷し、お答えをお客様のページに残します。</translation>
    </message>
    <message>
        <source>Each sheet has a number, so that none is counted twice. Nobody can be told by it.</source>
        <translation>同じ用紙を2度数えないための番号だけを印刷します。どなたのお答えかは分かりません。</translation>
    </message>
    <message>
        <source>Number of sheets</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>Whose names stand on the sheets</source>
        <translation>用紙にお名前を入れる方</translation>
    </message>
    <message>
        <source>Whose sheets</source>
        <translation>どなたの用紙か</translation>
    </message>
    <message>
        <source>With the name</source>
        <translation>お名前と結び付ける</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無記名</translation>
    </message>
</context>
<context>
    <name>SheetPicture</name>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Scan of the sheet</source>
        <translation>読み取った用紙</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
</context>
<context>
    <name>SheetRemarks</name>
    <message>
        <source>For when many of your customers are elderly.</source>
        <translation>ご年配の方が多いときに。</translation>
    </message>
    <message>
        <source>For when many of your customers are elderly. It takes {pages} pages then.</source>
        <translation>ご年配の方が多いときに。{pages}ページになります。</translation>
    </message>
    <message>
        <source>It fits on one page</source>
        <translation>1枚に収まっています</translation>
    </message>
    <message>
        <source>It takes about {minutes} min to fill in</source>
        <translation>ご記入は およそ{minutes}分</translation>
    </message>
    <message>
        <source>It takes {pages} pages</source>
        <translation>{pages}ページになります</translation>
    </message>
    <message>
        <source>No font of the program has these: {letters}</source>
        <translation>このプログラムの書体にない文字です: {letters}</translation>
    </message>
    <message>
        <source>Please print both sides, or take something away. Letters never get smaller.</source>
        <translation>両面に印刷するか、質問を減らしてください。文字は小さくしません。</translation>
    </message>
    <message>
        <source>Please print one side only, or take something away: else the next sheet begins on the back of the last page.</source>
        <translation>片面で印刷するか、質問を減らしてください。両面では、最後のページの裏に次の方の用紙が来ます。</translation>
    </message>
    <message>
        <source>Questions: {questions}. Up to {most} are best.</source>
        <translation>{questions}問。{most}問までがおすすめです。</translation>
    </message>
    <message>
        <source>Questions: {questions}. With up to {most}, more sheets come back.</source>
        <translation>{questions}問。{most}問までにすると、回答が増えます。</translation>
    </message>
    <message>
        <source>Some letters cannot be printed</source>
        <translation>印刷できない文字があります</translation>
    </message>
    <message>
        <source>The boxes are large enough and far enough apart.</source>
        <translation>□の大きさも間隔も十分です。</translation>
    </message>
    <message>
        <source>The letters can be larger</source>
        <translation>文字を大きくできます</translation>
    </message>
    <message>
        <source>The machine can read it</source>
        <translation>機械で読み取れます</translation>
    </message>
    <message>
        <source>The pages of one sheet stand side by side on A4. Please cut them apart before they are read.</source>
        <translation>お一人分のページがA4に並びます。読み取る前に切り離してください。</translation>
    </message>
    <message>
        <source>There is nothing to tick</source>
        <translation>印を付けるところがありません</translation>
    </message>
    <message>
        <source>What is written by hand is kept as a picture, and you type it in.</source>
        <translation>手書きのお答えは画像で残り、あとで入力します。</translation>
    </message>
    <message>
        <source>{room} mm are left at the bottom.</source>
        <translation>下の余りは {room}mm です。</translation>
    </message>
</context>
<context>
    <name>SheetRunView</name>
    <message numerus="yes">
        <source>%n page(s) of paper</source>
        <translation><numerusform>%nページ</numerusform></translation>
    </message>
    <message>
        <source>A sheet without a name</source>
        <translation>無記名の用紙</translation>
    </message>
    <message>
        <source>A4 sheets</source>
        <translation>A4の用紙</translation>
    </message>
    <message>
        <source>A5 sheets</source>
        <translation>A5の用紙</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>どなたに</translation>
    </message>
    <message>
        <source>For whom, or the sheets</source>
        <translation>どなたにか、用紙か</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>全員を外す</translation>
    </message>
    <message>
        <source>Make a PDF</source>
        <translation>PDFにする</translation>
    </message>
    <message>
        <source>Make a PDF and record it as handed over</source>
        <translation>PDFにしてお渡し済みとして記録</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Sheets without a name</source>
        <translation>無記名の用紙</translation>
    </message>
    <message>
        <source>Take all in</source>
        <translation>全員を入れる</translation>
    </message>
    <message>
        <source>The pages go into a file and are recorded as handed over, as when they are printed.</source>
        <translation>ページをファイルにし、印刷したときと同じようにお渡し済みとして記録します。</translation>
    </message>
    <message>
        <source>The sheet of {name}</source>
        <translation>{name} 様の用紙</translation>
    </message>
    <message>
        <source>There is nothing to print: {reason}</source>
        <translation>印刷できません: {reason}</translation>
    </message>
    <message>
        <source>Two A5 pages of a sheet on a page of A4</source>
        <translation>A4に1部のA5を2ページずつ</translation>
    </message>
    <message>
        <source>Two A5 sheets on a page of A4, to be cut</source>
        <translation>A4にA5を2枚(切り分けます)</translation>
    </message>
</context>
<context>
    <name>SheetThumbnail</name>
    <message>
        <source>What the sheet looks like</source>
        <translation>用紙の見え方</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Preview of the sheet</source>
        <translation>用紙の見え方</translation>
    </message>
    <message>
        <source>The sheet with its labels</source>
        <translation>ラベルを並べた用紙</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Bakery or food shop</source>
        <translation>パン・食品店</translation>
    </message>
    <message>
        <source>Business customers</source>
        <translation>法人のお客様が中心</translation>
    </message>
    <message>
        <source>Café or restaurant</source>
        <translation>カフェ・飲食店</translation>
    </message>
    <message>
        <source>Clinic or therapy</source>
        <translation>治療院・クリニック</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>金曜日</translation>
    </message>
    <message>
        <source>Garage or maintenance</source>
        <translation>整備・修理</translation>
    </message>
    <message>
        <source>Hair or beauty salon</source>
        <translation>美容室・サロン</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>月曜日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Prices with tax</source>
        <translation>税込で入力</translation>
    </message>
    <message>
        <source>Prices without tax</source>
        <translation>税抜で入力</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>四半期</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>土曜日</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>小売店</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>日曜日</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>木曜日</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>火曜日</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>水曜日</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>% of sales</source>
        <translation>%(売上に対して)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ご住所</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物・部屋</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>定休日</translation>
    </message>
    <message>
        <source>Consumption tax</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>Counting the figures anew</source>
        <translation>数字を数え直しています</translation>
    </message>
    <message>
        <source>Figures by</source>
        <translation>数字の区切り</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>粗利率</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Please type a number from 0 to 100.</source>
        <translation>0から100までの数を入れてください。</translation>
    </message>
    <message>
        <source>Please type a number of days from {low} to {high}.</source>
        <translation>{low}から{high}までの日数を入れてください。</translation>
    </message>
    <message>
        <source>Please type the name of the shop.</source>
        <translation>お店の名前を入れてください。</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Printed on cards under the shop&apos;s name.</source>
        <translation>はがきで、お店の名前の下に印刷されます。</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>差出人のお名前</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>お店</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>お店の名前</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>町名・番地</translation>
    </message>
    <message>
        <source>The change is saved</source>
        <translation>変更を保存しました</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>業種</translation>
    </message>
    <message>
        <source>Usual days</source>
        <translation>目安の日数</translation>
    </message>
    <message>
        <source>Year begins in</source>
        <translation>年度の始まり</translation>
    </message>
    <message>
        <source>days without a visit: long not seen</source>
        <translation>日お見えでないと「しばらく」</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>About the shop</source>
        <translation>お店のこと</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物・部屋</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Fills in the address.</source>
        <translation>住所が自動で入ります。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Please type the name of the shop.</source>
        <translation>お店の名前を入れてください。</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Printed as the sender on cards. Everything can be changed later in Settings.</source>
        <translation>はがきの差出人として印刷します。後から設定でいつでも変えられます。</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>お店の名前</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>番地</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>業種</translation>
    </message>
    <message>
        <source>Your name (owner or manager)</source>
        <translation>お名前(店長・代表)</translation>
    </message>
</context>
<context>
    <name>SideBox</name>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation><numerusform>%n件のキャンペーン</numerusform></translation>
    </message>
    <message>
        <source>Attributed</source>
        <translation>そのまま足した数字</translation>
    </message>
    <message>
        <source>Came after being reached</source>
        <translation>届けたあと来てくださった方</translation>
    </message>
    <message>
        <source>Came again in all</source>
        <translation>また来た方の合計</translation>
    </message>
    <message>
        <source>Came of those reached</source>
        <translation>届けて来てくださった方</translation>
    </message>
    <message>
        <source>Customers won in 12 months</source>
        <translation>12か月で新しく来てくださったお客様</translation>
    </message>
    <message>
        <source>Existing customers who came again</source>
        <translation>また来てくださった、前からのお客様</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>お一人あたり</translation>
    </message>
    <message>
        <source>Keeping existing ones</source>
        <translation>今のお客様とのお付き合い</translation>
    </message>
    <message>
        <source>Profit on cost</source>
        <translation>費用に対する利益</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>届けた方</translation>
    </message>
    <message>
        <source>See the names</source>
        <translation>お名前を見る</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使った費用</translation>
    </message>
    <message>
        <source>Their margin since</source>
        <translation>その後の粗利</translation>
    </message>
    <message>
        <source>Winning new ones</source>
        <translation>新しいお客様を迎える</translation>
    </message>
    <message>
        <source>Won in all</source>
        <translation>新しく来た方の合計</translation>
    </message>
    <message>
        <source>{people} with {campaigns}</source>
        <translation>{people} · {campaigns}</translation>
    </message>
</context>
<context>
    <name>SideCell</name>
    <message>
        <source>(none)</source>
        <translation>(なし)</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Areas</source>
        <translation>画面の一覧</translation>
    </message>
</context>
<context>
    <name>SimulatorCard</name>
    <message>
        <source>Amount for points</source>
        <translation>ポイントのつく金額</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Back to today&apos;s rule</source>
        <translation>いまのきまりに戻す</translation>
    </message>
    <message>
        <source>Customers in {month}</source>
        <translation>{month}に来られたお客様</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Every receipt of the last 12 finished months is worked out again with the rule you type. Tiers count as they were on the first of each month.</source>
        <translation>終わった12か月の会計を1件ずつ、入力したきまりで計算し直します。ランクは各月1日のもので数えます。</translation>
    </message>
    <message>
        <source>Example: 1 point per 80 yen instead of 100 would have cost ¥46,000 more.</source>
        <translation>例: 100円を80円に変えると、負担は ¥46,000 増えていました。</translation>
    </message>
    <message>
        <source>Make this the rule</source>
        <translation>このきまりにする</translation>
    </message>
    <message>
        <source>Points of all receipts × worth of a point × share that is used</source>
        <translation>全会計のポイント × 1ポイントの値打ち × 使われる割合</translation>
    </message>
    <message>
        <source>Rate of the highest tier</source>
        <translation>いちばん上のランクの倍率</translation>
    </message>
    <message>
        <source>Try before you change</source>
        <translation>変える前に確かめる</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>spent earns {points}</source>
        <translation>円ごとに{points}</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>today&apos;s rule</source>
        <translation>いまのきまり</translation>
    </message>
    <message>
        <source>{month}: {now} by today&apos;s rule, {other} by this one</source>
        <translation>{month}: いまのきまりで {now}、このきまりで {other}</translation>
    </message>
    <message>
        <source>{points} per {amount}</source>
        <translation>{amount}で{points}</translation>
    </message>
    <message>
        <source>{tier} earns</source>
        <translation>{tier}</translation>
    </message>
</context>
<context>
    <name>SlipRow</name>
    <message>
        <source>As last time {amount}: press Enter</source>
        <translation>前回と同じ {amount} はEnter</translation>
    </message>
    <message>
        <source>At most {points} points can be used here.</source>
        <translation>ここで使えるのは {points} ポイントまでです。</translation>
    </message>
    <message>
        <source>Has a visit on this day already.</source>
        <translation>この日のご来店がもう記録されています。</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>More, another price, or Enter to go on</source>
        <translation>続けて足す・値段を直す・Enterで次へ</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Please choose who came. Enter in the empty field means: without a customer.</source>
        <translation>お客様を選んでください。空のままEnterを押すと、お客様なしになります。</translation>
    </message>
    <message>
        <source>Please type a product or an amount.</source>
        <translation>商品・メニューか金額を入れてください。</translation>
    </message>
    <message>
        <source>Points to use</source>
        <translation>使うポイント</translation>
    </message>
    <message>
        <source>Product or amount</source>
        <translation>商品・メニューか金額</translation>
    </message>
    <message>
        <source>Remove slip {number}</source>
        <translation>{number}枚目を外す</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>別の方にする</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>お客様なし</translation>
    </message>
    <message>
        <source>up to {points}</source>
        <translation>{points} まで</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}(新しいお客様)</translation>
    </message>
    <message>
        <source>“{text}” is found among the customers. Enter takes the first.</source>
        <translation>「{text}」はお客様の中に見つかりました。Enterで先頭の方になります。</translation>
    </message>
    <message>
        <source>“{text}” is not on the slip yet. Press Enter to add it, or delete the words.</source>
        <translation>「{text}」はまだ足されていません。Enterで足すか、消してください。</translation>
    </message>
</context>
<context>
    <name>SoldPanel</name>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation><numerusform>商品を%n件足しました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n product(s)</source>
        <translation><numerusform>商品を%n件足す</numerusform></translation>
    </message>
    <message>
        <source>Everything on your receipts is a product already, or there are no receipts with product names yet.</source>
        <translation>伝票にあるものは、もうすべて商品になっています。または、品名のある伝票がまだありません。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>すべて選ぶ</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>選ぶのをやめる</translation>
    </message>
    <message>
        <source>These stand on your receipts and are no products yet. Take those that you sell; the rest stays as it is.</source>
        <translation>伝票にあって、まだ商品になっていないものです。扱っているものを選んでください。ほかはそのままです。</translation>
    </message>
    <message>
        <source>What was sold so far</source>
        <translation>これまでに売れたもの</translation>
    </message>
    <message>
        <source>sold {times}, last on {day}</source>
        <translation>{times}売れました。最後は{day}</translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message>
        <source>Change the planned split</source>
        <translation>計画の配分を変える</translation>
    </message>
    <message>
        <source>Example: ¥30,000 for new customers, 12 won: ¥2,500 each. Those reached brought ¥48,000: profit on cost 60%.</source>
        <translation>例:新しいお客様に3万円、12名が来てくださった:お一人2,500円。届けた方の粗利が4万8千円なら、費用に対する利益は60%です。</translation>
    </message>
    <message>
        <source>Fewer customers are won than lost</source>
        <translation>新しいお客様が、離れたお客様より少なくなっています</translation>
    </message>
    <message>
        <source>In the last {months} months {new} came for the first time and {lost} no longer came.</source>
        <translation>直近{months}か月で、初めての方は{new}、来なくなった方は{lost}でした。</translation>
    </message>
    <message numerus="yes">
        <source>Measured against people left out: %n campaign(s) brought {effect} more margin at a cost of {cost}. Profit on cost {roi}.</source>
        <translation><numerusform>送らない方と比べた結果:%n件のキャンペーンによる粗利の差は{effect}、費用は{cost}でした。費用に対する利益は{roi}です。</numerusform></translation>
    </message>
    <message>
        <source>New and existing customers</source>
        <translation>新しいお客様と今のお客様</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Planned and real split</source>
        <translation>計画と実際の配分</translation>
    </message>
    <message>
        <source>Profit on cost = (margin − spent) ÷ spent, over 12 months</source>
        <translation>費用に対する利益=(粗利−費用)÷費用、12か月</translation>
    </message>
    <message>
        <source>Really spent</source>
        <translation>実際</translation>
    </message>
    <message>
        <source>Usual for your trade</source>
        <translation>業種のめやす</translation>
    </message>
    <message>
        <source>What campaigns of the last 12 months cost is split by whom they were sent to: people who had not bought before are new, and so is everything spent on “Bring a friend”. Beside it stands the margin of those reached from that day on.</source>
        <translation>直近12か月のキャンペーンの費用を、届けた相手で分けています。まだお買上げのなかった方は新しいお客様で、「ご紹介」の費用もすべて新しいお客様の分です。その横に、届けた方のその日からの粗利を示します。</translation>
    </message>
    <message>
        <source>existing</source>
        <translation>今の方</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新しい方</translation>
    </message>
    <message>
        <source>nothing spent yet</source>
        <translation>まだ費用がありません</translation>
    </message>
    <message>
        <source>{start} to {end}, from the campaigns recorded here.</source>
        <translation>{start}から{end}の前日まで。ここに記録したキャンペーンの数字です。</translation>
    </message>
    <message>
        <source>“Attributed”: all margin since then of those reached is set against the cost, though part of it would have come anyway. Only a campaign that leaves some people out shows what it brought.</source>
        <translation>「そのまま足した数字」は、届けた方のその後の粗利をすべて費用と比べたもので、何もしなくても来てくださった分を含みます。本当の効果は、送らない方を残したキャンペーンだけが示します。</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message numerus="yes">
        <source>Held back %n</source>
        <translation><numerusform>様子を見る %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <translation><numerusform>送る %n名</numerusform></translation>
    </message>
</context>
<context>
    <name>SpreadCard</name>
    <message>
        <source>Answered with {point}</source>
        <translation>{point} と答えた方</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Enter opens the people who answered so.</source>
        <translation>Enter でそう答えた方が開きます。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分かれ方</translation>
    </message>
    <message>
        <source>How the answers spread (people)</source>
        <translation>お答えの分かれ方(名)</translation>
    </message>
    <message>
        <source>Nobody has answered this question yet.</source>
        <translation>この質問へのお答えはまだありません。</translation>
    </message>
    <message>
        <source>Of {all}, {promoters} ({share}) would recommend the shop.</source>
        <translation>{all}のうち {promoters}({share})が、すすめると答えました。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>{point}: {people}</source>
        <translation>{point}:{people}</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Add staff</source>
        <translation>担当を足す</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Bring {name} back</source>
        <translation>{name}を戻す</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name}の登録を直す</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message numerus="yes">
        <source>Former staff (%n)</source>
        <translation><numerusform>以前の担当(%n名)</numerusform></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Hand the customers of {name} over</source>
        <translation>{name}のお客様を引き継ぐ</translation>
    </message>
    <message>
        <source>Hide former staff</source>
        <translation>以前の担当を隠す</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Who has customers can be removed once they are handed over.</source>
        <translation>お客様のいる担当は、引き継いでから外せます。</translation>
    </message>
    <message>
        <source>With staff in the list, visits and customers can be put in somebody&apos;s charge.</source>
        <translation>担当を足すと、来店やお客様に担当を付けられます。</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>外れています</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name}を担当に戻しました</translation>
    </message>
    <message>
        <source>{name} is removed from the staff</source>
        <translation>{name}を担当から外しました</translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message>
        <source>Add staff</source>
        <translation>担当を足す</translation>
    </message>
    <message>
        <source>Change name or role</source>
        <translation>お名前と役割を直す</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Remove from the staff</source>
        <translation>担当から外す</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Stylist</source>
        <translation>スタイリスト</translation>
    </message>
    <message>
        <source>{name} is added to the staff</source>
        <translation>{name}を担当に足しました</translation>
    </message>
    <message>
        <source>{name} is changed</source>
        <translation>{name}の登録を直しました</translation>
    </message>
</context>
<context>
    <name>StakeCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Customers by last visit</source>
        <translation>最後の来店ごとのお客様</translation>
    </message>
    <message>
        <source>Days since the last visit, and gross profit at stake</source>
        <translation>最後の来店からの日数と、離れると失われる粗利</translation>
    </message>
    <message>
        <source>Enter opens the customers. The gross profit is what they brought in a year while they came.</source>
        <translation>Enterで、お客様のお名前が出ます。粗利は、通っていらしたころの1年分です。</translation>
    </message>
    <message>
        <source>Gross profit a year</source>
        <translation>1年の粗利</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最後の来店</translation>
    </message>
    <message>
        <source>Last visit {band}</source>
        <translation>最後の来店 {band}</translation>
    </message>
    <message>
        <source>Last visit {band}: {people}, {margin} gross profit a year</source>
        <translation>最後の来店 {band} {people}・粗利 年{margin}</translation>
    </message>
    <message>
        <source>Shown once there are visits</source>
        <translation>ご来店の記録が入ると表示します</translation>
    </message>
    <message>
        <source>The purchases are being read</source>
        <translation>お買上げを読み込んでいます</translation>
    </message>
    <message>
        <source>What each product brings is worked out from all of them.</source>
        <translation>商品ごとの粗利は、すべてのお買上げから計算します。</translation>
    </message>
</context>
<context>
    <name>StartPart</name>
    <message numerus="yes">
        <source>%n returned by post</source>
        <translation><numerusform>郵便で戻った %n通</numerusform></translation>
    </message>
    <message>
        <source>Begin with this rule</source>
        <translation>このきまりで始める</translation>
    </message>
    <message>
        <source>Choose from the customers</source>
        <translation>お客様の一覧から選ぶ</translation>
    </message>
    <message>
        <source>Choose who gets post</source>
        <translation>送る相手を選ぶ</translation>
    </message>
    <message>
        <source>Every run is listed here and can be printed again.</source>
        <translation>印刷したものはここに残り、いつでも同じものを出せます。</translation>
    </message>
    <message>
        <source>It can be changed at any time. What is recorded already earns nothing.</source>
        <translation>あとからいつでも変えられます。これまでに記録したお買上げにはつきません。</translation>
    </message>
    <message>
        <source>Make another rule</source>
        <translation>ほかのきまりにする</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>まだ何も印刷していません</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>準備する</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>もう一度出す</translation>
    </message>
    <message>
        <source>Printed so far</source>
        <translation>これまでに印刷したもの</translation>
    </message>
    <message>
        <source>Printing and noting it as sent are one step. Whoever should not get post is left out and named.</source>
        <translation>印刷すると、送った記録も同時につきます。お送りしない方は自動で外し、理由をお見せします。</translation>
    </message>
    <message>
        <source>Record returned post</source>
        <translation>戻ってきた郵便を記録する</translation>
    </message>
    <message>
        <source>Thank customers with points</source>
        <translation>ポイントでお礼をしましょう</translation>
    </message>
    <message>
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>Was not sent</source>
        <translation>送った記録を取り消す</translation>
    </message>
    <message>
        <source>Who gets post</source>
        <translation>送る相手</translation>
    </message>
    <message>
        <source>Whoever comes again gets something back, and you see at any time what that costs. This rule is ready for use:</source>
        <translation>また来てくださる方にお返しができます。お店の負担はいつでも見られます。すぐ使えるきまりはこちらです。</translation>
    </message>
    <message>
        <source>{used} of {coded} came back</source>
        <translation>{coded}枚のうち{used}枚をお持ちいただきました</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message numerus="yes">
        <source>{name} has started with %n customer(s). The verdict is known on {day}.</source>
        <translation><numerusform>「{name}」を%n名で始めました。{day}に結果が分かります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started. Now print the %n piece(s).</source>
        <translation><numerusform>「{name}」を始めました。続けて%n枚を印刷してください。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started: %n customer(s) got their points.</source>
        <translation><numerusform>「{name}」を始めました。%n名にポイントを差し上げました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started: %n follow-up(s) are planned. They stand on the list of each day.</source>
        <translation><numerusform>「{name}」を始めました。フォロー予定に%n件入れました。</numerusform></translation>
    </message>
</context>
<context>
    <name>StatementPanel</name>
    <message>
        <source>Another customer</source>
        <translation>ほかのお客様</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv);;Excel (*.xlsx)</source>
        <translation>Excel用CSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Correct the points</source>
        <translation>ポイントを直す</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>From</source>
        <translation>もとになったこと</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>Last valid day</source>
        <translation>使える最後の日</translation>
    </message>
    <message>
        <source>Leave without correcting?</source>
        <translation>直さずに閉じますか?</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>まだポイントはありません</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Points of {name}</source>
        <translation>{name}様のポイント</translation>
    </message>
    <message>
        <source>Recorded {moment}.</source>
        <translation>{moment}に記録</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSVで取り出す</translation>
    </message>
    <message>
        <source>Statement of points</source>
        <translation>ポイントの明細</translation>
    </message>
    <message>
        <source>The statement is saved in {file}</source>
        <translation>明細を{file}に保存しました</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is earned, used and lapses stands here, newest first.</source>
        <translation>たまった分・使った分・失効した分が、新しい順に並びます。</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>表示する明細</translation>
    </message>
    <message>
        <source>{balance} · {points} of them count up to and including {day}</source>
        <translation>{balance}・うち{points}は{day}まで</translation>
    </message>
    <message>
        <source>{kind}: {points}</source>
        <translation>{kind} {points}</translation>
    </message>
    <message>
        <source>{points} now</source>
        <translation>いま{points}</translation>
    </message>
    <message>
        <source>{what} · {source}</source>
        <translation>{what}・{source}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>2nd visit</source>
        <translation>2回目へ</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>Before first visit</source>
        <translation>来店前</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>退会</translation>
    </message>
    <message>
        <source>Long not seen</source>
        <translation>長くお見えでない</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>しばらくお見えでない</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>気がかり</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>current step</source>
        <translation>今ここ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>later</source>
        <translation>これから</translation>
    </message>
</context>
<context>
    <name>StepCost</name>
    <message>
        <source>As soon as you say how many come because of it.</source>
        <translation>おかげで来る方の割合を入れると出ます。</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>Expected effect</source>
        <translation>見込める効果</translation>
    </message>
    <message>
        <source>Filled in from the prices in Settings and from what these customers did so far. Change what is different this time.</source>
        <translation>設定の単価と、この方々のこれまでの来店から入れてあります。今回ちがうところだけ直してください。</translation>
    </message>
    <message numerus="yes">
        <source>In %n earlier campaign(s) of this aim: {rate} %.</source>
        <translation><numerusform>同じ目的のこれまでの%n回では {rate}% でした。</numerusform></translation>
    </message>
    <message>
        <source>It does not pay back</source>
        <translation>元は取れません</translation>
    </message>
    <message numerus="yes">
        <source>It pays for itself when %n more come than would have come anyway, of {sent}.</source>
        <translation><numerusform>{sent}名に送り、送らない場合より%n名多く来れば、費用を取り戻せます。</numerusform></translation>
    </message>
    <message>
        <source>Nothing is bought for it.</source>
        <translation>はじめに買うものがありません。</translation>
    </message>
    <message>
        <source>Of these people about {rate} % come within {days} days anyway, and each of them brings {amount} profit.</source>
        <translation>この方々は、何もしなくても{days}日のあいだに約{rate}%が来店し、お一人の粗利は{amount}です。</translation>
    </message>
    <message>
        <source>Of those it is sent to. Leave it empty when you do not know.</source>
        <translation>送る方のうちの割合です。分からなければ空けておいてください。</translation>
    </message>
    <message>
        <source>Pays back within</source>
        <translation>元が取れるまで</translation>
    </message>
    <message>
        <source>Please enter a number that can be.</source>
        <translation>数字を確かめてください。</translation>
    </message>
    <message>
        <source>Profit on cost, expected</source>
        <translation>もうけの見込み</translation>
    </message>
    <message>
        <source>What does it cost, and what must it bring?</source>
        <translation>費用と、取り戻すのに必要な人数</translation>
    </message>
    <message>
        <source>{amount} more profit than cost</source>
        <translation>費用を引いて {amount}</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count}か月</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>StepGo</name>
    <message>
        <source>A campaign can start today or later: its days must be fixed before anything is sent.</source>
        <translation>キャンペーンは今日からの日に始めてください。数える日は、送る前に決めておきます。</translation>
    </message>
    <message>
        <source>At the start the list is frozen, and who is held back is drawn by lot. The list, the days and the plan stay as they are then; only the cost can still be corrected.</source>
        <translation>始めると名簿が決まり、様子を見る方がくじで選ばれます。名簿・日数・内容はそのあと変わりません。費用だけは直せます。</translation>
    </message>
    <message>
        <source>Day of the event</source>
        <translation>イベントの日</translation>
    </message>
    <message>
        <source>For yourself: what you want to find out</source>
        <translation>ご自分のために:確かめたいこと</translation>
    </message>
    <message>
        <source>Look at it once more and start</source>
        <translation>確かめて始めます</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>キャンペーンの名前</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新しいキャンペーン</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Please count for {low} to {high} days.</source>
        <translation>{low}日から{high}日までにしてください。</translation>
    </message>
    <message>
        <source>Please enter a day.</source>
        <translation>日にちを入れてください。</translation>
    </message>
    <message>
        <source>Please enter the day of the event.</source>
        <translation>イベントの日を入力してください。</translation>
    </message>
    <message>
        <source>Please give the campaign a name.</source>
        <translation>キャンペーンの名前を入れてください。</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>送る日</translation>
    </message>
    <message>
        <source>Visits count for so many days</source>
        <translation>来店を数える日数</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>始めるとこうなります</translation>
    </message>
    <message>
        <source>e.g. Autumn greetings</source>
        <translation>例:秋のお便り</translation>
    </message>
    <message>
        <source>e.g. in the shop</source>
        <translation>例:店内</translation>
    </message>
</context>
<context>
    <name>StepHeld</name>
    <message>
        <source>Chance alone makes two groups differ. The curve says how much more profit each of those sent to must bring, so that in four cases of five the difference is larger than chance. It is lowest where both groups are alike in size.</source>
        <translation>2つの組は、偶然だけでもちがいが出ます。この線は、お一人あたりの粗利がいくら増えれば、5回に4回は偶然より大きな差として見分けられるかを表します。両方が同じ人数のとき、いちばん小さな差まで分かります。</translation>
    </message>
    <message>
        <source>Half each</source>
        <translation>半分ずつ</translation>
    </message>
    <message>
        <source>Hold back a quarter</source>
        <translation>4分の1を残す</translation>
    </message>
    <message>
        <source>Hold back a tenth</source>
        <translation>1割を残す</translation>
    </message>
    <message>
        <source>Hold back nobody</source>
        <translation>残さない</translation>
    </message>
    <message>
        <source>Leave a few out, and you learn how many would have come anyway: only so the true effect can be told. Whoever is left out gets it first next time.</source>
        <translation>送らない方を少し残すと、送らなくても来たはずの方の数が分かり、本当の効果を出せます。残した方には、次回優先してお送りします。</translation>
    </message>
    <message>
        <source>My own number</source>
        <translation>自分で決める</translation>
    </message>
    <message>
        <source>Nobody is left to send it to. Please choose another list in step 1.</source>
        <translation>送れる方がいません。1の「どなたに」で別の名簿を選んでください。</translation>
    </message>
    <message>
        <source>People and the effect that can be seen</source>
        <translation>人数と、見分けられる差</translation>
    </message>
    <message>
        <source>People held back</source>
        <translation>様子を見る方の人数</translation>
    </message>
    <message>
        <source>People held back and the effect that can be seen (profit of each)</source>
        <translation>人数と、見分けられる差(お一人あたりの粗利)</translation>
    </message>
    <message>
        <source>Please enter 0 to {most}: somebody must get it.</source>
        <translation>0〜{most}で入力してください。お一人以上には届ける必要があります。</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Send {sent}, hold back {held}</source>
        <translation>送る{sent}・残す{held}</translation>
    </message>
    <message numerus="yes">
        <source>With %n people no verdict will be possible, however they are split. It can go out all the same, and you will see who comes.</source>
        <translation><numerusform>%n名では、どう分けても判定は出せません。このまま送れます。来てくださった方は分かります。</numerusform></translation>
    </message>
    <message>
        <source>With 320 people, half of them held back, 783 yen each; with 32 held back 1,304 yen each.</source>
        <translation>320名のとき、半分を残せばお一人783円、32名を残せば1,304円です。</translation>
    </message>
</context>
<context>
    <name>StepWhat</name>
    <message>
        <source>Everybody drawn gets a follow-up to call them, on the list of each day.</source>
        <translation>送る方へのお電話が、フォロー予定に入ります。</translation>
    </message>
    <message>
        <source>Everybody drawn gets a follow-up to write to them. Okaeri sends no e-mail by itself.</source>
        <translation>送る方へのメールが、フォロー予定に入ります。おかえりがメールを送ることはありません。</translation>
    </message>
    <message>
        <source>Everybody drawn gets the points at the start, in one act.</source>
        <translation>始めるときに、送る方へまとめてポイントを差し上げます。</translation>
    </message>
    <message>
        <source>How it reaches them</source>
        <translation>送り方</translation>
    </message>
    <message>
        <source>Letters are printed at the start, each with a code of its own; envelopes follow them.</source>
        <translation>始めるときに印刷します。1通ごとに記号が入り、続けて封筒も印刷できます。</translation>
    </message>
    <message>
        <source>Please enter how many points each of them gets, 1 or more.</source>
        <translation>お一人に差し上げるポイントを1以上で入力してください。</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>お一人のポイント</translation>
    </message>
    <message>
        <source>Postcards are printed at the start, addressed, each with a code of its own.</source>
        <translation>始めるときに、宛名入りで印刷します。1枚ごとに記号が入ります。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>The piece</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>The program sends nothing: the list is frozen, and what you do with it is counted all the same.</source>
        <translation>何もお送りしません。名簿を決めておくと、その後のご来店を数えます。</translation>
    </message>
    <message>
        <source>This template has no place for an offer.</source>
        <translation>このテンプレートには、特典を載せる場所がありません。</translation>
    </message>
    <message>
        <source>What do they get?</source>
        <translation>何をお送りしますか</translation>
    </message>
    <message>
        <source>What is promised on it</source>
        <translation>載せる特典</translation>
    </message>
</context>
<context>
    <name>StepWhom</name>
    <message>
        <source>Bought something of {group}</source>
        <translation>{group}を買った方</translation>
    </message>
    <message>
        <source>Can be drawn</source>
        <translation>送れる方</translation>
    </message>
    <message>
        <source>Choose a list. Whoever may not be written to, cannot be reached or is in another campaign is left out by itself.</source>
        <translation>名簿を選びます。お断りの方、連絡先のない方、ほかのキャンペーン中の方は、自動で外します。</translation>
    </message>
    <message>
        <source>Exactly these people</source>
        <translation>この方々だけ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>外した方:{reason}</translation>
    </message>
    <message>
        <source>Lists to choose from</source>
        <translation>選べる名簿</translation>
    </message>
    <message>
        <source>Or those who bought something of a product group …</source>
        <translation>または、商品グループを買った方 …</translation>
    </message>
    <message>
        <source>See the names</source>
        <translation>お名前を見る</translation>
    </message>
    <message>
        <source>Those who bought something of a product group</source>
        <translation>商品グループを買った方</translation>
    </message>
    <message>
        <source>Who is drawn, and who is left out</source>
        <translation>送れる方と、外した方</translation>
    </message>
    <message>
        <source>Whom is it for?</source>
        <translation>どなたにお送りしますか</translation>
    </message>
    <message>
        <source>{list}: {reason}</source>
        <translation>{list}:{reason}</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source> It will be told for reference, without a verdict.</source>
        <translation>参考として出し、判定はしません。</translation>
    </message>
    <message>
        <source> Of those who come that is about {points} percentage points.</source>
        <translation>来店の割合で約{points}ポイントです。</translation>
    </message>
    <message>
        <source>Counts only, no comparison</source>
        <translation>来た方の数だけが分かります</translation>
    </message>
    <message>
        <source>Decide who gets no card, to compare with</source>
        <translation>はがきを送らずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Decide who gets no e-mail, to compare with</source>
        <translation>メールを送らずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Decide who gets no letter, to compare with</source>
        <translation>お便りを送らずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Decide who gets no points, to compare with</source>
        <translation>ポイントを差し上げずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Decide who is left out, to compare with</source>
        <translation>何もせずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Decide who is not called, to compare with</source>
        <translation>お電話せずに、様子を見る方を決めます</translation>
    </message>
    <message>
        <source>Even small effects are found</source>
        <translation>小さな効果まで見分けられます</translation>
    </message>
    <message>
        <source>Exactly these people</source>
        <translation>この方々だけ</translation>
    </message>
    <message>
        <source>For reference only, no verdict</source>
        <translation>「参考」まで。判定は出せません</translation>
    </message>
    <message>
        <source>If each one brings {amount} more profit, the campaign shows it in four cases of five.</source>
        <translation>お一人あたりの粗利が {amount} 以上増えれば、8割の確かさで「効果があった」と言えます。</translation>
    </message>
    <message>
        <source>More people get it, a little less is found</source>
        <translation>多くの方に送れて、少し見分けにくい</translation>
    </message>
    <message>
        <source>The effect will stay unknown</source>
        <translation>効果は分かりません</translation>
    </message>
    <message>
        <source>With so few people only counts can be told afterwards.</source>
        <translation>この人数では、あとで分かるのは来た方の数だけです。</translation>
    </message>
</context>
<context>
    <name>StopBox</name>
    <message numerus="yes">
        <source>%n piece(s) stay noted as sent.</source>
        <translation><numerusform>%n枚は送付済みのままです。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) will be noted as not printed, this one included. {kept}</source>
        <translation><numerusform>この方を含む%n枚を「まだ印刷していない」にします。{kept}</numerusform></translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>何も変えない</translation>
    </message>
    <message>
        <source>First piece that did not come out well</source>
        <translation>うまく印刷できなかった最初の1枚の番号</translation>
    </message>
    <message>
        <source>Look at the last sheet that is right, and type the number of the next one. ↑↓ change the number.</source>
        <translation>きちんと印刷できた最後の1枚を見て、その次の番号を入力してください。↑↓でも変えられます。</translation>
    </message>
    <message>
        <source>None stays noted as sent.</source>
        <translation>送付済みのまま残るものはありません。</translation>
    </message>
    <message>
        <source>Note that it stopped here</source>
        <translation>ここで止まったことを記録する</translation>
    </message>
    <message>
        <source>Nothing is changed until you note it.</source>
        <translation>記録するまで何も変わりません。</translation>
    </message>
    <message>
        <source>There is no piece with this number that is noted as sent. The numbers go up to {last}.</source>
        <translation>この番号から先に、送付済みのものはありません。番号は{last}までです。</translation>
    </message>
</context>
<context>
    <name>StrangersCard</name>
    <message>
        <source>As the list calls them</source>
        <translation>ファイルでの呼び方</translation>
    </message>
    <message>
        <source>Customers who are not registered</source>
        <translation>登録のないお客様</translation>
    </message>
    <message>
        <source>If many numbers are unknown, the customer list has probably not been brought in. It is better to begin with that.</source>
        <translation>知らない番号が多いときは、お客様の名簿がまだのようです。名簿を先に取り込むことをおすすめします。</translation>
    </message>
    <message>
        <source>Leave their rows out and list them</source>
        <translation>取り込まず、一覧にする</translation>
    </message>
    <message>
        <source>Register them with what the list says</source>
        <translation>一覧にある内容で新しく登録する</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほかに{count}</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Campaign begun</source>
        <translation>下書きができました</translation>
    </message>
    <message>
        <source>Make it a campaign</source>
        <translation>キャンペーンにする</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>%n名の予定を入れる</numerusform></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>予定に入れました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>SuggestionsCard</name>
    <message>
        <source>Another idea</source>
        <translation>ほかの案</translation>
    </message>
    <message>
        <source>Nothing to suggest: all is well looked after.</source>
        <translation>特にありません。よく目が届いています。</translation>
    </message>
    <message>
        <source>Suggestions come at the end of the month.</source>
        <translation>案は月の終わりに出ます。</translation>
    </message>
    <message>
        <source>The paper has the same.</source>
        <translation>紙にも同じものが入ります。</translation>
    </message>
    <message>
        <source>To do next month</source>
        <translation>来月にすること</translation>
    </message>
</context>
<context>
    <name>SurveyExport</name>
    <message>
        <source>from a file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>from a talk</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>スキャン</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>入力</translation>
    </message>
</context>
<context>
    <name>SurveyList</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>お答え%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation><numerusform>質問%n個</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) handed out</source>
        <translation><numerusform>お渡し%n枚</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with doubts</source>
        <translation><numerusform>確かめる用紙%n枚</numerusform></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>しまったものも</translation>
    </message>
    <message>
        <source>Bring in answers</source>
        <translation>回答を取り込む</translation>
    </message>
    <message numerus="yes">
        <source>Check %n page(s)</source>
        <translation><numerusform>%n枚を確かめる</numerusform></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製する</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>下書きを消す</translation>
    </message>
    <message>
        <source>Enter answers</source>
        <translation>回答を入力</translation>
    </message>
    <message>
        <source>Hear what your customers think, and act on it the same day</source>
        <translation>お客様の声を聞いて、その日のうちに動けます</translation>
    </message>
    <message>
        <source>Make a survey</source>
        <translation>アンケートを作る</translation>
    </message>
    <message>
        <source>Print a sheet, hand it over, and put what comes back into the scanner or type it in. The answers stand on the customer&apos;s page, and whoever was not satisfied is on the list of today. Begin with one of these:</source>
        <translation>用紙を印刷してお渡しし、戻ってきたらスキャナーで読み取るか、キーで入力します。お答えはお客様のページに残り、ご満足いただけなかった方は今日の予定に並びます。まずはひな形をお選びください。</translation>
    </message>
    <message>
        <source>Print sheets</source>
        <translation>用紙を印刷</translation>
    </message>
    <message>
        <source>Put back into the list</source>
        <translation>一覧に戻す</translation>
    </message>
    <message>
        <source>Read sheets</source>
        <translation>用紙を読み取る</translation>
    </message>
    <message>
        <source>Ready-made surveys</source>
        <translation>アンケートのひな形</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Settle doubts</source>
        <translation>迷ったところを確かめる</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>第{version}版</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>changed {moment}</source>
        <translation>最終変更 {moment}</translation>
    </message>
    <message>
        <source>enter answers</source>
        <translation>回答を入力</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>最後は{day}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>results</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>SurveyPages</name>
    <message>
        <source>A mark was corrected with a double line.</source>
        <translation>二重線の訂正があります。</translation>
    </message>
    <message>
        <source>Nothing is ticked, but there is a trace.</source>
        <translation>印はありませんが、跡があります。</translation>
    </message>
    <message>
        <source>The mark is faint.</source>
        <translation>印がうすいです。</translation>
    </message>
    <message>
        <source>The picture of the page is poor.</source>
        <translation>用紙の画像がはっきりしません。</translation>
    </message>
    <message>
        <source>There are two marks where one is asked for.</source>
        <translation>ひとつ選ぶところに印が2つあります。</translation>
    </message>
    <message>
        <source>There is a mark beside the box.</source>
        <translation>□の外に印があります。</translation>
    </message>
    <message>
        <source>This part of the page is not in the picture.</source>
        <translation>用紙のこの部分が画像に入っていません。</translation>
    </message>
</context>
<context>
    <name>SurveyResults</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>ほか</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>地区べつ</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>グループべつ</translation>
    </message>
    <message>
        <source>By products</source>
        <translation>商品べつ</translation>
    </message>
    <message>
        <source>By purchases</source>
        <translation>お買上げべつ</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>担当べつ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>どちらでも</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>指名なし</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>分からない</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>すすめたい度</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Would not</source>
        <translation>すすめない</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>すすめる</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少ない</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}〜{high}</translation>
    </message>
    <message>
        <source>{nps} (±{margin})</source>
        <translation>{nps}(±{margin})</translation>
    </message>
    <message>
        <source>{point} {label}</source>
        <translation>{point} {label}</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}({low}〜{high})</translation>
    </message>
    <message>
        <source>±{margin} ({nps})</source>
        <translation>±{margin}({nps})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
</context>
<context>
    <name>SurveyReview</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A mark beside a box</source>
        <translation>枠の外に印があります</translation>
    </message>
    <message>
        <source>A mark is faint</source>
        <translation>うすい印があります</translation>
    </message>
    <message>
        <source>Choose any number</source>
        <translation>いくつでも選ぶ</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>ひとつ選ぶ</translation>
    </message>
    <message>
        <source>Corrected with a double line</source>
        <translation>二重線の訂正があります</translation>
    </message>
    <message>
        <source>It may have been rubbed out, or be a dirty spot.</source>
        <translation>消した跡か、よごれかもしれません。</translation>
    </message>
    <message>
        <source>Marked are {options}.</source>
        <translation>{options}に印があります。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無回答</translation>
    </message>
    <message>
        <source>Not all of it is in the picture</source>
        <translation>写っていないところがあります</translation>
    </message>
    <message>
        <source>Nothing ticked, but a trace</source>
        <translation>印はなく、跡があります</translation>
    </message>
    <message>
        <source>Of {total} pages {read} were read without a doubt.</source>
        <translation>{total}枚のうち {read}枚は、そのまま読めました。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Please look whether it is an answer.</source>
        <translation>答えかどうか、画像で確かめてください。</translation>
    </message>
    <message>
        <source>Please take the paper at hand, or leave it blank.</source>
        <translation>手元の紙を見るか、無回答にしてください。</translation>
    </message>
    <message>
        <source>Sheet without a code · {name}</source>
        <translation>番号のない用紙・{name}</translation>
    </message>
    <message>
        <source>Sheet {code} · {name}</source>
        <translation>用紙 {code}・{name}</translation>
    </message>
    <message>
        <source>Something was struck out. Please look at the picture.</source>
        <translation>消した印があります。画像で確かめてください。</translation>
    </message>
    <message>
        <source>The mark at {options} is faint.</source>
        <translation>{options}の印がうすいです。</translation>
    </message>
    <message>
        <source>The mark at {options} was struck out with a double line.</source>
        <translation>{options}の印が二重線で消されています。</translation>
    </message>
    <message>
        <source>The marks are faint. Please look at the picture.</source>
        <translation>印がうすいです。画像で確かめてください。</translation>
    </message>
    <message>
        <source>The picture is poor</source>
        <translation>画像がよく読めません</translation>
    </message>
    <message>
        <source>The program is not sure of anything on this page. Please read it yourself.</source>
        <translation>このページは、どの印も自信がありません。画像を見て決めてください。</translation>
    </message>
    <message>
        <source>There is a mark beside {options}.</source>
        <translation>{options}の枠の外に印があります。</translation>
    </message>
    <message>
        <source>There is a trace at {options}.</source>
        <translation>{options}にかすかな跡があります。</translation>
    </message>
    <message>
        <source>Two marks where one is asked for</source>
        <translation>印がふたつあります</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>手で書くところ</translation>
    </message>
    <message>
        <source>Written by hand, kept as a picture</source>
        <translation>文字の切り抜きあり</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>はっきり</translation>
    </message>
    <message>
        <source>clear mark</source>
        <translation>はっきりした印</translation>
    </message>
    <message>
        <source>faint mark</source>
        <translation>うすい印</translation>
    </message>
    <message>
        <source>mark beside it</source>
        <translation>枠の外の印</translation>
    </message>
    <message>
        <source>not in the picture</source>
        <translation>写っていません</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>自信なし</translation>
    </message>
    <message>
        <source>one of two marks</source>
        <translation>ふたつの印のひとつ</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>二重線で消した印</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>確かめます</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>かすかな跡</translation>
    </message>
    <message>
        <source>typed later</source>
        <translation>あとで入力</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>無記名</translation>
    </message>
    <message>
        <source>{count} on which no sheet was found come last.</source>
        <translation>場所が分からない {count}枚は、最後に出ます。</translation>
    </message>
    <message>
        <source>{count} with doubts are in no figure until they are decided here.</source>
        <translation>迷った {count}枚は、ここで決めるまで集計に入りません。</translation>
    </message>
    <message>
        <source>{items} to go · about {minutes} min</source>
        <translation>あと {items}問・約{minutes}分</translation>
    </message>
    <message>
        <source>{number}: {title}, version {version}, {paper}, from {day}</source>
        <translation>{number}: {title}・第{version}版・{paper}・{day}から</translation>
    </message>
    <message>
        <source>{number}: {title}, version {version}, {paper}, larger letters, from {day}</source>
        <translation>{number}: {title}・第{version}版・{paper}・大きな文字・{day}から</translation>
    </message>
    <message>
        <source>{options} is clearly marked.</source>
        <translation>{options}にはっきりした印があります。</translation>
    </message>
    <message>
        <source>“{option}”</source>
        <translation>「{option}」</translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>A5, two on a page</source>
        <translation>A5を2枚</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>いくつでも</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>しまったもの</translation>
    </message>
    <message>
        <source>Choose any</source>
        <translation>いくつでも選ぶ</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>ひとつ選ぶ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>For clinics</source>
        <translation>医院・治療院に</translation>
    </message>
    <message>
        <source>For companies you supply</source>
        <translation>法人のお取引先に</translation>
    </message>
    <message>
        <source>For customers who stay away</source>
        <translation>しばらく来られていない方に</translation>
    </message>
    <message>
        <source>For guests of an event</source>
        <translation>イベントのお客様に</translation>
    </message>
    <message>
        <source>For hair and beauty salons</source>
        <translation>美容室・サロンに</translation>
    </message>
    <message>
        <source>For restaurants and cafés</source>
        <translation>飲食店・カフェに</translation>
    </message>
    <message>
        <source>For shops of every kind</source>
        <translation>お店全般に</translation>
    </message>
    <message>
        <source>For the staff, without names</source>
        <translation>お店の担当の方に・無記名</translation>
    </message>
    <message>
        <source>Free words</source>
        <translation>自由に書く</translation>
    </message>
    <message>
        <source>Free words ({height})</source>
        <translation>自由に書く({height})</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>One</source>
        <translation>ひとつ</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>すすめたい度</translation>
    </message>
    <message>
        <source>Recommend 0 to 10</source>
        <translation>すすめたい度 0〜10</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Short words</source>
        <translation>ひとこと書く</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>第{version}版</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>保存しています</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必ず</translation>
    </message>
    <message>
        <source>saved {moment}</source>
        <translation>保存 {moment}</translation>
    </message>
    <message>
        <source>up to {number}</source>
        <translation>{number}まで</translation>
    </message>
    <message>
        <source>with “other”</source>
        <translation>「その他」あり</translation>
    </message>
    <message>
        <source>{number} cm</source>
        <translation>{number}cm</translation>
    </message>
    <message>
        <source>{number} or more</source>
        <translation>{number}以上</translation>
    </message>
    <message>
        <source>{paper}, 1 page · changes at once</source>
        <translation>{paper} 1枚・直すとすぐに変わります</translation>
    </message>
    <message>
        <source>{paper}, {pages} pages · changes at once</source>
        <translation>{paper} {pages}ページ・直すとすぐに変わります</translation>
    </message>
    <message>
        <source>{points} faces</source>
        <translation>{points}段階の顔</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points}段階</translation>
    </message>
    <message>
        <source>{suits} · {number} questions</source>
        <translation>{suits}・質問{number}個</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>CSV for Excel (*.csv);;Excel (*.xlsx)</source>
        <translation>Excel用のCSV (*.csv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSVに保存</translation>
    </message>
    <message>
        <source>The table is saved in {file}</source>
        <translation>表を {file} に保存しました</translation>
    </message>
</context>
<context>
    <name>TagPopover</name>
    <message>
        <source>Another tag</source>
        <translation>新しい印</translation>
    </message>
    <message>
        <source>File</source>
        <translation>付ける</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>待ち時間</translation>
    </message>
</context>
<context>
    <name>TargetPart</name>
    <message numerus="yes">
        <source>%n printed sheet(s) not typed in yet</source>
        <translation><numerusform>まだ入力していない用紙 %n枚</numerusform></translation>
    </message>
    <message>
        <source>Another sheet</source>
        <translation>別の用紙にする</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>Its scan has doubts. What you record here settles them.</source>
        <translation>読み取りに確認待ちのところがあります。ここで記録すると決まります。</translation>
    </message>
    <message>
        <source>Name, reading or phone</source>
        <translation>お名前・かな・電話</translation>
    </message>
    <message>
        <source>Nothing is found for “{text}”.</source>
        <translation>「{text}」は見つかりません。</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記録済み</translation>
    </message>
    <message>
        <source>Recorded already, as of {day}. What you change here corrects it.</source>
        <translation>{day}付けで記録済みです。ここで変えたところが直ります。</translation>
    </message>
    <message>
        <source>Sheet number</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Sheet number or name</source>
        <translation>用紙の番号、またはお名前</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>用紙 {number}</translation>
    </message>
    <message>
        <source>Sheets and customers found</source>
        <translation>見つかった用紙とお客様</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>別の方にする</translation>
    </message>
    <message>
        <source>Type in without a number</source>
        <translation>番号なしで入力</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無記名</translation>
    </message>
    <message>
        <source>Without a sheet</source>
        <translation>用紙なし</translation>
    </message>
    <message>
        <source>{sheet} · of “{title}”</source>
        <translation>{sheet}・「{title}」のもの</translation>
    </message>
</context>
<context>
    <name>TaxField</name>
    <message>
        <source>10% (standard)</source>
        <translation>10%(標準)</translation>
    </message>
    <message>
        <source>8% (reduced)</source>
        <translation>8%(軽減)</translation>
    </message>
    <message>
        <source>Another rate</source>
        <translation>そのほかの税率</translation>
    </message>
    <message>
        <source>As the group ({rate})</source>
        <translation>種類と同じ({rate})</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>税なし</translation>
    </message>
    <message>
        <source>Tax rate in per cent</source>
        <translation>税率(%)</translation>
    </message>
</context>
<context>
    <name>TemplateSection</name>
    <message>
        <source>Add a page</source>
        <translation>ページを追加</translation>
    </message>
    <message>
        <source>Also fit in mourning</source>
        <translation>喪中の方にも使える</translation>
    </message>
    <message>
        <source>From the left (mm)</source>
        <translation>左から(mm)</translation>
    </message>
    <message>
        <source>From the top (mm)</source>
        <translation>上から(mm)</translation>
    </message>
    <message>
        <source>Height (mm)</source>
        <translation>高さ(mm)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>No congratulation and no joy in it: it may go to a household in mourning.</source>
        <translation>お祝いのことばや華やかな絵がなく、喪中のお宅にも送れるものです。</translation>
    </message>
    <message>
        <source>None pressed: all the year.</source>
        <translation>どれも選ばなければ、一年中です。</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>使う場面</translation>
    </message>
    <message>
        <source>Offered in</source>
        <translation>おすすめする月</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>Take page {number} away</source>
        <translation>{number}ページ目を削除</translation>
    </message>
    <message>
        <source>Where a long text goes on, on the pages after:</source>
        <translation>長い文の続きを置く場所(2ページ目から)</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>幅(mm)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>A word for this person</source>
        <translation>この方へのひとこと</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>記念日</translation>
    </message>
    <message>
        <source>As chosen when printing</source>
        <translation>印刷のときに選んだ書体</translation>
    </message>
    <message>
        <source>Bars of the post</source>
        <translation>郵便バーコード</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>お誕生日</translation>
    </message>
    <message>
        <source>Business card</source>
        <translation>名刺</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Code of the piece</source>
        <translation>一枚ごとのQRコード</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>絵柄</translation>
    </message>
    <message>
        <source>Even on both sides</source>
        <translation>両端をそろえる</translation>
    </message>
    <message>
        <source>For any occasion</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>Gothic</source>
        <translation>ゴシック体</translation>
    </message>
    <message>
        <source>Gothic bold</source>
        <translation>ゴシック体(太字)</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>あいさつ(宛名)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Introduction card</source>
        <translation>紹介カード</translation>
    </message>
    <message>
        <source>Japanese postcard</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>お便り</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Lines to write on</source>
        <translation>手書き用の線</translation>
    </message>
    <message>
        <source>Link to a web page (QR)</source>
        <translation>ウェブページへのリンク(QR)</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会員カード</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>Mincho</source>
        <translation>明朝体</translation>
    </message>
    <message>
        <source>Not seen for a while</source>
        <translation>お久しぶり</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>写真・ロゴ</translation>
    </message>
    <message>
        <source>Points that lapse</source>
        <translation>ポイントの期限</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>はがき</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>四角</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>ご紹介</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Season&apos;s greeting</source>
        <translation>季節のあいさつ</translation>
    </message>
    <message>
        <source>Second visit</source>
        <translation>2回目のご案内</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>お礼</translation>
    </message>
    <message>
        <source>{part} and {other} lie on each other. Please leave white around {part}, or it cannot be read.</source>
        <translation>{part}と{other}が重なっています。{part}のまわりを白く空けてください。このままでは読み取れません。</translation>
    </message>
    <message>
        <source>{part} lies under {other} and cannot be read. Please move one of them, or bring it to the front.</source>
        <translation>{part}が{other}の下に隠れて読めません。どちらかを動かすか、手前に出してください。</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
</context>
<context>
    <name>TemplatesPanel</name>
    <message>
        <source>An empty survey</source>
        <translation>白紙から作る</translation>
    </message>
    <message>
        <source>Everything can be changed afterwards: words, questions, order. Choose what comes nearest.</source>
        <translation>言葉も質問も順番も、あとから直せます。いちばん近いものをお選びください。</translation>
    </message>
    <message>
        <source>Make this survey</source>
        <translation>このアンケートを作る</translation>
    </message>
    <message>
        <source>One question to begin with, and your own words.</source>
        <translation>質問ひとつから、ご自分の言葉で作ります。</translation>
    </message>
    <message>
        <source>Ready-made surveys</source>
        <translation>アンケートのひな形</translation>
    </message>
    <message>
        <source>The questions there are now go, and those of the ready-made survey come in their place. You can undo it.</source>
        <translation>今の質問をひな形の質問に入れ替えます。元に戻すこともできます。</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>このひな形にする</translation>
    </message>
</context>
<context>
    <name>TextPart</name>
    <message>
        <source>Design</source>
        <translation>デザイン</translation>
    </message>
    <message>
        <source>Edit the template</source>
        <translation>テンプレートを直す</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>あいさつ(宛名)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>差し込み</translation>
    </message>
    <message>
        <source>Lines to write on by hand</source>
        <translation>手書き用の線を印刷する</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Reset words</source>
        <translation>見本の文に戻す</translation>
    </message>
    <message>
        <source>{name} (also in mourning)</source>
        <translation>{name}〔喪中可〕</translation>
    </message>
</context>
<context>
    <name>TierChip</name>
    <message>
        <source>Choose the tier by hand</source>
        <translation>ランクを選びなおす</translation>
    </message>
    <message>
        <source>Tier: {name}, why</source>
        <translation>ランク {name}、その理由</translation>
    </message>
</context>
<context>
    <name>TierEditor</name>
    <message>
        <source>Head spa in the month of the birthday</source>
        <translation>お誕生月にヘッドスパ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ランクの名前</translation>
    </message>
    <message>
        <source>Perks</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>Points, times</source>
        <translation>ポイント(倍)</translation>
    </message>
    <message>
        <source>Purchases from</source>
        <translation>必要なお買上げ</translation>
    </message>
    <message>
        <source>Remove this tier</source>
        <translation>このランクをなくす</translation>
    </message>
    <message>
        <source>Visits from</source>
        <translation>必要なご来店</translation>
    </message>
</context>
<context>
    <name>TierHandPanel</name>
    <message>
        <source>Choose the tier by hand</source>
        <translation>ランクを選びなおす</translation>
    </message>
    <message>
        <source>Leave it to the figures again</source>
        <translation>お買上げやご来店で決める</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで閉じる</translation>
    </message>
    <message>
        <source>Please type a day, or leave it empty.</source>
        <translation>日付を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>The tier is changed</source>
        <translation>ランクを変えました</translation>
    </message>
    <message>
        <source>Through this day the figures do not count. Empty: until it is chosen again.</source>
        <translation>この日まで、お買上げやご来店にかかわらずこのランクにします。空欄なら、選びなおすまで続きます。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>いつまで</translation>
    </message>
</context>
<context>
    <name>TierPanel</name>
    <message numerus="yes">
        <source>%n of them would be kept in their tier for the grace only.</source>
        <translation><numerusform>そのうち %n名は猶予の間だけ今のランクのままです。</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>0: at once, on the next 1st of a month.</source>
        <translation>0なら、届かなくなった次の1日に下がります。</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>ランクを足す</translation>
    </message>
    <message>
        <source>Before a tier goes down it is kept for</source>
        <translation>下がる前の猶予</translation>
    </message>
    <message>
        <source>Calendar year</source>
        <translation>1月から12月</translation>
    </message>
    <message>
        <source>Change the tiers</source>
        <translation>ランクを変える</translation>
    </message>
    <message>
        <source>Counted on the 1st of every month, up to the day before.</source>
        <translation>毎月1日に、その前の日までの12か月で数えなおします。</translation>
    </message>
    <message>
        <source>Everybody is decided for today at once, then on the 1st of every month.</source>
        <translation>保存するとすぐに全員のランクが決まり、そのあとは毎月1日に決まります。</translation>
    </message>
    <message>
        <source>Everybody stays in their tier; the next decision is on the 1st of the month.</source>
        <translation>皆さまのランクはそのままです。次は1日に決まります。</translation>
    </message>
    <message>
        <source>From January on, or the whole year before: whichever is better for the customer.</source>
        <translation>今年の1月からの分と去年1年分の、お客様にとって良いほうで決めます。</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>ゴールド</translation>
    </message>
    <message>
        <source>Harder to reach than {lower}, yet it earns fewer points: {rate}, there {lower_rate}.</source>
        <translation>{lower}より条件が高いのに、ポイントは少なくなります(ここは{rate}、{lower}は{lower_rate})。</translation>
    </message>
    <message>
        <source>If saved now</source>
        <translation>いま保存すると</translation>
    </message>
    <message>
        <source>In which time</source>
        <translation>数える期間</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで閉じる</translation>
    </message>
    <message>
        <source>Look at the tiers again</source>
        <translation>ランクを見直す</translation>
    </message>
    <message>
        <source>Months a tier is kept before it goes down</source>
        <translation>下がる前の猶予の月数</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>新しいランク</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Save although a higher tier earns fewer points?</source>
        <translation>条件の高いランクのほうがポイントが少なくなります。このまま保存しますか</translation>
    </message>
    <message>
        <source>Save the tiers as they are</source>
        <translation>このまま保存する</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>シルバー</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>この12か月</translation>
    </message>
    <message>
        <source>The tiers are changed</source>
        <translation>ランクを変えました</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Use tiers</source>
        <translation>ランクを使う</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>決め方</translation>
    </message>
    <message>
        <source>Who rises to {tiers} will earn fewer points than before. Saving it can be undone.</source>
        <translation>{tiers}に上がったお客様は、前よりもポイントがたまりにくくなります。保存しても元に戻せます。</translation>
    </message>
    <message>
        <source>Without tiers every purchase earns the points of the rule alone. The tiers are kept for later.</source>
        <translation>ランクを使わないあいだは、ポイントはきまりのとおりにつきます。ランクの内容は残ります。</translation>
    </message>
    <message>
        <source>months</source>
        <translation>か月</translation>
    </message>
    <message>
        <source>{count} will be in it</source>
        <translation>{count}になります</translation>
    </message>
</context>
<context>
    <name>Tiers</name>
    <message>
        <source>As things stand {tier} ends on {until}.</source>
        <translation>このままだと{tier}は{until}までです。</translation>
    </message>
    <message>
        <source>As things stand: {tier} from {day} on.</source>
        <translation>このままだと{day}から{tier}に下がります。</translation>
    </message>
    <message>
        <source>Before a tier goes down it is kept for a month.</source>
        <translation>下がる前に1か月の猶予があります。</translation>
    </message>
    <message>
        <source>Before a tier goes down it is kept for {months} months.</source>
        <translation>下がる前に{months}か月の猶予があります。</translation>
    </message>
    <message>
        <source>Each 1st, by the purchases of 12 months</source>
        <translation>この12か月のお買上げで毎月1日に決まります</translation>
    </message>
    <message>
        <source>Each 1st, by the visits of 12 months</source>
        <translation>この12か月のご来店で毎月1日に決まります</translation>
    </message>
    <message>
        <source>Each 1st, by this or last year&apos;s purchases</source>
        <translation>今年か去年のお買上げで毎月1日に決まります</translation>
    </message>
    <message>
        <source>Each 1st, by this or last year&apos;s visits</source>
        <translation>今年か去年のご来店で毎月1日に決まります</translation>
    </message>
    <message>
        <source>Goes up to {tier} on {day}.</source>
        <translation>{day}に{tier}に上がります。</translation>
    </message>
    <message>
        <source>No tier yet.</source>
        <translation>まだランクはありません。</translation>
    </message>
    <message>
        <source>Points: {rate}</source>
        <translation>ポイント {rate}</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>レギュラー</translation>
    </message>
    <message>
        <source>Set by the shop: {tier} since {day}, through {until}.</source>
        <translation>お店で決めたランクです。{day}から{until}まで{tier}です。</translation>
    </message>
    <message>
        <source>Set by the shop: {tier} since {day}.</source>
        <translation>お店で決めたランクです。{day}から{tier}です。</translation>
    </message>
    <message>
        <source>Tiers go down at once.</source>
        <translation>届かなくなったら、次の1日に下がります。</translation>
    </message>
    <message>
        <source>With {missing} more by then: {tier} from {day} on.</source>
        <translation>あと {missing} で、{day}から{tier}になります。</translation>
    </message>
    <message>
        <source>from {figure}</source>
        <translation>{figure}から</translation>
    </message>
    <message>
        <source>{count} x ¥10,000</source>
        <translation>{count}万円</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{year}年{day}</translation>
    </message>
    <message>
        <source>{figures}: no tier since {day}.</source>
        <translation>{figures}なので、{day}からレギュラーです。</translation>
    </message>
    <message>
        <source>{figures}: {tier} is kept through {until}.</source>
        <translation>{figures}になりましたが、{until}までは{tier}のままです。</translation>
    </message>
    <message>
        <source>{figures}: {tier} since {day}.</source>
        <translation>{figures}なので、{day}から{tier}です。</translation>
    </message>
    <message>
        <source>{figure} spent in 12 months</source>
        <translation>12か月で {figure} のお買上げ</translation>
    </message>
    <message>
        <source>{figure} spent in a calendar year</source>
        <translation>1年(1月から12月)で {figure} のお買上げ</translation>
    </message>
    <message>
        <source>{figure} visited in 12 months</source>
        <translation>12か月で {figure} のご来店</translation>
    </message>
    <message>
        <source>{figure} visited in a calendar year</source>
        <translation>1年(1月から12月)で {figure} のご来店</translation>
    </message>
    <message>
        <source>{points} · {perks}</source>
        <translation>{points}・{perks}</translation>
    </message>
    <message>
        <source>{tier} – {perks}</source>
        <translation>{tier}は{perks}</translation>
    </message>
</context>
<context>
    <name>TiersCard</name>
    <message numerus="yes">
        <source>%n down</source>
        <translation><numerusform>下がる %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in grace</source>
        <translation><numerusform>猶予 %n名</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n up</source>
        <translation><numerusform>上がる %n名</numerusform></translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Change tiers</source>
        <translation>ランクを変える</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>{day}に</translation>
    </message>
    <message>
        <source>Perks: {perks}. {grace}</source>
        <translation>特典:{perks}。{grace}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>たまる割合</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Use tiers</source>
        <translation>ランクを使う</translation>
    </message>
    <message>
        <source>With tiers, customers who come often or buy much earn more points and get perks of their own.</source>
        <translation>よくお越しの方、たくさんお買上げの方に、ポイントを多めにつけたり特典をご用意したりできます。</translation>
    </message>
    <message>
        <source>{tier}: {words}</source>
        <translation>{tier}・{words}</translation>
    </message>
    <message>
        <source>{tier}: {words}, show the names</source>
        <translation>{tier}、{words}のお名前を見る</translation>
    </message>
</context>
<context>
    <name>TileCard</name>
    <message>
        <source>More on {figure}</source>
        <translation>{figure}をくわしく</translation>
    </message>
</context>
<context>
    <name>TilePanel</name>
    <message>
        <source>A year before</source>
        <translation>前年の同じ期間</translation>
    </message>
    <message>
        <source>By group, staff, area and channel</source>
        <translation>区分・担当・地域・きっかけごと</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>担当ごと</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Empty: no target. It stands as a line in the chart and in the monthly report.</source>
        <translation>空のときは目標なし。グラフの線と月次レポートに出ます。</translation>
    </message>
    <message>
        <source>Keep the target</source>
        <translation>目標を決める</translation>
    </message>
    <message>
        <source>Of many shops, not of yours</source>
        <translation>一般の目安(このお店の値ではありません)</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>ひとつ前の期間</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>ご注意</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>See the names</source>
        <translation>お名前を見る</translation>
    </message>
    <message>
        <source>Target for {months}</source>
        <translation>{months}の目標</translation>
    </message>
    <message>
        <source>Target for {months}, in percent</source>
        <translation>{months}の目標(%)</translation>
    </message>
    <message>
        <source>The change</source>
        <translation>この変化は</translation>
    </message>
    <message>
        <source>The target is kept.</source>
        <translation>目標を決めました。</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>比べた日</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>偶然かもしれません</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Active customers</source>
        <translation>お付き合いのあるお客様</translation>
    </message>
    <message>
        <source>Average purchase</source>
        <translation>お買上げの平均</translation>
    </message>
    <message>
        <source>Lifetime profit so far</source>
        <translation>お一人の生涯の粗利(これまで)</translation>
    </message>
    <message>
        <source>Lifetime profit to come</source>
        <translation>お一人の生涯の粗利(これから)</translation>
    </message>
    <message>
        <source>Month to next month</source>
        <translation>翌月も来た割合</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>売上</translation>
    </message>
    <message>
        <source>No longer coming</source>
        <translation>離れた割合</translation>
    </message>
    <message>
        <source>Not contacted lately</source>
        <translation>しばらくふれあいのないお客様</translation>
    </message>
    <message>
        <source>Product groups used</source>
        <translation>お一人が使う商品の種類</translation>
    </message>
    <message>
        <source>Purchases per customer</source>
        <translation>お一人あたりのお買上げ</translation>
    </message>
    <message>
        <source>Regulars among customers</source>
        <translation>常連の割合</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Sales to regulars</source>
        <translation>常連の売上の割合</translation>
    </message>
    <message>
        <source>Sales without a customer</source>
        <translation>お客様の記録がない売上</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>満足度</translation>
    </message>
    <message>
        <source>Second visit in 180 days</source>
        <translation>2回目のご来店(180日以内)</translation>
    </message>
    <message>
        <source>Second visit in 90 days</source>
        <translation>2回目のご来店(90日以内)</translation>
    </message>
    <message>
        <source>Second visit in a year</source>
        <translation>2回目のご来店(1年以内)</translation>
    </message>
    <message>
        <source>Slipping customers</source>
        <translation>離れそうなお客様</translation>
    </message>
    <message>
        <source>Touch points per customer</source>
        <translation>お一人とのふれあい</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>来店されたお客様</translation>
    </message>
    <message>
        <source>Visits per customer</source>
        <translation>お一人あたりのご来店</translation>
    </message>
    <message>
        <source>a forecast; it missed the last 6 months by {miss}</source>
        <translation>予測です。直近6か月は{miss}外れました</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>{day}現在</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>計算しています</translation>
    </message>
    <message>
        <source>for {window} days or more; see month to next month</source>
        <translation>{window}日以上の期間で表示。「翌月も来た割合」をご覧ください</translation>
    </message>
    <message>
        <source>from 200 customers and six months on</source>
        <translation>お客様200名・6か月分から表示</translation>
    </message>
    <message>
        <source>in general {low}–{high}%</source>
        <translation>一般には{low}〜{high}%</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>変わらず</translation>
    </message>
    <message>
        <source>not enough for it yet</source>
        <translation>まだ足りません</translation>
    </message>
    <message>
        <source>not shown: it missed the last 6 months by {miss}</source>
        <translation>表示しません(直近6か月が{miss}外れたため)</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>{count}の平均</translation>
    </message>
    <message>
        <source>of {count} only: for reference</source>
        <translation>{count}のみのため参考</translation>
    </message>
    <message>
        <source>reading the history</source>
        <translation>履歴を読んでいます</translation>
    </message>
    <message>
        <source>receipts: {count}</source>
        <translation>レシート{count}枚</translation>
    </message>
    <message>
        <source>target {target} reached</source>
        <translation>目標{target}を達成</translation>
    </message>
    <message>
        <source>target {target}: {gap}</source>
        <translation>目標{target}: {gap}</translation>
    </message>
    <message>
        <source>{one} · {other}</source>
        <translation>{one}・{other}</translation>
    </message>
    <message>
        <source>{points} pts</source>
        <translation>{points}ポイント</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Answered a survey</source>
        <translation>アンケートに答えました</translation>
    </message>
    <message>
        <source>Became a customer</source>
        <translation>お客様になりました</translation>
    </message>
    <message>
        <source>Calls and notes</source>
        <translation>電話・メモ</translation>
    </message>
    <message>
        <source>Change this visit</source>
        <translation>このご来店を直す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Done: {kind}</source>
        <translation>済みました:{kind}</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>返金する</translation>
    </message>
    <message>
        <source>History</source>
        <translation>これまでのこと</translation>
    </message>
    <message>
        <source>Is in no tier any more</source>
        <translation>ランクがレギュラーに戻りました</translation>
    </message>
    <message>
        <source>Is now {tier}</source>
        <translation>{tier}になりました</translation>
    </message>
    <message>
        <source>Look at the answers</source>
        <translation>回答を見る</translation>
    </message>
    <message>
        <source>Nothing of this kind yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>もう一度開く</translation>
    </message>
    <message>
        <source>Planned as: {note}</source>
        <translation>予定:{note}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>ご返金</translation>
    </message>
    <message>
        <source>Refund: {products}</source>
        <translation>ご返金:{products}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>Show what was before</source>
        <translation>それより前も見る</translation>
    </message>
    <message>
        <source>The record was changed</source>
        <translation>登録内容を直しました</translation>
    </message>
    <message>
        <source>Told us in a talk</source>
        <translation>お話しをうかがいました</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>Visit: {products}</source>
        <translation>ご来店:{products}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>ご来店</translation>
    </message>
    <message>
        <source>Which touches</source>
        <translation>どの出来事</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
</context>
<context>
    <name>ToastBar</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Add a customer</source>
        <translation>お客様を追加</translation>
    </message>
    <message>
        <source>Bring in my lists</source>
        <translation>名簿を取り込む</translation>
    </message>
    <message>
        <source>Bring in the lists you have, or add the first customer. Then this page says whom to look after today.</source>
        <translation>お持ちの名簿を取り込むか、お一人目を追加してください。今日どなたに声をかけるとよいかが、ここに並びます。</translation>
    </message>
    <message>
        <source>Customers to reach out to</source>
        <translation>声をかけたいお客様</translation>
    </message>
    <message>
        <source>Find by name or phone</source>
        <translation>お名前・電話番号で探す</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>まだどなたも登録されていません</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Visits of the last 7 days</source>
        <translation>この7日間のご来店</translation>
    </message>
    <message>
        <source>{day} · {shop}</source>
        <translation>{day}・{shop}</translation>
    </message>
</context>
<context>
    <name>Trays</name>
    <message>
        <source>Cassette</source>
        <translation>カセット</translation>
    </message>
    <message>
        <source>Envelope feeder</source>
        <translation>封筒フィーダー</translation>
    </message>
    <message>
        <source>Envelopes by hand</source>
        <translation>封筒の手差し</translation>
    </message>
    <message>
        <source>Large tray</source>
        <translation>大容量トレイ</translation>
    </message>
    <message>
        <source>Lower tray</source>
        <translation>下のトレイ</translation>
    </message>
    <message>
        <source>Manual feed</source>
        <translation>手差し</translation>
    </message>
    <message>
        <source>Middle tray</source>
        <translation>中のトレイ</translation>
    </message>
    <message>
        <source>Upper tray</source>
        <translation>上のトレイ</translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message numerus="yes">
        <source>%n week(s) so far</source>
        <translation><numerusform>今 %n週</numerusform></translation>
    </message>
    <message>
        <source>All {months} months before: {people}</source>
        <translation>{months}か月前のお客様全員: {people}</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers {months} months before {month}</source>
        <translation>{month}の{months}か月前のお客様</translation>
    </message>
    <message>
        <source>Enter opens the names of those who still come. The running month is measured today.</source>
        <translation>行を選んでEnterを押すと、今も来てくださる方のお名前が出ます。今月は今日の時点の数字です。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>No longer coming in {month}</source>
        <translation>{month}に離れていた方</translation>
    </message>
    <message>
        <source>No longer coming: {people}</source>
        <translation>離れた方 {people}</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Return rate over time</source>
        <translation>再来店率の動き</translation>
    </message>
    <message>
        <source>Shown once there are visits of {months} months</source>
        <translation>{months}か月分の来店がそろうと表示します</translation>
    </message>
    <message>
        <source>Still coming</source>
        <translation>今もご来店</translation>
    </message>
    <message>
        <source>Still coming in {month}</source>
        <translation>{month}も来てくださった方</translation>
    </message>
    <message>
        <source>Still coming: {people}</source>
        <translation>今もご来店 {people}</translation>
    </message>
    <message>
        <source>Target {percent}</source>
        <translation>目標 {percent}</translation>
    </message>
    <message>
        <source>The pale band is the range of chance</source>
        <translation>うすい帯は偶然のばらつきの幅</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>昨年</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>{band} · the scale begins at {start}</source>
        <translation>{band}・目盛りは{start}から</translation>
    </message>
    <message>
        <source>{months} months before</source>
        <translation>{months}か月前</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}(途中)</translation>
    </message>
    <message>
        <source>{month} so far: {percent}%, {stayed} of {people} still come</source>
        <translation>{month}(途中) {percent}%・{people}のうち{stayed}名が今もご来店</translation>
    </message>
    <message>
        <source>{month}: {percent}%, {stayed} of {people} still come</source>
        <translation>{month} {percent}%・{people}のうち{stayed}名が今もご来店</translation>
    </message>
</context>
<context>
    <name>UndoDesk</name>
    <message>
        <source>Do it again after all</source>
        <translation>やはりもう一度行う</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>もう一度行いました:{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>元に戻しました:{what}</translation>
    </message>
</context>
<context>
    <name>UnmatchedCard</name>
    <message numerus="yes">
        <source>%n more, which are rarer.</source>
        <translation><numerusform>ほか%n種類(もっと少ないもの)</numerusform></translation>
    </message>
    <message>
        <source>Answers that are no choice of the question</source>
        <translation>選択肢にない回答</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Say which choice each of them is. What is left out is counted nowhere.</source>
        <translation>どの選択肢のことか選んでください。取り込まないものは、どこにも数えません。</translation>
    </message>
    <message>
        <source>What “{text}” is</source>
        <translation>「{text}」の意味</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count}件</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Gross profit for what was spent</source>
        <translation>費用に対して増えた粗利</translation>
    </message>
</context>
<context>
    <name>VisitHead</name>
    <message>
        <source>Day of the visit</source>
        <translation>来店した日</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Nobody in charge</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>Please enter today or an earlier day.</source>
        <translation>今日か、今日より前の日を入れてください。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{name} in charge</source>
        <translation>担当 {name}</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Can be undone</source>
        <translation>あとで元に戻せます</translation>
    </message>
    <message>
        <source>Change a visit</source>
        <translation>来店の内容を直す</translation>
    </message>
    <message>
        <source>Enter a day of slips</source>
        <translation>伝票をまとめて入力</translation>
    </message>
    <message>
        <source>Filled in as last time</source>
        <translation>前回と同じ内容を入れてあります</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>Leave without recording</source>
        <translation>記録せずに閉じる</translation>
    </message>
    <message>
        <source>Leave without recording?</source>
        <translation>記録せずに閉じますか?</translation>
    </message>
    <message>
        <source>Note (stays in the history)</source>
        <translation>メモ(これまでのことに残ります)</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Record the visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Record · {amount}</source>
        <translation>{amount}の来店を記録</translation>
    </message>
    <message>
        <source>Save the change · {amount}</source>
        <translation>直した内容を保存({amount})</translation>
    </message>
    <message>
        <source>The visit is changed</source>
        <translation>来店の内容を直しました</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>records</source>
        <translation>で記録</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Allow below zero</source>
        <translation>0より下でも続ける</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Let the points go below zero?</source>
        <translation>ポイントが0より下になりますが、よろしいですか?</translation>
    </message>
    <message>
        <source>The sale is recorded</source>
        <translation>お客様なしの売上を記録しました</translation>
    </message>
    <message>
        <source>The visit of {name} is recorded</source>
        <translation>{name}のご来店を記録しました</translation>
    </message>
    <message>
        <source>The visit of {name} is recorded · {points} points in all</source>
        <translation>{name}のご来店を記録しました・ポイントは合わせて{points}です</translation>
    </message>
    <message>
        <source>{points} of the points this earned are used already. The balance would be below zero until new ones are earned.</source>
        <translation>このお買上げでたまったポイントのうち{points}は、もう使われています。次にたまるまで、残高が0より下になります。</translation>
    </message>
</context>
<context>
    <name>VisitsCard</name>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Enter slips</source>
        <translation>伝票をまとめて入力</translation>
    </message>
    <message>
        <source>Enter the visits of a day from a stack of slips (Ctrl+Shift+D)</source>
        <translation>1日分の伝票をまとめて入れます(Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Latest visits</source>
        <translation>最近のご来店</translation>
    </message>
    <message>
        <source>No visits in the last 7 days</source>
        <translation>この7日間のご来店はありません</translation>
    </message>
    <message>
        <source>Thank-you cards for {people}</source>
        <translation>{people}にお礼のはがき</translation>
    </message>
    <message>
        <source>Visits you record are listed here at once.</source>
        <translation>来店を記録すると、すぐここに並びます。</translation>
    </message>
</context>
<context>
    <name>WaveChoice</name>
    <message>
        <source>Wave</source>
        <translation>回</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>({template})</source>
        <translation>({template})</translation>
    </message>
    <message>
        <source>Back to all campaigns</source>
        <translation>キャンペーンの一覧に戻る</translation>
    </message>
    <message>
        <source>Back: {step}</source>
        <translation>戻る:{step}</translation>
    </message>
    <message>
        <source>Check name and day</source>
        <translation>名前と日付を確かめます</translation>
    </message>
    <message>
        <source>Cost and offer</source>
        <translation>費用と特典</translation>
    </message>
    <message>
        <source>Cost {amount}</source>
        <translation>費用は{amount}です</translation>
    </message>
    <message>
        <source>Ctrl+Enter goes on</source>
        <translation>Ctrl+Enterで次へ</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>下書きを保存 {time}</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>あとで続ける</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新しいキャンペーン</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>次へ:{step}</translation>
    </message>
    <message>
        <source>No offer</source>
        <translation>特典なし</translation>
    </message>
    <message>
        <source>Print and start</source>
        <translation>印刷・開始</translation>
    </message>
    <message>
        <source>Send {sent}, hold back {held}</source>
        <translation>送る{sent}・残す{held}</translation>
    </message>
    <message numerus="yes">
        <source>Start and give points to %n</source>
        <translation><numerusform>始めて%n名にポイントを差し上げる</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start and plan %n follow-up(s)</source>
        <translation><numerusform>始めて%n件の予定を入れる</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start and print %n piece(s)</source>
        <translation><numerusform>始めて%n枚を印刷</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start with %n people</source>
        <translation><numerusform>%n名で始める</numerusform></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Steps, or the plan</source>
        <translation>手順か計画</translation>
    </message>
    <message>
        <source>The plan now</source>
        <translation>いまの計画</translation>
    </message>
    <message>
        <source>Visits count from {first} to {last}; the verdict is known on {day}</source>
        <translation>{first}から{last}までのご来店を数え、{day}に結果が分かります</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>何を送る</translation>
    </message>
    <message>
        <source>Who is held back</source>
        <translation>様子を見る方</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>どなたに</translation>
    </message>
    <message>
        <source>deciding now</source>
        <translation>いま決めています</translation>
    </message>
    <message>
        <source>{sent} get it, {held} are held back</source>
        <translation>{sent}名に送り、{held}名は様子を見ます</translation>
    </message>
</context>
<context>
    <name>WordButton</name>
    <message>
        <source>{word}, change</source>
        <translation>{word}、変える</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Below the title</source>
        <translation>題名の下のごあいさつ</translation>
    </message>
    <message>
        <source>Thanks at the end</source>
        <translation>終わりのお礼</translation>
    </message>
    <message>
        <source>What the answers are used for</source>
        <translation>お答えの使いみち</translation>
    </message>
</context>
<context>
    <name>WordsSection</name>
    <message>
        <source>A line whose fields are all empty is left out.</source>
        <translation>差し込みが空の行は印刷しません。</translation>
    </message>
    <message>
        <source>Address of the web page</source>
        <translation>ウェブページのアドレス</translation>
    </message>
    <message>
        <source>For example https://… Whoever holds a telephone over the squares gets there. Without an address nothing is printed.</source>
        <translation>例: https://… スマートフォンで読み取るとこのページが開きます。空欄のときは印刷しません。</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>差し込み</translation>
    </message>
    <message>
        <source>The offer itself is the one of the print run; without one the coupon is left out.</source>
        <translation>特典の内容は印刷のときに決めます。特典がなければ、クーポンは印刷しません。</translation>
    </message>
    <message>
        <source>Use “{field}” instead</source>
        <translation>「{field}」に直す</translation>
    </message>
    <message>
        <source>Way of writing</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Words above the offer</source>
        <translation>特典の上のことば</translation>
    </message>
</context>
</TS>
