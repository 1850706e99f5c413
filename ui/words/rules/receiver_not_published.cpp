// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/receiver_not_published_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::receiverNotPublished;

QString sentence(const FactText& f) {
  return Words::tr(
             "%1 published no books that cover the time of %Ln loads with %2 sent there: nobody "
             "can tell whether they arrived, and they are not confirmed.",
             nullptr, plural(f.value(fact::loads)))
      .arg(f.name(fact::receiver), f.sum());
}

constexpr WhyNot reasons[] = {
    {"receiver_not_published",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receivers have not published.")},
};

}  // namespace

extern constinit const RuleWords receiverNotPublished{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receiver has not published"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Receiver has not published"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln receivers have no books for their loads"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver does not take part in this audit."),
               QT_TRANSLATE_NOOP(
                   "plumbline::Words",
                   "The receiver publishes under another name than the plant writes.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "The receipts of %1, published under its own key."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
