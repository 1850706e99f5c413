# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program reads files of strangers. Should it have a fault in its memory, the system makes it hard
# to use: the tables of addresses cannot be written once the program runs, and no data can be run.
# tests/packaging reads the result out of the programs.
if(MSVC)
  add_link_options(/DYNAMICBASE /NXCOMPAT)
elseif(UNIX AND NOT APPLE)
  add_link_options(LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
endif()
