// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stages that cannot be timed from outside a process. Prints seconds, one number a line; bench.py
// pairs them with the peers.
//   plumbline-bench match WORKSPACE      one ordered pass over shipments and receipts
//   plumbline-bench reconcile WORKSPACE  the same with intakes, flows and the balance
//   plumbline-bench prepare WORKSPACE    what comes before an audit: all pages compared, or all made anew
//   plumbline-bench leaves FILE          record leaves and Merkle root of a CSV table
//   plumbline-bench hash FILE            the limit of the above: one SHA-256 over the same bytes
//   plumbline-bench verify COUNT         so many Ed25519 signatures under one key
//   plumbline-bench scan FILE            a CSV table of shipments to typed values
//   plumbline-bench xlsx FILE            every cell of a workbook's first sheet

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <QFile>

#include "crypto/keys.h"
#include "crypto/merkle.h"

#include "model/balance/reconciliation.h"
#include "model/containers/csv_scanner.h"
#include "model/containers/xlsx_reader.h"
#include "model/import/rebuild.h"
#include "model/intake/cell.h"
#include "model/loads/match_loads.h"
#include "model/workspace/workspace.h"

namespace {

using namespace plumbline;

template <class Work>
int timed(Work work) {
  const auto start = std::chrono::steady_clock::now();
  const bool good = work();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::printf("%.6f\n", taken.count());
  return good ? 0 : 1;
}

int match(const char* path) {
  const Result<Workspace> workspace = Workspace::openReadOnly(path);
  if (!workspace) return 1;
  const Result<SaidByPeople> people = readSaidByPeople(workspace->database());
  if (!people) return 1;
  const Result<Books> books = readBooks(workspace->database(), *people);
  const Result<Links> links = readLinks(workspace->database(), *people);
  if (!books || !links) return 1;
  return timed([&] {
    return matchLoads(workspace->database(), *books, *links, AuditPlan{}, Progress()).ok();
  });
}

int reconcileAll(const char* path) {
  const Result<Workspace> workspace = Workspace::openReadOnly(path);
  if (!workspace) return 1;
  return timed([&workspace] {
    const auto people = readSaidByPeople(workspace->database());
    return people && reconcile(workspace->database(), *people, AuditPlan{}, Progress()).ok();
  });
}

int prepare(const char* path) {
  return timed([path] { return prepareWorkspace(path, IfUnfinished::Refuse, Progress()).ok(); });
}

/// Calls `work` with the bytes of a file.
template <class Work>
int withFile(const char* path, Work work) {
  QFile file(QString::fromUtf8(path));
  if (!file.open(QIODevice::ReadOnly)) return 1;
  const uchar* data = file.map(0, file.size());
  if (!data) return 1;
  return timed([text = std::string_view(reinterpret_cast<const char*>(data),
                                        static_cast<std::size_t>(file.size())),
                work] { return work(text); });
}

int hashing(const char* path, bool leaves) {
  return withFile(path, [leaves](std::string_view text) {
    if (!leaves) return sha256(bytesOf(text)) != Hash{};
    TreeHasher tree;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      tree.addEntry(bytesOf(text.substr(at, end - at)));
      at = end + 1;
    }
    return tree.root() != Hash{};
  });
}

bool scanShipments(std::string_view text) {
  CsvFields texts;
  std::deque<std::string> copies;
  std::vector<const Field*> columns;
  while (!text.empty()) {
    copies.clear();
    const auto record = scanRecord(text, true, texts, copies);
    if (!record) return false;
    text.remove_prefix(record->consumed);
    if (columns.empty()) {
      for (const std::string_view name : texts) {
        const auto fields = tableInfo(Table::Shipments).fields;
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [name](const Field& each) { return each.name == name; });
        if (field == fields.end()) return false;
        columns.push_back(&*field);
      }
      continue;
    }
    if (texts.size() != columns.size()) return false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Cell cell;
      if (!readCell(*columns[i], texts[i], cell)) return false;
    }
  }
  return true;
}

bool readWorkbook(std::string_view bytes) {
  const Result<XlsxWorkbook> workbook = XlsxWorkbook::open(bytesOf(bytes));
  if (!workbook) return false;
  std::size_t cells = 0;
  const auto count = [&cells](const XlsxRow& row) -> Result<bool> {
    cells += row.cells.size();
    return true;
  };
  return workbook->readSheet(0, count, Progress()).ok() && cells > 0;
}

int verifying(const char* count) {
  const Result<PrivateKey> key = PrivateKey::fromSeed(Bytes(32, std::byte{7}));
  if (!key) return 1;
  const Bytes message =
      toBytes("a checkpoint is about a hundred bytes long, and so is this message");
  const SignatureBytes signature = key->sign(message);
  const PublicKey verifier = key->publicKey();
  const long rounds = std::strtol(count, nullptr, 10);
  return timed([&] {
    bool good = true;
    for (long i = 0; i < rounds; ++i) good = verifier.verify(message, signature) && good;
    return good;
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view stage = argc == 3 ? argv[1] : "";
  if (stage == "match") return match(argv[2]);
  if (stage == "reconcile") return reconcileAll(argv[2]);
  if (stage == "prepare") return prepare(argv[2]);
  if (stage == "leaves") return hashing(argv[2], true);
  if (stage == "hash") return hashing(argv[2], false);
  if (stage == "verify") return verifying(argv[2]);
  if (stage == "scan") return withFile(argv[2], scanShipments);
  if (stage == "xlsx") return withFile(argv[2], readWorkbook);
  std::fputs("plumbline-bench: see the head of its source for the stages\n", stderr);
  return 2;
}
