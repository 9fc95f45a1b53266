<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bill</name>
    <message numerus="yes">
        <source>Subtotal (%n item(s))</source>
        <translation><numerusform>Subtotal (%n item)</numerusform><numerusform>Subtotal (%n items)</numerusform></translation>
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
        <source>on average of %n receipt(s)</source>
        <translation><numerusform>on average of %n receipt</numerusform><numerusform>on average of %n receipts</numerusform></translation>
    </message>
</context>
</TS>
