// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "ui/report/writer.h"

namespace plumbline {

/// The report as one web page. Headings, tables and pictures say what they are, so that a screen
/// reader can walk through them.
class WebWriter : public Writer {
 public:
  WebWriter();
  /// The whole page; the writer is used up.
  [[nodiscard]] QByteArray page(const QString& title);

  void brand(const QString& words) override;
  void part() override;
  void space(qreal points) override;
  void text(const QString& markup, TextRole role = TextRole::Body,
            ColorRole color = ColorRole::Text, qreal indent = 0) override;
  void heading(const QString& text, TextRole role = TextRole::PageTitle) override;
  void markedHeading(Mark mark, const QString& text) override;
  void line() override;
  void header(const std::vector<PaperCell>& cells) override;
  void row(const std::vector<PaperCell>& cells, bool dense = false) override;
  void markedRow(Mark mark, const std::vector<PaperCell>& cells) override;
  void labelled(const QString& label, const QString& value, bool mono = false) override;
  void picture(const Picture& picture) override;
  void footnote(const QString& words) override;
  void keep(const std::function<void()>& write) override;

 private:
  enum class Block { None, Table, List };
  void open(Block block);
  [[nodiscard]] QString markElement(Mark mark);
  void addRow(const QString& before, const std::vector<PaperCell>& cells);

  QString m_body;
  Block m_block = Block::None;
  bool m_named = false;  // the table has a header
  std::set<int> m_marks;
  int m_pictures = 0;
};

}  // namespace plumbline
