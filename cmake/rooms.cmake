# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags that every target of ours shares.
add_library(plumbline_common INTERFACE)
target_include_directories(plumbline_common INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(plumbline_common INTERFACE
  PLUMBLINE_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS)
if(MSVC)
  target_compile_options(plumbline_common INTERFACE /W4 /utf-8)
  target_compile_definitions(plumbline_common INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
  target_compile_options(plumbline_common INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
  # Same text, same doubles on every machine: no fused multiply-add behind our back.
  target_compile_options(plumbline_common INTERFACE -ffp-contract=off)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of GCC 12 inside std::string and std::variant (GCC bugs 105651 and 105329); some
  # are heard only where std::string comes from a precompiled header.
  target_compile_options(plumbline_common INTERFACE -Wno-restrict -Wno-maybe-uninitialized
    -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(PLUMBLINE_WERROR)
  target_compile_options(plumbline_common INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(PLUMBLINE_SANITIZE)
  target_compile_options(plumbline_common INTERFACE -fsanitize=${PLUMBLINE_SANITIZE}
    -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(plumbline_common INTERFACE -fsanitize=${PLUMBLINE_SANITIZE})
endif()

# A room is one folder and one static library. What it may use is what it links:
# rooms are listed in the data's way, and a room links only rooms before it.
#   plumbline_room(<folder> [PRECOMPILED <kind>] [LINKS <library>...])  ->  target <house>_<folder>
function(plumbline_room room)
  cmake_parse_arguments(ROOM "" "PRECOMPILED" "LINKS" ${ARGN})
  if(NOT ROOM_PRECOMPILED)
    set(ROOM_PRECOMPILED core)
  endif()
  get_filename_component(house ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cpp
       ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.h)
  set(compiled ${sources})
  list(FILTER compiled INCLUDE REGEX "\\.cpp$")
  if(compiled)
    add_library(${house}_${room} STATIC ${sources})
    target_link_libraries(${house}_${room} PUBLIC plumbline_common ${ROOM_LINKS})
    plumbline_precompile(${house}_${room} ${ROOM_PRECOMPILED})
  else()
    add_library(${house}_${room} INTERFACE)
    target_link_libraries(${house}_${room} INTERFACE plumbline_common ${ROOM_LINKS})
  endif()
endfunction()
