// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who got what: the flow from source to receiver and the map of shipments, as on the Balance page.
#include <QCoreApplication>

#include "ui/figures/balance_charts.h"
#include "ui/figures/delivery_charts.h"
#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"

namespace plumbline {

namespace {

constexpr qreal mapShare = 0.5;   // of the width
constexpr qreal flowRoom = 1.35;  // of the least height: thin bands are told apart

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

void writeFlow(Writer& writer, const SankeyData& flow) {
  writer.keep([&] {
    writer.heading(Words::tr("From source to receiver"), TextRole::CardHeading);
    Picture picture;
    picture.title = Words::tr("From source to receiver");
    picture.summary = flow.summary;
    // Five columns with their words need more room than the text has.
    picture.type = 0.68;
    picture.height = [flow](qreal, const PaintStyle& style) {
      return sankeyHeight(flow, style) * flowRoom;
    };
    picture.paint = [flow](QPainter* painter, const QRectF& box, const PaintStyle& style) {
      paintSankey(painter, box, flow, style);
    };
    writer.picture(picture);
    writer.space(12);
  });
}

void writeMap(Writer& writer, const MapData& map) {
  if (map.arcs.empty()) return;
  writer.keep([&] {
    writer.heading(Words::tr("Map of shipments"), TextRole::CardHeading);
    Picture picture;
    picture.title = Words::tr("Map of shipments");
    picture.summary = map.summary;
    picture.type = 0.82;
    picture.height = [](qreal width, const PaintStyle&) { return width * mapShare; };
    picture.paint = [map](QPainter* painter, const QRectF& box, const PaintStyle& style) {
      paintMap(painter, mapFrame(box, map), map, style);
    };
    writer.picture(picture);
    writer.space(12);
  });
}

void writeReceivers(Writer& writer, const AuditResult& audit, const ReportOptions& options) {
  const Deliveries& deliveries = *options.deliveries;
  const Balance& balance = audit.balance;
  if (!balance.applicable || balance.months.empty()) return;
  const Month first = balance.months.front().month;
  const Month last{balance.months.back().month.index + 1};
  const MapData map = mapData(deliveries, first, last);
  if (map.tableRows.empty()) return;
  writer.part();
  writer.heading(Words::tr("Who got it"));
  writer.text(deliveriesShow(deliveries, first, last), TextRole::Panel);
  writer.space(10);
  writeFlow(writer, sankeyData(balance, deliveries, figuresOf(audit)));
  writeMap(writer, map);
  if (!map.unplaced.isEmpty()) writer.text(map.unplaced, TextRole::Small, ColorRole::Muted);
  writeTitledTable(writer, Words::tr("Receivers and their distance"), map.tableHeader,
                   map.tableRows, 2.2);
}

}  // namespace

namespace sections {

extern constinit const Section receivers{.write = writeReceivers,
                                         .isWanted = [](const ReportOptions& options) {
                                           return options.balance && options.deliveries != nullptr;
                                         }};

}  // namespace sections

}  // namespace plumbline
