// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose word an audit rests on, as words.

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline::words {

/// "It rests on 5 keys that came with the evidence and that you have not named:"; empty where it
/// rests on nothing of that kind.
[[nodiscard]] QString standingSentence(const Standing& standing);
/// On whose word the audit is read, or whose it could be read on: "You read it on the word of ada
/// (key 01609 61548…), who signed this audit." Empty where nobody else signed it and named keys.
[[nodiscard]] QString wordSentence(const AuditResult& audit);
/// The author it could be read on the word of, and of how many open keys they say whose they are;
/// null where there is none.
struct OfferedWord {
  const AuthorsWord* author = nullptr;
  std::int64_t keys = 0;
};
[[nodiscard]] OfferedWord offeredWord(const AuditResult& audit);
/// The author named this very key for this very party.
[[nodiscard]] bool names(const AuthorsWord& author, const OpenKey& key);
/// "ada (key 01609 61548…)": the name is its owner's choice, the digits are not.
[[nodiscard]] QString authorName(const AuthorsWord& author);
/// How far the answer goes where files without a signature are part of it; empty where none is.
[[nodiscard]] QString statedSentence(const AuditResult& audit);
/// What may be said of figures where the user did not name everybody who states them; else empty.
[[nodiscard]] QString figuresSentence(const Standing& standing);
/// What may be said of a plant's jobs where nobody the user named stands behind them; empty where
/// somebody does.
[[nodiscard]] QString jobsSentence(const Standing& standing);
/// The name of its party, else the id.
[[nodiscard]] QString nameOf(const OpenKey& key);
/// "receiver Harbour Reclaim (harbour-reclaim), 01609 61548 14732 ..."
[[nodiscard]] QString keyLine(const OpenKey& key);

}  // namespace plumbline::words
