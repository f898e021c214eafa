// Files by their numbers: what must be synced, and what may be pulled out in the middle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace chibo {

/// An open file that is closed whatever happens.
class OpenFile {
public:
    OpenFile(const std::filesystem::path& file, int flags);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();
    [[nodiscard]] bool good() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes) const;
    /// As many bytes as there are, up to the size of `into`; nothing where the disk fails.
    [[nodiscard]] std::optional<std::size_t> read(std::span<std::uint8_t> into) const;

private:
    int m_number;
};

/// Written beside as `<file>.part` and taken away again unless it is kept. Where a call fails,
/// errno says why.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path& file);
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile();
    [[nodiscard]] bool good() const { return m_out->good(); }
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes);
    /// Synced and renamed: over a file of that name, never over a folder, a device or a pipe.
    [[nodiscard]] bool keep();

private:
    std::filesystem::path m_file, m_part;
    std::unique_ptr<OpenFile> m_out;
    std::size_t m_unsynced = 0;
};

} // namespace chibo
