// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/audit_controller.h"

#include <algorithm>
#include <utility>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "model/decisions/decide_link.h"
#include "model/decisions/decide_track.h"
#include "model/decisions/differing_keys.h"
#include "model/decisions/enter_claim.h"
#include "model/decisions/key_file.h"
#include "model/decisions/reference_choice.h"
#include "model/import/file_changes.h"
#include "model/import/local_table.h"
#include "model/records/visible_text.h"
#include "model/simulate/simulator.h"
#include "model/workspace/copy_workspace.h"

#include "ui/dialogs/file_path.h"
#include "ui/dialogs/job_runner.h"
#include "ui/pages/recent_audits.h"
#include "ui/words/case_words.h"
#include "ui/words/comparison_words.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/step_stamp.h"

namespace plumbline {

namespace {

// First bytes of every SQLite database (https://www.sqlite.org/fileformat.html, 1.3).
bool isWorkspace(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

bool isSharedAudit(const QString& path) {
  const QFileInfo info(path);
  if (info.isDir()) return QFileInfo::exists(QDir(path).filePath(QStringLiteral("mimetype")));
  return info.suffix().compare(QLatin1String("plumb"), Qt::CaseInsensitive) == 0;
}

QString nameOf(const QStringList& paths) {
  return paths.size() == 1 ? QFileInfo(paths.first()).fileName()
                           : AuditController::tr("%Ln files", nullptr, plural(paths.size()));
}

QString placeText(const Place& place) {
  QStringList parts;
  if (!place.file.empty()) parts << visibleLine(QString::fromStdString(place.file));
  if (place.row > 0) parts << AuditController::tr("row %1").arg(place.row);
  if (!place.column.empty()) parts << visibleLine(QString::fromStdString(place.column));
  if (place.byte >= 0) parts << AuditController::tr("byte %1").arg(place.byte);
  return words::listed(parts);
}

/// One that cannot be read cannot be taken over; that the workspace brings one is told as a problem.
OldList oldListOf(const std::filesystem::path& workspace, const AuditResult& audit) {
  const bool brought = std::any_of(
      audit.problems.begin(), audit.problems.end(),
      [](const Problem& problem) { return problem.file == oldListProblem; });
  if (!brought) return {};
  auto list = readOldList(workspace);
  return list ? std::move(list).value() : OldList();
}

template <class T>
Result<void> failureOf(Result<T> result) {
  if (!result) return std::move(result).error();
  return {};
}

QString sentenceOf(const QString& message) {
  QString text = visibleLine(message);
  if (text.isEmpty()) return text;
  text[0] = text[0].toUpper();
  if (!text.endsWith(QLatin1Char('.'))) text += QLatin1Char('.');
  return text;
}

}  // namespace

AuditController::AuditController(QObject* parent) : QObject(parent), m_jobs(new JobRunner(this)) {
  setObjectName(QStringLiteral("auditController"));
  m_folder = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                 .filePath(QStringLiteral("audits"));
}

AuditController::~AuditController() = default;

std::filesystem::path AuditController::newWorkspace(const QString& name) const {
  // Whose waste it is is nobody else's business. A folder that was there keeps what its owner set.
  if (!QDir(m_folder).exists() && QDir().mkpath(m_folder)) {
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                        QFileDevice::ExeOwner);
  }
  QString base = name.toLower();
  static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
  base.replace(other, QStringLiteral("-"));
  const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
  const QDir folder(m_folder);
  for (int i = 1;; ++i) {
    const QString path =
        folder.filePath(QStringLiteral("%1-%2-%3.sqlite").arg(base.left(40), stamp).arg(i));
    if (!QFileInfo::exists(path)) return toPath(path);
  }
}

Result<AuditController::Outcome> AuditController::computed(const std::filesystem::path& workspace,
                                                           ImportReport report,
                                                           const Progress& progress) {
  PLUMBLINE_TRY(audit, runAudit(workspace, progress));
  PLUMBLINE_TRY(trust, readTrust(workspace));
  OldList old = oldListOf(workspace, *audit);
  PLUMBLINE_TRY(files, evidenceFilesOf(workspace, progress));
  return Outcome{std::move(report), std::move(audit), std::move(trust), std::move(old),
                 std::make_shared<const EvidenceFiles>(std::move(files))};
}

void AuditController::openPaths(const QStringList& paths) {
  const auto mayBeTable = [](const QString& path) { return hasTableSuffix(toPath(path)); };
  if (std::none_of(paths.begin(), paths.end(), mayBeTable)) return importPaths(paths, {});
  m_jobs->start<Result<QStringList>>(
      tr("Looking at %1").arg(nameOf(paths)),
      [paths](const Progress& progress) -> Result<QStringList> {
        QStringList tables;
        for (const QString& path : paths) {
          const auto needs = needsMapping(toPath(path), progress);
          if (needs && *needs) tables << path;
          if (!needs && needs.error().code == ErrorCode::Cancelled) return needs.error();
        }
        return tables;
      },
      [this, paths](Result<QStringList> tables) {
        if (!tables) return;
        if (tables->isEmpty()) return importPaths(paths, {});
        Q_EMIT mappingWanted(paths, *tables, std::nullopt);
      });
}

void AuditController::importPaths(const QStringList& paths,
                                  std::map<std::filesystem::path, Mapping> mappings) {
  const std::filesystem::path finishing = std::exchange(m_finishing, {});
  const bool startsNew = std::exchange(m_fresh, false);
  if (paths.isEmpty()) return;
  const QString title = nameOf(paths);
  if (finishing.empty() && paths.size() == 1 && isWorkspace(paths.first())) {
    return import(title, toPath(paths.first()), false, {}, {});
  }
  std::vector<std::filesystem::path> files;
  for (const QString& path : paths) files.push_back(toPath(path));
  ImportOptions options;
  options.mappings = std::move(mappings);
  if (!finishing.empty()) return import(title, finishing, false, files, options);
  const bool ownAudit = paths.size() == 1 && isSharedAudit(paths.first());
  const bool fresh = ownAudit || startsNew || !hasAudit();
  import(title,
         fresh ? newWorkspace(QFileInfo(paths.first()).completeBaseName()) : m_audit.workspace,
         fresh, files, options);
}

void AuditController::startNew(const QStringList& paths) {
  m_fresh = true;
  openPaths(paths);
}

void AuditController::tryCase(const PublicCase& made, const QStringList& files) {
  const std::filesystem::path workspace = newWorkspace(QString::fromStdString(made.id));
  const QString title = words::caseWords(made.id).title;
  std::vector<std::filesystem::path> paths;
  for (const QString& file : files) paths.push_back(toPath(file));
  ImportOptions options;
  options.stamp = stampNow();
  m_jobs->start<Result<Outcome>>(
      tr("Opening %1").arg(title),
      [workspace, made, paths, options](const Progress& progress) -> Result<Outcome> {
        PLUMBLINE_TRY(imported, importCase(workspace, made, paths, options, progress));
        return computed(workspace, std::move(imported), progress);
      },
      [this, workspace, title](Result<Outcome> outcome) {
        accept(workspace, true, std::move(outcome), title);
      });
}

void AuditController::close() {
  if (!hasAudit()) return;
  m_jobs->cancel();
  m_audit = {};
  Q_EMIT auditChanged();
}

void AuditController::saveAs(const QString& file) {
  if (!hasAudit()) return;
  m_jobs->start<Result<void>>(
      tr("Saving %1").arg(QFileInfo(file).fileName()),
      [from = m_audit.workspace, file](const Progress&) { return copyWorkspace(from, toPath(file)); },
      [this, file](Result<void> copied) {
        if (!copied) return report(QFileInfo(file).fileName(), copied.error());
        m_audit.workspace = toPath(file);
        remember();
        Q_EMIT auditChanged();
        Q_EMIT told(tr("Saved as %1").arg(file));
      });
}

void AuditController::finishImport(const std::filesystem::path& workspace,
                                   const QStringList& paths) {
  m_finishing = workspace;
  openPaths(paths);
}

void AuditController::takeBack(const std::filesystem::path& workspace) {
  const QString title = tr("Taking the import back");
  m_jobs->start<Result<std::optional<Outcome>>>(
      title,
      [workspace](const Progress& progress) -> Result<std::optional<Outcome>> {
        PLUMBLINE_TRY(taken, takeBackImport(workspace, progress));
        if (taken == TakenBack::ToNothing) return std::optional<Outcome>();
        PLUMBLINE_TRY(outcome, computed(workspace, ImportReport(), progress));
        return std::optional(std::move(outcome));
      },
      [this, workspace, title](Result<std::optional<Outcome>> outcome) {
        if (!outcome) return explain(workspace, outcome.error(), title);
        if (!*outcome) return Q_EMIT takenBackToNothing();
        accept(workspace, false, std::move(**outcome), title);
      });
}

void AuditController::explain(const std::filesystem::path& workspace, const Error& error,
                              const QString& title) {
  m_jobs->start<Result<std::optional<UnfinishedImport>>>(
      tr("Looking at %1").arg(title),
      [workspace](const Progress&) { return unfinishedImport(workspace); },
      [this, workspace, error, title](Result<std::optional<UnfinishedImport>> found) {
        if (!found || !*found) {
          if (error.code != ErrorCode::Cancelled) report(title, error);
          return;
        }
        const UnfinishedImport& unfinished = **found;
        Failure failure;
        failure.heading = tr("%1: the import did not finish").arg(title);
        failure.sentence =
            tr("%1 of %Ln files are in. Nothing can be said about this audit before the "
               "rest is in, or the import is taken back.",
               nullptr, plural(unfinished.files))
                .arg(formatCount(unfinished.filesIn));
        // What was in its way, where that is not the unfinished import itself.
        if (error.code != ErrorCode::Cancelled && error.code != ErrorCode::Inconsistent) {
          failure.sentence += QLatin1Char(' ') + sentenceOf(words::errorText(error));
        }
        failure.meaning = tr("Taken back, everything is as it was before the import.");
        failure.import = OpenImport{workspace, {}};
        for (const std::string& source : unfinished.sources) {
          failure.import->sources << QString::fromStdString(source);
        }
        Q_EMIT failed(failure);
      });
}

void AuditController::compareWith(const QString& file) {
  const QString name = QFileInfo(file).fileName();
  m_jobs->start<Result<AuditComparison>>(
      tr("Comparing with %1").arg(visibleLine(name)),
      [workspace = m_audit.workspace, ours = m_audit.result, file](const Progress& progress) {
        return compareAudits(workspace, ours, toPath(file), progress);
      },
      [this, name](Result<AuditComparison> result) {
        if (result) {
          Q_EMIT compared(std::make_shared<const AuditComparison>(std::move(*result)), name);
        } else if (result.error().code != ErrorCode::Cancelled) {
          report(tr("Comparing with %1").arg(visibleLine(name)), result.error());
        }
      });
}

void AuditController::takeOver(const ComparisonPtr& comparison, const std::vector<Hash>& files) {
  const QString title = tr("The files that are taken over");
  m_jobs->start<Result<Outcome>>(
      title,
      [workspace = m_audit.workspace, comparison, files](const Progress& progress) -> Result<Outcome> {
        PLUMBLINE_TRY(imported, takeOverFiles(workspace, *comparison, files, stampNow(), progress));
        return computed(workspace, std::move(imported), progress);
      },
      [this, workspace = m_audit.workspace, title](Result<Outcome> outcome) {
        accept(workspace, false, std::move(outcome), title);
      });
}

void AuditController::openSample() {
  const std::filesystem::path workspace = newWorkspace(QStringLiteral("sample"));
  m_jobs->start<Result<Outcome>>(
      tr("Making the sample audit"),
      [workspace](const Progress& progress) -> Result<Outcome> {
        const QTemporaryDir temporary;
        if (!temporary.isValid()) {
          return Error{ErrorCode::Io, Message::data(temporary.errorString().toStdString())};
        }
        const std::filesystem::path plant = toPath(temporary.filePath(QStringLiteral("sample")));
        PLUMBLINE_TRY(truth, simulate(sampleStory(), plant, progress));
        // The sample's own key list is trusted here, because this program has just made the keys.
        ImportOptions options;
        if (std::filesystem::exists(plant / "parties.txt")) options.parties = plant / "parties.txt";
        if (std::filesystem::exists(plant / "policy.txt")) options.policy = plant / "policy.txt";
        PLUMBLINE_TRY(imported, importInto(workspace, {plant}, options, progress));
        return computed(workspace, std::move(imported), progress);
      },
      [this, workspace](Result<Outcome> outcome) {
        accept(workspace, true, std::move(outcome), tr("The sample audit"));
      });
}

void AuditController::import(const QString& title, const std::filesystem::path& workspace,
                             bool fresh, const std::vector<std::filesystem::path>& paths,
                             ImportOptions options) {
  options.memory = toPath(m_folder) / "checkpoints-seen";
  options.stamp = stampNow();
  m_jobs->start<Result<Outcome>>(
      tr("Opening %1").arg(title),
      [workspace, paths, options](const Progress& progress) -> Result<Outcome> {
        ImportReport report;
        if (!paths.empty() || options.parties || options.policy || options.tsa || options.word) {
          PLUMBLINE_TRY(imported, importInto(workspace, paths, options, progress));
          report = std::move(imported);
        }
        return computed(workspace, std::move(report), progress);
      },
      [this, workspace, fresh, title](Result<Outcome> outcome) {
        accept(workspace, fresh, std::move(outcome), title);
      });
}

void AuditController::accept(const std::filesystem::path& workspace, bool fresh,
                             Result<Outcome> outcome, const QString& title) {
  if (!outcome.ok()) {
    // A workspace made for this import only holds what came of it: nothing.
    std::error_code ignored;
    if (fresh) std::filesystem::remove(workspace, ignored);
    if (!fresh) return explain(workspace, outcome.error(), title);
    if (outcome.error().code != ErrorCode::Cancelled) report(title, outcome.error());
    return;
  }
  m_audit = OpenAudit{outcome->audit, workspace, std::move(outcome->trust),
                      std::move(outcome->oldList), std::move(outcome->files)};
  remember();
  Q_EMIT auditChanged();
  if (!outcome->report.problems.empty()) reportProblems(outcome->report);
  tellAnew(outcome->report);
}

void AuditController::tellAnew(const ImportReport& imported) {
  for (const ImportedFile& file : imported.files) {
    const QString name = isolated(visibleLine(QString::fromStdString(file.name)));
    if (file.anew == ReadAnew::Added) {
      Q_EMIT told(tr("%1 was here already. It is read in this way as well.").arg(name));
    } else if (file.anew == ReadAnew::Replaced) {
      Q_EMIT told(tr("%1 was here already. This reading takes the place of the one before.").arg(name));
    }
  }
}

void AuditController::takeBackFiles(const std::vector<Hash>& files) {
  change(tr("the files that are left"), [files](const std::filesystem::path& workspace) {
    return failureOf(plumbline::takeBackFiles(workspace, files, stampNow(), Progress()));
  });
}

void AuditController::weighFiles(const std::vector<Hash>& files) {
  const QString title = tr("Working out what would come out");
  m_jobs->start<Result<AuditPtr>>(
      title,
      [workspace = m_audit.workspace, files](const Progress& progress) {
        return auditWithout(workspace, files, progress);
      },
      [this, title, now = m_audit.result](Result<AuditPtr> then) {
        if (then) {
          Q_EMIT weighed(words::ifWithout(*now, **then));
        } else if (then.error().code != ErrorCode::Cancelled) {
          report(title, then.error());
        }
      });
}

void AuditController::putBackFiles(const std::vector<Hash>& files) {
  change(tr("the files that are put back"), [files](const std::filesystem::path& workspace) {
    return failureOf(plumbline::putBackFiles(workspace, files, stampNow(), Progress()));
  });
}

namespace {

/// The first thing that was said of how to read it.
std::optional<Mapping> mappingNow(const EvidenceFile& file) {
  for (const Reading& reading : file.readings) {
    if (!reading.details) continue;
    if (auto used = UsedMapping::fromJson(*reading.details)) return std::move(used->mapping);
  }
  return std::nullopt;
}

}  // namespace

void AuditController::readFileAgain(const EvidenceFile& file) {
  m_copies = std::make_unique<QTemporaryDir>();
  QString name = QFileInfo(QString::fromStdString(file.name)).fileName();
  if (name.isEmpty() || name.startsWith(QLatin1Char('.'))) name = QStringLiteral("table");
  const QString path = m_copies->filePath(name);
  m_jobs->start<Result<void>>(
      tr("Looking at %1").arg(visibleLine(name)),
      [workspace = m_audit.workspace, file, path](const Progress&) {
        return saveEvidenceFile(workspace, file, toPath(path));
      },
      [this, path, name, now = mappingNow(file)](Result<void> saved) {
        if (!saved) return report(visibleLine(name), saved.error());
        Q_EMIT mappingWanted({path}, {path}, now);
      });
}

void AuditController::saveFile(const EvidenceFile& file, const QString& path) {
  m_jobs->start<Result<void>>(
      tr("Saving %1").arg(QFileInfo(path).fileName()),
      [workspace = m_audit.workspace, file, path](const Progress&) {
        return saveEvidenceFile(workspace, file, toPath(path));
      },
      [this, path](Result<void> saved) {
        if (!saved) return report(QFileInfo(path).fileName(), saved.error());
        Q_EMIT told(tr("Saved as %1").arg(path));
      });
}

void AuditController::checkAgain() {
  if (hasAudit())
    import(visibleLine(QString::fromStdString(m_audit.result->title)), m_audit.workspace, false, {}, {});
}

void AuditController::trust(TrustFile kind, const QString& file) {
  if (!hasAudit()) return;
  ImportOptions options;
  switch (kind) {
    case TrustFile::Parties:
      options.parties = toPath(file);
      break;
    case TrustFile::Policy:
      options.policy = toPath(file);
      break;
    case TrustFile::Authorities:
      options.tsa = toPath(file);
      break;
  }
  import(QFileInfo(file).fileName(), m_audit.workspace, false, {}, options);
}

void AuditController::vouch(const QString& partiesLine, bool vouch) {
  if (!hasAudit()) return;
  const std::filesystem::path workspace = m_audit.workspace;
  const QString title = tr("Your list of keys");
  m_jobs->start<Result<Outcome>>(
      tr("Checking with your list of keys"),
      [workspace, vouch,
       line = partiesLine.toStdString()](const Progress& progress) -> Result<Outcome> {
        PLUMBLINE_TRY(keys, parseParties(line));
        if (keys.size() != 1) return Error{ErrorCode::Malformed, "this names no key"};
        PLUMBLINE_TRY(imported, vouchForKey(workspace, keys.front(), vouch, progress));
        return computed(workspace, std::move(imported), progress);
      },
      [this, workspace, title](Result<Outcome> outcome) {
        accept(workspace, false, std::move(outcome), title);
      });
}

void AuditController::tellKeyDiffers(const QString& partiesLine, bool differs) {
  change(tr("your list of keys"),
         [line = partiesLine.toStdString(),
          differs](const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(keys, parseParties(line));
           if (keys.size() != 1) return Error{ErrorCode::Malformed, "this names no key"};
           return plumbline::tellKeyDiffers(workspace, keys.front(), differs);
         });
}

void AuditController::readOnWord(const QString& vkey) {
  if (!hasAudit()) return;
  ImportOptions options;
  options.word = vkey.toStdString();
  import(tr("The word of who signed this audit"), m_audit.workspace, false, {}, options);
}

void AuditController::takeNames(const QStringList& partiesLines) {
  change(tr("your list of keys"),
         [lines = partiesLines.join(QString()).toStdString()](
             const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(keys, parseParties(lines));
           for (const PartyKey& key : keys) {
             const auto vouched = vouchForKey(workspace, key, true, Progress());
             if (!vouched) return vouched.error();
           }
           return {};
         });
}

void AuditController::takeOverOldList(const QString& digest) {
  change(tr("your list of keys"),
         [list = digest.toStdString()](const std::filesystem::path& workspace) -> Result<void> {
           const auto taken = plumbline::takeOverOldList(workspace, list, Progress());
           if (!taken) return taken.error();
           return {};
         });
}

void AuditController::change(const QString& title,
                             std::function<Result<void>(const std::filesystem::path&)> run) {
  if (!hasAudit()) return;
  const std::filesystem::path workspace = m_audit.workspace;
  m_jobs->start<Result<Outcome>>(
      tr("Checking with %1").arg(title),
      [workspace, run = std::move(run)](const Progress& progress) -> Result<Outcome> {
        PLUMBLINE_CHECK(run(workspace));
        return computed(workspace, ImportReport(), progress);
      },
      [this, workspace, title](Result<Outcome> outcome) {
        accept(workspace, false, std::move(outcome), title);
      });
}

void AuditController::useReference(const QString& file) {
  change(QFileInfo(file).fileName(),
         [path = toPath(file)](const std::filesystem::path& workspace) -> Result<void> {
           const auto used = plumbline::useReference(workspace, path);
           if (!used) return used.error();
           return {};
         });
}

void AuditController::useOwnReference(const QString& name) {
  change(name, [table = name.toStdString()](const std::filesystem::path& workspace) {
    return plumbline::useOwnReference(workspace, table);
  });
}

void AuditController::enterClaim(const EnteredClaim& claim) {
  change(tr("the claim that you entered"), [claim](const std::filesystem::path& workspace) {
    return plumbline::enterClaim(workspace, claim);
  });
}

void AuditController::clearEnteredClaims() {
  change(tr("the published claims alone"), [](const std::filesystem::path& workspace) {
    return plumbline::clearEnteredClaims(workspace);
  });
}

void AuditController::vouchForFile(const VouchRequest& request) {
  change(QFileInfo(request.key.file).fileName(),
         [request](const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(original, Hash::fromHexText(request.original.toStdString()));
           PLUMBLINE_TRY(key,
                         readKeyFile(toPath(request.key.file), request.key.passphrase.toStdString()));
           return plumbline::vouchForFile(workspace, original, request.text, key.name, key.key);
         });
}

void AuditController::suggestNames() {
  if (!hasAudit()) return;
  const std::filesystem::path workspace = m_audit.workspace;
  const QString title = tr("Comparing names");
  m_jobs->start<Result<std::vector<AliasSuggestion>>>(
      title,
      [workspace](const Progress& progress) { return suggestAliases(workspace, progress); },
      [this, workspace, title](Result<std::vector<AliasSuggestion>> found) {
        if (!found) return explain(workspace, found.error(), title);
        Q_EMIT namesSuggested(*found);
      });
}

void AuditController::decideNames(const NamesRequest& request) {
  change(QFileInfo(request.key.file).fileName(),
         [request](const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(key,
                         readKeyFile(toPath(request.key.file), request.key.passphrase.toStdString()));
           return decideAliases(workspace, request.steps, key.name, key.key);
         });
}

void AuditController::decideLink(const LinkRequest& request) {
  change(QFileInfo(request.key.file).fileName(),
         [request](const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(key,
                         readKeyFile(toPath(request.key.file), request.key.passphrase.toStdString()));
           for (const RecordName& receipt : request.receipts) {
             PLUMBLINE_CHECK(plumbline::decideLink(workspace, request.shipment, receipt,
                                                   request.same, key.name, key.key));
           }
           return {};
         });
}

void AuditController::tieTrack(const TieRequest& request) {
  change(QFileInfo(request.key.file).fileName(),
         [request](const std::filesystem::path& workspace) -> Result<void> {
           PLUMBLINE_TRY(key,
                         readKeyFile(toPath(request.key.file), request.key.passphrase.toStdString()));
           TrackRequest track{request.device, request.file.hex(), {}};
           track.from = request.from;
           track.to = request.to;
           PLUMBLINE_TRY(shipment, findRecordName(workspace, Table::Shipments, request.load));
           track.shipment = shipment;
           if (request.withdraw) {
             PLUMBLINE_TRY(count, withdrawTrack(workspace, track, key.name, key.key));
             static_cast<void>(count);
             return {};
           }
           PLUMBLINE_TRY(done, decideTrack(workspace, track, key.name, key.key));
           static_cast<void>(done);
           return {};
         });
}

void AuditController::sign(const QString& keyFile, const QString& passphrase) {
  if (!hasAudit()) return;
  const OpenAudit audit = m_audit;
  const std::filesystem::path file = toPath(keyFile);
  m_jobs->start<Result<Outcome>>(
      tr("Signing with %1").arg(QFileInfo(keyFile).fileName()),
      [audit, file,
       secret = passphrase.toStdString()](const Progress& progress) -> Result<Outcome> {
        PLUMBLINE_TRY(key, readKeyFile(file, secret));
        auto signedOff = signAudit(audit.workspace, *audit.result, key.name, key.key);
        if (!signedOff && signedOff.error().code == ErrorCode::Duplicate) {
          signedOff = endorseAudit(audit.workspace, *audit.result, key.name, key.key);
        }
        if (!signedOff) return signedOff.error();
        return computed(audit.workspace, ImportReport(), progress);
      },
      [this, audit, keyFile](Result<Outcome> outcome) {
        accept(audit.workspace, false, std::move(outcome), QFileInfo(keyFile).fileName());
      });
}

void AuditController::share(const QString& file) {
  if (!hasAudit()) return;
  const std::filesystem::path workspace = m_audit.workspace;
  const std::filesystem::path out = toPath(file);
  m_jobs->start<Result<void>>(
      tr("Writing %1").arg(QFileInfo(file).fileName()),
      [workspace, out](const Progress& progress) { return shareAudit(workspace, out, progress); },
      [this, file](Result<void> result) {
        if (result.ok()) {
          Q_EMIT shared(file);
        } else if (result.error().code != ErrorCode::Cancelled) {
          report(QFileInfo(file).fileName(), result.error());
        }
      });
}

void AuditController::report(const QString& title, const Error& error) {
  Failure failure;
  failure.heading = tr("%1: this did not work").arg(title);
  failure.sentence =
      tr("%1 Everything that was here before is unchanged.").arg(sentenceOf(words::messageText(error.message)));
  const QString where = placeText(error.where);
  if (!where.isEmpty() || !error.found.empty() || !error.expected.empty()) {
    failure.places.append(
        {where, visibleLine(words::messageText(error.found.message())), visibleLine(words::messageText(error.expected))});
  }
  Q_EMIT failed(failure);
}

void AuditController::reportProblems(const ImportReport& imported) {
  constexpr int kShown = 8;
  Failure failure;
  const int count = static_cast<int>(imported.problems.size());
  failure.heading = tr("%Ln files were not imported", nullptr, count);
  failure.sentence = tr("Nothing of what was refused was kept. Files imported: %1.")
                         .arg(formatCount(static_cast<std::int64_t>(imported.files.size())));
  for (int i = 0; i < count && i < kShown; ++i) {
    const Problem& problem = imported.problems[static_cast<std::size_t>(i)];
    failure.places.append(
        {visibleLine(QString::fromStdString(problem.file)), QString(), visibleLine(words::errorText(problem.error))});
  }
  failure.meaning =
      tr("What a refused file would have shown counts as **cannot tell**, not as missing.");
  Q_EMIT failed(failure);
}

void AuditController::remember() const {
  RecentAudit recent;
  recent.workspace = QFileInfo(m_audit.workspace).absoluteFilePath();
  recent.title =
      QStringLiteral("%1, %2").arg(visibleLine(QString::fromStdString(m_audit.result->title)),
                                   formatPeriod(m_audit.result->start, m_audit.result->end));
  recent.decision = m_audit.result->decision();
  recent.claims = static_cast<int>(std::count_if(
      m_audit.result->claims.begin(), m_audit.result->claims.end(),
      [](const ClaimVerdict& claim) { return !claim.isEntered(); }));
  recent.findings = static_cast<int>(m_audit.result->findings.size());
  recent.opened = QDateTime::currentDateTime();
  rememberAudit(recent);
}

}  // namespace plumbline
