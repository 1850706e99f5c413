// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/loss_series.h"

namespace plumbline {
namespace {

JsonValue grams(Mass mass) {
  return std::to_string(mass.inGrams());
}

JsonValue alarmJson(const std::optional<PageAlarm>& alarm) {
  if (!alarm) return nullptr;
  return JsonObject{{"since", alarm->since.text()},
                    {"until", alarm->until.text()},
                    {"amount", grams(alarm->amount)},
                    {"sigma", grams(alarm->uncertainty)},
                    {"input", grams(alarm->input)}};
}

}  // namespace

JsonValue LossSeries::toJson() const {
  JsonArray list;
  for (const LossPeriod& period : periods) {
    list.push_back(JsonObject{
        {"from", period.first.text()},
        {"until", period.last.text()},
        {"muf", grams(period.muf)},
        {"tested", grams(period.tested)},
        {"sigma", grams(period.sigma)},
        {"cumuf", grams(period.cumuf)},
        {"cumuf_sigma", grams(period.cumufSigma)},
        {"sitmuf_milli", period.sitmufMilli ? JsonValue(*period.sitmufMilli) : JsonValue()},
        {"page_loss_milli", period.pageLossMilli},
        {"page_gain_milli", period.pageGainMilli}});
  }
  return JsonObject{{"party", partyName},
                    {"material", material},
                    {"why_not", whyNot},
                    {"page_k_milli", pageKMilli},
                    {"page_threshold_milli", pageThresholdMilli},
                    {"false_alarm_ppm", falseAlarmPpm},
                    {"scatter_milli", scatterMilli},
                    {"detectable", grams(detectable)},
                    {"loss_alarm", alarmJson(lossAlarm)},
                    {"gain_alarm", alarmJson(gainAlarm)},
                    {"periods", std::move(list)}};
}

}  // namespace plumbline
