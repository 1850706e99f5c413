// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who published which record. Looked up once a row, so it is held in memory.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/books/lens.h"
#include "model/records/quantities.h"

namespace plumbline {

struct PartyInfo {
  std::string id;
  std::string name;  // of its newest publication
  std::string operatorName;
  Role role = Role::Unknown;
  Timestamp publishedUntil;  // end of its last period; 0 where it states none
  bool named = false;  // the user vouched for a key or a file of it
  [[nodiscard]] const std::string& shownName() const { return name.empty() ? id : name; }
};

struct PublicationInfo {
  int party = 0;          // index into parties()
  bool signedBy = false;  // by a key that somebody named
  bool usable = false;    // its records may be looked at: not with a broken signature
  bool confirms = false;  // its receipts may confirm: by the lens
  bool isUnsigned = false;
  bool named = false;   // the user vouched for its key, or for the file
  bool mapped = false;  // a table that was read by a mapping
  [[nodiscard]] bool official() const { return isUnsigned; }
};

class PublicationBook {
 public:
  /// `notes`: those of people whose signatures are good. Errors: only those of the store.
  [[nodiscard]] static Result<PublicationBook> load(const Database& database,
                                                    const std::vector<PersonNote>& notes,
                                                    Lens lens = Lens::Everybody);
  /// A publication nobody knows is not usable.
  [[nodiscard]] const PublicationInfo& find(std::int64_t publication) const;
  [[nodiscard]] const std::vector<PartyInfo>& parties() const { return m_parties; }  // by id
  /// Index into parties(), -1 where nobody has this id.
  [[nodiscard]] int indexOf(std::string_view id) const;
  /// Empty where `party` is nobody, -1.
  [[nodiscard]] std::string nameOf(int party) const;
  /// Of the party with this id; the id itself where nobody has it.
  [[nodiscard]] std::string nameOf(std::string_view id) const;
  /// The parties whose mass balance is looked at: plants, or where no party calls itself one,
  /// all that published shipments or intakes.
  [[nodiscard]] bool isPlant(int party) const { return m_plants[static_cast<std::size_t>(party)]; }
  /// Begin of the first and end of the last published period; 0 where no publication states one.
  /// Periods of unsigned files are guessed from their records and count only where there are no
  /// others: a slip of the pen ("2241") in a log must not end everybody's deadlines.
  [[nodiscard]] Timestamp firstPeriodStart() const { return m_firstPeriodStart; }
  [[nodiscard]] Timestamp lastPeriodEnd() const { return m_lastPeriodEnd; }

 private:
  Result<void> loadParties(const Database& database);
  Result<void> loadPublications(const Database& database, const std::vector<PersonNote>& notes,
                                Lens lens);
  Result<void> choosePlants(const Database& database);

  std::vector<PartyInfo> m_parties;
  std::vector<bool> m_plants;
  std::vector<std::pair<std::int64_t, PublicationInfo>> m_publications;  // by row number
  Timestamp m_firstPeriodStart;
  Timestamp m_lastPeriodEnd;
};

}  // namespace plumbline
