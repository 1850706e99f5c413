// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/glossary.h"

#include <algorithm>

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Entry {
  const char* id;
  const char* term;
  const char* meaning;
};

constexpr Entry entries[] = {
    {"acknowledge", QT_TRANSLATE_NOOP("plumbline::Glossary", "Acknowledge"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "To say that a finding was read, with a name, a time and the version of "
                       "the rule. It stays in the list and in the count.")},
    {"append_only_log", QT_TRANSLATE_NOOP("plumbline::Glossary", "Append-only log"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A list in which entries are only ever added. Rewriting an old entry "
                       "leaves a proof behind.")},
    {"as_of", QT_TRANSLATE_NOOP("plumbline::Glossary", "As of"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The time of the newest thing a check was made against.")},
    {"audit_file", QT_TRANSLATE_NOOP("plumbline::Glossary", "Audit file"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One .plumb file with all evidence and signatures and nothing derived. "
                       "Whoever opens it computes everything again.")},
    {"audit_plan", QT_TRANSLATE_NOOP("plumbline::Glossary", "Audit plan"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The tests, tolerances and error rates, fixed and hashed before the data "
                       "is looked at, so that nobody can choose them afterwards.")},
    {"balance", QT_TRANSLATE_NOOP("plumbline::Glossary", "Balance"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What went in, minus what came out, minus what is still there. What is "
                       "left over is unaccounted for.")},
    {"calibration", QT_TRANSLATE_NOOP("plumbline::Glossary", "Calibration"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The comparison of a scale with known weights. Loads weighed under one "
                       "calibration share its error.")},
    {"cannot_tell", QT_TRANSLATE_NOOP("plumbline::Glossary", "Cannot tell"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The records do not allow an answer. It is not a pass and not a fail; "
                       "the page says what is missing.")},
    {"carrier", QT_TRANSLATE_NOOP("plumbline::Glossary", "Carrier"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Who drives the load from the plant to the receiver and signs for it.")},
    {"checkpoint", QT_TRANSLATE_NOOP("plumbline::Glossary", "Checkpoint"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A signed statement of a log: how many entries it has and the one number "
                       "that stands for all of them.")},
    {"claim", QT_TRANSLATE_NOOP("plumbline::Glossary", "Claim"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What the plant says about itself, for example that no residual waste "
                       "leaves it. Drawn as an open outline.")},
    {"claimed", QT_TRANSLATE_NOOP("plumbline::Glossary", "Claimed"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "Said by the plant and by nobody else yet.")},
    {"commercial_job", QT_TRANSLATE_NOOP("plumbline::Glossary", "Commercial job"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "A job that somebody pays the plant for.")},
    {"community_job", QT_TRANSLATE_NOOP("plumbline::Glossary", "Community job"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A job that the city needs done, whatever it earns.")},
    {"confirmed", QT_TRANSLATE_NOOP("plumbline::Glossary", "Confirmed"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Signed for by somebody other than the plant, usually the receiver. "
                       "Drawn solid.")},
    {"conflict", QT_TRANSLATE_NOOP("plumbline::Glossary", "Conflict"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Two signed records that cannot both be right, without saying which one "
                       "is wrong.")},
    {"consignee", QT_TRANSLATE_NOOP("plumbline::Glossary", "Consignee"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The one a load is sent to.")},
    {"contradicted", QT_TRANSLATE_NOOP("plumbline::Glossary", "Contradicted"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A signed record of somebody else says the opposite of the claim, or "
                       "more mass is missing than the uncertainty allows.")},
    {"contradiction", QT_TRANSLATE_NOOP("plumbline::Glossary", "Contradiction"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A finding that, if it holds, makes the claim untrue.")},
    {"cosignature", QT_TRANSLATE_NOOP("plumbline::Glossary", "Cosignature"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A witness's signature under a checkpoint. It says that the witness saw "
                       "this log at this size.")},
    {"coverage_factor", QT_TRANSLATE_NOOP("plumbline::Glossary", "Coverage factor"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "How many standard uncertainties the ± stands for; 2 covers about 95 %.")},
    {"cumulated_difference", QT_TRANSLATE_NOOP("plumbline::Glossary", "Cumulated difference"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The unaccounted mass added up month by month. A small loss every month "
                       "shows here first.")},
    {"detectable_loss", QT_TRANSLATE_NOOP("plumbline::Glossary", "Detectable loss"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The smallest loss that would have been noticed 19 times out of 20. "
                       "Smaller ones may have been missed.")},
    {"digest", QT_TRANSLATE_NOOP("plumbline::Glossary", "Digest"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A short number computed from bytes. One changed bit changes the whole "
                       "digest.")},
    {"disposal", QT_TRANSLATE_NOOP("plumbline::Glossary", "Disposal"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Operations D1 to D15 of the waste rules: landfill, burning without use "
                       "and the like.")},
    {"endorsement", QT_TRANSLATE_NOOP("plumbline::Glossary", "Endorsement"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The signature of somebody who computed the same results digest.")},
    {"energy_recovery", QT_TRANSLATE_NOOP("plumbline::Glossary", "Energy recovery"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Burning waste for heat or power (R1). Whether a claim may count it is "
                       "part of the claim's definition.")},
    {"envelope", QT_TRANSLATE_NOOP("plumbline::Glossary", "Envelope"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The signed wrapping of a publication: the bytes that were signed, and "
                       "the signatures.")},
    {"evidence", QT_TRANSLATE_NOOP("plumbline::Glossary", "Evidence"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Bytes as they came, never changed by this program, found again by their "
                       "SHA-256.")},
    {"failed", QT_TRANSLATE_NOOP("plumbline::Glossary", "Failed"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A check was made and what it looked for is not there.")},
    {"false_alarm_rate", QT_TRANSLATE_NOOP("plumbline::Glossary", "False alarm rate"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "How often an honest plant would be accused by chance. It is fixed in "
                       "the audit plan.")},
    {"finding", QT_TRANSLATE_NOOP("plumbline::Glossary", "Finding"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One thing that a rule found: the sentence, the numbers, the records on "
                       "both sides, harmless causes and what would settle it.")},
    {"fingerprint", QT_TRANSLATE_NOOP("plumbline::Glossary", "Fingerprint"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "60 digits that stand for a key. Read them aloud with the key's owner "
                       "over a channel you trust.")},
    {"first_seen", QT_TRANSLATE_NOOP("plumbline::Glossary", "First seen"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A key that came with the evidence. Nobody you know has vouched for it "
                       "yet.")},
    {"gross_weight", QT_TRANSLATE_NOOP("plumbline::Glossary", "Gross weight"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "Vehicle and load together.")},
    {"harmless_cause", QT_TRANSLATE_NOOP("plumbline::Glossary", "Harmless cause"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "An ordinary reason for a finding. It should be ruled out first.")},
    {"haul", QT_TRANSLATE_NOOP("plumbline::Glossary", "Haul"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One drive of a carrier, with the times of loading and unloading.")},
    {"in_the_log", QT_TRANSLATE_NOOP("plumbline::Glossary", "In the log"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One of the five checks: is every publication of the plant an entry of "
                       "its public log?")},
    {"intact", QT_TRANSLATE_NOOP("plumbline::Glossary", "Intact"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One of the five checks: is every file byte for byte what was signed?")},
    {"intake", QT_TRANSLATE_NOOP("plumbline::Glossary", "Intake"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "A load that came into the plant.")},
    {"key", QT_TRANSLATE_NOOP("plumbline::Glossary", "Key"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What a party signs with. Whoever has the public half can check, and "
                       "only the private half can sign.")},
    {"leaf", QT_TRANSLATE_NOOP("plumbline::Glossary", "Leaf"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One entry of a Merkle tree: a publication in the log, or one record of "
                       "a table.")},
    {"level_lines", QT_TRANSLATE_NOOP("plumbline::Glossary", "Level lines"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The drawing for residue.")},
    {"look_here", QT_TRANSLATE_NOOP("plumbline::Glossary", "Look here"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Unusual, and not an accusation. A statistic can only say where to look.")},
    {"materiality", QT_TRANSLATE_NOOP("plumbline::Glossary", "Materiality"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Unaccounted mass below this share of the input is never an accusation.")},
    {"merkle_tree", QT_TRANSLATE_NOOP("plumbline::Glossary", "Merkle tree"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A tree of digests. It lets somebody prove that one record belongs to a "
                       "table without showing the rest.")},
    {"net_weight", QT_TRANSLATE_NOOP("plumbline::Glossary", "Net weight"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "Gross weight minus tare.")},
    {"net_zero_waste", QT_TRANSLATE_NOOP("plumbline::Glossary", "Net-zero waste"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The claim that everything that comes in leaves as useful material and "
                       "nothing as residual waste.")},
    {"not_later_than", QT_TRANSLATE_NOOP("plumbline::Glossary", "Not later than"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One of the five checks: does something outside the plant show that the "
                       "data existed by a certain time?")},
    {"open_outline", QT_TRANSLATE_NOOP("plumbline::Glossary", "Open outline"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The drawing for what is only said.")},
    {"operator", QT_TRANSLATE_NOOP("plumbline::Glossary", "Operator"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The company that runs the plant.")},
    {"parties_file", QT_TRANSLATE_NOOP("plumbline::Glossary", "Parties file"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The list of keys you vouch for. Without one, keys count as first seen.")},
    {"passed", QT_TRANSLATE_NOOP("plumbline::Glossary", "Passed"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "A check was made and found what it looked for.")},
    {"pending", QT_TRANSLATE_NOOP("plumbline::Glossary", "Pending"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "Sent, and the time for a receipt is not over yet.")},
    {"permutation_test", QT_TRANSLATE_NOOP("plumbline::Glossary", "Permutation test"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A test that shuffles the labels many times and counts how often chance "
                       "does as much. Its seed is printed.")},
    {"pinned_key", QT_TRANSLATE_NOOP("plumbline::Glossary", "Pinned key"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "A key from your own parties file.")},
    {"plumb_line", QT_TRANSLATE_NOOP("plumbline::Glossary", "Plumb line"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The thin line with a bob at the claimed or fair value.")},
    {"policy", QT_TRANSLATE_NOOP("plumbline::Glossary", "Policy"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What you ask for: which log, which witnesses and how many of them.")},
    {"publication", QT_TRANSLATE_NOOP("plumbline::Glossary", "Publication"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "One signed set of tables for one period.")},
    {"quorum", QT_TRANSLATE_NOOP("plumbline::Glossary", "Quorum"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "How many witnesses the policy asks for.")},
    {"receipt", QT_TRANSLATE_NOOP("plumbline::Glossary", "Receipt"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What the receiver signed for: when, what and how much.")},
    {"received_as_residue", QT_TRANSLATE_NOOP("plumbline::Glossary", "Received as residue"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Sent by the plant as useful material, but the receiver signed for it as "
                       "waste or residue.")},
    {"receiver", QT_TRANSLATE_NOOP("plumbline::Glossary", "Receiver"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Who takes a load in. The receiver's own key signs the receipt.")},
    {"record", QT_TRANSLATE_NOOP("plumbline::Glossary", "Record"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One row of a published table, with its exact bytes.")},
    {"recovery", QT_TRANSLATE_NOOP("plumbline::Glossary", "Recovery"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Operations R1 to R13 of the waste rules: recycling, reuse, energy and "
                       "the like.")},
    {"relabelled", QT_TRANSLATE_NOOP("plumbline::Glossary", "Relabelled"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "Sent under one name and received under another.")},
    {"residue", QT_TRANSLATE_NOOP("plumbline::Glossary", "Residue"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What is left over and not useful. In pictures: level lines.")},
    {"results_digest", QT_TRANSLATE_NOOP("plumbline::Glossary", "Results digest"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One number for the whole result. Two people with the same evidence and "
                       "plan get the same one.")},
    {"revision", QT_TRANSLATE_NOOP("plumbline::Glossary", "Revision"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A later publication that repeats a record with other values. Both "
                       "versions are kept.")},
    {"root", QT_TRANSLATE_NOOP("plumbline::Glossary", "Root"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The one digest that stands for a whole Merkle tree.")},
    {"rule", QT_TRANSLATE_NOOP("plumbline::Glossary", "Rule"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "What a check looks for, with its number, its source and its tolerance.")},
    {"same_for_everyone", QT_TRANSLATE_NOOP("plumbline::Glossary", "Same for everyone"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One of the five checks: did independent witnesses see the same log that "
                       "you see?")},
    {"shared_error", QT_TRANSLATE_NOOP("plumbline::Glossary", "Shared error"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "An error that many loads have in common, because they were weighed "
                       "under one calibration. It does not average out.")},
    {"shipment", QT_TRANSLATE_NOOP("plumbline::Glossary", "Shipment"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A load that left the plant, as the plant describes it.")},
    {"signed_by", QT_TRANSLATE_NOOP("plumbline::Glossary", "Signed by"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "One of the five checks: whose keys signed, and do you know these keys?")},
    {"source", QT_TRANSLATE_NOOP("plumbline::Glossary", "Source"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Where a rule comes from: a regulation, a paper, or this program's own "
                       "method.")},
    {"stock", QT_TRANSLATE_NOOP("plumbline::Glossary", "Stock"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "What lies in the plant at a moment.")},
    {"supported", QT_TRANSLATE_NOOP("plumbline::Glossary", "Supported"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Other parties confirm the claim within the uncertainty.")},
    {"tare", QT_TRANSLATE_NOOP("plumbline::Glossary", "Tare"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The weight of the empty vehicle or container.")},
    {"timestamp", QT_TRANSLATE_NOOP("plumbline::Glossary", "Timestamp"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A signed statement of a time authority that certain bytes existed at "
                       "that time.")},
    {"tolerance", QT_TRANSLATE_NOOP("plumbline::Glossary", "Tolerance"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "How much two numbers may differ before the difference is a finding.")},
    {"unaccounted_for", QT_TRANSLATE_NOOP("plumbline::Glossary", "Unaccounted for"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Mass that went in, and of which no record says that it left or is still there. "
                       "Always shown with its uncertainty.")},
    {"uncertainty", QT_TRANSLATE_NOOP("plumbline::Glossary", "Uncertainty"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "How far a number may be from the truth, written as ±. It comes from the "
                       "instruments and their calibrations.")},
    {"useful_material", QT_TRANSLATE_NOOP("plumbline::Glossary", "Useful material"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Product or secondary raw material: what a net-zero claim may count.")},
    {"waste_code", QT_TRANSLATE_NOOP("plumbline::Glossary", "Waste code"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "A number of the European List of Waste, for example 19 12 12.")},
    {"whisker", QT_TRANSLATE_NOOP("plumbline::Glossary", "Whisker"),
     QT_TRANSLATE_NOOP("plumbline::Glossary", "The line over a bar that shows its uncertainty.")},
    {"witness", QT_TRANSLATE_NOOP("plumbline::Glossary", "Witness"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "Somebody independent who signs checkpoints and remembers them.")},
    {"workspace", QT_TRANSLATE_NOOP("plumbline::Glossary", "Workspace"),
     QT_TRANSLATE_NOOP("plumbline::Glossary",
                       "The private file in which this program keeps one audit. Deleting it "
                       "loses notes but no evidence of others.")},
};

QString translated(const char* text) {
  return QCoreApplication::translate("plumbline::Glossary", text);
}

}  // namespace

QList<GlossaryTerm> glossary() {
  QList<GlossaryTerm> terms;
  for (const Entry& entry : entries) {
    terms.append({QLatin1String(entry.id), translated(entry.term), translated(entry.meaning)});
  }
  std::sort(terms.begin(), terms.end(), [](const GlossaryTerm& a, const GlossaryTerm& b) {
    return a.term.compare(b.term, Qt::CaseInsensitive) < 0;
  });
  return terms;
}

QList<GlossaryTerm> findTerms(const QString& words) {
  const QString wanted = words.simplified();
  const QList<GlossaryTerm> terms = glossary();
  if (wanted.isEmpty()) return terms;
  QList<GlossaryTerm> first;
  QList<GlossaryTerm> after;
  QList<GlossaryTerm> last;
  for (const GlossaryTerm& term : terms) {
    if (term.term.startsWith(wanted, Qt::CaseInsensitive)) {
      first.append(term);
    } else if (term.term.contains(wanted, Qt::CaseInsensitive)) {
      after.append(term);
    } else if (term.meaning.contains(wanted, Qt::CaseInsensitive)) {
      last.append(term);
    }
  }
  return first + after + last;
}

QString termOf(std::string_view id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return translated(entry.term);
  }
  return {};
}

}  // namespace plumbline
