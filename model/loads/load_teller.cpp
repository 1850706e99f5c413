// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_teller.h"

namespace plumbline {

LoadException LoadTeller::about(const LoadRow& shipment, const LoadRow* receipt, Mass amount) {
  LoadException made;
  made.shipment = shipment.rowid;
  made.shipped = shipment.net;
  made.sentAs = m_meanings.sent(shipment);
  if (receipt != nullptr) {
    made.receipt = receipt->rowid;
    made.received = receipt->net;
    made.receivedAs = m_meanings.received(shipment, *receipt);
  }
  made.amount = amount;
  made.order = m_order;
  return made;
}

LoadException LoadTeller::aboutReceipt(const LoadRow& receipt) {
  LoadException made;
  made.receipt = receipt.rowid;
  made.received = receipt.net;
  made.receivedAs = m_meanings.received(receipt, receipt);
  made.amount = made.received;
  made.order = m_order;
  return made;
}

}  // namespace plumbline
