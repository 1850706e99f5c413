// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/charts/month_axis.h"
#include "ui/figures/balance_charts.h"
#include "ui/words/balance_words.h"
#include "ui/words/format.h"
#include "ui/words/gap_words.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Balance)
};

struct Look {
  std::string_view key;
  Tone tone;
  Fill fill;
  bool strong;
  bool onlyPlant;  // nobody else signs for it
};

constexpr Look looks[] = {
    {"product", Tone::Pass, Fill::Solid, false, false},
    {"secondary", Tone::Pass, Fill::Solid, false, false},
    {"energy", Tone::Energy, Fill::Solid, false, false},
    {"waste", Tone::Unsure, Fill::Solid, false, false},
    {"loss", Tone::Unsure, Fill::Open, false, true},
    {"stock", Tone::Unsure, Fill::Open, false, true},
    {"residue", Tone::Residue, Fill::LevelLines, true, false},
    {"unaccounted", Tone::Fail, Fill::Hatch, true, false},
};

const Look& lookOf(const std::string& key) {
  for (const Look& look : looks) {
    if (look.key == key) return look;
  }
  return looks[3];
}

Mark markOf(const BalanceOutcome& outcome, const Look& look) {
  if (look.onlyPlant) return Mark::CannotTell;
  const bool differs = (outcome.found - outcome.plantSays).abs() > outcome.uncertainty;
  if (!differs) return Mark::Passed;
  return look.strong ? Mark::Contradiction : Mark::Conflict;
}

/// Of a time of which records are missing no branch is confirmed, and what is left over means nothing.
void leaveOpen(FlowOutcome& outcome) {
  outcome.mark = Mark::CannotTell;
  outcome.strong = false;
  outcome.fill = Fill::Dashed;
  if (outcome.key != QStringLiteral("unaccounted")) return;
  outcome.found = words::gapCell();
  outcome.plusMinus.clear();
}

FlowOutcome outcomeOf(const BalanceOutcome& outcome, Figures figures, bool whole) {
  const Look& look = lookOf(outcome.key);
  FlowOutcome result;
  result.key = QString::fromStdString(outcome.key);
  result.name = outcomeName(outcome.key);
  result.mark = figures == Figures::Named ? markOf(outcome, look) : Mark::CannotTell;
  result.tone = look.tone;
  result.fill = look.fill;
  result.strong = look.strong && result.mark != Mark::Passed && figures == Figures::Named;
  const bool said = outcome.key != "unaccounted";
  result.plantSays = said ? formatTonnes(outcome.plantSays) : Words::tr("nothing");
  result.found = formatTonnes(outcome.found);
  result.plusMinus = formatPlusMinus(outcome.uncertainty);
  result.value = std::max(0.0, tonnes(outcome.found));
  if (!whole) leaveOpen(result);
  const bool told = whole || said;
  result.spoken = Words::tr("%1: plant says %2, found %3. %4.")
                      .arg(result.name, result.plantSays,
                           told ? formatTonnesWithin(outcome.found, outcome.uncertainty)
                                : result.found,
                           wordOf(result.mark));
  return result;
}

void addSource(FlowData& data, const QString& name, Mass mass, Mass total) {
  const double share = total.inGrams() > 0 ? tonnes(mass) / tonnes(total) * 100 : 0;
  data.sources.push_back({name, formatTonnes(mass), tonnes(mass),
                          Words::tr("%1: %2, %3 % of what came in")
                              .arg(name, formatTonnes(mass), formatReal(share, 0))});
}

void addSources(FlowData& data, const Balance& balance) {
  // More than six thin bands cannot be told apart: the smallest ones are one source.
  constexpr std::size_t kMost = 6;
  Mass rest;
  for (std::size_t i = 0; i < balance.sources.size(); ++i) {
    const BalanceSource& source = balance.sources[i];
    if (balance.sources.size() > kMost && i + 1 >= kMost) {
      rest += source.mass;
    } else {
      addSource(data, sourceName(source.name), source.mass, balance.in);
    }
  }
  if (rest.inGrams() > 0) {
    addSource(data, Words::tr("Others"), rest, balance.in);
  }
  for (const BalanceOutcome& outcome : balance.outcomes) {
    if (outcome.key == "stock" && outcome.found.inGrams() < 0) {
      addSource(data, Words::tr("From stock"), -outcome.found, balance.in);
    }
  }
}

}  // namespace

Figures figuresOf(const AuditResult& audit) {
  return audit.standing.complete() ? Figures::Named : Figures::OnlySaid;
}

FlowData flowData(const Balance& balance, const QString& only, Figures figures) {
  FlowData data;
  data.only = only;
  data.sourcesCaption = Words::tr("Intake, weighed at the gate");
  data.node = Words::tr("Plant");
  data.tableHeader = {Words::tr("Where it went"), Words::tr("plant says"), Words::tr("found"),
                      Words::tr("± 95 %")};
  const bool whole = wholeMonths(balance) == balance.months.size();
  addSources(data, balance);
  Mass plant;
  Mass found;
  for (const BalanceOutcome& outcome : balance.outcomes) {
    data.outcomes.push_back(outcomeOf(outcome, figures, whole));
    plant += outcome.plantSays;
    found += outcome.found;
  }
  data.nodeLines = {
      Words::tr("In %1").arg(formatTonnesWithin(balance.in, balance.inUncertainty)),
      Words::tr("Out and stock %1").arg(formatTonnesWithin(balance.out, balance.outUncertainty)),
      whole ? Words::tr("Missing %1").arg(formatTonnesWithin(balance.muf, balance.mufUncertainty))
            : Words::tr("Missing: %1").arg(words::gapCell()),
  };
  data.lastLineStrong =
      whole && figures == Figures::Named && balance.muf.abs() > balance.mufUncertainty;
  data.sumName = Words::tr("Sum");
  data.sumPlant = formatTonnes(plant);
  data.sumFound = formatTonnes(found);
  data.summary = words::listed(data.nodeLines);
  return data;
}

}  // namespace plumbline
