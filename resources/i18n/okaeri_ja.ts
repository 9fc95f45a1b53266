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
    <name>Actions</name>
    <message>
        <source>Added {name}</source>
        <translation>{name} 様を登録しました</translation>
    </message>
    <message>
        <source>Added {name} to the staff</source>
        <translation>担当に {name} を加えました</translation>
    </message>
    <message>
        <source>Archived {name}</source>
        <translation>{name} 様をしまいました</translation>
    </message>
    <message>
        <source>Brought {name} back from the archive</source>
        <translation>{name} 様を一覧に戻しました</translation>
    </message>
    <message>
        <source>Changed a note on {name}</source>
        <translation>{name} 様のメモを直しました</translation>
    </message>
    <message>
        <source>Changed a visit of {name}</source>
        <translation>{name} 様のご来店の記録を直しました</translation>
    </message>
    <message>
        <source>Changed how {name} may be contacted</source>
        <translation>{name} 様へのご連絡の決まりを変えました</translation>
    </message>
    <message>
        <source>Changed the record of {name}</source>
        <translation>{name} 様の記録を直しました</translation>
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
        <source>Deleted a note on {name}</source>
        <translation>{name} 様のメモを消しました</translation>
    </message>
    <message>
        <source>Deleted a visit of {name}</source>
        <translation>{name} 様のご来店の記録を消しました</translation>
    </message>
    <message>
        <source>Handed the customers of {name} over to {to}</source>
        <translation>{name} のお客様を {to} に引き継ぎました</translation>
    </message>
    <message>
        <source>Noted a contact with {name}</source>
        <translation>{name} 様とのやりとりを書きました</translation>
    </message>
    <message>
        <source>Recorded a visit of {name}</source>
        <translation>{name} 様のご来店を記録しました</translation>
    </message>
    <message>
        <source>Recorded {count} cards as sent</source>
        <translation>はがき{count}枚を送った記録にしました</translation>
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
        <source>A postal code has seven digits, like 150-0001.</source>
        <translation>郵便番号は7桁です(例:150-0001)。</translation>
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
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
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
        <source>Print</source>
        <translation>印刷</translation>
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
        <source>Today</source>
        <translation>今日</translation>
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
    <name>Banners</name>
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
        <source>The data are on this computer only. A copy on a USB stick is a good idea.</source>
        <translation>データはこのパソコンの中だけにあります。USBメモリーなどに控えを取ることをおすすめします。</translation>
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
    <name>Bill</name>
    <message>
        <source>, </source>
        <translation>、</translation>
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
        <source>Payment</source>
        <translation>お会計</translation>
    </message>
    <message numerus="yes">
        <source>Subtotal (%n item(s))</source>
        <translation><numerusform>小計(%n点)</numerusform></translation>
    </message>
    <message>
        <source>Total</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>With consumption tax {taxes}: {total}</source>
        <translation>消費税 {taxes} を足すと {total}</translation>
    </message>
    <message>
        <source>{rate} {amount}</source>
        <translation>{rate} {amount}</translation>
    </message>
</context>
<context>
    <name>BoughtPart</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>お会計の金額</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
    <message>
        <source>Enter the items</source>
        <translation>内訳を入れる</translation>
    </message>
    <message>
        <source>Menu or product</source>
        <translation>商品・メニュー</translation>
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
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>数</translation>
    </message>
    <message>
        <source>“{text}” is not on the receipt yet. Press Enter to add it, or delete the words.</source>
        <translation>「{text}」はまだ足されていません。Enterで足すか、消してください。</translation>
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
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation><numerusform>%n組</numerusform></translation>
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
        <source>may be the same person</source>
        <translation>同じ方かもしれません</translation>
    </message>
    <message numerus="yes">
        <source>may be the same person, %n decided</source>
        <translation><numerusform>同じ方かもしれません(%n組は決めました)</numerusform></translation>
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
        <source>As of {day}</source>
        <translation>{day} 時点</translation>
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
        <source>Bring in customers or purchases from a file</source>
        <translation>お客様やお買い上げを表から取り込みます</translation>
    </message>
    <message>
        <source>Cards: {count}, pages: {pages}, in {file}. They are recorded as sent.</source>
        <translation>はがき {count}枚、{pages}ページを {file} に作り、送った記録をつけました。</translation>
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
        <source>Customers: {customers}, of whom bought: {buyers}, once only: {one_time}</source>
        <translation>お客様 {customers}名(お買い上げのあった方 {buyers}名、うち1回だけの方 {one_time}名)</translation>
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
        <source>Import {id} was undone. Removed: {customers} customers, {purchases} purchases; put back: {restored}; kept: {kept}.</source>
        <translation>取り込み {id} を取り消しました。消したもの: お客様 {customers}名、お買い上げ {purchases}件。元に戻したお客様 {restored}名、残したお客様 {kept}名。</translation>
    </message>
    <message>
        <source>Import {import_id} is done. Rows: {accepted}; new customers: {created}; changed: {updated}.</source>
        <translation>取り込みました(取り込み {import_id})。{accepted}行、新しいお客様 {created}名、変わったお客様 {updated}名。</translation>
    </message>
    <message>
        <source>Look whether the data are whole</source>
        <translation>データが無事かどうか確かめます</translation>
    </message>
    <message>
        <source>Net sales: {amount}</source>
        <translation>売上 {amount}</translation>
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
        <source>Only tried, nothing was stored. Rows: {accepted}; new customers: {created}; changed: {updated}.</source>
        <translation>試しただけで、保存していません。{accepted}行、新しいお客様 {created}名、変わったお客様 {updated}名。</translation>
    </message>
    <message>
        <source>Print cards as a PDF and record them as sent</source>
        <translation>はがきをPDFにして、送った記録をつける</translation>
    </message>
    <message>
        <source>Put a backup in the place of the data</source>
        <translation>控えから戻します</translation>
    </message>
    <message>
        <source>Receipts: {receipts}</source>
        <translation>お会計 {receipts}件</translation>
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
        <source>Sales without a customer: {amount} ({rows} rows)</source>
        <translation>お客様の分からない売上 {amount}({rows}行)</translation>
    </message>
    <message>
        <source>Second visit within {days} days: {rate}</source>
        <translation>{days}日以内の2回目のご来店 {rate}</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({kind}). What was saved before is safe. Run it again with OKAERI_DEBUG=1 for details.</source>
        <translation>プログラムの中で問題が起きました({kind})。これまでに保存した内容は無事です。詳しく調べるときは OKAERI_DEBUG=1 を付けてもう一度実行してください。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>中止しました。何も変わっていません。</translation>
    </message>
    <message>
        <source>Take a whole import back</source>
        <translation>取り込みをまるごと取り消します</translation>
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
        <source>The shop {name} begins in {file}.</source>
        <translation>{name} を始めました。データの場所: {file}</translation>
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
        <source>This file was imported before, on {day}, as import {id}.</source>
        <translation>このファイルは {day} にも取り込んでいます(取り込み {id})。</translation>
    </message>
    <message>
        <source>What was there before is kept as {file}.</source>
        <translation>戻す前のデータは {file} に残してあります。</translation>
    </message>
    <message>
        <source>Worth a look: {count}</source>
        <translation>気になるところ: {count}件</translation>
    </message>
    <message>
        <source>Write customers or purchases to a file</source>
        <translation>お客様やお買い上げをファイルに書き出します</translation>
    </message>
    <message>
        <source>do nothing when there is a warning</source>
        <translation>気になるところがあれば何もしない</translation>
    </message>
    <message>
        <source>folder that holds the shop&apos;s data</source>
        <translation>お店のデータがあるフォルダー</translation>
    </message>
    <message>
        <source>language of the sentences</source>
        <translation>表示する言葉</translation>
    </message>
    <message>
        <source>one JSON object instead of sentences</source>
        <translation>文の代わりにJSONを1つ出す</translation>
    </message>
    <message>
        <source>use the sample shop</source>
        <translation>見本のお店を使う</translation>
    </message>
    <message>
        <source>{customer}: R{r} F{f} M{m}, {segment}</source>
        <translation>{customer}: R{r} F{f} M{m}、{segment}</translation>
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
        <source>{line} (unfinished)</source>
        <translation>{line}(途中)</translation>
    </message>
    <message>
        <source>{start} → {end}: {rate}</source>
        <translation>{start} → {end}: {rate}</translation>
    </message>
</context>
<context>
    <name>ConsentPart</name>
    <message>
        <source>Asked on</source>
        <translation>伺った日</translation>
    </message>
    <message>
        <source>Does not want to be contacted</source>
        <translation>連絡しないでほしいとのこと</translation>
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
    <name>CustomerActs</name>
    <message>
        <source>Is a customer again</source>
        <translation>退会を取り消しました</translation>
    </message>
    <message>
        <source>Marked as having left</source>
        <translation>退会にしました</translation>
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
        <translation>メモを削除しました</translation>
    </message>
    <message>
        <source>The note is saved</source>
        <translation>メモを保存しました</translation>
    </message>
    <message>
        <source>The purchase is deleted</source>
        <translation>お買上げを削除しました</translation>
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
        <source>Next: ask how they are</source>
        <translation>次にすること:様子をうかがう</translation>
    </message>
    <message>
        <source>Next: invite for the second visit</source>
        <translation>次にすること:2回目のご来店をお誘いする</translation>
    </message>
    <message>
        <source>Next: wait for the next visit</source>
        <translation>次のご来店をお待ちしています</translation>
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
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>The first visit was {days} days ago.</source>
        <translation>はじめてのご来店から{days}日です。</translation>
    </message>
    <message>
        <source>To remember</source>
        <translation>覚えておくこと</translation>
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
        <source>How they came</source>
        <translation>きっかけ</translation>
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
        <source>Is a customer again</source>
        <translation>退会を取り消す</translation>
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
        <source>Go on writing</source>
        <translation>続けて書く</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで閉じる</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>保存しないで閉じますか?</translation>
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
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存していません。</translation>
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
        <source>no visit yet</source>
        <translation>ご来店前</translation>
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
        <source>Name, reading or phone</source>
        <translation>お名前・かな・電話で探す</translation>
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
        <source>Nobody is registered yet</source>
        <translation>まだどなたも登録されていません</translation>
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
        <source>Purchases</source>
        <translation>お買上げ</translation>
    </message>
    <message>
        <source>Save all customers</source>
        <translation>お客様を書き出す</translation>
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
    <name>Desk</name>
    <message>
        <source>Card before</source>
        <translation>前のはがき</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>次のはがき</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>印刷しない方</translation>
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
    <name>Errors</name>
    <message>
        <source>A field in the text cannot be read: {part}. Nothing was printed. Please write it like {{{{name}}}}.</source>
        <translation>文面の差し込み項目を読み取れません:{part}。何も印刷していません。{{{{氏名}}}} のように書いてください。</translation>
    </message>
    <message>
        <source>A file called {name} cannot be written. Nothing was written. Please let its name end in .csv, .tsv or .xlsx.</source>
        <translation>{name} という名前では書き出せません。何も書き出していません。名前の終わりを .csv、.tsv、.xlsx のどれかにしてください。</translation>
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
        <source>A visit cannot be later than its refund. Nothing was changed. Please choose an earlier day.</source>
        <translation>来店日を、返金した日より後にすることはできません。何も変更していません。もっと前の日付を選んでください。</translation>
    </message>
    <message>
        <source>Another program is writing to the data just now. What was saved before is safe. Please try again in a moment.</source>
        <translation>ほかのプログラムがデータを書き込んでいます。これまでに保存した内容は無事です。少し待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>More than this amount has already been given back. Nothing was changed. Please delete the refund first.</source>
        <translation>この金額より多く返金してあります。何も変わっていません。先に返金の記録を削除してください。</translation>
    </message>
    <message>
        <source>No column could be matched with what is needed ({fields}). Nothing was imported. Please match the columns by hand.</source>
        <translation>必要な項目({fields})に合う列が見つかりません。何も取り込んでいません。列を手で合わせてください。</translation>
    </message>
    <message>
        <source>Nobody called {name} is on the staff list. Nothing was recorded. Please choose from the list.</source>
        <translation>担当の一覧に「{name}」という方はいません。何も記録していません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>Nobody is left to print for. Nothing was printed. Please choose at least one person.</source>
        <translation>印刷するお客様がいません。何も印刷していません。お一人以上選んでください。</translation>
    </message>
    <message>
        <source>Okaeri is already open with this data. Nothing was changed. Please use the window that is open.</source>
        <translation>このデータはすでにおかえりで開いています。何も変えていません。開いている画面をお使いください。</translation>
    </message>
    <message>
        <source>Please choose somebody else to hand the customers over to.</source>
        <translation>引き継ぐ相手には別の担当を選んでください。</translation>
    </message>
    <message>
        <source>Please enter a name. What you typed is still here.</source>
        <translation>お名前を入れてください。入力した内容はそのまま残っています。</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>お名前を入力してください。</translation>
    </message>
    <message>
        <source>Please type the name of the shop.</source>
        <translation>お店の名前を入力してください。</translation>
    </message>
    <message>
        <source>Please write a word or two about the contact.</source>
        <translation>やりとりの内容をひとこと書いてください。</translation>
    </message>
    <message>
        <source>Reading “{name}” took more than {seconds} seconds and was stopped. Nothing was imported. Please save only the list as CSV.</source>
        <translation>「{name}」を読むのに{seconds}秒よりかかったので、止めました。何も取り込んでいません。一覧だけをCSVで保存してください。</translation>
    </message>
    <message>
        <source>The amount must be above zero. Nothing was recorded. To give money back, open the purchase and choose refund.</source>
        <translation>金額は0より大きく入れてください。何も記録していません。返金するときは、お買上げを開いて「返金する」を選んでください。</translation>
    </message>
    <message>
        <source>The card cannot be made as it stands. Nothing was printed.</source>
        <translation>このままでははがきを作れません。何も印刷していません。</translation>
    </message>
    <message>
        <source>The cards of this run are no longer kept. Nothing was printed.</source>
        <translation>この回のはがきはもう残っていません。何も印刷していません。</translation>
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
        <source>The list of postal codes is missing or damaged. Your data are untouched. Please install the program again.</source>
        <translation>郵便番号の一覧がないか、壊れています。お店のデータはそのままです。プログラムを入れ直してください。</translation>
    </message>
    <message>
        <source>The position can be moved by at most 10 mm and the size changed by 2 %. Nothing was changed. Please enter a smaller value.</source>
        <translation>位置は10mmまで、大きさは2%まで調整できます。何も変えていません。もっと小さい値を入れてください。</translation>
    </message>
    <message>
        <source>The text names a field that does not exist: {name}. Nothing was printed. Please choose a field from the list.</source>
        <translation>一覧にない項目が文面にあります:{name}。何も印刷していません。項目は一覧から選んでください。</translation>
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
        <source>There is a shop in this folder already. Nothing was changed. Please choose another folder for a new shop.</source>
        <translation>このフォルダーにはすでにお店があります。何も変わっていません。新しいお店には別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is already somebody called {name}. Please tell the two apart in the name.</source>
        <translation>{name} さんはすでにいます。区別できるお名前にしてください。</translation>
    </message>
    <message>
        <source>There is no customer with the number {code}. Nothing was printed.</source>
        <translation>番号 {code} のお客様は見つかりません。何も印刷していません。</translation>
    </message>
    <message>
        <source>There is no group called “{name}”. Nothing was printed. The groups are: {names}.</source>
        <translation>「{name}」というグループはありません。何も印刷していません。使えるグループ: {names}</translation>
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
        <source>This amount is too large. Nothing was recorded. Please check the digits.</source>
        <translation>金額が大きすぎます。何も記録していません。けた数を確かめてください。</translation>
    </message>
    <message>
        <source>This backup would hold far less than the last one ({after} rows instead of {before}). Nothing was replaced. Please look whether something is missing before you back up anyway.</source>
        <translation>この控えは前の控えよりずっと少なくなります({before}行が{after}行に)。前の控えはそのままです。なくなったものがないか確かめてから、もう一度控えを取ってください。</translation>
    </message>
    <message>
        <source>This cannot be done as it stands. Nothing was changed.</source>
        <translation>このままではできません。何も変わっていません。</translation>
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
        <source>This day is still to come. Nothing was recorded. Please choose today or an earlier day.</source>
        <translation>この日はまだ来ていません。何も記録していません。今日かそれより前の日を選んでください。</translation>
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
        <source>This is the shop&apos;s own file, so it cannot be its backup too. Nothing was changed. Please choose another place.</source>
        <translation>これはいま使っているデータのファイルなので、控えにはできません。何も変わっていません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>This member of staff is no longer in the list. Nothing was changed.</source>
        <translation>この担当は、もう一覧にいません。何も変わっていません。</translation>
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
        <source>This was changed again afterwards, so it cannot be undone by itself. Nothing was changed. Please undo the later change first.</source>
        <translation>このあとにもう一度変更されているため、これだけを元に戻すことはできません。何も変えていません。先に後の変更を元に戻してください。</translation>
    </message>
    <message>
        <source>{name} cannot be written there. Nothing was recorded as sent. Please close the file if it is open, or choose another place.</source>
        <translation>{name} をそこに書き込めませんでした。送った記録はつけていません。ファイルを開いていれば閉じるか、ほかの場所をお選びください。</translation>
    </message>
    <message>
        <source>{name} still looks after customers ({count}). Nothing was changed. Please hand them over to somebody first.</source>
        <translation>{name} さんには担当のお客様が{count}名います。何も変わっていません。先に引き継いでください。</translation>
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
        <source>“{name}” is damaged and cannot be read. Nothing was imported. Please open it in the program it came from and save it again.</source>
        <translation>「{name}」はこわれていて読み取れません。何も取り込んでいません。元のソフトで開いて、保存し直してください。</translation>
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
        <source>“{target}” is not something that can be imported. Nothing was imported. Please check the spelling.</source>
        <translation>「{target}」は取り込める項目ではありません。何も取り込んでいません。つづりを確かめてください。</translation>
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
        <source>Customers of both months ÷ customers of the first month.</source>
        <translation>両方の月に来た人数÷はじめの月に来た人数</translation>
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
        <source>Down: how long ago the last visit was. Across: how often a customer came within the last 365 days. Press a cell to see the names.</source>
        <translation>縦は最後の来店、横は直近365日の来店回数です。マスを押すとお名前が出ます。</translation>
    </message>
    <message>
        <source>Every customer is in exactly one group. The first that fits counts: new, away, slipping, regulars, room to grow, steady.</source>
        <translation>お客様は必ずどれか1つに入ります。はじめて、ご無沙汰、離れそう、常連、伸びしろ、おつきあいの順に、最初に当てはまるものです。</translation>
    </message>
    <message>
        <source>Everything this customer has bought so far, less what was given back.</source>
        <translation>このお客様のこれまでのお買い上げから、返金を引いた金額です。</translation>
    </message>
    <message>
        <source>Example: 200 customers three months ago, 137 of them visited lately. 137 ÷ 200 = 68.5%.</source>
        <translation>例:3か月前に200名、そのうち137名が最近もご来店。137÷200=68.5%</translation>
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
        <source>Example: on 20 November, 1–20 November stands beside 1–20 October.</source>
        <translation>例:11月20日なら、11月1〜20日と10月1〜20日を比べます。</translation>
    </message>
    <message>
        <source>Example: purchases of ¥100,000 at a profit share of 60% make ¥60,000.</source>
        <translation>例:お買い上げ10万円×粗利率60%=6万円</translation>
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
        <source>Groups of customers</source>
        <translation>お客様のグループ</translation>
    </message>
    <message>
        <source>If the same were done 100 times, the true value would lie in such a range about 95 times. Fewer people, wider range.</source>
        <translation>同じことを100回すれば、およそ95回はこうした幅に本当の値が入ります。人数が少ないほど広くなります。</translation>
    </message>
    <message>
        <source>Lifetime profit per customer</source>
        <translation>お一人の生涯の粗利</translation>
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
        <source>Net sales to customers × share of profit ÷ customers who have bought.</source>
        <translation>お客様への売上(返金を引いたもの)×粗利率÷お買い上げのあった人数</translation>
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
        <source>Not seen lately</source>
        <translation>しばらくお見えでない</translation>
    </message>
    <message>
        <source>Of all customers who ever bought, the share who visited within the last {window} days.</source>
        <translation>お買い上げのあったすべてのお客様のうち、直近{window}日にご来店のあった割合です。</translation>
    </message>
    <message>
        <source>Of the customers who bought in a month, the share who also bought in the month after.</source>
        <translation>ある月にお買い上げのあったお客様のうち、次の月にもお買い上げのあった割合です。</translation>
    </message>
    <message>
        <source>Of the customers who were with you three months ago (who had visited within {window} days), the share who still come today.</source>
        <translation>3か月前の時点でお付き合いのあったお客様(直近{window}日に来店)のうち、今も来てくださっている割合です。</translation>
    </message>
    <message>
        <source>Of the customers whose first visit was at least 90 days ago, the share who came a second time within 90 days of it.</source>
        <translation>はじめてのご来店から90日以上たったお客様のうち、90日以内に2回目のご来店があった割合です。</translation>
    </message>
    <message>
        <source>Purchases in all</source>
        <translation>お買上げの合計</translation>
    </message>
    <message>
        <source>Range of chance</source>
        <translation>偶然の幅</translation>
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
        <source>Sales without a customer</source>
        <translation>お客様の記録がない売上</translation>
    </message>
    <message>
        <source>Second visit</source>
        <translation>2回目のご来店</translation>
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
        <source>Sum of the receipts above zero ÷ their number.</source>
        <translation>0円より大きいレシートの合計÷枚数</translation>
    </message>
    <message>
        <source>The gross profit one customer has brought so far, on average. It is profit, not sales.</source>
        <translation>お一人がこれまでにもたらした粗利の平均です。売上ではなく、もうけの金額です。</translation>
    </message>
    <message>
        <source>The middle one of the gaps between this customer&apos;s visits. Before the fourth visit, that of similar customers is used.</source>
        <translation>このお客様のご来店の間隔を並べたときの、真ん中の日数です。4回目より前は、似たお客様の間隔を使います。</translation>
    </message>
    <message>
        <source>Usual gap</source>
        <translation>来店の間隔</translation>
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
        <source>What one receipt comes to on average. Receipts taken back in full do not count.</source>
        <translation>レシート1枚あたりの平均の金額です。全額を返金したものは入りません。</translation>
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
        <source>Between visits</source>
        <translation>来店の間隔</translation>
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
        <translation>1回あたり</translation>
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
        <translation><numerusform>%n回の平均</numerusform></translation>
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
        <source>{times} · {since}</source>
        <translation>{times}・{since}</translation>
    </message>
    <message>
        <source>{years} yr {months} mo</source>
        <translation>{years}年{months}か月</translation>
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
        <source>Find out</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>Go on with this file</source>
        <translation>このファイルを続ける</translation>
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
        <source>What the list is</source>
        <translation>一覧の種類</translation>
    </message>
    <message>
        <source>can be undone for {days} days</source>
        <translation>{days}日間は元に戻せます</translation>
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
    <name>Footer</name>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
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
    <name>ImportDesk</name>
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
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
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
        <source>Keep the import</source>
        <translation>元に戻さない</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz);;All files (*)</source>
        <translation>一覧 (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz);;すべてのファイル (*)</translation>
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
        <source>Put {count} back</source>
        <translation>{count}を元に戻す</translation>
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
        <source>Something was recorded for them after the import: a visit, a note or a card.</source>
        <translation>取り込みのあとに、来店・メモ・はがきなどが書き足されているためです。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>止めました。何も変わっていません。</translation>
    </message>
    <message numerus="yes">
        <source>Take %n row(s) out again</source>
        <translation><numerusform>%n行を元に戻す</numerusform></translation>
    </message>
    <message>
        <source>The import was undone: {people} and {sales} of sales taken out, {restored} put back</source>
        <translation>取り込みを元に戻しました。お客様{people}と売上{sales}を取り除き、{restored}の内容を戻しました</translation>
    </message>
    <message>
        <source>This could not be finished. Nothing was changed.</source>
        <translation>終わりまで進めませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>This very file was imported before, on {day}</source>
        <translation>このファイルは{day}に取り込み済みです</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>この取り込みを元に戻しますか?</translation>
    </message>
    <message>
        <source>{count} stayed</source>
        <translation>{count}は残しました</translation>
    </message>
    <message>
        <source>{rows} of “{file}” go back to what was there before: {created} newly registered and {updated} brought up to date. Customers for whom you recorded something since then stay. A backup is made first.</source>
        <translation>「{file}」から取り込んだ{rows}(新しい登録{created}、更新{updated})を、取り込む前に戻します。そのあと来店やメモを書き足したお客様は残ります。今の状態は自動で控えを取ります。</translation>
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
        <source>A date is needed.</source>
        <translation>日付が要ります。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>お名前が要ります。</translation>
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
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
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
        <source>The customer number {value} belongs to {other}. It was left empty.</source>
        <translation>お客様番号 {value} は {other} のものです。番号は空けて取り込みました。</translation>
    </message>
    <message>
        <source>The date is in the future.</source>
        <translation>先の日付です。</translation>
    </message>
    <message>
        <source>The era does not have this date.</source>
        <translation>その元号にこの日はありません。</translation>
    </message>
    <message>
        <source>The list says yes, but {other} said no. It stays no.</source>
        <translation>この一覧では「はい」ですが、{other} 様はお断りです。お断りのままにしました。</translation>
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
        <source>There is no customer {value}.</source>
        <translation>{value} というお客様は登録されていません。</translation>
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
        <source>This is not an e-mail address.</source>
        <translation>メールアドレスではありません。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
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
        <source>Comma</source>
        <translation>コンマ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様の名簿</translation>
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
        <source>Insights</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>ご来店の記録がまだありません</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Record a visit</source>
        <translation>来店を記録</translation>
    </message>
    <message>
        <source>Sales without a customer: {percent}</source>
        <translation>お客様の記録がない売上 {percent}</translation>
    </message>
    <message>
        <source>Sales without a customer: {percent} ({receipts}), in no figure about customers</source>
        <translation>お客様の記録がない売上 {percent}({receipts})。お客様の数字には入っていません</translation>
    </message>
    <message>
        <source>Worked out on {moment}</source>
        <translation>{moment} に計算しました</translation>
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
        <source>Please enter how many, at least a part of one.</source>
        <translation>数を入れてください。0.5 のような数も使えます。</translation>
    </message>
    <message>
        <source>Please enter the price as a number.</source>
        <translation>単価を数字で入れてください。</translation>
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
    <name>MergeFields</name>
    <message>
        <source>Day of printing</source>
        <translation>印刷する日</translation>
    </message>
    <message>
        <source>Day of the last visit</source>
        <translation>前回の来店日</translation>
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
        <source>Sender</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Who is in charge</source>
        <translation>担当</translation>
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
    <name>PaperPart</name>
    <message>
        <source>Blank card, boxes drawn</source>
        <translation>白いカード(郵便番号枠も印刷)</translation>
    </message>
    <message>
        <source>Down (mm)</source>
        <translation>上下(mm)</translation>
    </message>
    <message>
        <source>Every printer is off by a little. Measure on the test sheet; a minus moves left or up.</source>
        <translation>プリンターごとに少しずれます。試し刷りで測ってください。マイナスで左・上に動きます。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
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
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Address side</source>
        <translation>宛名面</translation>
    </message>
    <message>
        <source>Message side</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>Preview of the card</source>
        <translation>はがきの見本</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>As soon as there is someone, the names are listed here.</source>
        <translation>当てはまる方がいらっしゃると、ここにお名前が並びます。</translation>
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
        <source>Save the list</source>
        <translation>一覧を保存する</translation>
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
    <name>PrintActs</name>
    <message numerus="yes">
        <source>%n card(s) made and noted as sent</source>
        <translation><numerusform>はがき%n枚を作り、送った記録をつけました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) made in {file} and noted as sent</source>
        <translation><numerusform>はがき%n枚を {file} に作り、送った記録をつけました</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n card(s)</source>
        <translation><numerusform>はがき%n枚を作っています</numerusform></translation>
    </message>
    <message>
        <source>No program for PDF files was found. The pages are in {file}.</source>
        <translation>PDFを開くプログラムが見つかりません。ファイルは {file} にあります。</translation>
    </message>
    <message>
        <source>cards-{day}-{number}.pdf</source>
        <translation>はがき-{day}-{number}.pdf</translation>
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
    <name>PrintProblems</name>
    <message>
        <source>Another card goes to the same household.</source>
        <translation>同じお宅に、ほかのはがきもお送りします。</translation>
    </message>
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
        <source>Post came back from this address.</source>
        <translation>郵便が戻ってきた住所です。</translation>
    </message>
    <message>
        <source>Some characters cannot be printed.</source>
        <translation>印刷できない文字があります。</translation>
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
        <source>The text does not fit on the card.</source>
        <translation>文字がはがきに収まりません。</translation>
    </message>
    <message>
        <source>There is no such postcode.</source>
        <translation>この郵便番号は使われていません。</translation>
    </message>
    <message>
        <source>Was sent a card a short time ago.</source>
        <translation>最近はがきをお送りしたばかりです。</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Cards {day}</source>
        <translation>はがき {day}</translation>
    </message>
    <message>
        <source>Design and paper</source>
        <translation>デザインと用紙</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>印刷しない</translation>
    </message>
    <message>
        <source>Make a PDF</source>
        <translation>PDFにする</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>はがき%n枚を印刷</numerusform></translation>
    </message>
    <message>
        <source>Print a card for {name} all the same?</source>
        <translation>{name}へのはがきを印刷しますか</translation>
    </message>
    <message>
        <source>Print this one card</source>
        <translation>この1枚を印刷する</translation>
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
        <source>The record says: {reason}</source>
        <translation>記録には「{reason}」とあります。印刷するのはこのお一人だけです。</translation>
    </message>
    <message>
        <source>There is nothing to print: {reason}</source>
        <translation>印刷できません: {reason}</translation>
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
    <name>ProductSearch</name>
    <message>
        <source>Add a menu item or product</source>
        <translation>メニュー・商品を足す</translation>
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
        <translation>削除する</translation>
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
    <name>RecipientsCard</name>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation><numerusform>宛先 %n名</numerusform></translation>
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
        <source>Paper and ink, about</source>
        <translation>用紙・インクの目安</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <source>Please check: {people}</source>
        <translation>ご確認ください {people}</translation>
    </message>
    <message>
        <source>Postcards {count} × {price}</source>
        <translation>はがき {count}枚 × {price}</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>To be printed</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>To be printed: {people}</source>
        <translation>印刷する {people}</translation>
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
        <source>{answer} ({day})</source>
        <translation>{answer}({day})</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}:{before} → {after}</translation>
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
        <source>{amount} is given back</source>
        <translation>{amount}の返金を記録しました</translation>
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
    <name>SentTab</name>
    <message>
        <source>A printed card is noted here in the same step.</source>
        <translation>はがきを印刷すると、送った記録がここに残ります。</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>まだ何も送っていません</translation>
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
        <source>Message</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
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
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
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
    <name>StartPart</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation><numerusform>%n枚</numerusform></translation>
    </message>
    <message>
        <source>Choose from the customers</source>
        <translation>お客様の一覧から選ぶ</translation>
    </message>
    <message>
        <source>Choose who gets a card</source>
        <translation>はがきを送る方を選びます</translation>
    </message>
    <message>
        <source>Every run is listed here and can be printed again.</source>
        <translation>印刷したものはここに残り、いつでも同じものを出せます。</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>まだ何も印刷していません</translation>
    </message>
    <message>
        <source>Prepare cards</source>
        <translation>はがきを作る</translation>
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
        <source>Thank-you card</source>
        <translation>お礼のはがき</translation>
    </message>
    <message>
        <source>Was not sent</source>
        <translation>送った記録を取り消す</translation>
    </message>
    <message>
        <source>Who gets a card</source>
        <translation>はがきを送る方</translation>
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
    <name>TextPart</name>
    <message>
        <source>Design</source>
        <translation>デザイン</translation>
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
        <source>Note below the offer</source>
        <translation>特典の下の一言</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>特典</translation>
    </message>
    <message>
        <source>Reset words</source>
        <translation>見本の文に戻す</translation>
    </message>
    <message>
        <source>e.g. 10% off a cut</source>
        <translation>例: カット 10%引き</translation>
    </message>
    <message>
        <source>e.g. please bring this card</source>
        <translation>例: このはがきをお持ちください</translation>
    </message>
</context>
<context>
    <name>TileLine</name>
    <message>
        <source>Lifetime profit per customer</source>
        <translation>お一人の生涯の粗利</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>再来店率</translation>
    </message>
    <message>
        <source>Second visit</source>
        <translation>2回目のご来店</translation>
    </message>
    <message>
        <source>Slipping customers</source>
        <translation>離れそうなお客様</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>変わりなし</translation>
    </message>
    <message>
        <source>{number} in a week</source>
        <translation>{number}名</translation>
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
        <source>A card was sent</source>
        <translation>はがきを送りました</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
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
        <translation>削除する</translation>
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
        <source>Nothing of this kind yet</source>
        <translation>まだありません</translation>
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
    <name>TrendCard</name>
    <message numerus="yes">
        <source>%n week(s) so far</source>
        <translation><numerusform>今 %n週</numerusform></translation>
    </message>
    <message>
        <source>All three months before: {people}</source>
        <translation>3か月前のお客様すべて {people}</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Customers three months before {month}</source>
        <translation>{month}の3か月前のお客様</translation>
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
        <source>Shown once there are visits of three months</source>
        <translation>3か月分の来店があると表示します</translation>
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
        <source>The pale band is the range of chance</source>
        <translation>うすい帯は偶然のばらつきの幅</translation>
    </message>
    <message>
        <source>Three months before</source>
        <translation>3か月前のお客様</translation>
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
        <source>Done again: {what}</source>
        <translation>もう一度行いました:{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>元に戻しました:{what}</translation>
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
        <source>Day of the visit</source>
        <translation>来店した日</translation>
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
        <source>In charge</source>
        <translation>担当</translation>
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
        <source>Nobody in charge</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>Note (stays in the history)</source>
        <translation>メモ(これまでのことに残ります)</translation>
    </message>
    <message>
        <source>Please enter today or an earlier day.</source>
        <translation>今日か、今日より前の日を入れてください。</translation>
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
        <source>Record the visit · {amount}</source>
        <translation>{amount}の来店を記録</translation>
    </message>
    <message>
        <source>Save the change · {amount}</source>
        <translation>直した内容を保存({amount})</translation>
    </message>
    <message>
        <source>The sale is recorded</source>
        <translation>お客様なしの売上を記録しました</translation>
    </message>
    <message>
        <source>The visit is changed</source>
        <translation>来店の内容を直しました</translation>
    </message>
    <message>
        <source>The visit of {name} is recorded</source>
        <translation>{name}のご来店を記録しました</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>records</source>
        <translation>で記録</translation>
    </message>
    <message>
        <source>{name} in charge</source>
        <translation>担当 {name}</translation>
    </message>
</context>
<context>
    <name>VisitsCard</name>
    <message>
        <source>, </source>
        <translation>・</translation>
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
    <name>WordButton</name>
    <message>
        <source>{word}, change</source>
        <translation>{word}、変える</translation>
    </message>
</context>
</TS>
