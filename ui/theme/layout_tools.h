// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QStackedWidget;

namespace plumbline {

/// Empties a layout. Its widgets vanish at once and die later, because the one that was clicked may
/// be among them.
void clearLayout(QLayout* layout);
/// From now on the stack is as tall as the page that it shows, and not as its tallest one: else a page
/// that scrolls would scroll over nothing.
void followCurrent(QStackedWidget& stack);

}  // namespace plumbline
