<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>plumbline::AuditController</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were not imported</source>
        <translation>
            <numerusform>%Ln file was not imported</numerusform>
            <numerusform>%Ln files were not imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files are in. Nothing can be said about this audit before the rest is in, or the import is taken back.</source>
        <translation>
            <numerusform>%1 of %Ln file is in. Nothing can be said about this audit before the rest is in, or the import is taken back.</numerusform>
            <numerusform>%1 of %Ln files are in. Nothing can be said about this audit before the rest is in, or the import is taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Balance</name>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are outside their limit of 95 %; about one in 20 is by chance.</source>
        <translation>
            <numerusform>%Ln of %1 is outside its limit of 95 %; about one in 20 is by chance.</numerusform>
            <numerusform>%Ln of %1 are outside their limit of 95 %; about one in 20 is by chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln claims cover other periods (%1, ...), these figures %2.</source>
        <translation>
            <numerusform>The %Ln claim covers other periods (%1, ...), these figures %2.</numerusform>
            <numerusform>The %Ln claims cover other periods (%1, ...), these figures %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ClaimList</name>
    <message numerus="yes">
        <source>%Ln claims, each judged by itself</source>
        <translation>
            <numerusform>%Ln claim, judged by itself</numerusform>
            <numerusform>%Ln claims, each judged by itself</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Cli</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows fit</source>
        <translation>
            <numerusform>%n row fits</numerusform>
            <numerusform>%n rows fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not</source>
        <translation>
            <numerusform>%n row does not</numerusform>
            <numerusform>%n rows do not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formulas: their last value is used</source>
        <translation>
            <numerusform>%n formula: its last value is used</numerusform>
            <numerusform>%n formulas: their last value is used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged areas: the value is in the first cell only</source>
        <translation>
            <numerusform>%n merged area: the value is in the first cell only</numerusform>
            <numerusform>%n merged areas: the value is in the first cell only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records have more candidates in a block than are compared</source>
        <translation>
            <numerusform>%n record has more candidates in a block than are compared</numerusform>
            <numerusform>%n records have more candidates in a block than are compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are too many alike to be linked</source>
        <translation>
            <numerusform>%n record is too much like others to be linked</numerusform>
            <numerusform>%n records are too many alike to be linked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of %n formulas the last values are published</source>
        <translation>
            <numerusform>%1: of %n formula the last value is published</numerusform>
            <numerusform>%1: of %n formulas the last values are published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files put back</source>
        <translation>
            <numerusform>%n file put back</numerusform>
            <numerusform>%n files put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files deleted for good</source>
        <translation>
            <numerusform>%n file deleted for good</numerusform>
            <numerusform>%n files deleted for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files taken back</source>
        <translation>
            <numerusform>%n file taken back</numerusform>
            <numerusform>%n files taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes of people are about this; kept, and count again once the file is back</source>
        <translation>
            <numerusform>%n note of a person is about this; kept, and counts again once the file is back</numerusform>
            <numerusform>%n notes of people are about this; kept, and count again once the file is back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files taken over</source>
        <translation>
            <numerusform>%n file taken over</numerusform>
            <numerusform>%n files taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out, as the mapping says.</source>
        <translation>
            <numerusform>%n row is left out, as the mapping says.</numerusform>
            <numerusform>%n rows are left out, as the mapping says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells that would have become rows are empty.</source>
        <translation>
            <numerusform>%n cell that would have become a row is empty.</numerusform>
            <numerusform>%n cells that would have become rows are empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values cannot be read; their rows stay, with a remark.</source>
        <translation>
            <numerusform>%n value cannot be read; its row stays, with a remark.</numerusform>
            <numerusform>%n values cannot be read; their rows stay, with a remark.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n times only the period is known; no rule about days uses them.</source>
        <translation>
            <numerusform>Of %n time only the period is known; no rule about days uses it.</numerusform>
            <numerusform>Of %n times only the period is known; no rule about days uses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows repeat others in what the mapping names.</source>
        <translation>
            <numerusform>%n row repeats another in what the mapping names.</numerusform>
            <numerusform>%n rows repeat others in what the mapping names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ColumnChooser</name>
    <message numerus="yes">
        <source>%Ln columns hidden</source>
        <translation>
            <numerusform>%Ln column hidden</numerusform>
            <numerusform>%Ln columns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty columns hidden</source>
        <translation>
            <numerusform>%Ln empty column hidden</numerusform>
            <numerusform>%Ln empty columns hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::CompareDialog</name>
    <message numerus="yes">
        <source>%Ln only theirs</source>
        <translation>
            <numerusform>%Ln only theirs</numerusform>
            <numerusform>%Ln only theirs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln files over</source>
        <translation>
            <numerusform>Take %Ln file over</numerusform>
            <numerusform>Take %Ln files over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ComparedFilesModel</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Contributions</name>
    <message numerus="yes">
        <source>%Ln smaller causes</source>
        <translation>
            <numerusform>%Ln smaller cause</numerusform>
            <numerusform>%Ln smaller causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Deliveries</name>
    <message numerus="yes">
        <source>%1: %Ln loads, plant says %2, found %3.</source>
        <translation>
            <numerusform>%1: %Ln load, plant says %2, found %3.</numerusform>
            <numerusform>%1: %Ln loads, plant says %2, found %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::EvidencePage</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parties</source>
        <translation>
            <numerusform>%Ln party</numerusform>
            <numerusform>%Ln parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln keys</source>
        <translation>
            <numerusform>The %Ln key</numerusform>
            <numerusform>All %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::FindBar</name>
    <message numerus="yes">
        <source>%1 of %Ln hits</source>
        <translation>
            <numerusform>%1 of %Ln hit</numerusform>
            <numerusform>%1 of %Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::FindingsModel</name>
    <message numerus="yes">
        <source>%1, %Ln findings, %2</source>
        <translation>
            <numerusform>%1, %Ln finding, %2</numerusform>
            <numerusform>%1, %Ln findings, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::FindingsPage</name>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln kinds contradict the claim</source>
        <translation>
            <numerusform>%1, %Ln kind contradicts the claim</numerusform>
            <numerusform>%1, %Ln kinds contradict the claim</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::GlossarySearch</name>
    <message numerus="yes">
        <source>Search %Ln terms</source>
        <translation>
            <numerusform>Search %Ln term</numerusform>
            <numerusform>Search %Ln terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::KeyPanel</name>
    <message numerus="yes">
        <source>The same so far: %1 of %Ln digits</source>
        <translation>
            <numerusform>The same so far: %1 of %Ln digit</numerusform>
            <numerusform>The same so far: %1 of %Ln digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln digits are the same</source>
        <translation>
            <numerusform>The %Ln digit is the same</numerusform>
            <numerusform>All %Ln digits are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::LogTimeline</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parties</source>
        <translation>
            <numerusform>%Ln party</numerusform>
            <numerusform>%Ln parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Losses</name>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln periods</source>
        <translation>
            <numerusform>%Ln period</numerusform>
            <numerusform>%Ln periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%Ln** of %1 are outside their limit; about one in 20 is by chance.</source>
        <translation>
            <numerusform>**%Ln** of %1 is outside its limit; about one in 20 is by chance.</numerusform>
            <numerusform>**%Ln** of %1 are outside their limit; about one in 20 is by chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An honest plant sees an alarm here once in %Ln audits, up or down.</source>
        <translation>
            <numerusform>An honest plant sees an alarm here once in %Ln audit, up or down.</numerusform>
            <numerusform>An honest plant sees an alarm here once in %Ln audits, up or down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::MappingDialog</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formulas: their last value is used.</source>
        <translation>
            <numerusform>%Ln formula: its last value is used.</numerusform>
            <numerusform>%Ln formulas: their last value is used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions open, first: %1</source>
        <translation>
            <numerusform>%Ln question open: %1</numerusform>
            <numerusform>%Ln questions open, first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows cannot be read</source>
        <translation>
            <numerusform>%Ln row cannot be read</numerusform>
            <numerusform>%Ln rows cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recognised: %1 of %Ln columns.</source>
        <translation>
            <numerusform>Recognised: %1 of %Ln column.</numerusform>
            <numerusform>Recognised: %1 of %Ln columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged areas: the value is in the first cell only.</source>
        <translation>
            <numerusform>%Ln merged area: the value is in the first cell only.</numerusform>
            <numerusform>%Ln merged areas: the value is in the first cell only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln rows so</source>
        <translation>
            <numerusform>Read %Ln row so</numerusform>
            <numerusform>Read %Ln rows so</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::NamesDialog</name>
    <message numerus="yes">
        <source>%Ln decisions not signed yet</source>
        <translation>
            <numerusform>%Ln decision not signed yet</numerusform>
            <numerusform>%Ln decisions not signed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Network</name>
    <message numerus="yes">
        <source>%Ln more places stand in the table.</source>
        <translation>
            <numerusform>%Ln more place stands in the table.</numerusform>
            <numerusform>%Ln more places stand in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %Ln places more the difference is too small to matter.</source>
        <translation>
            <numerusform>At %Ln place more the difference is too small to matter.</numerusform>
            <numerusform>At %Ln places more the difference is too small to matter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln figures fit together within their errors (chance of a worse fit %1).</source>
        <translation>
            <numerusform>The %Ln figure fits within its error (chance of a worse fit %1).</numerusform>
            <numerusform>All %Ln figures fit together within their errors (chance of a worse fit %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln figures do not fit together within their errors (chance %1), but no single place stands out.</source>
        <translation>
            <numerusform>The %Ln figure does not fit within its error (chance %1), but no single place stands out.</numerusform>
            <numerusform>The %Ln figures do not fit together within their errors (chance %1), but no single place stands out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln figures do not fit together within their errors (chance %1). What explains it best, with what explains it as well:</source>
        <translation>
            <numerusform>The %Ln figure does not fit within its error (chance %1). What explains it best, with what explains it as well:</numerusform>
            <numerusform>The %Ln figures do not fit together within their errors (chance %1). What explains it best, with what explains it as well:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So do %Ln others.</source>
        <translation>
            <numerusform>So does %Ln other.</numerusform>
            <numerusform>So do %Ln others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::NoteBox</name>
    <message numerus="yes">
        <source>A note holds at most %Ln bytes.</source>
        <translation>
            <numerusform>A note holds at most %Ln byte.</numerusform>
            <numerusform>A note holds at most %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::OldKeysDialog</name>
    <message numerus="yes">
        <source>Take over %Ln keys</source>
        <translation>
            <numerusform>Take over %Ln key</numerusform>
            <numerusform>Take over %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::OpenKeysCard</name>
    <message numerus="yes">
        <source>The %Ln keys that matter</source>
        <translation>
            <numerusform>The %Ln key that matters</numerusform>
            <numerusform>The %Ln keys that matter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads</source>
        <translation>
            <numerusform>%Ln load</numerusform>
            <numerusform>%Ln loads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shipments</source>
        <translation>
            <numerusform>%Ln shipment</numerusform>
            <numerusform>%Ln shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipts.</source>
        <translation>
            <numerusform>%Ln receipt.</numerusform>
            <numerusform>%Ln receipts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::PublishDialog</name>
    <message numerus="yes">
        <source>Publish %Ln rows</source>
        <translation>
            <numerusform>Publish %Ln row</numerusform>
            <numerusform>Publish %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; of %Ln formulas the last values are published</source>
        <translation>
            <numerusform>; of %Ln formula the last value is published</numerusform>
            <numerusform>; of %Ln formulas the last values are published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecentRow</name>
    <message numerus="yes">
        <source>%1: the worst of %Ln claims</source>
        <translation>
            <numerusform>%1: the worst of %Ln claim</numerusform>
            <numerusform>%1: the worst of %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln findings</source>
        <translation>
            <numerusform>%1, %Ln finding</numerusform>
            <numerusform>%1, %Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordModel</name>
    <message numerus="yes">
        <source>%Ln more findings name this record.</source>
        <translation>
            <numerusform>%Ln more finding names this record.</numerusform>
            <numerusform>%Ln more findings name this record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordPeek</name>
    <message numerus="yes">
        <source>%Ln %1 in this month; Enter shows them.</source>
        <translation>
            <numerusform>%Ln row of %1 in this month; Enter shows it.</numerusform>
            <numerusform>%Ln %1 in this month; Enter shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Records</name>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation>
            <numerusform>%Ln row selected</numerusform>
            <numerusform>%Ln rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordsPage</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln rows match</source>
        <translation>
            <numerusform>%1 of %Ln row matches</numerusform>
            <numerusform>%1 of %Ln rows match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows: narrow the filter to see all</source>
        <translation>
            <numerusform>%1 row: narrow the filter to see all</numerusform>
            <numerusform>%1 rows: narrow the filter to see all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln rows copied so far</source>
        <translation>
            <numerusform>%1 of %Ln row copied so far</numerusform>
            <numerusform>%1 of %Ln rows copied so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Report</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parties</source>
        <translation>
            <numerusform>%Ln party</numerusform>
            <numerusform>%Ln parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gravest %1 of %Ln findings. The audit file holds them all.</source>
        <translation>
            <numerusform>The gravest %1 of %Ln finding. The audit file holds them all.</numerusform>
            <numerusform>The gravest %1 of %Ln findings. The audit file holds them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more pairs are not listed here.</source>
        <translation>
            <numerusform>%Ln more pair is not listed here.</numerusform>
            <numerusform>%Ln more pairs are not listed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more tags are not listed here.</source>
        <translation>
            <numerusform>%Ln more tag is not listed here.</numerusform>
            <numerusform>%Ln more tags are not listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ReportPage</name>
    <message numerus="yes">
        <source>For reading and print, %Ln pages</source>
        <translation>
            <numerusform>For reading and print, %Ln page</numerusform>
            <numerusform>For reading and print, %Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Scheduler</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs at risk</source>
        <translation>
            <numerusform>%Ln job at risk</numerusform>
            <numerusform>%Ln jobs at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs were started while older jobs, at least as urgent and on the same line, still waited.</source>
        <translation>
            <numerusform>%Ln job was started while older jobs, at least as urgent and on the same line, still waited.</numerusform>
            <numerusform>%Ln jobs were started while older jobs, at least as urgent and on the same line, still waited.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln jobs</source>
        <translation>
            <numerusform>%1, %Ln job</numerusform>
            <numerusform>%1, %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln permutations</source>
        <translation>
            <numerusform>%Ln permutation</numerusform>
            <numerusform>%Ln permutations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln strata</source>
        <translation>
            <numerusform>%Ln stratum</numerusform>
            <numerusform>%Ln strata</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::SchedulerPage</name>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::SearchPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln rows searched so far</source>
        <translation>
            <numerusform>%1 of %Ln row searched so far</numerusform>
            <numerusform>%1 of %Ln rows searched so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows searched</source>
        <translation>
            <numerusform>%Ln row searched</numerusform>
            <numerusform>%Ln rows searched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits, %1</source>
        <translation>
            <numerusform>%Ln hit, %1</numerusform>
            <numerusform>%Ln hits, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %Ln rows could be searched</source>
        <translation>
            <numerusform>Only %1 of %Ln row could be searched</numerusform>
            <numerusform>Only %1 of %Ln rows could be searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::StatedCard</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::StatusStrip</name>
    <message numerus="yes">
        <source>All %Ln checks finished</source>
        <translation>
            <numerusform>%Ln check finished</numerusform>
            <numerusform>All %Ln checks finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checks</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TakeNamesDialog</name>
    <message numerus="yes">
        <source>Take over %Ln keys</source>
        <translation>
            <numerusform>Take over %Ln key</numerusform>
            <numerusform>Take over %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TakeWordDialog</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TrackMaps</name>
    <message numerus="yes">
        <source>%Ln h without a fix</source>
        <translation>
            <numerusform>%Ln h without a fix</numerusform>
            <numerusform>%Ln h without a fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TracksView</name>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::UnsignedFilesCard</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::UnsignedFilesModel</name>
    <message numerus="yes">
        <source>SHA-256 %1, %2 bytes</source>
        <translation>
            <numerusform>SHA-256 %1, %2 byte</numerusform>
            <numerusform>SHA-256 %1, %2 bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::VouchDialog</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::Words</name>
    <message numerus="yes">
        <source>Each of the %Ln files is kept as it came and named by its SHA-256.</source>
        <translation>
            <numerusform>The %Ln file is kept as it came and named by its SHA-256.</numerusform>
            <numerusform>Each of the %Ln files is kept as it came and named by its SHA-256.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln files of this kind.</source>
        <translation>
            <numerusform>There is %Ln file of this kind.</numerusform>
            <numerusform>There are %Ln files of this kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other people saw the same; you vouched for the keys of %1.</source>
        <translation>
            <numerusform>%Ln other person saw the same; you vouched for the keys of %1.</numerusform>
            <numerusform>%Ln other people saw the same; you vouched for the keys of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <comment>stays on one line</comment>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln&#xa0;days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tables</source>
        <translation>
            <numerusform>%Ln table</numerusform>
            <numerusform>%Ln tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of %1 could not be used.</source>
        <translation>
            <numerusform>%Ln row of %1 could not be used.</numerusform>
            <numerusform>%Ln rows of %1 could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads</source>
        <translation>
            <numerusform>%Ln load</numerusform>
            <numerusform>%Ln loads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln useful loads</source>
        <translation>
            <numerusform>%Ln useful load</numerusform>
            <numerusform>%Ln useful loads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys that came with the evidence and that you have not named</source>
        <translation>
            <numerusform>a key that came with the evidence and that you have not named</numerusform>
            <numerusform>%Ln keys that came with the evidence and that you have not named</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list this audit trusts names %Ln keys.</source>
        <translation>
            <numerusform>The list this audit trusts names %Ln key.</numerusform>
            <numerusform>The list this audit trusts names %Ln keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys count on the word of who signed the audit.</source>
        <translation>
            <numerusform>%Ln key counts on the word of who signed the audit.</numerusform>
            <numerusform>%Ln keys count on the word of who signed the audit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys came with the evidence.</source>
        <translation>
            <numerusform>%Ln key came with the evidence.</numerusform>
            <numerusform>%Ln keys came with the evidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>these %Ln keys are whom they say: %1</source>
        <translation>
            <numerusform>this key is whom it says: %1</numerusform>
            <numerusform>these %Ln keys are whom they say: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>these %Ln keys are whom they say</source>
        <translation>
            <numerusform>this key is whom it says</numerusform>
            <numerusform>these %Ln keys are whom they say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln explanations fit equally well.</source>
        <translation>
            <numerusform>%Ln explanation fits best, no other as well.</numerusform>
            <numerusform>%Ln explanations fit equally well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln loads</source>
        <translation>
            <numerusform>in %Ln load</numerusform>
            <numerusform>in %Ln loads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gaps</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signed files</source>
        <translation>
            <numerusform>%Ln signed file</numerusform>
            <numerusform>%Ln signed files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code lists that somebody brought</source>
        <translation>
            <numerusform>%Ln code list that somebody brought</numerusform>
            <numerusform>%Ln code lists that somebody brought</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An earlier version kept %Ln keys in this workspace. They count for nothing until you compare them and take them over.</source>
        <translation>
            <numerusform>An earlier version kept %Ln key in this workspace. It counts for nothing until you compare it and take it over.</numerusform>
            <numerusform>An earlier version kept %Ln keys in this workspace. They count for nothing until you compare them and take them over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back, %Ln records go.</source>
        <translation>
            <numerusform>Taken back, %Ln record goes.</numerusform>
            <numerusform>Taken back, %Ln records go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads have no receipt for certain</source>
        <translation>
            <numerusform>%Ln load has no receipt for certain</numerusform>
            <numerusform>%Ln loads have no receipt for certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications are not intact</source>
        <translation>
            <numerusform>%Ln publication is not intact</numerusform>
            <numerusform>%Ln publications are not intact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificates are older than their receipts</source>
        <translation>
            <numerusform>%Ln certificate is older than its receipt</numerusform>
            <numerusform>%Ln certificates are older than their receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products were declared to customs as waste</source>
        <translation>
            <numerusform>A product was declared to customs as waste</numerusform>
            <numerusform>%Ln products were declared to customs as waste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mass and volume of loads do not go together</source>
        <translation>
            <numerusform>Mass and volume of loads do not go together</numerusform>
            <numerusform>Mass and volume of loads do not go together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads have two document numbers</source>
        <translation>
            <numerusform>%Ln load has two document numbers</numerusform>
            <numerusform>%Ln loads have two document numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents were used twice</source>
        <translation>
            <numerusform>%Ln document was used twice</numerusform>
            <numerusform>%Ln documents were used twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln exported loads gained mass on their way</source>
        <translation>
            <numerusform>%Ln exported load gained mass on its way</numerusform>
            <numerusform>%Ln exported loads gained mass on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exports need a consent</source>
        <translation>
            <numerusform>Exports need a consent</numerusform>
            <numerusform>Exports need a consent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads have export dates out of order</source>
        <translation>
            <numerusform>%Ln load has export dates out of order</numerusform>
            <numerusform>%Ln loads have export dates out of order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More goes out than in over time</source>
        <translation>
            <numerusform>More goes out than in over time</numerusform>
            <numerusform>More goes out than in over time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipts have no shipment</source>
        <translation>
            <numerusform>%Ln receipt has no shipment</numerusform>
            <numerusform>%Ln receipts have no shipment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sums of records do not fit together</source>
        <translation>
            <numerusform>Sums of records do not fit together</numerusform>
            <numerusform>Sums of records do not fit together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads lost their hazardous code</source>
        <translation>
            <numerusform>%Ln load lost its hazardous code</numerusform>
            <numerusform>%Ln loads lost their hazardous code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sets of weights appear more than once</source>
        <translation>
            <numerusform>%Ln set of weights appears more than once</numerusform>
            <numerusform>%Ln sets of weights appear more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln summary logs have incomplete rows</source>
        <translation>
            <numerusform>A summary log has incomplete rows</numerusform>
            <numerusform>%Ln summary logs have incomplete rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People decided about %Ln pairs of records</source>
        <translation>
            <numerusform>A person decided about %Ln pair of records</numerusform>
            <numerusform>People decided about %Ln pairs of records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mass is lost over time</source>
        <translation>
            <numerusform>Mass is lost over time</numerusform>
            <numerusform>Mass is lost over time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads arrived with another mass</source>
        <translation>
            <numerusform>%Ln load arrived with another mass</numerusform>
            <numerusform>%Ln loads arrived with another mass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads sent as product were received as residue</source>
        <translation>
            <numerusform>%Ln load sent as product was received as residue</numerusform>
            <numerusform>%Ln loads sent as product were received as residue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receipts do not state the material</source>
        <translation>
            <numerusform>Receipts do not state the material</numerusform>
            <numerusform>Receipts do not state the material</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads have no receipt</source>
        <translation>
            <numerusform>%Ln load has no receipt</numerusform>
            <numerusform>%Ln loads have no receipt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times more was sent than was there</source>
        <translation>
            <numerusform>More was sent than was there</numerusform>
            <numerusform>%Ln times more was sent than was there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads were received for another operation</source>
        <translation>
            <numerusform>%Ln load was received for another operation</numerusform>
            <numerusform>%Ln loads were received for another operation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loads were only stored or exchanged</source>
        <translation>
            <numerusform>Loads were only stored or exchanged</numerusform>
            <numerusform>Loads were only stored or exchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads were received by others than their consignees</source>
        <translation>
            <numerusform>%Ln load was received by another than its consignee</numerusform>
            <numerusform>%Ln loads were received by others than their consignees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loads have receipts by the sender</source>
        <translation>
            <numerusform>Loads have receipts by the sender</numerusform>
            <numerusform>Loads have receipts by the sender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prices do not go together with the customs code</source>
        <translation>
            <numerusform>Prices do not go together with the customs code</numerusform>
            <numerusform>Prices do not go together with the customs code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Habits explain loads that differ</source>
        <translation>
            <numerusform>A habit explains loads that differ</numerusform>
            <numerusform>Habits explain loads that differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receivers have no books for their loads</source>
        <translation>
            <numerusform>%Ln receiver has no books for its loads</numerusform>
            <numerusform>%Ln receivers have no books for their loads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads were refused</source>
        <translation>
            <numerusform>%Ln load was refused</numerusform>
            <numerusform>%Ln loads were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More was sent on than was received</source>
        <translation>
            <numerusform>More was sent on than was received</numerusform>
            <numerusform>More was sent on than was received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were changed later without a reason</source>
        <translation>
            <numerusform>%Ln record was changed later without a reason</numerusform>
            <numerusform>%Ln records were changed later without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rows break %Ln rules of their own system</source>
        <translation>
            <numerusform>Rows break a rule of their own system</numerusform>
            <numerusform>Rows break %Ln rules of their own system</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loads have receipts by strangers</source>
        <translation>
            <numerusform>Loads have receipts by strangers</numerusform>
            <numerusform>Loads have receipts by strangers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows have sums that do not come out</source>
        <translation>
            <numerusform>%Ln row has a sum that does not come out</numerusform>
            <numerusform>%Ln rows have sums that do not come out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads were received before they were sent</source>
        <translation>
            <numerusform>%Ln load was received before it was sent</numerusform>
            <numerusform>%Ln loads were received before they were sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Figures fit together too well</source>
        <translation>
            <numerusform>Figures fit together too well</numerusform>
            <numerusform>Figures fit together too well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mass left without any record</source>
        <translation>
            <numerusform>Mass left without any record</numerusform>
            <numerusform>Mass left without any record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Masses come without their uncertainty</source>
        <translation>
            <numerusform>Masses come without their uncertainty</numerusform>
            <numerusform>Masses come without their uncertainty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More went out than came in</source>
        <translation>
            <numerusform>More went out than came in</numerusform>
            <numerusform>More went out than came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codes stand in no list used here</source>
        <translation>
            <numerusform>%Ln code stands in no list used here</numerusform>
            <numerusform>%Ln codes stand in no list used here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: signed %Ln publications.</source>
        <translation>
            <numerusform>%1, %2: signed %Ln publication.</numerusform>
            <numerusform>%1, %2: signed %Ln publications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln signed files are byte for byte what was signed.</source>
        <translation>
            <numerusform>The %Ln signed file is byte for byte what was signed.</numerusform>
            <numerusform>All %Ln signed files are byte for byte what was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tables are not what was signed; the first is %1, %2.</source>
        <translation>
            <numerusform>%Ln table is not what was signed: %1, %2.</numerusform>
            <numerusform>%Ln tables are not what was signed; the first is %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tables cannot be read; the first is %1, %2.</source>
        <translation>
            <numerusform>%Ln table cannot be read: %1, %2.</numerusform>
            <numerusform>%Ln tables cannot be read; the first is %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tables are not here; the first is %1, %2.</source>
        <translation>
            <numerusform>%Ln table is not here: %1, %2.</numerusform>
            <numerusform>%Ln tables are not here; the first is %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln files carry no signature: they state, they confirm nothing.</source>
        <translation>
            <numerusform>The %Ln file carries no signature: it states, it confirms nothing.</numerusform>
            <numerusform>The %Ln files carry no signature: they state, they confirm nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signatures do not fit; the first is on publication %1 of %2.</source>
        <translation>
            <numerusform>%Ln signature does not fit: that on publication %1 of %2.</numerusform>
            <numerusform>%Ln signatures do not fit; the first is on publication %1 of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signatures do not fit; publication %1 in the log of %2 is signed by a key that is not %2’s.</source>
        <translation>
            <numerusform>%Ln signature does not fit: publication %1 in the log of %2 is signed by a key that is not %2’s.</numerusform>
            <numerusform>%Ln signatures do not fit; publication %1 in the log of %2 is signed by a key that is not %2’s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signatures do not fit; publication %1 of %2 is signed with a key that is named for another role.</source>
        <translation>
            <numerusform>%Ln signature does not fit: publication %1 of %2 is signed with a key that is named for another role.</numerusform>
            <numerusform>%Ln signatures do not fit; publication %1 of %2 is signed with a key that is named for another role.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln files is signed with a key of its party that was in force.</source>
        <translation>
            <numerusform>The %Ln file is not signed with a key of its party that was in force.</numerusform>
            <numerusform>None of the %Ln files is signed with a key of its party that was in force.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signatures do not fit; publication %1 of %2 is signed with a key that was revoked before.</source>
        <translation>
            <numerusform>%Ln signature does not fit: publication %1 of %2 is signed with a key that was revoked before.</numerusform>
            <numerusform>%Ln signatures do not fit; publication %1 of %2 is signed with a key that was revoked before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signatures do not fit; publication %1 of %2 is signed with a key that was retired before.</source>
        <translation>
            <numerusform>%Ln signature does not fit: publication %1 of %2 is signed with a key that was retired before.</numerusform>
            <numerusform>%Ln signatures do not fit; publication %1 of %2 is signed with a key that was retired before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are signed with keys that nobody named.</source>
        <translation>
            <numerusform>%Ln of %1 is signed with a key that nobody named.</numerusform>
            <numerusform>%Ln of %1 are signed with keys that nobody named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln publications are signed, %1 with keys that only came with the evidence.</source>
        <translation>
            <numerusform>The %Ln publication is signed, %1 with keys that only came with the evidence.</numerusform>
            <numerusform>All %Ln publications are signed, %1 with keys that only came with the evidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln publications are signed, %1 with keys that only who signed this audit named.</source>
        <translation>
            <numerusform>The %Ln publication is signed, %1 with keys that only who signed this audit named.</numerusform>
            <numerusform>All %Ln publications are signed, %1 with keys that only who signed this audit named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln publications are signed with keys this audit trusts.</source>
        <translation>
            <numerusform>The %Ln publication is signed with keys this audit trusts.</numerusform>
            <numerusform>All %Ln publications are signed with keys this audit trusts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications are in no log.</source>
        <translation>
            <numerusform>%Ln publication is in no log.</numerusform>
            <numerusform>%Ln publications are in no log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln publications are in their logs, %1.</source>
        <translation>
            <numerusform>The %Ln publication is in its log, %1.</numerusform>
            <numerusform>All %Ln publications are in their logs, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln logs</source>
        <translation>
            <numerusform>%Ln log</numerusform>
            <numerusform>%Ln logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln witnesses</source>
        <translation>
            <numerusform>%Ln witness</numerusform>
            <numerusform>%Ln witnesses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, lighter ones</source>
        <translation>
            <numerusform>%Ln more, a lighter one</numerusform>
            <numerusform>%Ln more, lighter ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more findings of this kind, the lighter ones, with %1 in all, are not listed one by one.</source>
        <translation>
            <numerusform>%Ln more finding of this kind, a lighter one, with %1 in all, is not listed by itself.</numerusform>
            <numerusform>%Ln more findings of this kind, the lighter ones, with %1 in all, are not listed one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln records.</source>
        <translation>
            <numerusform>%1: %Ln record.</numerusform>
            <numerusform>%1: %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln logs</source>
        <translation>
            <numerusform>%1 of %Ln log</numerusform>
            <numerusform>%1 of %Ln logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln witnesses</source>
        <translation>
            <numerusform>%1 of %Ln witness</numerusform>
            <numerusform>%1 of %Ln witnesses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln keys vouched for</source>
        <translation>
            <numerusform>%1 of %Ln key vouched for</numerusform>
            <numerusform>%1 of %Ln keys vouched for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications in the name of %1 carry a signature that does not fit.</source>
        <translation>
            <numerusform>%Ln publication in the name of %1 carries a signature that does not fit.</numerusform>
            <numerusform>%Ln publications in the name of %1 carry a signature that does not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publications say that they are of %1.</source>
        <translation>
            <numerusform>%Ln publication says that it is of %1.</numerusform>
            <numerusform>%Ln publications say that they are of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The signatures of %Ln publications fit this key, judged by the keys in force at their place in the log.</source>
        <translation>
            <numerusform>The signature of %Ln publication fits this key, judged by the keys in force at its place in the log.</numerusform>
            <numerusform>The signatures of %Ln publications fit this key, judged by the keys in force at their place in the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The checkpoint over all **%Ln** entries of the log %1 is signed. Upload the folder %2 to any web server that serves files: new files are added, only “checkpoint” changes. Then ask witnesses to cosign it.</source>
        <translation>
            <numerusform>The checkpoint over the **%Ln** entry of the log %1 is signed. Upload the folder %2 to any web server that serves files: new files are added, only “checkpoint” changes. Then ask witnesses to cosign it.</numerusform>
            <numerusform>The checkpoint over all **%Ln** entries of the log %1 is signed. Upload the folder %2 to any web server that serves files: new files are added, only “checkpoint” changes. Then ask witnesses to cosign it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %1 the sums of the records do not fit together at %Ln places, most of all by %2 at %3.</source>
        <translation>
            <numerusform>In %1 the sums of the records do not fit together at %Ln place: %2 at %3.</numerusform>
            <numerusform>In %1 the sums of the records do not fit together at %Ln places, most of all by %2 at %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads have the very same weights: gross %1, tare %2, net %3.</source>
        <translation>
            <numerusform>%Ln load has the very same weights: gross %1, tare %2, net %3.</numerusform>
            <numerusform>%Ln loads have the very same weights: gross %1, tare %2, net %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 are left out of the balance, wholly or in part.</source>
        <translation>
            <numerusform>%Ln of %1 of the summary log of %2 lacks a date or a mass: row %3 is left out of the balance, wholly or in part.</numerusform>
            <numerusform>%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 are left out of the balance, wholly or in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 and others are left out of the balance, wholly or in part.</source>
        <translation>
            <numerusform>%Ln of %1 of the summary log of %2 lacks a date or a mass: row %3 and others are left out of the balance, wholly or in part.</numerusform>
            <numerusform>%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 and others are left out of the balance, wholly or in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads with %1 were received, but the receivers do not say as what.</source>
        <translation>
            <numerusform>%Ln load with %1 was received, but the receiver does not say as what.</numerusform>
            <numerusform>%Ln loads with %1 were received, but the receivers do not say as what.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1, %2 had sent %3 more of %4 than was there by the records, on %Ln days in all; the records may be off by %5.</source>
        <translation>
            <numerusform>On %1, %2 had sent %3 more of %4 than was there by the records, on %Ln day in all; the records may be off by %5.</numerusform>
            <numerusform>On %1, %2 had sent %3 more of %4 than was there by the records, on %Ln days in all; the records may be off by %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1, %2 had sent %3 more than was there by the records, on %Ln days in all; the records may be off by %4.</source>
        <translation>
            <numerusform>On %1, %2 had sent %3 more than was there by the records, on %Ln day in all; the records may be off by %4.</numerusform>
            <numerusform>On %1, %2 had sent %3 more than was there by the records, on %Ln days in all; the records may be off by %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads with %1 have receipts that the sender signed itself: those receipts confirm nothing.</source>
        <translation>
            <numerusform>%Ln load with %1 has a receipt that the sender signed itself: that receipt confirms nothing.</numerusform>
            <numerusform>%Ln loads with %1 have receipts that the sender signed itself: those receipts confirm nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 published no books that cover the time of %Ln loads with %2 sent there: nobody can tell whether they arrived, and they are not confirmed.</source>
        <translation>
            <numerusform>%1 published no books that cover the time of %Ln load with %2 sent there: nobody can tell whether it arrived, and it is not confirmed.</numerusform>
            <numerusform>%1 published no books that cover the time of %Ln loads with %2 sent there: nobody can tell whether they arrived, and they are not confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Commercial jobs start %1 as community jobs of like urgency and size on the same line at the same time (95 %: %2–%3), over %Ln jobs.</source>
        <translation>
            <numerusform>Commercial jobs start %1 as community jobs of like urgency and size on the same line at the same time (95 %: %2–%3), over %Ln job.</numerusform>
            <numerusform>Commercial jobs start %1 as community jobs of like urgency and size on the same line at the same time (95 %: %2–%3), over %Ln jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p = %1 against %2, %Ln permutations, seed %3</source>
        <translation>
            <numerusform>p = %1 against %2, %Ln permutation, seed %3</numerusform>
            <numerusform>p = %1 against %2, %Ln permutations, seed %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, corrected for all %Ln months</source>
        <translation>
            <numerusform>%1, corrected for %Ln month</numerusform>
            <numerusform>%1, corrected for all %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records stand in more than one unsigned file with other values; nothing says which file is the later one.</source>
        <translation>
            <numerusform>%Ln record stands in more than one unsigned file with other values; nothing says which file is the later one.</numerusform>
            <numerusform>%Ln records stand in more than one unsigned file with other values; nothing says which file is the later one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. %Ln rows do not keep to it, the first is record %3: %4. (%5)</source>
        <translation>
            <numerusform>%1: %2. %Ln row does not keep to it, record %3: %4. (%5)</numerusform>
            <numerusform>%1: %2. %Ln rows do not keep to it, the first is record %3: %4. (%5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads with %1 have receipts signed with a key nobody named: those receipts confirm nothing.</source>
        <translation>
            <numerusform>%Ln load with %1 has a receipt signed with a key nobody named: that receipt confirms nothing.</numerusform>
            <numerusform>%Ln loads with %1 have receipts signed with a key nobody named: those receipts confirm nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads of %1 were received by %4 up to %2 minutes before they were sent. A clock that is %3 h off, as in another time zone, explains them all.</source>
        <translation>
            <numerusform>%Ln load of %1 was received by %4 up to %2 minutes before it was sent. A clock that is %3 h off, as in another time zone, explains that.</numerusform>
            <numerusform>%Ln loads of %1 were received by %4 up to %2 minutes before they were sent. A clock that is %3 h off, as in another time zone, explains them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads of %1 were received up to %2 minutes before they were sent. A clock that is %3 h off, as in another time zone, explains them all.</source>
        <translation>
            <numerusform>%Ln load of %1 was received up to %2 minutes before it was sent. A clock that is %3 h off, as in another time zone, explains that.</numerusform>
            <numerusform>%Ln loads of %1 were received up to %2 minutes before they were sent. A clock that is %3 h off, as in another time zone, explains them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stock surveys with %1 state no uncertainty. The audit reckons with %2 of each, so small losses stay unseen.</source>
        <translation>
            <numerusform>%Ln stock survey with %1 states no uncertainty. The audit reckons with %2 of it, so small losses stay unseen.</numerusform>
            <numerusform>%Ln stock surveys with %1 state no uncertainty. The audit reckons with %2 of each, so small losses stay unseen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln declared losses with %1 state no uncertainty. The audit reckons with %2 of each, so small losses stay unseen.</source>
        <translation>
            <numerusform>%Ln declared loss with %1 states no uncertainty. The audit reckons with %2 of it, so small losses stay unseen.</numerusform>
            <numerusform>%Ln declared losses with %1 state no uncertainty. The audit reckons with %2 of each, so small losses stay unseen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln witnesses signed the checkpoint of the log %2 at size %3.</source>
        <translation>
            <numerusform>%1 of %Ln witness signed the checkpoint of the log %2 at size %3.</numerusform>
            <numerusform>%1 of %Ln witnesses signed the checkpoint of the log %2 at size %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You named time stamp authorities by %Ln certificates.</source>
        <translation>
            <numerusform>You named a time stamp authority by %Ln certificate.</numerusform>
            <numerusform>You named time stamp authorities by %Ln certificates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads with %1 of %2 have a mass that does not go together with their volume: %3 has %4 kg a cubic metre, %5 to %6 are usual.</source>
        <translation>
            <numerusform>%Ln load with %1 of %2 has a mass that does not go together with its volume: %3 has %4 kg a cubic metre, %5 to %6 are usual.</numerusform>
            <numerusform>%Ln loads with %1 of %2 have a mass that does not go together with their volume: %3 has %4 kg a cubic metre, %5 to %6 are usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same %Ln files.</source>
        <translation>
            <numerusform>The same one file.</numerusform>
            <numerusform>The same %Ln files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are the same, you have %1 more, they have %2 more.</source>
        <translation>
            <numerusform>%Ln file is the same, you have %1 more, they have %2 more.</numerusform>
            <numerusform>%Ln files are the same, you have %1 more, they have %2 more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln declare more out than in</source>
        <translation>
            <numerusform>%Ln declares more out than in</numerusform>
            <numerusform>%Ln declare more out than in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln totals are not the sum of their lines</source>
        <translation>
            <numerusform>%Ln total is not the sum of its lines</numerusform>
            <numerusform>%Ln totals are not the sum of their lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln declared totals differ between sender and receiver</source>
        <translation>
            <numerusform>%Ln declared total differs between sender and receiver</numerusform>
            <numerusform>%Ln declared totals differ between sender and receiver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln totals are declared by one side only</source>
        <translation>
            <numerusform>%Ln total is declared by one side only</numerusform>
            <numerusform>%Ln totals are declared by one side only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more periods cannot be compared.</source>
        <translation>
            <numerusform>%Ln more period cannot be compared.</numerusform>
            <numerusform>%Ln more periods cannot be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln periods</source>
        <translation>
            <numerusform>%1, %Ln period</numerusform>
            <numerusform>%1, %Ln periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln periods cannot be compared: %1.</source>
        <translation>
            <numerusform>%Ln period cannot be compared: %1.</numerusform>
            <numerusform>%Ln periods cannot be compared: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of **%Ln pairs**, %1 are confirmed both ways and **%2 differ**</source>
        <translation>
            <numerusform>Of **%Ln pair**, %1 are confirmed both ways and **%2 differ**</numerusform>
            <numerusform>Of **%Ln pairs**, %1 are confirmed both ways and **%2 differ**</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln loads to it were received there, under the same number</source>
        <translation>
            <numerusform>%1 of %Ln load to it was received there, under the same number</numerusform>
            <numerusform>%1 of %Ln loads to it were received there, under the same number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln receipts that name it have the number of a load from there</source>
        <translation>
            <numerusform>%1 of %Ln receipt that names it has the number of a load from there</numerusform>
            <numerusform>%1 of %Ln receipts that name it have the number of a load from there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln loads of one were received as the other</source>
        <translation>
            <numerusform>%1 of %Ln load of one was received as the other</numerusform>
            <numerusform>%1 of %Ln loads of one were received as the other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters differ</source>
        <translation>
            <numerusform>%Ln letter differs</numerusform>
            <numerusform>%Ln letters differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln loads to it were received by others</source>
        <translation>
            <numerusform>%1 of %Ln load to it was received by others</numerusform>
            <numerusform>%1 of %Ln loads to it were received by others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln receipts that name it have the number of a load of others</source>
        <translation>
            <numerusform>%1 of %Ln receipt that names it has the number of a load of others</numerusform>
            <numerusform>%1 of %Ln receipts that name it have the number of a load of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln loads of one were received as something else</source>
        <translation>
            <numerusform>%1 of %Ln load of one was received as something else</numerusform>
            <numerusform>%1 of %Ln loads of one were received as something else</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loads with the name “%1” would count as with “%2”: %3.</source>
        <translation>
            <numerusform>%Ln load with the name “%1” would count as with “%2”: %3.</numerusform>
            <numerusform>%Ln loads with the name “%1” would count as with “%2”: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names others by %Ln numbers that a spreadsheet rounded, such as %2 (%3): whom it means cannot be told.</source>
        <translation>
            <numerusform>%1 names others by %Ln number that a spreadsheet rounded, such as %2 (%3): whom it means cannot be told.</numerusform>
            <numerusform>%1 names others by %Ln numbers that a spreadsheet rounded, such as %2 (%3): whom it means cannot be told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names others by %Ln numbers whose check digit is wrong, such as %2 (%3). %4 would have another one; that these are such numbers is taken from %5 others here that are right.</source>
        <translation>
            <numerusform>%1 names others by %Ln number whose check digit is wrong, such as %2 (%3). %4 would have another one; that this is such a number is taken from %5 others here that are right.</numerusform>
            <numerusform>%1 names others by %Ln numbers whose check digit is wrong, such as %2 (%3). %4 would have another one; that these are such numbers is taken from %5 others here that are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds of numbers are damaged</source>
        <translation>
            <numerusform>%Ln kind of numbers is damaged</numerusform>
            <numerusform>%Ln kinds of numbers are damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags ended elsewhere than their loads</source>
        <translation>
            <numerusform>%Ln tag ended elsewhere than its load</numerusform>
            <numerusform>%Ln tags ended elsewhere than their loads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln tags in loads, %1 ended at the receiver and %2 elsewhere; of %3 (%4) nobody knows.</source>
        <translation>
            <numerusform>Of %Ln tag in a load, %1 ended at the receiver and %2 elsewhere; of %3 (%4) nobody knows.</numerusform>
            <numerusform>Of %Ln tags in loads, %1 ended at the receiver and %2 elsewhere; of %3 (%4) nobody knows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tracks are tied to no load.</source>
        <translation>
            <numerusform>%Ln track is tied to no load.</numerusform>
            <numerusform>%Ln tracks are tied to no load.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln of them another party wrote one number that it may have been, for a load of about the same mass.</source>
        <translation>
            <numerusform>Of %Ln of them another party wrote one number that it may have been, for a load of about the same mass.</numerusform>
            <numerusform>Of %Ln of them another party wrote one number that it may have been, for a load of about the same mass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 writes %Ln container numbers whose check digit is wrong, such as %2 (%3); %4 others here are right.</source>
        <translation>
            <numerusform>%1 writes %Ln container number whose check digit is wrong, such as %2 (%3); %4 others here are right.</numerusform>
            <numerusform>%1 writes %Ln container numbers whose check digit is wrong, such as %2 (%3); %4 others here are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln document numbers that a spreadsheet rounded, such as %2 (%3): their last digits are lost, and several numbers may read the same.</source>
        <translation>
            <numerusform>%1 has %Ln document number that a spreadsheet rounded, such as %2 (%3): its last digits are lost, and several numbers may read the same.</numerusform>
            <numerusform>%1 has %Ln document numbers that a spreadsheet rounded, such as %2 (%3): their last digits are lost, and several numbers may read the same.</numerusform>
        </translation>
    </message>
</context>
</TS>
