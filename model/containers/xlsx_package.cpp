// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/xlsx_package.h"

#include <zip.h>

namespace plumbline {

namespace {

Error notAWorkbook(Message message) {
  return {ErrorCode::Malformed, std::move(message)};
}

class ZipPart : public QIODevice {
 public:
  ZipPart(zip_file_t* file, std::uint64_t declared) : m_file(file), m_left(declared) {
    QIODevice::open(ReadOnly);
  }
  ~ZipPart() override { zip_fclose(m_file); }
  bool isSequential() const override { return true; }

 protected:
  qint64 readData(char* data, qint64 most) override {
    const zip_int64_t got = zip_fread(m_file, data, static_cast<zip_uint64_t>(most));
    if (got < 0 || static_cast<std::uint64_t>(got) > m_left) {
      setErrorString(QStringLiteral("damaged"));
      return -1;
    }
    m_left -= static_cast<std::uint64_t>(got);
    return got;
  }
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  zip_file_t* m_file;
  std::uint64_t m_left;  // no more than the directory declared is handed out
};

Result<std::uint64_t> checkedSize(zip_t* archive, zip_uint64_t index) {
  constexpr zip_uint64_t needed =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  zip_stat_t stat;
  if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & needed) != needed) {
    return notAWorkbook("the workbook's directory cannot be read");
  }
  if (stat.encryption_method != ZIP_EM_NONE) {
    return Error{ErrorCode::Unsupported, "the workbook is encrypted; save it without a password"};
  }
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
    return Error{ErrorCode::Unsupported, "a part of the workbook is compressed in another way"};
  }
  const bool tooDense = stat.size > xlsxRatioFreeBytes && stat.size / xlsxMaxRatio > stat.comp_size;
  if (stat.size > xlsxMaxPartBytes || tooDense) {
    return Error{ErrorCode::TooLarge,
                 "a part of the workbook is too large when unpacked",
                 {},
                 Message("%1 bytes from %2", stat.size, stat.comp_size),
                 "at most 256 MiB and 200 times the packed size"};
  }
  return std::uint64_t{stat.size};
}

}  // namespace

bool looksLikeZip(ByteView bytes) {
  return textOf(bytes).starts_with("PK\x03\x04");
}

void XlsxPackage::Closer::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<XlsxPackage> XlsxPackage::open(ByteView bytes) {
  if (bytes.size() > xlsxMaxFileBytes) {
    return Error{ErrorCode::TooLarge, "the workbook is larger than 128 MiB"};
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return notAWorkbook("the workbook cannot be opened");
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return notAWorkbook(Message("the workbook is not a whole ZIP archive: %1", why));
  }
  XlsxPackage package(archive);
  const zip_int64_t parts = zip_get_num_entries(archive, 0);
  if (parts > xlsxMaxParts) {
    return Error{ErrorCode::TooLarge,
                 "the workbook has too many parts",
                 {},
                 std::to_string(parts),
                 Message::data(std::to_string(xlsxMaxParts))};
  }
  std::uint64_t total = 0;
  for (zip_int64_t i = 0; i < parts; ++i) {
    PLUMBLINE_TRY(size, checkedSize(archive, static_cast<zip_uint64_t>(i)));
    total += size;
  }
  if (total > xlsxMaxBytes) {
    return Error{ErrorCode::TooLarge,
                 "the workbook is too large when unpacked",
                 {},
                 Message("%1 bytes", total),
                 "at most 512 MiB"};
  }
  return package;
}

bool XlsxPackage::has(const std::string& part) const {
  return zip_name_locate(m_archive.get(), part.c_str(), 0) >= 0;
}

Result<std::unique_ptr<QIODevice>> XlsxPackage::part(const std::string& name) const {
  const zip_int64_t index = zip_name_locate(m_archive.get(), name.c_str(), 0);
  if (index < 0) {
    return Error{ErrorCode::NotFound, Message("the workbook lacks the part %1", name)};
  }
  PLUMBLINE_TRY(size, checkedSize(m_archive.get(), static_cast<zip_uint64_t>(index)));
  zip_file_t* file = zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) return notAWorkbook(Message("the part %1 of the workbook is damaged", name));
  return std::unique_ptr<QIODevice>(std::make_unique<ZipPart>(file, size));
}

}  // namespace plumbline
