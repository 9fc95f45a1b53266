<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>on average of %n receipt(s)</source>
        <translation><numerusform>on average of %n receipt</numerusform><numerusform>on average of %n receipts</numerusform></translation>
    </message>
</context>
<context>
    <name>ReachOutCard</name>
    <message numerus="yes">
        <source>Print %n card(s)</source>
        <translation><numerusform>Print %n card</numerusform><numerusform>Print %n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>See all %n customer(s)</source>
        <translation><numerusform>See all %n customer</numerusform><numerusform>See all %n customers</numerusform></translation>
    </message>
</context>
</TS>
