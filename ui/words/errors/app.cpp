// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errors/patterns.h"

#include <QtGlobal>

// Made by tests/check_errors.py --write, which also sees to it that the list is whole.
namespace plumbline::words {

std::span<const char* const> appPatterns() {
  static constexpr const char* patterns[] = {
      QT_TRANSLATE_NOOP("plumbline::Errors", "%1 needs %2"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "%1 needs %2 %3"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "%1 needs --log VKEY or --policy FILE"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--canonical is JSON already; leave --json out"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--job party goes with --role"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--layout wants --as, the format it is a layout of"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--sheet and --replace want --map, the mapping to read by"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--sign-key and --sign-cert go together, and with a PDF"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--take-back imports nothing; leave the files out"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--undo, --for-good and --what-if are three things; name one"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "--use and --own change a workspace; name it by --workspace"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "a column loaded_at"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "a comma, a semicolon, a bar or the word tab"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "a path, --parties, --policy, --tsa or --on-word-of"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "a vkey (name+id+base64) or a file that holds one"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "a whole number from %1 to %2"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "at most %1 bytes"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "cosign needs --log VKEY, the key of the log"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "keygen needs --name NAME"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "match takes two lists, and one of hauls"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "no command %1; see plumbline-cli help"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "none of the given keys signed the statement"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "one key is given as log and witness"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "one of %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option %1 is given twice"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option %1 is out of range"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option %1 needs a value: %2"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option %1 takes no value"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option --delimiter is not known"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "option --language is given twice"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "party, log or witness"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "plant, carrier, receiver, regulator, citizen or council"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "simulate needs --out DIR"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "standard input can be read once only"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "stdout cannot be written: %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the checkpoint's origin is not the name of the log's key"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the envelope holds no in-toto statement"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the file cannot be read"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the folder cannot be made: %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the folder has %1 in it already"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the input cannot be read"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the input is too large"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the job is not known"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the key of a witness signs no statements"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the line is not base64 of 32 bytes"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the option %1 is missing"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the option --key FILE.key is missing"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the output is a symbolic link; name the folder itself"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the passphrase cannot be read"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the passphrase is empty"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the policy does not name this log"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the policy names the witnesses; --witness goes with --log"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the proof has more than 63 hashes"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the role is not known"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the same key is given twice"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the sample was refused"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the third list is none of hauls"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "the workspace is there already; open makes a new one"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "there is no reference table of this name"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "there is no such file"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "there is no such kind of name"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "there is no such table"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "there is nothing to import: name files, or whom you trust"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "this is a folder, not a file"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "unknown option %1"),
      QT_TRANSLATE_NOOP("plumbline::Errors", "wrong number of arguments"),
  };
  return patterns;
}

}  // namespace plumbline::words
