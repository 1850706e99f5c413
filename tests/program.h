// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tests of one room are one program, because linking one costs as much as compiling a test.
// Each class is run by itself in a process of its own: `model_audit_tests TestGaps [options of Qt
// Test]`. tests/CMakeLists.txt finds a class by the line with which a file ends.

#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

namespace plumbline::test_program {

using Run = int (*)(int, char**);

/// Makes a class known to the program under its name without namespaces.
struct Known {
  Known(const char* name, Run run);
};

template <class Application, class Case>
int run(int argc, char** argv) {
  Application application(argc, argv);
  QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
  Case object;
  return QTest::qExec(&object, argc, argv);
}

}  // namespace plumbline::test_program

#define PLUMBLINE_TEST(Case)                             \
  static const plumbline::test_program::Known knownTest( \
      #Case, plumbline::test_program::run<QCoreApplication, Case>);
/// Of one that needs widgets.
#define PLUMBLINE_WINDOW_TEST(Case)                      \
  static const plumbline::test_program::Known knownTest( \
      #Case, plumbline::test_program::run<QApplication, Case>);
