// A file that only who has its key can read or alter: bundles and invitations. Compressed, then
// sealed in chunks (XChaCha20-Poly1305 secretstream), so that a missing end is noticed.
//
//   magic 8 · version 1 · salt 16 · passes 8 · memory 8 · file size 8 · tag 16 · stream header 24
//   · chunks
//
// The tag is a keyed hash of all before it: who has the key sees at once that it is the right one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "meeting/result.h"
#include "record/cbor.h"
#include "record/codes.h"
#include "record/keys.h"

namespace chibo {

/// How far a job is; false: stop.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

/// What is read at most, so that no file fills the memory.
struct SealedLimits {
    std::uintmax_t file_bytes = 256U << 20U;
    std::size_t payload_bytes = 512U << 20U; // After decompression.
};

/// The clear part.
struct SealedHead {
    std::string_view magic; // 8 characters.
    Salt salt {};
    CodeCost cost {}; // Of an invitation's secret; zeros in a bundle.
};

/// From what the writer and the reader share to the key of one file.
using KeyOf = std::function<Key(const SealedHead&)>;

/// Written beside as `<file>.part`, synced, renamed. Refused: bundle.no_room, bundle.not_written,
/// bundle.stopped.
[[nodiscard]] Result<void> write_sealed(const std::filesystem::path& file, const SealedHead& head,
    const KeyOf& key_of, const Bytes& payload, const Progress& progress = {});

/// Refused: bundle.missing, bundle.not_one, bundle.newer, bundle.older, bundle.too_long,
/// bundle.other_key, bundle.cut_off, bundle.grown, bundle.altered, bundle.inflates,
/// bundle.stopped.
[[nodiscard]] Result<Bytes> read_sealed(const std::filesystem::path& file, std::string_view magic,
    const KeyOf& key_of, const Progress& progress = {}, const SealedLimits& limits = {});

[[nodiscard]] Salt draw_salt();
/// A file's own key from the cell's.
[[nodiscard]] Key file_key(const Key& cell_key, const SealedHead& head);

} // namespace chibo
