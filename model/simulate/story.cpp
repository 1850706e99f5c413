// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/story.h"

#include <algorithm>

namespace plumbline {
namespace {

// Sites lie 19 to 52 km from the plant; the road is taken as a quarter longer than the straight
// line.
constexpr std::array<Receiver, receiverCount> receiverList = {{
    {{"harbour-reclaim", "Harbour Reclaim", "Harbour Reclaim", Role::Receiver},
     "HR",
     "HR-1",
     "51.951",
     "4.142",
     "19 12 04;19 12 10;19 12 12",
     "R1;R3;D1",
     45},
    {{"delta-fibre-works", "Delta Fibre Works", "Delta Fibre Works", Role::Receiver},
     "DF",
     "DF-1",
     "51.812",
     "4.661",
     "19 12 01;19 12 12",
     "R3;D1",
     41},
    {{"quayside-polymers", "Quayside Polymers", "Quayside Polymers", Role::Receiver},
     "QP",
     "QP-1",
     "51.902",
     "4.402",
     "19 12 04;19 12 12",
     "R3;D1",
     33},
    {{"lowland-glass", "Lowland Glass", "Lowland Glass", Role::Receiver},
     "LG",
     "LG-1",
     "52.371",
     "5.221",
     "19 12 05",
     "R5",
     64},
    {{"meadow-compost", "Meadow Compost", "Meadow Compost", Role::Receiver},
     "MC",
     "MC-1",
     "52.241",
     "4.781",
     "",
     "R3",
     24},
}};

constexpr std::array<Good, goodCount> goodList = {{
    {"ecofibre-board", "", "R3", 240, 32'000, 0, 1, 400, "hall-1", 180},
    {"polymer-flakes", "19 12 04", "R3", 220, 24'500, 2, 0, 300, "hall-2", 130},
    {"sorted-paper", "19 12 01", "R3", 180, 9'200, 1, 1, 0, "hall-3", 100},
    {"glass-cullet", "19 12 05", "R5", 120, 2'400, 3, 3, 0, "yard", 60},
    {"compost", "", "R3", 140, 1'800, 4, 4, 0, "compost-yard", 50},
    {"refuse-fuel", "19 12 10", "R1", 100, 0, 0, 0, 0, "fuel-store", 30},
}};

struct Material {
  std::string_view code, name;
  MaterialClass type;
  std::string_view lowCode, hsCode, synthetic;
};
constexpr Material materialList[] = {
    {"ecofibre-board", "EcoFibre board", MaterialClass::Product, "", "4411", "false"},
    {"polymer-flakes", "Mixed polymer flakes", MaterialClass::Secondary, "19 12 04", "3915",
     "true"},
    {"sorted-paper", "Sorted paper", MaterialClass::Secondary, "19 12 01", "4707", "false"},
    {"glass-cullet", "Glass cullet", MaterialClass::Secondary, "19 12 05", "7001", "false"},
    {"compost", "Compost", MaterialClass::Product, "", "3101", "false"},
    {"refuse-fuel", "Refuse-derived fuel", MaterialClass::Waste, "19 12 10", "", "true"},
    {"sorting-residue", "Sorting residue", MaterialClass::Residue, "19 12 12", "", "true"},
    {"household-waste", "Household waste", MaterialClass::Waste, "20 03 01", "", "true"},
    {"commercial-waste", "Commercial waste", MaterialClass::Waste, "15 01 06", "", "true"},
    {"green-waste", "Green waste", MaterialClass::Waste, "20 02 01", "", "false"},
    {"process-loss", "Water and dust", MaterialClass::Waste, "", "", "false"},
};

CsvTable emptyMaterials() {
  return {Table::Materials,
          {"code", "name", "class", "low_code", "hs_code", "hazardous", "synthetic"}};
}

void addMaterial(CsvTable& table, const Material& material) {
  table.text(material.code).text(material.name).text(toText(material.type));
  table.text(material.lowCode)
      .text(material.hsCode)
      .text("false")
      .text(material.synthetic)
      .endRow();
}

}  // namespace

const std::array<Receiver, receiverCount>& receivers() {
  return receiverList;
}

const std::array<Good, goodCount>& goods() {
  return goodList;
}

bool dries(std::size_t good) {
  return goodList[good].code != "polymer-flakes" && goodList[good].code != "glass-cullet";
}

bool canHideResidue(std::size_t good) {
  return good < 2;
}

CsvTable plantMaterials() {
  CsvTable table = emptyMaterials();
  for (const Material& material : materialList) addMaterial(table, material);
  return table;
}

CsvTable plantSites(std::size_t plant) {
  CsvTable table(Table::Sites, {"id", "name", "role", "country", "latitude", "longitude",
                                "permitted_codes", "permitted_operations"});
  const PartyIdentity& party = plantParties[plant];
  table.text(party.id).text(party.name).text("plant").text("NL");
  table.text(plant == 0 ? "52.105" : "51.985").text("4.602").text("20 03 01;15 01 06;20 02 01").text("R3;R12").endRow();
  for (const Receiver& site : receiverList) {
    table.text(site.party.id).text(site.party.name).text("receiver").text("NL");
    table.text(site.latitude).text(site.longitude);
    table.text(site.permittedCodes).text(site.permittedOperations).endRow();
  }
  return table;
}

CsvTable receiverMaterials(std::size_t receiver, bool inputIsWaste) {
  CsvTable table = emptyMaterials();
  for (const Material& material : materialList) {
    const bool taken = std::any_of(goodList.begin(), goodList.end(), [&](const Good& good) {
      return good.code == material.code &&
             (good.receiver == receiver || good.otherReceiver == receiver);
    });
    Material listed = material;
    if (taken && inputIsWaste) listed.type = MaterialClass::Waste;
    if (taken || material.code == residueCode) addMaterial(table, listed);
  }
  return table;
}

}  // namespace plumbline
