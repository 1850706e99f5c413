<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%n rows in quarantine</source>
        <translation>
            <numerusform>%n row in quarantine</numerusform>
            <numerusform>%n rows in quarantine</numerusform>
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
</context>
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
</context>
</TS>
