// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the controls look, apart from where QStyle wants to know it.

#include <QtGlobal>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QWidget;

namespace plumbline {

enum class ColorRole;

[[nodiscard]] bool isPrimary(const QWidget* widget);
void paintButton(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void paintButtonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void paintLineEdit(const QStyleOption& option, QPainter* painter);
void paintCheckMark(const QStyleOption& option, QPainter* painter);
void paintRadioMark(const QStyleOption& option, QPainter* painter);
void paintFocusFrame(const QStyleOption& option, QPainter* painter);
void paintProgress(const QStyleOptionProgressBar& option, QPainter* painter);
void paintScrollBarThumb(const QStyleOption& option, QPainter* painter);
/// A flat bar with a line at its outer edge: menu bar, tool bar, status bar.
void paintBar(const QStyleOption& option, QPainter* painter, ColorRole ground, bool lineAtTop);
void paintMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter);

}  // namespace plumbline
