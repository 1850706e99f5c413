// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_list.h"

#include <QHeaderView>
#include <QTableView>

namespace plumbline {

void makeRowList(QTableView& view, int rowHeight) {
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setSelectionMode(QAbstractItemView::SingleSelection);
  view.setTabKeyNavigation(false);
  view.setWordWrap(false);
  view.setShowGrid(false);
  view.verticalHeader()->hide();
  view.verticalHeader()->setDefaultSectionSize(rowHeight);
  view.horizontalHeader()->setStretchLastSection(true);
  view.horizontalHeader()->setHighlightSections(false);
  view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

}  // namespace plumbline
