// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/contribution_words.h"

#include <QCoreApplication>

#include "ui/words/format.h"

namespace plumbline {

namespace {

using Kind = BalanceContribution::Kind;

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Contributions)
};

QString scaleName(const BalanceContribution& part) {
  if (part.name.empty()) return Words::tr("Scale not named");
  if (part.detail.empty()) return words::text(part.name);
  return Words::tr("%1, calibration %2").arg(words::text(part.name), words::text(part.detail));
}

QString bold(const QString& text) {
  return QStringLiteral("**%1**").arg(text);
}

/// What would have to be done about it.
QString adviceOf(const BalanceContribution& part) {
  const QString name = bold(contributionName(part));
  switch (part.kind) {
    case Kind::SharedScale:
      return Words::tr("A better calibration of %1 would narrow it most").arg(name);
    case Kind::OwnScale:
      return Words::tr("Finer weighing on %1 would narrow it most").arg(name);
    case Kind::Survey:
      return Words::tr("Better surveys would narrow it most: %1").arg(name);
    case Kind::SurveyTime:
      return Words::tr("%1 at the turn of the month would narrow it most")
          .arg(bold(Words::tr("Stock surveys")));
    case Kind::Loss:
      return Words::tr("Measuring what is declared as lost would narrow it most: %1").arg(name);
    case Kind::Estimate:
      return Words::tr("%1 what is now estimated would narrow it most")
          .arg(bold(Words::tr("Weighing")));
    case Kind::Rest:
      break;
  }
  return Words::tr("Many small causes make it; none stands out");
}

}  // namespace

QString contributionName(const BalanceContribution& part) {
  switch (part.kind) {
    case Kind::SharedScale:
    case Kind::OwnScale:
      return scaleName(part);
    case Kind::Survey:
      return Words::tr("Stock of %1, %2").arg(words::text(part.detail), words::text(part.name));
    case Kind::SurveyTime:
      return Words::tr("Time between survey and turn of month");
    case Kind::Loss:
      return Words::tr("Declared loss, %1").arg(words::text(part.name));
    case Kind::Estimate:
      return Words::tr("Estimated intakes");
    case Kind::Rest:
      break;
  }
  return Words::tr("%Ln smaller causes", nullptr, plural(part.count));
}

QString contributionKind(const BalanceContribution& part) {
  switch (part.kind) {
    case Kind::SharedScale:
      return Words::tr("shared by all its loads");
    case Kind::OwnScale:
      return Words::tr("of each weighing by itself");
    case Kind::Survey:
      return Words::tr("at both ends of the time");
    case Kind::SurveyTime:
      return Words::tr("what moved in between");
    case Kind::Loss:
      return Words::tr("the same every month");
    case Kind::Estimate:
      return Words::tr("one rule for all of them");
    case Kind::Rest:
      break;
  }
  return Words::tr("together");
}

QString contributionBasis(const BalanceContribution& part) {
  if (part.kind == Kind::SurveyTime) return Words::tr("from the dates");
  return part.stated ? Words::tr("stated") : Words::tr("default, nobody stated it");
}

QString contributionShare(std::int64_t ppm) {
  const double percent = static_cast<double>(ppm) / 1e4;
  if (ppm < 1'000) return Words::tr("below 0.1\u00a0%");
  // 99.6 % is not all of it.
  const bool fine = ppm < 100'000 || (ppm > 990'000 && ppm < 1'000'000);
  return QStringLiteral("%1\u00a0%").arg(formatReal(percent, fine ? 1 : 0));
}

QString contributionsShow(const Balance& balance) {
  if (balance.contributions.empty()) return {};
  const BalanceContribution& most = balance.contributions.front();
  if (most.kind == Kind::Rest) return adviceOf(most) + QLatin1Char('.');
  QString text =
      Words::tr("%1. It makes %2 of the variance; without its error %3 would be %4.")
          .arg(adviceOf(most), bold(contributionShare(most.sharePpm)),
               formatPlusMinus(balance.mufUncertainty), bold(formatPlusMinus(most.without)));
  if (!most.stated) {
    text += QLatin1Char(' ') +
            Words::tr("Nobody stated how well it is known: a cautious default stands in.");
  }
  return text;
}

}  // namespace plumbline
