// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/french_headings.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

struct Heading {
  std::string_view label;  // up to its first words that differ between registers
  std::string_view field;
};
// A label that ends with '*' stands for all that begin with it: the forms differ in how they name
// the other side ("de l'expéditeur ou de détenteur").
constexpr std::array headings = {
    Heading{"motif", "reason"},
    Heading{"identifiant unique", "publicId"},
    Heading{"siret du déclarant", "reportAsCompanySiret"},
    Heading{"siret du destinataire", "reportForCompanySiret"},
    Heading{"siret de l'expéditeur*", "reportForCompanySiret"},
    Heading{"siret de l'émetteur", "reportForCompanySiret"},
    Heading{"siret du transporteur", "reportForCompanySiret"},
    Heading{"siret du courtier ou négociant", "reportForCompanySiret"},
    Heading{"dénomination usuelle des terres*", "wasteDescription"},
    Heading{"dénomination du déchet", "wasteDescription"},
    Heading{"code déchet", "wasteCode"},
    Heading{"code déchet bâle", "wasteCodeBale"},
    Heading{"dangereux", "wasteIsDangerous"},
    Heading{"pop", "wastePop"},
    Heading{"produit", "product"},
    Heading{"date de réception", "receptionDate"},
    Heading{"heure de pesée", "weighingHour"},
    Heading{"date d'expédition", "dispatchDate"},
    Heading{"date d'utilisation", "useDate"},
    Heading{"date de traitement", "processingDate"},
    Heading{"date de fin de traitement", "processingEndDate"},
    Heading{"date d'enlèvement", "collectionDate"},
    Heading{"date de déchargement", "unloadingDate"},
    Heading{"date d'acquisition ou de début de gestion", "managingStartDate"},
    Heading{"date de cession ou de fin de gestion", "managingEndDate"},
    Heading{"poids en tonnes", "weightValue"},
    Heading{"type de poids", "weightIsEstimate"},
    Heading{"volume en m3", "volume"},
    Heading{"raison sociale du producteur initial", "initialEmitterCompanyName"},
    Heading{"numéro d'identification de l'expéditeur*", "emitterCompanyOrgId"},
    Heading{"raison sociale de l'expéditeur*", "emitterCompanyName"},
    Heading{"numéro d'identification du destinataire", "destinationCompanyOrgId"},
    Heading{"raison sociale du destinataire", "destinationCompanyName"},
    Heading{"code pays du destinataire", "destinationCompanyCountryCode"},
    Heading{"numéro de notification ou de déclaration d'import", "ttdImportNumber"},
    Heading{"numéro de notification ou de déclaration gistrid", "gistridNumber"},
    Heading{"numéro de mouvement", "movementNumber"},
    Heading{"code de traitement réalisé", "operationCode"},
    Heading{"code de traitement prévu", "operationCode"},
    Heading{"code de traitement ultérieur prévu*", "nextOperationCode"},
    Heading{"rupture de traçabilité autorisée", "noTraceability"},
    Heading{"raison sociale du transporteur n°1", "transporter1CompanyName"},
    Heading{"mode de transport du transporteur n°1", "transporter1TransportMode"},
    Heading{"mode de transport du transporteur", "reportForTransportMode"},
    Heading{"numéro(s) d'immatriculation(s)", "reportForTransportPlates"},
    Heading{"référence de l'acte administratif", "administrativeActReference"},
    Heading{"codes déchets secondaires", "secondaryWasteCodes"},
};

/// Lower case in ASCII, "É" and "È" too, one space, straight apostrophe.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\u2019")) {
      out += '\'';
      i += 2;
    } else if (rest.starts_with("É") || rest.starts_with("È")) {
      out += rest.starts_with("É") ? "é" : "è";
      ++i;
    } else if (rest.front() == ' ' || rest.front() == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (rest.front() >= 'A' && rest.front() <= 'Z') {
      out += static_cast<char>(rest.front() - 'A' + 'a');
    } else {
      out += rest.front();
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool matches(const Heading& heading, std::string_view label) {
  if (!heading.label.ends_with('*')) return heading.label == label;
  return label.starts_with(heading.label.substr(0, heading.label.size() - 1));
}

}  // namespace

std::string frenchField(std::string_view heading) {
  const std::string label = folded(heading);
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading& each) {
    return each.field == heading || matches(each, label);
  });
  return found == headings.end() ? std::string() : std::string(found->field);
}

}  // namespace plumbline
