// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// stdout is data, stderr is talk. With --json stdout carries exactly one JSON document.

#include <memory>
#include <string>

#include <QString>

#include "crypto/json.h"

#include "model/records/progress.h"

namespace plumbline::cli {

class Output {
 public:
  void setJson(bool json) { m_json = json; }
  [[nodiscard]] bool json() const { return m_json; }
  /// Data: UTF-8, written as is.
  void data(const std::string& text) const;
  /// For people, who may sit at a terminal: what it would obey instead of show is written out.
  void line(const std::string& text) const;
  void line(const QString& text) const { line(text.toStdString()); }
  void line(const char* text) const { line(std::string(text)); }
  void document(const JsonValue& value) const { data(value.pretty()); }
  /// Why data did not reach stdout; empty where all did.
  [[nodiscard]] const std::string& dataError() const { return m_dataError; }
  void talk(const std::string& text) const;
  void talk(const QString& text) const { talk(text.toStdString()); }
  void talk(const char* text) const { talk(std::string(text)); }
  /// Progress lines on stderr when it is a terminal, silent otherwise.
  [[nodiscard]] std::unique_ptr<Progress> progress() const;

 private:
  bool m_json = false;
  mutable std::string m_dataError;
};

}  // namespace plumbline::cli
