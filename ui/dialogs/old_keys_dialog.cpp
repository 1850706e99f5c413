// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/old_keys_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/dialogs/dialog_buttons.h"
#include "ui/dialogs/key_digits.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/format.h"
#include "ui/words/old_list_words.h"

namespace plumbline {

namespace {

/// Whoever steps through with the keyboard sees which key the answer is about.
class AgreeBox : public QCheckBox {
 public:
  AgreeBox(const QString& text, QWidget* key, QScrollArea* area)
      : QCheckBox(text, key), m_key(key), m_area(area) {}

 protected:
  void focusInEvent(QFocusEvent* event) override {
    QCheckBox::focusInEvent(event);
    m_area->ensureWidgetVisible(m_key);
  }

 private:
  QWidget* m_key;
  QScrollArea* m_area;
};

}  // namespace

OldKeysDialog::OldKeysDialog(const OldList& list, QWidget* parent)
    : QDialog(parent), m_state(new TextLabel(TextRole::Small, this)) {
  setObjectName(QStringLiteral("oldKeysDialog"));
  setWindowTitle(tr("Keys that an earlier version kept here"));
  setMinimumSize(px(560), px(480));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setObjectName(QStringLiteral("oldKeysAbout"));
  about->setSentence(
      tr("Whoever made this workspace could have written this list, so it counts for nothing yet. "
         "Compare the digits of each key with its owner, over a channel you trust. Only if all agree, "
         "take the list over. Where one does not, close this and name the others one by one."));
  column->addWidget(about);
  column->addWidget(makeKeys(list), 1);
  m_state->setObjectName(QStringLiteral("oldKeysState"));
  m_state->setColor(ColorRole::Muted);
  column->addWidget(m_state);
  const auto count = static_cast<std::int64_t>(list.keys.size());
  m_take = makePrimaryButton(tr("Take over %Ln keys", nullptr, plural(count)), Icon::Key,
                             this);
  m_take->setObjectName(QStringLiteral("oldKeysTake"));
  m_take->setAutoDefault(false);
  connect(m_take, &QPushButton::clicked, this, [this, digest = QString::fromStdString(list.digest)] {
    Q_EMIT taken(digest);
    accept();
  });
  column->addLayout(makeDialogButtons(this, m_take));
  refresh();
}

QWidget* OldKeysDialog::makeKeys(const OldList& list) {
  auto* area = new QScrollArea(this);
  area->setObjectName(QStringLiteral("oldKeysArea"));
  area->setAccessibleName(tr("Keys to compare"));
  area->setWidgetResizable(true);
  area->setFocusPolicy(Qt::NoFocus);
  area->setFrameShape(QFrame::NoFrame);
  auto* inner = new QWidget(area);
  inner->setObjectName(QStringLiteral("oldKeys"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, px(8), 0);
  column->setSpacing(px(16));
  area->setWidget(inner);
  for (const TrustedKey& key : list.keys) column->addWidget(makeKey(key, inner));
  column->addStretch(1);
  return area;
}

QWidget* OldKeysDialog::makeKey(const TrustedKey& key, QWidget* parent) {
  auto* block = new QWidget(parent);
  block->setObjectName(QStringLiteral("oldKey"));
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  const QString name = words::oldKeyName(key);
  column->addWidget(new TextLabel(TextRole::BodyBold, name, block));
  column->addWidget(new KeyDigits(QString::fromStdString(key.fingerprint), block));
  auto* area = qobject_cast<QScrollArea*>(parent->parentWidget()->parentWidget());
  auto* agree = new AgreeBox(tr("I compared them: they agree"), block, area);
  agree->setObjectName(QStringLiteral("oldKeyAgrees"));
  agree->setAccessibleName(tr("I compared the digits of %1: they agree").arg(name));
  agree->setAccessibleDescription(QString::fromStdString(key.fingerprint));
  connect(agree, &QCheckBox::toggled, this, &OldKeysDialog::refresh);
  column->addWidget(agree);
  m_agree << agree;
  return block;
}

void OldKeysDialog::refresh() {
  const auto compared = std::count_if(m_agree.begin(), m_agree.end(),
                                      [](const QCheckBox* box) { return box->isChecked(); });
  m_state->setText(
      tr("%1 of %2 compared").arg(formatCount(compared), formatCount(m_agree.size())));
  m_take->setEnabled(!m_agree.isEmpty() && compared == m_agree.size());
  m_take->setToolTip(m_take->isEnabled() ? QString() : tr("Compare every key first"));
}

}  // namespace plumbline
