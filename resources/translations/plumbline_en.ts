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
</context>
</TS>
