// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_judge.h"

namespace plumbline {

LoadJudge::LoadJudge(const Books& books, const AuditPlan& plan, const LoadListeners& listeners,
                     Loads& made)
    : m_meanings(books.materials),
      m_scales(made.instruments),
      m_tolerance(plan, m_scales),
      m_teller(made.exceptions, m_meanings),
      m_belonging(books.publications, made.linkDecisions),
      m_booking({made.ledger, made.border, listeners.deliveries, listeners.watch}, m_meanings,
                m_scales, m_tolerance),
      m_comparison(plan, m_tolerance, m_teller),
      m_decider(m_meanings, m_booking, m_comparison, m_teller,
                ReceiptDeadline(plan, books.publications, books.asOf)),
      m_lines(books.publications, m_belonging, m_tolerance, m_teller, m_booking, m_decider, m_open),
      m_rest(made.linkDecisions, m_belonging, m_teller, m_decider, m_open) {}

}  // namespace plumbline
