// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_choice.h"

#include <QCoreApplication>
#include <QFileDialog>

#include "ui/dialogs/key_vault.h"

namespace plumbline {

std::optional<KeyChoice> askForKey(QWidget* parent) {
  KeyChoice choice;
  choice.file = QFileDialog::getOpenFileName(
      parent, QCoreApplication::translate("plumbline::KeyChoice", "Your key file"), QString(),
      QCoreApplication::translate("plumbline::KeyChoice", "Key file (*.key);;All files (*)"));
  if (choice.file.isEmpty()) return std::nullopt;
  const auto passphrase = passphraseFor(parent, choice.file, KeyVault::ofTheSystem());
  if (!passphrase) return std::nullopt;
  choice.passphrase = *passphrase;
  return choice;
}

}  // namespace plumbline
