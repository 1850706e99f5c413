# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading headers is nine tenths of a compilation here, so those that nearly every file reads are
# compiled once a kind of target. Sources still include what they use: -DPLUMBLINE_PCH=OFF proves it.
option(PLUMBLINE_PCH "Precompile the headers that nearly every file reads" ON)

set(plumbline_std_headers <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <functional>
    <limits> <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <utility> <variant>
    <vector>)
set(plumbline_widget_headers <QAction> <QApplication> <QBoxLayout> <QCoreApplication> <QDateTime>
    <QFontMetricsF> <QHash> <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QLocale> <QMenu> <QPainter>
    <QPainterPath> <QPointer> <QPushButton> <QRegularExpression> <QScrollArea> <QSettings>
    <QStackedWidget> <QString> <QStringList> <QStyle> <QTableView> <QTimer> <QVariant> <QWidget>)
# Of the kinds in tests/CMakeLists.txt.
set(plumbline_test_headers <QDir> <QFile> <QJsonArray> <QJsonDocument> <QJsonObject> <QProcess>
    <QSignalSpy> <QTemporaryDir> <QTest>)

# One library a kind owns the precompiled headers; the targets of the kind take them from it.
function(plumbline_precompile_owner kind headers)
  cmake_parse_arguments(OWNER "" "" "LINKS" ${ARGN})
  set(source ${PROJECT_BINARY_DIR}/precompiled_${kind}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Owns the precompiled headers of its kind.\n")
  add_library(precompiled_${kind} OBJECT ${source})
  set_target_properties(precompiled_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(precompiled_${kind} PRIVATE plumbline_common ${OWNER_LINKS})
  target_precompile_headers(precompiled_${kind} PRIVATE ${headers})
  # What ccache takes for the precompiled headers, which differ from build to build and are large:
  # the headers' names and the versions they are of.
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/precompiled_${kind}.dir/cmake_pch.hxx.gch.sum
       CONTENT "${headers} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} Qt ${Qt6_VERSION}\n")
endfunction()

if(PLUMBLINE_PCH)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Without it ccache cannot see what a precompiled header stands for.
    target_compile_options(plumbline_common INTERFACE -fpch-preprocess)
  endif()
  plumbline_precompile_owner(plain "${plumbline_std_headers}")
  plumbline_precompile_owner(core "${plumbline_std_headers}" LINKS Qt6::Core)
  plumbline_precompile_owner(widgets "${plumbline_std_headers};${plumbline_widget_headers}"
                             LINKS Qt6::Widgets)
endif()

#   plumbline_precompile(<target> plain|core|widgets|core_test|widgets_test)
function(plumbline_precompile target kind)
  if(PLUMBLINE_PCH)
    target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
  endif()
endfunction()
