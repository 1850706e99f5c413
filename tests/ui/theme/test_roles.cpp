// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the contrasts the visual guide states (its section 4) against the grounds the role may
// stand on, so that nobody changes a colour without noticing.

#include <algorithm>

#include <QTest>

#include "ui/theme/roles.h"

#include "tests/program.h"

using namespace plumbline;

Q_DECLARE_METATYPE(QList<plumbline::ColorRole>)

class TestRoles : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void contrastsAreAsStated_data();
  void contrastsAreAsStated();
  void knownContrasts();
  void inkIsAlwaysReadable();
  void fillsDifferInEveryTheme();
};

namespace {

const ThemeKind kThemes[] = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast};

double lowest(const Roles& table, ColorRole role, const QList<ColorRole>& grounds) {
  double low = 21.5;
  for (const ColorRole ground : grounds) low = std::min(low, contrast(table[role], table[ground]));
  return low;
}

}  // namespace

void TestRoles::contrastsAreAsStated_data() {
  using enum ColorRole;
  QTest::addColumn<ColorRole>("role");
  QTest::addColumn<QList<ColorRole>>("grounds");
  QTest::addColumn<QList<double>>("stated");
  const QList<ColorRole> everywhere{Window, Surface, Sunken};
  const QList<ColorRole> plain{Window, Surface};
  QTest::newRow("lineStrong") << LineStrong << plain << QList<double>{3.4, 4.5, 21};
  QTest::newRow("text") << Text << everywhere << QList<double>{14.4, 13.6, 21};
  QTest::newRow("muted") << Muted << everywhere << QList<double>{5.9, 7.6, 21};
  QTest::newRow("accent") << Accent << everywhere << QList<double>{6.2, 7.9, 12.4};
  QTest::newRow("text on accent") << OnAccent << QList{Accent} << QList<double>{7.4, 9.0, 12.4};
  QTest::newRow("selected") << OnSelection << QList{Selection} << QList<double>{14.1, 10.8, 17.1};
  QTest::newRow("focus ring") << FocusRing << plain << QList<double>{6.7, 7.9, 17.1};
  QTest::newRow("text on fills") << OnFill << QList{PassFill, EnergyFill}
                                 << QList<double>{4.8, 6.2, 12.4};
  QTest::newRow("pass ink") << PassInk << QList{Window, Surface, PassTint}
                            << QList<double>{6.0, 6.9, 14.4};
  QTest::newRow("pass fill") << PassFill << QList{Surface} << QList<double>{3.4, 5.3, 14.4};
  QTest::newRow("fail ink") << FailInk << QList{Window, Surface, FailTint}
                            << QList<double>{6.7, 6.8, 10.7};
  QTest::newRow("fail fill") << FailFill << QList{Surface} << QList<double>{3.9, 4.2, 10.7};
  QTest::newRow("warn ink") << WarnInk << QList{Window, Surface, WarnTint}
                            << QList<double>{4.9, 7.4, 14.6};
  QTest::newRow("warn fill") << WarnFill << QList{Surface} << QList<double>{2.3, 7.3, 14.6};
  QTest::newRow("info ink") << InfoInk << QList{Window, Surface, InfoTint}
                            << QList<double>{6.3, 6.9, 12.4};
  QTest::newRow("info fill") << InfoFill << QList{Surface} << QList<double>{5.2, 4.9, 12.4};
  QTest::newRow("residue ink") << ResidueInk << QList{Window, Surface, ResidueTint}
                               << QList<double>{6.0, 6.9, 12.7};
  QTest::newRow("residue fill") << ResidueFill << QList{Surface} << QList<double>{4.4, 4.4, 12.7};
  QTest::newRow("unsure ink") << UnsureInk << QList{Window, Surface, UnsureTint}
                              << QList<double>{6.4, 7.2, 21};
  QTest::newRow("unsure fill") << UnsureFill << QList{Surface} << QList<double>{4.2, 5.1, 21};
  QTest::newRow("energy ink") << EnergyInk << QList{Window, Surface, EnergyTint}
                              << QList<double>{5.4, 7.3, 12.4};
  QTest::newRow("energy fill") << EnergyFill << QList{Surface} << QList<double>{3.6, 5.4, 12.4};
}

void TestRoles::contrastsAreAsStated() {
  QFETCH(ColorRole, role);
  QFETCH(QList<ColorRole>, grounds);
  QFETCH(QList<double>, stated);
  for (int i = 0; i < 3; ++i) {
    const double measured = lowest(Roles::of(kThemes[i]), role, grounds);
    // One decimal is stated, so half of it may be lost to rounding.
    QVERIFY2(std::abs(measured - stated[i]) < 0.06,
             qPrintable(QStringLiteral("theme %1: stated %2, measured %3")
                            .arg(i)
                            .arg(stated[i])
                            .arg(measured)));
  }
}

void TestRoles::knownContrasts() {
  QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
  QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
  // A published worked value of WCAG: #767676 on white is the lightest grey that passes 4.5.
  QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
  QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void TestRoles::inkIsAlwaysReadable() {
  for (const ThemeKind kind : kThemes) {
    const Roles& table = Roles::of(kind);
    for (int tone = 0; tone <= static_cast<int>(Tone::Energy); ++tone) {
      const QColor ink = table.ink(static_cast<Tone>(tone));
      for (const QColor& ground : {table[ColorRole::Window], table[ColorRole::Surface],
                                   table[ColorRole::Sunken], table.tint(static_cast<Tone>(tone))}) {
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(tone)));
      }
    }
  }
}

void TestRoles::fillsDifferInEveryTheme() {
  for (const ThemeKind kind : kThemes) {
    const Roles& table = Roles::of(kind);
    QList<QRgb> seen;
    for (const Tone tone : {Tone::Pass, Tone::Fail, Tone::Warn, Tone::Info, Tone::Residue}) {
      QVERIFY(!seen.contains(table.fill(tone).rgb()));
      seen.append(table.fill(tone).rgb());
    }
  }
}

PLUMBLINE_TEST(TestRoles)
#include "test_roles.moc"
