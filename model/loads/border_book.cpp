// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/border_book.h"

namespace plumbline {
namespace {

// Real records have some dozens; a file with other words in every row must not fill the memory.
constexpr std::size_t mostTransfers = 5'000;
constexpr std::size_t mostStreams = 5'000;

}  // namespace

void Weighed::add(int calibration, Mass reading, std::int64_t randomGrams) {
  ++loads;
  mass += reading;
  errors.addReading(calibration, reading, randomGrams);
}

void Weighed::add(const Weighed& other) {
  loads += other.loads;
  mass += other.mass;
  errors.add(other.errors);
}

BorderBook::BorderBook(Month first, Month last, std::size_t parties)
    : m_first(first), m_last(last), m_streams(parties) {}

std::size_t BorderBook::transfer(const LoadWay& way) {
  const auto known = m_index.find(way);
  if (known != m_index.end()) return known->second;
  const LoadWay others{.plant = way.plant, .receiver = -1};
  if (m_transfers.size() >= mostTransfers && way != others) return transfer(others);
  m_index.emplace(way, m_transfers.size());
  m_transfers.push_back({way, {}, {}});
  return m_transfers.size() - 1;
}

WayShift BorderBook::drying() const {
  WayShift all;
  for (const Transfer& transfer : m_transfers) all.add(transfer.drying);
  return all;
}

bool BorderBook::onlyWaterIsLost() const {
  const auto loses = [](const WayShift& shift) {
    return shift.difference() < 0 && shift.isShifted(0);
  };
  WayShift dry;
  for (const Transfer& transfer : m_transfers) dry.add(transfer.dry);
  return loses(drying()) && !loses(dry);
}

BorderBook::Stream& BorderBook::stream(int plant, std::string_view material) {
  Streams& streams = m_streams[static_cast<std::size_t>(plant)];
  const auto known = streams.find(material);
  if (known != streams.end()) return known->second;
  if (streams.size() >= mostStreams) return streams[std::string()];
  return streams[std::string(material)];
}

}  // namespace plumbline
