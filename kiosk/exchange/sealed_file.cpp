#include "exchange/sealed_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

#include "exchange/packing.h"
#include "meeting/check.h"
#include "record/disk_file.h"

namespace chibo {
namespace {

constexpr std::uint8_t version = 2; // 1 did not say how long the file is.
constexpr std::size_t chunk_bytes = 1U << 10U; // Small: a short file shows its progress too.
constexpr std::size_t sealed_chunk_bytes
    = chunk_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t tag_bytes = 16;
constexpr std::size_t number_bytes = 8;
constexpr std::size_t clear_bytes = 8 + 1 + std::tuple_size_v<Salt> + 3 * number_bytes;
constexpr std::size_t head_bytes
    = clear_bytes + tag_bytes + crypto_secretstream_xchacha20poly1305_HEADERBYTES;

Error named(const char* key, const std::filesystem::path& file)
{
    return {key, {{"file", file.filename().string()}}};
}

void append_number(Bytes& bytes, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::int64_t read_number(std::span<const std::uint8_t> bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < number_bytes; ++i)
        number = number << 8U | bytes[i];
    return static_cast<std::int64_t>(number);
}

/// All before the tag; `size` is the file's.
Bytes clear_part(const SealedHead& head, std::size_t size)
{
    CHECK(head.magic.size() == 8);
    Bytes clear(head.magic.begin(), head.magic.end());
    clear.push_back(version);
    clear.insert(clear.end(), head.salt.begin(), head.salt.end());
    append_number(clear, head.cost.passes);
    append_number(clear, head.cost.memory_kib);
    append_number(clear, static_cast<std::int64_t>(size));
    return clear;
}

std::array<std::uint8_t, tag_bytes> tag_of(std::span<const std::uint8_t> clear, const Key& key)
{
    std::array<std::uint8_t, tag_bytes> tag {};
    crypto_generichash(
        tag.data(), tag.size(), clear.data(), clear.size(), key.bytes().data(), key.bytes().size());
    return tag;
}

tl::unexpected<Error> not_written(const std::filesystem::path& file)
{
    const char* key = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? "bundle.no_room"
                                                                           : "bundle.not_written";
    return tl::unexpected(named(key, file));
}

/// Opens one chunk after the other.
class Unsealer {
public:
    Unsealer(const Key& key, std::span<const std::uint8_t> stream_head)
    {
        m_good = crypto_secretstream_xchacha20poly1305_init_pull(
                     &m_state, stream_head.data(), key.bytes().data())
            == 0;
    }
    [[nodiscard]] bool open(std::span<const std::uint8_t> sealed, Bytes& clear)
    {
        if (!m_good || sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES)
            return false;
        clear.resize(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(
                &m_state, clear.data(), nullptr, &tag, sealed.data(), sealed.size(), nullptr, 0)
            != 0)
            return false;
        m_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        return true;
    }
    [[nodiscard]] bool last() const { return m_last; }

private:
    crypto_secretstream_xchacha20poly1305_state m_state {};
    bool m_good = false, m_last = false;
};

struct Opened {
    Key key;
    Bytes stream_head;
    std::uintmax_t size = 0;
};

Result<Opened> read_head(const OpenFile& in, const std::filesystem::path& file,
    std::string_view magic, const KeyOf& key_of, const SealedLimits& limits)
{
    struct stat status {};
    if (!in.good() || fstat(in.number(), &status) != 0)
        return tl::unexpected(named("bundle.missing", file));
    if (!S_ISREG(status.st_mode))
        return tl::unexpected(named("bundle.not_one", file));
    Bytes head(head_bytes);
    const auto got = in.read(head);
    if (!got)
        return tl::unexpected(named("bundle.missing", file));
    const std::size_t compared = std::min(*got, magic.size());
    if (compared == 0 || std::memcmp(head.data(), magic.data(), compared) != 0)
        return tl::unexpected(named("bundle.not_one", file));
    if (*got > magic.size() && head[magic.size()] != version)
        return tl::unexpected(
            named(head[magic.size()] > version ? "bundle.newer" : "bundle.older", file));
    if (*got < head_bytes)
        return tl::unexpected(named("bundle.cut_off", file));
    if (static_cast<std::uintmax_t>(status.st_size) > limits.file_bytes)
        return tl::unexpected(named("bundle.too_long", file));
    SealedHead clear {.magic = magic};
    const std::span bytes(head);
    std::ranges::copy(bytes.subspan(magic.size() + 1, clear.salt.size()), clear.salt.begin());
    const auto numbers = bytes.subspan(magic.size() + 1 + clear.salt.size());
    clear.cost.passes = read_number(numbers);
    clear.cost.memory_kib = read_number(numbers.subspan(number_bytes));
    // Nobody makes this machine work for hours by a number in a file.
    if ((clear.cost.passes != 0 || clear.cost.memory_kib != 0) && !clear.cost.valid())
        return tl::unexpected(named("bundle.altered", file));
    Opened opened {.key = key_of(clear),
        .stream_head = Bytes(head.begin() + clear_bytes + tag_bytes, head.end()),
        .size = static_cast<std::uintmax_t>(status.st_size)};
    const auto tag = tag_of(bytes.first(clear_bytes), opened.key);
    if (sodium_memcmp(tag.data(), head.data() + clear_bytes, tag.size()) != 0)
        return tl::unexpected(named("bundle.other_key", file));
    // Only a size that the tag vouches for tells what was lost from what was added.
    const auto written
        = static_cast<std::uintmax_t>(read_number(numbers.subspan(2 * number_bytes)));
    if (opened.size != written)
        return tl::unexpected(
            named(opened.size < written ? "bundle.cut_off" : "bundle.grown", file));
    return opened;
}

} // namespace

Result<void> write_sealed(const std::filesystem::path& file, const SealedHead& head,
    const KeyOf& key_of, const Bytes& payload, const Progress& progress)
{
    const std::filesystem::path out = std::filesystem::absolute(file);
    const Bytes packed = compress(payload);
    std::error_code failed;
    const auto space = std::filesystem::space(out.parent_path(), failed);
    if (failed)
        return tl::unexpected(named("bundle.not_written", file));
    const std::size_t chunks = packed.size() / chunk_bytes + 1;
    const std::size_t size
        = head_bytes + packed.size() + chunks * (sealed_chunk_bytes - chunk_bytes);
    if (space.available < size)
        return tl::unexpected(named("bundle.no_room", file));
    const Key key = key_of(head);
    Bytes start = clear_part(head, size);
    const auto tag = tag_of(start, key);
    start.insert(start.end(), tag.begin(), tag.end());
    start.resize(head_bytes);
    crypto_secretstream_xchacha20poly1305_state state {};
    crypto_secretstream_xchacha20poly1305_init_push(
        &state, start.data() + clear_bytes + tag_bytes, key.bytes().data());
    PartFile part(out);
    if (!part.good() || !part.write(start))
        return not_written(file);
    Bytes sealed;
    for (std::size_t i = 0; i < chunks; ++i) {
        if (progress && !progress(i, chunks))
            return tl::unexpected(named("bundle.stopped", file));
        const std::size_t from = i * chunk_bytes;
        const auto clear
            = std::span(packed).subspan(from, std::min(chunk_bytes, packed.size() - from));
        sealed.resize(clear.size() + crypto_secretstream_xchacha20poly1305_ABYTES);
        crypto_secretstream_xchacha20poly1305_push(&state, sealed.data(), nullptr, clear.data(),
            clear.size(), nullptr, 0,
            i + 1 == chunks ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        if (!part.write(sealed))
            return not_written(file);
    }
    if (!part.keep())
        return not_written(file);
    if (progress)
        (void)progress(chunks, chunks);
    return {};
}

Result<Bytes> read_sealed(const std::filesystem::path& file, std::string_view magic,
    const KeyOf& key_of, const Progress& progress, const SealedLimits& limits)
{
    const OpenFile in(file, O_RDONLY | O_NONBLOCK); // A pipe of that name must not hold us up.
    auto opened = read_head(in, file, magic, key_of, limits);
    if (!opened)
        return tl::unexpected(opened.error());
    Unsealer unsealer(opened->key, opened->stream_head);
    Inflater inflater(limits.payload_bytes);
    Bytes sealed(sealed_chunk_bytes);
    Bytes clear;
    std::size_t done = 0;
    while (true) {
        const auto got = in.read(sealed);
        if (!got)
            return tl::unexpected(named("bundle.missing", file));
        if (unsealer.last() && *got > 0)
            return tl::unexpected(named("bundle.altered", file));
        if (unsealer.last())
            break;
        if (*got == 0) // Shortened while it was read, or sealed so.
            return tl::unexpected(named("bundle.cut_off", file));
        if (!unsealer.open(std::span(sealed).first(*got), clear))
            return tl::unexpected(named("bundle.altered", file));
        if (const char* fault = inflater.add(clear))
            return tl::unexpected(named(fault, file));
        done += *got;
        if (done > limits.file_bytes)
            return tl::unexpected(named("bundle.too_long", file));
        if (progress && !progress(std::min<std::size_t>(done, opened->size), opened->size))
            return tl::unexpected(named("bundle.stopped", file));
    }
    if (!inflater.ended())
        return tl::unexpected(named("bundle.altered", file));
    return inflater.take();
}

Salt draw_salt()
{
    Salt salt;
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Key file_key(const Key& cell_key, const SealedHead& head)
{
    Bytes place(head.magic.begin(), head.magic.end());
    place.insert(place.end(), head.salt.begin(), head.salt.end());
    Key key;
    crypto_generichash(key.bytes().data(), key.bytes().size(), place.data(), place.size(),
        cell_key.bytes().data(), cell_key.bytes().size());
    return key;
}

} // namespace chibo
