<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not to be contacted.</source>
        <translation><numerusform>%n of them are not to be contacted.</numerusform><numerusform>%n of them are not to be contacted.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a name.</source>
        <translation><numerusform>%n of them without a name.</numerusform><numerusform>%n of them without a name.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Known %n day(s) after the answers.</source>
        <translation><numerusform>Known %n day after the answers.</numerusform><numerusform>Known %n days after the answers.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make cards for %n customer(s)</source>
        <translation><numerusform>Make cards for %n customer</numerusform><numerusform>Make cards for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>Plan for %n customer</numerusform><numerusform>Plan for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Planned a follow-up today for %n customer(s)</source>
        <translation><numerusform>Planned a follow-up today for %n customer</numerusform><numerusform>Planned a follow-up today for %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>AnswersExport</name>
    <message numerus="yes">
        <source>%n answer(s) are saved in {file}</source>
        <translation><numerusform>%n answer are saved in {file}</numerusform><numerusform>%n answers are saved in {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>AnswersTab</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>%n answer</numerusform><numerusform>%n answers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) in the figures</source>
        <translation><numerusform>%n sheet in the figures</numerusform><numerusform>%n sheets in the figures</numerusform></translation>
    </message>
</context>
<context>
    <name>AverageCard</name>
    <message numerus="yes">
        <source>{month}: {average} on %n receipt(s)</source>
        <translation><numerusform>{month}: {average} on %n receipt</numerusform><numerusform>{month}: {average} on %n receipts</numerusform></translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message numerus="yes">
        <source>At close, and every %n minute(s)</source>
        <translation><numerusform>At close, and every %n minute</numerusform><numerusform>At close, and every %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>No backup for %n day(s)</source>
        <translation><numerusform>No backup for %n day</numerusform><numerusform>No backup for %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Opened and checked · %n kept</source>
        <translation><numerusform>Opened and checked · %n kept</numerusform><numerusform>Opened and checked · %n kept</numerusform></translation>
    </message>
</context>
<context>
    <name>BalanceTable</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Held back %n</source>
        <translation><numerusform>Held back %n</numerusform><numerusform>Held back %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <translation><numerusform>Sent to %n</numerusform><numerusform>Sent to %n</numerusform></translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message numerus="yes">
        <source>Subtotal (%n item(s))</source>
        <translation><numerusform>Subtotal (%n item)</numerusform><numerusform>Subtotal (%n items)</numerusform></translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s) are in {file}</source>
        <translation><numerusform>%n follow-up are in {file}</numerusform><numerusform>%n follow-ups are in {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message numerus="yes">
        <source>%n plan(s) without a day to come stand under “Which one first”.</source>
        <translation><numerusform>%n plan without a day to come stand under “Which one first”.</numerusform><numerusform>%n plans without a day to come stand under “Which one first”.</numerusform></translation>
    </message>
</context>
<context>
    <name>CameCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%n part(s) selected</source>
        <translation><numerusform>%n part selected</numerusform><numerusform>%n parts selected</numerusform></translation>
    </message>
</context>
<context>
    <name>CareActs</name>
    <message numerus="yes">
        <source>%n customer(s) have a next date</source>
        <translation><numerusform>%n customer have a next date</numerusform><numerusform>%n customers have a next date</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are moved to {day}</source>
        <translation><numerusform>%n follow-up are moved to {day}</numerusform><numerusform>%n follow-ups are moved to {day}</numerusform></translation>
    </message>
</context>
<context>
    <name>CarePaper</name>
    <message numerus="yes">
        <source>%n more customer(s) are due today, beyond what the day takes. They are named in the program.</source>
        <translation><numerusform>%n more customer are due today, beyond what the day takes. They are named in the program.</numerusform><numerusform>%n more customers are due today, beyond what the day takes. They are named in the program.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>%n overdue</numerusform><numerusform>%n overdue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation><numerusform>%n today</numerusform><numerusform>%n today</numerusform></translation>
    </message>
</context>
<context>
    <name>CausesPanel</name>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation><numerusform>%n complaint</numerusform><numerusform>%n complaints</numerusform></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation><numerusform>%n pair</numerusform><numerusform>%n pairs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation><numerusform>%n product</numerusform><numerusform>%n products</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>may be the same person, %n decided</source>
        <translation><numerusform>may be the same person, %n decided</numerusform><numerusform>may be the same person, %n decided</numerusform></translation>
    </message>
</context>
<context>
    <name>ChecksColumn</name>
    <message numerus="yes">
        <source>%n answer(s) so far.</source>
        <translation><numerusform>%n answer so far.</numerusform><numerusform>%n answers so far.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>For the %n customer(s) who came within {days} days, or those you choose.</source>
        <translation><numerusform>For the %n customer who came within {days} days, or those you choose.</numerusform><numerusform>For the %n customers who came within {days} days, or those you choose.</numerusform></translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message numerus="yes">
        <source>With this cause it is no. %n within three months.</source>
        <translation><numerusform>With this cause it is no. %n within three months.</numerusform><numerusform>With this cause it is no. %n within three months.</numerusform></translation>
    </message>
</context>
<context>
    <name>CohortCard</name>
    <message numerus="yes">
        <source>First visit in {month}, back %n month(s) later</source>
        <translation><numerusform>First visit in {month}, back %n month later</numerusform><numerusform>First visit in {month}, back %n months later</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>First visit in {month}: {came} of {people} came %n month(s) later ({percent}%)</source>
        <translation><numerusform>First visit in {month}: {came} of {people} came %n month later ({percent}%)</numerusform><numerusform>First visit in {month}: {came} of {people} came %n months later ({percent}%)</numerusform></translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>%n column(s) is/are not imported.</source>
        <translation><numerusform>%n column is not imported.</numerusform><numerusform>%n columns are not imported.</numerusform></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>All as one (%n)</source>
        <translation><numerusform>All as one (%n)</numerusform><numerusform>All as one (%n)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, %n campaign(s) of this kind brought a profit: {roi} on cost ({low} to {high}).</source>
        <translation><numerusform>As one, %n campaign of this kind brought a profit: {roi} on cost ({low} to {high}).</numerusform><numerusform>As one, %n campaigns of this kind brought a profit: {roi} on cost ({low} to {high}).</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, %n campaign(s) of this kind cost more than they brought: {roi} ({low} to {high}).</source>
        <translation><numerusform>As one, %n campaign of this kind cost more than they brought: {roi} ({low} to {high}).</numerusform><numerusform>As one, %n campaigns of this kind cost more than they brought: {roi} ({low} to {high}).</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>As one, it is not clear whether %n campaign(s) paid: {roi} on cost ({low} to {high}).</source>
        <translation><numerusform>As one, it is not clear whether %n campaign paid: {roi} on cost ({low} to {high}).</numerusform><numerusform>As one, it is not clear whether %n campaigns paid: {roi} on cost ({low} to {high}).</numerusform></translation>
    </message>
</context>
<context>
    <name>ContractCard</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation><numerusform>%n running</numerusform><numerusform>%n running</numerusform></translation>
    </message>
</context>
<context>
    <name>ContractWords</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation><numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) past</source>
        <translation><numerusform>%n day past</numerusform><numerusform>%n days past</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation><numerusform>every %n month</numerusform><numerusform>every %n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>renewal {day}, every %n month(s)</source>
        <translation><numerusform>renewal {day}, every %n month</numerusform><numerusform>renewal {day}, every %n months</numerusform></translation>
    </message>
</context>
<context>
    <name>ContractsPart</name>
    <message numerus="yes">
        <source>%n contract(s) that are over</source>
        <translation><numerusform>%n contract that are over</numerusform><numerusform>%n contracts that are over</numerusform></translation>
    </message>
</context>
<context>
    <name>CrossCard</name>
    <message numerus="yes">
        <source>%n answer(s) without a name are in no row.</source>
        <translation><numerusform>%n answer without a name are in no row.</numerusform><numerusform>%n answers without a name are in no row.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more clear difference(s) are coloured.</source>
        <translation><numerusform>%n more clear difference are coloured.</numerusform><numerusform>%n more clear differences are coloured.</numerusform></translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message numerus="yes">
        <source>%n earlier import(s)</source>
        <translation><numerusform>%n earlier import</numerusform><numerusform>%n earlier imports</numerusform></translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message numerus="yes">
        <source>%n come(s) by itself that day</source>
        <translation><numerusform>%n comes by itself that day</numerusform><numerusform>%n come by themselves that day</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation><numerusform>%n done</numerusform><numerusform>%n done</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) are due today</source>
        <translation><numerusform>%n more customer are due today</numerusform><numerusform>%n more customers are due today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>%n overdue</numerusform><numerusform>%n overdue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <translation><numerusform>%n planned</numerusform><numerusform>%n planned</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation><numerusform>%n today</numerusform><numerusform>%n today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n were in touch only lately.</source>
        <translation><numerusform>%n was in touch only lately.</numerusform><numerusform>%n were in touch only lately.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>At most %n a day was decided. The others come within 7 days without fail.</source>
        <translation><numerusform>At most %n a day was decided. The others come within 7 days without fail.</numerusform><numerusform>At most %n a day was decided. The others come within 7 days without fail.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In the whole shop %n more customer(s) due today</source>
        <translation><numerusform>In the whole shop %n more customer due today</numerusform><numerusform>In the whole shop %n more customers due today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make cards for %n</source>
        <translation><numerusform>Make cards for %n</numerusform><numerusform>Make cards for %n</numerusform></translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s) are moved: {day}</source>
        <translation><numerusform>%n follow-up are moved: {day}</numerusform><numerusform>%n follow-ups are moved: {day}</numerusform></translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message numerus="yes">
        <source>%n slip(s) recorded</source>
        <translation><numerusform>%n slip recorded</numerusform><numerusform>%n slips recorded</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) to look at</source>
        <translation><numerusform>%n slip to look at</numerusform><numerusform>%n slips to look at</numerusform></translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message numerus="yes">
        <source>%n piece(s) wait in the log of print runs, where you can go on with them: number {numbers}.</source>
        <translation><numerusform>%n piece wait in the log of print runs, where you can go on with them: number {numbers}.</numerusform><numerusform>%n pieces wait in the log of print runs, where you can go on with them: number {numbers}.</numerusform></translation>
    </message>
</context>
<context>
    <name>DoublesCard</name>
    <message numerus="yes">
        <source>Decide the other %n as suggested</source>
        <translation><numerusform>Decide the other %n as suggested</numerusform><numerusform>Decide the other %n as suggested</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Decisions are remembered. %n pair(s) without one stay out of the import.</source>
        <translation><numerusform>Decisions are remembered. %n pair without one stay out of the import.</numerusform><numerusform>Decisions are remembered. %n pairs without one stay out of the import.</numerusform></translation>
    </message>
</context>
<context>
    <name>DueAgain</name>
    <message numerus="yes">
        <source>Due again within %n day(s)</source>
        <translation><numerusform>Due again within %n day</numerusform><numerusform>Due again within %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>EventActs</name>
    <message numerus="yes">
        <source>Planned a call tomorrow for %n customer(s)</source>
        <translation><numerusform>Planned a call tomorrow for %n customer</numerusform><numerusform>Planned a call tomorrow for %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>EventResultsCard</name>
    <message numerus="yes">
        <source>%n came without being invited.</source>
        <translation><numerusform>%n came without being invited.</numerusform><numerusform>%n came without being invited.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of those who came have nothing planned yet.</source>
        <translation><numerusform>%n of those who came have nothing planned yet.</numerusform><numerusform>%n of those who came have nothing planned yet.</numerusform></translation>
    </message>
</context>
<context>
    <name>EventView</name>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation><numerusform>%n guest</numerusform><numerusform>%n guests</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print thank-you cards for %n</source>
        <translation><numerusform>Print thank-you cards for %n</numerusform><numerusform>Print thank-you cards for %n</numerusform></translation>
    </message>
</context>
<context>
    <name>ExcludedPanel</name>
    <message numerus="yes">
        <source>%n more product(s): type a part of the name.</source>
        <translation><numerusform>%n more product: type a part of the name.</numerusform><numerusform>%n more products: type a part of the name.</numerusform></translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation><numerusform>%n month</numerusform><numerusform>%n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation><numerusform>%n year</numerusform><numerusform>%n years</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Gross profit so far {profit} · %n product group(s): {groups}</source>
        <translation><numerusform>Gross profit so far {profit} · %n product group: {groups}</numerusform><numerusform>Gross profit so far {profit} · %n product groups: {groups}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>on average of %n receipt(s)</source>
        <translation><numerusform>on average of %n receipt</numerusform><numerusform>on average of %n receipts</numerusform></translation>
    </message>
</context>
<context>
    <name>FaqPanel</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation><numerusform>used %n time</numerusform><numerusform>used %n times</numerusform></translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>%n row(s) in</source>
        <translation><numerusform>%n row in</numerusform><numerusform>%n rows in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation><numerusform>%n row left out</numerusform><numerusform>%n rows left out</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpActs</name>
    <message numerus="yes">
        <source>%n follow-up(s) are done</source>
        <translation><numerusform>%n follow-up are done</numerusform><numerusform>%n follow-ups are done</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are moved by a day</source>
        <translation><numerusform>%n follow-up are moved by a day</numerusform><numerusform>%n follow-ups are moved by a day</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are moved by a week</source>
        <translation><numerusform>%n follow-up are moved by a week</numerusform><numerusform>%n follow-ups are moved by a week</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are not needed this time</source>
        <translation><numerusform>%n follow-up are not needed this time</numerusform><numerusform>%n follow-ups are not needed this time</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpList</name>
    <message numerus="yes">
        <source>%n picked</source>
        <translation><numerusform>%n picked</numerusform><numerusform>%n picked</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message numerus="yes">
        <source>%n customer(s) were left out.</source>
        <translation><numerusform>%n customer were left out.</numerusform><numerusform>%n customers were left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are planned for {day}</source>
        <translation><numerusform>%n follow-up are planned for {day}</numerusform><numerusform>%n follow-ups are planned for {day}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Every %n months</source>
        <translation><numerusform>Every %n months</numerusform><numerusform>Every %n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>For %n customer(s)</source>
        <translation><numerusform>For %n customer</numerusform><numerusform>For %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpsCard</name>
    <message numerus="yes">
        <source>%n done already.</source>
        <translation><numerusform>%n done already.</numerusform><numerusform>%n done already.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation><numerusform>%n done today</numerusform><numerusform>%n done today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation><numerusform>%n left.</numerusform><numerusform>%n left.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more due today</source>
        <translation><numerusform>%n more due today</numerusform><numerusform>%n more due today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation><numerusform>%n overdue</numerusform><numerusform>%n overdue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rest after being contacted lately</source>
        <translation><numerusform>%n rests after being contacted lately</numerusform><numerusform>%n rest after being contacted lately</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation><numerusform>%n today</numerusform><numerusform>%n today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n within a week</source>
        <translation><numerusform>%n within a week</numerusform><numerusform>%n within a week</numerusform></translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n in these weeks</source>
        <translation><numerusform>%n in these weeks</numerusform><numerusform>%n in these weeks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n this week</source>
        <translation><numerusform>%n this week</numerusform><numerusform>%n this week</numerusform></translation>
    </message>
</context>
<context>
    <name>HandOverDaysPanel</name>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation><numerusform>%n contract</numerusform><numerusform>%n contracts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation><numerusform>%n follow-up</numerusform><numerusform>%n follow-ups</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation><numerusform>%n rule</numerusform><numerusform>%n rules</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation><numerusform>%n suggestion</numerusform><numerusform>%n suggestions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) to answer</source>
        <translation><numerusform>%n voice to answer</numerusform><numerusform>%n voices to answer</numerusform></translation>
    </message>
</context>
<context>
    <name>HandOverPanel</name>
    <message numerus="yes">
        <source>%n customer(s) are now with {name}</source>
        <translation><numerusform>%n customer are now with {name}</numerusform><numerusform>%n customers are now with {name}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) of {name} get somebody else in charge.</source>
        <translation><numerusform>%n customer of {name} get somebody else in charge.</numerusform><numerusform>%n customers of {name} get somebody else in charge.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hand %n customer(s) over</source>
        <translation><numerusform>Hand %n customer over</numerusform><numerusform>Hand %n customers over</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hand %n customer(s) over and remove</source>
        <translation><numerusform>Hand %n customer over and remove</numerusform><numerusform>Hand %n customers over and remove</numerusform></translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message numerus="yes">
        <source>Of %n customer(s) with a score {changed} would have another, {high} would stand at {limit} or above.</source>
        <translation><numerusform>Of %n customer with a score {changed} would have another, {high} would stand at {limit} or above.</numerusform><numerusform>Of %n customers with a score {changed} would have another, {high} would stand at {limit} or above.</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportAnswersView</name>
    <message numerus="yes">
        <source>%n answer(s) came in</source>
        <translation><numerusform>%n answer came in</numerusform><numerusform>%n answers came in</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n row(s) was/were imported</source>
        <translation><numerusform>%n row was imported</numerusform><numerusform>%n rows were imported</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportUndo</name>
    <message numerus="yes">
        <source>Take %n answer(s) out again</source>
        <translation><numerusform>Take %n answer out again</numerusform><numerusform>Take %n answers out again</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n row(s) out again</source>
        <translation><numerusform>Take %n row out again</numerusform><numerusform>Take %n rows out again</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n row</numerusform><numerusform>%n rows</numerusform></translation>
    </message>
</context>
<context>
    <name>LapseCard</name>
    <message numerus="yes">
        <source>Left out: %n customer(s) archived or gone</source>
        <translation><numerusform>Left out: %n customer archived or gone</numerusform><numerusform>Left out: %n customers archived or gone</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n customer(s) not to be contacted</source>
        <translation><numerusform>Left out: %n customer not to be contacted</numerusform><numerusform>Left out: %n customers not to be contacted</numerusform></translation>
    </message>
</context>
<context>
    <name>LaterPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation><numerusform>%n follow-up</numerusform><numerusform>%n follow-ups</numerusform></translation>
    </message>
</context>
<context>
    <name>LiveSummary</name>
    <message numerus="yes">
        <source>%n day(s) after it is sent</source>
        <translation><numerusform>%n day after it is sent</numerusform><numerusform>%n days after it is sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Of {all} people %n are left out ({reasons}).</source>
        <translation><numerusform>Of {all} people %n are left out ({reasons}).</numerusform><numerusform>Of {all} people %n are left out ({reasons}).</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Offer {price}, about %n</source>
        <translation><numerusform>Offer {price}, about %n</numerusform><numerusform>Offer {price}, about %n</numerusform></translation>
    </message>
</context>
<context>
    <name>LooseSheets</name>
    <message numerus="yes">
        <source>%n page(s) are with the printer</source>
        <translation><numerusform>%n page are with the printer</numerusform><numerusform>%n pages are with the printer</numerusform></translation>
    </message>
</context>
<context>
    <name>MeasureWords</name>
    <message numerus="yes">
        <source>%n held back</source>
        <translation><numerusform>%n held back</numerusform><numerusform>%n held back</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sent to</source>
        <translation><numerusform>%n sent to</numerusform><numerusform>%n sent to</numerusform></translation>
    </message>
</context>
<context>
    <name>MergeSideBox</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation><numerusform>%n point</numerusform><numerusform>%n points</numerusform></translation>
    </message>
</context>
<context>
    <name>MoreLine</name>
    <message numerus="yes">
        <source>%n more customer(s) are due today</source>
        <translation><numerusform>%n more customer are due today</numerusform><numerusform>%n more customers are due today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rest because they were contacted lately, the last until {day}.</source>
        <translation><numerusform>%n rests after a contact not long ago, until {day}.</numerusform><numerusform>%n rest because they were contacted lately, the last until {day}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>Print %n card</numerusform><numerusform>Print %n cards</numerusform></translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message numerus="yes">
        <source>A follow-up can be planned for each of them, %n days from today.</source>
        <translation><numerusform>A follow-up can be planned for each of them, %n days from today.</numerusform><numerusform>A follow-up can be planned for each of them, %n days from today.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Lead the %n who came to a second visit</source>
        <translation><numerusform>Lead the %n who came to a second visit</numerusform><numerusform>Lead the %n who came to a second visit</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>Plan for %n customer</numerusform><numerusform>Plan for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Planned a follow-up for %n customer(s)</source>
        <translation><numerusform>Planned a follow-up for %n customer</numerusform><numerusform>Planned a follow-up for %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>OnceMore</name>
    <message numerus="yes">
        <source>Print once more for %n customer(s)?</source>
        <translation><numerusform>Print once more for %n customer?</numerusform><numerusform>Print once more for %n customers?</numerusform></translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message numerus="yes">
        <source>{product}, %n label(s)</source>
        <translation><numerusform>{product}, %n label</numerusform><numerusform>{product}, %n labels</numerusform></translation>
    </message>
</context>
<context>
    <name>PickingBar</name>
    <message numerus="yes">
        <source>%n customer(s) picked</source>
        <translation><numerusform>%n customer picked</numerusform><numerusform>%n customers picked</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print for these %n…</source>
        <translation><numerusform>Print for these %n…</numerusform><numerusform>Print for these %n…</numerusform></translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation><numerusform>%n card</numerusform><numerusform>%n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n envelope(s)</source>
        <translation><numerusform>%n envelope</numerusform><numerusform>%n envelopes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation><numerusform>%n letter</numerusform><numerusform>%n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n survey sheet(s)</source>
        <translation><numerusform>%n survey sheet</numerusform><numerusform>%n survey sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n card(s)</source>
        <translation><numerusform>Making %n card</numerusform><numerusform>Making %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n envelope(s)</source>
        <translation><numerusform>Making %n envelope</numerusform><numerusform>Making %n envelopes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n letter(s)</source>
        <translation><numerusform>Making %n letter</numerusform><numerusform>Making %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making %n survey sheet(s)</source>
        <translation><numerusform>Making %n survey sheet</numerusform><numerusform>Making %n survey sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making labels for %n customer(s)</source>
        <translation><numerusform>Making labels for %n customer</numerusform><numerusform>Making labels for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making small cards for %n customer(s)</source>
        <translation><numerusform>Making small cards for %n customer</numerusform><numerusform>Making small cards for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>Print %n card</numerusform><numerusform>Print %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n envelope(s)</source>
        <translation><numerusform>Print %n envelope</numerusform><numerusform>Print %n envelopes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation><numerusform>Print %n label</numerusform><numerusform>Print %n labels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation><numerusform>Print %n letter</numerusform><numerusform>Print %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n sheet(s)</source>
        <translation><numerusform>Print %n sheet</numerusform><numerusform>Print %n sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n small card(s)</source>
        <translation><numerusform>Print %n small card</numerusform><numerusform>Print %n small cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>labels for %n customer(s)</source>
        <translation><numerusform>labels for %n customer</numerusform><numerusform>labels for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>small cards for %n customer(s)</source>
        <translation><numerusform>small cards for %n customer</numerusform><numerusform>small cards for %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>PointsTab</name>
    <message numerus="yes">
        <source>See all %n entries</source>
        <translation><numerusform>See all %n entries</numerusform><numerusform>See all %n entries</numerusform></translation>
    </message>
</context>
<context>
    <name>PowerCurve</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n people</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>With %n held back, from {amount} each on an effect can be seen. Arrow keys change the number.</source>
        <translation><numerusform>With %n held back, from {amount} each on an effect can be seen. Arrow keys change the number.</numerusform><numerusform>With %n held back, from {amount} each on an effect can be seen. Arrow keys change the number.</numerusform></translation>
    </message>
</context>
<context>
    <name>PrintActs</name>
    <message numerus="yes">
        <source>%n card(s) made and noted as sent</source>
        <translation><numerusform>%n card made and noted as sent</numerusform><numerusform>%n cards made and noted as sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) made in {file} and noted as sent</source>
        <translation><numerusform>%n card made in {file} and noted as sent</numerusform><numerusform>%n cards made in {file} and noted as sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>These %n card(s) were noted as sent today already. They are the same pages once more.</source>
        <translation><numerusform>These %n card were noted as sent today already. They are the same pages once more.</numerusform><numerusform>These %n cards were noted as sent today already. They are the same pages once more.</numerusform></translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message numerus="yes">
        <source>%n row(s) that cannot come in are kept in a CSV with the reason.</source>
        <translation><numerusform>%n row that cannot come in are kept in a CSV with the reason.</numerusform><numerusform>%n rows that cannot come in are kept in a CSV with the reason.</numerusform></translation>
    </message>
</context>
<context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation><numerusform>%n part</numerusform><numerusform>%n parts</numerusform></translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message numerus="yes">
        <source>%n</source>
        <translation><numerusform>%n</numerusform><numerusform>%n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation><numerusform>%n suggestion</numerusform><numerusform>%n suggestions</numerusform></translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation><numerusform>%n open</numerusform><numerusform>%n open</numerusform></translation>
    </message>
</context>
<context>
    <name>PutInPanel</name>
    <message numerus="yes">
        <source>%n customer(s) are now in {name}</source>
        <translation><numerusform>%n customer are now in {name}</numerusform><numerusform>%n customers are now in {name}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are put in. Who is in the group already stays.</source>
        <translation><numerusform>%n customer are put in. Who is in the group already stays.</numerusform><numerusform>%n customers are put in. Who is in the group already stays.</numerusform></translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation><numerusform>%n question</numerusform><numerusform>%n questions</numerusform></translation>
    </message>
</context>
<context>
    <name>ReachOutCard</name>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>Plan for %n customer</numerusform><numerusform>Plan for %n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>Print %n card</numerusform><numerusform>Print %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation><numerusform>See all %n</numerusform><numerusform>See all %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>See all %n customer(s)</source>
        <translation><numerusform>See all %n customer</numerusform><numerusform>See all %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>RecipientsCard</name>
    <message numerus="yes">
        <source>%n address(es) changed since; the one on the piece is printed.</source>
        <translation><numerusform>%n address changed since; the one on the piece is printed.</numerusform><numerusform>%n addresses changed since; the one on the piece is printed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation><numerusform>%n recipient</numerusform><numerusform>%n recipients</numerusform></translation>
    </message>
</context>
<context>
    <name>RecordedPart</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation><numerusform>%n sheet</numerusform><numerusform>%n sheets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{sheets} in %n minute(s)</source>
        <translation><numerusform>{sheets} in %n minute</numerusform><numerusform>{sheets} in %n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>ReferralCard</name>
    <message numerus="yes">
        <source>%n more brought less.</source>
        <translation><numerusform>%n more brought less.</numerusform><numerusform>%n more brought less.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Thank the %n customer(s) not thanked yet</source>
        <translation><numerusform>Thank the %n customer not thanked yet</numerusform><numerusform>Thank the %n customers not thanked yet</numerusform></translation>
    </message>
</context>
<context>
    <name>RemarksCard</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation><numerusform>%n remark</numerusform><numerusform>%n remarks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation><numerusform>Show %n more</numerusform><numerusform>Show %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ReportDelivery</name>
    <message numerus="yes">
        <source>%n page(s) are with the printer</source>
        <translation><numerusform>%n page are with the printer</numerusform><numerusform>%n pages are with the printer</numerusform></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%n follow-up(s) are planned.</source>
        <translation><numerusform>%n follow-up are planned.</numerusform><numerusform>%n follow-ups are planned.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s)</source>
        <translation><numerusform>Print %n page</numerusform><numerusform>Print %n pages</numerusform></translation>
    </message>
</context>
<context>
    <name>RequestsPanel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation><numerusform>%n request</numerusform><numerusform>%n requests</numerusform></translation>
    </message>
</context>
<context>
    <name>ResultActs</name>
    <message numerus="yes">
        <source>%n row(s) are saved in {file}</source>
        <translation><numerusform>%n row are saved in {file}</numerusform><numerusform>%n rows are saved in {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message numerus="yes">
        <source>About %n customer(s) came back who would not have come otherwise</source>
        <translation><numerusform>About %n customer came back who would not have come otherwise</numerusform><numerusform>About %n customers came back who would not have come otherwise</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The smaller group has only %n people, so there is no verdict.</source>
        <translation><numerusform>The smaller group has only %n people, so there is no verdict.</numerusform><numerusform>The smaller group has only %n people, so there is no verdict.</numerusform></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message numerus="yes">
        <source>%n answer(s), all without a name.</source>
        <translation><numerusform>%n answer, all without a name.</numerusform><numerusform>%n answers, all without a name.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Of the staff nothing is shown before %n have answered, so that nobody can be told.</source>
        <translation><numerusform>Of the staff nothing is shown before %n have answered, so that nobody can be told.</numerusform><numerusform>Of the staff nothing is shown before %n have answered, so that nobody can be told.</numerusform></translation>
    </message>
</context>
<context>
    <name>ReturnedPanel</name>
    <message numerus="yes">
        <source>%n piece(s) recorded as returned</source>
        <translation><numerusform>%n piece recorded as returned</numerusform><numerusform>%n pieces recorded as returned</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) were not sent to such addresses since.</source>
        <translation><numerusform>%n piece were not sent to such addresses since.</numerusform><numerusform>%n pieces were not sent to such addresses since.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) were not sent to such addresses since: {yen} saved.</source>
        <translation><numerusform>%n piece were not sent to such addresses since: {yen} saved.</numerusform><numerusform>%n pieces were not sent to such addresses since: {yen} saved.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Record %n returned piece(s)</source>
        <translation><numerusform>Record %n returned piece</numerusform><numerusform>Record %n returned pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{recorded}. %n follow-up(s) planned</source>
        <translation><numerusform>{recorded}. %n follow-up planned</numerusform><numerusform>{recorded}. %n follow-ups planned</numerusform></translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%n sheet(s) are in the figures.</source>
        <translation><numerusform>%n sheet are in the figures.</numerusform><numerusform>%n sheets are in the figures.</numerusform></translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n this month</source>
        <translation><numerusform>%n this month</numerusform><numerusform>%n this month</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>When on: %n this month</source>
        <translation><numerusform>When on: %n this month</numerusform><numerusform>When on: %n this month</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>With these words: %n this month</source>
        <translation><numerusform>With these words: %n this month</numerusform><numerusform>With these words: %n this month</numerusform></translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n this month</source>
        <translation><numerusform>%n this month</numerusform><numerusform>%n this month</numerusform></translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more rule(s)</source>
        <translation><numerusform>%n more rule</numerusform><numerusform>%n more rules</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The same customer is left in peace for %n day(s)</source>
        <translation><numerusform>The same customer is left in peace for %n day</numerusform><numerusform>The same customer is left in peace for %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>RunActs</name>
    <message numerus="yes">
        <source>%n piece(s) were left out</source>
        <translation><numerusform>%n piece were left out</numerusform><numerusform>%n pieces were left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n piece(s) of this run?</source>
        <translation><numerusform>Leave out %n piece of this run?</numerusform><numerusform>Leave out %n pieces of this run?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n piece(s) that were not printed?</source>
        <translation><numerusform>Leave out the %n piece that were not printed?</numerusform><numerusform>Leave out the %n pieces that were not printed?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making the remaining %n piece(s)</source>
        <translation><numerusform>Making the remaining %n piece</numerusform><numerusform>Making the remaining %n pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take back that the %n piece(s) of run {number} were sent?</source>
        <translation><numerusform>Take back that the %n piece of run {number} were sent?</numerusform><numerusform>Take back that the %n pieces of run {number} were sent?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The remaining %n piece(s) were made and noted as sent</source>
        <translation><numerusform>The remaining %n piece were made and noted as sent</numerusform><numerusform>The remaining %n pieces were made and noted as sent</numerusform></translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message numerus="yes">
        <source>%n left out</source>
        <translation><numerusform>%n left out</numerusform><numerusform>%n left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are left, from number {position} ({name}) on. They are made as they were and noted as sent.</source>
        <translation><numerusform>%n piece are left, from number {position} ({name}) on. They are made as they were and noted as sent.</numerusform><numerusform>%n pieces are left, from number {position} ({name}) on. They are made as they were and noted as sent.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) are left. As they were not kept, they cannot be made again from here.</source>
        <translation><numerusform>%n piece are left. As they were not kept, they cannot be made again from here.</numerusform><numerusform>%n pieces are left. As they were not kept, they cannot be made again from here.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n returned by post</source>
        <translation><numerusform>%n returned by post</numerusform><numerusform>%n returned by post</numerusform></translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message numerus="yes">
        <source>Read %n page(s).</source>
        <translation><numerusform>Read %n page.</numerusform><numerusform>Read %n pages.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Read %n page(s); {count} are to be looked at.</source>
        <translation><numerusform>Read %n page; {count} are to be looked at.</numerusform><numerusform>Read %n pages; {count} are to be looked at.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation><numerusform>{name} and %n more</numerusform><numerusform>{name} and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message numerus="yes">
        <source>%n more file(s) could not be opened either.</source>
        <translation><numerusform>%n more file could not be opened either.</numerusform><numerusform>%n more files could not be opened either.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) looked at: {name}</source>
        <translation><numerusform>%n page looked at: {name}</numerusform><numerusform>%n pages looked at: {name}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were blank.</source>
        <translation><numerusform>%n page were blank.</numerusform><numerusform>%n pages were blank.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Look at %n page(s)</source>
        <translation><numerusform>Look at %n page</numerusform><numerusform>Look at %n pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s): {name}</source>
        <translation><numerusform>Stopped after %n page: {name}</numerusform><numerusform>Stopped after %n pages: {name}</numerusform></translation>
    </message>
</context>
<context>
    <name>SheetRunView</name>
    <message numerus="yes">
        <source>%n page(s) of paper</source>
        <translation><numerusform>%n page of paper</numerusform><numerusform>%n pages of paper</numerusform></translation>
    </message>
</context>
<context>
    <name>SideBox</name>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation><numerusform>%n campaign</numerusform><numerusform>%n campaigns</numerusform></translation>
    </message>
</context>
<context>
    <name>SoldPanel</name>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation><numerusform>%n product added</numerusform><numerusform>%n products added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add %n product(s)</source>
        <translation><numerusform>Add %n product</numerusform><numerusform>Add %n products</numerusform></translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message numerus="yes">
        <source>Measured against people left out: %n campaign(s) brought {effect} more margin at a cost of {cost}. Profit on cost {roi}.</source>
        <translation><numerusform>Measured against people left out: %n campaign brought {effect} more margin at a cost of {cost}. Profit on cost {roi}.</numerusform><numerusform>Measured against people left out: %n campaigns brought {effect} more margin at a cost of {cost}. Profit on cost {roi}.</numerusform></translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message numerus="yes">
        <source>Held back %n</source>
        <translation><numerusform>Held back %n</numerusform><numerusform>Held back %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <translation><numerusform>Sent to %n</numerusform><numerusform>Sent to %n</numerusform></translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message numerus="yes">
        <source>Former staff (%n)</source>
        <translation><numerusform>Former staff (%n)</numerusform><numerusform>Former staff (%n)</numerusform></translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message numerus="yes">
        <source>%n follow-up(s) are for nobody in particular</source>
        <translation><numerusform>%n follow-up are for nobody in particular</numerusform><numerusform>%n follow-ups are for nobody in particular</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) are given to {name}</source>
        <translation><numerusform>%n follow-up are given to {name}</numerusform><numerusform>%n follow-ups are given to {name}</numerusform></translation>
    </message>
</context>
<context>
    <name>StartPart</name>
    <message numerus="yes">
        <source>%n returned by post</source>
        <translation><numerusform>%n returned by post</numerusform><numerusform>%n returned by post</numerusform></translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message numerus="yes">
        <source>{name} has started with %n customer(s). The verdict is known on {day}.</source>
        <translation><numerusform>{name} has started with %n customer. The verdict is known on {day}.</numerusform><numerusform>{name} has started with %n customers. The verdict is known on {day}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started. Now print the %n piece(s).</source>
        <translation><numerusform>{name} has started. Now print the %n piece.</numerusform><numerusform>{name} has started. Now print the %n pieces.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started: %n customer(s) got their points.</source>
        <translation><numerusform>{name} has started: %n customer got their points.</numerusform><numerusform>{name} has started: %n customers got their points.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has started: %n follow-up(s) are planned. They stand on the list of each day.</source>
        <translation><numerusform>{name} has started: %n follow-up are planned. They stand on the list of each day.</numerusform><numerusform>{name} has started: %n follow-ups are planned. They stand on the list of each day.</numerusform></translation>
    </message>
</context>
<context>
    <name>StepCost</name>
    <message numerus="yes">
        <source>In %n earlier campaign(s) of this aim: {rate} %.</source>
        <translation><numerusform>In %n earlier campaign of this aim: {rate} %.</numerusform><numerusform>In %n earlier campaigns of this aim: {rate} %.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It pays for itself when %n more come than would have come anyway, of {sent}.</source>
        <translation><numerusform>It pays for itself when %n more come than would have come anyway, of {sent}.</numerusform><numerusform>It pays for itself when %n more come than would have come anyway, of {sent}.</numerusform></translation>
    </message>
</context>
<context>
    <name>StepHeld</name>
    <message numerus="yes">
        <source>With %n people no verdict will be possible, however they are split. It can go out all the same, and you will see who comes.</source>
        <translation><numerusform>With %n people no verdict will be possible, however they are split. It can go out all the same, and you will see who comes.</numerusform><numerusform>With %n people no verdict will be possible, however they are split. It can go out all the same, and you will see who comes.</numerusform></translation>
    </message>
</context>
<context>
    <name>StopBox</name>
    <message numerus="yes">
        <source>%n piece(s) stay noted as sent.</source>
        <translation><numerusform>%n piece stay noted as sent.</numerusform><numerusform>%n pieces stay noted as sent.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) will be noted as not printed, this one included. {kept}</source>
        <translation><numerusform>%n piece will be noted as not printed, this one included. {kept}</numerusform><numerusform>%n pieces will be noted as not printed, this one included. {kept}</numerusform></translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message numerus="yes">
        <source>Plan for %n customer(s)</source>
        <translation><numerusform>Plan for %n customer</numerusform><numerusform>Plan for %n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>SurveyList</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>%n answer</numerusform><numerusform>%n answers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation><numerusform>%n question</numerusform><numerusform>%n questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) handed out</source>
        <translation><numerusform>%n sheet handed out</numerusform><numerusform>%n sheets handed out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with doubts</source>
        <translation><numerusform>%n sheet with doubts</numerusform><numerusform>%n sheets with doubts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Check %n page(s)</source>
        <translation><numerusform>Check %n page</numerusform><numerusform>Check %n pages</numerusform></translation>
    </message>
</context>
<context>
    <name>TargetPart</name>
    <message numerus="yes">
        <source>%n printed sheet(s) not typed in yet</source>
        <translation><numerusform>%n printed sheet not typed in yet</numerusform><numerusform>%n printed sheets not typed in yet</numerusform></translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message numerus="yes">
        <source>%n at work</source>
        <translation><numerusform>%n at work</numerusform><numerusform>%n at work</numerusform></translation>
    </message>
</context>
<context>
    <name>TierPanel</name>
    <message numerus="yes">
        <source>%n of them would be kept in their tier for the grace only.</source>
        <translation><numerusform>%n of them would be kept in their tier for the grace only.</numerusform><numerusform>%n of them would be kept in their tier for the grace only.</numerusform></translation>
    </message>
</context>
<context>
    <name>TiersCard</name>
    <message numerus="yes">
        <source>%n down</source>
        <translation><numerusform>%n down</numerusform><numerusform>%n down</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in grace</source>
        <translation><numerusform>%n in grace</numerusform><numerusform>%n in grace</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n up</source>
        <translation><numerusform>%n up</numerusform><numerusform>%n up</numerusform></translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message numerus="yes">
        <source>%n week(s) so far</source>
        <translation><numerusform>%n week so far</numerusform><numerusform>%n weeks so far</numerusform></translation>
    </message>
</context>
<context>
    <name>UnmatchedCard</name>
    <message numerus="yes">
        <source>%n more, which are rarer.</source>
        <translation><numerusform>%n more, which are rarer.</numerusform><numerusform>%n more, which are rarer.</numerusform></translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation><numerusform>%n day late</numerusform><numerusform>%n days late</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation><numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation><numerusform>%n hour late</numerusform><numerusform>%n hours late</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation><numerusform>%n minute late</numerusform><numerusform>%n minutes late</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation><numerusform>%n minute left</numerusform><numerusform>%n minutes left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation><numerusform>%n open</numerusform><numerusform>%n open</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Closed: %n</source>
        <translation><numerusform>Closed: %n</numerusform><numerusform>Closed: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Later: %n</source>
        <translation><numerusform>Later: %n</numerusform><numerusform>Later: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Overdue: %n</source>
        <translation><numerusform>Overdue: %n</numerusform><numerusform>Overdue: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Until today: %n</source>
        <translation><numerusform>Until today: %n</numerusform><numerusform>Until today: %n</numerusform></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>%n card(s) to print</source>
        <translation><numerusform>%n card to print</numerusform><numerusform>%n cards to print</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) without a next date</source>
        <translation><numerusform>%n customer without a next date</numerusform><numerusform>%n customers without a next date</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) to print</source>
        <translation><numerusform>%n letter to print</numerusform><numerusform>%n letters to print</numerusform></translation>
    </message>
</context>
<context>
    <name>WithoutCard</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Plan %n at their usual days</source>
        <translation><numerusform>Plan %n at their usual days</numerusform><numerusform>Plan %n at their usual days</numerusform></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message numerus="yes">
        <source>Start and give points to %n</source>
        <translation><numerusform>Start and give points to %n</numerusform><numerusform>Start and give points to %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start and plan %n follow-up(s)</source>
        <translation><numerusform>Start and plan %n follow-up</numerusform><numerusform>Start and plan %n follow-ups</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start and print %n piece(s)</source>
        <translation><numerusform>Start and print %n piece</numerusform><numerusform>Start and print %n pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start with %n people</source>
        <translation><numerusform>Start with %n people</numerusform><numerusform>Start with %n people</numerusform></translation>
    </message>
</context>
</TS>
