// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An honest town that shares nothing with model/simulate, so that what the audit says of honest
// worlds does not rest on one idea of them. Written from docs/file-format.md alone: lorries and
// small vans, uneven months, a rate of loss that is off, scales that are off, and what people do to
// their books without meaning harm. Its own random numbers; same seed, same bytes.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>

#include "tests/model/publisher.h"

namespace plumbline::test {

struct OtherWorld {
  unsigned seed = 1;
  int months = 12;
  int loads = 50;             // a month
  double drying = 0;          // of what dries, lost on the way
  double least = 0;           // t, a receiver books at least this
  double step = 0;            // t, a receiver books in these steps
  int clockHours = 0;         // the plant's clock is ahead
  bool booksLate = false;     // a receiver dates its receipts a month later
  bool ownCodes = false;      // a receiver has codes of its own, and lists them
  bool noOperations = false;  // no receiver states one
  bool datesOnly = false;     // receivers write days
  double typos = 0;           // of the receipts have a wrong digit in the number
  double noNumbers = 0;       // of the receipts have "-"
  double refused = 0;         // of the loads lose a tenth at the gate, by the receiver's word
  double wrongLines = 0;      // of the receipts are booked under another line, with its waste code
  double others = 0;          // receipts from other senders, for each of the plant's
  double corrected = 0;       // of the loads: a mistyped mass, corrected a month later
  double worse = 1;           // all errors are so many times as large; at 1 they are 0.8 of what is stated
  bool summerTime = false;    // the plant's clock is an hour further ahead from April to October
  bool plateBlanks = false;   // receivers write plates with a blank
  bool scaleBroken = false;   // a week in May the plant guesses what leaves
  bool newCodes = false;      // the plant has other codes from July on
  bool joinsLate = false;     // a receiver publishes from June on
  double mistyped = 0;        // of the receipts: a mass with a digit too many, corrected a month later
  double otherYard = 0;       // of the board goes to another yard, which signs for it
  double returned = 0;        // of the loads come back
  // Not honest:
  double thin = 0;      // of every load never arrives
  double relabel = 0;   // of the board is residue, and received as that
};

class OtherTown {
 public:
  explicit OtherTown(const OtherWorld& world) : m_world(world), m_random(world.seed) {
    for (double& error : m_scaleErrors) error = 0.0004 * world.worse * bell();
    m_lossRate = 0.04 * (1 + 0.08 * world.worse * std::clamp(bell(), -2.0, 2.0));
  }

  /// The folder of all publications, with parties.txt.
  void write(const fs::path& root) {
    TestPublisher plant("hilltop", Role::Plant, 1);
    std::vector<TestPublisher> receivers;
    for (std::size_t i = 0; i < names.size(); ++i) {
      receivers.emplace_back(names[i], Role::Receiver, static_cast<unsigned char>(2 + i));
    }
    for (int month = 0; month < m_world.months; ++month) makeMonth(month);
    for (int month = 0; month < m_world.months; ++month) publish(root, plant, receivers, month);
    std::vector<const TestPublisher*> all{&plant};
    for (const TestPublisher& receiver : receivers) all.push_back(&receiver);
    for (const TestPublisher* publisher : all) publisher->close(root);
    writeTrust(root, all);
  }

 private:
  struct Good {
    const char *code, *waste, *operation, *type;
    bool dries;
    std::size_t receiver;
  };
  static constexpr std::array<Good, 5> goods = {{{"board", "", "R3", "product", true, 0},
                                                 {"paper", "19 12 01", "R3", "secondary", true, 1},
                                                 {"plastic", "19 12 04", "R3", "secondary", false, 0},
                                                 {"metal", "19 12 02", "R4", "secondary", false, 2},
                                                 {"mulch", "", "R3", "product", true, 3}}};
  static constexpr std::array<const char*, 4> names = {"lakeside-mill", "brook-papers",
                                                       "anvil-metals", "orchard-soil"};
  static constexpr std::size_t habitual = 0;  // whose books have the habits of one receiver
  static constexpr std::size_t otherYard = 1;

  double unit() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
  /// Sum of twelve: normal enough.
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += unit();
    return sum;
  }
  bool chance(double share) { return unit() < share; }
  /// Draws nothing where there is nothing to draw: the other worlds keep their bytes.
  bool sometimes(double share) { return share > 0 && chance(share); }
  [[nodiscard]] int ahead(int month) const {
    const int ofYear = month % 12;
    return m_world.clockHours + (m_world.summerTime && ofYear >= 3 && ofYear <= 9 ? 1 : 0);
  }
  [[nodiscard]] std::string codeOf(const Good& good, int month) const {
    return m_world.newCodes && month >= 6 ? std::string("N-") + good.code : good.code;
  }
  /// A net mass read on a scale with 20 kg steps.
  long read(double kilograms, std::size_t scale) {
    const double error = 15 * m_world.worse * bell() + kilograms * m_scaleErrors[scale];
    return std::lround((kilograms + error) / 20) * 20;
  }
  double lorry() {
    if (chance(0.15)) return std::clamp(2'600 + 500 * bell(), 900.0, 4'400.0);
    return std::clamp(19'000 + 3'200 * bell(), 8'000.0, 27'500.0);
  }

  static int year(int month) { return 2142 + month / 12; }
  static int daysOf(int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month % 12)] + (year(month) % 4 == 0 && month % 12 == 1);
  }
  template <class... Values>
  static std::string text(const char* format, Values... values) {
    std::array<char, 600> line{};
    std::snprintf(line.data(), line.size(), format, values...);
    return line.data();
  }
  /// Hours count from the first of the month, and may run into the next one.
  static std::string time(int month, double hours) {
    while (hours >= 24.0 * daysOf(month)) hours -= 24 * daysOf(month++);
    const int minutes = static_cast<int>(hours * 60);
    return text("%d-%02d-%02dT%02d:%02d:20Z", year(month), month % 12 + 1, minutes / 1440 + 1,
                minutes / 60 % 24, minutes % 60);
  }
  static std::string lastDay(int month) {
    return text("%d-%02d-%02d", year(month), month % 12 + 1, daysOf(month));
  }

  struct Month {
    std::string intakes, flows, stocks, shipments, corrections;
    std::array<std::string, names.size()> receipts, correctedReceipts;
  };

  void makeMonth(int month) {
    m_months.resize(static_cast<std::size_t>(m_world.months) + 2);
    double gone = 0;
    const int count = static_cast<int>(m_world.loads * (0.8 + 0.4 * unit()));
    for (int i = 0; i < count; ++i) gone += makeLoad(month, i, count);
    takeIn(month, gone);
    survey(month);
  }

  double makeLoad(int month, int index, int count) {
    const std::size_t which = std::array<std::size_t, 8>{0, 0, 1, 1, 2, 2, 3, 4}[static_cast<
        std::size_t>(unit() * 8)];
    const Good& good = goods[which];
    const double mass = lorry();
    const int number = ++m_loads;
    // Work stops three days before the month is over, so that each month has its receipts.
    const double hours = (daysOf(month) - 3) * 24.0 * (index + 0.9 * unit()) / count;
    const std::string document = text("N%05d", 40'000 + number);
    const std::string vehicle = text("KV-%03d", 100 + static_cast<int>(unit() * 45));
    const bool guessed = m_world.scaleBroken && month % 12 == 4 && hours > 168 && hours < 336;
    const long sent = guessed ? std::lround(mass * (1 + 0.03 * bell()) / 500) * 500 : read(mass, 0);
    const bool comesBack = sometimes(m_world.returned);
    const bool mistyped = month + 2 < m_world.months && chance(m_world.corrected);
    const auto row = [&](long net) {
      return text("S%05d,%s,1,%s,%s,%s,%s,%s,%s,%ld,%s,%s\n", number, document.c_str(),
                  time(month, hours + ahead(month)).c_str(), names[good.receiver], vehicle.c_str(),
                  codeOf(good, month).c_str(), good.waste, good.operation, net,
                  guessed ? "," : "gate,c1", comesBack ? "returned" : "");
    };
    Month& books = m_months[static_cast<std::size_t>(month)];
    books.shipments += row(mistyped ? sent * 10 : sent);
    if (mistyped) m_months[static_cast<std::size_t>(month) + 1].corrections += row(sent);
    const double lost = m_world.thin + (good.dries ? m_world.drying : 0);
    const bool residue = which == 0 && chance(m_world.relabel);
    receive(month, hours + 0.4 + 2.5 * unit() + (chance(0.1) ? 24 : 0), good, document, vehicle,
            mass * (1 - lost), residue, comesBack);
    return comesBack ? 0 : mass;
  }

  void receive(int month, double hours, const Good& good, std::string document, std::string vehicle,
               double mass, bool residue, bool rejected) {
    const bool elsewhere = good.receiver == habitual && sometimes(m_world.otherYard);
    const std::size_t who = elsewhere ? otherYard : good.receiver;
    const bool hasHabits = who == habitual;
    double net = static_cast<double>(read(mass, 1 + who));
    const bool part = chance(m_world.refused);
    if (part) net = std::round(net * 0.09) * 10;
    if (hasHabits && m_world.step > 0) net = std::round(net / 1000 / m_world.step) * m_world.step * 1000;
    if (hasHabits) net = std::max(net, m_world.least * 1000);
    if (chance(m_world.typos)) {
      char& digit = document[1 + static_cast<std::size_t>(unit() * 5)];
      digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    }
    if (chance(m_world.noNumbers)) document = "-";
    std::string material = good.code, waste = good.waste, operation = good.operation;
    if (hasHabits && m_world.ownCodes) material = "L-" + material.substr(0, 3), waste.clear();
    if (chance(m_world.wrongLines)) material = "rejects", waste = "19 12 12";
    if (residue) material = "rejects", waste = "19 12 12", operation = "D1";
    if (m_world.noOperations) operation.clear();
    int booked = month;
    if (hasHabits && m_world.booksLate) hours += 24 * daysOf(booked++);
    std::string when = time(month, hours);
    if (m_world.datesOnly) when.resize(10);
    if (m_world.plateBlanks) vehicle[2] = ' ';
    ++m_receipts;
    const auto row = [&](double kilograms) {
      return text("R%05d,%s,1,%s,hilltop,%s,%s,%s,%s,%.0f,bridge,c1,%s\n", m_receipts,
                  document.c_str(), when.c_str(), vehicle.c_str(), material.c_str(), waste.c_str(),
                  operation.c_str(), kilograms, rejected ? "rejected" : part ? "part" : "accepted");
    };
    std::string& table = m_months[static_cast<std::size_t>(booked)].receipts[who];
    const bool mistyped = month + 2 < m_world.months && sometimes(m_world.mistyped);
    table += row(mistyped ? net * 10 : net);
    if (mistyped) m_months[static_cast<std::size_t>(booked) + 1].correctedReceipts[who] += row(net);
    if (!chance(m_world.others)) return;
    ++m_receipts;
    table += text("R%05d,Q%05d,1,%s,valley-works,VW-%d,%s,%s,%s,%ld,bridge,c1,accepted\n",
                  m_receipts, m_receipts, when.c_str(), m_receipts % 20, good.code, good.waste,
                  good.operation, read(lorry(), 1 + who));
  }

  /// As much as left, was lost and shall lie there at the end of the month.
  void takeIn(int month, double gone) {
    Month& books = m_months[static_cast<std::size_t>(month)];
    const double wanted = 400'000 * (1 + 0.2 * std::sin(month * 0.7));
    double came = 0, measured = 0;
    std::vector<double> masses;
    while (m_stock + came * (1 - m_lossRate) - gone < wanted) came += masses.emplace_back(lorry());
    for (std::size_t i = 0; i < masses.size(); ++i) {
      const double hours = (daysOf(month) - 3) * 24.0 * static_cast<double>(i) /
                           static_cast<double>(masses.size());
      const long net = read(masses[i], 0);
      measured += static_cast<double>(net);
      books.intakes += text("I%05d,%s,town,mixed,%ld,gate,c1\n", ++m_intakes,
                            time(month, hours + ahead(month)).c_str(), net);
    }
    m_stock += came * (1 - m_lossRate) - gone;
    books.flows = text("F%d,%s,%s,hall,air,water,%.0f,%.0f\n", month, time(month, 0).c_str(),
                       lastDay(month).c_str(), 0.04 * measured, 0.0036 * measured);
  }

  void survey(int month) {
    std::string& stocks = m_months[static_cast<std::size_t>(month)].stocks;
    const auto add = [&](const std::string& when, double mass) {
      stocks += text("T%d%s,%s,yard,mixed,%.0f,%.0f,survey\n", month, when.size() > 10 ? "a" : "e",
                     when.c_str(), mass * (1 + 0.02 * m_world.worse * std::clamp(bell(), -2.5, 2.5)),
                     0.025 * mass);
    };
    if (month == 0) add(time(0, 0), 400'000);
    add(lastDay(month), m_stock);
  }

  [[nodiscard]] std::string materials(std::size_t receiver, int month = 0) const {
    std::string csv = "code,name,class,low_code\n";
    const bool own = receiver == habitual && m_world.ownCodes;
    for (const Good& good : goods) {
      const std::string code = receiver < names.size() ? good.code : codeOf(good, month);
      csv += text("%s,The %s,%s,%s\n", (own ? "L-" + code.substr(0, 3) : code).c_str(),
                  good.code, good.type, own ? "" : good.waste);
    }
    return csv + "rejects,Rejects,residue,19 12 12\n";
  }

  void publish(const fs::path& root, TestPublisher& plant, std::vector<TestPublisher>& receivers,
               int month) const {
    const std::string scales =
        "id,kind,calibration_id,calibrated_at,scale_interval_kg,u_random_kg,u_shared_rel\n";
    const Month& books = m_months[static_cast<std::size_t>(month)];
    const std::string sent =
        "id,document_no,line,dispatched_at,consignee,vehicle,material,low_code,operation,net_kg,"
        "instrument,calibration,status\n";
    std::vector<TestTable> tables{
        {"intakes", "id,time,source,material,net_kg,instrument,calibration\n" + books.intakes},
        {"flows", "id,start,end,from_node,to_node,material,mass_kg,u_kg\n" + books.flows},
        {"stocks", "id,time,node,material,mass_kg,u_kg,method\n" + books.stocks},
        {"shipments", sent + books.corrections + books.shipments}};
    if (month == 0) {
      tables.push_back({"materials", materials(goods.size()) +
                                         "mixed,Mixed waste,waste,20 03 01\nwater,Water,loss,\n"});
      tables.push_back({"instruments", scales + "gate,weighbridge,c1,2142-01-01,20,20,0.0005\n"});
    }
    if (m_world.newCodes && month == 6) {
      tables.push_back({"materials", materials(goods.size(), month)});
    }
    if (month % 12 == 11) {
      tables.push_back({"claims", "id,period_start,period_end,metric,value,unit\n" +
                                      text("C%d,%d-01-01,%d-12-31,residual_waste,0,t\n", month,
                                           year(month), year(month))});
    }
    Publication publication = plant.bind(root, tables);
    if (!books.corrections.empty()) publication.reason = "mistyped masses";
    plant.publish(root, publication);
    for (std::size_t i = 0; i < receivers.size(); ++i) {
      const int first = i == habitual && m_world.joinsLate ? 5 : 0;
      if (month < first) continue;
      std::vector<TestTable> own{
          {"receipts", "id,document_no,line,received_at,consignor,vehicle,material,low_code,"
                       "operation,net_kg,instrument,calibration,outcome\n" +
                           books.correctedReceipts[i] + books.receipts[i]}};
      if (month == first) {
        own.push_back({"materials", materials(i)});
        own.push_back({"instruments", scales + "bridge,weighbridge,c1,2142-01-01,20,20,0.0005\n"});
      }
      Publication issue = receivers[i].bind(root, own);
      issue.periodStart = plumbline::Month{2142 * 12 + month}.start();
      issue.periodEnd = plumbline::Month{2142 * 12 + month}.end();
      if (!books.correctedReceipts[i].empty()) issue.reason = "mistyped masses";
      receivers[i].publish(root, issue);
    }
  }

  OtherWorld m_world;
  std::mt19937_64 m_random;
  std::array<double, 1 + names.size()> m_scaleErrors{};
  double m_lossRate = 0, m_stock = 400'000;
  int m_loads = 0, m_receipts = 0, m_intakes = 0;
  std::vector<Month> m_months;
};

}  // namespace plumbline::test
