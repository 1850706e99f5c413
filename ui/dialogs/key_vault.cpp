// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_vault.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QInputDialog>
#include <qt6keychain/keychain.h>

#include "model/decisions/key_file.h"

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

}  // namespace

KeyVault KeyVault::ofTheSystem() {
  return {keepInSystem, findInSystem};
}

std::optional<QString> passphraseFor(QWidget* parent, const QString& keyFile,
                                     const KeyVault& vault) {
  const auto needed = keyFileNeedsPassphrase(std::filesystem::path(keyFile.toStdU16String()));
  // A file that is no key is refused with its reason when it is read.
  if (!needed || !*needed) return QString();
  if (const QString kept = vault.find(keyFile); !kept.isEmpty()) return kept;
  bool given = false;
  const QString typed = QInputDialog::getText(
      parent, QCoreApplication::translate("plumbline::KeyVault", "Your key file"),
      QCoreApplication::translate("plumbline::KeyVault", "Passphrase of the key"),
      QLineEdit::Password, QString(), &given);
  return given ? std::optional(typed) : std::nullopt;
}

}  // namespace plumbline
