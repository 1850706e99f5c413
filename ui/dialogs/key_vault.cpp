// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_vault.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <qt6keychain/keychain.h>

#include "model/decisions/key_file.h"
#include "model/records/visible_text.h"

#include "ui/dialogs/dialog_buttons.h"
#include "ui/theme/labels.h"

namespace plumbline {

namespace {

QString service() {
  return QStringLiteral("Plumbline");
}

/// The name under which the passphrase of the file is kept; empty where the file cannot be read.
QString entryOf(const QString& keyFile) {
  constexpr qint64 maxBytes = 65'536;  // of a key file (model/decisions/key_file.cpp)
  QFile file(keyFile);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QString::fromLatin1(
      QCryptographicHash::hash(file.read(maxBytes), QCryptographicHash::Sha256).toHex());
}

/// The window stays alive while the keychain asks for its own password, but takes no input.
void runToTheEnd(QKeychain::Job& job) {
  job.setAutoDelete(false);
  job.setInsecureFallback(false);
  QEventLoop loop;
  QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
  job.start();
  loop.exec(QEventLoop::ExcludeUserInputEvents);
}

QString keepInSystem(const QString& keyFile, const QString& passphrase) {
  const QString entry = entryOf(keyFile);
  if (entry.isEmpty()) return QFile(keyFile).errorString();
  QKeychain::WritePasswordJob job(service());
  job.setKey(entry);
  job.setTextData(passphrase);
  runToTheEnd(job);
  return job.error() == QKeychain::NoError ? QString() : job.errorString();
}

QString findInSystem(const QString& keyFile) {
  const QString entry = entryOf(keyFile);
  if (entry.isEmpty()) return {};
  QKeychain::ReadPasswordJob job(service());
  job.setKey(entry);
  runToTheEnd(job);
  return job.error() == QKeychain::NoError ? job.textData() : QString();
}

/// "The log’s key, log.key" over its field.
QLineEdit* addKey(QVBoxLayout* column, const KeyToUnlock& key, QWidget* parent) {
  const QString name = QCoreApplication::translate("plumbline::KeyVault", "%1, %2")
                           .arg(key.whose, visibleLine(QFileInfo(key.file).fileName()));
  auto* label = new TextLabel(TextRole::Body, name, parent);
  auto* field = new QLineEdit(parent);
  field->setObjectName(QStringLiteral("passphrase"));
  field->setAccessibleName(
      QCoreApplication::translate("plumbline::KeyVault", "Passphrase of: %1").arg(name));
  field->setEchoMode(QLineEdit::Password);
  label->setBuddy(field);
  column->addWidget(label);
  column->addWidget(field);
  return field;
}

}  // namespace

KeyVault KeyVault::ofTheSystem() {
  return {keepInSystem, findInSystem};
}

std::optional<QString> passphraseFor(QWidget* parent, const QString& keyFile,
                                     const KeyVault& vault) {
  const QString whose = QCoreApplication::translate("plumbline::KeyVault", "Your key");
  const auto given = passphrasesFor(parent, {{keyFile, whose}}, vault);
  return given ? std::optional(given->front()) : std::nullopt;
}

std::optional<QStringList> passphrasesFor(QWidget* parent, const QList<KeyToUnlock>& keys,
                                          const KeyVault& vault) {
  QStringList passphrases;
  QList<qsizetype> open;  // which of them have to be typed
  for (const KeyToUnlock& key : keys) {
    const auto needed = keyFileNeedsPassphrase(std::filesystem::path(key.file.toStdU16String()));
    // A file that is no key is refused with its reason when it is read.
    const QString kept = needed && *needed ? vault.find(key.file) : QString();
    if (needed && *needed && kept.isEmpty()) open << passphrases.size();
    passphrases << kept;
  }
  if (open.isEmpty()) return passphrases;
  QDialog dialog(parent);
  dialog.setObjectName(QStringLiteral("passphraseDialog"));
  dialog.setWindowTitle(QCoreApplication::translate("plumbline::KeyVault", "Passphrase"));
  auto* column = new QVBoxLayout(&dialog);
  QList<QLineEdit*> fields;
  for (const qsizetype number : open) fields << addKey(column, keys[number], &dialog);
  auto* accept =
      new QPushButton(QCoreApplication::translate("plumbline::KeyVault", "Use"), &dialog);
  accept->setObjectName(QStringLiteral("passphraseUse"));
  accept->setAccessibleName(accept->text());
  accept->setDefault(true);
  QObject::connect(accept, &QPushButton::clicked, &dialog, &QDialog::accept);
  column->addLayout(makeDialogButtons(&dialog, accept));
  fields.front()->setFocus();
  if (dialog.exec() != QDialog::Accepted) return std::nullopt;
  for (qsizetype i = 0; i < open.size(); ++i) passphrases[open[i]] = fields[i]->text();
  return passphrases;
}

}  // namespace plumbline
