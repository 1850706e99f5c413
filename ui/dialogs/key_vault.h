// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

class QWidget;

namespace plumbline {

/// The system's keychain, for the passphrases of key files. The files stay encrypted; a passphrase
/// is found again by the bytes of its file, wherever that lies. Members, so that a test answers
/// instead of a system. Both may wait for the user to unlock the keychain.
struct KeyVault {
  /// Empty where it was kept; else why not, as the system says it.
  std::function<QString(const QString& keyFile, const QString& passphrase)> keep;
  /// Empty where there is none, or no keychain.
  std::function<QString(const QString& keyFile)> find;

  [[nodiscard]] static KeyVault ofTheSystem();
};

/// The passphrase of a key file: none where it needs none, else the keychain's, else the one the
/// user types. Nothing where the user gave up.
[[nodiscard]] std::optional<QString> passphraseFor(QWidget* parent, const QString& keyFile,
                                                   const KeyVault& vault);

struct KeyToUnlock {
  QString file;
  QString whose;  // "The party’s key"
};
/// The same of several keys at once: what has to be typed is asked in one dialog, each by its name.
/// One for each key; nothing where the user gave up.
[[nodiscard]] std::optional<QStringList> passphrasesFor(QWidget* parent,
                                                        const QList<KeyToUnlock>& keys,
                                                        const KeyVault& vault);

}  // namespace plumbline
