// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QStringList>

#include "model/audit/compare_audits.h"
#include "model/audit/public_case.h"
#include "model/audit/session.h"

#include "ui/cards/link_request.h"
#include "ui/dialogs/names_dialog.h"
#include "ui/dialogs/tie_track_dialog.h"
#include "ui/dialogs/vouch_dialog.h"
#include "ui/pages/page.h"
#include "ui/theme/states.h"

class QTemporaryDir;

namespace plumbline {

class JobRunner;

/// An import that did not finish: into which workspace, and from where, as far as it is known.
struct OpenImport {
  std::filesystem::path workspace;
  QStringList sources;
};

/// Something that did not happen, in words.
struct Failure {
  QString heading;
  QString sentence;
  QList<ErrorPlace> places;
  QString meaning;
  std::optional<OpenImport> import = {};  // there: it can be finished or taken back
};

/// Opens, imports, computes and shares, each as a job. Holds the audit the window shows.
class AuditController : public QObject {
  Q_OBJECT
 public:
  explicit AuditController(QObject* parent = nullptr);
  ~AuditController() override;

  [[nodiscard]] const OpenAudit& audit() const { return m_audit; }
  [[nodiscard]] bool hasAudit() const { return m_audit.result != nullptr; }
  [[nodiscard]] JobRunner& jobs() const { return *m_jobs; }

  /// The one way in, for dialogs, drops, arguments and file open events. A workspace or a shared
  /// audit opens as an audit of its own; other files join the open audit, or begin a new one.
  /// Tables that need a mapping are asked about first (mappingWanted).
  void openPaths(const QStringList& paths);
  /// The same, tables read by these mappings and nothing asked.
  void importPaths(const QStringList& paths, std::map<std::filesystem::path, Mapping> mappings);
  /// Imports `paths` into an audit of their own, whatever is open.
  void startNew(const QStringList& paths);
  /// Imports files of a public case, as that says, into an audit of their own.
  void tryCase(const PublicCase& made, const QStringList& files);
  /// No audit is open any longer.
  void close();
  /// The open audit goes on in that file; the one it was in stays as it is.
  void saveAs(const QString& file);
  /// Imports `paths` once more into the workspace of an import that did not finish.
  void finishImport(const std::filesystem::path& workspace, const QStringList& paths);
  /// Makes the workspace what it was before that import, and shows it.
  void takeBack(const std::filesystem::path& workspace);
  /// Compares the open audit with somebody else's, and imports nothing (compared).
  void compareWith(const QString& file);
  /// Imports these files of the other audit into the open one.
  void takeOver(const ComparisonPtr& comparison, const std::vector<Hash>& files);
  /// Simulates a made-up plant into a temporary folder and opens that.
  void openSample();
  void checkAgain();
  void share(const QString& file);
  /// Whom the user trusts, from a file of their own; checks everything again.
  void trust(TrustFile kind, const QString& file);
  /// Adds the key of a parties line to the keys the user vouches for, or takes it away again;
  /// checks everything again.
  void vouch(const QString& partiesLine, bool vouch);

  /// Keeps that the digits of a key differ from its owner's, or takes it back.
  void tellKeyDiffers(const QString& partiesLine, bool differs);
  /// Reads the audit on the word of who signed it with this key, or on nobody's; checks everything
  /// again.
  void readOnWord(const QString& vkey);
  /// Adds the keys of parties lines that somebody else named to the keys the user vouches for.
  void takeNames(const QStringList& partiesLines);
  /// Makes the list of keys that an earlier version kept in the workspace the user's own, if it is
  /// still the one of that digest.
  void takeOverOldList(const QString& digest);

  /// The table of the file, or the program's own again, in place of the audit's reference table;
  /// checks everything again.
  void useReference(const QString& file);
  void useOwnReference(const QString& name);

  /// Asks the records about a claim that nobody published; the other takes all such claims away.
  void enterClaim(const EnteredClaim& claim);
  void clearEnteredClaims();

  /// Signs whether two records are one load.
  void decideLink(const LinkRequest& request);
  void tieTrack(const TieRequest& request);
  /// Looks for names that may be one (namesSuggested).
  void suggestNames();
  /// Signs which names are one.
  void decideNames(const NamesRequest& request);
  /// Signs where a file without a signature is from.
  void vouchForFile(const VouchRequest& request);

  /// Files are evidence no longer, or again; checks everything again.
  void takeBackFiles(const std::vector<Hash>& files);
  void putBackFiles(const std::vector<Hash>& files);
  /// Computes what would come out without them (weighed).
  void weighFiles(const std::vector<Hash>& files);
  /// Asks how the file is to be read from now on (mappingWanted).
  void readFileAgain(const EvidenceFile& file);
  /// Writes the bytes of a file as they came.
  void saveFile(const EvidenceFile& file, const QString& path);

  /// Signs the results as the audit's author, or endorses them where it has one; the audit is then
  /// computed again, so that what is shown is what the workspace holds.
  void sign(const QString& keyFile, const QString& passphrase);

  /// Where new workspaces go; the user's data folder unless a test says otherwise.
  void setWorkspaceFolder(const QString& folder) { m_folder = folder; }

 Q_SIGNALS:
  void auditChanged();
  /// What would come out without the files that were asked about, in sentences.
  void weighed(const QString& words);
  void compared(const plumbline::ComparisonPtr& comparison, const QString& file);
  void failed(const plumbline::Failure& failure);
  /// Somebody has to say what the columns of `tables` mean, which are among `paths`; `now`: how one of
  /// them is read so far.
  void mappingWanted(const QStringList& paths, const QStringList& tables,
                     const std::optional<plumbline::Mapping>& now);
  void namesSuggested(const std::vector<plumbline::AliasSuggestion>& suggestions);
  void shared(const QString& file);
  /// One sentence on what became of a file that was here already, or was saved.
  void told(const QString& sentence);
  /// Nothing was there before the import.
  void takenBackToNothing();

 private:
  struct Outcome {
    ImportReport report;
    AuditPtr audit;
    TrustView trust;
    OldList oldList;
    std::shared_ptr<const EvidenceFiles> files;
  };
  /// What the workspace holds now. Runs on a worker.
  [[nodiscard]] static Result<Outcome> computed(const std::filesystem::path& workspace,
                                                ImportReport report, const Progress& progress);
  [[nodiscard]] std::filesystem::path newWorkspace(const QString& name) const;
  /// Changes the workspace on a worker, then computes and shows it.
  void change(const QString& title, std::function<Result<void>(const std::filesystem::path&)> run);
  void import(const QString& title, const std::filesystem::path& workspace, bool fresh,
              const std::vector<std::filesystem::path>& paths, ImportOptions options);
  void accept(const std::filesystem::path& workspace, bool fresh, Result<Outcome> outcome,
              const QString& title);
  /// Tells why, and what can be done where an import is unfinished.
  void explain(const std::filesystem::path& workspace, const Error& error, const QString& title);
  void report(const QString& title, const Error& error);
  void reportProblems(const ImportReport& imported);
  void tellAnew(const ImportReport& imported);
  void remember() const;

  JobRunner* m_jobs;
  OpenAudit m_audit;
  QString m_folder;
  std::unique_ptr<QTemporaryDir> m_copies;  // of files that are read again
  bool m_fresh = false;  // the paths that are asked about now go into a new audit
  std::filesystem::path m_finishing;  // where the paths go that are asked about now
};

}  // namespace plumbline
