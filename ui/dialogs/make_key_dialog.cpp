// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/make_key_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QtConcurrentRun>

#include "model/records/visible_text.h"

#include "ui/dialogs/file_path.h"
#include "ui/dialogs/key_digits.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/belief_words.h"
#include "ui/words/error_words.h"
#include "ui/words/passphrase_words.h"

namespace plumbline {

namespace {

/// 256 bits that nobody has to remember.
QString madeUpPassphrase() {
  QByteArray bytes(32, '\0');
  QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
  return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

}  // namespace

MakeKeyDialog::MakeKeyDialog(QWidget* parent, AskPath ask, KeyVault vault)
    : QDialog(parent), m_ask(std::move(ask)), m_vault(std::move(vault)) {
  setObjectName(QStringLiteral("makeKeyDialog"));
  setWindowTitle(tr("Make a key of your own"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("makeKeyStates"));
  m_states->addWidget(makeForm());
  m_states->addWidget(makeResult());
  column->addWidget(m_states);
  connect(&m_making, &QFutureWatcherBase::finished, this,
          [this] { keepPassphrase(m_making.result()); });
  refresh();
  setMinimumWidth(px(600));
  m_name->setFocus();
}

MakeKeyDialog::~MakeKeyDialog() {
  m_making.waitForFinished();
}

QWidget* MakeKeyDialog::makeForm() {
  auto* page = new QWidget(m_states);
  page->setObjectName(QStringLiteral("makeKeyForm"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  column->addWidget(
      new TextLabel(TextRole::CardHeading, tr("Who signs with it, and for what?"), page));
  m_form = new QFormLayout;
  m_form->setHorizontalSpacing(px(16));
  m_form->setVerticalSpacing(px(8));
  addNames(m_form);
  addProtection(m_form);
  addPlace(m_form);
  column->addLayout(m_form);
  m_missing = new SentenceLabel(TextRole::Small, page);
  m_missing->setObjectName(QStringLiteral("keyMissing"));
  column->addWidget(m_missing);
  column->addStretch(1);
  column->addWidget(makeButtons());
  return page;
}

void MakeKeyDialog::addNames(QFormLayout* form) {
  m_job = new QComboBox(this);
  m_job->setObjectName(QStringLiteral("keyJob"));
  m_job->setAccessibleName(tr("What it is for"));
  m_job->addItem(tr("Sign audits, as a person"), static_cast<int>(KeyJob::Person));
  m_job->addItem(tr("Publish the records of a party"), static_cast<int>(KeyJob::Party));
  m_job->addItem(tr("Sign the checkpoints of a log"), static_cast<int>(KeyJob::Log));
  m_job->addItem(tr("Cosign checkpoints, as a witness"), static_cast<int>(KeyJob::Witness));
  form->addRow(tr("What it is for"), m_job);
  m_role = new QComboBox(this);
  m_role->setObjectName(QStringLiteral("keyRole"));
  m_role->setAccessibleName(tr("Role of the party"));
  for (const Role role : {Role::Plant, Role::Carrier, Role::Receiver, Role::Regulator,
                          Role::Citizen, Role::Council}) {
    m_role->addItem(words::roleWord(role), QString::fromStdString(std::string(toText(role))));
  }
  form->addRow(tr("Role of the party"), m_role);
  m_name = new QLineEdit(this);
  m_name->setObjectName(QStringLiteral("keyName"));
  m_name->setAccessibleName(tr("Name"));
  form->addRow(tr("Name"), m_name);
  connect(m_job, &QComboBox::currentIndexChanged, this, &MakeKeyDialog::refresh);
  connect(m_name, &QLineEdit::textChanged, this, &MakeKeyDialog::refresh);
}

void MakeKeyDialog::addProtection(QFormLayout* form) {
  m_byPassphrase = new QRadioButton(tr("A passphrase that you remember"), this);
  m_byPassphrase->setObjectName(QStringLiteral("byPassphrase"));
  m_byKeychain = new QRadioButton(tr("The keychain of this system"), this);
  m_byKeychain->setObjectName(QStringLiteral("byKeychain"));
  m_byKeychain->setToolTip(
      tr("A passphrase is made up and kept there. The key cannot be used on "
         "another computer."));
  for (QRadioButton* button : {m_byPassphrase, m_byKeychain}) {
    button->setAccessibleName(button->text());
  }
  m_byPassphrase->setChecked(true);
  form->addRow(tr("Protected by"), m_byPassphrase);
  form->addRow(QString(), m_byKeychain);
  const auto secret = [this](const QString& name, const char* object) {
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(object));
    field->setAccessibleName(name);
    field->setEchoMode(QLineEdit::Password);
    connect(field, &QLineEdit::textChanged, this, &MakeKeyDialog::refresh);
    return field;
  };
  m_passphrase = secret(tr("Passphrase"), "keyPassphrase");
  m_again = secret(tr("Passphrase again"), "keyPassphraseAgain");
  m_hint = new TextLabel(TextRole::Small, this);
  m_hint->setObjectName(QStringLiteral("passphraseHint"));
  m_hint->setWordWrap(true);
  m_hint->setColor(ColorRole::Muted);
  form->addRow(tr("Passphrase"), m_passphrase);
  form->addRow(QString(), m_hint);
  form->addRow(tr("Passphrase again"), m_again);
  connect(m_byPassphrase, &QRadioButton::toggled, this, &MakeKeyDialog::refresh);
}

void MakeKeyDialog::addPlace(QFormLayout* form) {
  auto* place = new QWidget(this);
  place->setObjectName(QStringLiteral("keyPlace"));
  auto* row = new QHBoxLayout(place);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_file = new QLineEdit(place);
  m_file->setObjectName(QStringLiteral("keyFile"));
  m_file->setAccessibleName(tr("File of the key"));
  QPushButton* choose = makeButton(tr("Choose…"), Icon::Folder, place);
  choose->setObjectName(QStringLiteral("keyChooseFile"));
  choose->setAccessibleName(tr("Choose the file of the key…"));
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, [this] {
    const QString name = m_name->text().isEmpty() ? QStringLiteral("my") : m_name->text();
    const QString file = m_ask(this, name + QStringLiteral(".key"));
    if (!file.isEmpty()) m_file->setText(file);
  });
  row->addWidget(m_file, 1);
  row->addWidget(choose);
  form->addRow(tr("File of the key"), place);
  connect(m_file, &QLineEdit::textChanged, this, &MakeKeyDialog::refresh);
}

QWidget* MakeKeyDialog::makeButtons() {
  auto* buttons = new QWidget(this);
  buttons->setObjectName(QStringLiteral("makeKeyButtons"));
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  row->addStretch(1);
  QPushButton* cancel = makeButton(tr("Cancel"), Icon::Close, buttons);
  cancel->setObjectName(QStringLiteral("makeKeyCancel"));
  cancel->setAutoDefault(false);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  m_make = makePrimaryButton(tr("Make the key"), Icon::Key, buttons);
  m_make->setObjectName(QStringLiteral("makeKey"));
  m_make->setDefault(true);
  connect(m_make, &QPushButton::clicked, this, &MakeKeyDialog::start);
  row->addWidget(cancel);
  row->addWidget(m_make);
  return buttons;
}

QWidget* MakeKeyDialog::makeResult() {
  auto* page = new QWidget(m_states);
  page->setObjectName(QStringLiteral("makeKeyResult"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Your key is made"), page));
  m_where = new SentenceLabel(TextRole::Body, page);
  m_where->setObjectName(QStringLiteral("keyWhere"));
  column->addWidget(m_where);
  column->addWidget(
      new TextLabel(TextRole::BodyBold, tr("Others compare these digits with you"), page));
  m_digits = new QVBoxLayout;
  column->addLayout(m_digits);
  column->addWidget(new TextLabel(TextRole::BodyBold, tr("Others write this line down"), page));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  m_line = new QLineEdit(page);
  m_line->setObjectName(QStringLiteral("keyLine"));
  m_line->setAccessibleName(tr("The public line of the key"));
  m_line->setReadOnly(true);
  QPushButton* copy = makeButton(tr("Copy the line"), Icon::Copy, page);
  copy->setObjectName(QStringLiteral("keyCopyLine"));
  copy->setAutoDefault(false);
  connect(copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(m_line->text()); });
  row->addWidget(m_line, 1);
  row->addWidget(copy);
  column->addLayout(row);
  column->addStretch(1);
  auto* foot = new QHBoxLayout;
  foot->addStretch(1);
  QPushButton* close = makePrimaryButton(tr("Close"), Icon::Check, page);
  close->setObjectName(QStringLiteral("makeKeyClose"));
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  foot->addWidget(close);
  column->addLayout(foot);
  return page;
}

KeyJob MakeKeyDialog::job() const {
  return static_cast<KeyJob>(m_job->currentData().toInt());
}

QString MakeKeyDialog::whatIsMissing() const {
  if (m_name->text().isEmpty()) return tr("A name is missing.");
  if (!isNoteName(m_name->text().toStdString())) {
    return tr("The name has a space, a plus sign or a sign that cannot be seen.");
  }
  if (m_byPassphrase->isChecked()) {
    if (m_passphrase->text().isEmpty()) return tr("A passphrase is missing.");
    if (m_again->text() != m_passphrase->text()) return tr("The two passphrases differ.");
  }
  if (m_file->text().isEmpty()) return tr("The file of the key is missing.");
  if (QFileInfo::exists(m_file->text())) {
    return tr("The file is there already; a key is never written over another.");
  }
  return {};
}

void MakeKeyDialog::refresh() {
  if (m_make == nullptr) return;  // the form is still being put together
  const bool person = job() == KeyJob::Person;
  const bool party = job() == KeyJob::Party;
  m_form->setRowVisible(m_role, party);
  m_name->setPlaceholderText(person  ? tr("ada.example")
                             : party ? tr("the party’s id, as in ecosphere-north")
                             : job() == KeyJob::Log
                                 ? tr("the log’s origin, as in plant.example/log")
                                 : tr("witness.example"));
  const bool typed = m_byPassphrase->isChecked();
  m_form->setRowVisible(m_passphrase, typed);
  m_form->setRowVisible(m_hint, typed);
  m_form->setRowVisible(m_again, typed);
  m_hint->setText(words::passphraseHint(m_passphrase->text()));
  const QString missing = whatIsMissing();
  m_missing->setColor(ColorRole::Muted);
  m_missing->setSentence(missing);
  m_make->setEnabled(missing.isEmpty());
  m_make->setToolTip(plainTip(missing));
}

void MakeKeyDialog::start() {
  if (!whatIsMissing().isEmpty() || m_making.isRunning()) return;
  m_secret = m_byPassphrase->isChecked() ? m_passphrase->text() : madeUpPassphrase();
  m_make->setEnabled(false);
  const std::string role = m_role->currentData().toString().toStdString();
  // The work factor of the passphrase is meant to take a while.
  m_making.setFuture(QtConcurrent::run([file = m_file->text(), name = m_name->text().toStdString(),
                                        job = job(), role, secret = m_secret.toStdString()] {
    const SigningKey key{name, PrivateKey::generate(), job};
    const Result<void> written = writeKeyFile(toPath(file), key, secret);
    Made made;
    made.file = file;
    if (!written) {
      made.problem = visibleLine(words::errorText(written.error()));
      return made;
    }
    made.line = QString::fromStdString(trustLine(key, role));
    made.fingerprint = QString::fromStdString(key.key.publicKey().fingerprint());
    return made;
  }));
}

void MakeKeyDialog::keepPassphrase(Made made) {
  if (made.problem.isEmpty() && m_byKeychain->isChecked()) {
    const QString refused = m_vault.keep(made.file, m_secret);
    if (!refused.isEmpty()) {
      // A key that nobody can open any more is of no use.
      QFile::remove(made.file);
      QFile::remove(made.file + QStringLiteral(".pub"));
      m_byPassphrase->setChecked(true);
      made.problem = tr("No keychain took the passphrase (%1). Nothing was kept; choose a "
                        "passphrase instead.")
                         .arg(refused);
    }
  }
  m_secret.clear();
  finish(made);
}

void MakeKeyDialog::finish(const Made& made) {
  refresh();
  if (!made.problem.isEmpty()) {
    m_missing->setColor(inkOf(Tone::Fail));
    return m_missing->setSentence(made.problem);
  }
  m_passphrase->clear();
  m_again->clear();
  m_where->setSentence(
      tr("**%1** holds the key, encrypted. Nobody can restore it: keep a copy of the file%2. It is "
         "never written into a workspace or an audit file. **%1.pub** is for others.")
          .arg(visibleLine(QFileInfo(made.file).fileName()),
               m_byPassphrase->isChecked() ? tr(" and remember the passphrase")
                                           : tr("; its passphrase is in the keychain of this "
                                                "system")));
  clearLayout(m_digits);
  m_digits->addWidget(new KeyDigits(made.fingerprint, this));
  m_line->setText(made.line);
  m_line->setCursorPosition(0);
  m_states->setCurrentIndex(1);
  findChild<QPushButton*>(QStringLiteral("makeKeyClose"))->setFocus();
}

}  // namespace plumbline
