// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_files.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace plumbline {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(plumbline::MappingDialog)
};

}  // namespace

MappingFiles MappingFiles::ofTheSystem() {
  MappingFiles files;
  files.save = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, Texts::tr("Save"), suggestion);
  };
  files.load = [](QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, Texts::tr("Use a template"), QString(),
                                        Texts::tr("Templates (*.json);;All files (*)"));
  };
  return files;
}

}  // namespace plumbline
