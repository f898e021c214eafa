#include "fuzz/targets.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include <stb/stb_image_write.h>
#include <unistd.h>

#include "exchange/bundle_payload.h"
#include "exchange/roster.h"
#include "exchange/xlsx.h"
#include "meeting/check.h"
#include "meeting/letters.h"
#include "record/header.h"
#include "record/journal.h"
#include "typing/text_buffer.h"
#include "ui/photo.h"

namespace chibo::fuzz {
namespace {

using Input = std::span<const std::uint8_t>;

Bytes bytes_of(std::string_view text)
{
    return {text.begin(), text.end()};
}

std::string_view text_of(Input bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// A roster: CSV, or a workbook where the bytes are a zip archive's.

void read_as_roster(Input bytes)
{
    const auto roster = read_roster(text_of(bytes), {2026, 8, 5});
    for (std::size_t i = 0; roster && i < roster->rows.size(); ++i)
        CHECK(!roster->rows[i].member.name.empty() && is_utf8(roster->rows[i].member.name));
}

std::vector<Bytes> rosters()
{
    return {bytes_of("\xEF\xBB\xBFHọ và tên;Chi bộ;Ngày sinh;Giới tính;Chức vụ;Diện\r\n"
                     "Vũ Thị Kim Oanh;Chi bộ Văn phòng;02/01/1985;Nữ;Bí thư;Chính thức\r\n"),
        bytes_of("name,born,card\n\"Lê, \"\"Na\"\"\",1/1/1990,0417\n\nTrần An,,\n"),
        bytes_of("Diện\tHỌ VÀ TÊN\nDự bị\tVŨ THỊ KIM OANH")};
}

void read_as_workbook(Input bytes)
{
    const auto rows = read_xlsx(text_of(bytes));
    for (std::size_t i = 0; rows && i < rows->size(); ++i)
        CHECK(!(*rows)[i].fields.empty());
}

/// A stored zip with nothing in it; the tests of the workbook have real ones.
std::vector<Bytes> workbooks()
{
    Bytes empty(22);
    const std::string_view mark = "PK\x05\x06";
    std::copy(mark.begin(), mark.end(), empty.begin());
    return {empty, bytes_of("PK\x03\x04")};
}

// The journal's encoding: what is read is written as the same bytes.

void read_as_cbor(Input bytes)
{
    if (const auto value = cbor::decode(bytes))
        CHECK(cbor::encode(*value) == Bytes(bytes.begin(), bytes.end()));
}

void read_as_journal_entry(Input bytes)
{
    if (const auto entry = decode_entry(bytes))
        CHECK(decode_entry(encode(*entry)).has_value());
}

std::vector<Bytes> journal_entries()
{
    Op op {.kind = Op::Kind::Update, .table = "entry", .key = Bytes(16, 7)};
    op.columns["text"] = {std::string("Ý kiến"), std::string("Ý kiến khác")};
    op.columns["at_ms"] = {std::int64_t {1}, std::int64_t {-1}};
    JournalEntry entry {.schema = 1, .seq = 3, .hlc = 1LL << 57, .wall_ms = 1'785'890'700'000};
    entry.seen[DeviceId {}] = 12;
    entry.actor = {.member = MemberId {}, .role = "clerk"};
    entry.command = "edit_entry";
    entry.undoes = JournalPlace {DeviceId {}, 2};
    entry.ops = {op};
    return {encode(entry)};
}

void read_as_bundle(Input bytes)
{
    if (const auto bundle = decode_bundle(bytes))
        CHECK(decode_bundle(encode_bundle(*bundle)).has_value());
}

std::vector<Bytes> bundles()
{
    Bundle bundle {.device_name = "máy thư ký", .written_at_ms = 1'785'890'700'000};
    bundle.entries.push_back({.body = journal_entries().front(), .signature = Bytes(64, 1)});
    return {encode_bundle(bundle)};
}

// The clear header of a record folder.

class HeaderFolder {
public:
    HeaderFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "chibo-fuzz.XXXXXX").string();
        CHECK(mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    HeaderFolder(const HeaderFolder&) = delete;
    HeaderFolder& operator=(const HeaderFolder&) = delete;
    ~HeaderFolder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

void read_as_header(Input bytes)
{
    const HeaderFolder folder;
    std::ofstream(folder.path() / "header.json", std::ios::binary) << text_of(bytes);
    const auto header = read_header(folder.path());
    CHECK(header || !header.error().key.empty());
}

std::vector<Bytes> headers()
{
    const HeaderFolder folder;
    Header header;
    header.cells.push_back({.name = "Chi bộ Văn phòng",
        .file = "cell.db",
        .wraps = {{.role = "secretary", .nonce = Bytes(24, 1), .box = Bytes(48, 2)}}});
    header.demo = DemoCodes {"sen hồng nắng mới", "050826"};
    write_header(folder.path(), header);
    std::ifstream file(folder.path() / "header.json", std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    CHECK(!text.empty());
    return {bytes_of(text)};
}

// A photo from a stick.

void read_as_photo(Input bytes)
{
    const auto photo = decode_photo(bytes);
    const std::size_t side = photo ? static_cast<std::size_t>(photo->side_px) : 0;
    CHECK(!photo || (side > 0 && photo->rgba.size() == side * side * 4));
}

void put(void* into, void* data, int size)
{
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    auto& file = *static_cast<Bytes*>(into);
    file.insert(file.end(), bytes, bytes + size);
}

std::vector<Bytes> photos()
{
    constexpr int side = 24;
    Bytes pixels;
    for (int i = 0; i < side * side; ++i)
        pixels.push_back(static_cast<std::uint8_t>(i * 7));
    Bytes png, jpeg;
    stbi_write_png_to_func(put, &png, side, side, 1, pixels.data(), side);
    stbi_write_jpg_to_func(put, &jpeg, side, side, 1, pixels.data(), 80);
    return {png, jpeg};
}

// Keys of the clerk: any text, typed character by character with the keys of an editor between.

void type_key(TextBuffer& buffer, char32_t key)
{
    switch (key) {
    case U'\b':
        return buffer.backspace();
    case 0x7F:
        return buffer.delete_word_back();
    case 0x01:
        return buffer.step(CaretStep::Left);
    case 0x02:
        return buffer.step(CaretStep::WordRight, Select::Extend);
    case 0x03:
        return buffer.delete_forward();
    case 0x04:
        return buffer.step(CaretStep::Start, Select::Extend);
    default:
        return buffer.type(key);
    }
}

void type_keys(Input bytes)
{
    const std::string_view text = text_of(bytes);
    if (!is_utf8(text))
        return;
    TextBuffer buffer;
    for (const char32_t key : to_utf32(text))
        type_key(buffer, key);
    CHECK(is_utf8(buffer.text()));
    CHECK(buffer.unflat(buffer.flat(buffer.caret())) == buffer.caret());
}

std::vector<Bytes> keys()
{
    return {bytes_of("nghieen cuwsu vawn kieenj\b\b tieesng Vieejt \x01\x01s 35-NQ/TW hoaf\n"),
        bytes_of("dduwowngf\x02\x7F quys III\x04 a@b.vn uow w wf zz \x03 thuowr")};
}

constexpr std::array all_targets {Target {"roster", read_as_roster, rosters},
    Target {"workbook", read_as_workbook, workbooks},
    Target {"cbor", read_as_cbor, journal_entries},
    Target {"journal_entry", read_as_journal_entry, journal_entries},
    Target {"bundle", read_as_bundle, bundles}, Target {"header", read_as_header, headers},
    Target {"photo", read_as_photo, photos}, Target {"keys", type_keys, keys}};

} // namespace

std::span<const Target> targets()
{
    return all_targets;
}

} // namespace chibo::fuzz
