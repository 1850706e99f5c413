// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAction>
#include <QPointer>

#include "ui/pages/page.h"

namespace plumbline {

enum class SearchKind : std::uint8_t { Records, Findings, Parties, Plates, Files, Commands, Terms };

/// One line of what was found, and the one thing that it opens.
struct SearchHit {
  QString text = {};
  QString note = {};  // muted, behind it
  QString end = {};   // at the far edge
  std::optional<Target> target = {};
  QString filter = {};  // item of the Records page; empty where records cannot be filtered by it
  QPointer<QAction> command = {};
  QString term = {};   // of the glossary
  QString words = {};  // to look for instead
};

struct SearchGroup {
  SearchKind kind = SearchKind::Records;
  qint64 count = 0;
  QList<SearchHit> hits = {};  // the first ones
};

struct SearchAnswer {
  QString words = {};
  QList<SearchGroup> groups = {};  // by kind; none is empty
  qint64 searched = 0;             // rows
  qint64 rows = 0;                 // that there are
  bool reading = false;            // more rows are being read
  bool failed = false;             // the records could not be read
  QString nearest = {};            // spelling, where no record, finding, name or file has the words
};

}  // namespace plumbline
