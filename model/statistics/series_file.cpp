// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/series_file.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/statistics/json_number.h"
#include "model/statistics/page_test.h"

namespace plumbline {
namespace {

constexpr double mostLoads = 1e9;

using InstrumentNames = std::map<std::string, std::size_t, std::less<>>;

Error malformed(Message message) {
  return {ErrorCode::Malformed, std::move(message)};
}

Result<InstrumentNames> readInstruments(const JsonValue& json, MufRecords& records) {
  const JsonValue* member = json.find("instruments");
  if (member == nullptr || member->object() == nullptr) {
    return malformed("member instruments is missing or no object");
  }
  InstrumentNames names;
  for (const auto& [name, value] : *member->object()) {
    const std::string where = "instruments." + name;
    PLUMBLINE_TRY(random, numberAt(value, "random_rel", where, 0, 1));
    PLUMBLINE_TRY(shared, numberAt(value, "shared_rel", where, 0, 1));
    names.emplace(name, records.instruments.size());
    records.instruments.push_back({random, shared});
  }
  return names;
}

Result<std::size_t> instrumentOf(const JsonValue& record, const InstrumentNames& names,
                                 const std::string& where) {
  const JsonValue* member = record.find("instrument");
  const std::string* name = member == nullptr ? nullptr : member->string();
  if (name == nullptr) return malformed(Message("member %1.instrument is missing or no text", where));
  const auto found = names.find(*name);
  if (found != names.end()) return found->second;
  return Error{.code = ErrorCode::BadValue,
               .message = Message("%1 names an instrument without a stated uncertainty", where),
               .found = name->substr(0, 60)};
}

/// A whole number within bounds.
Result<Eigen::Index> indexAt(const JsonValue& record, std::string_view member,
                             const std::string& where, double least, double most) {
  PLUMBLINE_TRY(number, numberAt(record, member, where, least, most));
  if (number == std::floor(number)) return static_cast<Eigen::Index>(number);
  return malformed(Message("member %1.%2 is not a whole number", where, member));
}

Result<void> readFlows(const JsonValue& json, const InstrumentNames& names, MufRecords& records) {
  PLUMBLINE_TRY(flows, json.arrayAt("flows"));
  for (std::size_t i = 0; i < flows->size(); ++i) {
    const JsonValue& record = (*flows)[i];
    const std::string where = "flows[" + std::to_string(i) + "]";
    MufFlow flow;
    PLUMBLINE_TRY(period, indexAt(record, "period", where, 0, mostSeriesPeriods - 1));
    PLUMBLINE_TRY(sign, indexAt(record, "sign", where, -1, 1));
    PLUMBLINE_TRY(mass, numberAt(record, "mass", where, 0, largestJsonNumber));
    PLUMBLINE_TRY(loads, indexAt(record, "loads", where, 1, mostLoads));
    PLUMBLINE_TRY(instrument, instrumentOf(record, names, where));
    if (sign == 0) return malformed(Message("member %1.sign is neither 1 nor -1", where));
    records.flows.push_back(
        {period, static_cast<double>(sign) * mass, static_cast<double>(loads), instrument});
    records.periods = std::max(records.periods, period + 1);
  }
  return {};
}

/// An unknown stock is not an empty one: every turn of a period needs its stock.
Result<void> readStocks(const JsonValue& json, const InstrumentNames& names, MufRecords& records) {
  PLUMBLINE_TRY(stocks, json.arrayAt("stocks"));
  std::vector<bool> known(static_cast<std::size_t>(mostSeriesPeriods) + 1);
  for (std::size_t i = 0; i < stocks->size(); ++i) {
    const JsonValue& record = (*stocks)[i];
    const std::string where = "stocks[" + std::to_string(i) + "]";
    PLUMBLINE_TRY(index, indexAt(record, "index", where, 0, mostSeriesPeriods));
    PLUMBLINE_TRY(mass, numberAt(record, "mass", where, 0, largestJsonNumber));
    PLUMBLINE_TRY(instrument, instrumentOf(record, names, where));
    records.stocks.push_back({index, mass, instrument});
    records.periods = std::max(records.periods, index);
    known[static_cast<std::size_t>(index)] = true;
  }
  if (records.periods == 0) return malformed("there is no period: no flow, and no second stock");
  for (Eigen::Index i = 0; i <= records.periods; ++i) {
    if (known[static_cast<std::size_t>(i)]) continue;
    return Error{.code = ErrorCode::BadValue,
                 .message = Message("stock %1 is missing; an unknown stock is not an empty one", i),
                 .expected = Message("a stock for every index from 0 to %1, 0 where nothing lay there",
                                     records.periods)};
  }
  return {};
}

Result<void> readPattern(const JsonValue& json, SeriesFile& file) {
  file.lossPattern = Eigen::VectorXd::Ones(file.records.periods);
  if (json.find("loss_pattern") == nullptr) return {};
  PLUMBLINE_TRY(list, json.arrayAt("loss_pattern"));
  if (static_cast<Eigen::Index>(list->size()) != file.records.periods) {
    return malformed("loss_pattern does not have one figure for each period");
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    PLUMBLINE_TRY(number, numberOf((*list)[i], "loss_pattern[" + std::to_string(i) + "]"));
    file.lossPattern[static_cast<Eigen::Index>(i)] = number;
  }
  if (!(file.lossPattern.sum() > 0)) return malformed("loss_pattern adds up to no loss");
  return {};
}

JsonValue periodJson(std::string_view name, Eigen::Index period, std::string_view text) {
  return JsonObject{{"name", name},
                    {"text", "Period " + std::to_string(period) + " " + std::string(text)},
                    {"period", static_cast<std::int64_t>(period)}};
}

/// What a reader of the figures must know besides them.
JsonArray diagnoses(const MufRecords& records, const MufSeries& series,
                    const std::vector<std::optional<double>>& standardized) {
  JsonArray list;
  if (records.periods == 1) {
    list.push_back(diagnosisJson("one_period", "There is one period only: no test over time."));
  }
  const bool anyInput = std::any_of(records.flows.begin(), records.flows.end(),
                                    [](const MufFlow& flow) { return flow.signedMass > 0; });
  if (!anyInput) {
    list.push_back(diagnosisJson("no_input", "Nothing comes in: an input may be missing."));
  }
  for (Eigen::Index t = 0; t < records.periods; ++t) {
    if (standardized[static_cast<std::size_t>(t)]) continue;
    if (series.covariance(t, t) > 0) {
      list.push_back(periodJson("dependent_period", t, "has no error of its own: it is not tested."));
    } else if (series.muf[t] != 0) {
      list.push_back(periodJson(
          "contradiction", t,
          "does not balance, and all its figures are stated to be without error."));
    } else {
      list.push_back(periodJson("zero_uncertainty", t, "has no stated error: it is not tested."));
    }
  }
  return list;
}

std::optional<Eigen::Index> alarm(const std::vector<double>& sums, double threshold) {
  const auto found =
      std::find_if(sums.begin(), sums.end(), [threshold](double sum) { return sum > threshold; });
  if (found == sums.end()) return std::nullopt;
  return found - sums.begin();
}

JsonValue listJson(const std::vector<double>& values) {
  JsonArray list;
  for (const double value : values) list.push_back(numberJson(value));
  return list;
}

JsonValue indexJson(std::optional<Eigen::Index> index) {
  return index ? JsonValue(std::int64_t{*index}) : JsonValue();
}

}  // namespace

Result<SeriesFile> readSeries(const JsonValue& json) {
  SeriesFile file;
  if (json.object() == nullptr) return malformed("the series is not a JSON object");
  PLUMBLINE_TRY(names, readInstruments(json, file.records));
  PLUMBLINE_CHECK(readFlows(json, names, file.records));
  PLUMBLINE_CHECK(readStocks(json, names, file.records));
  PLUMBLINE_CHECK(readPattern(json, file));
  if (json.find("page_k") != nullptr) {
    PLUMBLINE_TRY(k, numberAt(json, "page_k", "series", 0, 10));
    file.pageK = k;
  }
  if (json.find("false_alarm") != nullptr) {
    PLUMBLINE_TRY(alpha, numberAt(json, "false_alarm", "series", 1e-9, 0.4999));
    file.falseAlarm = alpha;
  }
  return file;
}

SeriesAnswer answerSeries(const SeriesFile& file) {
  SeriesAnswer answer;
  answer.series = mufSeries(file.records);
  answer.running = cumulate(answer.series);
  answer.sitmuf = sitmuf(answer.series);
  std::vector<std::optional<double>> reversed = answer.sitmuf;
  int tested = 0;
  for (std::optional<double>& figure : reversed) {
    if (!figure) continue;
    figure = -*figure;
    ++tested;
  }
  answer.pageLoss = pageSums(answer.sitmuf, file.pageK);
  answer.pageGain = pageSums(reversed, file.pageK);
  answer.pageThreshold = pageThreshold(std::max(1, tested), file.pageK, file.falseAlarm);
  answer.lossAlarm = alarm(answer.pageLoss, answer.pageThreshold);
  answer.gainAlarm = alarm(answer.pageGain, answer.pageThreshold);
  answer.gemuf = patternTest(answer.series, file.lossPattern);
  answer.detectableLoss =
      detectableDeviations(0.05) * answer.running.sigma[file.records.periods - 1];
  answer.diagnoses = diagnoses(file.records, answer.series, answer.sitmuf);
  return answer;
}

JsonValue toJson(const SeriesAnswer& answer, const SeriesFile& file) {
  JsonArray standardized;
  for (const auto& figure : answer.sitmuf) {
    standardized.push_back(figure ? numberJson(*figure) : JsonValue());
  }
  JsonValue gemuf;
  if (answer.gemuf) {
    gemuf = JsonObject{{"pattern", numbersJson(file.lossPattern)},
                       {"z", numberJson(answer.gemuf->z)},
                       {"loss_total_for_95pct_detection_5pct_false_alarm",
                        numberJson(answer.gemuf->detectableTotal)}};
  }
  return JsonObject{
      {"periods", std::int64_t{file.records.periods}},
      {"muf", numbersJson(answer.series.muf)},
      {"sigma_muf", numbersJson(answer.series.covariance.diagonal().cwiseSqrt())},
      {"covariance", matrixJson(answer.series.covariance)},
      {"cumuf", numbersJson(answer.running.cumuf)},
      {"sigma_cumuf", numbersJson(answer.running.sigma)},
      {"sitmuf", std::move(standardized)},
      {"page", listJson(answer.pageLoss)},
      {"page_gain", listJson(answer.pageGain)},
      {"page_k", numberJson(file.pageK)},
      {"page_threshold", numberJson(answer.pageThreshold)},
      {"page_false_alarm", numberJson(file.falseAlarm)},
      {"page_alarm_period", indexJson(answer.lossAlarm)},
      {"page_gain_alarm_period", indexJson(answer.gainAlarm)},
      {"gemuf", std::move(gemuf)},
      {"loss_total_for_95pct_detection_5pct_false_alarm_cumuf", numberJson(answer.detectableLoss)},
      {"diagnoses", answer.diagnoses}};
}

}  // namespace plumbline
