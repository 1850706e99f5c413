// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything a page is put together from.

#include "ui/theme/buttons.h"
#include "ui/theme/card.h"
#include "ui/theme/choice_button.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/fills.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/marks.h"
#include "ui/theme/states.h"
#include "ui/theme/tag.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/theme/verdict_block.h"
