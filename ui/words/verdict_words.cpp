// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/verdict_words.h"

#include <algorithm>

#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {
namespace {

QString figure(const ClaimVerdict& verdict) {
  // Millionths of the unit; a figure is said with up to two decimals.
  const std::int64_t thousandths = verdict.valueMicro / 1000;
  const int decimals = thousandths % 1000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : 2;
  const QString unit = verdict.unit.empty() ? QString() : QChar(0x00A0) + text(verdict.unit);
  return formatThousandths(thousandths, decimals) + unit;
}

/// "these 6 keys are whom they say: EcoSphere North, Delta Fibre Works, …": all of them, since each
/// has to be compared.
QString keysSentence(const ClaimVerdict& verdict, Markup markup) {
  if (verdict.openKeys.empty()) {
    return Words::tr("the files that nobody signed are from whom they say");
  }
  QStringList names;
  for (const std::string& name : verdict.openKeys) names << text(name, markup);
  const QString list = listed(names);
  return Words::tr("these %Ln keys are whom they say: %1", nullptr, plural(names.size())).arg(list);
}

/// What has to be so for the records to decide: "this key is whom it says: Mill, and the plant said so".
QString conditionSentence(const ClaimVerdict& verdict, Markup markup) {
  if (!verdict.isEntered()) return keysSentence(verdict, markup);
  const QString saidSo = Words::tr("the plant said so");
  if (!verdict.onlySaid) return saidSo;
  return Words::tr("%1, and %2").arg(saidSo, keysSentence(verdict, markup));
}

bool hasChange(const ClaimVerdict& verdict, std::string_view key) {
  return std::find(verdict.wouldChange.begin(), verdict.wouldChange.end(), key) !=
         verdict.wouldChange.end();
}

/// A name that its owner chose, with the first digits of the key that it is the name of.
QString authorOf(const ClaimVerdict& verdict, Markup markup) {
  return Words::tr("%1 (key %2…)").arg(text(verdict.author, markup), text(verdict.authorDigits));
}

/// Who says so, where the reader does not know them; empty where nobody does.
QString authorSentence(const ClaimVerdict& verdict, Markup markup) {
  if (!hasChange(verdict, "name_author")) return {};
  return Words::tr(" %1, who signed this audit, says so. You have not compared that key.")
      .arg(authorOf(verdict, markup));
}

QString decisionSentence(const ClaimVerdict& verdict, Markup markup) {
  if (verdict.wouldBe) {
    return (*verdict.wouldBe == Decision::Supported
                ? Words::tr("The claim %1 if %2.").arg(strong(Words::tr("would be supported"), markup))
                : Words::tr("The claim %1 if %2.")
                      .arg(strong(Words::tr("would be contradicted"), markup)))
               .arg(conditionSentence(verdict, markup)) +
           authorSentence(verdict, markup);
  }
  if (!verdict.onWordOf.empty() && verdict.decision != Decision::CannotTell) {
    return (verdict.decision == Decision::Supported
                ? Words::tr("On the word of %1, who signed this audit, the claim is supported.")
                : Words::tr("On the word of %1, who signed this audit, the claim is contradicted."))
        .arg(text(verdict.onWordOf, markup));
  }
  switch (verdict.decision) {
    case Decision::Supported:
      return Words::tr("The claim is supported.");
    case Decision::Contradicted:
      return Words::tr("The claim is contradicted.");
    case Decision::CannotTell:
      break;
  }
  return Words::tr("Whether the claim holds cannot be told.");
}

/// The first few of them; the Evidence page has all.
QString missingSentence(const ClaimVerdict& verdict) {
  constexpr std::size_t most = 3;
  QStringList parts;
  for (std::size_t i = 0; i < std::min(most, verdict.missing.size()); ++i) {
    const MissingEvidence& each = verdict.missing[i];
    parts << (each.table ? Words::tr("%1 of %2").arg(text(tableInfo(*each.table).name),
                                                     text(each.party))
                         : Words::tr("a publication of %1").arg(text(each.party)));
  }
  const auto more = static_cast<std::int64_t>(verdict.missing.size()) - parts.size();
  if (more > 0) parts << Words::tr("%1 more").arg(formatCount(more));
  return Words::tr(
             "Not everything of this time is here, or could be used: %1. It may say what is not "
             "known now.")
      .arg(listed(parts));
}

/// What shipments say is no claim that somebody made.
QString impliedSentence(const ClaimVerdict& verdict, Markup markup) {
  if (verdict.wouldBe) {
    return (*verdict.wouldBe == Decision::Supported
                ? Words::tr("The other records %1 that if %2.")
                      .arg(strong(Words::tr("would support"), markup))
                : Words::tr("The other records %1 that if %2.")
                      .arg(strong(Words::tr("would contradict"), markup)))
               .arg(conditionSentence(verdict, markup)) +
           authorSentence(verdict, markup);
  }
  if (!verdict.onWordOf.empty() && verdict.decision != Decision::CannotTell) {
    return (verdict.decision == Decision::Supported
                ? Words::tr("On the word of %1, who signed this audit, the other records support that.")
                : Words::tr(
                      "On the word of %1, who signed this audit, the other records contradict that."))
        .arg(text(verdict.onWordOf, markup));
  }
  switch (verdict.decision) {
    case Decision::Supported:
      return Words::tr("The other records support that.");
    case Decision::Contradicted:
      return Words::tr("The other records contradict that.");
    case Decision::CannotTell:
      break;
  }
  return Words::tr("Whether that holds cannot be told.");
}

QString reasonSentence(const ClaimVerdict& verdict, const std::string& key) {
  const auto is = [&key](const char* name) { return key == name; };
  if (is("received_as_residue")) {
    return (verdict.stated ? Words::tr("Unsigned tables state that receivers took %1 as residue.")
            : verdict.onlySaid
                ? Words::tr("Receipts that nobody you named stands behind say %1 of residue.")
                           : Words::tr("A fact: receivers recorded %1 as residue."))
        .arg(mass(verdict.receivedAsResidue));
  }
  if (is("received_as_residue_little")) {
    return (verdict.missing.empty()
                ? Words::tr("Receivers recorded %1 as residue, too little to decide.")
                : Words::tr("Receivers recorded %1 as residue; what is missing may correct that."))
        .arg(mass(verdict.receivedAsResidue));
  }
  if (is("sent_as_residue")) {
    return Words::tr("A fact: the plant itself sent loads as residue.");
  }
  if (is("unaccounted")) {
    return Words::tr(
               "A measurement: no record says anything about %1, more than the scales can explain.")
        .arg(mass(verdict.unexplained, verdict.expandedUncertainty));
  }
  if (is("receipts_missing")) {
    return Words::tr("Receipts for %1 are missing.").arg(mass(verdict.withoutReceipt));
  }
  if (is("receipts_pending")) {
    return Words::tr("%1 are still on the way.").arg(mass(verdict.pending));
  }
  if (is("receivers_behind")) {
    return Words::tr(
        "Receivers have not published the time in which they may have received loads that should "
        "be "
        "there by now.");
  }
  if (is("not_confirmed")) {
    return Words::tr("Receivers confirmed %1 less than is claimed.")
        .arg(mass(verdict.claimed - verdict.confirmed - verdict.pending));
  }
  if (is("confirmed_by_receipts")) {
    if (verdict.onlySaid) {
      return Words::tr("What was sent and what is said to have been received add up.");
    }
    return verdict.stated
               ? Words::tr(
                     "Unsigned tables of the receivers state what was sent, and the masses "
                     "add up.")
               : Words::tr("Receivers confirm what was sent, and the masses add up.");
  }
  if (is("no_receiver_evidence")) return Words::tr("No receiver’s records are here.");
  if (is("no_shipments")) return Words::tr("The plant published no shipments.");
  if (is("balance_unknown")) {
    return Words::tr("The records do not give a mass balance for this time.");
  }
  if (is("more_out_than_in")) {
    return Words::tr("More went out than came in by the records: %1.")
        .arg(mass(-verdict.unexplained, verdict.expandedUncertainty));
  }
  if (is("open_ends")) {
    return Words::tr(
        "What is missing may be in loads that were refused or sent back, or in flows to a place "
        "nobody knows.");
  }
  if (is("water_on_the_way")) {
    return Words::tr("What is missing may be water that dried on the way.");
  }
  if (is("unit_unknown")) {
    return Words::tr("The unit of the claim, “%1”, is not one that can be judged.")
        .arg(text(verdict.unit));
  }
  if (is("value_out_of_range")) return Words::tr("The figure of the claim is out of range.");
  if (is("metric_unknown")) {
    return Words::tr("What the claim measures, “%1”, is not known here.").arg(text(verdict.metric));
  }
  if (is("waste_without_operation")) {
    return Words::tr("The plant sent waste and nobody says what for.");
  }
  if (is("waste_disposed_of")) {
    return Words::tr("Waste that was not sent for disposal was received for it.");
  }
  if (is("energy_not_counted")) {
    return Words::tr("The plant sent waste to be burnt, which by the claim itself does not count.");
  }
  if (is("evidence_failed")) return Words::tr("A check of the evidence failed.");
  if (is("keys_not_named")) {
    return Words::tr(
        "Keys that came with the evidence vouch for nobody. You have not named the keys that this "
        "rests on.");
  }
  if (is("entered")) {
    return Words::tr(
        "You entered this claim, from “%1”. Nobody signed that the plant made it, so nothing is "
        "decided about the plant.")
        .arg(text(verdict.source));
  }
  if (is("entered_on_mapped")) {
    return Words::tr(
        "You entered this claim, from “%1”. Tables here were read by a mapping: they state and "
        "confirm nothing, so nothing can be told about it.")
        .arg(text(verdict.source));
  }
  if (is("key_differs")) {
    return Words::tr(
        "You compared a key that this rests on and its owner’s digits differ. It is kept out: what "
        "it signed counts for nobody and against nobody.");
  }
  if (is("only_stated")) {
    return Words::tr(
        "It rests on files that nobody signed and that you did not vouch for, or on tables that "
        "were read by a mapping.");
  }
  if (is("evidence_missing")) return missingSentence(verdict);
  if (is("no_claims")) return Words::tr("Nothing is claimed.");
  return text(key).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString changeSentence(const ClaimVerdict& verdict, const std::string& key) {
  const auto is = [&key](const char* name) { return key == name; };
  if (is("corrected_receipts")) {
    return Words::tr("Corrected receipts for %1 received as residue.")
        .arg(mass(verdict.receivedAsResidue));
  }
  if (is("missing_receipts")) {
    return Words::tr("Receipts for %1 still missing.").arg(mass(verdict.withoutReceipt));
  }
  if (is("pending_receipts")) {
    return Words::tr("Receipts for %1 still on the way.").arg(mass(verdict.pending));
  }
  if (is("name_keys")) {
    return Words::tr("Comparing the keys with their owners and vouching for them.");
  }
  if (is("take_word")) {
    return Words::tr("Or reading it on the word of %1, who signed this audit and whose key you know.")
        .arg(text(verdict.author));
  }
  if (is("name_author")) {
    return Words::tr("Or comparing the key of %1, who signed this audit.").arg(text(verdict.author));
  }
  if (is("published_claim")) return Words::tr("This claim, published and signed by the plant.");
  if (is("missing_evidence")) return Words::tr("The tables and publications that are missing.");
  if (is("receiver_records")) return Words::tr("Signed records of the receivers.");
  if (is("stock_survey")) {
    return Words::tr("Stock surveys at the beginning and the end of the time.");
  }
  if (is("readable_claim")) {
    return Words::tr("The claim once more, in t, kg or %, with a known metric.");
  }
  if (is("record_of_the_mass")) {
    return Words::tr("A record of where the unaccounted mass went or came from.");
  }
  return text(key).replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace

QString decisionWord(Decision decision) {
  switch (decision) {
    case Decision::Supported:
      return Words::tr("Supported");
    case Decision::Contradicted:
      return Words::tr("Contradicted");
    case Decision::CannotTell:
      break;
  }
  return Words::tr("Cannot tell");
}

QString decisionWord(const ClaimVerdict& verdict) {
  if (verdict.wouldBe) return Words::tr("Cannot tell yet");
  if (verdict.onWordOf.empty() || verdict.decision == Decision::CannotTell) {
    return decisionWord(verdict.decision);
  }
  return Words::tr("%1 on the word of %2")
      .arg(decisionWord(verdict.decision), text(verdict.onWordOf));
}

QString claimText(const ClaimVerdict& verdict, Markup markup) {
  if (verdict.metric == "residual_waste") {
    return Words::tr("%1 of residual waste").arg(strong(figure(verdict), markup));
  }
  if (verdict.metric == "useful_mass") {
    return Words::tr("%1 of useful material").arg(strong(figure(verdict), markup));
  }
  if (verdict.metric == "diversion_rate") {
    return Words::tr("a diversion rate of %1").arg(strong(figure(verdict), markup));
  }
  if (verdict.metric == "implied") {
    return Words::tr("%1 of useful material").arg(strong(mass(verdict.claimed), markup));
  }
  return Words::tr("%1: %2").arg(text(verdict.metric, markup), strong(figure(verdict), markup));
}

QString verdictWithPeriod(const ClaimVerdict& verdict) {
  if (verdict.metric == "none") return Words::tr("No claim to judge");
  return Words::tr("%1, %2").arg(decisionWord(verdict),
                                 formatPeriod(verdict.start, verdict.end));
}

QString claimName(const ClaimVerdict& verdict) {
  const QString said = claimText(verdict);
  if (verdict.isEntered()) return Words::tr("%1, entered by you").arg(said);
  return verdict.metric == "implied" ? Words::tr("%1, implied by shipments").arg(said) : said;
}

namespace {

/// Who claims what, for which time; of a claim that nobody published, where it was read.
QString claimSentence(const ClaimVerdict& verdict, const QString& period, Markup markup) {
  if (verdict.isEntered()) {
    const QString words = verdict.text.empty()
                              ? QString()
                              : Words::tr(" (“%1”)").arg(text(verdict.text, markup));
    return Words::tr("Entered by you, from “%3”%4: %1 for %2.")
        .arg(claimText(verdict, markup), period, text(verdict.source, markup), words);
  }
  return (verdict.metric == "implied"
              ? Words::tr("Nobody wrote down a claim; for %2 the plant’s shipments say that %1 left.")
              : Words::tr("The plant claims %1 for %2."))
      .arg(claimText(verdict, markup), period);
}

QString unaccountedSentence(const ClaimVerdict& verdict, Markup markup) {
  // What is missing may hold all of it: no figure, so that none is counted against a gap.
  if (!verdict.missing.empty()) {
    return Words::tr("Unaccounted for: cannot be told, records of this time are missing.");
  }
  if (!verdict.balanceKnown) {
    return Words::tr("Unaccounted for: cannot be told from these records.");
  }
  return Words::tr("Unaccounted for: %1.")
      .arg(strong(mass(verdict.unaccounted, verdict.expandedUncertainty), markup));
}

}  // namespace

QString sentence(const ClaimVerdict& verdict, Markup markup) {
  if (verdict.metric == "none") {
    return Words::tr(
        "These records hold no claim and no shipment of useful material, so there is "
        "nothing to judge.");
  }
  const auto bold = [markup](Mass value) { return strong(mass(value), markup); };
  QStringList parts;
  const QString period = formatPeriod(verdict.start, verdict.end);
  parts << claimSentence(verdict, period, markup);
  // What nobody the reader named stands behind is said, not confirmed.
  parts << (verdict.stated     ? Words::tr("Unsigned tables of receivers state %1 of %2.")
            : verdict.onlySaid ? Words::tr("Receipts that nobody you named stands behind say: %1 of %2.")
                               : Words::tr("Confirmed by receipts: %1 of %2."))
               .arg(bold(verdict.confirmed), mass(verdict.claimed));
  if (!verdict.onWordOf.empty() && !verdict.isOpen()) {
    parts.back() =
        Words::tr("Confirmed by receipts: %1 of %2, on the word of %3.")
            .arg(bold(verdict.confirmed), mass(verdict.claimed), text(verdict.onWordOf, markup));
  }
  parts << (verdict.isOpen() ? Words::tr("As residue, they say: %1.")
                             : Words::tr("Received as residue: %1."))
               .arg(bold(verdict.receivedAsResidue));
  parts << unaccountedSentence(verdict, markup);
  parts << (verdict.metric == "implied" ? impliedSentence(verdict, markup)
                                        : decisionSentence(verdict, markup));
  return parts.join(QLatin1Char(' '));
}

QString shortSentence(const ClaimVerdict& verdict, Markup markup) {
  if (!verdict.wouldBe || verdict.openKeys.empty()) return sentence(verdict, markup);
  const bool supported = *verdict.wouldBe == Decision::Supported;
  const QString wouldBe =
      strong(supported ? Words::tr("would be supported") : Words::tr("would be contradicted"), markup);
  const auto count = static_cast<std::int64_t>(verdict.openKeys.size());
  QString keys = Words::tr("these %Ln keys are whom they say", nullptr, plural(count));
  if (verdict.isEntered()) keys = Words::tr("the plant said so, and %1").arg(keys);
  const QString books =
      verdict.receivedAsResidue > Mass() && !supported
          ? Words::tr("their receipts book %1 as residue")
                .arg(strong(mass(verdict.receivedAsResidue), markup))
          : Words::tr("their receipts book %1 of %2 as useful")
                .arg(strong(mass(verdict.confirmed), markup), mass(verdict.claimed));
  return claimSentence(verdict, formatPeriod(verdict.start, verdict.end), markup) +
         Words::tr(" It %1 if %2: %3.").arg(wouldBe, keys, books);
}

QString restsOn(const ClaimVerdict& verdict) {
  if (verdict.stated) return Words::tr("unsigned tables");
  if (verdict.onlySaid) return Words::tr("nobody you named");
  return verdict.onWordOf.empty() ? Words::tr("whom you vouched for")
                                  : Words::tr("the word of %1").arg(text(verdict.onWordOf));
}

QStringList why(const ClaimVerdict& verdict) {
  QStringList sentences;
  for (const std::string& key : verdict.reasons) sentences << reasonSentence(verdict, key);
  if (!verdict.onWordOf.empty() && !sentences.isEmpty()) {
    sentences.front() += QLatin1Char(' ') +
                         Words::tr("It rests on keys that %1 named and you did not compare.")
                             .arg(text(verdict.onWordOf));
  }
  return sentences;
}

QStringList whatWouldChange(const ClaimVerdict& verdict) {
  QStringList sentences;
  for (const std::string& key : verdict.wouldChange) sentences << changeSentence(verdict, key);
  return sentences;
}

}  // namespace plumbline::words
