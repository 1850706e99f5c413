// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QDialog>
#include <QStringList>

#include "ui/dialogs/key_choice.h"
#include "ui/dialogs/publish_form.h"
#include "ui/pages/page.h"
#include "ui/shell/reference_dialog.h"

namespace plumbline {

class GlossarySearch;
class SentenceLabel;
class TextLabel;

/// Asking for files. Members, so that a test answers instead of a person.
struct FileDialogs {
  std::function<QStringList(QWidget*)> importFiles;
  std::function<QString(QWidget*)> importFolder;
  std::function<QString(QWidget*)> openAudit;
  std::function<QString(QWidget*, const QString& suggestion)> saveAudit;
  /// A workspace, or a file of the evidence, under a name of the person's choice.
  std::function<QString(QWidget*, const QString& suggestion)> saveWorkspace;
  std::function<QString(QWidget*, const QString& suggestion)> saveCopy;
  /// Where an import goes while an audit is open: into it, into a new one; nothing: nowhere.
  std::function<std::optional<bool>(QWidget*, const QString& openAudit)> intoOpenAudit;
  std::function<QString(QWidget*, TrustFile)> trustFile;

  std::function<QString(QWidget*, const QString& suggestion)> saveKey;
  AskKey key;  // to sign with
  PublishPaths publish;
  ReferencePaths reference;

  /// The system's own dialogs.
  [[nodiscard]] static FileDialogs ofTheSystem();
};

/// Light, dark, high contrast, or as the system has it. Takes effect and is kept at once.
class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit SettingsDialog(QWidget* parent);
  /// Applies what was chosen in an earlier run.
  static void applyStored();
};

/// What the present page answers, and the glossary.
class HelpDialog : public QDialog {
  Q_OBJECT
 public:
  explicit HelpDialog(QWidget* parent);
  void showPage(const QString& title, const QString& help);
  void lookUp(const QString& words);
  void focusGlossary();

 private:
  TextLabel* m_page;
  SentenceLabel* m_help;
  GlossarySearch* m_glossary;
};

}  // namespace plumbline
