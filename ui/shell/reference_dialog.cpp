// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reference_dialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/shell/audit_controller.h"
#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/error_words.h"

namespace plumbline {

ReferencePaths ReferencePaths::ofTheSystem() {
  ReferencePaths paths;
  paths.open = [](QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, ReferenceDialog::tr("Use another table"), QString(),
                                        ReferenceDialog::tr("Tables (*.tsv);;All files (*)"));
  };
  paths.save = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, ReferenceDialog::tr("Save a copy of the table"),
                                        suggestion, ReferenceDialog::tr("Tables (*.tsv)"));
  };
  return paths;
}

ReferenceDialog::ReferenceDialog(AuditController& controller, ReferencePaths paths, QWidget* parent)
    : QDialog(parent),
      m_controller(controller),
      m_paths(std::move(paths)),
      m_model(new ReferenceModel(this)),
      m_view(new QTableView(this)),
      m_source(new SentenceLabel(TextRole::Small, this)),
      m_message(new SentenceLabel(TextRole::Body, this)) {
  setObjectName(QStringLiteral("referenceDialog"));
  setWindowTitle(tr("Reference tables"));
  resize(px(760), px(460));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(8));
  column->addWidget(
      new TextLabel(TextRole::CardHeading, tr("What this audit looks codes and prices up in"), this));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(tr("Each table can be replaced by one of yours. It then travels with the audit, and "
                    "the results name it: two people with different tables see why they differ."));
  column->addWidget(about);
  m_view->setObjectName(QStringLiteral("referenceTables"));
  m_view->setAccessibleName(tr("Reference tables"));
  m_view->setModel(m_model);
  makeRowList(*m_view, px(28));
  column->addWidget(m_view, 1);
  m_source->setObjectName(QStringLiteral("referenceSource"));
  column->addWidget(m_source);
  m_message->setObjectName(QStringLiteral("referenceMessage"));
  m_message->hide();
  column->addWidget(m_message);
  column->addSpacing(px(4));
  column->addWidget(makeButtons());
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this] { choose(); });
  connect(&m_controller, &AuditController::auditChanged, this, &ReferenceDialog::showTables);
  connect(&m_controller, &AuditController::failed, this, [this](const Failure& failure) {
    QString text = failure.sentence;
    for (const ErrorPlace& place : failure.places) {
      text += QLatin1Char(' ') + place.where;
      if (!place.expected.isEmpty()) text += tr(", expected: %1").arg(place.expected);
    }
    m_message->setSentence(text);
    m_message->show();
  });
  showTables();
}

QWidget* ReferenceDialog::makeButtons() {
  auto* buttons = new QWidget(this);
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  const auto add = [&](const QString& text, Icon which, const char* name, auto run) {
    QPushButton* button = makeButton(text, which, buttons);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, run);
    row->addWidget(button);
    return button;
  };
  add(tr("Use another table…"), Icon::Import, "referenceReplace", [this] { replace(); });
  m_own = add(tr("Use the program’s own"), Icon::Back, "referenceOwn", [this] {
    const ReferenceTable* table = m_model->tableAt(m_view->currentIndex().row());
    if (table != nullptr) m_controller.useOwnReference(QString::fromStdString(table->name));
  });
  m_save = add(tr("Save a copy…"), Icon::Export, "referenceSave", [this] { save(); });
  row->addStretch(1);
  add(tr("Close"), Icon::Close, "referenceClose", [this] { reject(); });
  return buttons;
}

void ReferenceDialog::showTables() {
  const int row = std::max(0, m_view->currentIndex().row());
  m_message->hide();
  m_model->setTables(m_controller.hasAudit() ? m_controller.audit().result->reference
                                             : ReferenceTables::builtIn());
  m_view->resizeColumnsToContents();
  m_view->setCurrentIndex(m_model->index(row, 0));
  choose();
}

void ReferenceDialog::choose() {
  const ReferenceTable* table = m_model->tableAt(m_view->currentIndex().row());
  m_save->setEnabled(table != nullptr);
  m_own->setEnabled(table != nullptr && !ReferenceTables::isBuiltIn(*table));
  m_source->setSentence(table == nullptr ? QString()
                                     : tr("%1. SHA-256 %2")
                                           .arg(visibleLine(QString::fromStdString(table->source)),
                                                QString::fromStdString(table->sha256.hex())));
}

void ReferenceDialog::replace() {
  const QString file = m_paths.open(this);
  if (!file.isEmpty()) m_controller.useReference(file);
}

void ReferenceDialog::save() {
  const ReferenceTable* table = m_model->tableAt(m_view->currentIndex().row());
  if (table == nullptr) return;
  const QString file = m_paths.save(this, QString::fromStdString(table->name) + QStringLiteral(".tsv"));
  if (file.isEmpty()) return;
  const auto saved = saveFile(file.toStdU16String(), table->text);
  if (saved) return;
  m_message->setSentence(visibleLine(words::errorText(saved.error())));
  m_message->show();
}

}  // namespace plumbline
