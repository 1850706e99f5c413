// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/duplicate_document_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::duplicateDocument;

QString sentence(const FactText& f) {
  if (f.has(fact::receipt)) {
    return Words::tr(
               "Receipts %1 and %2 of %3 are for the same document %4: %5 may be counted "
               "twice.")
        .arg(f.name(fact::twin), f.name(fact::receipt), f.name(fact::receiver),
             f.name(fact::document), f.amount());
  }
  return Words::tr("Shipments %1 and %2 have the same document number %3: %4 may be counted twice.")
      .arg(f.name(fact::twin), f.name(fact::shipment), f.name(fact::document), f.amount());
}

}  // namespace

extern constinit const RuleWords duplicateDocument{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Document used twice"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Document used twice"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln documents were used twice"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A ticket was printed twice."),
               QT_TRANSLATE_NOOP("plumbline::Words", "One load was split over two vehicles."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A number book was started again.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant’s signed correction of one of the two records.")};

}  // namespace plumbline::words::rules
