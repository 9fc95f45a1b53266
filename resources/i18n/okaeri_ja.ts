<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
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
        <translation>{name} 様のお買上げを返品にしました</translation>
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
    <name>Areas</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn &amp; make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupChooser</name>
    <message>
        <source>Backups (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Dropbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OneDrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud Drive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Address side only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic numerals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autumn welcome (maple)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gothic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kanji numerals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message side only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mincho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain letter (room to write)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一ノ二</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一ー二</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Backed up to {file} and checked. Customers: {customers}, purchases: {purchases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in customers or purchases from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the data to a file and check the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the data are whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a PDF to print and record it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a backup in the place of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from {file}. Customers: {customers}, purchases: {purchases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({kind}). What was saved before is safe. Run it again with OKAERI_DEBUG=1 for details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a whole import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are whole. Customers: {customers}, purchases: {purchases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is damaged. Please restore the latest backup. What was found:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures kept beside the purchases differ from them. “check --repair” counts them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures were counted anew from the purchases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is copied by {service} while it is in use, which can tear the data. Please choose another; backups may lie there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop {name} begins in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write customers or purchases to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do nothing when there is a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder that holds the shop&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON object instead of sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe, and you can go on working. If it happens again, please copy the report and send it to whoever helps you with the program. It holds no customer&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerMap</name>
    <message>
        <source>15+ visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2–3 visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4–7 visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8–14 visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To 1 visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To 120 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To 240 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A field in the text cannot be read: {part}. Nothing was printed. Please write it like {{{{name}}}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund cannot be earlier than its purchase. Nothing was recorded. Please choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund is not changed afterwards. Nothing was changed. Please delete it and record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the data just now. What was saved before is safe. Please try again in a moment.</source>
        <translation>ほかのプログラムがデータを書き込んでいます。これまでに保存した内容は無事です。少し待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>More than this amount has already been given back. Nothing was changed. Please delete the refund first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column could be matched with what is needed ({fields}). Nothing was imported. Please match the columns by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called {name} is on the staff list. Nothing was recorded. Please choose from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is left to print for. Nothing was printed. Please choose at least one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Okaeri is already open with this data. Nothing was changed. Please use the window that is open.</source>
        <translation>このデータはすでに おかえり で開いています。何も変えていません。開いている画面をお使いください。</translation>
    </message>
    <message>
        <source>Please choose somebody else to hand the customers over to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter a name. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type the name of the shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write a word or two about the contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{name}” took more than {seconds} seconds and was stopped. Nothing was imported. Please save only the list as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be above zero. Nothing was recorded. To give money back, open the purchase and choose refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card cannot be made as it stands. Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The currency cannot change any more, because purchases are recorded in {currency}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The currency “{code}” is not known. Nothing was changed. Please choose JPY, GBP, EUR, USD or another listed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer number {code} belongs to another customer. Please choose another number.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no sheet “{sheet}”. Nothing was imported. These exist: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not a whole backup of this program. Nothing was changed. Please choose another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} was not found. Nothing was changed. Please check its name and place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” is not there any more or cannot be opened. Nothing was imported. Please choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gross margin must be between 0 and 100 per cent of sales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of postal codes is missing or damaged. Your data are untouched. Please install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position can be moved by at most 10 mm and the size changed by 2 %. Nothing was changed. Please enter a smaller value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text names a field that does not exist: {name}. Nothing was printed. Please choose a field from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone “{name}” is not known. Please give one like Asia/Tokyo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual number of days must be between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a shop in this folder already. Nothing was changed. Please choose another folder for a new shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already somebody called {name}. Please tell the two apart in the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “{preset}” for lists. Nothing was imported. These exist: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in “{name}”. Nothing was imported. Please choose another file.</source>
        <translation type="unfinished"></translation>
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
        <source>This amount is too large. Nothing was recorded. Please check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup would hold far less than the last one ({after} rows instead of {before}). Nothing was replaced. Please look whether something is missing before you back up anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done as it stands. Nothing was changed.</source>
        <translation>このままではできません。何も変わっていません。</translation>
    </message>
    <message>
        <source>This customer is no longer there. Nothing was changed. Please look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer is no longer there. The import or entry was undone. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. Nothing was recorded. Please choose today or an earlier day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than is left of the purchase. Nothing was recorded. Please enter a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the shop&apos;s own file, so it cannot be its backup too. Nothing was changed. Please choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member of staff is no longer in the list. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purchase has already been given back in full. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purchase is no longer there. Nothing was changed. Please look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed again afterwards, so it cannot be undone by itself. Nothing was changed. Please undo the later change first.</source>
        <translation>このあとにもう一度変更されているため、これだけを元に戻すことはできません。何も変えていません。先に後の変更を元に戻してください。</translation>
    </message>
    <message>
        <source>{name} still looks after customers ({count}). Nothing was changed. Please hand them over to somebody first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{encoding}” is not a known kind of characters. Nothing was imported. These exist: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has a header but no rows below it. Nothing was imported. Please choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read. Nothing was imported. Please open it in the program it came from and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger inside than can be read safely. Nothing was imported. Please split it, or save only the list as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a list that can be read. Nothing was imported. Please save it as Excel (.xlsx) or CSV and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected with a password. Nothing was imported. Please save a copy without a password and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{target}” is not something that can be imported. Nothing was imported. Please check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationButton</name>
    <message>
        <source>What is “{word}”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Save a new filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>A postal code has seven digits, as in 150-0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and month could be read either way. Please enter the year first, as in 2026/11/20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 0 in front of this phone number seems to be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 0 in front of this postal code seems to be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The era does not have this day. Please check the era and the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The postal code belongs to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The postal code does not have seven digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no postal code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day in this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such month. Please enter a month from 1 to 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount is in another currency than the shop&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount is too large. Please check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read as a date. Examples: 2026/11/20, R8.11.20, S48.11.8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read as a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read as a postal code. Example: 150-0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read as an amount. Example: 1,234.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phone number is too long. Please check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phone number is too short. Please check the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This postal code is not in the list of the post office.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReasons</name>
    <message>
        <source>A cell of the row is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark in the row is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund needs an amount below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and month cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same customer number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same name and address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same name and birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is in another currency than the shop&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount {value} was rounded to {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The era does not have this date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {value} already belongs to another customer ({other}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {value} comes in without a row that was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {value} has rows of several days. The first day counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has characters that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has only {value} cells, but the list has {other} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has {value} cells, but the list has {other} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit price {value} was rounded to {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two @ signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read as a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read as a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read as an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a phone number. It is kept as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a postcode. It is kept as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Work in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on with other work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong in the program. What was saved before is safe. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintProblems</name>
    <message>
        <source>Another card goes to the same household.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked not to be contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not wish to receive post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is in mourning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No postcode is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post came back from this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters cannot be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The postcode does not have seven digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not fit on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was sent a card a short time ago.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a backup?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup for over a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Okaeri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Okaeri is already open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the sample and begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a backup now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving a backup before closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is saved and checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are on this computer only. A copy on a USB stick is a good idea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s data could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try whatever you like: an invented shop, nothing of it is real.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room to grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
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
    <name>Status</name>
    <message>
        <source>2nd visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before first visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToastBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoDesk</name>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordButton</name>
    <message>
        <source>{word}, change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
