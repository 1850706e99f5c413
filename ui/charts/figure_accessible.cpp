// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure_accessible.h"

#include <map>

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>

#include "ui/charts/figure_stops.h"

namespace plumbline {

namespace {

/// One band, node, bar or point.
class StopAccessible : public QAccessibleInterface {
 public:
  StopAccessible(QWidget* figure, const FigureStops& stops, int index)
      : m_figure(figure), m_stops(&stops), m_index(index) {}

  [[nodiscard]] bool isValid() const override {
    return m_figure != nullptr && m_index < m_stops->stopCount();
  }
  [[nodiscard]] QObject* object() const override { return nullptr; }
  [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  [[nodiscard]] QAccessibleInterface* parent() const override {
    return QAccessible::queryAccessibleInterface(m_figure.data());
  }
  [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
  [[nodiscard]] int childCount() const override { return 0; }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    return kind == QAccessible::Name && m_figure != nullptr ? m_stops->stop(m_index).text
                                                            : QString();
  }
  void setText(QAccessible::Text, const QString&) override {}
  [[nodiscard]] QRect rect() const override {
    if (m_figure == nullptr) return {};
    const QRect box = m_stops->stop(m_index).box.toAlignedRect();
    return {m_figure->mapToGlobal(box.topLeft()), box.size()};
  }
  [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    if (m_figure != nullptr && m_stops->currentStop() == m_index) {
      state.focused = m_figure->hasFocus();
      state.selected = true;
    }
    return state;
  }

 private:
  QPointer<QWidget> m_figure;
  const FigureStops* m_stops;  // of the same object
  int m_index;
};

class FigureAccessible : public QAccessibleWidget {
 public:
  FigureAccessible(QWidget* figure, const FigureStops& stops)
      : QAccessibleWidget(figure, QAccessible::Chart), m_figure(figure), m_stops(&stops) {}
  ~FigureAccessible() override {
    for (const auto& [index, id] : m_children) QAccessible::deleteAccessibleInterface(id);
  }
  Q_DISABLE_COPY_MOVE(FigureAccessible)

  [[nodiscard]] int childCount() const override { return m_stops->stopCount(); }
  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    if (index < 0 || index >= m_stops->stopCount()) return nullptr;
    const auto known = m_children.find(index);
    if (known != m_children.end()) return QAccessible::accessibleInterface(known->second);
    auto* created = new StopAccessible(m_figure, *m_stops, index);
    m_children[index] = QAccessible::registerAccessibleInterface(created);
    return created;
  }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
    for (const auto& [index, id] : m_children) {
      if (QAccessible::accessibleInterface(id) == wanted) return index;
    }
    return -1;
  }
  [[nodiscard]] QAccessibleInterface* focusChild() const override {
    return m_figure->hasFocus() ? child(m_stops->currentStop()) : nullptr;
  }
  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Value) return m_stops->currentText();
    return QAccessibleWidget::text(kind);
  }

 private:
  QWidget* m_figure;
  const FigureStops* m_stops;
  mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface* makeFigureAccessible(const QString&, QObject* object) {
  const auto* stops = dynamic_cast<const FigureStops*>(object);
  return stops != nullptr ? new FigureAccessible(static_cast<QWidget*>(object), *stops) : nullptr;
}

}  // namespace

void installFigureAccessibility() {
  static const bool once = [] {
    QAccessible::installFactory(makeFigureAccessible);
    return true;
  }();
  Q_UNUSED(once)
}

}  // namespace plumbline
