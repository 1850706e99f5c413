// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/theme/roles.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

/// Beside the words of a heading: one that ends at the right must not touch one that begins at the left.
constexpr double kHeadingSide = 4;

template <class Option>
Option withSides(Option option) {
  option.rect.adjust(px(kHeadingSide), 0, -px(kHeadingSide), 0);
  return option;
}

int pushButtonWidth(const QStyleOption* option, const QWidget* widget) {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  if (button == nullptr) return 0;
  const int words = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
  const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
  if (words == 0) {
    const QVariant own = widget != nullptr ? widget->property("controlHeight") : QVariant();
    return px(own.isValid() ? own.toDouble() : 32);
  }
  const int menu = button->features & QStyleOptionButton::HasMenu ? px(16) : 0;
  return words + icon + (icon > 0 ? px(8) : 0) + px(26) + menu;
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
  setObjectName(QStringLiteral("plumbline"));
}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QPushButton*>(widget) != nullptr ||
      qobject_cast<QScrollBar*>(widget) != nullptr) {
    widget->setAttribute(Qt::WA_Hover);
  }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  switch (element) {
    case PE_PanelButtonCommand:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        return paintButton(*button, painter, widget);
      }
      break;
    case PE_PanelLineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
          frame != nullptr && frame->lineWidth > 0) {
        return paintLineEdit(*option, painter);
      }
      break;
    case PE_FrameLineEdit:
      return;
    case PE_IndicatorCheckBox:
      return paintCheckMark(*option, painter);
    case PE_IndicatorRadioButton:
      return paintRadioMark(*option, painter);
    case PE_FrameFocusRect:
      // Rows and cells say where the keyboard is with a 2 px frame; controls have the ring.
      if (qobject_cast<const QAbstractItemView*>(widget) != nullptr) {
        painter->save();
        painter->setPen(QPen(roles()[ColorRole::FocusRing], 2));
        painter->drawRect(QRectF(option->rect).adjusted(1, 1, -1, -1));
        painter->restore();
      }
      return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
      return;
    case PE_PanelStatusBar:
      return paintBar(*option, painter, ColorRole::Window, true);
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  if (element == CE_FocusFrame) return paintFocusFrame(*option, painter);
  if (element == CE_PushButtonBevel) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
      return paintButton(*button, painter, widget);
    }
  }
  if (element == CE_PushButtonLabel) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
      return paintButtonLabel(*button, painter, widget);
    }
  }
  if (element == CE_ToolBar) return paintBar(*option, painter, ColorRole::Surface, false);
  if (element == CE_MenuBarEmptyArea) return paintBar(*option, painter, ColorRole::Window, false);
  if (element == CE_MenuBarItem) {
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
      return paintMenuBarItem(*item, painter);
    }
  }
  if (element == CE_HeaderLabel) {
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeaderV2*>(option)) {
      const QStyleOptionHeaderV2 inner = withSides(*header);
      return QProxyStyle::drawControl(element, &inner, painter, widget);
    }
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
      const QStyleOptionHeader inner = withSides(*header);
      return QProxyStyle::drawControl(element, &inner, painter, widget);
    }
  }
  if (element == CE_ProgressBarGroove || element == CE_ProgressBarLabel) return;
  if (element == CE_ProgressBarContents) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
      return paintProgress(*bar, painter);
    }
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
  switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
      return px(4);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return px(16);
    case PM_ButtonMargin:
      return px(12);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
      return px(16);
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
      return px(20);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return px(8);
    case PM_ScrollBarExtent:
      return px(12);
    case PM_MenuBarHMargin:
      return px(10);
    case PM_MenuBarVMargin:
      return px(4);
    case PM_MenuBarItemSpacing:
    case PM_MenuBarPanelWidth:
      return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
  switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
      return 0;
    case SH_Widget_Animation_Duration:
      return 0;
    case SH_FocusFrame_AboveWidget:
      // In the window or the scroll area, where a narrow parent does not cut the ring.
      return 1;
    default:
      return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const {
  const QRect rect = QProxyStyle::subElementRect(element, option, widget);
  const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
  const bool framed = frame != nullptr && frame->lineWidth > 0;
  return element == SE_LineEditContents && framed ? rect.adjusted(px(5), 0, -px(5), 0) : rect;
}

// A thumb on the page's own ground, without arrows and groove.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const {
  const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control != CC_ScrollBar || bar == nullptr) {
    return QProxyStyle::subControlRect(control, option, part, widget);
  }
  const bool upright = bar->orientation == Qt::Vertical;
  const int length = upright ? bar->rect.height() : bar->rect.width();
  const int range = bar->maximum - bar->minimum;
  int thumb = length;
  if (range > 0) {
    thumb = static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep));
    thumb = std::clamp(thumb, std::min(px(32), length), length);
  }
  const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                         length - thumb, bar->upsideDown);
  const auto span = [&](int from, int size) {
    const QRect box =
        upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    return visualRect(bar->direction, bar->rect, box);
  };
  switch (part) {
    case SC_ScrollBarSlider:
      return span(at, thumb);
    case SC_ScrollBarSubPage:
      return span(0, at);
    case SC_ScrollBarAddPage:
      return span(at + thumb, length - at - thumb);
    case SC_ScrollBarGroove:
      return bar->rect;
    default:
      return {};
  }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
  if (control != CC_ScrollBar) {
    return QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
  painter->fillRect(option->rect, roles()[ColorRole::Window]);
  QStyleOption thumb = *option;
  thumb.rect = subControlRect(control, option, SC_ScrollBarSlider, widget);
  if (option->state & State_Enabled) paintScrollBarThumb(thumb, painter);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
  QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
  const bool control =
      type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox;
  if (control) {
    // Dense forms and filter rows set the property "controlHeight" in design pixels.
    const QVariant own = widget != nullptr ? widget->property("controlHeight") : QVariant();
    size.setHeight(px(own.isValid() ? own.toDouble() : 32));
  }
  if (type == CT_PushButton) size.setWidth(pushButtonWidth(option, widget));
  if (type == CT_HeaderSection) size.rwidth() += 2 * px(kHeadingSide);
  if (type == CT_MenuItem) {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    const bool line = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
    size.setHeight(line ? px(9) : std::max(size.height(), px(28)));
  }
  if (type == CT_MenuBarItem) size = QSize(contents.width() + px(18), px(24));
  return size;
}

}  // namespace plumbline
