// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QString>

class QWidget;

namespace plumbline {

/// The key somebody signs with.
struct KeyChoice {
  QString file;
  QString passphrase;
};
/// Asking for it. Nothing where the user gave up. Tests answer instead of a person.
using AskKey = std::function<std::optional<KeyChoice>(QWidget* parent)>;
/// By the system's file dialog and keychain.
[[nodiscard]] std::optional<KeyChoice> askForKey(QWidget* parent);

}  // namespace plumbline
