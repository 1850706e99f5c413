// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "ui/pages/start_widgets.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

namespace plumbline {

namespace {

QString themeKey() {
  return QStringLiteral("theme");
}

QString evidenceFilter() {
  return SettingsDialog::tr("Evidence (*.plumb *.csv *.tsv *.xlsx *.ods *.json *.txt *.zip);;All files (*)");
}

/// Where the program keeps the audits it made.
QString auditFolder() {
  return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
      .filePath(QStringLiteral("audits"));
}

std::optional<bool> askWhereTo(QWidget* parent, const QString& openAudit) {
  QMessageBox box(QMessageBox::Question, SettingsDialog::tr("Import files"),
                  SettingsDialog::tr("An audit is open: %1. Where do the files go?").arg(openAudit),
                  QMessageBox::NoButton, parent);
  box.setTextFormat(Qt::PlainText);
  QPushButton* fresh = box.addButton(SettingsDialog::tr("Into a new audit"), QMessageBox::AcceptRole);
  QPushButton* into = box.addButton(SettingsDialog::tr("Into the open audit"), QMessageBox::YesRole);
  box.addButton(QMessageBox::Cancel);
  box.setDefaultButton(fresh);
  box.exec();
  if (box.clickedButton() == into) return true;
  if (box.clickedButton() == fresh) return false;
  return std::nullopt;
}

QString askTrustFile(QWidget* parent, TrustFile file) {
  QString title = SettingsDialog::tr("Keys you know");
  QString filter = SettingsDialog::tr("Parties files (*.txt);;All files (*)");
  if (file == TrustFile::Policy) {
    title = SettingsDialog::tr("Logs and witnesses you know");
    filter = SettingsDialog::tr("Policy files (*.txt);;All files (*)");
  } else if (file == TrustFile::Authorities) {
    title = SettingsDialog::tr("Time stamp authorities you know");
    filter = SettingsDialog::tr("Certificates (*.pem *.crt);;All files (*)");
  }
  return QFileDialog::getOpenFileName(parent, title, QString(), filter);
}

}  // namespace

FileDialogs FileDialogs::ofTheSystem() {
  FileDialogs dialogs;
  dialogs.importFiles = [](QWidget* parent) {
    return QFileDialog::getOpenFileNames(parent, SettingsDialog::tr("Import files"), QString(),
                                         evidenceFilter());
  };
  dialogs.importFolder = [](QWidget* parent) {
    return QFileDialog::getExistingDirectory(parent, SettingsDialog::tr("Import a folder"));
  };
  dialogs.openAudit = [](QWidget* parent) {
    return QFileDialog::getOpenFileName(
        parent, SettingsDialog::tr("Open an audit"), auditFolder(),
        SettingsDialog::tr("Audits (*.plumb *.plumbline *.sqlite);;All files (*)"));
  };
  dialogs.saveWorkspace = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, SettingsDialog::tr("Save the audit as"), suggestion,
                                        SettingsDialog::tr("Audits (*.plumbline *.sqlite)"));
  };
  dialogs.saveCopy = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, SettingsDialog::tr("Save a copy of the file"),
                                        suggestion);
  };
  dialogs.intoOpenAudit = askWhereTo;
  dialogs.saveAudit = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, SettingsDialog::tr("Share the audit"), suggestion,
                                        SettingsDialog::tr("Audit files (*.plumb)"));
  };
  dialogs.trustFile = askTrustFile;
  dialogs.saveKey = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, SettingsDialog::tr("Keep the key in"), suggestion,
                                        SettingsDialog::tr("Key file (*.key)"));
  };
  dialogs.key = askForKey;
  dialogs.publish = PublishPaths::ofTheSystem();
  dialogs.reference = ReferencePaths::ofTheSystem();
  return dialogs;
}

SettingsDialog::SettingsDialog(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("settingsDialog"));
  setWindowTitle(tr("Settings"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("How should Plumbline look?"), this));
  const std::pair<ThemeChoice, QString> choices[] = {
      {ThemeChoice::System, tr("As the &system has it")},
      {ThemeChoice::Light, tr("&Light")},
      {ThemeChoice::Dark, tr("&Dark")},
      {ThemeChoice::HighContrast, tr("High &contrast")}};
  auto* group = new QButtonGroup(this);
  for (const auto& [choice, words] : choices) {
    auto* button = new QRadioButton(words, this);
    QString name = words;
    button->setAccessibleName(name.remove(QLatin1Char('&')));
    button->setObjectName(QStringLiteral("theme%1").arg(static_cast<int>(choice)));
    button->setChecked(Theme::instance().choice() == choice);
    group->addButton(button, static_cast<int>(choice));
    column->addWidget(button);
  }
  group->checkedButton()->setFocus(Qt::OtherFocusReason);
  connect(group, &QButtonGroup::idToggled, this, [](int id, bool on) {
    if (!on) return;
    Theme::instance().setChoice(static_cast<ThemeChoice>(id));
    QSettings().setValue(themeKey(), id);
  });
  auto* note = new TextLabel(
      TextRole::Small, tr("The text size is the system’s. Everything else follows it."), this);
  note->setColor(ColorRole::Muted);
  column->addWidget(note);
  column->addSpacing(px(8));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
}

void SettingsDialog::applyStored() {
  const int stored = QSettings().value(themeKey(), static_cast<int>(ThemeChoice::System)).toInt();
  const int last = static_cast<int>(ThemeChoice::HighContrast);
  Theme::instance().setChoice(static_cast<ThemeChoice>(qBound(0, stored, last)));
}

HelpDialog::HelpDialog(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("helpDialog"));
  setWindowTitle(tr("Help and glossary"));
  resize(px(520), px(440));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(8));
  m_page = new TextLabel(TextRole::CardHeading, this);
  m_page->setObjectName(QStringLiteral("helpPage"));
  m_help = new SentenceLabel(TextRole::Body, this);
  m_help->setObjectName(QStringLiteral("helpText"));
  column->addWidget(m_page);
  column->addWidget(m_help);
  column->addSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("What does it mean?"), this));
  m_glossary = new GlossarySearch(this);
  column->addWidget(m_glossary, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
}

void HelpDialog::showPage(const QString& title, const QString& help) {
  m_page->setText(title);
  m_help->setSentence(help);
  m_page->setVisible(!help.isEmpty());
  m_help->setVisible(!help.isEmpty());
}

void HelpDialog::lookUp(const QString& words) {
  m_glossary->lookUp(words);
}

void HelpDialog::focusGlossary() {
  m_glossary->field()->setFocus(Qt::OtherFocusReason);
}

}  // namespace plumbline
