# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program reads files of strangers. Should it have a fault in its memory, the system stops it
# rather than let the file steer it. tests/packaging reads the result out of the programs.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
check_pie_supported(LANGUAGES CXX)

if(MSVC)
  add_link_options(/DYNAMICBASE /NXCOMPAT)
elseif(UNIX AND NOT APPLE)
  add_link_options(LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
endif()

# A sanitizer finds more, and does not go together with the checked functions of the C library; those
# need an optimizing compiler.
if(NOT PLUMBLINE_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  if(MSVC)
    add_compile_options(/guard:cf)
    add_link_options(/guard:cf)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "AMD64|x86")
      add_link_options(/CETCOMPAT)
    endif()
  else()
    add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    check_cxx_compiler_flag(-fcf-protection=full PLUMBLINE_HAS_CET)
    if(PLUMBLINE_HAS_CET)
      add_compile_options(-fcf-protection=full)
    endif()
  endif()
endif()
