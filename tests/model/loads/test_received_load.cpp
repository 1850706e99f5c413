// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/loads/received_load.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// The receipts of one load, each with what it means.
class Parts {
 public:
  Parts& add(std::int64_t tonnes, MaterialMeaning meaning, const char* status = "accepted") {
    LoadWords words;
    words.status = status;
    LoadRow row;
    row.net = Mass::kilograms(1'000 * tonnes);
    row.words = &words;
    if (words.status == "rejected") {
      sum.refuse(row);
    } else {
      sum.add(row, meaning);
    }
    return *this;
  }
  ReceivedLoad sum;
};

constexpr MaterialMeaning useful{.materialClass = MaterialClass::Product,
                                 .operation = Operation::Recovery};
constexpr MaterialMeaning residue{.materialClass = MaterialClass::Residue,
                                  .operation = Operation::Disposal};
constexpr MaterialMeaning burnt{.materialClass = MaterialClass::Waste,
                                .operation = Operation::Energy};
constexpr MaterialMeaning unknown{};

/// Tonnes: confirmed, residue, refused, other use, lighter.
using Shares = std::array<std::int64_t, 5>;

Shares sharesOf(const ReceivedLoad& sum, std::int64_t tonnes) {
  const Mass shipped = Mass::kilograms(1'000 * tonnes);
  const auto tonnesOf = [](Mass mass) { return mass.inGrams() / 1'000'000; };
  return {tonnesOf(sum.confirmedOf(shipped)), tonnesOf(sum.residueOf(shipped)),
          tonnesOf(sum.refusedOf(shipped)), tonnesOf(sum.otherUseOf(shipped)),
          tonnesOf(sum.lighterOf(shipped))};
}

}  // namespace

class TestReceivedLoad : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Of 20 t sent.
  void eachTonneHasOneFate() {
    QCOMPARE(sharesOf(Parts().add(20, useful).sum, 20), (Shares{20, 0, 0, 0, 0}));
    QCOMPARE(sharesOf(Parts().add(18, useful).sum, 20), (Shares{18, 0, 0, 0, 2}));
    QCOMPARE(sharesOf(Parts().add(22, useful).sum, 20), (Shares{20, 0, 0, 0, 0}));
    QCOMPARE(sharesOf(Parts().add(12, useful).add(7, residue).sum, 20), (Shares{12, 7, 0, 0, 1}));
    QCOMPARE(sharesOf(Parts().add(12, useful).add(7, burnt).sum, 20), (Shares{12, 0, 0, 7, 1}));
    QCOMPARE(sharesOf(Parts().add(15, useful, "part").sum, 20), (Shares{15, 0, 5, 0, 0}));
    QCOMPARE(sharesOf(Parts().add(20, useful, "rejected").sum, 20), (Shares{0, 0, 20, 0, 0}));
  }
  /// Received as something else as a whole: with the mass that was claimed for it.
  void aWholeLoadCountsWithWhatWasClaimed() {
    QCOMPARE(sharesOf(Parts().add(19, residue).sum, 20), (Shares{0, 20, 0, 0, 0}));
    QCOMPARE(sharesOf(Parts().add(19, burnt).sum, 20), (Shares{0, 0, 0, 20, 0}));
    QCOMPARE(sharesOf(Parts().add(19, unknown).sum, 20), (Shares{0, 0, 0, 20, 0}));
  }
  /// The part that is furthest from useful names the load.
  void theWorstPartNamesTheLoad() {
    QVERIFY(Parts().add(1, residue).add(19, useful).sum.meaning.materialClass ==
            MaterialClass::Residue);
    QVERIFY(Parts().add(19, useful).add(1, residue).sum.meaning.materialClass ==
            MaterialClass::Residue);
    QCOMPARE(Parts().add(19, unknown).sum.unclear.inGrams(), 19'000'000);
  }
};

PLUMBLINE_TEST(TestReceivedLoad)
#include "test_received_load.moc"
