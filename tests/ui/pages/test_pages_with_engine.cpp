// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages over a real workspace: a small made-up plant, imported and audited by the engine.
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/part_shipments.h"
#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "ui/pages/findings_page.h"
#include "ui/pages/records_page.h"
#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/report/export.h"
#include "ui/words/format.h"

#include "tests/program.h"

using namespace plumbline;

class TestPagesWithEngine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    SimulationOptions options;
    options.months = 3;
    options.loadsPerMonth = 60;
    options.jobsPerMonth = 60;
    options.fraud.relabel = 100'000;
    const fs::path folder(m_folder.path().toStdU16String());
    const fs::path publications = folder / "publications";
    QVERIFY(simulate(options, publications, Progress()).ok());
    m_audit.workspace = folder / "audit.plumbline";
    const ImportOptions trust{publications / "parties.txt", publications / "policy.txt"};
    QVERIFY(importInto(m_audit.workspace, {publications}, trust, Progress()).ok());
    Result<AuditPtr> audit = runAudit(m_audit.workspace, Progress());
    QVERIFY(audit.ok());
    m_audit.result = *audit;
    QVERIFY(!m_audit.result->findings.empty());
  }

  void recordsComeFromTheWorkspace() {
    RecordsPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(m_audit);
    auto* model = page.findChild<RecordModel*>();
    QTRY_VERIFY(!model->counting() && model->row(0) != nullptr);
    QCOMPARE(model->matching(),
             m_audit.result->rowCounts[static_cast<std::size_t>(Table::Shipments)]);
    auto* table = page.findChild<RecordTable*>();
    table->selectRow(0);
    const QString id = model->index(0, 0).data().toString();
    const auto* bytes = page.findChild<QLineEdit*>(QStringLiteral("sourceBytes"));
    // The strip shows the very line the record was read from.
    QTRY_VERIFY(bytes->text().startsWith(id + QLatin1Char(',')));
    Q_EMIT table->sortRequested(0, Qt::DescendingOrder);
    QTRY_VERIFY(!model->counting() && model->row(0) != nullptr);
    QVERIFY(model->index(0, 0).data().toString() > id);
  }

  void findingLeadsToItsRowsOnBothSides() {
    FindingsPage findings;
    findings.resize(1200, 760);
    findings.show();
    findings.showAudit(m_audit);
    QTRY_VERIFY(!findings.trail().isEmpty());
    QSignalSpy navigate(&findings, &Page::navigate);
    findings.openItem(QStringLiteral("rule/material_changed"));
    QMetaObject::invokeMethod(findings.findChild<QObject*>(QStringLiteral("whyShowRows")), "click");
    QCOMPARE(navigate.count(), 1);
    RecordsPage records;
    records.showAudit(m_audit);
    records.openItem(navigate[0][0].value<Target>().item);
    auto* model = records.findChild<RecordModel*>();
    QTRY_VERIFY(!model->counting() && model->row(0) != nullptr);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0).data().toString(), findings.trail());
    QVERIFY(model->index(0, 0).data(RecordModel::SeverityRole).isValid());
  }

  /// The link of a part opens the shipments that it is the sum of, no other and none twice.
  void partsOfAClaimOpenTheirShipments() {
    RecordsPage records;
    records.showAudit(m_audit);
    auto* model = records.findChild<RecordModel*>();
    const ClaimVerdict& claim = m_audit.result->claims.front();
    int opened = 0;
    for (std::size_t i = 0; i < claimPartCount; ++i) {
      const auto part = static_cast<ClaimPart>(i);
      if (part == ClaimPart::NoLoad || claim.parts[part] == Mass()) continue;
      const auto expected =
          shipmentsOf(m_audit.workspace, *m_audit.result, claim, part, Progress());
      QVERIFY(expected.ok());
      QCOMPARE(expected->sum.inGrams(), claim.parts[part].inGrams());
      records.openItem(QStringLiteral("part/%1/0").arg(QLatin1String(keyOf(part).data())));
      QTRY_COMPARE(model->query().onlyRowids, expected->rowids);
      QCOMPARE(model->query().table, Table::Shipments);
      QTRY_COMPARE(model->matching(), static_cast<std::int64_t>(expected->rowids.size()));
      QVERIFY(records.trail().contains(words::mass(expected->sum)));
      ++opened;
    }
    QVERIFY(opened >= 3);  // confirmed, lighter, residue
    // Nothing that was being looked up comes back later.
    records.openItem(QStringLiteral("part/confirmed/0"));
    records.openItem(QStringLiteral("month/receipts/2141-01"));
    QTRY_VERIFY(!model->counting());
    QCOMPARE(model->query().table, Table::Receipts);
    QVERIFY(model->query().onlyRowids.empty());
  }

  void everyFormatIsWritten() {
    for (const auto format : {ExportFormat::Pdf, ExportFormat::WebPage, ExportFormat::Tables,
                              ExportFormat::AuditFile}) {
      ExportRequest request;
      request.format = format;
      request.path = m_folder.filePath(QStringLiteral("out%1").arg(static_cast<int>(format)));
      QVERIFY(runExport(*m_audit.result, m_audit.workspace, request, Progress()).ok());
      QVERIFY(QFile::exists(request.path));
    }
  }

 private:
  QTemporaryDir m_folder;
  OpenAudit m_audit;
};

PLUMBLINE_WINDOW_TEST(TestPagesWithEngine)
#include "test_pages_with_engine.moc"
