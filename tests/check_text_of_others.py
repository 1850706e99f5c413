# SPDX-FileCopyrightText: Plumbline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greps for places where Qt would guess whether a text is HTML.

Names and free texts of signed records may hold "<img src=...>". Qt guesses in tooltips, in labels and
in message boxes; so tips go by plainTip(), labels are TextLabels, and message boxes say PlainText.
tests/ui/shell/test_text_of_others.cpp looks at the same from outside.
"""
import pathlib
import re
import sys

LITERAL = r'(?:tr\((?:\s*"(?:[^"\\]|\\.)*")+\s*\)|QString\(\))'
TIPS = re.compile(r"\b(setToolTip|setTabToolTip|setWhatsThis|setStatusTip|setToolTipText)\(")
ACTIONS = re.compile(r"=\s*[\w>.-]+->add(?:Action|Menu)\(")
FORBIDDEN = [
    (r"\bnew QLabel\b|\bQLabel \w+[({;]", "a label guesses; take a TextLabel"),
    (r": public QLabel\b", "a label guesses; derive from TextLabel"),
    (r"\bQMessageBox::(critical|warning|information|question|about)\(",
     "a message box guesses; make one and say setTextFormat(Qt::PlainText)"),
    (r"\bQ(ErrorMessage|ProgressDialog|WhatsThis)\b", "it guesses"),
    (r"Qt::AutoText\b", "it guesses"),
    (r"Qt::(RichText|MarkdownText)\b", "only a SentenceLabel is rich, and escapes"),
]
ALLOWED = {"ui/theme/labels.h", "ui/theme/labels.cpp"}


def argument(text, start):
    """What stands between a parenthesis, which opens just before start, and its end."""
    depth, quoted, at = 1, False, start
    while at < len(text) and depth:
        if text[at] == "\\" and quoted:
            at += 1
        elif text[at] == '"':
            quoted = not quoted
        elif not quoted:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return text[start:at - 1].strip()


def is_literal(words):
    """A literal of the program or a plain tip, or a choice between some."""
    rest = re.sub(LITERAL, "§", words)
    while (plain := rest.find("plainTip(")) >= 0:
        inner = argument(rest, plain + 9)
        end = rest.index(inner, plain) + len(inner)
        rest = rest[:plain] + "§" + rest[rest.index(")", end) + 1:]
    return re.fullmatch(r"(?:[^§?]*\?\s*§\s*:\s*)*§", rest) is not None


def is_plain(words, text):
    made = re.fullmatch(r"\w+", words)
    return is_literal(words) or \
        (made and re.search(rf"QString {words} = plainTip\(", text) is not None)


def complaints(text, name=""):
    def at(place):
        return f"{name}:{text.count(chr(10), 0, place) + 1}"
    for tip in TIPS.finditer(text):
        words = argument(text, tip.end())
        if tip[1].startswith("setTab"):
            words = words.partition(",")[2].strip()
        if not is_plain(words, text):
            yield f"{at(tip.start())}: {tip[1]} guesses; take plainTip(): {words[:80]}"
    for action in ACTIONS.finditer(text):
        words = argument(text, action.end())
        after = text[action.end():action.end() + 400]
        if not is_literal(words.partition(", ")[0]) and "setToolTip(plainTip(" not in after:
            yield f"{at(action.start())}: Qt makes a tip of an action's text; set plainTip(): {words[:80]}"
    for shown in re.finditer(r"QToolTip::showText\(", text):
        if not re.search(r"\b(tipAt|tipOf|plainTip)\(", argument(text, shown.end())):
            yield f"{at(shown.start())}: a tip guesses; take plainTip()"
    if "Qt::ToolTipRole" in text and "plainTip(" not in text:
        yield f"{name}: gives Qt::ToolTipRole without plainTip()"
    if re.search(r"\bQMessageBox \w+\(|new QMessageBox", text) and "setTextFormat(Qt::PlainText)" not in text:
        yield f"{name}: a message box guesses; say setTextFormat(Qt::PlainText)"
    if re.search(r"\b(setHtml|insertHtml|appendHtml)\(", text) and "toHtmlEscaped()" not in text:
        yield f"{name}: HTML of words that are not escaped"
    for pattern, why in FORBIDDEN:
        for found in re.finditer(pattern, text):
            if name not in ALLOWED:
                yield f"{at(found.start())}: {found[0]}: {why}"


BAD = ["a->setToolTip(name);", 'a->setToolTip(tr("%1 kg").arg(name));', "a->setTabToolTip(0, x);",
       'b->setToolTip(on ? tr("A") : name);', "a->setToolTip(on ? name : plainTip(x));", "auto* a = new QLabel(x);", "class X : public QLabel {",
       'QMessageBox::warning(this, tr("A"), x);', "QMessageBox box(x);", "QToolTip::showText(p, x);",
       "if (role == Qt::ToolTipRole) return name;", "QAction* a = menu->addAction(name);",
       "l->setTextFormat(Qt::RichText);", "e->setHtml(name);", 'auto* a = m->addAction(tr("%1").arg(x));']
GOOD = ['a->setToolTip(tr("A (B)"));', 'a->setToolTip(on ? QString() : plainTip(f(x)));',
        "a->setTabToolTip(0, plainTip(x));", 'auto* a = m->addAction(tr("A"), this, [] { f(); });',
        "a->setToolTip(plainTip(name));", "a->setToolTip(QString());",
        'b->setToolTip(on ? tr("A") : off ? tr("B") : tr("C" " d"));',
        "const QString tip = plainTip(x);\nif (y) setToolTip(tip);",
        "QMessageBox box(x);\nbox.setTextFormat(Qt::PlainText);", "QToolTip::showText(p, tipAt(1), this);",
        "QAction* a = menu->addAction(name);\na->setToolTip(plainTip(name));",
        'auto* a = m->addAction(tr("Copy"));']


def main():
    root = pathlib.Path(sys.argv[1])
    blind = [line for line in BAD if not list(complaints(line))]
    alarms = [line for line in GOOD if list(complaints(line))]
    for line in blind + alarms:
        print(f"this check is wrong about: {line}")
    found = [complaint for house in ("ui", "app/plumbline")
             for path in sorted((root / house).rglob("*")) if path.suffix in (".h", ".cpp")
             for complaint in complaints(path.read_text(encoding="utf-8"),
                                         path.relative_to(root).as_posix())]
    print("\n".join(found) if found else "No text of others is left to a guess.")
    return 1 if found or blind or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
