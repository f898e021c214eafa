#include "exchange/sealed_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "meeting/check.h"

namespace chibo {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t chunk_bytes = 1U << 10U; // Small: a short file shows its progress too.
constexpr std::size_t sealed_chunk_bytes
    = chunk_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t tag_bytes = 16;
constexpr std::size_t clear_bytes = 8 + 1 + std::tuple_size_v<Salt> + 4 + 4;
constexpr std::size_t head_bytes
    = clear_bytes + tag_bytes + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t bytes_a_sync = 4U
    << 20U; // A stick's own buffer is long: so progress is true.

Error named(const char* key, const std::filesystem::path& file)
{
    return {key, {{"file", file.filename().string()}}};
}

void append_number(Bytes& bytes, std::int64_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::int64_t read_number(std::span<const std::uint8_t> bytes)
{
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | bytes[i];
    return number;
}

Bytes clear_part(const SealedHead& head)
{
    CHECK(head.magic.size() == 8);
    Bytes clear(head.magic.begin(), head.magic.end());
    clear.push_back(version);
    clear.insert(clear.end(), head.salt.begin(), head.salt.end());
    append_number(clear, head.cost.passes);
    append_number(clear, head.cost.memory_kib);
    return clear;
}

std::array<std::uint8_t, tag_bytes> tag_of(std::span<const std::uint8_t> clear, const Key& key)
{
    std::array<std::uint8_t, tag_bytes> tag {};
    crypto_generichash(
        tag.data(), tag.size(), clear.data(), clear.size(), key.bytes().data(), key.bytes().size());
    return tag;
}

Bytes compress(const Bytes& payload)
{
    uLongf size = compressBound(static_cast<uLong>(payload.size()));
    Bytes packed(size);
    const int code = compress2(packed.data(), &size, payload.data(),
        static_cast<uLong>(payload.size()), Z_DEFAULT_COMPRESSION);
    if (code != Z_OK)
        throw std::bad_alloc();
    packed.resize(size);
    return packed;
}

/// An open file that is closed whatever happens.
class OpenFile {
public:
    OpenFile(const std::filesystem::path& file, int flags) :
        m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600))
    {
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_number >= 0)
            close(m_number);
    }
    [[nodiscard]] bool good() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_number, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }
    /// As many bytes as there are, up to the size of `into`; nothing where the disk fails.
    [[nodiscard]] std::optional<std::size_t> read(std::span<std::uint8_t> into) const
    {
        std::size_t size = 0;
        while (size < into.size()) {
            const ssize_t got = ::read(m_number, into.data() + size, into.size() - size);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return std::nullopt;
            if (got == 0)
                break;
            size += static_cast<std::size_t>(got);
        }
        return size;
    }

private:
    int m_number;
};

/// A file that is taken away again unless it is kept.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path& file) :
        m_file(file), m_part(file.string() + ".part"),
        m_out(std::make_unique<OpenFile>(m_part, O_WRONLY | O_CREAT | O_TRUNC))
    {
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile()
    {
        if (m_out && m_out->good())
            unlink(m_part.c_str());
    }
    [[nodiscard]] bool good() const { return m_out->good(); }
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes)
    {
        m_unsynced += bytes.size();
        if (!m_out->write(bytes))
            return false;
        if (m_unsynced < bytes_a_sync)
            return true;
        m_unsynced = 0;
        return fdatasync(m_out->number()) == 0;
    }
    [[nodiscard]] bool keep()
    {
        if (fsync(m_out->number()) != 0 || rename(m_part.c_str(), m_file.c_str()) != 0)
            return false;
        m_out.reset();
        const OpenFile folder(m_file.parent_path(), O_RDONLY | O_DIRECTORY);
        return folder.good() && fsync(folder.number()) == 0;
    }

private:
    std::filesystem::path m_file, m_part;
    std::unique_ptr<OpenFile> m_out;
    std::size_t m_unsynced = 0;
};

tl::unexpected<Error> not_written(const std::filesystem::path& file)
{
    const char* key = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? "bundle.no_room"
                                                                           : "bundle.not_written";
    return tl::unexpected(named(key, file));
}

/// Inflates as it comes, up to a bound.
class Inflater {
public:
    explicit Inflater(std::size_t most) : m_most(most)
    {
        if (inflateInit(&m_stream) != Z_OK)
            throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    /// The refusal's key; nothing: it went well.
    const char* add(std::span<const std::uint8_t> packed)
    {
        m_stream.next_in = const_cast<Bytef*>(packed.data());
        m_stream.avail_in = static_cast<uInt>(packed.size());
        std::array<std::uint8_t, chunk_bytes> room {};
        while (m_stream.avail_in > 0 || m_full) {
            if (m_ended)
                return m_stream.avail_in > 0 ? "bundle.altered" : nullptr;
            m_stream.next_out = room.data();
            m_stream.avail_out = static_cast<uInt>(room.size());
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
                return "bundle.altered";
            const std::size_t got = room.size() - m_stream.avail_out;
            if (m_payload.size() + got > m_most)
                return "bundle.inflates";
            m_payload.insert(
                m_payload.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(got));
            m_ended = code == Z_STREAM_END;
            m_full = m_stream.avail_out == 0;
            if (code == Z_BUF_ERROR && got == 0)
                break;
        }
        return nullptr;
    }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] Bytes take() { return std::move(m_payload); }

private:
    z_stream m_stream {};
    std::size_t m_most;
    Bytes m_payload;
    bool m_ended = false, m_full = false;
};

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
    if (*got > magic.size() && head[magic.size()] > version)
        return tl::unexpected(named("bundle.newer", file));
    if (*got < head_bytes)
        return tl::unexpected(named("bundle.cut_off", file));
    if (static_cast<std::uintmax_t>(status.st_size) > limits.file_bytes)
        return tl::unexpected(named("bundle.too_long", file));
    SealedHead clear {.magic = magic};
    const std::span bytes(head);
    std::ranges::copy(bytes.subspan(magic.size() + 1, clear.salt.size()), clear.salt.begin());
    clear.cost.passes = read_number(bytes.subspan(magic.size() + 1 + clear.salt.size(), 4));
    clear.cost.memory_kib = read_number(bytes.subspan(magic.size() + 5 + clear.salt.size(), 4));
    // Nobody makes this machine work for hours by a number in a file.
    if ((clear.cost.passes != 0 || clear.cost.memory_kib != 0) && !clear.cost.valid())
        return tl::unexpected(named("bundle.altered", file));
    Opened opened {.key = key_of(clear),
        .stream_head = Bytes(head.begin() + clear_bytes + tag_bytes, head.end()),
        .size = static_cast<std::uintmax_t>(status.st_size)};
    const auto tag = tag_of(bytes.first(clear_bytes), opened.key);
    if (sodium_memcmp(tag.data(), head.data() + clear_bytes, tag.size()) != 0)
        return tl::unexpected(named("bundle.other_key", file));
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
    if (space.available < head_bytes + packed.size() + chunks * (sealed_chunk_bytes - chunk_bytes))
        return tl::unexpected(named("bundle.no_room", file));
    const Key key = key_of(head);
    Bytes start = clear_part(head);
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
        // A whole chunk that is the last one of the file has lost what came after it.
        if (*got == 0)
            return tl::unexpected(named("bundle.cut_off", file));
        if (!unsealer.open(std::span(sealed).first(*got), clear))
            return tl::unexpected(
                named(*got < sealed.size() ? "bundle.cut_off" : "bundle.altered", file));
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
